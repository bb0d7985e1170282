"""Header fields from invented letterheads, annex lines, openings and closings."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from header_rows import MOTTO, REPORT, header


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("number", "41/BC-PNV"),
        ("code_number", "41"),
        ("code_notation", "BC-PNV"),
        ("type_name", "Báo cáo"),
        ("issued_on", dt.date(2021, 7, 5)),
        ("place", "Phú Tân"),
        ("organ_name", "Phòng Nội vụ"),
        ("parent_organ", "Ủy ban nhân dân huyện Phú Tân"),
        ("subject", "Kết quả tinh giản biên chế 6 tháng đầu năm 2021"),
        ("signer_position", "TRƯỞNG PHÒNG"),
        ("signer_name", "Đặng Thị Hồng Gấm"),
        ("recipients", ("Sở Nội vụ", "Lưu: VT")),
        ("period_label", "6 tháng đầu năm 2021"),
        ("period_start", dt.date(2021, 1, 1)),
        ("period_end", dt.date(2021, 6, 30)),
        ("basis", "902/SNV-TCBC"),
        ("attached_to", None),
    ],
)
def test_report(field: str, expected: object) -> None:
    assert getattr(header(REPORT), field) == expected


@pytest.mark.parametrize(
    ("line", "code_number", "notation", "number"),
    [
        ("Số: 7/KH-UBND", "7", "KH-UBND", "7/KH-UBND"),
        ("Số: 07 /KH - UBND", "07", "KH-UBND", "07/KH-UBND"),
        ("Số:        /BC-STC", None, "BC-STC", None),
        ("Số: ……/BC-STC", None, "BC-STC", None),
        ("Số: ...../BC-STC", None, "BC-STC", None),
        ("Số: ____/BC-STC", None, "BC-STC", None),
        ("Số 24-NQ/HU", "24", "NQ/HU", "24-NQ/HU"),
        ("Số: 119-CV/BTGTU", "119", "CV/BTGTU", "119-CV/BTGTU"),
        ("Số: 15/2023/QĐ-UBND", "15", "QĐ-UBND", "15/2023/QĐ-UBND"),
        ("Luật số: 31/2024/QH15", "31", "QH15", "31/2024/QH15"),
        ("Số: 30c/NQ-CP", "30c", "NQ-CP", "30c/NQ-CP"),
        ("Số: 88/SNV-CCHC&PC", "88", "SNV-CCHC&PC", "88/SNV-CCHC&PC"),
        ("Số: 512/UBND–VX", "512", "UBND-VX", "512/UBND-VX"),
        ("SỐ: 66/TB-BQL", "66", "TB-BQL", "66/TB-BQL"),
    ],
)
def test_number_line(line: str, code_number: str | None, notation: str, number: str | None) -> None:
    found = header(
        f"UBND TỈNH HÀ NAM\n{line}\n{MOTTO}Hà Nam, ngày 02 tháng 3 năm 2023\nBÁO CÁO\nTình hình thu ngân sách\n"
    )
    assert (found.code_number, found.code_notation, found.number) == (code_number, notation, number)


@pytest.mark.parametrize(
    ("line", "place", "issued_on"),
    [
        ("Hà Nam, ngày 02 tháng 3 năm 2023", "Hà Nam", dt.date(2023, 3, 2)),
        ("Hà Nam, ngày   tháng 11 năm 2025", "Hà Nam", None),
        ("Hà Nam, ngày …… tháng …… năm 2025", "Hà Nam", None),
        ("Hà Nam, ngày      tháng      năm 20", "Hà Nam", None),
        ("Hà Nam , Ngày 9 Tháng 12 Năm 2020", "Hà Nam", dt.date(2020, 12, 9)),
        ("TP. Hồ Chí Minh, ngày 30 tháng 4 năm 2022", "TP. Hồ Chí Minh", dt.date(2022, 4, 30)),
        ("Bà Rịa - Vũng Tàu, ngày 31 tháng 01 năm 2019", "Bà Rịa - Vũng Tàu", dt.date(2019, 1, 31)),
        ("Hà Nam, ngày 31 tháng 02 năm 2023", "Hà Nam", None),
    ],
)
def test_place_and_date(line: str, place: str, issued_on: dt.date | None) -> None:
    found = header(f"UBND TỈNH HÀ NAM\nSố: 5/BC-UBND\n{MOTTO}{line}\nBÁO CÁO\nTình hình thu ngân sách\n")
    assert (found.place, found.issued_on) == (place, issued_on)


@pytest.mark.parametrize(
    ("rest", "type_name", "subject"),
    [
        ("BÁO CÁO\nTình hình hạn hán\nvà xâm nhập mặn", "Báo cáo", "Tình hình hạn hán và xâm nhập mặn"),
        ("BÁO CÁO TÌNH HÌNH HẠN HÁN\nVÀ XÂM NHẬP MẶN", "Báo cáo", "TÌNH HÌNH HẠN HÁN VÀ XÂM NHẬP MẶN"),
        ("B Á O  C Á O\nTình hình hạn hán", "Báo cáo", "Tình hình hạn hán"),
        (
            "KẾ HOẠCH\nThực hiện Đề án số 03 về nước sạch\n(Ban hành kèm theo Nghị quyết số 8-NQ/TU ngày 02/02/2022)",
            "Kế hoạch",
            "Thực hiện Đề án số 03 về nước sạch",
        ),
        (
            "QUYẾT ĐỊNH\nVề việc kiện toàn Ban Chỉ đạo\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Tổ chức chính quyền địa phương;",
            "Quyết định",
            "Về việc kiện toàn Ban Chỉ đạo",
        ),
        ("QUYẾT ĐỊNH\nV/v: Kiện toàn Ban Chỉ đạo", "Quyết định", "Kiện toàn Ban Chỉ đạo"),
        ("CÔNG ĐIỆN\nVề việc ứng phó với mưa lũ\nTHỦ TƯỚNG CHÍNH PHỦ điện:", "Công điện", "Về việc ứng phó với mưa lũ"),
        ("TỜ TRÌNH\nVề việc phê duyệt dự toán\nKính gửi: Sở Tài chính", "Tờ trình", "Về việc phê duyệt dự toán"),
        ("CHƯƠNG TRÌNH\nCông tác năm 2024\nI. MỤC TIÊU", "Chương trình", "Công tác năm 2024"),
        (
            "NGHỊ ĐỊNH\nQUY ĐỊNH VỀ LƯU TRỮ ĐIỆN TỬ\nCHÍNH PHỦ\nCăn cứ Luật Lưu trữ;",
            "Nghị định",
            "QUY ĐỊNH VỀ LƯU TRỮ ĐIỆN TỬ",
        ),
        ("BẢO CÁO\nTình hình hạn hán", "Báo cáo", "Tình hình hạn hán"),
    ],
)
def test_type_and_subject(rest: str, type_name: str, subject: str) -> None:
    found = header(f"UBND TỈNH BẾN TRE\nSố: 9/XX-UBND\n{MOTTO}Bến Tre, ngày 02 tháng 3 năm 2023\n{rest}\n")
    assert (found.type_name, found.subject) == (type_name, subject)


def test_official_letter_has_its_subject_under_the_number() -> None:
    found = header(
        f"SỞ XÂY DỰNG\nSố: 340/SXD-QLN\nV/v rà soát nhà ở\nxã hội năm 2024\n{MOTTO}"
        "Vĩnh Long, ngày 08 tháng 5 năm 2024\nKính gửi: UBND các huyện\nSở Xây dựng đề nghị các đơn vị báo cáo trước ngày 20/5/2024.\n"
    )
    assert (found.type_name, found.subject, found.place) == ("Công văn", "rà soát nhà ở xã hội năm 2024", "Vĩnh Long")


def test_old_title_with_number_and_date() -> None:
    found = header(
        "Chính phủ\nNghị định của Chính phủ số 99/2004/NĐ-CP\nngày 3/2/2004 về quản lý chợ.\nChính phủ\nCăn cứ Luật Tổ chức Chính phủ;\n"
    )
    assert (found.number, found.type_name, found.organ_name) == ("99/2004/NĐ-CP", "Nghị định", "Chính phủ")


def test_number_of_a_copy_is_not_the_number() -> None:
    found = header(
        f"UBND TỈNH AN GIANG\nSố: 12/SY-UBND\nSố: 700/QĐ-UBND\n{MOTTO}An Giang, ngày 02 tháng 3 năm 2023\nQUYẾT ĐỊNH\nVề việc giao vốn\n"
    )
    assert found.number == "700/QĐ-UBND"


def test_stamped_number_beside_its_blank() -> None:
    found = header(
        f"SỞ TƯ PHÁP\nSố:    /BC-STP\n315\n{MOTTO}Lai Châu, ngày 04 tháng 9 năm 2024\nBÁO CÁO\nCông tác hòa giải\n"
    )
    assert found.number == "315/BC-STP"


@pytest.mark.parametrize(
    ("opening", "organ"),
    [
        (
            "Thực hiện Kế hoạch số 3/KH-UBND ngày 04/01/2022 của UBND tỉnh Hà Nam, Ủy ban nhân dân huyện Kim Bảng báo cáo kết quả như sau:",
            "Ủy ban nhân dân huyện Kim Bảng",
        ),
        (
            "Thực hiện chỉ đạo của UBND tỉnh Hà Nam; sau khi tổng hợp, Sở Y tế tỉnh Hà Nam trân trọng báo cáo:",
            "Sở Y tế tỉnh Hà Nam",
        ),
        ("Theo đề nghị của Sở Y tế báo cáo được lập như sau, tính đến hết tháng 5 năm 2022:", None),
    ],
)
def test_issuer_from_the_opening(opening: str, organ: str | None) -> None:
    assert (
        header(
            f"Số: 18/BC-UBND\nKim Bảng, ngày 10 tháng 6 năm 2022\nBÁO CÁO\nCông tác tiêm chủng\n{opening}\n"
        ).organ_name
        == organ
    )


@pytest.mark.parametrize(
    ("opening", "basis"),
    [
        (
            "Thực hiện Công văn số 55/SYT-NVY ngày 02/3/2022 của Sở Y tế về việc báo cáo tiêm chủng, UBND huyện báo cáo như sau:",
            "55/SYT-NVY",
        ),
        (
            "Thực hiện Chỉ thị số 9/CT-TTg ngày 01/3/2022 của Thủ tướng; Văn bản số 71/SYT-VP ngày 05/3/2022 về việc đề nghị báo cáo, UBND huyện báo cáo:",
            "71/SYT-VP",
        ),
        ("Theo Kế hoạch số 12-KH/HU ngày 07/3/2022 của Huyện ủy, UBND huyện báo cáo kết quả như sau:", "12-KH/HU"),
        (
            "Kính gửi: Ủy ban nhân dân tỉnh Hà Nam và Sở Y tế tỉnh Hà Nam.\nThực hiện Công văn số 8/SYT-VP ngày 05/3/2022, UBND huyện báo cáo:",
            "8/SYT-VP",
        ),
        ("Trong tháng 3, công tác tiêm chủng đạt kết quả khá trên địa bàn toàn huyện.", None),
    ],
)
def test_basis(opening: str, basis: str | None) -> None:
    assert (
        header(
            f"UBND HUYỆN KIM BẢNG\nSố: 18/BC-UBND\n{MOTTO}Kim Bảng, ngày 10 tháng 6 năm 2022\nBÁO CÁO\nCông tác tiêm chủng\n{opening}\n"
        ).basis
        == basis
    )


def test_plan_reports_on_no_period() -> None:
    assert header(REPORT.replace("BÁO CÁO", "KẾ HOẠCH").replace("BC-PNV", "KH-PNV")).period_label is None


def test_law_takes_the_day_of_its_adoption() -> None:
    found = header(
        f"QUỐC HỘI\nLuật số: 31/2024/QH15\n{MOTTO}LUẬT\nĐẤT VÀ NƯỚC\nĐiều 1. Phạm vi\nLuật này quy định về đất.\n"
        "Luật này được Quốc hội khóa XV thông qua ngày 18 tháng 01 năm 2024.\nCHỦ TỊCH QUỐC HỘI\nVương Văn Ba\n"
    )
    assert (found.issued_on, found.signer_name, found.organ_name) == (dt.date(2024, 1, 18), "Vương Văn Ba", "Quốc hội")


@pytest.mark.parametrize(
    "text", ["", "Một đoạn văn thường, không có thể thức gì cả.", "1\n2\n3", "6Ӣ C‘NG 7+ѬѪ1*\nĈ2¬1 .,ӆ0 TRA"]
)
def test_nothing_is_invented(text: str) -> None:
    found = header(text)
    assert (
        found.number,
        found.code_notation,
        found.type_name,
        found.organ_name,
        found.issued_on,
        found.signer_name,
    ) == (None,) * 6


def test_party_document() -> None:
    found = header(
        "TỈNH ỦY SƠN LA\n*\nSố 33-KL/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nSơn La, ngày 12 tháng 8 năm 2022\nKẾT LUẬN\ncủa Ban Thường vụ Tỉnh ủy về phát triển cây dược liệu\n"
        "Ban Thường vụ Tỉnh ủy đã xem xét và kết luận những nội dung sau đây để các cấp ủy thực hiện.\nNơi nhận\n- Các huyện ủy,\n- Lưu Văn phòng Tỉnh ủy.\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nCầm Thị Chín\n"
    )
    assert (found.number, found.organ_name, found.type_name, found.signer_position, found.signer_name) == (
        "33-KL/TU",
        "Tỉnh ủy Sơn La",
        "Kết luận",
        "PHÓ BÍ THƯ",
        "Cầm Thị Chín",
    )


@pytest.mark.parametrize(
    "line",
    [
        "Số: " + "." * 20000,
        "Số: " + "…1 " * 9000,
        "ngày " * 6000,
        "ngày " + "." * 20000 + "tháng",
        "A, " * 8000,
        "UBND " * 6000,
        "CỘNG HÒA XÃ " * 3000,
        "(Kèm theo " * 4000,
        "Nơi nhận: " + "- " * 9000,
        "CHỦ TỊCH " * 4000,
        "BÁO CÁO " * 4000,
    ],
)
def test_long_lines_cost_little(line: str) -> None:
    started = time.perf_counter()
    header(f"{line}\nSố: 5/BC-UBND\n{line}\nBÁO CÁO\n{line}\nNơi nhận:\n{line}\n")
    assert time.perf_counter() - started < 1
