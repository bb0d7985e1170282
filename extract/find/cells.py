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
#: Letters that only Vietnamese text has: a column in another language repeats what another says.
_VIETNAMESE = re.compile("[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_CODED = re.compile(r"(?P<code>X?\d{2,4}X?)\s+[a-zđà-ỹ]")
_ENOUGH_CODES = 6


def leading_codes(document: Document) -> dict[str, tuple[int, int]]:
    """Paths of paragraphs that begin with a code (`223 khí hóa lỏng …`), and its place: many in a row do, none of them counts."""
    found: dict[str, tuple[int, int]] = {}
    run: list[tuple[str, tuple[int, int]]] = []
    for block in (*document.blocks, None):
        code = _CODED.match(block.text) if block is not None and block.kind != "cell" else None
        if block is not None and code is not None:
            run.append((block.path, code.span("code")))
            continue
        if len(run) >= _ENOUGH_CODES:
            found.update(run)
        run = []
    return found


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
            or _VIETNAMESE.search(text) is None
        ):
            continue
        found.append(block.path)
    return frozenset(found)
