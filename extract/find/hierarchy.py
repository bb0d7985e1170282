"""The tree that the rows of an indicator table make, though their printed numbers repeat, skip and restart (DOMAIN 5).

A Roman numeral (or a letter, or a line over the whole width) opens a section; a number is a heading or an indicator;
a row without a number belongs to the last numbered one; `-`, `+` are details of the row above. Printed numbers are
kept, checked, and never used as keys: the path counts rows among their siblings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from patterns.spelling import fold

_ROMAN = re.compile(r"(?P<mark>[IVXL]{1,6})")
_CAPITAL = re.compile(r"(?P<mark>[A-HĐ])")
_DOTTED = re.compile(r"(?P<mark>\d{1,3}(?:\.\d{1,3})*)")
_MIXED = re.compile(r"(?P<mark>[IVXL]{1,6}(?:\.\d{1,3})+)")
_LETTER = re.compile(r"(?P<mark>[a-zđ])")
_LEADING = re.compile(
    r"\s*(?:(?P<roman>[IVXL]{1,6})\s*[.)/]\s+|(?P<dotted>\d{1,2}(?:\.\d{1,2})*)\s*(?:[.)]\s*|(?<=\.\d)\s+)(?=[^\W\d_])|(?P<capital>[A-HĐ])\s*[.)]\s+"
    r"|(?P<letter>[a-zđ])\s*\)\s*|(?P<dash>[-–—])\s*|(?P<plus>[+*•○])\s*)"
)
_TOTAL = re.compile(
    r"(?:tổng cộng|tổng số|tổng điểm|tổng|cộng|toàn tỉnh|toàn huyện|toàn xã|cả nước)(?:\s+(?:toàn\s+)?(?:tỉnh|huyện|xã|ngành|thành phố|khối|cộng))?(?:\s*\([^()]{1,30}\))?\W*"
    r"|(?:tổng|cộng)[^\d()]{0,60}\(\s*(?:[a-hđivx]{1,4}|\d{1,2})(?:\s*\+\s*(?:[a-hđivx]{1,4}|\d{1,2}))+\s*\)\W*"
)
#: `Trong đó: + Nữ`
_AMONG = re.compile(r"^\s*trong đó\s*:?\s*(?=[-–—+*•]\s)", re.IGNORECASE)

CAPITAL, ROMAN, NUMBER, LETTER, PLAIN, DASH, PLUS = 0, 10, 20, 40, 50, 60, 70
_ORDER = {"roman": ROMAN, "dotted": NUMBER, "capital": CAPITAL, "letter": LETTER, "dash": DASH, "plus": PLUS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How a row begins: its rank in the tree, the ordinal as printed (None for dashes) and what is left of the label."""

    rank: int
    ordinal: str | None
    label: str
    misplaced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Where a row stands in the tree; `parent` is the key of the row above it."""

    level: int
    path: str
    parent: str | None
    section_no: str | None
    section_title: str | None
    fault: str | None


@dataclass(slots=True)
class _Open:
    rank: int
    key: str
    path: str
    number: str | None
    title: str
    section: bool
    total: bool = False
    children: int = 0
    seen: list[int] = field(default_factory=list)


def mark_of(ordinal: str | None, label: str, *, heading: bool, has_ordinals: bool) -> Mark:
    """Read the beginning of a row. `heading`: a line over the whole width without values."""
    among = _AMONG.match(label)
    leading = _LEADING.match(label, among.end() if among else 0)
    kind = leading.lastgroup if leading is not None else None
    if ordinal:
        text = ordinal.strip(" .)/")
        rank = _rank(text)
        if rank is not None:
            if kind in ("dash", "plus") and rank >= NUMBER and rank < LETTER:
                return Mark(rank=_ORDER[kind], ordinal=ordinal, label=label, misplaced=True)
            return Mark(rank=rank, ordinal=ordinal, label=label)
        if ordinal in ("-", "–", "+", "*", "•"):
            return Mark(rank=DASH if ordinal in "-–" else PLUS, ordinal=ordinal, label=label)
    if _TOTAL.fullmatch(fold(label)):
        return Mark(rank=CAPITAL, ordinal=ordinal, label=label)
    if leading is not None and kind is not None and (not has_ordinals or kind in ("dash", "plus", "letter") or heading):
        if kind in ("dash", "plus"):
            return Mark(rank=_ORDER[kind], ordinal=ordinal, label=label)
        printed = leading[kind]
        depth = printed.count(".") if kind == "dotted" else 0
        return Mark(rank=_ORDER[kind] + depth, ordinal=printed, label=label[leading.end() :].strip())
    if heading:
        return Mark(rank=ROMAN, ordinal=ordinal, label=label)
    return Mark(rank=PLAIN, ordinal=ordinal, label=label)


def _rank(text: str) -> int | None:
    if _ROMAN.fullmatch(text):
        return ROMAN
    if _CAPITAL.fullmatch(text):
        return CAPITAL
    if _DOTTED.fullmatch(text):
        return NUMBER + text.count(".")
    if _MIXED.fullmatch(text):
        return NUMBER + text.count(".") - 1
    return LETTER if _LETTER.fullmatch(text) else None


class Tree:
    """The open rows while a table is walked from top to bottom; a table that goes on keeps its tree."""

    def __init__(self) -> None:
        self.root = _Open(-1, "", "", None, "", False)
        self.open: list[_Open] = [self.root]
        self.last: dict[int, int] = {}

    def place(self, mark: Mark, key: str, *, again: bool = False) -> Node:
        """Where the next row stands; `key` names it for its children. `again`: one printed number stands for several rows."""
        while self.open[-1].rank >= mark.rank or (self.open[-1].total and mark.rank < DASH):
            self.open.pop()  # a total has details, no members
        parent = self.open[-1]
        parent.children += 1
        path = f"{parent.path}.{parent.children}" if parent.path else str(parent.children)
        total = mark.rank in (CAPITAL, ROMAN) and _TOTAL.fullmatch(fold(mark.label)) is not None
        section = mark.rank in (CAPITAL, ROMAN) and not total
        fault = "misplaced" if mark.misplaced else None
        number = (mark.ordinal or "").strip(" .)/")
        if section:
            numeral = number if _ROMAN.fullmatch(number) or _CAPITAL.fullmatch(number) else None
            path = f"{parent.path}.{numeral}" if parent.path and numeral else numeral or path
            if numeral and (value := _value(numeral)) is not None:
                fault = self._check(mark, parent, value)
        elif not again and (mark.rank < LETTER or mark.misplaced) and (value := _value(number)) is not None:
            fault = fault or self._check(mark, parent, value, self._prefix_fault(number, parent))
            if mark.misplaced:
                self._remember(value)
        node = _Open(mark.rank, key, path, number or None, mark.label, section, total)
        self.open.append(node)
        holder = next((item for item in reversed(self.open) if item.section), None)
        return Node(
            level=len(self.open) - 2,
            path=path,
            parent=parent.key or None,
            section_no=holder.number if holder else None,
            section_title=holder.title if holder else None,
            fault=fault,
        )

    def _check(self, mark: Mark, parent: _Open, value: int, wrong_prefix: bool = False) -> str | None:
        """What is wrong with a printed number; one that goes on from the section before is right."""
        goes_on = not parent.seen and value == self.last.get(mark.rank, 0) + 1
        self.last[mark.rank] = value
        fault = _fault(parent.seen, value, wrong_prefix)
        return None if fault == "skipped" and goes_on else fault

    def _prefix_fault(self, number: str, parent: _Open) -> bool:
        """Whether `3.2` stands under a row with another number than 3."""
        prefix, _, _ = number.rpartition(".")
        return bool(prefix and parent.number and _DOTTED.fullmatch(parent.number) and parent.number != prefix)

    def _remember(self, value: int) -> None:
        """A number printed on a detail still counts in the series it was taken from."""
        for item in reversed(self.open[:-1]):
            if item.seen:
                item.seen.append(value)
                return


def _value(number: str) -> int | None:
    if _ROMAN.fullmatch(number):
        return _roman(number)
    if _CAPITAL.fullmatch(number):
        return "ABCDĐEGH".find(number) + 1 or None
    last = number.rpartition(".")[2]
    return int(last) if last.isdigit() else None


def _roman(text: str) -> int:
    values = {"I": 1, "V": 5, "X": 10, "L": 50}
    total = 0
    for character, following in zip(text, f"{text[1:]} ", strict=True):
        value = values[character]
        total += -value if values.get(following, 0) > value else value
    return total


def _fault(seen: list[int], value: int, wrong_prefix: bool = False) -> str | None:
    """What is wrong with a number after those printed before it: repeated, skipped, restarted, out_of_order."""
    last = seen[-1] if seen else 0
    known = value in seen
    seen.append(value)
    if wrong_prefix:
        return "wrong_prefix"
    if value == last + 1 and not known:
        return None
    if len(seen) == 1:
        return "skipped"
    if known:
        return "restarted" if value == 1 and last > 1 else "repeated"
    return "skipped" if value > last + 1 else "out_of_order"
