"""What a read document is: blocks of text in reading order, each with its place.

Readers (PDF, DOCX, text, later OCR) make a `Document`; finders only ever see one. Text is NFC. Positions in a
block are Unicode code points of `Block.text`; positions on a page are PDF points of the displayed page (after
rotation and cropping), origin top left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["paragraph", "heading", "list_item", "cell", "footnote"]
Zone = Literal["letterhead", "body", "closing", "annex"]
#: Which pages are recognised as pictures: those that need it, all, or none.
Ocr = Literal["auto", "always", "never"]
TextOrigin = Literal["digital", "ocr", "mixed", "legacy_font"]


class Box(NamedTuple):
    """A rectangle on a page: PDF points of the displayed page, origin top left."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


class Word(NamedTuple):
    """Where the characters `start:end` of a block's text stand on a page, and how sure their recognition is (None: not OCR)."""

    start: int
    end: int
    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, list item, table cell or footnote.

    `path` names it inside its document: `p[12]`, `tbl[1]/r[3]/c[4]`, `fn[2]` (all counted from 1). `section` is the
    path of the headings above it (`I > 1 > 1.1`); a heading's own number ends its own section. `text_raw` is set
    only where the reader repaired something. `words` is empty where the format has no pages; `box` is the rectangle of
    a cell without text, which has no words to say where it stands.
    """

    path: str
    kind: Kind
    text: str
    text_raw: str | None = None
    zone: Zone = "body"
    level: int | None = None
    section: str | None = None
    bold: bool | None = None
    centered: bool | None = None
    table_no: int | None = None
    row_no: int | None = None
    column_no: int | None = None
    row_span: int | None = None
    column_span: int | None = None
    is_header: bool | None = None
    stitched: bool = False
    confidence: float | None = None
    words: tuple[Word, ...] = ()
    box: Box | None = None

    @property
    def page(self) -> int | None:
        """The page where the block starts, 1-based; None without pages."""
        return self.words[0].page if self.words else self.box.page if self.box else None

    def confidence_of(self, start: int, end: int) -> float | None:
        """How sure the least sure word in `text[start:end]` is; that of the block where none is there, None without OCR."""
        sure = [w.confidence for w in self.words if w.end > start and w.start < end and w.confidence is not None]
        return min(sure) if sure else self.confidence

    def boxes(self, start: int = 0, end: int | None = None) -> tuple[Box, ...]:
        """One box per printed line that holds a part of `text[start:end]`."""
        if not self.words:
            return (self.box,) if self.box else ()
        stop = len(self.text) if end is None else end
        lines: list[list[float]] = []
        last: list[float] | None = None
        for first, past, page, x0, top, x1, bottom, _ in self.words:
            if past <= start:
                continue
            if first >= stop:
                break
            if first < start or past > stop:
                width = (x1 - x0) / (past - first)
                x0, x1 = x0 + width * max(start - first, 0), x1 - width * max(past - stop, 0)
            if last is not None and last[0] == page and top < last[4] and last[2] < bottom and x0 >= last[1]:
                last[2], last[3], last[4] = min(last[2], top), max(last[3], x1), max(last[4], bottom)
            else:
                last = [page, x0, top, x1, bottom]
                lines.append(last)
        return tuple(
            [
                Box(int(n), round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1))
                for n, x0, top, x1, bottom in lines
            ]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One read document: its blocks in reading order and what the reader learned beside the text."""

    doc_id: str
    media_type: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    text_origin: TextOrigin = "digital"
    warnings: tuple[str, ...] = ()
    signed_by: str | None = None
    signed_at: str | None = None

    def tables(self) -> Iterator[tuple[int, tuple[Block, ...]]]:
        """The cells of each table, by `table_no`, in row order; nested tables are tables of their own."""
        grouped: dict[int, list[Block]] = {}
        for block in self.blocks:
            if block.table_no is not None:
                grouped.setdefault(block.table_no, []).append(block)
        for number, cells in sorted(grouped.items()):
            yield number, tuple(cells)
