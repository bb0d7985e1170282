"""Amounts in sentences: what is found, as (surface, kind, value, unit). Sentences are invented."""

from __future__ import annotations

import pytest

from patterns.amounts import Amount, find_amounts
from patterns.spoken import find_spoken
from patterns.zeros import find_zeros

Row = tuple[str, str, float | None, str | None]


def _rows(text: str, amounts: list[Amount]) -> list[Row]:
    return [(text[a.start : a.end], a.kind, a.value, a.unit) for a in amounts]


COUNTS: tuple[tuple[str, list[Row]], ...] = (
    ("Huyện đã mở 02 lớp tập huấn.", [("02 lớp", "count", 2, "lớp")]),
    ("Bộ phận Một cửa tiếp nhận 4.518 hồ sơ", [("4.518 hồ sơ", "count", 4518, "hồ sơ")]),
    ("ban hành 15 Quyết định, 03 Chỉ thị", [("15 Quyết định", "count", 15, "quyết định"), ("03 Chỉ thị", "count", 3, "chỉ thị")]),
    ("công bố 1.204 TTHC nội bộ", [("1.204 TTHC", "count", 1204, "TTHC")]),
    ("có 27 sở, ngành tham dự", [("27 sở, ngành", "count", 27, "sở, ngành")]),
    ("tại 95 xã, phường, đặc khu", [("95 xã, phường, đặc khu", "count", 95, "xã, phường, đặc khu")]),
    ("tại 9 quận, huyện giai đoạn 2021 - 2025", [("9 quận, huyện", "count", 9, "quận, huyện")]),
    ("tại 12 sở, 8 chi cục", [("12 sở", "count", 12, "sở"), ("8 chi cục", "count", 8, "chi cục")]),
    ("đăng 45 tin, bài, phóng sự", [("45 tin, bài, phóng sự", "count", 45, "tin, bài, phóng sự")]),
    ("cấp 18 giấy phép xây dựng", [("18 giấy phép", "count", 18, "giấy phép")]),
    ("cấp 20 giấy chứng nhận (cấp mới: 14 giấy; cấp lại: 06 giấy)", [
        ("20 giấy chứng nhận", "count", 20, "giấy chứng nhận"), ("14 giấy", "count", 14, "giấy"), ("06 giấy", "count", 6, "giấy"),
    ]),
    ("tiêm phòng được 1,25 triệu lượt gia cầm", [("1,25 triệu lượt", "count", 1_250_000, "lượt")]),
    ("xuất bán 300 ngàn sản phẩm", [("300 ngàn sản phẩm", "count", 300_000, "sản phẩm")]),
    ("thả 2 vạn con giống", [("2 vạn con giống", "count", 20_000, "con giống")]),
    ("phục vụ 350 lượt/ngày", [("350 lượt/ngày", "count", 350, "lượt/ngày")]),
    ("đạt công suất 1,5 triệu viên/năm", [("1,5 triệu viên/năm", "count", 1_500_000, "viên/năm")]),
    ("thu hồi 04 giấy phép", [("04 giấy phép", "count", 4, "giấy phép")]),
    ("trong số 45 đơn vị được thanh tra", [("45 đơn vị", "count", 45, "đơn vị")]),
    ("Tổng số nhiệm vụ được giao là 34, đã xong", [("34", "count", 34, None)]),
    ("Tổng số kiến nghị: 45.", [("45", "count", 45, None)]),
    ("số hồ sơ trả trễ hạn là 1.208 (chiếm 2,1%)", [("1.208", "count", 1208, None), ("2,1%", "percent", 2.1, "%")]),
    ("năm 2023 trồng 35 bồn hoa ven đường", [("35 bồn hoa", "count", 35, "bồn hoa")]),
    ("nuôi được 1.250 vịt và 800 gà", [("1.250 vịt", "count", 1250, "vịt"), ("800 gà", "count", 800, "gà")]),
    ("kiểm tra 06 Thương vụ", [("06 Thương vụ", "count", 6, "thương vụ")]),
    ("Mỗi ngày tiếp 120 lượt người", [("120 lượt người", "count", 120, "lượt người")]),
    ("bình quân ngày 20 lượt", [("20 lượt", "count", 20, "lượt")]),
    ("có 2016 hộ được vay vốn", [("2016 hộ", "count", 2016, "hộ")]),
    ("tước 317 GPLX", [("317 GPLX", "count", 317, "GPLX")]),
    ("đầu tư cho 16 Trường đào tạo nghề", [("16 Trường", "count", 16, "trường")]),
    ("gồm 07 tổ chức đảng", [("07 tổ chức đảng", "count", 7, "tổ chức đảng")]),
    ("lấy mẫu tại 36 điểm.", [("36 điểm", "count", 36, "điểm")]),
    ("có 24 điểm trường, 3 điểm nóng", [("24 điểm trường", "count", 24, "điểm trường"), ("3 điểm nóng", "count", 3, "điểm nóng")]),
    ("kết nối 12 điểm cầu cấp xã", [("12 điểm cầu", "count", 12, "điểm cầu")]),
    ("hồ sơ của 12 tỉnh/156 tỉnh", [("12 tỉnh", "count", 12, "tỉnh"), ("156 tỉnh", "count", 156, "tỉnh")]),
)  # fmt: skip

