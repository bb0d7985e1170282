"""Documents written by python-docx, with its own template, styles and lists."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx_files import only_table, texts

from extract.read.docx import read_docx
from extract.read.items import Item, Paragraph


def saved(document: docx.document.Document) -> list[Item]:
    buffer = io.BytesIO()
    document.save(buffer)
    return read_docx(buffer.getvalue())[0]


def test_headings_lists_and_paragraphs() -> None:
    document = docx.Document()
    document.add_heading("I. KẾT QUẢ", level=1)
    for style, text in (("List Number", "Việc một"), ("List Number", "Việc hai"), ("List Bullet", "Ý nhỏ")):
        document.add_paragraph(text, style=style)
    items = saved(document)
    assert texts(items) == ["I. KẾT QUẢ", "1. Việc một", "2. Việc hai", "• Ý nhỏ"]
    assert [item.outline for item in items if isinstance(item, Paragraph)] == [1, None, None, None]


def test_centred_bold_title() -> None:
    document = docx.Document()
    title = document.add_paragraph()
    title.add_run("BÁO CÁO").bold = True
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    assert saved(document) == [Paragraph(text="BÁO CÁO", bold=True, centered=True)]


@pytest.mark.parametrize("style", ["Table Grid", "Light Grid Accent 1"])
def test_merged_cells_come_once(style: str) -> None:
    document = docx.Document()
    made = document.add_table(rows=3, cols=3, style=style)
    for number, cell in enumerate(made._cells, start=1):
        cell.text = str(number)
    made.cell(0, 0).merge(made.cell(0, 1)).text = "rộng"
    made.cell(1, 2).merge(made.cell(2, 2)).text = "cao"
    found = only_table(saved(document))
    assert [(one.row, one.column, one.row_span, one.column_span, one.text) for one in found.cells] == [
        (1, 1, 1, 2, "rộng"),
        (1, 3, 1, 1, "3"),
        (2, 1, 1, 1, "4"),
        (2, 2, 1, 1, "5"),
        (2, 3, 2, 1, "cao"),
        (3, 1, 1, 1, "7"),
        (3, 2, 1, 1, "8"),
    ]


def test_headers_and_footers_are_left_out() -> None:
    document = docx.Document()
    document.add_paragraph("Nội dung")
    document.sections[0].header.paragraphs[0].text = "2"
    document.sections[0].footer.paragraphs[0].text = "Địa chỉ cơ quan"
    assert texts(saved(document)) == ["Nội dung"]
