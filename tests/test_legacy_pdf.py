"""PDFs set in old byte fonts: per glyph, places kept."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from old_text import SENTENCES, old, pdf
from pdfs import FOLDERS, Sheet, draw
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from extract.document import Document
from extract.read import read

A, B, C, D = (
    "Căn cứ Quyết định số 15/QĐ-UBND ngày 12/3/2003",
    "Thủ tướng Chính phủ về đường và nước sạch",
    "kiểm tra những hộ nghèo, đề nghị khắc phục",
    "nuôi thêm trâu bò, sửa chữa cầu ở ba xã",
)
LINES = (A, B, C, D)


def lines_of(document: Document) -> list[str]:
    """Texts by printed line: the words of the blocks that share a top."""
    found: dict[float, list[str]] = {}
    for block in document.blocks:
        for word in block.words:
            found.setdefault(word.top, []).append(block.text[word.start : word.end])
    return [" ".join(words) for _, words in sorted(found.items())]


@pytest.mark.parametrize(
    ("font", "encoding"),
    [("AAAAAA+.VnTime", "TCVN3"), ("VnTime,Bold", "TCVN3"), ("VNI-Times", "VNI"), ("BBBBBB+Helvetica", "VNI")],
)
def test_by_name_or_by_content(font: str, encoding: str) -> None:
    lines = [old(line, encoding) for line in LINES]  # type: ignore[arg-type]
    found = read(pdf({"F": font}, [[("F", line)] for line in lines]))
    assert lines_of(found) == list(LINES)
    assert found.text_origin == "legacy_font"
    assert [warning.split(" (")[0] for warning in found.warnings] == [
        f"text in an old encoding, read as Unicode: {encoding}"
    ]


@pytest.mark.parametrize(("font", "encoding"), [(".VnTime", "TCVN3"), ("VNI-Times", "VNI")])
def test_words_stand_where_their_glyphs_stand(font: str, encoding: str) -> None:
    shown = old(C, encoding)  # type: ignore[arg-type]
    data = pdf({"F": font}, [[("F", shown)]])
    (block,) = read(data).blocks
    document = pypdfium2.PdfDocument(data)
    textpage = document[0].get_textpage()
    edges = []
    for word in re.finditer(r"\S+", textpage.get_text_range()):
        boxes = [textpage.get_charbox(index, loose=True) for index in (word.start(), word.end() - 1)]
        edges.append((round(boxes[0][0], 1), round(boxes[1][2], 1)))
    assert [round(word.x0, 1) for word in block.words] == [left for left, _ in edges]
    # The mark at the end of a word of VNI is none of its width.
    assert all(
        word.x1 - 7 < right and word.x1 <= right + 0.1 for word, (_, right) in zip(block.words, edges, strict=True)
    )
    assert [block.text[word.start : word.end] for word in block.words] == C.split()


def test_fonts_are_mixed_in_one_line() -> None:
    line = [("H", "quyÕt ®Þnh "), ("T", "cña Thñ t\xadíng, "), ("V", "veà vieäc giao chæ tieâu "), ("U", "so 15")]
    fonts = {"H": "CCCCCC+.VnTimeH", "T": ".VnTime", "V": "VNI-Times", "U": "Times-Roman"}
    found = read(pdf(fonts, [[("T", old(C, "TCVN3"))], line]))
    assert lines_of(found) == [C, "QUYẾT ĐỊNH của Thủ tướng, về việc giao chỉ tiêu so 15"]
    (block,) = found.blocks[-1:]
    assert block.text_raw is not None
    assert "quyÕt ®Þnh cña Thñ t-íng, veà vieäc" in block.text_raw


def test_a_line_that_ends_in_a_letter_taken_for_a_hyphen() -> None:
    found = read(
        pdf({"F": ".VnTime"}, [[("F", old(line, "TCVN3"))] for line in (A, "Thông tư", "của tỉnh số 12/QĐ-", B)])
    )
    assert lines_of(found)[1:3] == ["Thông tư", "của tỉnh số 12/QĐ-"]


def test_unicode_that_only_names_the_font_stays() -> None:
    text = "Hà Nam và Hà Tây, Hà Tĩnh".replace("ĩ", "i")
    found = read(pdf({"F": ".VnTime"}, [[("F", text)], [("F", "là và từ".replace("ừ", "ù"))]]))
    assert found.text_origin == "digital"
    assert found.warnings == ()


def test_every_span_is_grounded() -> None:
    lines = [[("F", old(sentence[:70], "VNI"))] for sentence in SENTENCES]
    for block in read(pdf({"F": "VNI-Times"}, lines)).blocks:
        assert [block.text[word.start : word.end] for word in block.words] == block.text.split()
        assert all(word.x0 < word.x1 for word in block.words)


def test_embedded_fonts_and_tables() -> None:
    """Fonts embedded in part, with a map to Unicode, as Word embeds them: the soft hyphen is one there."""
    file = next(found for folder in FOLDERS for found in sorted(folder.rglob("LiberationSerif-Regular.ttf")))
    for name, called in (("Tcvn", ".VnTime"), ("Vni", "VNI-Times")):
        font = TTFont(name, str(file))
        font.face.name = called.encode()
        pdfmetrics.registerFont(font)
    rows = (("STT", "Chỉ tiêu", "Đơn vị"), ("1", "Diện tích lúa vượt kế hoạch", "hécta"), ("2", "Số hộ nghèo", "hộ"))
    columns, top = (60, 100, 320, 400), 700

    def sheet(page: Sheet) -> None:
        page.canvas.setFont("Tcvn", 12)
        for number, line in enumerate((B, "đầu tư", C)):
            page.canvas.drawString(60, 780 - 16 * number, old(line, "TCVN3"))
        page.canvas.setFont("Vni", 11)
        for number, row in enumerate(rows):
            for x, text in zip(columns, row, strict=False):
                page.canvas.drawString(x + 3, top - 14 - 20 * number, old(text, "VNI"))
        for number in range(4):
            page.canvas.line(columns[0], top - 20 * number, columns[-1], top - 20 * number)
        for x in columns:
            page.canvas.line(x, top, x, top - 60)

    found = read(draw(sheet))
    assert lines_of(found)[:3] == [B, "đầu tư", C]
    cells = [block for block in found.blocks if block.kind == "cell"]
    assert [cell.text for cell in cells] == [text for row in rows for text in row]
    assert [cell.text_raw for cell in cells[:2]] == [None, "Chæ tieâu"]
    assert all(word.x1 < 320 for word in cells[4].words)
