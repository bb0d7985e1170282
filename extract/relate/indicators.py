"""The same indicator in many reports: rows grouped by normalised name, section and unit (archive level).

Wording differs from report to report: abbreviations, brackets, numbering, order of codes. What stays is the key; a row
that is a detail of another (`- Cấp xã`) counts with the name of the row above it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from extract.facts import AppendixRow, Indicator, IndicatorRow, Row
from extract.gather import InMemory, NewGather
from extract.ids import short_hash
from patterns.coding import codes_of, coding_key
from patterns.spelling import fold
from patterns.words import any_of, variants
from patterns.words import rows as vocabulary

_BRACKETS = re.compile(r"\([^()]*\)")
_NUMBER = re.compile(r"^(?:[ivxl]{1,5}|[a-hđ]|\d{1,3}(?:\.\d{1,3})*)\s*[.)/-]\s+")
_DETAIL = re.compile(r"^\s*[-–—+*•]\s*|^\s*[a-zđ]\s*\)\s*|^\s*(?:trong đó|gồm)\b", re.IGNORECASE)
_EDGES = " .,;:-–—+*•…"
#: Labels and units repeat from report to report.
_KEPT = 50_000
_AMOUNT = re.compile(r"^(?:số lượng|tổng số lượng)\b")


class _Named(NamedTuple):
    """A row that states an indicator, as far as the indicator wants it."""

    fact_id: str
    doc_id: str
    label: str | None
    section: str | None
    unit: str | None


#: The columns of `appendix_rows` that an indicator is made from.
COLUMNS = ("doc_id", "fact_id", "table_title", "section_title", "parent_row", "label", "unit", "value_raw")


def build_indicators(rows: Sequence[AppendixRow]) -> tuple[list[Indicator], list[IndicatorRow]]:
    """Indicators and which row is which, of as many rows as memory holds."""
    found = list(indicator_rows([rows]))
    return [row for row in found if isinstance(row, Indicator)], [row for row in found if isinstance(row, IndicatorRow)]


def indicator_rows(bundles: Iterable[Sequence[AppendixRow]], gather: NewGather = InMemory) -> Iterator[Row]:
    """Rows of indicators and indicator_rows, each table's sorted by id; `bundles` hold whole documents, in any order.

    Rows without a name and headings (no unit, no value, rows below them) are no indicators. Label, section and unit shown are the most frequent ones.
    """
    by_key = gather()
    for rows in bundles:
        by_id = {row.fact_id: row for row in rows}
        parents = {row.parent_row for row in rows}
        for row in rows:
            heading = row.value_raw is None and row.unit is None and row.fact_id in parents
            key = None if heading else indicator_key(row, by_id)
            if key is not None:
                named = _Named(row.fact_id, row.doc_id, row.label, _section(row), row.unit)
                by_key.put(short_hash("indicator", *key), row.fact_id, named)
    for identifier, group in by_key.groups():
        yield Indicator(
            indicator_id=identifier,
            label=_usual(row.label for row in group) or "",
            section_title=_usual(row.section for row in group),
            unit=_usual(row.unit for row in group),
            rows=len(group),
            documents=len({row.doc_id for row in group}),
        )
        for row in group:
            yield IndicatorRow(row_fact_id=row.fact_id, indicator_id=identifier)


def indicator_key(row: AppendixRow, by_id: dict[str, AppendixRow]) -> tuple[str, str, str] | None:
    """Name, section and unit in one spelling; None for a row that states no indicator."""
    if not row.label:
        return None
    label = normal_label(row.label)
    parent = by_id.get(row.parent_row or "")
    if _DETAIL.match(row.label) and parent is not None and parent.label:
        label = f"{normal_label(parent.label)} > {label}"
    return (label, normal_label(_section(row) or ""), _unit(row.unit)) if label.strip(_EDGES) else None


@lru_cache(_KEPT)
def normal_label(label: str) -> str:
    """A name without numbering, brackets and closing marks, abbreviations written out, in lower case."""
    text = _BRACKETS.sub(" ", fold(label))
    text = _NUMBER.sub("", text.strip(_EDGES))
    text = _short().sub(lambda found: _long()[" ".join(found[0].split())], text)
    return " ".join(_AMOUNT.sub("số", text).split()).strip(_EDGES)


@lru_cache(_KEPT)
def _unit(unit: str | None) -> str:
    codes = codes_of(unit)
    if codes:
        return coding_key(codes)
    return fold(unit).strip(_EDGES) if unit else ""


def _section(row: AppendixRow) -> str | None:
    return row.section_title or row.table_title


def _usual(values: Iterable[str | None]) -> str | None:
    """The most frequent value; of equals the first in order of the alphabet."""
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None


@cache
def _long() -> dict[str, str]:
    return {fold(word): row["name"] for row in vocabulary("abbreviations") for word in variants(row)}


@cache
def _short() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(_long())}(?!\w)")
