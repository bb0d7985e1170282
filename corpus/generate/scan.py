"""A PDF as it comes out of an office scanner: rasterised, skewed, noisy, unevenly lit, with seal and signature over the text; no text layer.

How bad it is follows from the seed: from a clean flatbed copy to a photocopy of a photocopy.
"""

from __future__ import annotations

import io
import time
from dataclasses import dataclass

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from corpus.generate.fonts import bold_file

_SEAL, _INK = (196, 30, 40), (30, 50, 150)
_EPOCH = time.gmtime(0)
Pixels = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scanner:
    """What one scan is like, the same on all its pages but for the skew."""

    dpi: int
    grey: bool
    noise: float  # standard deviation, of 255
    blur: float  # radius in pixels
    shade: float  # how much darker one side is, of 255
    specks: int
    quality: int  # of the JPEG
    skew: float  # largest, degrees


def scanner_of(rng: np.random.Generator) -> Scanner:
    """A scanner by chance."""
    return Scanner(
        dpi=int(rng.choice((150, 200, 200, 300))),
        grey=bool(rng.random() < 0.35),
        noise=float(rng.uniform(2, 14)),
        blur=float(rng.uniform(0.2, 0.9)),
        shade=float(rng.uniform(0, 40)),
        specks=int(rng.integers(0, 120)),
        quality=int(rng.integers(45, 85)),
        skew=float(rng.uniform(0, 1.8)),
    )


def scan_bytes(pdf: bytes, seed: int) -> bytes:
    """The scan of a PDF; the same PDF and seed give the same bytes (with the same PDFium, Pillow and numpy)."""
    rng = np.random.default_rng(seed)
    scanner = scanner_of(rng)
    document = pypdfium2.PdfDocument(pdf)
    signed = _signature_page(document)
    sheets = []
    for number, page in enumerate(document):
        image = page.render(scale=scanner.dpi / 72).to_pil().convert("RGB")
        if signed is not None and number == signed[0]:
            _stamp(image, signed[1], signed[2], scanner.dpi / 72, rng)
        sheets.append(_scanned(image, scanner, rng))
    document.close()
    buffer = io.BytesIO()
    sheets[0].save(
        buffer, "PDF", save_all=True, append_images=sheets[1:], resolution=scanner.dpi, quality=scanner.quality,
        creationDate=_EPOCH, modDate=_EPOCH,
    )  # fmt: skip
    return buffer.getvalue()


def _signature_page(document: pypdfium2.PdfDocument) -> tuple[int, float, float] | None:
    """Page and place (points from the top left) of the line under which one signs: what follows `Nơi nhận` on its right."""
    for number, page in enumerate(document):
        text = page.get_textpage()
        found = text.search("Nơi nhận").get_next()
        if found is not None:
            left, bottom, _, _ = text.get_charbox(found[0])
            return number, left + 0.62 * (page.get_width() - left), page.get_height() - bottom + 34
    return None


def _stamp(image: Image.Image, x: float, y: float, scale: float, rng: np.random.Generator) -> None:
    """A round seal that covers a third of the signature, and the signature, drawn into the page."""
    radius = 51 * scale  # 36 mm across (Nghị định 99/2016, seals of state bodies)
    left = (x + rng.uniform(-40, -15)) * scale
    top = (y + rng.uniform(-12, 18)) * scale
    layer = Image.new("RGBA", image.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    strength = int(rng.uniform(120, 220))
    for inset, width in ((0, 3.0), (4.5 * scale, 1.2), (16 * scale, 1.2)):
        box = (left - radius + inset, top - radius + inset, left + radius - inset, top + radius - inset)
        pen.ellipse(box, outline=(*_SEAL, strength), width=max(1, round(width * scale / 2)))
    font = ImageFont.truetype(str(bold_file()), round(9 * scale))
    pen.text((left, top), "★", fill=(*_SEAL, strength), font=font, anchor="mm")
    for angle in range(0, 360, 24):
        turn = np.deg2rad(angle)
        spot = (left + (radius - 10 * scale) * np.cos(turn), top + (radius - 10 * scale) * np.sin(turn))
        pen.text(spot, "HUBN"[angle // 24 % 4], fill=(*_SEAL, strength), font=font, anchor="mm")
    steps = rng.normal(0, 9 * scale, (14, 2)).cumsum(axis=0) + np.array((left + 30 * scale, top))
    pen.line([(float(px), float(py)) for px, py in steps], fill=(*_INK, 230), width=max(1, round(scale)), joint="curve")
    image.paste(Image.alpha_composite(image.convert("RGBA"), layer).convert("RGB"))


def _scanned(image: Image.Image, scanner: Scanner, rng: np.random.Generator) -> Image.Image:
    turned = image.rotate(
        float(rng.uniform(-scanner.skew, scanner.skew)), resample=Image.Resampling.BICUBIC, fillcolor=(248, 248, 246)
    ).filter(ImageFilter.GaussianBlur(scanner.blur))
    pixels: Pixels = np.asarray(turned, dtype=np.float32)
    height, width, _ = pixels.shape
    light = np.linspace(0, -scanner.shade, width, dtype=np.float32)[None, :, None]
    noise = rng.normal(0, scanner.noise, (height, width, 1)).astype(np.float32)
    pixels = 0.96 * pixels + 4 + light + noise
    for _ in range(scanner.specks):
        row, column, size = rng.integers(0, height - 4), rng.integers(0, width - 4), rng.integers(1, 4)
        pixels[row : row + size, column : column + size] = rng.uniform(0, 90)
    made = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8), "RGB")
    return made.convert("L") if scanner.grey else made
