"""A table over page breaks: pages stitched, repeated headers left out, broken rows joined.

Whether the first row of a page goes on the last row of the page before is decided by geometry, not by its wording:
a cell is unfinished where the next word would not have fitted on its last line; a row is broken where every cell that
has text on both sides is unfinished and no cell begins below that was empty above.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from unicodedata import combining, normalize

import regex

from extract.read.pdf.compose import is_cut_number
from extract.read.pdf.lines import Line
from extract.read.pdf.tables import PageTable, Slot

_ALIGNED = 5.0
_ENOUGH_ROWS = 6
_ALIKE = 0.8
_NUMBER = regex.compile(r"\d[\d.,/%]*$|[IVX]+\.?$")
_TERMINAL = (".", ";", ":", "!", "?")


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
        if not any(text for _, text in ours) or (ours != theirs and not _read_alike(table, ours, theirs)):
            break
        count += 1
    while count and any(slot.row < count <= slot.last_row for slot in following.slots):
        count -= 1
    return count


def _read_alike(table: PageTable, ours: list[tuple[int, str]], theirs: list[tuple[int, str]]) -> bool:
    """Whether two rows that were recognised are the same row, a letter or two read otherwise."""
    recognised = any(token.confidence is not None for s in table.slots for line in s.lines for token in line.tokens)
    if not recognised or [column for column, _ in ours] != [column for column, _ in theirs]:
        return False
    if sum(bool(text) == bool(other) for (_, text), (_, other) in zip(ours, theirs, strict=True)) < len(ours):
        return False
    first, second = (_bare("|".join(text for _, text in row)) for row in (ours, theirs))
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE


def _bare(text: str) -> str:
    return "".join(sign for sign in normalize("NFD", text.lower()) if not combining(sign))


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
