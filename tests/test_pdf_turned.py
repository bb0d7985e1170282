"""PDF pages with text that does not run from left to right, and pages that show only a part of what is drawn."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdfs import HEIGHT, WIDTH, Sheet, draw, fonts, wrap

from extract.document import Document
from extract.read import read

LONG = (
    "Trong kỳ báo cáo, các cơ quan chuyên môn thuộc huyện đã tổ chức thực hiện đầy đủ các nhiệm vụ được giao, kết quả "
    "giải quyết hồ sơ bảo đảm đúng thời hạn quy định."
)


def paragraphs(sheet: Sheet, count: int, y: float = 100) -> float:
    """The same paragraph `count` times; gives the y below."""
    for _ in range(count):
        for line in wrap(LONG, 450, 14):
            sheet.text(85, y, line, size=14)
            y += 18.2
        y += 6
    return y


def turned(sheet: Sheet, x: float, y: float, degrees: float, text: str, size: float) -> None:
    """Text around a point, turned against the clock."""
    canvas = sheet.canvas
    canvas.saveState()
    canvas.translate(x, sheet.height - y)
    canvas.rotate(degrees)
    canvas.setFont(fonts()[0], size)
    canvas.drawCentredString(0, 0, text)
    canvas.restoreState()


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


@pytest.mark.parametrize(
    ("text", "degrees", "size"), [("BẢN SAO", 45, 90), ("CỔNG THÔNG TIN ĐIỆN TỬ", 52, 40), ("DỰ THẢO", 0, 100)]
)
def test_a_watermark_is_left_out_and_named_once(text: str, degrees: float, size: float) -> None:
    def page(sheet: Sheet) -> None:
        turned(sheet, 300, 420, degrees, text, size)
        paragraphs(sheet, 8)

    document = read(draw(page, page))
    assert texts(document) == [LONG] * 16
    assert document.warnings == (f"watermark left out, from page 1: {text}",)


def test_a_large_title_is_no_watermark() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(200, 80, "BÁO CÁO", size=40)
        paragraphs(sheet, 3, 140)

    assert texts(read(draw(page))) == ["BÁO CÁO", LONG, LONG, LONG]


@pytest.mark.parametrize("degrees", [90, -90])
def test_headers_that_read_upwards_or_downwards(degrees: float) -> None:
    lines = ("Tổng số hồ sơ", "đã tiếp nhận")

    def page(sheet: Sheet) -> None:
        xs, ys = [60, 100, 160, 300], [100, 220, 240, 260]
        for y in ys:
            sheet.line(60, y, 300, y)
        for x in xs:
            sheet.line(x, 100, x, 260)
        turned(sheet, 84, 160, degrees, "Số thứ tự", 11)
        for x, line in zip((124, 137) if degrees > 0 else (132, 119), lines, strict=True):
            turned(sheet, x, 160, degrees, line, 11)
        sheet.text(165, 160, "Tên chỉ tiêu")
        for row, y in ((1, 234), (2, 254)):
            for x, text in zip(xs, (str(row), "15", "Hồ sơ đất đai"), strict=False):
                sheet.text(x + 5, y, text)

    assert texts(read(draw(page)))[:6] == [
        "Số thứ tự", "Tổng số hồ sơ đã tiếp nhận", "Tên chỉ tiêu", "1", "15", "Hồ sơ đất đai",
    ]  # fmt: skip


def test_text_up_the_margin_is_kept_and_breaks_no_paragraph() -> None:
    lines = wrap(LONG, 450, 14)

    def page(sheet: Sheet) -> None:
        turned(sheet, 40, 500, 90, "Sao y từ bản chính", 9)
        y = paragraphs(sheet, 10)
        sheet.text(85, y, lines[0], size=14)

    def following(sheet: Sheet) -> None:
        for number, line in enumerate(lines[1:]):
            sheet.text(85, 60 + 18.2 * number, line, size=14)
        paragraphs(sheet, 3, 160)

    found = texts(read(draw(page, following)))
    assert found.count(LONG) == 14
    assert [text for text in found if text != LONG] == ["Sao y từ bản chính"]


def sideways(quarter: int) -> Callable[[Sheet], None]:
    """A page whose whole content is turned, without the page saying so."""

    def page(sheet: Sheet) -> None:
        canvas = sheet.canvas
        canvas.saveState()
        canvas.translate(*{1: (WIDTH, 0), 2: (WIDTH, HEIGHT), 3: (0, HEIGHT)}[quarter])
        canvas.rotate({1: 90, 2: 180, 3: -90}[quarter])
        upright = Sheet(canvas, WIDTH if quarter != 2 else HEIGHT)
        upright.text(85, 60, "PHỤ LỤC", size=14)
        paragraphs(upright, 3)
        xs, ys = [60, 120, 300, 400], [400, 420, 440, 460]
        for y in ys:
            upright.line(60, y, 400, y)
        for x in xs:
            upright.line(x, 400, x, 460)
        for row in range(3):
            for x, text in zip(xs, (str(row + 1), "Chỉ tiêu", "12"), strict=False):
                upright.text(x + 5, 414 + 20 * row, text)
        canvas.restoreState()

    return page


@pytest.mark.parametrize("quarter", [1, 2, 3])
def test_pages_drawn_sideways_are_set_upright_and_placed_as_displayed(quarter: int) -> None:
    document = read(draw(sideways(quarter)))
    assert texts(document) == [
        "PHỤ LỤC",
        LONG,
        LONG,
        LONG,
        "1",
        "Chỉ tiêu",
        "12",
        "2",
        "Chỉ tiêu",
        "12",
        "3",
        "Chỉ tiêu",
        "12",
    ]
    (box,) = document.blocks[0].boxes(0, 3)
    x, y = {1: (60, WIDTH - 85), 2: (WIDTH - 85, HEIGHT - 60), 3: (WIDTH - 60, 85)}[quarter]
    if quarter == 1:
        y = HEIGHT - 85
    assert box.x0 - 16 < x < box.x1 + 16
    assert box.top - 16 < y < box.bottom + 16


def test_a_crop_box_hides_what_is_outside_and_moves_the_origin() -> None:
    def page(sheet: Sheet) -> None:
        sheet.canvas.setCropBox((50, 100, 550, 800))
        sheet.text(60, 30, "Dấu cắt trang")  # above the box
        sheet.text(150, 142, "Phụ lục số liệu")

    (block,) = read(draw(page)).blocks
    (box,) = block.boxes()
    assert block.text == "Phụ lục số liệu"
    assert (round(box.x0), box.top < 142 - (HEIGHT - 800) < box.bottom) == (100, True)
