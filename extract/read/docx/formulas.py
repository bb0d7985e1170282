"""Formulas (Office Math) as one line of text: fractions as a/b, digits of exponents raised."""

from __future__ import annotations

from typing import Final

from lxml import etree

from extract.read.docx.names import VAL, M

_RAISED: Final = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_PROPERTIES: Final = "Pr"


def formula(element: etree._Element) -> str:
    """Text of an `m:` element."""
    tag = element.tag
    if tag == M + "t":
        return element.text or ""
    if tag == M + "f":
        return f"{_part(element, 'num')}/{_part(element, 'den')}"
    if tag == M + "sSup":
        power = _part(element, "sup")
        raised = power and all(character in "0123456789+-" for character in power)
        return _part(element, "e") + (power.translate(_RAISED) if raised else power)
    if tag == M + "d":
        opening, closing = _fence(element, "begChr", "("), _fence(element, "endChr", ")")
        return opening + "; ".join(formula(child) for child in element.findall(M + "e")) + closing
    if tag == M + "rad":
        return f"√{_part(element, 'e')}"
    if not isinstance(tag, str) or tag.endswith(_PROPERTIES):
        return ""
    return "".join(formula(child) for child in element)


def _part(element: etree._Element, name: str) -> str:
    found = element.find(M + name)
    return "" if found is None else formula(found)


def _fence(element: etree._Element, name: str, usual: str) -> str:
    found = element.find(f"{M}dPr/{M}{name}")
    return usual if found is None else found.get(M + "val", found.get(VAL, usual))
