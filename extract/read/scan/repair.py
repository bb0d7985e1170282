"""Items from OCR with what recognition does to citations repaired; the text as recognised stays as `raw`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from extract.document import Word
from extract.read.items import Cell, Footnote, Item, Paragraph, Table
from patterns.misread import Edit, misread, unreadable

#: A letterhead's own number is written by hand, which is not read: below this it is left out.
_SURE, _SURE_OF_DAY = 0.85, 0.7

_BEGINS = re.compile(r"\s*(?P<mark>[IVXl]{1,5}|\d{1,2})\.\s+\w")

_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_STROKES = str.maketrans(dict.fromkeys("1l|ỊÍÌiị!", "I"))
#: `VII` is wider than `VI` by a third.
_WIDER = 1.15
_DIRT = re.compile(r"\A['`‘’\"]+(?=\w)")
_CODE = re.compile(r"[ \t]*=[ \t]*(\d)(?!\d)")
#: A heading in capitals whose stop was lost.
_STOP_LOST = re.compile(r"\s*(?P<mark>[IVX]{1,5})(?= [A-ZĐÀ-Ỹ]{2,})")

Texted = TypeVar("Texted", Paragraph, Footnote, Cell)


def repaired(items: Iterable[Item]) -> list[Item]:
    """The items, those of recognised words repaired."""
    return _renumbered(_each(items))


def _renumbered(items: list[Item]) -> list[Item]:
    """`1.` read as `I.`: what is next numbered `2.`, before any `1.` or `II.`, was no Roman numeral."""
    one: int | None = None
    for number, item in enumerate(items):
        begins = _BEGINS.match(item.text) if isinstance(item, Paragraph) else None
        if begins is None:
            continue
        if one is not None and begins["mark"] == "2":
            first = items[one]
            assert isinstance(first, Paragraph)
            start = first.text.index(first.text.lstrip()[0])
            items[one] = _edited(first, [Edit(start, start + 1, "1")])
        assert isinstance(item, Paragraph)
        recognised = any(word.confidence is not None for word in item.words[:1])
        one = number if begins["mark"] in ("I", "l") and recognised else None
    return items


def _cell(cell: Cell) -> Cell:
    """A recognised cell without dirt before its first word, and with its codes spaced (`Có =1 Không= 0`)."""
    if not any(word.confidence is not None for word in cell.words):
        return cell
    edits = [Edit(*found.span(), "") for found in _DIRT.finditer(cell.text)]
    codes = list(_CODE.finditer(cell.text))
    if len(codes) > 1:
        edits += [Edit(*found.span(), f" = {found[1]}") for found in codes if found[0] != f" = {found[1]}"]
    return _edited(cell, edits)


def _in_sequence(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Roman numerals of the first column that were read as other letters (`H`, `1H`, `VỊ`), where they go on the count.

    One that repeats the last numeral and is wider on the page by a stroke is the next one.
    """
    found = list(cells)
    count, width = 0, 0.0
    for number in sorted(range(len(found)), key=lambda at: (found[at].row, found[at].column)):
        cell = found[number]
        text = cell.text.strip(" .")
        if cell.column != 1 or not text or any(word.confidence is None for word in cell.words):
            continue
        following = _ROMANS[count] if count < len(_ROMANS) else ""
        if text.isdecimal():
            continue
        wide = _width(cell)
        repeats = text in _ROMANS and _ROMANS.index(text) + 1 == count
        if text in _ROMANS and not (repeats and following == text + "I" and wide > _WIDER * width > 0):
            count = _ROMANS.index(text) + 1
        elif repeats or text.translate(_STROKES).replace("H", "II") == following:
            start = cell.text.index(text)
            found[number] = _edited(cell, [Edit(start, start + len(text), following)])
            count += 1
        width = wide
    return tuple(found)


def _width(cell: Cell) -> float:
    """Width of a cell's print in heights of a letter; 0 where it is more than a word."""
    if len(cell.words) != 1:
        return 0.0
    word = cell.words[0]
    return (word.x1 - word.x0) / max(word.bottom - word.top, 1.0)


def _each(items: Iterable[Item]) -> list[Item]:
    found: list[Item] = []
    for item in items:
        if isinstance(item, Table):
            found.append(replace(item, cells=_in_sequence([_cell(_mended(cell)) for cell in item.cells])))
        elif isinstance(item, Paragraph):
            found.append(_mended(item))
        else:
            found.append(_mended(item))
    return found


def _mended(item: Texted) -> Texted:
    if not any(word.confidence is not None for word in item.words):
        return item
    item = _edited(item, misread(item.text))
    if isinstance(item, Paragraph) and item.text.isupper() and (stop := _STOP_LOST.match(item.text)):
        item = _edited(item, [Edit(stop.end(), stop.end(), ".")])

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
