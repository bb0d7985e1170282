"""How offices type and list numbers: parts without a unit, shares, ranks, rates. Sentences are invented."""

from __future__ import annotations

import pytest

from patterns.amounts import find_amounts

Row = tuple[str, str, float | None, str | None]

HABITS: tuple[tuple[str, list[Row]], ...] = (
    ("kết nạp 24 đảng viên, đạt 40% kế hoạch (nữ 11, dân tộc Tày 05)", [
        ("24 đảng viên", "count", 24, "đảng viên"), ("40%", "percent", 40, "%"),
        ("11", "count", 11, "đảng viên"), ("05", "count", 5, "đảng viên"),
    ]),
    ("đưa 35 lao động đi làm việc ở nước ngoài (Đài Loan 20, Hàn Quốc 15)", [
        ("35 lao động", "count", 35, "lao động"), ("20", "count", 20, "lao động"), ("15", "count", 15, "lao động"),
    ]),
    ("xử lý 06 cán bộ, gồm: khiển trách 03, cảnh cáo 02, cách chức 01", [
        ("06 cán bộ", "count", 6, "cán bộ"), ("03", "count", 3, "cán bộ"), ("02", "count", 2, "cán bộ"), ("01", "count", 1, "cán bộ"),
    ]),
    ("có 9 di tích (01 cấp quốc gia, 08 cấp tỉnh)", [
        ("9 di tích", "count", 9, "di tích"), ("01", "count", 1, "di tích"), ("08", "count", 8, "di tích"),
    ]),
    ("xếp loại tốt 1.230, đạt 78,5%; xếp loại khá 61, chiếm 3,9%", [
        ("1.230", "count", 1230, None), ("78,5%", "percent", 78.5, "%"), ("61", "count", 61, None), ("3,9%", "percent", 3.9, "%"),
    ]),
    ("tố cáo 05 đơn, kiến nghị, phản ánh 40 đơn", [("05 đơn", "count", 5, "đơn"), ("40 đơn", "count", 40, "đơn")]),
    ("doanh thu 1.234 ,6 tỷ đồng", [("1.234 ,6 tỷ đồng", "money", 1_234_600_000_000, "đồng")]),
    ("đạt 8,5 bác sĩ/vạn dân và 120 thuê bao/100 dân", [
        ("8,5 bác sĩ/vạn dân", "count", 8.5, "bác sĩ/vạn dân"), ("120 thuê bao/100 dân", "count", 120, "thuê bao/100 dân"),
    ]),
    ("kết nạp 120 đoàn viên mới", [("120 đoàn viên", "count", 120, "đoàn viên")]),
    ("bình quân 5 tháng tăng 4,1%", [("4,1%", "percent", 4.1, "%")]),
    ("có 06 khu (Minh An, Phú Lộc 1, Phú Lộc 2, Phú Lộc 3, Hà Thanh, Đông Sơn)", [("06 khu", "count", 6, "khu")]),
    ("tinh giản 27 người: hưu 19, thôi việc 08", [
        ("27 người", "count", 27, "người"), ("19", "count", 19, "người"), ("08", "count", 8, "người"),
    ]),
    ("có 120 giảng viên (GS: 02, PGS: 31, TS: 87)", [
        ("120 giảng viên", "count", 120, "giảng viên"),
        ("02", "count", 2, "giảng viên"), ("31", "count", 31, "giảng viên"), ("87", "count", 87, "giảng viên"),
    ]),
    ("trực tuyến 2.890 (84,6%); hộ khá 412 (31,6%)", [
        ("2.890", "count", 2890, None), ("84,6%", "percent", 84.6, "%"), ("412", "count", 412, None), ("31,6%", "percent", 31.6, "%"),
    ]),
    ("học phí 45.000 đồng/HS/tháng", [("45.000 đồng/HS/tháng", "money", 45000, "đồng/HS/tháng")]),
    ("quân số 214 CBCS", [("214 CBCS", "count", 214, "CBCS")]),
    ("mật số 750 - 1.500 con/m2", [("750 - 1.500 con/m2", "count", 750, "con/m2")]),
    ("từ Km 1234+500 đến Km 1241+200 và từ mốc 256 đến mốc 272", []),
    ("đội xã thắng 3-1 đội thị trấn", []),
    ("chỉ số xếp hạng 4/11 huyện", []),
    ("công nhận 12 sản phẩm 4 sao", [("12 sản phẩm", "count", 12, "sản phẩm")]),
    ("gửi báo cáo trước 15 giờ 00 ngày 20 hằng tháng", []),
    ("khởi tố 03 bị can theo Điều 249, 251 Bộ luật Hình sự", [("03 bị can", "count", 3, "bị can")]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HABITS)
def test_habits(text: str, expected: list[Row]) -> None:
    assert [(text[a.start : a.end], a.kind, a.value, a.unit) for a in find_amounts(text)] == expected


def test_more_than_a_length_of_time() -> None:
    (amount,) = find_amounts("mỗi lớp kéo dài hơn 2 ngày")
    assert amount.comparator == ">"
