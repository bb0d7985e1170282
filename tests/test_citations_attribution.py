"""Dates and issuers that stand before a mention, are shared by a list, or come from the words that lead in; and roles."""

from __future__ import annotations

import datetime as dt

import pytest
from citation_rows import found

D = dt.date
#: text, [(number, date, date source, issuer, issuer source)]
ROWS = [
    # ------------------------------------------------------------------ before
    (
        "Ngày 18/01/2022 Ủy ban nhân dân huyện Ba Tri ban hành Kế hoạch số 30/KH-UBND về cải cách.",
        [("30/KH-UBND", D(2022, 1, 18), "before", "Ủy ban nhân dân huyện Ba Tri", "before")],
    ),
    (
        "Ngày 03/7/2025, Hội đồng nhân dân tỉnh Lâm Đồng đã ban hành Nghị quyết số 03/NQ-HĐND.",
        [("03/NQ-HĐND", D(2025, 7, 3), "before", "Hội đồng nhân dân tỉnh Lâm Đồng", "before")],
    ),
    (
        "Ngày 23/01/2026 Sở Nội vụ có văn bản số 498/SNV-TCBC gửi các đơn vị.",
        [("498/SNV-TCBC", D(2026, 1, 23), "before", "Sở Nội vụ", "before")],
    ),
    ("Ngày 10/10/2023 ban hành Kế hoạch số 77/KH-UBND.", [("77/KH-UBND", D(2023, 10, 10), "before", None, None)]),
    (
        "Sở Nội vụ tham mưu UBND tỉnh ban hành Kế hoạch số 12/KH-UBND ngày 04/4/2023.",
        [("12/KH-UBND", D(2023, 4, 4), "after", "Ủy ban nhân dân tỉnh", "before")],
    ),
    ("Sở Nội vụ tham mưu ban hành Kế hoạch số 12/KH-UBND.", [("12/KH-UBND", None, None, None, None)]),
    (
        "UBND tỉnh đã phê duyệt danh mục tại Quyết định số 55/QĐ-UBND ngày 09/9/2023.",
        [("55/QĐ-UBND", D(2023, 9, 9), "after", "Ủy ban nhân dân tỉnh", "before")],
    ),
    (
        "theo chỉ đạo của Bộ Tài chính tại Công văn số 848/BTC-QLCS ngày 22/01/2026.",
        [("848/BTC-QLCS", D(2026, 1, 22), "after", "Bộ Tài chính", "before")],
    ),
    (
        "Sở Công Thương đã trình UBND tỉnh hồ sơ tại Văn bản số 3433/SCT-CN ngày 12/6/2026.",
        [("3433/SCT-CN", D(2026, 6, 12), "after", "Sở Công Thương", "before")],
    ),
    (
        "đã trình Thủ tướng Chính phủ thành lập Ban Quản lý (Quyết định số 1668/QĐ-TTg ngày 05/8/2025).",
        [("1668/QĐ-TTg", D(2025, 8, 5), "after", "Thủ tướng Chính phủ", "before")],
    ),
    (
        "đã được Thủ tướng Chính phủ phê duyệt tại Quyết định số 866/QĐ-TTg ngày 18/7/2023.",
        [("866/QĐ-TTg", D(2023, 7, 18), "after", "Thủ tướng Chính phủ", "before")],
    ),
    ("Đơn vị nhận được Công văn số 12/UBND-VP ngày 03/3/2022.", [("12/UBND-VP", D(2022, 3, 3), "after", None, None)]),
    (
        "UBND huyện thực hiện Kế hoạch số 12/KH-UBND ngày 03/3/2022.",
        [("12/KH-UBND", D(2022, 3, 3), "after", None, None)],
    ),
    (
        "Thực hiện Kế hoạch số 5/KH-UBND ngày 01/02/2022 của UBND tỉnh, ngày 14/3/2022 UBND huyện Cầu Kè ban hành Kế hoạch số 21/KH-UBND tuyên truyền.",
        [
            ("5/KH-UBND", D(2022, 2, 1), "after", "Ủy ban nhân dân tỉnh", "after"),
            ("21/KH-UBND", D(2022, 3, 14), "before", "Ủy ban nhân dân huyện Cầu Kè", "before"),
        ],
    ),
    # ------------------------------------------------------------------ shared
    (
        "thực hiện Chỉ thị số 1/CT-TTg ngày 05/9/2016, Chỉ thị số 2/CT-TTg ngày 22/4/2019 và Quyết định số 3/QĐ-TTg ngày 27/12/2018 của Thủ tướng Chính phủ.",
        [
            ("1/CT-TTg", D(2016, 9, 5), "after", "Thủ tướng Chính phủ", "shared"),
            ("2/CT-TTg", D(2019, 4, 22), "after", "Thủ tướng Chính phủ", "shared"),
            ("3/QĐ-TTg", D(2018, 12, 27), "after", "Thủ tướng Chính phủ", "after"),
        ],
    ),
    (
        "theo Nghị quyết số 50/NQ-CP ngày 15/7/2021 và Chỉ thị số 24/CT-TTg ngày 02/9/2021 của Thủ tướng Chính phủ",
        [
            ("50/NQ-CP", D(2021, 7, 15), "after", None, None),
            ("24/CT-TTg", D(2021, 9, 2), "after", "Thủ tướng Chính phủ", "after"),
        ],
    ),
    (
        "theo Nghị định số 108/2014/NĐ-CP, Nghị định số 113/2018/NĐ-CP và Nghị định số 143/2020/NĐ-CP ngày 10/12/2020 của Chính phủ",
        [
            ("108/2014/NĐ-CP", None, None, "Chính phủ", "shared"),
            ("113/2018/NĐ-CP", None, None, "Chính phủ", "shared"),
            ("143/2020/NĐ-CP", D(2020, 12, 10), "after", "Chính phủ", "after"),
        ],
    ),
    (
        "theo Nghị định 73/2024 và Thông tư 07 của Bộ Nội vụ",
        [("73/2024", None, None, None, None), ("07", None, None, "Bộ Nội vụ", "after")],
    ),
    (
        "theo Nghị định 217 và Quyết định 176 của Hội đồng Bộ trưởng",
        [
            ("217", None, None, "Hội đồng Bộ trưởng", "shared"),
            ("176", None, None, "Hội đồng Bộ trưởng", "after"),
        ],
    ),
    (
        "Công điện số 95/CĐ-TTg hồi 10 giờ 30 phút ngày 16 tháng 9 năm 2024 của Thủ tướng Chính phủ",
        [("95/CĐ-TTg", D(2024, 9, 16), "after", "Thủ tướng Chính phủ", "after")],
    ),
    (
        "tại Công văn số 848/BTC-QLCS và Công văn số 642/BTC-QLCS của Bộ Tài chính",
        [("848/BTC-QLCS", None, None, "Bộ Tài chính", "shared"), ("642/BTC-QLCS", None, None, "Bộ Tài chính", "after")],
    ),
    (
        "UBND tỉnh ban hành Kế hoạch số 8/KH-UBND ngày 20/01/2026 về thi hành pháp luật; Kế hoạch số 9/KH-UBND ngày 28/01/2026 về theo dõi thi hành.",
        [
            ("8/KH-UBND", D(2026, 1, 20), "after", "Ủy ban nhân dân tỉnh", "before"),
            ("9/KH-UBND", D(2026, 1, 28), "after", "Ủy ban nhân dân tỉnh", "shared"),
        ],
    ),
    (
        "Quyết định số 52/QĐ-UBND và Quyết định số 53/QĐ-UBND cùng ngày 08/01/2026 của UBND xã",
        [
            ("52/QĐ-UBND", D(2026, 1, 8), "shared", "Ủy ban nhân dân xã", "shared"),
            ("53/QĐ-UBND", D(2026, 1, 8), "shared", "Ủy ban nhân dân xã", "after"),
        ],
    ),
    (
        "Luật Đất đai và Nghị định số 102/2024/NĐ-CP của Chính phủ",
        [(None, None, None, None, None), ("102/2024/NĐ-CP", None, None, "Chính phủ", "after")],
    ),
    (
        "Chỉ thị 11 của Chủ tịch UBND tỉnh và Chỉ thị 11, Chỉ thị 27 của Thủ tướng Chính phủ",
        [
            ("11", None, None, "Chủ tịch Ủy ban nhân dân tỉnh", "after"),
            ("11", None, None, "Thủ tướng Chính phủ", "shared"),
            ("27", None, None, "Thủ tướng Chính phủ", "after"),
        ],
    ),
    (
        "Kế hoạch số 1/KH-PNV ngày 09/12/2021 của Phòng Nội vụ; Quyết định số 2/QĐ-UBND ngày 22/3/2022 của UBND huyện",
        [
            ("1/KH-PNV", D(2021, 12, 9), "after", "Phòng Nội vụ", "after"),
            ("2/QĐ-UBND", D(2022, 3, 22), "after", "Ủy ban nhân dân huyện", "after"),
        ],
    ),
    # ------------------------------------------------------------------ packed lists
    (
        "Các Quyết định số: 2394/QĐ-UBND ngày 02/12/2025; 2654/QĐ-UBND ngày 22/12/2025 và 166/QĐ-UBND ngày 14/01/2026.",
        [
            ("2394/QĐ-UBND", D(2025, 12, 2), "after", None, None),
            ("2654/QĐ-UBND", D(2025, 12, 22), "after", None, None),
            ("166/QĐ-UBND", D(2026, 1, 14), "after", None, None),
        ],
    ),
    (
        "tại các Công văn số 4830/KTTH ngày 24/9/1997, số 1440/CP-KTTH ngày 07/11/1998 của Chính phủ",
        [
            ("4830/KTTH", D(1997, 9, 24), "after", "Chính phủ", "shared"),
            ("1440/CP-KTTH", D(1998, 11, 7), "after", "Chính phủ", "after"),
        ],
    ),
    (
        "Nghị định 87, 88, 31/CP",
        [("87/CP", None, None, None, None), ("88/CP", None, None, None, None), ("31/CP", None, None, None, None)],
    ),
    (
        "các Nghị định số 61, 62 và 63/2018/NĐ-CP của Chính phủ",
        [
            ("61/2018/NĐ-CP", None, None, "Chính phủ", "shared"),
            ("62/2018/NĐ-CP", None, None, "Chính phủ", "shared"),
            ("63/2018/NĐ-CP", None, None, "Chính phủ", "after"),
        ],
    ),
    ("Nghị quyết số 18, 19-NQ/TW", [("18-NQ/TW", None, None, None, None), ("19-NQ/TW", None, None, None, None)]),
    (
        "Quyết định số 01/2026/QĐ-UBND đến Quyết định số 13/2026/QĐ-UBND",
        [("01/2026/QĐ-UBND", None, None, None, None), ("13/2026/QĐ-UBND", None, None, None, None)],
    ),
    (
        "Công văn 23/UBND-NV ngày 5/6/2022 và Công văn 24/UBND-NV cùng ngày của UBND tỉnh",
        [
            ("23/UBND-NV", D(2022, 6, 5), "after", "Ủy ban nhân dân tỉnh", "shared"),
            ("24/UBND-NV", D(2022, 6, 5), "shared", "Ủy ban nhân dân tỉnh", "after"),
        ],
    ),
    ("Kế hoạch số 7/KH-UBND cùng ngày của UBND tỉnh", [("7/KH-UBND", None, None, None, None)]),
    (
        "Nghị quyết liên tịch số 9/2008/NQLT-CP-UBTUMTTQVN của Chính phủ và Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam về phối hợp",
        [
            (
                "9/2008/NQLT-CP-UBTUMTTQVN",
                None,
                None,
                "Chính phủ và Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
                "after",
            )
        ],
    ),
    (
        "Kế hoạch số 6/KH-HĐTĐKT ngày 3/8/2021 của Hội đồng Thi đua - Khen thưởng Trung ương; Công văn số 8/LĐTBXH-PC của Bộ Lao động, Thương binh và Xã hội",
        [
            ("6/KH-HĐTĐKT", D(2021, 8, 3), "after", "Hội đồng Thi đua - Khen thưởng Trung ương", "after"),
            ("8/LĐTBXH-PC", None, None, "Bộ Lao động - Thương binh và Xã hội", "after"),
        ],
    ),
    # ------------------------------------------------------------------ lead-in in the same sentence
    (
        "Thực hiện các chỉ thị, quyết định của Thủ tướng Chính phủ như: Chỉ thị số 6/CT-TTg ngày 05/9/2016 về kỷ cương; Quyết định số 7/QĐ-TTg về văn hóa; Quyết định số 3/2007/QĐ-BNV của Bộ Nội vụ; Kế hoạch số 4/KH-UBND.",
        [
            ("6/CT-TTg", D(2016, 9, 5), "after", "Thủ tướng Chính phủ", "lead_in"),
            ("7/QĐ-TTg", None, None, "Thủ tướng Chính phủ", "lead_in"),
            ("3/2007/QĐ-BNV", None, None, "Bộ Nội vụ", "after"),
            ("4/KH-UBND", None, None, None, None),
        ],
    ),
    (
        "UBND tỉnh Yên Bái đã ban hành nhiều văn bản chỉ đạo như: Văn bản số 206/UBND-KT ngày 12/7/2025 về khoáng sản; Văn bản số 1714/UBND-KT về môi trường.",
        [
            ("206/UBND-KT", D(2025, 7, 12), "after", "Ủy ban nhân dân tỉnh Yên Bái", "lead_in"),
            ("1714/UBND-KT", None, None, "Ủy ban nhân dân tỉnh Yên Bái", "lead_in"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text[:60] for text, _ in ROWS])
def test_attribution(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [(c.number, c.issued_on, c.issued_on_source, c.issuer, c.issuer_source) for c in found(text)] == expected


def test_lead_in_of_a_list() -> None:
    rows = found(
        "Các phòng đã tham mưu UBND huyện ban hành các kế hoạch làm cơ sở triển khai, cụ thể như:",
        "- Kế hoạch số 7/KH-UBND ngày 31/12/2021 của Ủy ban nhân dân huyện Long Hồ về cải cách;",
        "- Kế hoạch số 8/KH-UBND ngày 25/01/2022 về kiểm soát thủ tục;",
        "- Quyết định số 9/QĐ-TTg ngày 25/01/2022 về chỉ số.",
        "Kế hoạch số 10/KH-UBND ngày 26/01/2022 nói trên.",
    )
    assert [(c.issuer, c.issuer_source, c.relation) for c in rows] == [
        ("Ủy ban nhân dân huyện Long Hồ", "after", "issues"),
        ("Ủy ban nhân dân huyện", "lead_in", "issues"),
        (None, None, "issues"),
        (None, None, "mentions"),
    ]


def test_rule_tells_the_veto() -> None:
    rows = found(
        "theo Nghị quyết số 50/NQ-CP ngày 15/7/2021 và Chỉ thị số 24/CT-TTg ngày 02/9/2021 của Thủ tướng Chính phủ"
    )
    assert rows[0].rule == "number.state, issuer vetoed by symbol"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "UBND tỉnh ban hành Quyết định số 5/QĐ-UBND công bố chỉ số của các sở, Ban Quản lý khu kinh tế và UBND các xã.",
            ["công bố chỉ số của các sở, Ban Quản lý khu kinh tế và UBND các xã"],
        ),
        (
            "Thực hiện Kế hoạch số 5/KH-UBND về rà soát thủ tục, UBND huyện đã ban hành văn bản đôn đốc.",
            ["về rà soát thủ tục"],
        ),
        (
            "Quyết định số 5/QĐ-BNV phê duyệt Đề án “Chỉ số của các bộ, Ủy ban nhân dân tỉnh có nhiều đổi mới”.",
            [
                "phê duyệt Đề án “Chỉ số của các bộ, Ủy ban nhân dân tỉnh có nhiều đổi mới”",
                "Chỉ số của các bộ, Ủy ban nhân dân tỉnh có nhiều đổi mới",
            ],
        ),
        ("Quyết định số 5/2010/QĐ-UBND về phí đò hết hiệu lực từ ngày 01/7/2022.", ["về phí đò"]),
        ("theo Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam", [None]),
    ],
)
def test_titles(text: str, titles: list[str | None]) -> None:
    assert [c.title for c in found(text)] == titles


