"""Periods a report speaks of: `6 tháng đầu năm 2022`, `quý I/2026`, `năm 2025`, `tuần 12`, `từ ngày … đến ngày …`.

Dates are nominal (the calendar period that is named), not the cut-off dates of NĐ 09/2019/NĐ-CP. A period without a
year takes it from the next period of the phrase (`6 tháng đầu năm và … 6 tháng cuối năm 2022`), else from `year`, else
its dates stay None. In a subject that reports one period and plans another, the reported one is meant.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_COUNT = {
    "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11,
}  # fmt: skip
_N = r"(?:1[01]|0?[2-9]|mười một|mười|hai|ba|bốn|năm|sáu|bảy|tám|chín)"
_DAY = r"(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}))?|(\d{1,2}) tháng (\d{1,2})(?: năm (\d{4}))?"
_YEAR = r"(?:19|20)\d\d"
_OF_YEAR = rf"(?:,? (?:của )?năm ({_YEAR})|\s?[/-]\s?({_YEAR})|,? ({_YEAR}))?(?![\d/])"

#: Each form of period; the first that matches at a place is taken.
_PERIOD = re.compile(
    rf"(?<!\w)(?:"
    rf"(?P<interval>(?:tính |kể )?từ (?:hết )?(?:ngày )?(?:{_DAY})(?:,)? đến (?:hết )?(?:ngày )?(?:{_DAY})(?!\d))"
    rf"|(?P<until>(?:tính |lũy kế |luỹ kế )?đến (?:hết |thời điểm |cuối )?(?:ngày (?:{_DAY})|(?:\d{{1,2}}/){{2}}\d{{4}})(?!\d))"
    rf"|(?P<half>{_N} tháng (?:đầu|cuối) (?:năm|của năm)(?: (?:({_YEAR})|nay))?(?![\d/]))"
    rf"|(?P<months>(?:0?[369]|1[01]|sáu|chín) tháng{_OF_YEAR}(?! (?:tuổi|tù|trở|liên|kể|làm|học|lương|tới|sau|trước)))"
    rf"|(?P<quarter>quý (?:iv|i{{1,3}}|0?[1-4])(?![\w.]){_OF_YEAR})"
    rf"|(?P<month>tháng (?:1[0-2]|0?[1-9])(?!\d)(?![.,]\d){_OF_YEAR})"
    rf"|(?P<week>tuần (?:thứ )?(?:[1-4]\d|5[0-3]|0?[1-9])(?!\d){_OF_YEAR})"
    rf"|(?P<range>(?:giai đoạn|thời kỳ|thời kì|nhiệm kỳ|nhiệm kì|năm học|niên độ|niên vụ|các năm|kế hoạch 5 năm)"
    rf" (?:năm )?(?:từ (?:năm )?)?({_YEAR})\s?(?:[-–]|đến(?: năm)?)\s?({_YEAR}))"
    rf"|(?P<sofar>(?:từ )?đầu năm (?:({_YEAR}) )?đến (?:nay|thời điểm (?:hiện tại|báo cáo|này)))"
    rf"|(?P<target>đến (?:hết |cuối )?năm ({_YEAR})(?!\d))"
    rf"|(?P<year>(?:cả |trong |hết )?năm ({_YEAR})(?!\d)(?!\s?[-–]\s?{_YEAR}))"
    rf")",
    re.IGNORECASE,
)
#: Before `3 tháng` without a year: a length of time.
_LASTING = re.compile(
    r"(?<!\w)(?:vòng|thời hạn|thời gian|kéo dài|mỗi|tối đa|tối thiểu|không quá|ít nhất|đủ|sau|định kỳ)\s+$",
    re.IGNORECASE,
)
_LOOKS_LIKE_PERIOD = re.compile(r"năm|tháng|quý|tuần|giai đoạn|thời k|nhiệm k|niên|đến", re.IGNORECASE)
_PLAN = re.compile(
    r"(?:phương hướng|nhiệm vụ|dự kiến|kế hoạch công tác|mục tiêu|giải pháp|định hướng|dự toán|so với|cùng kỳ"
    r"|(?:và|,|;) kế hoạch)[^.;]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A period as named; `start`, `end` are None where the wording does not fix them."""

    label: str
    start: dt.date | None = None
    end: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A period at `char_start:char_end` of a text; `ordinal` counts it within its year, `year` is as written."""

    char_start: int
    char_end: int
    form: str
    period: Period
    year: int | None
    ordinal: int = 0


def _last_day(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _months(year: int, first: int, last: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, first, 1), _last_day(year, last)


def _count(words: str) -> int:
    return _COUNT.get(words) or int(words)


def _half(label: str, year: int) -> tuple[dt.date, dt.date]:
    count = _count(label.split(" tháng")[0])
    return _months(year, 13 - count, 12) if " cuối " in label else _months(year, 1, count)


def _quarter(label: str, year: int) -> tuple[dt.date, dt.date]:
    number = _ordinal("quarter", label)
    return _months(year, number * 3 - 2, number * 3)


def _week(label: str, year: int) -> tuple[dt.date, dt.date]:
    monday = dt.date.fromisocalendar(year, min(_ordinal("week", label), 52), 1)
    return monday, monday + dt.timedelta(days=6)


#: How a form that needs a year becomes dates.
_DATES: dict[str, Callable[[str, int], tuple[dt.date | None, dt.date | None]]] = {
    "half": _half,
    "months": lambda label, year: _months(year, 1, _count(label.split(" tháng")[0])),
    "quarter": _quarter,
    "month": lambda label, year: _months(year, _ordinal("month", label), _ordinal("month", label)),
    "week": _week,
    "sofar": lambda label, year: (dt.date(year, 1, 1), None),
    "target": lambda label, year: (None, dt.date(year, 12, 31)),
    "year": lambda label, year: _months(year, 1, 12),
}


def _ordinal(form: str, label: str) -> int:
    if form == "half":
        return 2 if " cuối " in label else 1
    match = re.search(r"(?:quý|tháng|tuần(?: thứ)?) (\w+)", label)
    if form not in ("quarter", "month", "week") or match is None:
        return 0
    return _ROMAN.get(match[1]) or int(match[1])


def _date(groups: tuple[str | None, ...], year: int | None) -> tuple[dt.date | None, int | None]:
    day, month, stated = groups[:3] if groups[0] else groups[3:]
    if day is None or month is None:
        return None, None
    written = int(stated) if stated else None
    use = written or year
    try:
        return (dt.date(use, int(month), int(day)) if use else None), written
    except ValueError:
        return None, written


def _build(match: re.Match[str], year: int | None) -> Mention:
    form = match.lastgroup or next(name for name, found in match.groupdict().items() if found)
    label = match[0]
    lowered = label.lower()
    written = next((int(g) for g in match.groups() if g and len(g) == 4 and g.isdecimal()), None)
    start: dt.date | None = None
    end: dt.date | None = None
    if form == "interval":
        days = re.findall(_DAY, label)
        end, last_year = _date(tuple(days[1]), year)
        start, _ = _date(tuple(days[0]), last_year or year)
        if start and end and start > end and last_year and not days[0][2] and not days[0][5]:
            start = start.replace(year=start.year - 1)
        written = last_year
    elif form == "until":
        end, written = _date(tuple(re.findall(_DAY, label)[0]), year)
    elif form == "range":
        first, last = (int(y) for y in re.findall(_YEAR, label))
        # A school or crop year begins and ends within its two years: only the calendar knows where.
        if first <= last and not lowered.startswith(("năm học", "niên")):
            start, end = dt.date(first, 1, 1), dt.date(last, 12, 31)
        written = last
    elif use := written or year:
        start, end = _DATES[form](lowered, use)
    return Mention(
        char_start=match.start(),
        char_end=match.end(),
        form=form,
        period=Period(label=" ".join(label.split()), start=start, end=end),
        year=written,
        ordinal=_ordinal(form, lowered),
    )


def find_periods(text: str, *, year: int | None = None) -> list[Mention]:
    """All periods named in a text, in order. `year` is used where neither the period nor a later one says its year."""
    if not _LOOKS_LIKE_PERIOD.search(text):
        return []
    mentions = [
        _build(match, None)
        for match in _PERIOD.finditer(text)
        if not (match["months"] and _LASTING.search(text, max(0, match.start() - 16), match.start()))
    ]
    resolved: list[Mention] = []
    following: Mention | None = None
    for mention in reversed(mentions):
        if mention.year is None and mention.form not in ("range",):
            distant = (
                ("range", "interval", "until") if year is None else ("range", "interval", "until", "year", "target")
            )
            borrowed = following.year if following and following.form not in distant else None
            if borrowed and following and following.form == mention.form and mention.ordinal > following.ordinal:
                borrowed -= 1  # `tháng 12, phương hướng tháng 01 năm 2025`
            if use := borrowed or year:
                match = _PERIOD.match(text, mention.char_start)
                if match:
                    built = _build(match, use)
                    mention = replace(built, year=borrowed)
        resolved.append(mention)
        if mention.year is not None:
            following = mention
    return resolved[::-1]


def find_period(text: str, *, year: int | None = None) -> Period | None:
    """The period a subject, heading or phrase reports on; None if it names none.

    Of a reported and a planned period the reported one; of `giai đoạn 2021-2025` and `năm 2023` the year.
    """
    mentions = find_periods(text, year=year)
    reported = [m for m in mentions if not _PLAN.search(text, max(0, m.char_start - 120), m.char_start)] or mentions[:1]
    narrow = [m for m in reported if m.form not in ("range", "target")]
    chosen = (narrow or reported)[:1]
    return chosen[0].period if chosen else None
