"""Text in old byte fonts: runs gathered by font on a first walk, decoded on a second.

Only documents that name such a font, or whose text looks like it, come here.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Final

from lxml import etree

from extract.read.docx.fonts import Fonts
from extract.read.docx.names import W
from extract.read.docx.styles import ParagraphStyle
from extract.read.legacy.choose import Decoding, FontTexts
from extract.read.legacy.decode import upper
from extract.read.legacy.fonts import hint_of
from extract.read.legacy.kept import Decoded

SOFT_HYPHEN: Final = "\xad"  # TCVN3's ư: Word and LibreOffice store it as an element of its own
_SYMBOLS: Final = range(0xF020, 0xF100)

#: A piece of text, whether it is bold, the font it is set in, and whether it is printed in capitals.
Set = tuple[str, bool, str, bool]


class OldFonts:
    """What one walk does with the pieces of a paragraph: take their words down, or decode them."""

    def __init__(self, fonts: Fonts, texts: FontTexts | None, decodings: Mapping[str, Decoding]) -> None:
        self._fonts = fonts
        self._texts = texts
        self._decodings = decodings

    def font_of(self, rpr: etree._Element | None, style: ParagraphStyle) -> str:
        """The font of a run."""
        return self._fonts.of(rpr, style)

    def read(self, pieces: list[Set]) -> list[tuple[str, bool]]:
        """Pieces of one paragraph as they are read. Neighbours of one font are read at once: a letter may be cut."""
        found: list[tuple[str, bool]] = []
        for (font, caps), group in groupby(pieces, key=lambda piece: piece[2:]):
            parts = list(group)
            whole = "".join(part[0] for part in parts)
            if self._texts is not None:
                self._texts.add(font, whole)
            decoding = self._decodings.get(font)
            read = whole if decoding is None else decoding(whole)
            read = upper(read) if caps else read
            at = 0
            for text, bold, *_ in parts:
                own = read[at : at + len(text)]
                found.append((own if own == text or decoding is None else Decoded(own, text), bold))
                at += len(text)
        return found

    def label(self, text: str, rpr: etree._Element | None) -> str:
        """The text around an automatic number."""
        font = self._fonts.named(rpr) or ""
        return self.read([(text, False, font, False)])[0][0]

    @staticmethod
    def symbol(element: etree._Element) -> tuple[str, str] | None:
        """A `w:sym` that is a letter of an old font, and the font; None for any other."""
        font = element.get(W + "font") or ""
        try:
            code = int(element.get(W + "char") or "", 16)
        except ValueError:
            return None
        return (chr(code), font) if code in _SYMBOLS and hint_of(font).encoding is not None else None
