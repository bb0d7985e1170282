"""Bytes of an old font that a converter took for another code page than Windows-1252, or for pictures.

RTF and Word files say a character set with each font; where it is not that of the West, LibreOffice gives what the other code
page has for the byte (D5 is Ő in Central Europe, Ơ in Vietnam, Х in Cyrillic), for a symbol font F000 + byte, spaces too.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from extract.read.legacy.tables import WINDOWS

#: Code pages of Windows by the character sets that such files name: 163, 238, 204, 162, 186.
PAGES: Final = ("cp1258", "cp1250", "cp1251", "cp1254", "cp1257")
_SYMBOLS: Final = {0xF000 + code: chr(code) for code in range(0x20, 0x100)}
_SYMBOL = re.compile("[\uf020-\uf0ff]")


def unfolded(text: str) -> str:
    """Text of a symbol font by the bytes of its characters."""
    return text.translate(_SYMBOLS) if _SYMBOL.search(text) else text


def as_western(text: str, page: str | None) -> str:
    """What Windows-1252 shows for the bytes for which this code page shows the text."""
    return text if page is None else text.translate(_table(page))


@cache
def _table(page: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for code in range(0x80, 0x100):
        shown = bytes((code,)).decode(page, "ignore")
        western = WINDOWS.get(code, chr(code))
        if shown and shown != western:
            found[ord(shown)] = western
    return found
