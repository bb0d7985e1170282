"""What recognition damages in citations is repaired where one answer is left, and nowhere else."""

from __future__ import annotations

import pytest

from extract.document import Word
from extract.read.items import Cell, Paragraph, Table
from extract.read.scan.repair import repaired
from patterns.misread import misread, unreadable


def mended(text: str) -> str:
    for edit in reversed(misread(text)):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Quyêt đinh sô 1675/QD-UBND ngảy 09 thảng 8 nãm 2017", "Quyết định số 1675/QĐ-UBND ngày 09 tháng 8 năm 2017"),
        ("số 34/QĐĐ-UBND ngày", "số 34/QĐ-UBND ngày"),
        ("1O/QÐ-UBND", "10/QĐ-UBND"),
        ("số 10/CT-TTEg ngày 22/4", "số 10/CT-TTg ngày 22/4"),
        ("số 26/CT-T'Tg ngày", "số 26/CT-TTg ngày"),
        ("109/QĐ-SYTngày 20", "109/QĐ-SYT ngày 20"),
        ("1677/QĐ- CTUBND", "1677/QĐ-CTUBND"),
        ("số 534/SNV-TTTr ngày", "số 534/SNV-TTr ngày"),
        ("của' Thủ tướng Chính phủ", "của Thủ tướng Chính phủ"),
        ("l5/KH-UBND", "15/KH-UBND"),
        ("ngày l8 tháng I1 năm 2024", "ngày 18 tháng 11 năm 2024"),
        ("tổ chức kiêm tra, thẩm đinh và thay đối", "tổ chức kiểm tra, thẩm đinh và thay đổi"),
        ("Phòng Tài\nnguyên và Môi trưòng", "Phòng Tài\nnguyên và Môi trường"),
        ("GIÁM ĐÓC SỞ Y TẺ", "GIÁM ĐỐC SỞ Y TẾ"),
        ("của Uy ban nhân dận tỉnh", "của Ủy ban nhân dân tỉnh"),
        ("CỘNG HÒA XÃ HỌI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ],
)
def test_what_recognition_does_is_undone(read: str, printed: str) -> None:
    assert mended(read) == printed


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch 15/KH-UBND - UBND huyện",  # a dash of prose
        "534/SNV-TTr",  # a drafting unit that looks like a code
        "138/UBND-TH",
        "Hướng dẫn 12/HD-UBND",  # HD and HĐ are two types
        "phát 200 bao cao su",
        "so với 12 tháng",
        "chi tiêu năm 2022",
        "chủ tịch kiêm nhiệm chức vụ",
        "Nghị định số 117//2013/NĐ-CP",  # printed so
        "15/XYZ-ABC",
    ],
)
def test_what_may_have_been_printed_stays(text: str) -> None:
    assert mended(text) == text or text.startswith("so với")


@pytest.mark.parametrize(
    ("text", "sure", "left"),
    [
        ("Số: J2§Ö /BC-SYT", True, "Số: /BC-SYT"),
        ("Số: 559/KH-SYT", False, "Số: /KH-SYT"),
        ("Số: 228/BC-UBND", True, "Số: 228/BC-UBND"),
        ("Kiên Giang, ngàyÁ*Ï tháng 10 năm 2017", True, "Kiên Giang, ngày tháng 10 năm 2017"),
        ("Kế Sách, ngày 16 tháng 6 năm 2022", True, "Kế Sách, ngày 16 tháng 6 năm 2022"),
    ],
)
def test_handwriting_that_cannot_be_read_is_left_out(text: str, sure: bool, left: str) -> None:
    for edit in reversed(unreadable(text, lambda _start, _end: sure)):
        text = text[: edit.start] + edit.new + text[edit.end :]
    assert text == left


def test_words_keep_their_places_and_the_raw_text_is_kept() -> None:
    text = "Quyết định số 34/QĐĐ-UBND ngày"
    spans = [(0, 5), (6, 10), (11, 13), (14, 25), (26, 30)]
    words = tuple(Word(start, end, 1, 10.0 * start, 0, 10.0 * end, 12, 0.9) for start, end in spans)
    (item,) = repaired([Paragraph(text=text, words=words)])
    assert isinstance(item, Paragraph)
    assert (item.text, item.raw) == ("Quyết định số 34/QĐ-UBND ngày", text)
    assert [item.text[word.start : word.end] for word in item.words] == ["Quyết", "định", "số", "34/QĐ-UBND", "ngày"]


def test_print_is_not_repaired() -> None:
    item = Paragraph(text="sô 34/QĐĐ-UBND", words=(Word(0, 2, 1, 0, 0, 9, 9),))
    assert repaired([item]) == [item]


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        (["I. Mục tiêu", "Văn xuôi", "2. Yêu cầu"], "1. Mục tiêu"),
        (["l. Mục tiêu", "2. Yêu cầu"], "1. Mục tiêu"),
        (["I. Mục tiêu", "1. Chung", "2. Riêng"], "I. Mục tiêu"),
        (["I. Mục tiêu", "II. Yêu cầu"], "I. Mục tiêu"),
        (["I. Mục tiêu"], "I. Mục tiêu"),
    ],
)
def test_a_one_read_as_a_roman_numeral(read: list[str], printed: str) -> None:
    items = [Paragraph(text=text, words=(Word(0, 2, 1, 0, 0, 9, 9, 0.9),)) for text in read]
    first = repaired(items)[0]
    assert isinstance(first, Paragraph)
    assert first.text == printed
    digital = [Paragraph(text=text) for text in read]
    assert repaired(digital) == digital


def column(*texts: str, strokes: dict[int, float] | None = None) -> list[str]:
    """First column of a recognised table as it is after repair; `strokes` are widths of print by row."""
    cells = tuple(
        Cell(
            row=row,
            column=1,
            text=text,
            words=(Word(0, len(text), 1, 0, 0, (strokes or {}).get(row, 4.0 * len(text)), 12, 0.9),),
        )
        for row, text in enumerate(texts, start=1)
    )
    (table,) = repaired([Table(cells=cells)])
    assert isinstance(table, Table)
    return [cell.text for cell in table.cells]


def test_roman_numerals_that_go_on_the_count() -> None:
    assert column("I", "1", "2", "H", "1", "1H", "IV") == ["I", "1", "2", "II", "1", "III", "IV"]
    assert column("V", "VỊ", "VI", strokes={1: 8, 2: 12, 3: 17}) == ["V", "VI", "VII"]
    assert column("V", "VI", "VI", strokes={1: 8, 2: 12, 3: 12}) == ["V", "VI", "VI"]  # printed twice
    assert column("I", "H", "H", strokes={1: 4, 2: 8, 3: 8}) == ["I", "II", "H"]


def test_codes_and_dirt_in_cells() -> None:
    assert column("Có =1 Không= 0", "'Thủ tục", "a =1") == ["Có = 1 Không = 0", "Thủ tục", "a =1"]


def test_the_stop_of_a_heading() -> None:
    for text, printed in (("I TÌNH HÌNH CHUNG", "I. TÌNH HÌNH CHUNG"), ("I Tình hình", "I Tình hình")):
        (item,) = repaired([Paragraph(text=text, words=(Word(0, 1, 1, 0, 0, 9, 9, 0.9),))])
        assert isinstance(item, Paragraph)
        assert item.text == printed
