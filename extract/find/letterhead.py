"""The head of a document: bodies, number, place and date, type and subject (NĐ 30/2020, Phụ lục I, II.1–II.5).

In: the first blocks. The two columns may come one after the other, line by line, or run together in one line, so each
line is cut at what can be told by itself (`patterns.letterheads`); what remains above the type are the names of bodies.
Blank numbers and dates are None; the symbol is kept.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.document import Block
from extract.find.organs import Organs, organs_of
from extract.find.subject import Line, about_line, ends_head, opens_body, read_title
from patterns.letterheads import DateLine, NumberLine, bare_number, date_line, number_line, without_motto
from patterns.spelling import squeeze
from patterns.titles import type_line, type_of_symbol

_NOISE = re.compile(
    r"^[\W_]*$|^\W*(?:việt nam$|văn bản đến|công văn đến|đến$|xem xong trả lại|tài liệu thu hồi|lịch công tác|danh sách|người ký|ký bởi|email|cơ quan:|thời gian ký|ngày ký|signature|công báo|dự thảo|bản sao|sao y"
    r"|hỏa tốc|thượng khẩn|khẩn|tối mật|tuyệt mật|mật|lưu hành nội bộ|trang \d)",
    re.IGNORECASE,
)
#: A body named after the decision that set it up: `ĐOÀN KIỂM TRA THEO / QUYẾT ĐỊNH / SỐ 12/QĐ-SNV`.
_UNFINISHED = re.compile(r"\b(?:THEO|CỦA|VÀ|THEO QUYẾT ĐỊNH)$")
_DIGITS = re.compile(r"\d{1,5}")
_REACH = 60
_LATEST_START = 12


@dataclass(slots=True)
class Letterhead:
    """What the head of a document says; None or empty where it says nothing. `end` is the block after it."""

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


def read_letterhead(blocks: Sequence[Block]) -> Letterhead:
    """The head of the document that these blocks begin."""
    head = Letterhead()
    lines = _lines(blocks)
    names: list[Line] = []
    about: list[str] = []
    blank_at: int | None = None
    position = 0
    while position < len(lines):
        line = lines[position]
        matter = about_line(line.text, after_number=head.code_notation is not None) if not about else None
        if matter is not None:
            about.append(matter)
        elif ends_head(line.text) or (opens_body(line) and (head.is_letterhead or position > _LATEST_START)):
            break
        elif (
            not (about and not line.text.isupper())
            and not _goes_on(names)
            and (typed := type_line(line.text)) is not None
        ):
            position = _take_title(head, typed.name, typed.rest, lines, position + 1)
            break
        elif about and _is_more(line.text):
            about.append(line.text)
        elif blank_at is not None and position - blank_at <= 2 and _DIGITS.fullmatch(line.text):
            head.code_number, head.number = line.text, f"{line.text}/{head.code_notation}"
        else:
            had = head.number
            rest = _take_line(head, line, names)
            if head.code_notation is not None and head.code_number is None and had is None and blank_at is None:
                blank_at = position
            if rest and not _NOISE.match(rest) and _could_name(rest):
                names.append(line._replace(text=rest))
        position += 1
    head.end = lines[position].block if position < len(lines) else len(blocks)
    addressed = position < len(lines) and lines[position].text.lstrip(" *").lower().startswith("kính gửi")
    _conclude(head, names, about, addressed=addressed)
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


def _take_line(head: Letterhead, line: Line, names: list[Line]) -> str:
    """What is left of a line when quốc hiệu, number, place and date went to `head`."""
    text, motto = without_motto(line.text)
    head.is_letterhead = head.is_letterhead or motto
    number = number_line(text) if not _goes_on(names) else None
    bare, digits = bare_number(text)
    if number is not None and not number.of_copy and number.start < 60 and _is_own_number(text, number):
        if head.code_notation is None:
            _set_number(head, number)
        head.is_letterhead = True
        before, text = squeeze(text[: number.start]), text[number.end :]
        if _could_name(before):
            names.append(line._replace(text=before))
    elif bare and head.code_notation is None:
        head.code_number, head.is_letterhead, text = head.code_number or digits, True, ""
    date = date_line(text, digits=True)
    if date is not None and date.start <= 70 and _is_own_date(text, date):
        _set_date(head, date)
        text = text[: date.start] + " " + text[date.end :]
    return squeeze(text)


_CITING = re.compile(r"\s*(?:(?!ngày)[^\W\d_A-ZĐ]|.*\bcủa\b)", re.DOTALL)
_TODAY = re.compile(r"(?:hôm nay|nay|vào|sáng|chiều|từ|đến|trước|sau)\b", re.IGNORECASE)


def _is_own_number(text: str, number: NumberLine) -> bool:
    """Whether a number is that of the document: nothing but a name stands before it, and no `của …` of a citation follows."""
    before, after = squeeze(text[: number.start]), text[number.end :]
    named = not before or before.isupper() or organs_of([(before, None)]).known
    return named and (_CITING.match(squeeze(after)) is None or number.noun is not None)


def _is_own_date(text: str, date: DateLine) -> bool:
    """Whether a date is that of the document: no sentence goes on behind it, and its place is one."""
    after = squeeze(text[date.end :])
    return not (after[:1] in (",", ";") or after[:1].islower()) and _TODAY.match(date.place or "") is None


def _take_title(head: Letterhead, name: str, rest: str, lines: Sequence[Line], position: int) -> int:
    """Type, subject and what older titles print with them; gives the line after the title."""
    title = read_title(rest, lines, position)
    head.type_name, head.subject = name, title.subject
    if title.number is not None and head.number is None:
        _set_number(head, title.number)
    if title.date is not None:
        _set_date(head, title.date)
    head.place = head.place or title.place
    return min(title.end, len(lines) - 1)


def _conclude(head: Letterhead, names: Sequence[Line], about: Sequence[str], *, addressed: bool) -> None:
    """Official letters have no type line; a symbol may say more than the type line; names of bodies become bodies."""
    stated = type_of_symbol(head.code_notation)
    if head.subject is None and about:
        head.subject = squeeze(" ".join(about)) or None
        if head.type_name is None and head.is_letterhead:
            head.type_name = stated or "Công văn"
    if head.type_name is None and addressed and head.is_letterhead and head.code_notation is not None:
        head.type_name = stated or "Công văn"
    if head.type_name and stated is not None and stated.startswith(head.type_name):
        head.type_name = stated
    organs = organs_of([(line.text, line.bold) for line in names])
    if organs.known or head.is_letterhead:
        head.organs = organs


def _set_number(head: Letterhead, number: NumberLine) -> None:
    head.code_number, head.code_notation, head.number = number.code_number, number.symbol, number.number
    head.type_name = head.type_name or number.noun


def _set_date(head: Letterhead, date: DateLine) -> None:
    if head.issued_on is None and head.place is None:
        head.place, head.issued_on, head.is_letterhead = date.place, date.date, True


def _goes_on(names: Sequence[Line]) -> bool:
    return bool(names) and _UNFINISHED.search(names[-1].text) is not None


def _is_more(text: str) -> bool:
    """Whether a line goes on with the subject of an official letter."""
    recognised = without_motto(text)[1] or date_line(text) is not None
    return not recognised and (text[:1].islower() or not _could_name(text))


def _could_name(text: str) -> bool:
    """Whether a line above the type could be the name of a body: short, in capitals or beginning like one."""
    letters = [character for character in text if character.isalpha()]
    if len(letters) < 2 or len(text) > 110:
        return False
    return sum(map(str.isupper, letters)) >= 0.7 * len(letters) or organs_of([(text, None)]).known
