"""What a DOCX holds that was not read, one sentence each for the reader of the results."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extract.read.docx.names import W
from extract.read.docx.package import Package
from extract.read.items import Item, Table
from extract.read.legacy.evidence import is_suspect, may_be_old

_PARTS: Final = (
    ("aFChunk", "embedded file(s) (altChunk) not read: open the document in Word, save it and run again"),
    ("subDocument", "subdocument(s) not read: give the files themselves"),
    ("oleObject", "embedded object(s) (such as an Excel sheet) not read"),
    ("package", "embedded workbook(s) or object(s) not read"),
    ("chart", "chart(s) not read"),
    ("diagramData", "SmartArt diagram(s) not read"),
)
_FEW: Final = 200
_SAMPLE: Final = 20_000
_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_BYTE_LETTERS = re.compile("[\u00a1-\u00ff]")


def warnings_of(package: Package, items: list[Item]) -> list[str]:
    """Warnings in a fixed order; empty for an ordinary document."""
    found = [f"{count} {what}" for kind, what in _PARTS if (count := package.count(kind))]
    pictures = package.count("image")
    if pictures and sum(map(len, _texts(items))) < _FEW:
        found.append(f"{pictures} picture(s) and hardly any text: probably a scan, its text is not read")
    if _is_unread(items):
        found.append(
            "text set in an old byte font of an unknown encoding: not converted to Unicode, its words are not readable"
        )
    if next(package.document.iter(W + "del", W + "ins"), None) is not None:
        found.append("tracked changes: read as if all were accepted")
    return found


def holds_old(items: list[Item]) -> bool:
    """Whether some of the text may be in an old encoding, whatever its font is called."""
    text = "\n".join(_texts(items))
    return is_suspect(text) and may_be_old(text)


def _is_unread(items: list[Item]) -> bool:
    """Old fonts put Vietnamese letters at Latin-1 codes; Vietnamese in Unicode cannot do without ơ, ư, đ or dotted vowels."""
    text = "\n".join(_texts(items))[:_SAMPLE]
    return len(_BYTE_LETTERS.findall(text)) > 20 + 5 * len(_VIETNAMESE.findall(text))


def _texts(items: list[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Table):
            yield from (cell.text for cell in item.cells)
        else:
            yield item.text
