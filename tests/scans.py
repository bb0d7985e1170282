"""Scans made for tests: drawn pages as pictures, turned and dirtied, with no text layer."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import pypdfium2
from needs import needs
from pdfs import Sheet, draw
from PIL import Image, ImageChops, ImageDraw

from extract.read.scan.recognise import missing

#: CI installs both, see .ci/packages and requirements.lock.
needs_ocr = needs(missing() is None, f"text recognition ({missing()})")
DPI = 200


def pictures(pdf: bytes, dpi: int = DPI) -> list[Image.Image]:
    """The pages of a PDF as they are printed."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in document]


def dirty(image: Image.Image, *, skew: float = 0.9, noise: float = 9.0, seed: int = 7) -> Image.Image:
    """A page as a scanner gives it: fed in at an angle, grey, noisy, with specks and a shadow on one side."""
    rng = np.random.default_rng(seed)
    turned = image.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=(250, 250, 250))
    pixels = np.asarray(turned, dtype=np.float32) * 0.93
    pixels += rng.normal(0, noise, pixels.shape[:2])[..., None] - np.linspace(0, 30, pixels.shape[1])[None, :, None]
    for _ in range(60):
        row, column = rng.integers(0, pixels.shape[0] - 3), rng.integers(0, pixels.shape[1] - 3)
        pixels[row : row + 2, column : column + 2] = 40
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def seal(image: Image.Image, x: float, y: float, radius: float = 51) -> Image.Image:
    """A red seal on the page, its middle at x, y in points, the print shining through."""
    layer = Image.new("RGB", image.size, "white")
    scale = image.width / 595
    box = [(x - radius) * scale, (y - radius) * scale, (x + radius) * scale, (y + radius) * scale]
    ImageDraw.Draw(layer).ellipse(box, outline=(215, 60, 70), width=6)
    ImageDraw.Draw(layer).line([box[0], y * scale, box[2], y * scale], fill=(60, 80, 190), width=4)
    return ImageChops.multiply(image, layer)


def as_pdf(*images: Image.Image, dpi: int = DPI) -> bytes:
    """Pictures as a PDF without text."""
    buffer = io.BytesIO()
    images[0].save(buffer, "PDF", save_all=True, append_images=list(images[1:]), resolution=dpi, quality=85)
    return buffer.getvalue()


def as_file(kind: str, *images: Image.Image) -> bytes:
    """Pictures as a file of pictures."""
    buffer = io.BytesIO()
    more = {"save_all": True, "append_images": list(images[1:])} if kind == "TIFF" else {}
    images[0].save(buffer, kind, dpi=(DPI, DPI), **more)
    return buffer.getvalue()


LETTER = (
    "Thực hiện Kế hoạch số 182/KH-UBND ngày 28/12/2021 của Ủy ban nhân dân",
    "tỉnh Sóc Trăng về cải cách hành chính, Ủy ban nhân dân huyện Kế Sách ban",
    "hành Kế hoạch số 30/KH-UBND ngày 18/01/2022 với 25 nhiệm vụ.",
)
SECOND = (
    "Kết quả giải quyết hồ sơ trong 6 tháng đầu năm được đánh giá tốt, có 3.327",
    "hồ sơ được tiếp nhận theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của",
    "Chính phủ và Thông tư số 01/2018/TT-VPCP ngày 23/11/2018.",
)
TABLE = (
    ("TT", "TÊN CHỈ TIÊU", "ĐƠN VỊ", "SỐ LƯỢNG"),
    ("1", "Số văn bản đã ban hành", "Văn bản", "42"),
    ("2", "Số hồ sơ tiếp nhận", "Hồ sơ", "3.327"),
    ("3", "Số cuộc kiểm tra", "Cuộc", "0"),
    ("4", "Số thủ tục được bãi bỏ", "Thủ tục", ""),
    ("5", "Tỷ lệ hài lòng", "%", "98,5"),
)
_EDGES = (80, 120, 320, 410, 500)


def paragraph(*lines: str, top: float = 100) -> Callable[[Sheet], None]:
    """A page that draws these lines."""

    def page(sheet: Sheet) -> None:
        for number, line in enumerate(lines):
            sheet.text(80 if number else 110, top + 19 * number, line, size=13)

    return page


def table(sheet: Sheet) -> None:
    """A page with a ruled table."""
    sheet.text(110, 100, "Kết quả thực hiện các chỉ tiêu trong kỳ báo cáo như sau:", size=13)
    for number, row in enumerate(TABLE):
        y = 130 + 24 * number
        for column, text in enumerate(row):
            sheet.text(_EDGES[column] + 5, y + 16, text, size=12, bold=number == 0)
        sheet.rule(_EDGES[0], y, _EDGES[-1], y)
    low = 130 + 24 * len(TABLE)
    sheet.rule(_EDGES[0], low, _EDGES[-1], low)
    for x in _EDGES:
        sheet.rule(x, 130, x, low)


def letter_and_table() -> bytes:
    """Two drawn pages with their text."""
    return draw(paragraph(*LETTER), table)
