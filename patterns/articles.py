"""Pin citations: `điểm a khoản 2 Điều 103 của …`, from the small to the large (NĐ 30/2020 Phụ lục II, V.7). Folded text goes in."""

from __future__ import annotations

import re

_PART = r"(?:điểm|khoản|điều|mục|tiểu\s+mục|chương|phần|tiết)"
_NAME = r"(?:[0-9]{1,3}[a-zđ]?(?!\w)|[a-zđ](?!\w)|[ivxl]{1,6}(?!\w))"
_MORE = rf"(?:\s*(?:,|;|và|hoặc|đến|-)\s*(?:các\s+)?{_NAME})"
_PIN = re.compile(
    rf"(?<!\w)(?P<pin>{_PART}\s+{_NAME}{_MORE}{{0,12}}(?:\s*(?:,|;|và|hoặc)?\s*(?:tại\s+)?(?:các\s+)?{_PART}\s+{_NAME}{_MORE}{{0,12}}){{0,8}})(?:\s*,)?(?:\s+(?:của|tại|trong|thuộc))?\s*\Z"
)
_REACH = 130


def article_before(folded: str, position: int, floor: int) -> tuple[int, int] | None:
    """Start and end of the article and clause named right before this position; None if none is."""
    window = max(floor, position - _REACH)
    if folded.find("điều ", window, position) < 0 and folded.find("khoản ", window, position) < 0 and folded.find("mục ", window, position) < 0:
        return None
    match = _PIN.search(folded, window, position)
    return None if match is None else match.span("pin")
