"""Printed lines → one text with the place of each word.

Lines are joined by a space, except where the printed text itself goes on: after a hyphen or slash inside a symbol
(`QĐ-` + `UBND`), and where a narrow column cut a syllable in two (`v` + `ị`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from extract.document import Word
from extract.read.clean import clean, raw_of
from extract.read.legacy.kept import original
from extract.read.pdf.lines import Line
from extract.read.syllable import is_syllable

_WORD = regex.compile(r"\p{L}+")
_HALF_SYMBOL = regex.compile(
    r"\d\p{L}?(?:/\d{4})?/(?:\p{Lu}\p{L}{0,4}-?)?\p{L}{0,8}$|\d-\p{Lu}\p{L}{0,3}/\p{Lu}{0,8}$|\d-\p{Lu}\p{L}?$"
)
_REST_OF_SYMBOL = regex.compile(r"\p{L}{0,8}[-/]\p{Lu}|\p{Lu}{1,10}[;,.)]?$")
# 2.075.05 + 1, 125.450.300. + 000, 1.1. + 1
_CUT_NUMBER = regex.compile(
    r"\d{1,3}(?:\.\d{3})*\.(?:\d \d{2}|\d{2} \d)(?:\.\d{3})*(?:,\d+)?$|\d{1,3}(?:\.\d{3})*[.,] \d+(?:,\d+)?$|\d{1,2}(?:\.\d{1,2})*\. \d{1,2}$"
)
_CONSONANTS = regex.compile(r"[B-DF-HJ-NP-TV-XZĐ/&]+$")  # ST + T, TH/K + H: an abbreviation, no two words
_UNIT = regex.compile(r"(?:^|[\d/(.])(?:[kcdmh]?m|Nm)$", regex.IGNORECASE)  # m², km²
_POWER = regex.compile(r"(?<!\d)10$")  # 10⁶
_ROMAN = regex.compile(r"X{0,3}(?:IX|IV|V?I{0,3})$")
_CUT_SYMBOL = regex.compile(
    r"\d+ \d*(?:/\d{4})?/\p{Lu}|\d+/(?:\d{4}/)?\p{Lu}+(?:-\p{Lu}*)? \p{Lu}+(?:-\p{Lu}+)*[;,.)]?$"
)  # 111 + 6/QĐ-SXD, 1501/QĐ-S + NNPTNT
_GLUED = 0.06
_MARK_END = "\ufffe"


@dataclass(frozen=True, slots=True)
class Composed:
    """A text with the places of its words; `raw` differs from `text` where something was repaired."""

    text: str
    raw: str | None
    words: tuple[Word, ...]
    marks: tuple[tuple[int, str], ...] = ()


def compose(
    lines: Sequence[Line],
    *,
    notes: frozenset[tuple[int, str]] = frozenset(),
    reach: tuple[float, float] | None = None,
    breaks: Sequence[str] | None = None,
) -> Composed:
    """One text from lines. `notes` are the (page, label) of footnotes: their marks are taken out and returned.

    `reach` is where text may begin and end in a narrow cell, which cuts words. `breaks` gives the separator before
    each line where the caller knows it ("\\n" between paragraphs of a cell).
    """
    parts: list[str] = []
    words: list[Word] = []
    marks: list[tuple[int, str]] = []
    length = 0
    previous = ""
    repaired = False
    for number, line in enumerate(lines):
        before = -1.0  # where the last token of this line ended
        page = line.page
        for text, x0, top, x1, bottom, _, mark, sure in line.tokens:
            if mark:
                label = text.strip("().[]")
                # A note may be printed on the page before or after its mark, where a paragraph runs over the page.
                key = next(((p, label) for p in (page, page - 1, page + 1) if (p, label) in notes), (page, label))
                if key in notes:
                    marks.append(key)
                    before = x1 if before >= 0 else before
                    continue
                if before >= 0 and x0 - before < 1 and len(label) <= 2 and not _UNIT.search(previous):
                    repaired = True
                    if not _POWER.search(previous):
                        before = x1  # a raised mark whose note is not printed: kept in the raw text only
                        continue
                    text = f"^{text}"
            if type(text) is not str:  # decoded
                repaired = True
            if text[-1] == _MARK_END:
                text, repaired = text[:-1] + "-", True
            if not previous:
                gap = ""
            elif before >= 0:
                gap = "" if mark or x0 - before < _GLUED * (bottom - top) else " "
            else:
                gap = _between(previous, text, line, lines[number - 1], reach)
                if gap == " " and breaks is not None and breaks[number] != " ":
                    gap = breaks[number]
                repaired |= gap == ""
            parts.append(gap)
            parts.append(text)
            start = length + len(gap)
            length = start + len(text)
            words.append(Word(start, length, page, x0, top, x1, bottom, sure))
            previous, before = text, x1
    joined = "".join(parts)
    text = clean(joined)
    if text != joined:
        words = _moved(words, joined, text)
    raw = None
    if repaired or raw_of(joined, text) is not None:
        raw = "\n".join(" ".join(original(token.text) for token in line.tokens) for line in lines).replace(
            _MARK_END, "-"
        )
        raw = None if raw == text else raw
    return Composed(text, raw, tuple(words), tuple(marks))


def _between(previous: str, following: str, line: Line, above: Line, reach: tuple[float, float] | None) -> str:
    """What joins two printed lines: nothing inside a symbol or a cut word, else a space."""
    if len(previous) > 1 and following[0].isalnum():
        if previous[-1] == "-" and previous[-2].isalnum():
            return ""
        if previous[-1] == "/" and (previous[-2].isdigit() or previous[-2].isupper()):
            return ""
    if len(following) > 1 and following[0] in "-/" and following[1].isupper() and previous[-1:].isupper():
        return ""
    if reach is None:
        return " "
    left, right = reach
    halves = above.tokens[-1].x1 - above.tokens[-1].x0 + line.tokens[0].x1 - line.tokens[0].x0
    if halves > right - left and _CUT_SYMBOL.match(f"{previous} {following}"):
        return ""  # a symbol wider than the cell
    full = above.x1 > right - 0.5 * above.height
    if full and _ROMAN.match(previous + following) and _ROMAN.match(previous):
        return ""
    if full and is_cut_number(previous, following):
        return ""
    if full and len(previous + following) < 9 and _CONSONANTS.match(previous) and _CONSONANTS.match(following):
        return ""
    if full and (_cut(previous, following) or (_HALF_SYMBOL.search(previous) and _REST_OF_SYMBOL.match(following))):
        return ""
    return " "


def is_cut_number(previous: str, following: str) -> bool:
    """Whether a line break fell inside the last group of a grouped number: `2.075.05` + `1`."""
    return _CUT_NUMBER.match(f"{previous} {following}") is not None


def _cut(previous: str, following: str) -> bool:
    """Whether a line break fell inside a syllable: the halves are none by themselves, joined they are."""
    head = _WORD.findall(previous)
    tail = _WORD.match(following)
    if not head or tail is None or not previous.endswith(head[-1]) or previous.removesuffix(head[-1]).endswith("°"):
        return False
    if tail.group()[0].isupper() and not head[-1].isupper():
        return False
    first, second = head[-1].lower(), tail.group().lower()
    if not is_syllable(first + second):
        return False
    return not is_syllable(first) or (len(second) == 1 and len(first) <= 3 and not previous.isupper())


def _moved(words: Sequence[Word], old: str, new: str) -> list[Word]:
    """Word places after cleaning: characters that vanished are stepped over."""
    position = [0] * (len(old) + 1)
    at = 0
    for index, character in enumerate(old):
        position[index] = at
        if at < len(new) and (new[at] == character or not character.isspace()):
            at += 1
    position[len(old)] = len(new)
    moved = []
    for word in words:
        start, end = min(position[word.start], len(new)), min(position[word.end - 1] + 1, len(new))
        if end > start:
            moved.append(word._replace(start=start, end=end))
    return moved
