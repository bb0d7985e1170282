"""Sheets: numbers as a Vietnamese Excel shows them, tables with what stands above and below, what is not read is said."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import openpyxl
import pytest
from office_files import made, needs_calc
from openpyxl.styles import Alignment, Font

from extract.document import Document
from extract.read import read
from extract.read.errors import Damaged
from extract.read.sheet.formats import Value, shown

SHOWN: list[tuple[Value, str, str]] = [
    (None, "General", ""),
    ("Đất đai", "@", "Đất đai"),
    (True, "General", "TRUE"),
    (12, "General", "12"),
    (12.5, "General", "12,5"),
    (0.1 + 0.2, "General", "0,3"),
    (-0.25, "General", "-0,25"),
    (1234567890123, "General", "1234567890123"),
    (1234567.891, "General", "1234567,891"),
    (1e300, "General", "1,00000E+300"),
    (1234567.891, "#,##0", "1.234.568"),
    (1234567.891, "#,##0.00", "1.234.567,89"),
    (0.5, "#,##0", "1"),
    (2.5, "0", "3"),
    (-1234.5, "#,##0.0", "-1.234,5"),
    (-1234.5, "#,##0.0;(#,##0.0)", "(1.234,5)"),
    (-1234.5, "#,##0.0;[Red]-#,##0.0", "-1.234,5"),
    (0, '#,##0;-#,##0;"-"', "-"),
    (0, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "-"),
    (1500, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "1.500"),
    (-1500, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "(1.500)"),
    (0.9567, "0%", "96%"),
    (0.9567, "0.00%", "95,67%"),
    (1, "0.0%", "100,0%"),
    (7, "00", "07"),
    (0.4, "#.##", ",4"),
    (3, "0.##", "3"),
    (1500000, "#,##0,", "1.500"),
    (1500, '#,##0\\ "đồng"', "1.500 đồng"),
    (1500, '#,##0\\ [$₫-42A]', "1.500 ₫"),
    (25, '0" hồ sơ"', "25 hồ sơ"),
    (0.5, "# ?/?", "0,5"),
    (float("inf"), "0", "inf"),
    (dt.datetime(2022, 12, 5), "mm-dd-yy", "05/12/2022"),
    (dt.datetime(2022, 12, 5), "dd/mm/yyyy", "05/12/2022"),
    (dt.datetime(2022, 12, 5), "d/m/yy;@", "5/12/22"),
    (dt.datetime(2022, 12, 5), "mm/yyyy", "12/2022"),
    (dt.datetime(2022, 12, 5), '"Ngày "d" tháng "m', "Ngày 5 tháng 12"),
    (dt.datetime(2022, 12, 5, 7, 30), "[$-42A]dd/mm/yyyy hh:mm", "05/12/2022 07:30"),
    (dt.time(7, 5), "h:mm", "7:05"),
    (dt.timedelta(hours=30, minutes=5), "[h]:mm", "30:05"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "number_format", "text"), SHOWN, ids=[f"{v}|{f}" for v, f, _ in SHOWN])
def test_as_a_person_sees_it(value: Value, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


def annex() -> Any:
    """A workbook as offices make them: letterhead, title, header of two rows, total, signatures; a hidden sheet, an empty one."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Biểu 01"
    for area, text in (
        ("A1:B1", "UBND HUYỆN SUỐI TRÀ"),
        ("C1:F1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("A3:F3", "TỔNG HỢP HỒ SƠ"),
    ):
        sheet.merge_cells(area)
        sheet[area[:2]] = text
    sheet["A3"].font, sheet["A3"].alignment = Font(bold=True), Alignment(horizontal="center")
    for column, text in enumerate(("STT", "Lĩnh vực", "Đơn vị", "Kết quả", None, "Ghi chú"), 1):
        sheet.cell(6, column, text)
    sheet.merge_cells("D6:E6")
    sheet["D7"], sheet["E7"] = "Số lượng", "Tỷ lệ"
    for column_name in "ABCF":
        sheet.merge_cells(f"{column_name}6:{column_name}7")
    rows = ((1, "Đất đai", "hồ sơ", 12345.0, 0.9567, None), (2, "Tư pháp", "hồ sơ", 0, 1, "x"))
    for number, row in enumerate(rows, 8):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column, value)
        sheet.cell(number, 4).number_format, sheet.cell(number, 5).number_format = "#,##0", "0.00%"
    sheet["B11"], sheet["D11"] = "Tổng cộng", 12345
    sheet["B13"], sheet["E13"] = "Người lập biểu", "CHỦ TỊCH"
    book.create_sheet("Nháp").sheet_state = "hidden"
    book["Nháp"]["A1"] = 1
    book.create_sheet("Trống")
    return book


