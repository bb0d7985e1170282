"""Raised digits behind a word: which of the digits that end it are a note mark, and which its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.read.pdf.glyphs import Glyphs

_STOPS = frozenset('.,;:!?)”"’')
_NUMBER_END = re.compile(r"(\d{1,3})[.,;:!?)”\"’]*$")
_LAST_DIGITS = [re.compile(rf"(\d{{{count}}})([.,;:!?)”\"’]*)$") for count in range(1, 4)]


def is_raised(base: float, size: float, other_base: float, other_size: float) -> bool:
    """Whether a character is set smaller and higher than the text beside it: a note mark."""
    rise = (other_base - base) / other_size
    return (size < 0.85 * other_size and 0.12 < rise < 1) or (size < 0.95 * other_size and 0.25 < rise < 0.8)


def last_digits(words: Sequence[tuple[int, int, str]]) -> list[int]:
    """The digits that stand before a full stop or another mark at the end of a word."""
    return [
        start + found.end(1) - 1
        for start, _, content in words
        if content[-1] in _STOPS and len(content) > 1 and (found := _NUMBER_END.search(content)) is not None
    ]


def raised_digits(
    glyphs: Glyphs, start: int, word: str, line: tuple[float, float], bases: dict[int, float]
) -> re.Match[str] | None:
    """The raised digits that end a word, without the digits of a number they may follow (`ngày 27/12/2021¹`).

    `bases` has the base lines of the digits before a full stop, asked for at once.
    """
    found = _NUMBER_END.search(word)
    if found is None:
        return None
    last_digit = start + found.end(1) - 1
    base = bases[last_digit] if last_digit in bases else glyphs.origins([last_digit])[0]
    if base >= line[0] - 0.1 * line[1]:
        return None
    first, last = found.span(1)
    raised = 0
    for base, size in reversed(glyphs.base_lines(range(start + first, start + last))):
        if not is_raised(base, size, *line):
            break
        raised += 1
    return _LAST_DIGITS[raised - 1].search(word) if raised else None
