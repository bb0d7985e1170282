"""Scans become documents: the same paragraphs, tables and places as the print they were made from."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from pdfs import draw
from PIL import Image
from scans import LETTER, SECOND, TABLE, as_file, as_pdf, dirty, letter_and_table, needs_ocr, paragraph, pictures, seal

from extract.document import Document
from extract.pipeline import extract_facts
from extract.read import ReadError, read
from extract.read.scan import recognise

pytestmark = needs_ocr
TEXT, MORE = " ".join(LETTER), " ".join(SECOND)


def running(document: Document) -> str:
    """The running text; the lines drawn here do not fill the page, so where a paragraph ends is a matter of taste."""
    return " ".join(block.text for block in document.blocks if block.kind != "cell")


def cells(document: Document) -> list[tuple[int | None, int | None, str]]:
    return [(block.row_no, block.column_no, block.text) for block in document.blocks if block.kind == "cell"]


@pytest.fixture(scope="module")
def scan() -> Document:
    pages = pictures(letter_and_table())
    return read(as_pdf(dirty(pages[0], skew=0.9), dirty(pages[1], skew=-0.7, seed=8)))


def test_running_text_is_read(scan: Document) -> None:
    assert running(scan).startswith(TEXT)


def test_table_cells_are_read(scan: Document) -> None:
    expected = [(row, column, text) for row, line in enumerate(TABLE, 1) for column, text in enumerate(line, 1)]
    assert cells(scan) == expected


def test_it_says_that_it_was_recognised(scan: Document) -> None:
    assert scan.text_origin == "ocr"
    assert scan.warnings == ("text recognised (OCR): pages 1-2",)


def test_words_lie_where_they_are_printed(scan: Document) -> None:
    """On the page as it is displayed, so slanted as it was fed in; sheets are A4 but for a fraction of a point."""
    printed = read(letter_and_table())
    theirs = printed.blocks[0].boxes(0, 9)[0]
    ours = scan.blocks[0].boxes(0, 9)[0]
    assert abs(ours.x0 - theirs.x0) < 8  # turned by 0.9 degrees about the middle
    assert abs(ours.top - theirs.top) < 8


def test_blocks_say_how_sure_they_are(scan: Document) -> None:
    assert all(0.5 < (block.confidence or 0) <= 1 for block in scan.blocks if block.text and block.kind != "cell")
    assert [block.confidence for block in scan.blocks if not block.text] == [None]


def test_facts_carry_the_confidence_of_their_words(scan: Document) -> None:
    facts = extract_facts(scan)
    assert [citation.number for citation in facts.citations] == ["182/KH-UBND", "30/KH-UBND"]
    assert all(citation.confidence and citation.confidence > 0.7 for citation in facts.citations)
    assert [row.value_raw for row in facts.appendix_rows] == ["42", "3.327", "0", None, "98,5"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_is_set_upright(turn: int) -> None:
    (page, _) = pictures(letter_and_table())
    document = read(as_pdf(page.rotate(turn, expand=True)))
    assert running(document).startswith(TEXT)


def test_seal_and_signature_are_no_text() -> None:
    (page,) = pictures(draw(paragraph(*LETTER)))
    assert running(read(as_pdf(dirty(seal(page, 300, 119))))) == TEXT


def test_only_pictures_of_a_mixed_document_are_recognised() -> None:
    document = pypdfium2.PdfDocument(draw(paragraph(*LETTER)))
    (page,) = pictures(draw(paragraph(*SECOND)))
    document.import_pages(pypdfium2.PdfDocument(as_pdf(page)))
    buffer = io.BytesIO()
    document.save(buffer)
    mixed = read(buffer.getvalue())
    assert mixed.text_origin == "mixed"
    assert mixed.warnings == ("text recognised (OCR): pages 2",)
    assert {(block.page, block.confidence is None) for block in mixed.blocks} == {(1, True), (2, False)}


def test_a_spread_is_two_pages() -> None:
    left, right = (pictures(draw(paragraph(*lines)))[0] for lines in (LETTER, SECOND))
    spread = Image.new("RGB", (2 * left.width, left.height), "white")
    spread.paste(left, (0, 0))
    spread.paste(right, (left.width, 0))
    document = read(as_pdf(spread))
    assert document.pages == 1
    assert running(document) == f"{TEXT} {MORE}"
    assert {block.page for block in document.blocks} == {1}
    assert document.blocks[-1].boxes()[0].x0 > 595


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_pictures_are_documents(kind: str) -> None:
    pages = [pictures(draw(paragraph(*lines)))[0] for lines in (LETTER, SECOND)]
    document = read(as_file(kind, *pages))
    assert document.media_type == f"image/{kind.lower()}"
    assert running(document) == (f"{TEXT} {MORE}" if kind == "TIFF" else TEXT)


def test_an_empty_page_says_nothing() -> None:
    with pytest.raises(ReadError):
        read(as_pdf(dirty(Image.new("RGB", (1654, 2339), "white"), skew=0)))


def test_without_recognition_the_rest_is_read() -> None:
    pages = pictures(draw(paragraph(*SECOND)))
    with pytest.raises(ReadError, match="--ocr never"):
        read(as_pdf(*pages), ocr="never")
    with pytest.raises(ReadError, match="--ocr never"):
        read(as_file("PNG", *pages), ocr="never")


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognise, "model_folder", lambda: None)
    with pytest.raises(ReadError, match="apt-get install tesseract-ocr-vie"):
        read(as_pdf(*pictures(draw(paragraph(*SECOND)))))


def test_print_is_recognised_only_when_asked() -> None:
    printed = draw(paragraph(*LETTER))
    assert read(printed).text_origin == "digital"
    asked = read(printed, ocr="always")
    assert asked.text_origin == "ocr"
    assert running(asked) == TEXT
