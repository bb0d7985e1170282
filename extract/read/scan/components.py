"""Connected parts of a mask, without a library for it: runs of ink per row, joined where they touch."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.read.scan.pixels import Mask

Ints = NDArray[np.int64]


class Runs(NamedTuple):
    """Horizontal runs of ink, row by row: `row`, first column, the column after the last."""

    row: Ints
    start: Ints
    end: Ints


class Parts(NamedTuple):
    """Connected parts: edges (x1, bottom exclusive) and pixels of each, and the part of every run."""

    x0: Ints
    top: Ints
    x1: Ints
    bottom: Ints
    area: Ints
    of_run: Ints


def runs_of(mask: Mask) -> Runs:
    """The runs of a mask in reading order."""
    height, width = mask.shape
    padded = np.zeros((height, width + 2), dtype=np.int8)
    padded[:, 1:-1] = mask
    step = np.diff(padded, axis=1)
    row, start = np.nonzero(step == 1)
    _, end = np.nonzero(step == -1)
    return Runs(row, start, end)


def parts_of(runs: Runs) -> Parts:
    """The connected parts (eight neighbours) that runs make up."""
    count = len(runs.row)
    if not count:
        none = np.zeros(0, dtype=np.int64)
        return Parts(none, none, none, none, none, none)
    first, second = _touching(runs)
    label = np.arange(count)
    while True:
        low = np.minimum(label[first], label[second])
        before = label.copy()
        np.minimum.at(label, first, low)
        np.minimum.at(label, second, low)
        np.minimum.at(label, before, label)  # whoever pointed to the same run learns of it
        label = label[label]
        if np.array_equal(label, before):
            break
    _, of_run = np.unique(label, return_inverse=True)
    of_run = of_run.reshape(-1)
    size = int(of_run.max()) + 1
    x0, top = np.full(size, 1 << 40), np.full(size, 1 << 40)
    x1, bottom = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
    np.minimum.at(x0, of_run, runs.start)
    np.minimum.at(top, of_run, runs.row)
    np.maximum.at(x1, of_run, runs.end)
    np.maximum.at(bottom, of_run, runs.row + 1)
    area = np.bincount(of_run, weights=runs.end - runs.start, minlength=size).astype(np.int64)
    return Parts(x0, top, x1, bottom, area, of_run)


def _touching(runs: Runs) -> tuple[Ints, Ints]:
    """Pairs of runs in rows that follow each other, with a pixel or a corner in common."""
    wide = int(runs.end.max()) + 2
    # One axis for all rows: the runs of the row above that end before this one starts, and those that start before it ends.
    starts, ends = runs.row * wide + runs.start, runs.row * wide + runs.end
    low = np.searchsorted(ends, (runs.row - 1) * wide + runs.start, side="left")
    high = np.searchsorted(starts, (runs.row - 1) * wide + runs.end, side="right")
    low = np.maximum(low, np.searchsorted(runs.row, runs.row - 1, side="left"))
    high = np.minimum(high, np.searchsorted(runs.row, runs.row, side="left"))
    number = np.maximum(high - low, 0)
    first = np.repeat(np.arange(len(runs.row)), number)
    offset = np.arange(len(first)) - np.repeat(np.cumsum(number) - number, number)
    return first, np.repeat(low, number) + offset


def erase(grey: NDArray[np.uint8], runs: Runs, chosen: NDArray[np.bool_], *, grow: int = 1) -> None:
    """Make the chosen runs white in place, with `grow` pixels around."""
    height, width = grey.shape
    gone = np.zeros((height + 2 * grow + 1, width + 2 * grow + 1), dtype=np.int32)
    for shift in range(2 * grow + 1):
        np.add.at(gone, (runs.row[chosen] + shift, runs.start[chosen]), 1)
        np.add.at(gone, (runs.row[chosen] + shift, runs.end[chosen] + 2 * grow), -1)
    inside = np.cumsum(gone, axis=1)[grow : grow + height, grow : grow + width] > 0
    grey[inside] = 255
