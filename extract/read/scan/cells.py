"""Table cells, one by one: blank where there is no ink, else recognised as what their column holds.

A column whose cells are figures is read a second time with nothing but figures allowed. Where both readings agree the
number is as sure as the better of them; where they do not it is doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

import numpy as np
from numpy.typing import NDArray

from extract.read.pdf.grid import Grid
from extract.read.scan.components import Parts
from extract.read.scan.pixels import Grey
from extract.read.scan.recognise import NUMBERS, Seen, recognised

_PAD = 0.07  # inches of white around what is recognised
_SPECK = 0.022  # inches: a part no larger is dirt where it stands alone
_LINE_GAP = 0.01
_LOWEST_LINE = 0.05
_FIGURES = re.compile(r"[\d.,%/\-–oOlI|()]{1,15}")
_MOSTLY = 0.6
_DISPUTED = 0.3  # how sure a number is whose two readings differ
_ONCE = 0.5  # where only one reading saw anything


@dataclass(frozen=True, slots=True)
class Content:
    """The ink in a cell: its edges in pixels, and how many printed lines it has."""

    cell: int
    x0: int
    top: int
    x1: int
    bottom: int
    lines: int


def read_cells(grey: Grey, parts: Parts, grid: Grid, dpi: float) -> list[Seen]:
    """The words in the cells of a grid (in pixels of the sheet). `grey` and `parts` are without ruling lines."""
    contents = list(_contents(parts, grid, dpi))
    readings = {content.cell: _read(grey, content, dpi) for content in contents}
    for column in range(len(grid.xs) - 1):
        own = [c for c in contents if grid.cells[c.cell].column == column and grid.cells[c.cell].column_span == 1]
        figures = [c for c in own if c.lines == 1 and _is_figures(readings[c.cell])]
        if len(figures) < max(1.0, _MOSTLY * sum(grid.cells[c.cell].row > 0 for c in own)):
            figures = [c for c in figures if any(map(str.isdigit, "".join(w.text for w in readings[c.cell])))]
        elif len(own) > 2:
            figures = [c for c in own if c.lines == 1 and (c in figures or len(_text(readings[c.cell])) <= 3)]
        for content in figures:
            again = _read(grey, content, dpi, NUMBERS)
            readings[content.cell] = settled(readings[content.cell], again)
    numbers = count()
    found: list[Seen] = []
    for content in contents:
        own_lines: dict[int, int] = {}
        for word in readings[content.cell]:
            if word.line not in own_lines:
                own_lines[word.line] = next(numbers)
            found.append(word._replace(line=own_lines[word.line]))
    return found


def settled(first: Sequence[Seen], second: Sequence[Seen]) -> list[Seen]:
    """One number from a reading as text and one as figures."""
    text, figures = _text(first), _text(second)
    if not second:
        return [word._replace(confidence=min(word.confidence, _ONCE)) for word in first]
    if not first:
        return [word._replace(confidence=min(word.confidence, _ONCE)) for word in second]
    if text == figures:
        sure = max(min(word.confidence for word in first), min(word.confidence for word in second))
        return [word._replace(confidence=max(word.confidence, sure)) for word in second]
    if not any(map(str.isdigit, figures)):
        return list(first)
    return [word._replace(confidence=min(word.confidence, _DISPUTED)) for word in second]


def _text(words: Sequence[Seen]) -> str:
    return "".join(word.text for word in words).replace("–", "-").replace("—", "-")


def _is_figures(words: Sequence[Seen]) -> bool:
    return bool(words) and _FIGURES.fullmatch(_text(words)) is not None


def _contents(parts: Parts, grid: Grid, dpi: float) -> Iterator[Content]:
    """The cells with ink in them. Dirt counts only where letters stand: marks above and below them are as small."""
    x, y = (parts.x0 + parts.x1) / 2, (parts.top + parts.bottom) / 2
    size = np.maximum(parts.x1 - parts.x0, parts.bottom - parts.top)
    column, row = np.searchsorted(grid.xs, x) - 1, np.searchsorted(grid.ys, y) - 1
    inside = (column >= 0) & (column < len(grid.xs) - 1) & (row >= 0) & (row < len(grid.ys) - 1)
    owner = np.full(len(x), -1)
    table = np.array(grid.owner)
    owner[inside] = table[row[inside], column[inside]]
    for number, cell in enumerate(grid.cells):
        own = np.nonzero(owner == number)[0]
        large = own[size[own] > _SPECK * dpi]
        # What fills the cell from edge to edge is no letter but what was left of a ruling line.
        large = large[(parts.x1[large] - parts.x0[large] < 0.9 * (cell.x1 - cell.x0)) | (size[large] > 0.3 * dpi)]
        if not len(large):
            continue
        near = _near(parts, own, large, round(0.06 * dpi))
        x0, x1 = int(parts.x0[near].min()), int(parts.x1[near].max())
        top, bottom = int(parts.top[near].min()), int(parts.bottom[near].max())
        yield Content(number, x0, top, x1, bottom, _printed_lines(parts, near, dpi))


def _near(parts: Parts, own: NDArray[np.int64], large: NDArray[np.int64], reach: int) -> NDArray[np.int64]:
    """Parts of a cell that touch the area of its letters."""
    x0, x1 = parts.x0[large].min() - reach, parts.x1[large].max() + reach
    top, bottom = parts.top[large].min() - reach, parts.bottom[large].max() + reach
    keep = (
        (parts.x1[own] > x0) & (parts.x0[own] < x1) & (parts.bottom[own] > top) & (parts.top[own] < bottom)
    )  # fmt: skip
    return own[keep]


def _printed_lines(parts: Parts, own: NDArray[np.int64], dpi: float) -> int:
    """How many printed lines these parts make: bands of rows with ink, thin ones being marks over letters."""
    start = int(parts.top[own].min())
    filled = np.zeros(int(parts.bottom[own].max()) - start + 2, dtype=np.int64)
    np.add.at(filled, parts.top[own] - start, 1)
    np.add.at(filled, parts.bottom[own] - start, -1)
    ink = np.cumsum(filled) > 0
    edges = np.nonzero(np.diff(np.concatenate(([0], ink.astype(np.int8), [0]))))[0]
    heights = edges[1::2] - edges[0::2]
    bands = int((heights > _LOWEST_LINE * dpi).sum())
    tall = int(heights.max()) > 0.28 * dpi
    return max(1, bands + tall)


def _read(grey: Grey, content: Content, dpi: float, allowed: str = "") -> list[Seen]:
    """The words of one cell, at their places on the sheet."""
    pad = round(_PAD * dpi)
    reach = 2
    x0, top = max(0, content.x0 - reach), max(0, content.top - reach)
    cut = grey[top : content.bottom + reach, x0 : content.x1 + reach]
    framed = np.full((cut.shape[0] + 2 * pad, cut.shape[1] + 2 * pad), 255, dtype=np.uint8)
    framed[pad:-pad, pad:-pad] = cut
    shape = "block" if content.lines > 1 else "line"
    words = recognised(framed, dpi, shape, allowed)
    return [_moved(word, x0 - pad, top - pad) for word in words]


def _moved(word: Seen, x: float, y: float) -> Seen:
    return word._replace(
        x0=word.x0 + x, x1=word.x1 + x, top=word.top + y, bottom=word.bottom + y, base=word.base + y
    )  # fmt: skip


def in_pixels(grid: Grid, scale: float) -> Grid:
    """A grid in points as one in pixels."""
    return replace(
        grid,
        xs=tuple(x * scale for x in grid.xs),
        ys=tuple(y * scale for y in grid.ys),
        cells=tuple(
            replace(c, x0=c.x0 * scale, x1=c.x1 * scale, top=c.top * scale, bottom=c.bottom * scale)
            for c in grid.cells
        ),
    )
