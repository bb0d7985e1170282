"""`letters.csv` → one table per encoding, by the characters that a format shows for a byte.

A byte above 7F reaches us as Latin-1 or Windows-1252 shows it (B5 is `µ`, 93 is a quotation mark or a control character), from
a symbol font as F000 + byte, or as the other character of its glyph (`−` for AD, `∙` for B7), which PDFs give.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from typing import Final, Literal
from unicodedata import normalize

Encoding = Literal["TCVN3", "VNI", "VISCII", "VPS"]
ENCODINGS: Final[tuple[Encoding, ...]] = ("TCVN3", "VNI", "VISCII", "VPS")

#: The other characters of glyphs that have two: minus for the soft hyphen, Greek mu for the micro sign, and so on.
TWINS: Final = {"\u2212": "\xad", "\u2010": "\xad", "\u2219": "\xb7", "\u03bc": "\xb5"}
#: What Windows-1252 shows for 80–9F, where Latin-1 has control characters.
WINDOWS: Final = {
    code: bytes((code,)).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
#: Punctuation of Windows-1252 that fonts of TCVN3 and VNI have at its usual place.
_KEEP_WINDOWS: Final = frozenset({"TCVN3", "VNI"})


@cache
def letters() -> tuple[dict[str, str], ...]:
    """Rows of `letters.csv`: a letter, and its codes in hexadecimal (VIQR: as it is typed)."""
    text = resources.files("extract.read.legacy").joinpath("letters.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def singles(encoding: Encoding) -> dict[int, str]:
    """Letters that are one character, by its code point as `str.translate` wants it; characters not here stay."""
    column = "tcvn" if encoding == "TCVN3" else encoding.lower()
    codes = {bytes.fromhex(row[column]): row["letter"] for row in letters()}
    bare = {code[0]: letter for code, letter in codes.items() if len(code) == 1}
    table = {0xF000 + code: chr(code) for code in range(0x20, 0x100)}
    table |= {0xF000 + code: letter for code, letter in bare.items()}
    if encoding not in _KEEP_WINDOWS:
        table |= {ord(shown): bare[code] for code, shown in WINDOWS.items() if code in bare}
    return table | bare


@cache
def pairs() -> dict[str, str]:
    """VNI's letters of two characters, decomposed so that they stay two: `aù` is a and an acute accent, `aá` â and one."""
    found: dict[str, str] = {}
    for row in letters():
        code = bytes.fromhex(row["vni"]).decode("latin-1")
        if len(code) == 2:
            decomposed = normalize("NFD", row["letter"])
            found[code] = normalize("NFC", decomposed[:-1]) + decomposed[-1]
    return found
