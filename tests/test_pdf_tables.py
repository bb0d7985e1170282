"""Tables of PDFs: every row comes out once and whole, wherever the page breaks."""

from __future__ import annotations

import pytest
from pdfs import Sheet, draw, table_pages

from extract.document import Block, Document
from extract.read import read
from extract.read.pdf.grid import grids
from extract.read.pdf.page import Page, Rule

ROWS = [
    ("STT", "Tên chỉ tiêu", "Đơn vị tính", "Kết quả", "Ghi chú"),
    ("I", "Công tác chỉ đạo điều hành", "", "", ""),
    ("1", "Tỷ lệ hoàn thành kế hoạch năm tính đến thời điểm lập biểu", "%", "62,5", "Kế hoạch số 17/KH-UBND"),
    ("", "Số nhiệm vụ đề ra trong kế hoạch của đơn vị được giao", "Nhiệm vụ", "32", ""),
    ("", "Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", "20", "trong đó 02 nhiệm vụ hoàn thành trước hạn so với kế hoạch"),
    ("2", "Kiểm tra việc chấp hành kỷ luật hành chính tại các phòng chuyên môn", "", "", "Quyết định số 45/QĐ-UBND"),
    ("", "Số đơn vị đã kiểm tra", "Đơn vị", "7", ""),
    ("", "Số vấn đề phát hiện", "Vấn đề", "0", ""),
    ("II", "Cải cách thể chế", "", "", ""),
    ("1", "Số văn bản đã ban hành trong kỳ báo cáo theo thẩm quyền", "Văn bản", "1.204", ""),
    ("", "- Trong đó văn bản quy phạm pháp luật ban hành mới", "Văn bản", "3", "02 quyết định, 01 nghị quyết"),
]
WIDTHS = (40.0, 170.0, 80.0, 60.0, 120.0)


def rows_of(document: Document) -> list[tuple[str, ...]]:
    rows: dict[tuple[int | None, int | None], list[str]] = {}
    for block in document.blocks:
        if block.kind == "cell":
            rows.setdefault((block.table_no, block.row_no), []).append(" ".join(block.text.split()))
    return [tuple(row) for row in rows.values()]


@pytest.mark.parametrize("word", [False, True], ids=["strokes", "rectangles"])
@pytest.mark.parametrize("repeat", [False, True], ids=["once", "repeated"])
@pytest.mark.parametrize("height", range(60, 330, 9))
def test_rows_survive_page_breaks_anywhere(height: int, repeat: bool, word: bool) -> None:
    data, pages = table_pages(ROWS, WIDTHS, height=float(height), repeat=repeat, word=word)
    document = read(data)
    assert document.pages == pages
    assert rows_of(document) == ROWS


def test_header_row_is_marked_and_page_numbers_differ() -> None:
    data, pages = table_pages(ROWS, WIDTHS, height=120.0)
    blocks = [block for block in read(data).blocks if block.kind == "cell"]
    assert [block.row_no for block in blocks if block.is_header] == [1] * 5
    assert {block.page for block in blocks if block.words} == set(range(1, pages + 1))


def grid(sheet: Sheet, xs: list[float], ys: list[float], *, sides: bool = True) -> None:
    for y in ys:
        sheet.line(xs[0], y, xs[-1], y)
    for x in xs if sides else xs[1:-1]:
        sheet.line(x, ys[0], x, ys[-1])


def test_half_drawn_border_makes_no_two_cells_of_one_place() -> None:
    """Where two borders end half-way, what is joined is no rectangle: it is cut into several, and nothing is lost."""

    def page(sheet: Sheet) -> None:
        for y in (100, 160, 190):
            sheet.line(60, y, 360, y)
        for x in (60, 260, 360):
            sheet.line(x, 100, x, 190)
        for start, end in ((60, 160), (260, 360)):
            sheet.line(start, 130, end, 130)
        for start, end in ((100, 130), (160, 190)):
            sheet.line(160, start, 160, end)
        for row, y in enumerate((120, 150, 180)):
            for column, x in enumerate((70, 170, 270)):
                sheet.text(x, y, f"ô {row}{column}")

    cells = [block for block in read(draw(page)).blocks if block.kind == "cell"]
    assert len({block.path for block in cells}) == len(cells)
    assert sorted(" ".join(block.text for block in cells).replace("ô ", "").split()) == [
        f"{row}{column}" for row in range(3) for column in range(3)
    ]


