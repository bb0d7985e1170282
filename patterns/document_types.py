"""Types of instruments (tên loại văn bản): their names, spellings and codes, from `types.csv`.

Names and codes: NĐ 30/2020 Điều 7 and Phụ lục III, Luật Ban hành văn bản QPPL 2015 Điều 4, Quy định 66-QĐ/TW and 399-QĐ/TW of the Party.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from patterns.spelling import modern_tone, squeeze
from patterns.words import any_of, rows, variants


@dataclass(frozen=True, slots=True)
class TypeName:
    """A type of instrument, as `types.csv` knows it.

    `codes`: what it has in symbols, its own first. `short`: how it is cited by a number without symbol: `strong` (any number after
    it is one), `plain`, `two` (two digits at least), `marked` (only with `số`, it is a verb too), empty (not at all).
    `named`: how it is cited by name: `law`, `plan` (with year or quotation marks), `regulation`, `quoted`, empty. `put_in_force`: a
    Quyết định or Nghị quyết puts it in force and gives it its number.
    """

    name: str
    codes: tuple[str, ...]
    short: str
    named: str
    put_in_force: bool


@cache
def types() -> dict[str, TypeName]:
    """Every type by its name."""
    return {
        row["name"]: TypeName(
            name=row["name"],
            codes=tuple(code for code in row["codes"].split("|") if code),
            short=row["short"],
            named=row["named"],
            put_in_force=row["put_in_force"] == "yes",
        )
        for row in rows("types")
    }


@cache
def type_codes() -> dict[str, tuple[TypeName, ...]]:
    """Every code of a type in canonical letters → the types it may stand for, those first whose own code it is."""
    found: dict[str, list[TypeName]] = {}
    for kind in types().values():
        for position, code in enumerate(kind.codes):
            found.setdefault(code, []).insert(0 if position == 0 else len(found[code]), kind)
    return {code: tuple(kinds) for code, kinds in found.items()}


@cache
def _canonical_codes() -> dict[str, str]:
    return {code.lower(): code for code in type_codes()}


def canonical_type_code(part: str) -> str | None:
    """`CTR` → `CTr`; None for what is no code of a type. Đ and D stay apart."""
    return _canonical_codes().get(part.lower())


def type_of_code(code: str | None, style: str) -> TypeName | None:
    """The type that a code alone tells; None where it may be several (`QĐ` in the Party is Quyết định or Quy định)."""
    kinds = type_codes().get(code or "", ())
    if code == "QĐ" and style == "party":
        return None
    if code == "TT":
        return types()["Thông tri" if style == "party" else "Thông tư"]
    return kinds[0] if kinds else None


@cache
def nouns() -> dict[str, TypeName]:
    """Every spelling of every type in lower case (abbreviations too) → the type."""
    return {modern_tone(word).lower(): types()[row["name"]] for row in rows("types") for word in variants(row)}


@cache
def abbreviations() -> frozenset[str]:
    """Spellings that count in capitals only: `QĐ`, `TTLT`, `QyĐ`."""
    return frozenset(
        word for row in rows("types") for word in variants(row) if " " not in word and not word[1:].islower()
    )


@cache
def noun_pattern() -> re.Pattern[str]:
    """A type noun in folded text, the longest at its place."""
    return re.compile(rf"(?<![^\W\d_])(?<![/&-]){any_of(nouns())}(?![\w/&])")


@cache
def capital_pattern() -> re.Pattern[str]:
    """A type noun with capitals (`Kế hoạch`, `KẾ HOẠCH`, `Kế Hoạch`, `KH`) in text with modern tones; the fast way through a whole text."""
    words: set[str] = set(abbreviations())
    for word in nouns():
        if (word.upper() not in words and " " in word) or len(word) > 3:
            words |= {word[0].upper() + word[1:], word.upper(), " ".join(part.capitalize() for part in word.split())}
    return re.compile(rf"{any_of(modern_tone(word) for word in words)}(?![\w/&])")


def noun_of(written: str) -> TypeName | None:
    """The type that a noun as written names, in any letter case; abbreviations in capitals only."""
    key = squeeze(written)
    kind = nouns().get(modern_tone(key).lower())
    if kind is not None and key.lower() in _lower_abbreviations() and key not in abbreviations():
        return None
    return kind


@cache
def _bare_nouns() -> dict[str, TypeName]:
    """Type nouns of two words and more without diacritics; none that two types share."""
    found: dict[str, TypeName | None] = {}
    for word, kind in nouns().items():
        if " " in word:
            found[_letters(word)] = None if found.setdefault(_letters(word), kind) is not kind else kind
    return {word: kind for word, kind in found.items() if kind is not None}


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text.replace("đ", "d")) if not unicodedata.combining(c))


_LAST_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){1,3}\Z")


def misspelt_noun(folded: str, start: int, end: int) -> tuple[int, TypeName] | None:
    """The type whose noun ends at `end` of a folded text with other diacritics (`nghị dịnh`, `quyêt định`), and where it begins."""
    words = _LAST_WORDS.search(folded, max(start, end - 40), end)
    if words is None:
        return None
    begin = words.start()
    while begin < end:
        kind = _bare_nouns().get(_letters(folded[begin:end]))
        if kind is not None:
            return begin, kind
        space = folded.find(" ", begin, end)
        begin = end if space < 0 else space + 1
    return None


@cache
def _lower_abbreviations() -> frozenset[str]:
    return frozenset(word.lower() for word in abbreviations())
