"""Capitals back to the letter case of running text: `SỞ Y TẾ TỈNH CÀ MAU` → `Sở Y tế tỉnh Cà Mau`.

Letterheads print names in capitals (NĐ 30/2020, Phụ lục I, II.2); Phụ lục II.III says how they are written in text:
the first syllable of the kind and of the field has a capital, proper names have one on each syllable.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import regex

from patterns.bodies import fields, kinds
from patterns.people import positions
from patterns.places import LEVELS, provinces
from patterns.spelling import modern_tone, squeeze
from patterns.words import any_of, rows, variants

_WORD = regex.compile(r"[\p{L}\p{M}'’&]+\.?|\d+|[^\p{L}\s\d]+|\s+")
_LEVEL_WORDS = frozenset(word for word in LEVELS if word != "tt")
_ALWAYS_SMALL = frozenset(
    ["và", "của", "các", "với", "về", "theo", "cho", "cấp", "khu", "thuộc", "tại", "trong", "những", "số", "dự", "án"]
)
_ABBREVIATIONS = frozenset(
    ["UBND", "HĐND", "TNHH", "MTV", "TNCS", "XHCN", "TTHC", "CCHC", "KCN", "KKT", "MTTQ", "BQL", "TW", "CP"]
)


@cache
def _known() -> dict[str, str]:
    """Lower case → proper case, for kinds of bodies, fields of work and provinces."""
    words: dict[str, str] = {}
    for word in (*kinds(), *fields(), *provinces(), *positions()):
        if " " in word or word in provinces() or not word.isupper():
            words.setdefault(word.lower(), word)
    words.setdefault("khu vực", "khu vực")  # of the courts and prosecutors since 01/7/2025
    return words


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(rf"{any_of(_known())}(?!\w)")


@cache
def _level() -> re.Pattern[str]:
    return re.compile(rf"(?P<level>{any_of(_LEVEL_WORDS)})\.?(?!\w)(?!\s+hội)")


def _pronounced(token: str) -> bool:
    return any(character in "aeiouy" for character in unicodedata.normalize("NFD", token.lower()))


def decapitalise(text: str) -> str:
    """A name in capitals as running text writes it; words in no vocabulary keep a capital at the start of a part."""
    lowered = text.lower()
    out: list[str] = []
    position, in_name, fresh = 0, False, True
    while position < len(lowered):
        level = _level().match(lowered, position)
        if level is not None and out:
            out.append(LEVELS[squeeze(level["level"])])
            position, in_name, fresh = level.end(), True, False
            continue
        phrase = _phrase().match(lowered, position)
        if phrase is not None and (not in_name or " " in phrase[0]) and _is_apt(phrase, lowered, out):
            known = _known()[squeeze(phrase[0])]
            out.append(known)
            position, fresh = phrase.end(), known in kinds()
            in_name = fresh and kinds()[known].takes in ("place", "seat", "name")
            continue
        word = _WORD.match(lowered, position)
        if word is None:
            break
        token, original = word[0], text[position : word.end()]
        position = word.end()
        if token.isspace():
            out.append(" ")
        elif original in _ABBREVIATIONS or not _pronounced(original):
            out.append(original)
        elif token in _ALWAYS_SMALL:
            out.append(token)
        elif in_name or fresh:
            out.append(token[:1].upper() + token[1:])
            fresh = False
        else:
            out.append(token)
        if token in (",", "-", "–") and not in_name:
            fresh = token == ","
    return "".join(out)


def _is_apt(phrase: re.Match[str], lowered: str, before: list[str]) -> bool:
    """One-syllable kinds (`ban`, `bộ`, `phòng`) are common words but at the start and before a field of work."""
    if " " in phrase[0] or not before:
        return True
    following = _phrase().match(lowered, phrase.end() + 1)
    return following is not None and _known()[squeeze(following[0])] in fields()


def calm(text: str) -> str:
    """Names of issuers with a capital on each syllable (`Thủ Tướng Chính Phủ`) as Phụ lục II writes them; a text as long as before."""
    return _capitalised().sub(_calmed, text)


@cache
def _capitalised() -> re.Pattern[str]:
    # Begins with words and nothing else, so that `re` looks for their first letters only.
    heads = [*_calm_heads(), *(kind for kind, found in kinds().items() if found.takes == "field")]
    return re.compile(rf"{any_of(heads)}(?: {any_of(_calm_fields())})?(?!\w)")


@cache
def _calm_heads() -> dict[str, str]:
    return _by_capitals([*(modern_tone(word) for row in rows("issuers") for word in variants(row)), *kinds()])


@cache
def _calm_fields() -> dict[str, str]:
    return _by_capitals([*fields()])


def _by_capitals(names: list[str]) -> dict[str, str]:
    """Names by their spelling with a capital on each syllable (`và` may keep its small letter), where that is no name itself."""
    known = frozenset(names)
    found: dict[str, str] = {}
    for name in names:
        capitals = re.sub(r"(?<=[ -])[^\W\d_]", lambda letter: letter[0].upper(), name)
        for written in (capitals, capitals.replace(" Và ", " và ")):
            if written not in known:
                found.setdefault(written, name)
    return found


def _calmed(match: re.Match[str]) -> str:
    written, words = match[0], squeeze(match[0])
    if len(words) != len(written) or match.string[max(0, match.start() - 1) : match.start()].isalnum():
        return written  # every place of the text has to stay what it is
    heads, of_work = _calm_heads(), _calm_fields()
    name = heads.get(words)
    cuts = (n for n, letter in enumerate(words) if letter == " " and words[n + 1 :] in of_work)
    if name is None and (cut := next(cuts, None)) is not None:
        name = f"{heads.get(words[:cut], words[:cut])} {of_work[words[cut + 1 :]]}"
    return "".join(old if old.isspace() else new for old, new in zip(written, name or words, strict=True))
