"""Damaged PDFs: PDFium, then PDFium on what pikepdf has repaired, then pdfplumber, each only where the one before lost something.

PDFium mends a lost or wrong table of objects and wrong stream lengths itself and says nothing of it. What it cannot do: find the
beginning behind foreign bytes, mend objects, or find the pages of a broken page tree. What was done is said in warnings.
"""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2 as pdfium

from extract.read.errors import Damaged, ReadError
from extract.read.legacy.choose import summary
from extract.read.pdf import engine
from extract.read.pdf.page import Page
from extract.read.pdf.plumber import whole_pages
from extract.read.pdf.signature import Signature, from_fields

logging.getLogger("pikepdf").setLevel(logging.CRITICAL)
NOBODY = Signature()
_END = b"%%EOF"
_TAIL = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The pages of a PDF. `data` is what they were read from; `steps` and `decoded` are for `documents.warnings`:
    what had to be done for it, and which old encodings were read."""

    pages: tuple[Page, ...]
    data: bytes
    signed: Signature = NOBODY
    steps: tuple[str, ...] = ()
    decoded: str | None = None

    @property
    def lost(self) -> list[int]:
        """Numbers of the pages that could not be loaded."""
        return [page.number for page in self.pages if not page.width]

    @property
    def suspect(self) -> bool:
        """Whether something may be missing: a page that could not be loaded or has nothing on it."""
        return any(not page.width or _is_blank(page) for page in self.pages)

    @property
    def words(self) -> int:
        """How many words there are."""
        return sum(len(page.tokens) for page in self.pages)


def open_pages(data: bytes) -> Opened:
    """All pages. Raises ReadError: that of the first attempt, for it names what is wrong with the file itself."""
    why: ReadError | None = None
    best: Opened | None = None
    try:
        best = _by_pdfium(data)
        if not best.suspect:
            return _with_end(best, data)
    except Damaged as error:
        why = error
    best = _better(best, _by_repair(data))
    if best is None or best.lost:
        best = _completed(best, whole_pages(data), data)
    if best is None:
        assert why is not None
        raise why
    if best.lost:
        numbers = ", ".join(map(str, best.lost))
        if len(best.lost) == len(best.pages):
            raise Damaged(
                "The PDF is damaged: none of its pages can be found; fetch it again from where it was published."
            )
        best = replace(best, steps=(*best.steps, f"damaged PDF: pages {numbers} cannot be read, left out"))
    return _with_end(best, data)


def _with_end(found: Opened, data: bytes) -> Opened:
    """With a warning where the file is cut off: PDFium reads what is there, and objects that are not there are nothing to it."""
    if _END in data[-_TAIL:]:
        return found
    return replace(found, steps=("damaged PDF: cut off, its end is missing and perhaps part of its text", *found.steps))


def _by_pdfium(data: bytes) -> Opened:
    document = engine.open_pdf(data)
    try:
        signed = from_fields(document)  # before the pages: flattening takes the fields away
        old = engine.old_text(document)
        found = tuple(engine.pages(document, old))
        return Opened(pages=found, data=data, signed=signed, decoded=summary(old.used))
    finally:
        document.close()


def _by_repair(data: bytes) -> Opened | None:
    """PDFium's reading of what pikepdf made of the file; None if that comes to nothing."""
    repaired = repair(data)
    if repaired is None:
        return None
    content, version = repaired
    try:
        found = _by_pdfium(content)
    except (ReadError, pdfium.PdfiumError):
        return None
    return replace(found, steps=(f"damaged PDF: repaired with pikepdf {version}",)) if found.words else None


def repair(data: bytes) -> tuple[bytes, str] | None:
    """The file written anew, and by which version of pikepdf; None if it finds no document. Streams stay as they are, unpacked by nobody."""
    try:
        import pikepdf

        with pikepdf.open(io.BytesIO(data), suppress_warnings=True, attempt_recovery=True) as document:
            target = io.BytesIO()
            document.save(target, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    except Exception:  # qpdf's errors, and Python's where an object is not what it should be
        return None
    return target.getvalue(), str(pikepdf.__version__)


def _better(first: Opened | None, second: Opened | None) -> Opened | None:
    """The second only where it has more words: and pages as many, or their numbers would be wrong."""
    if first is None or second is None:
        return first or second
    more = second.words > first.words and len(second.pages) >= len(first.pages)
    return second if more else first


def _completed(best: Opened | None, found: list[Page], data: bytes) -> Opened | None:
    """With pages of the second engine where there are none."""
    if not any(page.tokens for page in found):
        return best
    if best is None or (len(best.lost) == len(best.pages) and len(found) >= len(best.pages)):
        return Opened(pages=tuple(found), data=data, steps=("damaged PDF: read by the second engine (pdfplumber)",))
    if len(found) != len(best.pages):
        return best
    filled = [number for number in best.lost if found[number - 1].tokens]
    if not filled:
        return best
    pages = tuple(found[page.number - 1] if page.number in filled else page for page in best.pages)
    said = f"damaged PDF: pages {', '.join(map(str, filled))} read by the second engine (pdfplumber)"
    return replace(best, pages=pages, steps=(*best.steps, said))


def _is_blank(page: Any) -> bool:
    return not (page.tokens or page.columns or page.images or page.horizontal or page.vertical)
