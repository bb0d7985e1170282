"""Issuers of lists by the words that lead them in: `UBND huyện ban hành các kế hoạch, cụ thể: - Kế hoạch …; - Kế hoạch …`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document import Block
from extract.find.citation_text import CitationText, sentence_start
from extract.find.drafts import Draft
from extract.find.sharing import may_share
from patterns.issuers import Issuer, issuers_between
from patterns.relations import CLASS_NOUN

_COLON = re.compile(r":\s")
_ISSUES = re.compile(r"(?<!\w)(?:ban\s+hành|có|ký|thông\s+qua|phát\s+hành)(?!\w)")
_PLAIN = re.compile(r"[.;:()“”]")


def lead_in_issuer(source: CitationText, start: int, colon: int) -> Issuer | None:
    """The one issuer that words before a colon give to the list after it: `UBND huyện ban hành các kế hoạch …:`, `các chỉ thị của Thủ tướng như:`."""
    window = max(start, colon - 420)
    for issuer in reversed(issuers_between(source.text, window, colon)[-6:]):
        after = source.folded[issuer.end : colon]
        verb = _ISSUES.search(after)
        if (
            verb is not None
            and verb.start() < 60
            and (CLASS_NOUN.search(after, verb.end()) or not after[verb.end() :].strip())
            and not _PLAIN.search(after)
        ):
            return issuer
        before = source.folded[max(window, issuer.start - 90) : issuer.start]
        if (
            before.rstrip().endswith("của")
            and CLASS_NOUN.search(before)
            and not _PLAIN.search(after)
            and len(after) < 130
            and not _ISSUES.search(after)
        ):
            return issuer
    return None


def is_item(block: Block) -> bool:
    """Whether a block is an item of a list."""
    return block.kind == "list_item" or block.text.lstrip()[:1] in ("-", "+", "•", "*", "–")


class LeadIn:
    """The words that lead in a list, remembered from block to block."""

    def __init__(self) -> None:
        self.issuer: Issuer | None = None
        self.span: tuple[int, int] | None = None

    def enter(self, source: CitationText, number: int) -> None:
        """Take notice of a block: a list item keeps the lead-in, a text that ends with a colon opens one, any other text closes it."""
        block = source.block(number)
        text = block.text.rstrip()
        start, _ = source.bounds(number)
        if block.kind in ("cell", "footnote"):
            return
        if text.endswith((":", ": ")):
            colon = start + len(text) - 1
            begin = sentence_start(source, colon, start)
            self.span = (begin, colon)
            self.issuer = lead_in_issuer(source, begin, colon)
        elif not is_item(block):
            self.issuer = self.span = None


def apply_lead_in(source: CitationText, drafts: Sequence[Draft], lead_in: LeadIn) -> None:
    """Give the mentions of one block the issuer of the words that lead in: in the block's own sentence, or in the block above its list."""
    if not drafts:
        return
    number = drafts[0].block
    floor, _ = source.bounds(number)
    block = source.block(number)
    for draft in drafts:
        if draft.outer is not None or draft.form == "self":
            continue
        begin = sentence_start(source, draft.start, floor)
        colons = [match.start() for match in _COLON.finditer(source.folded, begin, draft.start)]
        if colons:
            draft.lead = (begin, colons[-1])
        if draft.issuer is not None:
            continue
        issuer = lead_in_issuer(source, begin, colons[-1]) if colons else (lead_in.issuer if is_item(block) else None)
        if issuer is not None and draft.form != "named" and may_share(draft, issuer.name):
            draft.issuer, draft.issuers, draft.issuer_source = issuer.name, issuer.parts, "lead_in"
            draft.issuer_span = (issuer.start, issuer.end)
