"""The subject (trích yếu) that follows the type of a document (NĐ 30/2020, Phụ lục I, II.5).

It may take several lines and ends where the body begins: an address, a heading, a legal ground, the authority that
decides (`BỘ TRƯỞNG BỘ NỘI VỤ`). Older texts print number and date within the title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from patterns.letterheads import DateLine, NumberLine, cover_place, date_line, number_line, numeric_date, without_motto
from patterns.organs import normalise_issuer
from patterns.people import position
from patterns.spelling import squeeze
from patterns.titles import type_line

_ABOUT = re.compile(r"^[(“\"\s]*(?P<v>V/v|V/V|v/v|Vv\s*:|Về\s+việc)\s*[:.]?\s*(?P<rest>.*?)[)”\"]?$", re.DOTALL)
_ADDRESSED = re.compile(r"^\W*(?:Kính\s+gửi|KÍNH\s+GỬI)\b")
_BODY = re.compile(
    r"^\W*(?:Căn cứ|Thực hiện|Theo|Để|Nhằm|Ngày|Trong|Thi hành|Xét|Trên cơ sở|Sau khi|Tiếp theo|Qua|Phúc đáp|Hưởng ứng"
    r"|Tiếp nhận|Từ|Thời gian|Đến|Với|Năm|Kể từ|Hôm nay|Điều \d|Chương|CHƯƠNG|PHẦN|Phần|Mục|MỤC)\b"
)
_HEADING = re.compile(r"^\s*(?:[IVX]{1,5}|[A-DĐ]|\d{1,2}(?:\.\d+)*)\s?(?:[.)]|[\-–]\s)\s*\S")
_PART = re.compile(r"^\W*(?:PHẦN|CHƯƠNG|MỤC|ĐIỀU)\s+(?:THỨ|MỘT|MỞ ĐẦU|[IVX]+\b|\d+|[A-Z]\b)", re.IGNORECASE)
_ATTACHED = re.compile(
    r"^\W*(?:(?:Ban hành|Đính|Gửi|Tài liệu)\s+)?[Kk]èm(?: theo)?\b|^\W*(?:Trình tại|Trình kỳ)\b|^\W*(?:Sử dụng|Dùng|Số liệu|Từ ngày|Tính đến)\b"
)
_OPEN_END = re.compile(r"(?:\bCỦA|\bVÀ|\bCHO|\bTẠI|,|-)$", re.IGNORECASE)
_LONGEST = 8


class Line(NamedTuple):
    """A line of the head: its text, what the format says of it, and the number of its block."""

    text: str
    bold: bool | None
    centered: bool | None
    block: int


@dataclass(slots=True)
class Title:
    """What stands from the type line to the body; `end` is the first line that is no longer part of it."""

    subject: str | None = None
    number: NumberLine | None = None
    date: DateLine | None = None
    place: str | None = None
    end: int = 0


def read_title(rest: str, lines: Sequence[Line], first: int) -> Title:
    """The title whose type stood in the line before `first`; `rest` is what followed the type in that line."""
    title = Title()
    parts = [_without_reference(title, rest)] if rest else []
    at = first
    while at < len(lines) and len(parts) < _LONGEST:
        line = lines[at]
        if without_motto(line.text)[1]:
            break
        if re.fullmatch(r"[\W_]*", line.text):
            at += 1
            continue
        title.place = cover_place(line.text)
        if title.place is not None:
            break
        remains = _without_reference(title, line.text)
        if remains != line.text:
            parts = parts if parts and rest else []
        elif not _continues(parts, line):
            break
        if remains:
            parts.append(remains)
        at += 1
    title.subject = without_about(squeeze(" ".join(parts))) or None
    title.end = at
    return title


def opens_body(line: Line) -> bool:
    """Whether a line is of the body: long, a heading, or begun as sentences of the body begin."""
    text = line.text
    return len(text) > 250 or (len(text) > 80 and _BODY.match(text) is not None) or _HEADING.match(text) is not None


def ends_head(text: str) -> bool:
    """Whether a line ends the head whatever stands before it: `Kính gửi`, `(Kèm theo …)`."""
    return _ADDRESSED.match(text) is not None or _ATTACHED.match(text) is not None


def about_line(text: str, *, after_number: bool = False) -> str | None:
    """What follows `V/v` under the number of an official letter; None for any other line.

    `after_number`: the number stands above, so that `Về việc …`, which belongs to the subject, opens it too.
    """
    found = _ABOUT.match(text)
    if found is None:
        return None
    if found["v"].startswith("Về"):
        return text.strip('“”"() ') if after_number else None
    return found["rest"]


def without_about(text: str) -> str:
    """A subject without the label `V/v`; `Về việc` belongs to it."""
    return about_line(text) or text


def _without_reference(title: Title, text: str) -> str:
    """A line of the title without the number and date that older texts print in it, which go to `title`."""
    number = number_line(text) if title.number is None else None
    if number is None or number.start > 40 or number.number is None or _cites(text, number):
        date = date_line(text)
        if date is not None and date.start < 3 and len(text) - date.end < 3 and title.date is None:
            title.date = date
            return ""
        return text
    title.number = number
    rest = text[number.end :]
    for date in (numeric_date(rest[:30]), date_line(rest[:45])):
        if date is not None:
            title.date = date
            return squeeze(rest[date.end :])
    return squeeze(rest)


def _cites(text: str, number: NumberLine) -> bool:
    """Whether the number in a title belongs to another instrument: words before it name more than the issuer."""
    before = squeeze(text[: number.start])
    return bool(before) and normalise_issuer(before.removeprefix("của ")) is None


def _continues(parts: Sequence[str], line: Line) -> bool:
    """Whether a line after the type, or after the first lines of the subject, belongs to the subject."""
    text = line.text
    if any(pattern.match(text) for pattern in (_ADDRESSED, _ATTACHED, _HEADING, _PART)) or len(text) > 450:
        return False
    emphasis = line.bold is True or line.centered is True
    if not parts:
        sentence = len(text) > 200 and text.endswith((";", ":"))
        return not sentence and not (_BODY.match(text) and len(text) > 120 and not emphasis)
    if parts[-1].endswith("."):
        return False
    if parts[-1].isupper() or (text.isupper() and line.centered is not False):
        decides = normalise_issuer(text) or position().match(text) or not parts[-1].isupper()
        if decides and not _OPEN_END.search(parts[-1]):
            return False  # the authority that decides, or in capitals what is no more of a subject in small letters
    if text.endswith((";", ":", ".")) or (_BODY.match(text) and (len(text) > 80 or not emphasis)):
        return False
    if text.isupper() and (type_line(text) is not None or parts[-1].isupper()):
        return type_line(text) is None
    if line.centered is False and line.bold is False:
        return False
    return emphasis or (len(text) <= 120 and len(parts) < 4)
