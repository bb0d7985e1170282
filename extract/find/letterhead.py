"""The head of a document: bodies, number, place and date, type and subject (NĐ 30/2020, Phụ lục I, II.1–II.5).

In: the first blocks. The two columns may come one after the other, line by line, or run together in one line, so each
line is cut at what can be recognised by itself (quốc hiệu, tiêu ngữ, number, place and date, `V/v`); what remains
above the type are the names of bodies. Blank numbers and dates are None; the symbol is kept.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from extract.document import Block
from extract.find.organs import Organs, organs_of
from patterns.bodies import normalise_issuer
from patterns.spelling import squeeze
from patterns.titles import type_line, type_of_symbol


@dataclass(slots=True)
class Letterhead:
    """What the head of a document says; None or empty where it says nothing."""

    organs: Organs = field(default_factory=Organs)
    code_number: str | None = None
    code_notation: str | None = None
    number: str | None = None
    place: str | None = None
    issued_on: dt.date | None = None
    type_name: str | None = None
    subject: str | None = None
    is_letterhead: bool = False
    end: int = 0


class Line(NamedTuple):
    """A line of the head: its text and what the format says of it."""

    text: str
    bold: bool | None
    centered: bool | None
    block: int


_MOTTO = re.compile(
    r"C\S{1,2}NG\s+H\S{1,3}\s+X\S\s+H\S{1,2}I\s+CH\S{1,2}\s+NGH\S{1,2}A\s+VI?\S{1,2}T\s+NAM[\s_*-]*|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM[\s_*-]*",
    re.IGNORECASE,
)
_CREED = re.compile(r"[ĐÐD]\S?c\s+l\S{1,2}p\s*[-–—]\s*T\S{1,3}\s+do\s*[-–—]\s*H\S{2,4}\s+ph\S{2}c?[\s_*-]*", re.IGNORECASE)
_BLANK = r"[\s._…·‥]*"
_SYMBOL = r"[A-ZĐÐ][\wĐđ]*(?:\s?[-–.&+/]\s?[A-ZĐÐ0-9][\wĐđ]*)*"
_NUMBER = re.compile(
    rf"(?:(?P<noun>Luật|Bộ luật|Pháp lệnh|Nghị quyết|Lệnh)\s+)?(?<!\w)[Ss][ốỐ]\s*[:.]?{_BLANK}(?P<number>\d{{1,5}}[a-zđ]?)?{_BLANK}"
    rf"(?:/\s*(?P<year>(?:19|20)\d\d)\s*)?(?P<join>[/-])\s*(?P<symbol>{_SYMBOL})"
)
#: A body named after the decision that set it up: `ĐOÀN KIỂM TRA THEO / QUYẾT ĐỊNH / SỐ 12/QĐ-SNV`.
_UNFINISHED = re.compile(r"\b(?:THEO|CỦA|VÀ|THEO QUYẾT ĐỊNH)$")
_IN_NAME = re.compile(r"^SỐ\s+\d")
_BARE_NUMBER = re.compile(r"^S[ốỐ]\s*:\s*(?P<number>\d{1,5})?[\s._…]*$")
_DIGITS = re.compile(r"^\d{1,5}$")
_DATE = re.compile(
    rf"(?:(?P<place>[^\W\d_][^\d:;()/]{{1,45}}?)\s*,\s*)?ngày{_BLANK}(?P<day>\d{{1,2}}|\d\s\d)?{_BLANK}tháng{_BLANK}(?P<month>\d{{1,2}})?{_BLANK}"
    rf"năm{_BLANK}(?P<year>\d{{4}})?(?!\d)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"^(?P<v>V/v|V/V|v/v|Về\s+việc)\s*[:.]?\s*(?P<rest>.*)$", re.DOTALL)
_COPY = re.compile(r"^(?:SY|SL|TrS|TRS)\b")
_NOISE = re.compile(
    r"^[\W_]*$|^(?:người ký|ký bởi|email|cơ quan:|thời gian ký|ngày ký|signature|công báo|dự thảo|bản sao|sao y|hỏa tốc|thượng khẩn|khẩn|tối mật"
    r"|tuyệt mật|mật|lưu hành nội bộ|trang \d)",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"^\W*(?:Kính\s+gửi|KÍNH\s+GỬI)\b")
_BODY = re.compile(
    r"^\W*(?:Căn cứ|Thực hiện|Theo|Để|Nhằm|Ngày|Trong|Thi hành|Xét|Trên cơ sở|Sau khi|Tiếp theo|Qua|Phúc đáp|Hưởng ứng|Tiếp nhận"
    r"|Từ|Thời gian|Đến|Với|Năm|Kể từ|Hôm nay|Điều \d|Chương|CHƯƠNG|PHẦN|Phần|Mục|MỤC)\b"
)
_HEADING = re.compile(r"^\s*(?:[IVX]{1,5}|[A-DĐ]|\d{1,2}(?:\.\d+)*)\s?(?:[.)]|[\-–]\s)\s*\S")
_PART = re.compile(r"^\W*(?:PHẦN|CHƯƠNG|MỤC|ĐIỀU)\s+(?:THỨ|MỘT|MỞ ĐẦU|[IVX]+\b|\d+|[A-Z]\b)", re.IGNORECASE)
_COVER_DATE = re.compile(
    r"^(?P<place>[^\W\d_][^\d:;()/]{1,30}?)\s*[-–,]\s*(?:tháng\s+\d{1,2}\s*(?:[/-]|năm)\s*|năm\s+)\d{4}\W*$", re.IGNORECASE
)
_ATTACHED = re.compile(r"^\W*(?:Ban hành\s+)?[Kk]èm theo\b|^\W*(?:Sử dụng|Dùng|Số liệu|Từ ngày|Tính đến)\b")
_OPEN_END = re.compile(r"(?:\bCỦA|\bVÀ|\bCHO|\bTẠI|,|-)$", re.IGNORECASE)
_NUMERIC_DATE = re.compile(r"ngày\s+(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")
_REACH = 60


def read_letterhead(blocks: Sequence[Block]) -> Letterhead:
    """The head of the document that these blocks begin."""
    head = Letterhead()
    lines = _lines(blocks)
    names: list[Line] = []
    about: list[str] = []
    blank_number_at: int | None = None
    position = 0
    for position, line in enumerate(lines):
        text = line.text
        subject = _ABOUT.match(text)
        if subject is not None and not about and "/" in subject["v"]:
            about = [subject["rest"]]
            continue
        if _ADDRESSED.match(text) or (_is_body(line) and (head.is_letterhead or position > 12)) or _ATTACHED.match(text):
            break
        goes_on = bool(names) and _UNFINISHED.search(names[-1].text) is not None
        typed = None if goes_on else type_line(text)
        if typed is not None and not _MOTTO.search(text):
            head.type_name = typed.name
            position = _read_subject(head, typed.rest, lines, position + 1)
            break
        if about and not (_MOTTO.search(text) or _CREED.search(text) or _DATE.search(text)):
            if text[:1].islower() or not _could_name(text):
                about.append(text)
                continue
        text = _take_motto(head, text)
        number = None if goes_on or _IN_NAME.match(text) else _NUMBER.search(text)
        if number is not None and not _COPY.match(number["symbol"]) and number.start() < 60:
            head.is_letterhead = True
            if head.code_notation is None:
                _set_number(head, number)
                blank_number_at = position if head.code_number is None else None
            before, text = text[: number.start()], text[number.end() :]
            if _could_name(before):
                names.append(line._replace(text=squeeze(before)))
        elif (bare := _BARE_NUMBER.match(text)) is not None and head.code_notation is None:
            head.code_number = head.code_number or bare["number"]
            head.is_letterhead = True
            text = ""
        text = _take_date(head, text)
        if blank_number_at is not None and abs(position - blank_number_at) <= 2 and _DIGITS.match(text):
            _fill_number(head, text)
            continue
        if text and not _NOISE.match(text) and _could_name(text):
            names.append(line._replace(text=text))
    head.end = lines[position].block if position < len(lines) else len(blocks)
    if head.subject is None and about:
        head.subject = squeeze(" ".join(about)) or None
        if head.type_name is None and head.is_letterhead:
            head.type_name = type_of_symbol(head.code_notation) or "Công văn"
    organs = organs_of([(line.text, line.bold) for line in names])
    if organs.known or head.is_letterhead:
        head.organs = organs
    if head.type_name and (stated := type_of_symbol(head.code_notation)) and stated.startswith(head.type_name):
        head.type_name = stated
    return head


def _lines(blocks: Sequence[Block]) -> list[Line]:
    lines: list[Line] = []
    for number, block in enumerate(blocks[:_REACH]):
        if block.kind == "footnote" or (block.kind == "cell" and (block.table_no or 1) > 1):
            continue
        for part in block.text.split("\n"):
            if text := squeeze(part):
                lines.append(Line(text, block.bold, block.centered, number))
    return lines


def _is_body(line: Line) -> bool:
    text = line.text
    return len(text) > 250 or (len(text) > 80 and _BODY.match(text) is not None) or _HEADING.match(text) is not None


def _could_name(text: str) -> bool:
    """Whether a line above the type could be the name of a body: short, in capitals or beginning like one."""
    letters = [character for character in text if character.isalpha()]
    if len(letters) < 2 or len(text) > 110:
        return False
    return sum(map(str.isupper, letters)) >= 0.7 * len(letters) or organs_of([(text, None)]).known


def _take_motto(head: Letterhead, text: str) -> str:
    for pattern in (_MOTTO, _CREED):
        if pattern.search(text):
            head.is_letterhead = True
            text = squeeze(pattern.sub(" ", text))
    return text


def _take_date(head: Letterhead, text: str) -> str:
    """The text without its place and date, which go to `head`."""
    found = _DATE.search(text)
    if found is None or found.start() > 70:
        return text
    if head.issued_on is None and head.place is None:
        place = squeeze(found["place"] or "")
        head.place = place.title() if place.isupper() else place or None
        head.is_letterhead = True
        head.issued_on = _date(found["year"], found["month"], found["day"])
    return squeeze(text[: found.start()] + " " + text[found.end() :])


def _date(year: str | None, month: str | None, day: str | None) -> dt.date | None:
    """The date, if all its parts are printed and the calendar has it."""
    try:
        return dt.date(int(year or ""), int(month or ""), int((day or "").replace(" ", "")))
    except ValueError:
        return None


def _set_number(head: Letterhead, found: re.Match[str]) -> None:
    symbol = re.sub(r"\s+", "", found["symbol"]).replace("–", "-").replace("Ð", "Đ")
    head.code_number, head.code_notation = found["number"], symbol
    if found["number"]:
        year = f"/{found['year']}" if found["year"] else ""
        head.number = f"{found['number']}{year}{found['join']}{symbol}"
    if found["noun"]:
        head.type_name = head.type_name or found["noun"]


def _fill_number(head: Letterhead, digits: str) -> None:
    """A stamped number that stands beside the blank left for it."""
    head.code_number, head.number = digits, f"{digits}/{head.code_notation}"


def _read_subject(head: Letterhead, rest: str, lines: Sequence[Line], position: int) -> int:
    """Gather the subject after the type; gives the first line that is no longer part of it."""
    parts: list[str] = []
    if rest:
        parts.append(_take_reference(head, rest))
    while position < len(lines) and len(parts) < 8:
        line = lines[position]
        text = line.text
        if _MOTTO.search(text) or _CREED.search(text):
            break
        if re.fullmatch(r"[\W_]*", text):
            position += 1
            continue
        cover = _COVER_DATE.match(text)
        if cover is not None and head.place is None:
            head.place = cover["place"].title()
            break
        remains = _take_reference(head, text)
        if remains != text:
            parts = [] if not (parts and rest) else parts
        elif not _continues(parts, line):
            break
        if remains:
            parts.append(remains)
        position += 1
    subject = squeeze(" ".join(parts))
    about = _ABOUT.match(subject)
    if about is not None and about["v"][0] in "Vv" and "/" in about["v"]:
        subject = about["rest"]
    head.subject = subject or head.subject
    return min(position, len(lines) - 1)


def _take_reference(head: Letterhead, text: str) -> str:
    """The title without the number and date that older texts print in it, which go to `head`."""
    number = _NUMBER.search(text)
    if number is None or head.number is not None or number.start() > 40 or not number["number"] or _cites(text, number):
        date = _DATE.search(text)
        if date is not None and date.start() < 3 and len(text) - date.end() < 3:
            return _take_date(head, text)
        return text
    _set_number(head, number)
    rest = text[number.end() :]
    numeric = _NUMERIC_DATE.search(rest, 0, 30)
    if numeric is not None and head.issued_on is None:
        head.issued_on = _date(numeric["year"], numeric["month"], numeric["day"])
        return squeeze(rest[numeric.end() :])
    date = _DATE.search(rest, 0, 40)
    if date is not None:
        _take_date(head, date[0])
        return squeeze(rest[date.end() :])
    return squeeze(rest)


def _cites(text: str, number: re.Match[str]) -> bool:
    """Whether the number in a title belongs to another instrument: words before it name more than the issuer."""
    before = squeeze(text[: number.start()])
    return bool(before) and normalise_issuer(before.removeprefix("của ")) is None


def _continues(parts: Sequence[str], line: Line) -> bool:
    """Whether a line after the type, or after the first lines of the subject, belongs to the subject."""
    text = line.text
    if any(pattern.match(text) for pattern in (_ADDRESSED, _ATTACHED, _HEADING, _PART)) or len(text) > 450:
        return False
    if parts and (parts[-1].endswith(".") or (normalise_issuer(text) and not _OPEN_END.search(parts[-1]))):
        return False
    emphasis = line.bold is True or line.centered is True
    if not parts:
        return not (len(text) > 200 and text.endswith((";", ":"))) and not (_BODY.match(text) and len(text) > 120 and not emphasis)
    if text.endswith((";", ":", ".")) or (_BODY.match(text) and (len(text) > 80 or not emphasis)):
        return False
    if type_line(text) is not None and text.isupper():
        return False
    if text.isupper() and parts[-1].isupper():
        return True
    if line.centered is False and line.bold is False:
        return False
    return emphasis or (len(text) <= 120 and len(parts) < 4)
