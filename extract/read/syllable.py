"""Whether letters could be one written Vietnamese syllable: by their shape alone, nothing looked up.

Onset, nucleus with its glides, coda; tone marks are taken off first, since a syllable has one at most.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

import regex

from patterns.syllables import is_possible

_SYLLABLE = regex.compile(
    r"(?P<onset>ngh?|nh?|ch?|tr|th?|gh|gi|g|kh?|ph?|qu|b|d|đ|h|l|m|r|s|v|x)?"
    r"(?P<nucleus>iêu|yêu|oai|oao|oay|oeo|uai|uây|uôi|uya|uyê|uyu|ươi|ươu|uêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe"
    r"|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ưu|ươ|yê|[aăâeêioôơuưy])"
    r"(?P<coda>ch|nh|ng|c|m|n|p|t)?"
)
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))


@lru_cache(maxsize=8192)
def is_syllable(text: str) -> bool:
    """Whether the letters could be one Vietnamese syllable."""
    decomposed = normalize("NFD", text.lower())
    bare = decomposed.translate(_TONES)
    return len(decomposed) - len(bare) <= 1 and _SYLLABLE.fullmatch(normalize("NFC", bare)) is not None


def is_spelt(text: str) -> bool:
    """Whether the letters are a syllable as the spelling rules want it (`patterns.syllables`): stricter, for telling encodings apart.

    Capitals stand at the beginning, or everywhere.
    """
    return (text[1:].islower() or text.isupper() or len(text) == 1) and is_possible(text)
