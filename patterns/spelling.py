"""One spelling for what offices write in several: place of the tone mark, white space, letter case.

`modern_tone` keeps the length of a text, so places found in the folded text are places in the text itself.
"""

from __future__ import annotations

import re
import unicodedata

_LATE = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_EARLY = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_CASES = (str.lower, str.upper, str.capitalize)
_MOVED = {case(late): case(early) for late, early in zip(_LATE, _EARLY, strict=True) for case in _CASES}
_TONE = re.compile(r"(?<![qQ])[oOuU][àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ](?![^\W\d_])")
_SPACE = re.compile(r"\s+")


def modern_tone(text: str) -> str:
    """The text with `uỷ`, `hoà`, `khoẻ` written `ủy`, `hòa`, `khỏe`; NFC in, NFC out, same length."""
    return _TONE.sub(lambda found: _MOVED.get(found[0], found[0]), text)


def squeeze(text: str) -> str:
    """The text on one line, with single spaces and none at its ends."""
    return _SPACE.sub(" ", text).strip()


def fold(text: str) -> str:
    """A key for comparing: NFC, one spelling of tones, single spaces, lower case. Diacritics stay (Đ is not D)."""
    return squeeze(modern_tone(unicodedata.normalize("NFC", text))).lower()


def is_capitals(text: str) -> bool:
    """Whether a text has letters and none of them is lower case."""
    return text.isupper()
