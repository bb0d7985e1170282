"""Pages of words and ruling lines → items in reading order: tables, running text, footnotes, pages joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.read.items import Footnote, Item, Paragraph
from extract.read.pdf.compose import compose
from extract.read.pdf.flow import Frame, frames, goes_on, is_rest_of_addressee, paragraph
from extract.read.pdf.furniture import without_furniture
from extract.read.pdf.grid import Grid, grids, outside
from extract.read.pdf.lines import Line, in_columns, join_bands, make_line, page_rows
from extract.read.pdf.notes import Note, all_notes
from extract.read.pdf.page import Page, Token
from extract.read.pdf.plumber import aligned_blocks, second_engine, simple_grids
from extract.read.pdf.signature import Signature, without_signature
from extract.read.pdf.stitch import same_columns, stitch
from extract.read.pdf.tables import PageTable, fill, finish, usual_height
from extract.read.pdf.turned import turned_back
from extract.read.scan.repair import repaired


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """The items of a document, the signatures printed on its pages, and the pages that needed the second engine."""

    items: tuple[Item, ...]
    signed: Signature
    second: tuple[int, ...]


def lay_out(found: Sequence[Page], data: bytes) -> Laid:
    """Everything on the pages of a PDF (its bytes are for the second engine), or on pages that were recognised."""
    laid_out = [_lay_out(data, page) for page in found]
    tables = [layout.placed for layout in laid_out]
    second = tuple(page.sheet for page, layout in zip(found, laid_out, strict=True) if layout.second)
    signed = Signature()
    printed = without_furniture(found, [layout.rows for layout in laid_out])
    for index, rows in enumerate(printed):
        printed[index], shown = without_signature(rows)
        signed = Signature(signed.by or shown.by, signed.at or shown.at)
    lines = [_in_order(rows, placed) for rows, placed in zip(printed, tables, strict=True)]
    body_height = usual_height([line for page in lines for line in page])
    running, notes = all_notes(found, lines, body_height)
    widths = [page.width for page in found]
    running = join_bands(running, widths)
    walk = _Walk(frames(running, widths), _joined(notes), _asides(found, tables))
    for number, (own, placed) in enumerate(zip(running, tables, strict=True)):
        walk.page(number, own, [part.table for part in placed])
    items = turned_back(walk.done(), found)
    if any(page.recognised for page in found):
        items = repaired(items)
    return Laid(items=tuple(items), signed=signed, second=second)


class _Placed:
    """A grid with its filled table."""

    def __init__(self, grid: Grid, page: Page) -> None:
        self.grid = grid
        self.table = fill(page.number, grid, (*page.tokens, *page.columns) if page.columns else page.tokens)


@dataclass(frozen=True, slots=True)
class _Layout:
    """A page's tables, the printed lines outside them, and whether the second engine was needed."""

    placed: list[_Placed]
    rows: list[Line]
    second: bool


def _lay_out(data: bytes, page: Page) -> _Layout:
    """Tables and lines of a page. Doubtful grids and tables without ruling go to the second engine."""
    own = grids(page)
    doubtful = not page.recognised and any(grid.doubtful for grid in own)
    other = second_engine(data, page.sheet) if doubtful else []
    placed = [_Placed(grid, page) for grid in other or own]
    rows = _rows(page, placed)
    extra = []
    if aligned_blocks(rows):
        extra = simple_grids(rows) if page.recognised else second_engine(data, page.sheet, rows)
    if extra:
        placed = sorted([*placed, *(_Placed(grid, page) for grid in extra)], key=lambda part: part.grid.ys[0])
        rows = _rows(page, placed)
    return _Layout(placed, rows, bool(other or (extra and not page.recognised)))


def _rows(page: Page, placed: list[_Placed]) -> list[Line]:
    """Printed lines outside tables, from top to bottom."""
    return page_rows(page.number, outside(page.tokens, [part.grid for part in placed]))


def _in_order(rows: list[Line], placed: list[_Placed]) -> list[Line]:
    """Lines in reading order: above, between and below the tables, side by side text column by column."""
    groups: list[list[Line]] = [[] for _ in range(len(placed) + 1)]
    middles = [(part.grid.ys[0] + part.grid.ys[-1]) / 2 for part in placed]
    for row in rows:
        groups[sum((row.top + row.bottom) / 2 > middle for middle in middles)].append(row)
    return [line for group in groups for line in in_columns(group)]


