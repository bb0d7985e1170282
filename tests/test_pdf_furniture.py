"""What stands on a page and is no text of the document: running lines, page numbers, signatures, what is drawn twice."""

from __future__ import annotations

from pdf_text import INDENT, LEFT, LONG, filler, paragraph, raised, texts
from pdfs import HEIGHT, Sheet, draw

from extract.read import read


def test_running_headers_and_page_numbers_are_left_out() -> None:
    def page(number: int, sheet: Sheet) -> None:
        sheet.text(200, 40, "CÔNG BÁO/Số 12/Ngày 05-7-2023", size=11)
        sheet.text(520, 40, str(number), size=11)
        filler(sheet)

    data = draw(*[lambda sheet, number=number: page(number, sheet) for number in range(1, 5)])
    assert texts(read(data)) == [LONG] * 16


def test_signature_text_is_no_letterhead() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(400, 25, "Người ký: Ủy ban nhân dân huyện", size=7)
        sheet.text(400, 34, "Email: ubnd@example.vn", size=7)
        sheet.text(400, 43, "Thời gian ký: 05.07.2023 10:33:11 +07:00", size=7)
        filler(sheet)

    document = read(draw(page))
    assert texts(document) == [LONG] * 4
    assert (document.signed_by, document.signed_at) == ("Ủy ban nhân dân huyện", "2023-07-05T10:33:11+07:00")


def test_text_drawn_twice_is_read_once() -> None:
    def page(sheet: Sheet) -> None:
        filler(sheet)
        for shift in (0.0, 0.3):
            sheet.text(LEFT + shift, 600, "TỔNG HỢP SỐ LIỆU", size=14)

    assert texts(read(draw(page)))[-1] == "TỔNG HỢP SỐ LIỆU"


def test_footnotes_annex_names_and_first_lines_are_no_furniture() -> None:
    def page(number: int, sheet: Sheet) -> None:
        sheet.text(LEFT, 60, f"Phụ lục {number:02d}", size=14)
        sheet.text(LEFT + INDENT, 80, f"{number}. Xã số {number}: {100 + number} hộ nghèo.", size=14)
        y = filler(sheet)
        raised(sheet, y, f"Đã ban hành kế hoạch năm {2020 + number}", "1", ".")
        sheet.line(LEFT, HEIGHT - 78, LEFT + 140, HEIGHT - 78)
        raised(sheet, HEIGHT - 62, "", "1", f"Kế hoạch số {2 * number}/KH-UBND.", size=10)

    data = draw(*[lambda sheet, number=number: page(number, sheet) for number in range(1, 6)])
    found = texts(read(data))
    for number in range(1, 6):
        assert f"Phụ lục {number:02d}" in found
        assert f"{number}. Xã số {number}: {100 + number} hộ nghèo." in found
        assert f"Kế hoạch số {2 * number}/KH-UBND." in found


def test_running_lines_of_a_short_document_are_furniture() -> None:
    def page(number: int, sheet: Sheet) -> None:
        sheet.text(200, 40, "Báo cáo của huyện Suối Trà", size=11)
        filler(sheet)
        sheet.text(260, HEIGHT - 40, f"Trang {number} trên 2", size=11)

    data = draw(*[lambda sheet, number=number: page(number, sheet) for number in (1, 2)])
    assert texts(read(data)) == [LONG] * 8


def test_a_sentence_about_who_signs_is_no_signature() -> None:
    sentence = "Người ký văn bản phải chịu trách nhiệm về nội dung của văn bản."

    def page(sheet: Sheet) -> None:
        paragraph(sheet, filler(sheet), sentence)

    document = read(draw(page))
    assert texts(document)[-1] == sentence
    assert document.signed_by is None
