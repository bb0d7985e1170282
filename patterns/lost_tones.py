"""Tones that text recognition loses over â, ê and ô (`kiêm tra` for `kiểm tra`), found by the words beside them.

A word is mended where it is known beside neither of its neighbours, and one word that differs by such a tone alone is known beside
one of them (`word_pairs.csv`, made by `corpus.word_pairs` from what this project wrote). In: a text from OCR.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from unicodedata import normalize

from patterns.words import rows

_WORD = re.compile(r"[^\W\d_]+")
_TONES = "\u0301\u0300\u0309\u0303\u0323"
_ACUTE, _HOOK = "\u0301", "\u0309"
_CIRCUMFLEX = "âêô"


def lost_tones(text: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of each word to mend, and the word in its letter case. Words in capitals stay."""
    found = [(word.start(), word.end(), word[0].lower()) for word in _WORD.finditer(text)]
    words = [word for _, _, word in found]
    for number, (start, end, word) in enumerate(found):
        written = text[start:end]
        if len(word) < 2 or not is_fragile(word) or written.isupper():
            continue
        before = words[number - 1] if number and text[found[number - 1][1] : start] == " " else ""
        after = words[number + 1] if number + 1 < len(found) and text[end : found[number + 1][0]] == " " else ""
        if (mended := _mended(word, before, after)) is not None:
            words[number] = mended
            yield start, end, mended[0].upper() + mended[1:] if written[0].isupper() else mended


def is_fragile(word: str) -> bool:
    """Whether a word has a vowel whose tone stands over a circumflex."""
    return any(sign in _CIRCUMFLEX for sign in _toneless(word)[1])


def _mended(word: str, before: str, after: str) -> str | None:
    pairs = _pairs()
    if (before, word) in pairs or (word, after) in pairs:
        return None
    tone, letters = _toneless(word)
    likely = [other for other in _words().get(letters, ()) if _could_be(tone, _toneless(other)[0])]
    beside = [other for other in likely if (before, other) in pairs or (other, after) in pairs]
    both = [other for other in beside if (before, other) in pairs and (other, after) in pairs]
    chosen = both if len(both) == 1 else beside
    return chosen[0] if len(chosen) == 1 else None


def _could_be(read: str, printed: str) -> bool:
    """A tone is lost altogether, or a hook taken for an acute."""
    return bool(printed) and (not read or (read, printed) == (_ACUTE, _HOOK))


@lru_cache(maxsize=8192)
def _toneless(word: str) -> tuple[str, str]:
    """The tone of a word and its letters without it."""
    decomposed = normalize("NFD", word)
    tone = next((sign for sign in decomposed if sign in _TONES), "")
    return tone, normalize("NFC", "".join(sign for sign in decomposed if sign not in _TONES))


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    return frozenset((row["first"], row["second"]) for row in rows("word_pairs"))


@cache
def _words() -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for pair in _pairs():
        for word in pair:
            if is_fragile(word):
                found.setdefault(_toneless(word)[1], set()).add(word)
    return {letters: tuple(sorted(words)) for letters, words in found.items()}
