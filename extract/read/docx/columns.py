"""Two columns laid out with tabs or spaces instead of a table: told apart, and given column by column.

NĐ 30/2020 (Phụ lục I) prints the letterhead (issuer and number | quốc hiệu, place and date) and the tail (nơi nhận | signature)
side by side. A line is parted only where both halves are such parts; every other tab is a space.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import regex

from extract.read.docx.lines import Woven
from extract.read.items import Item, Paragraph

_RIGHT_HEAD = regex.compile(
    r"(?: C[ỘO]NG\s+H(?:ÒA|OÀ|òa|oà)\s+X | (?i:Độc\s+lập\s*[-–]\s*Tự\s+do) | Đ[ẢA]NG\s+C[ỘO]NG\s+S[ẢA]N\s+VI[ỆE]T\s+NAM"
    r" | \p{Lu}[\p{L}\s.'-]{0,40},\s*ngày\b.{0,24}\btháng\b.{0,16}\bnăm\b )",
    regex.VERBOSE,
)
_LEFT_TAIL = regex.compile(r"(?i:nơi\s+nhận)\b")
_RIGHT_TAIL = regex.compile(r"(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\b\.?\s*\p{Lu}{2}")
_RECIPIENT = regex.compile(r"[-–+•*]|Lưu\b|\(|Như\b")
_MARKER = regex.compile(r"(?:[IVXLC]+|\d+(?:\.\d+)*|\p{L})\s?[.)/:]|(?:ĐIỀU|CHƯƠNG|PHẦN|MỤC|PHỤ LỤC|BIỂU|BẢNG)\b")
_NAME = regex.compile(r"(?:\p{Lu}[\p{Ll}']*\.?\s+){1,5}\p{Lu}\p{Ll}+\s*")
_LONGEST: Final = 120


def unweave(items: Iterable[Item | Woven]) -> list[Item]:
    """Items with two-column lines parted: all lines of the left column of a block, then those of the right one."""
    found: list[Item] = []
    left: list[Item] = []
    right: list[Item] = []
    tail = False

    def close() -> None:
        nonlocal tail
        found.extend(left)
        found.extend(right)
        left.clear()
        right.clear()
        tail = False

    for item in items:
        if isinstance(item, Woven):
            halves = _halves(item, tail)
            if halves is not None:
                tail = tail or _is_tail(halves)
                left += [halves[0]] if halves[0] is not None else []
                right.append(halves[1])
                continue
            if left or right:
                close()
            found.append(item.whole)
        elif not (left or right):
            found.append(item)
        elif isinstance(item, Paragraph) and tail and len(item.text) < _LONGEST and _RECIPIENT.match(item.text):
            left.append(item)
        elif isinstance(item, Paragraph):
            close()
            found.append(item)
        else:
            close()
            found.append(item)
    close()
    return found


def _is_tail(halves: tuple[Paragraph | None, Paragraph]) -> bool:
    first, second = halves
    return bool((first is not None and _LEFT_TAIL.match(first.text)) or _RIGHT_TAIL.match(second.text))


def _halves(item: Woven, tail: bool) -> tuple[Paragraph | None, Paragraph] | None:
    """The one way to part a line whose halves are both parts of a letterhead or a tail; None if there is none."""
    for first, second in item.halves:
        if len(second.text) > _LONGEST or (first is not None and len(first.text) > _LONGEST):
            continue
        if first is None:
            if tail and _is_signature(second.text):
                return None, second
            continue
        if _RIGHT_HEAD.match(second.text):
            return first, second
        if (_LEFT_TAIL.match(first.text) or _RIGHT_TAIL.match(second.text)) and _is_signature(second.text):
            return first, second
        if tail and _is_signature(second.text) and (_RECIPIENT.match(first.text) or _is_signature(first.text)):
            return first, second
        if _is_title(first.text) and _is_title(second.text):
            return first, second
    return None


def _is_title(text: str) -> bool:
    return text.isupper() and len(text.split()) >= 2 and len(text) > 6 and _MARKER.match(text) is None


def _is_signature(text: str) -> bool:
    return text.isupper() or text.startswith("(") or _NAME.fullmatch(text) is not None
