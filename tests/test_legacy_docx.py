"""DOCX files set in old fonts: by run, by style, by theme, beside Unicode."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from docx_files import package, paragraph, read, run, texts
from old_text import SENTENCES, in_font, old

from extract.read import read as read_document
from extract.read.docx import docx_reading
from extract.read.items import Paragraph
from extract.read.legacy.pages import PAGES
from extract.read.legacy.tables import Encoding

A, B, C, D = SENTENCES
LONG = paragraph(in_font(".VnTime", old(B, "TCVN3")))
THEME = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def style(name: str, properties: str, based: str = "") -> str:
    more = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="paragraph" w:styleId="{name}">{more}<w:rPr>{properties}</w:rPr></w:style>'


def test_mixed_fonts_in_one_paragraph() -> None:
    body = paragraph(
        in_font(".VnTimeH", "quyÕt ®Þnh ")
        + in_font(".VnTime", "cña ñy ban, ")
        + in_font("VNI-Times", "veà vieäc giao chæ tieâu, ")
        + in_font("Times New Roman", "và 15% số hộ")
    )
    (item,) = read(body)
    assert item.text == "QUYẾT ĐỊNH của ủy ban, về việc giao chỉ tiêu, và 15% số hộ"
    assert item.raw == "quyÕt ®Þnh cña ñy ban, veà vieäc giao chæ tieâu, và 15% số hộ"


def test_what_the_document_says_of_itself() -> None:
    found = docx_reading(package(LONG + paragraph(in_font("VNI-Times", old(C, "VNI")))))
    assert found.text_origin == "legacy_font"
    assert found.warnings == ["text in an old encoding, read as Unicode: TCVN3 (.VnTime), VNI (VNI-Times)"]
    document = read_document(package(LONG))
    (block,) = document.blocks
    assert (document.text_origin, block.text, block.text_raw) == ("legacy_font", B, old(B, "TCVN3"))


@pytest.mark.parametrize("font", [".VnTime", ".VnTimeH", "VNI-Times", "VPS Times"])
def test_unicode_in_a_font_of_an_old_name_stays(font: str) -> None:
    found = docx_reading(package(paragraph(in_font(font, A)) + paragraph(in_font(font, "Hà Nam và Hà Tây"))))
    assert texts(found.items) == [A, "Hà Nam và Hà Tây"]
    assert (found.text_origin, found.warnings) == ("digital", [])
    assert [item.raw for item in found.items if isinstance(item, Paragraph)] == [None, None]


def test_soft_hyphens_are_letters_there_and_nothing_elsewhere() -> None:
    soft = "<w:r><w:rPr>{}</w:rPr><w:t>n</w:t><w:softHyphen/><w:t>{}</w:t></w:r>"
    old_run = soft.format('<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>', "íc")
    usual = soft.format('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>', "ăm")
    assert texts(read(LONG + paragraph(old_run) + paragraph(usual))) == [B, "nước", "năm"]
    assert texts(read(LONG + paragraph(in_font(".VnTime", "n\xad\xadíc, n\u2212íc")))) == [B, "nưước, nước"]


def test_a_letter_cut_by_runs() -> None:
    body = paragraph(
        in_font("VNI-Times", "cuûa Thuû tö")
        + in_font("VNI-Times", "ôùng, ca", "<w:b/>")
        + in_font("VNI-Times", "ùc xaõ")
    )
    assert texts(read(body)) == ["của Thủ tướng, các xã"]


def test_fonts_of_styles_and_defaults() -> None:
    default = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr></w:rPrDefault></w:docDefaults>'
    parts = {
        "styles": default
        + style("Base", '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')
        + style("Own", "<w:b/>", "Base")
        + '<w:style w:type="character" w:styleId="Caps"><w:rPr><w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/></w:rPr></w:style>'
    }
    body = (
        paragraph(run(old(B, "TCVN3")) + run(" thñ t\xadíng", '<w:rStyle w:val="Caps"/>'), '<w:pStyle w:val="Own"/>')
        + paragraph(run(old(C, "VNI")))
        + paragraph(in_font("Arial", D), '<w:pStyle w:val="Own"/>')
    )
    assert texts(read(body, parts=parts)) == [f"{B} THỦ TƯỚNG", C, D]


def test_fonts_of_the_theme() -> None:
    theme = f'<w:fonts {THEME}><a:minorFont><a:latin typeface=".VnTime"/></a:minorFont></w:fonts>'
    body = paragraph(run(old(B, "TCVN3"), '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'))
    assert texts(read(body, parts={"theme": theme})) == [B]


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
def test_old_text_in_a_font_of_an_ordinary_name(encoding: Encoding) -> None:
    body = "".join(paragraph(in_font("Arial", old(text, encoding))) for text in SENTENCES)
    found = docx_reading(package(body))
    assert texts(found.items) == list(SENTENCES)
    assert found.warnings == [f"text in an old encoding, read as Unicode: {encoding} (Arial)"]


def test_letters_put_in_as_symbols() -> None:
    letter = '<w:r><w:t>trong n</w:t><w:sym w:font=".VnTime" w:char="F0AD"/><w:t>c</w:t></w:r>'
    assert texts(read(LONG + paragraph(letter))) == [B, "trong nưc"]
    assert texts(read(LONG + paragraph(in_font(".VnTime", "\uf0a7iÒu 3")))) == [B, "Điều 3"]


@pytest.mark.parametrize(("font", "encoding"), [(".VnTime", "TCVN3"), ("VNI-Times", "VNI")])
@pytest.mark.parametrize("page", PAGES)
def test_bytes_taken_for_another_code_page(font: str, encoding: Encoding, page: str) -> None:
    # As LibreOffice gives them where the RTF names another character set; what the page has not is left out here.
    fitting = [text.replace("Ủy", "ủy") for text in SENTENCES]  # fonts of TCVN3 have no capitals with tones
    known = [text for text in fitting if "\ufffd" not in shown(text, encoding, page)]
    found = docx_reading(package("".join(paragraph(in_font(font, shown(text, encoding, page))) for text in known)))
    assert len(known) >= 2
    assert texts(found.items) == known
    assert found.text_origin == "legacy_font"


def shown(text: str, encoding: Encoding, page: str) -> str:
    return old(text, encoding).encode("latin-1").decode(page, "replace")


@pytest.mark.parametrize(("font", "encoding"), [(".VnTime", "TCVN3"), ("VNI-Times", "VNI")])
def test_bytes_taken_for_pictures(font: str, encoding: Encoding) -> None:
    pictures = "".join(chr(0xF000 + ord(character)) for character in old(B, encoding))
    assert texts(read(paragraph(in_font(font, pictures)))) == [B]


def test_capitals_of_word_come_after_decoding() -> None:
    assert texts(read(LONG + paragraph(in_font(".VnTime", "®iÒu nµy", "<w:caps/>")))) == [B, "ĐIỀU NÀY"]


def test_automatic_numbers_are_in_old_fonts_too() -> None:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="§iÒu %1."/>'
        '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:lvl>'
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = LONG + paragraph(in_font(".VnTime", "Ph¹m vi"), numbered)
    assert texts(read(body, parts={"numbering": numbering})) == [B, "Điều 1. Phạm vi"]


def test_a_spoilt_table_of_fonts_is_no_matter() -> None:
    data = package(LONG, links=(("fontTable", "fontTable.xml"),), extra={"word/fontTable.xml": b"<w:fonts"})
    assert texts(docx_reading(data).items) == [B]


def test_a_piece_pasted_into_unicode_in_the_same_font() -> None:
    pasted = [old(text, "TCVN3") for text in (C, D)]
    body = [A, B, "là", "Ø20, 5 µm", *pasted, "Hà Nam", "đạt 50%", "và"]
    found = docx_reading(package("".join(paragraph(in_font("Arial", text)) for text in body)))
    assert texts(found.items) == [A, B, "là", "Ø20, 5 µm", C, D, "Hà Nam", "đạt 50%", "và"]
    assert found.warnings == ["text in an old encoding, read as Unicode: TCVN3 (Arial)"]


@pytest.mark.parametrize("font", ["Arial", ".VnTime"])
def test_signs_are_no_letters(font: str) -> None:
    lines = [A, "Ống Ø20, Ø25, Ø32; bu lông ®, ©; 5 µm, ½, ¾, ¼", "«Ø» ¶ · ¸"] * 10
    found = docx_reading(package("".join(paragraph(in_font(font, text)) for text in lines)))
    assert texts(found.items)[1] == lines[1]
    assert found.text_origin == "digital"


def test_decomposed_unicode_stays() -> None:
    decomposed = [normalize("NFD", text) for text in SENTENCES]
    found = docx_reading(package("".join(paragraph(in_font(".VnTime", text)) for text in decomposed)))
    assert texts(found.items) == list(SENTENCES)
    assert found.text_origin == "digital"


def test_an_encoding_nobody_knows_is_said() -> None:
    unknown = "C¥n c× quyªt ®ûnh " * 20
    found = docx_reading(package(paragraph(in_font("SVNtimes new roman", unknown))))
    assert found.warnings == [
        "text set in an old byte font of an unknown encoding: not converted to Unicode, its words are not readable"
    ]
