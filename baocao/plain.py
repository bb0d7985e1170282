"""The citation grammar on a plain text, without a reader: the text is cut into paragraphs where one certainly ends."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from extract.document import Block, Document
from extract.facts import Citation, DocumentRow
from extract.find.citations import find_citations
from extract.ids import document_id
from extract.relate.antecedents import link_antecedents

#: An empty line, the end of a sentence, or a line that begins a list item or a numbered heading. Any other line break
#: may stand inside a paragraph, even inside a number, and stays.
_PARAGRAPH_END = re.compile(
    r"\n\s*\n|(?<=[.;:!?…])[ \t]*\n|\n(?=[ \t]*(?:[-–+•*]|\d{1,2}(?:\.\d{1,2})*[.)]|[IVX]+\.|[a-zđ]\))\s)"
)


def document_in(text: str) -> tuple[Document, dict[str, int]]:
    """A plain text (NFC) as a document, and where each of its blocks begins in the text."""
    breaks = [match.span() for match in _PARAGRAPH_END.finditer(text)]
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text)]
    blocks, offsets = [], {}
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        path = f"p[{number}]"
        offsets[path] = start
        blocks.append(Block(path=path, kind="paragraph", text=text[start:end]))
    document = Document(doc_id=document_id(text.encode()), media_type="text/plain", blocks=tuple(blocks))
    return document, offsets


def find_in_text(text: str) -> list[Citation]:
    """The citations of a plain text; positions count in the whole (NFC) text, `block` is None."""
    document, offsets = document_in(unicodedata.normalize("NFC", text))
    found = link_antecedents(find_citations(document, DocumentRow(doc_id=document.doc_id)))
    return sorted(
        (_moved(citation, offsets) for citation in found), key=lambda c: (c.char_start or 0, -(c.char_end or 0))
    )


def _moved(citation: Citation, offsets: dict[str, int]) -> Citation:
    """The same citation with positions in the whole text."""
    offset = offsets[citation.block or ""]
    start, end = citation.char_start or 0, citation.char_end or 0
    return replace(citation, block=None, in_table=None, char_start=start + offset, char_end=end + offset)
