"""Document ⇄ rows of `blocks`, without loss: facts can be found again from the table, without reading the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from extract.document import Block, Document
from extract.facts import BlockRow, DocumentRow

_SAME = tuple(field.name for field in fields(Block) if field.name not in ("path", "box"))


def block_rows(document: Document) -> list[BlockRow]:
    """The rows of `blocks`, in reading order."""
    return [
        BlockRow(
            doc_id=document.doc_id,
            position=position,
            block=block.path,
            page=block.page,
            boxes=block.boxes(),
            **{name: getattr(block, name) for name in _SAME},
        )
        for position, block in enumerate(document.blocks)
    ]


def document_from(header: DocumentRow, rows: Iterable[BlockRow]) -> Document:
    """The document whose `documents` row and `blocks` rows these are."""
    known: dict[str, Any] = {
        "doc_id": header.doc_id,
        "media_type": header.media_type,
        "pages": header.pages,
        "text_origin": header.text_origin,
        "warnings": header.warnings,
        "signed_by": header.signed_by,
        "signed_at": header.signed_at,
    }
    blocks = (
        Block(
            path=row.block,
            box=row.boxes[0] if row.boxes and not row.words else None,
            **{name: getattr(row, name) for name in _SAME},
        )
        for row in rows
    )
    return Document(blocks=tuple(blocks), **known)
