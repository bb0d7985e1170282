"""What the name of a font says about the encoding of its text: a hint, for most files that name such a font hold Unicode.

ABC's TCVN3 fonts are called `.VnTime`, `.VnArial` …, those that draw capitals only `.VnTimeH`, `.VnArialH`; VNI's `VNI-Times`;
VPS's `VPS Times`; those of VISCII `VI Times`. PDFs put a subset tag before the name and the weight behind it, and some lose
the full stop.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

import regex

from extract.read.legacy.tables import Encoding

_TAG = regex.compile(r"^[A-Z]{6}\+")
_WEIGHT = regex.compile(r"[,;].*$|(?:[ -]?(?:bold|italic|oblique|regular|normal))+$", regex.IGNORECASE)
_NAMES: Final[tuple[tuple[regex.Pattern[str], Encoding], ...]] = (
    (regex.compile(r"\.vn|vn(?:time|arial|avant)h?$", regex.IGNORECASE), "TCVN3"),
    (regex.compile(r"vni\b", regex.IGNORECASE), "VNI"),
    (regex.compile(r"vps\b", regex.IGNORECASE), "VPS"),
    (regex.compile(r"vi(?:scii)?[ -]\p{L}", regex.IGNORECASE), "VISCII"),
)
_PICTURES = regex.compile(r"symbol|wingdings|webdings|dingbats|mt extra", regex.IGNORECASE)


class Hint(NamedTuple):
    """The encoding a font's name stands for, None if it stands for none; whether the font draws capitals only."""

    encoding: Encoding | None = None
    capitals: bool = False


def bare(font: str) -> str:
    """A font's name without subset tag, weight and the fonts to be used in its place (`VNI-Times;Arial`)."""
    return _WEIGHT.sub("", _TAG.sub("", font.strip()))


@lru_cache(maxsize=1024)
def hint_of(font: str) -> Hint:
    """What the name says; nothing for an ordinary font."""
    name = bare(font)
    encoding = next((encoding for pattern, encoding in _NAMES if pattern.match(name)), None)
    if encoding != "TCVN3":
        return Hint(encoding)
    return Hint(encoding, name.endswith("H") or (name.islower() and name.endswith("h")))


@lru_cache(maxsize=1024)
def has_pictures(font: str) -> bool:
    """Whether a font's characters are pictures, never letters."""
    return _PICTURES.search(font) is not None
