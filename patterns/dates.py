"""Dates of instruments as texts write them: `ngày 18/01/2022`, `ngày 09 tháng 12 năm 2021`, `ngày 03-4-2018`. Always day, month, year.

NĐ 30/2020 Phụ lục I, II.4 asks for the words; practice uses slashes, hyphens and dots. Folded text (lower case) goes in.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

_DAY = r"(?P<day>[0-3]?[0-9])"
_MONTH = r"(?P<month>[01]?[0-9])"
_DIGITS = rf"{_DAY}\s?[/.\-–]\s?{_MONTH}\s?[/.\-–]\s?(?P<year>(?:19|20)[0-9]{{2}})"
_WORDS = r"(?P<day_>[0-3]?[0-9])\s{0,3}tháng\s{0,3}(?P<month_>[01]?[0-9])(?:\s{0,3},)?\s{0,3}(?:năm\s{0,3}|[/-]\s?)(?P<year_>(?:19|20)[0-9]{2})"
#: A date after `ngày`; digits alone only with the year in full.
DATE = rf"(?:{_DIGITS}|{_WORDS})(?![0-9])"

#: The hour that a telegram (công điện) states before its date: `hồi 10 giờ 30 phút ngày …`.
_CLOCK = r"(?:hồi|lúc)\s{1,3}[0-2]?[0-9]\s{0,2}(?:giờ|h)\s{0,3}(?:[0-5]?[0-9]\s{0,2}(?:phút)?\s{0,3})?,?\s{0,3}"

_BARE = re.compile(DATE)
_AFTER = re.compile(
    rf"\s{{0,3}},?\s{{0,3}}(?P<open>\()?\s?(?:(?:được\s+)?(?:ban\s+hành|ký|ký\s+ban\s+hành)\s+)?(?:{_CLOCK})?(?P<same>cùng\s+)?(?P<word>ngày)\s{{0,3}}{DATE}"
)
_AFTER_BARE = re.compile(rf"\s{{0,3}},?\s{{0,3}}(?P<open>\()?{DATE}(?!/)")
_BLANK = re.compile(
    r"\s{0,3},?\s{0,3}ngày(?P<gap>[\s.…/_]{0,24})(?:tháng|/)[\s.…/_0-9]{0,24}(?:năm[\s.…_]{0,6})?(?:(?:19|20)[0-9]{2})?"
)


class StatedDate(NamedTuple):
    """A date at `start:end`; None where the calendar has no such day. `in_brackets`: it stands after an opening bracket."""

    value: dt.date | None
    start: int
    end: int
    in_brackets: bool = False
    same: bool = False


def _value(match: re.Match[str]) -> dt.date | None:
    day, month, year = (match[name] or match[f"{name}_"] for name in ("day", "month", "year"))
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def date_after(folded: str, position: int) -> StatedDate | None:
    """The date that follows at once: `ngày …`, `, ngày …`, `(ngày …`, `ban hành ngày …`, or day/month/year alone."""
    match = _AFTER.match(folded, position)
    if match is not None:
        return StatedDate(
            _value(match), match.start("word"), match.end(), match["open"] is not None, match["same"] is not None
        )
    match = _AFTER_BARE.match(folded, position)
    if match is None:
        return None
    value = _value(match)
    if value is None:
        return None
    begin = match.start("day") if match["day"] else match.start("day_")
    return StatedDate(value, begin, match.end(), match["open"] is not None)


def blank_date_after(folded: str, position: int) -> int:
    """End of an unfilled date (`ngày   tháng 3 năm 2026`) that follows at once; the position itself if there is none."""
    match = _BLANK.match(folded, position)
    return position if match is None else match.end()


_BEFORE = re.compile(rf"ngày\s{{0,3}}{DATE}\s{{0,2}}[,:]?\s{{0,2}}\Z")
_REACH = 40
#: Before `ngày`: a deadline or the end of a span, not the day of what follows.
_DEADLINE = re.compile(r"(?<!\w)(?:đến|tới|trước|sau|từ|hết|quá)(?:\s+hết)?\s+\Z")


def date_before(folded: str, position: int) -> StatedDate | None:
    """The date, said with `ngày`, that ends right before this position, perhaps with a comma between."""
    start = folded.rfind("ngày", max(0, position - _REACH), position)
    if start < 0 or _DEADLINE.search(folded, max(0, start - 14), start):
        return None
    match = _BEFORE.match(folded, start, position)
    return None if match is None else StatedDate(_value(match), match.start(), position)
