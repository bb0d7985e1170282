"""Spoilt files that once broke a reader or a rule: found by `make fuzz`, kept by their seeds. And a few fresh ones of each kind."""

from __future__ import annotations

import pytest

from corpus.fuzz.__main__ import sources
from corpus.fuzz.check import complaint
from corpus.fuzz.mutate import mutated

# Name of the good file, seed, what was wrong with it.
FOUND = [
    ("so-cong-thuong.pdf", 672, "a column on the right without one on the left"),
    ("so-cong-thuong.pdf", 978, "the same, with rows joined"),
    ("so-cong-thuong.pdf", 1760, "the same, in the letterhead"),
    ("bo-dau-tu-cong.pdf", 15337, "digits with strange spaces between them"),
    ("bo-dau-tu-cong.pdf", 57344, "a figure without a last group"),
    ("bo-dau-tu-cong.pdf", 69465, "a figure that is only spaces and marks"),
    ("bo-dau-tu-cong.pdf", 34904, "a merged cell that is no rectangle: two cells of one place"),
    ("huyen-cai-cach-hanh-chinh.pdf", 60731, "digits with strange spaces in a cell"),
    ("report.txt", 63868, "thousands of short names: cubic time"),
    ("report.txt", 67761, "thousands of citations in a paragraph: cubic time"),
]


@pytest.fixture(scope="module")
def good() -> dict[str, bytes]:
    return sources()


@pytest.mark.parametrize(("name", "seed", "was"), FOUND, ids=lambda value: str(value)[:40])
def test_what_was_found_stays_mended(good: dict[str, bytes], name: str, seed: int, was: str) -> None:
    assert complaint(mutated(good[name], seed)) is None


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", [".pdf", ".docx", ".txt"])
def test_fresh_ones(good: dict[str, bytes], kind: str, seed: int) -> None:
    for name in good:
        if name.endswith(kind):
            assert complaint(mutated(good[name], seed)) is None


def test_a_complaint_is_made_of_what_is_wrong(monkeypatch: pytest.MonkeyPatch, good: dict[str, bytes]) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("corpus.fuzz.check.extract_facts", broken)
    assert "ZeroDivisionError" in str(complaint(good["report.txt"]))
