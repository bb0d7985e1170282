"""Header fields of real documents, as a person reads them on the page; skipped where the documents are absent."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from extract.find.header import find_header
from extract.read import read

REPORTS = Path(__file__).parents[1].parent / "shared/reports"

EXPECTED: list[tuple[str, dict[str, object]]] = [
    *(
        (
            f"ke-sach-2022/bao-cao-228.{suffix}",
            {
                "code_number": "228",
                "code_notation": "BC-UBND",
                "number": "228/BC-UBND",
                "type_name": "Báo cáo",
                "issued_on": dt.date(2022, 6, 16),
                "place": "Kế Sách",
                "organ_name": "Ủy ban nhân dân huyện Kế Sách",
                "parent_organ": None,
                "signer_position": "CHỦ TỊCH",
                "signer_name": "Lê Vũ Đức",
                "period_start": dt.date(2022, 1, 1),
                "period_end": dt.date(2022, 6, 30),
                "basis": "534/SNV-TTr",
                "attached_to": None,
            },
        )
        for suffix in ("docx", "pdf", "txt")
    ),
    (
        "digital/lam-dong-cchc-q1-2026.docx",
        {
            "number": None,
            "code_notation": "BC-UBND",
            "type_name": "Báo cáo",
            "issued_on": None,
            "place": "Lâm Đồng",
            "organ_name": "Ủy ban nhân dân tỉnh Lâm Đồng",
            "parent_organ": None,
            "signer_position": "PHÓ CHỦ TỊCH",
            "signer_name": "Nguyễn Ngọc Phúc",
            "period_start": dt.date(2026, 1, 1),
            "period_end": dt.date(2026, 3, 31),
            "basis": "4625/BNV-CCHC",
        },
    ),
    (
        "digital/lam-dong-mo-hinh-thi-diem-2025.pdf",
        {
            "number": "181/BC-SNV",
            "issued_on": dt.date(2025, 11, 5),
            "code_notation": "BC-SNV",
            "type_name": "Báo cáo",
            "place": "Lâm Đồng",
            "organ_name": "Sở Nội vụ",
            "parent_organ": "Ủy ban nhân dân tỉnh Lâm Đồng",
            "signer_position": "PHÓ GIÁM ĐỐC",
            "signer_name": "Trần Hữu Tuấn",
            "basis": "787/QĐ-UBND",
        },
    ),
    (
        "digital/lao-cai-bc-chi-thi-38.docx",
        {
            "number": None,
            "code_notation": "BC-UBND",
            "type_name": "Báo cáo",
            "issued_on": None,
            "place": "Lào Cai",
            "organ_name": "Ủy ban nhân dân tỉnh Lào Cai",
            "signer_position": "PHÓ CHỦ TỊCH",
            "signer_name": "Nguyễn Thành Sinh",
            "basis": "10699/BNNMT-ĐCKS",
        },
    ),
    (
        "digital/lao-cai-ke-hoach-de-an-08.docx",
        {
            "number": None,
            "code_notation": "KH-SCT",
            "type_name": "Kế hoạch",
            "organ_name": "Sở Công Thương",
            "parent_organ": "Ủy ban nhân dân tỉnh Lào Cai",
            "signer_position": "PHÓ GIÁM ĐỐC",
            "signer_name": "Trịnh Văn Thành",
            "period_label": None,
            "attached_to": None,
        },
    ),
    (
        "digital/lao-cai-sct-bao-cao-vp-ubnd-2026.docx",
        {
            "number": None,
            "code_notation": "BC-VP",
            "type_name": "Báo cáo",
            "organ_name": "Văn phòng Ủy ban nhân dân tỉnh Lào Cai",
            "signer_name": None,
            "recipients": (),
            "basis": "312/GM-VPUBND",
        },
    ),
    (
        "digital/lao-cai-sct-trien-khai-ccn.docx",
        {
            "code_notation": "BC-SCT",
            "organ_name": "Sở Công Thương",
            "parent_organ": "Ủy ban nhân dân tỉnh Lào Cai",
            "signer_position": "GIÁM ĐỐC",
            "signer_name": "Hoàng Chí Hiền",
            "basis": "312/GM-VPUBND",
        },
    ),
    (
        "digital/cong-dien-118-cd-ttg.docx",
        {
            "number": "118/CĐ-TTg",
            "type_name": "Công điện",
            "issued_on": dt.date(2024, 11, 19),
            "place": "Hà Nội",
            "organ_name": "Thủ tướng Chính phủ",
            "signer_position": "PHÓ THỦ TƯỚNG",
            "signer_name": "Nguyễn Hòa Bình",
            "period_label": None,
        },
    ),
    (
        "digital/nd-30-2020-nd-cp.docx",
        {
            "number": "30/2020/NĐ-CP",
            "code_number": "30",
            "type_name": "Nghị định",
            "issued_on": dt.date(2020, 3, 5),
            "organ_name": "Chính phủ",
            "signer_position": "THỦ TƯỚNG",
            "signer_name": "Nguyễn Xuân Phúc",
        },
    ),
    (
        "digital/nd-42-2020-169-trang-bang.pdf",
        {
            "number": "42/2020/NĐ-CP",
            "type_name": "Nghị định",
            "issued_on": dt.date(2020, 4, 8),
            "organ_name": "Chính phủ",
            "signer_name": "Nguyễn Xuân Phúc",
        },
    ),
    (
        "digital/cong-bao-43-trang.pdf",
        {
            "number": "55/2024/QH15",
            "type_name": "Luật",
            "issued_on": dt.date(2024, 11, 29),
            "organ_name": "Quốc hội",
            "signer_position": "CHỦ TỊCH QUỐC HỘI",
            "signer_name": "Trần Thanh Mẫn",
            "recipients": (),
        },
    ),
    (
        "digital/bnv-qd-1187-chi-so-cchc.pdf",
        {
            "number": "1187/QĐ-BNV",
            "issued_on": dt.date(2025, 10, 15),
            "code_notation": "QĐ-BNV",
            "type_name": "Quyết định",
            "place": "Hà Nội",
            "organ_name": "Bộ Nội vụ",
            "signer_position": "BỘ TRƯỞNG",
            "signer_name": "Phạm Thị Thanh Trà",
        },
    ),
    (
        "digital/nghi-quyet-84-nhiem-vu-2020.pdf",
        {
            "number": "4580/UBND-TH",
            "issued_on": dt.date(2020, 7, 13),
            "code_notation": "UBND-TH",
            "type_name": "Công văn",
            "place": "Bình Định",
            "organ_name": "Ủy ban nhân dân tỉnh Bình Định",
            "signer_position": "PHÓ CHỦ TỊCH",
            "signer_name": "Phan Cao Thắng",
        },
    ),
    (
        "legacy/bao-cao-nong-nghiep-1-2006.pdf",
        {
            "number": None,
            "type_name": "Báo cáo",
            "organ_name": None,
            "signer_name": None,
            "period_start": dt.date(2006, 1, 1),
            "period_end": dt.date(2006, 1, 31),
        },
    ),
    (
        "legacy/tcvn3-a37-2003.expected.txt",
        {
            "number": "120/2000/TTLT-BTC-BCN-TCHQ",
            "type_name": "Thông tư liên tịch",
            "issued_on": dt.date(2000, 12, 25),
        },
    ),
    (
        "legacy/tcvn3-nghi-dinh-114-2003.expected.txt",
        {
            "number": "114/2003/NĐ-CP",
            "type_name": "Nghị định",
            "issued_on": dt.date(2003, 10, 10),
            "organ_name": "Chính phủ",
            "signer_position": "Thủ tướng",
            "signer_name": "Phan Văn Khải",
        },
    ),
    (
        "legacy/vni-quy-che-chi-tieu-2007.expected.txt",
        {
            "number": None,
            "code_notation": "QĐ.BQL-VP",
            "type_name": "Quyết định",
            "issued_on": None,
            "place": "Vũng Tàu",
            "parent_organ": "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu",
            "signer_position": "TRƯỞNG BAN",
            "signer_name": None,
        },
    ),
]
FIELDS = [(name, field, value) for name, fields in EXPECTED for field, value in fields.items()]


@pytest.mark.skipif(not REPORTS.is_dir(), reason="the real documents are not here")
@pytest.mark.parametrize(("name", "expected"), EXPECTED, ids=[name for name, _ in EXPECTED])
def test_header_of_a_real_document(name: str, expected: dict[str, object]) -> None:
    row = find_header(read(REPORTS / name))
    assert {field: getattr(row, field) for field in expected} == expected
