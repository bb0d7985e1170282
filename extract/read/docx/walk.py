"""The walk over a document: its blocks in reading order, as the items every reader gives.

Order: paragraphs and tables as they stand; a text box after the paragraph it is anchored to; notes after the paragraph or table
that carries their marks; layout tables cell by cell as paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from lxml import etree

from extract.read.clean import raw_of
from extract.read.docx.borders import framed_rows, sides_of
from extract.read.docx.columns import unweave
from extract.read.docx.continued import joined
from extract.read.docx.fields import Fields
from extract.read.docx.fonts import Fonts
from extract.read.docx.layout import Shape, in_columns, is_layout
from extract.read.docx.lines import Woven, is_rule, paragraphs_of
from extract.read.docx.names import MC, VAL, W, is_on, number
from extract.read.docx.notes import Notes
from extract.read.docx.numbering import Numbering
from extract.read.docx.oldfonts import OldFonts
from extract.read.docx.package import Package
from extract.read.docx.runs import Inline, InlineReader, branch
from extract.read.docx.styles import ParagraphStyle, Styles, outline_of
from extract.read.docx.tables import Slot, grid
from extract.read.items import Cell, Footnote, Item, Paragraph, Table
from extract.read.legacy.choose import Decoding, FontTexts

_WRAPPERS: Final = frozenset(W + name for name in ("ins", "moveTo", "smartTag", "customXml"))
_GONE: Final = frozenset({W + "del", W + "moveFrom"})
_HIDDEN: Final = frozenset({W + "vanish", W + "specVanish"})
_MOSTLY: Final = 0.8


class Walk:
    """One pass over one document: counters of lists, open fields and notes not yet handed over are its state."""

    def __init__(
        self,
        package: Package,
        *,
        lenient: bool = False,
        texts: FontTexts | None = None,
        decodings: Mapping[str, Decoding] | None = None,
    ) -> None:
        self._styles = Styles(package.related("styles"))
        self._notes = Notes(package)
        # Texts are taken down by font to find out about old encodings, or read as `decodings` says.
        looked_at = texts is not None or decodings is not None
        old_fonts = OldFonts(Fonts(package, self._styles), texts, decodings or {}) if looked_at else None
        self._numbering = Numbering(package.related("numbering"), old_fonts)
        self._inlines = InlineReader(self._styles, Fields(lenient=lenient), old_fonts)
        self._marks: list[tuple[str, str]] = []
        self._depth = 0

    @property
    def unclosed(self) -> bool:
        """Whether a field was never closed, so that what it hid may have been text."""
        return self._inlines.fields.unclosed

    def items(self, story: etree._Element) -> list[Item]:
        """Items of the body, a header or another story."""
        found = unweave(self._blocks(story))
        found += self._footnotes()
        return found

    def _blocks(self, container: etree._Element) -> list[Item | Woven]:
        found: list[Item | Woven] = []
        pending: Inline | None = None
        after_table = False
        for child in _block_children(container, self._inlines.fields):
            if child.tag == W + "p":
                pending = self._paragraph(child, pending, found)
            else:
                if pending is not None:
                    found += self._lines(pending, "", False, None)
                    pending = None
                items = self._table(child)
                above = found[-1] if found else None
                if len(items) == 1 and isinstance(items[0], Table) and isinstance(above, Table):
                    whole = joined(above, items[0], adjacent=after_table)
                    if whole is not None:
                        found[-1:], items = [whole], []
                found += items
            after_table = child.tag == W + "tbl"
            if self._depth == 0:
                found += self._footnotes()
        if pending is not None:
            found += self._lines(pending, "", False, None)
        return found

    def _footnotes(self) -> list[Footnote]:
        marks, self._marks = self._marks, []
        notes = [self._nested(element) for element in self._notes.take(marks)] if marks else []
        texts = [("\n".join(_texts(items)), "\n".join(_texts(items, raw=True))) for items in notes]
        return [Footnote(text=text, raw=raw_of(raw, text)) for text, raw in texts if text]

    def _nested(self, container: etree._Element) -> list[Item]:
        """Items of a story inside the story: fields do not reach in or out, notes wait for the outer block."""
        fields, self._inlines.fields = self._inlines.fields, Fields(lenient=self._inlines.fields.lenient)
        self._depth += 1
        found = unweave(self._blocks(container))
        self._depth -= 1
        self._inlines.fields = fields
        return found

    def _paragraph(self, paragraph: etree._Element, pending: Inline | None, found: list[Item | Woven]) -> Inline | None:
        """Add a paragraph; gives its content instead where its mark is deleted and the next one goes on with it."""
        ppr = paragraph.find(W + "pPr")
        values: dict[str, etree._Element] = {}
        if ppr is not None:
            values = {child.tag: child for child in ppr if isinstance(child.tag, str)}
        named = values.get(W + "pStyle")
        style = self._styles.paragraph(None if named is None else named.get(VAL))
        inline = self._inlines.read(paragraph, style)
        if pending is not None:
            inline.pieces[:0] = pending.pieces
            inline.notes[:0] = pending.notes
            inline.boxes[:0] = pending.boxes
        if _goes_on(values.get(W + "rPr"), bool(inline.pieces)):
            return inline
        if self._inlines.fields.hidden and not inline.pieces:
            return None
        alignment = values.get(W + "jc")
        level = values.get(W + "outlineLvl")
        found += self._lines(
            inline,
            self._label(values.get(W + "numPr"), style, values.get(W + "rPr"), inline),
            style.centered if alignment is None else alignment.get(VAL) == "center",
            style.outline if level is None else outline_of(number(level.get(VAL))),
        )
        return None

    def _lines(self, inline: Inline, label: str, centered: bool, outline: int | None) -> list[Item | Woven]:
        lines = paragraphs_of(inline, label=label, centered=centered, outline=outline, in_cell=self._depth > 0)
        found: list[Item | Woven] = [line for line in lines if self._depth or not is_rule(line)]
        self._marks += inline.notes
        for box in inline.boxes:
            found += self._nested(box)
        return found

    def _label(
        self, direct: etree._Element | None, style: ParagraphStyle, mark: etree._Element | None, inline: Inline
    ) -> str:
        """The automatic number of a paragraph, counted; "" if it has none or all of it is hidden."""
        num_id, level = style.num_id, style.level
        if direct is not None:
            own_id, own_level = direct.find(W + "numId"), direct.find(W + "ilvl")
            if own_id is not None and own_id.get(VAL) != style.num_id:
                num_id, level = own_id.get(VAL), 0
            if own_level is not None:
                level = number(own_level.get(VAL))
        if num_id is None or num_id == "0":
            return ""
        vanish = None if mark is None else mark.find(W + "vanish")
        if vanish is not None and is_on(vanish.get(VAL)) and not inline.pieces:
            return ""
        if level is None:
            level = self._numbering.level_of_style(num_id, style.chain)
        label = self._numbering.label(num_id, level)
        # A number without text is nothing, but in a table it may be all a cell holds.
        return label if inline.text.strip() or (self._depth and any(map(str.isalnum, label))) else ""

    def _table(self, table: etree._Element) -> list[Item]:
        """A table as one item, or as the paragraphs it lays out; rows outside its ruling are paragraphs around it."""
        slots = grid(table)
        if not slots:
            return []
        cells = [(slot, self._nested(slot.element)) for slot in slots]
        sides = sides_of(table, slots, self._styles)
        shape = Shape(
            texts={(slot.row, slot.column): "\n".join(_texts(items)) for slot, items in cells},
            rows=max(slot.row for slot in slots),
            columns=max(slot.column + slot.column_span - 1 for slot in slots),
            ruled=sum(map(sum, sides)) / (4 * len(sides)),
        )
        if is_layout(shape):
            if in_columns(shape):
                cells.sort(key=lambda pair: pair[0].column)
            return _laid_out(cells)
        first, last = framed_rows(slots, sides) if any(map(any, sides)) else (1, shape.rows)
        before = [(slot, items) for slot, items in cells if slot.row < first]
        after = [(slot, items) for slot, items in cells if slot.row > last]
        kept = [(slot, items) for slot, items in cells if first <= slot.row <= last]
        for slot, _ in kept:
            slot.row -= first - 1
        return [*_laid_out(before), Table(cells=tuple(_cell(slot, items) for slot, items in kept)), *_laid_out(after)]


def _block_children(container: etree._Element, fields: Fields) -> Iterator[etree._Element]:
    """The `w:p` and `w:tbl` of a container, also inside content controls and revisions that stay."""
    for child in container:
        tag = child.tag
        if tag in (W + "p", W + "tbl"):
            yield child
        elif tag == W + "sdt":
            content = child.find(W + "sdtContent")
            if content is not None:
                yield from _block_children(content, fields)
        elif tag in _WRAPPERS:
            yield from _block_children(child, fields)
        elif tag in _GONE:
            fields.pass_over(child)
        elif tag == MC + "AlternateContent":
            chosen = branch(child)
            if chosen is not None:
                yield from _block_children(chosen, fields)


def _goes_on(mark: etree._Element | None, has_text: bool) -> bool:
    """Whether a paragraph's mark is deleted, moved away, or hidden behind text, so that the next paragraph joins it."""
    if mark is None:
        return False
    for child in mark:
        tag = child.tag
        if tag in _GONE or (tag in _HIDDEN and has_text and is_on(child.get(VAL))):
            return True
    return False


def _laid_out(cells: list[tuple[Slot, list[Item]]]) -> list[Item]:
    return [item for _, items in cells for item in items if not is_rule(item)]


def _texts(items: Sequence[Item], *, raw: bool = False) -> Iterator[str]:
    """Lines of text of items (or the raw ones); of a table, its cells."""
    for item in items:
        for part in item.cells if isinstance(item, Table) else (item,):
            text = part.raw if raw and part.raw is not None else part.text
            if text:
                yield text


def _cell(slot: Slot, items: list[Item]) -> Cell:
    paragraphs = [item for item in items if isinstance(item, Paragraph)]
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    raw = "\n".join(_texts(paragraphs, raw=True))
    letters = sum(len(item.text) for item in paragraphs if item.bold is not None)
    bold = sum(len(item.text) for item in paragraphs if item.bold)
    return Cell(
        row=slot.row,
        column=slot.column,
        text=text,
        raw=raw_of(raw, text),
        row_span=slot.row_span,
        column_span=slot.column_span,
        is_header=slot.is_header,
        bold=bold >= _MOSTLY * letters if letters else None,
        tables=tuple(item for item in items if isinstance(item, Table)),
    )
