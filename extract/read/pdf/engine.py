"""PDFium's characters and paths → `Page`. The only module that talks to PDFium.

Words are found in the text of the page and measured by their first and last characters: two calls a word instead of
one a character. PDFium is not thread-safe: one process, one document at a time.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extract.read.errors import Damaged, Encrypted, TooLarge
from extract.read.pdf.page import Page, Token
from extract.read.pdf.rules import Transform, page_rules

_WORD = re.compile(r"[^\s\ufffe]+\ufffe?|\ufffe")
_NOTE_MARK = re.compile(r"(?:(?<=[^\W\d_])|(?<=[.,;:!?)%”\"’…])|^)(\(?\d{1,3}\)?|\(?\*{1,3}\)?)([.,;:!?)”\"’]*)$")
_UNIT = re.compile(r"(?:^|[\d/(])(?:[kcdmh]?m|N?m)$", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]+")
_MOST_PAGES = 20_000
_MARK_END = frozenset("0123456789*.,;:!?)”\"’")
_ASCENT, _DESCENT = 0.89, 0.22  # of the font size, as in Times
_LARGEST_SIDE = 14_400.0  # points; the format's own limit of 200 inches
_MOST_CHARACTERS = 400_000


def open_pdf(data: bytes) -> pdfium.PdfDocument:
    """Open a PDF. Raises Encrypted, Damaged or TooLarge with advice."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise Encrypted("The PDF asks for a password; remove it (print to a new PDF) and run again.") from error
        raise Damaged(f"The PDF cannot be opened ({error}); fetch it again or repair it.") from error
    if len(document) == 0:
        raise Damaged("The PDF has no pages; fetch it again from where it was published.")
    if len(document) > _MOST_PAGES:
        raise TooLarge(f"The PDF has {len(document)} pages, more than {_MOST_PAGES}; split it and run again.")
    return document


def pages(document: pdfium.PdfDocument) -> Iterator[Page]:
    """Every page in turn; a page is closed before the next is opened."""
    for index in range(len(document)):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            yield Page(number=index + 1, width=0.0, height=0.0, tokens=(), horizontal=(), vertical=())
            continue
        try:
            if _shows_annotations(page):
                # Stamped numbers and dates are appearances of signature fields: make them part of the page.
                raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
                page.close()
                page = document[index]
            yield _read_page(page, index + 1)
        finally:
            page.close()


def _shows_annotations(page: Any) -> bool:
    """Whether the page has annotations with text of their own: form and signature fields, stamps, text boxes."""
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), 200)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if kind in (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_FREETEXT):
            return True
    return False


def _read_page(page: Any, number: int) -> Page:
    width, height = page.get_size()
    if max(width, height) > _LARGEST_SIDE:
        raise TooLarge(f"Page {number} is {width:.0f} x {height:.0f} points; such a drawing is not a report.")
    left, bottom, right, top = page.get_bbox()
    place = Transform.of(raw.FPDFPage_GetRotation(page.raw), left, bottom, right, top)
    textpage = page.get_textpage()
    try:
        # Text off the page is not shown, so it is no text of the document.
        tokens = [t for t in _tokens(textpage.raw, place) if -2 < t.x1 and t.x0 < width + 2 and 0 < t.bottom < height + 20]
    finally:
        textpage.close()
    horizontal, vertical, images = page_rules(page.raw, place)
    area = width * height
    return Page(
        number=number,
        width=width,
        height=height,
        tokens=tuple(tokens),
        horizontal=horizontal,
        vertical=vertical,
        images=min(images / area, 1.0) if area else 0.0,
    )


def _text(textpage: Any) -> str:
    count = raw.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    if count > _MOST_CHARACTERS:
        raise TooLarge(f"A page holds {count} characters, more than any printed page can.")
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(textpage, 0, count, buffer)
    if written == count + 1:
        text = bytes(buffer).decode("utf-16-le", "replace")[:-1]
        if len(text) == count:
            return text
    codes = (raw.FPDFText_GetUnicode(textpage, index) for index in range(count))
    return "".join(chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else "\x00" for code in codes)


