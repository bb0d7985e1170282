"""Page furniture: page numbers, running headers and footers. It is no text of the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from extract.read.pdf.lines import Line
from extract.read.pdf.page import Page

_NUMBER = regex.compile(r"^[-–—\s]*(?:Trang|Page)?\s*\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*$", regex.IGNORECASE)
_DIGITS = regex.compile(r"\d+")
_MARGIN = 0.11
_EDGE_LINES = 3


def without_furniture(pages: Sequence[Page], lines: Sequence[list[Line]]) -> list[list[Line]]:
    """Each page's lines without page numbers and without lines that return on many pages in the same place."""
    repeated = _repeated(pages, lines)
    return [
        [line for line in found if not _is_furniture(line, page, found, repeated)]
        for page, found in zip(pages, lines, strict=True)
    ]


def _edge(line: Line, page: Page) -> str | None:
    if line.bottom < _MARGIN * page.height:
        return "top"
    if line.top > (1 - _MARGIN) * page.height:
        return "bottom"
    return None


def _key(line: Line, page: Page) -> tuple[str | None, int, str]:
    return _edge(line, page), round(line.top / 6), _DIGITS.sub("#", line.text)


def _edges(found: Sequence[Line]) -> list[Line]:
    ordered = sorted(found, key=lambda line: line.top)
    return ordered[:_EDGE_LINES] + ordered[-_EDGE_LINES:]


def _repeated(pages: Sequence[Page], lines: Sequence[list[Line]]) -> frozenset[tuple[str | None, int, str]]:
    counts: Counter[tuple[str | None, int, str]] = Counter()
    for page, found in zip(pages, lines, strict=True):
        counts.update({_key(line, page) for line in _edges(found) if _edge(line, page) is not None})
    least = max(3, len(pages) // 4)
    return frozenset(key for key, count in counts.items() if count >= least)


def _is_furniture(
    line: Line, page: Page, found: Sequence[Line], repeated: frozenset[tuple[str | None, int, str]]
) -> bool:
    if _edge(line, page) is None:
        return False
    if _key(line, page) in repeated:
        return True
    if not _NUMBER.match(line.text):
        return False
    return min(other.top for other in found) >= line.top or max(other.bottom for other in found) <= line.bottom
