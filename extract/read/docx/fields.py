"""Fields: the printed result is text, the instruction is not (ISO 29500, 17.16).

A complex field is three marks in the text, `begin` instruction `separate` result `end`; fields nest and may run over
paragraphs. Dropped with their result: page numbers, which belong to no sentence; marks of notes, which would glue to a word;
and the table of contents, which repeats the headings.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from extract.read.docx.names import VAL, W, is_on

_DROPPED: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "NOTEREF", "TOC"})
_TYPE: Final = W + "fldCharType"
_CHECKBOX: Final = f"{W}ffData/{W}checkBox"


def is_dropped(instruction: str) -> bool:
    """Whether the result of a field with this instruction is left out."""
    words = instruction.split(None, 1)
    return bool(words) and words[0].upper() in _DROPPED


class Fields:
    """The open fields at a point of the text. `hidden` says whether text here is left out.

    In a document whose fields are not closed properly (`lenient`), none reaches beyond its paragraph.
    """

    def __init__(self, *, lenient: bool = False) -> None:
        self.lenient = lenient
        self.hidden = False
        self._open: list[list[str]] = []  # per field the pieces of its instruction
        self._separated: list[bool] = []  # per field: its result has begun
        self._shown: list[bool] = []  # per field: its result has begun and is kept

    @property
    def unclosed(self) -> bool:
        """Whether a field is still open."""
        return bool(self._open)

    def step(self, mark: etree._Element) -> str:
        """Take a `w:fldChar`; gives the text a form check box prints, else ""."""
        kind = mark.get(_TYPE)
        text = ""
        if kind == "begin":
            text = "" if self.hidden else _checkbox(mark)
            self._open.append([])
            self._separated.append(False)
            self._shown.append(False)
        elif kind == "separate" and self._open:
            self._separated[-1] = True
            self._shown[-1] = not is_dropped("".join(self._open[-1]))
        elif kind == "end" and self._open:
            self._open.pop()
            self._separated.pop()
            self._shown.pop()
        self.hidden = not all(self._shown)
        return text

    def instruct(self, text: str) -> None:
        """Take a piece of instruction."""
        if self._open:
            self._open[-1].append(text)

    def pass_over(self, element: etree._Element) -> None:
        """Take the marks inside content that is left out, so that begin and end stay in balance."""
        for mark in element.iter(W + "fldChar"):
            self.step(mark)

    def end_paragraph(self) -> None:
        """A paragraph has ended: no instruction runs on into the next one, whatever the marks say."""
        if self._open and (self.lenient or not all(self._separated)):
            self._open.clear()
            self._separated.clear()
            self._shown.clear()
            self.hidden = False


def _checkbox(mark: etree._Element) -> str:
    box = mark.find(_CHECKBOX)
    if box is None:
        return ""
    state = box.find(W + "checked")
    if state is None:
        state = box.find(W + "default")
    return "☒" if state is not None and is_on(state.get(VAL)) else "☐"
