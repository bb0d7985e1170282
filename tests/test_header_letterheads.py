"""Letterheads: which body, below which, in which column, with all that stands around it."""

from __future__ import annotations

import datetime as dt

import pytest
from header_rows import MOTTO, header


@pytest.mark.parametrize(
    ("left", "organ", "parent"),
    [
        ("UBND HUYỆN AN MINH", "Ủy ban nhân dân huyện An Minh", None),
        ("ỦY BAN NHÂN DÂN\nXÃ ĐÔNG THÁI", "Ủy ban nhân dân xã Đông Thái", None),
        ("UỶ BAN NHÂN DÂN\nTHÀNH PHỐ HÒA BÌNH", "Ủy ban nhân dân thành phố Hòa Bình", None),
        ("UBND TP. CẦN THƠ\nSỞ Y TẾ", "Sở Y tế", "Ủy ban nhân dân thành phố Cần Thơ"),
        (
            "UBND TỈNH BÀ RỊA – VŨNG TÀU\nBAN QUẢN LÝ\nCÁC KHU CÔNG NGHIỆP",
            "Ban Quản lý các khu công nghiệp",
            "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu",
        ),
        (
            "UBND TỈNH GIA LAI\nSỞ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI",
            "Sở Lao động - Thương binh và Xã hội",
            "Ủy ban nhân dân tỉnh Gia Lai",
        ),
        ("UBND TỈNH GIA LAI\nVĂN PHÒNG", "Văn phòng Ủy ban nhân dân tỉnh Gia Lai", "Ủy ban nhân dân tỉnh Gia Lai"),
        ("BỘ TƯ PHÁP", "Bộ Tư pháp", None),
        ("BỘ TÀI CHÍNH\nTỔNG CỤC THUẾ", "Tổng cục Thuế", "Bộ Tài chính"),
        ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ", None),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN", "Chủ tịch Ủy ban nhân dân tỉnh Nghệ An", None),
        ("HỘI ĐỒNG NHÂN DÂN\nHUYỆN KỲ ANH", "Hội đồng nhân dân huyện Kỳ Anh", None),
        ("ĐẢNG BỘ TỈNH CÀ MAU\nHUYỆN ỦY THỚI BÌNH\n*", "Huyện ủy Thới Bình", "Đảng bộ tỉnh Cà Mau"),
        ("UBND HUYỆN EA H'LEO\nTRUNG TÂM Y TẾ", "Trung tâm Y tế", "Ủy ban nhân dân huyện Ea H'leo"),
        (
            "SỞ NỘI VỤ\nĐOÀN KIỂM TRA THEO\nQUYẾT ĐỊNH SỐ 77/QĐ-SNV",
            "Đoàn kiểm tra theo Quyết định số 77/QĐ-SNV",
            "Sở Nội vụ",
        ),
        (
            "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nLIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN LA",
            "Liên đoàn Lao động tỉnh Sơn La",
            "Tổng Liên đoàn Lao động Việt Nam",
        ),
    ],
)
def test_bodies(left: str, organ: str, parent: str | None) -> None:
    found = header(f"{left}\nSố: 5/BC-XYZ\n{MOTTO}Nơi đó, ngày 02 tháng 3 năm 2023\nBÁO CÁO\nTình hình thu ngân sách\n")
    assert (found.organ_name, found.parent_organ) == (organ, parent)


ROWS = "UBND TỈNH LAI CHÂU\nSỞ TƯ PHÁP|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc|Số: 61/BC-STP|Lai Châu, ngày 04 tháng 9 năm 2024"


@pytest.mark.parametrize(
    "top",
    [
        "{a}\n{c}\n{b}\n{d}",  # left column, then right column
        "{b}\n{d}\n{a}\n{c}",  # right column first
        "{a}\n{b}\n{c}\n{d}",  # row by row
        "UBND TỈNH LAI CHÂU   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ TƯ PHÁP   Độc lập - Tự do - Hạnh phúc\n{c}   {d}",  # run together
    ],
)
def test_order_of_columns(top: str) -> None:
    a, b, c, d = ROWS.split("|")
    found = header(top.format(a=a, b=b, c=c, d=d) + "\nBÁO CÁO\nCông tác hòa giải ở cơ sở\n")
    assert (found.organ_name, found.parent_organ, found.number, found.issued_on, found.place, found.subject) == (
        "Sở Tư pháp",
        "Ủy ban nhân dân tỉnh Lai Châu",
        "61/BC-STP",
        dt.date(2024, 9, 4),
        "Lai Châu",
        "Công tác hòa giải ở cơ sở",
    )


