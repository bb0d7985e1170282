"""Mentions by a bare number or a name, the document itself, and what is no mention at all."""

from __future__ import annotations

import datetime as dt

import pytest
from citation_rows import found

from extract.document import Block
from extract.facts import DocumentRow

#: text, [(form, surface, type, number)]
SHORT = [
    ("Hợp đồng theo Nghị định 68", [("short", "Nghị định 68", "Nghị định", "68")]),
    (
        "Việc chấp hành Chỉ thị 10 của Chủ tịch UBND tỉnh",
        [("short", "Chỉ thị 10 của Chủ tịch UBND tỉnh", "Chỉ thị", "10")],
    ),
    ("Thực hiện Đề án 06, toàn xã đã cấp 120 tài khoản.", [("short", "Đề án 06", "Đề án", "06")]),
    ("thực hiện Đề án số 08 về công nghiệp", [("short", "Đề án số 08", "Đề án", "08")]),
    ("Nghị quyết 30a còn hiệu lực", [("short", "Nghị quyết 30a", "Nghị quyết", "30a")]),
    (
        "nguồn vốn Chương trình 135 và Chương trình 30a.",
        [("short", "Chương trình 135", "Chương trình", "135"), ("short", "Chương trình 30a", "Chương trình", "30a")],
    ),
    (
        "nguồn vốn chương trình 135, đề án 06 và đề án 99",
        [("short", "chương trình 135", "Chương trình", "135"), ("short", "đề án 06", "Đề án", "06")],
    ),
    ("Thông tư 03/2021 quy định chế độ", [("short", "Thông tư 03/2021", "Thông tư", "03/2021")]),
    ("Nghị quyết số 02 của Chính phủ", [("short", "Nghị quyết số 02 của Chính phủ", "Nghị quyết", "02")]),
    (
        "sắp xếp theo Nghị quyết 18, 19 của Trung ương",
        [("short", "Nghị quyết 18", "Nghị quyết", "18"), ("short", "19", "Nghị quyết", "19")],
    ),
    ("Chỉ thị 16 đã đi vào cuộc sống", [("short", "Chỉ thị 16", "Chỉ thị", "16")]),
    ("theo Quyết định 1956.", []),
    (
        "Thực hiện Quyết định số 1956/QĐ-TTg; sau ba năm, theo Quyết định 1956, đã mở 4 lớp.",
        [
            ("full", "Quyết định số 1956/QĐ-TTg", "Quyết định", "1956/QĐ-TTg"),
            ("short", "Quyết định 1956", "Quyết định", "1956"),
        ],
    ),
    (
        "Thực hiện công văn số 87 của Phòng Y tế",
        [("short", "công văn số 87 của Phòng Y tế", "Công văn", "87")],
    ),
    ("theo nghị định số 9 ngày 3/4/2020", [("short", "nghị định số 9 ngày 3/4/2020", "Nghị định", "9")]),
    ("ban hành quyết định số 3 trong năm", []),
    ("Kế hoạch 30 của UBND huyện", [("short", "Kế hoạch 30 của UBND huyện", "Kế hoạch", "30")]),
]

