"""How a sheet lies: the small angle it was fed in at, and whether its lines run across or up and down."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from extract.read.pdf.page import Rule
from extract.read.scan.components import Ints, Parts
from extract.read.scan.pixels import Grey, Mask

_STEEPEST = 6.0  # degrees
_ENOUGH = 0.06  # degrees: less is not worth turning every pixel for
_POINTS = 60_000
_ENOUGH_LETTERS = 40
_WIDE = 1.2
_FOLD = 0.35  # inches of white at least
_ENOUGH_ON_SIDE = 100


def skew_of(mask: Mask, dpi: float) -> float:
    """The angle in degrees, against the clock, by which the lines of a sheet rise; 0 where there are none.

    The right angle is the one that packs the ink into the fewest rows (projection profile): the sum of squares of
    the ink per row is largest. Looked at as points, so that no image has to be turned.
    """
    step = max(1, round(dpi / 100))
    rows, columns = np.nonzero(mask[::step, ::step])
    if len(rows) < 200:
        return 0.0
    keep = np.arange(0, len(rows), max(1, len(rows) // _POINTS))
    y, x = rows[keep].astype(np.float32), columns[keep].astype(np.float32)
    x -= x.mean()
    best = 0.0
    for spread, pace in ((_STEEPEST, 0.5), (0.6, 0.1), (0.1, 0.02)):
        angles = np.arange(best - spread, best + spread + pace / 2, pace)
        best = float(max(angles, key=lambda angle: (_sharpness(x, y, angle), -abs(angle))))
    return best


def _sharpness(x: NDArray[np.float32], y: NDArray[np.float32], angle: float) -> float:
    level = y + x * np.float32(np.tan(np.deg2rad(angle)))
    counts = np.bincount((level - level.min()).astype(np.int64))
    return float(np.square(np.diff(counts.astype(np.float64))).sum())


def turned(grey: Grey, angle: float) -> Grey:
    """The sheet turned with the clock by `angle` degrees around its middle, what comes in at the corners white."""
    if abs(angle) < _ENOUGH:
        return grey
    image = Image.fromarray(grey).rotate(-angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return np.asarray(image)


def runs_across(parts: Parts, dpi: float) -> bool:
    """Whether the lines of a sheet run across, not up and down: letters stand closer to the next letter than to the next line."""
    wide, high = parts.x1 - parts.x0, parts.bottom - parts.top
    letters = np.nonzero((np.minimum(wide, high) > 0.03 * dpi) & (np.maximum(wide, high) < 0.25 * dpi))[0]
    if len(letters) < _ENOUGH_LETTERS:
        return True
    some = letters[:: max(1, len(letters) // 400)]
    x0, x1, top, bottom = (side[letters] for side in (parts.x0, parts.x1, parts.top, parts.bottom))
    own = [side[some][:, None] for side in (parts.x0, parts.x1, parts.top, parts.bottom)]
    right = _gap(own[1], x0, np.minimum(own[3], bottom) - np.maximum(own[2], top))
    below = _gap(own[3], top, np.minimum(own[1], x1) - np.maximum(own[0], x0))
    return int((right < below).sum()) >= int((below < right).sum())


def fold_of(parts: Parts, across: Sequence[Rule], shape: tuple[int, ...], dpi: float) -> int | None:
    """Where the fold of a two-page spread is: a white band near the middle of a wide sheet, with text on both sides."""
    height, width = shape
    if width < _WIDE * height:
        return None
    high = parts.bottom - parts.top
    letters = (high >= 0.04 * dpi) & (high < 0.4 * dpi)
    if any(rule.start < width / 2 < rule.end for rule in across):
        return None
    ink = np.zeros(width + 1, dtype=np.int64)
    np.add.at(ink, parts.x0[letters], 1)
    np.add.at(ink, parts.x1[letters], -1)
    free = np.cumsum(ink)[:width] == 0
    edges = np.nonzero(np.diff(np.concatenate(([False], free, [False])).astype(np.int8)))[0]
    bands = [(int(end - start), int(start + end) // 2) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    near = [(size, at) for size, at in bands if abs(at - width / 2) < 0.08 * width and size >= _FOLD * dpi]
    if not near:
        return None
    _, fold = max(near)
    left = int((letters & (parts.x1 <= fold)).sum())
    right = int(letters.sum()) - left
    return fold if min(left, right) >= _ENOUGH_ON_SIDE else None


def _gap(end: Ints, starts: Ints, shared: Ints) -> Ints:
    """For each letter how far the nearest one is that stands beside it and begins after its end."""
    gaps = np.where((shared > 2) & (starts - end > -2), starts - end, 1 << 20)
    nearest: Ints = gaps.min(axis=1)
    return nearest