PARTS: tuple[tuple[str, list[Row]], ...] = (
    ("kiểm tra 18 đơn vị (phòng ban 05, sự nghiệp 09, cấp xã 04)", [
        ("18 đơn vị", "count", 18, "đơn vị"), ("05", "count", 5, "đơn vị"), ("09", "count", 9, "đơn vị"), ("04", "count", 4, "đơn vị"),
    ]),
    ("có 43 cơ sở (33 đang hoạt động, 10 tạm dừng)", [
        ("43 cơ sở", "count", 43, "cơ sở"), ("33", "count", 33, "cơ sở"), ("10", "count", 10, "cơ sở"),
    ]),
    ("lấp đầy với 13 dự án (04 hoạt động, 09 triển khai)", [
        ("13 dự án", "count", 13, "dự án"), ("04", "count", 4, "dự án"), ("09", "count", 9, "dự án"),
    ]),
    ("biên chế được giao: 9.105 (cấp tỉnh: 3.005; cấp xã: 6.100)", [
        ("9.105", "count", 9105, None), ("3.005", "count", 3005, None), ("6.100", "count", 6100, None),
    ]),
    ("bố trí vốn cho 52 dự án, 18 dự án chuyển tiếp, 10 không bố trí vốn", [
        ("52 dự án", "count", 52, "dự án"), ("18 dự án", "count", 18, "dự án"), ("10", "count", 10, "dự án"),
    ]),
)  # fmt: skip

PERCENTS: tuple[tuple[str, list[Row]], ...] = (
    ("đạt tỷ lệ 98,6%", [("98,6%", "percent", 98.6, "%")]),
    ("tăng 39,4 % so với cùng kỳ", [("39,4 %", "percent", 39.4, "%")]),
    ("đạt 85 phần trăm", [("85 phần trăm", "percent", 85, "%")]),
    ("giảm 3 điểm phần trăm", [("3 điểm phần trăm", "percent_point", 3, "điểm phần trăm")]),
    ("tăng 0,5 điểm % so với năm trước", [("0,5 điểm %", "percent_point", 0.5, "điểm phần trăm")]),
    ("đạt98,5% kế hoạch", [("98,5%", "percent", 98.5, "%")]),
    ("100% cơ quan có mạng nội bộ", [("100%", "percent", 100, "%")]),
    ("Bình Minh (24,7% và 23,8%)", [("24,7%", "percent", 24.7, "%"), ("23,8%", "percent", 23.8, "%")]),
    ("tỷ suất 1,2‰", [("1,2‰", "percent", 1.2, "‰")]),
    ("tháng 9 tăng 3,1% và 9 tháng tăng 2,6%", [("3,1%", "percent", 3.1, "%"), ("2,6%", "percent", 2.6, "%")]),
    ("giảm từ 32% xuống 20%", [("32%", "percent", 32, "%"), ("20%", "percent", 20, "%")]),
    ("tự bảo đảm từ 70% - dưới 100% chi phí", [("70%", "percent", 70, "%"), ("100%", "percent", 100, "%")]),
    ("chiếm 57.34% tổng số", [("57.34%", "percent", 57.34, "%")]),
)  # fmt: skip

