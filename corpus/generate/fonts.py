"""A serif font family with Vietnamese letters, found on the machine; none is shipped."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FAMILIES = ("Liberation Serif", "Tinos", "FreeSerif", "DejaVu Serif")
_STYLES = {"": "Regular", "-Bold": "Bold", "-Italic": "Italic", "-BoldItalic": "Bold Italic"}


class FontMissingError(RuntimeError):
    """No font with Vietnamese letters (Debian: `apt-get install fontconfig fonts-liberation`)."""


@cache
def serif() -> str:
    """Registers the first family found under the name `Serif`, with bold and italic; gives that name."""
    if shutil.which("fc-match") is None:
        raise FontMissingError("fc-match not found: apt-get install fontconfig fonts-liberation")
    for family in FAMILIES:
        files = {suffix: _file(family, style) for suffix, style in _STYLES.items()}
        if all(files.values()):
            for suffix, file in files.items():
                pdfmetrics.registerFont(TTFont(f"Serif{suffix}", str(file)))
            pdfmetrics.registerFontFamily(
                "Serif", normal="Serif", bold="Serif-Bold", italic="Serif-Italic", boldItalic="Serif-BoldItalic"
            )
            return "Serif"
    raise FontMissingError(f"none of {', '.join(FAMILIES)} found: apt-get install fonts-liberation")


@cache
def bold_file() -> Path:
    """The bold font of that family, for what is drawn into pictures."""
    found = next((file for family in FAMILIES if (file := _file(family, "Bold")) is not None), None)
    if found is None:
        raise FontMissingError(f"none of {', '.join(FAMILIES)} found: apt-get install fonts-liberation")
    return found


def _file(family: str, style: str) -> Path | None:
    answer = subprocess.run(
        ["fc-match", "-f", "%{family}|%{file}", f"{family}:style={style}"], check=True, capture_output=True, text=True
    ).stdout
    found, _, file = answer.partition("|")
    return Path(file) if family in found.split(",") and file.endswith(".ttf") else None
