"""Layouts that offices use: what heads a column, which rows are rows, where a row stands. Tables are invented."""

from __future__ import annotations

import pytest
from documents import document_of, paragraphs, table
from indicator_tables import HEADER, read

from extract.find.indicators import find_rows


def test_a_town_in_the_head_is_no_ordinal() -> None:
    _, values = read("STT | Chỉ tiêu | TT Ba Tơ | Xã Ba Vì", "1 | Số hộ | 412 | 398", "2 | Số khẩu | 1.512 | 1.398")
    assert [value.value for value in values] == [412.0, 398.0, 1512.0, 1398.0]


@pytest.mark.parametrize("numbering", ["MS | 1 = 2 + 3 | 2 | 3", "A | 1 | 2 | 3", "Cột | (1) | (2) | (3)"])
def test_rows_that_number_the_columns_are_none(numbering: str) -> None:
    rows, _ = read(
        "Đơn vị | Tổng số | Kỳ trước | Trong kỳ", numbering, "Xã An Hòa | 12 | 4 | 8", "Xã An Bình | 9 | 2 | 7"
    )
    assert [row.label for row in rows] == ["Xã An Hòa", "Xã An Bình"]


@pytest.mark.parametrize(
    "last",
    [
        "(*) Số liệu chưa bao gồm chi chuyển nguồn.{3}",
        "Ghi chú: số liệu ước tính.{3}",
        "NGƯỜI LẬP BIỂU THỦ TRƯỞNG ĐƠN VỊ{3}",
    ],
)
def test_what_stands_below_the_rows_is_none(last: str) -> None:
    rows, _ = read("STT | Chỉ tiêu | Số liệu", "1 | Số hộ | 412", "2 | Số khẩu | 1.512", last)
    assert [row.label for row in rows] == ["Số hộ", "Số khẩu"]


def test_a_total_has_no_members_but_details() -> None:
    rows, _ = read(
        "STT | Nội dung | Số liệu",
        " | Tổng cộng | 30",
        " | - Nữ | 12",
        "I | Khối huyện | 20",
        "1 | Phòng Nội vụ | 20",
        " | TỔNG CHI (A+B) | 30",
        " | Tổng điểm | 7",
    )
    assert [row.level for row in rows] == [0, 1, 0, 1, 0, 0]


def test_details_of_one_row_stand_side_by_side() -> None:
    rows, _ = read(
        "STT | Nội dung | Số liệu",
        "1 | Đảng viên mới | 20",
        " | Trong đó: + Nữ | 12",
        " | + Dân tộc | 3",
    )
    assert [row.level for row in rows] == [0, 1, 1]


def test_one_printed_number_may_stand_for_several_rows() -> None:
    rows, _ = read(
        "STT | Tiêu chí | Kết quả",
        "1{^2} | Có quy hoạch chung | 100",
        "~ | Có quy chế quản lý | 95",
        "2 | Đường xã | 90",
    )
    assert [(row.item_no, row.level, row.printed_number_error) for row in rows] == [
        ("1", 0, None),
        ("1", 0, None),
        ("2", 0, None),
    ]


def test_columns_still_to_be_filled_and_verdicts_are_values() -> None:
    _, values = read(
        "STT | Nội dung | Điểm tối đa | Điểm tự chấm | Điểm thẩm định | Ký nhận | Mức độ hoàn thành",
        "1 | Kế hoạch | 2 | 1,5 |  |  | Đạt",
        "2 | Báo cáo | 1 | 1 |  |  | Không đạt",
    )
    assert [(v.column_no, v.value_raw) for v in values if v.row_no == 1] == [
        (3, "2"),
        (4, "1,5"),
        (5, None),
        (7, "Đạt"),
    ]


def test_accountants_write_negatives_in_brackets() -> None:
    _, values = read(
        "STT | Nội dung | Thực hiện (trong đó) | Chênh lệch",
        "1 | Thu thuế | 12.500 | (312,5)",
        "2 | Thu phí | 900 | 15",
    )
    assert [v.value for v in values] == [12500.0, -312.5, 900.0, 15.0]


