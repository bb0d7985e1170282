"""Small helpers for the header tests: a text in, its header out; and a whole report to begin from."""

from __future__ import annotations

from documents import document_of, paragraphs

from extract.find.header import find_header

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
REPORT = f"""UBND HUYỆN PHÚ TÂN
PHÒNG NỘI VỤ
Số: 41/BC-PNV
{MOTTO}Phú Tân, ngày 05 tháng 7 năm 2021
BÁO CÁO
Kết quả tinh giản biên chế 6 tháng đầu năm 2021
Thực hiện Công văn số 902/SNV-TCBC ngày 18/6/2021 của Sở Nội vụ về việc báo cáo tinh giản biên chế, Phòng Nội vụ báo cáo như sau:
I. KẾT QUẢ
Đã giải quyết cho 07 người.
Nơi nhận:
- Sở Nội vụ;
- Lưu: VT.
TRƯỞNG PHÒNG
Đặng Thị Hồng Gấm
"""


def header(text: str):  # type: ignore[no-untyped-def]
    return find_header(document_of(*paragraphs(text)))
