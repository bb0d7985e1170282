"""What the name of a font says about the encoding of its text: a hint, for most files that name such a font hold Unicode.

ABC's TCVN3 fonts are called `.VnTime`, `.VnArial` …, those that draw capitals only `.VnTimeH`, `.VnArialH`; VNI's `VNI-Times`;
VPS's `VPS Times`; those of VISCII `VI Times`. PDFs put a subset tag before the name and the weight behind it, and some lose
the full stop.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from extract.read.legacy.tables import Encoding

_TAG = re.compile(r"^[A-Z]{6}\+")
_WEIGHT = re.compile(r"[,;].*$|(?:[ -]?(?:bold|italic|oblique|regular|normal))+$", re.IGNORECASE)
_NAMES: Final[tuple[tuple[re.Pattern[str], Encoding], ...]] = (
    (re.compile(r"\.[Vv][Nn]|Vn[A-Z]|vn(?:time|arial)h?$"), "TCVN3"),
    (re.compile(r"vni", re.IGNORECASE), "VNI"),
    (re.compile(r"vps", re.IGNORECASE), "VPS"),
    (re.compile(r"vi(?:scii)?[ -][^\W\d_]", re.IGNORECASE), "VISCII"),
)
_PICTURES = re.compile(r"symbol|wingdings|webdings|dingbats|mt extra", re.IGNORECASE)


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
