"""Small helpers for the citation tests: a text or a few blocks in, citations out."""

from __future__ import annotations

from extract.document import Block, Document
from extract.facts import Citation, DocumentRow
from extract.find.citations import find_citations
from extract.relate.antecedents import link_antecedents


def document(*blocks: Block | str) -> Document:
    """A document of these blocks; a string is a paragraph, one that begins with `- ` a list item."""
    made = []
    for number, block in enumerate(blocks, start=1):
        if isinstance(block, str):
            kind = "list_item" if block.startswith("- ") else "paragraph"
            block = Block(path=f"p[{number}]", kind=kind, text=block)  # type: ignore[arg-type]
        made.append(block)
    return Document(doc_id="d" * 64, media_type="text/plain", blocks=tuple(made))


def found(*blocks: Block | str, header: DocumentRow | None = None) -> list[Citation]:
    """Citations of a document of these blocks, antecedents linked; grounding is checked on the way."""
    made = document(*blocks)
    texts = {block.path: block.text for block in made.blocks}
    citations = link_antecedents(find_citations(made, header or DocumentRow(doc_id=made.doc_id)))
    for citation in citations:
        assert texts[citation.block or ""][citation.char_start : citation.char_end] == citation.surface
    return citations
