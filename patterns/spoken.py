"""Counts in words: `hai mươi lăm dự án`, `ba trường hợp`.

In: a text. Out: amounts with rule `words`. A word is a number only before a known unit; `một` alone is an article, and
half-years and ordinals (`sáu tháng đầu năm`, `thứ hai`) are none.
"""

from __future__ import annotations

import re

from patterns.amount import Amount
from patterns.number_words import NUMBER_WORDS, may_hold_number_words, parse_number_words
from patterns.units import unit_at
from patterns.wording import comparator_around, direction_around

_ORDINAL = re.compile(
    r"(?<!\w)(?:thứ|lần|tháng|ngày|mùng|quý|chủ nhật|khóa|lớp|cấp|nhóm|một|vài|năm)\s*$", re.IGNORECASE
)
#: One-syllable nouns that also follow these words in names and phrases (`hai cấp`, `ba con`, `hai mặt`).
_VAGUE = frozenset(
    ["cấp", "con", "mặt", "bên", "cây", "cái", "mức", "khu", "tổ", "điểm", "khối", "bản", "quý", "hàng", "ban"]
)
_LONGEST = 12
_PERIOD_AFTER = re.compile(r"\s+(?:đầu|cuối|năm|\d)|\s*,?\s+(?:ước|hàng|tổng)")


def find_spoken(text: str) -> list[Amount]:
    """The counts in words of a text, in order."""
    found: list[Amount] = []
    lowered = text.lower()
    if len(lowered) != len(text) or not may_hold_number_words(lowered):
        return found
    for match in NUMBER_WORDS.finditer(lowered):
        start = match.start()
        if text[start].isupper() and text[:start].rstrip()[-1:] not in ("", ".", "-", "+", ":", ";"):
            continue
        if _ORDINAL.search(text, max(0, start - 12), start):
            continue
        words = match[0].split(" ", _LONGEST)[:_LONGEST]
        for count in range(len(words), 0, -1):
            spoken = " ".join(words[:count])
            value, raw = parse_number_words(spoken), text[start : start + len(spoken)]
            unit = None if value is None else unit_at(text, lowered, start + len(raw))
            if value is None or unit is None:
                continue
            name = unit.name or ""
            if unit.kind == "magnitude" or (count == 1 and name in _VAGUE):
                break
            if unit.kind == "duration" and _PERIOD_AFTER.match(text, unit.end):
                break
            found.append(
                Amount(
                    start=start, end=unit.end, kind=unit.kind if unit.kind != "none" else "count", raw=raw, unit=unit.name,
                    value=value * unit.factor, currency=unit.currency, rule="words",
                    comparator=comparator_around(text, start, unit.end), direction=direction_around(text, start, unit.end, percent=False),
                )
            )  # fmt: skip
            break
    return found
