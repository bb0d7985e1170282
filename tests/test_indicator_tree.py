"""Rows of an indicator table make a tree: levels, paths, parents, and what is wrong with the printed numbers."""

from __future__ import annotations

import pytest
from indicator_tables import PLAIN, TREE, read


@pytest.mark.parametrize(
    ("number", "level", "path", "parent", "section", "fault"),
    [
        (1, 0, "I", None, "I", None),
        (2, 1, "I.1", 1, "I", None),
        (3, 2, "I.1.1", 2, "I", None),
        (4, 3, "I.1.1.1", 3, "I", None),
        (5, 3, "I.1.1.2", 3, "I", None),
        (6, 2, "I.1.2", 2, "I", None),
        (7, 1, "I.2", 1, "I", "skipped"),
        (8, 1, "I.3", 1, "I", "repeated"),
        (9, 0, "II", None, "II", None),
        (10, 1, "II.1", 9, "II", None),
        (11, 1, "II.2", 9, "II", None),
        (12, 2, "II.2.1", 11, "II", "misplaced"),
        (13, 1, "II.3", 9, "II", None),
    ],
)
def test_tree(number: int, level: int, path: str, parent: int | None, section: str, fault: str | None) -> None:
    rows, _ = read(*TREE)
    row = rows[number - 1]
    above = rows[parent - 1].fact_id if parent else None
    assert (row.level, row.item_path, row.parent_row, row.section_no, row.printed_number_error) == (
        level,
        path,
        above,
        section,
        fault,
    )


@pytest.mark.parametrize(
    ("ordinals", "levels", "faults"),
    [
        (["1", "1.1", "1.1.1", "1.2", "2"], [0, 1, 2, 1, 0], [None] * 5),
        (["1", "1.1", "1.3", "2.2", "3"], [0, 1, 1, 1, 0], [None, None, "skipped", "wrong_prefix", "skipped"]),
        (["A", "I", "1", "2", "B", "I", "1"], [0, 1, 2, 2, 0, 1, 2], [None] * 7),
        (["1", "a", "b", "2", "a"], [0, 1, 1, 0, 1], [None] * 5),
        (["1", "2", "1", "2"], [0, 0, 0, 0], [None, None, "restarted", "repeated"]),
        (["I", "III", "II"], [0, 0, 0], [None, "skipped", "out_of_order"]),
        (["I", "1", "2", "II", "3", "4"], [0, 1, 1, 0, 1, 1], [None] * 6),
        (["I", "1", "2", "II", "4"], [0, 1, 1, 0, 1], [None, None, None, None, "skipped"]),
        (["A", "I", "II", "B", "III"], [0, 1, 1, 0, 1], [None] * 5),
        (["I.1", "I.2", "I.2.1"], [0, 0, 1], [None, None, None]),
    ],
)
def test_ordinals(ordinals: list[str], levels: list[int], faults: list[str | None]) -> None:
    rows, _ = read(PLAIN, *(f"{ordinal} | Chỉ tiêu số {n} | Người | {n} | " for n, ordinal in enumerate(ordinals, 5)))
    assert [(row.level, row.printed_number_error) for row in rows] == list(zip(levels, faults, strict=True))


def test_section_over_the_whole_width_and_total() -> None:
    rows, values = read(
        "TT | Khu | Diện tích (ha) | Lấp đầy (%)",
        "I. Khu do huyện quản lý{4}",
        "1 | Khu Đông | 16 | 100",
        "II. Khu do tỉnh quản lý{4}",
        "2 | Khu Tây | 50,5 | 35",
        "Tổng cộng{2} | 66,5 | ",
    )
    assert [(r.section_no, r.item_no, r.label, r.value) for r in rows] == [
        ("I", "I", "Khu do huyện quản lý", None),
        ("I", "1", "Khu Đông", 16.0),
        ("II", "II", "Khu do tỉnh quản lý", None),
        ("II", "2", "Khu Tây", 50.5),
        (None, None, "Tổng cộng", 66.5),
    ]
    assert [(v.unit, v.value) for v in values if v.row_no == 4] == [("ha", 50.5), ("%", 35.0)]
