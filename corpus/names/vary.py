"""Sentences with other names of the same kind in the places of those a person marked: more to learn from, and no name learnt by heart."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import cache

from patterns.people import surnames
from patterns.places import LEVELS, provinces
from patterns.vietnam.data import units

Example = tuple[str, list[tuple[int, int, str]]]
_MIDDLES = ("Văn", "Thị", "Hữu", "Đức", "Minh", "Ngọc", "Thanh", "Quốc", "Hồng", "Kim", "Xuân", "Thu")
_GIVEN = ("An", "Bình", "Cường", "Dung", "Hà", "Hải", "Hạnh", "Hùng", "Lan", "Long", "Mai", "Nam", "Phúc", "Quang", "Sơn", "Tâm", "Thảo", "Tuấn", "Vinh", "Yến")  # fmt: skip


def varied(example: Example, times: int, chance: random.Random) -> Iterator[Example]:
    """The sentence `times` times, each time with other names; bodies keep what they are but for the place in them."""
    text, spans = example
    for _ in range(times):
        parts: list[str] = []
        placed: list[tuple[int, int, str]] = []
        position = length = 0
        for start, end, label in sorted(spans):
            name = _other(text[start:end], label, chance)
            before = text[position:start]
            length += len(before)
            parts += [before, name]
            placed.append((length, length + len(name), label))
            length += len(name)
            position = end
        yield "".join([*parts, text[position:]]), placed


def _other(name: str, label: str, chance: random.Random) -> str:
    if label == "PER":
        family, *others = name.split(" ")
        if family not in surnames() or not name.istitle():
            return name
        middles = [chance.choice(_MIDDLES) for _ in others[1:]]
        return " ".join([chance.choice(_families()), *middles, chance.choice(_GIVEN)])
    if label in ("LOC", "ORG"):
        for kind in dict.fromkeys(LEVELS.values()):
            before, found, place = name.rpartition(f"{kind} ")
            if found and place[:1].isupper() and place.count(" ") < 4 and (not before or before.endswith(" ")):
                return f"{before}{found}{chance.choice(_named(kind))}"
        for province in _provinces():
            if name == province or name.endswith(f" {province}"):
                return name[: len(name) - len(province)] + chance.choice(_provinces())
    return name


@cache
def _families() -> Sequence[str]:
    return sorted(surnames())


@cache
def _provinces() -> Sequence[str]:
    return sorted(set(provinces().values()))


@cache
def _named(kind: str) -> Sequence[str]:
    return sorted({one.name for one in units() if one.kind == kind}) or ["An Bình"]
