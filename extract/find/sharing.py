"""Issuers and dates that a list states once for several mentions: `A, B và C của X`, `X ban hành A, B và C`.

The symbol has the veto (DOMAIN 0.8): `-CP` is the Government's, whatever stands at the end of the list. A date belongs to the last
mention only, unless the text says `cùng ngày`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.find.citation_text import CitationText
from extract.find.drafts import Draft
from patterns.issuer_codes import agrees

#: Types whose issuer is never stated with them.
NO_ISSUER = frozenset(("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"))
_LINK = re.compile(
    r"\s*(?:[,;&]|(?:,\s*)?(?:và|cùng\s+với|cùng|hoặc|hay)(?!\w))?\s*(?:và\s+)?(?:các\s+)?(?:số\s*:?\s*)?(?:tại\s+)?\s*"
)


#: Types that one body alone issues (Luật 80/2015/QH13, Điều 4; decrees under the names the Government had before
#: 1992, DOMAIN 2.5): no other issuer of a list is theirs.
_ONLY = {"Nghị định": frozenset(("chính phủ", "hội đồng bộ trưởng", "hội đồng chính phủ"))}
#: And bodies that never issue a type.
_NEVER = {"Thông tư": ("Chính phủ", "Thủ tướng Chính phủ", "Quốc hội", "Ủy ban nhân dân", "Hội đồng nhân dân")}


def _denied(kind: str | None, issuer: str) -> bool:
    """Whether the type of a mention rules an issuer out."""
    only = _ONLY.get(kind or "")
    if only is not None:
        return issuer.casefold() not in only
    return any(
        issuer == body or (body.endswith("nhân dân") and issuer.startswith(body)) for body in _NEVER.get(kind or "", ())
    )


def linked(source: CitationText, first: Draft, second: Draft, *, items: bool = True) -> bool:
    """Whether nothing but a comma or `và` stands between two mentions; a semicolon too where `items` of an enumeration count."""
    if first.block != second.block or second.start < first.end:
        return False
    gap = source.folded[first.end : second.start]
    return len(gap) < 24 and gap.strip() != "" and (items or ";" not in gap) and _LINK.fullmatch(gap) is not None


def may_share(draft: Draft, issuer: str) -> bool:
    """Whether a mention may have an issuer stated elsewhere in its list; the symbol and the type have a veto."""
    if draft.issuer is not None or draft.type in NO_ISSUER:
        return False
    if agrees(draft.issuer_code, issuer) is False:
        draft.notes.append("issuer vetoed by symbol")
        return False
    if _denied(draft.type, issuer):
        draft.notes.append("issuer vetoed by type")
        return False
    return True


def share_in_lists(source: CitationText, drafts: Sequence[Draft]) -> None:
    """Issuers of lists: `A, B và C của X` gives X to all, `X ban hành A, B và C` too, as far as the symbols allow."""
    for position in range(len(drafts) - 1, 0, -1):
        later, earlier = drafts[position], drafts[position - 1]
        if earlier.form == "named" or not linked(source, earlier, later, items=False):
            continue
        if later.issuer is not None and later.issuer_source in ("after", "shared") and may_share(earlier, later.issuer):
            earlier.issuer, earlier.issuers, earlier.issuer_source = later.issuer, later.issuers, "shared"
            earlier.issuer_span = later.issuer_span
        if later.issued_on_source == "shared" and later.issued_on is not None and earlier.issued_on_source is None:
            earlier.issued_on, earlier.issued_on_source = later.issued_on, "shared"
    for position in range(1, len(drafts)):
        earlier, later = drafts[position - 1], drafts[position]
        if earlier.issuer is None or earlier.issuer_source not in ("before", "shared") or earlier.block != later.block:
            continue
        if earlier.issuer_span is None or earlier.issuer_span[0] > earlier.start or later.form == "named":
            continue
        if (linked(source, earlier, later) or _next_of_enumeration(source, earlier, later)) and may_share(
            later, earlier.issuer
        ):
            later.issuer, later.issuers, later.issuer_source = earlier.issuer, earlier.issuers, "shared"
            later.issuer_span = earlier.issuer_span


def _next_of_enumeration(source: CitationText, earlier: Draft, later: Draft) -> bool:
    """`X ban hành A về …; B về …`: the subject of A ends right where B begins."""
    if earlier.title_span is None or later.start < earlier.title_span[1]:
        return False
    gap = source.folded[earlier.title_span[1] : later.start]
    return len(gap) < 24 and _LINK.fullmatch(gap) is not None
