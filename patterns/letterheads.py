"""Lines of a letterhead that can be told by themselves: quốc hiệu, tiêu ngữ, number, place and date.

NĐ 30/2020, Phụ lục I, II.1, II.3, II.4; Party documents HD 36-HD/VPTW (`Số 15-NQ/TU`, ĐẢNG CỘNG SẢN VIỆT NAM). What is left blank
to be stamped later (`Số:      /BC-UBND`, `ngày   tháng 11 năm 2025`) is None. Diacritics that recognition of scans
loses are allowed for in the fixed words.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from patterns.spelling import squeeze

_TAIL = r"[\s_*-]*"
_MOTTO = re.compile(
    rf"C\S{{1,2}}NG\s+H\S{{1,3}}\s+X\S\s+H\S{{1,2}}I\s+CH\S{{1,2}}\s+NGH\S{{1,2}}A(?:\s+VI?\S{{1,2}}T\s+NAM)?{_TAIL}"
    rf"|^\W*ĐOÀN\s+TNCS\s+HỒ\s+CHÍ\s+MINH\W*$"
    rf"|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM{_TAIL}"
    rf"|[ĐÐD]\S?c\s+l\S{{1,2}}p\s*[-–—]\s*T\S{{1,3}}\s+do\s*[-–—]\s*H\S{{2,4}}\s+ph\S{{2}}c?{_TAIL}",
    re.IGNORECASE,
)
# possessive: blanks and what fills them never share a character, so nothing is tried twice
_BLANK = r"[\s._…·‥]*+"
_SYMBOL = r"[A-ZĐÐ][\wĐđ]*(?:\s?[-–.&+/]\s?[A-ZĐÐ0-9][\wĐđ]*)*"
#: A number after `số`, with or without its counting number: `Số: 05/2024/QĐ-UBND`, `Số 15-NQ/TU`, `số …/BC-STC`.
NUMBER = (
    rf"[Ss][ốỐ]\s*[:.]?{_BLANK}(?P<number>\d{{1,5}}[a-zđ]?)?{_BLANK}"
    rf"(?:/\s*(?P<year>(?:19|20)\d\d)\s*)?(?P<join>[/-]|(?<=\d\s)(?=[A-ZĐ]{{2,3}}/))\s*(?P<symbol>{_SYMBOL})"
)
_NUMBER = re.compile(rf"(?:(?P<noun>Bộ luật|Luật|Pháp lệnh|Nghị quyết|Lệnh)\s+)?(?<!\w){NUMBER}")
_BARE_NUMBER = re.compile(r"S[ốỐ]\s*:\s*+(?P<number>\d{1,5})?[\s._…]*")
#: `SỐ 12/QĐ-SNV` in a body named after the decision that set it up.
_IN_NAME = re.compile(r"SỐ\s+\d")
_PLACE = r"(?:Quận|Phường|Q\.|P\.)\s?\d{1,2}|[^\W\d_][^\d:;()/]{1,45}?"
#: A telegram says the hour too: `Thanh Hóa, hồi 16 giờ 30 ngày …`.
_CLOCK = r"(?:(?:hồi|lúc)\s+\d{1,2}\s*(?:giờ|h)\s*(?:\d{1,2}\s*(?:phút)?)?\s*,?\s*)?"
_DATE_IN_DIGITS = re.compile(
    rf"(?P<place>{_PLACE})\s*,\s*{_CLOCK}ngày\s+(?P<day>\d{{1,2}}|[.…]+)\s?[/.-]\s?(?P<month>\d{{1,2}}|[.…]+)\s?[/.-]\s?(?P<year>\d{{4}})(?!\d)"
)
_DATE = re.compile(
    rf"(?:(?P<place>{_PLACE})\s*,\s*{_CLOCK})?ngày{_BLANK}(?P<day>\d{{1,2}}|\d\s\d)?{_BLANK}"
    rf"tháng{_BLANK}(?P<month>\d{{1,2}})?{_BLANK}năm{_BLANK}(?:(?P<year>\d{{4}})|\d{{1,3}})?(?!\d)",
    re.IGNORECASE,
)
_NUMERIC_DATE = re.compile(r"ngày\s+(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})")
_COVER_DATE = re.compile(
    r"(?P<place>[^\W\d_][^\d:;()/]{1,30}?)\s*[-–,]\s*(?:tháng\s+\d{1,2}\s*(?:[/-]|năm)\s*|năm\s+)\d{4}\W*",
    re.IGNORECASE,
)
_COPY = ("SY", "SL", "TrS", "TRS")


class NumberLine(NamedTuple):
    """A number at `start:end`: counting number (None if blank), symbol, both together, noun before `số` (Luật)."""

    start: int
    end: int
    code_number: str | None
    symbol: str
    number: str | None
    noun: str | None = None

    @property
    def of_copy(self) -> bool:
        """Whether it is the number of a copy (SY, SL, TrS), which the copied document does not take."""
        return re.split(r"[-/.]", self.symbol)[0] in _COPY


class DateLine(NamedTuple):
    """Place and date at `start:end`; the date is None where a part is blank or the calendar has no such day."""

    start: int
    end: int
    place: str | None
    date: dt.date | None


def without_motto(text: str) -> tuple[str, bool]:
    """The line without quốc hiệu and tiêu ngữ (or the Party's heading), and whether it had any."""
    rest = _MOTTO.sub(" ", text)
    return (squeeze(rest), True) if rest != text else (text, False)


def number_line(text: str) -> NumberLine | None:
    """The first number of a line; None if it has none."""
    found = None if _IN_NAME.match(text) else _NUMBER.search(text)
    return None if found is None else number_of(found, noun=found["noun"])


def number_of(found: re.Match[str], *, noun: str | None = None) -> NumberLine:
    """The number that a match of `NUMBER` holds."""
    symbol = re.sub(r"\s+", "", found["symbol"]).replace("–", "-").replace("Ð", "Đ")
    year = f"/{found['year']}" if found["year"] else ""
    join = found["join"].strip() or "-"  # `Số: 45 BC/ĐU`, as older Party documents have it
    number = f"{found['number']}{year}{join}{symbol}" if found["number"] else None
    return NumberLine(found.start(), found.end(), found["number"], symbol, number, noun)


def bare_number(text: str) -> tuple[bool, str | None]:
    """Whether a line is a number without symbol (`Số: 12`, `Số:`), and its counting number."""
    found = _BARE_NUMBER.fullmatch(text)
    return (False, None) if found is None else (True, found["number"])


def date_line(text: str, *, digits: bool = False) -> DateLine | None:
    """Place and date in a line, `Kế Sách, ngày 16 tháng 6 năm 2022`, blanks allowed; None if it has none.

    `digits`: also `Kế Sách, ngày 16/6/2022`, which needs its place.
    """
    found = _DATE.search(text) or (_DATE_IN_DIGITS.search(text) if digits else None)
    if found is None:
        return None
    place = squeeze(found["place"] or "")
    return DateLine(found.start(), found.end(), place.title() if place.isupper() else place or None, _day(found))


def numeric_date(text: str) -> DateLine | None:
    """The first date in digits after `ngày`, `ngày 3/2/2004`; None if there is none."""
    found = _NUMERIC_DATE.search(text)
    return None if found is None else DateLine(found.start(), found.end(), None, _day(found))


def stated_date(text: str) -> dt.date | None:
    """The first whole date of a text, in words or digits."""
    dates = [found for found in (date_line(text), numeric_date(text)) if found is not None and found.date is not None]
    return min(dates, key=lambda found: found.start).date if dates else None


def cover_place(text: str) -> str | None:
    """The place on a cover page, `HÀ NỘI - THÁNG 12/2008`."""
    found = _COVER_DATE.fullmatch(text)
    return None if found is None else found["place"].title()


def _day(found: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(*(int((found[part] or "").replace(" ", "")) for part in ("year", "month", "day")))
    except ValueError:
        return None
