"""Whether letters could be one written Vietnamese syllable: by their shape alone, nothing looked up.

Onset, nucleus with its glides, coda; tone marks are taken off first, since a syllable has one at most.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

import regex

_SYLLABLE = regex.compile(
    r"(?P<onset>ngh?|nh?|ch?|tr|th?|gh|gi|g|kh?|ph?|qu|b|d|đ|h|l|m|r|s|v|x)?"
    r"(?P<nucleus>iêu|yêu|oai|oao|oay|oeo|uai|uây|uôi|uya|uyê|uyu|ươi|ươu|uêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe"
    r"|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ưu|ươ|yê|[aăâeêioôơuưy])"
    r"(?P<coda>ch|nh|ng|c|m|n|p|t)?"
)
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_STOPS = frozenset({"c", "ch", "p", "t"})
_NEEDS_CODA = frozenset({"ă", "â", "oă", "uâ", "iê", "yê", "uyê", "uô", "ươ"})
_BEARS_NO_CODA = frozenset(
    [
        "iêu",
        "yêu",
        "oai",
        "oao",
        "oay",
        "oeo",
        "uai",
        "uây",
        "uôi",
        "uya",
        "uyu",
        "ươi",
        "ươu",
        "uêu",
        "ai",
        "ao",
        "au",
        "ay",
        "âu",
        "ây",
        "eo",
        "êu",
        "ia",
        "iu",
        "oi",
        "ôi",
        "ơi",
        "ua",
        "ui",
        "uơ",
        "ưa",
        "ưi",
        "ưu",
    ]
)
_FRONT = frozenset("eêiy")
_NOT_BEFORE_FRONT = frozenset({"c", "ng", "g"})
_ONLY_BEFORE_FRONT = frozenset({"k", "gh", "ngh"})


@lru_cache(maxsize=8192)
def is_syllable(text: str) -> bool:
    """Whether the letters could be one Vietnamese syllable."""
    decomposed = normalize("NFD", text.lower())
    bare = decomposed.translate(_TONES)
    return len(decomposed) - len(bare) <= 1 and _SYLLABLE.fullmatch(normalize("NFC", bare)) is not None


@lru_cache(maxsize=8192)
def is_spelt(text: str) -> bool:
    """Whether the letters are a syllable as the spelling rules want it: stricter, for telling encodings apart.

    A stop at the end bears sắc or nặng; some vowels need a consonant behind them, some bear none; c, g, ng and k, gh, ngh share out the
    vowels; and capitals stand at the beginning, or everywhere.
    """
    if not (text[1:].islower() or text.isupper() or len(text) == 1):
        return False
    decomposed = normalize("NFD", text.lower())
    bare = decomposed.translate(_TONES)
    if len(decomposed) - len(bare) > 1:
        return False
    found = _SYLLABLE.fullmatch(normalize("NFC", bare))
    if found is None:
        return False
    onset, nucleus, coda = found["onset"], found["nucleus"], found["coda"]
    if coda in _STOPS and "\u0301" not in decomposed and "\u0323" not in decomposed:
        return False
    if nucleus in (_NEEDS_CODA if coda is None else _BEARS_NO_CODA):
        return False
    front = nucleus[0] in _FRONT
    # `gì` and `gìn` are written with one i.
    return not (
        (front and onset in _NOT_BEFORE_FRONT and not (onset == "g" and nucleus[0] == "i"))
        or (not front and onset in _ONLY_BEFORE_FRONT)
    )
