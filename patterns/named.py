"""Instruments cited by a name: laws, resolutions of Party meetings, plans and programmes of a year, texts in quotation marks.

A name counts only if it identifies one instrument: a bare class word (`các kế hoạch`, `Kế hoạch này`) is none. All patterns look at
folded text right after the type noun and take a bounded number of characters.
"""

from __future__ import annotations

import re
from functools import cache

from patterns.spelling import modern_tone
from patterns.words import any_of, rows

_YEAR = r"(?:19|20)[0-9]{2}"
_ROMAN = r"[ivx]{1,6}(?!\w)"
_ORDINAL = rf"(?:{_ROMAN}|[0-9]{{1,2}}|mười(?:\s(?:một|hai|ba|bốn|tư|lăm))?|nhất|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín)"
_CENTRAL = r"(?:ban\s+chấp\s+hành\s+trung\s+ương|ban\s+chấp\s+hành\s+tw|bch\s*trung\s+ương|bch\s*tw)(?:\s+đảng)?"
_COHORT = rf"(?:\s*[,(]?\s*khó?a\s+{_ROMAN}\)?)?"
_TERM_OF_OFFICE = rf"(?:\s*[,(]?\s*nhiệm\s+kỳ\s+{_YEAR}\s*[-–]\s*{_YEAR}\)?)?"

#: `Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII`, `Nghị quyết Trung ương 7`, `Nghị quyết Đại hội XIII của Đảng`.
MEETING = re.compile(
    rf"""
    \s+ (?:
        hội\s+nghị\s+ (?: lần\s+thứ\s+{_ORDINAL}\s*,?\s*(?:của\s+)?{_CENTRAL} | trung\s+ương\s+(?:lần\s+thứ\s+)?{_ORDINAL} | {_CENTRAL}\s+lần\s+thứ\s+{_ORDINAL} )
      | (?:trung\s+ương|tw)\s+(?:lần\s+thứ\s+)?{_ORDINAL}(?!\w|/|-)
      | đại\s+hội\s+ (?: {_ROMAN} | (?:đại\s+biểu\s+)?(?:toàn\s+quốc\s+)?(?:(?:của\s+)?đảng\s+)?(?:toàn\s+quốc\s+)?(?:đảng\s+bộ\s+(?:(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|khối)(?:\s+[^\W\d_]+){{0,3}}?|[^\W\d_]+(?:\s+[^\W\d_]+){{0,3}}?)\s+)?,?\s*
                        (?: lần\s+thứ\s+{_ORDINAL} | {_ROMAN} | nhiệm\s+kỳ\s+{_YEAR}\s*[-–]\s*{_YEAR} ) )
        (?:\s+(?:của\s+)?đảng(?:\s+bộ\s+(?:tỉnh|thành\s+phố|huyện|xã|phường))?(?!\w))?
    ) {_COHORT} {_TERM_OF_OFFICE}
    """,
    re.VERBOSE,
)

#: A law that amends others: `Luật sửa đổi, bổ sung một số điều của Luật …`; the laws amended follow.
AMENDING = re.compile(
    r"\s+sửa\s+đổi(?:\s*,?\s*bổ\s+sung)?(?:\s*,?\s*(?:thay\s+thế|bãi\s+bỏ))?(?:\s+(?:một\s+số\s+điều|các\s+điều|(?:khoản\s+[0-9]+\s+)?điều\s+[0-9, ]+(?:và\s+[0-9]+)?))?(?:\s+của)?(?:\s+(?:các|[0-9]{1,2}))?\s+(?=luật|bộ\s+luật|pháp\s+lệnh)"
)
#: A year after a name: `năm 2015`, `2015`, `(2015)`.
YEAR_AFTER = re.compile(
    rf"\s+(?:(?:năm\s+)?(?P<year>{_YEAR})(?![0-9/.,]*[0-9]|\s*[-–]\s*[0-9]|\s+(?:đến|trở))|\((?:năm\s+)?(?P<bracketed>{_YEAR})\))"
)

_STOP = (
    "và|của|về|năm|ngày|số|tại|trong|theo|trên|cho|đối|được|đã|có|là|do|quy|nhằm|để|khi|với|hoặc|này|thì|hiện|các|từ|đến|gồm|như|vào|nêu|mới|sẽ|còn"
    "|cũng|phải|không|bị|vừa|đang|trước|sau|ra|ban|thay|sửa|nói|tới|nên|mà|gắn|cùng|những|một"
)
#: The name of a law that no table knows: words up to one that goes on with the sentence.
UNKNOWN_LAW = re.compile(rf"\s+(?!(?:{_STOP})(?!\w))(?P<name>[^\W\d_]+(?:\s(?!(?:{_STOP})(?!\w))[^\W\d_]+){{0,8}})")
NO_LAW_BEFORE = re.compile(
    r"(?<!\w)(?:công\s+ty|đại\s+học|hội|khoa|trường|viện|ngành|môn|tạp\s+chí|học|cử\s+nhân|thạc\s+sĩ)\s+\Z"
)
NO_LAW_AFTER = re.compile(r"\s+(?:sư|gia|này|khác|trên|nêu|mới)(?!\w)")

