"""Items from OCR with what recognition does to citations repaired; the text as recognised stays as `raw`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from extract.document import Word
from extract.read.items import Cell, Footnote, Item, Paragraph, Table
from patterns.misread import Edit, misread, unreadable

#: A letterhead's own number is written by hand, which is not read: below this it is left out.
_SURE, _SURE_OF_DAY = 0.85, 0.7

Texted = TypeVar("Texted", Paragraph, Footnote, Cell)


def repaired(items: Iterable[Item]) -> list[Item]:
    """The items, those of recognised words repaired."""
    found: list[Item] = []
    for item in items:
        if isinstance(item, Table):
            found.append(replace(item, cells=tuple(map(_mended, item.cells))))
        elif isinstance(item, Paragraph):
            found.append(_mended(item))
        else:
            found.append(_mended(item))
    return found


def _mended(item: Texted) -> Texted:
    if not any(word.confidence is not None for word in item.words):
        return item
    item = _edited(item, misread(item.text))

    def sure(start: int, end: int) -> bool:
        known = [w.confidence for w in item.words if w.end > start and w.start < end and w.confidence is not None]
        return min(known, default=0.0) >= (_SURE if "/" in item.text[end : end + 2] else _SURE_OF_DAY)

    return _edited(item, unreadable(item.text, sure) if isinstance(item, Paragraph) else [])


def _edited(item: Texted, edits: Sequence[Edit]) -> Texted:
    if not edits:
        return item
    return replace(item, text=_applied(item.text, edits), raw=item.raw or item.text, words=_moved(item.words, edits))


def _applied(text: str, edits: Sequence[Edit]) -> str:
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join([*parts, text[at:]])


def _moved(words: Sequence[Word], edits: Sequence[Edit]) -> tuple[Word, ...]:
    """The words at their places in the repaired text. Where lengths differ a word inside an edit keeps its share of it."""
    return tuple(word._replace(start=_place(word.start, edits), end=_place(word.end, edits)) for word in words)


def _place(position: int, edits: Sequence[Edit]) -> int:
    shift = 0
    for edit in edits:
        if position <= edit.start:
            break
        longer = len(edit.new) - (edit.end - edit.start)
        if position < edit.end:
            inside = position - edit.start
            return edit.start + shift + (inside if not longer else min(inside, len(edit.new)))
        shift += longer
    return position + shift
