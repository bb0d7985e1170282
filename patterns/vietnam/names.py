"""Names of units compared: what spellings may differ in, and what they may not."""

from __future__ import annotations

import re
from functools import lru_cache

from patterns.spelling import fold

_MARKS = re.compile(r"[\s'’‘ʼ`.‐‑–-]+")
_ZERO = re.compile(r"^0+(?=\d)")
#: i and y are one at the end of an open syllable: `Mĩ Lộc`, `Mỹ Lộc`.
_I = re.compile(r"(?<=[bcdđghklmnpqrstvx])([yýỳỷỹỵ])(?![^\W\d_])")
_AS_I = dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """A name for comparing: one spelling of tones, of i and y, no hyphens and apostrophes; diacritics stay, they tell units apart."""
    folded = _I.sub(lambda found: _AS_I[found[1]], fold(name))
    return _ZERO.sub("", _MARKS.sub(" ", folded).strip())
