"""A sheet of paper as pixels: coloured ink taken out, uneven light evened, black told from white.

Grey values are 0 (black) to 255 (white) in `uint8`; a mask is true where there is ink.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Grey: TypeAlias = NDArray[np.uint8]
Mask: TypeAlias = NDArray[np.bool_]

#: Between the darkest and the lightest channel of a seal or of a pen; paper and print have less.
_COLOURED = 48
#: A pixel darker than this in every channel is print, whatever runs over it.
_PRINT = 85
#: More of the ink than this is coloured: then the text itself is, and stays.
_MOSTLY_COLOURED = 0.8
_PAPER_BLOCK = 12  # pixels of the sheet to one of the estimate of its paper
_BLACK, _WHITE = 0.24, 0.86  # of the paper's brightness: what counts as fully black and fully white
_INK = 0.62


def without_coloured_ink(image: Image.Image) -> Grey:
    """The sheet in grey, seals (red) and signatures (blue) made paper."""
    if image.mode in ("1", "L", "I;16", "LA"):
        return np.asarray(image.convert("L"))
    colours = np.asarray(image.convert("RGB"))
    grey = np.asarray(image.convert("L"))
    few = colours[::3, ::3].astype(np.int16)
    if not (np.abs(few[..., 0] - few[..., 2]) > _COLOURED).any():
        return grey  # red and blue apart is what both inks are
    red, green, blue = (colours[..., channel] for channel in range(3))
    light, dark = np.maximum(np.maximum(red, green), blue), np.minimum(np.minimum(red, green), blue)
    coloured = (light - dark > _COLOURED) & (light > _PRINT)
    # Paper may be tinted as a whole, and an edge of black print has a coloured fringe: only what is dark and coloured counts.
    coloured &= dark < 200
    ink = int((grey < 128).sum())
    seal = int((coloured & (grey < 160)).sum())
    if not seal or seal > _MOSTLY_COLOURED * max(ink, 1):
        return grey
    paper = int(np.median(grey))
    near = np.asarray(Image.fromarray(coloured).filter(ImageFilter.MaxFilter(3)))
    cleaned = grey.copy()
    cleaned[coloured] = paper
    fringe = near & ~coloured & (light - dark > _COLOURED // 2) & (grey > _PRINT)
    cleaned[fringe] = paper
    return cleaned


def evened(grey: Grey) -> Grey:
    """Grey values as a share of the paper around, stretched so that print is black and paper white."""
    height, width = grey.shape
    image = Image.fromarray(grey)
    small = image.resize((max(1, width // _PAPER_BLOCK), max(1, height // _PAPER_BLOCK)), Image.Resampling.BOX)
    paper = small.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.GaussianBlur(5))
    light = np.asarray(paper.resize((width, height), Image.Resampling.BILINEAR), dtype=np.float32)
    share = grey / np.maximum(light, 40.0)
    stretched = (share - _BLACK) * (255.0 / (_WHITE - _BLACK))
    return np.clip(stretched, 0, 255).astype(np.uint8)


def ink_of(evened_grey: Grey) -> Mask:
    """Where there is ink on an evened sheet, noise of single pixels smoothed away."""
    smooth = np.asarray(Image.fromarray(evened_grey).filter(ImageFilter.GaussianBlur(0.8)))
    return smooth < 255 * _INK


def as_image(grey: Grey) -> Image.Image:
    """For what wants an image."""
    return Image.fromarray(np.ascontiguousarray(grey))
