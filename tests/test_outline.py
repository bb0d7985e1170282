"""Markers, headings, sections and zones."""

from __future__ import annotations

import pytest

from extract.read.assemble import assemble
from extract.read.items import Cell, Footnote, Item, Paragraph, Table
from extract.read.outline import Outline, is_heading, marker_of
from extract.read.zones import annex_label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("I. TÌNH HÌNH CHUNG", "I"),
        ("IV- Đánh giá", "IV"),
        ("II/ Kết quả", "II"),
        ("1. Công tác chỉ đạo", "1"),
        ("1.2. Về kiểm tra", "1.2"),
        ("1.2 Về kiểm tra", "1.2"),
        ("2.1.3. Kết quả", "2.1.3"),
        ("a) Thu ngân sách", "a"),
        ("1. 100% cơ quan có mạng", "1"),
        ("a) 05 xã đạt chuẩn", "a"),
        ("1.1. 95% hồ sơ đúng hạn", "1.1"),
        ("1- Kết quả lãnh đạo", "1"),
        ("a- Công tác tuyên truyền", "a"),
        ("1.234 hộ nghèo", None),
        ("5-10 xã đạt chuẩn", None),
        ("đ) Chi khác", "đ"),
        ("b. Chi thường xuyên", "b"),
        ("A. PHẦN CHUNG", "A"),
        ("Điều 5. Hiệu lực", "Điều 5"),
        ("Chương II", "Chương II"),
        ("PHẦN THỨ NHẤT", "Phần THỨ NHẤT"),
        ("(1) Thu ngân sách", "(1)"),
        ("(ii). Chi khác", "(ii)"),
        ("(Kèm theo Báo cáo số 5)", None),
        ("- Lưu: VT.", "-"),
        ("+ Cấp xã", "+"),
        ("85 biên chế công chức", None),
        ("18.000 tấn lúa", None),
        ("2.5 triệu đồng", None),
        ("Trong kỳ báo cáo", None),
        ("Điều này cho thấy", None),
        ("5/10 đơn vị", None),
        ("1.234 hồ sơ", None),
        ("12/3/2022", None),
    ],
)
def test_markers(text: str, label: str | None) -> None:
    marker = marker_of(text)
    assert (marker.label if marker else None) == label


@pytest.mark.parametrize(
    ("text", "bold", "outline", "expected"),
    [
        ("I. TÌNH HÌNH CHUNG", None, None, True),
        ("1. Công tác chỉ đạo, điều hành", None, None, True),
        ("1. Tiếp tục thực hiện các kế hoạch đã ban hành;", None, None, False),
        ("1. Kết quả đạt được.", True, None, True),
        ("a) Thu ngân sách", None, None, False),
        ("a) Thu ngân sách", True, None, True),
        ("Về công tác cán bộ", True, None, True),
        ("Về công tác cán bộ", None, None, False),
        ("Về công tác cán bộ", None, 2, True),
        ("- Kế hoạch số 12/KH-UBND", True, None, False),
        ("2. Các nhiệm vụ trọng tâm:", None, None, False),
        ("2. Các nhiệm vụ trọng tâm:", True, None, True),
        (
            "Kính đề nghị các đơn vị quan tâm phối hợp thực hiện các nội dung sau đây trong thời gian tới:",
            True,
            None,
            False,
        ),
        ("Họ và tên: ..................", True, None, False),
    ],
)
def test_headings(text: str, bold: bool | None, outline: int | None, expected: bool) -> None:
    assert is_heading(text, marker_of(text), bold, outline) is expected


