"""Names in invented sentences: bodies, places, persons, programmes."""

from __future__ import annotations

import time

import pytest
from documents import document_of, paragraphs, table

from extract.facts import DocumentRow
from extract.find.entities import find_entities
from patterns.programmes import find_programmes
from patterns.spelling import modern_tone
from patterns.words import rows

HEADER = DocumentRow(doc_id="0" * 64, signer_name="Lâm Thị Mười")


def names(text: str) -> list[tuple[str, str]]:
    return [(entity.label, entity.name or "") for entity in find_entities(document_of(*paragraphs(text)), HEADER, [])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "UBND huyện Tân Trụ họp dân tại xã Nhựt Ninh.",
            [("ORG", "Ủy ban nhân dân huyện Tân Trụ"), ("LOC", "xã Nhựt Ninh")],
        ),
        ("Sở Y tế tỉnh Long An làm việc tại Long An.", [("ORG", "Sở Y tế tỉnh Long An"), ("LOC", "Long An")]),
        (
            "Các xã Mỹ Lệ, Tân Lân và Long Sơn đã đạt.",
            [("LOC", "xã Mỹ Lệ"), ("LOC", "xã Tân Lân"), ("LOC", "xã Long Sơn")],
        ),
        ("Ông Nguyễn Văn Bảy và bà Trần Thị Tư phát biểu.", [("PER", "Nguyễn Văn Bảy"), ("PER", "Trần Thị Tư")]),
        ("Đồng chí Thạch Sô Phi dự họp.", [("PER", "Thạch Sô Phi")]),
        ("Thứ trưởng Phạm Minh Đức làm trưởng đoàn.", [("PER", "Phạm Minh Đức")]),
        ("Sửa chữa đường Nguyễn Văn Linh.", [("LOC", "đường Nguyễn Văn Linh")]),
        ("Triển khai Đề án 06 trên địa bàn.", [("PROGRAMME", "Đề án 06")]),
        (
            "Đồng bộ lên Cổng DVC quốc gia và Hệ thống Một cửa điện tử.",
            [("PROGRAMME", "Cổng Dịch vụ công quốc gia"), ("PROGRAMME", "Hệ thống một cửa điện tử")],
        ),
        ("Phong trào “Ngày thứ Bảy tình nguyện” lan rộng.", [("PROGRAMME", "Phong trào Ngày thứ Bảy tình nguyện")]),
        ("*UBND HUYỆN TÂN TRỤ", [("ORG", "Ủy ban nhân dân huyện Tân Trụ")]),
        ("Cán bộ cấp xã 12 người, cấp tỉnh 3 người.", []),
        ("UBND các xã và phòng ban chuyên môn.", []),
        ("Văn bản số 12/UBND-NC về quản lý đất.", []),
        ("Xã hội hóa giáo dục; văn hóa xã hội.", []),
    ],
)
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


def test_signer_is_a_person() -> None:
    assert names("Báo cáo kết thúc.\nGIÁM ĐỐC\nLâm Thị Mười") == [("PER", "Lâm Thị Mười")]


def test_names_stand_where_they_say() -> None:
    document = document_of(
        *paragraphs("Uỷ ban nhân dân huyện Tân Trụ, Sở Y tế.\nUBND TỈNH LONG AN"),
        *table("Đơn vị | Số", "UBND xã Mỹ Lệ | 3"),
    )
    texts = {block.path: block.text for block in document.blocks}
    found = find_entities(document, HEADER, [])
    assert [entity.surface for entity in found] == [
        "Uỷ ban nhân dân huyện Tân Trụ",
        "Sở Y tế",
        "UBND TỈNH LONG AN",
        "UBND xã Mỹ Lệ",
    ]
    assert all(texts[e.block or ""][e.char_start : e.char_end] == e.surface for e in found)
    assert [entity.in_table for entity in found] == [False, False, False, True]


def test_no_name_crosses_blocks() -> None:
    assert names("Phòng họp của UBND\nhuyện Tân Trụ đón khách") == [("LOC", "huyện Tân Trụ")]


@pytest.mark.parametrize("row", rows("programmes"), ids=lambda row: row["name"])
def test_each_programme_is_found_in_its_example(row: dict[str, str]) -> None:
    assert row["name"] in [name for _, _, name in find_programmes(modern_tone(row["example"]))]


@pytest.mark.parametrize(
    "text",
    [
        "Ông " * 9000,
        "Công ty Than Than " * 3000,
        "xã A, " * 8000,
        "Đề án “" * 6000,
        "Nguyễn " * 8000,
        "UBND tỉnh " * 5000,
    ],
)
def test_long_texts_cost_little(text: str) -> None:
    started = time.perf_counter()
    names(text)
    assert time.perf_counter() - started < 2
