"""Numbered citations as they should not be written and are: nouns far off, slips of the keyboard, old symbols, other issuers."""

from __future__ import annotations

import datetime as dt

import pytest
from citation_rows import found

D = dt.date


IRREGULAR = [
    (
        "Thông tư liên bộ số 27-TT/LB ngày 21/7/1992",
        [("Thông tư liên bộ số 27-TT/LB ngày 21/7/1992", "Thông tư liên tịch", "27-TT/LB", D(1992, 7, 21), None)],
    ),
    (
        "quyết định số 3316/QĐ-UBND ngày 25/12/2017 của chủ tịch UBND tỉnh Sơn La",
        [
            (
                "quyết định số 3316/QĐ-UBND ngày 25/12/2017 của chủ tịch UBND tỉnh Sơn La",
                "Quyết định",
                "3316/QĐ-UBND",
                D(2017, 12, 25),
                "Chủ tịch Ủy ban nhân dân tỉnh Sơn La",
            )
        ],
    ),
    (
        "Hướng dẫn số 18-HD/TWĐTN-BTG của Ban Bí thư Trung ương Đoàn",
        [
            (
                "Hướng dẫn số 18-HD/TWĐTN-BTG của Ban Bí thư Trung ương Đoàn",
                "Hướng dẫn",
                "18-HD/TWĐTN-BTG",
                None,
                "Ban Bí thư Trung ương Đoàn",
            )
        ],
    ),
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


@pytest.mark.parametrize(("text", "expected"), IRREGULAR, ids=[text[:60] for text, _ in IRREGULAR])
def test_irregular(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [(c.surface, c.type, c.number, c.issued_on, c.issuer) for c in found(text)] == expected
