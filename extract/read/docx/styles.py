"""What a style says about a paragraph or a run, its whole `basedOn` chain followed (ISO 29500, 17.7)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from extract.read.docx.names import VAL, W, is_on, number

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """The properties a paragraph has from its style. `outline` counts from 1; `chain` are the style ids, nearest first."""

    bold: bool = False
    hidden: bool = False
    caps: bool = False
    centered: bool = False
    outline: int | None = None
    num_id: str | None = None
    level: int | None = None
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStyle:
    """The toggle properties a character style sets."""

    bold: bool = False
    hidden: bool = False
    caps: bool = False
    font: str | None = None


class Styles:
    """The styles of a document, by id. A document without styles has the defaults."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._default_paragraph: str | None = None
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._runs: dict[str, RunStyle] = {}
        self.default_bold = False
        if root is None:
            return
        for element in root.findall(W + "style"):
            name = element.get(W + "styleId") or ""
            self._elements[name] = element
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
                self._default_paragraph = name
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.default_bold = bool(_toggle(defaults, "b"))

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """The resolved paragraph style; the default one where `style_id` is None or unknown."""
        found = self._paragraphs.get(style_id)
        if found is None:
            known = style_id if style_id in self._elements else self._default_paragraph
            found = self._paragraphs[style_id] = self._resolve_paragraph(self.chain(known))
        return found

    def run(self, style_id: str) -> RunStyle:
        """The resolved character style."""
        found = self._runs.get(style_id)
        if found is None:
            chain = [element.find(W + "rPr") for _, element in self.chain(style_id)]
            fonts = [rpr.find(W + "rFonts") for rpr in chain if rpr is not None]
            found = self._runs[style_id] = RunStyle(
                bold=_first_toggle(chain, "b"),
                hidden=_first_toggle(chain, "vanish"),
                caps=_first_toggle(chain, "caps"),
                font=next((font.get(W + "ascii") for font in fonts if font is not None), None),
            )
        return found

    def chain(self, style_id: str | None) -> list[tuple[str, etree._Element]]:
        """A style and those it is based on, nearest first; cycles are cut."""
        found: list[tuple[str, etree._Element]] = []
        seen: set[str] = set()
        while style_id and style_id not in seen and style_id in self._elements and len(found) < _LONGEST_CHAIN:
            element = self._elements[style_id]
            found.append((style_id, element))
            seen.add(style_id)
            based = element.find(W + "basedOn")
            style_id = None if based is None else based.get(VAL)
        return found

    def _resolve_paragraph(self, chain: list[tuple[str, etree._Element]]) -> ParagraphStyle:
        properties = [element.find(W + "pPr") for _, element in chain]
        runs = [element.find(W + "rPr") for _, element in chain]
        alignment = _first_value(properties, "jc")
        outline = number(_first_value(properties, "outlineLvl"))
        num_id = level = None
        for ppr in properties:
            numbering = None if ppr is None else ppr.find(W + "numPr")
            if numbering is not None:
                found_id, found_level = numbering.find(W + "numId"), numbering.find(W + "ilvl")
                if level is None and found_level is not None:
                    level = number(found_level.get(VAL))
                if num_id is None and found_id is not None:
                    num_id = found_id.get(VAL)
        return ParagraphStyle(
            bold=_first_toggle(runs, "b"),
            hidden=_first_toggle(runs, "vanish"),
            caps=_first_toggle(runs, "caps"),
            centered=alignment == "center",
            outline=outline_of(outline) if outline is not None else _named_heading(chain),
            num_id=num_id,
            level=level,
            chain=tuple(name for name, _ in chain),
        )


def outline_of(value: int | None) -> int | None:
    """Heading level from 1 of an outline level as stored (0–8; 9 is body text)."""
    return value + 1 if value is not None and 0 <= value <= 8 else None


def _named_heading(chain: list[tuple[str, etree._Element]]) -> int | None:
    for _, element in chain:
        name = element.find(W + "name")
        found = _HEADING.fullmatch(name.get(VAL) or "") if name is not None else None
        if found:
            return int(found[1])
    return None


def _toggle(rpr: etree._Element | None, name: str) -> bool | None:
    element = None if rpr is None else rpr.find(W + name)
    return None if element is None else is_on(element.get(VAL))


def _first_toggle(chain: list[etree._Element | None], name: str) -> bool:
    return next((value for value in (_toggle(rpr, name) for rpr in chain) if value is not None), False)


def _first_value(chain: list[etree._Element | None], name: str) -> str | None:
    for properties in chain:
        element = None if properties is None else properties.find(W + name)
        if element is not None:
            return element.get(VAL)
    return None
