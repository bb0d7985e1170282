"""Date and issuer of each mention as its own sentence states them: right after it, or before it with the verb of issuing.

Drafts are filled in place. A column stays None where nothing says it; lists and lead-ins come after (`sharing`, `lead_in`).
"""

from __future__ import annotations

import re

from extract.find.citation_text import CitationText
from extract.find.drafts import Draft
from patterns.dates import blank_date_after, date_after, date_before
from patterns.issuer_codes import agrees, lookup
from patterns.issuers import (
    Issuer,
    beginning,
    committee_at,
    issuer_at,
    issuers_between,
    joint_issuers_at,
    meeting_at,
    open_issuer_at,
)
from patterns.relations import ACTS, AT, ISSUING

_OF = re.compile(r"\s{0,3},?\s{0,2}(?P<word>của|do)\s+(?:(?:các|đồng\s+chí|đ/c)\s+)?")
_ISSUED_BY = re.compile(r"\s+(?:đã\s+)?(?:ký\s+)?(?:ban\s+hành|ký|phê\s+duyệt|thông\s+qua)(?!\w)")
_ENDS = re.compile(r"\s*(?:\Z|[,;.:)\x00\n]|về|v/v|phê\s+duyệt|quy\s+định|hướng\s+dẫn|công\s+bố|sửa\s+đổi)(?!\w)?")
_JOINT_CODES = ("LT", "LN", "PH")


_SAME_DAY = re.compile(r"\s{0,3},?\s{0,3}(?:ban\s+hành\s+|ký\s+)?cùng\s+ngày(?!\s*\d)(?!\w)")


def state_after(source: CitationText, draft: Draft, limit: int, previous: Draft | None = None) -> None:
    """Date and issuer that follow the mention at once, in either order; `end` grows with what is contiguous.

    `previous` is the mention before it, whose date `cùng ngày` means.
    """
    folded, position, contiguous = source.folded, draft.core_end, True
    if draft.gap is not None and draft.issuer is None:
        _issuer_in_gap(source, draft)
    for _ in range(4):
        if (
            draft.issued_on_source is None
            and (stated := date_after(folded, position)) is not None
            and stated.end <= limit
            and not _of_the_next(source, draft, position, stated.end)
        ):
            draft.issued_on, draft.issued_on_source = stated.value, "shared" if stated.same else "after"
            if stated.value is None:
                draft.doubtful = True
                draft.notes.append("no such day")
            position = stated.end
            contiguous = contiguous and not stated.in_brackets
            if stated.in_brackets and folded.startswith(")", position):
                position += 1
        elif (
            draft.issued_on_source is None
            and previous is not None
            and previous.issued_on is not None
            and (same := _SAME_DAY.match(folded, position, limit)) is not None
        ):
            draft.issued_on, draft.issued_on_source = previous.issued_on, "shared"
            position = same.end()
        elif draft.issuer is None and (issuer := _issuer_after(source, draft, position, limit)) is not None:
            _take(draft, issuer, "after")
            position = issuer.end
        elif (
            draft.issued_on_source is None
            and (blank := blank_date_after(folded, position)) > position
            and blank <= limit
        ):
            position = blank
        else:
            break
        if contiguous:
            draft.end = position


_NEXT = re.compile(r"\s{0,2},?\s{1,2}")


def _of_the_next(source: CitationText, draft: Draft, position: int, end: int) -> bool:
    """Whether a date after a comma begins the next clause: `…, ngày 14/3/2022 UBND huyện ban hành …`, or follows an issuer already given."""
    if source.folded[position : position + 3].lstrip()[:1] != ",":
        return False
    if draft.issuer is not None:
        return True
    gap = _NEXT.match(source.text, end)
    return gap is not None and beginning().match(source.text, gap.end()) is not None


def _issuer_in_gap(source: CitationText, draft: Draft) -> None:
    start, end = draft.gap  # type: ignore[misc]
    match = re.compile(r"\s+(?:của\s+)?").match(source.folded, start, end)
    issuer = issuer_at(source.text, match.end()) if match is not None else None
    if issuer is None and (match := _OF.search(source.folded, start, end)) is not None:
        issuer = issuer_at(source.text, match.end())
    if issuer is not None and issuer.end <= end:
        _take(draft, issuer, "before")