def test_a_joined_cell_that_is_no_rectangle_is_cut_into_several() -> None:
    """Every place of the grid belongs to one cell, also where the second engine cannot help."""
    across = [Rule(0, 0, 300), Rule(30, 0, 100), Rule(30, 200, 300), Rule(60, 0, 300)]
    down = [Rule(0, 0, 60), Rule(100, 0, 30), Rule(200, 0, 60), Rule(300, 0, 60)]
    page = Page(number=1, width=300, height=60, tokens=(), horizontal=tuple(across), vertical=tuple(down))
    (found,) = grids(page)
    places = [
        (row, column)
        for cell in found.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    ]
    assert sorted(places) == [(row, column) for row in range(2) for column in range(3)]
    assert found.doubtful


def test_merged_cells_come_once() -> None:
    def page(sheet: Sheet) -> None:
        xs, ys = [60, 160, 260, 360], [100, 130, 160, 190]
        for y in (100, 160, 190):
            sheet.line(60, y, 360, y)
        sheet.line(160, 130, 360, 130)
        for x in (60, 160, 360):
            sheet.line(x, 100, x, 190)
        sheet.line(260, 130, 260, 190)
        assert xs
        assert ys
        sheet.text(65, 130, "Đơn vị")
        sheet.text(200, 120, "Kết quả")
        sheet.text(165, 150, "Kế hoạch")
        sheet.text(265, 150, "Thực hiện")
        sheet.text(65, 180, "Xã A")
        sheet.text(165, 180, "12")
        sheet.text(265, 180, "9")

    cells = {(b.row_no, b.column_no): b for b in read(draw(page)).blocks if b.kind == "cell"}
    assert cells[1, 1].text == "Đơn vị"
    assert (cells[1, 1].row_span, cells[1, 2].column_span) == (2, 2)
    assert [cells[key].text for key in sorted(cells)] == [
        "Đơn vị", "Kết quả", "Kế hoạch", "Thực hiện", "Xã A", "12", "9",
    ]  # fmt: skip


def test_open_sides_are_cells_too() -> None:
    def page(sheet: Sheet) -> None:
        grid(sheet, [60, 100, 300, 400], [100, 130, 160], sides=False)
        for x, y, text in (
            (65, 120, "TT"),
            (105, 120, "Nội dung"),
            (305, 120, "Số"),
            (65, 150, "1"),
            (105, 150, "Thu"),
            (305, 150, "5"),
        ):
            sheet.text(x, y, text)

    assert rows_of(read(draw(page))) == [("TT", "Nội dung", "Số"), ("1", "Thu", "5")]


def test_a_missing_top_rule_loses_no_row() -> None:
    def page(sheet: Sheet) -> None:
        xs, ys = [60, 100, 300, 400], [130, 160, 190]
        grid(sheet, xs, ys)
        for x in xs:
            sheet.line(x, 100, x, 130)
        for y, row in zip((120, 150, 180), (("1", "Thu", "5"), ("2", "Chi", "4"), ("3", "Dư", "1")), strict=True):
            for x, text in zip(xs, row, strict=False):
                sheet.text(x + 5, y, text)

    assert rows_of(read(draw(page))) == [("1", "Thu", "5"), ("2", "Chi", "4"), ("3", "Dư", "1")]


