"""The gold of a report, as JSON Lines (`corpus/METRIC.md`): what the generator knows it planted, and the texts to be read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from corpus.generate.model import Paragraph, Report, Table
from corpus.generate.planted import Fact, Planted

#: Tables of which the generated gold states all facts.
COMPLETE = ["appendix_rows", "appendix_values", "cells", "checks", "citations", "documents", "paragraphs", "quantities"]


def gold_lines(report: Report, forms: Mapping[str, Mapping[str, str]], *, name: str | None = None) -> list[str]:
    """The lines of the gold file; `forms` says which files hold the report, with their sha256."""
    about = {
        "table": "about",
        "name": name or report.name,
        "kind": "constructed",
        "part": "development",
        "seed": report.seed,
        "forms": forms,
        "complete": COMPLETE,
    }
    lines = [about, {"table": "documents", **report.header}, *_facts(report), *_rows(report), *_texts(report)]
    return [json.dumps(line, ensure_ascii=False) for line in lines]


def _facts(report: Report) -> Iterator[dict[str, Any]]:
    """Citations, quantities and checks in reading order; a fact inside another follows it."""
    seen: Counter[tuple[str, str]] = Counter()
    for text, section, in_table in report.texts():
        ordered = sorted(text.facts, key=lambda f: (f.start, -f.end))
        for fact in ordered:
            surface = text.text[fact.start : fact.end]
            key = fact.fields.get("number") if fact.table == "citations" else fact.fields.get("value_raw")
            seen[fact.table, key or surface] += 1
            line: dict[str, Any] = {
                "table": fact.table,
                "n": seen[fact.table, key or surface],
                "surface": surface,
                **fact.fields,
            }
            outer = _outer(fact, ordered, text)
            if outer is not None and fact.table == "citations":
                line["nested_in"] = outer
            _allow(line)
            if section is not None:
                line["section"] = section
            line["in_table"] = in_table
            yield line


def _allow(line: dict[str, Any]) -> None:
    """Readings that are as right: a symbol repaired by the reader, and `theo`, `trên cơ sở` as basis or as carrying out."""
    also = dict(line.get("also", {}))
    raw, number = line.get("number_raw"), line.get("number")
    if line["table"] == "citations" and raw and number:
        surfaces = [line["surface"], *also.get("surface", [])]
        also["surface"] = [*also.get("surface", []), *(s.replace(raw, number) for s in surfaces)]
        also["number_raw"] = [number, None, *also.get("number_raw", [])]
    if line.get("relation") in ("basis", "evidence"):
        also["relation"] = ["implements"] if line["relation"] == "basis" else ["basis"]
    if also:
        line["also"] = also


def _outer(fact: Fact, facts: list[Fact], text: Planted) -> str | None:
    """The surface of the smallest citation around this one."""
    around = [
        f for f in facts if f is not fact and f.table == fact.table and f.start <= fact.start and fact.end <= f.end
    ]
    return text.text[around[-1].start : around[-1].end] if around else None


def _tables(report: Report) -> list[Table]:
    return [block for block in (*report.body, *report.annex) if isinstance(block, Table)]


def _rows(report: Report) -> Iterator[dict[str, Any]]:
    number = 0
    for order, table in enumerate(_tables(report), 1):
        for row_no, row in enumerate(table.rows, 1):
            number += 1
            yield {"table": "appendix_rows", "n": number, "table_order": order, "row_no": row_no, **row}
        for value in table.values:
            yield {"table": "appendix_values", "table_order": order, **value}
        for check in table.checks:
            yield {"table": "checks", **check}


def _texts(report: Report) -> Iterator[dict[str, Any]]:
    number = 0
    for block in (*report.title, *report.body, *report.annex):
        if isinstance(block, Paragraph):
            number += 1
            yield {"table": "paragraphs", "n": number, "text": block.whole.text}
            for _, note in block.notes:
                number += 1
                yield {"table": "paragraphs", "n": number, "kind": "footnote", "text": note.text}
    number = 0
    for order, table in enumerate(_tables(report), 1):
        for cell in sorted(table.cells, key=lambda c: (c.row, c.column)):
            number += 1
            spans = {k: v for k, v in (("row_span", cell.row_span), ("column_span", cell.column_span)) if v > 1}
            yield {
                "table": "cells",
                "n": number,
                "table_order": order,
                "row_no": cell.row + 1,
                "column_no": cell.column + 1,
                **spans,
                "text": cell.text.text,
            }
