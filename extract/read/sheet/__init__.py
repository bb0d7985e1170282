"""Bytes of an XLSX → items: each sheet a table under a heading with its name. openpyxl opens the workbook.

Values are those that Excel stored, as it shows them; nothing is computed. What stands above and below the table (letterhead,
title, notes, signatures) is given as paragraphs.
"""

from __future__ import annotations

import io
import re
import warnings as python_warnings
import zipfile
from collections.abc import Sequence
from typing import Any, Final

from extract.read.clean import clean, raw_of
from extract.read.docx.safety import check_container
from extract.read.errors import Damaged, TooLarge
from extract.read.items import Cell, Item, Paragraph, Table
from extract.read.sheet.grid import Place, Region, region_of

__all__ = ["read_xlsx"]

_MOST_CELLS: Final = 500_000
_NO_RESULT = re.compile(rb"(?:</f>|<f\b[^>]*/>)(?:<v\s*/>|<v></v>)?</c>")
_DEFAULT_NAME = re.compile(r"(?:Sheet|Trang tính|Trang_tính|Bảng)\s*\d*", re.IGNORECASE)


def read_xlsx(data: bytes) -> tuple[list[Item], list[str]]:
    """Items sheet by sheet, and warnings about what was not read. Raises Encrypted, Damaged or TooLarge."""
    check_container(data, "workbook")
    unknown = _formulas_without_result(data)
    book = _open(data)
    items: list[Item] = []
    warnings: list[str] = []
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for sheet in sheets:
        region = region_of(sheet, _MOST_CELLS)
        if region is None:
            continue
        if len(sheets) > 1 or not _DEFAULT_NAME.fullmatch(sheet.title):
            items.append(Paragraph(text=clean(sheet.title), bold=True, outline=1))
        items += _items(region)
        if region.hidden:
            warnings.append(f"hidden rows or columns left out of sheet {clean(sheet.title)}: {region.hidden}")
    hidden = [clean(sheet.title) for sheet in book.worksheets if sheet.sheet_state != "visible"]
    if hidden:
        warnings.append(f"hidden sheets left out: {', '.join(hidden)}")
    if unknown:
        warnings.append(
            f"{unknown} formula(s) without a stored result, left blank: open the file in Excel, save it and run again"
        )
    return items, warnings


def _open(data: bytes) -> Any:
    import openpyxl

    try:
        with python_warnings.catch_warnings():
            python_warnings.simplefilter("ignore")  # of extensions that it leaves out
            return openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    except MemoryError as error:
        raise TooLarge("The workbook does not fit into memory; split it and run again.") from error
    except Exception as error:  # openpyxl raises anything on files that are not as Excel writes them
        raise Damaged("The workbook is corrupt; save it anew in Excel and run again.") from error


def _formulas_without_result(data: bytes) -> int:
    """How many formulas no program has computed. Refuses XML with a DTD on the way, which Excel never writes."""
    count = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                if not name.lower().endswith((".xml", ".rels")):
                    continue
                part = archive.read(name)
                if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
                    raise Damaged(
                        f"A part of the workbook ({name}) declares a DTD, which Excel never does; it is not read."
                    )
                if name.startswith("xl/worksheets/"):
                    count += len(_NO_RESULT.findall(part))
    except Damaged:
        raise
    except Exception as error:  # a broken member
        raise Damaged("A part of the workbook is corrupt; fetch it again or save it anew in Excel.") from error
    return count


def _items(region: Region) -> list[Item]:
    """Paragraphs above, the table, paragraphs below; only paragraphs where no row has three cells."""
    first, last = region.table
    above, rows, below = region.rows[:first], region.rows[first:last], region.rows[last:]
    items: list[Item] = [_paragraph(place) for row in above for place in row]
    if rows:
        items.append(_table(rows))
    return items + [_paragraph(place) for row in below for place in row]


def _paragraph(place: Place) -> Paragraph:
    text = clean(place.text.replace("\n", " "))
    return Paragraph(text=text, raw=raw_of(place.text, text), bold=place.bold, centered=place.centered)


def _table(rows: Sequence[Sequence[Place]]) -> Table:
    """Empty columns left out; every position is a cell, merged ones given once."""
    columns = sorted({column for row in rows for place in row for column in (place.column, place.column_end)})
    number = {column: index for index, column in enumerate(columns, start=1)}
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    for row_number, row in enumerate(rows, start=1):
        at = {number[place.column]: place for place in row}
        for column in range(1, len(columns) + 1):
            if (row_number, column) in taken:
                continue
            place = at.get(column)
            if place is None:
                cells.append(Cell(row=row_number, column=column, text=""))
                continue
            width = number[place.column_end] - column + 1
            height = min(place.row_span, len(rows) - row_number + 1)
            taken |= {(row_number + r, column + c) for r in range(height) for c in range(width)}
            text = clean(place.text)
            cells.append(
                Cell(
                    row=row_number,
                    column=column,
                    text=text,
                    raw=raw_of(place.text, text),
                    row_span=height,
                    column_span=width,
                    bold=place.bold,
                )
            )
    return Table(cells=tuple(cells))
