"""Tables: every cell once and in its place; layout tables as paragraphs."""

from __future__ import annotations

import pytest
from docx_files import cell, only_table, paragraph, read, row, rows_of, run, table, texts

RESTART, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def span(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


def places(body: str) -> list[tuple[int, int, int, int, str]]:
    """Row, column, row span, column span and text of each cell."""
    found = only_table(read(body))
    return [(one.row, one.column, one.row_span, one.column_span, one.text) for one in found.cells]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            table(row("a", "b"), row("c", "")),
            [(1, 1, 1, 1, "a"), (1, 2, 1, 1, "b"), (2, 1, 1, 1, "c"), (2, 2, 1, 1, "")],
        ),
        (
            table(row(cell("STT", RESTART), cell("Kết quả", span(2))), row(cell("", GOES_ON), "Đơn vị", "Số liệu")),
            [(1, 1, 2, 1, "STT"), (1, 2, 1, 2, "Kết quả"), (2, 2, 1, 1, "Đơn vị"), (2, 3, 1, 1, "Số liệu")],
        ),
        (
            table(row(cell("a", RESTART), "1"), row(cell("ẩn", GOES_ON), "2"), row(cell("b", RESTART), "3"), row(cell("", GOES_ON), "4")),
            [(1, 1, 2, 1, "a"), (1, 2, 1, 1, "1"), (2, 2, 1, 1, "2"), (3, 1, 2, 1, "b"), (3, 2, 1, 1, "3"), (4, 2, 1, 1, "4")],
        ),
        (  # rows that begin or end inside the grid
            table(row("a", "b", "c"), row("d", "e", properties='<w:gridBefore w:val="1"/>'), row("f", properties='<w:gridAfter w:val="2"/>')),
            [(1, 1, 1, 1, "a"), (1, 2, 1, 1, "b"), (1, 3, 1, 1, "c"), (2, 2, 1, 1, "d"), (2, 3, 1, 1, "e"), (3, 1, 1, 1, "f")],
        ),
        (  # a merge without a beginning is a cell
            table(row(cell("a", GOES_ON), "b"), row("c", "d")),
            [(1, 1, 1, 1, "a"), (1, 2, 1, 1, "b"), (2, 1, 1, 1, "c"), (2, 2, 1, 1, "d")],
        ),
        (  # merged cells of Word 97
            table(row(cell("a", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), "b"), row("c", "d", "e")),
            [(1, 1, 1, 2, "a"), (1, 3, 1, 1, "b"), (2, 1, 1, 1, "c"), (2, 2, 1, 1, "d"), (2, 3, 1, 1, "e")],
        ),
        (  # a grid line that no cell uses
            table(row(cell("a", span(2)), cell("b", span(3))), row(cell("c", span(2)), cell("d", span(3)))),
            [(1, 1, 1, 1, "a"), (1, 2, 1, 1, "b"), (2, 1, 1, 1, "c"), (2, 2, 1, 1, "d")],
        ),
        (  # a border dragged by half a millimetre in one row
            table(row("a", cell("b", span(2))), row(cell("c", span(2)), "d"), grid=(3000, 30, 4000)),
            [(1, 1, 1, 1, "a"), (1, 2, 1, 1, "b"), (2, 1, 1, 1, "c"), (2, 2, 1, 1, "d")],
        ),
        (  # a narrow column of its own is no sliver
            table(row("a", "b", "c"), row("d", "e", "f"), grid=(3000, 30, 4000)),
            [(1, 1, 1, 1, "a"), (1, 2, 1, 1, "b"), (1, 3, 1, 1, "c"), (2, 1, 1, 1, "d"), (2, 2, 1, 1, "e"), (2, 3, 1, 1, "f")],
        ),
    ],
)  # fmt: skip
def test_grid(body: str, expected: list[tuple[int, int, int, int, str]]) -> None:
    assert places(body) == expected


