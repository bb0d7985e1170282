"""Text that knows the facts planted in it: pieces are joined, spans move along, nothing is searched for afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Fact:
    """A gold fact at `start:end` of the text that holds it; `fields` are columns of `table` (see `corpus/METRIC.md`)."""

    table: str
    start: int
    end: int
    fields: Mapping[str, Any]

    def moved(self, by: int) -> Fact:
        """The same fact, further to the right."""
        return Fact(self.table, self.start + by, self.end + by, self.fields)


@dataclass(frozen=True, slots=True)
class Planted:
    """A piece of text and the facts in it."""

    text: str
    facts: tuple[Fact, ...] = ()

    def __add__(self, other: Planted | str) -> Planted:
        piece = other if isinstance(other, Planted) else Planted(other)
        return Planted(self.text + piece.text, self.facts + tuple(f.moved(len(self.text)) for f in piece.facts))

    def capitalised(self) -> Planted:
        """The text with its first letter in capital; spans stay."""
        return Planted(self.text[:1].upper() + self.text[1:], self.facts)


Piece = Planted | str


def joined(pieces: Iterable[Piece], separator: str = "") -> Planted:
    """The pieces one after another."""
    result = Planted("")
    for number, piece in enumerate(pieces):
        if number and separator:
            result += separator
        result += piece
    return result


def fact(table: str, text: str, inside: Planted | None = None, **fields: Any) -> Planted:
    """A text that is one fact as a whole; facts of `inside`, which must have this very text, are kept beside it."""
    nested = inside.facts if inside is not None else ()
    return Planted(text, (Fact(table, 0, len(text), fields), *nested))