@pytest.mark.parametrize(
    ("text", "number", "issuer"),
    [
        ("Công văn số 648/BTTTT-TTH của Bộ Thông tin và Truyền thông", "648/BTTTT-TTH", "Bộ Thông tin và Truyền thông"),
        ("Công văn số 64/SNV-TTR của Sở Nội vụ", "64/SNV-TTr", "Sở Nội vụ"),
        ("theo Quyết định 1948 của Thủ tướng Chính phủ", "1948", "Thủ tướng Chính phủ"),
        (
            "Kế hoạch số 9/KH-THPTC của Trường Trung học phổ thông chuyên Nam Định",
            "9/KH-THPTC",
            "Trường Trung học phổ thông chuyên Nam Định",
        ),
    ],
)
def test_numbers_and_their_bodies(text: str, number: str, issuer: str) -> None:
    assert [(c.number, c.issuer) for c in found(text)] == [(number, issuer)]


def test_the_text_itself_in_small_letters_and_a_chapter_of_it() -> None:
    rows = found("NGHỊ ĐỊNH", "Ngoài quy định của nghị định này, việc khác theo Chương II Nghị định này.")
    assert [(c.form, c.surface, c.article) for c in rows] == [
        ("self", "nghị định này", None),
        ("self", "Nghị định này", "Chương II"),
    ]


