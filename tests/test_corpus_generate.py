"""The generator: same seed, same bytes; every planted fact stands where it says; variety that the corpus promises."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from corpus.generate.compose import compose
from corpus.generate.dates import written
from corpus.generate.docx import docx_bytes
from corpus.generate.gold import gold_lines
from corpus.generate.model import PageBreak, Paragraph, Report, Table
from corpus.generate.numbers import decimal
from corpus.generate.planted import Planted, fact, joined

SEEDS = range(100, 160)


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [compose(seed, long=seed % 3 == 0) for seed in SEEDS]


def shown(paragraph: Any) -> str:
    """The words a reader of Word sees: hidden runs left out, inserted and linked ones in."""
    parts = []
    for run in paragraph.iter(qn("w:r")):
        if run.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is None:
            parts += [("-" if e.tag == qn("w:noBreakHyphen") else e.text or "") for e in run if e.tag != qn("w:rPr")]
    return "".join(parts)


def gold_of(report: Report) -> list[dict[str, object]]:
    return [json.loads(line) for line in gold_lines(report, {})]


def test_same_seed_same_bytes() -> None:
    assert docx_bytes(compose(7)) == docx_bytes(compose(7))
    assert gold_lines(compose(7), {}) == gold_lines(compose(7), {})


def test_other_seed_other_report() -> None:
    assert docx_bytes(compose(7)) != docx_bytes(compose(8))


def test_planted_facts_move_with_their_text() -> None:
    inner = fact("citations", "Luật Thử", form="named")
    text = joined(["Theo ", fact("citations", f"bản sửa {inner.text}", Planted("bản sửa ") + inner, form="named"), "."])
    assert [text.text[f.start : f.end] for f in text.facts] == ["bản sửa Luật Thử", "Luật Thử"]


def test_surfaces_stand_in_the_text(reports: list[Report]) -> None:
    for report in reports:
        whole = "\n".join(text.text for text, _, _ in report.texts())
        for line in gold_of(report):
            if line["table"] in ("citations", "quantities"):
                assert str(line["surface"]) in whole


def test_counting_of_facts_with_one_key_is_gapless(reports: list[Report]) -> None:
    for report in reports:
        seen: Counter[tuple[str, str]] = Counter()
        for line in gold_of(report):
            if line["table"] == "citations":
                key = ("citations", str(line["number"] or line["surface"]))
                seen[key] += 1
                assert line["n"] == seen[key]


def test_instruments_are_older_than_the_report(reports: list[Report]) -> None:
    for report in reports:
        for line in gold_of(report):
            if line["table"] == "citations" and line["issued_on"] and line["form"] != "self":
                assert dt.date.fromisoformat(str(line["issued_on"])) <= report.issued_on


def test_year_in_the_number_is_the_year_of_the_date(reports: list[Report]) -> None:
    for report in reports:
        for line in gold_of(report):
            if line["table"] == "citations" and line.get("year") and line["issued_on"]:
                assert str(line["issued_on"]).startswith(str(line["year"]))


def test_every_citation_form_and_source_occurs(reports: list[Report]) -> None:
    lines = [line for report in reports for line in gold_of(report) if line["table"] == "citations"]
    assert {line["form"] for line in lines} == {"full", "short", "named", "self"}
    assert {line.get("issuer_source") for line in lines} >= {"after", "before", "shared", "lead_in", None}
    assert {line.get("relation") for line in lines} >= {
        "basis",
        "implements",
        "issues",
        "amends",
        "evidence",
        "attached",
    }
    for column in ("issuers", "number_raw", "suffix", "nested_in", "article", "antecedent", "title"):
        assert any(line.get(column) for line in lines), column


def test_every_quantity_kind_occurs(reports: list[Report]) -> None:
    lines = [line for report in reports for line in gold_of(report) if line["table"] == "quantities"]
    kinds = {"count", "percent", "percent_point", "ratio", "money", "duration", "measure"}
    assert {line["kind"] for line in lines} == kinds
    assert any(line.get("value_max") for line in lines)
    assert any(line.get("value") == 0 for line in lines)


def test_tables_vary(reports: list[Report]) -> None:
    tables = [b for r in reports for b in (*r.body, *r.annex) if isinstance(b, Table)]
    assert {table.header for table in tables} == {1, 2}
    assert {table.repeat_header for table in tables} == {True, False}
    assert {len(table.widths) for table in tables} >= {4, 5, 6}
    assert any(cell.column_span > 2 for table in tables for cell in table.cells)
    assert any(isinstance(b, PageBreak) and b.landscape for r in reports for b in r.annex)
    assert any(b.notes for r in reports for b in r.body if isinstance(b, Paragraph))


def test_cells_cover_each_grid_place_once(reports: list[Report]) -> None:
    for report in reports:
        for table in (b for b in (*report.body, *report.annex) if isinstance(b, Table)):
            places = Counter(
                (cell.row + down, cell.column + right)
                for cell in table.cells
                for down in range(cell.row_span)
                for right in range(cell.column_span)
            )
            assert set(places.values()) == {1}
            assert len(places) == len(table.widths) * (1 + max(cell.row for cell in table.cells))


def test_planted_contradictions_are_contradictions(reports: list[Report]) -> None:
    checks = [line for report in reports for line in gold_of(report) if line["table"] == "checks"]
    assert checks
    for line in checks:
        assert abs(float(str(line["stated"])) - float(str(line["expected"]))) > 0.5


@pytest.mark.parametrize("seed", [101, 102, 103])
def test_docx_opens_and_says_what_the_model_says(seed: int) -> None:
    report = compose(seed)
    opened = docx.Document(BytesIO(docx_bytes(report)))
    ruled = [b for b in (*report.body, *report.annex) if isinstance(b, Table)]
    assert len(opened.tables) == len(ruled) + 2
    body = [b.text.text for b in report.body if isinstance(b, Paragraph) and not b.notes]
    said = "\n".join(shown(p._p) for p in opened.paragraphs)
    found = [text for text in body if text in said]
    assert found == body


@pytest.mark.parametrize(
    ("day", "style", "expected"),
    [
        (dt.date(2021, 7, 5), "short", "05/7/2021"),
        (dt.date(2022, 2, 14), "short", "14/02/2022"),
        (dt.date(2021, 7, 5), "padded", "05/07/2021"),
        (dt.date(2018, 4, 3), "dot", "03.4.2018"),
        (dt.date(2018, 4, 3), "hyphen", "03-04-2018"),
        (dt.date(2021, 12, 9), "long", "09 tháng 12 năm 2021"),
    ],
)
def test_dates(day: dt.date, style: str, expected: str) -> None:
    assert written(day, style) == expected


@pytest.mark.parametrize(
    ("value", "places", "expected"), [(3327, 0, "3.327"), (57.34, 2, "57,34"), (1234567.5, 1, "1.234.567,5")]
)
def test_numbers(value: float, places: int, expected: str) -> None:
    assert decimal(value, places) == expected
