"""What the columns of an indicator table are called: ordinal, name, unit, values, note; and what a value column holds.

Vocabulary in `column_names.csv` (what a column is) and `value_roles.csv` (plan, actual, rate, previous, change …; the
first row that fits wins, so `so với cùng kỳ` is a change and not the previous period).
"""

from __future__ import annotations

import re
from functools import cache

from patterns.spelling import fold
from patterns.words import any_of, rows

_PARENTHESES = re.compile(r"\([^()]*\)")
_UNIT = re.compile(r"\(\s*(?:đvt\s*:?|đơn vị(?: tính)?\s*:?|tính bằng)?\s*(?P<unit>[^()]{1,25}?)\s*\)", re.IGNORECASE)
_LINE_UNIT = re.compile(
    r"^\W*(?:(?:Đơn\s+vị(?:\s+tính)?|ĐVT|ĐV(?:\s*tính)?|Tính\s+bằng)\s*[:：]|Đơn\s+vị\s+tính\s)\s*(?P<unit>[^;()]{1,40}?)\s*(?:\([^()]*\))?\W*$",
    re.IGNORECASE,
)
_MEASURES = [
    "%",
    "ha",
    "km",
    "m",
    "m2",
    "m3",
    "km2",
    "tấn",
    "kg",
    "lít",
    "kwh",
    "mw",
    "người",
    "hộ",
    "đồng",
    "triệu đồng",
    "tỷ đồng",
    "tỉ đồng",
    "nghìn đồng",
    "ngàn đồng",
    "trđ",
    "tr.đ",
    "tr đồng",
    "tỷ vnđ",
    "tỷ vnd",
    "triệu vnđ",
    "usd",
    "triệu usd",
    "1.000 usd",
    "1000 usd",
    "1000 đồng",
    "1.000 đồng",
    "nghìn usd",
    "lượt",
    "hồ sơ",
    "văn bản",
    "cơ sở",
    "đơn vị",
    "cái",
    "con",
    "chiếc",
    "điểm",
    "ngày",
    "giờ",
    "phút",
    "tháng",
    "năm",
    "dự án",
    "cuộc",
    "vụ",
    "trường hợp",
    "thủ tục",
    "nhiệm vụ",
    "lượt người",
    "triệu kwh",
    "nghìn tấn",
    "ngàn tấn",
    "triệu tấn",
    "tạ/ha",
    "tấn/ha",
    "lần",
    "doanh nghiệp",
    "lao động",
]


#: What may follow the words that make a column one of identifiers or dates, and nothing else.
_GOES_ON = {
    "identifier": re.compile(
        r"(?:(?:và|của|văn bản|quyết định|công văn|tài liệu|hồ sơ|tthc|chỉ tiêu|đơn vị|thuế|liên hệ|hình|đường|đất|hiệu|ký hiệu|số|ngày|tháng|năm"
        r"|cccd|cmnd|hộ chiếu|sản phẩm|dự án|công trình|lương|bản đồ|thửa|un|nhóm|loại|hạng|hàng|hàng hóa|biểu trưng|nguy hiểm)[\s,/]*)+"
    ),
    "date": re.compile(
        r"(?:(?:và|của|ban hành|hoàn thành|thực hiện|ký|cấp|khởi công|kết thúc|bắt đầu|triển khai|dự kiến|nộp|trình|sinh|hết hạn|hiệu lực|tháng|năm|ngày|giờ|công bố"
        r"|quyết định|báo cáo|hội nghị|tổ chức|kiểm tra|xử lý|giải quyết|tiếp nhận|trả kết quả|công việc|nhiệm vụ)[\s,/-]*)+"
    ),
}
_WHOLE = re.compile(r"\s*(?:tổng|cộng)(?!\w)")


@cache
def _named() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (row["role"], re.compile(rf"(?:{any_of(row['words'].split('|'))})(?!\w)")) for row in rows("column_names")
    )


@cache
def _roles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (row["role"], re.compile(rf"(?<!\w)(?:{any_of(row['words'].split('|'))})(?!\w)")) for row in rows("value_roles")
    )


def column_kind(header: str) -> str | None:
    """ordinal, unit, note, identifier, date or label, as the words of one header cell say; None if they say nothing."""
    text = fold(_PARENTHESES.sub(" ", header)).strip(" .:")
    bare = text.replace(" ", "").replace(".", "")
    if bare in ("stt", "tt", "sốtt", "thứtự", "sốthứtự"):
        return "ordinal"
    if text in ("tháng", "quý", "tuần"):
        return "date"
    for kind, pattern in _named():
        found = pattern.match(text)
        if found is None:
            continue
        rest = text[found.end() :].strip(" ,;/-")
        if (kind == "unit" and len(rest) > 21) or (kind == "ordinal" and rest):
            continue  # `TT Ba Tơ` is a town
        if kind in ("identifier", "date") and header_unit(header) is not None:
            continue  # `Thời gian giải quyết (ngày)` is measured
        if kind in ("identifier", "date") and rest and not _GOES_ON[kind].fullmatch(rest):
            continue  # `Năm trước`, `Loại giỏi`, `Số văn bản ban hành` head figures
        if (
            kind == "unit"
            and text.startswith("đơn vị")
            and not text.startswith("đơn vị tính")
            and found.end() < len(text)
        ):
            return "label"
        if kind == "date" and re.search(r"\d{4}", text):
            return None
        return kind
    return None


def value_role(header: str) -> str | None:
    """plan, actual, rate, previous, change, estimate, cumulative, total: what the words of one header cell say."""
    text = fold(header)
    above, *below = text.split("/")
    if any(_WHOLE.match(part) for part in below):
        text = above  # `Số hồ sơ trực tuyến/Tổng số hồ sơ` is no total
    if text.strip(" ()") == "%":
        return "rate"
    for role, pattern in _roles():
        if pattern.search(text):
            return role
    return "rate" if "%" in text else None


def header_unit(header: str) -> str | None:
    """The unit a header cell states in brackets, `Diện tích (ha)`, or with a percent sign; None if it states none."""
    for found in _UNIT.finditer(header):
        unit = " ".join(found["unit"].split())
        if fold(unit) in _MEASURES:
            return unit
    return "%" if "%" in header else None


def line_unit(line: str) -> str | None:
    """The unit of a whole table, from the line above it: `Đơn vị tính: triệu đồng`."""
    found = _LINE_UNIT.match(" ".join(line.split()).strip("()"))
    return found["unit"].strip() if found else None