def test_a_date_in_words_needs_no_ngày() -> None:
    (citation,) = found("Căn cứ Luật Năng lượng nguyên tử 03 tháng 6 năm 2008;")
    assert (citation.surface, citation.issued_on) == ("Luật Năng lượng nguyên tử 03 tháng 6 năm 2008", D(2008, 6, 3))


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        (
            "Theo Kế hoạch số 45/KH-XYZ ngày 05/3/2022 của Hội Khuyến học huyện, đơn vị đã tổ chức 3 lớp.",
            ["Hội Khuyến học huyện"],
        ),
        (
            "theo Công văn số 8/CV-HH của Hiệp hội Bia Rượu và Công văn số 9/BTC-CST của Bộ Tài chính",
            ["Hiệp hội Bia Rượu", "Bộ Tài chính"],
        ),
        ("Kế hoạch số 19/KH-BCĐ của Ban Chỉ đạo phòng, chống dịch tỉnh", ["Ban Chỉ đạo phòng, chống dịch tỉnh"]),
        (
            "Chỉ thị số 1/CT-TTg và Chỉ thị số 2/CT-TTg của Thủ Tướng Chính Phủ",
            ["Thủ tướng Chính phủ", "Thủ tướng Chính phủ"],
        ),
        ("Quyết định số 7/QĐ-UBND của UBND phường 1 về kiện toàn", ["Ủy ban nhân dân phường 1"]),
        ("Quyết định số 7/QĐ-UBND của UBND huyện Năm Căn về kiện toàn", ["Ủy ban nhân dân huyện Năm Căn"]),
        ("Quyết định số 7/1998/QĐ-UB của UBND tỉnh Hà Tây về phí", ["Ủy ban nhân dân tỉnh Hà Tây"]),
    ],
)
def test_names_end_where_something_else_begins(text: str, issuers: list[str]) -> None:
    assert [c.issuer for c in found(text)] == issuers


@pytest.mark.parametrize("before", ["Từ ngày 01/01/2022 đến ngày", "Trước ngày", "Tính đến ngày"])
def test_a_deadline_is_no_date_of_issue(before: str) -> None:
    (citation,) = found(f"{before} 31/5/2022 UBND huyện ban hành Quyết định số 15/QĐ-UBND")
    assert citation.issued_on is None


def test_a_subject_after_the_term_of_a_council() -> None:
    (citation,) = found("Nghị quyết số 5/NQ-HĐND ngày 05/3/2022 của HĐND tỉnh khóa IX, kỳ họp thứ 12 về dự toán")
    assert citation.title == "về dự toán"
