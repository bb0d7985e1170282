"""Which rows of a table are column headers: stated by the format, or seen from names, spans and a numbering row."""

from __future__ import annotations

import regex

from extract.read.items import Cell, Table

_ORDINAL = regex.compile(r"^(?:s\s*t\s*t|t\s*t|số\s*t+|số\s*thứ\s*tự|th\s*ứ\s*t\s*ự)\.?$", regex.IGNORECASE)
_NAMED = regex.compile(
    r"^(?:tên|nội dung|chỉ tiêu|nhiệm vụ|đơn vị|đvt|ghi chú|số lượng|kết quả|thực hiện|kế hoạch|thời gian|cơ quan|"
    r"lĩnh vực|tổng số|tỷ lệ|tỉ lệ|họ|chức|ngày|năm|số|danh mục|loại|địa)",
    regex.IGNORECASE,
)
_NUMBERING = regex.compile(r"^\(?(?:\d{1,2}[a-z]?|[A-Z])\)?(?:\s*=.{1,30})?$")
_YEAR = regex.compile(r"^(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?$")
_NUMERIC = regex.compile(r"^[\d.,%/\s()+-]+$")


def header_rows(table: Table) -> frozenset[int]:
    """Numbers of the header rows; empty for a table without headers. A table of one row has none."""
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    if len(rows) < 2:
        return frozenset()
    numbers = sorted(rows)
    # Above the heads a title, or the unit of all values, may stand in a row of its own.
    banner = 0
    while banner < min(3, len(numbers) - 2) and sum(bool(cell.text.strip()) for cell in rows[numbers[banner]]) == 1:
        banner += 1
    first = numbers[banner]
    filled = [cell for cell in rows[first] if cell.text.strip()]
    if len(filled) < 2 or any(_is_figure(cell) for cell in filled):
        return frozenset()
    texts = [" ".join(cell.text.split()) for cell in filled]
    named = any(_ORDINAL.match(text) for text in texts) or sum(bool(_NAMED.match(text)) for text in texts) >= 2
    if not (named or all(cell.bold for cell in filled) or all(cell.is_header for cell in filled)):
        return frozenset()
    depth = max(cell.row_span for cell in filled)
    if depth == 1 and any(cell.column_span > 1 for cell in filled) and len(numbers) > 2:
        spanned = {
            c for cell in filled if cell.column_span > 1 for c in range(cell.column, cell.column + cell.column_span)
        }
        below = [cell for cell in rows[numbers[banner + 1]] if cell.text.strip()]
        if below and all(cell.column in spanned and not _is_figure(cell) for cell in below):
            depth = 2
    headers = {number for number in numbers if number < first + depth}
    following = [number for number in numbers if number not in headers]
    if following and _is_numbering(rows[following[0]]):
        headers.add(following[0])
    return frozenset(headers)


def _is_figure(cell: Cell) -> bool:
    """Whether a cell holds figures; a year names a column."""
    text = cell.text.strip()
    return _NUMERIC.match(text) is not None and _YEAR.match(text) is None


def _is_numbering(cells: list[Cell]) -> bool:
    texts = [cell.text.strip() for cell in cells if cell.text.strip()]
    return len(texts) >= 3 and len(texts) >= len(cells) - 1 and all(_NUMBERING.match(text) for text in texts)
