"""Pin citations: `điểm a khoản 2 Điều 103 của …`, written from the small to the large (NĐ 30/2020 Phụ lục II, V.7).

Folded text goes in; `article_name` gives them from the large to the small, `Điều 103, khoản 2, điểm a`, as one would file them.
"""

from __future__ import annotations

import re

_PART = r"(?:điểm|khoản|điều|mục|tiểu\s+mục|chương|phần|tiết)"
_NAME = r"(?:[0-9]{1,3}(?:\.[0-9]{1,2})?[a-zđ]?(?!\w)|[a-zđ](?!\w)|[ivxl]{1,6}(?!\w))"
_MORE = rf"(?:\s*(?:,|;|và|hoặc|đến|-)\s*(?:các\s+)?{_NAME})"
_PIN = re.compile(
    rf"(?<!\w)(?P<pin>{_PART}\s+{_NAME}{_MORE}{{0,12}}(?:\s*(?:,|;|và|hoặc)?\s*(?:tại\s+)?(?:các\s+)?{_PART}\s+{_NAME}{_MORE}{{0,12}}){{0,8}})(?:\s*,)?(?:\s+(?:của|tại|trong|thuộc))?\s*\Z"
)
_REACH = 130


def article_before(folded: str, position: int, floor: int) -> tuple[int, int] | None:
    """Start and end of the article and clause named right before this position; None if none is."""
    window = max(floor, position - _REACH)
    if (
        folded.find("điều ", window, position) < 0
        and folded.find("khoản ", window, position) < 0
        and folded.find("mục ", window, position) < 0
        and folded.find("chương ", window, position) < 0
    ):
        return None
    match = _PIN.search(folded, window, position)
    return None if match is None else match.span("pin")


_UNIT = re.compile(rf"(?<!\w)(?P<unit>{_PART})\s+", re.IGNORECASE)
_RANK = {"phần": 0, "chương": 1, "mục": 2, "tiểu mục": 3, "điều": 4, "khoản": 5, "điểm": 6, "tiết": 7}
_CAPITAL = frozenset(("phần", "chương", "mục", "tiểu mục", "điều"))


def article_name(written: str) -> str:
    """`khoản 2 Điều 4, Điều 8` → `Điều 4, khoản 2; Điều 8`."""
    units = list(_UNIT.finditer(written))
    groups: list[list[tuple[int, str]]] = []
    for position, match in enumerate(units):
        end = units[position + 1].start() if position + 1 < len(units) else len(written)
        names = re.sub(r"(?:\s*(?:,|;|và|hoặc|tại|các|vào))+\s*\Z", "", written[match.end() : end]).strip()
        unit = " ".join(match["unit"].lower().split())
        part = (_RANK[unit], f"{unit.capitalize() if unit in _CAPITAL else unit} {' '.join(names.split())}")
        last = groups[-1] if groups else None
        if last is not None and (
            part[0] < last[-1][0] or (part[0] == last[-1][0] and all(rank == part[0] for rank, _ in last))
        ):
            last.append(part)
        else:
            groups.append([part])
    return "; ".join(", ".join(text for _, text in sorted(group, key=lambda part: part[0])) for group in groups)
