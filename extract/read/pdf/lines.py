"""Tokens → printed lines, and lines → columns where text stands side by side (letterhead, signature block)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from extract.read.pdf.page import Token

_START = itemgetter(1)
_DEPTH = 0.2  # of a token's height lies below the base line
_SAME_LINE = 0.35
_APART = 2.0
_MARKER = re.compile(r"[-–+*•●○▪■◆✓➢]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-ZĐa-zđ])[.)/-]*")
_GAP = 1.1  # times the font's height: wider than any stretched space of justified text


class Line(NamedTuple):
    """Tokens on one base line, from left to right. `column` is 0 in running text, else which column of a band.

    `height` is that of the tallest ordinary token; `widest` the width of the widest line of its column in a band.
    """

    page: int
    tokens: tuple[Token, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    height: float
    column: int = 0
    widest: float = 0.0

    @property
    def text(self) -> str:
        """The line with single spaces; for tests of content, not for output."""
        return " ".join([token.text for token in self.tokens])

    @property
    def bold(self) -> bool:
        """Whether most of its letters are bold."""
        heavy = sum([len(token.text) for token in self.tokens if token.bold])
        return heavy * 2 > sum([len(token.text) for token in self.tokens])


def is_bold(lines: Sequence[Line]) -> bool:
    """Whether four fifths of the letters are bold."""
    heavy = sum([len(token[0]) for line in lines for token in line.tokens if token[5]])
    return heavy > 0 and heavy >= 0.8 * sum([len(token[0]) for line in lines for token in line.tokens])


def make_line(page: int, tokens: Sequence[Token], column: int = 0) -> Line:
    """A line from its tokens, sorted here."""
    if len(tokens) == 1:
        _, x0, top, x1, bottom, _, _, _ = tokens[0]
        return Line(page, tuple(tokens), x0, top, x1, bottom, bottom - top, column)
    ordered = tuple(sorted(tokens, key=_START))
    _, x0, top, x1, bottom, _, _, _ = ordered[0]
    height = 0.0
    for token in ordered:
        _, _, token_top, token_x1, token_bottom, _, mark, _ = token
        if token_x1 > x1:
            x1 = token_x1
        if token_top < top:
            top = token_top
        if token_bottom > bottom:
            bottom = token_bottom
        if not mark and token_bottom - token_top > height:
            height = token_bottom - token_top
    return Line(page, ordered, x0, top, x1, bottom, height or bottom - top, column)


def rows_of(tokens: Iterable[Token]) -> list[list[Token]]:
    """Tokens grouped by base line, from top to bottom; raised marks go with the line below their base."""
    given = list(tokens)
    if len(given) == 1:
        return [given]
    if len({token[4] for token in given}) == 1 and not any(token[6] for token in given):
        return [given]  # the common case: one line of one font
    ordered = sorted(given, key=_base)
    rows: list[list[Token]] = []
    base = height = 0.0
    pending: list[Token] = []
    for token in ordered:
        if token.mark:
            pending.append(token)
            continue
        own_height = token.bottom - token.top
        own_base = token.bottom - _DEPTH * own_height
        if rows and own_base - base < _SAME_LINE * max(height, own_height):
            rows[-1].append(token)
        else:
            rows.append([token])
            base, height = own_base, own_height
    for index in range(len(rows) - 2, -1, -1):
        first, following = rows[index], rows[index + 1]
        if len(first) == 1 and _is_lone_mark(first[0], following):
            following.append(first[0]._replace(mark=True))
            del rows[index]
    for mark in pending:
        _place_mark(rows, mark)
    for row in rows:
        if len(row) > 1:
            _mark_raised(row)
    return rows


def _mark_raised(row: list[Token]) -> None:
    """Mark, in place, the small numbers that stand raised right behind a word: the engine gave them a line of their own."""
    heights = [token[4] - token[2] for token in row]
    height = max(heights)
    if min(heights) >= 0.8 * height:
        return
    small = [n for n, token in enumerate(row) if not token[6] and token[4] - token[2] < 0.8 * height]
    for number in small:
        token = row[number]
        if len(token.text) > 3 or not token.text.isdecimal():
            continue
        for other in row:
            if other is not token and -1 < token.x0 - other.x1 < 1 and _base(other) - _base(token) > 0.12 * height:
                row[number] = token._replace(mark=True)
                break


def _is_lone_mark(token: Token, row: Sequence[Token]) -> bool:
    """Whether a number by itself is the raised mark of the row below: smaller, and not a whole line higher."""
    height = max(other.bottom - other.top for other in row)
    return (
        token.text.strip("()").isdigit()
        and len(token.text) <= 4
        and token.bottom - token.top < 0.87 * height
        and _base(row[0]) - _base(token) < 0.8 * height
    )


def _base(token: Token) -> float:
    return token.bottom - _DEPTH * (token.bottom - token.top)


def _place_mark(rows: list[list[Token]], mark: Token) -> None:
    """Put a raised mark into the row beside it: the first whose base line lies below the mark's, close by."""
    base = _base(mark)
    for row in rows:
        below = _base(row[0]) - base
        if -1 <= below <= 0.8 * (row[0].bottom - row[0].top):
            row.append(mark)
            return
    index = next((i for i, row in enumerate(rows) if _base(row[0]) > base), len(rows))
    rows.insert(index, [mark])


