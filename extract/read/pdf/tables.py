"""Grids of single pages → tables with their cells filled, and tables → the items a document is made of.

What happens between, where a table goes on over a page break, is in `stitch`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from extract.document import Box
from extract.read.items import Cell, Table
from extract.read.pdf.compose import compose
from extract.read.pdf.grid import Grid
from extract.read.pdf.lines import Line, is_bold, make_line, rows_of
from extract.read.pdf.page import Token

_PADDING = 5.4
_THINNEST_ROW = 6.0


@dataclass(slots=True)
class Slot:
    """A cell while a table is built: printed lines of all its parts, and the width they had."""

    row: int
    column: int
    row_span: int
    column_span: int
    width: float
    right: float
    box: Box
    lines: list[Line] = field(default_factory=list)
    stitched: bool = False

    @property
    def last_row(self) -> int:
        """The last grid row it covers."""
        return self.row + self.row_span - 1


@dataclass(slots=True)
class PageTable:
    """One table on one page: column edges, rows and slots; then also the pages stitched to it."""

    page: int
    xs: list[float]
    rows: int
    slots: list[Slot]
    top: float
    bottom: float
    padding: float = _PADDING

    def starting(self, row: int) -> list[Slot]:
        """Slots whose first row is this one, by column."""
        return sorted((slot for slot in self.slots if slot.row == row), key=lambda slot: slot.column)

    def covering(self, row: int) -> list[Slot]:
        """Slots that cover this row, by column."""
        return sorted((s for s in self.slots if s.row <= row < s.row + s.row_span), key=lambda slot: slot.column)


def fill(page: int, grid: Grid, tokens: Sequence[Token]) -> PageTable:
    """The table of a grid with the tokens that lie in its cells; others are passed over."""
    held: list[list[Token]] = [[] for _ in grid.cells]
    xs, ys, owner = grid.xs, grid.ys, grid.owner
    columns, rows = len(xs) - 1, len(ys) - 1
    for token in tokens:
        _, x0, top, x1, bottom, _, _, _ = token
        row = bisect_right(ys, (top + bottom) / 2) - 1
        if not 0 <= row < rows:
            continue
        x = (x0 + x1) / 2
        column = bisect_right(xs, x) - 1
        if 0 <= column < columns:
            held[owner[row][column]].append(token)
        elif xs[0] - 1 <= x <= xs[-1] + 1:  # a point of slack left and right
            held[owner[row][0 if column < 0 else -1]].append(token)
    slots = []
    margins = []
    for cell, content in zip(grid.cells, held, strict=True):
        lines = [make_line(page, row) for row in rows_of(content)] if content else []
        if lines:
            margins.append(min(line.x0 for line in lines) - cell.x0)
        box = Box(page, round(cell.x0, 1), round(cell.top, 1), round(cell.x1, 1), round(cell.bottom, 1))
        slots.append(
            Slot(cell.row, cell.column, cell.row_span, cell.column_span, cell.x1 - cell.x0, cell.x1, box, lines)
        )
    tight = sorted(margin for margin in margins if margin >= 0)
    padding = min(max(tight[len(tight) // 10], 0.5), 8.0) if tight else _PADDING
    table = PageTable(page, list(grid.xs), len(grid.ys) - 1, slots, grid.ys[0], grid.ys[-1], padding)
    if table.rows > 1 and grid.ys[-1] - grid.ys[-2] < _THINNEST_ROW:
        _drop_last_row(table)
    return table


def _drop_last_row(table: PageTable) -> None:
    """Take out an empty last row too thin for text: what a page break leaves of the row that begins on the next page."""
    last = table.starting(table.rows - 1)
    if any(slot.lines for slot in last):
        return
    table.slots = [slot for slot in table.slots if slot.row < table.rows - 1]
    table.rows -= 1
    for slot in table.slots:
        slot.row_span = min(slot.row_span, table.rows - slot.row)


def finish(table: PageTable, notes: frozenset[tuple[int, str]]) -> tuple[Table, list[tuple[int, str]]]:
    """The logical table as items, and the note marks that stand in it."""
    cells: list[Cell] = []
    marks: list[tuple[int, str]] = []
    for slot in sorted(table.slots, key=lambda slot: (slot.row, slot.column)):
        breaks = _breaks(slot, table.padding)
        reach = (slot.right - slot.width + table.padding, slot.right - table.padding)
        composed = compose(slot.lines, notes=notes, reach=reach, breaks=breaks)
        marks.extend(composed.marks)
        cells.append(
            Cell(
                row=slot.row + 1,
                column=slot.column + 1,
                text=composed.text,
                raw=composed.raw,
                row_span=slot.row_span,
                column_span=slot.column_span,
                stitched=slot.stitched,
                bold=is_bold(slot.lines) if slot.lines else None,
                words=composed.words,
                box=None if composed.words else slot.box,
            )
        )
    return Table(cells=tuple(cells)), marks


def _breaks(slot: Slot, padding: float) -> list[str]:
    """Separators before each line of a cell: a line feed where the writer broke the line."""
    if len(slot.lines) < 2:
        return [" "] * len(slot.lines)
    available = slot.width - 2 * padding
    breaks = [" "]
    for line, following in zip(slot.lines, slot.lines[1:], strict=False):
        first = following.tokens[0]
        needed = (line.x1 - line.x0) + 0.25 * line.height + (first.x1 - first.x0)
        restyled = line.tokens[-1].bold != first.bold
        breaks.append("\n" if restyled or needed < available - 2 else " ")
    return breaks


def usual_height(lines: Sequence[Line]) -> float:
    """Height of ordinary text in these lines, weighted by tokens; 0 without text."""
    heights = [token.height for line in lines for token in line.tokens if not token.mark]
    return median(heights) if heights else 0.0
