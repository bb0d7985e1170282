"""Names of persons, and the titles and positions written before them.

Signers stand without academic titles, the armed forces, education and health excepted (NĐ 30/2020, Phụ lục I, II.7.c).
"""

from __future__ import annotations

import re
from functools import cache

import regex

from patterns.words import any_of, rows, variants

_SYLLABLE = r"(?:\p{Lu}\p{Ll}*+(?:['’]\p{L}+)?|\p{Lu}+)(?![\p{L}\d/&-])"
#: Academic and military titles that may stand before a name.
TITLE = (
    r"(?:(?:GS|PGS|TSKH|TS|ThS|Th\.S|CN|KS|BS|BSCK(?:I{1,2}|[12])?|CK(?:I{1,2}|[12])|DS|LS|NGƯT|NGND|TTƯT|AHLLVTND)\b\.?[\s.,]*"
    r"|(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy|ÚY|TÁ|TƯỚNG)\s+|(?:ĐẠI|THƯỢNG|TRUNG|THIẾU)\s+(?:TƯỚNG|TÁ|ÚY)\s+"
    r"|Tiến\s+sĩ\s+|Thạc\s+sĩ\s+|Bác\s+sĩ\s+|Luật\s+sư\s+|Giáo\s+sư\s+|Phó\s+Giáo\s+sư\s+)"
)


@cache
def surnames() -> frozenset[str]:
    """Family names, with a capital."""
    return frozenset(row["name"] for row in rows("surnames"))


@cache
def _person() -> regex.Pattern[str]:
    family = any_of([*surnames(), *(name.upper() for name in surnames())])
    return regex.compile(rf"{TITLE}*(?P<name>{family}(?![\p{{L}}\d])(?:[ \u00a0]{_SYLLABLE}){{1,5}})")


_ANY_NAME = regex.compile(rf"{TITLE}*(?P<name>{_SYLLABLE}(?:[ \u00a0]{_SYLLABLE}){{1,5}})\s*$")


def person_at(text: str, position: int = 0) -> tuple[int, int] | None:
    """Where the name of the person stands that begins here, without titles; None if no known family name begins it."""
    found = _person().match(text, position)
    return None if found is None else found.span("name")


def person_line(text: str, *, known: bool = True) -> str | None:
    """The name that a whole line is, without titles; with `known=False` also of an unknown family name."""
    line = text.strip(" .,:;()")
    found = _person().fullmatch(line)
    if found is None and not known:
        found = _ANY_NAME.fullmatch(line)
    if found is None:
        return None
    name = found["name"]
    return " ".join(name.split()).title() if name.isupper() else " ".join(name.split())


@cache
def positions() -> tuple[str, ...]:
    """Every spelling of every position, longest first."""
    return tuple(sorted((word for row in rows("positions") for word in variants(row)), key=lambda w: (-len(w), w)))


@cache
def position() -> re.Pattern[str]:
    """Matches a position: as in text (`Phó Chủ tịch`) or in capitals (`PHÓ CHỦ TỊCH`)."""
    return re.compile(rf"(?<!\w){any_of([*positions(), *(word.upper() for word in positions())])}(?!\w)")
