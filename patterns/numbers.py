"""Numbers as Vietnamese offices write them: `.` groups thousands, `,` marks the decimals (Luật Kế toán 2003, Điều 12.2).

In: the characters of one number, or of one table cell. Out: a float, or None where the writing is not a number or
could be two. Some documents write the other way round (`1,234.5`); a document is judged as a whole from numbers that
allow one reading only (`number_style`), never number by number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from patterns.number_words import parse_number_words

Style = Literal["vietnamese", "foreign"]
ValueKind = Literal["number", "percent"]

#: Digits with the marks between them, as one token; what they mean is for `read_figure`.
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")

_ONLY_FOREIGN = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3}){2,}(?!\d)|\d{1,3}(?:,\d{3})+\.\d)")
_ONLY_VIETNAMESE = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d{1,3}(?:\.\d{3})+,\d|\d+,\d{1,2}(?![\d,.]))"
)
_HINT = re.compile(r",\d{3}[.,]\d")
_CELL = re.compile(r"([-+−–]?)\s*(\d[\d.,]*?)\s*(%?)")
_SPACED = re.compile(r"([-+−–]?)\s?(\d{1,3}(?:[\u00a0\u2007\u2009\u202f]\d{3})+|\d{1,3}(?: \d{3}){2,})")


class Figure(NamedTuple):
    """One number as read.

    `decimals` is how many digits stand after the decimal mark (what rounding can be checked against); `anomaly` says
    that the marks are not the Vietnamese ones; `ambiguous` that the other style would give another value.
    """

    value: float
    decimals: int
    anomaly: bool
    ambiguous: bool


class Value(NamedTuple):
    """A number with what stands around it in a cell: `57,34%` is a percent."""

    value: float
    kind: ValueKind
    format_anomaly: bool


def _groups(first: str, rest: list[str]) -> bool:
    return 1 <= len(first) <= 3 and first != "0" and all(len(group) == 3 for group in rest)


_MARKED = re.compile(r"\d[\d.,]*")


def read_figure(token: str, style: Style = "vietnamese") -> Figure | None:
    """What digits with marks mean in a document of this style; None where they are not one number (`1.2.3`, `3,4,5`)."""
    thousands, decimal = (".", ",") if style == "vietnamese" else (",", ".")
    if token.isdecimal():
        return Figure(float(token), 0, False, False)
    if not _MARKED.fullmatch(token):
        return None
    if "." in token and "," in token:
        last = "." if token.rfind(".") > token.rfind(",") else ","
        whole, _, fraction = token.rpartition(last)
        first, *rest = whole.split("," if last == "." else ".")
        if last in whole or not _groups(first, rest):
            return None
        return Figure(
            float(whole.replace(".", "").replace(",", "") + "." + fraction), len(fraction), last != ",", False
        )
    mark = "." if "." in token else ","
    if mark not in token:
        return None
    first, *rest = token.split(mark)
    grouped = _groups(first, rest)
    if len(rest) > 1:
        return Figure(float(first + "".join(rest)), 0, mark != ".", False) if grouped else None
    if not first or not rest[0]:
        return None
    if mark == thousands and grouped:
        return Figure(float(first + rest[0]), 0, mark != ".", True)
    return Figure(float(f"{first}.{rest[0]}"), len(rest[0]), mark == ".", mark == decimal and grouped)


def number_style(texts: Iterable[str]) -> Style:
    """How this document writes numbers, from those of its numbers that only one style allows; Vietnamese by default."""
    foreign = vietnamese = 0
    read: list[str] = []
    for text in texts:
        read.append(text)
        if _HINT.search(text):
            foreign += len(_ONLY_FOREIGN.findall(text))
    if foreign:
        vietnamese = sum(len(_ONLY_VIETNAMESE.findall(text)) for text in read)
    return "foreign" if foreign > vietnamese else "vietnamese"


def read_value(text: str, style: Style = "vietnamese") -> Value | None:
    """The one number a cell holds, with its sign and percent mark; None for anything else (`-`, `3/4`, `12 hồ sơ`)."""
    stripped = text.strip()
    if spaced := _SPACED.fullmatch(stripped):
        digits = float(re.sub(r"\s", "", spaced[2]))
        return Value(-digits if spaced[1] and spaced[1] != "+" else digits, "number", True)
    match = _CELL.fullmatch(stripped)
    if match is None:
        if stripped[:1].isalpha() and (words := parse_number_words(stripped)) is not None:
            return Value(float(words), "number", False)
        return None
    sign, token, percent = match.groups()
    figure = read_figure(token, style)
    if figure is None:
        return None
    value = -figure.value if sign and sign != "+" else figure.value
    return Value(value, "percent" if percent else "number", figure.anomaly)


def parse_number(text: str, style: Style = "vietnamese") -> float | None:
    """The value of a written number: `3.327` → 3327.0, `57,34%` → 57.34, `02` → 2.0; None if it is not one number."""
    value = read_value(text, style)
    return None if value is None else value.value
