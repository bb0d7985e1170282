"""The report between the writer and the printers: what stands in it, free of any file format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from corpus.generate.planted import Planted

Align = Literal["left", "center", "justify"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; `notes` are footnotes whose marks stand at these offsets of the text.

    `marker` is a heading number or bullet (`I.`, `1.1.`, `-`); where `auto` is set, the DOCX lets Word number it.
    `level` is set for headings, from 1. `path` is the section path it stands in.
    """

    text: Planted
    marker: str = ""
    level: int | None = None
    auto: bool = False
    bold: bool = False
    italic: bool = False
    align: Align = "justify"
    notes: tuple[tuple[int, Planted], ...] = ()
    path: str | None = None
    layout: bool = False

    @property
    def whole(self) -> Planted:
        """Marker and text as a reader should give them."""
        return Planted(f"{self.marker} " if self.marker else "") + self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table cell at its top left position, rows and columns from 0."""

    row: int
    column: int
    text: Planted
    row_span: int = 1
    column_span: int = 1
    bold: bool = False
    align: Align = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A ruled table with `header` header rows. `rows`, `values`, `checks` are its gold rows, value cells and planted faults."""

    cells: tuple[Cell, ...]
    widths: tuple[int, ...]
    header: int
    repeat_header: bool
    rows: tuple[Mapping[str, Any], ...] = ()
    values: tuple[Mapping[str, Any], ...] = ()
    checks: tuple[Mapping[str, Any], ...] = ()
    may_split: bool = True
    size: int = 11


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page, upright or turned (an annex in landscape)."""

    landscape: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The two columns at the top: lines left and right, which of them are bold, and the dateline in italics."""

    left: tuple[tuple[str, bool], ...]
    number: Planted
    right: tuple[tuple[str, bool], ...]
    dateline: str
    party: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """The two columns at the end: recipients left; signing lines and name right."""

    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    signer: str


Block = Paragraph | Table | PageBreak


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report: letterhead, title lines, addressee, body, closing, annexes."""

    name: str
    seed: int
    issued_on: dt.date
    letterhead: Letterhead
    title: tuple[Paragraph, ...]
    body: tuple[Block, ...]
    closing: Closing
    annex: tuple[Block, ...] = ()
    header: Mapping[str, Any] = field(default_factory=dict)
    font_size: int = 14

    def texts(self) -> Iterator[tuple[Planted, str | None, bool]]:
        """All running text in reading order: text, section path, whether it stands in a table."""
        yield self.letterhead.number, None, False
        for block in (*self.title, *self.body, *self.annex):
            if isinstance(block, Paragraph):
                yield block.whole, block.path, False
                for _, note in block.notes:
                    yield note, block.path, False
            elif isinstance(block, Table):
                for cell in block.cells:
                    yield cell.text, None, True
