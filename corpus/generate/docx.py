"""Prints a report as DOCX, the way offices do: border-less letterhead table, automatic numbers in some, footnotes, turned annex.

Some reports are messy, as files are that went through many hands: words split over runs, non-breaking hyphens, links, accepted
insertions, hidden words. A reader should give the same text.
"""

from __future__ import annotations

from itertools import pairwise
from random import Random
from xml.sax.saxutils import escape

from corpus.generate.docx_package import HEADER_ID, package
from corpus.generate.model import Cell, PageBreak, Paragraph, Report, Table

_WIDTH = {False: 9350, True: 14000}  # twentieths of a point, upright and turned


def docx_bytes(report: Report) -> bytes:
    """The DOCX of a report; the same report gives the same bytes."""
    return _Printer(report).package()


class _Printer:
    def __init__(self, report: Report) -> None:
        self.report = report
        self.notes: list[str] = []
        self.out: list[str] = []
        self.landscape = False
        self.rng = Random(report.seed)
        self.messy = self.rng.random() < 0.35

    def package(self) -> bytes:
        report = self.report
        self.out.append(self._letterhead())
        self.out += [self._paragraph(p) for p in report.title]
        for block in report.body:
            self._block(block)
        self.out.append(self._closing())
        for block in report.annex:
            self._block(block)
        roman = any(isinstance(b, Paragraph) and b.marker == "I." for b in report.body)
        body = "".join(self.out) + self._section(self.landscape)
        return package(
            body, self.notes, scheme="roman" if roman else "arabic", size=report.font_size, title=report.name
        )

    def _block(self, block: Paragraph | Table | PageBreak) -> None:
        if isinstance(block, PageBreak):
            self.out.append(f"<w:p><w:pPr>{self._section(self.landscape)}</w:pPr></w:p>")
            self.landscape = block.landscape
        elif isinstance(block, Table):
            self.out.append(self._table(block))
            self.out.append("<w:p/>")
        else:
            self.out.append(self._paragraph(block))

    def _section(self, landscape: bool) -> str:
        size = (
            '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
            if landscape
            else '<w:pgSz w:w="11906" w:h="16838"/>'
        )
        return (
            f'<w:sectPr><w:headerReference w:type="default" r:id="{HEADER_ID}"/>{size}'
            '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1418" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>'
        )

    # -- paragraphs ------------------------------------------------------------------------------------------------

    def _paragraph(self, block: Paragraph) -> str:
        numbered = ""
        marker = block.marker
        if block.auto and marker:
            level = {1: 0, 2: 1, 3: 2 if marker[0].isdigit() else 3}[block.level or 1]
            numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
            marker = ""
        elif marker in ("-", "+") and self._auto():
            numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{2 if marker == "-" else 3}"/></w:numPr>'
            marker = ""
        style = f'<w:pStyle w:val="Heading{block.level}"/>' if block.auto and block.level else ""
        indent = "" if block.layout or block.align == "center" else '<w:ind w:firstLine="720"/>'
        align = {"justify": "both", "center": "center", "left": "left"}[block.align]
        props = (
            f'<w:pPr>{style}{numbered}<w:spacing w:before="60" w:after="60"/>{indent}<w:jc w:val="{align}"/></w:pPr>'
        )
        text = (f"{marker} " if marker else "") + block.text.text
        shift = len(text) - len(block.text.text)
        runs, last = [], 0
        for offset, note in block.notes:
            self.notes.append(note.text)
            runs.append(self._runs(text[last : offset + shift], block))
            runs.append(
                f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{len(self.notes)}"/></w:r>'
            )
            last = offset + shift
        runs.append(self._runs(text[last:], block))
        return f"<w:p>{props}{''.join(runs)}</w:p>"

    def _runs(self, text: str, block: Paragraph) -> str:
        """One run, or in a messy report several that say the same."""
        if not self.messy or len(text) < 20:
            return _run(text, block.bold, block.italic)
        cuts = sorted({0, len(text), *(self.rng.randrange(len(text)) for _ in range(1 + len(text) // 60))})
        made: list[str] = []
        for start, end in pairwise(cuts):
            run = _run(text[start:end], block.bold, block.italic, hard=self.rng.random() < 0.3)
            roll = self.rng.random()
            if roll < 0.06:
                run = f'<w:hyperlink w:anchor="x">{run}</w:hyperlink>'
            elif roll < 0.12 and not block.marker:
                run = f'<w:ins w:id="{len(made)}" w:author="x" w:date="2022-01-01T00:00:00Z">{run}</w:ins>'
            elif roll < 0.16:
                run += '<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve">ẩn </w:t></w:r>'
            elif roll < 0.2:
                run += '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>'
            made.append(run)
        return "".join(made)

    def _auto(self) -> bool:
        return any(isinstance(b, Paragraph) and b.auto for b in self.report.body)

    # -- tables ----------------------------------------------------------------------------------------------------

    def _table(self, table: Table) -> str:
        total = _WIDTH[self.landscape]
        widths = [total * w // sum(table.widths) for w in table.widths]
        grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
        edges = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        rows: dict[int, dict[int, Cell]] = {}
        covered: dict[tuple[int, int], Cell] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, {})[cell.column] = cell
            for below in range(1, cell.row_span):
                covered[cell.row + below, cell.column] = cell
        lines = []
        for number in range(max(rows) + 1):
            props = ("<w:tblHeader/>" if number < table.header and table.repeat_header else "") + (
                "" if table.may_split else "<w:cantSplit/>"
            )
            line, column = [], 0
            while column < len(widths):
                held = rows.get(number, {}).get(column) or covered.get((number, column))
                assert held is not None, (number, column)
                width = sum(widths[column : column + held.column_span])
                line.append(self._cell(held, width, table, continued=held.row != number))
                column += held.column_span
            lines.append(f"<w:tr>{f'<w:trPr>{props}</w:trPr>' if props else ''}{''.join(line)}</w:tr>")
        return f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(lines)}</w:tbl>'

    def _cell(self, cell: Cell, width: int, table: Table, *, continued: bool) -> str:
        span = f'<w:gridSpan w:val="{cell.column_span}"/>' if cell.column_span > 1 else ""
        merge = (
            '<w:vMerge w:val="restart"/>' if cell.row_span > 1 and not continued else "<w:vMerge/>" if continued else ""
        )
        align = {"left": "left", "center": "center", "justify": "both"}[cell.align]
        text = "" if continued else _run(cell.text.text, cell.bold, False, table.size)
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr><w:p><w:pPr><w:jc w:val="{align}"/></w:pPr>{text}</w:p></w:tc>'

    # -- the two-column parts --------------------------------------------------------------------------------------

    def _letterhead(self) -> str:
        head = self.report.letterhead
        left = "".join(_centred(text, bold, size=13) for text, bold in head.left)
        number = _centred(head.number.text, False, size=13)
        right = "".join(_centred(text, bold, size=12) for text, bold in head.right) + _centred("", False)
        date = _centred(head.dateline, False, italic=True, size=13)
        return _columns([(left, right), (number, date)], (3800, 6000)) + "<w:p/>"

    def _closing(self) -> str:
        end = self.report.closing
        left = _line("Nơi nhận:", bold=True, italic=True, size=12) + "".join(_line(r, size=11) for r in end.recipients)
        right = "".join(_centred(line, True) for line in end.signature) + "<w:p/>" * 4 + _centred(end.signer, True)
        return _columns([(left, right)], (4800, 4800))


def _columns(rows: list[tuple[str, str]], widths: tuple[int, int]) -> str:
    """A border-less table of two columns; cells hold paragraphs."""
    lines = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{held}</w:tc>'
            for held, width in zip(row, widths, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    return f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>'


def _run(text: str, bold: bool, italic: bool, size: int | None = None, *, hard: bool = False) -> str:
    """A run; `hard` writes its hyphens as non-breaking ones."""
    if not text:
        return ""
    props = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "") + (f'<w:sz w:val="{2 * size}"/>' if size else "")
    shown = f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    if hard:
        shown = shown.replace("-", '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">')
    return f"<w:r>{f'<w:rPr>{props}</w:rPr>' if props else ''}{shown}</w:r>"


def _centred(text: str, bold: bool, *, italic: bool = False, size: int | None = None) -> str:
    return f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{_run(text, bold, italic, size)}</w:p>'


def _line(text: str, *, bold: bool = False, italic: bool = False, size: int | None = None) -> str:
    return f"<w:p>{_run(text, bold, italic, size)}</w:p>"
