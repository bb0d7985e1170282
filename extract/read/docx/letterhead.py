"""Whether a document's text has a letterhead of its own; if not, the first page's header may hold it."""

from __future__ import annotations

from itertools import islice
from typing import Final

import regex

from extract.read.items import Item, Paragraph, Table

_SIGN = regex.compile(
    r"C[ỘO]NG\s+H(?:ÒA|OÀ|òa|oà)\s+X|(?i:Độc\s+lập\s*[-–]\s*Tự\s+do)|Đ[ẢA]NG\s+C[ỘO]NG\s+S[ẢA]N\s+VI[ỆE]T\s+NAM"
    r"|^\s*S[ốỐ]\s*:?\s*[\d\s…._]*[-/]\s*\p{Lu}"
)
_REACH: Final = 20


def has_letterhead(items: list[Item]) -> bool:
    """Whether quốc hiệu, tiêu ngữ, the Party's heading or a number line stands among the first items."""
    for item in islice(items, _REACH):
        if isinstance(item, Paragraph) and _SIGN.search(item.text):
            return True
        if isinstance(item, Table) and any(_SIGN.search(cell.text) for cell in item.cells[:12]):
            return True
    return False