def _issuer_after(source: CitationText, draft: Draft, position: int, limit: int) -> Issuer | None:
    match = _OF.match(source.folded, position, limit)
    if match is None:
        if draft.issued_on_source != "after" or draft.form == "named":
            return None
        gap = re.compile(r"\s{1,2}").match(source.text, position)
        meeting = meeting_at(source.text, gap.end()) if gap and draft.issuer_code in ("TW", "TƯ") else None
        if meeting is not None and meeting.end <= limit:
            return meeting
        issuer = issuer_at(source.text, gap.end()) if gap else None
        return issuer if issuer is not None and issuer.end <= limit and _ENDS.match(source.folded, issuer.end) else None
    code = draft.number.type_code if draft.number else None
    joint = (code or "").endswith(_JOINT_CODES) or (draft.type or "").endswith(("liên tịch", "phối hợp", "liên ngành"))
    most = max(2, len((draft.issuer_code or "").split("-"))) if joint else 1
    issuer = meeting_at(source.text, match.end()) or joint_issuers_at(source.text, match.end(), most=most)
    if issuer is None and draft.issuer_code in ("UBND", "HĐND"):
        issuer = committee_at(source.text, match.end())
    if issuer is None and draft.form != "named":
        issuer = open_issuer_at(source.text, match.end(), limit)
    if issuer is None or issuer.end > limit:
        return None
    if match["word"] == "do" and not _ISSUED_BY.match(source.folded, issuer.end):
        return None
    return issuer


def _take(draft: Draft, issuer: Issuer, how: str) -> None:
    draft.issuer, draft.issuers, draft.issuer_source = issuer.name, issuer.parts, how
    draft.issuer_span = (issuer.start, issuer.end)
    if agrees(draft.issuer_code, issuer.name) is False:
        draft.doubtful = True
        draft.notes.append("issuer and symbol differ")


# ------------------------------------------------------------------------------------------------ before

_REACH = 280
_OPEN_CLAUSE = re.compile(r"[;:]\s|\x00")


def state_before(source: CitationText, draft: Draft, floor: int) -> None:
    """Issuer, and with it the date, that stand before the mention in its sentence: `ngày … UBND huyện ban hành Kế hoạch …`."""
    begin = draft.start
    window = max(floor, begin - _REACH)
    for edge in _OPEN_CLAUSE.finditer(source.folded, window, begin):
        window = edge.end()
    gap_date = _date_and_verb(source, draft, window)
    if draft.issuer is not None:
        return
    for number, issuer in enumerate(reversed(issuers_between(source.text, window, begin))):
        gap = source.folded[issuer.end : begin]
        agreement = agrees(draft.issuer_code, issuer.name)
        direct = ISSUING.search(gap) is not None and _plain(gap) and agreement is not False
        if (direct and number == 0) or (agreement is True and (direct or _acts(source, draft, issuer, gap))):
            _take(draft, issuer, "before")
            if direct and draft.issued_on_source is None and gap_date is None:
                stated = date_before(source.folded, issuer.start)
                if stated is not None and stated.start >= window:
                    draft.issued_on, draft.issued_on_source = stated.value, "before"
            return
        if number >= 5:
            return


_PLAIN = re.compile(r"[.;:()“”]")
_RECEIVES = re.compile(r"(?<!\w)(?:nhận|tiếp\s+nhận|theo|thực\s+hiện|căn\s+cứ|nhận\s+được)(?!\w)")


def _plain(gap: str) -> bool:
    return len(gap) <= 110 and not _PLAIN.search(gap) and not _RECEIVES.search(gap) and gap.count(",") <= 2


def _acts(source: CitationText, draft: Draft, issuer: Issuer, gap: str) -> bool:
    """Whether the body acts through this mention: `… phê duyệt … tại Quyết định`, `… (Quyết định …)`, or stands right before it."""
    if not gap.strip():
        return True
    bracket = gap.rstrip().endswith("(")
    if not bracket and not AT.search(gap):
        return False
    if len(gap) > 260 or re.search(r"[.]\s", gap):
        return False
    row = lookup(draft.issuer_code)
    owned = source.folded[max(0, issuer.start - 5) : issuer.start].strip() == "của"
    if AT.search(gap) and owned:
        return True
    if ACTS.search(gap) is not None:
        return True
    return bracket and row is not None and row.exclusive and row.code not in ("UBND", "HĐND", "TU", "HU", "ĐU", "UB")


_DATED_VERB = re.compile(r"\s*(?:đã\s+)?(?:ký\s+)?ban\s+hành\s+(?:các\s+)?\Z")


def _date_and_verb(source: CitationText, draft: Draft, window: int) -> bool | None:
    """`ngày 18/01/2022 ban hành Kế hoạch …`: a date with no body between."""
    if draft.issued_on_source is not None:
        return True
    match = _DATED_VERB.search(source.folded, max(window, draft.start - 30), draft.start)
    if match is None:
        return None
    stated = date_before(source.folded, match.start())
    if stated is None or stated.start < window:
        return None
    draft.issued_on, draft.issued_on_source = stated.value, "before"
    return True
