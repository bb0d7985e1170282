"""The facts as rows to read: per kind the columns a person checks first; all others are in the details of a row."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from extract.facts import AppendixRow, AppendixValue, Check, Row
from extract.grounding import Fact
from extract.view.kinds import KINDS, Kind, Tables
from extract.view.words import key_of

#: A column that is not named as the field it shows: field, and the title's key.
_TITLES = {("entities", "label"): "entity"}
COLUMNS: dict[Kind, tuple[str, ...]] = {
    "citations": ("surface", "type", "number", "issued_on", "issuer", "relation"),
    "quantities": ("surface", "value", "unit", "counted", "period_label"),
    "indicators": ("item_no", "label", "unit", "values"),
    "entities": ("surface", "label", "name", "unit_code"),
    "checks": ("holds", "kind", "stated", "expected", "message"),
}
#: A kind whose table in `extract.facts` has another name.
TABLES: dict[Kind, str] = {"indicators": "appendix_rows"}
_CODED = ("relation", "kind", "label", "holds")


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a row of an indicator table: a place of its own."""

    fact_id: str
    text: str
    title: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What one column of a row says: text, a word in two languages, a number, a date, or values."""

    column: str
    text: str = ""
    word: str | None = None
    number: float | None = None
    date: dt.date | None = None
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A row. `goes_to` are the facts whose places it shows: itself, or those a check speaks of."""

    fact_id: str
    goes_to: tuple[str, ...]
    page: int | None
    block: str | None
    cells: tuple[Cell, ...]
    doubtful: bool = False
    confidence: float | None = None
    level: int = 0
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a title of their own: an indicator table."""

    title: str | None
    number: int | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """All rows of a kind; `columns` are names and keys of titles."""

    kind: Kind
    columns: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many rows."""
        return sum(len(group.lines) for group in self.groups)

    @property
    def doubtful(self) -> int:
        """How many of them a person should look at."""
        return sum(line.doubtful for group in self.groups for line in group.lines)


def listings(tables: Tables) -> tuple[Listing, ...]:
    """One per kind, also where there is nothing."""
    values: dict[str, list[AppendixValue]] = defaultdict(list)
    for value in tables.get("appendix_values", ()):
        assert isinstance(value, AppendixValue)
        values[value.row_fact_id].append(value)
    found = []
    for kind in KINDS:
        rows = tables.get(TABLES.get(kind, kind), ())
        columns = tuple((name, f"column.{_TITLES.get((kind, name), name)}") for name in COLUMNS[kind])
        found.append(Listing(kind, columns, tuple(_groups(kind, rows, values))))
    return tuple(found)


def _groups(kind: Kind, rows: Sequence[Row], values: dict[str, list[AppendixValue]]) -> Iterator[Group]:
    tables: dict[tuple[int | None, str | None], list[Line]] = {}
    for row in rows:
        key = (row.table_no, row.table_title) if isinstance(row, AppendixRow) else (None, None)
        tables.setdefault(key, []).append(_line(kind, row, values))
    for (number, title), lines in tables.items():
        yield Group(title, number, tuple(lines))


def _line(kind: Kind, row: Row, values: dict[str, list[AppendixValue]]) -> Line:
    if isinstance(row, Check):
        cells = tuple(_cell(row, name) for name in COLUMNS[kind])
        return Line(row.fact_id, row.facts, None, None, cells, failed=row.holds is False)
    assert isinstance(row, Fact)
    own = values.get(row.fact_id, []) if isinstance(row, AppendixRow) else []
    cells = tuple(
        _cell(row, name) if name != "values" else Cell(name, values=tuple(_values(own))) for name in COLUMNS[kind]
    )
    return Line(
        fact_id=row.fact_id,
        goes_to=(row.fact_id,),
        page=row.page,
        block=row.block,
        cells=cells,
        doubtful=row.doubtful or any(value.doubtful for value in own),
        confidence=row.confidence,
        level=min(row.level or 0, 5) if isinstance(row, AppendixRow) else 0,
    )


def _values(own: Iterable[AppendixValue]) -> Iterator[Value]:
    for value in own:
        yield Value(value.fact_id, value.value_raw or "", " › ".join(value.header_path), value.doubtful)


def _cell(row: Row, column: str) -> Cell:
    value: Any = getattr(row, column)
    if column in _CODED and not isinstance(row, AppendixRow):
        word = key_of(column, value)
        return Cell(column, word=word, text="" if word else plain(value))
    if isinstance(value, dt.date):
        return Cell(column, date=value)
    if isinstance(value, float):
        return Cell(column, number=value)
    return Cell(column, text=plain(value))


def plain(value: object) -> str:
    """A value as text: lists joined, nothing for null."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(plain(item) for item in value)
    return f"{value:.15g}" if isinstance(value, float) else str(value)
