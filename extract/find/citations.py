"""Every mention of an instrument in a document: found, given date, issuer, subject and role, grounded in its block.

What counts as one mention is fixed in the contract: the span runs from the type noun through number, date and issuer while they are
contiguous; nested mentions are all rows. `issued_on` and `issuer` are what this mention says, in its sentence, list or lead-in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from extract.document import Document
from extract.facts import Citation, DocumentRow, ground
from extract.find.attribution import state_after, state_before
from extract.find.citation_text import CitationText, citation_text, sentence_start
from extract.find.drafts import Draft
from extract.find.lead_in import LeadIn, apply_lead_in
from extract.find.named_forms import find_named, own_type
from extract.find.numbered import find_numbered
from extract.find.roles import give_roles, give_titles
from extract.find.sharing import share_in_lists
from patterns.document_types import type_of_code
from patterns.issuer_codes import issuer_of_code
from patterns.spelling import squeeze


def find_citations(document: Document, header: DocumentRow) -> list[Citation]:
    """All mentions of a document in reading order: blocks as they come, then by first character.

    `header` tells the document's own number, which its letterhead and its annexes repeat (form `self`).
    """
    source = citation_text(document)
    numbered = find_numbered(source)
    drafts = _in_order([*numbered, *find_named(source, numbered, own_type(source, header.type_name))])
    _inherit_types(source, drafts)
    by_block = {number: list(group) for number, group in groupby(drafts, key=lambda draft: draft.block)}
    lead_in = LeadIn()
    for number in _blocks_to_visit(source, by_block):
        lead_in.enter(source, number)
        group = by_block.get(number)
        if group:
            _attribute(source, group, lead_in)
    for draft in drafts:
        _recognise_self(source, draft, header)
    return [row for group in by_block.values() for row in _rows(source, group)]


def _in_order(drafts: list[Draft]) -> list[Draft]:
    """Drafts by place, outer before inner; of two that cross, the one with a number stays."""
    ordered: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.start, -draft.core_end)):
        last = ordered[-1] if ordered else None
        if (
            last is not None
            and draft.start < last.core_end
            and draft.outer is not last
            and (last.outer is None or draft.outer is not last.outer)
        ):
            if draft.number is not None and last.number is None and last.outer is None:
                ordered[-1] = draft
            continue
        ordered.append(draft)
    return ordered


_SAME_LIST = re.compile(r"[.]\s|\x00")


def _inherit_types(source: CitationText, drafts: Sequence[Draft]) -> None:
    """Numbers without a noun take the noun of the mention before them in the same list, where the symbol does not speak against it."""
    for previous, draft in pairwise(drafts):
        if (
            draft.own_noun
            or previous.block != draft.block
            or draft.number is None
            or previous.kind is None
            or draft.rule == "number.packed"
        ):
            continue
        if draft.start - previous.end > 600 or _SAME_LIST.search(source.folded, previous.end, draft.start):
            continue
        code = draft.number.type_code
        if (code is not None and code in previous.kind.codes) or (
            code is None and previous.number is not None and previous.number.type_code is None
        ):
            draft.kind = previous.kind
            draft.type = previous.type if previous.kind.name != "Văn bản" or draft.type is None else draft.type


def _blocks_to_visit(source: CitationText, by_block: dict[int, list[Draft]]) -> list[int]:
    """Blocks with mentions, and the texts that may lead in a list before them."""
    return [
        number
        for number, block in enumerate(source.document.blocks)
        if number in by_block
        or (block.kind not in ("cell", "footnote") and (block.kind != "list_item" or block.text.rstrip().endswith(":")))
    ]


def _attribute(source: CitationText, group: list[Draft], lead_in: LeadIn) -> None:
    start, stop = source.bounds(group[0].block)
    tops = [draft for draft in group if draft.outer is None]
    for position, draft in enumerate(tops):
        limit = tops[position + 1].start if position + 1 < len(tops) else stop
        state_after(source, draft, limit, tops[position - 1] if position else None)
    give_titles(source, group)
    tops = [draft for draft in group if draft.outer is None]
    floor = start
    for draft in tops:
        if draft.form != "self" and (draft.issuer is None or draft.issued_on_source is None):
            state_before(source, draft, max(floor, sentence_start(source, draft.start, start)))
        if draft.form != "named":
            floor = draft.title_span[1] if draft.title_span and _ends_clause(source, draft.title_span[1]) else draft.end
    share_in_lists(source, tops)
    share_in_lists(source, [draft for draft in group if draft.outer is not None])
    apply_lead_in(source, tops, lead_in)
    give_roles(source, group, lead_in)


def _ends_clause(source: CitationText, position: int) -> bool:
    return source.folded[position : position + 1] in (",", ";", ".", "\n", ")")


_LETTERHEAD = re.compile(r"\s*số\s*[:.]?\s*\Z")


def _recognise_self(source: CitationText, draft: Draft, header: DocumentRow) -> None:
    """The document's own number is `self`: in its letterhead with all that the header knows, elsewhere as stated."""
    if draft.form != "full" or draft.number_text is None:
        return
    block = source.block(draft.block)
    start, _ = source.bounds(draft.block)
    in_letterhead = not draft.own_noun and block.zone == "letterhead" and draft.issued_on is None
    if in_letterhead and header.number is None:
        line = source.folded.rfind("\n", start, draft.start) + 1 or start
        if _LETTERHEAD.match(source.folded, max(line, start), draft.start):
            draft.form, draft.rule = "self", "self.letterhead"
        return
    if header.number is None or _key(draft.number_text) != _key(header.number):
        return
    if draft.issued_on is not None and header.issued_on is not None and draft.issued_on != header.issued_on:
        return
    if draft.issuer is not None and header.organ_name is not None and _other_body(draft.issuer, header.organ_name):
        return
    draft.form = "self"
    draft.rule = "self.letterhead" if in_letterhead else "self.number"
    if in_letterhead:
        draft.type = header.type_name or draft.type
        if header.issued_on is not None:
            draft.issued_on, draft.issued_on_source = header.issued_on, "after"
        if header.organ_name is not None:
            draft.issuer, draft.issuers, draft.issuer_source = header.organ_name, (header.organ_name,), "before"


