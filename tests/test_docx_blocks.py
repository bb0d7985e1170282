"""Order of what stands beside the text: text boxes, notes, headers, content controls, two-column lines."""

from __future__ import annotations

import pytest
from docx_files import NAMESPACES, cell, package, paragraph, read, row, run, table, texts

from extract.read.docx import read_docx
from extract.read.items import Footnote


def box(content: str) -> str:
    """A text box as Word writes it: once for Word 2010 and later, once again for older versions."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>'
        f"{inner}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_text_box_is_read_once_after_its_paragraph() -> None:
    body = paragraph(run("Thân") + box(paragraph("Trong khung"))) + paragraph("Sau")
    assert texts(read(body)) == ["Thân", "Trong khung", "Sau"]


def test_text_box_of_old_word() -> None:
    old = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph('MẬT')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    assert texts(read(paragraph(old))) == ["MẬT"]


def test_text_box_with_a_table_and_another_box() -> None:
    inner = table(row("a", "b"), row("c", "d")) + paragraph(run("ngoài") + box(paragraph("trong cùng")))
    assert texts(read(paragraph(box(inner)))) == ["a | b / c | d", "ngoài", "trong cùng"]


def test_text_box_in_a_cell_belongs_to_the_cell() -> None:
    body = table(row(cell(paragraph(run("một") + box(paragraph("hai")))), "ba"), row("x", "y"))
    assert texts(read(body)) == ["một\nhai | ba / x | y"]


def test_field_in_a_text_box_does_not_reach_out() -> None:
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    body = paragraph(run("trước ") + box(paragraph(broken)) + run("sau"))
    assert texts(read(body)) == ["trước sau"]


def note(number: int, *lines: str, kind: str = "footnote") -> str:
    own_mark = f"<w:r><w:{kind}Ref/></w:r>"
    content = paragraph(own_mark + run(f" {lines[0]}")) + "".join(map(paragraph, lines[1:]))
    return f'<w:{kind} w:id="{number}">{content}</w:{kind}>'


SEPARATORS = f'<w:footnote w:type="separator" w:id="-1">{paragraph("___")}</w:footnote>'


def reference(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def test_notes_follow_the_paragraph_that_carries_their_mark() -> None:
    parts = {
        "footnotes": SEPARATORS + note(1, "Quyết định A.") + note(2, "Quyết định B."),
        "endnotes": note(1, "Cuối.", kind="endnote"),
    }
    body = paragraph(run("QPPL") + reference(2) + run(" và") + reference(1, "endnote")) + paragraph(
        run("khác") + reference(1)
    )
    assert texts(read(body, parts=parts)) == ["QPPL và", "*Quyết định B.", "*Cuối.", "khác", "*Quyết định A."]


def test_notes_of_a_table_follow_the_table() -> None:
    parts = {"footnotes": note(1, "một") + note(2, "hai")}
    body = table(row(cell(paragraph(run("a") + reference(1))), "b"), row("c", cell(paragraph(run("d") + reference(2)))))
    assert texts(read(body + paragraph("sau"), parts=parts)) == ["a | b / c | d", "*một", "*hai", "sau"]


def test_note_of_several_paragraphs_is_one_footnote() -> None:
    items = read(paragraph(run("x") + reference(1)), parts={"footnotes": note(1, "dòng một", "dòng hai")})
    assert items[1] == Footnote(text="dòng một\ndòng hai")


def test_note_marked_twice_is_given_once() -> None:
    body = paragraph(run("a") + reference(1) + run(" b") + reference(1))
    assert texts(read(body, parts={"footnotes": note(1, "một")})) == ["a b", "*một"]


def test_mark_of_a_note_that_is_missing() -> None:
    assert texts(read(paragraph(run("a") + reference(5)))) == ["a"]


def test_own_mark_of_a_note_is_left_out_of_the_text() -> None:
    custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    assert texts(read(paragraph(run("giao") + custom), parts={"footnotes": note(1, "một")})) == ["giao", "*một"]


def test_note_in_deleted_text_is_left_out() -> None:
    body = paragraph(run("a") + f"<w:del>{reference(1)}</w:del>")
    assert texts(read(body, parts={"footnotes": note(1, "một")})) == ["a"]


def test_content_controls_and_revisions_around_blocks() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('một')}<w:sdt><w:sdtContent>{paragraph('hai')}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
        f"<w:customXml>{paragraph('ba')}</w:customXml>"
        f"<w:moveFrom>{paragraph('dời đi')}</w:moveFrom>"
    )
    assert texts(read(body)) == ["một", "hai", "ba"]


LETTERHEAD = table(
    row("ỦY BAN NHÂN DÂN\nXÃ AN BÌNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),
    row("Số: 12/BC-UBND", "An Bình, ngày 05 tháng 3 năm 2024"),
    border="none",
)
LETTERHEAD_TEXTS = [
    "ỦY BAN NHÂN DÂN",
    "XÃ AN BÌNH",
    "Số: 12/BC-UBND",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "An Bình, ngày 05 tháng 3 năm 2024",
]


def with_header(body: str, header: str, *, first: bool) -> bytes:
    kind = "first" if first else "default"
    section = f'<w:sectPr><w:headerReference w:type="{kind}" r:id="rId1"/>{"<w:titlePg/>" if first else ""}</w:sectPr>'
    return package(body + section, parts={"header": header})


@pytest.mark.parametrize("first", [True, False])
def test_letterhead_in_the_header_comes_first(first: bool) -> None:
    items, _ = read_docx(with_header(paragraph("BÁO CÁO"), LETTERHEAD, first=first))
    assert texts(items) == [*LETTERHEAD_TEXTS, "BÁO CÁO"]


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (LETTERHEAD, LETTERHEAD),
        (LETTERHEAD, paragraph("Trang 2")),
    ],
)
def test_other_headers_are_left_out(body: str, header: str) -> None:
    items, _ = read_docx(with_header(body, header, first=True))
    assert texts(items) == LETTERHEAD_TEXTS


def test_header_without_letterhead_is_left_out() -> None:
    items, _ = read_docx(with_header(paragraph("BÁO CÁO"), paragraph("Mẫu số 02"), first=False))
    assert texts(items) == ["BÁO CÁO"]


def tabbed(*sides: str) -> str:
    return paragraph("<w:r>" + "<w:tab/>".join(f"<w:t xml:space='preserve'>{side}</w:t>" for side in sides) + "</w:r>")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            [("UBND TỈNH A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("SỞ NỘI VỤ", "Độc lập - Tự do - Hạnh phúc"), ("Số: 5/BC-SNV", "Bến Cát, ngày 4 tháng 7 năm 2023")],
            ["UBND TỈNH A", "SỞ NỘI VỤ", "Số: 5/BC-SNV", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Bến Cát, ngày 4 tháng 7 năm 2023"],
        ),
        ([("Số:      /BC-UBND      Bến Cát, ngày     tháng 7 năm 2023",)], ["Số: /BC-UBND", "Bến Cát, ngày tháng 7 năm 2023"]),
        (
            [("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"), ("- Như trên;", "CHỦ TỊCH"), ("- Lưu: VT.",), ("", "", "Trần Văn Bé")],
            ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Bé"],
        ),
        ([("THƯ KÝ CUỘC HỌP", "CHỦ TRÌ CUỘC HỌP")], ["THƯ KÝ CUỘC HỌP", "CHỦ TRÌ CUỘC HỌP"]),
        # other tabs are spaces
        ([("I.", "ĐÁNH GIÁ CHUNG")], ["I. ĐÁNH GIÁ CHUNG"]),
        ([("1.", "Tổng số:", "15 hồ sơ")], ["1. Tổng số: 15 hồ sơ"]),
        ([("", "Năm 2023, toàn huyện có 12 xã.")], ["Năm 2023, toàn huyện có 12 xã."]),
        ([("Điện thoại: 02993 876 543", "Thư điện tử: abc@vidu.vn")], ["Điện thoại: 02993 876 543 Thư điện tử: abc@vidu.vn"]),
    ],
)  # fmt: skip
def test_lines_laid_out_in_two_columns_with_tabs(lines: list[tuple[str, ...]], expected: list[str]) -> None:
    assert texts(read("".join(tabbed(*line) for line in lines))) == expected


@pytest.mark.parametrize(
    ("kind", "target", "word"),
    [("aFChunk", "a.html", "altChunk"), ("chart", "charts/chart1.xml", "chart"), ("diagramData", "d.xml", "SmartArt"), ("image", "a.png", "scan")],
)  # fmt: skip
def test_warnings_say_what_was_not_read(kind: str, target: str, word: str) -> None:
    _, warnings = read_docx(package(paragraph("x"), links=((kind, target),)))
    assert len(warnings) == 1
    assert word in warnings[0]


def test_no_warning_for_an_ordinary_document() -> None:
    assert read_docx(package(paragraph("x")))[1] == []


def test_strict_flavour_is_read() -> None:
    strict = NAMESPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    document = f"<w:document {strict}><w:body>{paragraph('đoạn văn')}</w:body></w:document>".encode()
    assert texts(read_docx(package("", extra={"word/document.xml": document}))[0]) == ["đoạn văn"]
