"""Mentions by a number without symbol, as daily use shortens them: `Nghị định 68`, `Chỉ thị 10, 26`, `Đề án 06`.

`28 Nghị định` counts; `Nghị định 28` cites. What follows the number decides in doubt: the sentence goes on, or a unit is counted.
"""

from __future__ import annotations

import re
from functools import cache

from extract.find.citation_text import CitationText
from extract.find.drafts import Draft
from patterns.document_types import TypeName
from patterns.named import known_names
from patterns.spelling import modern_tone
from patterns.words import any_of, rows

_BARE = re.compile(
    r"\s+(?P<mark>số\s*:?\s*)?(?P<digits>[0-9]{1,5})(?P<suffix>[a-zđ](?!\w))?(?:/(?P<year>(?:19|20)[0-9]{2}))?(?![\w%])(?![.,/:\-–][\w])(?!\s*[-–]\s*[0-9])"
)
_GOES_ON = re.compile(
    r"\s*(?:\Z|[.;:,)\]”\"\n\x00…]|[-–]\s|(?:của|ngày(?=\s+[0-9])|về|và|do|tại|trên|cho|ban\s+hành|đã|được|là|có\s+hiệu\s+lực|trong|theo|khi|đến|với|quy\s+định|hoặc|này|nêu|nhằm|để|thì|gắn|như|vào|đối\s+với"
    r"|năm\s+(?:19|20)[0-9]{2}|giai\s+đoạn|phê\s+duyệt|hướng\s+dẫn|thay\s+thế|vẫn|còn|không|sẽ|đang|hiện|ra\s+đời|từ|bằng|gồm|qua|nói|mới|thông\s+qua|yêu\s+cầu)(?!\w)|\()"
)
#: `Quyết định 1948 của Thủ tướng`: what looks like a year is a number if a body that issues follows.
_OF_A_BODY = re.compile(
    r"\s+của\s+(?:thủ\s+tướng|chính\s+phủ|bộ|chủ\s+tịch|ubnd|ủy\s+ban|hđnd|hội\s+đồng|sở|giám\s+đốc|ban\s+(?:chấp|bí|thường|tổ|tuyên|chỉ)|trung\s+ương|tỉnh\s+ủy|huyện\s+ủy|thành\s+ủy|đảng\s+ủy|bch)(?!\w)"
)
_ALSO = re.compile(r"\s*(?:,|và)\s+(?P<digits>[0-9]{1,5})(?P<suffix>[a-zđ](?!\w))?(?![\w%])(?![.,/:\-–][\w])")


@cache
def _unit() -> re.Pattern[str]:
    words = any_of(
        {modern_tone(row["form"]).lower() for row in rows("units")}
        | {"nội dung", "nhiệm vụ", "nhóm", "mục tiêu", "giải pháp", "điều", "chương", "phần", "bước"}
    )
    return re.compile(rf"\s*{words}(?!\w)")


def short_mentions(source: CitationText, start: int, end: int, kind: TypeName) -> list[Draft]:
    """The mention by a bare number whose noun stands at `start:end`, with the numbers listed after it; empty if it is none."""
    folded = source.folded
    match = _BARE.match(folded, end)
    if match is None or not kind.short:
        return []
    marked, digits = match["mark"] is not None, match["digits"]
    known = f"{kind.name} {digits}{match['suffix'] or ''}".lower() in known_names()
    if not marked and not known:
        if (kind.short == "marked" and not _OF_A_BODY.match(folded, match.end())) or (
            kind.short == "two" and len(digits) < 2
        ):
            return []
        if len(digits) == 4 and digits[:2] in ("19", "20") and not _is_number(source, digits, kind, match.end()):
            return []
        if kind.name == "Kế hoạch" and not re.match(r"\s+(?:của|ngày)(?!\w)", folded[match.end() : match.end() + 8]):
            return []
        if (
            match["year"] is None
            and source.text[start:end].isupper()
            and len(source.text[start:end]) <= 4
            and len(digits) < 2
        ):
            return []
    drafts = [_bare_draft(source, start, match, kind)]
    position = match.end()
    while (also := _ALSO.match(folded, position)) is not None and (
        _GOES_ON.match(folded, also.end()) or _ALSO.match(folded, also.end())
    ):
        more = _bare_draft(source, also.start("digits"), also, kind)
        more.own_noun = False
        drafts.append(more)
        position = also.end()
        if len(drafts) > 60:
            break
    if len(drafts) == 1 and not _GOES_ON.match(folded, position):
        counts = _unit().match(folded, position) is not None
        return drafts if kind.short == "strong" and not counts and source.text[start].isupper() else []
    return drafts


def _is_number(source: CitationText, digits: str, kind: TypeName, end: int) -> bool:
    """Whether what looks like a year is a number: a body that issues follows, or the document cites such a number in full."""
    if _OF_A_BODY.match(source.folded, end):
        return True
    return (
        re.search(
            rf"(?<!\w){re.escape(kind.name.lower())}(?:\s+[^\W\d_]+){{0,6}}?\s+(?:số\s*:?\s*)?{digits}\s?/",
            source.folded,
        )
        is not None
    )


def _bare_draft(source: CitationText, start: int, number: re.Match[str], kind: TypeName) -> Draft:
    end = number.end()
    draft = Draft(
        start=start,
        end=end,
        core_end=end,
        block=source.block_at(start),
        form="short",
        rule="short.number",
        kind=kind,
        type=kind.name,
    )
    draft.number_text = draft.number_raw = source.written(number.start("digits"), end)
    draft.sequence, draft.suffix = int(number["digits"]), number["suffix"]
    year = number.groupdict().get("year")
    draft.year = int(year) if year else None
    return draft
