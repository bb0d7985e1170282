"""From a reader's items to the blocks of a document: kinds, levels, sections, zones, paths.

The same for every format, so PDF, DOCX and text of one document give the same blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import regex

from extract.document import Block, Word, Zone
from extract.read.headers import header_rows
from extract.read.items import Footnote, Item, Paragraph, Table
from extract.read.letterhead import join_names
from extract.read.outline import Outline, is_heading, marker_of
from extract.read.zones import Zones, annex_label, is_farewell

_BEGINNING = 10
_LEADER = regex.compile(r"(?:\.{4,}|…{2,}|_{4,})\s*\d{1,4}$")
_BARE = regex.compile(r"(?:Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC)\s+[\p{L}\d]+(?:\s+\p{L}+)?[.:]?")


def assemble(items: Iterable[Item]) -> tuple[Block, ...]:
    """Blocks in reading order. Paths count paragraphs, tables and footnotes from 1; empty paragraphs are left out."""
    return _Assembly().run(items)


class _Assembly:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.outline = Outline()
        self.zones = Zones()
        self.counts = {"p": 0, "tbl": 0, "fn": 0}

    def run(self, items: Iterable[Item]) -> tuple[Block, ...]:
        items = join_names(list(items), _BEGINNING)
        first = [item.text for item in items[:_BEGINNING] if isinstance(item, Paragraph)]
        self.zones = Zones.of(first)
        for item in items:
            if isinstance(item, Paragraph):
                self.paragraph(item)
            elif isinstance(item, Footnote):
                self.footnote(item)
            else:
                self.table(item, self.zones.table(), "")
        return tuple(_without_list_headings(self.blocks))

    def _titles_last(self) -> bool:
        """Whether the block before is a bare `Chương II` or `Phần thứ nhất`, whose title comes now."""
        last = self.blocks[-1] if self.blocks else None
        return last is not None and last.kind == "heading" and _BARE.fullmatch(last.text) is not None

    def next(self, name: str) -> int:
        self.counts[name] += 1
        return self.counts[name]

    def paragraph(self, item: Paragraph) -> None:
        text = item.text
        if not any(map(str.isalnum, text)):  # nothing, or a line drawn with characters
            return
        marker = None if _LEADER.search(text) else marker_of(text)  # a table of contents opens no section
        before = self.zones.zone
        zone = self.zones.step(text, numbered=bool(marker and marker.rank is not None), centered=item.centered)
        kind, level = "paragraph", None
        label = annex_label(text) if zone == "annex" else None
        if (zone == "closing" and before != "closing") or (zone == "body" and marker is None and is_farewell(text)):
            self.outline.restart(None)  # the closing formula and the signatures belong to no section
        if zone == "annex" and (label or before != "annex"):
            self.outline.restart(label or "Phụ lục")
        if zone in ("body", "annex") and not label:
            heading = is_heading(text, marker, item.bold, item.outline)
            if marker is not None and marker.rank is not None:
                level = self.outline.enter(marker)
                kind = "heading" if heading else "list_item"
            elif marker is not None:
                kind = "list_item"
            elif heading:
                kind, level = "heading", len(self.outline.stack) + (0 if self._titles_last() else 1)
        elif label:
            kind, level = "heading", 1
        elif marker is not None and marker.rank is None:
            kind = "list_item"
        self.blocks.append(
            Block(
                path=f"p[{self.next('p')}]",
                kind=kind,  # type: ignore[arg-type]
                text=text,
                text_raw=item.raw,
                zone=zone,
                level=level,
                section=self.outline.path,
                bold=item.bold,
                centered=item.centered,
                stitched=item.stitched,
                confidence=_sureness(item.words),
                words=item.words,
            )
        )

    def footnote(self, item: Footnote) -> None:
        if item.text.strip():
            path = f"fn[{self.next('fn')}]"
            self.blocks.append(
                Block(
                    path=path,
                    kind="footnote",
                    text=item.text,
                    text_raw=item.raw,
                    zone=self.zones.zone,
                    section=self.outline.path,
                    confidence=_sureness(item.words),
                    words=item.words,
                )
            )

    def table(self, table: Table, zone: Zone, prefix: str, number: int | None = None) -> None:
        own = self.next("tbl")
        path = f"{prefix}tbl[{own if number is None else number}]"
        headers = header_rows(table)
        for cell in table.cells:
            cell_path = f"{path}/r[{cell.row}]/c[{cell.column}]"
            self.blocks.append(
                Block(
                    path=cell_path,
                    kind="cell",
                    text=cell.text,
                    text_raw=cell.raw,
                    zone=zone,
                    section=self.outline.path,
                    bold=cell.bold,
                    table_no=own,
                    row_no=cell.row,
                    column_no=cell.column,
                    row_span=cell.row_span,
                    column_span=cell.column_span,
                    is_header=cell.is_header or cell.row in headers,
                    stitched=cell.stitched,
                    confidence=_sureness(cell.words),
                    words=cell.words,
                    box=cell.box,
                )
            )
            for inner, nested in enumerate(cell.tables, start=1):
                self.table(nested, zone, f"{cell_path}/", inner)


def _sureness(words: Sequence[Word]) -> float | None:
    """How sure the recognition of these words is, by their letters; None where nothing was recognised."""
    sure = [(word.confidence, word.end - word.start) for word in words if word.confidence is not None]
    return round(sum(c * n for c, n in sure) / sum(n for _, n in sure), 4) if sure else None


def _without_list_headings(blocks: list[Block]) -> list[Block]:
    """Numbered lines without an end mark that have nothing below them are items of a list, unless printed as headings."""
    found = list(blocks)
    for number, block in enumerate(blocks):
        if block.kind != "heading" or block.level is None or block.bold or block.text.isupper() or block.zone != "body":
            continue
        marker = marker_of(block.text)
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if marker is None or marker.rank is None or following is None or following.level is None:
            continue
        if following.level <= block.level and following.zone == block.zone:
            found[number] = replace(block, kind="list_item")
    return found
