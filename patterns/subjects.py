"""Trích yếu: the subject of an instrument, that follows its number, date and issuer in running text.

NĐ 30/2020 Phụ lục I, II.5: a subject says briefly what the text is about, mostly with `về` or a verb (`subjects.csv`).
"""

from __future__ import annotations

import re
from functools import cache

from patterns.issuers import beginning
from patterns.spelling import modern_tone, squeeze
from patterns.words import any_of, rows

#: Words that open a subject, as a pattern for folded text.
OPENERS = any_of(modern_tone(row["words"]) for row in rows("subjects"))
_OPEN = re.compile(
    rf"\s{{0,3}}(?:,\s(?=về|v/v))?(?:{OPENERS})(?!\w)(?!\s+số\s*:?\s*\d|\s+\d|\s+(?:kèm\s+theo|tại|ngày|cùng\s+ngày|năm|và\s+các|(?:có|còn|hết)\s+hiệu\s+lực)(?!\w))"
)
#: What may stand between issuer and subject: `khóa IX, kỳ họp thứ 12`.
_TERM = re.compile(
    r"(?:\s*,?\s*\(?khóa\s+(?:[ivxl]{1,6}|[0-9]{1,2})\)?(?!\w)|\s*,?\s*(?:tại\s+)?kỳ\s+họp\s+(?:lần\s+)?thứ\s+[^\s,;.]+(?:\s+(?:một|hai|ba))?(?=\s+(?:về|thông|quy)|,)"
    r"|\s*,?\s*nhiệm\s+kỳ\s+[0-9]{4}\s*[-–]\s*[0-9]{4})*"
)
_REACH = 480
#: A body after a comma begins a new clause if it does something; else it is one more of those that the subject names.
_BODY_ACTS = re.compile(
    r"[^,;.\x00\n]{0,90}?(?<!\w)(?:đã|đang|sẽ|ban\s+hành|chỉ\s+đạo|yêu\s+cầu|giao|tham\s+mưu|báo\s+cáo|đề\s+nghị|quyết\s+định|phê\s+duyệt|tiếp\s+tục"
    r"|triển\s+khai|xây\s+dựng|tổ\s+chức|tổng\s+hợp|có)(?!\w)"
)
#: A sentence that begins with what it carries out has its main clause after a comma: a verb in the past or the passive tells it.
_OPENS_SENTENCE = re.compile(
    r"\W*(?:thực\s+hiện|triển\s+khai|theo|căn\s+cứ|trên\s+cơ\s+sở|quán\s+triệt|thi\s+hành|chấp\s+hành)(?!\w)"
)
_MAIN_CLAUSE = re.compile(r"(?:[^,;.\x00\n]|[,.](?=\d)){1,80}?(?<!\w)(?:đã|được|đạt|tăng|giảm)(?!\w)")
#: So does a clause that counts: `…, trao đổi 1.198 lượt giao dịch`.
_COUNTING_CLAUSE = (
    r"(?:[^\W\d_]+\s+){{1,8}}(?:(?:trên|hơn|gần|khoảng|dưới|ít\s+nhất|không\s+quá)\s+)?[0-9][0-9.,]*\s+{unit}(?!\w)"
)
_SENTENCE_START = re.compile(r"[.;:]\s|[\n\x00]")
_COMMA = re.compile(r",\s+(?=\w)")


_DATED = re.compile(r",\s+ngày\s+\d")
_NUMBER_BEFORE = re.compile(r"\d\s?[/-]\s?[a-zđ][\w/&.-]*\Z")


