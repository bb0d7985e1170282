"""Sentences and statements of a block: where one ends, the scope of a period or a total ends.

A sentence ends at a full stop; a statement also at a semicolon. Neither ends inside brackets, nor before `Trong đó`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_MARK = re.compile(r"[();\n]|[.!?…](?=\s|$)")
_GOES_ON = re.compile(r"\s*(?:trong đó|bao gồm|gồm)(?!\w)", re.IGNORECASE)
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:[A-ZĐ][a-zđ]?|TP|Tp|tp|TX|TT|QL|ĐT|CV|Th[sS]|TS|PGS|GS|BS|vv|v\.v|Nxb)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spans:
    """Starts of the sentences and statements of one text, in order; both begin with 0."""

    text: str
    sentences: tuple[int, ...]
    statements: tuple[int, ...]

    def sentence(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence around a position."""
        return _around(self.sentences, position, len(self.text))

    def statement(self, position: int) -> tuple[int, int]:
        """Start and end of the statement around a position."""
        return _around(self.statements, position, len(self.text))


def _around(starts: tuple[int, ...], position: int, length: int) -> tuple[int, int]:
    index = bisect_right(starts, position)
    return starts[index - 1], starts[index] if index < len(starts) else length


def split(text: str) -> Spans:
    """The sentences and statements of a block's text."""
    sentences, statements, depth = [0], [0], 0
    for match in _MARK.finditer(text):
        mark, end = match[0], match.end()
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth = max(depth - 1, 0)
        elif mark != "\n" and _GOES_ON.match(text, end):
            continue
        elif mark == "\n" or (mark != ";" and not depth and not _abbreviated(text, match.start())):
            depth = 0
            sentences.append(end)
            statements.append(end)
        elif mark == ";" and not depth:
            statements.append(end)
    return Spans(text=text, sentences=tuple(sentences), statements=tuple(statements))


def _abbreviated(text: str, position: int) -> bool:
    return text[position] == "." and _ABBREVIATION.search(text[max(0, position - 6) : position]) is not None
