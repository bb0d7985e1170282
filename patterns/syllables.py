"""Which words can be Vietnamese syllables: onset + rime + tone, as they are spelt.

`onsets.csv` names the onsets and the letters they are written before (k, gh, ngh only before e, ê, i, y); `rimes.csv` the rimes;
a rime that ends in c, ch, p or t bears no tone but sắc or nặng. What this grammar does not allow no Vietnamese
text holds, but for names, foreign words and abbreviations: a text with many such words is garbled.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

import regex

from patterns.words import rows

_TONES = {"\u0301": "sắc", "\u0300": "huyền", "\u0309": "hỏi", "\u0303": "ngã", "\u0323": "nặng"}
_OF_STOPPED = {"sắc", "nặng"}
_ONSETS = {row["onset"]: frozenset(row["before"].split()) for row in rows("onsets")}
_RIMES = {row["rime"]: row["stopped"] == "yes" for row in rows("rimes")}
#: Between white space: a word may carry brackets, quotes and stops.
_EDGES = "()[]{}<>«»\"'“”‘’.,;:!?…-–—/*+•●"
#: A word of a language written without marks.
_FOREIGN = regex.compile(r"(?=.*[aeiouyAEIOUY])[A-Za-z'’,\ufffe-]+")
_NO_WORD = regex.compile(r"[\d@_/\\.=&+]|https?:|www")


@lru_cache(maxsize=16384)
def is_possible(word: str) -> bool:
    """Whether a word of letters can be one syllable."""
    letters: list[str] = []
    tones: list[str] = []
    for sign in normalize("NFD", word.lower()):
        if sign in _TONES:
            tones.append(_TONES[sign])
        else:
            letters.append(sign)
    if len(tones) > 1:
        return False
    bare = normalize("NFC", "".join(letters))
    tone = tones[0] if tones else None
    return any(_fits(bare, length, tone) for length in range(min(3, len(bare) - 1) + 1))


def _fits(bare: str, length: int, tone: str | None) -> bool:
    onset, rime = bare[:length], bare[length:]
    if onset and (onset not in _ONSETS or rime[:1] not in _ONSETS[onset]):
        return False
    if onset == "qu":  # the u is written once: quyên is qu + uyên
        return any(_sounds(other, tone) for other in (rime, "u" + rime, "o" + rime))
    if onset == "gi":  # giêng is gi + iêng
        return _sounds(rime, tone) or _sounds("i" + rime, tone)
    if rime.startswith("y") and onset and rime not in ("y", "yt"):
        return False
    return _sounds(rime, tone)


def _sounds(rime: str, tone: str | None) -> bool:
    stopped = _RIMES.get(rime)
    return stopped is not None and (not stopped or tone in _OF_STOPPED)


class Spelling(NamedTuple):
    """Of how many words of a text how many can be no Vietnamese syllable, and how many of these look like another language."""

    words: int
    impossible: int
    foreign: int


def spelling_of(texts: Iterable[str]) -> Spelling:
    """Look at the words of a text as they stand between white space; abbreviations, numbers and symbols do not count."""
    words = impossible = foreign = 0
    for text in texts:
        word = text.strip(_EDGES)
        if len(word) < 2 or _NO_WORD.search(word) or (word.isupper() and len(word) < 9 and word.isascii()):
            continue
        words += 1
        if not all(is_possible(part) for part in word.split("-") if part):
            impossible += 1
            foreign += _FOREIGN.fullmatch(word) is not None
    return Spelling(words, impossible, foreign)
