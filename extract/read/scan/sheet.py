"""A picture of a sheet → pages of words and ruling lines, upright and level, as the digital path has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from extract.read.pdf.grid import Grid, grids
from extract.read.pdf.page import Page, Placing, Rule, Token
from extract.read.scan.cells import in_pixels, placed, read_cells
from extract.read.scan.components import Parts, Runs, erase, parts_of, runs_of
from extract.read.scan.lines import close_together, printed_lines, specks, strip_of
from extract.read.scan.pixels import Grey, evened, ink_of, without_coloured_ink
from extract.read.scan.recognise import Seen, recognised
from extract.read.scan.render import Sheet
from extract.read.scan.ruled import Ruled, ruled
from extract.read.scan.twice import checked
from extract.read.scan.upright import fold_of, runs_across, skew_of, turned
from extract.read.scan.words import tokens, usual_size

_UNSURE = 0.6  # mean confidence below which a sheet may lie on its head
_ENOUGH = 8
_SURE = 0.7
_PRINT = 80  # letters: a few lines


@dataclass(frozen=True, slots=True)
class Level:
    """An upright page, level: its grey values without ruling lines, its ink, and by how much it was turned for that."""

    grey: Grey
    runs: Runs
    parts: Parts
    rules: Ruled
    skew: float


@dataclass(frozen=True, slots=True)
class Half:
    """A page of an upright sheet: the whole, or what begins `left` pixels from its left edge; and its words outside tables."""

    level: Level
    seen: list[Seen]
    left: int


def pages_of(sheet: Sheet, number: int, *, first: int) -> list[Page]:
    """The pages on a sheet, in reading order: one, or two of an open book. They are numbered from `first`."""
    grey = evened(without_coloured_ink(sheet.image))
    level = _levelled(grey, sheet.dpi)
    turn = 0
    if not runs_across(level.parts, sheet.dpi):
        turn, grey = 1, np.ascontiguousarray(np.rot90(grey, -1))
        level = _levelled(grey, sheet.dpi)
    halves = _halves(grey, level, sheet.dpi)
    if _sureness(halves) < _UNSURE and len(level.parts.area) >= _ENOUGH:  # it may lie on its head
        other = np.ascontiguousarray(np.rot90(grey, 2))
        upside_down = _halves(other, _levelled(other, sheet.dpi), sheet.dpi)
        if _sureness(upside_down) > _sureness(halves) + 0.1:
            turn, grey, halves = turn + 2, other, upside_down
    placing = Placing(number, turn, 0.0, 0.0, grey.shape[1] * 72 / sheet.dpi, grey.shape[0] * 72 / sheet.dpi)
    return [_page(half, sheet.dpi, placing, first + at) for at, half in enumerate(halves)]


def holds_more(sheet: Sheet, page: Page) -> bool:
    """Whether a picture holds print that the words of the page's text layer do not cover."""
    level = _levelled(evened(without_coloured_ink(sheet.image)), sheet.dpi)
    parts, scale = level.parts, sheet.dpi / 72
    high, wide = parts.bottom - parts.top, parts.x1 - parts.x0
    letters = (high > 0.04 * sheet.dpi) & (high < 0.3 * sheet.dpi) & (wide < 0.5 * sheet.dpi)
    x, y = (parts.x0 + parts.x1) / (2 * scale), (parts.top + parts.bottom) / (2 * scale)
    for token in page.tokens:
        letters &= ~((x > token.x0 - 4) & (x < token.x1 + 4) & (y > token.top - 4) & (y < token.bottom + 4))
    return int(letters.sum()) > _PRINT


def _halves(grey: Grey, level: Level, dpi: float) -> list[Half]:
    """The pages of an upright sheet with their words: two where nothing crosses the middle of a wide one."""
    fold = fold_of(level.parts, level.rules.across, grey.shape, dpi)
    if fold is None:
        return [Half(level, _outside(level, dpi), 0)]
    found = []
    for start, end in ((0, fold), (fold, grey.shape[1])):
        part = _levelled(np.ascontiguousarray(grey[:, start:end]), dpi)
        found.append(Half(part, _outside(part, dpi), start))
    return found


