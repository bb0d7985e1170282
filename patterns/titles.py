"""The line that names the type of a document, `BÁO CÁO`, `NGHỊ ĐỊNH` (NĐ 30/2020, Phụ lục I, II.5): capitals, centred.

Types stand in `types.csv`. The subject may follow in the same line; older texts write `Nghị định của Chính phủ số …`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from patterns.spelling import modern_tone, squeeze
from patterns.words import any_of, rows, variants


class Typed(NamedTuple):
    """The type a line names and what follows it in that line."""

    name: str
    rest: str


@cache
def _types() -> dict[str, str]:
    words: dict[str, str] = {}
    for row in rows("types"):
        for word in variants(row):
            if " " in word or word == row["name"]:
                words.setdefault(modern_tone(word), row["name"])
    return words


@cache
def _line() -> re.Pattern[str]:
    upper = any_of(word.upper() for word in _types())
    return re.compile(
        rf"^\W{{0,3}}(?:(?P<capitals>{upper})(?!\w)(?P<rest>.*)"
        rf"|(?P<small>{any_of(_types())})(?:\s*:?\s*$|\s+(?P<of>(?:của|số)\s+\S.*)))",
        re.DOTALL,
    )


_SPACED = re.compile(r"^(?:\w\s+){3,}\w\s*$")


def type_line(text: str) -> Typed | None:
    """Type and rest of a line that names the type of the document; None for any other line. One line."""
    text = modern_tone(text)
    if _SPACED.match(text):
        text = re.sub(r"(?<=\w)\s(?=\w(?:\s|$))", "", re.sub(r"\s{2,}", "  ", text)).replace("  ", " ")
    found = _line().match(text)
    if found is None:
        return _misread(text)
    if found["capitals"] is not None:
        rest = squeeze(found["rest"]).strip(" :_-–*")
        if rest[:1] in ("(", "/") or rest in ("ĐẾN", "ĐI") or (rest and not _is_title(rest)):
            return None
        return Typed(_types()[squeeze(found["capitals"]).capitalize()], rest)
    return Typed(_types()[squeeze(found["small"])], squeeze(found["of"] or ""))


@cache
def _bare() -> dict[str, str]:
    return {_letters(word): name for word, name in _types().items()}


def _misread(text: str) -> Typed | None:
    """A line in capitals that is a type but for its diacritics, as recognition of scans gives it: `BẢO CÁO`."""
    if len(text) > 30 or not text.isupper():
        return None
    name = _bare().get(_letters(text))
    return Typed(name, "") if name else None


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return "".join(character for character in plain if character.isalpha())


def _is_title(rest: str) -> bool:
    """What follows the type in its line is the subject: capitals, or begins with a capital after `:` or a break."""
    letters = [character for character in rest if character.isalpha()]
    return bool(letters) and (sum(map(str.isupper, letters)) >= 0.6 * len(letters) or rest[0].isupper())


def type_of_symbol(symbol: str | None) -> str | None:
    """The type that the first group of a symbol stands for, if it is that of one type: `BC-UBND` → Báo cáo."""
    code = re.split(r"[-/.]", symbol or "")[0]
    names = {row["name"] for row in rows("types") if code and code in row["codes"].split("|")}
    if len(names) > 1:
        names = {row["name"] for row in rows("types") if row["name"] in names and code in variants(row)}
    return names.pop() if len(names) == 1 else None
