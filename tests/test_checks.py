"""What can be recomputed: percentages, parts, tables, annex, dates. Sentences are invented."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from extract.document import Block, Document
from extract.facts import AppendixRow, AppendixValue, Check, Citation, DocumentRow
from extract.find.quantities import find_quantities
from extract.relate.checks import find_checks

HEADER = DocumentRow(doc_id="d", issued_on=dt.date(2022, 6, 16))


def _document(*texts: str) -> Document:
    blocks = tuple(
        Block(path=f"p[{n}]", kind="list_item" if t[:1] in "-+" else "paragraph", text=t)
        for n, t in enumerate(texts, 1)
    )
    return Document(doc_id="d", media_type="text/plain", blocks=blocks)


def _checks(*texts: str, rows: tuple[AppendixRow, ...] = (), kind: str | None = None) -> list[Check]:
    document = _document(*texts)
    found = find_checks(document, HEADER, [], find_quantities(document, HEADER, []), rows, [])
    return [c for c in found if kind in (None, c.kind)]


PERCENTS = (
    ("gửi liên thông 1.889/5.838 đạt tỉ lệ 31,81%", False),
    ("gửi liên thông 1.889/5.938, đạt tỉ lệ 31,81%", True),
    ("cấp xã 302/2.113 chiếm tỷ lệ 14,29%", True),
    ("đã kiểm tra 8/16 đơn vị (đạt 50%)", True),
    ("đã kiểm tra 8/16 đơn vị (đạt 52%)", False),
    ("hoàn thành 2/3 chỉ tiêu, đạt 66,67%", True),
    ("hoàn thành 2/3 chỉ tiêu, đạt 66,66%", True),  # cut, not rounded
    ("hoàn thành 2/3 chỉ tiêu, đạt 66,68%", False),
    ("hoàn thành 2/3 chỉ tiêu, đạt 67%", True),
    ("hoàn thành 2/3 chỉ tiêu, đạt 66%", True),
    ("thu phí 8,487 tỉ/14,800 tỉ, đạt 57,34%", True),
    ("thu 7,423 tỉ/13,5 tỉ, đạt 54,98%", True),
    ("thu 7,4 tỉ/13,5 tỉ, đạt 54,9%", True),  # amounts are rounded themselves
    ("thu 7,423 tỉ/13,5 tỉ, đạt 64,98%", False),
    ("tỷ lệ trực tuyến đạt 86,98% (265.456/305.194 hồ sơ)", True),
    ("tỷ lệ trực tuyến đạt 96,98% (265.456/305.194 hồ sơ)", False),
    ("hoàn thành 8/16 đơn vị, đạt khoảng 55%", None),
    ("hoàn thành 8/16 đơn vị, đạt 80% kế hoạch", None),
    ("thu 20 tỷ đồng/10 tỷ đồng, đạt 45%", None),
    ("có 9/13 xã đạt chuẩn văn minh (tỷ lệ 71,2%)", False),
    ("46/50 phiếu đồng ý, chiếm 96%", False),
    ("46/50 phiếu đồng ý, chiếm 92%", True),
    ("có 5/10 xã tiêm phòng cho đàn bò, đạt tỷ lệ 80%", None),
    ("có 5/10 xã đã gieo trồng, đạt tỷ lệ 80%", None),
    ("có 96/120 hộ ký hợp đồng (chiếm 95% diện tích vùng trồng)", None),
    ("lần lượt là 1.820/2.050 hộ, 1.935/2.080 hộ, tương ứng 88,8%", None),
    ("kiểm tra 10/24 văn bản, đạt 34,96% bảo đảm đúng thẩm quyền", False),
    ("có 15/20 hộ dân được cấp nước sạch, đạt 85%", None),
    ("Tổng số 200 hồ sơ; trong đó đúng hạn là 190 (tỷ lệ 95%)", True),
)  # fmt: skip


@pytest.mark.parametrize(("text", "holds"), PERCENTS)
def test_percent_of_ratio(text: str, holds: bool | None) -> None:
    (check,) = _checks(text, kind="percent_of_ratio")
    assert check.holds is holds


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("hoàn thành 2/3 chỉ tiêu, đạt 66,67%", "(làm tròn)"),
        ("hoàn thành 2/3 chỉ tiêu, đạt 66,66%", "(bỏ phần lẻ)"),
        ("thu 7,423 tỉ/13,5 tỉ, đạt 54,98%", "(bỏ phần lẻ)"),
        ("thu 7,4 tỉ/13,5 tỉ, đạt 54,6%", "(trong phạm vi làm tròn của hai số)"),
    ],
)
def test_the_message_says_how_a_percentage_agrees(text: str, how: str) -> None:
    (check,) = _checks(text, kind="percent_of_ratio")
    assert how in check.message


NO_PERCENT_CHECK = (
    "kiểm tra 8/16 đơn vị, tăng 12% so với cùng kỳ",
    "kiểm tra 8/16 đơn vị. Đạt 98%",
    "có 16 đơn vị, đạt 98%",
    "thu 12 tỷ đồng, đạt 57%",
    "Tổng số 200 hồ sơ; trong đó đúng hạn là 190 (tăng 3%)",
)


@pytest.mark.parametrize("text", NO_PERCENT_CHECK)
def test_percentages_of_something_else(text: str) -> None:
    assert _checks(text, kind="percent_of_ratio") == []


PARTS = (
    ("tổng số 16 đơn vị (phòng ban 04 đơn vị, sự nghiệp 08 đơn vị, cấp xã 04 đơn vị)", True),
    ("tổng số 16 đơn vị (phòng ban 04 đơn vị, sự nghiệp 08 đơn vị, cấp xã 05 đơn vị)", False),
    ("tổng số 16 đơn vị (phòng ban 04, sự nghiệp 08, cấp xã 05)", False),
    ("có 43 cơ sở (33 đang hoạt động, 10 tạm dừng)", True),
    ("biên chế là 9.818 (gồm 3.585 biên chế cấp tỉnh, 6.233 biên chế cấp xã)", True),
    ("có 30 đảng viên (trong đó có 20 đảng viên nữ, 15 đảng viên trẻ)", None),
    ("tiếp nhận tổng số 3.327 hồ sơ, trả đúng hạn 2.546 hồ sơ, đang xử lý 781 hồ sơ", True),
    ("vốn 15,25 tỷ đồng (ngân sách 7,3 tỷ; doanh nghiệp 7,95 tỷ)", True),
    ("vốn 15,25 tỷ đồng (ngân sách 7,3 tỷ; doanh nghiệp 8,95 tỷ)", False),
    ("diện tích 12 ha (đã bàn giao 4,7 ha, đang đền bù 7,3 ha)", True),
    ("tiếp nhận 164 đơn, gồm: khiếu nại 38 đơn, tố cáo 05 đơn, kiến nghị, phản ánh 121 đơn", True),
    ("tiếp nhận 164 đơn, gồm: khiếu nại 38 đơn, tố cáo 05 đơn, kiến nghị, phản ánh 131 đơn", False),
    ("xảy ra 22 vụ, gồm đường bộ 18 vụ và đường thủy 03 vụ", False),
    ("có 52 trường học (gồm 14 trường mầm non, 23 trường tiểu học, 16 trường THCS)", False),
    ("có 52 trường, gồm 14 trường mầm non, 23 trường tiểu học, 15 trường THCS, đạt 100% kế hoạch", True),
    ("kết nạp 29 đảng viên mới (nam 15 đồng chí, nữ 13 đồng chí)", False),
    ("triệu tập 185 đại biểu, trong đó nam 121 đại biểu, nữ 64 đại biểu", True),
    ("triệu tập 185 đại biểu, trong đó nam 121 đại biểu, nữ 74 đại biểu", False),
    ("ban hành 345 quyết định, trong đó đã thi hành 301 quyết định, chưa thi hành 54 quyết định", False),
    ("tiếp nhận 96 đơn (khiếu nại 21 đơn, tố cáo 08 đơn, kiến nghị, phản ánh 69 đơn)", False),
    ("ban hành 214 văn bản (quyết định 88 văn bản, kế hoạch 41 văn bản, công văn 95 văn bản)", False),
    ("kinh phí 21,5 tỷ đồng, gồm tỉnh 18,26 tỷ đồng và huyện 3,2 tỷ đồng", True),  # rounded
    ("xử lý 06 cán bộ, gồm: khiển trách 03, cảnh cáo 02, cách chức 02", False),
    ("người dùng 109/245 (cấp huyện là 40/89, cấp xã là 69/156)", True),
)  # fmt: skip


@pytest.mark.parametrize(("text", "holds"), PARTS)
def test_parts_of_total(text: str, holds: bool | None) -> None:
    (check,) = _checks(text, kind="parts_of_total")
    assert check.holds is holds


NO_PARTS = (
    "tiếp nhận tổng số 3.327 hồ sơ, trả đúng hạn 2.546 hồ sơ, đang xử lý 700 hồ sơ",
    "có 12 xã (05 xã đạt chuẩn, tăng 02 xã so với năm trước)",
    "mở 05 lớp (120 học viên, 15 ngày)",
    "có 20 dự án (12 dự án)",
    "cấp 20 giấy (trong đó có 05 giấy cấp mới, 03 giấy cấp lại)",
    "có 52 công trình (hoàn thành 31, trong đó nghiệm thu 27; đang thi công 21)",
    "xử lý 214 trường hợp, gồm 160 trường hợp đi quá tốc độ và 71 trường hợp không mũ (một trường hợp có thể nhiều lỗi)",
    "có 30 đại biểu, trong đó 12 đại biểu nữ, 20 đại biểu trẻ",
    "có 30 đại biểu, gồm 12 đại biểu nữ và các đại biểu trẻ",
    "có 30 đại biểu, gồm 12 đại biểu nữ, 15 đại biểu nam, các khách mời",
    "kinh phí khoảng 30 tỷ đồng, gồm tỉnh 18 tỷ đồng, huyện 11 tỷ đồng",
    "mở 12 lớp, gồm 300 học viên và 20 giảng viên",
    "tiếp nhận 200 hồ sơ, gồm kỳ trước chuyển sang 20 hồ sơ, mới 190 hồ sơ",
    "có 45 dự án, trong đó đã cấp phép 20 dự án, chưa khởi công 30 dự án",
)


@pytest.mark.parametrize("text", NO_PARTS)
def test_no_parts_to_add(text: str) -> None:
    assert [c for c in _checks(text, kind="parts_of_total") if c.holds is not True] == []


def test_a_list_that_adds_up() -> None:
    texts = ("- Tổng số đơn vị là 290 đơn vị; gồm:", "+ Loại một: 120 đơn vị;", "+ Loại hai: 170 đơn vị.")
    (check,) = _checks(*texts, kind="parts_of_total")
    assert check.holds is True
    assert len(check.facts) == 3


def test_a_list_that_does_not_is_only_pointed_at() -> None:
    texts = ("- Tổng số đơn vị là 290 đơn vị; gồm:", "+ Loại một: 120 đơn vị;", "+ Loại hai: 180 đơn vị.")
    (check,) = _checks(*texts, kind="parts_of_total")
    assert check.holds is None


def _row(number: int, label: str, value: float | None, **more: object) -> AppendixRow:
    fields: dict[str, object] = {
        "doc_id": "d", "fact_id": f"r{number}", "table_no": 1, "row_no": number, "label": label, "unit": "Hồ sơ",
        "value": value, "value_raw": None if value is None else f"{value:g}", "value_kind": "number", "level": 1,
    }  # fmt: skip
    return AppendixRow(**{**fields, **more})  # type: ignore[arg-type]


def _value(number: int, value: float | None, column: int = 3, **more: object) -> AppendixValue:
    fields: dict[str, object] = {
        "doc_id": "d", "fact_id": f"v{number}-{column}", "row_fact_id": f"r{number}", "table_no": 1, "row_no": number,
        "column_no": column, "header_path": ("Diện tích (ha)",), "value": value, "value_raw": None if value is None else f"{value:g}",
        "value_kind": "number",
    }  # fmt: skip
    return AppendixValue(**{**fields, **more})  # type: ignore[arg-type]


ANNEX = (
    _row(1, "Số hồ sơ TTHC do UBND cấp huyện tiếp nhận", 3327),
    _row(2, "Số hồ sơ TTHC do UBND cấp huyện tiếp nhận được giải quyết đúng hạn", 2104),
    _row(3, "Số hồ sơ TTHC do UBND cấp xã tiếp nhận được giải quyết đúng hạn", 900),
    _row(4, "Số đơn vị SNCL thuộc UBND cấp huyện", 57, unit="Đơn vị"),
    _row(5, "Số lãnh đạo cấp phòng bị kỷ luật", 0, unit="Người"),
    _row(6, "Tỷ lệ hồ sơ trực tuyến toàn trình", 86.98, unit="%", value_kind="percent"),
)

BODY_AND_ANNEX = (
    ("Số hồ sơ UBND huyện tiếp nhận, giải quyết đúng hạn là 2.104 hồ sơ.", True),
    ("Số hồ sơ UBND huyện tiếp nhận, giải quyết đúng hạn là 2.546 hồ sơ.", None),
    ("Đối với các đơn vị sự nghiệp công lập tổng số 59/59 đơn vị.", None),
    ("Đối với các đơn vị sự nghiệp công lập tổng số 57/57 đơn vị.", True),
    ("Tỷ lệ hồ sơ trực tuyến toàn trình đạt 86,98%.", True),
    ("Tỷ lệ hồ sơ trực tuyến toàn trình đạt 80,5%.", None),
)


@pytest.mark.parametrize(("text", "holds"), BODY_AND_ANNEX)
def test_body_against_annex(text: str, holds: bool | None) -> None:
    (check,) = _checks(text, rows=ANNEX, kind="body_vs_appendix")
    assert check.holds is holds


NOT_THE_SAME = (
    "Số hồ sơ do UBND huyện trả trễ hạn là 12 hồ sơ.",
    "Bổ nhiệm 05 lãnh đạo cấp phòng.",
    "Cấp 45 giấy phép xây dựng.",
    "Số hồ sơ đang xử lý là 45 hồ sơ.",
    "Mở 05 lớp.",
)


@pytest.mark.parametrize("text", NOT_THE_SAME)
def test_other_things_are_not_compared(text: str) -> None:
    assert _checks(text, rows=ANNEX, kind="body_vs_appendix") == []


def test_two_levels_that_add_up_to_a_row_agree() -> None:
    rows = (_row(1, "Số đơn vị SNCL tự bảo đảm chi thường xuyên và chi đầu tư", 13, unit="Đơn vị"),)
    texts = (
        "Cấp tỉnh có số đơn vị SNCL tự bảo đảm chi thường xuyên và chi đầu tư: 11 đơn vị.",
        "Cấp xã có số đơn vị SNCL tự bảo đảm chi thường xuyên và chi đầu tư: 02 đơn vị.",
    )
    (check,) = _checks(*texts, rows=rows, kind="body_vs_appendix")
    assert check.holds is True


def _tables(rows: tuple[AppendixRow, ...], values: tuple[AppendixValue, ...] = ()) -> list[Check]:
    return find_checks(_document(), HEADER, [], [], rows, values)


@pytest.mark.parametrize(("parts", "holds"), [((275, 131), True), ((275, 141), None)])
def test_children_against_their_parent(parts: tuple[int, int], holds: bool | None) -> None:
    rows = (
        _row(1, "Tổng số TTHC đang có hiệu lực", 406),
        *(_row(n, "- Số TTHC", p, parent_row="r1", level=2) for n, p in enumerate(parts, 2)),
    )
    (check,) = _tables(rows)
    assert (check.kind, check.holds, check.expected) == ("table_total", holds, sum(parts))


def test_children_that_are_fewer_than_all_say_nothing() -> None:
    rows = (
        _row(1, "Tổng số văn bản", 50),
        _row(2, "- Bản giấy", 10, parent_row="r1"),
        _row(3, "- Bản số", 5, parent_row="r1"),
    )
    assert _tables(rows) == []


@pytest.mark.parametrize(("total", "holds"), [(60.5, True), (70.5, False)])
def test_the_last_row_against_its_column(total: float, holds: bool) -> None:
    numbers = (10.0, 20.0, 30.5, total)
    rows = tuple(_row(n, "Tổng cộng" if n == 4 else f"Cụm {n}", v) for n, v in enumerate(numbers, 1))
    values = tuple(_value(n, v) for n, v in enumerate(numbers, 1))
    (check,) = _tables(rows, values)
    assert (check.kind, check.holds, check.expected) == ("table_total", holds, 60.5)


def test_rates_and_averages_are_not_added() -> None:
    numbers = (10.0, 20.0, 30.0, 20.0)
    rows = tuple(_row(n, "Tổng cộng" if n == 4 else f"Cụm {n}", v) for n, v in enumerate(numbers, 1))
    assert _tables(rows, tuple(_value(n, v) for n, v in enumerate(numbers, 1))) == []
    assert _tables(rows, tuple(_value(n, v, role="rate") for n, v in enumerate((10.0, 20.0, 30.0, 90.0), 1))) == []


def _citation(number: int, raw: str, day: str, **more: object) -> Citation:
    fields: dict[str, object] = {
        "doc_id": "d", "fact_id": f"c{number}", "form": "full", "type": "Kế hoạch", "number": raw,
        "sequence": int(raw.split("/")[0]), "issued_on": dt.date.fromisoformat(day), "issuer_code": "UBND",
        "issuer": "Ủy ban nhân dân huyện Phú An",
    }  # fmt: skip
    return Citation(**{**fields, **more})  # type: ignore[arg-type]


CITATIONS: tuple[tuple[list[Citation], list[tuple[str, bool | None]]], ...] = (
    ([_citation(1, "30/KH-UBND", "2022-01-18")], []),
    ([_citation(1, "30/KH-UBND", "2023-01-18")], [("date_order", False)]),
    ([_citation(1, "61/2018/NĐ-CP", "2019-04-23", year=2018, issuer_code="CP")], [("citation_conflict", False)]),
    ([_citation(1, "30/KH-UBND", "2022-01-18"), _citation(2, "30/KH-UBND", "2022-01-18")], []),
    ([_citation(1, "30/KH-UBND", "2022-01-18"), _citation(2, "30/KH-UBND", "2022-01-28")], [("citation_conflict", False)]),
    ([_citation(1, "30/KH-UBND", "2022-01-18"), _citation(2, "30/KH-UBND", "2022-01-28", issuer=None)], [("citation_conflict", None)]),
    ([_citation(1, "30/KH-UBND", "2022-01-18"), _citation(2, "30/KH-UBND", "2022-01-28", issuer="Ủy ban nhân dân tỉnh")], []),
    ([_citation(1, "30/KH-UBND", "2021-01-18"), _citation(2, "30/KH-UBND", "2022-01-28")], []),
    ([_citation(1, "30/KH-UBND", "2022-03-18"), _citation(2, "43/KH-UBND", "2022-01-25")], [("date_order", None)]),
    ([_citation(1, "30/KH-UBND", "2022-01-18"), _citation(2, "43/KH-UBND", "2022-01-25")], []),
    ([_citation(1, "30/KH-UBND", "2022-03-18"), _citation(2, "43/KH-UBND", "2022-01-25", issuer=None)], []),
    ([_citation(1, "228/BC-UBND", "2023-06-16", form="self")], []),
)  # fmt: skip


@pytest.mark.parametrize(("citations", "expected"), CITATIONS)
def test_citations(citations: list[Citation], expected: list[tuple[str, bool | None]]) -> None:
    found = find_checks(_document(), HEADER, citations, [], [], [])
    assert [(c.kind, c.holds) for c in found] == expected


def test_messages_are_sentences_and_name_their_facts() -> None:
    checks = _checks(
        "gửi 1.889/5.838 đạt 31,81%; tổng số 16 đơn vị (phòng 04, xã 13)",
        "Số hồ sơ UBND huyện tiếp nhận, giải quyết đúng hạn là 2.546 hồ sơ.",
        rows=ANNEX,
    )
    assert len(checks) == 3
    for check in checks:
        assert check.message is not None
        assert check.message[0].isupper() or check.message[0].isdigit()
        assert check.message.endswith(".")
        assert check.facts
    assert len({c.fact_id for c in checks}) == 3


def test_the_same_facts_give_the_same_checks() -> None:
    text = "gửi 1.889/5.838 đạt 31,81%, có 16 đơn vị (phòng 04, xã 12)"
    assert _checks(text) == _checks(text)


REPORTS = Path(__file__).parents[1].parent / "shared/reports"


@pytest.mark.skipif(not REPORTS.exists(), reason="the shared reports are not here")
def test_contradictions_of_the_model_report() -> None:
    from extract.find.citations import find_citations
    from extract.find.header import find_header
    from extract.find.indicators import find_rows
    from extract.read import read

    document = read(REPORTS / "ke-sach-2022/bao-cao-228.docx")
    header = find_header(document)
    citations = find_citations(document, header)
    rows, values = find_rows(document, header)
    found = find_checks(document, header, citations, find_quantities(document, header, citations), rows, values)
    assert [(c.kind, c.stated, c.expected and round(c.expected, 2)) for c in found if c.holds is False] == [
        ("percent_of_ratio", 31.81, 32.36)
    ]
    pointed_at = {(c.stated, c.expected) for c in found if c.kind == "body_vs_appendix" and c.holds is None}
    assert {(2546.0, 2104.0), (44002.0, 43422.0), (59.0, 57.0)} <= pointed_at
