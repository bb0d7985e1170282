"""Picture files (.jpg, .png, .tif with many pages) → items, as from a PDF of scans."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image, ImageOps, UnidentifiedImageError

from extract.document import Ocr
from extract.read.errors import Damaged, TooLarge, Unsupported
from extract.read.pdf import PdfReading
from extract.read.pdf.page import Page
from extract.read.pdf.walk import lay_out
from extract.read.scan.recognise import missing
from extract.read.scan.render import LEAST, MOST, Sheet
from extract.read.scan.sheet import pages_of

_LONG_SIDE = 297 / 25.4  # inches: pictures that do not say how large they are show a sheet of A4
_MOST_PIXELS = 120_000_000
_MOST_PAGES = 2_000


def read_image(data: bytes, ocr: Ocr = "auto") -> PdfReading:
    """Items of a picture file. Raises ReadError where it cannot be opened, or may or can not be recognised."""
    if ocr == "never":
        raise Unsupported("This is a picture, and text recognition was not wanted (--ocr never).")
    if lacking := missing():
        raise Unsupported(f"This is a picture; text recognition (OCR) needs: {lacking}")
    pages: list[Page] = []
    number = 0
    for number, sheet in enumerate(sheets(data), start=1):
        pages.extend(pages_of(sheet, number, first=len(pages) + 1))
    if not any(page.tokens for page in pages):
        raise Unsupported("No text was found on this picture.")
    laid = lay_out(pages, b"")
    told = f"text recognised (OCR): pages 1-{number}" if number > 1 else "text recognised (OCR): page 1"
    return PdfReading(items=laid.items, pages=number, text_origin="ocr", warnings=(told,))


def sheets(data: bytes) -> Iterator[Sheet]:
    """Every sheet of a picture file, as it is recognised: boxes on it count in points. Raises ReadError."""
    try:
        with Image.open(io.BytesIO(data)) as file:
            frames = getattr(file, "n_frames", 1) if file.format == "TIFF" else 1
            for number in range(min(frames, _MOST_PAGES)):
                file.seek(number)
                if file.width * file.height > _MOST_PIXELS:
                    raise TooLarge(
                        f"The picture has {file.width} x {file.height} pixels; save it smaller and run again."
                    )
                yield _sheet(file)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Damaged("The picture cannot be opened; fetch it again or save it as PNG.") from error


def _sheet(file: Image.Image) -> Sheet:
    """A frame in the way its camera held it, with no more pixels than recognition needs."""
    stated = file.info.get("dpi", (0, 0))
    image = ImageOps.exif_transpose(file)
    image = image.convert("L" if image.mode in ("1", "L", "LA", "I;16") else "RGB")
    dpi = float(stated[0]) if isinstance(stated, tuple) else float(stated)
    if not 4 <= max(image.size) / max(dpi, 1.0) <= 40:
        dpi = max(image.size) / _LONG_SIDE
    wanted = min(max(dpi, LEAST), MOST)
    if abs(wanted - dpi) > 1:
        size = max(1, round(image.width * wanted / dpi)), max(1, round(image.height * wanted / dpi))
        image = image.resize(size, Image.Resampling.BICUBIC if wanted > dpi else Image.Resampling.LANCZOS)
        dpi = wanted
    return Sheet(image, dpi)
