"""What text recognition does to citations, and what was printed: only where the vocabularies leave one answer.

In: a text from OCR. Out: the places to change and what stands there. Words keep their letters and letter case, only marks change
(`Quyêt đinh sô` → `Quyết định số`): phrases of the vocabularies whose letters these are, `số`, `ngày`, `tháng`, `năm` before
numbers. In a symbol (`1O/QĐĐ-UBND`, `23/CT-TTEg`) digits and codes are those that type and issuer codes know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple
from unicodedata import combining, normalize

import regex

from patterns.document_types import canonical_type_code, nouns, type_codes
from patterns.issuer_codes import canonical_issuer_code, issuer_codes
from patterns.lost_tones import lost_tones
from patterns.words import any_of, rows, variants


class Edit(NamedTuple):
    """`text[start:end]` was printed `new`."""

    start: int
    end: int
    new: str


_PHRASES = (
    "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "Độc lập",
    "Tự do",
    "Hạnh phúc",
    "Nơi nhận",
    "Kính gửi",
    "Căn cứ",
    "Phụ lục",
)
_OF_FIELDS = ("Bộ", "Sở", "Phòng")
_DIGITS = str.maketrans(
    {"O": "0", "o": "0", "Q": "0", "l": "1", "I": "1", "i": "1", "|": "1", "S": "5", "s": "5", "B": "8"}
)
# Before a number these four words are nothing else, whatever marks were read. `năm` also stands before `nay` and the like.
_BEFORE_NUMBER = regex.compile(
    r"(?<!\p{L})(?:(?P<so>so)(?=\s?:?\s?\d)|(?P<ngay>ngay)(?=\s?\d{1,2}(?:\s?[/.-]\s?\d|\s+thang))"
    r"|(?P<thang>thang)(?=\s?\d{1,2}\s+nam)|(?P<nam>nam)(?=\s?(?:19|20)\d\d(?!\d)))"
)
_WORDS = {"so": "số", "ngay": "ngày", "thang": "tháng", "nam": "năm"}
#: No words by themselves in official writing; each is one that lost a mark.
_NO_WORDS = {"sô": "số", "vê": "về", "tê": "tế", "đôi với": "đối với", "điêu": "điều"}
_NO_WORD = regex.compile(rf"(?<![\p{{L}}-])(?:{'|'.join(_NO_WORDS)})(?![\p{{L}}-])", regex.IGNORECASE)
_WRITTEN_DATE = regex.compile(
    r"ngày\s+(?P<day>[\dlIO|]{1,2})\s+tháng\s+(?P<month>[\dlIO|]{1,2})\s+năm\s+(?P<year>[12l][\dlIO]{3})(?!\w)"
)
#: Vietnamese has no apostrophe: a speck behind a word.
_APOSTROPHE = regex.compile(r"(?<=\p{Ll})['’`](?=\s\p{L})(?<!\W['‘]\p{L}{1,20}.)")
_SYMBOL = regex.compile(
    r"""
    (?<![\p{L}\d/.,-]) (?P<digits> [\dOolIi|QSsB]{1,6} (?<=\d[^/]*|[OIl]) ) \s? (?P<slash> [/⁄] ) \s?
    (?: (?P<year> [12][\dOolI]{3} ) \s? (?P<second> [/⁄] ) \s? )?
    (?P<first> \p{Lu}[\p{L}'’]{0,7} ) (?P<rest> (?: (?:[-–—]{1,2}\s?|\s[-–—]{1,2}) \p{Lu}[\p{L}&.'’\d]{0,14} (?<![.]) ){1,4} )
    """,
    regex.VERBOSE,
)
_PART = regex.compile(r"(?P<dash>\s?[-–—]{1,2}\s?)(?P<code>\p{Lu}[\p{L}&.'’\d]*)")
#: Issuers whose codes are cited everywhere.
_EVERYWHERE = ("UBND", "HĐND", "TTg", "CTUBND")
_GLUED = regex.compile(r"(?<=\p{Lu})(?:ngày|của|và|về|năm)$")


_OWN_NUMBER = regex.compile(r"S[ốôóỐÔ]\s?:?(?P<hand>.{1,12}?)(?=/(?:\d{4}/)?\p{Lu}{1,6}[-–])")
_PLAIN_NUMBER = regex.compile(r"\d{1,5}\p{Ll}?")
_OWN_DAY = regex.compile(r"(?:TP\.?\s?)?\p{Lu}[\p{L} .]{1,28}?,\s?ngày(?P<hand>.{1,6}?)(?=\s?tháng\b)")
_PLAIN_DAY = regex.compile(r"(?:0?[1-9]|[12]\d|3[01])")


def misread(text: str) -> list[Edit]:
    """What to change in a text from OCR, in order and without overlaps."""
    bare = _bare(text)
    found = sorted([*_phrases(text, bare), *_numbers(text, bare), *_dates(text), *_symbols(text), *_specks(text)])
    taken = [(edit.start, edit.end) for edit in found]
    tones = (Edit(*place) for place in lost_tones(text))
    found = sorted([*found, *(e for e in tones if not any(e.start < end and start < e.end for start, end in taken))])
    kept: list[Edit] = []
    for edit in found:
        if (not kept or edit.start >= kept[-1].end) and text[edit.start : edit.end] != edit.new:
            kept.append(edit)
    return kept


def unreadable(text: str, sure: Callable[[int, int], bool]) -> list[Edit]:
    """The handwritten number and day of a letterhead, left out where they are no number or recognition is not `sure` of them.

    An unknown number is better than a wrong one; a form with a gap for it is what offices print (`Số:      /BC-SYT`).
    """
    found = []
    for pattern, shape in ((_OWN_NUMBER, _PLAIN_NUMBER), (_OWN_DAY, _PLAIN_DAY)):
        match = pattern.match(text)
        if match and match["hand"].strip():
            start, end = match.span("hand")
            if not (shape.fullmatch(match["hand"].strip()) and sure(start, end)):
                found.append(Edit(start, end, "" if text[end : end + 1].isspace() else " "))
    return found


def _bare(text: str) -> str:
    """The text in lower case without marks, each character in its place."""
    return "".join(_letter(character) for character in text)


@cache
def _letter(character: str) -> str:
    lowered = character.lower()
    base = normalize("NFD", "d" if lowered in "đð" else lowered)
    kept = "".join(sign for sign in base if not combining(sign))
    return kept if len(kept) == 1 else lowered[:1]


def _phrases(text: str, bare: str) -> Iterator[Edit]:
    known = _known()
    for found in _phrase_pattern().finditer(bare):
        written, letters = text[found.start() : found.end()], " ".join(found[0].split())
        if letters not in known or len(letters) != len(written):
            continue  # over a line break with more white space than one
        if written.lower() in known[letters] or (written.lower() == letters and len(written) < 12):
            continue  # printed so, or without any mark: then it is some other word (bao cao su)
        if len(known[letters]) == 1 and (written[0].isupper() or letters in _bare_nouns()):
            (name,) = known[letters]
            yield Edit(found.start(), found.end(), _in_case(name, written))


@cache
def _known() -> dict[str, frozenset[str]]:
    """Phrases of two syllables and more, without marks → as they are written, in lower case."""
    names = [word for word in nouns() if " " in word]
    for table in ("issuers", "bodies", "positions", "provinces"):
        names += [word for row in rows(table) for word in variants(row) if " " in word]
    names += [f"{kind} {word}" for kind in _OF_FIELDS for row in rows("fields") for word in variants(row)]
    names += _PHRASES
    found: dict[str, set[str]] = {}
    for name in names:
        if name.isascii() and not name.islower():
            continue
        found.setdefault(_bare(name), set()).add(name.lower())
    return {key: frozenset(_spelled(names)) for key, names in found.items() if " " in key and len(key) > 5}


def _spelled(names: set[str]) -> set[str]:
    """Of spellings that differ in the place of a tone only, the newer (`ủy`, not `uỷ`)."""
    from patterns.spelling import modern_tone

    return {modern_tone(name) for name in names}


@cache
def _bare_nouns() -> frozenset[str]:
    return frozenset(_bare(word) for word in nouns())


@cache
def _phrase_pattern() -> regex.Pattern[str]:
    return regex.compile(rf"(?<![^\W\d_]){any_of(_known())}(?![^\W\d_])")


def _in_case(name: str, written: str) -> str:
    """A name in the letter case of what was written; both have as many letters."""
    return "".join(w if w.isspace() else c.upper() if w.isupper() else c for c, w in zip(name, written, strict=True))


def _numbers(text: str, bare: str) -> Iterator[Edit]:
    for found in _BEFORE_NUMBER.finditer(bare):
        written = text[found.start() : found.end()]
        yield Edit(found.start(), found.end(), _in_case(_WORDS[found[0]], written))
    for found in _NO_WORD.finditer(text):
        yield Edit(found.start(), found.end(), _in_case(_NO_WORDS[found[0].lower()], found[0]))


def _specks(text: str) -> Iterator[Edit]:
    for found in _APOSTROPHE.finditer(text):
        yield Edit(found.start(), found.end(), "")


def _dates(text: str) -> Iterator[Edit]:
    for found in _WRITTEN_DATE.finditer(text):
        for name in ("day", "month", "year"):
            yield Edit(found.start(name), found.end(name), found[name].translate(_DIGITS))


def _symbols(text: str) -> Iterator[Edit]:
    for found in _SYMBOL.finditer(text):
        first = _mended_type(found["first"])
        parts, known = [], first is not None
        after = ""
        for part in _PART.finditer(found["rest"]):
            code = part["code"]
            if glued := _GLUED.search(code):
                code, after = code[: glued.start()], " " + glued[0]
            mended = _mended_issuer(code, first)
            known = known or mended is not None
            parts.append(mended or code.replace("'", "").replace("’", ""))
        if not known:
            continue
        digits = found["digits"].translate(_DIGITS)
        year = found["year"].translate(_DIGITS) + "/" if found["year"] else ""
        new = f"{digits}/{year}{'-'.join([first or found['first'], *parts])}{after}"
        yield Edit(found.start(), found.end(), new)


def _mended_type(code: str) -> str | None:
    """The code of a type that was printed; None where none or several could have been."""
    return code if canonical_type_code(code) or canonical_issuer_code(code) else _same_key(code, _type_keys())


def _mended_issuer(code: str, first: str | None) -> str | None:
    """The code that was printed behind a type's. Local codes are without number: only those at hand everywhere are guessed."""
    if canonical_issuer_code(code) or canonical_type_code(code):
        return code
    same = _same_key(code, _issuer_keys()) or _same_key(code, _type_keys())
    if same is None and first is not None:
        near = [known for known in _EVERYWHERE if _one_off(_plain(known), _plain(code)) and len(code) > 2]
        same = near[0] if len(near) == 1 else None
    return same


def _same_key(code: str, keys: dict[str, frozenset[str]]) -> str | None:
    """The one known code that recognition would confuse with this; letters are doubled by it, not lost."""
    same = [known for known in keys.get(_key(code), frozenset()) if len(known) <= len(code)]
    return same[0] if len(same) == 1 else None


def _key(code: str) -> str:
    """A code as recognition confuses it: no marks, O and 0 one, l, I and 1 one, doubled letters single."""
    single: str = regex.sub(r"(.)\1+", r"\1", _plain(code))
    return single


def _plain(code: str) -> str:
    return _bare(code.replace("'", "").replace("’", "")).upper().replace("0", "O").replace("1", "I").replace("L", "I")


@cache
def _type_keys() -> dict[str, frozenset[str]]:
    return _keys(type_codes())


@cache
def _issuer_keys() -> dict[str, frozenset[str]]:
    return _keys(issuer_codes())


def _keys(codes: Iterable[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for code in codes:
        found.setdefault(_key(code), set()).add(code)
    return {key: frozenset(known) for key, known in found.items()}


def _one_off(one: str, other: str) -> bool:
    """Whether two keys differ by one letter: another one, or one too many, never at the beginning."""
    if one[:1] != other[:1] or abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 2:
        return False
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long)))
