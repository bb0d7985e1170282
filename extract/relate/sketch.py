"""A document's body in a few hundred numbers, by which the same text is known again in another form: scan, Word, signed PDF.

Depends on that document alone. Syllables without tone marks and diacritics, because recognition of a scan loses those first; numbers
apart, because two reports on one form differ in nothing else. The smallest hashes of a set stand for the set (bottom-k sketch): what
two sketches share of the smallest of both is an estimate of what the sets share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final
from unicodedata import combining, normalize

from extract.document import Document

SIZE: Final = 256
_SYLLABLES: Final = 3
_WORD = re.compile(r"[a-z]+|\d(?:[\d.,]*\d)?")
_SEPARATORS = str.maketrans("", "", ".,")


@dataclass(frozen=True, slots=True)
class Sketch:
    """The smallest hashes of the body's runs of three syllables and of its numbers, sorted; how many of each there are."""

    text: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    n_text: int = 0
    n_numbers: int = 0


def sketch(document: Document) -> Sketch:
    """The sketch of a document: body and annexes, not the letterhead and signatures, which offices share and scans spoil."""
    return sketch_of(block.text for block in document.blocks if block.zone in ("body", "annex"))


def sketch_of(texts: Iterable[str]) -> Sketch:
    """The sketch of these texts."""
    syllables: list[str] = []
    numbers: set[str] = set()
    for text in texts:
        for word in _WORD.findall(_plain(text)):
            if word[0].isdigit():
                numbers.add(word.translate(_SEPARATORS))
            else:
                syllables.append(word)
    runs = {" ".join(syllables[at : at + _SYLLABLES]) for at in range(len(syllables) - _SYLLABLES + 1)}
    return Sketch(_smallest(runs), _smallest(numbers), len(runs), len(numbers))


def shared(first: tuple[int, ...], second: tuple[int, ...]) -> float:
    """How much of two sets is in both (Jaccard), from 0 to 1, as their sketches tell; two empty sets are alike."""
    if not first or not second:
        return float(first == second)
    smallest = sorted({*first, *second})[: min(SIZE, max(len(first), len(second)))]
    both = set(first) & set(second)
    return sum(value in both for value in smallest) / len(smallest)


def _smallest(things: Iterable[str]) -> tuple[int, ...]:
    hashes = {int.from_bytes(blake2b(thing.encode(), digest_size=8).digest(), "big") >> 1 for thing in things}
    return tuple(sorted(hashes)[:SIZE])


def _plain(text: str) -> str:
    letters = normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in letters if not combining(letter))
