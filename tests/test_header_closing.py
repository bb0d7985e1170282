"""The end of a document: who signs, who receives it, and the line that says what an annex belongs to."""

from __future__ import annotations

import datetime as dt

import pytest
from header_rows import REPORT, header

CLOSING = "Trên đây là kết quả thực hiện./.\n"


@pytest.mark.parametrize(
    ("closing", "position", "name"),
    [
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Tám", "CHỦ TỊCH", "Lê Văn Tám"),
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(đã ký)\nPhạm Thị Út", "PHÓ CHỦ TỊCH", "Phạm Thị Út"),
        ("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC\nTrần Quốc Bảo", "PHÓ GIÁM ĐỐC", "Trần Quốc Bảo"),
        ("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nĐỗ Minh Châu", "CHÁNH VĂN PHÒNG", "Đỗ Minh Châu"),
        ("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\nBùi Đức Hạnh", "GIÁM ĐỐC SỞ NỘI VỤ", "Bùi Đức Hạnh"),
        ("Q. GIÁM ĐỐC\nNgô Bá Khá", "Q. GIÁM ĐỐC", "Ngô Bá Khá"),
        ("T/M BAN THƯỜNG VỤ\nBÍ THƯ\nY Thanh Niê Kđăm", "BÍ THƯ", "Y Thanh Niê Kđăm"),
        ("CHỦ TỊCH\nLÊ VĂN TÁM", "CHỦ TỊCH", "Lê Văn Tám"),
        ("TRƯỞNG CÔNG AN\nĐại tá Hồ Sỹ Niêm", "TRƯỞNG CÔNG AN", "Hồ Sỹ Niêm"),
        ("HIỆU TRƯỞNG\nPGS.TS. Vũ Thị Lan", "HIỆU TRƯỞNG", "Vũ Thị Lan"),
        ("CHỦ TỊCH", "CHỦ TỊCH", None),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_signer(closing: str, position: str, name: str | None, first: bool) -> None:
    recipients = "Nơi nhận:\n- Như trên;\n- Lưu: VT, TH."
    tail = f"{closing}\n{recipients}" if first else f"{recipients}\n{closing}"
    found = header(REPORT.split("Nơi nhận")[0] + CLOSING + tail)
    assert (found.signer_position, found.signer_name, found.recipients) == (position, name, ("Như trên", "Lưu: VT, TH"))


@pytest.mark.parametrize(
    ("closing", "recipients", "name"),
    [
        ("Nơi nhận: GIÁM ĐỐC\n- Như trên;\n- Lưu: VT.\nLý Thị Sáu", ("Như trên", "Lưu: VT"), "Lý Thị Sáu"),
        (
            "Nơi nhận:- Như trên;\n- Ban Giám đốc; Lý Thị Sáu\n- Lưu: VT.",
            ("Như trên", "Ban Giám đốc", "Lưu: VT"),
            "Lý Thị Sáu",
        ),
        (
            "Nơi nhận:\n- Các sở, ban,\nngành tỉnh;\n- Lưu: VT.\nGIÁM ĐỐC\nLý Thị Sáu",
            ("Các sở, ban, ngành tỉnh", "Lưu: VT"),
            "Lý Thị Sáu",
        ),
        (
            "Nơi nhận:\nNhư Điều 2\nSở Tài chính\nLưu VT\nGIÁM ĐỐC\nLý Thị Sáu",
            ("Như Điều 2", "Sở Tài chính", "Lưu VT"),
            "Lý Thị Sáu",
        ),
        ("GIÁM ĐỐC\nLý Thị Sáu", (), "Lý Thị Sáu"),
        ("NGƯỜI LẬP BIỂU\nVõ Văn Bé\nGIÁM ĐỐC\nLý Thị Sáu\nNơi nhận:\n- Lưu: VT.", ("Lưu: VT",), "Lý Thị Sáu"),
    ],
)
def test_recipients(closing: str, recipients: tuple[str, ...], name: str) -> None:
    found = header(REPORT.split("Nơi nhận")[0] + CLOSING + closing)
    assert (found.recipients, found.signer_name) == (recipients, name)


def test_several_signers() -> None:
    found = header(
        REPORT.split("Nơi nhận")[0]
        + CLOSING
        + "KT. BỘ TRƯỞNG BỘ TÀI CHÍNH\nTHỨ TRƯỞNG\nĐào Văn Một\nKT. BỘ TRƯỞNG BỘ NỘI VỤ\nTHỨ TRƯỞNG\nMai Thị Hai\n"
    )
    assert found.signer_name == "Đào Văn Một; Mai Thị Hai"


ANNEX = """Phụ lục II
BIỂU TỔNG HỢP SỐ LIỆU QUÝ III NĂM 2023
(Kèm theo Báo cáo số 77/BC-UBND ngày 25/9/2023 của Ủy ban nhân dân huyện Mỹ Đức)
"""


def test_loose_annex_belongs_to_its_parent() -> None:
    found = header(ANNEX)
    assert (found.attached_to, found.number, found.organ_name, found.issued_on) == (
        "77/BC-UBND",
        None,
        "Ủy ban nhân dân huyện Mỹ Đức",
        dt.date(2023, 9, 25),
    )


def test_annex_line_fills_a_missing_letterhead() -> None:
    body = "BÁO CÁO\nTình hình sản xuất quý III năm 2023\n" + "Trong quý, thời tiết thuận lợi cho cây trồng.\n" * 14
    found = header(body + ANNEX)
    assert (found.number, found.issued_on, found.organ_name, found.attached_to) == (
        "77/BC-UBND",
        dt.date(2023, 9, 25),
        "Ủy ban nhân dân huyện Mỹ Đức",
        None,
    )


def test_annex_of_another_instrument_is_not_ours() -> None:
    text = REPORT + "Phụ lục\nDANH MỤC\n(Kèm theo Quyết định số 15/QĐ-UBND ngày 01/01/2020 của UBND tỉnh Hà Nam)\n"
    assert (header(text).number, header(text).organ_name) == ("41/BC-PNV", "Phòng Nội vụ")
