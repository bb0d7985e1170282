"""Statements: facts that belong together share an identifier (a total and its parts, a ratio and its percentage).

A statement is what stands between semicolons or full stops; a list that a statement ending in a colon leads in belongs
to it (`… là 290 đơn vị; gồm:` and the items below).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document import Block
from extract.find.sentences import Spans, split
from extract.ids import short_hash
from patterns.amounts import Amount

_LEADS = re.compile(r"(?::|(?<!\w)(?:gồm|trong đó|sau|cụ thể))\s*[.:]?\s*$")
_BULLET = re.compile(r"\s*([-+*•–]|[a-zđ]\)|\d{1,2}[.)]|\(\d{1,2}\))")


class Statements:
    """Identifiers of the statements of the block at hand; remembers what leads in the list that follows."""

    def __init__(self, doc_id: str) -> None:
        self.doc_id = doc_id
        self.spans: Spans = split("")
        self.path = ""
        self.lead: str | None = None
        self.lead_marker: str | None = None
        self.first: str | None = None
        self._last: tuple[int, str] = (-1, "")

    def block(self, block: Block, amounts: Sequence[Amount]) -> None:
        """Go on to the next block."""
        text = block.text
        bullet = _BULLET.match(text)
        marker = _sort(bullet[1]) if bullet else None
        self.path = block.path
        self.first = None
        self._last = (-1, "")
        if self.lead is not None and marker is not None and marker != self.lead_marker and block.kind != "heading":
            self.first = self.lead
        elif self.lead is not None:
            self.lead = self.lead_marker = None
        if amounts or self.first:
            self.spans = split(text)
        if amounts and self.first is None and _LEADS.search(text):
            self.lead, self.lead_marker = self._id(self.spans.statement(amounts[-1].start)[0]), marker

    def _id(self, start: int) -> str:
        return short_hash(self.doc_id, "statement", self.path, start)

    def of(self, position: int) -> str:
        """Identifier of the statement around a position of the block."""
        start = self.spans.statement(position)[0]
        if self.first and start == 0:
            return self.first
        if self._last[0] != start:
            self._last = (start, self._id(start))
        return self._last[1]


def _sort(marker: str) -> str:
    return "a" if marker[0].isalpha() else "1" if marker[0].isdigit() else marker[0]
