"""Rows of indicator tables: one `AppendixRow` per data row, one `AppendixValue` per value cell (issue 7, DOMAIN 5).

Every data row comes out in printed order, section rows included; blank is never 0. The place of a row is its first
value, or its label where that is blank.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from extract.document import Block, Document
from extract.facts import AppendixRow, AppendixValue, DocumentRow, ground
from extract.find.captions import caption_of
from extract.find.columns import Columns, ValueColumn, cell_text, columns_of, measured
from extract.find.grid import Grid, grid_of
from extract.find.hierarchy import Tree, mark_of
from extract.ids import fact_id
from patterns.coding import code_of, coded_kind, codes_of
from patterns.columns import header_unit, line_unit
from patterns.numbers import Style, number_style, read_value

_ROWS, _VALUES, _RULE = "appendix_rows", "appendix_values", "indicator_table"
_DASHES = ("-", "–", "—", "…", "...", "_")
_FOOT = re.compile(
    r"\s*(?:(?:\(\*+\)|[¹²³])\s*\w|[*(]*\s*(?:ghi chú|nguồn:|lưu ý|chú thích)|(?:người lập|thủ trưởng|xác nhận của|tm\.|kt\.)(?!\w))",
    re.IGNORECASE,
)


def find_rows(document: Document, header: DocumentRow) -> tuple[list[AppendixRow], list[AppendixValue]]:
    """Rows and values of all indicator tables; other tables give none."""
    tables = list(document.tables())
    style = number_style(block.text for _, cells in tables for block in cells)
    rows: list[AppendixRow] = []
    values: list[AppendixValue] = []
    before: tuple[Grid, Tree, str | None, str | None] | None = None
    positions = {block.path: position for position, block in enumerate(document.blocks)}
    for number, cells in tables:
        grid = grid_of(number, cells)
        columns = columns_of(grid, style)
        if columns is None:
            before = None
            continue
        caption = caption_of(document.blocks, positions[cells[0].path])
        goes_on = (
            before is not None and caption.adjoins == before[0].table_no and grid.signature() == before[0].signature()
        )
        tree = before[1] if before is not None and goes_on else Tree()
        own_title, own_unit = _inside(grid)
        title = before[2] if before is not None and goes_on else own_title or caption.title
        unit = before[3] if before is not None and goes_on else own_unit or caption.unit
        _read(_Table(document, grid, columns, style, title, unit), tree, rows, values)
        before = (grid, tree, title, unit)
    return rows, values


def _inside(grid: Grid) -> tuple[str | None, str | None]:
    """Title and unit that stand in the table itself, above its heads."""
    title = unit = None
    for row in grid.banner:
        text = next((text for column in range(1, grid.width + 1) if (text := cell_text(grid.own(row, column)))), None)
        stated = line_unit(text) if text else None
        unit, title = (stated, title) if stated else (unit, title or text)
    return title, unit


@dataclass(frozen=True, slots=True)
class _Table:
    document: Document
    grid: Grid
    columns: Columns
    style: Style
    title: str | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a value cell says."""

    raw: str | None = None
    value: float | None = None
    kind: str = "blank"
    label: str | None = None
    unit: str | None = None
    doubtful: bool = False


def _read(table: _Table, tree: Tree, rows: list[AppendixRow], values: list[AppendixValue]) -> None:
    grid, columns = table.grid, table.columns
    has_ordinals = columns.ordinal is not None and any(cell_text(grid.own(row, columns.ordinal)) for row in grid.body)
    count = 0
    for row in grid.body:
        label_cell = grid.at(row, columns.label)
        label = cell_text(label_cell)
        ordinal_cell = grid.own(row, columns.ordinal) if columns.ordinal is not None else None
        if ordinal_cell is label_cell:
            ordinal_cell = None
        again = (
            ordinal_cell is not None
            and ordinal_cell.row_no != row
            and label_cell is not None
            and label_cell.row_no == row
        )
        cells = {value.column: _value_cell(grid, row, value.column, columns.label) for value in columns.values}
        if not _is_row(grid, row, label, label_cell, cells):
            continue
        count += 1
        unit = cell_text(grid.own(row, columns.unit)) if columns.unit is not None else None
        codes = codes_of(unit)
        readings = {
            value.column: _reading(cells[value.column], unit, codes, value, table)
            for value in columns.values
            if cells[value.column] is not None
        }
        wide = (
            label_cell is not None
            and (label_cell.column_span or 1) >= max(2, grid.width - (columns.label - 1))
            and not any(reading.raw for reading in readings.values())
        )
        mark = mark_of(cell_text(ordinal_cell), label or "", heading=wide, has_ordinals=has_ordinals)
        first = columns.values[0]
        anchor = _anchor(cells[first.column], label_cell, ordinal_cell, grid, row)
        place = _ground(table.document, anchor, _ROWS, str(row))
        node = tree.place(mark, str(place["fact_id"]), again=again)
        reading = readings.get(first.column, _Reading())
        fact = AppendixRow(
            **place,
            table_no=grid.table_no,
            table_title=table.title,
            row_no=count,
            section_no=node.section_no,
            section_title=node.section_title or _group(grid, row, columns),
            item_no=mark.ordinal,
            item_path=node.path,
            parent_row=node.parent,
            level=node.level,
            label=mark.label or None,
            unit=unit or reading.unit or (first.unit or table.unit or header_unit(mark.label) if reading.raw else None),
            value_raw=reading.raw,
            value=reading.value,
            value_kind=reading.kind,
            value_label=reading.label,
            note=_note(grid, row, columns),
            printed_number_error=node.fault,
        )
        rows.append(replace(fact, doubtful=True) if reading.doubtful else fact)
        for value in columns.values:
            cell = cells[value.column]
            if cell is not None:
                values.append(
                    _value(table, fact, value, cell, readings[value.column], unit, place if cell is anchor else None)
                )


