"""Prints a report as PDF with reportlab: a second producer beside LibreOffice, with footnotes at the foot of their page."""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, LongTable, NextPageTemplate, PageTemplate, Spacer
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Paragraph as Printed
from reportlab.platypus import Table as PrintedTable

from corpus.generate.fonts import serif
from corpus.generate.model import Block, Cell, PageBreak, Paragraph, Report, Table

_LEFT, _RIGHT, _TOP, _BOTTOM = 71.0, 57.0, 57.0, 57.0
_ALIGN = {"justify": TA_JUSTIFY, "center": TA_CENTER, "left": TA_LEFT}
_PASSES = 6


def pdf_bytes(report: Report) -> bytes:
    """The PDF of a report; the same report and fonts give the same bytes."""
    notes: dict[int, list[str]] = {}
    data = b""
    for _ in range(_PASSES):
        data, found = _print(report, notes)
        if found == notes:
            break
        notes = found
    return data


def _print(report: Report, notes: dict[int, list[str]]) -> tuple[bytes, dict[int, list[str]]]:
    """One pass: `notes` are the footnotes expected on each page; gives the bytes and where they stood."""
    out = io.BytesIO()
    document = BaseDocTemplate(
        out, invariant=1, title=report.name, author="corpus.generate", leftMargin=_LEFT, rightMargin=_RIGHT
    )
    found: dict[int, list[str]] = {}
    document.addPageTemplates([_template("upright", A4, notes), _template("turned", landscape(A4), notes)])
    document.build(_Story(report, found).flowables())
    return out.getvalue(), found


class _Note(Flowable):  # type: ignore[misc]
    """Takes no room; says on which page the mark before it stands."""

    def __init__(self, text: str, found: dict[int, list[str]]) -> None:
        super().__init__()
        self.text, self.found = text, found

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.found.setdefault(self.canv.getPageNumber(), []).append(self.text)


def _template(name: str, size: tuple[float, float], notes: dict[int, list[str]]) -> PageTemplate:
    width, height = size
    frame = Frame(_LEFT, _BOTTOM, width - _LEFT - _RIGHT, height - _BOTTOM - _TOP, 0, 0, 0, 0)

    def begin(canvas: Any, document: Any) -> None:
        page = canvas.getPageNumber()
        if page > 1:
            canvas.setFont(serif(), 13)
            canvas.drawCentredString(width / 2, height - 36, str(page))
        room = 0.0
        printed = [_note_paragraph(text) for text in notes.get(page, [])]
        for paragraph in printed:
            room += paragraph.wrap(width - _LEFT - _RIGHT, height)[1]
        bottom = _BOTTOM + (room + 8 if printed else 0)
        frame._y1, frame._height = bottom, height - _TOP - bottom
        frame._geom()
        frame._reset()
        if printed:
            canvas.setLineWidth(0.5)
            canvas.line(_LEFT, bottom - 3, _LEFT + 144, bottom - 3)
            at = bottom - 6
            for paragraph in printed:
                at -= paragraph.height
                paragraph.drawOn(canvas, _LEFT, at)

    return PageTemplate(name, [frame], onPage=begin, pagesize=size)


def _note_paragraph(text: str) -> Printed:
    number, _, rest = text.partition("|")
    return Printed(f"<super>{number}</super> {escape(rest)}", _style(10, TA_LEFT))


def _style(size: float, align: int, **more: Any) -> ParagraphStyle:
    return ParagraphStyle("x", fontName=serif(), fontSize=size, leading=size * 1.2, alignment=align, **more)


def _marked(text: str, bold: bool, italic: bool) -> str:
    shown = escape(text)
    shown = f"<b>{shown}</b>" if bold else shown
    return f"<i>{shown}</i>" if italic else shown


