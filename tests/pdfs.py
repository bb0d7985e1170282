"""Small PDFs drawn for tests: text at exact places, lines and boxes."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))


@cache
def fonts() -> tuple[str, str]:
    """Names of a regular and a bold font that hold Vietnamese letters; Debian has them in fonts-liberation2."""
    for name, file in (
        ("Body", "liberation2/LiberationSerif-Regular.ttf"),
        ("Bold", "liberation2/LiberationSerif-Bold.ttf"),
    ):
        path = next((found for folder in FOLDERS for found in sorted(folder.rglob(file))), None)
        assert path is not None, f"{file} not found: apt-get install fonts-liberation2"
        pdfmetrics.registerFont(TTFont(name, str(path)))
    return "Body", "Bold"


class Sheet:
    """A page to draw on; y runs downwards from the top, in points."""

    def __init__(self, canvas: Canvas, height: float) -> None:
        self.canvas, self.height = canvas, height

    def text(self, x: float, y: float, text: str, *, size: float = 12, bold: bool = False) -> float:
        """Draw text with its base line at y; gives the x where it ends."""
        name = fonts()[bold]
        self.canvas.setFont(name, size)
        self.canvas.drawString(x, self.height - y, text)
        return x + pdfmetrics.stringWidth(text, name, size)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a stroke."""
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a line the way Word does: a thin filled rectangle."""
        wide, high = max(x1 - x0, 0.48), max(y1 - y0, 0.48)
        self.canvas.rect(x0, self.height - y0 - high, wide, high, stroke=0, fill=1)


def draw(*pages: Callable[[Sheet], None], size: tuple[float, float] = A4, rotation: int = 0) -> bytes:
    """A PDF with one page per function."""
    buffer = io.BytesIO()
    swapped = rotation in (90, 270)  # reportlab swaps the sides of such pages back
    canvas = Canvas(buffer, pagesize=(size[1], size[0]) if swapped else size, invariant=1)
    for page in pages:
        if rotation:  # drawn so that the displayed page is upright, as scanners and converters do
            canvas.setPageRotation(rotation)
            canvas.translate(*{90: (0, 0), 180: (size[0], 0), 270: size}[rotation])
            canvas.rotate(rotation if rotation != 270 else -90)
        page(Sheet(canvas, 0 if rotation else size[1]))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a text in points."""
    return float(pdfmetrics.stringWidth(text, fonts()[bold], size))


def wrap(text: str, width: float, size: float = 12, *, bold: bool = False) -> list[str]:
    """Lines of a text broken at spaces to fit a width."""
    name = fonts()[bold]
    lines: list[str] = []
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and pdfmetrics.stringWidth(joined, name, size) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def table_pages(
    rows: list[tuple[str, ...]],
    widths: tuple[float, ...],
    *,
    height: float,
    repeat: bool = False,
    word: bool = False,
    top: float = 80.0,
    size: float = 12,
) -> tuple[bytes, int]:
    """A ruled table over pages of `height` points each, rows broken wherever the page ends; and its page count.

    `repeat` draws the first row again on every page; `word` draws borders as thin rectangles.
    """
    pitch, pad = size * 1.2, 5.4
    wrapped = [[wrap(cell, width - 2 * pad, size) for cell, width in zip(row, widths, strict=True)] for row in rows]
    pages: list[list[tuple[float, float, list[list[str]]]]] = []
    y = height + 1

    def new_page() -> float:
        pages.append([])
        if repeat and len(pages) > 1:
            high = max(map(len, wrapped[0])) * pitch + 4
            pages[-1].append((0.0, high, wrapped[0]))
            return high
        return 0.0

    for cells in wrapped:
        rest = [list(cell) for cell in cells]
        while any(rest):
            if y + pitch + 4 > height:
                y = new_page()
            room = max(int((height - y - 4) // pitch), 1)
            part = [cell[:room] for cell in rest]
            rest = [cell[room:] for cell in rest]
            high = max(map(len, part)) * pitch + 4
            pages[-1].append((y, high, part))
            y += high

    def painter(page: list[tuple[float, float, list[list[str]]]]) -> Callable[[Sheet], None]:
        def paint(sheet: Sheet) -> None:
            stroke = sheet.rule if word else sheet.line
            edges = [60.0]
            for width in widths:
                edges.append(edges[-1] + width)
            for start, high, part in page:
                stroke(edges[0], top + start, edges[-1], top + start)
                stroke(edges[0], top + start + high, edges[-1], top + start + high)
                for x in edges:
                    stroke(x, top + start, x, top + start + high)
                for x, cell in zip(edges, part, strict=False):
                    for number, line in enumerate(cell):
                        sheet.text(x + pad, top + start + 2 + size * 0.9 + number * pitch, line, size=size)

        return paint

    return draw(*map(painter, pages)), len(pages)
