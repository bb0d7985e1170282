"""Footnotes of PDFs and their marks: notes after their paragraph, marks in no text, raised digits that are none."""

from __future__ import annotations

import pytest
from pdf_text import INDENT, LEFT, LONG, filler, raised, texts
from pdfs import HEIGHT, Sheet, draw

from extract.read import read


def test_footnotes_stand_after_their_paragraph_and_leave_no_mark() -> None:
    def page(sheet: Sheet) -> None:
        end = sheet.text(LEFT + INDENT, 100, "Huyện đã ban hành đầy đủ các kế hoạch", size=14)
        sheet.text(end, 95, "1", size=8)
        sheet.text(end + 4, 100, ".", size=14)
        filler(sheet)
        sheet.line(LEFT, HEIGHT - 100, LEFT + 140, HEIGHT - 100)
        sheet.text(LEFT, HEIGHT - 89, "1", size=7)
        sheet.text(LEFT + 5, HEIGHT - 85, "Kế hoạch số 31/KH-UBND ngày 04/4/2023.", size=10)

    document = read(draw(page))
    assert texts(document)[:3] == [
        "Huyện đã ban hành đầy đủ các kế hoạch.",
        "Kế hoạch số 31/KH-UBND ngày 04/4/2023.",
        LONG,
    ]
    assert [block.path for block in document.blocks if block.kind == "footnote"] == ["fn[1]"]


@pytest.mark.parametrize("unit", ["m", "km"])
def test_raised_digits_of_units_are_no_notes(unit: str) -> None:
    def page(sheet: Sheet) -> None:
        filler(sheet)
        end = sheet.text(LEFT + INDENT, 600, f"Diện tích 25 {unit}", size=14)
        sheet.text(end, 595, "2", size=8)

    assert texts(read(draw(page)))[-1] == f"Diện tích 25 {unit}2"


@pytest.mark.parametrize("after", ["", ".", ",", " và"])
@pytest.mark.parametrize("before", ["ban hành ngày 05/3/2020", "theo Luật số 80/2015/QH13", "gồm 1.204", "kế hoạch"])
def test_a_note_mark_behind_a_number_is_no_part_of_it(before: str, after: str) -> None:
    def page(sheet: Sheet) -> None:
        y = filler(sheet)
        raised(sheet, y, before, "2", after)
        sheet.line(LEFT, 700, LEFT + 150, 700)
        raised(sheet, 715, "", "2", "Số liệu đến ngày 15 của tháng báo cáo.", size=10)

    assert texts(read(draw(page)))[-2:] == [f"{before}{after}", "Số liệu đến ngày 15 của tháng báo cáo."]


def test_a_note_mark_without_its_note_is_kept_in_the_raw_text_only() -> None:
    def page(sheet: Sheet) -> None:
        raised(sheet, filler(sheet), "đạt 57,34", "1", " so với kế hoạch")

    block = read(draw(page)).blocks[-1]
    assert (block.text, block.text_raw) == ("đạt 57,34 so với kế hoạch", "đạt 57,34 1 so với kế hoạch")


def test_a_power_of_ten_is_no_note_mark() -> None:
    def page(sheet: Sheet) -> None:
        raised(sheet, filler(sheet), "khoảng 3,5 x 10", "6", " hạt")

    assert texts(read(draw(page)))[-1] == "khoảng 3,5 x 10^6 hạt"


@pytest.mark.parametrize("mark", ["(1)", "1"])
def test_marks_in_brackets_leave_nothing(mark: str) -> None:
    def page(sheet: Sheet) -> None:
        y = filler(sheet)
        raised(sheet, y, "Đã ban hành kế hoạch", mark, "")
        sheet.line(LEFT, 700, LEFT + 150, 700)
        raised(sheet, 715, "", mark, "Số liệu đến ngày 15.", size=10)

    assert texts(read(draw(page)))[-2:] == ["Đã ban hành kế hoạch", "Số liệu đến ngày 15."]