@pytest.mark.parametrize(
    ("marks", "path"),
    [
        (["I. A", "1. B", "1.1. C"], "I > 1 > 1.1"),
        (["I. A", "1. B", "1.1. C", "2. D"], "I > 2"),
        (["I. A", "1. B", "a) C", "II. D"], "II"),
        (["1. A", "1.1. B", "a) C", "b) D"], "1 > 1.1 > b"),
        (["Chương I", "Điều 1. A", "1. B", "a) C", "Điều 2. D"], "Chương I > Điều 2"),
        (["Điều 1. A", "I. B", "1. C", "Điều 2. D"], "Điều 2"),
        (["A. Chung", "I. B", "1. C", "B. Riêng", "I. D"], "B > I"),
    ],
)
def test_section_paths(marks: list[str], path: str) -> None:
    outline = Outline()
    for text in marks:
        marker = marker_of(text)
        assert marker is not None
        outline.enter(marker)
    assert outline.path == path


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Phụ lục", "Phụ lục"),
        ("PHỤ LỤC II", "Phụ lục II"),
        ("Phụ lục 1: Kết quả thực hiện", "Phụ lục 1"),
        ("Phụ lục số 03", "Phụ lục 03"),
        ("Biểu số 2a", "Biểu 2a"),
        ("Biểu 01: Tổng hợp kết quả", "Biểu 01"),
        ("Biểu mẫu 3", "Biểu mẫu 3"),
        ("Biểu hiện của việc này", None),
        ("Danh mục công việc", None),
        ("Chi tiết tại phụ lục kèm theo", None),
    ],
)
def test_annex_lines(text: str, label: str | None) -> None:
    assert annex_label(text) == label


REPORT: list[Item] = [
    Paragraph(text="UBND HUYỆN SÔNG LAM"),
    Paragraph(text="Số: 12/BC-UBND"),
    Paragraph(text="BÁO CÁO"),
    Paragraph(text="Kết quả công tác quý II năm 2023"),
    Paragraph(text="Thực hiện Công văn số 99/SNV-CCHC ngày 01/6/2023 của Sở Nội vụ, huyện báo cáo kết quả như sau:"),
    Paragraph(text="I. KẾT QUẢ"),
    Paragraph(text="1. Công tác chỉ đạo"),
    Paragraph(text="Huyện đã ban hành 05 kế hoạch."),
    Footnote(text="Kế hoạch số 31/KH-UBND."),
    Paragraph(text="Trên đây là báo cáo của huyện./."),
    Paragraph(text="Nơi nhận:"),
    Paragraph(text="- Như trên;"),
    Paragraph(text="CHỦ TỊCH"),
    Paragraph(text="Phụ lục I"),
    Paragraph(text="BIỂU SỐ LIỆU"),
    Table(
        cells=tuple(
            Cell(row=row, column=column, text=text)
            for row, cells in enumerate((("STT", "Chỉ tiêu", "Kết quả"), ("1", "Số kế hoạch", "5")), start=1)
            for column, text in enumerate(cells, start=1)
        )
    ),
    Paragraph(text="______"),
]


def test_a_report_is_assembled() -> None:
    blocks = assemble(REPORT)
    assert [(b.path, b.kind, b.zone, b.section) for b in blocks] == [
        ("p[1]", "paragraph", "letterhead", None),
        ("p[2]", "paragraph", "letterhead", None),
        ("p[3]", "paragraph", "letterhead", None),
        ("p[4]", "paragraph", "letterhead", None),
        ("p[5]", "paragraph", "body", None),
        ("p[6]", "heading", "body", "I"),
        ("p[7]", "heading", "body", "I > 1"),
        ("p[8]", "paragraph", "body", "I > 1"),
        ("fn[1]", "footnote", "body", "I > 1"),
        ("p[9]", "paragraph", "body", None),
        ("p[10]", "paragraph", "closing", None),
        ("p[11]", "list_item", "closing", None),
        ("p[12]", "paragraph", "closing", None),
        ("p[13]", "heading", "annex", "Phụ lục I"),
        ("p[14]", "paragraph", "annex", "Phụ lục I"),
        *((f"tbl[1]/r[{row}]/c[{column}]", "cell", "annex", "Phụ lục I") for row in (1, 2) for column in (1, 2, 3)),
    ]
    assert [b.is_header for b in blocks if b.kind == "cell"] == [True] * 3 + [False] * 3
