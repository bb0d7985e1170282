"""PDF → items: tables from ruling lines, running text from the rest, pages joined. Pages that are pictures are recognised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.document import Ocr, TextOrigin
from extract.read.errors import Unsupported
from extract.read.items import Item
from extract.read.pdf.page import Page
from extract.read.pdf.repair import open_pages
from extract.read.pdf.walk import lay_out
from extract.read.scan.pages import recognise_pages, text_origin


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfReading:
    """What came out of a PDF."""

    items: tuple[Item, ...]
    pages: int
    text_origin: TextOrigin = "digital"
    warnings: tuple[str, ...] = ()
    signed_by: str | None = None
    signed_at: str | None = None


def read_pdf(data: bytes, ocr: Ocr = "auto") -> PdfReading:
    """Items of a PDF in reading order. Raises ReadError where it cannot be opened or holds no text at all."""
    opened = open_pages(data)
    decoded = opened.decoded
    warnings = [*opened.steps, *([decoded] if decoded else []), *_warnings(opened.pages)]
    pages = len(opened.pages)
    found, told = recognise_pages(opened.data, opened.pages, ocr)
    warnings.extend(told)
    if not any(page.tokens for page in found):
        raise Unsupported(
            f"The PDF is a scan without a text layer; {told[-1] if told else 'nothing can be read on it.'}"
        )
    laid = lay_out(found, opened.data)
    if laid.second:
        share = 100 * len(laid.second) / pages
        numbers = ", ".join(map(str, laid.second))
        warnings.append(f"tables by the second engine on pages {numbers} ({share:.0f} % of pages)")
    origin = text_origin(found)
    return PdfReading(
        items=laid.items,
        pages=pages,
        text_origin="legacy_font" if decoded and origin == "digital" else origin,
        warnings=tuple(warnings),
        signed_by=opened.signed.by or laid.signed.by,
        signed_at=opened.signed.at or laid.signed.at,
    )


def _warnings(found: Sequence[Page]) -> Iterator[str]:
    marks = {" ".join(page.watermark): page.number for page in reversed(found) if page.watermark}
    for text, first in sorted(marks.items(), key=lambda pair: pair[1]):
        yield f"watermark left out, from page {first}: {text}"
