"""Header fields of a document: who issued what, when, about what, signed by whom, sent to whom.

Order of trust: letterhead, line of the annex (`Kèm theo Báo cáo số … ngày … của …`), opening sentence, place and
signature. A field that none of them gives is None; a blank left for a number or date is None, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document import Block, Document
from extract.facts import DocumentRow
from extract.find.attachment import Attachment, read_attachment
from extract.find.closing import Closing, read_closing
from extract.find.letterhead import Letterhead, read_letterhead
from extract.find.opening import adopted_on, basis_of, issuer_of
from patterns.periods import Period, find_period
from patterns.titles import type_of_symbol

_REPORTS = ("Báo cáo",)
_ADDRESS = re.compile(r"\W*Kính\s+gửi|\s*[-–+]", re.IGNORECASE)


def find_header(document: Document) -> DocumentRow:
    """The row of `documents` with all that the document says of itself; sources, counts and unit codes stay empty."""
    blocks = document.blocks
    head = read_letterhead(blocks)
    closing = read_closing(blocks)
    attachment = read_attachment(blocks)
    unnumbered = head.code_notation is None and head.number is None and head.issued_on is None
    loose = attachment is not None and attachment.first and (not head.is_letterhead or unnumbered)
    own = attachment if attachment is not None and (loose or _is_own(head, attachment)) else None
    opening = _opening(blocks, head)
    organ = head.organs.issuer or (own.issuer if own else None) or issuer_of(opening)
    type_name = head.type_name or (None if loose else type_of_symbol(head.code_notation))
    issued_on = head.issued_on or (own.issued_on if own else None) or adopted_on(blocks, type_name)
    number, code_number, notation = head.number, head.code_number, head.code_notation
    if own is not None and not loose and number is None and own.number is not None:
        number, code_number, notation = own.number, own.code_number, own.code_notation
    period = _period(head, type_name, opening, issued_on.year if issued_on else None)
    position, name = _signer(closing)
    return DocumentRow(
        doc_id=document.doc_id,
        media_type=document.media_type,
        pages=document.pages,
        text_origin=document.text_origin,
        code_number=code_number,
        code_notation=notation,
        number=number,
        type_name=type_name,
        issued_on=issued_on,
        place=head.place,
        organ_name=organ,
        parent_organ=head.organs.superior,
        subject=head.subject,
        signer_position=position,
        signer_name=name,
        recipients=closing.recipients,
        period_start=period.start if period else None,
        period_end=period.end if period else None,
        period_label=period.label if period else None,
        basis=basis_of(opening, type_name),
        attached_to=attachment.number if loose and attachment is not None else None,
        signed_by=document.signed_by,
        signed_at=document.signed_at,
        warnings=document.warnings,
    )


def _is_own(head: Letterhead, attachment: Attachment) -> bool:
    """Whether an annex line names this document itself as its parent: nothing that both state differs."""
    if head.type_name is not None and attachment.type_name is not None and head.type_name != attachment.type_name:
        return False
    if head.code_notation and attachment.code_notation and head.code_notation != attachment.code_notation:
        return False
    if head.number and attachment.number and head.number != attachment.number:
        return False
    return not (head.issued_on and attachment.issued_on and head.issued_on != attachment.issued_on)


def _opening(blocks: Sequence[Block], head: Letterhead) -> list[str]:
    """The first and last paragraphs of the body: the sentences that say who reports what on which ground."""
    texts: list[str] = []
    for block in blocks[head.end : head.end + 14]:
        if block.kind in ("cell", "footnote") or len(block.text) < 40 or _ADDRESS.match(block.text):
            continue
        texts.append(block.text)
        if len(texts) >= 6:
            break
    return texts


def _period(head: Letterhead, type_name: str | None, opening: Sequence[str], year: int | None) -> Period | None:
    """The period reported on, from the subject, else from the first sentence; plans and decisions report on none."""
    if type_name not in (*_REPORTS, None):
        return None
    reported = opening[0].rpartition("báo cáo")[2] if type_name and opening else None
    for text in (head.subject, reported):
        period = find_period(text, year=year) if text else None
        if period is not None:
            return period
    return None


def _signer(closing: Closing) -> tuple[str | None, str | None]:
    """Position and name; those of several signers joined in order."""
    positions = [position for position, _ in closing.signers if position]
    names = [name for _, name in closing.signers if name]
    return "; ".join(positions) or None, "; ".join(names) or None