def _tokens(textpage: Any, place: Transform) -> list[Token]:
    text = _text(textpage)
    box = raw.FS_RECTF()
    reference = ctypes.byref(box)
    measure = raw.FPDFText_GetLooseCharBox
    straight, page_left, page_top = place.rotation == 0, place.left, place.top
    tokens: list[Token] = []
    seen: set[tuple[str, int, int]] = set()
    for line in _LINE.finditer(text):
        found = list(_WORD.finditer(text, line.start(), line.end()))
        if not found:
            continue
        anchor = next((word for word in found if not word.group().strip("().").isdigit()), found[0])
        base, size = _base_line(textpage, anchor.start(), place)
        bold = _is_bold(textpage, found[0].start())
        mixed = len(found) > 1 and _is_bold(textpage, found[-1].start()) != bold
        for match in found:
            start, end = match.span()
            word = match.group()
            if not measure(textpage, start, reference):
                continue
            x0, y0, x1, y1 = box.left, box.bottom, box.right, box.top
            if end - start > 1 and measure(textpage, end - 1, reference):
                if box.left < x0:
                    x0 = box.left
                if box.right > x1:
                    x1 = box.right
                if box.bottom < y0:
                    y0 = box.bottom
                if box.top > y1:
                    y1 = box.top
            if straight:
                x0, top, x1, bottom = x0 - page_left, page_top - y1, x1 - page_left, page_top - y0
            else:
                x0, top, x1, bottom = place.box(x0, y0, x1, y1)
            own_base, own_size = base, size
            mark = _NOTE_MARK.search(word) if word[-1] in _MARK_END else None
            if mark is not None or not base - 1.1 * size < top < base < bottom + 0.8 * size:
                own_base, own_size = _base_line(textpage, start, place)
            # Fake bold draws a word twice, a fraction of a point apart.
            key = (word, round(x0 / 2), round(own_base / 2))
            if key in seen:
                continue
            seen.add(key)
            thick = _is_bold(textpage, start) if mixed else bold
            high, low = own_base - _ASCENT * own_size, own_base + _DESCENT * own_size
            if mark is None:
                tokens.append(Token(word, x0, high, x1, low, thick))
                continue
            if mark.start() == 0:
                raised = own_base != base and _is_raised(own_base, own_size, base, size)
                tokens.append(Token(word, x0, high, x1, low, thick, mark=raised))
                continue
            first, last = mark.span(1)
            mark_base, mark_size = _base_line(textpage, start + first, place)
            if not _is_raised(mark_base, mark_size, own_base, own_size) or _UNIT.search(word[:first]):
                tokens.append(Token(word, x0, high, x1, low, thick))
                continue
            measure(textpage, start + first, reference)
            cut = place.box(box.left, box.bottom, box.right, box.top)[0]
            measure(textpage, start + last - 1, reference)
            end_of_mark = place.box(box.left, box.bottom, box.right, box.top)[2]
            tokens.append(Token(word[:first], x0, high, cut, low, thick))
            above, below = mark_base - _ASCENT * mark_size, mark_base + _DESCENT * mark_size
            tokens.append(Token(mark.group(1), cut, above, end_of_mark, below, thick, mark=True))
            if mark.group(2):
                tokens.append(Token(mark.group(2), end_of_mark, high, x1, low, thick))
    return tokens


def _base_line(textpage: Any, index: int, place: Transform) -> tuple[float, float]:
    """The base line of a character on the displayed page, and the size its font is drawn at."""
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage, index, ctypes.byref(x), ctypes.byref(y))
    matrix = raw.FS_MATRIX()
    scale = 1.0
    if raw.FPDFText_GetMatrix(textpage, index, ctypes.byref(matrix)):
        scale = math.hypot(matrix.c, matrix.d)
    size = raw.FPDFText_GetFontSize(textpage, index) * scale
    return place.box(x.value, y.value, x.value, y.value)[1], size if size > 0.5 else 10.0


def _is_raised(base: float, size: float, other_base: float, other_size: float) -> bool:
    """Whether a character is set smaller and higher than the text beside it: a note mark."""
    return size < 0.85 * other_size and 0.12 * other_size < other_base - base < other_size


def _is_bold(textpage: Any, index: int) -> bool:
    name = ctypes.create_string_buffer(96)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(textpage, index, name, 96, ctypes.byref(flags))
    lowered = name.value.lower()
    return b"bold" in lowered or b"black" in lowered or b"heavy" in lowered or b"demi" in lowered
