"""The scorer: a right answer is right, each way to be wrong is caught and counted as METRIC.md says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from corpus.generate.__main__ import write
from corpus.generate.compose import compose
from corpus.score.gold import gold_files
from corpus.score.pairing import by_key, by_sequence, ordered, words_shared
from corpus.score.run import Score, changes, score
from corpus.score.show import lines
from corpus.score.texts import body_name, fingerprint, folded, symbol, unspaced

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three generated reports with their gold."""
    made = tmp_path_factory.mktemp("corpus")
    named = {f"r{seed}": compose(seed) for seed in (301, 302, 303)}
    write(named, dict.fromkeys(named, ()), made, made / "gold")
    return made


def oracle(folder: Path, spoil: Callable[[Rows], None] = lambda rows: None) -> Callable[[Path], Any]:
    """An engine that says what the gold says, after `spoil` has changed it."""

    def extract(path: Path) -> Any:
        gold = [json.loads(line) for line in (folder / "gold" / f"{path.stem}.jsonl").read_text("utf-8").splitlines()]
        rows: Rows = {}
        for line in gold[1:]:
            rows.setdefault(line["table"], []).append({k: v for k, v in line.items() if k not in ("n", "also")})
        for number, line in enumerate(rows["citations"]):
            line["fact_id"] = str(number)
            told = line.get("antecedent")
            line["antecedent"] = next((r["fact_id"] for r in rows["citations"] if told and r["number"] == told), None)
            outer = line.get("nested_in")
            line["nested_in"] = next((str(i) for i, r in enumerate(rows["citations"]) if r["surface"] == outer), None)
        spoil(rows)
        blocks = [{"kind": "paragraph", "text": r["text"]} for r in rows["paragraphs"]]
        blocks += [{"kind": "cell", "text": r["text"]} for r in rows["cells"]]
        header = dict(rows["documents"][0])
        header["recipients"] = ["x"] * header["recipients"]
        resolved = {
            r["fact_id"]: r["instrument"] for r in rows["citations"] if r.get("fact_id") and r.get("instrument")
        }
        return SimpleNamespace(**{**rows, "blocks": blocks, "header": header, "resolved": resolved})

    return extract


def run(folder: Path, spoil: Callable[[Rows], None] = lambda rows: None) -> Score:
    return score(gold_files(folder / "gold"), oracle(folder, spoil), [folder])


def test_the_gold_itself_is_perfect(folder: Path) -> None:
    made = run(folder)
    for figures in made.totals.values():
        assert figures.expected == figures.found == figures.instance == figures.strict
    assert made.grades() == {}


def test_a_lost_citation_is_missed(folder: Path) -> None:
    made = run(folder, lambda rows: rows["citations"].pop(3) and None)
    figures = made.totals["constructed", "citations"]
    assert figures.expected - figures.found == 3
    precision, recall, _ = figures.rates()
    assert precision == 1
    assert recall is not None
    assert recall < 1


def test_an_invented_citation_is_spurious(folder: Path) -> None:
    def spoil(rows: Rows) -> None:
        rows["citations"].insert(2, {"surface": "Nghị định số 999/2019/NĐ-CP", "number": "999/2019/NĐ-CP"})

    figures = run(folder, spoil).totals["constructed", "citations"]
    assert figures.found == figures.expected
    assert figures.predicted == figures.expected + 3
    assert any(grade == "spurious" for grade in figures.grades.values())


@pytest.mark.parametrize(
    ("table", "column", "value", "level"),
    [
        ("citations", "issuer", "Bộ Không có thật", "instance"),
        ("citations", "issued_on", "1999-09-09", "instance"),
        ("citations", "type", "Thư ngỏ", "instance"),
        ("citations", "relation", "repeals", "strict"),
        ("quantities", "unit", "con voi", "instance"),
        ("quantities", "in_table", True, "strict"),
        ("appendix_rows", "value_kind", "text", "instance"),
        ("appendix_rows", "note", "khác", "strict"),
    ],
)
def test_a_wrong_column_costs_its_level(folder: Path, table: str, column: str, value: Any, level: str) -> None:
    changed = 0

    def spoil(rows: Rows) -> None:
        nonlocal changed
        for row in rows[table]:
            if row.get(column) is not None:
                row[column] = value
                changed += 1
                return

    figures = run(folder, spoil).totals["constructed", table]
    assert changed == 3
    assert figures.found == figures.expected
    assert figures.expected - figures.strict == 3
    assert figures.expected - figures.instance == (3 if level == "instance" else 0)
    assert figures.fields[column][1] - figures.fields[column][0] == 3


