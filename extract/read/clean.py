"""Text hygiene shared by all readers: str in, str out, nothing looked up, nothing guessed.

What is repaired, and why (DOMAIN §6): text is NFC; letters that only look Vietnamese (Ð, Ƣ) become the Vietnamese ones;
characters without a picture go; every kind of space is one space; every hyphen is `-`; bullets of symbol fonts
get their Unicode character; a document symbol typed or broken with spaces (`15/QĐ- UBND`) is closed up, because NĐ 30/2020
(Phụ lục I, II.3) writes it without any. The dash of prose stays.
"""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

import regex

_LOOKALIKES = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "Ƣ": "Ư", "ƣ": "ư"}
_HYPHENS = {"\u2010": "-", "\u2011": "-"}
_LINES = {"\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\r": "\n"}
_SPACES = dict.fromkeys("\t\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")
_INVISIBLE = dict.fromkeys(
    (
        *(*range(0x09), *range(0x0E, 0x20), 0x7F, 0xAD, 0x061C, 0x180E, 0xFEFF),
        *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10)),
    ),
    "",
)
# Bullets of Wingdings and Symbol arrive in the private use area: 0xF000 + their code in the font.
_BULLETS = {
    "\uf02d": "-",
    "\uf0b7": "•",
    "\uf09f": "•",
    "\uf06c": "●",
    "\uf06e": "■",
    "\uf0a7": "▪",
    "\uf0a8": "□",
    "\uf06f": "□",
    "\uf071": "□",
    "\uf075": "◆",
    "\uf076": "◆",
    "\uf0d8": "➢",
    "\uf0da": "➢",
    "\uf0e0": "→",
    "\uf0f0": "→",
    "\uf0fc": "✓",
    "\uf0fe": "☑",
    "\uf0b3": "≥",
    "\uf0a3": "≤",
    "\uf0b0": "°",
    "\uf0b1": "±",
    "\uf0b4": "×",
}
_TABLE = str.maketrans(_LOOKALIKES | _HYPHENS | _LINES | _SPACES | _BULLETS) | {
    (ord(key) if isinstance(key, str) else key): value for key, value in _INVISIBLE.items()
}
_ODD = re.compile("[" + "".join(f"\\U{code:08x}" for code in sorted(_TABLE)) + "]")
_RUNS = re.compile(r" {2,}")
_BREAKS = re.compile(r"(?: ?\n)+ ?")
_STROKED_D = re.compile("([Dd])[\u0335\u0336]")

# `15 /QĐ- UBND`, `61/2018/ NĐ-CP`, `15- NQ/TU`: only after a number (or the gap left for it after `Số:`) and around a
# type code in capitals. A gap on both sides of a later hyphen (`15/KH-UBND - UBND huyện`) may be a dash of prose, and stays.
_SYMBOL = regex.compile(
    r"""
    (?<![\p{L}\d/.-])
    (?P<number> \d{1,6} \p{Ll}? | (?<=S[ốỐ]\s?:\s) )
    (?: (?P<slash> [ ]?/[ ]? ) (?: (?P<year> (?:19|20)\d\d ) (?P<slash2> [ ]?/[ ]? ) )?
        (?P<type> \p{Lu}\p{L}{0,5} )
        (?P<groups> (?: [ ]?[-–—][ ]? \p{Lu}[\p{Lu}\d&]{1,14} \p{Ll}? (?![\p{Ll}]) ) (?: (?:[-–—]|[ ][-–—]|[-–—][ ]) \p{Lu}[\p{Lu}\d&]{1,14} \p{Ll}? (?![\p{Ll}]) )* )
      | (?P<dash> [ ]?[-–—][ ]? ) (?P<party> \p{Lu}[\p{L}]{1,4} ) (?P<slash3> [ ]?/[ ]? ) (?P<body> \p{Lu}{2,10} (?![\p{Ll}]) )
      | (?P<lawslash> [ ]?/[ ]? ) (?P<lawyear> (?:19|20)\d\d ) (?P<lawslash2> [ ]?/[ ]? ) (?P<term> (?:UBTV)?QH\d{1,2} )
    )
    """,
    regex.VERBOSE,
)
_SUSPECT = re.compile(r"[\dA-ZĐ] [-/–—]|[-/–—] [A-ZĐ]|\d/ \d|[A-Za-zĐđ][–—][A-ZĐ]| /")
_GAP = re.compile(r" ?[-–—] ?")


def clean(text: str) -> str:
    """`text` ready for the finders: NFC, single spaces, line feeds kept, document symbols without stray spaces."""
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    if not text.isascii() or not text.isprintable():
        if _ODD.search(text):
            text = normalize("NFC", text.translate(_TABLE))
        if "\u0335" in text or "\u0336" in text:
            text = _STROKED_D.sub(lambda found: "Đ" if found[1] == "D" else "đ", text)
    if "  " in text:
        text = _RUNS.sub(" ", text)
    if "\n" in text:
        text = _BREAKS.sub("\n", text)
    text = text.strip(" \n")
    if "/" in text and _SUSPECT.search(text):
        closed: str = _SYMBOL.sub(_close_up, text)
        return closed
    return text


def raw_of(raw: str, cleaned: str) -> str | None:
    """What to keep as `raw` beside the cleaned text: None where only white space or normal form differ."""
    if raw == cleaned or " ".join(normalize("NFC", raw).split()) == " ".join(cleaned.split()):
        return None
    return raw


def _close_up(found: regex.Match[str]) -> str:
    if found["term"]:
        return f"{found['number']}/{found['lawyear']}/{found['term']}"
    if found["party"]:
        if found["dash"].startswith(" ") and found["dash"].endswith(" ") and len(found["number"]) > 3:
            return str(found[0])
        return f"{found['number']}-{found['party']}/{found['body']}"
    year = f"{found['year']}/" if found["year"] else ""
    return f"{found['number']}/{year}{found['type']}{_GAP.sub('-', found['groups'])}"