NAMED = [
    (
        "Nghị quyết Đại hội Đảng bộ Ba Tri lần thứ XII",
        [("named", "Nghị quyết Đại hội Đảng bộ Ba Tri lần thứ XII", "Nghị quyết", None)],
    ),
    (
        "theo Luật Ban hành văn bản quy phạm pháp luật của HĐND, UBND năm 2004",
        [("named", "Luật Ban hành văn bản quy phạm pháp luật của HĐND, UBND năm 2004", "Luật", None)],
    ),
    ("theo Luật Đất đai.", [("named", "Luật Đất đai", "Luật", None)]),
    ("theo Luật Đất đai năm 2013", [("named", "Luật Đất đai năm 2013", "Luật", None)]),
    (
        "Luật Phòng, chống tham nhũng, Luật Thanh tra và Luật Tiếp công dân",
        [
            ("named", "Luật Phòng, chống tham nhũng", "Luật", None),
            ("named", "Luật Thanh tra", "Luật", None),
            ("named", "Luật Tiếp công dân", "Luật", None),
        ],
    ),
    (
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
        [("named", "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015", "Luật", None)],
    ),
    ("theo Luật Ban hành văn bản QPPL và hướng dẫn", [("named", "Luật Ban hành văn bản QPPL", "Luật", None)]),
    ("Điều 227 Bộ Luật hình sự năm 2015", [("named", "Bộ Luật hình sự năm 2015", "Bộ luật", None)]),
    ("theo Hiến pháp năm 2013", [("named", "Hiến pháp năm 2013", "Hiến pháp", None)]),
    ("theo Pháp lệnh Dân số", [("named", "Pháp lệnh Dân số", "Pháp lệnh", None)]),
    ("Luật Phát triển vùng xanh quy định", [("named", "Luật Phát triển vùng xanh", "Luật", None)]),
    (
        "thi hành Luật sửa đổi, bổ sung một số điều của Luật Thanh tra",
        [
            ("named", "Luật sửa đổi, bổ sung một số điều của Luật Thanh tra", "Luật", None),
            ("named", "Luật Thanh tra", "Luật", None),
        ],
    ),
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019",
        [
            (
                "named",
                "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019",
                "Luật",
                None,
            ),
            ("named", "Luật Tổ chức Chính phủ", "Luật", None),
            ("named", "Luật Tổ chức chính quyền địa phương", "Luật", None),
        ],
    ),
    (
        "triển khai Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng;",
        [("named", "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng", "Nghị quyết", None)],
    ),
    (
        "Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XIII về chính sách",
        [("named", "Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XIII", "Nghị quyết", None)],
    ),
    ("theo tinh thần Nghị quyết Trung ương 7", [("named", "Nghị quyết Trung ương 7", "Nghị quyết", None)]),
    (
        "Nghị quyết Trung ương 5 khóa IX về kinh tế tư nhân",
        [("named", "Nghị quyết Trung ương 5 khóa IX", "Nghị quyết", None)],
    ),
    ("Nghị quyết Đại hội XIII của Đảng", [("named", "Nghị quyết Đại hội XIII của Đảng", "Nghị quyết", None)]),
    (
        "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XIV, nhiệm kỳ 2020 - 2025 đề ra",
        [("named", "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XIV, nhiệm kỳ 2020 - 2025", "Nghị quyết", None)],
    ),
    ("Kế hoạch CCHC năm 2022 đề ra 25 nhiệm vụ", [("named", "Kế hoạch CCHC năm 2022", "Kế hoạch", None)]),
    (
        "Kế hoạch cải cách hành chính giai đoạn 2021 - 2025 của tỉnh",
        [("named", "Kế hoạch cải cách hành chính giai đoạn 2021 - 2025", "Kế hoạch", None)],
    ),
    ("triển khai Đề án văn hóa công vụ.", [("named", "Đề án văn hóa công vụ", "Đề án", None)]),
    ("phê duyệt Đề án “Ngày chủ nhật xanh” trên địa bàn", [("named", "Đề án “Ngày chủ nhật xanh”", "Đề án", None)]),
    (
        "Chương trình tổng thể CCHC nhà nước giai đoạn 2021 - 2030",
        [("named", "Chương trình tổng thể CCHC nhà nước giai đoạn 2021 - 2030", "Chương trình", None)],
    ),
    ("vi phạm Điều lệ Đảng", [("named", "Điều lệ Đảng", "Điều lệ", None)]),
    ("thực hiện Quy chế dân chủ ở cơ sở", [("named", "Quy chế dân chủ ở cơ sở", "Quy chế", None)]),
]


