"""What a format's reader hands to `assemble`: paragraphs, footnotes and tables in reading order, not yet classified.

A reader knows its format; `assemble` knows the genre (headings, list items, sections, zones) and is the same for
all formats, so PDF, DOCX and text of one document give the same blocks.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.document import Box, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph, whole: automatic number or bullet included in `text`, lines and pages joined.

    `text` is clean (`extract.read.clean`); `raw` only where cleaning changed more than white space. `outline` is the
    heading level the format itself states (Word outline level, from 1), None if it states none.
    """

    text: str
    raw: str | None = None
    bold: bool | None = None
    centered: bool | None = None
    outline: int | None = None
    stitched: bool = False
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A footnote or endnote, handed over right after the paragraph or table that carries its mark."""

    text: str
    raw: str | None = None
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table cell, given once, at its top left position (`row`, `column` from 1). Paragraphs in it are joined by a line feed."""

    row: int
    column: int
    text: str
    raw: str | None = None
    row_span: int = 1
    column_span: int = 1
    is_header: bool = False
    stitched: bool = False
    bold: bool | None = None
    words: tuple[Word, ...] = ()
    box: Box | None = None
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One logical table, over however many pages. Layout tables (letterhead, signature) are given as paragraphs instead.

    `cells` come row by row, empty ones included. `is_header` marks column header rows the format states; `assemble`
    finds the others.
    """

    cells: tuple[Cell, ...]


Item = Paragraph | Footnote | Table