_PREDICATE = (
    "này|nêu|trên|của|đã|được|số(?!\\s+(?:hóa|hoá))|do|là|có|và|hoặc|để|cho|với|đề\\s+ra|đặt\\s+ra|phân\\s+công|xác\\s+định|bao\\s+gồm|gồm|yêu\\s+cầu|giao|sẽ|đang|trong|tại"
    "|theo|năm|tháng|quý|hằng|hàng|như|khi|nếu|thì|mà|ban\\s+đầu|cũng|còn|phải|chưa|không|nhằm|từ|đến|kèm|cụ\\s+thể|trình|mới|khác"
)
#: A plan or programme that names its year or period.
OF_A_YEAR = re.compile(
    rf"\s+(?!(?:{_PREDICATE})(?!\w))(?P<name>(?:[^\W\d_]+(?:[-–&][^\W\d_]+)*(?:,\s|\s[-–]\s|\s)(?!(?:đã|được|theo|đề\s+ra|tại|trong\s+đó|gồm|trình|là|nhằm)(?!\w))){{1,26}}?)"
    rf"(?P<mark>(?:trong\s+)?năm\s+{_YEAR}(?!\s*[-–]\s*{_YEAR})(?:\s+và\s+(?:những\s+)?năm\s+tiếp\s+theo)?|(?:trong\s+)?(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|năm\s+học)\s+{_YEAR}\s*[-–]\s*{_YEAR})(?![0-9])"
)
#: A name in quotation marks.
IN_QUOTES = re.compile(r"\s*(?:“[^“”\x00]{4,240}”|\"[^\"\x00]{4,240}\")")
_OWNER = r"của\s+(?:ubnd|hđnd|ủy\s+ban|hội\s+đồng|sở|bộ|chính|tỉnh|huyện|xã|phường|thành\s+phố|cơ\s+quan|đơn\s+vị|ban|phòng|trường|công|trung|văn)"
#: A regulation by what it regulates.
REGULATION = re.compile(
    rf"\s+(?P<name>(?:làm\s+việc|hoạt\s+động|phối\s+hợp|quản\s+lý|chi\s+tiêu|dân\s+chủ|văn\s+thư|tiếp\s+công\s+dân|ứng\s+xử|văn\s+hóa|bảo\s+vệ|tiếp\s+nhận|tổ\s+chức|thi\s+đua|đánh\s+giá)"
    rf"(?:(?:,\s|\s)(?!(?:này|nêu|trên|trong|tại|theo|để|được|đã|nhằm|số|kèm|từ|khi|đối\s+với)(?!\w)|{_OWNER}(?!\w))[^\W\d_]+){{0,30}})"
)
#: A law not yet passed.
DRAFT_LAW_BEFORE = re.compile(r"(?<!\w)(?:dự\s+thảo|dự\s+án)\s+\Z")
#: Not a plan but the field of a body: `Sở Kế hoạch và Đầu tư`, `Phòng Tài chính - Kế hoạch`.
FIELD_BEFORE = re.compile(
    r"(?:(?<!\w)(?:sở|bộ|phòng|ban|vụ|cục|ngành|viện|khoa)|[-–&]|tài\s+chính|(?<!\w)thường\s+trực)\s*\Z"
)
#: Not issued yet: the text speaks of making one.
DRAFT_BEFORE = re.compile(
    r"(?<!\w)(?:dự\s+thảo|xây\s+dựng(?:\s+hoàn\s+chỉnh)?|hoàn\s+thiện|hoàn\s+chỉnh|soạn\s+thảo|lập|góp\s+ý|đề\s+xuất|đề\s+nghị|thẩm\s+định|nghiên\s+cứu|xin\s+ý\s+kiến|trình)\s+(?:các\s+)?\Z"
)
#: Verbs that only a text in being can follow.
IN_BEING_BEFORE = re.compile(
    r"(?<!\w)(?:thực\s+hiện|triển\s+khai|theo|căn\s+cứ|ban\s+hành|chấp\s+hành|phê\s+duyệt|thi\s+hành|quán\s+triệt|hoàn\s+thành|áp\s+dụng|của)\s+(?:các\s+|hiệu\s+quả\s+|nghiêm\s+|tốt\s+)?\Z"
)


@cache
def known_names() -> dict[str, dict[str, str]]:
    """`type` + name in lower case → the row of `named.csv` that knows it."""
    found = {}
    for row in rows("named"):
        for word in (row["name"], *(word for word in row["variants"].split("|") if word)):
            found[f"{row['type']} {modern_tone(word)}".lower()] = row
    return found


@cache
def known_name_pattern() -> re.Pattern[str]:
    """A name of `named.csv` with its type noun in folded text; numbers alone (`Đề án 06`) are short forms, not names."""
    return re.compile(
        rf"{any_of(key for key in known_names() if not key[-1].isdigit() and not key.endswith('30a'))}(?!\w)"
    )