MONEY: tuple[tuple[str, list[Row]], ...] = (
    ("thu ngân sách 8.063 tỷ đồng", [("8.063 tỷ đồng", "money", 8_063_000_000_000, "đồng")]),
    ("chi 12,5 triệu đồng", [("12,5 triệu đồng", "money", 12_500_000, "đồng")]),
    ("thu phí 6,214 tỉ/9,5 tỉ", [("6,214 tỉ", "money", 6_214_000_000, "đồng"), ("9,5 tỉ", "money", 9_500_000_000, "đồng")]),
    ("giải ngân 230.473 triệu đồng/980.300 triệu đồng", [
        ("230.473 triệu đồng", "money", 230_473_000_000, "đồng"), ("980.300 triệu đồng", "money", 980_300_000_000, "đồng"),
    ]),
    ("ước 650 nghìn tỷ đồng", [("650 nghìn tỷ đồng", "money", 650e12, "đồng")]),
    ("xử phạt 20.429.461.000 đồng", [("20.429.461.000 đồng", "money", 20_429_461_000, "đồng")]),
    ("mức hỗ trợ 250 tr.đ", [("250 tr.đ", "money", 250_000_000, "đồng")]),
    ("vốn xây lắp 130,7tỷ đồng", [("130,7tỷ đồng", "money", 130_700_000_000, "đồng")]),
    ("giá 1.210 USD/tấn", [("1.210 USD/tấn", "money", 1210, "USD/tấn")]),
    ("xuất khẩu 5,4 tỷ USD (trong đó riêng gạo là 3,8 tỷ)", [
        ("5,4 tỷ USD", "money", 5_400_000_000, "USD"), ("3,8 tỷ", "money", 3_800_000_000, "USD"),
    ]),
    ("thu nhập 3,4 triệu đồng/người/tháng", [("3,4 triệu đồng/người/tháng", "money", 3_400_000, "đồng/người/tháng")]),
    ("giá cá ở mức 17-22 nghìn đồng/kg", [("17-22 nghìn đồng/kg", "money", 17_000, "đồng/kg")]),
    ("giá dầu là 110 và 100 USD/thùng", [("110", "money", 110, "USD/thùng"), ("100 USD/thùng", "money", 100, "USD/thùng")]),
    ("với kim ngạch 8,8 tỷ USD", [("8,8 tỷ USD", "money", 8_800_000_000, "USD")]),
    ("giao vốn 1934.2 tỷ đồng", [("1934.2 tỷ đồng", "money", 1_934_200_000_000, "đồng")]),
    ("bình quân tháng 225 triệu USD", [("225 triệu USD", "money", 225_000_000, "USD")]),
    ("nộp kho bạc 6 tỷ 482 triệu đồng", [("6 tỷ 482 triệu đồng", "money", 6_482_000_000, "đồng")]),
    ("thu 2 tỉ 994 triệu", [("2 tỉ 994 triệu", "money", 2_994_000_000, "đồng")]),
    ("thu hồi 5.378.7000.000 đồng", [("5.378.7000.000 đồng", "money", None, "đồng")]),
)  # fmt: skip

MEASURES: tuple[tuple[str, list[Row]], ...] = (
    ("diện tích 970,46 ha", [("970,46 ha", "measure", 970.46, "ha")]),
    ("làm mới 2,6 km đường", [("2,6 km", "measure", 2.6, "km")]),
    ("khai thác 1,83 triệu tấn mía", [("1,83 triệu tấn", "measure", 1_830_000, "tấn")]),
    ("xử lý 450 m³/ngày đêm", [("450 m³/ngày đêm", "measure", 450, "m3/ngày đêm")]),
    ("nhà máy (105MW)", [("105MW", "measure", 105, "MW")]),
    ("năng suất 62,5 tạ/ha", [("62,5 tạ/ha", "measure", 62.5, "tạ/ha")]),
    ("đạt 85,5 điểm", [("85,5 điểm", "measure", 85.5, "điểm")]),
    ("sản lượng 55,563 tỷ kWh", [("55,563 tỷ kWh", "measure", 55_563_000_000, "kWh")]),
    ("đường trục 400 m", [("400 m", "measure", 400, "m")]),
    ("phát sóng 156 phút", [("156 phút", "duration", 156, "phút")]),
    ("thời hạn 10 ngày làm việc", [("10 ngày làm việc", "duration", 10, "ngày làm việc")]),
    ("trong vòng 6 tháng", [("6 tháng", "duration", 6, "tháng")]),
    ("thi công (30 tháng)", [("30 tháng", "duration", 30, "tháng")]),
    ("sau 5 năm triển khai", [("5 năm", "duration", 5, "năm")]),
    ("rút ngắn 3-5 ngày", [("3-5 ngày", "duration", 3, "ngày")]),
)  # fmt: skip

