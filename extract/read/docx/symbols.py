"""Characters of symbol fonts (Wingdings, Symbol …) as Unicode: they carry a code of the font, not a character.

Only what administrative documents use as bullets, boxes, arrows and relations; anything else of a symbol font becomes a
bullet at the start of a list item and vanishes in running text, because its picture is unknown.
"""

from __future__ import annotations

from typing import Final

_WINGDINGS: Final = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x73: "◆", 0x74: "◆", 0x75: "◆", 0x76: "◆",
    0x77: "◆", 0x9E: "•", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA2: "○", 0xA4: "○", 0xA7: "▪", 0xA8: "□", 0xD5: "➢",
    0xD8: "➢", 0xDA: "➢", 0xDC: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "→", 0xEF: "←", 0xF0: "→", 0xF3: "↔", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x2D: "-", 0x2B: "+", 0x20: " ",
}  # fmt: skip
_WINGDINGS2: Final = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x2A: "□", 0xA3: "□", 0x97: "•", 0x98: "•",
    0x20: " ",
}  # fmt: skip
_WINGDINGS3: Final = {0x22: "→", 0x7D: "➢", 0x84: "➢", 0x90: "➢", 0x20: " "}
_WEBDINGS: Final = {0x61: "✓", 0x63: "□", 0x67: "■", 0x34: "➢", 0x20: " "}
_SYMBOL: Final = {
    0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xBB: "≈", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB7: "•", 0xA5: "∞",
    0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xAB: "↔", 0xDE: "⇒", 0xDB: "⇔", 0xD7: "⋅", 0xC5: "⊕", 0xCE: "∈",
    0xE5: "∑", 0xD6: "√", 0xA8: "♦", 0xBC: "…", 0xB2: "″", 0xA2: "′", 0x2D: "-", 0xBE: "—",
    **dict(enumerate("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", start=0x41)),
    **dict(enumerate("αβχδεφγηιϕκλμνοπθρστυϖωξψζ", start=0x61)),
}  # fmt: skip
FONTS: Final = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS2,
    "wingdings 3": _WINGDINGS3,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}
_BULLET: Final = "•"


def is_symbol_font(name: str | None) -> bool:
    """Whether a font's characters are pictures by code."""
    return name is not None and name.lower() in FONTS


def symbol(code: int, font: str | None) -> str:
    """The Unicode text of character `code` (also 0xF000 + code) of a symbol font; "" where its picture is not known."""
    table = FONTS.get((font or "").lower())
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if table is None:
        return "" if 0xE000 <= code <= 0xF8FF or not 0x20 <= code < 0x110000 or 0xD800 <= code < 0xE000 else chr(code)
    if low > 0xFF:
        return chr(code)
    if low in table:
        return table[low]
    # Digits and punctuation keep their places in the Symbol font.
    return chr(low) if table is _SYMBOL and 0x20 <= low < 0x40 else ""


def in_font(text: str, font: str) -> str:
    """Running text set in a symbol font."""
    return "".join(symbol(ord(character), font) for character in text)


def bullet(text: str, font: str | None) -> str:
    """The bullet of a list level: a plain one stays (`-`, `+`, `•`), one of a symbol font is translated, else `•`."""
    if not text:
        return ""
    if is_symbol_font(font) or any(0xE000 <= ord(character) <= 0xF8FF for character in text):
        return "".join(symbol(ord(character), font or "symbol") for character in text).strip() or _BULLET
    return "○" if text == "o" and font is not None and font.lower().startswith("courier") else text
