"""Page furniture: page numbers, running headers and footers. It is no text of the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import regex

from extract.read.pdf.lines import Line
from extract.read.pdf.page import Page

_NUMBER = regex.compile(
    r"^[-–—~|\[(\s]*(?:Trang|Page)?\s*\d{1,4}(?:\s*(?:/|\||trên|of)\s*\d{1,4})?[-–—~|\])\s]*$", regex.IGNORECASE
)
#: What may return at the top of pages and is text all the same: the names of annexes.
_LABEL = regex.compile(r"^\W*(?:Phụ lục|Phụ biểu|Biểu|Mẫu|Bảng)\b", regex.IGNORECASE)
_APART = 0.55  # of its height lie between a running line and the text
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
    """Keys of lines that return: word for word, or apart from the text with numbers that count the pages."""
    seen: dict[tuple[str | None, int, str], dict[int, tuple[bool, tuple[int, ...]]]] = {}
    for page, found in zip(pages, lines, strict=True):
        for line in _edges(found):
            if _edge(line, page) is not None and not _LABEL.match(line.text):
                numbers = tuple(int(digits) for digits in _DIGITS.findall(line.text)[:8])
                place = _stands_apart(line, page, found), numbers
                seen.setdefault(_key(line, page), {}).setdefault(page.number, place)
    least = 2 if len(pages) <= 3 else max(3, len(pages) // 4)
    return frozenset(key for key, places in seen.items() if len(places) >= least and _returns(places))


def _returns(places: dict[int, tuple[bool, tuple[int, ...]]]) -> bool:
    """Whether a line seen at one place of several pages is the same line: apart from the text (which a line that is the
    same to the letter on three pages need not be), its numbers the same or going with the page."""
    apart = all(apart for apart, _ in places.values())
    numbers = {page: own for page, (_, own) in places.items()}
    if len(set(numbers.values())) == 1 and len(numbers) > 2:
        return True
    changing = [column for column in zip(*numbers.values(), strict=False) if len(set(column)) > 1]
    return apart and (not changing or (len(changing) == 1 and _goes_with_page(numbers, changing[0])))


def _goes_with_page(pages: Iterable[int], column: tuple[int, ...]) -> bool:
    steps = Counter(number - page for page, number in zip(pages, column, strict=True))
    return steps.most_common(1)[0][1] >= 0.8 * len(column)


def _stands_apart(line: Line, page: Page, found: Sequence[Line]) -> bool:
    """Whether a line at the edge keeps a distance from the text, and is no footnote below its rule."""
    if _edge(line, page) == "top":
        below = [other.top for other in found if other.top > line.bottom - 1]
        return not below or min(below) - line.bottom > _APART * line.height
    if any(
        0.5 * page.height < rule.at < line.top + 2 and 0.12 * page.width < rule.end - rule.start < 0.5 * page.width
        for rule in page.horizontal
    ):
        return False
    above = [other.bottom for other in found if other.bottom < line.top + 1]
    return not above or line.top - max(above) > _APART * line.height


def _is_furniture(
    line: Line, page: Page, found: Sequence[Line], repeated: frozenset[tuple[str | None, int, str]]
) -> bool:
    if _edge(line, page) is None:
        return False
    if _key(line, page) in repeated and not _LABEL.match(line.text):
        return True
    if not _NUMBER.match(line.text):
        return False
    return min(other.top for other in found) >= line.top or max(other.bottom for other in found) <= line.bottom
