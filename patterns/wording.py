"""Words around a number that change what it says: `khoảng`, `trên`, `tăng`, `giảm`, `tổng số`, `so với cùng kỳ`.

In: a text and the place of a number. Out: comparator, direction, qualifiers. All patterns look at a short window that
ends (or begins) at the number, so their cost does not grow with the text.
"""

from __future__ import annotations

import re
from typing import Literal

Comparator = Literal[">", "<", "≈"]
Direction = Literal["up", "down"]

_WINDOW = 56
_FILLER = (
    r"(?:\s+(?:trưởng|thêm|khoảng|trên|gần|hơn|bình quân|trung bình|nhẹ|mạnh|khá|tới|đến|xấp xỉ|gấp|cao|nhanh|chậm|ít nhất"
    r"|tối thiểu|tối đa|chỉ|thấp|được|đột biến|hằng năm|hàng năm|mỗi năm|thu|so với|cùng kỳ|năm trước|năm ngoái|kế hoạch|chỉ tiêu|mục tiêu|dự toán|nhiệm kỳ trước|đáng kể|cao nhất|mạnh nhất|từ|ước{0}))*"
)
_VERBS = r"(?<!\w)(?P<word>tăng|giảm|vượt|cao hơn|thấp hơn|nhiều hơn|ít hơn|hụt)"
_CHANGE = re.compile(rf"{_VERBS}{_FILLER.format('')}\s*$", re.IGNORECASE)
#: With a percentage `đạt` and `là` may stand between (`tốc độ tăng trưởng đạt 6,5%`); with an amount they state a level.
_CHANGE_PERCENT = re.compile(rf"{_VERBS}{_FILLER.format('|đạt|là|được|ước đạt|đều')}\s*$", re.IGNORECASE)
_LEVELS_AFTER = re.compile(r"\s*(?:xuống|lên|còn)(?!\w)")
_CHANGE_SOUNDS = ("ăng", "iảm", "ĂNG", "IẢM", "hơn", "ượt", "hụt")
_DOWN = ("giảm", "thấp hơn", "ít hơn", "hụt")
_COMPARATOR = re.compile(
    r"(?<!\w)(?P<word>trên dưới|không dưới|không ít hơn|ít nhất|tối thiểu|không quá|không vượt quá|tối đa|chưa đến"
    r"|chưa tới|chưa đầy|chậm nhất|xấp xỉ|khoảng|chừng|độ khoảng|ước khoảng|gần|trên|dưới|hơn|quá|vượt quá"
    r"|vượt trên|ngót|lớn hơn|nhỏ hơn|>=|≥|>|<=|≤|<|~)(?:\s+(?:đạt|là|bằng|được|thực hiện|tới|đến|khoảng|từ|sau))*\s*$",
    re.IGNORECASE,
)
_NOT_COMPARATOR = re.compile(
    r"(?:cao|thấp|nhiều|ít|ngắn|(?<!kéo )dài|rộng|sâu|hẹp|tốt|nhanh|sớm|chậm|muộn|mạnh|dự) hơn$|(?:đặc biệt|nhất|kể|nói|nêu|(?<!đã )(?<!được )(?<!sẽ )cấp|bên) trên$"
    r"|mong ước$|(?:vượt|đi|thông|trải|lan) qua$",
    re.IGNORECASE,
)
_APPROXIMATE = {
    "trên dưới",
    "xấp xỉ",
    "khoảng",
    "chừng",
    "độ khoảng",
    "ước khoảng",
    "gần",
    "ngót",
    "~",
}
_LESS = {
    "không quá",
    "không vượt quá",
    "tối đa",
    "chưa đến",
    "chưa tới",
    "chưa đầy",
    "chậm nhất",
    "dưới",
    "nhỏ hơn",
    "<",
    "<=",
    "≤",
}
_AFTER = re.compile(r"\s+(?P<word>trở lên|trở xuống)\b")
_ON = re.compile(r"(?<!\w)(?:trên|dưới)\s+$", re.IGNORECASE)


def on_before(text: str, start: int) -> bool:
    """`trên` stands right before: with places it is a preposition."""
    return _ON.search(text, max(0, start - 6), start) is not None


def direction_around(text: str, start: int, end: int, *, percent: bool) -> Direction | None:
    """`up` or `down` where a verb of change governs the number; levels (`tăng lên 20%`, `từ 32% xuống 20%`) are no change."""
    if percent and text[start - 1 : start] in ("-", "−", "+") and text[max(0, start - 2) : start - 1] in ("", "(", "["):
        return "up" if text[start - 1] == "+" else "down"  # `giảm 44 vụ (-4,23%)`
    begin = start - _WINDOW if start > _WINDOW else 0
    window = text[begin:start]
    if not any(sound in window for sound in _CHANGE_SOUNDS):
        return None
    match = (_CHANGE_PERCENT if percent else _CHANGE).search(text, begin, start)
    if match is None or _LEVELS_AFTER.match(text, end):
        return None
    return "down" if match["word"].lower() in _DOWN else "up"


def comparator_around(text: str, start: int, end: int) -> Comparator | None:
    """`>`, `<` or `≈` as the words right before the number (`hơn`, `dưới`, `khoảng`) or after it (`trở lên`) say."""
    after = _AFTER.match(text, end)
    if after:
        return ">" if after["word"] == "trở lên" else "<"
    begin = start - 32 if start > 32 else 0
    match = _COMPARATOR.search(text, begin, start)
    if match is None or _NOT_COMPARATOR.search(text, max(0, match.start() - 10), match.end("word")):
        return None
    word = match["word"].lower()
    return "≈" if word in _APPROXIMATE else "<" if word in _LESS else ">"
