"""Table cells, one by one: blank where there is no ink, else recognised as what their column holds.

The figures of a column are read a second time side by side on one strip, with nothing but figures allowed, and a third
time, enlarged, where the two differ or do not have as many signs as the ink has. What then is not settled is doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from extract.read.pdf.grid import Grid
from extract.read.scan.components import Ints, Parts
from extract.read.scan.lines import Printed, Strip, printed_lines, strip_of
from extract.read.scan.pixels import Grey
from extract.read.scan.recognise import NUMBERS, Seen, recognised
from extract.read.scan.twice import checked

_PAD = 0.07  # inches of white around what is recognised
_WORD_GAP, _CELL_GAP = 0.08, 0.2  # inches between lines of one cell, and between cells, on a strip
_SPECK = 0.022  # inches: a part no larger is dirt where it stands alone
_FIGURES = re.compile(r"[\d.,%/\-–oOlI|()]{1,15}")
_MOSTLY = 0.6
_ENLARGED = 1.6
_TALL = 0.6  # of the tallest sign: commas, stops and hyphens are not
_DISPUTED = 0.3  # how sure a number is that no two readings agree on
_MISCOUNTED = 0.45  # that has not as many signs as its ink
_DIRT = ".,'‘’`"  # no figure begins or ends with these
_SIGNS = "0123456789%/"


@dataclass(frozen=True, slots=True)
class Content:
    """The printed lines in a cell."""

    cell: int
    lines: tuple[Printed, ...]


def read_cells(grey: Grey, parts: Parts, grid: Grid, dpi: float) -> list[Seen]:
    """The words in the cells of a grid (in pixels of the sheet). `grey` and `parts` are without ruling lines."""
    contents = list(_contents(parts, grid, dpi))
    readings = {content.cell: _read(grey, parts, content, dpi) for content in contents}
    settled: set[int] = set()
    for column in range(len(grid.xs) - 1):
        own = [c for c in contents if grid.cells[c.cell].column == column and grid.cells[c.cell].column_span == 1]
        figures = _figures(own, grid, readings)
        if figures:
            strip = _on_strip(grey, parts, figures, dpi)
            for content in figures:
                second = strip.get(content.cell, [])
                readings[content.cell] = _settled(grey, parts, content, dpi, readings[content.cell], second)
                settled.add(content.cell)
    text = [
        (content.cell, word) for content in contents if content.cell not in settled for word in readings[content.cell]
    ]
    for cell in {cell for cell, _ in text}:
        readings[cell] = []
    for (cell, _), word in zip(text, checked(grey, parts, [word for _, word in text], dpi), strict=True):
        readings[cell].append(word)
    found: list[Seen] = []
    for number, content in enumerate(contents):
        found += [word._replace(line=100 * number + word.line) for word in readings[content.cell]]
    return found


def _figures(own: Sequence[Content], grid: Grid, readings: dict[int, list[Seen]]) -> list[Content]:
    """The cells of a column that hold a figure; where most do, also those whose short text was read as something else."""
    figures = [c for c in own if len(c.lines) == 1 and _is_figures(readings[c.cell])]
    if len(figures) >= max(2.0, _MOSTLY * sum(grid.cells[c.cell].row > 0 for c in own)):
        return [c for c in own if len(c.lines) == 1 and (c in figures or len(_text(readings[c.cell])) <= 3)]
    return [c for c in figures if any(map(str.isdigit, _text(readings[c.cell])))]


def _settled(
    grey: Grey, parts: Parts, content: Content, dpi: float, first: list[Seen], second: list[Seen]
) -> list[Seen]:
    """One number from what was read as text and what was read as figures."""
    count = _count(parts, content.lines[0])
    if _text(first) == _text(second) and _signs(second) == count:
        return _sure(second, max(_least(first), _least(second)))
    third = _enlarged(grey, parts, content, dpi)
    readings = [reading for reading in (second, third, first) if _signs(reading)]
    for reading in readings:
        agreeing = [other for other in readings if _text(other) == _text(reading)]
        if len(agreeing) > 1 and _signs(reading) == count:
            return _sure(reading, max(map(_least, agreeing)))
    if not readings:
        return first  # no figure at all: a dash, or a word
    best = max(readings, key=lambda reading: (_signs(reading) == count, _least(reading)))
    agreed = sum(_text(other) == _text(best) for other in readings) > 1
    return _sure(best, min(_least(best), _MISCOUNTED if agreed else _DISPUTED))


def _sure(words: Sequence[Seen], confidence: float) -> list[Seen]:
    """The words of a figure, of this sureness, without the specks read as commas around it."""
    clean = [word._replace(text=_clean(word.text), confidence=confidence) for word in words]
    return [word for word in clean if word.text]


def _least(words: Sequence[Seen]) -> float:
    return min((word.confidence for word in words), default=0.0)


def _text(words: Sequence[Seen]) -> str:
    return _clean("".join(word.text for word in words).replace("–", "-").replace("—", "-"))


def _clean(text: str) -> str:
    """A figure without the specks around it; a dash by itself stays."""
    text = text.strip(_DIRT)
    return text.rstrip("-") or text


def _signs(words: Sequence[Seen]) -> int:
    return sum(sign in _SIGNS for sign in _text(words))


def _count(parts: Parts, line: Printed) -> int:
    """How many tall signs the ink of a line is: a digit is one connected part."""
    high = parts.bottom[line.letters] - parts.top[line.letters]
    return int((high >= _TALL * high.max()).sum()) if len(high) else 0


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
        if len(large):
            near = _near(parts, own, large, round(0.06 * dpi))
            yield Content(number, tuple(printed_lines(parts, near, dpi)))


def _near(parts: Parts, own: Ints, large: Ints, reach: int) -> Ints:
    """Parts of a cell that touch the area of its letters."""
    x0, x1 = parts.x0[large].min() - reach, parts.x1[large].max() + reach
    top, bottom = parts.top[large].min() - reach, parts.bottom[large].max() + reach
    keep = (parts.x1[own] > x0) & (parts.x0[own] < x1) & (parts.bottom[own] > top) & (parts.top[own] < bottom)
    kept: Ints = own[keep]
    return kept


def _read(grey: Grey, parts: Parts, content: Content, dpi: float) -> list[Seen]:
    """The words of one cell at their places on the sheet, its lines read as one."""
    strip = strip_of(grey, parts, content.lines, gap=round(_WORD_GAP * dpi), pad=round(_PAD * dpi))
    found = []
    for word in _line(strip.picture, dpi):
        number = strip.line_at((word.x0 + word.x1) / 2)
        found.append(placed(word, strip, number, content.lines[number]))
    return found


def _on_strip(grey: Grey, parts: Parts, figures: Sequence[Content], dpi: float) -> dict[int, list[Seen]]:
    """The figures of a column by cell, read side by side. A word over two cells is of neither."""
    lines = [content.lines[0] for content in figures]
    strip = strip_of(grey, parts, lines, gap=round(_CELL_GAP * dpi), pad=round(_PAD * dpi))
    found: dict[int, list[Seen]] = {}
    for word in _line(strip.picture, dpi, NUMBERS):
        number = strip.line_at((word.x0 + word.x1) / 2)
        if strip.starts[number] - 3 <= word.x0 and word.x1 <= strip.ends[number] + 3:
            found.setdefault(figures[number].cell, []).append(
                placed(word, strip, number, lines[number])._replace(line=0)
            )
    return found


def _enlarged(grey: Grey, parts: Parts, content: Content, dpi: float) -> list[Seen]:
    """A figure read larger than it is printed."""
    strip = strip_of(grey, parts, content.lines, gap=1, pad=round(_PAD * dpi))
    size = round(strip.picture.shape[1] * _ENLARGED), round(strip.picture.shape[0] * _ENLARGED)
    picture = np.asarray(Image.fromarray(strip.picture).resize(size, Image.Resampling.BICUBIC))
    words = _line(picture, dpi * _ENLARGED, NUMBERS)
    return [placed(_shrunk(word), strip, 0, content.lines[0]) for word in words]


def _line(picture: Grey, dpi: float, allowed: str = "") -> list[Seen]:
    return recognised(picture, dpi, "line", allowed)


def _shrunk(word: Seen) -> Seen:
    x0, top, x1, bottom, base, low = (
        value / _ENLARGED for value in (word.x0, word.top, word.x1, word.bottom, word.base, word.low)
    )
    return word._replace(x0=x0, top=top, x1=x1, bottom=bottom, base=base, low=low)


def placed(word: Seen, strip: Strip, number: int, line: Printed) -> Seen:
    """A word of a strip at its place on the sheet, as a word of line `number`. The base line is that of the ink."""
    x, y = strip.moves[number]
    return word._replace(
        x0=word.x0 + x, x1=word.x1 + x, top=word.top + y, bottom=word.bottom + y, base=float(line.base), line=number
    )


def in_pixels(grid: Grid, scale: float) -> Grid:
    """A grid in points as one in pixels."""
    return replace(
        grid,
        xs=tuple(x * scale for x in grid.xs),
        ys=tuple(y * scale for y in grid.ys),
        cells=tuple(
            replace(c, x0=c.x0 * scale, x1=c.x1 * scale, top=c.top * scale, bottom=c.bottom * scale) for c in grid.cells
        ),
    )
