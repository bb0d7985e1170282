"""A cell's value and number format → the text a person sees in it, with Vietnamese separators: `1.234,5`.

The file holds 1234.5 and `#,##0.0`; which signs stand for `,` and `.` is up to the reader's Excel, here a Vietnamese one.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]')
_SECTIONS = re.compile(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|$)')
_DIGITS = re.compile(r"[#0?](?:[#0?,]*[#0?])?(?:\.[#0?]*)?(,*)|\.[#0?]+")
_DATE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|AM/PM|A/P|y+|m+|d+|h+|s+|.', re.IGNORECASE | re.DOTALL)
_MOST_DIGITS: Final = 11  # what the format General shows
Value = str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta | None


def shown(value: Value, number_format: str) -> str:
    """The text of a cell; "" where it is blank."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    if isinstance(value, int | float):
        return _number(value, number_format)
    return _date(value, number_format)


def _number(value: float, number_format: str) -> str:
    try:
        exact = Decimal(repr(value))
        if not exact.is_finite():
            return str(value)
        section, exact = _section(exact, number_format)
        marked, literals = _without_literals(section)
        pattern = _DIGITS.search(marked)
        if pattern is None or "E+" in marked.upper() or "/" in marked or "general" in marked.lower():
            if pattern is None and literals and "@" not in marked and "general" not in marked.lower():
                return _restored(marked, literals).strip()  # a section of words alone, such as "-" for zero
            return _general(exact)
        exact = exact.scaleb(2 * marked.count("%")).scaleb(-3 * len(pattern.group(1) or ""))
        digits = _digits(exact, pattern.group())
        return _restored(f"{marked[: pattern.start()]}{digits}{marked[pattern.end() :]}", literals).strip()
    except InvalidOperation:  # more digits than any number a person wrote
        return str(value).replace(".", ",")


def _section(value: Decimal, number_format: str) -> tuple[str, Decimal]:
    """The part of a format for this sign; a part of its own for negative numbers shows its own sign."""
    sections = [found.group(1) for found in _SECTIONS.finditer(number_format)]
    sections = [part for number, part in enumerate(sections) if part or number < 3][:3]
    while len(sections) > 1 and not sections[-1] and number_format[-1] != ";":
        sections.pop()
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return (sections[0] if sections else "General"), value


def _without_literals(section: str) -> tuple[str, list[str]]:
    """The section with its literal texts replaced by marks, and the texts."""
    texts: list[str] = []

    def mark(found: re.Match[str]) -> str:
        text = next((group for group in found.groups() if group), "")
        if not text:
            return ""
        texts.append(text)
        return "\x01"

    return _LITERAL.sub(mark, section), texts


def _restored(marked: str, texts: list[str]) -> str:
    waiting = iter(texts)
    return "".join(next(waiting, "") if character == "\x01" else character for character in marked)


def _digits(value: Decimal, pattern: str) -> str:
    """The digits by their places: `0` always shown, `#` and `?` where needed, `,` between them for groups of three."""
    whole, _, fraction = pattern.rstrip(",").partition(".")
    rounded = value.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    sign = "-" if rounded < 0 else ""
    units, _, decimals = f"{abs(rounded):f}".partition(".")
    needed = fraction.count("0")
    while len(decimals) > needed and decimals.endswith("0"):
        decimals = decimals[:-1]
    units = units.lstrip("0").rjust(whole.count("0"), "0")
    if "," in whole:
        units = f"{int(units):,}".replace(",", ".") if units else units
    return sign + units + (f",{decimals}" if decimals else "")


def _general(value: Decimal) -> str:
    if value == value.to_integral_value() and abs(value) < Decimal(10) ** 15:
        return f"{value:.0f}"
    if abs(value) >= Decimal(10) ** _MOST_DIGITS or (value and abs(value) < Decimal("1e-9")):
        return f"{value:.5E}".replace(".", ",")
    places = max(_MOST_DIGITS - 1 - max(value.adjusted(), 0), 0)
    text = f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def _date(value: dt.datetime | dt.date | dt.time, number_format: str) -> str:
    """A date by the letters of its format. Formats that follow the reader's own settings are day, month, year in Vietnam."""
    usual = number_format.split(";")[0]
    if usual.lower() in ("general", "mm-dd-yy", "m/d/yy", "m/d/yyyy", "@") or usual.startswith("[$-F800]"):
        usual = "hh:mm" if isinstance(value, dt.time) else "dd/mm/yyyy"
    parts = _DATE.findall(usual)
    made = []
    for number, part in enumerate(parts):
        letter = part[0].lower()
        if letter == "m" and _is_minutes(parts, number):
            letter = "n"
        made.append(_date_part(value, letter, part))
    return "".join(made).strip()


def _date_part(value: dt.datetime | dt.date | dt.time, letter: str, part: str) -> str:
    width = min(len(part), 2)
    year, month, day = getattr(value, "year", 1899), getattr(value, "month", 12), getattr(value, "day", 30)
    hour, minute, second = getattr(value, "hour", 0), getattr(value, "minute", 0), getattr(value, "second", 0)
    if letter == "y":
        return f"{year:04}" if len(part) > 2 else f"{year % 100:02}"
    if letter == "m" and len(part) > 2:
        return f"Tháng {month}"
    if letter == "d" and len(part) > 2:
        return ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")[
            dt.date(year, month, day).weekday()
        ]
    places = {"m": month, "d": day, "h": hour, "n": minute, "s": second}
    if letter in places and part[0].isalpha():
        return f"{places[letter]:0{width}}"
    if part[0] == '"':
        return part[1:-1]
    if part[0] == "\\":
        return part[1:]
    return "" if part[0] in "[@" or part.upper() in ("AM/PM", "A/P") else part


def _is_minutes(parts: list[str], number: int) -> bool:
    """Whether an `m` is minutes: after hours or before seconds."""
    letters = [(place, part[0].lower()) for place, part in enumerate(parts) if part[0].lower() in "ymdhs"]
    at = letters.index((number, "m"))
    return (at > 0 and letters[at - 1][1] == "h") or (at + 1 < len(letters) and letters[at + 1][1] == "s")
