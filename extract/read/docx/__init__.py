"""Bytes of a DOCX → items in document order. python-docx opens the package; the walk over its XML is ours.

What python-docx itself would lose or double (automatic numbers, insertions, content controls, text boxes, nested tables; merged
cells) is the reason for the walk.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extract.document import TextOrigin
from extract.read.docx.fonts import names_old_font
from extract.read.docx.letterhead import has_letterhead
from extract.read.docx.package import Package, body_of, first_header, text_of
from extract.read.docx.walk import Walk
from extract.read.docx.warn import holds_old, warnings_of
from extract.read.errors import TooLarge
from extract.read.items import Item
from extract.read.legacy.choose import Decoding, FontTexts, summary
from extract.read.legacy.evidence import is_usual

__all__ = ["DocxReading", "docx_reading", "read_docx"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocxReading:
    """What came out of a DOCX."""

    items: list[Item]
    warnings: list[str]
    text_origin: TextOrigin = "digital"


def read_docx(data: bytes) -> tuple[list[Item], list[str]]:
    """Items of a DOCX in reading order, and warnings about what was not read; raises as `docx_reading` does."""
    found = docx_reading(data)
    return found.items, found.warnings


def docx_reading(data: bytes) -> DocxReading:
    """Items of a DOCX in reading order, and what is to be known about them.

    Raises Encrypted, Damaged, TooLarge or Unsupported, each with a message that says what to do.
    """
    package = Package(data)
    decodings: Mapping[str, Decoding] = {}
    try:
        # The content decides: what names an old font, or looks like it, is walked over by font, and again where it is one.
        named = names_old_font(package) and not is_usual(text_of(package.document))
        items = [] if named else _items(package)
        if named or holds_old(items):
            texts = FontTexts()
            items = _items(package, texts=texts)
            decodings = texts.decodings()
            items = _items(package, decodings=decodings) if decodings else items
    except RecursionError as error:
        raise TooLarge("The document is nested too deeply (tables in tables); it is no ordinary document.") from error
    warnings = warnings_of(package, items)
    decoded = summary(decodings)
    if decoded is None:
        return DocxReading(items=items, warnings=warnings)
    return DocxReading(items=items, warnings=[decoded, *warnings], text_origin="legacy_font")


def _items(
    package: Package, *, texts: FontTexts | None = None, decodings: Mapping[str, Decoding] | None = None
) -> list[Item]:
    body = body_of(package.document)
    walk = Walk(package, texts=texts, decodings=decodings)
    items = walk.items(body)
    if walk.unclosed:
        walk = Walk(package, lenient=True, texts=texts, decodings=decodings)
        items = walk.items(body)
    if not has_letterhead(items):
        header = first_header(package)
        above = [] if header is None else walk.items(header)
        if has_letterhead(above):
            items = above + items
    return items
