"""How dates and periods are written in reports (DOMAIN §3.2, §4.2)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

STYLES = ("short", "short", "short", "padded", "hyphen", "dot", "long")


def written(day: dt.date, style: str) -> str:
    """`18/01/2022`, `18-01-2022`, `09 tháng 12 năm 2021`: days and months 1, 2 are padded, others as the style says."""
    month = f"{day.month:02d}" if day.month < 3 or style in ("padded", "hyphen") else str(day.month)
    if style == "long":
        return (
            f"{day.day:02d} tháng {day.month:02d} năm {day.year}"
            if day.month < 3
            else f"{day.day:02d} tháng {day.month} năm {day.year}"
        )
    mark = {"hyphen": "-", "dot": "."}.get(style, "/")
    return f"{day.day:02d}{mark}{month}{mark}{day.year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The period reported on: as written, its first and last day, and the day the report is written."""

    label: str
    start: dt.date
    end: dt.date
    written_on: dt.date


def period(rng: Random, year: int) -> Period:
    """A quarter, half year, nine months or year, reported shortly before or after its end."""
    pick = rng.randrange(4)
    if pick == 0:
        quarter = rng.randint(1, 3)
        start, end = dt.date(year, 3 * quarter - 2, 1), _last(year, 3 * quarter)
        label = f"quý {('I', 'II', 'III')[quarter - 1]} năm {year}"
    elif pick == 1:
        start, end, label = dt.date(year, 1, 1), dt.date(year, 6, 30), f"6 tháng đầu năm {year}"
    elif pick == 2:
        start, end, label = dt.date(year, 1, 1), dt.date(year, 9, 30), f"9 tháng đầu năm {year}"
    else:
        start, end, label = dt.date(year, 1, 1), dt.date(year, 12, 31), f"năm {year}"
    return Period(label=label, start=start, end=end, written_on=end + dt.timedelta(days=rng.randint(-16, 12)))


def _last(year: int, month: int) -> dt.date:
    return (dt.date(year, month, 28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