RATIOS: tuple[tuple[str, list[tuple[str, float, float, str | None]]], ...] = (
    ("đã kiểm tra 8/17 đơn vị", [("8/17 đơn vị", 8, 17, "đơn vị")]),
    ("đạt 42/42 phòng, ban", [("42/42 phòng, ban", 42, 42, "phòng, ban")]),
    ("(02/02)", [("02/02", 2, 2, None)]),
    ("người dùng thường xuyên là 109/245 (cấp huyện là 40/89)", [("109/245", 109, 245, None), ("40/89", 40, 89, None)]),
    ("gửi liên thông 1.889/5.838 đạt 32,36%", [("1.889/5.838", 1889, 5838, None)]),
    ("tiêm phòng 3.407/7.676 con", [("3.407/7.676 con", 3407, 7676, "con")]),
    ("hoàn thành 3/5 chỉ tiêu", [("3/5 chỉ tiêu", 3, 5, "chỉ tiêu")]),
    ("hoàn thành 3/5, đạt 60%", [("3/5", 3, 5, None)]),
    ("tại 124/124 xã, phường", [("124/124 xã, phường", 124, 124, "xã, phường")]),
    ("nộp 4.373,4/5.373,4 triệu đồng", [("4.373,4/5.373,4 triệu đồng", 4_373_400_000, 5_373_400_000, "đồng")]),
    ("trong đó 1/3 sản lượng dành cho xuất khẩu", [("1/3", 1, 3, None)]),
    ("24/24 xã đạt chuẩn", [("24/24 xã", 24, 24, "xã")]),
    ("mạng di động phủ đến 07/10 xã", [("07/10 xã", 7, 10, "xã")]),
    ("đứng thứ 3/10 huyện", []),
)  # fmt: skip

WORDS: tuple[tuple[str, list[Row]], ...] = (
    ("triển khai hai mươi lăm dự án", [("hai mươi lăm dự án", "count", 25, "dự án")]),
    ("Có ba trường hợp vi phạm", [("ba trường hợp", "count", 3, "trường hợp")]),
    ("Hai dự án thủy lợi", [("Hai dự án", "count", 2, "dự án")]),
    ("sau hai năm triển khai", [("hai năm", "duration", 2, "năm")]),
    ("hỗ trợ một trăm hai mươi hộ", [("một trăm hai mươi hộ", "count", 120, "hộ")]),
    ("hỗ trợ năm mươi triệu đồng", [("năm mươi triệu đồng", "money", 50_000_000, "đồng")]),
    ("trong ba mươi ngày", [("ba mươi ngày", "duration", 30, "ngày")]),
    ("một dự án", []),
    ("hai cấp chính quyền", []),
    ("thứ hai, ngày làm việc", []),
    ("sáu tháng đầu năm", []),
    ("Phường Hai Bà Trưng", []),
    ("chế độ một cửa", []),
    ("trong năm đơn vị đã", []),
    ("Ba Đình", []),
    ("hai bên cùng", []),
)  # fmt: skip

ZEROS: tuple[tuple[str, list[Row]], ...] = (
    ("(không có hồ sơ trễ hạn)", [("không có hồ sơ", "count", 0, "hồ sơ")]),
    ("Không có trường hợp nào vi phạm", [("Không có trường hợp", "count", 0, "trường hợp")]),
    ("chưa phát sinh vụ việc phức tạp", [("chưa phát sinh vụ việc", "count", 0, "vụ việc")]),
    ("không có đơn vị nào vi phạm", [("không có đơn vị", "count", 0, "đơn vị")]),
    ("không có điểm bán găm hàng", [("không có điểm bán", "count", 0, "điểm bán")]),
    ("không có diện tích mất trắng", [("không có diện tích", "count", 0, "diện tích")]),
    ("không xảy ra tai nạn lao động", [("không xảy ra tai nạn", "count", 0, "tai nạn")]),
    ("không xảy ra cuộc đình công, lãn công nào", [("không xảy ra cuộc", "count", 0, "cuộc")]),
    ("không có tổ chức không hoàn thành nhiệm vụ", [("không có tổ chức", "count", 0, "tổ chức")]),
    ("không có văn bản hướng dẫn", []),
    ("bảo đảm không có hồ sơ trễ hạn", []),
    ("nếu không có hồ sơ", []),
    ("không để xảy ra trường hợp nào", []),
    ("không có nguồn vốn", []),
    ("chưa có văn bản quy định", []),
    ("hộ không có đất ở", []),
    ("đơn vị không có khả năng", []),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTS + PARTS + PERCENTS + MONEY + MEASURES)
