"""Words of a Vietnamese administrative text, with numbers, dates and symbols whole: `30/KH-UBND`, `18/01/2022`, `3.327`.

A syllable is a token; what a name is made of is left to grammars and models.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"(?:\d\w*(?:[.,:](?=\d)\w+|[/–-]\w[\w&]*)*"  # numbers, dates, numbers of instruments
    r"|[A-ZĐƯ]{2,}(?:[-/&][A-ZĐƯ]\w*)+"  # symbols alone: KT-XH, QĐ/TU
    r"|[^\W\d_]\w*(?:['’][^\W\d_]+)*"  # syllables, also H'Leo
    r"|\.{2,}|-{2,}|_+|[^\w\s])(?P<space> ?)|(?P<white>\s+)"
)


def tokens(text: str) -> tuple[list[str], list[bool]]:
    """The tokens of a text and whether a space follows each; joined again they are the text."""
    words, spaces = [], []
    for match in _TOKEN.finditer(text):
        token, spaced = match[0], bool(match["space"])
        words.append(token[:-1] if spaced else token)
        spaces.append(spaced)
    return words, spaces
