"""Which sides of a table's cells are drawn: by the cell, the row's exception, the table, or its style, in that order."""

from __future__ import annotations

from typing import Final, NamedTuple

from lxml import etree

from extract.read.docx.names import VAL, W
from extract.read.docx.styles import Styles
from extract.read.docx.tables import Slot

_SIDES: Final = ("top", "bottom", "left", "right")
_ALIASES: Final = {"left": "start", "right": "end"}
_BLANK: Final = frozenset({"none", "nil"})


class Sides(NamedTuple):
    """Whether each side of a cell has a visible border."""

    top: bool
    bottom: bool
    left: bool
    right: bool


def sides_of(table: etree._Element, slots: list[Slot], styles: Styles) -> list[Sides]:
    """The drawn sides of each cell, in the order of `slots`."""
    if not slots:
        return []
    common = _levels(table, styles)
    last_row = max(slot.row + slot.row_span for slot in slots)
    last_column = max(slot.column + slot.column_span for slot in slots)
    rows: dict[int, list[etree._Element]] = {}
    drawn: dict[tuple[int, str], bool] = {}
    found: list[Sides] = []
    for slot in slots:
        if slot.row not in rows:
            exception = slot.element.getparent()
            borders = None if exception is None else exception.find(f"{W}tblPrEx/{W}tblBorders")
            rows[slot.row] = common if borders is None else [borders, *common]
        own = slot.element.find(f"{W}tcPr/{W}tcBorders")
        outer = (
            slot.row == 1,
            slot.row + slot.row_span == last_row,
            slot.column == 1,
            slot.column + slot.column_span == last_column,
        )
        sides: list[bool] = []
        for side, at_edge in zip(_SIDES, outer, strict=True):
            stated = None if own is None else _border(own, side)
            if stated is None:
                name = side if at_edge else ("insideH" if side in ("top", "bottom") else "insideV")
                if (slot.row, name) not in drawn:
                    drawn[slot.row, name] = _first(rows[slot.row], name)
                stated = drawn[slot.row, name]
            sides.append(stated)
        found.append(Sides(*sides))
    return found


def framed_rows(slots: list[Slot], sides: list[Sides]) -> tuple[int, int]:
    """First and last row of the ruled part: rows before and after it have no border of their own (titles, notes, signatures)."""
    rows: dict[int, list[Sides]] = {}
    for slot, drawn in zip(slots, sides, strict=True):
        for row in range(slot.row, slot.row + slot.row_span):
            rows.setdefault(row, []).append(drawn)
    first, last = min(rows), max(rows)
    if not any(side.left or side.right for side in sides):
        return first, last
    while first < last and not any(side.top or side.left or side.right for side in rows[first]):
        first += 1
    while last > first and not any(side.bottom or side.left or side.right for side in rows[last]):
        last -= 1
    return (first, last) if last > first else (min(rows), max(rows))


def _levels(table: etree._Element, styles: Styles) -> list[etree._Element]:
    properties = table.find(W + "tblPr")
    style = None if properties is None else properties.find(W + "tblStyle")
    levels = [None if properties is None else properties.find(W + "tblBorders")]
    for _, element in styles.chain(None if style is None else style.get(VAL)):
        levels.append(element.find(f"{W}tblPr/{W}tblBorders"))
    return [level for level in levels if level is not None]


def _first(levels: list[etree._Element], side: str) -> bool:
    return next((stated for stated in (_border(level, side) for level in levels) if stated is not None), False)


def _border(borders: etree._Element, side: str) -> bool | None:
    element = borders.find(W + side)
    if element is None and side in _ALIASES:
        element = borders.find(W + _ALIASES[side])
    return None if element is None else (element.get(VAL) or "none") not in _BLANK
