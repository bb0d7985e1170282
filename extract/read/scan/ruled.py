"""Ruled lines of an upright, level sheet, in pixels, and the mask of what they cover.

A line is a ridge: darker than what lies a little to either side, over a length no stroke of a letter has. That tells hairlines
from noise, and lines from the feet of printed words, which have ink on one side.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.read.pdf.page import Rule
from extract.read.scan.components import Runs, parts_of, runs_of
from extract.read.scan.pixels import Grey, Mask

_ALONG = 0.07  # inches over which brightness is averaged along the line
_BESIDE = 0.035  # inches to the sides it is compared with: lines are thinner than that
_CONTRAST = 40  # of 255
_SHORTEST = 0.3
_GAP = 0.04  # within a piece: where the print is broken
_JOIN = 0.15  # between pieces of one line
_THICKEST = 0.06
_ASIDE = 0.018
_LONG = 1.5  # inches: longer than any stack of letters in line
_HELD = 0.09
_DARK = 205
_MOSTLY = 0.75
_LEVEL = 0.02  # pieces that far apart are one line still


class Ruled(NamedTuple):
    """Horizontal and vertical rules, and where their ink is."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    covered: Mask


def ruled(evened_grey: Grey, dpi: float) -> Ruled:
    """The ruled lines of a sheet whose light is evened."""
    across, covered = _lines(evened_grey, dpi)
    down, covered_down = _lines(np.ascontiguousarray(evened_grey.T), dpi)
    sound = tuple(rule for rule in down if rule.end - rule.start > _LONG * dpi or _is_held(rule, across, dpi))
    for rule in set(down) - set(sound):
        column = round(rule.at)
        reach = round(_THICKEST * dpi / 2)
        covered_down[column - reach : column + reach + 1, int(rule.start) : int(rule.end)] = False
    return Ruled(across, sound, covered | covered_down.T)


def _is_held(rule: Rule, across: tuple[Rule, ...], dpi: float) -> bool:
    """Whether a short vertical line ends at horizontal ones: stems of letters that stand over each other in a cell do not."""
    ends = [
        any(abs(other.at - end) <= _HELD * dpi and other.start - 3 <= rule.at <= other.end + 3 for other in across)
        for end in (rule.start, rule.end)
    ]
    return all(ends)


def _lines(grey: Grey, dpi: float) -> tuple[tuple[Rule, ...], Mask]:
    mask = _ridges(grey, round(_ALONG * dpi), max(3, round(_BESIDE * dpi)))
    covered = np.zeros(mask.shape, dtype=np.bool_)
    runs = _bridged(runs_of(mask), round(_GAP * dpi))
    long = runs.end - runs.start >= _SHORTEST * dpi
    runs = Runs(runs.row[long], runs.start[long], runs.end[long])
    if not len(runs.row):
        return (), covered
    parts = parts_of(runs)
    good = np.array([_is_thin(grey, part, dpi) for part in zip(*parts[:4], strict=True)])
    chosen = good[parts.of_run]
    for row, start, end in zip(runs.row[chosen], runs.start[chosen], runs.end[chosen], strict=True):
        covered[row, start:end] = True
    weight = (runs.end - runs.start).astype(np.float64)
    total = np.bincount(parts.of_run, weights=weight)
    middle = np.bincount(parts.of_run, weights=weight * (runs.row + 0.5)) / total
    pieces = [Rule(float(middle[n]), float(parts.x0[n]), float(parts.x1[n])) for n in np.nonzero(good)[0]]
    return _joined(pieces, dpi), covered


def _ridges(grey: Grey, along: int, beside: int) -> Mask:
    """Where a row, averaged over `along` pixels, is darker than `beside` rows above and below."""
    height, width = grey.shape
    sums = np.zeros((height, width + 1), dtype=np.int32)
    np.cumsum(grey, axis=1, out=sums[:, 1:])
    half = max(1, along // 2)
    low, high = np.clip(np.arange(width) - half, 0, width), np.clip(np.arange(width) + half + 1, 0, width)
    mean = ((sums[:, high] - sums[:, low]) // (high - low)).astype(np.int16)
    above, below = np.full_like(mean, 255), np.full_like(mean, 255)
    above[beside:] = mean[:-beside]
    below[:-beside] = mean[beside:]
    ridges: Mask = (np.minimum(above, below) - mean > _CONTRAST) & (grey < 235)
    return ridges


def _is_thin(grey: Grey, part: tuple[int, int, int, int], dpi: float) -> bool:
    """Whether a piece is dark nearly all along and has white close by on both sides: the foot of a word has its letters there."""
    x0, top, x1, bottom = part
    if bottom - top > _THICKEST * dpi:
        return False
    aside = max(2, round(_ASIDE * dpi))
    dark = grey[top:bottom, x0:x1].min(axis=0) < _DARK
    white = np.ones(x1 - x0, dtype=np.bool_)
    for row in (top - aside, bottom - 1 + aside):
        if 0 <= row < len(grey):
            white &= grey[row, x0:x1] > _DARK
    return float((dark & white).mean()) >= _MOSTLY


def _bridged(runs: Runs, gap: int) -> Runs:
    """Runs of one row with no more than `gap` pixels between them as one."""
    if len(runs.row) < 2:
        return runs
    opens = np.ones(len(runs.row), dtype=np.bool_)
    opens[1:] = (runs.row[1:] != runs.row[:-1]) | (runs.start[1:] - runs.end[:-1] > gap)
    closes: NDArray[np.bool_] = np.append(opens[1:], True)
    return Runs(runs.row[opens], runs.start[opens], runs.end[closes])


def _joined(pieces: list[Rule], dpi: float) -> tuple[Rule, ...]:
    """Pieces that lie on one line, with small gaps between them, as one rule."""
    done: list[Rule] = []
    for piece in sorted(pieces, key=lambda rule: rule.start):
        for index, other in enumerate(done):
            if abs(other.at - piece.at) <= _LEVEL * dpi and piece.start - other.end <= _JOIN * dpi:
                own, theirs = piece.end - piece.start, other.end - other.start
                at = (piece.at * own + other.at * theirs) / (own + theirs)
                done[index] = Rule(at, other.start, max(other.end, piece.end))
                break
        else:
            done.append(piece)
    return tuple(sorted(done))
