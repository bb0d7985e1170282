"""A document's body in a hundred numbers or two, by which the same text is known again in another form: scan, Word, signed PDF.

Depends on that document alone. Syllables without tone marks and diacritics, because recognition of a scan loses those first; numbers
apart, because two reports on one form differ in nothing else. The smallest hashes of a set stand for the set (bottom-k sketch): what
two sketches share of the smallest of both is an estimate of what the sets share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from unicodedata import normalize
from zlib import crc32

from extract.document import Document

#: How many hashes are kept: of runs of syllables, and of numbers.
TEXT_SIZE: Final = 96
NUMBER_SIZE: Final = 48
_SYLLABLES: Final = 3
_WORD = re.compile(r"[a-z]+|\d(?:[\d.,]*\d)?")
_MARKS = re.compile("[\u0300-\u036f]+")
_SEPARATORS = str.maketrans("", "", ".,")


@dataclass(frozen=True, slots=True)
class Sketch:
    """The smallest hashes of the body's runs of three syllables and of its numbers, sorted; fewer than kept are all."""

    text: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()


def sketch(document: Document) -> Sketch:
    """The sketch of a document: body and annexes, not the letterhead and signatures, which offices share and scans spoil."""
    return sketch_of(block.text for block in document.blocks if block.zone in ("body", "annex"))


def sketch_of(texts: Iterable[str]) -> Sketch:
    """The sketch of these texts."""
    syllables: list[str] = []
    numbers: set[str] = set()
    for word in _WORD.findall(_plain("\n".join(texts))):
        if word[0].isdigit():
            numbers.add(word.translate(_SEPARATORS))
        else:
            syllables.append(word)
    runs = {" ".join(run) for run in zip(*(syllables[at:] for at in range(_SYLLABLES)), strict=False)}
    return Sketch(_smallest(runs, TEXT_SIZE), _smallest(numbers, NUMBER_SIZE))


def shared(first: tuple[int, ...], second: tuple[int, ...], size: int = TEXT_SIZE) -> float:
    """How much of two sets is in both (Jaccard), from 0 to 1, as their sketches tell; two empty sets are alike."""
    if not first or not second:
        return float(first == second)
    smallest = sorted({*first, *second})[: min(size, max(len(first), len(second)))]
    both = set(first) & set(second)
    return sum(value in both for value in smallest) / len(smallest)


def _smallest(things: Iterable[str], size: int) -> tuple[int, ...]:
    return tuple(sorted({crc32(thing.encode()) for thing in things})[:size])


def _plain(text: str) -> str:
    """Small letters without marks; đ, whose bar is no mark, apart."""
    return _MARKS.sub("", normalize("NFD", text.casefold().replace("đ", "d")))
