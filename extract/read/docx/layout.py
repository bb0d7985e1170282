"""Whether a Word table is data or only layout: letterhead, signature block, text in columns, a frame around text.

Offices lay out the two-column parts of NĐ 30/2020 (Phụ lục I) with tables whose borders are switched off, in the table, in its style
or cell by cell; some forget to switch them off. So what is said counts first, then borders, then shape.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import regex

_LETTERHEAD = regex.compile(
    r"C[ỘO]NG\s+H(?:ÒA|OÀ|òa|oà)\s+X[ÃA]|(?i:Độc\s+lập\s*[-–]\s*Tự\s+do)|Đ[ẢA]NG\s+C[ỘO]NG\s+S[ẢA]N\s+VI[ỆE]T\s+NAM"
)
_NUMBER_LINE = regex.compile(r"(?m)^\s*[Ss][ốỐ]\s*:?\s*[\d\s…._]*[-/]")
_PLACE_DATE = regex.compile(r"(?m)\p{L},\s*ngày\b.{0,24}\btháng\b.{0,16}\bnăm\b")
_TAIL = regex.compile(r"^\s*(?i:nơi\s+nhận)\s*(?:[:.]|\n)")
_SIGNING = regex.compile(r"(?m)^\s*(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\b\.?\s*\p{Lu}{2}")
_HEADER = regex.compile(r"^(?:STT|TT|S\.TT|SỐ TT|SỐ THỨ TỰ|THỨ TỰ)\.?$", regex.IGNORECASE)
_FIGURE = regex.compile(r"[-+]?\d[\d.,\s]*%?")
_TITLE_LINE = regex.compile(r"[\p{Lu}\s.,/()'-]{4,}")
_MOST_ROWS: Final = 14
_RULED: Final = 0.25  # of the cell sides; below it a table counts as borderless


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A table as the decision sees it: the text of each cell by (row, column), its size and the share of visible cell sides."""

    texts: dict[tuple[int, int], str]
    rows: int
    columns: int
    ruled: float


def is_layout(shape: Shape) -> bool:
    """Whether the table lays out text rather than holding data."""
    texts = [text for text in shape.texts.values() if text.strip()]
    if not texts or len(shape.texts) == 1:
        return True
    if shape.rows <= _MOST_ROWS and shape.columns <= 4 and (_is_letterhead(shape, texts) or _is_tail(texts)):
        return True
    if shape.ruled >= _RULED:
        return False
    if any(_HEADER.match(text.strip()) for (row, _), text in shape.texts.items() if row <= 2):
        return False
    if _is_signature(shape):
        return True
    figures = sum(_FIGURE.fullmatch(text.strip()) is not None for text in texts)
    if shape.rows >= 2 and figures * 4 >= len(texts):
        return False
    return shape.rows == 1 or shape.columns <= 2 or (shape.rows <= 2 and shape.columns <= 3)


def in_columns(shape: Shape) -> bool:
    """Whether a layout table is a letterhead or a signature block: read column by column over all its rows."""
    texts = [text for text in shape.texts.values() if text.strip()]
    return _is_letterhead(shape, texts) or _is_tail(texts) or _is_signature(shape)


def _is_letterhead(shape: Shape, texts: list[str]) -> bool:
    if any(_LETTERHEAD.search(text) for text in texts):
        return True
    if shape.ruled >= _RULED and shape.rows > 4:
        return False
    return any(map(_NUMBER_LINE.search, texts)) and any(map(_PLACE_DATE.search, texts))


def _is_tail(texts: list[str]) -> bool:
    return any(map(_TAIL.match, texts)) and not any(_HEADER.match(text.strip()) for text in texts)


def _is_signature(shape: Shape) -> bool:
    """Titles in capitals above names, side by side: `THƯ KÝ | CHỦ TRÌ`."""
    if shape.ruled >= _RULED or shape.rows > 6 or shape.columns > 4:
        return False
    texts = [text for text in shape.texts.values() if text.strip()]
    if any(map(_SIGNING.search, texts)):
        return True
    first = [text.strip().split("\n")[0] for (row, _), text in shape.texts.items() if row == 1 and text.strip()]
    return len(first) >= 2 and all(_TITLE_LINE.fullmatch(line) and line.isupper() for line in first)
