"""Small charts: numbers in, places in an SVG out. The template draws them and says the same as a table."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

WIDTH, HEIGHT = 640, 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 12, 16, 30
LINES, BARS = 6, 20


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its rectangle, what it stands for, its value."""

    x: float
    y: float
    width: float
    height: float
    label: str
    value: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid at a round value."""

    y: float
    value: float


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars from the left, one per label; `every` says which labels have room."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    every: int


@dataclass(frozen=True, slots=True)
class Line:
    """The values of one unit of government over time: points as (x, y, period, value)."""

    name: str
    points: tuple[tuple[float, float, str, float], ...]

    @property
    def path(self) -> str:
        """The points joined, for `polyline`."""
        return " ".join(f"{x:.1f},{y:.1f}" for x, y, _, _ in self.points)


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines over time; `units` of `of` are drawn."""

    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]
    years: tuple[tuple[float, int], ...]
    of: int


def by_year(counts: Sequence[tuple[int, int]]) -> Bars | None:
    """Bars for counts of years, the years between them with 0; None if there are none."""
    if not counts:
        return None
    known = dict(counts)
    first, last = min(known), max(known)
    years = list(range(first, last + 1)) if last - first <= 60 else sorted(known)
    ticks, top = _scale(0, max(known.values()), whole=True)
    step = (WIDTH - _LEFT - _RIGHT) / max(len(years), 8)
    bars = [
        Bar(_LEFT + place * step + step * 0.14, _y(count, 0, top), step * 0.72, _y(0, 0, top) - _y(count, 0, top), str(year), count)
        for place, year in enumerate(years)
        for count in [known.get(year, 0)]
    ]  # fmt: skip
    return Bars(tuple(bars), _ticks(ticks, 0, top), max(1, math.ceil(len(years) / 10)))


@dataclass(frozen=True, slots=True)
class Comparable:
    """The values of an indicator that may stand in one chart: those in its commonest unit and role."""

    unit: str | None
    role: str | None
    rows: tuple[dict[str, Any], ...]


def comparable(rows: Sequence[dict[str, Any]]) -> Comparable:
    """The rows that may be drawn together."""
    numbers = [row for row in rows if row["value"] is not None and math.isfinite(row["value"])]
    common = Counter((row["unit"], row["role"]) for row in numbers).most_common(1)
    if not common:
        return Comparable(None, None, ())
    (unit, role), _ = common[0]
    return Comparable(unit, role, tuple(row for row in numbers if (row["unit"], row["role"]) == (unit, role)))


def over_time(rows: Sequence[dict[str, Any]]) -> Lines | None:
    """Lines of the units with most periods; None where no unit has two. Of two values of one unit for one day the later wins."""
    series: dict[str, dict[dt.date, tuple[str, float]]] = {}
    for row in rows:
        if row["until"] is not None:
            series.setdefault(row["organ"] or "", {})[row["until"]] = (row["period_label"] or "", row["value"])
    long = sorted((item for item in series.items() if len(item[1]) > 1), key=lambda item: (-len(item[1]), item[0]))
    if not long:
        return None
    shown = long[:LINES]
    days = [day for _, points in shown for day in points]
    found = [value for _, points in shown for _, value in points.values()]
    start, end = min(days), max(days)
    ticks, top = _scale(min(0.0, *found), max(found), whole=False)
    low = min(ticks[0], 0.0)
    span = max((end - start).days, 1)

    def x(day: dt.date) -> float:
        return _LEFT + 8 + (day - start).days / span * (WIDTH - _LEFT - _RIGHT - 16)

    lines = [
        Line(name, tuple((x(day), _y(value, low, top), label, value) for day, (label, value) in sorted(points.items())))
        for name, points in shown
    ]
    years = range(start.year, end.year + 1)
    marks = [(x(max(dt.date(year, 12, 31), start)), year) for year in years if dt.date(year, 12, 31) <= end] or [
        (x(end), end.year)
    ]
    thin = max(1, math.ceil(len(marks) / 10))
    return Lines(tuple(lines), _ticks(ticks, low, top), tuple(marks[::thin]), len(series))


def by_organ(rows: Sequence[dict[str, Any]]) -> tuple[tuple[str, float, float], ...]:
    """The latest value of each unit of government as (unit, value, share of the largest), the largest first."""
    latest: dict[str, tuple[dt.date, float]] = {}
    for row in rows:
        day = row["until"] or dt.date.min
        name = row["organ"] or ""
        if name not in latest or latest[name][0] <= day:
            latest[name] = (day, row["value"])
    found = sorted(
        ((name, value) for name, (_, value) in latest.items() if value >= 0), key=lambda item: (-item[1], item[0])
    )
    most = found[0][1] if found else 0
    return tuple((name, value, value / most if most else 0.0) for name, value in found[:BARS])


def _scale(low: float, high: float, *, whole: bool) -> tuple[list[float], float]:
    """Round values from `low` to beyond `high`, about four steps."""
    span = high - low if high > low else 1.0
    step = 10 ** math.floor(math.log10(span / 4))
    step = next((step * factor for factor in (1, 2, 5, 10) if span / (step * factor) <= 4.5), step * 10)
    if whole:
        step = max(1, math.ceil(step))
    first = math.floor(low / step) * step
    count = math.ceil((max(high, first + step) - first) / step - 1e-9)
    ticks = [first + step * place for place in range(count + 1)]
    return ticks, ticks[-1]


def _y(value: float, low: float, top: float) -> float:
    return HEIGHT - _BOTTOM - (value - low) / (top - low) * (HEIGHT - _TOP - _BOTTOM)


def _ticks(values: Sequence[float], low: float, top: float) -> tuple[Tick, ...]:
    return tuple(Tick(_y(value, low, top), value) for value in values)
