"""Names of WordprocessingML: namespaces and the element and attribute names the reader knows."""

from __future__ import annotations

from typing import Final

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML: Final = "{http://www.w3.org/XML/1998/namespace}"

VAL: Final = W + "val"
ID: Final = W + "id"

# The ISO "strict" flavour of the format differs in namespaces only; it is read as the usual one.
STRICT: Final = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)

_OFF: Final = frozenset({"0", "false", "off", "none"})


def is_on(value: str | None) -> bool:
    """An on/off property that is present: on, unless its value says off."""
    return value is None or value.lower() not in _OFF


def number(value: str | None) -> int | None:
    """A decimal attribute; None where absent or no number (some writers give `12.0`)."""
    if value is None:
        return None
    try:
        return int(value)
    except ValueError:
        try:
            return int(float(value))
        except (ValueError, OverflowError):
            return None
