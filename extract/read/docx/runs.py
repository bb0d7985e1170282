"""The inline content of one paragraph: text as printed, what is bold, and what hangs on it (notes, text boxes).

Kept: insertions, moves to, content controls, hyperlinks, field results, formulas. Left out: deletions, moves from, hidden
text, comments, instructions, placeholders, the marks of notes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from extract.read.docx.fields import Fields, is_dropped
from extract.read.docx.formulas import formula
from extract.read.docx.names import ID, MC, VAL, M, W, is_on
from extract.read.docx.styles import ParagraphStyle, Styles
from extract.read.docx.symbols import in_font, is_symbol_font, symbol

TAB: Final = "\t"
LINE: Final = "\x0b"  # a soft line break
PAGE: Final = "\x0c"  # a page or column break

_RUN, _TEXT, _RPR = W + "r", W + "t", W + "rPr"
_WRAPPERS: Final = frozenset(W + name for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "bdo", "dir"))
_DELETED: Final = frozenset({W + "del", W + "moveFrom"})
_FORMULAS: Final = frozenset({M + "oMath", M + "oMathPara"})
_DRAWINGS: Final = frozenset({W + "drawing", W + "pict", W + "object"})
_FIXED: Final = {
    W + "tab": TAB,
    W + "ptab": TAB,
    W + "cr": LINE,
    W + "noBreakHyphen": "-",
    W + "softHyphen": "\u00ad",  # no letter, but in a TCVN3 font it is `ư`: LibreOffice writes that letter so
}
_PLAIN: Final = frozenset({_TEXT, W + "sym"})
_NOTES: Final = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
_BOX = W + "txbxContent"
_ALTERNATE = MC + "AlternateContent"
_PLACEHOLDER: Final = f"{W}sdtPr/{W}showingPlcHdr"


@dataclass(slots=True)
class Inline:
    """Pieces of text with their boldness; the notes marked in it as (part, id); its text boxes."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text, with TAB, LINE and PAGE where the document breaks it."""
        return "".join(piece for piece, _ in self.pieces)


def branch(alternate: etree._Element) -> etree._Element | None:
    """The one branch of an `mc:AlternateContent` that is read: the first choice, else the fallback."""
    chosen = alternate.find(MC + "Choice")
    return chosen if chosen is not None else alternate.find(MC + "Fallback")


def boxes_in(element: etree._Element) -> list[etree._Element]:
    """The `w:txbxContent` of a drawing, each once."""
    found: list[etree._Element] = []
    for child in element:
        if child.tag == _BOX:
            found.append(child)
        elif child.tag == _ALTERNATE:
            chosen = branch(child)
            found += [] if chosen is None else boxes_in(chosen)
        else:
            found += boxes_in(child)
    return found