def test_amounts(text: str, expected: list[Row]) -> None:
    assert _rows(text, find_amounts(text)) == expected


@pytest.mark.parametrize(("text", "expected"), RATIOS)
def test_ratios(text: str, expected: list[tuple[str, float, float, str | None]]) -> None:
    ratios = [a for a in find_amounts(text) if a.kind == "ratio"]
    assert [(text[a.start : a.end], a.numerator, a.denominator, a.unit) for a in ratios] == expected


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_counts_in_words(text: str, expected: list[Row]) -> None:
    assert _rows(text, find_spoken(text)) == expected


@pytest.mark.parametrize(("text", "expected"), ZEROS)
def test_zeros_in_words(text: str, expected: list[Row]) -> None:
    assert _rows(text, find_zeros(text)) == expected


RANGES = (
    ("giá từ 14,5 - 15,8 triệu đồng/tấn", 14_500_000, 15_800_000),
    ("quy mô từ 50 ha đến 75 ha", 50, 75),
    ("tăng 15 - 20%", 15, 20),
    ("từ 10 đến 15 ngày", 10, 15),
    ("giá 18.500 đến 19.000 đồng/kg", 18_500, 19_000),
    ("từ 5% đến 10%", 5, 10),
    ("mức 4300- 4400đ/kg", 4300, 4400),
    ("trong 4 – 6 năm tới", 4, 6),
)


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_ranges(text: str, low: float, high: float) -> None:
    assert [(a.value, a.value_max) for a in find_amounts(text)] == [(low, high)]


AROUND = (
    ("trên 250 tỷ đồng", ">", None),
    ("hơn 400.000 lượt", ">", None),
    ("dưới 50 tỷ đồng", "<", None),
    ("không quá 10 năm", "<", None),
    ("tối thiểu 30%", ">", None),
    ("ít nhất 02 lớp", ">", None),
    ("khoảng 2.000 người", "≈", None),
    ("gần 57 triệu USD", "≈", None),
    ("xấp xỉ 63 tỷ USD", "≈", None),
    ("ước đạt 30 ngàn tấn", None, None),
    ("đã cấp trên 29.337 tài khoản", ">", None),
    ("trình cấp trên 05 đề án", None, None),
    ("có 50 ha trở lên", ">", None),
    ("nhỏ hơn 1.080 kg", "<", None),
    ("khoảng 1/3 chữ ký", "≈", None),
    ("phân bổ trên 57 huyện", None, None),
    ("(-4,23%)", None, "down"),
    ("(+5,81%)", None, "up"),
    ("tăng 5,2%", None, "up"),
    ("giảm 3 tỷ đồng", None, "down"),
    ("tăng trên 29,5%", ">", "up"),
    ("tăng hơn 150%", ">", "up"),
    ("cao hơn 1,5 tỷ USD", None, "up"),
    ("thấp hơn 0,29 m", None, "down"),
    ("vượt 6% kế hoạch", None, "up"),
    ("tốc độ tăng trưởng đạt 6,5%", None, "up"),
    ("tăng lên 20%", None, None),
    ("giảm còn 15%", None, None),
    ("vốn tăng thêm đạt 57 tỷ USD", None, None),
    ("đạt 98%", None, None),
    ("nêu trên 12 đơn vị", None, None),
)


@pytest.mark.parametrize(("text", "comparator", "direction"), AROUND)
def test_comparator_and_direction(text: str, comparator: str | None, direction: str | None) -> None:
    (amount,) = find_amounts(text)
    assert (amount.comparator, amount.direction) == (comparator, direction)