def test_rows_and_cells_in_content_controls() -> None:
    wrapped = f"<w:sdt><w:sdtContent>{row('c', 'd')}</w:sdtContent></w:sdt>"
    inner = f"<w:sdt><w:sdtContent>{cell('f')}</w:sdtContent></w:sdt>"
    body = table(row("a", "b"), wrapped, row("e", inner))
    assert texts(read(body)) == ["a | b / c | d / e | f"]


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('<w:del w:id="1"/>', "a | b / e | f"),
        ("<w:hidden/>", "a | b / e | f"),
        ('<w:ins w:id="1"/>', "a | b / c | d / e | f"),
    ],
)
def test_deleted_and_hidden_rows(properties: str, expected: str) -> None:
    assert texts(read(table(row("a", "b"), row("c", "d", properties=properties), row("e", "f")))) == [expected]


def test_header_rows_are_those_stated_from_the_top() -> None:
    header = "<w:tblHeader/>"
    body = table(
        row("TT", "Tên", properties=header),
        row("1", "2", properties=header),
        row("a", "b"),
        row("c", "d", properties=header),
    )
    assert [line[0].is_header for line in rows_of(only_table(read(body)))] == [True, True, False, False]


def test_paragraphs_in_a_cell_are_lines() -> None:
    body = table(
        row("Có = 1\nKhông = 0", cell(paragraph("<w:r><w:t>Tổng</w:t><w:br/><w:t>số</w:t></w:r>"))), row("x", "y")
    )
    assert texts(read(body)) == ["Có = 1\nKhông = 0 | Tổng số / x | y"]


def test_bold_cells() -> None:
    body = table(row(cell(paragraph(run("Tiêu đề", "<w:b/>"))), "thường"), row("", "12"))
    assert [one.bold for one in only_table(read(body)).cells] == [True, False, None, None]


def test_nested_table_belongs_to_its_cell() -> None:
    inner = table(row("1", "2"), row("3", "4"))
    (first, *_), _ = rows_of(
        only_table(read(table(row(cell(paragraph("ngoài") + inner + paragraph()), "b"), row("c", "d"))))
    )
    assert first.text == "ngoài"
    assert texts(list(first.tables)) == ["1 | 2 / 3 | 4"]


HEADER = row("TT", "Chỉ tiêu", "Đơn vị", "Kết quả")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # the second repeats the header rows
        (table(HEADER, row("1", "A", "%", "5")) + paragraph() + table(HEADER, row("2", "B", "%", "6")), 1),
        # directly below, as Word shows one table
        (table(HEADER, row("1", "A", "%", "5")) + table(row("2", "B", "%", "6"), row("3", "C", "%", "7")), 1),
        # another table
        (table(HEADER, row("1", "A", "%", "5")) + paragraph("Biểu 2") + table(HEADER, row("1", "B", "%", "6")), 2),
        (table(HEADER, row("1", "A", "%", "5")) + paragraph() + table(HEADER, row("1", "B", "%", "6")), 2),
        (
            table(HEADER, row("1", "A", "%", "5"))
            + paragraph()
            + table(row("2", "B", "%", "6"), row("3", "C", "%", "7")),
            2,
        ),
        (table(HEADER, row("1", "A", "%", "5")) + table(row("TT", "Tên", "Ghi chú"), row("1", "x", "y")), 2),
    ],
)
def test_tables_that_go_on(body: str, expected: int) -> None:
    found = [item for item in texts(read(body)) if "|" in item]
    assert len(found) == expected


def test_continued_table_keeps_one_header() -> None:
    body = table(HEADER, row("1", "A", "%", "5")) + paragraph() + table(HEADER, row("2", "B", "%", "6"))
    assert [one.row for one in only_table(read(body)).cells] == [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3]