class InlineReader:
    """Reads the inline content of paragraphs; the fields open at the end of one are open at the start of the next."""

    def __init__(self, styles: Styles, fields: Fields) -> None:
        self._styles = styles
        self.fields = fields

    def read(self, paragraph: etree._Element, style: ParagraphStyle) -> Inline:
        """The inline content of a `w:p`."""
        found = Inline()
        self._content(paragraph, style, found)
        self.fields.end_paragraph()
        return found

    def _content(self, element: etree._Element, style: ParagraphStyle, found: Inline) -> None:
        for child in element:
            tag = child.tag
            if tag == _RUN:
                self._run(child, style, found)
            elif tag in _WRAPPERS:
                self._content(child, style, found)
            elif tag == W + "sdt":
                content = child.find(W + "sdtContent")
                if content is not None and child.find(_PLACEHOLDER) is None:
                    self._content(content, style, found)
            elif tag in _DELETED:
                self.fields.pass_over(child)
            elif tag == W + "fldSimple":
                if not is_dropped(child.get(W + "instr") or ""):
                    self._content(child, style, found)
            elif tag == _ALTERNATE:
                chosen = branch(child)
                if chosen is not None:
                    self._content(chosen, style, found)
            elif tag in _FORMULAS:
                self._add(formula(child), style.bold, found)
            elif tag in _DRAWINGS:
                found.boxes += boxes_in(child)

    def _run(self, run: etree._Element, style: ParagraphStyle, found: Inline) -> None:
        bold, hidden, font = style.bold or self._styles.default_bold, style.hidden, None
        parts: list[str] = []
        custom_mark = False
        caps = style.caps
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                text = child.text
                if text and not custom_mark:
                    text = in_font(text, font) if font else text
                    parts.append(text.upper() if caps else text)
            elif tag == _RPR:
                bold, hidden, font = self._properties(child, style)
                caps = self._is_caps(child, style)
            elif tag in _FIXED:
                parts.append(_FIXED[tag])
            elif tag == W + "br":
                parts.append(PAGE if child.get(W + "type") in ("page", "column") else LINE)
            elif tag == W + "sym":
                parts.append(_sym(child))
            elif tag == W + "fldChar":
                # What stands before the mark in the same run belongs to the state before it.
                self._flush(parts, bold, hidden, found)
                printed = self.fields.step(child)
                if printed and not hidden:
                    found.pieces.append((printed, bold))
            elif tag == W + "instrText":
                self.fields.instruct(child.text or "")
            elif tag in _NOTES:
                custom_mark = is_on(child.get(W + "customMarkFollows", "0"))
                if not hidden and not self.fields.hidden:
                    found.notes.append((_NOTES[tag], child.get(ID) or ""))
            elif tag in _DRAWINGS or tag == _ALTERNATE:
                if not hidden and not self.fields.hidden:
                    self._drawing(child, parts, found)
            elif tag == W + "ruby":
                base = child.find(W + "rubyBase")
                if base is not None:
                    self._flush(parts, bold, hidden, found)
                    self._content(base, style, found)
        self._flush(parts, bold, hidden, found)

    @staticmethod
    def _drawing(element: etree._Element, parts: list[str], found: Inline) -> None:
        chosen = branch(element) if element.tag == _ALTERNATE else element
        if chosen is not None:
            found.boxes += boxes_in(chosen)
            parts += [
                _sym(child) if child.tag == W + "sym" else child.text or ""
                for child in chosen.findall("*")
                if child.tag in _PLAIN
            ]

    def _properties(self, rpr: etree._Element, style: ParagraphStyle) -> tuple[bool, bool, str | None]:
        """Bold, hidden and the symbol font of a run. Styles toggle (17.7.3); what the run itself says is final."""
        direct_bold = direct_hidden = None
        run_bold = run_hidden = False
        font = None
        for child in rpr:
            tag = child.tag
            if tag == W + "b":
                direct_bold = is_on(child.get(VAL))
            elif tag == W + "vanish":
                direct_hidden = is_on(child.get(VAL))
            elif tag == W + "rFonts":
                font = child.get(W + "ascii") or child.get(W + "hAnsi") or font
            elif tag == W + "rStyle":
                named = self._styles.run(child.get(VAL) or "")
                run_bold, run_hidden = named.bold, named.hidden
                font = font or named.font
        bold = (style.bold != run_bold) or self._styles.default_bold if direct_bold is None else direct_bold
        hidden = style.hidden != run_hidden if direct_hidden is None else direct_hidden
        return bold, hidden, font if is_symbol_font(font) else None

    def _is_caps(self, rpr: etree._Element, style: ParagraphStyle) -> bool:
        """Whether a run is printed in capitals (`w:caps`), whatever letters it holds."""
        direct, named = rpr.find(W + "caps"), rpr.find(W + "rStyle")
        if direct is not None:
            return is_on(direct.get(VAL))
        return style.caps != (named is not None and self._styles.run(named.get(VAL) or "").caps)

    def _flush(self, parts: list[str], bold: bool, hidden: bool, found: Inline) -> None:
        if parts:
            if not hidden:
                self._add("".join(parts), bold, found)
            parts.clear()

    def _add(self, text: str, bold: bool, found: Inline) -> None:
        if text and not self.fields.hidden:
            found.pieces.append((text.replace("\n", " ") if "\n" in text else text, bold))


def _sym(element: etree._Element) -> str:
    try:
        code = int(element.get(W + "char") or "", 16)
    except ValueError:
        return ""
    return symbol(code, element.get(W + "font"))