def test_two_instruments_taken_for_one_are_spurious_pairs(folder: Path) -> None:
    def spoil(rows: Rows) -> None:
        told = [row for row in rows["citations"] if row.get("instrument")]
        told[1]["instrument"] = told[0]["instrument"]

    figures = run(folder, spoil).totals["constructed", "instruments"]
    precision, recall, _ = figures.rates()
    assert precision is not None
    assert recall is not None
    assert precision < 1
    assert sum(grade == "spurious" for grade in figures.grades.values()) >= 3


def test_one_instrument_taken_for_two_are_missed_pairs(folder: Path) -> None:
    def spoil(rows: Rows) -> None:
        for number, row in enumerate(rows["citations"]):
            row["instrument"] = str(number)

    figures = run(folder, spoil).totals["constructed", "instruments"]
    assert figures.found == figures.predicted == 0
    assert figures.expected > 0
    assert set(figures.grades.values()) == {"missed"}


def test_inventing_where_the_gold_says_null_is_wrong(folder: Path) -> None:
    def spoil(rows: Rows) -> None:
        for row in rows["citations"]:
            if row["issuer"] is None and row["form"] == "full":
                row["issuer"] = "Chính phủ"

    figures = run(folder, spoil).totals["constructed", "citations"]
    assert figures.fields["issuer"][0] < figures.fields["issuer"][1]


def test_a_crash_is_a_failure_and_all_is_missed(folder: Path) -> None:
    def broken(path: Path) -> Any:
        raise ValueError("no")

    made = score(gold_files(folder / "gold"), broken, [folder])
    assert len(made.failed) == 3
    assert all(figures.found == 0 for (_, table), figures in made.totals.items() if table != "documents")


def test_absent_documents_are_named(folder: Path, tmp_path: Path) -> None:
    made = score(gold_files(folder / "gold"), oracle(folder), [tmp_path])
    assert len(made.absent) == 3
    assert any("not here" in line for line in lines(made))


def test_gains_and_losses_fact_by_fact(folder: Path) -> None:
    good, bad = run(folder), run(folder, lambda rows: rows["citations"].pop(3) and None)
    scored = {f"{name}/{form}" for name, form in good.documents}
    losses, gains = changes(good.grades(), bad.grades(), scored)
    assert len(losses) >= 3
    assert not gains
    losses, gains = changes(bad.grades(), good.grades(), scored)
    assert not losses
    assert len(gains) >= 3


def test_printing_shows_counts(folder: Path) -> None:
    text = "\n".join(lines(run(folder)))
    assert "| citations |" in text
    assert "right/stated" in text


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("UBND tỉnh Bến Tre", "Ủy ban nhân dân tỉnh Bến Tre"),
        ("Uỷ ban Nhân dân tỉnh Bến Tre", "Ủy ban nhân dân tỉnh Bến Tre"),
        ("Thủ tướng", "Thủ tướng Chính phủ"),
        ("Văn phòng UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
    ],
)
def test_names_of_one_body_are_alike(left: str, right: str) -> None:
    assert body_name(left) == body_name(right)


@pytest.mark.parametrize(
    ("left", "right"), [("UBND huyện Ba Tri", "Chủ tịch UBND huyện Ba Tri"), ("UBND xã Ba Tri", "UBND huyện Ba Tri")]
)
def test_names_of_two_bodies_are_not(left: str, right: str) -> None:
    assert body_name(left) != body_name(right)


def test_texts() -> None:
    assert folded("Hoà  bình, 5 tỷ") == folded("hòa bình, 5 tỉ")
    assert symbol("15 /KH- UBND") == "15/KH-UBND"
    assert symbol("15/TTr-UBND") != symbol("15/TTR-UBND")
    assert unspaced("số 15 /KH- UBND") == "số 15/KH-UBND"
    assert fingerprint("- Số hồ sơ tiếp nhận") == fingerprint("Số hồ sơ\ntiếp nhận:")
    assert fingerprint("Số hồ sơ") != fingerprint("Số hồ sơ cũ")


def test_pairing_keeps_the_order() -> None:
    assert ordered(2, 2, lambda i, j: 1.0 if i != j else 0.0) in ([(0, 1)], [(1, 0)])
    assert by_key(["a", "b", "a"], ["a", "a"], lambda i, j: float(i == 2 and j == 1)) == [(0, 0), (2, 1)]
    assert by_sequence(["x", "y", "z"], ["x", "z"], lambda i, j: 0.0) == [(0, 0), (2, 1)]
    assert words_shared("một hai ba", "một hai bốn") > 0.5
    assert words_shared("một hai ba", "bốn năm sáu") == 0