LETTERHEAD = (
    row("UBND HUYỆN A\nPHÒNG NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),
    row("Số: 7/BC-PNV", "A, ngày 02 tháng 01 năm 2024"),
)
TAIL = (row("Nơi nhận:\n- Như trên;\n- Lưu: VT.", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Thị C"),)
TAIL_BY_ROWS = (row("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"), row("- Như trên;", "CHỦ TỊCH"), row("- Lưu: VT.", "Lê Thị C"))


@pytest.mark.parametrize("border", ["none", "nil", None, "single"])
@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (LETTERHEAD, ["UBND HUYỆN A", "PHÒNG NỘI VỤ", "Số: 7/BC-PNV", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "A, ngày 02 tháng 01 năm 2024"]),
        (TAIL, ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị C"]),
        (TAIL_BY_ROWS, ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Thị C"]),
        ((row("Khung chữ một ô"),), ["Khung chữ một ô"]),
    ],
)  # fmt: skip
def test_layout_tables_are_paragraphs(rows: tuple[str, ...], expected: list[str], border: str | None) -> None:
    assert texts(read(table(*rows, border=border))) == expected


@pytest.mark.parametrize(
    "rows",
    [
        (row("TT", "Nội dung", "Số lượng"), row("1", "Hồ sơ", "12"), row("2", "Văn bản", "5")),
        (row("Hồ sơ", "12"), row("Văn bản", "5"), row("Cuộc họp", "3")),
        (row("STT", "Họ và tên"), row("1", "Trần Văn A")),
    ],
)
def test_borderless_data_stays_a_table(rows: tuple[str, ...]) -> None:
    assert len(only_table(read(table(*rows, border="none"))).cells) == sum(one.count("<w:tc>") for one in rows)


@pytest.mark.parametrize(
    "rows",
    [
        (row("Văn bản", "Nơi nhận"), row("Báo cáo quý", "Sở Nội vụ"), row("Báo cáo năm", "UBND tỉnh")),
        (row("a", "b"),),
        (row("một cột"), row("hai dòng")),
    ],
)
def test_ruled_data_stays_a_table(rows: tuple[str, ...]) -> None:
    assert len(only_table(read(table(*rows))).cells) == sum(one.count("<w:tc>") for one in rows)


def test_borders_switched_off_cell_by_cell() -> None:
    off = (
        "<w:tcBorders>"
        + "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right"))
        + "</w:tcBorders>"
    )
    body = table(row(cell("Cột trái của bài", off), cell("Cột phải của bài", off)))
    assert texts(read(body)) == ["Cột trái của bài", "Cột phải của bài"]


def test_borders_from_a_style_and_the_style_it_is_based_on() -> None:
    styles = (
        '<w:style w:type="table" w:styleId="Luoi"><w:tblPr><w:tblBorders><w:insideV w:val="single"/><w:left w:val="single"/>'
        '<w:right w:val="single"/></w:tblBorders></w:tblPr></w:style><w:style w:type="table" w:styleId="Con"><w:basedOn w:val="Luoi"/></w:style>'
    )
    body = f'<w:tbl><w:tblPr><w:tblStyle w:val="Con"/></w:tblPr>{row("trái", "phải")}</w:tbl>'
    assert texts(read(body, parts={"styles": styles})) == ["trái | phải"]
    assert texts(read(body)) == ["trái", "phải"]


def test_rows_outside_the_ruling_are_paragraphs() -> None:
    off = "<w:tcBorders>" + "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "right")) + "</w:tcBorders>"
    under = (
        "<w:tcBorders>" + "".join(f'<w:{side} w:val="nil"/>' for side in ("bottom", "left", "right")) + "</w:tcBorders>"
    )
    body = table(
        row(cell("Biểu số 1: KẾT QUẢ", off + span(3))),
        row("TT", "Tên", "Số"),
        row("1", "Hồ sơ", "9"),
        row(cell("", under), cell("", under), cell("NGƯỜI LẬP", under)),
    )
    assert texts(read(body)) == ["Biểu số 1: KẾT QUẢ", "TT | Tên | Số / 1 | Hồ sơ | 9", "NGƯỜI LẬP"]


def test_ruling_with_horizontal_lines_only_keeps_all_rows() -> None:
    rows = row("Năm", "Số hồ sơ", "Tỷ lệ"), row("2022", "15", "20"), row("2023", "18", "25")
    body = f'<w:tbl><w:tblPr><w:tblBorders><w:insideH w:val="single"/></w:tblBorders></w:tblPr>{"".join(rows)}</w:tbl>'
    assert len(rows_of(only_table(read(body)))) == 3


def test_table_without_text_is_nothing() -> None:
    assert read(table(row("", ""), row("", ""))) == []
