"""Text in an old encoding → the same text in Unicode, character for character.

The result is as long as what came in, so that places of characters stay right: VNI writes a vowel and its mark as two
characters, and so does the result (`aù` → a, combining acute); NFC is for the caller, at the end.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final
from unicodedata import normalize

from extract.read.legacy.tables import TWINS, Encoding, pairs, singles

# A minus between figures is one; beside a letter it is a letter.
_BYTE_LETTER: Final = "[A-Za-z\xa1-\xff]"
_TWIN = re.compile(f"[{''.join(TWINS)}](?={_BYTE_LETTER})|(?<={_BYTE_LETTER})[{''.join(TWINS)}]")
_WORD = re.compile(r"[^\W\d_]+")
_INNER_CAPITAL = re.compile(r"(?<=[^\W\d_])[A-ZĂÂĐÊÔƠƯ]")
_TONES: Final = dict(zip("ùøûõïÙØÛÕÏ", "\u0301\u0300\u0309\u0303\u0323" * 2, strict=True))
_SYMBOLS: Final = {0xF000 + code: chr(code) for code in range(0x20, 0x100)}


def decode(text: str, encoding: Encoding) -> str:
    """`text` in Unicode, as many characters as before."""
    text = _TWIN.sub(lambda found: TWINS[found[0]], text)
    if encoding == "VNI":
        return _vni(text)
    decoded = text.translate(singles(encoding))
    return _one_case(text, decoded) if encoding == "TCVN3" else decoded


def composed(text: str) -> str:
    """The text in NFC, where places no longer matter."""
    return normalize("NFC", text)


def upper(text: str) -> str:
    """Capitals, but no more characters than before (`ß` has no capital of one character)."""
    raised = text.upper()
    return raised if len(raised) == len(text) else "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


@cache
def _pair() -> re.Pattern[str]:
    """A vowel and its mark; some type the tone behind it (`vieâïc`)."""
    bases = "".join(sorted({code[0] for code in pairs()}))
    marks = "".join(sorted({code[1] for code in pairs()}))
    return re.compile(f"([{bases}])([{marks}])(?:(?<=[âêÂÊ])([{''.join(_TONES)}]))?")


def _vni(text: str) -> str:
    table, letters = pairs(), singles("VNI")
    text = text.translate(_SYMBOLS)
    parts: list[str] = []
    at = 0
    for found in _pair().finditer(text):
        base, mark, tone = found.groups()
        known = table.get(base + (mark.upper() if base.isupper() else mark.lower()))
        parts.append(text[at : found.start()].translate(letters))
        if known is None:
            parts.append(found[0].translate(letters))
        else:
            parts.append(known + (_TONES[tone] if tone else ""))
        at = found.end()
    parts.append(text[at:].translate(letters))
    return "".join(parts)


def _one_case(text: str, decoded: str) -> str:
    """TCVN3 has no capitals with tones: who typed `QUYÕT` without a font of capitals wrote QUYẾT all the same.

    A word is raised where its small letters are all of the encoding and a capital follows on its first letter, and so
    is a capital with one small letter beside such a word (`Bé TµI`).
    """
    if _INNER_CAPITAL.search(decoded) is None:
        return decoded
    words = list(_WORD.finditer(decoded))
    raised: list[bool] = []
    single: list[bool] = []
    for word in words:
        small = [at for at in range(*word.span()) if decoded[at].islower()]
        own = bool(small) and all(text[at] != decoded[at] for at in small)
        raised.append(own and not word[0][1:].islower() and len(word[0]) > 1)
        single.append(own and word[0][:1].isupper())
    if not any(raised):
        return decoded
    parts = list(decoded)
    for number, word in enumerate(words):
        beside = raised[max(number - 1, 0) : number + 2]
        if raised[number] or (single[number] and any(beside)):
            parts[word.start() : word.end()] = upper(word[0])
    return "".join(parts)
