"""Role of each mention (`relation`), its subject (`title`), article and nesting: what the words around it say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.find.citation_text import CitationText
from extract.find.drafts import Draft
from extract.find.lead_in import LeadIn, is_item
from extract.find.sharing import linked
from patterns.articles import article_before, article_name
from patterns.issuers import issuer_at
from patterns.relations import REPEALED_AFTER, Role, lead_in_role, role_before
from patterns.spelling import squeeze
from patterns.subjects import subject_after, subject_text


def give_titles(source: CitationText, drafts: Sequence[Draft]) -> None:
    """Subjects, and which mentions stand inside the subject of another. Drafts of one block, in order."""
    if not drafts:
        return
    _, limit = source.bounds(drafts[0].block)
    open_titles: list[Draft] = []
    begins = {draft.start for draft in drafts}
    for draft in drafts:
        open_titles = [
            outer for outer in open_titles if outer.title_span is not None and draft.start < outer.title_span[1]
        ]
        if draft.outer is None and open_titles:
            draft.outer = open_titles[-1]
        if (draft.form == "named" and draft.title is not None) or draft.rule == "self.demonstrative":
            continue
        span = subject_after(source.text, source.folded, draft.end, limit)
        if span is None or span[0] in begins:
            continue
        outer = draft.outer
        if outer is not None and outer.title_span is not None:
            span = (span[0], min(span[1], outer.title_span[1]))
        span = _issued_by(source, draft, span)
        draft.title_span = span
        if draft.title is None:
            draft.title = subject_text(source.written(*span))
        open_titles.append(draft)


_NEAR = 40
_WHEN = re.compile(r"(?<!\w)(?:ngày|khi|thời\s+điểm|thời\s+hạn)\s+\Z")
_BY = re.compile(r"\s+do\s+")
_END = re.compile(r"\s+ban\s+hành\Z")


def _issued_by(source: CitationText, draft: Draft, span: tuple[int, int]) -> tuple[int, int]:
    """`… về việc cưới do Ban Chấp hành Trung ương ban hành`: an issuer at the end of the subject; returns the subject without it."""
    if draft.issuer is not None or _END.search(source.folded, max(span[0], span[1] - 12), span[1]) is None:
        return span
    for match in _BY.finditer(source.folded, max(span[0], span[1] - 110), span[1]):
        issuer = issuer_at(source.text, match.end())
        if issuer is not None and source.folded[issuer.end : span[1]].strip() == "ban hành":
            draft.issuer, draft.issuers, draft.issuer_source = issuer.name, issuer.parts, "after"
            draft.issuer_span = (issuer.start, issuer.end)
            return span[0], match.start()
    return span


def give_articles(source: CitationText, draft: Draft, floor: int) -> int:
    """The article cited before the mention; returns where article or mention begins."""
    span = article_before(source.folded, draft.start, floor)
    if span is None:
        return draft.start
    draft.article = article_name(squeeze(source.written(*span)))
    return span[0]


def give_roles(source: CitationText, drafts: Sequence[Draft], lead_in: LeadIn) -> None:
    """Relations of the mentions of one block: by the verb before each, else as the one before in its list, else by its place."""
    previous: Draft | None = None
    block = source.block(drafts[0].block)
    before, _ = source.bounds(drafts[0].block)
    evidence = block.kind == "cell"
    titled = before
    for draft in drafts:
        within = draft.outer is not None and draft.outer.core_end > draft.start
        floor = draft.outer.start if draft.outer is not None and within else before
        if draft.outer is None:
            floor = max(floor, min(titled, draft.start))  # a verb in the subject of the one before is none of this one
        begin = give_articles(source, draft, floor)
        role = role_before(source.folded, floor, begin)
        if role is not None and not _idle(source, draft, role, evidence):
            _set(source, draft, role)
        elif role is not None and draft.rule == "self.demonstrative":
            draft.relation = "mentions"
        elif draft.issuer_source == "before" and draft.outer is None and not _names_issuer(draft):
            draft.relation = "issues"
        elif previous is not None and draft.outer is None and _goes_on(source, previous, draft):
            draft.relation, draft.relation_verb = previous.relation, previous.relation_verb
        elif (
            draft.outer is None
            and (span := draft.lead or (lead_in.span if previous is None and is_item(block) else None)) is not None
        ):
            led = lead_in_role(source.folded, *span)
            if led is not None:
                _set(source, draft, led)
        if draft.outer is None:
            previous = draft
            titled = draft.title_span[1] if draft.title_span else titled
        before = max(before, draft.core_end)
    _give_repeals(source, [draft for draft in drafts if draft.outer is None])
    for draft in drafts:
        if draft.relation is None:
            draft.relation = "evidence" if evidence else "mentions"


def _give_repeals(source: CitationText, drafts: Sequence[Draft]) -> None:
    """Mentions whose verb comes after them, alone or at the end of a list."""
    following: Draft | None = None
    for draft in reversed(drafts):
        end = draft.title_span[1] if draft.title_span else draft.end
        after = REPEALED_AFTER.match(source.folded, end)
        if draft.relation is None and after is not None and draft.form != "self":
            _set(source, draft, Role("repeals", after.start("verb"), after.end("verb")))
        elif (
            draft.relation is None
            and following is not None
            and following.relation == "repeals"
            and _goes_on(source, draft, following)
        ):
            draft.relation, draft.relation_verb = following.relation, following.relation_verb
        following = draft


def _idle(source: CitationText, draft: Draft, role: Role, evidence: bool) -> bool:
    """Whether a verb says nothing here: `có` without a body that issues, `theo` before the evidence in a note cell."""
    if draft.rule == "self.demonstrative" and (
        (draft.start - role.end > _NEAR and draft.article is None) or _WHEN.search(source.folded, role.end, draft.start)
    ):
        return True  # `trước ngày Nghị định này có hiệu lực`
    verb = source.folded[role.start : role.end]
    return (verb in ("có", "đã có") and draft.issuer_source != "before") or (evidence and verb == "theo")


def _names_issuer(draft: Draft) -> bool:
    """Whether the issuer stands inside the mention (`Nghị quyết của Quốc hội số …`): a name, not an act of issuing."""
    return draft.issuer_span is not None and draft.issuer_span[0] >= draft.start


def _set(source: CitationText, draft: Draft, role: Role) -> None:
    draft.relation, draft.relation_verb = role.relation, squeeze(source.written(role.start, role.end))


def _goes_on(source: CitationText, previous: Draft, draft: Draft) -> bool:
    """Whether a mention is the next of a list: only `,`, `;`, `và` after the end of the one before, its subject included."""
    if linked(source, previous, draft, items=previous.relation != "attached"):
        return True
    end = previous.title_span[1] if previous.title_span else previous.end
    gap = source.folded[end : draft.start]
    if previous.relation == "attached" and ";" in gap:
        return False  # `… kèm theo Thông tư A; Quyết định B`
    return end <= draft.start and len(gap) < 16 and gap.strip(" ,;\n") in ("", "và", "và các", "các")
