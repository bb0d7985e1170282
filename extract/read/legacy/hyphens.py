"""TCVN3's ư stands at the code of the soft hyphen, and PDFs show a plain hyphen, a minus or the end-of-line mark for it.

Which of them is a letter the syllable says: `t-íng` is tướng, for t is no syllable; `Q§-UBND` is none with ư in it.
"""

from __future__ import annotations

import re
from typing import Final

from extract.read.syllable import is_spelt

END_OF_LINE: Final = "\ufffe"  # what PDFium gives for a hyphen, soft or hard, that ends a line
_LONGEST: Final = 8  # a syllable has seven letters
_HYPHEN = re.compile(rf"(?<![^\W\d_])(?P<before>[^\W\d_]*)(?P<hyphen>[-{END_OF_LINE}])(?=(?P<after>[^\W\d_]*))")


def horned(text: str) -> str:
    """Decoded text with the hyphens that are letters as letters; as many characters as before."""
    if "-" not in text and END_OF_LINE not in text:
        return text
    return _HYPHEN.sub(_letter, text)


def _letter(found: re.Match[str]) -> str:
    before, hyphen = found["before"], found["hyphen"]
    after = "" if hyphen == END_OF_LINE else found["after"]  # the next line follows without white space
    whole = f"{before}ư{after}"
    if not 1 < len(whole) <= _LONGEST or whole.isupper() or not is_spelt(whole):
        return found[0]
    apart = all(is_spelt(part) for part in (before, after) if part) and bool(before)
    return found[0] if apart else f"{before}ư"
