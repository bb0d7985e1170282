"""Mentions with number and symbol: what is found, how it is repaired, where it ends. One row per way of writing."""

from __future__ import annotations

import datetime as dt

import pytest
from citation_rows import found

D = dt.date

#: text, [(surface, type, number, date, issuer)]
FULL = [
    # ------------------------------------------------------------------ state, with and without date and issuer
    (
        "Thực hiện Kế hoạch số 45/KH-UBND ngày 12/02/2023 của UBND tỉnh An Giang về rà soát thủ tục.",
        [
            (
                "Kế hoạch số 45/KH-UBND ngày 12/02/2023 của UBND tỉnh An Giang",
                "Kế hoạch",
                "45/KH-UBND",
                D(2023, 2, 12),
                "Ủy ban nhân dân tỉnh An Giang",
            )
        ],
    ),
    (
        "theo Nghị định số 99/2021/NĐ-CP của Chính phủ.",
        [("Nghị định số 99/2021/NĐ-CP của Chính phủ", "Nghị định", "99/2021/NĐ-CP", None, "Chính phủ")],
    ),
    ("theo Nghị định 99/2021/NĐ-CP.", [("Nghị định 99/2021/NĐ-CP", "Nghị định", "99/2021/NĐ-CP", None, None)]),
    (
        "Kế hoạch 07/KH-UBND ngày 5/1/2022 của Ủy ban nhân dân xã Tân Hưng",
        [
            (
                "Kế hoạch 07/KH-UBND ngày 5/1/2022 của Ủy ban nhân dân xã Tân Hưng",
                "Kế hoạch",
                "07/KH-UBND",
                D(2022, 1, 5),
                "Ủy ban nhân dân xã Tân Hưng",
            )
        ],
    ),
    (
        "Quyết định số: 14/QĐ-SNV ngày 08 tháng 3 năm 2021 của Giám đốc Sở Nội vụ;",
        [
            (
                "Quyết định số: 14/QĐ-SNV ngày 08 tháng 3 năm 2021 của Giám đốc Sở Nội vụ",
                "Quyết định",
                "14/QĐ-SNV",
                D(2021, 3, 8),
                "Giám đốc Sở Nội vụ",
            )
        ],
    ),
    (
        "Chỉ thị số 18/CT-TTg ngày 03-4-2020 của Thủ tướng",
        [
            (
                "Chỉ thị số 18/CT-TTg ngày 03-4-2020 của Thủ tướng",
                "Chỉ thị",
                "18/CT-TTg",
                D(2020, 4, 3),
                "Thủ tướng Chính phủ",
            )
        ],
    ),
    (
        "Quyết định số 22/QĐ-UBND ngày 03.4.2020",
        [("Quyết định số 22/QĐ-UBND ngày 03.4.2020", "Quyết định", "22/QĐ-UBND", D(2020, 4, 3), None)],
    ),
    (
        "Nghị quyết số 12/2020/NQ-HĐND ngày 10/12/2020 của HĐND huyện",
        [
            (
                "Nghị quyết số 12/2020/NQ-HĐND ngày 10/12/2020 của HĐND huyện",
                "Nghị quyết",
                "12/2020/NQ-HĐND",
                D(2020, 12, 10),
                "Hội đồng nhân dân huyện",
            )
        ],
    ),
    (
        "Thông báo số 88/TB-VPCP ngày 01/6/2023 của Văn phòng Chính phủ về kết luận",
        [
            (
                "Thông báo số 88/TB-VPCP ngày 01/6/2023 của Văn phòng Chính phủ",
                "Thông báo",
                "88/TB-VPCP",
                D(2023, 6, 1),
                "Văn phòng Chính phủ",
            )
        ],
    ),
    (
        "Tờ trình số 61/TTr-STC ngày 09/9/2022 của Sở Tài chính tỉnh Bến Tre",
        [
            (
                "Tờ trình số 61/TTr-STC ngày 09/9/2022 của Sở Tài chính tỉnh Bến Tre",
                "Tờ trình",
                "61/TTr-STC",
                D(2022, 9, 9),
                "Sở Tài chính tỉnh Bến Tre",
            )
        ],
    ),
    ("Hướng dẫn số 05/HD-SNV", [("Hướng dẫn số 05/HD-SNV", "Hướng dẫn", "05/HD-SNV", None, None)]),
    (
        "Báo cáo số 240/BC-UBND ngày 15/7/2023",
        [("Báo cáo số 240/BC-UBND ngày 15/7/2023", "Báo cáo", "240/BC-UBND", D(2023, 7, 15), None)],
    ),
    (
        "Công điện số 12/CĐ-TTg ngày 07/9/2024 của Thủ tướng Chính phủ",
        [
            (
                "Công điện số 12/CĐ-TTg ngày 07/9/2024 của Thủ tướng Chính phủ",
                "Công điện",
                "12/CĐ-TTg",
                D(2024, 9, 7),
                "Thủ tướng Chính phủ",
            )
        ],
    ),
    (
        "Giấy mời số 31/GM-VP ngày 02/5/2024",
        [("Giấy mời số 31/GM-VP ngày 02/5/2024", "Giấy mời", "31/GM-VP", D(2024, 5, 2), None)],
    ),
    (
        "Đề án số 04/ĐA-UBND và Dự án số 04/DA-UBND",
        [
            ("Đề án số 04/ĐA-UBND", "Đề án", "04/ĐA-UBND", None, None),
            ("Dự án số 04/DA-UBND", "Dự án", "04/DA-UBND", None, None),
        ],
    ),
    # ------------------------------------------------------------------ Party
    (
        "quán triệt Nghị quyết số 21-NQ/TW, ngày 16/6/2022 của Ban Chấp hành Trung ương Đảng khóa XIII",
        [
            (
                "Nghị quyết số 21-NQ/TW, ngày 16/6/2022 của Ban Chấp hành Trung ương Đảng",
                "Nghị quyết",
                "21-NQ/TW",
                D(2022, 6, 16),
                "Ban Chấp hành Trung ương Đảng",
            )
        ],
    ),
    (
        "Chỉ thị 05-CT/TW của Bộ Chính trị",
        [("Chỉ thị 05-CT/TW của Bộ Chính trị", "Chỉ thị", "05-CT/TW", None, "Bộ Chính trị")],
    ),
    (
        "Quy định số 37-QĐ/TW ngày 25/10/2021 của Ban Bí thư",
        [
            (
                "Quy định số 37-QĐ/TW ngày 25/10/2021 của Ban Bí thư",
                "Quy định",
                "37-QĐ/TW",
                D(2021, 10, 25),
                "Ban Bí thư Trung ương Đảng",
            )
        ],
    ),
    (
        "Chương trình số 09-CTr/HU ngày 03/3/2021 của Ban Thường vụ Huyện ủy",
        [
            (
                "Chương trình số 09-CTr/HU ngày 03/3/2021 của Ban Thường vụ Huyện ủy",
                "Chương trình",
                "09-CTr/HU",
                D(2021, 3, 3),
                "Ban Thường vụ Huyện ủy",
            )
        ],
    ),
    (
        "Công văn số 1121-CV/TU ngày 06/6/2023 của Tỉnh ủy Hà Nam",
        [
            (
                "Công văn số 1121-CV/TU ngày 06/6/2023 của Tỉnh ủy Hà Nam",
                "Công văn",
                "1121-CV/TU",
                D(2023, 6, 6),
                "Tỉnh ủy Hà Nam",
            )
        ],
    ),
    (
        "Hướng dẫn số 16-HD/BTCTW của Ban Tổ chức Trung ương",
        [
            (
                "Hướng dẫn số 16-HD/BTCTW của Ban Tổ chức Trung ương",
                "Hướng dẫn",
                "16-HD/BTCTW",
                None,
                "Ban Tổ chức Trung ương",
            )
        ],
    ),
    ("Kế hoạch số 298 KH/TWĐTN", [("Kế hoạch số 298 KH/TWĐTN", "Kế hoạch", "298-KH/TWĐTN", None, None)]),
    ("Quyết định số 367-QĐ/TWĐTN-VP", [("Quyết định số 367-QĐ/TWĐTN-VP", "Quyết định", "367-QĐ/TWĐTN-VP", None, None)]),
    (
        "Đề án 08-ĐA/TU của Tỉnh ủy Lai Châu ngày 29/12/2025 về công nghiệp",
        [
            (
                "Đề án 08-ĐA/TU của Tỉnh ủy Lai Châu ngày 29/12/2025",
                "Đề án",
                "08-ĐA/TU",
                D(2025, 12, 29),
                "Tỉnh ủy Lai Châu",
            )
        ],
    ),
    # ------------------------------------------------------------------ National Assembly
    (
        "Nghị quyết số 43/2022/QH15 của Quốc hội",
        [("Nghị quyết số 43/2022/QH15 của Quốc hội", "Nghị quyết", "43/2022/QH15", None, "Quốc hội")],
    ),
    (
        "Nghị quyết số 1365/NQ-UBTVQH15",
        [("Nghị quyết số 1365/NQ-UBTVQH15", "Nghị quyết", "1365/NQ-UBTVQH15", None, None)],
    ),
    ("Nghị quyết 351/2017/UBTVQH14", [("Nghị quyết 351/2017/UBTVQH14", "Nghị quyết", "351/2017/UBTVQH14", None, None)]),
    (
        "Theo Luật Trẻ em và Nghị quyết số 55/2018/QH14",
        [
            ("Luật Trẻ em", "Luật", None, None, None),
            ("Nghị quyết số 55/2018/QH14", "Nghị quyết", "55/2018/QH14", None, None),
        ],
    ),
    ("Luật số 60/2020/QH14", [("Luật số 60/2020/QH14", "Luật", "60/2020/QH14", None, None)]),
    (
        "Luật Phòng, chống tham nhũng số 36/2018/QH14 ngày 20/11/2018",
        [
            (
                "Luật Phòng, chống tham nhũng số 36/2018/QH14 ngày 20/11/2018",
                "Luật",
                "36/2018/QH14",
                D(2018, 11, 20),
                None,
            )
        ],
    ),
    (
        "Luật Công nghiệp công nghệ số số 71/2025/QH15",
        [("Luật Công nghiệp công nghệ số số 71/2025/QH15", "Luật", "71/2025/QH15", None, None)],
    ),
    (
        "Pháp lệnh số 02/2020/UBTVQH14 ngày 09/12/2020",
        [("Pháp lệnh số 02/2020/UBTVQH14 ngày 09/12/2020", "Pháp lệnh", "02/2020/UBTVQH14", D(2020, 12, 9), None)],
    ),
    (
        "Lệnh số 05/2018/L-CTN của Chủ tịch nước",
        [("Lệnh số 05/2018/L-CTN của Chủ tịch nước", "Lệnh", "05/2018/L-CTN", None, "Chủ tịch nước")],
    ),
    # ------------------------------------------------------------------ joint
    (
        "theo thông tư số 12/2015/TTLT-BYT-BNV của Bộ Y tế và Bộ Nội vụ.",
        [
            (
                "thông tư số 12/2015/TTLT-BYT-BNV của Bộ Y tế và Bộ Nội vụ",
                "Thông tư liên tịch",
                "12/2015/TTLT-BYT-BNV",
                None,
                "Bộ Y tế và Bộ Nội vụ",
            )
        ],
    ),
    (
        "Thông tư Liên tịch số 03/2006/TTLT-BTC-BNV ngày 17/01/2006 của Bộ Tài chính và Bộ Nội vụ",
        [
            (
                "Thông tư Liên tịch số 03/2006/TTLT-BTC-BNV ngày 17/01/2006 của Bộ Tài chính và Bộ Nội vụ",
                "Thông tư liên tịch",
                "03/2006/TTLT-BTC-BNV",
                D(2006, 1, 17),
                "Bộ Tài chính và Bộ Nội vụ",
            )
        ],
    ),
    (
        "Nghị quyết liên tịch số 09/2017/NQLT-CP-ĐCTUBTWMTTQVN",
        [
            (
                "Nghị quyết liên tịch số 09/2017/NQLT-CP-ĐCTUBTWMTTQVN",
                "Nghị quyết liên tịch",
                "09/2017/NQLT-CP-ĐCTUBTWMTTQVN",
                None,
                None,
            )
        ],
    ),
    # ------------------------------------------------------------------ công văn: issuer and unit, no type
    (
        "Công văn số 77/STP-TTr ngày 06/6/2022 của Sở Tư pháp",
        [
            (
                "Công văn số 77/STP-TTr ngày 06/6/2022 của Sở Tư pháp",
                "Công văn",
                "77/STP-TTr",
                D(2022, 6, 6),
                "Sở Tư pháp",
            )
        ],
    ),
    (
        "Công văn số 1014/SNV-CCHC&VTLT",
        [("Công văn số 1014/SNV-CCHC&VTLT", "Công văn", "1014/SNV-CCHC&VTLT", None, None)],
    ),
    (
        "tại Văn bản số 315/UBND-NC ngày 02/02/2024",
        [("Văn bản số 315/UBND-NC ngày 02/02/2024", "Công văn", "315/UBND-NC", D(2024, 2, 2), None)],
    ),
    (
        "văn bản số 26/TTg-KTN ngày 30/12/2014",
        [("văn bản số 26/TTg-KTN ngày 30/12/2014", "Công văn", "26/TTg-KTN", D(2014, 12, 30), None)],
    ),
    ("Văn bản số 40/KH-UBND", [("Văn bản số 40/KH-UBND", "Kế hoạch", "40/KH-UBND", None, None)]),
    (
        "Công văn số 123/CT-TTHT của Cục Thuế tỉnh",
        [("Công văn số 123/CT-TTHT của Cục Thuế tỉnh", "Công văn", "123/CT-TTHT", None, "Cục Thuế tỉnh")],
    ),
    ("CV số 3176/BNN-KH", [("CV số 3176/BNN-KH", "Công văn", "3176/BNN-KH", None, None)]),
]


@pytest.mark.parametrize(("text", "expected"), FULL, ids=[text[:60] for text, _ in FULL])
def test_numbered(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [(c.surface, c.type, c.number, c.issued_on, c.issuer) for c in found(text)] == expected
