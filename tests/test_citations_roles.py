"""What a text does with an instrument it cites: its role, the verb that says so, what it is evidence of."""

from __future__ import annotations

import pytest
from citation_rows import found

from extract.document import Block

ROLES = [
    ("Căn cứ Kế hoạch số 5/KH-UBND", "basis", "Căn cứ"),
    ("Thực hiện Kế hoạch số 5/KH-UBND", "implements", "Thực hiện"),
    ("quán triệt nghiêm túc Nghị quyết số 5-NQ/TU", "implements", "quán triệt"),
    ("UBND tỉnh ban hành Kế hoạch số 5/KH-UBND", "issues", "ban hành"),
    ("hướng dẫn thi hành Nghị định số 5/2020/NĐ-CP", "guides", "hướng dẫn thi hành"),
    ("quy định chi tiết một số điều của Luật Thanh tra", "guides", "quy định chi tiết một số điều của"),
    ("sửa đổi, bổ sung một số điều của Nghị định số 5/2020/NĐ-CP", "amends", "sửa đổi, bổ sung một số điều của"),
    ("thay thế Quyết định số 5/QĐ-UBND", "replaces", "thay thế"),
    ("bãi bỏ Quyết định số 5/QĐ-UBND", "repeals", "bãi bỏ"),
    ("(Kèm theo Quyết định số 5/QĐ-UBND ngày 03/3/2022)", "attached", "Kèm theo"),
    ("Nội dung của Quyết định số 5/QĐ-UBND", "mentions", None),
    ("theo hướng dẫn của Sở Nội vụ tại Công văn số 5/SNV-CCHC", "basis", "theo"),
    ("Sau khi có Công điện số 5/CĐ-TTg", "mentions", None),
    ("Quyết định số 5/2010/QĐ-UBND về phí đò hết hiệu lực từ ngày 01/7/2022", "repeals", "hết hiệu lực"),
    ("Quyết định số 5/QĐ-UBND và Quyết định số 6/QĐ-UBND bị bãi bỏ", "repeals", "bị bãi bỏ"),
    ("thay thế cụm từ “cấp huyện” tại khoản 2 Điều 3 của Quy chế số 5/QĐ-UBND", "amends", "thay thế"),
    ("Bổ sung điểm d vào sau điểm c khoản 3 Điều 10 của Luật Thanh tra", "amends", "Bổ sung điểm"),
]


@pytest.mark.parametrize(("text", "relation", "verb"), ROLES)
def test_role(text: str, relation: str, verb: str | None) -> None:
    citation = found(text)[0]
    assert (citation.relation, citation.relation_verb) == (relation, verb)


def test_list_goes_on_with_the_role() -> None:
    rows = found(
        "Căn cứ Kế hoạch số 5/KH-UBND ngày 07/3/2022 của UBND tỉnh kiểm tra công vụ; Kế hoạch số 6/KH-UBND của UBND huyện, đoàn đã kiểm tra."
    )
    assert [c.relation for c in rows] == ["basis", "basis"]


def test_note_cell_is_evidence() -> None:
    cell = Block(
        path="tbl[1]/r[2]/c[5]",
        kind="cell",
        text="Kế hoạch số 5/KH-UBND ngày 18/01/2022",
        table_no=1,
        row_no=2,
        column_no=5,
    )
    assert [(c.relation, c.in_table) for c in found(cell)] == [("evidence", True)]


def test_nested_in_a_subject() -> None:
    outer, inner, law = found(
        "Nghị định số 5/2020/NĐ-CP ngày 31/12/2020 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 4/2016/NĐ-CP ngày 14/5/2016 của Chính phủ quy định chi tiết Luật Thanh tra; nội dung khác"
    )
    assert (outer.nested_in, inner.nested_in, law.nested_in) == (None, outer.fact_id, inner.fact_id)
    assert (inner.relation, law.relation) == ("amends", "guides")


def test_a_law_that_amends_another() -> None:
    rows = found("Cơ quan đã phổ biến Luật sửa đổi, bổ sung một số điều của Luật Thanh tra")
    assert [(c.relation, c.relation_verb) for c in rows][1] == ("amends", "sửa đổi, bổ sung một số điều của")


def test_the_day_a_text_takes_effect_tells_no_role_of_it() -> None:
    rows = found(
        "NGHỊ ĐỊNH", "Dự án đã thực hiện trước ngày Nghị định này có hiệu lực; theo quy định của Nghị định này."
    )
    assert [(c.form, c.relation) for c in rows] == [("self", "mentions"), ("self", "basis")]


def test_a_verb_in_one_subject_is_no_role_of_the_next() -> None:
    rows = found(
        "UBND huyện ban hành Kế hoạch số 1/KH-UBND ngày 05/01/2022 về triển khai chuyển đổi số, Kế hoạch số 2/KH-UBND ngày 06/01/2022 về giảm nghèo."
    )
    assert [c.relation for c in rows] == ["issues", "issues"]


def test_what_a_lead_in_cites_gives_its_list_no_role() -> None:
    rows = found(
        "Thực hiện Kế hoạch số 10/KH-UBND ngày 05/01/2022 của UBND tỉnh, UBND huyện đã ban hành các văn bản:",
        "- Kế hoạch số 12/KH-UBND ngày 06/01/2022 về giảm nghèo;",
    )
    assert [c.relation for c in rows] == ["implements", "issues"]
