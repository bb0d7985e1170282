"""The benchmark: readers answer, rows are counted right or wrong, growth is measured on what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.bench import growth, scans, stages
from corpus.bench.__main__ import start_up
from corpus.bench.peers import OWN, NotThere, Reader, peers, python_of, race, running
from corpus.bench.reader import READERS, _piped
from corpus.bench.rows import documents, rows_right
from corpus.bench.scan_reader import by_page
from corpus.score.gold import Gold
from corpus.score.texts import fingerprint
from extract.pipeline import extract_facts
from extract.read import read

ROOT = Path(__file__).parents[1]
PDF = ROOT / "corpus" / "documents" / "truong-giao-duc.pdf"


def gold(**facts: list[dict[str, object]]) -> Gold:
    return Gold(name="a", kind="hand", part="development", forms={}, complete=frozenset(), facts=facts)


def cells(*rows: str) -> list[dict[str, object]]:
    return [
        {"table_order": 1, "row_no": number, "column_no": column, "text": text}
        for number, row in enumerate(rows, 1)
        for column, text in enumerate(row.split("|"), 1)
    ]


@pytest.mark.parametrize(
    ("seen", "right"),
    [
        ([["1", "Số hồ sơ", "", "12"], ["2", "Số xã", "", "3"]], 2),
        ([["1", "", "Số  hồ\nsơ", "12"], ["2", "Số xã", "4"]], 1),
        ([["12", "Số hồ sơ", "1"]], 0),
        ([["1", "Số hồ sơ", "12"], ["1", "Số hồ sơ", "12"]], 1),
        ([["1", "Số hồ", "12"], ["", "sơ", ""]], 0),
        ([], 0),
    ],
)  # fmt: skip
def test_a_row_is_right_if_all_its_cells_are(seen: list[list[str]], right: int) -> None:
    assert rows_right(gold(cells=cells("1|Số hồ sơ||12", "2|Số xã||3")), seen) == (right, 2)


@pytest.mark.parametrize(
    ("seen", "right"),
    [
        ([["1", "Số hồ sơ", "Hồ sơ", "12", "x"]], 1),
        ([["1", "Số hồ sơ", "Hồ sơ", "13"]], 0),
        ([["1", "Số hồ sơ tiếp nhận", "Hồ sơ", "12"]], 0),
    ],
)
def test_a_published_row_is_right_if_the_parts_that_are_known_are(seen: list[list[str]], right: int) -> None:
    line = {"item_no": "1", "label_fingerprint": fingerprint("Số hồ sơ"), "unit": "Hồ sơ", "value_raw": "12"}
    assert rows_right(gold(appendix_rows=[line]), seen) == (right, 1)


def test_markdown_tables_become_rows() -> None:
    assert _piped("a\n|x|y|\n|---|:-:|\n| 1 | b<br>c |\n") == [["x", "y"], ["1", "b c"]]


def test_every_reader_has_an_environment() -> None:
    assert set(READERS) == {*OWN, *peers()}
    assert all("==" in requirement for requirement in peers().values())


@pytest.mark.parametrize("name", OWN)
def test_our_own_readers_answer(name: str) -> None:
    files = documents(ROOT / "corpus" / "gold", [ROOT / "corpus" / "documents"])
    with running([name]) as (ready, absent):
        assert absent == {}
        assert race(ready, [PDF], 1) == {}
        (reader,) = ready
        assert len(reader.seconds[PDF]) == 1
        assert reader.version
        right, all_ = rows_right(files[PDF], reader.rows[PDF])
        assert all_ == 14
        assert right == (0 if name == "bare text" else all_)


def test_a_reader_that_fails_says_so_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"nothing")
    with Reader("bare text") as reader:
        reader.ask(tmp_path / "x.pdf", timed=False)
        assert "PdfiumError" in reader.errors[tmp_path / "x.pdf"]
        reader.ask(PDF, timed=True)
        assert reader.seconds[PDF]


def test_a_reader_that_cannot_be_installed_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("corpus.bench.peers.peers", lambda: {"camelot": "no-such-package-of-ours==0.0.0"})
    monkeypatch.setattr("corpus.bench.peers.BUILD", tmp_path)
    monkeypatch.setenv("PIP_RETRIES", "0")
    with pytest.raises(NotThere, match="pip install no-such-package-of-ours"):
        python_of("camelot")


def test_the_grammar_is_measured_on_the_text_it_says() -> None:
    text = "Kế hoạch số 5/KH-UBND và Nghị định số 6/2020/NĐ-CP."
    (found,) = growth.grammar(text, (0.01,), 1)
    size, speed, mentions = found
    assert size == 0.01
    assert speed > 0
    assert mentions == pytest.approx(2 * 10_000 / len(f"{text}\n".encode()), rel=0.02)


def test_runs_are_measured_with_their_memory() -> None:
    (made,) = growth.runs((2,), (1,))
    assert made.documents == 2
    assert made.seconds > 0
    assert made.peak_mb > 20


def test_the_steps_and_modules_are_ours() -> None:
    found = stages.steps(PDF, 1)
    assert {"reading", "with citations", "with checks"} <= found.keys()
    modules = dict(stages.modules(PDF, 5))
    assert any(name.startswith("extract/read/pdf") for name in modules)
    assert 0 < sum(modules.values()) <= 1


def test_start_up_is_measured() -> None:
    assert start_up(["-c", "pass"], 1) > 0


@pytest.mark.parametrize(
    ("page", "after"),
    [
        ("# B\n\n## A\n\n1\n\n## Start-up\n\n2\n", "# B\n\n## A\n\n1\n\n## Scans\n\nnew\n\n## Start-up\n\n2\n"),
        ("# B\n\n## Scans\n\nold\n\n## Z\n\n2\n", "# B\n\n## Scans\n\nnew\n\n## Z\n\n2\n"),
        ("# B\n\n## Scans\n\nold\n", "# B\n\n## Scans\n\nnew\n\n"),
    ],
)
def test_only_the_section_of_scans_is_replaced(page: str, after: str) -> None:
    assert scans.replaced(page, ["## Scans", "", "new", ""]) == after


def test_a_number_counts_once_where_it_stands_as_a_word() -> None:
    twin = extract_facts(read(PDF))
    pages = [text for (text,) in by_page(twin.document)]
    annex = min(block.page or 0 for block in twin.document.blocks if block.kind == "cell")
    wanted = sum(sum(found.values()) for found in scans.numbers_of(twin).values())
    own = scans.right(pages, twin, annex)
    assert wanted > 0
    assert (own["errors"], own["numbers"]) == (0, wanted)
    assert scans.right([""] * len(pages), twin, annex)["numbers"] == 0
