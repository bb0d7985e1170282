"""Headings and list items by their markers, and the path of sections they make.

The law knows Phần, Chương, Mục, Điều, khoản, điểm, or Phần, mục `I.`, khoản `1.`, điểm `a)` (NĐ 30/2020, Phụ lục I,
II.6); reports add `1.1.` below khoản. Ranks say which marker may hold which; the depth is what a document uses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import regex

_MARKER = regex.compile(
    r"""
    (?: (?P<named>(?i:phần|chương|mục|tiểu\ mục|điều))\s+(?P<name>[IVXLC]+|\d{1,3}|(?i:thứ\s+\p{L}+)|[A-ZĐ])(?=[\s.:)\-–]|$)[.:)]?
      | (?P<roman>[IVX]{1,6})\s?(?:[.\-–/)]|\.\-)\s*(?=[\p{L}“"(])
      | (?P<dotted>\d{1,2}(?:\.\d{1,2}){1,4})(?:[.)/-](?:\s*(?=[\p{L}“"(])|\s+(?=\d))|\s+(?=[\p{Lu}“"(]))
      | (?P<arabic>\d{1,2})(?:\s?[.)/](?:\s+(?=\d)|(?:\s+|(?=\p{Lu}\p{Ll}))(?=[\p{L}“"(\[]))|-\s+(?=\p{Lu}))
      | (?P<capital>[A-EGHĐ])(?:\s?[.)/]|-)\s+(?=\p{Lu})
      | (?P<letter>[a-zđ]\d{0,2})(?:\s?[)./](?:\s*(?=[\p{L}“"(])|\s+(?=\d))|-\s+(?=\p{Lu}))
      | \((?P<paren>\d{1,2}|[ivx]{1,4}|[a-zđ])\)[.:]?\s+(?=\S)
      | (?P<bullet>[-–—+*•●○▪■◆✓➢])\s*(?=\S)
    )""",
    regex.VERBOSE,
)
# A decision may set out a whole plan (I., 1., a) inside one of its articles, so Điều holds them all.
_RANKS = {"phần": 0, "chương": 1, "mục": 2, "tiểu mục": 3, "điều": 4, "capital": 5, "roman": 6, "arabic": 7}
_LETTER_RANK = 12
_PAREN_RANK = 13
_BLANKS = regex.compile(r"\.{4,}|…{2,}|_{4,}")  # a line of a form to fill in
_TERMINAL = (".", ";", ":", ",", "…", "!", "?")
_LONGEST_HEADING = 260
_CAPTION = regex.compile(
    r"(?i:nguồn|ghi chú|đơn vị(?: tính)?|đvt)\s*:"
)  # a line beside a table or at the end of a text


class Marker(NamedTuple):
    """The mark a paragraph begins with: its rank (None for bullets), its label in a path and its length."""

    rank: int | None
    label: str
    length: int


def marker_of(text: str) -> Marker | None:
    """The marker at the start of a paragraph: `I.`, `1.1.`, `a)`, `Điều 5.`, `-`; None if there is none."""
    found = _MARKER.match(text)
    if found is None:
        return None
    kind, length = found.lastgroup, found.end()
    if found["named"]:
        if not found["named"][0].isupper():
            return None
        name = found["named"].lower()
        return Marker(_RANKS[name], f"{found['named'].capitalize()} {found['name']}", length)
    if found["bullet"]:
        return Marker(None, found["bullet"], length)
    if found["dotted"]:
        label = found["dotted"]
        return Marker(_RANKS["arabic"] + label.count("."), label, length)
    label = found[kind] if kind else ""
    if kind in ("roman", "capital"):
        return Marker(_RANKS[kind], label, length)
    if kind == "letter":
        return Marker(_LETTER_RANK, label, length)
    if kind == "paren":
        return Marker(_PAREN_RANK, f"({label})", length)
    return Marker(_RANKS["arabic"], label, length)


def is_heading(text: str, marker: Marker | None, bold: bool | None, outline: int | None) -> bool:
    """Whether a paragraph is a heading: the format says so, it is bold, or it is numbered and no sentence."""
    if len(text) > _LONGEST_HEADING or not any(map(str.isalpha, text)) or _BLANKS.search(text):
        return False
    if marker is not None and marker.rank is None:
        return False
    if outline is not None:
        return True
    if marker is not None and marker.rank is not None:
        return bold is True or text.isupper() or (not text.endswith(_TERMINAL) and marker.rank < _LETTER_RANK)
    return (
        bold is True
        and not text.startswith("(")
        and _CAPTION.match(text) is None
        and not text.endswith((";", ","))
        and not (text.endswith((":", ".")) and len(text) > 80)
    )


@dataclass(slots=True)
class Outline:
    """The stack of open sections while a document is walked from top to bottom."""

    stack: list[tuple[int, str]] = field(default_factory=list)

    def enter(self, marker: Marker) -> int:
        """Open the section of this marker, closing those of its rank and below; gives its depth, from 1."""
        rank = -1 if marker.rank is None else marker.rank
        while self.stack and self.stack[-1][0] >= rank:
            self.stack.pop()
        self.stack.append((rank, marker.label))
        return len(self.stack)

    def restart(self, label: str | None) -> None:
        """Begin again, as an annex does; `label` names it in the path."""
        self.stack[:] = [(-1, label)] if label else []

    @property
    def path(self) -> str | None:
        """`I > 1 > 1.1`, or None before the first heading."""
        return " > ".join(label for _, label in self.stack) or None
