"""A document without pages as it reads: paragraphs, headings and tables, the facts marked in their text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from extract.document import Block, Document
from extract.grounding import Fact
from extract.view.kinds import Kind
from extract.view.marks import Span, marked


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, list item or footnote."""

    block: Block
    text: Markup

    @property
    def level(self) -> int:
        """The level of a heading in the page, whose own headings are the first two."""
        return min((self.block.level or 1) + 2, 6)


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a table; one without a block fills a place where the document has none."""

    block: Block | None
    text: Markup
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, row by row."""

    number: int
    rows: tuple[tuple[Box, ...], ...]


def flow(document: Document, facts: Sequence[tuple[Kind, Fact]]) -> Iterator[Passage | Grid]:
    """What the document shows, in reading order; a table stands where its first cell does."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for kind, fact in facts:
        if fact.block is not None:
            start, end = fact.char_start or 0, fact.char_end or 0
            spans[fact.block].append(Span(start, end, fact.fact_id, kind, fact.doubtful))
    tables = dict(document.tables())
    for block in document.blocks:
        if block.table_no is None:
            yield Passage(block, marked(block.text, spans[block.path]))
        elif cells := tables.pop(block.table_no, None):
            yield Grid(block.table_no, tuple(_rows(cells, spans)))


def _rows(cells: Sequence[Block], spans: dict[str, list[Span]]) -> Iterator[tuple[Box, ...]]:
    """The rows of a table; places that no cell covers are filled, so that columns stay columns."""
    by_row: dict[int, list[Block]] = defaultdict(list)
    for cell in cells:
        by_row[cell.row_no or 1].append(cell)
    covered: dict[int, int] = {}  # column → the last row that a cell from above reaches
    for number in range(min(by_row), max(by_row) + 1):
        row, column = list[Box](), 1
        for cell in sorted(by_row.get(number, ()), key=lambda cell: cell.column_no or 1):
            start, rows, columns = cell.column_no or column, cell.row_span or 1, cell.column_span or 1
            row += [Box(None, Markup())] * sum(covered.get(at, 0) < number for at in range(column, start))
            row.append(Box(cell, marked(cell.text, spans[cell.path]), rows, columns))
            column = max(column, start + columns)
            covered |= dict.fromkeys(range(start, start + columns), number + rows - 1)
        yield tuple(row)
