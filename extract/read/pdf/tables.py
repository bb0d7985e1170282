"""Grids of single pages → logical tables: cells filled, pages stitched, repeated headers left out, broken rows joined.

Whether the first row of a page goes on the last row of the page before is decided by geometry, not by its wording:
a cell is unfinished where the next word would not have fitted on its last line; a row is broken where every cell that
has text on both sides is unfinished and no cell begins below that was empty above.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

import regex

from extract.document import Box
from extract.read.items import Cell, Table
from extract.read.pdf.compose import compose, is_cut_number
from extract.read.pdf.grid import Grid
from extract.read.pdf.lines import Line, is_bold, make_line, rows_of
from extract.read.pdf.page import Token

_ALIGNED = 5.0
_PADDING = 5.4
_ENOUGH_ROWS = 6
_THINNEST_ROW = 6.0
_NUMBER = regex.compile(r"\d[\d.,/%]*$|[IVX]+\.?$")
_TERMINAL = (".", ";", ":", "!", "?")


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
        return sorted((s for s in self.slots if s.row <= row <= s.last_row), key=lambda slot: slot.column)


def fill(page: int, grid: Grid, tokens: Sequence[Token]) -> PageTable:
    """The table of a grid with the tokens that lie in its cells; others are passed over."""
    held: list[list[Token]] = [[] for _ in grid.cells]
    xs, ys, owner = grid.xs, grid.ys, grid.owner
    columns, rows = len(xs) - 1, len(ys) - 1
    for token in tokens:
        _, x0, top, x1, bottom, _, _ = token
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


def same_columns(table: PageTable, following: PageTable) -> bool:
    """Whether two page tables have the same column edges, up to edges that merged cells hide on one page."""
    shift = following.xs[0] - table.xs[0]
    edges = [x - shift for x in following.xs]
    if abs(shift) > 40 or abs(table.xs[-1] - edges[-1]) > _ALIGNED:
        return False
    few, many = sorted((table.xs, edges), key=len)
    return all(any(abs(x - y) <= _ALIGNED for y in many) for x in few)


def stitch(table: PageTable, following: PageTable) -> None:
    """Append the table of the next page to `table`, in place."""
    _share_columns(table, following)
    _part_glued_header(table, following)
    skipped = _repeated_header(table, following)
    first = skipped
    if first == 0 and _is_second_header_row(table, following):
        _merge_down(table, following)
        offset, remaining = table.rows, following.slots
    elif first < following.rows and _is_broken(table, following, first):
        above = {slot.column: slot for slot in table.covering(table.rows - 1)}
        for slot in following.starting(first):
            if slot.lines:
                target = above[slot.column]
                target.lines.extend(slot.lines)
                target.stitched = True
        offset = table.rows - first - 1
        remaining = [slot for slot in following.slots if slot.row > first]
        for slot in following.starting(first):
            if slot.row_span > 1:
                above[slot.column].row_span += slot.row_span - 1
    else:
        offset = table.rows - first
        remaining = [slot for slot in following.slots if slot.row >= first]
        remaining = _without_continued_spans(table, following, first, remaining)
    for slot in remaining:
        slot.row += offset
        table.slots.append(slot)
    table.rows = following.rows + offset
    table.page, table.bottom = following.page, following.bottom


def _without_continued_spans(table: PageTable, following: PageTable, first: int, slots: list[Slot]) -> list[Slot]:
    """Slots but those that go on a merged cell of the page before: empty, of several rows, below one of several rows."""
    above = {slot.column: slot for slot in table.covering(table.rows - 1)}
    kept: list[Slot] = []
    for slot in slots:
        group = above.get(slot.column)
        if (
            slot.row == first
            and slot.row_span > 1
            and not slot.lines
            and group is not None
            and group.lines
            and group.row_span > 1
            and group.column_span == slot.column_span
        ):
            group.row_span += slot.row_span
        else:
            kept.append(slot)
    return kept


def _is_second_header_row(table: PageTable, following: PageTable) -> bool:
    """Whether a page ends inside a header of two rows: what spans columns there is parted below, the rest is empty."""
    if table.rows != 1 or not following.rows:
        return False
    parted: set[int] = set()
    for slot in table.starting(0):
        if slot.column_span > 1:
            parted.update(range(slot.column, slot.column + slot.column_span))
    below = following.starting(0)
    return (
        0 < len(parted) < len(table.xs) - 1
        and all(bool(slot.lines) == (slot.column in parted) for slot in below)
        and all(slot.column_span == 1 for slot in below)
    )


def _merge_down(table: PageTable, following: PageTable) -> None:
    """Let the header cells above empty ones cover both rows, in place."""
    empty = {slot.column for slot in following.starting(0) if not slot.lines}
    following.slots = [slot for slot in following.slots if slot.row > 0 or slot.lines]
    for slot in table.starting(0):
        if slot.column in empty:
            slot.row_span += 1


def _share_columns(table: PageTable, following: PageTable) -> None:
    """Give both tables the finer column edges, so that column numbers mean the same."""
    if len(table.xs) == len(following.xs):
        return
    coarse, fine = sorted((table, following), key=lambda part: len(part.xs))
    shift = fine.xs[0] - coarse.xs[0]
    position = [min(range(len(fine.xs)), key=lambda i: abs(fine.xs[i] - shift - x)) for x in coarse.xs]
    for slot in coarse.slots:
        start, end = position[slot.column], position[slot.column + slot.column_span]
        slot.column, slot.column_span = start, end - start
    coarse.xs = [x - shift for x in fine.xs]


def _text(slot: Slot) -> str:
    return _letters(slot.lines)


def _part_glued_header(table: PageTable, following: PageTable) -> None:
    """Take a repeated header out of the row it is glued to: some producers draw no rule between it and a broken row."""
    if table.rows < 2:
        return
    pairs = list(zip(table.starting(0), following.starting(0), strict=False))
    if len(pairs) != len(table.starting(0)) or len(pairs) != len(following.starting(0)):
        return
    rests: list[list[Line]] = []
    for ours, theirs in pairs:
        count = len(ours.lines)
        if ours.column != theirs.column or _letters(theirs.lines[:count]) != _letters(ours.lines):
            return
        rests.append(theirs.lines[count:])
    if any(rests) and sum(bool(_letters(ours.lines)) for ours, _ in pairs) >= 2:
        for (_, theirs), rest in zip(pairs, rests, strict=True):
            theirs.lines = rest


def _letters(lines: Sequence[Line]) -> str:
    return "".join("".join(token.text for token in line.tokens) for line in lines)


def _repeated_header(table: PageTable, following: PageTable) -> int:
    """How many rows at the top of the next page repeat the top rows of the table."""
    count = 0
    while count < min(following.rows, table.rows, 4):
        ours = [(slot.column, _text(slot)) for slot in table.starting(count)]
        theirs = [(slot.column, _text(slot)) for slot in following.starting(count)]
        if ours != theirs or not any(text for _, text in ours):
            break
        count += 1
    while count and any(slot.row < count <= slot.last_row for slot in following.slots):
        count -= 1
    return count


def _is_broken(table: PageTable, following: PageTable, row: int) -> bool:
    """Whether `row` of the next page goes on the last row of the table.

    No cell may begin below that was empty above, and two numbers, or a unit said twice, are two values, however
    narrow the column. Then either every cell with text below is unfinished above, or the
    row leaves a column empty that every other row fills: then it is no row of its own.
    """
    above = {slot.column: slot for slot in table.covering(table.rows - 1)}
    below = [slot for slot in following.starting(row) if slot.lines]
    for slot in below:
        target = above.get(slot.column)
        if target is None or target.column_span != slot.column_span or not target.lines:
            return False
    if not below:
        return False
    for slot in below:
        ours, theirs = _text(slot), _text(above[slot.column])
        if ours == theirs or (_NUMBER.match(ours) and _NUMBER.match(theirs) and not is_cut_number(theirs, ours)):
            return False
    filled = {slot.column for slot in below}
    if (
        below[0].lines[0].tokens[0].text[:1].isupper()
        and len(below) == 1
        and _has_row_like(table, following, row, filled)
    ):
        return False
    unfinished = sum(_unfinished(above[slot.column], slot, table.padding) for slot in below)
    if unfinished == len(below):
        return True
    ordinal = above.get(0)
    numbered = ordinal is not None and _NUMBER.match(_text(ordinal)) and all(slot.column > 0 for slot in below)
    if numbered and 2 <= len(below) <= 2 * unfinished:
        return True
    always = _always_filled(table, following, row)
    return any(column not in filled for column in always)


def _has_row_like(table: PageTable, following: PageTable, row: int, filled: set[int]) -> bool:
    """Whether another row of the table fills just these columns: then such rows are its custom."""
    rows: dict[tuple[int, int], set[int]] = {}
    for part, page in ((table, 0), (following, 1)):
        for slot in part.slots:
            if slot.lines and (page, slot.row) != (1, row):
                rows.setdefault((page, slot.row), set()).add(slot.column)
    return any(columns == filled for columns in rows.values())


def _always_filled(table: PageTable, following: PageTable, row: int) -> list[int]:
    """Columns that (nearly) every row fills, headers and the row in question left out; none for small tables."""
    counts: dict[int, int] = {}
    rows: set[tuple[int, int]] = set()
    header = max((slot.row_span for slot in table.starting(0)), default=1)
    for part, page in ((table, 0), (following, 1)):
        for slot in part.slots:
            if slot.row_span > 1 or (page == 1 and slot.row <= row) or (page == 0 and slot.row < header):
                continue
            rows.add((page, slot.row))
            counts[slot.column] = counts.get(slot.column, 0) + bool(slot.lines)
    if len(rows) < _ENOUGH_ROWS:
        return []
    return [column for column, count in counts.items() if count >= 0.97 * len(rows)]


def _unfinished(above: Slot, below: Slot, padding: float) -> bool:
    """Whether a cell's text goes on below: the next word would not have fitted on its last line."""
    line, following = above.lines[-1], below.lines[0]
    first = following.tokens[0]
    used = line.x1 - line.x0
    needed = used + 0.25 * line.height + (first.x1 - first.x0)
    available = above.width - 2 * padding
    text, start = line.tokens[-1].text, first.text
    if start[0] in "-–+•*":
        return False  # an item of its own
    if needed > available + 1:
        return True
    return start[:1].islower() and not text.endswith(_TERMINAL)


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
