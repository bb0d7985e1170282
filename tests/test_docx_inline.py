"""What stands inside a paragraph: revisions, fields, controls, breaks, symbols, hidden text, bold."""

from __future__ import annotations

import pytest
from docx_files import only_paragraph, paragraph, read, run, texts

STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="character" w:styleId="Dam"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="TieuDe"><w:name w:val="heading 2"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="TieuDeCon"><w:basedOn w:val="TieuDe"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="VongA"><w:basedOn w:val="VongB"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="VongB"><w:basedOn w:val="VongA"/><w:rPr><w:b/></w:rPr></w:style>'
)


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def fld(instr: str, result: str) -> str:
    return mark("begin") + instruction(instr) + mark("separate") + run(result) + mark("end")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # revisions
        (run("đạt ") + f"<w:ins>{run('95')}</w:ins><w:del><w:r><w:delText>90</w:delText></w:r></w:del>" + run("%"), "đạt 95%"),
        (f"<w:moveFrom>{run('cũ')}</w:moveFrom><w:moveTo>{run('mới')}</w:moveTo>", "mới"),
        (f"<w:ins><w:del>{run('bỏ')}</w:del>{run('giữ')}</w:ins>", "giữ"),
        # containers
        (f"<w:sdt><w:sdtContent>{run('trong khung')}</w:sdtContent></w:sdt>", "trong khung"),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Bấm để nhập')}</w:sdtContent></w:sdt>{run('x')}", "x"),
        (f'<w:hyperlink r:id="rId9">{run("cổng dịch vụ")}</w:hyperlink>', "cổng dịch vụ"),
        (f"<w:smartTag>{run('Sóc ')}<w:smartTag>{run('Trăng')}</w:smartTag></w:smartTag>", "Sóc Trăng"),
        (f"<w:customXml>{run('a')}</w:customXml>", "a"),
        (f'<w:ruby><w:rt>{run("chú")}</w:rt><w:rubyBase>{run("gốc")}</w:rubyBase></w:ruby>', ""),
        (f'<w:r><w:ruby><w:rt>{run("chú")}</w:rt><w:rubyBase>{run("gốc")}</w:rubyBase></w:ruby></w:r>', "gốc"),
        ('<mc:AlternateContent><mc:Choice Requires="x"><w:r><w:t>một</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>hai</w:t></w:r></mc:Fallback></mc:AlternateContent>', "một"),
        ('<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:t>một</w:t></mc:Choice><mc:Fallback><w:t>hai</w:t></mc:Fallback></mc:AlternateContent></w:r>', "một"),
        # fields
        (f'<w:fldSimple w:instr=" REF a ">{run("mục 2")}</w:fldSimple>', "mục 2"),
        (run("trang ") + f'<w:fldSimple w:instr=" PAGE ">{run("7")}</w:fldSimple>', "trang"),
        (run("xem ") + fld(" REF _Ref1 \\h ", "Phụ lục I") + run(" kèm theo"), "xem Phụ lục I kèm theo"),
        (run("a") + fld(" PAGE ", "3") + run("b"), "ab"),
        (run("quy định") + fld(" NOTEREF _Ref2 ", "4"), "quy định"),
        (fld(" IF ", "x") + mark("begin") + instruction(" IF ") + fld(" PAGE ", "9") + instruction(" = 1 ") + mark("separate") + run("y") + mark("end"), "xy"),
        (mark("begin") + instruction(" REF x ") + run("không ai thấy") + mark("separate") + run("thấy") + mark("end"), "thấy"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>' + mark("end") + run(" Đạt"), "☒ Đạt"),
        ("<w:r><w:rPr><w:caps/></w:rPr><w:t>Tình hình chung</w:t></w:r>" + run(" năm"), "TÌNH HÌNH CHUNG năm"),
        # characters
        (run("12/BC") + "<w:r><w:noBreakHyphen/><w:t>UBND</w:t></w:r>", "12/BC-UBND"),
        (run("công") + "<w:r><w:softHyphen/><w:t>tác</w:t></w:r>", "côngtác"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> có</w:t></w:r>', "✓ có"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t xml:space="preserve"> 95%</w:t></w:r>', "≥ 95%"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F021"/><w:t>bút</w:t></w:r>', "bút"),
        (run("ü", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') + run(" xong"), "✓ xong"),
        (run("chữ Việt: ạ", '<w:rFonts w:eastAsia="Wingdings"/>'), "chữ Việt: ạ"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"),
        ("<w:r><w:t>tiêu đề dài</w:t><w:br/><w:t>và tiếp theo</w:t></w:r>", "tiêu đề dài và tiếp theo"),
        # hidden
        (run("thấy") + run("ẩn", "<w:vanish/>"), "thấy"),
        (run("thấy") + run("ẩn", '<w:rStyle w:val="An"/>'), "thấy"),
        (run("thấy", '<w:rStyle w:val="An"/><w:vanish w:val="0"/>'), "thấy"),
        (run("a") + '<w:r><w:annotationRef/></w:r><w:commentRangeStart w:id="1"/>' + run("b"), "ab"),
        # formulas
        ("<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>", "a/b"),
        ("<m:oMathPara><m:oMath><m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></m:oMathPara>", "m²"),
    ],
)  # fmt: skip
def test_text_of_a_paragraph(content: str, expected: str) -> None:
    assert "".join(texts(read(paragraph(content), parts={"styles": STYLES}))) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("một câu.<w:br/>câu hai", ["một câu.", "câu hai"]),
        ("gồm:<w:br/>- việc một;<w:br/>- việc hai.", ["gồm:", "- việc một;", "- việc hai."]),
        ("BÁO CÁO<w:br/>Kết quả công tác năm", ["BÁO CÁO", "Kết quả công tác năm"]),
        ("KT. CHỦ TỊCH<w:br/>PHÓ CHỦ TỊCH", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        ("CHỦ TỊCH<w:br/><w:br/><w:br/>Trần Thị B", ["CHỦ TỊCH", "Trần Thị B"]),
        ("VỀ CÔNG TÁC<w:br/>CẢI CÁCH HÀNH CHÍNH", ["VỀ CÔNG TÁC CẢI CÁCH HÀNH CHÍNH"]),
        ("cuối trang<w:br w:type='page'/>đầu trang", ["cuối trang", "đầu trang"]),
        ("<w:br w:type='page'/>đầu trang", ["đầu trang"]),
        ("Tiêu ngữ<w:br/>____________", ["Tiêu ngữ"]),
    ],
)
def test_breaks_inside_a_paragraph(content: str, expected: list[str]) -> None:
    import re

    parts = re.split(r"(<w:br.*?/>)", content)
    inner = "".join(part if part.startswith("<") else f"<w:t>{part}</w:t>" for part in parts)
    assert texts(read(paragraph(f"<w:r>{inner}</w:r>"))) == expected


@pytest.mark.parametrize(
    ("content", "properties", "expected"),
    [
        (run("đậm", "<w:b/>"), "", True),
        (run("thường"), "", False),
        (run("123 - 456"), "", None),
        (run("tám chữ đậm ở đây", "<w:b/>") + run(" và"), "", True),
        (run("đậm", "<w:b/>") + run(" nhưng phần lớn thì không"), "", False),
        (run("tắt", '<w:b w:val="0"/>'), '<w:pStyle w:val="TieuDe"/>', False),
        (run("theo kiểu"), '<w:pStyle w:val="TieuDe"/>', True),
        (run("kế thừa"), '<w:pStyle w:val="TieuDeCon"/>', True),
        (run("kiểu chữ", '<w:rStyle w:val="Dam"/>'), "", True),
        (run("hai kiểu đảo nhau", '<w:rStyle w:val="Dam"/>'), '<w:pStyle w:val="TieuDe"/>', False),
        (run("vòng"), '<w:pStyle w:val="VongA"/>', True),
        (run("không có kiểu này"), '<w:pStyle w:val="KhongCo"/>', False),
    ],
)
def test_bold(content: str, properties: str, expected: bool | None) -> None:
    assert only_paragraph(read(paragraph(content, properties), parts={"styles": STYLES})).bold is expected


@pytest.mark.parametrize(
    ("properties", "centered", "outline"),
    [
        ("", False, None),
        ('<w:jc w:val="center"/>', True, None),
        ('<w:pStyle w:val="TieuDe"/>', True, 2),
        ('<w:pStyle w:val="TieuDeCon"/><w:jc w:val="left"/>', False, 4),
        ('<w:outlineLvl w:val="0"/>', False, 1),
        ('<w:pStyle w:val="TieuDe"/><w:outlineLvl w:val="9"/>', True, None),
    ],
)
def test_alignment_and_outline(properties: str, centered: bool, outline: int | None) -> None:
    found = only_paragraph(read(paragraph("Tiêu đề", properties), parts={"styles": STYLES}))
    assert (found.centered, found.outline) == (centered, outline)


@pytest.mark.parametrize(
    "gone",
    [
        '<w:rPr><w:del w:id="1"/></w:rPr>',
        '<w:rPr><w:moveFrom w:id="1"/></w:rPr>',
        "<w:rPr><w:vanish/><w:specVanish/></w:rPr>",
    ],
)
def test_paragraph_whose_mark_is_gone_joins_the_next(gone: str) -> None:
    assert texts(read(paragraph("Phần đầu", gone) + paragraph(" và phần sau."))) == ["Phần đầu và phần sau."]


def test_deleted_paragraph_leaves_nothing() -> None:
    gone = paragraph(f"<w:del>{run('đã xóa')}</w:del>", '<w:rPr><w:del w:id="1"/></w:rPr>')
    assert texts(read(paragraph("một") + gone + paragraph("hai"))) == ["một", "hai"]


def test_field_over_paragraphs_keeps_its_result() -> None:
    body = paragraph(mark("begin") + instruction(" INCLUDETEXT ") + mark("separate") + run("đoạn một"))
    body += paragraph("đoạn hai") + paragraph(run("đoạn ba") + mark("end"))
    assert texts(read(body)) == ["đoạn một", "đoạn hai", "đoạn ba"]


def test_table_of_contents_is_left_out() -> None:
    body = paragraph(mark("begin") + instruction(" TOC \\o ") + mark("separate") + run("I. MỤC MỘT 2"))
    body += paragraph(run("II. MỤC HAI 3") + mark("end")) + paragraph("I. MỤC MỘT")
    assert texts(read(body)) == ["I. MỤC MỘT"]


@pytest.mark.parametrize("start", [" TOC ", " PAGE ", " REF x "])
def test_field_that_is_never_closed_hides_nothing_beyond_its_paragraph(start: str) -> None:
    body = (
        paragraph(mark("begin") + instruction(start) + mark("separate")) + paragraph("đoạn một") + paragraph("đoạn hai")
    )
    assert texts(read(body)) == ["đoạn một", "đoạn hai"]


def test_field_without_separator_or_end_hides_only_its_paragraph() -> None:
    body = paragraph(mark("begin") + instruction(" XE ")) + paragraph("còn nguyên")
    assert texts(read(body)) == ["còn nguyên"]


def test_raw_is_kept_where_the_reader_repaired() -> None:
    found = only_paragraph(read(paragraph("Quyết định số 15/QĐ- UBND")))
    assert (found.text, found.raw) == ("Quyết định số 15/QĐ-UBND", "Quyết định số 15/QĐ- UBND")


@pytest.mark.parametrize("content", ["", " ", "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", run("_____________")])
def test_empty_paragraphs_and_drawn_lines_say_nothing(content: str) -> None:
    assert texts(read(paragraph(content))) == []
