"""Small helpers for the indicator tests: rows written with bars in, indicators and values out."""

from __future__ import annotations

from documents import document_of, table

from extract.facts import AppendixRow, AppendixValue, DocumentRow
from extract.find.indicators import find_rows

HEADER = DocumentRow(doc_id="0" * 64)
PLAIN = "STT | Chỉ tiêu | ĐVT | Số liệu | Ghi chú"


def read(*rows: str, headers: int = 1) -> tuple[list[AppendixRow], list[AppendixValue]]:
    return find_rows(document_of(*table(*rows, headers=headers)), HEADER)


def one(row: str, head: str = PLAIN) -> AppendixRow:
    return read(head, row, "9 | Hàng khác | Người | 3 | " if head == PLAIN else "9 | Hàng khác | 3")[0][0]


TREE = (
    PLAIN,
    "I | Thể chế |  |  | ",
    "1 | Ban hành văn bản | Văn bản | 8 | ",
    " | Đúng tiến độ | Văn bản | 7 | ",
    " | - Cấp huyện | Văn bản | 5 | ",
    " | - Cấp xã | Văn bản | 2 | ",
    " | Đúng quy trình | Văn bản | 8 | ",
    "3 | Rà soát văn bản | Văn bản | 4 | ",
    "3 | Xử lý văn bản | Văn bản | 1 | ",
    "II | Bộ máy |  |  | ",
    " | Số phòng | Phòng | 12 | ",
    "1 | Biên chế | Người | 80 | ",
    "2 | - Biên chế xã | Người | 20 | ",
    "3 | Hợp đồng | Người | 6 | ",
)