def test_a_table_without_ruling_goes_through_the_second_engine() -> None:
    rows = [
        ("TT", "Chỉ tiêu", "Đơn vị", "Kết quả"),
        ("1", "Diện tích lúa", "ha", "120"),
        ("2", "Sản lượng", "tấn", "640"),
        ("3", "Đàn lợn", "con", "85"),
    ]

    def page(sheet: Sheet) -> None:
        for y, row in zip(range(100, 180, 20), rows, strict=True):
            for x, text in zip((60, 120, 300, 420), row, strict=True):
                sheet.text(x, y, text)

    document = read(draw(page))
    assert rows_of(document) == rows
    assert any("second engine" in warning for warning in document.warnings)


def test_words_stand_where_they_are_printed() -> None:
    data, _ = table_pages(ROWS, WIDTHS, height=300.0)
    block: Block = next(b for b in read(data).blocks if b.text == "1.204")
    (box,) = block.boxes()
    assert (box.page, round(box.x0)) == (1, round(60 + 40 + 170 + 80 + 5.4))
    assert box.top < box.bottom


def drawn_rows(sheet: Sheet, xs: list[float], ys: list[float], rows: list[tuple[str, ...]]) -> None:
    """A ruled table; a cell's lines stand below each other."""
    grid(sheet, xs, ys)
    for y, row in zip(ys, rows, strict=False):
        for x, text in zip(xs, row, strict=False):
            for number, line in enumerate(text.split("\n")):
                sheet.text(x + 5, y + 13 + 14 * number, line)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("số 1501/QĐ-S\nNNPTNT ngày 05", "số 1501/QĐ-SNNPTNT ngày 05"),
        ("Quyết định số 111\n6/QĐ-BQLKCN", "Quyết định số 1116/QĐ-BQLKCN"),
        ("Kế hoạch số 12\n15/KH-UBND", "Kế hoạch số 12 15/KH-UBND"),  # the symbol would have fitted
    ],
)
def test_a_symbol_wider_than_its_cell_is_whole(lines: str, expected: str) -> None:
    def page(sheet: Sheet) -> None:
        xs = [60, 100, 205]
        drawn_rows(sheet, xs, [100, 120, 170, 190], [("TT", "Ghi chú"), ("1", lines), ("2", "Đạt")])

    assert rows_of(read(draw(page)))[1] == ("1", expected)


def test_a_number_cut_by_the_page_break_is_one() -> None:
    xs = [60.0, 100, 300, 354]

    def page(sheet: Sheet) -> None:
        drawn_rows(
            sheet,
            xs,
            [700, 720, 770],
            [("TT", "Chỉ tiêu", "Kết quả"), ("1", "Giá trị giải ngân lũy kế\ntừ đầu năm đến", "1.116.71")],
        )

    def following(sheet: Sheet) -> None:
        drawn_rows(sheet, xs, [60, 80, 100], [("", "thời điểm báo cáo", "2"), ("2", "Số dự án", "4")])

    assert rows_of(read(draw(page, following)))[1] == (
        "1",
        "Giá trị giải ngân lũy kế từ đầu năm đến thời điểm báo cáo",
        "1.116.712",
    )


def test_a_header_of_two_rows_cut_by_the_page_break() -> None:
    def page(sheet: Sheet) -> None:
        drawn_rows(sheet, [60, 100, 260, 400], [760, 780], [("TT", "Chỉ tiêu", "Thực hiện")])

    def following(sheet: Sheet) -> None:
        rows = [("", "", "Năm 2023", "Năm 2024"), ("1", "Diện tích", "12", "15"), ("2", "Sản lượng", "30", "31")]
        drawn_rows(sheet, [60, 100, 260, 330, 400], [60, 80, 100, 120], rows)

    document = read(draw(page, following))
    assert rows_of(document)[:3] == [
        ("TT", "Chỉ tiêu", "Thực hiện"),
        ("Năm 2023", "Năm 2024"),
        ("1", "Diện tích", "12", "15"),
    ]
    spans = {b.text: (b.row_span, b.column_span) for b in document.blocks if b.kind == "cell"}
    assert (spans["TT"], spans["Thực hiện"], spans["Năm 2023"]) == ((2, 1), (1, 2), (1, 1))
