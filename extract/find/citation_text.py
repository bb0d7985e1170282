"""The text of a whole document as the citation finders see it: one string, so that each pattern runs over it once.

Blocks are joined by a NUL character, which no pattern crosses. Three forms of the text have the same length: `text` with
modern tones, `folded` in lower case besides, and the blocks' own. Positions in them are positions in the blocks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from extract.document import Block, Document
from patterns.casing import calm
from patterns.spelling import modern_tone

SEPARATOR = "\x00"
_DASHES = str.maketrans(
    {"\xa0": " ", "\u2010": "-", "\u2011": "-", "\u2212": "-", "Ð": "Đ", "\u2007": " ", "\u202f": " "}
)
_ODD = re.compile("[\xa0\u2010\u2011\u2212Ð\u2007\u202f]")


@dataclass(frozen=True, slots=True)
class CitationText:
    """All blocks of a document in one string; `starts` is where each begins."""

    document: Document
    text: str
    folded: str
    starts: tuple[int, ...]

    def block_at(self, position: int) -> int:
        """Which block holds this position."""
        return bisect_right(self.starts, position) - 1

    def block(self, number: int) -> Block:
        """A block by its number."""
        return self.document.blocks[number]

    def bounds(self, number: int) -> tuple[int, int]:
        """First and last position of a block."""
        start = self.starts[number]
        return start, start + len(self.document.blocks[number].text)

    def written(self, start: int, end: int) -> str:
        """The blocks' own text between two positions of one block."""
        number = self.block_at(start)
        offset = self.starts[number]
        return self.document.blocks[number].text[start - offset : end - offset]


def citation_text(document: Document) -> CitationText:
    """The text of a document, ready for the finders."""
    blocks = document.blocks
    starts, position = [], 0
    for block in blocks:
        starts.append(position)
        position += len(block.text) + 1
    joined = SEPARATOR.join(block.text for block in blocks)
    if not joined.isascii() and _ODD.search(joined):
        joined = joined.translate(_DASHES)
    text = calm(modern_tone(joined))
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(lowered if len(lowered := character.lower()) == 1 else character for character in text)
    return CitationText(document, text, folded, tuple(starts))


_SENTENCE = re.compile(r"[.!?…]\s+(?=\S)|\n")


def sentence_start(source: CitationText, position: int, floor: int) -> int:
    """Where the sentence that holds this position begins, not before `floor` or 1200 characters; abbreviations (`TP. `) end none."""
    text = source.text
    floor = start = max(floor, position - 1200)
    for match in _SENTENCE.finditer(text, floor, position):
        following = text[match.end() : match.end() + 1]
        if match[0] == "\n":
            before = text[max(floor, match.start() - 1) : match.start()]
            if before in ".;:" or following in "-+•*":
                start = match.end()
        elif (following.isupper() or following in '“"(') and not _ABBREVIATED.search(
            text, max(floor, match.start() - 8), match.start()
        ):
            start = match.end()
    return start


_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:TP|TX|TT|Tp|P|Q|H|ThS|TS|PGS|GS|Đ/c|đ/c|số|[A-ZĐ])\Z")
