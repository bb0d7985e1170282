"""Which font the letters of a run are set in (ISO 29500, 17.3.2.26), and whether a document names fonts of old encodings.

A run names a font itself, by its character style, by its paragraph's style, or takes the default; a theme font stands for one
that the theme part names. Letters beyond ASCII take the `hAnsi` font, which old documents set as they set `ascii`.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from extract.read.docx.names import VAL, W
from extract.read.docx.package import Package
from extract.read.docx.styles import ParagraphStyle, Styles
from extract.read.errors import ReadError
from extract.read.legacy.fonts import hint_of

_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FONTS: Final = W + "rFonts"
_NAMES: Final = (W + "hAnsi", W + "ascii")
_BY_THEME: Final = (W + "hAnsiTheme", W + "asciiTheme")


def names_old_font(package: Package) -> bool:
    """Whether the document names a font of an old encoding: by its table of fonts, which is short, and in its text."""
    listed = _part(package, "fontTable")
    names = set() if listed is None else {font.get(W + "name") for font in listed}
    roots = [package.document]
    if listed is None:
        roots += [root for kind in ("styles", "numbering") if (root := _part(package, kind)) is not None]
        names |= set(_theme(package).values())
    for root in roots:
        names |= {fonts.get(name) for fonts in root.iter(_FONTS) for name in _NAMES}
    return any(name and hint_of(name).encoding for name in names)


def _part(package: Package, kind: str) -> etree._Element | None:
    """The root of a part that a document is readable without."""
    try:
        return package.related(kind)
    except ReadError:
        return None


def _theme(package: Package) -> dict[str, str]:
    """Names of the theme's two Latin fonts, by `major` and `minor`."""
    root = _part(package, "theme")
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        latin = None if root is None else root.find(f".//{_DRAWING}{kind}Font/{_DRAWING}latin")
        if latin is not None:
            found[kind] = latin.get("typeface") or ""
    return found


class Fonts:
    """The fonts of runs, by what the run, its styles, the defaults and the theme say; "" where nothing says."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self._styles = styles
        self._theme = _theme(package)
        self._of_style: dict[str, str | None] = {}
        root = package.related("styles")
        self._default = "" if root is None else self.named(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")) or ""

    def of(self, rpr: etree._Element | None, style: ParagraphStyle) -> str:
        """The font of a run with these properties in a paragraph of this style."""
        named = self.named(rpr)
        if named is not None:
            return named
        character = None if rpr is None else rpr.find(W + "rStyle")
        for style_id in (None if character is None else character.get(VAL), *style.chain[:1]):
            named = self._by_style(style_id) if style_id else None
            if named is not None:
                return named
        return self._default

    def named(self, rpr: etree._Element | None) -> str | None:
        """The font that run properties themselves name."""
        fonts = None if rpr is None else rpr.find(_FONTS)
        if fonts is None:
            return None
        for key in _BY_THEME:
            found = self._theme.get((fonts.get(key) or "")[:5])
            if found:
                return found
        return next((name for key in _NAMES if (name := fonts.get(key))), None)

    def _by_style(self, style_id: str) -> str | None:
        if style_id not in self._of_style:
            chain = (self.named(element.find(W + "rPr")) for _, element in self._styles.chain(style_id))
            self._of_style[style_id] = next((name for name in chain if name), None)
        return self._of_style[style_id]
