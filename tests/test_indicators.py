"""Rows of invented indicator tables: what is a row, its columns, its values, its place in the tree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from documents import document_of, paragraphs, table
from indicator_tables import HEADER, PLAIN, TREE, one, read

from extract.find.indicators import find_rows
from extract.relate.indicators import build_indicators
from patterns.columns import value_role


@pytest.mark.parametrize(
    ("row", "value_raw", "value", "kind", "label"),
    [
        ("1 | Số hộ nghèo | Hộ | 1.204 | ", "1.204", 1204.0, "number", None),
        ("1 | Tỷ lệ hộ nghèo | % | 4,35 | ", "4,35", 4.35, "percent", None),
        ("1 | Tỷ lệ hộ nghèo | Tỷ lệ | 4,35% | ", "4,35%", 4.35, "percent", None),
        ("1 | Số cuộc | Cuộc | 02 | ", "02", 2.0, "number", None),
        ("1 | Số hộ nghèo | Hộ |  | ", None, None, "blank", None),
        ("1 | Số hộ nghèo | Hộ | - | ", "-", None, "blank", None),
        ("1 | Số hộ nghèo | Hộ | 0 | ", "0", 0.0, "number", None),
        ("1 | Có kế hoạch | Có = 1; Không = 0 | 1 | ", "1", 1.0, "boolean", "Có"),
        ("1 | Có kế hoạch | Không = 0 Có = 1 | 0 | ", "0", 0.0, "boolean", "Không"),
        ("1 | Có kế hoạch | Có = 1; Không = 0 | Có | ", "Có", 1.0, "boolean", "Có"),
        ("1 | Có kế hoạch | Có = 1; Không = 0 |  | ", None, None, "blank", None),
        ("1 | Hình thức | Giấy = 0 Mạng = 1 Cả hai = 2 | 2 | ", "2", 2.0, "enum", "Cả hai"),
        ("1 | Số hộ nghèo | Hộ | 12/345 | ", "12/345", None, "text", None),
        ("1 | Số hộ nghèo | Hộ | chưa có số liệu | ", "chưa có số liệu", None, "text", None),
        ("1 | Có kế hoạch | Có: 1; Không: 0 | 1 | ", "1", 1.0, "boolean", "Có"),
        ("1 | Có kế hoạch | Có (1)/Không (0) | 1 | ", "1", 1.0, "boolean", "Có"),
        ("1 | Tỷ lệ | % | ≥80 | ", "≥80", 80.0, "percent", None),
        ("1 | Tỷ lệ | Tỷ lệ (%) | 85 | ", "85", 85.0, "percent", None),
        ("1 | Sản lượng | Tấn | 5,5 triệu tấn | ", "5,5 triệu tấn", 5.5, "number", None),
        ("1 | Số hộ nghèo | Hộ | Giảm 12% | ", "Giảm 12%", -12.0, "percent", None),
    ],
)
def test_value(row: str, value_raw: str | None, value: float | None, kind: str, label: str | None) -> None:
    found = one(row)
    assert (found.value_raw, found.value, found.value_kind, found.value_label) == (value_raw, value, kind, label)


def test_percent_column_beats_the_unit_of_the_row() -> None:
    _, values = read(
        "TT | Chỉ tiêu | ĐVT | Thực hiện | So sánh (%)", "1 | Số hộ | Hộ | 20 | 104,5", "2 | Số xã | Xã | 3 | 100"
    )
    assert [(v.value_kind, v.unit) for v in values[:2]] == [("number", "Hộ"), ("percent", "%")]


def test_code_outside_its_coding_is_doubtful() -> None:
    assert one("1 | Có kế hoạch | Có = 1; Không = 0 | 7 | ").doubtful


def test_row_stands_at_its_value() -> None:
    row = one("1 | Số hộ nghèo | Hộ | 1.204 | theo rà soát")
    assert (row.block, row.surface, row.label, row.unit, row.item_no, row.note) == (
        "tbl[1]/r[2]/c[4]",
        "1.204",
        "Số hộ nghèo",
        "Hộ",
        "1",
        "theo rà soát",
    )


def test_row_without_value_stands_at_its_label() -> None:
    row = one("1 | Số hộ nghèo | Hộ |  | ")
    assert (row.block, row.surface) == ("tbl[1]/r[2]/c[2]", "Số hộ nghèo")


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        # names and numbers in other orders and under other names
        (("TT | Nội dung | Đơn vị tính | Kết quả", "1 | Số lớp | Lớp | 12", "2 | Số trường | Trường | 3"), 2),
        (("Số TT | Đơn vị | Số hồ sơ | Tỷ lệ (%)", "1 | Xã Tân Mỹ | 12 | 40", "2 | Xã Mỹ Lệ | 18 | 60"), 2),
        (("Số liệu | Tên chỉ tiêu | Số thứ tự", "12 | Số lớp | 1", "3 | Số trường | 2"), 2),
        (("Chỉ tiêu | Kế hoạch | Thực hiện", "Thu ngân sách | 1.200 | 1.350,5", "Chi ngân sách | 900 | 870"), 2),
        (("TT | Nội dung | Số liệu", "(1) | (2) | (3)", "1 | Số lớp | 12", "2 | Số trường | 3"), 2),
        (("TT | Nội dung | Số liệu", "1 | Số lớp | 12", "TT | Nội dung | Số liệu", "2 | Số trường | 3"), 2),
        (("TT | Nội dung | Số liệu", "1 | Số lớp | 12", " |  | ", "2 | Số trường | 3"), 2),
        # no indicator tables
        (
            (
                "TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian",
                "1 | Xây dựng kế hoạch | Sở Nội vụ | Quý II/2024",
                "2 | Kiểm tra | Thanh tra | 2024",
            ),
            0,
        ),
        (
            (
                "TT | Số ký hiệu | Ngày ban hành | Trích yếu",
                "1 | 12/KH-UBND | 03/4/2024 | Kế hoạch kiểm tra",
                "2 | 13/KH-UBND | 05/4/2024 | Kế hoạch tập huấn",
            ),
            0,
        ),
        (
            (
                "TT | Họ và tên | Năm sinh | Chức vụ",
                "1 | Lê Văn A | 1980 | Trưởng phòng",
                "2 | Trần Thị B | 1985 | Chuyên viên",
            ),
            0,
        ),
        (("TT | Tên hàng | Số hiệu UN | Loại", "1 | Thuốc nổ | 0081 | 1", "2 | Khí nén | 1002 | 2"), 0),
        (("TT | Tên hàng | Loại, nhóm hàng | Nhãn hiệu, biểu trưng", "1 | Thuốc nổ | 1 | 1.4", "2 | Khí | 2 | 2.1"), 0),
        (("TT | Họ và tên | Số điện thoại", "1 | Lê Văn A | 0912345678", "2 | Trần Thị B | 0987654321"), 0),
        (("TT | Nội dung | Số liệu", " |  | ", " |  | "), 0),
        (("Nơi nhận | Chữ ký", "Như trên | Giám đốc"), 0),
    ],
)
def test_which_tables_and_rows(rows: tuple[str, ...], count: int) -> None:
    assert len(read(*rows)[0]) == count


def test_header_rows_are_found_without_marks() -> None:
    rows, _ = read("TT | Nội dung | ĐVT | Số liệu", "1 | Số lớp | Lớp | 12", "2 | Số trường | Trường | 3", headers=0)
    assert [row.label for row in rows] == ["Số lớp", "Số trường"]


WIDE = (
    "TT{^2} | Chỉ tiêu{^2} | Năm 2022{2} | Năm 2023{3}",
    "~ | ~ | Kế hoạch | Thực hiện | Kế hoạch | Ước thực hiện | So với cùng kỳ (%)",
    "1 | Thu ngân sách | 100 | 90 | 120 | 130 | 144,4",
    "2 | Chi ngân sách | 80 | 80 | 85 |  | ",
)


@pytest.mark.parametrize(
    ("column", "path", "role", "period", "unit", "value"),
    [
        (3, ("Năm 2022", "Kế hoạch"), "plan", "Năm 2022", None, 100.0),
        (4, ("Năm 2022", "Thực hiện"), "actual", "Năm 2022", None, 90.0),
        (6, ("Năm 2023", "Ước thực hiện"), "estimate", "Năm 2023", None, 130.0),
        (7, ("Năm 2023", "So với cùng kỳ (%)"), "change", "Năm 2023", "%", 144.4),
    ],
)
def test_wide_table_is_long_too(
    column: int, path: tuple[str, ...], role: str, period: str, unit: str | None, value: float
) -> None:
    rows, values = read(*WIDE, headers=2)
    found = next(item for item in values if item.row_no == 1 and item.column_no == column)
    assert (found.header_path, found.role, found.period_label, found.unit, found.value) == (
        path,
        role,
        period,
        unit,
        value,
    )
    assert (found.row_fact_id, found.surface) == (rows[0].fact_id, found.value_raw)


def test_every_value_cell_is_a_value() -> None:
    _, values = read(*WIDE, headers=2)
    assert [(v.row_no, v.value_kind) for v in values if v.row_no == 2] == [(2, "number")] * 3 + [(2, "blank")] * 2


def test_bodies_as_columns() -> None:
    _, values = read(
        "TT | Chỉ tiêu | UBND xã Mỹ Lệ | Thị trấn Cần Đước", "1 | Số hồ sơ | 12 | 15", "2 | Số hộ | 300 | 410"
    )
    assert [v.organ for v in values[:2]] == ["Ủy ban nhân dân xã Mỹ Lệ", "thị trấn Cần Đước"]


CAPTION = "*^BIỂU TỔNG HỢP GIẢM NGHÈO\n^(Kèm theo Báo cáo số 7/BC-UBND ngày 02/3/2023 của UBND xã Mỹ Lệ)\nĐơn vị tính: triệu đồng"


def test_title_and_unit_above_the_table() -> None:
    rows, _ = find_rows(
        document_of(*paragraphs(CAPTION), *table("TT | Nội dung | Số tiền", "1 | Vay vốn | 1.200", "2 | Nhà ở | 300")),
        HEADER,
    )
    assert (rows[0].table_title, rows[0].unit) == ("BIỂU TỔNG HỢP GIẢM NGHÈO", "triệu đồng")


def test_table_that_goes_on_keeps_title_and_tree() -> None:
    first = table("TT | Nội dung | Số tiền", "1 | Vay vốn | 1.200", "1.1 | Hộ nghèo | 800")
    second = table("TT | Nội dung | Số tiền", "1.2 | Hộ cận nghèo | 400", "2 | Nhà ở | 300", number=2)
    rows, _ = find_rows(document_of(*paragraphs(CAPTION), *first, *second), HEADER)
    assert [(r.table_no, r.row_no, r.item_path, r.table_title) for r in rows[2:]] == [
        (2, 1, "1.2", "BIỂU TỔNG HỢP GIẢM NGHÈO"),
        (2, 2, "2", "BIỂU TỔNG HỢP GIẢM NGHÈO"),
    ]
    assert rows[2].parent_row == rows[0].fact_id


def test_label_over_several_rows() -> None:
    rows, _ = read(
        "TT | Nhóm | Chỉ tiêu | Số liệu",
        "1 | Y tế{^2} | Số trạm | 12",
        "2 | ~ | Số giường | 90",
        "3 | Giáo dục | Số lớp | 300",
    )
    assert [(r.section_title, r.label) for r in rows] == [
        ("Y tế", "Số trạm"),
        ("Y tế", "Số giường"),
        ("Giáo dục", "Số lớp"),
    ]


def test_note_over_several_rows_belongs_to_each() -> None:
    rows, _ = read(PLAIN, "1 | Số lớp | Lớp | 4 | theo kế hoạch{^2}", "2 | Số trường | Trường | 2 | ~")
    assert [row.note for row in rows] == ["theo kế hoạch", "theo kế hoạch"]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("1 | Số TTHC đã rà soát | TTHC | 4 | ", "5 | Số thủ tục hành chính đã rà soát: | TTHC | 9 | ", True),
        ("1 | Tỉ lệ hài lòng (quý I) | % | 90 | ", "2 | Tỷ lệ hài lòng | % | 95 | ", True),
        ("1 | Có kế hoạch | Có = 1; Không = 0 | 1 | ", "1 | Có kế hoạch | Không = 0 Có = 1 | 0 | ", True),
        ("1 | Số lớp | Lớp | 4 | ", "1 | Số lớp | Phòng | 9 | ", False),
        ("1 | Số lớp | Lớp | 4 | ", "1 | Số trường | Lớp | 9 | ", False),
    ],
)
def test_same_indicator_in_two_reports(first: str, second: str, same: bool) -> None:
    rows = [one(first), replace(one(second), doc_id="1" * 64, fact_id="other")]
    indicators, links = build_indicators(rows)
    assert (len(indicators), len(links)) == (1 if same else 2, 2)


def test_indicators_do_not_depend_on_the_order_of_rows() -> None:
    rows, _ = read(*TREE)
    assert build_indicators(rows) == build_indicators(rows[::-1])


def test_headings_are_no_indicators_and_details_carry_their_parent() -> None:
    rows, _ = read(*TREE)
    indicators, links = build_indicators(rows)
    assert {item.label for item in indicators}.isdisjoint({"Thể chế", "Bộ máy"})
    assert len(links) == len(indicators) == 11


@pytest.mark.parametrize(
    ("head", "row", "values"),
    [
        ("STT | Cơ quan | Số văn bản ban hành | Năm trước", "1 | Sở Nội vụ | 412 | 398", ["412", "398"]),
        ("STT | Lớp | Loại giỏi | Nhóm A", "1 | Khối mười | 45 | 12", ["45", "12"]),
        (
            "STT | Chỉ tiêu | Tiến độ giải ngân (%) | Thời gian giải quyết (ngày)",
            "1 | Dự án cầu | 45,5 | 12",
            ["45,5", "12"],
        ),
        ("STT | Đơn vị | Số hộ | Ghi chú", "1 | Xã An Thạnh | 45 | Đạt", ["45"]),
        ("STT | Chỉ tiêu | ĐVT | Kết quả", "1 | Sản lượng | 1.000 tấn | 45", ["45"]),
        ("STT | Chỉ tiêu | 2021 | 2022", "1 | Số hộ nghèo | 45 | 40", ["45", "40"]),
    ],
)
def test_which_columns_hold_values(head: str, row: str, values: list[str]) -> None:
    _, found = read(head, row, row.replace("1 |", "2 |", 1))
    assert [value.value_raw for value in found[: len(values)]] == values
    assert len(found) == 2 * len(values)


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Số hồ sơ đã hỗ trợ/Tổng số hồ sơ", None),
        ("Số hồ sơ hỗ trợ/Hồ sơ trực tuyến/Tổng số hồ sơ", None),
        ("Tổng số hồ sơ", "total"),
        ("Thực hiện/Tổng số", "actual"),
        ("Thực hiện/Kế hoạch (%)", "rate"),
        ("Số lượng/Tỷ lệ", "actual"),
    ],
)
def test_one_quantity_over_another_is_no_total(head: str, role: str | None) -> None:
    assert value_role(head) == role


def test_title_and_unit_may_stand_in_the_table() -> None:
    rows, values = read(
        "Kết quả thu ngân sách | |",
        "ĐVT: triệu đồng | |",
        "STT | Chỉ tiêu | Thực hiện",
        "1 | Thuế | 45",
        "2 | Phí | 12",
        headers=3,
    )
    assert [(row.table_title, row.label) for row in rows] == [
        ("Kết quả thu ngân sách", "Thuế"),
        ("Kết quả thu ngân sách", "Phí"),
    ]
    assert {value.unit for value in values} == {"triệu đồng"}


def test_months_under_one_head_keep_their_numbers() -> None:
    _, values = read(
        "STT | Chỉ tiêu | Tháng | Tháng | Tháng",
        " | | 1 | 2 | 3",
        "1 | Số hồ sơ | 45 | 12 | 7",
        "2 | Số đơn | 4 | 1 | 9",
        headers=2,
    )
    assert len(values) == 6
