"""The second PDF producer: text, footnotes and turned pages come out; skipped only where no font is installed."""

from __future__ import annotations

import pypdfium2
import pytest

from corpus.generate.compose import compose
from corpus.generate.fonts import FontMissingError, serif
from corpus.generate.model import PageBreak, Paragraph
from corpus.generate.pdf import pdf_bytes

try:
    serif()
except FontMissingError as missing:
    pytest.skip(str(missing), allow_module_level=True)

SEEDS = range(200, 240)


def pages(data: bytes) -> list[tuple[str, float, float]]:
    document = pypdfium2.PdfDocument(data)
    return [(page.get_textpage().get_text_range(), *page.get_size()) for page in document]


def test_same_seed_same_bytes() -> None:
    assert pdf_bytes(compose(7)) == pdf_bytes(compose(7))


def test_letterhead_and_numbers_are_there() -> None:
    report = compose(11)
    text = " ".join(pages(pdf_bytes(report))[0][0].split())
    assert "Độc lập - Tự do - Hạnh phúc" in text or "ĐẢNG CỘNG SẢN VIỆT NAM" in text
    assert " ".join(report.letterhead.dateline.split()) in text


def test_footnotes_stand_on_the_page_of_their_mark() -> None:
    report = next(
        r for r in map(compose, SEEDS) if any(b.notes for b in r.body if isinstance(b, Paragraph))
    )  # fmt: skip
    note = next(text for b in report.body if isinstance(b, Paragraph) for _, text in b.notes)
    words = note.text.split()[:4]
    assert any(" ".join(words) in " ".join(text.split()) for text, _, _ in pages(pdf_bytes(report)))


def test_turned_annex() -> None:
    report = next(r for r in map(compose, SEEDS) if any(isinstance(b, PageBreak) and b.landscape for b in r.annex))
    sizes = [(width, height) for _, width, height in pages(pdf_bytes(report))]
    assert sizes[0][0] < sizes[0][1]
    assert sizes[-1][0] > sizes[-1][1]
