"""Bytes of a DOCX → items in document order. python-docx opens the package; the walk over its XML is ours.

What python-docx itself would lose or double (automatic numbers, insertions, content controls, text boxes, nested tables; merged
cells) is the reason for the walk.
"""

from __future__ import annotations

from extract.read.docx.letterhead import has_letterhead
from extract.read.docx.package import Package, body_of, first_header
from extract.read.docx.walk import Walk
from extract.read.docx.warn import warnings_of
from extract.read.errors import TooLarge
from extract.read.items import Item

__all__ = ["read_docx"]


def read_docx(data: bytes) -> tuple[list[Item], list[str]]:
    """Items of a DOCX in reading order, and warnings about what was not read.

    Raises Encrypted, Damaged, TooLarge or Unsupported, each with a message that says what to do.
    """
    package = Package(data)
    try:
        items = _items(package)
    except RecursionError as error:
        raise TooLarge("The document is nested too deeply (tables in tables); it is no ordinary document.") from error
    return items, warnings_of(package, items)


def _items(package: Package) -> list[Item]:
    body = body_of(package.document)
    walk = Walk(package)
    items = walk.items(body)
    if walk.unclosed:
        walk = Walk(package, lenient=True)
        items = walk.items(body)
    if not has_letterhead(items):
        header = first_header(package)
        above = [] if header is None else walk.items(header)
        if has_letterhead(above):
            items = above + items
    return items