HEAD = "UBND HUYỆN PHÚ TÂN\nPHÒNG NỘI VỤ\nSố: 41/SNV-CCHC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPhú Tân, ngày 05 tháng 7 năm 2021\n"
BODY = "Kính gửi: Sở Nội vụ\nPhòng Nội vụ đề nghị Sở Nội vụ hướng dẫn thực hiện chế độ đối với cán bộ./.\n"


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("3. Thực hiện Quyết định số 211/QĐ-TTg ngày 01 tháng 3 năm 2024 của Thủ tướng Chính phủ", "number", None),
        ("Căn cứ Kế hoạch số 30/KH-UBND, các xã báo cáo kết quả.", "number", None),
        ("Hôm nay, ngày 09 tháng 10 năm 2024, chúng tôi gồm có:", "place", None),
        ("CÔNG VĂN ĐẾN\nSố: 11872\n" + HEAD + "V/v nghỉ lễ\n" + BODY, "number", "41/SNV-CCHC"),
        ("CÔNG VĂN ĐẾN\nSố: 11872\n" + HEAD + "V/v nghỉ lễ\n" + BODY, "subject", "nghỉ lễ"),
        (HEAD + "(V/v xin nghỉ học bù)\n" + BODY, "subject", "xin nghỉ học bù"),
        (HEAD + "Về việc thông báo kết quả thẩm định\n" + BODY, "subject", "Về việc thông báo kết quả thẩm định"),
        (HEAD + BODY, "type_name", "Công văn"),
        (HEAD.replace("ngày 05 tháng 7 năm 2021", "ngày 05/7/2021") + BODY, "issued_on", dt.date(2021, 7, 5)),
        (HEAD.replace("Phú Tân, ngày", "Quận 12, ngày") + BODY, "place", "Quận 12"),
        (HEAD.replace("Số: 41/SNV-CCHC", "Số: 45 BC/ĐU") + BODY, "number", "45-BC/ĐU"),
        (HEAD.replace("NGHĨA VIỆT NAM", "NGHĨA\nVIỆT NAM") + BODY, "organ_name", "Phòng Nội vụ"),
        (HEAD + "(DỰ THẢO)\n" + BODY, "organ_name", "Phòng Nội vụ"),
        (
            HEAD + BODY + "Nơi nhận:\n- Như trên;\n- Lưu: VT, NV\nKT.TRƯỞNG PHÒNG\nP. TRƯỞNG PHÒNG\nLê Văn An",
            "signer_position",
            "P. TRƯỞNG PHÒNG",
        ),
        (
            HEAD + BODY + "Nơi nhận:\n- Như trên;\n- Lưu: VT, NV\nKT.TRƯỞNG PHÒNG\nP. TRƯỞNG PHÒNG\nLê Văn An",
            "recipients",
            ("Như trên", "Lưu: VT, NV"),
        ),
        (
            HEAD + BODY + "TRƯỞNG PHÒNG\nLê Văn An\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nTrần Thị Bình",
            "signer_name",
            "Lê Văn An; Trần Thị Bình",
        ),
        (
            "UBND XÃ A\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nQUY ĐỊNH\nVề tiếp công dân\n(Ban hành kèm theo Quyết định số 45/2023/QĐ-UBND ngày 05 tháng 12 năm 2023 của Chủ tịch UBND xã A)\nĐiều 1. Phạm vi",
            "attached_to",
            "45/2023/QĐ-UBND",
        ),
        (
            HEAD.replace("41/SNV-CCHC", "41/BC-PNV")
            + "BÁO CÁO\nKết quả công tác\n"
            + "Thực hiện Công văn số 2.114/STC-TH ngày 05/5/2021 của Sở Tài chính, Phòng Nội vụ báo cáo như sau:",
            "basis",
            "2114/STC-TH",
        ),
    ],
)
def test_letterheads_of_all_kinds(text: str, field: str, expected: object) -> None:
    assert getattr(header(text), field) == expected
