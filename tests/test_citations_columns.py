"""Columns of a numbered citation: the parts of its number, its article, its title, what is doubtful."""

from __future__ import annotations

import pytest
from citation_rows import found

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
    ("theo điểm 2.1 khoản 2 Hướng dẫn số 02-HD/UBKTTW", {"article": "khoản 2, điểm 2.1"}),
    ("bổ sung khoản 4 vào Điều 6 của Nghị quyết số 23/2020/NQ-HĐND", {"article": "Điều 6, khoản 4"}),
    ("tại điểm a khoản 3 Điều 7 của Luật Thanh tra", {"article": "Điều 7, khoản 3, điểm a"}),
    ("tại Điều 4, Điều 8 Nghị định số 99/2021/NĐ-CP", {"article": "Điều 4, Điều 8"}),
    ("sửa đổi Điều 137, Nghị định số 193/2025/NĐ-CP", {"article": "Điều 137"}),
    ("Kế hoạch số 9/KH-UBND ngày 03/3/2022 về cải tiến hệ thống; các việc khác", {"title": "về cải tiến hệ thống"}),
    ("Luật Điện lực số 61/2024/QH15", {"title": "Điện lực"}),
    ("Nghị quyết của Quốc hội số 61/2024/QH15", {"title": None, "issuer": "Quốc hội", "relation": "mentions"}),
    (
        "Kế hoạch số 9-KH/TU ngày 5/3/2021 về thực hiện Kết luận 1-KL/TW, ngày 18/5/2021 của Bộ Chính trị về rèn luyện đạo đức.",
        {"title": "về thực hiện Kết luận 1-KL/TW, ngày 18/5/2021 của Bộ Chính trị về rèn luyện đạo đức"},
    ),
    (
        "theo Quyết định số 7/QĐ-UBND về phát triển hạ tầng số, trao đổi 504 lượt giao dịch.",
        {"title": "về phát triển hạ tầng số"},
    ),
    ("quán triệt Quyết định số 7/QĐ-UBND về dân số đến dưới 20 đảng viên", {"title": "về dân số"}),
    ("ban hành kèm theo Quyết định số 7/QĐ-UBND tiếp tục có hiệu lực", {"title": None}),
    ("Quyết định số 7/QĐ-UBND đính chính Quyết định số 5/QĐ-UBND", {"title": "đính chính Quyết định số 5/QĐ-UBND"}),
]


@pytest.mark.parametrize(("text", "columns"), PARTS)
def test_columns(text: str, columns: dict[str, object]) -> None:
    citation = found(text)[0]
    assert {name: getattr(citation, name) for name in columns} == columns
