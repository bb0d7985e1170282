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
    # ------------------------------------------------------------------ noun far from the number
    (
        "quyết định ban hành Quy chế làm việc số 41/QĐ-UBND ngày 04/4/2019",
        [
            (
                "quyết định ban hành Quy chế làm việc số 41/QĐ-UBND ngày 04/4/2019",
                "Quyết định",
                "41/QĐ-UBND",
                D(2019, 4, 4),
                None,
            )
        ],
    ),
    (
        "Quyết định kiện toàn Ban Chỉ đạo số 52/QĐ-UBND ngày 30/3/2021",
        [
            (
                "Quyết định kiện toàn Ban Chỉ đạo số 52/QĐ-UBND ngày 30/3/2021",
                "Quyết định",
                "52/QĐ-UBND",
                D(2021, 3, 30),
                None,
            )
        ],
    ),
    (
        "Kế hoạch hành động số 220/KH-UBND ngày 12/02/2026",
        [("Kế hoạch hành động số 220/KH-UBND ngày 12/02/2026", "Kế hoạch", "220/KH-UBND", D(2026, 2, 12), None)],
    ),
    (
        "Thông báo kết luận số 13/TB-UBND ngày 05/5/2022",
        [("Thông báo kết luận số 13/TB-UBND ngày 05/5/2022", "Thông báo", "13/TB-UBND", D(2022, 5, 5), None)],
    ),
    ("Báo cáo thẩm định số 18/BCTĐ-STP", [("Báo cáo thẩm định số 18/BCTĐ-STP", "Báo cáo", "18/BCTĐ-STP", None, None)]),
    (
        "QĐ thành lập số 298/QĐ-UBND ngày 20/02/2025",
        [("QĐ thành lập số 298/QĐ-UBND ngày 20/02/2025", "Quyết định", "298/QĐ-UBND", D(2025, 2, 20), None)],
    ),
    (
        "Nghị định của Chính phủ số 114/2003/NĐ-CP",
        [("Nghị định của Chính phủ số 114/2003/NĐ-CP", "Nghị định", "114/2003/NĐ-CP", None, "Chính phủ")],
    ),
    (
        "Nghị quyết Chính phủ số 30/2008/NQ-CP",
        [("Nghị quyết Chính phủ số 30/2008/NQ-CP", "Nghị quyết", "30/2008/NQ-CP", None, "Chính phủ")],
    ),
    # ------------------------------------------------------------------ gaps, typing errors, letter case
    ("Nghị định số 117//2013/NĐ-CP", [("Nghị định số 117//2013/NĐ-CP", "Nghị định", "117/2013/NĐ-CP", None, None)]),
    ("Nghị quyết số 57/NQ/TW", [("Nghị quyết số 57/NQ/TW", "Nghị quyết", "57-NQ/TW", None, None)]),
    ("Nghị quyết số 66.4.2025/NQ-CP", [("Nghị quyết số 66.4.2025/NQ-CP", "Nghị quyết", "66.4/2025/NQ-CP", None, None)]),
    ("Nghị quyết số 66.4/2025/NQ-CP", [("Nghị quyết số 66.4/2025/NQ-CP", "Nghị quyết", "66.4/2025/NQ-CP", None, None)]),
    (
        "Quyết định số 1626/QĐTTg ngày 15/12/2023",
        [("Quyết định số 1626/QĐTTg ngày 15/12/2023", "Quyết định", "1626/QĐ-TTg", D(2023, 12, 15), None)],
    ),
    (
        "Quyết định số 390/QĐ- TTg ngày 17/4/2008",
        [("Quyết định số 390/QĐ- TTg ngày 17/4/2008", "Quyết định", "390/QĐ-TTg", D(2008, 4, 17), None)],
    ),
    (
        "Nghị quyết số 16/2007/NQ - CP của Chính phủ",
        [("Nghị quyết số 16/2007/NQ - CP của Chính phủ", "Nghị quyết", "16/2007/NQ-CP", None, "Chính phủ")],
    ),
    (
        "Quyết định số 1194 QĐ-TTg ngày 9/11/2005",
        [("Quyết định số 1194 QĐ-TTg ngày 9/11/2005", "Quyết định", "1194/QĐ-TTg", D(2005, 11, 9), None)],
    ),
    ("Nghị định số 59/2019 /NĐ-CP", [("Nghị định số 59/2019 /NĐ-CP", "Nghị định", "59/2019/NĐ-CP", None, None)]),
    ("Kế hoạch số 33 / KH-UBND", [("Kế hoạch số 33 / KH-UBND", "Kế hoạch", "33/KH-UBND", None, None)]),
    ("Kế hoạch số 33/KH–UBND", [("Kế hoạch số 33/KH–UBND", "Kế hoạch", "33/KH-UBND", None, None)]),
    ("nghị định số 61/2018/nđ-cp", [("nghị định số 61/2018/nđ-cp", "Nghị định", "61/2018/NĐ-CP", None, None)]),
    (
        "CHỈ THỊ SỐ 26/CT-TTG CỦA THỦ TƯỚNG CHÍNH PHỦ",
        [("CHỈ THỊ SỐ 26/CT-TTG CỦA THỦ TƯỚNG CHÍNH PHỦ", "Chỉ thị", "26/CT-TTg", None, "Thủ tướng Chính phủ")],
    ),
    (
        "Thông báo số 15/TB-\nUBND ngày\n03/3/2022 của Ủy ban nhân\ndân huyện Ba Tri",
        [
            (
                "Thông báo số 15/TB-\nUBND ngày\n03/3/2022 của Ủy ban nhân\ndân huyện Ba Tri",
                "Thông báo",
                "15/TB-UBND",
                D(2022, 3, 3),
                "Ủy ban nhân dân huyện Ba Tri",
            )
        ],
    ),
    (
        "Quyết định số 12/QD-UBND ngày 04/4/2018",
        [("Quyết định số 12/QD-UBND ngày 04/4/2018", "Quyết định", "12/QĐ-UBND", D(2018, 4, 4), None)],
    ),
    ("Tờ trình số 9/TTR-UBND", [("Tờ trình số 9/TTR-UBND", "Tờ trình", "9/TTr-UBND", None, None)]),
    (
        "Kế hoạch số30/KH-UBND ngày18/01/2022",
        [("Kế hoạch số30/KH-UBND ngày18/01/2022", "Kế hoạch", "30/KH-UBND", D(2022, 1, 18), None)],
    ),
    (
        "Quyết định số 08/2012/QĐ-UBND, ngày 12 tháng 4, năm 2012",
        [
            (
                "Quyết định số 08/2012/QĐ-UBND, ngày 12 tháng 4, năm 2012",
                "Quyết định",
                "08/2012/QĐ-UBND",
                D(2012, 4, 12),
                None,
            )
        ],
    ),
    (
        "Ủy ban nhân huyện: Kế hoạch số 31/KH-UBND ngày 18/01/2022 của Ủy ban nhân huyện Kế Sách",
        [
            (
                "Kế hoạch số 31/KH-UBND ngày 18/01/2022 của Ủy ban nhân huyện Kế Sách",
                "Kế hoạch",
                "31/KH-UBND",
                D(2022, 1, 18),
                "Ủy ban nhân dân huyện Kế Sách",
            )
        ],
    ),
    (
        "Uỷ ban nhân dân: Quyết định số 5/QĐ-UB ngày 5/2/2002 của Uỷ ban nhân dân tỉnh",
        [
            (
                "Quyết định số 5/QĐ-UB ngày 5/2/2002 của Uỷ ban nhân dân tỉnh",
                "Quyết định",
                "5/QĐ-UB",
                D(2002, 2, 5),
                "Ủy ban nhân dân tỉnh",
            )
        ],
    ),
    # ------------------------------------------------------------------ old and irregular symbols
    (
        "Nghị quyết số 30c/NQ-CP ngày 08/11/2011",
        [("Nghị quyết số 30c/NQ-CP ngày 08/11/2011", "Nghị quyết", "30c/NQ-CP", D(2011, 11, 8), None)],
    ),
    ("Quyết định số 01bis/QĐ-UBND", [("Quyết định số 01bis/QĐ-UBND", "Quyết định", "01bis/QĐ-UBND", None, None)]),
    (
        "Nghị định số 135/CP của Chính phủ",
        [("Nghị định số 135/CP của Chính phủ", "Nghị định", "135/CP", None, "Chính phủ")],
    ),
    ("Nghị định 24-CP", [("Nghị định 24-CP", "Nghị định", "24-CP", None, None)]),
    (
        "Nghị định số 388/NĐ-HĐBT của Hội đồng Bộ trưởng",
        [("Nghị định số 388/NĐ-HĐBT của Hội đồng Bộ trưởng", "Nghị định", "388/NĐ-HĐBT", None, "Hội đồng Bộ trưởng")],
    ),
    (
        "Quyết định số 21/QĐ.TCCB.05 ngày 12/01/2005",
        [("Quyết định số 21/QĐ.TCCB.05 ngày 12/01/2005", "Quyết định", "21/QĐ.TCCB.05", D(2005, 1, 12), None)],
    ),
    (
        "Chương trình hành động số 09/CTr.UBND",
        [("Chương trình hành động số 09/CTr.UBND", "Chương trình hành động", "09/CTr.UBND", None, None)],
    ),
    (
        "Quyết định số 101/QĐ.BQL-TC ngày 21/7/2005",
        [("Quyết định số 101/QĐ.BQL-TC ngày 21/7/2005", "Quyết định", "101/QĐ.BQL-TC", D(2005, 7, 21), None)],
    ),
    (
        "Quyết định số 45/QĐ-UBND-HC ngày 09/9/2019",
        [("Quyết định số 45/QĐ-UBND-HC ngày 09/9/2019", "Quyết định", "45/QĐ-UBND-HC", D(2019, 9, 9), None)],
    ),
    (
        "Chỉ thị số 10/CT-CTUBND ngày 28/12/2012 của Chủ tịch UBND tỉnh",
        [
            (
                "Chỉ thị số 10/CT-CTUBND ngày 28/12/2012 của Chủ tịch UBND tỉnh",
                "Chỉ thị",
                "10/CT-CTUBND",
                D(2012, 12, 28),
                "Chủ tịch Ủy ban nhân dân tỉnh",
            )
        ],
    ),
    (
        "Quyết định số 933/QĐ-TLĐ ngày 14/5/2024",
        [("Quyết định số 933/QĐ-TLĐ ngày 14/5/2024", "Quyết định", "933/QĐ-TLĐ", D(2024, 5, 14), None)],
    ),
    (
        "Nghị quyết số 01/2019/NQ-HĐTP của Hội đồng Thẩm phán Tòa án nhân dân tối cao",
        [
            (
                "Nghị quyết số 01/2019/NQ-HĐTP của Hội đồng Thẩm phán Tòa án nhân dân tối cao",
                "Nghị quyết",
                "01/2019/NQ-HĐTP",
                None,
                "Hội đồng Thẩm phán Tòa án nhân dân tối cao",
            )
        ],
    ),
    (
        "Kế hoạch số 12/KH-TAND ngày 03/3/2022 của Tòa án nhân dân tỉnh Sơn La",
        [
            (
                "Kế hoạch số 12/KH-TAND ngày 03/3/2022 của Tòa án nhân dân tỉnh Sơn La",
                "Kế hoạch",
                "12/KH-TAND",
                D(2022, 3, 3),
                "Tòa án nhân dân tỉnh Sơn La",
            )
        ],
    ),
    # ------------------------------------------------------------------ nouns in short, no noun
    ("QĐ 81/2008/QĐ-BTC", [("QĐ 81/2008/QĐ-BTC", "Quyết định", "81/2008/QĐ-BTC", None, None)]),
    (
        "NĐ 45/2022/NĐ-CP và TT 38/2023/TT-BCT",
        [
            ("NĐ 45/2022/NĐ-CP", "Nghị định", "45/2022/NĐ-CP", None, None),
            ("TT 38/2023/TT-BCT", "Thông tư", "38/2023/TT-BCT", None, None),
        ],
    ),
    ("30/KH-UBND", [("30/KH-UBND", "Kế hoạch", "30/KH-UBND", None, None)]),
    ("512/SNV-CCVC", [("512/SNV-CCVC", "Công văn", "512/SNV-CCVC", None, None)]),
    ("15-NQ/HU", [("15-NQ/HU", "Nghị quyết", "15-NQ/HU", None, None)]),
    ("80/2015/QH13", [("80/2015/QH13", None, "80/2015/QH13", None, None)]),
    # ------------------------------------------------------------------ issuers written in other ways
    (
        "Quyết định số 12/QĐ-UBND do Ủy ban nhân dân tỉnh ban hành ngày 03/3/2022",
        [
            (
                "Quyết định số 12/QĐ-UBND do Ủy ban nhân dân tỉnh ban hành ngày 03/3/2022",
                "Quyết định",
                "12/QĐ-UBND",
                D(2022, 3, 3),
                "Ủy ban nhân dân tỉnh",
            )
        ],
    ),
    (
        "Nghị định số 60/2021/NĐ-CP (ngày 21/6/2021) của Chính phủ",
        [("Nghị định số 60/2021/NĐ-CP", "Nghị định", "60/2021/NĐ-CP", D(2021, 6, 21), "Chính phủ")],
    ),
    (
        "Quyết định số 9/QĐ-BNV ngày 04/01/2023 của Bộ trưởng Bộ Nội vụ ban hành Quy chế",
        [
            (
                "Quyết định số 9/QĐ-BNV ngày 04/01/2023 của Bộ trưởng Bộ Nội vụ",
                "Quyết định",
                "9/QĐ-BNV",
                D(2023, 1, 4),
                "Bộ trưởng Bộ Nội vụ",
            )
        ],
    ),
    (
        "Quyết định số 41/2017/QĐ-UBND ngày 08/12/2017 của UBND tỉnh Sóc Trăng Ban hành quy định",
        [
            (
                "Quyết định số 41/2017/QĐ-UBND ngày 08/12/2017 của UBND tỉnh Sóc Trăng",
                "Quyết định",
                "41/2017/QĐ-UBND",
                D(2017, 12, 8),
                "Ủy ban nhân dân tỉnh Sóc Trăng",
            )
        ],
    ),
    (
        "Kế hoạch số 19/KH-BCĐ ngày 04/4/2022 của Ban Chỉ đạo phòng, chống dịch tỉnh về tiêm chủng",
        [
            (
                "Kế hoạch số 19/KH-BCĐ ngày 04/4/2022 của Ban Chỉ đạo phòng, chống dịch tỉnh",
                "Kế hoạch",
                "19/KH-BCĐ",
                D(2022, 4, 4),
                "Ban Chỉ đạo phòng, chống dịch tỉnh",
            )
        ],
    ),
    ("Kế hoạch số 45/KH-UBND của tỉnh", [("Kế hoạch số 45/KH-UBND", "Kế hoạch", "45/KH-UBND", None, None)]),
    (
        "Quyết định số 45/QĐ-UBND ngày    tháng 3 năm 2026 của UBND tỉnh Lào Cai",
        [
            (
                "Quyết định số 45/QĐ-UBND ngày    tháng 3 năm 2026 của UBND tỉnh Lào Cai",
                "Quyết định",
                "45/QĐ-UBND",
                None,
                "Ủy ban nhân dân tỉnh Lào Cai",
            )
        ],
    ),
    (
        "Quyết định số 45/QĐ-UBND ngày 31/02/2021",
        [("Quyết định số 45/QĐ-UBND ngày 31/02/2021", "Quyết định", "45/QĐ-UBND", None, None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FULL, ids=[text[:60] for text, _ in FULL])
def test_numbered(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [(c.surface, c.type, c.number, c.issued_on, c.issuer) for c in found(text)] == expected


PARTS = [
    (
        "Nghị quyết số 30c/NQ-CP",
        {
            "sequence": 30,
            "suffix": "c",
            "year": None,
            "type_code": "NQ",
            "issuer_code": "CP",
            "issuer_from_symbol": "Chính phủ",
        },
    ),
    ("Nghị định số 61/2018/NĐ-CP", {"sequence": 61, "suffix": None, "year": 2018, "type_code": "NĐ"}),
    ("Nghị quyết số 66.4/2025/NQ-CP", {"sequence": 66, "suffix": ".4", "year": 2025}),
    ("Công văn số 534/SNV-TTr", {"type_code": None, "issuer_code": "SNV", "issuer_from_symbol": "Sở Nội vụ"}),
    ("Nghị quyết số 1365/NQ-UBTVQH15", {"issuer_code": "UBTVQH15", "issuer_from_symbol": "Ủy ban Thường vụ Quốc hội"}),
    (
        "Thông tư số 71/2014/TTLT-BTC-BNV",
        {"type_code": "TTLT", "issuer_code": "BTC-BNV", "issuer_from_symbol": "Bộ Tài chính và Bộ Nội vụ"},
    ),
    ("Nghị quyết số 10-NQ/TU", {"type_code": "NQ", "issuer_code": "TU", "issuer_from_symbol": None}),
    ("Nghị định số 117//2013/NĐ-CP", {"number_raw": "117//2013/NĐ-CP", "number": "117/2013/NĐ-CP"}),
    ("Tờ trình số 9/TTR-UBND", {"type_code": "TTr", "type_code_raw": "TTR"}),
    ("Quyết định số 12/QD-UBND", {"type_code": "QĐ", "type_code_raw": "QD"}),
    ("thông tư số 12/2015/TTLT-BYT-BNV của Bộ Y tế và Bộ Nội vụ", {"issuers": ("Bộ Y tế", "Bộ Nội vụ")}),
    ("Quyết định số 45/QĐ-UBND ngày 31/02/2021", {"doubtful": True}),
    ("Nghị định số 61/2018/NĐ-CP ngày 23/4/2019", {"doubtful": True}),
    (
        "Nghị quyết số 02/NQ-CP ngày 08/01/2026 của Thủ tướng Chính phủ",
        {"issuer": "Thủ tướng Chính phủ", "doubtful": True},
    ),
    ("Nghị quyết số 02/NQ-CP ngày 08/01/2026 của Chính phủ", {"doubtful": False}),
    ("theo khoản 2 Điều 14 Nghị định số 99/2021/NĐ-CP", {"article": "Điều 14, khoản 2"}),
    ("tại điểm a khoản 3 Điều 7 của Luật Thanh tra", {"article": "Điều 7, khoản 3, điểm a"}),
    ("tại Điều 4, Điều 8 Nghị định số 99/2021/NĐ-CP", {"article": "Điều 4, Điều 8"}),
    ("sửa đổi Điều 137, Nghị định số 193/2025/NĐ-CP", {"article": "Điều 137"}),
    ("Kế hoạch số 9/KH-UBND ngày 03/3/2022 về cải tiến hệ thống; các việc khác", {"title": "về cải tiến hệ thống"}),
    ("Luật Điện lực số 61/2024/QH15", {"title": "Điện lực"}),
]


@pytest.mark.parametrize(("text", "columns"), PARTS)
def test_columns(text: str, columns: dict[str, object]) -> None:
    citation = found(text)[0]
    assert {name: getattr(citation, name) for name in columns} == columns
