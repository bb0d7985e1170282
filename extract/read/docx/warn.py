"""What a DOCX holds that was not read, one sentence each for the reader of the results."""

from __future__ import annotations

from typing import Final

from extract.read.docx.names import W
from extract.read.docx.package import Package
from extract.read.items import Item, Table

_PARTS: Final = (
    ("aFChunk", "embedded file(s) (altChunk) not read: open the document in Word, save it and run again"),
    ("subDocument", "subdocument(s) not read: give the files themselves"),
    ("oleObject", "embedded object(s) (such as an Excel sheet) not read"),
    ("package", "embedded workbook(s) or object(s) not read"),
    ("chart", "chart(s) not read"),
    ("diagramData", "SmartArt diagram(s) not read"),
)
_FEW: Final = 200


def warnings_of(package: Package, items: list[Item]) -> list[str]:
    """Warnings in a fixed order; empty for an ordinary document."""
    found = [f"{count} {what}" for kind, what in _PARTS if (count := package.count(kind))]
    pictures = package.count("image")
    if pictures and _letters(items) < _FEW:
        found.append(f"{pictures} picture(s) and hardly any text: probably a scan, its text is not read")
    if next(package.document.iter(W + "del", W + "ins"), None) is not None:
        found.append("tracked changes: read as if all were accepted")
    return found


def _letters(items: list[Item]) -> int:
    return sum(
        sum(len(cell.text) for cell in item.cells) if isinstance(item, Table) else len(item.text) for item in items
    )
