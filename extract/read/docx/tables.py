"""The grid of a `w:tbl`: every cell once, at its place, with its spans.

Word describes rows of cells over a fine grid that the user never sees: cells span grid columns (`gridSpan`), rows skip some at
either end (`gridBefore`, `gridAfter`), and a border dragged in one row leaves a sliver column in all. Columns here are the
ones that are seen: grid lines no cell uses are dropped, slivers are joined.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from extract.read.docx.names import MC, VAL, W, is_on, number
from extract.read.docx.runs import branch

_SLIVER: Final = 113  # twentieths of a point: 2 mm
_WIDEST: Final = 1000
_WRAPPERS: Final = frozenset(W + name for name in ("ins", "moveTo", "smartTag", "customXml"))


@dataclass(slots=True, kw_only=True)
class Slot:
    """A cell in the grid: rows and columns from 1, its `w:tc`, and whether its row is a stated header row."""

    element: etree._Element
    row: int
    column: int
    column_span: int
    row_span: int = 1
    is_header: bool = False


@dataclass(slots=True)
class _Raw:
    element: etree._Element
    start: int
    end: int
    continues: bool


def children(element: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also inside content controls and insertions; deletions are left out."""
    for child in element:
        if child.tag == wanted:
            yield child
        elif child.tag == W + "sdt":
            content = child.find(W + "sdtContent")
            if content is not None:
                yield from children(content, wanted)
        elif child.tag in _WRAPPERS:
            yield from children(child, wanted)
        elif child.tag == MC + "AlternateContent":
            chosen = branch(child)
            if chosen is not None:
                yield from children(chosen, wanted)


def grid(table: etree._Element) -> list[Slot]:
    """The cells of a table, row by row; rows that are deleted or hidden are left out."""
    rows: list[list[_Raw]] = []
    headers: list[bool] = []
    for row in children(table, W + "tr"):
        properties = row.find(W + "trPr")
        if properties is not None and (properties.find(W + "del") is not None or _on(properties, "hidden")):
            continue
        rows.append(_row(row, properties))
        headers.append((not headers or headers[-1]) and properties is not None and _on(properties, "tblHeader"))
    lines = _lines(table, rows)
    slots: list[Slot] = []
    above: dict[int, Slot] = {}
    for position, (row_cells, is_header) in enumerate(zip(rows, headers, strict=True), start=1):
        open_here: dict[int, Slot] = {}
        for cell in row_cells:
            column = lines[cell.start]
            upper = above.get(column) if cell.continues else None
            if upper is None:
                upper = Slot(
                    element=cell.element,
                    row=position,
                    column=column,
                    column_span=max(lines[cell.end] - column, 1),
                    is_header=is_header,
                )
                slots.append(upper)
            else:
                upper.row_span = position - upper.row + 1
            open_here[column] = upper
        above = open_here
    return slots


def _row(row: etree._Element, properties: etree._Element | None) -> list[_Raw]:
    exceptions = properties if properties is not None else row
    position = _count(exceptions, "gridBefore", 0)
    cells: list[_Raw] = []
    for element in children(row, W + "tc"):
        tcpr = element.find(W + "tcPr")
        span, continues = 1, False
        if tcpr is not None:
            span = max(_count(tcpr, "gridSpan", 1), 1)
            merge, horizontal = tcpr.find(W + "vMerge"), tcpr.find(W + "hMerge")
            continues = merge is not None and merge.get(VAL, "continue") == "continue"
            if horizontal is not None and horizontal.get(VAL, "continue") == "continue" and cells:
                cells[-1].end += span
                position += span
                continue
        cells.append(_Raw(element, position, position + span, continues))
        position += span
    return cells


def _lines(table: etree._Element, rows: list[list[_Raw]]) -> dict[int, int]:
    """The seen column, from 1, that begins at each used line of Word's grid."""
    used = sorted({line for row in rows for cell in row for line in (cell.start, cell.end)})
    widths = [number(column.get(W + "w")) for column in table.findall(f"{W}tblGrid/{W}gridCol")]
    taken = {(cell.start, cell.end) for row in rows for cell in row}
    edges: list[int] | None = None
    if widths and all(width is not None and width >= 0 for width in widths):
        edges = [0]
        for width in widths:
            edges.append(edges[-1] + (width or 0))
    seen: dict[int, int] = {}
    column = 0
    group: list[int] = []
    for line in used:
        sliver = (
            edges is not None
            and bool(group)
            and line < len(edges)
            and 0 < edges[line] - edges[group[0]] < _SLIVER
            and not any((other, line) in taken for other in group)
        )
        if sliver:
            group.append(line)
        else:
            column, group = column + 1, [line]
        seen[line] = column
    return seen


def _count(properties: etree._Element, name: str, default: int) -> int:
    element = properties.find(W + name)
    value = None if element is None else number(element.get(VAL))
    return default if value is None else min(max(value, 0), _WIDEST)


def _on(properties: etree._Element, name: str) -> bool:
    element = properties.find(W + name)
    return element is not None and is_on(element.get(VAL))