@cache
def _end() -> re.Pattern[str]:
    """Where a subject ends in folded text: its clause does, or the next instrument, body or moment begins."""
    from patterns.document_types import nouns

    acts = _BODY_ACTS.pattern
    instrument = rf"(?:các\s+)?(?:{any_of(nouns())}\s+(?:(?:[^\W\d_]+\s+){{0,6}}số\s*:?\s*)?\d|(?:số\s*:?\s*)?\d{{1,5}}\s?[/-]\s?[a-zđ\d])"
    return re.compile(
        rf"""
        [;\x00] | \.(?=\s|$|/|\x00) | \s(?=nhằm\s) | \n(?=\s*[-+•*]|\s*\d+[.)]\s|\s*\n) | [()“”"]
        | ,\s+(?= ngày\s+\d | đã\s | việc\s | kết\s+quả | theo\s+đó | trong\s+đó | đồng\s+thời | qua\s+đó | đến\s+nay | hiện\s+nay
                | (?:ubnd|hđnd|ủy\s+ban|hội\s+đồng|sở|bộ|văn\s+phòng|chủ\s+tịch|thủ\s+tướng|các\s+cơ\s+quan|các\s+đơn\s+vị){acts}
                | (?:huyện|tỉnh|thành\s+phố|phòng|ban|xã|phường|đơn\s+vị)(?:\s+[^\W\d_]+){{0,4}}?\s+(?:đã|tiếp\s+tục|ban\s+hành|chỉ\s+đạo|tổ\s+chức|triển\s+khai|xây\s+dựng|báo\s+cáo)(?!\w)
                | {instrument} )
        | \s(?=(?:sẽ\s+|đã\s+)?(?:hết|có|không\s+còn|chấm\s+dứt)\s+hiệu\s+lực(?!\w)|(?:bị|được)\s+bãi\s+bỏ(?!\w))
        | \s(?=đến\s+(?:toàn\s+thể|tận|các\s|(?:(?:trên|hơn|gần|khoảng|dưới|ít\s+nhất|không\s+quá)\s+)?[0-9.]+\s+(?!tháng|năm|/)))
        | \s(?=và\s+(?:các\s+)?(?:quy\s+định|văn\s+bản|hướng\s+dẫn)(?:\s+[^\W\d_]+){{0,4}}?\s+(?:hiện\s+hành|liên\s+quan|khác)(?!\w))
        | \s(?= (?:và|cùng|hoặc|hay)\s+ {instrument} )
        """,
        re.VERBOSE,
    )


@cache
def _counting_clause() -> re.Pattern[str]:
    """A clause that counts something with a unit of `units.csv`; spans of time belong to subjects (`kế hoạch 6 tháng`)."""
    counted = {modern_tone(row["form"]).lower() for row in rows("units") if row["kind"] == "count"}
    return re.compile(_COUNTING_CLAUSE.format(unit=any_of(counted)))


def subject_after(text: str, folded: str, position: int, limit: int) -> tuple[int, int] | None:
    """Start and end of the subject that follows at once; None if none does. `limit` is the end of the block."""
    term = _TERM.match(folded, position, limit)
    position = term.end() if term is not None else position
    match = _OPEN.match(folded, position, limit)
    if match is None:
        return None
    start = position
    while start < limit and folded[start] in " ,\n":
        start += 1
    limit = min(limit, start + _REACH)
    quoted = 0
    end = limit
    for stop in _end().finditer(folded, match.end(), limit):
        mark = stop[0][:1]
        if mark in "(“" or (mark == '"' and not quoted):
            quoted += 1
            continue
        if mark in ')”"':
            if quoted:
                quoted -= 1
                continue
            if mark != ")":
                continue
        if quoted and mark not in "\x00\n":
            continue
        if (
            mark == ","
            and _DATED.match(folded, stop.start())
            and _NUMBER_BEFORE.search(folded, max(start, stop.start() - 40), stop.start())
        ):
            continue  # `về thực hiện Kết luận 01-KL/TW, ngày 18-5-2021 của …`: the date of an instrument in the subject
        end = stop.start()
        break
    opens = _opens_sentence(folded, position)
    for comma in _COMMA.finditer(text, match.end(), end):
        body = beginning().match(text, comma.end())
        if text.count("“", start, comma.start()) > text.count("”", start, comma.start()):
            continue
        acts = body is not None and _BODY_ACTS.match(folded, body.end(), limit) is not None
        counts = _counting_clause().match(folded, comma.end(), end) is not None
        if acts or counts or (opens and _MAIN_CLAUSE.match(folded, comma.end(), limit) is not None):
            end = comma.start()
            break
    while end > start and folded[end - 1] in " ,\n.":
        end -= 1
    return (start, end) if end > start else None


def _opens_sentence(folded: str, position: int) -> bool:
    """Whether the sentence that holds `position` begins with `Thực hiện`, `Theo` …"""
    begin = max(0, position - 400)
    starts = [found.end() for found in _SENTENCE_START.finditer(folded, begin, position)]
    return _OPENS_SENTENCE.match(folded, starts[-1] if starts else begin) is not None


def subject_text(written: str) -> str | None:
    """A subject on one line, quotation marks around it taken off; None if nothing is left."""
    text = squeeze(written)
    if text and text[0] in '“"' and text[-1:] in '”"' and text.count(text[0]) == 1:
        text = text[1:-1].strip()
    return text or None
