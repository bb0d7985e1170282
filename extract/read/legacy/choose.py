"""Which encoding each font of a document holds: first its texts are gathered by font, then all are decided at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from extract.read.legacy.decode import decode, upper
from extract.read.legacy.evidence import encoding_of, is_better_left, is_unicode, page_of, words_of
from extract.read.legacy.fonts import bare, has_pictures, hint_of
from extract.read.legacy.hyphens import horned
from extract.read.legacy.pages import as_western, unfolded
from extract.read.legacy.tables import Encoding


@dataclass(frozen=True, slots=True)
class Decoding:
    """How the text of one font is read.

    `page` is the code page that shows its bytes; `least`, where the font has Unicode too, how many words of a run must become
    Vietnamese for the run to be read so (`5 µm` is no `5 àm`).
    """

    encoding: Encoding
    capitals: bool = False
    page: str | None = None
    least: int = 0

    def __call__(self, text: str, *, hyphens: bool = False) -> str:
        """A run of the font in Unicode, as many characters as before; as it is where it is Unicode already.

        `hyphens`: whether the format shows a hyphen for the soft one, which is a letter of TCVN3.
        """
        if is_better_left(unfolded(text), self.encoding, self.page, least=self.least):
            return text
        read = decode(as_western(unfolded(text), self.page), self.encoding)
        if hyphens and self.encoding == "TCVN3":
            read = horned(read)
        return upper(read) if self.capitals else read


@dataclass(slots=True)
class FontTexts:
    """The texts of a document by font.

    Runs with letters that only Unicode shows, or another code page, are kept apart: they say nothing about the others.
    """

    words: dict[str, Counter[str]] = field(default_factory=dict)
    unicode: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, font: str, text: str) -> None:
        """Take a run of text set in a font; its name is "" where it is not known."""
        if has_pictures(font):
            return
        words = self.words.setdefault(font, Counter())
        if text.isascii():
            return
        if is_unicode(text):
            words = self.unicode.setdefault(font, Counter())
        words.update(words_of(unfolded(text) if hint_of(font).encoding else text))

    def decodings(self) -> dict[str, Decoding]:
        """How to read each font whose text is in an old encoding; nothing for the others.

        A font too rarely used to tell, without a word of Unicode in it, is read as its namesakes of the document are.
        """
        found: dict[str, Decoding] = {}
        for font in self.words:
            decoding = self._decoding(font)
            if decoding is not None:
                found[font] = decoding
        known = {decoding.encoding for decoding in found.values()}
        for font in self.words.keys() - found.keys() - self.unicode.keys():
            hint = hint_of(font)
            if hint.encoding is not None and hint.encoding in known:
                found[font] = Decoding(hint.encoding, hint.capitals)
        return found

    def _decoding(self, font: str) -> Decoding | None:
        words, unicode = self.words[font], self.unicode.get(font, Counter())
        hint = hint_of(font)
        if hint.encoding is not None:
            page = page_of(words + unicode, hint.encoding)
            if page is not None:
                return Decoding(hint.encoding, hint.capitals, page)
        encoding = encoding_of(words, hint.encoding, mixed=bool(unicode)) if words else None
        if encoding is None:
            return None
        named = encoding == hint.encoding
        return Decoding(encoding, hint.capitals and named, least=0 if not unicode else 1 if named else 2)


def summary(decodings: Mapping[str, Decoding]) -> str | None:
    """The warning about what was decoded; None where nothing was."""
    fonts: dict[str, set[str]] = {}
    for font, decoding in decodings.items():
        fonts.setdefault(decoding.encoding, set()).add(bare(font))
    return old_encoding({encoding: named - {""} for encoding, named in fonts.items()}) if fonts else None


def old_encoding(fonts: Mapping[str, Iterable[str]]) -> str:
    """The warning about text that was decoded: encodings, and the fonts that had them."""
    parts = (f"{name} ({', '.join(sorted(fonts[name]))})" if fonts[name] else name for name in sorted(fonts))
    return f"text in an old encoding, read as Unicode: {', '.join(parts)}"
