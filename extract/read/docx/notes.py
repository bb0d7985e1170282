"""Footnotes and endnotes by their ids; each is handed over once, where its mark stands."""

from __future__ import annotations

from lxml import etree

from extract.read.docx.names import ID, W
from extract.read.docx.package import Package

_PARTS = (("footnotes", W + "footnote"), ("endnotes", W + "endnote"))


class Notes:
    """The notes of a document that were not handed over yet."""

    def __init__(self, package: Package) -> None:
        self._elements: dict[tuple[str, str], etree._Element] = {}
        for kind, tag in _PARTS:
            root = package.related(kind)
            for element in () if root is None else root.findall(tag):
                # Separators and their kin have a type; notes proper have none or `normal`.
                if element.get(W + "type", "normal") == "normal":
                    self._elements[kind, element.get(ID) or ""] = element

    def take(self, marks: list[tuple[str, str]]) -> list[etree._Element]:
        """The notes marked, in the order of their marks; none twice."""
        found = [self._elements.pop(mark, None) for mark in marks]
        return [element for element in found if element is not None]
