"""Small helpers for the tests of running text in PDFs: paragraphs to draw, the texts that are read."""

from __future__ import annotations

from pdfs import Sheet, wrap

from extract.document import Document

LEFT, RIGHT, INDENT = 85.0, 540.0, 36.0
LONG = (
    "Trong kỳ báo cáo, các cơ quan chuyên môn thuộc huyện đã tổ chức thực hiện đầy đủ các nhiệm vụ được giao, kết quả "
    "giải quyết hồ sơ bảo đảm đúng thời hạn quy định, được người dân và doanh nghiệp đánh giá tích cực."
)
SECOND = (
    "Bên cạnh đó, việc theo dõi và đôn đốc được thực hiện thường xuyên hơn so với các năm trước đây tại tất cả các xã."
)


def paragraph(sheet: Sheet, y: float, text: str, *, indent: float = INDENT, size: float = 14) -> float:
    """Draw an indented paragraph; gives the y below it."""
    words = text.split(" ")
    lines = wrap(text, RIGHT - LEFT - indent, size)[:1]
    rest = " ".join(words[len(lines[0].split(" ")) :])
    lines += wrap(rest, RIGHT - LEFT, size) if rest else []
    for number, line in enumerate(lines):
        sheet.text(LEFT + (indent if number == 0 else 0), y, line, size=size)
        y += 1.3 * size
    return y


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def filler(sheet: Sheet, y: float = 120) -> float:
    """Enough ordinary text for the page to have a frame."""
    for _ in range(4):
        y = paragraph(sheet, y, LONG)
    return y


def raised(sheet: Sheet, y: float, before: str, mark: str, after: str, *, size: float = 14) -> None:
    """A line with a raised note mark in it."""
    x = sheet.text(LEFT + INDENT, y, before, size=size) if before else LEFT
    x = sheet.text(x, y - 0.35 * size, mark, size=0.6 * size)
    sheet.text(x, y, after, size=size)
