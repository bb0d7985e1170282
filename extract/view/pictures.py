"""The pages of a PDF or a picture file as small pictures, sharp enough to read and small enough to keep.

A page of print has few shades of grey: eight of them in a PNG are sharper and smaller than JPEG. Photographs and scans,
whose paper is never quite white, and pages in colour are WebP. PDFium draws one page at a time; the packing of others goes on
beside it.
"""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from PIL import Image, ImageChops

from extract.read.errors import ReadError
from extract.read.pdf.engine import open_pdf
from extract.read.pdf.repair import repair

_PIXELS = 1_750_000  # of a page: 1,110 across A4, two a point
_MOST = 108_000  # bytes of a picture: a third more in the file
_SHADES = 8
_COLOURED = 24  # how far the channels of a pixel differ in colour that is meant
_COLOURED_SHARE = 0.0004  # of the pixels; less is a speck
_WEBP = ((45, 1.0), (30, 1.0), (30, 0.8), (20, 0.65))  # quality and scale, until it is small enough
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Picture:
    """A page: its size in points, as boxes count, and its picture; without one where the page cannot be drawn."""

    width: float
    height: float
    media_type: str = ""
    content: bytes = b""


def pictures(data: bytes, media_type: str, pages: int) -> Iterator[Picture]:
    """Every page of a PDF or picture in turn."""
    drawn = _of_pdf(data, pages) if media_type == "application/pdf" else _of_image(data)
    waiting: deque[Future[Picture]] = deque()
    with ThreadPoolExecutor(2) as packers:
        for image, width, height in drawn:
            waiting.append(packers.submit(_packed, image, width, height))
            if len(waiting) > _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


Drawn = tuple[Image.Image | None, float, float]


def _of_pdf(data: bytes, pages: int) -> Iterator[Drawn]:
    document = _opened(data, pages)
    try:
        document.init_forms()  # what is written in the fields of a form is drawn with them
        for number in range(pages):
            try:
                page = document[number]
            except (pdfium.PdfiumError, IndexError):
                yield None, 595.0, 842.0
                continue
            try:
                yield _drawn(page)
            finally:
                page.close()
    finally:
        document.close()


def _opened(data: bytes, pages: int) -> Any:
    """The PDF, or what repair makes of it where the reader must have had to do so."""
    try:
        document = open_pdf(data)
    except ReadError:
        repaired = repair(data)
        if repaired is None:
            raise
        return open_pdf(repaired[0])
    if len(document) < pages and (repaired := repair(data)):
        document.close()
        return open_pdf(repaired[0])
    return document


def _drawn(page: Any) -> Drawn:
    width, height = page.get_size()
    scale = (_PIXELS / max(width * height, 1.0)) ** 0.5
    bitmap = page.render(scale=scale, may_draw_forms=True, fill_color=(255, 255, 255, 255))
    return bitmap.to_pil(), width, height


def _of_image(data: bytes) -> Iterator[Drawn]:
    from extract.read.scan.images import sheets

    for image, dpi in sheets(data):
        width, height = image.width * 72 / dpi, image.height * 72 / dpi
        scale = min(1.0, (_PIXELS / max(image.width * image.height, 1)) ** 0.5)
        size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
        yield image.resize(size, Image.Resampling.LANCZOS), width, height


def _packed(image: Image.Image | None, width: float, height: float) -> Picture:
    if image is None:
        return Picture(width, height)
    colour = _in_colour(image)
    image = image.convert("RGB" if colour else "L")
    if not colour and len(content := _png(image)) <= _MOST:
        return Picture(width, height, "image/png", content)
    for quality, scale in _WEBP:
        content = _webp(image, quality, scale)
        if len(content) <= _MOST:
            break
    return Picture(width, height, "image/webp", content)


def _in_colour(image: Image.Image) -> bool:
    """Whether a stamp, a signature or a logo has colour enough to be kept."""
    if image.mode == "L":
        return False
    red, green, blue = image.convert("RGB").reduce(3).split()
    apart = ImageChops.lighter(ImageChops.difference(red, green), ImageChops.difference(green, blue))
    histogram = apart.histogram()
    return sum(histogram[_COLOURED:]) > _COLOURED_SHARE * sum(histogram)


def _png(image: Image.Image) -> bytes:
    step = 255 / (_SHADES - 1)
    shades = image.point([round(value / step) for value in range(256)])
    shades.putpalette([round(shade * step) for shade in range(_SHADES) for _ in "rgb"])
    target = io.BytesIO()
    shades.save(target, "PNG", bits=4, compress_level=6)
    return target.getvalue()


def _webp(image: Image.Image, quality: int, scale: float) -> bytes:
    if scale < 1:
        image = image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.LANCZOS)
    target = io.BytesIO()
    image.save(target, "WEBP", quality=quality, method=2)
    return target.getvalue()
