"""Running text of PDFs: whole paragraphs in reading order, nothing of the page's furniture."""

from __future__ import annotations

import pytest
from pdf_text import INDENT, LEFT, LONG, RIGHT, SECOND, filler, paragraph, raised, texts
from pdfs import Sheet, draw, width_of, wrap

from extract.read import read


def test_lines_become_paragraphs() -> None:
    def page(sheet: Sheet) -> None:
        y = filler(sheet)
        y = paragraph(sheet, y, SECOND)
        paragraph(sheet, y, "- Xây dựng kế hoạch kiểm tra;")

    assert texts(read(draw(page))) == [LONG] * 4 + [SECOND, "- Xây dựng kế hoạch kiểm tra;"]


def test_a_paragraph_goes_on_over_the_page() -> None:
    first, second = LONG.split("kết quả ")

    def page(sheet: Sheet) -> None:
        y = filler(sheet)
        lines = wrap(first.strip(), RIGHT - LEFT - INDENT, 14)
        sheet.text(LEFT + INDENT, y, lines[0], size=14)
        rest = wrap(" ".join(lines[1:]) + " kết quả " + second, RIGHT - LEFT, 14)
        for number, line in enumerate(rest[:-1]):
            sheet.text(LEFT, y + 18.2 * (number + 1), line, size=14)

    def following(sheet: Sheet) -> None:
        lines = wrap(first.strip(), RIGHT - LEFT - INDENT, 14)
        rest = wrap(" ".join(lines[1:]) + " kết quả " + second, RIGHT - LEFT, 14)
        sheet.text(300, 40, "2", size=13)
        sheet.text(LEFT, 80, rest[-1], size=14)
        filler(sheet, 100)

    document = read(draw(page, following))
    assert texts(document) == [LONG] * 9
    assert [block.path for block in document.blocks if block.stitched] == ["p[5]"]


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        ("theo Quyết định số 45/QĐ-", "UBND ngày 02/3/2023 của huyện", "45/QĐ-UBND ngày"),
        ("theo Thông tư số 07/2021/", "TT-BNV ngày 11/8/2021 của Bộ", "07/2021/TT-BNV ngày"),
        ("tại Trung tâm Văn hóa -", "Thể thao của huyện và các xã", "Văn hóa - Thể thao"),
    ],
)
def test_symbols_are_joined_over_lines(upper: str, lower: str, expected: str) -> None:
    def page(sheet: Sheet) -> None:
        y = filler(sheet)
        start = RIGHT - width_of(upper, 14)
        words = LONG.split(" ")
        while width_of(" ".join(words), 14) > start - LEFT - INDENT - 4:
            words.pop()
        sheet.text(LEFT + INDENT, y, " ".join(words), size=14)
        sheet.text(start, y, upper, size=14)
        sheet.text(LEFT, y + 18.2, f"{lower} về việc giao nhiệm vụ cho các đơn vị thuộc huyện", size=14)

    assert expected in texts(read(draw(page)))[4]


def test_letterhead_columns_stay_apart() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(100, 60, "ỦY BAN NHÂN DÂN", size=13, bold=True)
        sheet.text(280, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True)
        sheet.text(115, 76, "HUYỆN SÔNG LAM", size=13, bold=True)
        sheet.text(320, 76, "Độc lập - Tự do - Hạnh phúc", size=13, bold=True)
        sheet.text(110, 104, "Số: 12/BC-UBND", size=13)
        sheet.text(310, 104, "Sông Lam, ngày 05 tháng 7 năm 2023", size=13)
        sheet.text(275, 150, "BÁO CÁO", size=14, bold=True)
        filler(sheet, 200)

    document = read(draw(page))
    assert texts(document)[:6] == [
        "ỦY BAN NHÂN DÂN HUYỆN SÔNG LAM",
        "Số: 12/BC-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Sông Lam, ngày 05 tháng 7 năm 2023",
        "BÁO CÁO",
    ]
    assert {block.zone for block in document.blocks[:6]} == {"letterhead"}


def test_closing_columns_that_are_not_level() -> None:
    def page(sheet: Sheet) -> None:
        y = filler(sheet) + 20
        sheet.text(90, y, "Nơi nhận:", size=12, bold=True)
        sheet.text(360, y + 4, "KT. CHỦ TỊCH", size=14, bold=True)
        sheet.text(90, y + 14, "- Như trên;", size=11)
        sheet.text(355, y + 20, "PHÓ CHỦ TỊCH", size=14, bold=True)
        sheet.text(90, y + 27, "- Thường trực Huyện ủy;", size=11)
        sheet.text(90, y + 40, "- Lưu: VT, NV.", size=11)
        sheet.text(350, y + 110, "Trần Văn Hạ", size=14, bold=True)

    assert texts(read(draw(page)))[4:] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Thường trực Huyện ủy;",
        "- Lưu: VT, NV.",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Trần Văn Hạ",
    ]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_rotated_pages_give_displayed_places(rotation: int) -> None:
    document = read(draw(lambda sheet: sheet.text(100, 50, "Phụ lục số liệu") and None, rotation=rotation))
    (block,) = document.blocks
    assert block.text == "Phụ lục số liệu"
    (box,) = block.boxes()
    width, height = (595, 842) if rotation == 180 else (842, 595)
    assert 0 <= box.x0 < box.x1 <= width
    assert 0 <= box.top < box.bottom <= height