def saved(book: Any) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def rows_of(document: Document) -> list[list[str]]:
    _, cells = next(document.tables())
    found: dict[int, list[str]] = {}
    for cell in cells:
        found.setdefault(cell.row_no or 0, []).append(cell.text)
    return list(found.values())


TABLE = [
    ["STT", "Lĩnh vực", "Đơn vị", "Kết quả", "Ghi chú"],
    ["Số lượng", "Tỷ lệ"],
    ["1", "Đất đai", "hồ sơ", "12.345", "95,67%", ""],
    ["2", "Tư pháp", "hồ sơ", "0", "100,00%", "x"],
    ["", "Tổng cộng", "", "12345", "", ""],
]


def check(document: Document) -> None:
    outside = [block.text for block in document.blocks if block.kind != "cell"]
    assert outside == [
        "Biểu 01",
        "UBND HUYỆN SUỐI TRÀ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "TỔNG HỢP HỒ SƠ",
        "Người lập biểu",
        "CHỦ TỊCH",
    ]
    assert rows_of(document) == TABLE
    header = next(block for block in document.blocks if block.text == "Kết quả")
    assert (header.column_no, header.column_span, header.row_span) == (4, 2, 1)


def test_a_workbook() -> None:
    document = read(saved(annex()))
    check(document)
    assert document.media_type.endswith("spreadsheetml.sheet")
    assert document.warnings == ("hidden sheets left out: Nháp",)


@needs_calc
@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_old_and_open_workbooks(suffix: str) -> None:
    document = read(made(saved(annex()), ".xlsx", suffix))
    check(document)
    assert document.warnings[0].startswith(f"converted from .{suffix} with LibreOffice ")


def test_what_is_not_read_is_said() -> None:
    book = annex()
    sheet = book["Biểu 01"]
    sheet["D11"] = "=SUM(D8:D10)"
    sheet.row_dimensions[9].hidden = True
    sheet.column_dimensions["F"].hidden = True
    document = read(saved(book))
    assert rows_of(document)[2:] == [["1", "Đất đai", "hồ sơ", "12.345", "95,67%"]]
    assert [warning.partition(":")[0] for warning in document.warnings] == [
        "hidden rows or columns left out of sheet Biểu 01",
        "hidden sheets left out",
        "1 formula(s) without a stored result, left blank",
    ]


def test_a_sheet_of_sentences_is_paragraphs() -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A2"] = "Báo cáo nhanh", "Đã giải quyết 12 hồ sơ."
    book.active["XFD1048576"] = " "
    assert [(block.kind, block.text) for block in read(saved(book)).blocks][1] == (
        "paragraph",
        "Đã giải quyết 12 hồ sơ.",
    )


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, content if member == name else old.read(member))
    return buffer.getvalue()


def test_spoilt_workbooks_say_what_to_do() -> None:
    good = saved(annex())
    entities = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><worksheet>&x;</worksheet>'
    for data, advice in (
        (good[: len(good) // 2], "fetch it again"),
        (with_part(good, "xl/worksheets/sheet1.xml", b"<worksheet"), "save it anew"),
        (with_part(good, "xl/worksheets/sheet1.xml", entities), "DTD"),
        (with_part(good, "xl/workbook.xml", b""), "save it anew"),
    ):
        with pytest.raises(Damaged, match=advice):
            read(data)
