"""Connected parts → printed lines (letters that stand level make one, the marks above and below go with the nearest), and
lines put side by side on one strip: recognition does better on a long line than on a short one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.read.scan.components import Ints, Parts
from extract.read.scan.pixels import Grey

_LETTER = 0.045  # inches high at least
_TALLEST = 0.5
_TINY, _SMALL = 0.011, 0.036
_ASIDE, _ABOVE, _BELOW = 0.06, 0.055, 0.045  # inches from a letter at which its marks and stops stand
_REACH = 2  # pixels kept around a line: the grey edge of its letters
_LEVEL = 0.4  # of the smaller height two letters share at least


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed line: its parts, the edges of all of them, its base line, and its letters from left to right."""

    parts: Ints
    x0: int
    top: int
    x1: int
    bottom: int
    base: int
    letters: Ints


def printed_lines(parts: Parts, own: Ints, dpi: float) -> list[Printed]:
    """The lines that these parts make, from top to bottom. What holds no letter makes one line."""
    high = parts.bottom[own] - parts.top[own]
    letters = own[(high >= _LETTER * dpi) & (high <= _TALLEST * dpi)]
    if not len(letters):
        return [_printed(parts, own, own)] if len(own) else []
    bands: list[list[float]] = []  # top, bottom and number of letters of each line so far
    members: list[list[int]] = []
    for part in sorted(letters, key=lambda part: int(parts.top[part] + parts.bottom[part])):
        top, bottom = float(parts.top[part]), float(parts.bottom[part])
        for band, member in zip(bands, members, strict=True):
            shared = min(bottom, band[1]) - max(top, band[0])
            if shared >= _LEVEL * min(bottom - top, band[1] - band[0]):
                # The middle of a line's letters, not all they reach: a tall one must not bridge two lines.
                band[0] += (top - band[0]) / (len(member) + 1)
                band[1] += (bottom - band[1]) / (len(member) + 1)
                member.append(int(part))
                break
        else:
            bands.append([top, bottom])
            members.append([int(part)])
    known = set(map(int, letters))
    for part in own:
        if int(part) not in known:
            middle = float(parts.top[part] + parts.bottom[part]) / 2
            distances = [max(band[0] - middle, middle - band[1], 0.0) for band in bands]
            members[int(np.argmin(distances))].append(int(part))
    order = sorted(range(len(bands)), key=lambda number: bands[number][0])
    return [_printed(parts, np.array(members[number]), letters) for number in order]


def printed_of(parts: Parts, own: Ints) -> Printed:
    """These parts as one line; the taller half of them are its letters."""
    high = parts.bottom[own] - parts.top[own]
    return _printed(parts, own, own[high >= high.max() / 2])


def _printed(parts: Parts, own: Ints, letters: Ints) -> Printed:
    tall = own[np.isin(own, letters)]
    tall = tall[np.argsort(parts.x0[tall], kind="stable")]
    x0, top, x1, bottom = parts.x0[own].min(), parts.top[own].min(), parts.x1[own].max(), parts.bottom[own].max()
    return Printed(own, int(x0), int(top), int(x1), int(bottom), int(np.median(parts.bottom[tall])), tall)