def test_addressees_are_whole_though_their_block_is_narrow() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(150, 120, "Kính gửi:", size=14)
        for y, line in (
            (140, "- Chủ tịch Ủy ban nhân dân các xã,"),
            (158, "Trưởng các phòng;"),
            (176, "- Giám đốc Trung tâm Y tế."),
        ):
            sheet.text(200, y, line, size=14)
        filler(sheet, 210)

    assert texts(read(draw(page)))[:3] == [
        "Kính gửi:",
        "- Chủ tịch Ủy ban nhân dân các xã, Trưởng các phòng;",
        "- Giám đốc Trung tâm Y tế.",
    ]


def test_a_bracket_at_the_start_of_a_line_goes_on_with_the_sentence() -> None:
    sentence = "Chi tiết kết quả thực hiện từng nhiệm vụ được giao của huyện trong 6 tháng đầu"

    def page(sheet: Sheet) -> None:
        y = filler(sheet)
        sheet.text(RIGHT - width_of(sentence, 14), y, sentence, size=14)
        sheet.text(LEFT, y + 18.2, "(kèm theo Báo cáo này).", size=14)

    assert texts(read(draw(page)))[-1] == f"{sentence} (kèm theo Báo cáo này)."


def centred(sheet: Sheet, y: float, text: str) -> None:
    sheet.text((LEFT + RIGHT - width_of(text, 14, bold=True)) / 2, y, text, size=14, bold=True)


@pytest.mark.parametrize(
    "lines",
    [
        ("Biểu 02: KẾT QUẢ HUY ĐỘNG VÀ SỬ DỤNG NGUỒN", "VỐN ĐẦU TƯ"),
        ("TIẾP CÔNG DÂN, XỬ LÝ ĐƠN", "VÀ GIẢI QUYẾT KHIẾU NẠI, TỐ CÁO TRÊN ĐỊA BÀN"),
        ("(Lưu ý: biểu này áp dụng cho các đơn vị có dự án trong các khu công nghiệp;", "khu kinh tế trên địa bàn)"),
    ],
)
def test_wrapped_titles_are_one_paragraph(lines: tuple[str, str]) -> None:
    def page(sheet: Sheet) -> None:
        y = filler(sheet) + 10
        for line in lines:
            centred(sheet, y, line)
            y += 18.2
        filler(sheet, y + 10)

    assert " ".join(lines) in texts(read(draw(page)))


def test_a_lettered_heading_at_the_top_of_a_page_is_not_the_rest_of_the_one_before() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(LEFT + INDENT, filler(sheet), "2. Hạ tầng số và dữ liệu số", size=14, bold=True)

    def following(sheet: Sheet) -> None:
        sheet.text(LEFT + INDENT, 60, "a) Về công tác phối hợp", size=14, bold=True)
        filler(sheet, 80)

    assert texts(read(draw(page, following)))[4:6] == ["2. Hạ tầng số và dữ liệu số", "a) Về công tác phối hợp"]


def test_recipients_and_signature_over_a_page_with_footnotes() -> None:
    def page(sheet: Sheet) -> None:
        y = filler(sheet)
        raised(sheet, y, "Số liệu chi tiết có ở phụ lục", "1", ".")
        for x, shift, line in (
            (LEFT, 40, "Nơi nhận:"),
            (LEFT, 55, "- Như trên;"),
            (340, 40, "TM. ỦY BAN NHÂN DÂN"),
            (390, 58, "CHỦ TỊCH"),
        ):
            sheet.text(x, y + shift, line, size=13)
        sheet.line(LEFT, 700, LEFT + 150, 700)
        raised(sheet, 715, "", "1", "Tính đến cuối tháng báo cáo.", size=10)

    def following(sheet: Sheet) -> None:
        sheet.text(LEFT, 60, "- Phòng Nội vụ;", size=13)
        sheet.text(LEFT, 75, "- Lưu: VT.", size=13)
        sheet.text(385, 120, "Lê Văn An", size=13)

    assert texts(read(draw(page, following)))[-7:] == [
        "Nơi nhận:", "- Như trên;", "- Phòng Nội vụ;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn An",
    ]  # fmt: skip


def test_a_marker_and_a_tab_are_no_columns() -> None:
    def page(sheet: Sheet) -> None:
        y = filler(sheet)
        for number, line in enumerate(("Thu ngân sách đạt 12 tỷ đồng;", "Chi ngân sách đạt 10 tỷ đồng.")):
            sheet.text(LEFT + 80, y + 20 * number, "ab"[number] + ")", size=14)
            sheet.text(LEFT + 130, y + 20 * number, line, size=14)

    assert texts(read(draw(page)))[-2:] == ["a) Thu ngân sách đạt 12 tỷ đồng;", "b) Chi ngân sách đạt 10 tỷ đồng."]


@pytest.mark.parametrize(
    ("upper", "lower", "size", "bold"),
    [
        (
            "Việc phân bổ kinh phí được thực hiện đúng theo nội dung đã nêu tại",
            "Mục II Kế hoạch số 45/KH-UBND của huyện.",
            14,
            False,
        ),
        ("Việc phân bổ kinh phí được thực hiện đúng theo nội dung đã nêu tại", "phần sau của báo cáo này.", 12, False),
        ("Việc phân bổ kinh phí được thực hiện đúng theo nội dung đã nêu tại", "phần sau của báo cáo này.", 14, True),
    ],
)
def test_a_full_line_goes_on_whatever_follows(upper: str, lower: str, size: float, bold: bool) -> None:
    def page(sheet: Sheet) -> None:
        y = filler(sheet)
        sheet.text(RIGHT - width_of(upper, 14), y, upper, size=14)
        sheet.text(LEFT, y + 18.2, lower, size=size, bold=bold)

    assert texts(read(draw(page)))[-1] == f"{upper} {lower}"
