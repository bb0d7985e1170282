"""Text of old byte fonts in PDFs: found by font over the whole document, decoded page by page, glyph for glyph.

Nothing is looked at closely before a page has characters that old encodings show and Vietnamese in Unicode does not; then
all pages are read once for the words of each font, and the decision holds for the document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

import pypdfium2 as pdfium

from extract.read.legacy.choose import Decoding, FontTexts
from extract.read.legacy.evidence import is_suspect, may_be_old
from extract.read.legacy.hyphens import END_OF_LINE
from extract.read.legacy.kept import Decoded
from extract.read.pdf.glyphs import font_names

_LINES = re.compile(r"[^\r\n]*[\r\n]*")


class OldText:
    """The old encodings of one open document. `text_of` gives the characters of a text page."""

    def __init__(self, document: Any, text_of: Callable[[Any], str]) -> None:
        self._document = document
        self._text_of = text_of
        self._decodings: dict[str, Decoding] | None = None
        self.used: dict[str, Decoding] = {}

    def read(self, textpage: Any, text: str) -> str:
        """The text of a page in Unicode, as many characters as before; the same where it is Unicode."""
        if not is_suspect(text):
            return text
        if self._decodings is None:
            if not may_be_old(text):
                return text
            self._decodings = self._look()
        if not self._decodings:
            return text
        parts: list[str] = []
        for font, run in _runs(textpage, text):
            decoding = self._decodings.get(font)
            if decoding is None:
                parts.append(run)
                continue
            self.used[font] = decoding
            parts += [decoding(line, hyphens=True) for line in _LINES.findall(run)]
        return "".join(parts)

    def _look(self) -> dict[str, Decoding]:
        texts = FontTexts()
        for index in range(len(self._document)):
            try:
                page = self._document[index]
                textpage = page.get_textpage()
            except pdfium.PdfiumError:
                continue
            text = self._text_of(textpage.raw)
            if is_suspect(text):
                for font, run in _runs(textpage.raw, text):
                    for line in _LINES.findall(run):
                        texts.add(font, line)
            textpage.close()
            page.close()
        return texts.decodings()


def kept(word: tuple[int, int, str], printed: str) -> Iterator[tuple[int, int, str]]:
    """A word of the page's text (start, end, characters) that remembers what was printed.

    It is cut where a line ends in a letter that PDFium took for a hyphen: no white space follows there.
    """
    start, end, content = word
    at = start
    while at < end:
        cut = printed.find(END_OF_LINE, at, end) + 1 or end
        own, before = content[at - start : cut - start], printed[at:cut]
        yield at, cut, own if own == before else Decoded(own, before)
        at = cut


def _runs(textpage: Any, text: str) -> Iterator[tuple[str, str]]:
    """Stretches of one font; characters without a font (spaces between words, line ends) go with what stands before."""
    fonts: list[str] = []
    for name in font_names(textpage, len(text)):
        fonts.append(name or (fonts[-1] if fonts else ""))
    at = 0
    for font, group in groupby(fonts):
        end = at + sum(1 for _ in group)
        yield font, text[at:end]
        at = end
