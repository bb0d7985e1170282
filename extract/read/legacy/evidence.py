"""Does a text read as Vietnamese, as it stands and as each old encoding would have it? Counted in possible syllables.

Only words with a character beyond ASCII say anything. What is a sign in Unicode (`®`, `µ`, U+00AD) is a letter in an old
encoding, so a word is whatever stands between white space, digits and ASCII punctuation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from extract.read.legacy.decode import composed, decode
from extract.read.legacy.pages import PAGES, as_western
from extract.read.legacy.tables import ENCODINGS, Encoding
from extract.read.syllable import is_spelt

_WORD = re.compile(r"[^ \t-\r!-@\[-`{-\x7f\xa0\u2028\u2029\ufffe]+")
_QUOTES: Final = "“”‘’‚„–—…•"
_CONSONANTS = re.compile("[B-DF-HJ-NP-TV-XZĐ]{2,}")
#: Letters that no old encoding shows: whoever typed them typed Unicode.
_UNICODE = re.compile("[ăĂđĐơƠưƯ\u1ea0-\u1ef9]")
#: Those of them that no code page shows.
_TONED = re.compile("[\u1ea0-\u1ef9]")
#: Letters and signs that Vietnamese in Unicode hardly ever has, and every old encoding at once.
_SUSPECT = re.compile("[\x80-\x9f¡-¦¨©ª¬\xad®¯¸¹»-¿ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñö÷øûüþÿ\uf0a1-\uf0ff\u2212\u2219]")
_UNUSUAL = re.compile(
    "[^\x00-\x7f\xa0ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u0300-\u0323§°±²³·×\u2010-\u2033\u2190-\u2211\u2213-\u27ff]"
)
_FEW: Final = 3
_ENOUGH: Final = 12
_KINDS: Final = 6
_LONGEST: Final = 24  # a syllable has seven letters, twice as many characters in VNI


class Tally(NamedTuple):
    """Words that are no syllables as they stand, how many of them become some; words that are, how many cease to be.

    `kinds` are the different words among the rescued.
    """

    impossible: int
    rescued: int
    possible: int
    lost: int
    kinds: int


def is_usual(text: str) -> bool:
    """Whether a text has nothing but what Vietnamese in Unicode has anyway: then nothing in it is old, whatever its font."""
    return _UNUSUAL.search(text) is None


def is_suspect(text: str) -> bool:
    """Whether a text has what old encodings show for their letters; quick, and no more than a reason to look closely."""
    return len(set(_SUSPECT.findall(text))) >= _FEW


def may_be_old(text: str) -> bool:
    """Whether some of a suspect text reads as Vietnamese in some old encoding: foreign names and formulas do not."""
    words = words_of(text)
    found = (tally(words, encoding) for encoding in ENCODINGS)
    return any(one.rescued >= _FEW and one.rescued >= 0.3 * one.impossible for one in found)


def is_unicode(text: str) -> bool:
    """Whether a text has letters that only Unicode shows."""
    return _UNICODE.search(text) is not None


def words_of(text: str) -> Counter[str]:
    """The words that say something about the encoding, counted."""
    return Counter(bare for word in _WORD.findall(text) if not word.isascii() and (bare := word.strip(_QUOTES)))


def tally(words: Mapping[str, int], encoding: Encoding, page: str | None = None) -> Tally:
    """What reading the words in this encoding would do to them, their bytes shown by this code page."""
    impossible = rescued = possible = lost = kinds = 0
    for word, count in words.items():
        before, after = _effect(word, encoding, page) if len(word) <= _LONGEST else (False, False)
        if after is None:
            continue
        if before:
            possible += count
            lost += 0 if after else count
        else:
            impossible += count
            rescued += count if after else 0
            kinds += after
    return Tally(impossible, rescued, possible, lost, kinds)


@lru_cache(maxsize=16_384)
def _effect(word: str, encoding: Encoding, page: str | None) -> tuple[bool, bool | None]:
    """Whether a word reads as Vietnamese as it stands, and when decoded; None for one sign (`Ø`), which any letter is."""
    decoded = composed(decode(as_western(word, page), encoding)).strip(_QUOTES)
    return reads(word), None if len(decoded) < 2 else reads(decoded)


def encoding_of(words: Mapping[str, int], hint: Encoding | None = None, *, mixed: bool = False) -> Encoding | None:
    """The encoding of the words; None where they are Unicode, or nothing is certain.

    `hint` is what their font is named after, `mixed` whether the font has Unicode too.
    """
    found = {encoding: tally(words, encoding) for encoding in ENCODINGS}
    if hint is not None:
        named = found[hint]
        if named.rescued >= max(_FEW if mixed else 1, 0.6 * named.impossible):
            return hint
    best = max(ENCODINGS, key=lambda encoding: found[encoding].rescued)
    impossible, rescued, possible, _, kinds = found[best]
    sure = rescued >= _ENOUGH and kinds >= _KINDS and rescued >= 0.85 * impossible
    return best if sure and (mixed or impossible >= 0.3 * (impossible + possible)) else None


def page_of(words: Mapping[str, int], encoding: Encoding) -> str | None:
    """The code page that shows the words of a font named after this encoding; None where it is the usual one, or Unicode."""
    usual = tally(words, encoding)
    if usual.impossible < max(_FEW, 0.2 * usual.possible):
        return None
    found = {page: tally(words, encoding, page) for page in PAGES}
    best = max(PAGES, key=lambda page: found[page].rescued)
    impossible, rescued, *_ = found[best]
    return best if rescued >= max(_FEW, 0.6 * impossible) and rescued > 1.05 * usual.rescued else None


def is_better_left(text: str, encoding: Encoding, page: str | None = None, *, least: int = 0) -> bool:
    """Whether a run of a font whose text is in this encoding is Unicode all the same.

    In a font that has both, `least` words of a run have to become Vietnamese; else it has to show that it is Unicode.
    """
    if is_unicode(text) if page is None else _TONED.search(text) is not None:
        return True
    impossible, rescued, _, lost, _ = tally(words_of(text), encoding, page)
    if least:
        return not text.isascii() and rescued < max(least, lost)
    return lost > 0 and impossible == 0


def reads(word: str) -> bool:
    """Whether a word is a possible syllable, or an abbreviation of consonants (`QĐ`)."""
    return is_spelt(word) or _CONSONANTS.fullmatch(word) is not None