def test_times_as_many_is_a_ratio() -> None:
    (amount,) = find_amounts("giá tăng gấp 3,3 lần")
    assert (amount.kind, amount.value, amount.unit, amount.direction) == ("ratio", 3.3, "lần", "up")


def test_times_that_happened_are_a_count() -> None:
    (amount,) = find_amounts("điều chỉnh 03 lần")
    assert (amount.kind, amount.value) == ("count", 3)


def test_headings_take_known_units_only() -> None:
    assert find_amounts("Nhóm thứ nhất: 35 bồn hoa", strict=True) == []
    assert len(find_amounts("Cụm công nghiệp do xã quản lý (16 cụm)", strict=True)) == 1


def test_masked_spans_hold_no_amounts() -> None:
    text = "Kế hoạch 45 ngày cao điểm và 12 lớp"
    assert [a.value for a in find_amounts(text, masked=[(0, 25)])] == [12]


def test_a_foreign_document_is_read_its_own_way() -> None:
    assert [a.value for a in find_amounts("có 1,250 hồ sơ", style="foreign")] == [1250]
    assert [a.value for a in find_amounts("đạt 12.500 tấn", style="foreign")] == [12.5]


def test_long_hostile_input_stays_linear() -> None:
    for unit in ("1", "1 ", "1/", "1-", "1 - ", "1,1 ", "(1", "tăng ", "từ 1 đến ", "1 và ", "tỷ 1 ", "không có "):
        find_amounts(unit * 20_000)
        find_zeros(unit * 20_000)
        find_spoken(unit * 20_000)


#: What a tester's sentences brought to light: text, [(surface, kind, value, unit)].
FOUND = (
    ("Xuất khẩu đạt 1,2 tỷ USD; thu ngân sách đạt 3.450 tỷ.", [("1,2 tỷ USD", "money", 1.2e9, "USD"), ("3.450 tỷ", "money", 3.45e12, "đồng")]),
    ("Số thuê bao đạt 1,35 triệu", [("1,35 triệu", "count", 1.35e6, None)]),
    ("Thưởng mỗi suất 500 nghìn", [("500 nghìn", "money", 5e5, "đồng")]),
    ("Trong năm tỷ lệ hộ nghèo giảm", []),
    ("lắp 1.234 đồng hồ nước", [("1.234 đồng hồ nước", "count", 1234, "đồng hồ nước")]),
    ("Khởi tố 12 vụ, 45 bị can", [("12 vụ", "count", 12, "vụ"), ("45 bị can", "count", 45, "bị can")]),
    ("vượt 1,5 lần quy chuẩn", [("1,5 lần", "ratio", 1.5, "lần")]),
    ("từ 100.000 đồng đến 300.000 đồng/tháng", [("100.000 đồng đến 300.000 đồng/tháng", "money", 1e5, "đồng/tháng")]),
    ("phát 12.000 khẩu trang cho 345 xã viên", [("12.000 khẩu trang", "count", 12000, "khẩu trang"), ("345 xã viên", "count", 345, "xã viên")]),
    ("Lũy kế 6 tháng 45 vụ", [("45 vụ", "count", 45, "vụ")]),
    ("ngày 6 tháng 12 xã tổ chức lễ", []),
    ("kinh phí 12 (mười hai) tỷ đồng", [("12 (mười hai) tỷ đồng", "money", 12e9, "đồng")]),
    ("Chi 1 250 000 đồng cho 12 hộ", [("1 250 000 đồng", "money", 1.25e6, "đồng"), ("12 hộ", "count", 12, "hộ")]),
    ("vận chuyển 45,6 triệu hành khách", [("45,6 triệu hành khách", "count", 45.6e6, "hành khách")]),
    ("nghị quyết Hội nghị Trung ương 6 khóa XII", []),
    ("xây 5 trụ sở; năm 2022 trụ sở được sửa", [("5 trụ sở", "count", 5, "trụ sở")]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_what_sentences_of_all_fields_state(text: str, expected: list[Row]) -> None:
    assert _rows(text, find_amounts(text)) == expected


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("tăng so với cùng kỳ 23,5%", "up"),
        ("thấp hơn cùng kỳ 56 ha", "down"),
        ("vượt kế hoạch 12,5%", "up"),
        ("giảm được 150 hộ", "down"),
    ],
)
def test_what_is_compared_may_stand_between(text: str, direction: str) -> None:
    assert find_amounts(text)[0].direction == direction
