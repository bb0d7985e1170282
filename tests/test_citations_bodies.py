"""Mentions whose issuer is written in unusual ways: by level alone, bare, as a meeting, with a symbol of other bodies."""

from __future__ import annotations

import datetime as dt

import pytest
from citation_rows import found

D = dt.date

#: text, [(surface, type, number, date, issuer)]
ROWS = [
    (
        "Nghị quyết 14/2016/NQ-HĐND tỉnh ngày 7/12/2016 của HĐND tỉnh",
        [
            (
                "Nghị quyết 14/2016/NQ-HĐND tỉnh ngày 7/12/2016 của HĐND tỉnh",
                "Nghị quyết",
                "14/2016/NQ-HĐND",
                D(2016, 12, 7),
                "Hội đồng nhân dân tỉnh",
            )
        ],
    ),
    (
        "Quyết định số 25/QĐ-UBND ngày 9/5/2018 của UBND; Sở Nội vụ tổng hợp",
        [
            (
                "Quyết định số 25/QĐ-UBND ngày 9/5/2018 của UBND",
                "Quyết định",
                "25/QĐ-UBND",
                D(2018, 5, 9),
                "Ủy ban nhân dân",
            )
        ],
    ),
    (
        "Kế hoạch liên tịch số 16/KHLT-SYT-CAT ngày 09/01/2023 và Nghị định số 135/2025/NĐ-CP của Chính phủ",
        [
            (
                "Kế hoạch liên tịch số 16/KHLT-SYT-CAT ngày 09/01/2023",
                "Kế hoạch liên tịch",
                "16/KHLT-SYT-CAT",
                D(2023, 1, 9),
                None,
            ),
            ("Nghị định số 135/2025/NĐ-CP của Chính phủ", "Nghị định", "135/2025/NĐ-CP", None, "Chính phủ"),
        ],
    ),
    (
        "Quyết định số 31 /QĐ -TTg ngày 5/1/2022 của Thủ tướng chính phủ",
        [
            (
                "Quyết định số 31 /QĐ -TTg ngày 5/1/2022 của Thủ tướng chính phủ",
                "Quyết định",
                "31/QĐ-TTg",
                D(2022, 1, 5),
                "Thủ tướng Chính phủ",
            )
        ],
    ),
    (
        "Nghị quyết số 9-NQ/TW ngày 4/11/2013 Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI về giáo dục; Nghị quyết 8-NQ/TW của Hội nghị lần thứ sáu BCH TW khóa XII",
        [
            (
                "Nghị quyết số 9-NQ/TW ngày 4/11/2013 Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI",
                "Nghị quyết",
                "9-NQ/TW",
                D(2013, 11, 4),
                "Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI",
            ),
            (
                "Nghị quyết 8-NQ/TW của Hội nghị lần thứ sáu BCH TW khóa XII",
                "Nghị quyết",
                "8-NQ/TW",
                None,
                "Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII",
            ),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text[:60] for text, _ in ROWS])
def test_issuers(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [(c.surface, c.type, c.number, c.issued_on, c.issuer) for c in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "surface", "kind", "number", "raw"),
    [
        ("Nghị định sô 62/2018/NĐ-CP", "Nghị định sô 62/2018/NĐ-CP", "Nghị định", "62/2018/NĐ-CP", "62/2018/NĐ-CP"),
        (
            "theo Nghị dịnh số 63/2018/NĐ-CP",
            "Nghị dịnh số 63/2018/NĐ-CP",
            "Nghị định",
            "63/2018/NĐ-CP",
            "63/2018/NĐ-CP",
        ),
        ("Quyêt đinh 64/QĐ-UBND", "Quyêt đinh 64/QĐ-UBND", "Quyết định", "64/QĐ-UBND", "64/QĐ-UBND"),
        ("Quyết định số 1O/QĐ-UBND", "Quyết định số 1O/QĐ-UBND", "Quyết định", "10/QĐ-UBND", "1O/QĐ-UBND"),
        ("Nghị quyết số 30c/NQ-CP", "Nghị quyết số 30c/NQ-CP", "Nghị quyết", "30c/NQ-CP", "30c/NQ-CP"),
        ("tại hội nghị số 64/QĐ-UBND", "64/QĐ-UBND", "Quyết định", "64/QĐ-UBND", "64/QĐ-UBND"),
    ],
)
def test_what_typing_and_recognition_spoil(text: str, surface: str, kind: str, number: str, raw: str) -> None:
    (row,) = found(text)
    assert (row.surface, row.type, row.number, row.number_raw) == (surface, kind, number, raw)


def test_what_follows_an_attached_text_is_not_attached() -> None:
    rows = found(
        "Điều lệ ban hành kèm theo Thông tư số 32/2020/TT-BGDĐT; Quyết định số 45/QĐ-UBND; kèm theo Công văn số 6/SNV-TC và số 7/SNV-TC"
    )
    assert [row.relation for row in rows] == ["attached", "mentions", "attached", "attached"]
