"""Places that are no administrative units: roads, rivers, industrial parks by kind and name; regions and countries by name."""

from __future__ import annotations

import re
from functools import cache

import regex

from patterns.places import NAME
from patterns.spelling import modern_tone, squeeze
from patterns.words import any_of, begins_word, rows, variants

Found = tuple[int, int, str]

#: A name of several parts: `Trung Lương - Mỹ Thuận`, `Cái Sơn- Hàng Bàng`.
_NAMED = regex.compile(rf"(?P<name>{NAME}(?:\s?[-–]\s?{NAME}){{0,3}})")
_NUMBERED = re.compile(r"(?P<name>(?:số\s)?\d{1,4}(?:[A-Z](?!\w)|\s[A-D](?!\w))?)(?![\d/%]|[.,]\d)")
_LEVEL = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|TP\.?)[ \u00a0]+")


@cache
def kinds() -> dict[str, tuple[str, str, str]]:
    """Every spelling of every kind of place, with and without a capital → its name, what it takes, and after what it is another word."""
    kinds: dict[str, tuple[str, str, str]] = {}
    for row in rows("features"):
        for word in variants(row):
            for form in (
                word,
                word[0].upper() + word[1:],
                " ".join(part[0].upper() + part[1:] for part in word.split(" ")[:2])
                + word[len(" ".join(word.split(" ")[:2])) :],
            ):
                kinds.setdefault(modern_tone(form), (row["name"], row["takes"], row["unless_after"]))
    return kinds


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(rf"{any_of(kinds())}(?:(?<=\.) ?|[ \u00a0]+)(?=[^\W_])")


@cache
def _names() -> dict[str, str]:
    return {modern_tone(word): row["name"] for row in rows("regions") for word in variants(row)}


@cache
def _name() -> re.Pattern[str]:
    return re.compile(rf"{any_of(_names())}(?![\w-])")


def find_landmarks(text: str) -> list[Found]:
    """Start, end and normalised name of places by kind and name, left to right; texts with modern tones."""
    found = []
    for match in _kind().finditer(text):
        start = match.start()
        if not begins_word(text, start):
            continue
        kind, takes, other = kinds()[squeeze(match[0])]
        if other and text[max(0, start - 9) : start].rstrip().rpartition(" ")[2].lower() in other.split("|"):
            continue
        named = _NUMBERED.match(text, match.end()) if takes == "number" else None
        if named is None and takes == "name":
            level = _LEVEL.match(text, match.end())
            named = _NAMED.match(text, level.end() if level else match.end())
        if named is not None and named["name"] != "Chí Minh" and not _kind().match(text, named.start("name")):
            name = f"{kind} {squeeze(text[match.end() : named.end()])}"
            own = match[0][0].isupper() and " " not in kind and _WITHIN.search(text, max(0, start - 2), start)
            found.append((start, named.end(), squeeze(text[start : named.end()]) if own else name))
    return found


#: In the middle of a sentence a kind with a capital belongs to the name: `Đình Vũ`, `Núi Thành`.
_WITHIN = regex.compile(r"[\p{Ll}\d,][ \u00a0]$")
#: Names of one syllable are other words too; these say that a country is meant.
_COUNTRY = re.compile(r"(?:[Nn]ước|[Tt]hị trường|[Nn]hập khẩu từ|sang|đô la|đô-la|tại)\s$")
#: What `Việt Nam` is part of without being a place: the name of the state, honours, standards.
_PART = re.compile(r"(?:nghĩa|Nghĩa|[Mm]ẹ|[Tt]iêu chuẩn|[Qq]uy chuẩn|Cộng sản|lao động|nhân dân)\s$")


def find_regions(text: str) -> list[Found]:
    """Start, end and name of regions and countries, not where they are part of a longer name with capitals."""
    found = []
    for match in _name().finditer(text):
        start, end = match.span()
        before, after = text[max(0, start - 14) : start], text[end : end + 2]
        if not begins_word(text, start):
            continue
        if (after[:1] == " " and after[1:].isupper()) or _PART.search(before):
            continue
        if " " not in match[0] and match[0] in _SHORT and not _COUNTRY.search(before):
            continue
        previous = before.rstrip().rpartition(" ")[2]
        if previous[:1].isupper() and previous.isalpha() and before.endswith(" ") and previous.lower() not in _OPENERS:
            continue
        found.append((start, end, _names()[squeeze(match[0])]))
    return found


_SHORT = frozenset(("Nga", "Pháp", "Đức", "Anh", "Mỹ", "Úc", "Ý", "Bỉ", "Lào"))
_OPENERS = frozenset(("tại", "ở", "vùng", "nước", "khu", "từ", "của", "và"))