@pytest.mark.parametrize(("text", "expected"), [*SHORT, *NAMED], ids=[text[:60] for text, _ in [*SHORT, *NAMED]])
def test_without_symbol(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [(c.form, c.surface, c.type, c.number) for c in found(text)] == expected


#: Texts without any mention.
NONE = [
    "Tỉnh đã ban hành 28 Nghị định và 02 Nghị quyết.",
    "HĐND ban hành 22 Chương trình, 13 Quyết định.",
    "áp dụng tiêu chuẩn TCVN ISO 9001:2015 tại 26 đơn vị",
    "theo QCVN 01:2019/BXD và TCVN 7956:2008",
    "TCVN 4054/2005/BXD về đường ô tô",
    "đạt chuẩn ISO/IEC 27001:2022",
    "kiểm tra được 8/16 đơn vị, đạt 50%",
    "8,487 tỉ/14,800 tỉ, đạt 57,34%",
    "chi trả 143/147 hộ với 118,92 tỷ đồng",
    "tỷ lệ 12/73/82 hồ sơ",
    "Ngày 18/01/2022 huyện tổ chức hội nghị",
    "hoạt động 24/24 giờ và 7/7 ngày",
    "bản án số 12/2022/HS-ST ngày 03/3/2022 của Tòa án nhân dân huyện",
    "Quyết định số 05/2022/QĐST-HNGĐ",
    "hồ sơ thụ lý số 31/2021/TLST-DS",
    "số điện thoại 0299.3876.222 hoặc 0299-3821.233",
    "đường dây nóng: 0912 345 678",
    "Phòng Tài chính - Kế hoạch thẩm định năm 2022",
    "Sở Kế hoạch và Đầu tư năm 2023 đã tiếp 12 đoàn",
    "các kế hoạch, chương trình, đề án của tỉnh",
    "Kế hoạch đã đề ra 14 nội dung phải tuyên truyền trong năm 2022",
    "Kế hoạch phân công cơ quan chủ trì trong năm 2022",
    "biển số 72C-0585 tiêu hao 15lit/100km",
    "thửa đất số 15/KH-TĐ, tờ bản đồ số 4",
    "Mẫu số 02/TĐ-KT ban hành kèm theo",
    "Phụ lục số 01, Biểu số 02/BC-TH",
    "Công ty Luật ABC và Hội Luật gia tỉnh",
    "chấp hành pháp luật Đất đai",
    "Trường Đại học Luật Hà Nội",
    "dự thảo Luật Phổ biến, giáo dục pháp luật (sửa đổi)",
    "sản lượng 12 tấn/ha, 10 kg/người/tháng",
    "Covid-19, mạng 5G/4G, chính phủ 4.0",
    "lớp 12/A1 Trường THPT An Minh",
    "nhà số 12/A Nguyễn Trãi",
    "mã số TTHC: 1.013980",
    "1-CHLORO-1,2,2,2-TETRAFLUOROETHANE và 2,4-TOLUYLENEDIAMIN",
    "Báo cáo 6 tháng đầu năm",
    "Kế hoạch 5 năm 2021 - 2025",
    "Thông báo 02 trường hợp, Hướng dẫn 15 đơn vị",
    "Nghị quyết 12 nội dung, Quyết định 13 nhiệm vụ",
    "xây dựng Đề án vị trí việc làm của đơn vị",
    "https://soctrang.gov.vn/2022/KH-UBND",
    "Quyết định này có hiệu lực từ ngày ký.",
    "Lưu: VT, NC.",
    "CÔNG BÁO/Số 1535 + 1536/Ngày 30-12-2024",
    "gói thầu số 07/XL-ĐT, hóa đơn số 12/GTGT-BC",
]


@pytest.mark.parametrize("text", NONE)
def test_no_mention(text: str) -> None:
    assert [c.surface for c in found(text)] == []


HEADER = DocumentRow(
    doc_id="d" * 64,
    number="228/BC-UBND",
    type_name="Báo cáo",
    issued_on=dt.date(2022, 6, 16),
    organ_name="Ủy ban nhân dân huyện Kế Sách",
)


def test_own_number() -> None:
    head = Block(path="p[1]", kind="paragraph", text="Số: 228/BC-UBND", zone="letterhead")
    rows = found(
        head, "(Kèm theo Báo cáo số 228/BC-UBND ngày 16/6/2022 của Ủy ban nhân dân huyện Kế Sách)", header=HEADER
    )
    assert [(c.form, c.surface, c.type) for c in rows] == [
        ("self", "228/BC-UBND", "Báo cáo"),
        ("self", "Báo cáo số 228/BC-UBND ngày 16/6/2022 của Ủy ban nhân dân huyện Kế Sách", "Báo cáo"),
    ]


def test_own_number_of_another_body_or_year_is_not_self() -> None:
    rows = found(
        "Báo cáo số 228/BC-UBND ngày 16/6/2021",
        "Báo cáo số 228/BC-UBND của Ủy ban nhân dân tỉnh Sóc Trăng",
        header=HEADER,
    )
    assert [c.form for c in rows] == ["full", "full"]


def test_letterhead_without_header() -> None:
    head = Block(path="p[1]", kind="paragraph", text="Số: 41/BC-SYT", zone="letterhead")
    assert [(c.form, c.number) for c in found(head)] == [("self", "41/BC-SYT")]


def test_demonstrative_is_self_in_its_own_type_only() -> None:
    header = DocumentRow(doc_id="d" * 64, type_name="Nghị định")
    assert [(c.form, c.surface) for c in found("Nghị định này quy định chi tiết; Quyết định này", header=header)] == [
        ("self", "Nghị định này")
    ]


ANTECEDENTS = [
    (["Nghị định số 68/2000/NĐ-CP của Chính phủ", "Hợp đồng theo Nghị định 68"], [None, 0]),
    (
        [
            "Chỉ thị số 10/CT-TTg ngày 22/4/2019 của Thủ tướng và Chỉ thị số 10/CT-CTUBND ngày 28/12/2012 của Chủ tịch UBND tỉnh Sóc Trăng.",
            "Chỉ thị 10 của Chủ tịch UBND tỉnh và Chỉ thị 10 của Thủ tướng",
        ],
        [None, None, 1, 0],
    ),
    (
        ["Chỉ thị số 10/CT-TTg ngày 22/4/2019 và Chỉ thị số 10/CT-CTUBND ngày 28/12/2012.", "theo Chỉ thị 10."],
        [None, None, None],
    ),
    (["số 68/KTTH ngày 03/3/1997", "theo Nghị định 68", "Nghị định số 68/2000/NĐ-CP"], [None, None]),
    (["theo Nghị định 68", "Nghị định số 68/2000/NĐ-CP"], [None, None]),
    (["Quyết định số 7/QĐ-UBND ngày 21/8/2025 của UBND tỉnh", "theo Quyết định số 7/QĐ-UBND"], [None, 0]),
    (["Quyết định số 7/QĐ-UBND", "theo Quyết định số 7/QĐ-UBND"], [None, None]),
    (
        [
            "Kế hoạch số 9/KH-UBND ngày 14/3/2022 của UBND huyện A",
            "Kế hoạch số 9/KH-UBND ngày 27/8/2019 của UBND tỉnh B",
            "theo Kế hoạch số 9/KH-UBND",
        ],
        [None, None, None],
    ),
]


@pytest.mark.parametrize(("texts", "expected"), ANTECEDENTS)
def test_antecedent(texts: list[str], expected: list[int | None]) -> None:
    rows = found(*texts)
    ids = [c.fact_id for c in rows]
    assert [ids.index(c.antecedent) if c.antecedent else None for c in rows][: len(expected)] == expected