def _key(number: str) -> str:
    return re.sub(r"\s+", "", number).lstrip("0").lower()


def _other_body(stated: str, own: str) -> bool:
    """Whether two names cannot be one body; a shorter name (`Ủy ban nhân dân huyện`) may."""
    first, second = stated.lower(), own.lower()
    return not (first in second or second in first)


def _rows(source: CitationText, group: list[Draft]) -> list[Citation]:
    ids: dict[int, str] = {}
    made: list[Citation] = []
    for draft in group:
        row = _row(source, draft, ids.get(id(draft.outer)) if draft.outer is not None else None)
        ids[id(draft)] = row.fact_id
        made.append(row)
    return made


def _row(source: CitationText, draft: Draft, nested_in: str | None) -> Citation:
    number = draft.number
    start, _ = source.bounds(draft.block)
    end = max(draft.end, draft.core_end)
    place = ground(
        source.document,
        source.block(draft.block),
        draft.start - start,
        end - start,
        table="citations",
        rule=", ".join([draft.rule, *dict.fromkeys(draft.notes)]),
    )
    place["doubtful"] = draft.doubtful or bool(
        number and number.year and draft.issued_on and number.year != draft.issued_on.year
    )
    told = number is not None and draft.number_text is not None
    written = squeeze(source.written(*draft.issuer_span)) if draft.issuer_span is not None else None
    return Citation(
        **place,
        form=draft.form,
        type=draft.type if draft.type is not None or number is None else _told_type(draft),
        number=draft.number_text,
        number_raw=draft.number_raw,
        sequence=draft.sequence,
        suffix=draft.suffix,
        year=draft.year,
        type_code=number.type_code if told and number else None,
        type_code_raw=number.type_code_raw if told and number else None,
        issuer_code=number.issuer_code if number else None,
        issued_on=draft.issued_on,
        issued_on_source=draft.issued_on_source if draft.issued_on is not None else None,
        issuer=draft.issuer,
        issuers=draft.issuers,
        issuer_raw=written,
        issuer_source=draft.issuer_source,
        issuer_from_symbol=issuer_of_code(number.issuer_code) if number else None,
        title=draft.title or None,
        relation=draft.relation,
        relation_verb=draft.relation_verb,
        article=draft.article,
        nested_in=nested_in,
    )


def _told_type(draft: Draft) -> str | None:
    kind = type_of_code(draft.number.type_code, draft.number.style) if draft.number else None
    return kind.name if kind else None
