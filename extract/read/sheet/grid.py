"""The part of a sheet that holds something: its rows, with merged cells given once, and where among them the table is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from extract.read.errors import TooLarge
from extract.read.sheet.formats import shown

_LEAST_CELLS: Final = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A cell with text. `column_end` is its last column, `row_span` the filled rows it stands over."""

    column: int
    column_end: int
    row_span: int
    text: str
    bold: bool
    centered: bool
    is_number: bool


@dataclass(frozen=True, slots=True)
class Region:
    """Rows with something in them; `table` is the slice that is a table; `hidden` counts rows and columns not shown."""

    rows: tuple[tuple[Place, ...], ...]
    table: tuple[int, int]
    hidden: int


def region_of(sheet: Any, most: int) -> Region | None:
    """The filled part of an openpyxl worksheet; None if it is empty. Raises TooLarge over `most` cells."""
    merged = {(area.min_row, area.min_col): (area.max_row, area.max_col) for area in sheet.merged_cells.ranges}
    hidden_columns = _hidden_columns(sheet)
    filled: dict[int, list[Any]] = {}
    hidden: set[int] = set()
    count = 0
    for (row, column), cell in sorted(
        sheet._cells.items()
    ):  # only cells there are: the sheet may be a million rows long
        if cell.value is None or (isinstance(cell.value, str) and not cell.value.strip()):
            continue
        dimension = sheet.row_dimensions.get(row)
        if dimension is not None and dimension.hidden:
            hidden.add(row)
        elif column in hidden_columns:
            hidden.add(-column)
        else:
            count += 1
            filled.setdefault(row, []).append(cell)
    if not filled:
        return None
    if count > most or len(filled) * len({c.column for row in filled.values() for c in row}) > 4 * most:
        raise TooLarge(
            f"The sheet {sheet.title!r} holds more than {most:,} cells; it is a data base, not a report: split it."
        )
    numbers = sorted(filled)
    at = {row: index for index, row in enumerate(numbers)}
    rows = []
    for row in numbers:
        places = []
        for cell in filled[row]:
            last_row, last_column = merged.get((row, cell.column), (row, cell.column))
            span = sum(1 for other in range(row, min(last_row, numbers[-1]) + 1) if other in at)
            places.append(_place(cell, last_column, span))
        rows.append(tuple(places))
    return Region(tuple(rows), _table(rows), len(hidden))


def _place(cell: Any, last_column: int, span: int) -> Place:
    return Place(
        column=cell.column,
        column_end=last_column,
        row_span=span,
        text=shown(cell.value, cell.number_format or "General"),
        bold=bool(cell.font and cell.font.b),
        centered=bool(cell.alignment and cell.alignment.horizontal in ("center", "centerContinuous")),
        is_number=isinstance(cell.value, int | float),
    )


def _table(rows: list[tuple[Place, ...]]) -> tuple[int, int]:
    """From the first row of three cells to the last of three, or of two with a number (`Tổng cộng | 500`)."""
    least = _LEAST_CELLS if any(len(row) >= _LEAST_CELLS for row in rows) else 2
    first = next((number for number, row in enumerate(rows) if len(row) >= least), len(rows))
    last = first
    for number, row in enumerate(rows[first:], start=first + 1):
        if len(row) >= least or (len(row) > 1 and any(place.is_number for place in row)):
            last = number
    return first, last


def _hidden_columns(sheet: Any) -> set[int]:
    """Numbers of the columns not shown; a dimension stands for all columns from `min` to `max`."""
    return {
        column
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden
        for column in range(dimension.min or 0, (dimension.max or 0) + 1)
    }
