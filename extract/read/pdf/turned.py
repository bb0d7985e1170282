"""Text that does not run from left to right: upright columns of letters in narrow cells and margins, watermarks, and
pages whose text was drawn sideways.

A word's way is in quarter turns against the clock: 0 as usual, 1 reads upwards, 2 upside down, 3 downwards; None is
slanted, which only watermarks are.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import NamedTuple

from extract.document import Box, Word
from extract.read.items import Item, Table
from extract.read.pdf.page import Page, Placing, Rule, Token

_HUGE = 2.2  # times the usual height of text
_MOST_HUGE = 200
_COVERED = 2
_MOSTLY = 2
_ENOUGH = 20


class Turned(NamedTuple):
    """A word that does not run from left to right, and its box."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    way: int | None


def sideways(upright: int, turned: Sequence[Turned]) -> int:
    """Quarter turns clockwise that set a page upright: of the way that most of its words take, else 0."""
    ways = Counter(word.way for word in turned if word.way is not None)
    if not ways:
        return 0
    ((way, count),) = ways.most_common(1)
    return int(way) if count >= _ENOUGH and count > _MOSTLY * upright else 0


def split_watermark(tokens: Sequence[Token]) -> tuple[list[Token], list[str]]:
    """Huge words printed across others are a watermark; gives the rest, and the words of the watermark."""
    heights = [token[4] - token[2] for token in tokens]
    if not heights or max(heights) <= _HUGE * min(heights):
        return list(tokens), []
    usual = median(heights)
    huge = [token for token, height in zip(tokens, heights, strict=True) if height > _HUGE * usual]
    if len(huge) > _MOST_HUGE:
        return list(tokens), []
    covering = [
        token
        for token in huge
        if sum(
            token.x0 < (other.x0 + other.x1) / 2 < token.x1
            and token.top < (other.top + other.bottom) / 2 < token.bottom
            for other in tokens
            if other is not token
        )
        >= _COVERED
    ]
    if not covering:
        return list(tokens), []
    kept = [token for token in tokens if token not in covering]
    return kept, [token.text for token in covering]


def columns_of_letters(words: Sequence[Turned], rules: Sequence[Rule]) -> list[Token]:
    """Words that read upwards or downwards as whole texts: lines joined, but not through a ruling line."""
    lines: list[Turned] = []
    for word in words:
        if word.way not in (1, 3):
            continue
        last = lines[-1] if lines else None
        if last is not None and _same_line(last, word):
            lines[-1] = _joined(last, word, " " if _gap(last, word) > 0.1 * (word.x1 - word.x0) else "")
        else:
            lines.append(word)
    texts: list[Turned] = []
    for line in lines:
        if texts and _next_line(texts[-1], line, rules):
            texts[-1] = _joined(texts[-1], line)
        else:
            texts.append(line)
    return [Token(text.text, text.x0, text.top, text.x1, text.bottom) for text in texts]


def _same_line(last: Turned, word: Turned) -> bool:
    size = max(last.x1 - last.x0, word.x1 - word.x0)
    gap = _gap(last, word)
    return last.way == word.way and abs(last.x0 + last.x1 - word.x0 - word.x1) < size and -size < gap < 1.5 * size


def _gap(last: Turned, word: Turned) -> float:
    return last.top - word.bottom if word.way == 1 else word.top - last.bottom


def _next_line(last: Turned, line: Turned, rules: Sequence[Rule]) -> bool:
    gap = line.x0 - last.x1 if line.way == 1 else last.x0 - line.x1
    size = line.x1 - line.x0
    if last.way != line.way or not -0.5 * size < gap < size or line.top > last.bottom or last.top > line.bottom:
        return False
    left, right = sorted(((last.x0 + last.x1) / 2, (line.x0 + line.x1) / 2))
    middle = (line.top + line.bottom) / 2
    return not any(left < rule.at < right and rule.start < middle < rule.end for rule in rules)


def _joined(first: Turned, second: Turned, between: str = " ") -> Turned:
    return Turned(
        f"{first.text}{between}{second.text}",
        min(first.x0, second.x0),
        min(first.top, second.top),
        max(first.x1, second.x1),
        max(first.bottom, second.bottom),
        first.way,
    )


def turned_back(items: Sequence[Item], pages: Sequence[Page]) -> list[Item]:
    """Items with the places of pages that were set upright or levelled given on the page as it is displayed."""
    turned = {page.number: page for page in pages if page.turn or page.placing}
    if not turned:
        return list(items)

    def words(given: Sequence[Word]) -> tuple[Word, ...]:
        return tuple(
            Word(word.start, word.end, *_displayed(turned[word.page], word[3:7]), word.confidence)
            if word.page in turned
            else word
            for word in given
        )

    def box(given: Box | None) -> Box | None:
        return Box(*_displayed(turned[given.page], given[1:])) if given and given.page in turned else given

    found: list[Item] = []
    for item in items:
        if isinstance(item, Table):
            cells = [replace(cell, words=words(cell.words), box=box(cell.box)) for cell in item.cells]
            found.append(replace(item, cells=tuple(cells)))
        else:
            found.append(replace(item, words=words(item.words)))
    return found


def _displayed(page: Page, box: tuple[float, ...]) -> tuple[int, float, float, float, float]:
    """Number of the displayed page, x0, top, x1, bottom there, of a box on a page set upright."""
    if page.placing is None:
        return page.number, *_place(page.turn, page.width, page.height, box)
    sheet = page.placing
    return sheet.number, *_place(sheet.turn, sheet.width, sheet.height, _slanted(page, sheet, box))


def _slanted(page: Page, sheet: Placing, box: tuple[float, ...]) -> tuple[float, float, float, float]:
    """A box of a levelled page where it was on the upright sheet: its middle turned back, its sides kept."""
    x0, top, x1, bottom = box
    angle = math.radians(sheet.skew)
    x, y = (x0 + x1 - page.width) / 2, (top + bottom - page.height) / 2
    moved_x = x * math.cos(angle) + y * math.sin(angle) + page.width / 2 + sheet.left
    moved_y = y * math.cos(angle) - x * math.sin(angle) + page.height / 2
    wide, high = (x1 - x0) / 2, (bottom - top) / 2
    return moved_x - wide, moved_y - high, moved_x + wide, moved_y + high


def _place(turn: int, width: float, height: float, box: tuple[float, ...]) -> tuple[float, float, float, float]:
    """x0, top, x1, bottom of a box on a page set upright, on the page as it is displayed."""
    x0, top, x1, bottom = box
    if turn == 0:
        return x0, top, x1, bottom
    if turn == 1:
        return top, width - x1, bottom, width - x0
    if turn == 2:
        return width - x1, height - bottom, width - x0, height - top
    return height - bottom, x0, height - top, x1
