"""What a person asks for, however written: `61/2018/NĐ-CP`, `nghi dinh 61 nam 2018`, `NĐ 61`, an URN, a law's name without diacritics."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from patterns.words import rows, variants


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a query says of an instrument; None where it says nothing. All but `id` are folded (see `fold`)."""

    id: str | None = None
    number: str | None = None
    type: str | None = None
    sequence: str | None = None
    year: int | None = None
    words: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        """Whether it is a name, without number."""
        return bool(self.words) and self.number is None and self.sequence is None


def fold(text: str) -> str:
    """Letters without marks, case and surrounding white space: `Nghị định` → `nghi dinh`."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


_ID = re.compile(r"[0-9a-f]{16}|urn:lex:\S+", re.IGNORECASE)
_DASH = re.compile("[\u00ad\u2010-\u2015\u2212]")
_NUMBER = re.compile(
    r"0*(\d+[a-z]{0,3}(?:\.\d+)*\s*(?:[/-]\s*)+(?:(?:19|20)\d\d(?![\d])|[a-z&]+)(?:\s*[/.&-]+\s*[a-z0-9&]+)*)"
)
_SHORT = re.compile(r"0*(?P<sequence>\d+[a-z]?)(?![\w/-])(?:\s*(?:/|nam\s)\s*(?P<year>(?:19|20)\d\d))?")
_YEAR = re.compile(r"\bnam\s+((?:19|20)\d\d)\b|\bngay\s+\d+[/.-]\d+[/.-]((?:19|20)\d\d)\b")
_DAY = re.compile(
    r"\bngay\s+\d+\s*[/.-]\s*\d+\s*[/.-]\s*(?:19|20)\d\d\b|\bngay\s+\d+\s+thang\s+\d+\s+nam\s+(?:19|20)\d\d\b"
)
#: Words of a query that say nothing of the instrument.
_IDLE = frozenset(["so", "cua", "ve", "viec", "ngay", "nam", "thang", "va", "do", "cac", "tai", "theo"])


@cache
def _types() -> list[tuple[str, str]]:
    """Written type (name, variant or abbreviation) → its name, both folded; the longest first."""
    found: dict[str, str] = {}
    for row in rows("types"):
        for word in [*variants(row), *(code for code in row["codes"].split("|") if code)]:
            found.setdefault(fold(word), fold(row["name"]))
    return sorted(found.items(), key=lambda item: -len(item[0]))


def understand(query: str) -> Wanted:
    """What a query means; empty if it has no word."""
    written = _DASH.sub("-", query.strip())
    if _ID.fullmatch(written):
        return Wanted(id=written.lower())
    folded = fold(written)
    kind, rest = _type(folded)
    year = _year(folded)
    rest = _DAY.sub(" ", rest)
    if found := _NUMBER.search(rest):
        return Wanted(
            number=key(found[1]), type=kind, year=year, words=_words(f"{rest[: found.start()]} {rest[found.end() :]}")
        )
    marked = re.sub(r"^so\s*:?\s*", "", rest)
    if kind is not None and (short := _SHORT.match(marked)):
        told = int(short["year"]) if short["year"] else year
        return Wanted(type=kind, sequence=short["sequence"], year=told, words=_words(marked[short.end() :]))
    if kind is not None:
        return Wanted(type=kind, words=tuple(rest.split()))
    return Wanted(words=tuple(folded.split()))


def key(number: str) -> str:
    """A folded number as compared: no white space, no doubled slash, no leading zeros."""
    return re.sub(r"/{2,}", "/", re.sub(r"\s+", "", number)).lstrip("0")


def _type(folded: str) -> tuple[str | None, str]:
    for written, name in _types():
        if folded == written or (folded.startswith(written) and not folded[len(written)].isalnum()):
            return name, folded[len(written) :].strip()
    return None, folded


def _year(folded: str) -> int | None:
    found = _YEAR.search(folded)
    return int(found[1] or found[2]) if found else None


def _words(rest: str) -> tuple[str, ...]:
    bare = re.sub(r"\bnam\s+(?:19|20)\d\d\b", " ", rest)
    return tuple(word for word in re.findall(r"[^\W_]+", bare) if word not in _IDLE)


@cache
def _abbreviations() -> dict[str, str]:
    return {
        fold(short): fold(row["name"]) for row in rows("abbreviations") for short in row["variants"].split("|") if short
    }


def spellings(words: Sequence[str]) -> list[list[str]]:
    """Folded words, each with what it stands for, and phrases that have an abbreviation as one: `ubnd` or `uy ban nhan dan`."""
    text = f" {' '.join(words)} "
    found: list[list[str]] = []
    for short, long in sorted(_abbreviations().items(), key=lambda item: -len(item[1])):
        if f" {long} " in text:
            text = text.replace(f" {long} ", " ")
            found.append([long, short])
    found += [[word, *([_abbreviations()[word]] if word in _abbreviations() else [])] for word in text.split()]
    return found