def _levelled(grey: Grey, dpi: float) -> Level:
    skew = skew_of(ink_of(grey), dpi)
    level = turned(grey, skew)
    rules = ruled(level, dpi)
    bare = level.copy()
    if rules.covered.any():
        lines = runs_of(rules.covered)
        erase(bare, lines, np.ones(len(lines.row), dtype=np.bool_))
    runs = runs_of(ink_of(bare))
    parts = parts_of(runs)
    speck = specks(parts, level.shape, dpi)
    if speck.any():
        erase(bare, runs, speck[parts.of_run])
    return Level(bare, runs, parts, rules, skew)


def _outside(level: Level, dpi: float) -> list[Seen]:
    """The words outside tables: recognised with the tables taken out."""
    grey = level.grey.copy()
    tables = []
    for grid in _grids(level, dpi):
        pixels = in_pixels(grid, dpi / 72)
        x0, top, x1, bottom = pixels.xs[0] - 2, pixels.ys[0], pixels.xs[-1] + 2, pixels.ys[-1] + 1
        grey[max(0, int(top)) : int(bottom) + 1, max(0, int(x0)) : int(x1) + 1] = 255
        tables.append((x0, top, x1, bottom))
    seen = recognised(grey, dpi, "page")
    return seen + _missed(level, tables, seen, dpi)


def _missed(level: Level, tables: Sequence[tuple[float, ...]], seen: list[Seen], dpi: float) -> list[Seen]:
    """Words that the engine took for pictures or dirt: ink as high as letters, level and close together, in no word's box."""
    parts = level.parts
    high, wide = parts.bottom - parts.top, parts.x1 - parts.x0
    x, y = (parts.x0 + parts.x1) // 2, (parts.top + parts.bottom) // 2
    free = (high > 0.05 * dpi) & (high < 0.4 * dpi) & (wide < 0.8 * dpi)
    for x0, top, x1, bottom in tables:
        free &= ~((x > x0) & (x < x1) & (y > top) & (y < bottom))
    for word in seen:
        free &= ~((x > word.x0 - 3) & (x < word.x1 + 3) & (y > word.top - 6) & (y < word.bottom + 6))
    found: list[Seen] = []
    line = max((word.line for word in seen), default=-1)
    for printed in printed_lines(parts, np.nonzero(free)[0], dpi):
        for group in close_together(parts, printed, dpi):
            strip = strip_of(level.grey, parts, [group], gap=1, pad=round(0.07 * dpi))
            words = [placed(word, strip, 0, group) for word in recognised(strip.picture, dpi, "line")]
            if len(group.letters) >= 3 and words and _mean(words) > _SURE:
                line += 1
                found += [word._replace(line=line) for word in words]
    return found


def _grids(level: Level, dpi: float) -> list[Grid]:
    across, down = (_in_points(rules, dpi) for rules in (level.rules.across, level.rules.down))
    height, width = level.grey.shape
    return grids(_empty(width * 72 / dpi, height * 72 / dpi, across, down))


def _in_points(rules: tuple[Rule, ...], dpi: float) -> tuple[Rule, ...]:
    return tuple(Rule(rule.at * 72 / dpi, rule.start * 72 / dpi, rule.end * 72 / dpi) for rule in rules)


def _empty(width: float, height: float, across: tuple[Rule, ...], down: tuple[Rule, ...]) -> Page:
    return Page(number=1, width=width, height=height, tokens=(), horizontal=across, vertical=down)


def _sureness(halves: Sequence[Half]) -> float:
    return _mean([word for half in halves for word in half.seen])


def _mean(seen: Sequence[Seen]) -> float:
    letters = sum(len(word.text) for word in seen)
    return sum(word.confidence * len(word.text) for word in seen) / letters if letters else 0.0


def _page(half: Half, dpi: float, placing: Placing, number: int) -> Page:
    level, seen = half.level, half.seen
    height, width = level.grey.shape
    across, down = (_in_points(rules, dpi) for rules in (level.rules.across, level.rules.down))
    found: list[Token] = tokens(checked(level.grey, level.parts, seen, dpi), dpi, level.runs)
    for grid in _grids(level, dpi):
        cells = read_cells(level.grey, level.parts, in_pixels(grid, dpi / 72), dpi)
        found += tokens(cells, dpi, level.runs, usual_size(cells, dpi))
    page = _empty(width * 72 / dpi, height * 72 / dpi, across, down)
    placing = placing._replace(skew=level.skew, left=half.left * 72 / dpi)
    return replace(page, number=number, tokens=tuple(found), images=1.0, recognised=True, placing=placing)
