"""Zero in words: `không có hồ sơ trễ hạn`, `chưa phát sinh trường hợp nào`.

In: a text. Out: amounts of value 0 with rule `zero`. Only nouns the vocabulary marks as countable in this way, or any
unit followed by `nào`; wishes and conditions (`bảo đảm không có`, `nếu không có`) state nothing.
"""

from __future__ import annotations

import re

from patterns.amount import Amount
from patterns.units import Unit, unit_at, zero_unit

_NONE = re.compile(
    r"(?<!\w)(?:không (?:có|còn|phát sinh|xảy ra|ghi nhận|phát hiện|tiếp nhận)|chưa (?:có|phát sinh|xảy ra|ghi nhận|phát hiện|nhận được))"
    r"(?: (?:phát sinh|xảy ra|thêm))?(?= \w)",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"(?<!\w)(?:nếu|khi|để|bảo đảm|đảm bảo|phấn đấu|trường hợp|do|vì|mà|những|các|hoặc|hay|nhằm|mục tiêu|yêu cầu|nơi|ai|người|hộ|đối với"
    r"|hộ gia đình|cá nhân|tổ chức|đối tượng|thửa đất|đất|bị|là|phải|cam kết|tuyệt đối|đã)\s*$",
    re.IGNORECASE,
)
_ANY = re.compile(r"[^.;,()]{0,80}?(?:,[^.;,()]{1,24}?)?(?<!\w)nào(?!\w)")
#: After the noun: nothing is said to be none, a thing is said to be missing (`không có văn bản hướng dẫn`).
_LACK = re.compile(r"\s+(?:hướng dẫn|quy định|để|cụ thể|riêng|rõ|phù hợp|đủ)(?!\w)")


#: What a report is glad not to have: then any unit is counted.
_HARM = re.compile(
    r"\s+(?:[^\W\d_]+\s+){0,2}?(?:không|trễ|quá hạn|vi phạm|găm|bị|mất|nhiễm|cháy|tử vong|khiếu nại|tồn|sai phạm|trái|tái nghèo|nợ|chậm|hư hỏng|đầu cơ"
    r"|thiệt hại|ngập|sạt lở|bỏ học|sinh con thứ|tham nhũng|bạo lực)(?!\w)"
)


def find_zeros(text: str) -> list[Amount]:
    """The written-out zeros of a text, in order."""
    if "không " not in text and "chưa " not in text and "Không " not in text and "Chưa " not in text:
        return []
    found: list[Amount] = []
    lowered = text.lower()
    if len(lowered) != len(text):
        return []
    for match in _NONE.finditer(text):
        if _WISH.search(text, max(0, match.start() - 24), match.start()):
            continue
        unit = unit_at(text, lowered, match.end()) or _area(text, lowered, match.end())
        if unit is None or unit.kind != "count" or unit.factor != 1.0:
            continue
        if not (_ANY.match(text, unit.end) or _HARM.match(text, unit.end) or _countable(lowered, match, unit.end)):
            continue
        found.append(
            Amount(
                start=match.start(), end=unit.end, kind="count", value=0.0, raw=match[0], unit=unit.name, rule="zero"
            )
        )
    return found


def _countable(lowered: str, match: re.Match[str], end: int) -> bool:
    """`không có hồ sơ`: a noun that is said to be none by itself, and is not said to be missing."""
    return match[0].lower() != "chưa có" and zero_unit(lowered, match.end()) and not _LACK.match(lowered, end)


_AREA = re.compile(r" (diện tích)(?!\w)")


def _area(text: str, lowered: str, end: int) -> Unit | None:
    """`không có diện tích mất trắng`: an area is counted only so."""
    match = _AREA.match(lowered, end)
    if match is None or not _HARM.match(text, match.end()):
        return None
    return Unit(end=match.end(), kind="count", name=match[1])
