"""Plain texts in an old encoding, told by their words alone: there is no font to name one."""

from __future__ import annotations

import re
from typing import Final

from extract.read.legacy.choose import Decoding
from extract.read.legacy.decode import composed, decode
from extract.read.legacy.evidence import encoding_of, is_suspect, is_unicode, tally, words_of
from extract.read.legacy.kept import Decoded
from extract.read.legacy.tables import WINDOWS, Encoding
from extract.read.legacy.viqr import decode_viqr, is_viqr

_LINE = re.compile(r"\r\n?|\n")
_SAMPLE: Final = 200_000
#: Bytes below 20 that are letters of TCVN 5712, VISCII or VPS; what else is there is no text.
CONTROLS: Final = frozenset(range(0x01, 0x20)) - {0x07, 0x08, 0x0E, 0x0F, 0x1A, 0x1B, 0x1F}


def old_lines(text: str) -> tuple[list[str], str | None]:
    """Lines of a text that is Unicode as far as its bytes go, and the old encoding it is really in, None mostly."""
    if is_suspect(text):
        encoding = encoding_of(words_of(text[:_SAMPLE]))
        if encoding is not None:
            read = Decoding(encoding, least=2 if is_unicode(text) else 0)
            return [_kept(read(line), line) for line in _LINE.split(text)], encoding
    elif is_viqr(text[:_SAMPLE]):
        return [_kept(decode_viqr(line), line) for line in _LINE.split(text)], "VIQR"
    return text.splitlines(), None


def lines_of_bytes(data: bytes) -> tuple[list[str], str] | None:
    """Lines of a text that is not UTF-8, and its encoding; None where no old encoding makes sense of it.

    In 80–9F TCVN 5712 has capitals; those who used the later TCVN3 had Windows' quotation marks there.
    """
    as_bytes = data.decode("latin-1")
    shown = as_bytes.translate(WINDOWS)
    best: tuple[int, Encoding, str] | None = None
    for text in (shown, as_bytes):
        words = words_of(text[:_SAMPLE])
        encoding = encoding_of(words)
        if encoding is not None:
            rescued = tally(words, encoding).rescued
            if best is None or rescued > best[0]:
                best = rescued, encoding, text
    if best is None:
        return None
    _, encoding, text = best
    return [_kept(composed(decode(line, encoding)), line) for line in _LINE.split(text)], encoding


def _kept(read: str, line: str) -> str:
    return line if read == line else Decoded(read, line)
