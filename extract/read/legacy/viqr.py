"""VIQR (RFC 1456): Vietnamese typed in ASCII, marks behind their letters (`Vie^.t Nam`, `DDie^`u 3`).

`.`, `?` and `'` are also punctuation; typists were to write `\\.` for a full stop behind a vowel and seldom did. So a mark is
a tone only where the syllable can bear it: not a second one, not before a figure, and only where a syllable comes out.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from extract.read.legacy.evidence import reads
from extract.read.legacy.tables import letters

_TONES: Final = "'`?~."
_TYPED = re.compile(
    rf"(?:\\[{_TONES}(^+dD\\]|[A-Za-z]|(?<=[aeoAEO])\^|(?<=[aA])\(|(?<=[ouOU])\+|(?:(?<=[aeiouyAEIOUY])|(?<=[(^+]))[{_TONES}])+"
)
_STRONG = re.compile(r"[aeoAEO]\^|[aA]\(|[ouOU]\+|[dD]{2}")
_ENOUGH: Final = 10
_SHARE: Final = 0.85
_LONGEST: Final = 24


@cache
def _table() -> dict[str, str]:
    return {row["viqr"]: row["letter"] for row in letters()} | {"Dd": "Đ", "dD": "Đ"}


def is_viqr(text: str) -> bool:
    """Whether a text is VIQR: pure ASCII, with many marked words nearly all of which become syllables."""
    if not text.isascii():
        return False
    marked = [found[0] for found in _TYPED.finditer(text) if _STRONG.search(found[0])]
    return len(marked) >= _ENOUGH and sum(_syllable(word) is not None for word in marked) >= _SHARE * len(marked)


def decode_viqr(text: str) -> str:
    """The text in Unicode; words that are no Vietnamese stay as they are typed."""
    return _TYPED.sub(_word, text)


def _word(found: re.Match[str]) -> str:
    typed = found[0]
    following = found.string[found.end() : found.end() + 1]
    return (None if following.isdigit() and typed[-1] in _TONES else _syllable(typed)) or _shorter(typed)


def _shorter(typed: str) -> str:
    """The word without its last mark, which is punctuation then; unescaped where nothing else helps."""
    if typed[-1] in _TONES and len(typed) > 1 and typed[-2] != "\\":
        return (_syllable(typed[:-1]) or _unescaped(typed[:-1])) + typed[-1]
    return _unescaped(typed)


def _syllable(typed: str) -> str | None:
    """The syllable a typed word stands for, escaped punctuation behind it; None where it is none."""
    if len(typed) > _LONGEST:
        return None
    word, escape, rest = typed.partition("\\")
    table = _table()
    parts: list[str] = []
    at = 0
    while at < len(word):
        size = next((size for size in (3, 2) if word[at : at + size] in table), 1)
        part = word[at : at + size]
        parts.append(table.get(part, part))
        at += size
    found = "".join(parts)
    if not found.isalpha() or not reads(found):
        return None
    return found + _unescaped(escape + rest)


def _unescaped(typed: str) -> str:
    return re.sub(r"\\(.)", r"\1", typed)