def _asides(found: Sequence[Page], tables: list[list[_Placed]]) -> dict[int, list[Token]]:
    """Texts that read up or down a margin, outside all tables, by page."""
    return {
        page.number: kept
        for page, placed in zip(found, tables, strict=True)
        if page.columns and (kept := outside(page.columns, [part.grid for part in placed]))
    }


def _joined(notes: list[Note]) -> dict[tuple[int, str], list[Line]]:
    """Lines of each footnote by page and label; a note that goes on over the page is one."""
    found: dict[tuple[int, str], list[Line]] = {}
    last: list[Line] | None = None
    for note in notes:
        if note.label is None and last is not None:
            last.extend(note.lines)
            continue
        label = note.label or ""
        while (note.page, label) in found:
            label += "'"
        last = found[(note.page, label)] = list(note.lines)
    return found


@dataclass(slots=True)
class _Walk:
    """Pages in, items out; holds the paragraph and the table that may go on over the page."""

    frames: list[Frame]
    notes: dict[tuple[int, str], list[Line]]
    asides: dict[int, list[Token]]
    items: list[Item] = field(default_factory=list)
    group: list[Line] = field(default_factory=list)
    table: PageTable | None = None
    marks: frozenset[tuple[int, str]] = frozenset()
    addressees: bool = False

    def __post_init__(self) -> None:
        self.marks = frozenset(self.notes)

    def page(self, number: int, lines: list[Line], tables: list[PageTable]) -> None:
        pending = list(tables)
        for line in lines:
            while pending and pending[0].top < line.top:
                self.add_table(pending.pop(0))
            self.add_line(line)
        for table in pending:
            self.add_table(table)

    def add_line(self, line: Line) -> None:
        self.end_table()
        if self.group:
            last = self.group[-1]
            goes = goes_on(last, line, self.frames[last.page - 1], self.frames[line.page - 1], self.group)
            if not goes and not (self.addressees and is_rest_of_addressee(last, line, self.group)):
                self.end_paragraph()
        if not self.group:
            self.left_notes(line.page - 1)
        self.group.append(line)

    def add_table(self, table: PageTable) -> None:
        self.end_paragraph()
        last = self.table
        if last is not None and table.page == last.page + 1 and same_columns(last, table):
            stitch(last, table)
            return
        self.end_table()
        self.table = table

    def end_paragraph(self) -> None:
        if not self.group:
            return
        flowed = paragraph(self.group, self.frames[self.group[0].page - 1], self.marks)
        self.group = []
        if not flowed.composed.text:
            return
        self.items.append(
            Paragraph(
                text=flowed.composed.text,
                raw=flowed.composed.raw,
                bold=flowed.bold,
                centered=flowed.centered,
                stitched=flowed.stitched,
                words=flowed.composed.words,
            )
        )
        opens = flowed.composed.text.startswith("Kính gửi")
        self.addressees = opens or (self.addressees and flowed.composed.text[0] in "-–")
        self.cite(flowed.composed.marks)

    def end_table(self) -> None:
        if self.table is None:
            return
        table, marks = finish(self.table, self.marks)
        self.table = None
        self.items.append(table)
        self.cite(tuple(marks))

    def cite(self, marks: tuple[tuple[int, str], ...]) -> None:
        """Footnotes stand where their mark stands."""
        for key in marks:
            lines = self.notes.pop(key, None)
            if lines:
                self.note(lines)

    def left_notes(self, page: int) -> None:
        """Footnotes of earlier pages whose mark was not found, and texts up the margin: kept, at the end of their page."""
        for key in [key for key in self.notes if key[0] < page]:
            self.note(self.notes.pop(key))
        for number in [number for number in self.asides if number < page]:
            for token in self.asides.pop(number):
                composed = compose([make_line(number, [token])])
                self.items.append(Paragraph(text=composed.text, raw=composed.raw, words=composed.words))

    def note(self, lines: list[Line]) -> None:
        composed = compose(lines)
        self.items.append(Footnote(text=composed.text, raw=composed.raw, words=composed.words))

    def done(self) -> list[Item]:
        self.end_paragraph()
        self.end_table()
        self.left_notes(10**9)
        return self.items