def test_negatives_in_brackets_where_money_is_counted() -> None:
    rows, _ = read(
        "Chỉ tiêu | Mã số | Năm nay (đồng)", "Hao mòn lũy kế | 229 | (25.525.632)", "Nguyên giá | 228 | 40.000.000"
    )
    assert [row.value for row in rows] == [-25525632.0, 40000000.0]


def test_rows_of_ages_and_classes() -> None:
    rows, _ = read("Nhóm tuổi | Tổng số | Nữ", "0 - 4 | 8.412 | 4.002", "5 - 9 | 9.105 | 4.373")
    assert [(row.label, row.value) for row in rows] == [("0 - 4", 8412.0), ("5 - 9", 9105.0)]
    rows, _ = read("STT | Lớp | Sĩ số", "1 | 6A | 42", "2 | 6B | 41")
    assert [(row.label, row.value) for row in rows] == [("6A", 42.0), ("6B", 41.0)]


def test_the_name_may_carry_the_unit_and_the_unit_a_coding() -> None:
    rows, _ = read(
        "STT | Nội dung | ĐVT | Kết quả", "1 | Có quy hoạch | Có/Không | 1", "2 | Có điểm đen | Có/Không | 0"
    )
    assert [(row.value_kind, row.value_label) for row in rows] == [("boolean", "Có"), ("boolean", "Không")]
    rows, _ = read(
        "STT | Nội dung | Kết quả", "1 | Tiếp nhận trong kỳ (hồ sơ) | 612", "2 | Giải ngân (triệu đồng) | 1.250"
    )
    assert [row.unit for row in rows] == ["hồ sơ", "triệu đồng"]


def test_a_value_may_carry_a_unit_with_a_rate() -> None:
    rows, _ = read(
        "STT | Nội dung | Kết quả", "1 | Công suất xử lý | 12.000 m3/ngày", "2 | Rác thu gom | 412 tấn/ngày đêm"
    )
    assert [(row.value, row.unit) for row in rows] == [(12000.0, "m3/ngày"), (412.0, "tấn/ngày đêm")]


def test_numbers_in_the_cell_of_the_name() -> None:
    rows, _ = read(
        "Nội dung | 6 tháng năm 2023 | 6 tháng năm 2022 | So sánh",
        "1. Số vụ | 38 | 44 | -6",
        "2. Số người bị thương | 24 | 35 | -11",
        "- Nặng | 4 | 5 | -1",
    )
    assert [(row.item_no, row.label, row.value) for row in rows[:2]] == [
        ("1", "Số vụ", 38.0),
        ("2", "Số người bị thương", 24.0),
    ]


def test_a_row_for_each_month() -> None:
    rows, values = read("Tháng | Số vụ | Số người", "1 | 12 | 3", "2 | 9 | 1", "3 | 11 | 0")
    assert [row.label for row in rows] == ["1", "2", "3"]
    assert len(values) == 6


@pytest.mark.parametrize(
    "rows",
    [
        ("TT | Họ và tên | Chức vụ | Hệ số lương", "1 | Trần Văn An | Kế toán | 3,33", "2 | Lê Thị Bê | Văn thư | 2,67"),
        ("Tháng | Ngày tiếp lần 1 | Ngày tiếp lần 2 | Người tiếp", "01 | 05/01 | 19/01 | Chủ tịch", "02 | 02/02 | 23/02 | Chủ tịch"),
    ],
)  # fmt: skip
def test_lists_of_staff_and_calendars_are_no_indicators(rows: tuple[str, ...]) -> None:
    assert read(*rows) == ([], [])


def test_the_title_of_an_annex_may_stand_in_its_letterhead() -> None:
    above = paragraphs(
        "^ỦY BAN NHÂN DÂN\n^Số: 12/BC-UBND\n^An Hòa, ngày 14 tháng 6 năm 2022\n*^THỐNG KÊ HỘ NGHÈO\n^(Kèm theo báo cáo)",
        zone="letterhead",
    )
    cells = table("STT | Chỉ tiêu | Số liệu", "1 | Số hộ | 412", "2 | Số khẩu | 1.512")
    rows, _ = find_rows(document_of(*above, *cells), HEADER)
    assert rows[0].table_title == "THỐNG KÊ HỘ NGHÈO"
