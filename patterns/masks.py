"""Numbers that count nothing: dates, years, numbers of instruments, articles, roads, levels, telephones, codes.

In: a text and the place of a number. Out: the reason why it is no quantity, or None. Shapes are told by what the number
is written with (`18/01/2022`, `61/2018/NĐ-CP`, `9001:2015`, `8h30`); leads by the word before it, a vocabulary in
`masks.csv`: mode `always`; `unless_unit` (a known unit after it wins: `cấp 20 giấy phép`); `date` (up to `limit`);
`number` (the word `số`); `code` (also after a colon); `never` (a longer word that ends in a lead: `kim ngạch`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from patterns.units import unit_at
from patterns.words import rows

_YEAR = r"(?:19|20)\d\d"

#: What a number can be written with, matched where it begins.
_SHAPE = re.compile(
    rf"""
    (?P<date>\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?{_YEAR}(?!\d)
        |(?:0?[1-9]|[12]\d|3[01])\s+(?i:tháng)\s+(?:0?[1-9]|1[0-2])(?![\d%]|[.,]\d)(?:\s*,?\s*(?i:năm)\s+\d{{4}})?)
    |(?P<standard>\d{{3,5}}(?:-\d+)?\s?:\s?\d{{4}}(?!\d))
    |(?P<instrument>\d+(?:[a-dđ]|bis|ter)?\s?/+\s?(?:\d{{4}}\s?/+\s?)?[A-ZĐ](?:[\wĐ]*[A-ZĐ])?[\wĐ.&/-]*
        |\d+(?:[a-dđ])?\s?[-–]\s?[A-ZĐ][\wĐ]*[A-ZĐ][\wĐ]*(?:\s?/\s?[A-ZĐ][\wĐ-]*)
        |\d+\s[A-ZĐ]{{2,3}}[a-zđ]?\s?[-/]\s?[A-ZĐ][A-ZĐa-z]+)
    |(?P<month>(?:0?[1-9]|1[0-2])\s?[/-]\s?{_YEAR}(?![\d.,]\d|\d))
    |(?P<years>{_YEAR}\s?[-–/]\s?(?:{_YEAR}|\d\d)(?![\d.,]\d|\d|\s?(?:%|đ\b|đồng|USD|triệu|tỷ|nghìn)))
    |(?P<time>\d{{1,2}}\s?(?:h|g)\s?[0-5]\d(?!\d)|\d{{1,2}}:[0-5]\d(?::[0-5]\d)?(?!\d)
        |\d{{1,2}}\s?(?:giờ|h)\s+(?:\d{{1,2}}\s+(?:phút\s+)?)?(?:ngày|sáng|chiều|tối|đêm|trưa|hằng\sngày|hàng\sngày)\b
        |24/(?:24(?=\s*(?:giờ|h\b))|7(?!\d))|7/7(?=\s+ngày)|0?7\s+ngày\s*(?:/|trong|một|mỗi)\s*tuần)
    |(?P<period>(?i:(?:0?[1-9]|1[01])\s+tháng\s+(?:đầu\b|cuối\b|(?:năm\s+|/\s?){_YEAR}|{_YEAR}))
        |[1-9]\d?\s+(?i:năm)\s+(?:\(\s?)?{_YEAR}\s?[-–]\s?{_YEAR})
    |(?P<scale>1\s?/\s?(?:\d{{1,3}}[.]?000|[125]00|2[.]?000)(?!\d))
    |(?P<telephone>0\d{{2,3}}[. -]?\d{{3}}[. -]?\d{{3,4}}(?!\d)|\(0\d{{2,3}}\)[. ]?\d{{3,4}}[. ]?\d{{3,4}})
    |(?P<name>[3-6][GK]\b|\d(?:\.0)(?![\d%])(?!\s?(?:%|tỷ|tỉ|triệu|nghìn|ha|km|m|tấn|lần|điểm)\b))
    |(?P<stars>[1-7]\s(?:sao|SAO)(?!\w))
    |(?P<tiers>0?[23]\s+cấp(?!\s*[,.;)]|\s+(?:học|phép|xã|tỉnh|huyện)))
    """,
    re.VERBOSE,
)
_BARE_MONTHS = re.compile(
    r"(?:0?[369]|1[01])\s+tháng(?!\w)(?!\s*(?:tuổi|tù|trở|liên|kể|tới|còn|tiếp|trước|sau|một|/|\)))", re.IGNORECASE
)
_MONTHS_GO_ON = re.compile(
    r"(?:0?[69]\s+tháng|\d+\s+tháng\s*,?\s+(?:ước|đạt|so|qua|năm|tăng|giảm|toàn|cả|đã|cộng|thực hiện))", re.IGNORECASE
)
_MONTHS_THEN = re.compile(r"(?:0?[369]|1[01])\s+tháng(?=\s+\d{1,2}$)", re.IGNORECASE)
#: `bình quân 5 tháng tăng 4%`: the months of this year so far.
_MONTHS = re.compile(r"(?:0?[2-9]|1[01])\s+tháng(?=\s+(?:tăng|giảm|đạt|ước|là|năm|đầu|qua|cả|toàn|\d)|\s*[,:])")
_SUMMED_BEFORE = re.compile(r"(?<!\w)(?:bình quân|lũy kế|luỹ kế|tính chung|cộng dồn|chung)\s+$", re.IGNORECASE)
_DAY_BEFORE = re.compile(r"(?:ngày|sáng|chiều|tối|đêm|trưa|mùng|hôm)\s+$", re.IGNORECASE)
_ASIDE_BEFORE = re.compile(r"[,.;:]\s+$")
_ASIDE_AFTER = re.compile(r"\s*,")
_DURATION_BEFORE = re.compile(
    r"(?:vòng|thời hạn|thời gian|kéo dài|sau|hơn|trên|dưới|mỗi|tối đa|tối thiểu|không quá|quá|đủ|gần|khoảng|ít nhất"
    r"|định kỳ|hạn|trước|từ|đến|\(|thứ|kỳ hạn|thêm|hưởng|trừ|phạt|nghỉ|dưới|là|cách chức|[-–])\s*$",
    re.IGNORECASE,
)
_TIERS_BEFORE = re.compile(r"(?:chính quyền|địa phương|mô hình|tổ chức)[\w\s]{0,24}$", re.IGNORECASE)
_START = re.compile(
    r"\s*(?:[-+*•–]\s*)?(?:\(?\d{1,3}(?:\.\d{1,2}){0,4}\s?\)|\(\d{1,2}\)|\d{1,2}(?:\.\d{1,2}){0,4}\s?[.)/](?!\d)"
    r"|\d{1,2}(?:\.\d{1,2}){1,4}(?=\s+[^\W\d_])(?!\s+(?:%|tỷ|tỉ|triệu|nghìn|ha|km|tấn)))"
)
_INLINE_MARKER = re.compile(r"\(\d{1,2}\)\.?(?=\s+\w)")
#: `Km 1234+500`, `thắng 3-1`
_POST_OR_SCORE = re.compile(
    r"(?<!\w)[Kk][Mm]\s?\d+\s?\+\s?\d+(?:[.,]\d+)?|(?<=thắng )\d+\s?-\s?\d+|(?<=thua )\d+\s?-\s?\d+|(?<=hòa )\d+\s?-\s?\d+|(?<=tỷ số )\d+\s?-\s?\d+"
)
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net)\b\S*"
)
_TELEPHONE = re.compile(
    r"(?:điện thoại|đường dây nóng|tổng đài)[^.;\n\d]{0,80}(?<!\w)(?:là|:|số)\s*:?\s*(?P<number>\d[\d. ]{1,14}\d)(?!\s*[^\W\d_])"
)
_LIST_TAIL = re.compile(r"(\s*(?:,|;|và|hoặc|đến|-|–|/)\s*)(\d{1,4}(?:\.\d+)?)(?![\d.,]*\d)")
_PER_TIME = re.compile(r"(?:mỗi|bình quân|trung bình|hằng|hàng|một|bq|/)\s*$", re.IGNORECASE)
_TOTAL_BEFORE = re.compile(
    r"(?:tổng|trong|con|đủ|chỉ tiêu|một|vô|đa|thiểu|hệ|dân|quân|sĩ|sỹ|nhân|mật|chữ ký|doanh|hộp|tham)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskRow:
    """A row of masks.csv."""

    lead: str
    mode: str
    limit: int | None
    reason: str
    example: str
    source: str


@lru_cache(maxsize=1)
def mask_rows() -> dict[str, MaskRow]:
    """All rows of masks.csv by their lead."""
    return {
        row["lead"]: MaskRow(
            lead=row["lead"],
            mode=row["mode"],
            limit=int(row["limit"]) if row["limit"] else None,
            reason=row["reason"],
            example=row["example"],
            source=row["source"],
        )
        for row in rows("masks")
    }


def fixed_spans(text: str) -> list[tuple[int, int]]:
    """What a block begins with (`1.1.`, `(2)`), markers inside it and its web and mail addresses."""
    spans: list[tuple[int, int]] = []
    if start := _START.match(text):
        spans.append(start.span())
    if "(" in text:
        spans.extend(m.span() for m in _INLINE_MARKER.finditer(text) if not text[: m.start()].rstrip()[-1:].isalnum())
    if "+" in text or "-" in text:
        spans.extend(m.span() for m in _POST_OR_SCORE.finditer(text))
    if "điện thoại" in text or "đường dây nóng" in text or "tổng đài" in text:
        spans.extend(m.span("number") for m in _TELEPHONE.finditer(text))
    if "@" in text or "www" in text or "http" in text or ".vn" in text or ".com" in text or ".net" in text:
        spans.extend(m.span() for m in _LINK.finditer(text))
    return spans


def shape_at(text: str, start: int) -> tuple[int, str] | None:
    """End and reason of what is written at `start`, if it is a date, a number of an instrument, a time …"""
    match = _SHAPE.match(text, start)
    if match is None:
        months = _BARE_MONTHS.match(text, start)
        if months and _ASIDE_AFTER.match(text, months.end()) and _ASIDE_BEFORE.search(text, max(0, start - 4), start):
            return months.end(), "period"  # `…, 11 tháng, …`
        if (summed := _MONTHS.match(text, start)) and _SUMMED_BEFORE.search(text, max(0, start - 16), start):
            return summed.end(), "period"
        if months and not _DURATION_BEFORE.search(text, max(0, start - 24), start):
            wide = _MONTHS_GO_ON.match(text, start)
            return (months.end(), "period") if wide else None
        return None
    reason = match.lastgroup or ""
    if (
        reason == "date"
        and (months := _MONTHS_THEN.match(match[0]))
        and not _DAY_BEFORE.search(text, max(0, start - 12), start)
    ) and unit_at(text, text.lower(), match.end()) is not None:
        return start + months.end(), "period"  # `lũy kế 6 tháng 45 vụ`
    if reason == "tiers" and not _TIERS_BEFORE.search(text, max(0, start - 40), start):
        return None
    return match.end(), reason


def list_end(text: str, end: int, limit: int | None, has_unit: Callable[[int], bool]) -> int:
    """End of a list that a masked number begins: `mức độ 3, 4`, `Điều 5 và 6`, `năm 2021, 2022`.

    `has_unit(position)` tells whether a unit follows a number that ends there: then it is no longer the list.
    """
    while tail := _LIST_TAIL.match(text, end):
        value = float(tail[2])
        if (limit and value > limit) or has_unit(tail.end()):
            break
        end = tail.end()
    return end


def lead_of(text: str, start: int) -> MaskRow | None:
    """The row of masks.csv whose lead stands right before `start`, the longest first."""
    leads = mask_rows()
    before = text[max(0, start - 40) : start]
    stripped = before.rstrip()
    colon = stripped.endswith(":")
    words = stripped.rstrip(":").rstrip().rsplit(maxsplit=3)[-3:]
    if not words:
        return None
    if not colon and stripped == before:
        return None  # nothing between the word and the digits: not a lead but part of a name
    for count in range(len(words), 0, -1):
        lead = " ".join(words[-count:]).lstrip("([“\"'‘-")
        row = leads.get(lead) or (leads.get(lead.lower()) if lead.isupper() else None)
        if row and (not colon or row.mode == "code"):
            return row
    return None


def masked_by_lead(text: str, start: int, token: str, *, has_unit: bool, measured: bool = False) -> MaskRow | None:
    """The lead that makes the number at `start` no quantity; None if it may be one.

    `has_unit`: a known unit follows; `measured`: it is a percent sign, a currency or a measure, which no name carries.
    """
    row = lead_of(text, start)
    if row is None or row.mode == "code":
        return row
    if measured or row.mode == "never":
        return None
    if row.mode == "always":
        return row
    before = start - 48 if start > 48 else 0
    lead_start = max(text.rfind(row.lead, before, start), text.rfind(row.lead.upper(), before, start))
    if row.mode == "unless_unit":
        return None if has_unit else row
    if row.mode == "number":
        return None if _TOTAL_BEFORE.search(text, before, lead_start) else row
    if not token.isdecimal() or int(token) > (row.limit or 0) or _PER_TIME.search(text, before, lead_start):
        return None
    if row.lead.lower().endswith(("năm", "khóa")) and int(token) < 1900 and has_unit:
        return None
    return row
