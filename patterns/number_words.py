"""Numbers in words: `hai mươi lăm` → 25, `một trăm linh năm` → 105, `mười hai` → 12.

The words are few and have other meanings too (`năm` year, `tư` private, `một` a, `ba` father), so finding them in
running text asks for a unit after them; see `extract.find.quantities`.
"""

from __future__ import annotations

import re

_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
_WORD = "|".join(sorted([*_DIGITS, *_SCALES, "mười", "mươi", "trăm", "linh", "lẻ"], key=len, reverse=True))

#: A run, in lower case, that can begin a count in words; single `một`, `năm`, `tư` are left out, they are seldom numbers.
NUMBER_WORDS = re.compile(
    rf"(?<![\w-])(?:hai|ba|bốn|sáu|bảy|bẩy|tám|chín|mười|(?:một|năm)(?= (?:trăm|mươi|nghìn|ngàn|triệu|t[ỷỉ](?! (?:lệ|trọng|suất|giá|số)))))"
    rf"(?: (?:{_WORD})(?!\w))*(?!\w)"
)
_BEGINNINGS = (
    "hai ",
    "ba ",
    "bốn ",
    "sáu ",
    "bảy ",
    "bẩy ",
    "tám ",
    "chín ",
    "mười ",
    "một trăm",
    "một nghìn",
    "một triệu",
    "một tỷ",
    "một tỉ",
    "một ngàn",
    "năm nghìn",
    "năm ngàn",
    "năm triệu",
    "năm tỷ",
    "năm tỉ",
    "năm trăm",
    "năm mươi",
)


def may_hold_number_words(lowered: str) -> bool:
    """A quick look before the search: whether any word a count begins with occurs."""
    return any(word in lowered for word in _BEGINNINGS)


def _below_thousand(words: list[str]) -> int | None:
    total, digit, allowed = 0, None, 3
    for word in words:
        if word in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS[word]
        elif word == "trăm" and digit is not None and allowed > 2:
            total, digit, allowed = total + digit * 100, None, 2
        elif word == "mươi" and digit is not None and allowed > 1:
            total, digit, allowed = total + digit * 10, None, 1
        elif word == "mười" and digit is None and allowed > 1:
            total, allowed = total + 10, 1
        elif word in ("linh", "lẻ") and digit is None and allowed == 2:
            allowed = 1
        else:
            return None
    return total + (digit or 0)


def parse_number_words(text: str) -> int | None:
    """The value of a number in words, None if the words do not make one number (`hai ba`, `mười mươi`)."""
    words = text.lower().split()
    if not words or any(w not in _DIGITS and w not in _SCALES and w not in _PLACES for w in words):
        return None
    total, part, last_scale = 0, list[str](), 10**12
    for word in words:
        scale = _SCALES.get(word)
        if scale is None:
            part.append(word)
            continue
        value = _below_thousand(part)
        if not part or value is None or scale >= last_scale:
            return None
        total, part, last_scale = total + value * scale, [], scale
    value = _below_thousand(part)
    return None if value is None else total + value


_PLACES = {"mười", "mươi", "trăm", "linh", "lẻ"}
