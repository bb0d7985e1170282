"""Tables that go on: what authors split by hand, page by page, and what Word shows as one is one logical table again."""

from __future__ import annotations

from dataclasses import replace

from extract.read.items import Cell, Table

Row = tuple[tuple[int, int, int, str], ...]


def joined(first: Table, second: Table, *, adjacent: bool) -> Table | None:
    """One table of two that follow each other with nothing between; None where they are two.

    They are one if the second repeats the header rows of the first (which are then left out), or has as many columns
    and stands directly below without even an empty paragraph (`adjacent`), as Word shows one table then.
    """
    if _columns(first) != _columns(second):
        return None
    above, below = _rows(first), _rows(second)
    repeated = 0
    while repeated < min(len(above), len(below)) and above[repeated] == below[repeated]:
        repeated += 1
    if repeated and not _is_header(above[0]):
        repeated = 0
    if repeated == len(below) or (repeated and _first_text(above, repeated) == _first_text(below, repeated) != ""):
        return None
    if not repeated and not adjacent:
        return None
    shift = len(above) - repeated
    cells = tuple(replace(cell, row=cell.row + shift) for cell in second.cells if cell.row > repeated)
    return Table(cells=first.cells + cells)


def _columns(table: Table) -> int:
    return max((cell.column + cell.column_span for cell in table.cells), default=0)


def _rows(table: Table) -> list[Row]:
    rows: list[list[Cell]] = [[] for _ in range(max((cell.row for cell in table.cells), default=0))]
    for cell in table.cells:
        rows[cell.row - 1].append(cell)
    return [tuple((c.column, c.column_span, c.row_span, " ".join(c.text.split())) for c in row) for row in rows]


def _is_header(row: Row) -> bool:
    texts = [text for *_, text in row if text]
    return len(texts) >= 2 and not any(text.replace(".", "").replace(",", "").isdigit() for text in texts)


def _first_text(rows: list[Row], start: int) -> str:
    return next((row[0][3] for row in rows[start:] if row), "")
