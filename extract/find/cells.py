"""Which table cells hold text to search for quantities: notes and narrative, not data, labels, units or ordinals."""

from __future__ import annotations

import re

from extract.document import Document

_DATA = re.compile(r"[\d\s.,/%()+\-–−:]*(?:[^\W\d_]{1,6}\d?)?[\s)]*")
_LABEL = re.compile(
    r"^\W*(?:stt|tt|số tt|thứ tự|tên|chỉ tiêu|tiêu chí|chỉ số|nội dung chỉ tiêu|đơn vị|đvt|đơn vị tính|mã|đơn vị tính|họ|ký hiệu|số hiệu"
    r"|chức danh|danh mục|hạng mục|lĩnh vực)",
    re.IGNORECASE,
)
#: `Có = 1; Không = 0` is how an indicator is coded.
_CODES = re.compile(r"[^\W\d_]\s*=\s*\d")
_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"[^\W\d_]{2,}")


def text_cells(document: Document) -> frozenset[str]:
    """Paths of the cells to search."""
    headers: dict[tuple[int, int], str] = {}
    found: list[str] = []
    for block in document.blocks:
        if block.kind != "cell" or block.table_no is None:
            continue
        key = (block.table_no, block.column_no or 0)
        if block.is_header:
            headers[key] = f"{headers[key]} {block.text}" if key in headers else block.text
            continue
        text = block.text
        if _DIGIT.search(text) is None and "hông " not in text and "hai " not in text:
            continue
        if (
            _LABEL.match(headers.get(key, ""))
            or _DATA.fullmatch(text)
            or _CODES.search(text)
            or len(_WORDS.findall(text)) < 2
        ):
            continue
        found.append(block.path)
    return frozenset(found)