def segments(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens of a row, split where a gap is too wide for a space."""
    ordered = sorted(tokens, key=_START)
    parts = [[ordered[0]]]
    reach = ordered[0].x1
    for token in ordered[1:]:
        _, x0, top, x1, bottom, _, _, _ = token
        if x0 - reach > _GAP * 8.0 and x0 - reach > _GAP * (bottom - top):
            parts.append([token])
        else:
            parts[-1].append(token)
        if x1 > reach:
            reach = x1
    return parts


def page_rows(page: int, tokens: Iterable[Token]) -> list[Line]:
    """Whole printed lines from top to bottom, columns not yet told apart."""
    return [make_line(page, row) for row in rows_of(tokens)]


def in_columns(printed: Sequence[Line]) -> list[Line]:
    """Lines in reading order. Bands of two columns give the left column first, then the right one."""
    if not printed:
        return []
    page = printed[0].page
    left, right = min(line.x0 for line in printed), max(line.x1 for line in printed)
    rows = [segments(line.tokens) for line in printed]
    lines: list[Line] = []
    position = 0
    while position < len(rows):
        band = _band(rows, position, left, right)
        if band is None:
            lines.append(make_line(page, [token for part in rows[position] for token in part]))
            position += 1
            continue
        start, end, gutter = band
        while lines and start < position:  # rows above that belong to the band
            lines.pop()
            position -= 1
        for column, side in enumerate(_sides(rows[start:end], gutter), start=1):
            found = [make_line(page, row, column) for row in side if row]
            widest = max((line.x1 - line.x0 for line in found), default=0.0)
            lines.extend(line._replace(widest=widest) for line in found)
        position = end
    return lines


def _sides(rows: list[list[list[Token]]], gutter: float) -> tuple[list[list[Token]], list[list[Token]]]:
    left = [[token for part in row for token in part if (token.x0 + token.x1) / 2 < gutter] for row in rows]
    right = [[token for part in row for token in part if (token.x0 + token.x1) / 2 >= gutter] for row in rows]
    return left, right


def _extent(part: list[Token]) -> tuple[float, float]:
    return part[0].x0, max(token.x1 for token in part)


def _band(rows: list[list[list[Token]]], position: int, left: float, right: float) -> tuple[int, int, float] | None:
    """Rows `start:end` around `position` that stand in two columns, and the x between them; None if there are none."""
    row = rows[position]
    if len(row) == 1 and position + 1 < len(rows) and _beside(row, rows[position + 1]):
        row = sorted([row[0], rows[position + 1][0]], key=lambda part: part[0].x0)
    if len(row) != 2 or (len(row[0]) == 1 and _MARKER.fullmatch(row[0][0].text)):
        return None  # a marker and a tab make no column
    low, high = _extent(row[0])[1], _extent(row[1])[0]
    width = right - left
    if not (left + 0.15 * width < high and low < right - 0.15 * width):
        return None
    end = position + 1
    split = 2 if len(rows[position]) == 1 else 1
    while end < len(rows):
        low_next, high_next = low, high
        crosses = False
        for part in rows[end]:
            x0, x1 = _extent(part)
            if x1 <= high_next - 4 and x0 < low:
                low_next = max(low_next, x1)
            elif x0 >= low_next + 4:
                high_next = min(high_next, x0)
            else:
                crosses = True
        if crosses or high_next - low_next < 6:
            break
        if len(rows[end]) == 1 and _far(rows, end) and not _one_sided_tail(rows, end, low_next, high_next):
            break
        split += len(rows[end]) >= 2
        low, high = low_next, high_next
        end += 1
    start = position
    while start > 0 and len(rows[start - 1]) == 1 and not _far(rows, start):
        x0, _ = _extent(rows[start - 1][0])
        if x0 < low + 4:
            break
        high = min(high, x0)
        start -= 1
    if split < 2 and end - start < 2:
        # One row alone is two columns only at the edge of a page, where the rest of the columns may stand over the page.
        edge = position in (0, len(rows) - 1) or row[0][0].text.casefold() == "nơi"
        if not edge or high - low < _APART * (row[0][0].bottom - row[0][0].top):
            return None
    return start, end, (low + high) / 2


def _beside(row: list[list[Token]], following: list[list[Token]]) -> bool:
    """Whether two rows of one segment each stand side by side, their lines not level."""
    if len(following) != 1 or following[0][0].top > max(token.bottom for token in row[0]) - 2:
        return False
    first, second = sorted([_extent(row[0]), _extent(following[0])])
    return second[0] - first[1] > 20


def _far(rows: list[list[list[Token]]], position: int) -> bool:
    """Whether a row stands clearly apart from the one above it."""
    above = max(token.bottom for part in rows[position - 1] for token in part)
    below = min(token.top for part in rows[position] for token in part)
    height = max(token.bottom - token.top for part in rows[position] for token in part)
    return below - above > 1.6 * height


def _one_sided_tail(rows: list[list[list[Token]]], position: int, low: float, high: float) -> bool:
    """Whether all that is left on the page keeps to its side: a signer's name far below the title."""
    for row in rows[position:]:
        for part in row:
            x0, x1 = _extent(part)
            if x0 < low and x1 > high:
                return False
    return True


def join_bands(pages: Sequence[list[Line]], widths: Sequence[float]) -> list[list[Line]]:
    """Columns that go on over the page, each whole: the left one of both pages, then the right one of both.

    Only where a page ends in two columns and the next, as wide, begins with lines that keep to their sides.
    """
    joined = [list(page) for page in pages]
    for number in range(len(joined) - 1):
        page, following = joined[number], joined[number + 1]
        if not page or page[-1].column != 2 or not following or abs(widths[number] - widths[number + 1]) > 5:
            continue
        start = max((index for index, line in enumerate(page) if line.column != 2), default=-1) + 1
        if start == 0:
            continue  # a right column without a left one
        first = next(index for index in range(start - 1, -1, -1) if index == 0 or page[index - 1].column != 1)
        left, right = page[first:start], page[start:]
        if not left or left[0].column != 1:
            continue
        low, high = max(line.x1 for line in left), min(line.x0 for line in right)
        sides: tuple[list[Line], list[Line]] = ([], [])
        count = 0
        for count, line in enumerate(following, start=1):
            side = _side_of(line, left, right, low, high)
            if side is None:
                count -= 1
                break
            sides[side].append(line._replace(column=side + 1, widest=(left, right)[side][0].widest))
        if count == 0:
            continue
        joined[number] = [*page[:first], *left, *sides[0], *right, *sides[1]]
        joined[number + 1] = following[count:]
    return joined


def _side_of(line: Line, left: Sequence[Line], right: Sequence[Line], low: float, high: float) -> int | None:
    """0 or 1 for a line that goes on the left or the right column: it starts where the column starts, or is centred on it."""
    for side, column in ((0, left), (1, right)):
        if not (line.x1 < high if side == 0 else line.x0 > low):
            continue
        start = min(other.x0 for other in column)
        middle = sum(other.x0 + other.x1 for other in column) / len(column)
        if abs(line.x0 - start) < 6 or abs(line.x0 + line.x1 - middle) < 40:
            return side
    return None