def specks(parts: Parts, shape: tuple[int, ...], dpi: float) -> NDArray[np.bool_]:
    """Which parts are dirt: tiny ones, and small ones with no letter so near that they could be its dot, mark or stop."""
    wide, high = parts.x1 - parts.x0, parts.bottom - parts.top
    size = np.maximum(wide, high)
    small = size <= _SMALL * dpi
    step = max(1, round(0.01 * dpi))
    near = np.zeros((shape[0] // step + 2, shape[1] // step + 2), dtype=np.bool_)
    aside, above, below = round(_ASIDE * dpi), round(_ABOVE * dpi), round(_BELOW * dpi)
    for part in np.nonzero((high >= _LETTER * dpi) & (high <= _TALLEST * dpi) & (wide <= 3 * _TALLEST * dpi))[0]:
        rows = slice(max(0, int(parts.top[part]) - above) // step, (int(parts.bottom[part]) + below) // step + 1)
        near[rows, max(0, int(parts.x0[part]) - aside) // step : (int(parts.x1[part]) + aside) // step + 1] = True
    y, x = (parts.top + parts.bottom) // (2 * step), (parts.x0 + parts.x1) // (2 * step)
    dirt: NDArray[np.bool_] = (size <= max(2, _TINY * dpi)) | (small & ~near[y, x])
    return dirt


def close_together(parts: Parts, line: Printed, dpi: float) -> list[Printed]:
    """A line cut where wide gaps are, with the marks that stand over and under each piece."""
    letters = line.letters
    cuts = np.nonzero(parts.x0[letters][1:] - np.maximum.accumulate(parts.x1[letters])[:-1] > 0.3 * dpi)[0] + 1
    pieces = []
    for group in np.split(letters, cuts):
        x0, x1 = parts.x0[group].min(), parts.x1[group].max()
        top, bottom = parts.top[group].min() - 0.05 * dpi, parts.bottom[group].max() + 0.04 * dpi
        near = (parts.x0 >= x0 - 4) & (parts.x1 <= x1 + 0.05 * dpi) & (parts.top >= top) & (parts.bottom <= bottom)
        pieces.append(_printed(parts, np.union1d(np.nonzero(near)[0], group), group))
    return pieces


@dataclass(frozen=True, slots=True)
class Strip:
    """Lines side by side on one base line. For each: where it begins and ends on the strip, and how far it was moved."""

    picture: Grey
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    moves: tuple[tuple[int, int], ...]

    def line_at(self, x: float) -> int:
        """The line whose place on the strip is nearest to x."""
        return min(range(len(self.starts)), key=lambda n: max(self.starts[n] - x, x - self.ends[n], 0.0))


def strip_of(grey: Grey, parts: Parts, lines: Sequence[Printed], *, gap: int, pad: int) -> Strip:
    """The strip of these lines, with `gap` white pixels between them and `pad` around."""
    above = max(line.base - line.top for line in lines) + _REACH
    below = max(line.bottom - line.base for line in lines) + _REACH
    width = sum(line.x1 - line.x0 + 2 * _REACH for line in lines) + gap * (len(lines) - 1)
    picture = np.full((above + below + 2 * pad, width + 2 * pad), 255, dtype=np.uint8)
    at = pad
    starts, ends, moves = [], [], []
    for line in lines:
        others = np.concatenate([other.parts for other in lines if other is not line] or [line.parts[:0]])
        cut, x0, top = _cut(grey, parts, line, others)
        y = pad + above - (line.base - top)
        picture[y : y + cut.shape[0], at : at + cut.shape[1]] = cut
        starts.append(at)
        ends.append(at + cut.shape[1])
        moves.append((x0 - at, top - y))
        at += cut.shape[1] + gap
    return Strip(picture, tuple(starts), tuple(ends), tuple(moves))


def _cut(grey: Grey, parts: Parts, line: Printed, others: Ints) -> tuple[Grey, int, int]:
    """The picture of a line, and where it was; what `others` of the parts reach into it is white."""
    x0, top = max(0, line.x0 - _REACH), max(0, line.top - _REACH)
    cut = grey[top : line.bottom + _REACH, x0 : line.x1 + _REACH].copy()
    near = others[(parts.bottom[others] > line.top) & (parts.top[others] < line.bottom)]
    for part in near:
        if not _overlaps(parts, int(part), line):
            rows = slice(max(0, int(parts.top[part]) - 1 - top), max(0, int(parts.bottom[part]) + 1 - top))
            columns = slice(max(0, int(parts.x0[part]) - 1 - x0), max(0, int(parts.x1[part]) + 1 - x0))
            cut[rows, columns] = 255
    return cut, x0, top


def _overlaps(parts: Parts, part: int, line: Printed) -> bool:
    """Whether the box of a part that belongs elsewhere covers letters of the line, so that it cannot be whitened."""
    own = line.parts
    across = (parts.x0[own] < parts.x1[part]) & (parts.x1[own] > parts.x0[part])
    return bool((across & (parts.top[own] < parts.bottom[part]) & (parts.bottom[own] > parts.top[part])).any())