class _Story:
    def __init__(self, report: Report, found: dict[int, list[str]]) -> None:
        self.report, self.found, self.count = report, found, 0
        self.width = A4[0] - _LEFT - _RIGHT

    def flowables(self) -> list[Flowable]:
        report = self.report
        story: list[Flowable] = [self._letterhead(), Spacer(1, 10)]
        for block in (*report.title, *report.body):
            story += self._block(block)
        story += [Spacer(1, 8), self._closing()]
        for block in report.annex:
            story += self._block(block)
        return story

    def _block(self, block: Block) -> list[Flowable]:
        if isinstance(block, PageBreak):
            size = landscape(A4) if block.landscape else A4
            self.width = size[0] - _LEFT - _RIGHT
            return [NextPageTemplate("turned" if block.landscape else "upright"), NewPage()]
        if isinstance(block, Table):
            return [Spacer(1, 4), self._table(block), Spacer(1, 6)]
        return self._paragraph(block)

    def _paragraph(self, block: Paragraph) -> list[Flowable]:
        text, size = block.text.text, self.report.font_size
        pieces, last, notes = [], 0, []
        for offset, note in block.notes:
            self.count += 1
            pieces += [_marked(text[last:offset], block.bold, block.italic), f"<super>{self.count}</super>"]
            notes.append(_Note(f"{self.count}|{note.text}", self.found))
            last = offset
        pieces.append(_marked(text[last:], block.bold, block.italic))
        marker = _marked(f"{block.marker} ", block.bold, block.italic) if block.marker else ""
        indent = 0 if block.layout or block.align == "center" else 36
        style = _style(
            size,
            _ALIGN[block.align],
            firstLineIndent=indent,
            spaceBefore=3,
            spaceAfter=3,
            keepWithNext=1 if block.level else 0,
        )
        return [Printed(marker + "".join(pieces), style), *notes]

    def _table(self, table: Table) -> Flowable:
        columns = len(table.widths)
        lines = 1 + max(cell.row for cell in table.cells)
        data: list[list[Any]] = [[""] * columns for _ in range(lines)]
        looks: list[tuple[Any, ...]] = [("GRID", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        looks += [(f"{side}PADDING", (0, 0), (-1, -1), 3) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
        for cell in table.cells:
            data[cell.row][cell.column] = self._cell(cell, table.size)
            if cell.row_span > 1 or cell.column_span > 1:
                looks.append(
                    (
                        "SPAN",
                        (cell.column, cell.row),
                        (cell.column + cell.column_span - 1, cell.row + cell.row_span - 1),
                    )
                )
        widths = [self.width * w / sum(table.widths) for w in table.widths]
        repeat = table.header if table.repeat_header else 0
        printed = LongTable(
            data, colWidths=widths, repeatRows=repeat, splitByRow=1, splitInRow=1 if table.may_split else 0
        )
        printed.setStyle(looks)
        return printed

    def _cell(self, cell: Cell, size: int) -> Any:
        if not cell.text.text:
            return ""
        return Printed(_marked(cell.text.text, cell.bold, False), _style(size, _ALIGN[cell.align]))

    def _letterhead(self) -> Flowable:
        head = self.report.letterhead
        left = [Printed(_marked(t, bold, False), _style(12, TA_CENTER)) for t, bold in head.left]
        right = [Printed(_marked(t, bold, False), _style(12, TA_CENTER)) for t, bold in head.right]
        number = Printed(escape(head.number.text), _style(12, TA_CENTER))
        date = Printed(f"<i>{escape(head.dateline)}</i>", _style(12, TA_CENTER))
        return self._columns([[left, right], [number, date]], (0.38, 0.62))

    def _closing(self) -> Flowable:
        end = self.report.closing
        left = [Printed("<b><i>Nơi nhận:</i></b>", _style(12, TA_LEFT))]
        left += [Printed(escape(line), _style(11, TA_LEFT)) for line in end.recipients]
        right: list[Flowable] = [Printed(_marked(line, True, False), _style(13, TA_CENTER)) for line in end.signature]
        right += [Spacer(1, 54), Printed(_marked(end.signer, True, False), _style(13, TA_CENTER))]
        return self._columns([[left, right]], (0.5, 0.5))

    def _columns(self, rows: list[list[Any]], shares: tuple[float, float]) -> Flowable:
        return PrintedTable(
            rows, colWidths=[self.width * share for share in shares], style=[("VALIGN", (0, 0), (-1, -1), "TOP")]
        )
