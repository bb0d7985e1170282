"""Quantities of documents: what is counted, when, in which statement, and where none is looked for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from extract.document import Block, Document, Kind, Zone
from extract.facts import Citation, DocumentRow, Quantity
from extract.find.quantities import find_quantities

HEADER = DocumentRow(
    doc_id="d",
    issued_on=dt.date(2024, 7, 5),
    period_label="6 tháng đầu năm 2024",
    period_start=dt.date(2024, 1, 1),
    period_end=dt.date(2024, 6, 30),
)


def _block(
    text: str, number: int = 1, kind: Kind = "paragraph", zone: Zone = "body", level: int | None = None
) -> Block:
    return Block(path=f"p[{number}]", kind=kind, text=text, zone=zone, level=level)


def _document(*blocks: Block) -> Document:
    return Document(doc_id="d", media_type="text/plain", blocks=blocks)


def _find(*texts: str) -> list[Quantity]:
    return find_quantities(_document(*(_block(t, n) for n, t in enumerate(texts, 1))), HEADER, [])


COUNTED = (
    ("Huyện ban hành 02 văn bản quy phạm pháp luật.", ["văn bản quy phạm pháp luật"]),
    ("Bộ phận Một cửa tiếp nhận tổng số 4.518 hồ sơ, đang xử lý 40 hồ sơ.", ["hồ sơ – Bộ phận Một cửa tiếp nhận", "hồ sơ – đang xử lý"]),
    ("Hồ sơ trả đúng hạn là 4.400 hồ sơ.", ["Hồ sơ trả đúng hạn"]),
    ("mô hình viết hộ cho người cao tuổi (59 hồ sơ); mô hình hẹn giờ (24 hồ sơ)", ["hồ sơ – mô hình viết hộ cho người cao tuổi", "hồ sơ – mô hình hẹn giờ"]),
    ("Trong kỳ thu phí, lệ phí: 6,2 tỉ/9,5 tỉ, đạt 65,26%", ["thu phí, lệ phí"] * 3),
    ("Tổng số cán bộ, công chức được cấp tài khoản là 245.", ["cán bộ, công chức được cấp tài khoản"]),
    ("100% đơn vị sử dụng mạng nội bộ, 01 đơn vị dùng mạng riêng.", ["đơn vị sử dụng mạng nội bộ", "đơn vị dùng mạng riêng"]),
    ("Sản lượng điện 9 tháng ước đạt 55,5 tỷ kWh, tăng 12,3% so với cùng kỳ.", ["Sản lượng điện", "Sản lượng điện"]),
    ("Tổng thu ngân sách đạt 8.063 tỷ đồng, bằng 24,88% dự toán.", ["Tổng thu ngân sách", "Tổng thu ngân sách"]),
    ("giao 85 biên chế công chức và 10 hợp đồng", ["biên chế công chức", "hợp đồng"]),
    ("khu tái định cư Phú An (12,5 ha, 40 lô)", ["khu tái định cư Phú An", "lô – khu tái định cư Phú An"]),
    ("có 11/15 đơn vị xếp loại Tốt, 03/15 đơn vị xếp loại Khá", ["đơn vị xếp loại Tốt", "đơn vị xếp loại Khá"]),
    ("Dân số là 12.345 người", ["Dân số"]),
    ("Đã cấp chứng chỉ cho 45 người", ["chứng chỉ"]),
    ("hàng hóa có tổng khối lượng nhỏ hơn 1.080 kg", ["tổng khối lượng"]),
    ("Bộ phận Một cửa tiếp nhận hồ sơ khác: Trong thời hạn 03 ngày", ["Bộ phận Một cửa tiếp nhận hồ sơ khác"]),
    ("Tỷ lệ hồ sơ trực tuyến toàn trình đạt 86,98% (2.654/3.051 hồ sơ)", ["Tỷ lệ hồ sơ trực tuyến toàn trình", "hồ sơ trực tuyến toàn trình"]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_what_is_counted(text: str, counted: list[str]) -> None:
    found = [q.counted for q in _find(text)]
    assert len(found) == len(counted)
    for one, other in zip(found, counted, strict=True):
        assert one is not None
        assert one == other or one.endswith(other)


PERIODS = (
    ("Trong quý I, huyện giải quyết 06 trường hợp.", "quý I", "2024-01-01", "2024-03-31"),
    ("Năm 2023 cấp 45 giấy phép.", "Năm 2023", "2023-01-01", "2023-12-31"),
    ("Cấp 45 giấy phép.", "6 tháng đầu năm 2024", "2024-01-01", "2024-06-30"),
    ("Sản lượng 9 tháng năm 2023 đạt 50 tấn.", "9 tháng năm 2023", "2023-01-01", "2023-09-30"),
    ("Thu ngân sách tính đến ngày 25/02/2024 là 80 tỷ đồng.", "tính đến ngày 25/02/2024", None, "2024-02-25"),
    ("Từ đầu năm đến nay tiếp 02 lượt.", "Từ đầu năm đến nay", "2024-01-01", None),
    ("Trong quý I, tinh giản biên chế năm 2025 được 06 trường hợp.", "quý I", "2024-01-01", "2024-03-31"),
    ("So với năm 2022, đã giảm 12 đơn vị.", "6 tháng đầu năm 2024", "2024-01-01", "2024-06-30"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "label", "start", "end"), PERIODS)
def test_the_period_of_a_number(text: str, label: str, start: str | None, end: str | None) -> None:
    quantity = _find(text)[-1]
    assert quantity.period_label == label
    assert (quantity.period_start and quantity.period_start.isoformat()) == start
    assert (quantity.period_end and quantity.period_end.isoformat()) == end


def test_the_period_of_the_heading_above() -> None:
    document = _document(
        _block("II. NHIỆM VỤ 6 THÁNG CUỐI NĂM 2024", 1, "heading", level=1),
        _block("Mở 05 lớp tập huấn.", 2),
        _block("III. KIẾN NGHỊ", 3, "heading", level=1),
        _block("Bổ sung 02 biên chế.", 4),
    )
    first, second = find_quantities(document, HEADER, [])
    assert (first.period_label, first.period_end) == ("6 THÁNG CUỐI NĂM 2024", dt.date(2024, 12, 31))
    assert second.period_label == HEADER.period_label


QUALIFIERS = (
    ("kiểm tra tổng số 16 đơn vị", ("tổng số",)),
    ("Tổng số hồ sơ các xã đã nhận là 125 hồ sơ", ("tổng số",)),
    ("lũy kế giải ngân 230 tỷ đồng", ("lũy kế",)),
    ("đạt 98%", ("đạt",)),
    ("tăng 5% so với cùng kỳ", ("so với cùng kỳ",)),
    ("bằng 93% kế hoạch năm", ("bằng", "so với kế hoạch")),
    ("đạt 24,8% dự toán", ("đạt", "so với dự toán")),
    ("dự kiến 15 tỷ đồng", ("dự kiến",)),
    ("8 hồ sơ trên tổng số 20 hồ sơ", ()),
    ("có 12 xã", ()),
)


@pytest.mark.parametrize(("text", "qualifiers"), QUALIFIERS)
def test_qualifiers(text: str, qualifiers: tuple[str, ...]) -> None:
    assert _find(text)[-1].qualifiers == qualifiers


def test_parts_are_qualified_as_parts() -> None:
    total, first, second = _find("Có 20 dự án, trong đó 12 dự án hoàn thành và 08 dự án dở dang.")
    assert "trong đó" not in total.qualifiers
    assert "trong đó" in first.qualifiers
    assert "trong đó" in second.qualifiers


STATEMENTS = (
    ("tổng số 16 đơn vị (phòng ban 04, sự nghiệp 08, cấp xã 04)", "aaaa"),
    ("thu phí: 6,2 tỉ/9,5 tỉ, đạt 65%; lệ phí thu 7,4 tỉ/13,5 tỉ, đạt 54%", "aaabbb"),
    ("Nhận 30 hồ sơ. Trả 28 hồ sơ.", "ab"),
    ("Nhận 30 hồ sơ; trong đó trực tuyến 28 hồ sơ.", "aa"),
    ("Nhận 30 hồ sơ. Trong đó: 28 hồ sơ trực tuyến.", "aa"),
    ("Tại TP. Vinh có 30 hồ sơ, 5 lượt.", "aa"),
)


@pytest.mark.parametrize(("text", "pattern"), STATEMENTS)
def test_statements(text: str, pattern: str) -> None:
    letters: dict[str | None, str] = {}
    found = "".join(letters.setdefault(q.statement, chr(97 + len(letters))) for q in _find(text))
    assert found == pattern


def test_a_list_belongs_to_the_total_that_leads_it_in() -> None:
    document = _document(
        _block("- Cấp tỉnh: Tổng số đơn vị sự nghiệp là 73 đơn vị; gồm:", 1, "list_item"),
        _block("+ Tự bảo đảm chi: 11 đơn vị;", 2, "list_item"),
        _block("+ Nhà nước bảo đảm chi: 62 đơn vị.", 3, "list_item"),
        _block("- Cấp xã: 02 đơn vị.", 4, "list_item"),
    )
    total, first, second, other = find_quantities(document, HEADER, [])
    assert total.statement == first.statement == second.statement
    assert other.statement != total.statement


def test_money_in_dong_is_stated_so() -> None:
    vnd, usd = _find("Thu 12,5 tỷ đồng. Xuất khẩu 3 triệu USD.")
    assert (vnd.money_vnd, vnd.currency) == (12_500_000_000, "VND")
    assert (usd.money_vnd, usd.currency, usd.value) == (None, "USD", 3_000_000)


def test_citations_hold_no_quantities_but_may_be_what_is_spoken_of() -> None:
    text = "Kế hoạch 90 ngày cao điểm đề ra 25 nhiệm vụ."
    citation = Citation(
        doc_id="d", fact_id="c", block="p[1]", char_start=0, char_end=26, surface=text[:26], form="named"
    )
    (quantity,) = find_quantities(_document(_block(text)), HEADER, [citation])
    assert quantity.surface == "25 nhiệm vụ"
    assert quantity.counted is not None
    assert "Kế hoạch 90 ngày cao điểm" in quantity.counted


def test_letterhead_and_closing_are_left_out_footnotes_are_not() -> None:
    document = _document(
        _block("Kính gửi 12 đơn vị", 1, zone="letterhead"),
        _block("Lưu: 05 bản", 2, zone="closing"),
        _block("Trong đó có 05 trường hợp ngoài kế hoạch.", 3, "footnote", "closing"),
    )
    assert [q.surface for q in find_quantities(document, HEADER, [])] == ["05 trường hợp"]


def _cell(row: int, column: int, text: str, header: bool = False) -> Block:
    path = f"tbl[1]/r[{row}]/c[{column}]"
    return Block(path=path, kind="cell", text=text, table_no=1, row_no=row, column_no=column, is_header=header)


def test_notes_are_searched_data_cells_and_labels_are_not() -> None:
    document = _document(
        *(_cell(1, n, text, True) for n, text in enumerate(("STT", "Chỉ tiêu", "ĐVT", "Số liệu", "Ghi chú"), 1)),
        *(
            _cell(2, n, text)
            for n, text in enumerate(
                ("1", "Số đơn vị tự chủ từ 70% trở lên", "Có = 1 Không = 0", "1.250", "Gồm 02 đơn vị mới lập"), 1
            )
        ),
        *(_cell(3, n, text) for n, text in enumerate(("2", "Tỷ lệ", "%", "862/1.266 (68,1%)", "12 ha"), 1)),
    )
    found = find_quantities(document, HEADER, [])
    assert [(q.surface, q.in_table) for q in found] == [("02 đơn vị", True)]


def test_a_column_in_another_language_is_not_searched() -> None:
    document = _document(
        *(_cell(1, n, text, True) for n, text in enumerate(("STT", "Hàng hóa", "Diễn giải", "Ghi chú"), 1)),
        *(
            _cell(2, n, text)
            for n, text in enumerate(("1", "Sơn", "wetted with not less than 15% water", "Đủ 15% nước"), 1)
        ),
    )
    assert [q.surface for q in find_quantities(document, HEADER, [])] == ["15%"]


def test_codes_at_the_head_of_many_lines_count_nothing() -> None:
    codes = [f"{n} khí gây ngạt hoặc không gây nguy hiểm phụ" for n in (20, 22, 223, 225, 23, 239)]
    assert _find(*codes) == []
    assert [q.surface for q in _find(*codes[:2])] == ["20 khí", "22 khí"]


def test_every_quantity_is_grounded() -> None:
    texts = (
        "Tổng số 16 đơn vị (phòng ban 04, sự nghiệp 12), đạt 98,5%.",
        "Không có hồ sơ trễ hạn; hai mươi dự án, 5-10 tỷ đồng.",
    )
    for quantity in _find(*texts):
        assert quantity.block is not None
        text = texts[int(quantity.block[2]) - 1]
        assert text[quantity.char_start : quantity.char_end] == quantity.surface
        assert quantity.fact_id
        assert quantity.rule


def test_facts_have_identifiers_of_their_own() -> None:
    found = _find("Có 12 xã, 12 xã, 12 xã.", "Có 12 xã.")
    assert len({q.fact_id for q in found}) == 4


MODEL = Path(__file__).parents[1].parent / "shared/reports/ke-sach-2022/bao-cao-228.docx"


@pytest.mark.skipif(not MODEL.exists(), reason="the shared reports are not here")
def test_the_model_report() -> None:
    from extract.find.citations import find_citations
    from extract.find.header import find_header
    from extract.read import read

    document = read(MODEL)
    header = find_header(document)
    found = find_quantities(document, header, find_citations(document, header))
    body = [q for q in found if not q.in_table]
    assert {("3.327 hồ sơ", 3327.0), ("44.002 hồ sơ", 44002.0), ("156 phút", 156.0), ("31,81%", 31.81)} <= {
        (q.surface, q.value) for q in body
    }
    assert sum(q.kind == "ratio" for q in body) == 10
    assert sum(q.rule == "zero" for q in body) == 3
    assert sum(q.kind == "money" for q in body) == 4


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Hỗ trợ một tỷ hai trăm triệu đồng.", 1.2e9),
        ("Phạt năm triệu ba trăm nghìn đồng.", 5.3e6),
        ("Trong năm tỷ lệ giảm.", None),
    ],
)
def test_sums_in_words(text: str, value: float | None) -> None:
    assert [q.value for q in _find(text)] == ([] if value is None else [value])
