"""Words that qualify a number (`tổng số`, `trong đó`, `lũy kế`, `đạt`, `so với cùng kỳ`); vocabulary in `qualifiers.csv`.

In: a text, the number's place and the bounds of its statement. Out: the qualifiers in the order of the vocabulary's
sides: `scope` (holds for all that follows it in its brackets or statement), `wide` (back to the number before),
`before` (back to a comma), `after`. A phrase without a qualifier (`trên tổng số`) only keeps its words from being one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from patterns.words import rows

_REACH = 64
_WIDE_REACH = 200
_SCOPE_REACH = 400
#: `tổng hợp`, `tổng kết`, `tổng công ty`: no total.
_COMPOUND = r"(?<=tổng) (?:hợp|kết|đài|công ty|rà soát|vệ sinh|thể|cục|quan|giám đốc|bí thư|thống|duyệt|thanh tra|liên đoàn)(?!\w)"
_CLOSE = re.compile(r"[,;.()](?=\s|$)|\d")


def qualifier_rows() -> tuple[dict[str, str], ...]:
    """All rows of qualifiers.csv."""
    return rows("qualifiers")


@lru_cache(maxsize=1)
def _patterns() -> dict[str, tuple[re.Pattern[str], dict[str, str]]]:
    found = {}
    for side in ("scope", "wide", "before", "after"):
        names = {row["phrase"]: row["qualifier"] for row in qualifier_rows() if row["side"] == side}
        words = "|".join(re.escape(phrase) for phrase in sorted(names, key=len, reverse=True))
        found[side] = (re.compile(rf"(?<!\w)(?<!mặt )(?:{words})(?!\w)(?!{_COMPOUND})"), names)
    return found


def qualifiers_of(lowered: str, start: int, end: int, floor: int, ceiling: int, nearest: int) -> tuple[str, ...]:
    """Qualifiers of the number at `start:end` of a lower-cased text.

    `floor` and `ceiling` bound its statement, `nearest` is the end of the number before it (or `floor`).
    """
    found: list[str] = []
    floor = max(floor, start - _SCOPE_REACH)
    pattern, names = _patterns()["scope"]
    markers = list(pattern.finditer(lowered, floor, start))
    last = markers[-1] if markers else None
    if last is not None and not _closed(lowered, last.start(), start, floor):
        found.append(names[last[0]])
    pattern, names = _patterns()["wide"]
    begin = max(nearest, floor, start - _WIDE_REACH, lowered.rfind(";", floor, start))
    if not (nearest > floor and ")" in lowered[begin:start] and "(" not in lowered[begin:start]):
        found.extend(names[m[0]] for m in pattern.finditer(lowered, begin, start) if names[m[0]])
    pattern, names = _patterns()["before"]
    begin = max(nearest, floor, start - _REACH,
        lowered.rfind(", ", floor, start),
        lowered.rfind("; ", floor, start), lowered.rfind("(", floor, start))  # fmt: skip
    found.extend(names[m[0]] for m in pattern.finditer(lowered, begin, start))
    pattern, names = _patterns()["after"]
    close = _CLOSE.search(lowered, end, min(ceiling, end + _REACH))
    after = pattern.search(lowered, end, close.start() if close else min(ceiling, end + _REACH))
    if after is not None:
        found.append(names[after[0]])
    return tuple(dict.fromkeys(found))


def _closed(text: str, marker: int, start: int, floor: int) -> bool:
    """Whether the brackets the marker stands in are closed before the number."""
    opened = text.rfind("(", floor, marker)
    if opened < 0 or ")" in text[opened:marker]:
        return False
    return ")" in text[marker:start]