def _is_row(grid: Grid, row: int, label: str | None, label_cell: Block | None, cells: dict[int, Block | None]) -> bool:
    filled = any(cell_text(cell) for cell in cells.values())
    if label is None:
        return filled
    wide = label_cell is not None and (label_cell.column_span or 1) >= grid.width and len(label) > 3
    return not (wide and not filled and _FOOT.match(label))


def _value_cell(grid: Grid, row: int, column: int, label: int) -> Block | None:
    """The cell of a value column in this row; None where the label or another value reaches over it."""
    cell = grid.own(row, column)
    return cell if cell is not None and cell.row_no == row else None


def _reading(
    cell: Block | None, unit: str | None, codes: dict[float, str], column: ValueColumn, table: _Table
) -> _Reading:
    text = cell_text(cell)
    if text is None:
        return _Reading()
    if text in _DASHES:
        return _Reading(raw=text)
    found = read_value(text, table.style)
    money = _MONEY.search(column.unit or unit or table.unit or "") is not None
    if found is None and (money or column.role == "change") and (bracketed := _BRACKETED.fullmatch(text)):
        inner = read_value(bracketed[1], table.style)  # accountants write -312.608 as (312.608)
        found = inner._replace(value=-inner.value) if inner is not None else None
    if codes:
        value = found.value if found is not None else code_of(codes, text)
        known = value is not None and value in codes
        return _Reading(
            text, value, coded_kind(codes), codes.get(value) if value is not None else None, None, not known
        )
    if found is not None:
        told = unit or column.unit or table.unit
        percent = (
            column.unit == "%" or (told is not None and _PERCENT.fullmatch(told) is not None) or found.kind == "percent"
        )
        return _Reading(
            text, found.value, "percent" if percent else "number", None, "%" if found.kind == "percent" else None
        )
    stated = measured(text)
    if stated is not None and (inner := read_value(stated[0].lstrip("<>≥≤~± "), table.style)) is not None:
        told = unit or column.unit or table.unit or ""
        bare = stated[1] is None and _PERCENT.fullmatch(told) is not None
        percent = (stated[1] is not None and stated[1].startswith("%")) or "%" in text or bare
        down = text.lower().startswith("giảm")
        return _Reading(
            text,
            -inner.value if down else inner.value,
            "percent" if percent else "number",
            None,
            "%" if percent else stated[1],
        )
    return _Reading(text, None, "text")


_MONEY = re.compile(r"(?:đồng|VND|VNĐ|USD|trđ|tr\.đ)", re.IGNORECASE)
_BRACKETED = re.compile(r"\(\s*(\d[\d.,]*)\s*\)")
_PERCENT = re.compile(r"(?:tỷ lệ|tỉ lệ)?\s*\(?\s*%\s*\)?", re.IGNORECASE)


def _anchor(value: Block | None, label: Block | None, ordinal: Block | None, grid: Grid, row: int) -> Block:
    for cell in (value, label, ordinal):
        if cell is not None and cell.text.strip():
            return cell
    return next(
        cell for column in range(1, grid.width + 1) if (cell := grid.at(row, column)) is not None and cell.text.strip()
    )


def _ground(document: Document, cell: Block, table: str, discriminator: str) -> dict[str, Any]:
    text = cell.text
    start = len(text) - len(text.lstrip())
    return ground(
        document, cell, start, max(start, len(text.rstrip())), table=table, rule=_RULE, discriminator=discriminator
    )


def _value(
    table: _Table,
    fact: AppendixRow,
    column: ValueColumn,
    cell: Block,
    reading: _Reading,
    unit: str | None,
    place: dict[str, Any] | None,
) -> AppendixValue:
    """The fact of one value cell; `place` is where its row stands, if that is this cell."""
    document = table.document
    if reading.raw is None:
        place = ground(document, cell, 0, 0, table=_VALUES, rule=_RULE, discriminator=str(column.column))
        place |= {"char_start": None, "char_end": None, "surface": None}
    elif place is None:
        place = _ground(document, cell, _VALUES, str(column.column))
    else:
        start, end = place["char_start"], place["char_end"]
        key = fact_id(document.doc_id, _VALUES, cell.path, start, end, str(column.column))
        place = place | {"fact_id": key}
    return AppendixValue(
        **place,
        doubtful=reading.doubtful,
        row_fact_id=fact.fact_id,
        table_no=fact.table_no,
        row_no=fact.row_no,
        column_no=column.column,
        header_path=column.header_path,
        role=column.role,
        period_label=column.period_label,
        organ=column.organ,
        unit=reading.unit or column.unit or unit or table.unit,
        value_raw=reading.raw,
        value=reading.value,
        value_kind=reading.kind,
    )


def _note(grid: Grid, row: int, columns: Columns) -> str | None:
    notes = [text for column in columns.notes if (text := cell_text(grid.own(row, column)))]
    return "; ".join(notes) or None


def _group(grid: Grid, row: int, columns: Columns) -> str | None:
    return cell_text(grid.own(row, columns.group)) if columns.group is not None else None
