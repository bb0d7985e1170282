"""parts_of_total where the wording itself says that the parts are all: `164 đơn, gồm: khiếu nại 38, tố cáo 05, …`.

`gồm` lists everything; two parts that exclude each other and leave nothing out (`nam 15, nữ 13`; `đã nộp 301, chưa nộp
54`) do so without it. A list that holds anything else, a member without a number or another unit is not checked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.facts import Quantity
from extract.relate.found import Found
from extract.relate.sums import addable, closing, depth_of, same, sum_of

_WORDS = r"(?:\s+[^\W\d_]+){0,6}"
_LED = re.compile(rf"{_WORDS}\s*(?P<open>\()?[,;:]?\s*(?:bao gồm|gồm)(?:\s+có)?(?!\w)\s*:?\s*", re.IGNORECASE)
_AMONG = re.compile(rf"{_WORDS}\s*(?P<open>\()?[,;:]?\s*(?:trong đó)?(?:\s+có)?\s*:?\s*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"\.(?=\s|$)|\n")
_SPLIT = re.compile(r"[,;](?=\s)|\s+và\s+")
#: What ends a list: the sentence goes on with something else.
_GOES_ON = re.compile(
    r"\s*(?:tăng|giảm|đạt|so với|so|chiếm|bằng|trong đó|lũy kế|luỹ kế|qua đó|đã|góp phần|bảo đảm|đảm bảo|ước|vượt|tương ứng)(?!\w)",
    re.IGNORECASE,
)
#: Parts of another scope than the total.
_SCOPE = re.compile(
    r"(?<!\w)(?:tăng|giảm|so với|cùng kỳ|vượt|năm trước|kỳ trước|lũy kế|luỹ kế|từ đầu năm|chuyển sang|chuyển qua|tồn)(?!\w)",
    re.IGNORECASE,
)
#: `(một trường hợp có thể vi phạm nhiều lỗi)`
_REMARK = re.compile(r"\([^()\d]{12,}\)|(?<!\w)(?:đồng thời|có thể|trùng|vừa)(?!\w)", re.IGNORECASE)
_PAIRS = (
    (re.compile(r"(?<!\w)nam(?!\w)", re.IGNORECASE), re.compile(r"(?<!\w)nữ(?!\w)", re.IGNORECASE)),
    (re.compile(r"(?<!\w)đã\s+(?P<verb>[^\W\d_]+)"), re.compile(r"(?<!\w)chưa\s+(?P<verb>[^\W\d_]+)")),
)


def composed(text: str, facts: Sequence[Quantity], index: int) -> Found | None:
    """The check of a total and the parts it is said to be made of; None where the wording does not say so."""
    total = facts[index]
    if not addable(total):
        return None
    end = total.char_end or 0
    if led := _LED.match(text, end):
        stop = _stop(text, led.end(), led.start("open") if led["open"] else None)
        parts = parts_of(text, facts[index + 1 :], led.end(), stop, total)
        found = sum_of(total, parts) if parts else None
    else:
        found = _pair(text, facts[index + 1 :], _AMONG.match(text, end), total)
    if found is not None and not found.holds and any(f.comparator for f in facts[index:] if f.fact_id in found.facts):
        return None
    if found is not None and not found.holds and _SCOPE.search(text, end, _stop(text, end, None)):
        return None
    return found


def _stop(text: str, start: int, opened: int | None) -> int:
    if opened is not None:
        return closing(text, opened)
    return next(
        (m.start() for m in _SENTENCE_END.finditer(text, start) if depth_of(text, start, m.start()) <= 0), len(text)
    )


def _members(text: str, start: int, stop: int, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    """The members of a list, brackets inside them left whole."""
    bounds, begin = [], start
    for match in separator.finditer(text, start, stop):
        if depth_of(text, start, match.start()) == 0:
            bounds.append((begin, match.start()))
            begin = match.end()
    return [*bounds, (begin, stop)]


def parts_of(text: str, facts: Sequence[Quantity], start: int, stop: int, total: Quantity) -> list[Quantity]:
    """The parts of a list in which every member is a part; nothing if one is not, or if a remark says that they overlap."""
    if _REMARK.search(text, start, stop):
        return []
    inside = [f for f in facts if start <= (f.char_start or 0) < stop and depth_of(text, start, f.char_start or 0) == 0]
    pieces = _members(text, start, stop, re.compile(r";(?=\s)"))
    if len(pieces) < 2 or any(len(_within(inside, piece)) != 1 for piece in pieces):
        pieces = _members(text, start, pieces[0][1], _SPLIT)
    label_first = text[start : start + 1].isalpha()
    parts: list[Quantity] = []
    pending = False
    for piece in pieces:
        here = _within(inside, piece)
        if parts and not pending and _GOES_ON.match(text, piece[0]):
            break
        if not here:
            if not label_first or len(text[piece[0] : piece[1]].split()) > 4:
                return []
            pending = True
            continue
        if len(here) > 1 or not addable(here[0]) or not same(here[0], total):
            return []
        pending = False
        parts.append(here[0])
    return parts if len(parts) > 1 and not pending else []


def _within(facts: Sequence[Quantity], piece: tuple[int, int]) -> list[Quantity]:
    return [f for f in facts if piece[0] <= (f.char_start or 0) < piece[1]]


def _pair(text: str, facts: Sequence[Quantity], led: re.Match[str] | None, total: Quantity) -> Found | None:
    """Two parts that exclude each other and leave nothing out."""
    if led is None or led.end() == (total.char_end or 0):
        return None
    start, stop = led.end(), _stop(text, led.end(), led.start("open") if led["open"] else None)
    pieces = _members(text, start, stop, _SPLIT)
    inside = [f for f in facts if start <= (f.char_start or 0) < stop and depth_of(text, start, f.char_start or 0) == 0]
    if len(pieces) != 2 or len(inside) != 2 or any(len(_within(inside, piece)) != 1 for piece in pieces):
        return None
    if not all(addable(part) and same(part, total) for part in inside):
        return None
    first, second = (text[begin:end] for begin, end in pieces)
    for one, other in _PAIRS:
        for a, b in ((first, second), (second, first)):
            left, right = one.search(a), other.search(b)
            if left and right and not one.search(b) and left.groupdict() == right.groupdict():
                return sum_of(total, inside)
    return None
