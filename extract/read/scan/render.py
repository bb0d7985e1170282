"""A page of a PDF → its picture, at the resolution it was scanned with."""

from __future__ import annotations

from typing import Any, NamedTuple

import pypdfium2.raw as raw
from PIL import Image

LEAST, MOST = 200, 200  # dpi: below, letters are too small to tell apart; above, only slower
_PRINTED = 200  # for pages that are no pictures; what the model reads best, measured


class Sheet(NamedTuple):
    """A picture of a page, and how many of its pixels are an inch."""

    image: Image.Image
    dpi: float


def sheet_of(page: Any) -> Sheet:
    """Render an open page."""
    width, height = page.get_size()
    native = _native(page, width * height)
    dpi = min(max(native, LEAST), MOST) if native else _PRINTED
    most = 30_000_000 / max(width * height / 72**2, 0.01)  # pixels; huge plans in a coarser picture
    dpi = min(dpi, most**0.5)
    picture = page.render(scale=dpi / 72, may_draw_forms=True, fill_color=(255, 255, 255, 255)).to_pil()
    return Sheet(picture, dpi)


def _native(page: Any, area: float) -> float:
    """The resolution of the largest picture on a page; 0 where none covers a good part of it."""
    largest, found = 0.2 * area, 0.0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = item.get_bounds()
        covers = (right - left) * (top - bottom)
        if covers >= largest:
            metadata = item.get_metadata()
            largest = covers
            found = (metadata.width * metadata.height / max(covers / 72**2, 0.01)) ** 0.5
    return found
