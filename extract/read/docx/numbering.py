"""Automatic numbers (`I.`, `1.1.`, `a)`, bullets): Word stores only list and level, the number is counted here.

ISO 29500, 17.9: paragraphs refer to a list (`numId`), the list to an abstract list with nine levels; all lists of one
abstract list count on together unless a list overrides its start; a level restarts after any level above it, or as
`lvlRestart` says.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from extract.read.docx.names import VAL, W, is_on, number
from extract.read.docx.oldfonts import OldFonts
from extract.read.docx.symbols import bullet

_PLACE = re.compile(r"%([1-9])")
_LEVELS: Final = 9
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(value: int) -> str:
    """Lower-case Roman number; decimal where it has no Roman form."""
    if not 0 < value < 5000:
        return str(value)
    digits = ""
    for size, letters in _ROMAN:
        count, value = divmod(value, size)
        digits += letters * count
    return digits


def letter(value: int) -> str:
    """a … z, then aa, bb, as Word counts."""
    if not 0 < value <= 780:
        return str(value)
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": lambda value: roman(value).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda value: letter(value).upper(),
    "lowerLetter": letter,
    "none": lambda value: "",
    "bullet": lambda value: "",
    "decimalEnclosedParen": lambda value: f"({value})",
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list as it is printed."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = " "
    restart: int | None = None
    legal: bool = False
    bullet_font: str | None = None
    picture: bool = False
    style: str | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    abstract: str
    levels: tuple[Level, ...]
    restarted: tuple[int, ...]


class Numbering:
    """Counts the automatic numbers of one document; call `label` for its numbered paragraphs in document order."""

    def __init__(self, root: etree._Element | None, old_fonts: OldFonts | None = None) -> None:
        self._old_fonts = old_fonts
        self._abstract: dict[str, etree._Element] = {}
        self._instances: dict[str, etree._Element] = {}
        self._style_lists: dict[str, str] = {}
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[str] = set()
        if root is None:
            return
        for element in root.findall(W + "abstractNum"):
            self._abstract[element.get(W + "abstractNumId") or ""] = element
            link = element.find(W + "styleLink")
            if link is not None:
                self._style_lists[link.get(VAL) or ""] = element.get(W + "abstractNumId") or ""
        for element in root.findall(W + "num"):
            self._instances[element.get(W + "numId") or ""] = element

    def level_of_style(self, num_id: str, chain: tuple[str, ...]) -> int:
        """The level a list ties to one of these paragraph styles; 0 if none."""
        found = self._list(num_id)
        for style in chain:
            for position, level in enumerate(found.levels if found else ()):
                if level.style == style:
                    return position
        return 0

    def label(self, num_id: str, level: int) -> str:
        """Count one paragraph; its printed number with what separates it from the text, "" if nothing is printed."""
        found = self._list(num_id)
        if found is None or not 0 <= level < len(found.levels):
            return ""
        counters = self._counters.setdefault(found.abstract, [None] * _LEVELS)
        if num_id not in self._started:
            self._started.add(num_id)
            for position in found.restarted:
                counters[position] = None
        self._advance(counters, found.levels, level)
        return self._print(counters, found.levels, level)

    @staticmethod
    def _advance(counters: list[int | None], levels: tuple[Level, ...], level: int) -> None:
        for above in range(level):
            if counters[above] is None:
                counters[above] = levels[above].start
        value = counters[level]
        counters[level] = levels[level].start if value is None else value + 1
        for below in range(level + 1, len(levels)):
            restart = levels[below].restart
            if restart is None or level < restart:
                counters[below] = None

    @staticmethod
    def _print(counters: list[int | None], levels: tuple[Level, ...], level: int) -> str:
        own = levels[level]
        if own.hidden:
            return ""
        if own.picture:
            return "•" + (own.suffix or " ")
        if own.format == "bullet":
            mark = bullet(own.text, own.bullet_font)
            return mark + own.suffix if mark else ""

        def value(place: re.Match[str]) -> str:
            position = int(place[1]) - 1
            if position >= len(levels):
                return ""
            count = counters[position]
            kind = levels[position].format
            if own.legal and kind not in ("none", "bullet"):
                kind = "decimal"
            return _FORMATS.get(kind, str)(levels[position].start if count is None else count)

        mark = _PLACE.sub(value, own.text)
        return mark + own.suffix if mark.strip() else ""

    def _list(self, num_id: str) -> _List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._read_list(num_id)
        return self._lists[num_id]

    def _read_list(self, num_id: str) -> _List | None:
        instance = self._instances.get(num_id)
        reference = None if instance is None else instance.find(W + "abstractNumId")
        if instance is None or reference is None:
            return None
        abstract_id = reference.get(VAL) or ""
        abstract = self._abstract.get(abstract_id)
        link = None if abstract is None else abstract.find(W + "numStyleLink")
        if link is not None and link.get(VAL) in self._style_lists:
            abstract_id = self._style_lists[link.get(VAL) or ""]
            abstract = self._abstract.get(abstract_id)
        if abstract is None:
            return None
        levels = [Level(text="")] * _LEVELS
        for element in abstract.findall(W + "lvl"):
            position = number(element.get(W + "ilvl"))
            if position is not None and 0 <= position < _LEVELS:
                levels[position] = self._level(element)
        restarted: list[int] = []
        for override in instance.findall(W + "lvlOverride"):
            position = number(override.get(W + "ilvl"))
            if position is None or not 0 <= position < _LEVELS:
                continue
            replaced = override.find(W + "lvl")
            if replaced is not None:
                levels[position] = self._level(replaced)
            start = override.find(W + "startOverride")
            if start is not None:
                levels[position] = replace(levels[position], start=number(start.get(VAL)) or 0)
                restarted.append(position)
        return _List(abstract=abstract_id, levels=tuple(levels), restarted=tuple(restarted))

    def _level(self, element: etree._Element) -> Level:
        level = _level(element)
        if self._old_fonts is None or not level.text or level.format == "bullet":
            return level
        return replace(level, text=self._old_fonts.label(level.text, element.find(W + "rPr")))


def _level(element: etree._Element) -> Level:
    values = {child.tag: child.get(VAL) for child in element if isinstance(child.tag, str)}
    fonts = element.find(f"{W}rPr/{W}rFonts")
    hidden = element.find(f"{W}rPr/{W}vanish")
    suffix = values.get(W + "suff", "tab")
    return Level(
        start=number(values.get(W + "start")) or 0,
        format=values.get(W + "numFmt") or "decimal",
        text=values.get(W + "lvlText") or "",
        suffix="" if suffix == "nothing" else " ",
        restart=number(values.get(W + "lvlRestart")),
        legal=W + "isLgl" in values and is_on(values[W + "isLgl"]),
        bullet_font=None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi"),
        picture=W + "lvlPicBulletId" in values,
        style=values.get(W + "pStyle"),
        hidden=hidden is not None and is_on(hidden.get(VAL)),
    )
