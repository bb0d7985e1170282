"""Running text of PDFs: whole paragraphs in reading order, nothing of the page's furniture."""

from __future__ import annotations

import pytest
from pdfs import HEIGHT, Sheet, draw, width_of, wrap

from extract.document import Document
from extract.read import read

LEFT, RIGHT, INDENT = 85.0, 540.0, 36.0
LONG = (
    "Trong kỳ báo cáo, các cơ quan chuyên môn thuộc huyện đã tổ chức thực hiện đầy đủ các nhiệm vụ được giao, kết quả "
    "giải quyết hồ sơ bảo đảm đúng thời hạn quy định, được người dân và doanh nghiệp đánh giá tích cực."
)
SECOND = (
    "Bên cạnh đó, việc theo dõi và đôn đốc được thực hiện thường xuyên hơn so với các năm trước đây tại tất cả các xã."
)


def paragraph(sheet: Sheet, y: float, text: str, *, indent: float = INDENT, size: float = 14) -> float:
    """Draw an indented paragraph; gives the y below it."""
    words = text.split(" ")
    lines = wrap(text, RIGHT - LEFT - indent, size)[:1]
    rest = " ".join(words[len(lines[0].split(" ")) :])
    lines += wrap(rest, RIGHT - LEFT, size) if rest else []
    for number, line in enumerate(lines):
        sheet.text(LEFT + (indent if number == 0 else 0), y, line, size=size)
        y += 1.3 * size
    return y


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def filler(sheet: Sheet, y: float = 120) -> float:
    """Enough ordinary text for the page to have a frame."""
    for _ in range(4):
        y = paragraph(sheet, y, LONG)
    return y


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


def raised(sheet: Sheet, y: float, before: str, mark: str, after: str, *, size: float = 14) -> None:
    """A line with a raised note mark in it."""
    x = sheet.text(LEFT + INDENT, y, before, size=size) if before else LEFT
    x = sheet.text(x, y - 0.35 * size, mark, size=0.6 * size)
    sheet.text(x, y, after, size=size)


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


@pytest.mark.parametrize("mark", ["(1)", "1"])
def test_marks_in_brackets_leave_nothing(mark: str) -> None:
    def page(sheet: Sheet) -> None:
        y = filler(sheet)
        raised(sheet, y, "Đã ban hành kế hoạch", mark, "")
        sheet.line(LEFT, 700, LEFT + 150, 700)
        raised(sheet, 715, "", mark, "Số liệu đến ngày 15.", size=10)

    assert texts(read(draw(page)))[-2:] == ["Đã ban hành kế hoạch", "Số liệu đến ngày 15."]


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
