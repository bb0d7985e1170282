"""Which unit a name means as of a day, and where: the one that fits, or none."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Collection
from functools import cache

from patterns.places import provinces
from patterns.spelling import fold
from patterns.vietnam.data import units
from patterns.vietnam.unit import REFORM, Unit

_MARKS = re.compile(r"[\s'’‘`.-]+")
_ZERO = re.compile(r"^0+(?=\d)")
#: i and y are one at the end of an open syllable: `Mĩ Lộc`, `Mỹ Lộc`.
_I = re.compile(r"(?<=[bcdđghklmnpqrstvx])([yýỳỷỹỵ])(?![^\W\d_])")
_AS_I = dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))


def key(name: str) -> str:
    """A name for comparing: one spelling of tones, of i and y, no hyphens and apostrophes; diacritics stay, they tell units apart."""
    folded = _I.sub(lambda found: _AS_I[found[1]], fold(unicodedata.normalize("NFC", name)))
    return _ZERO.sub("", _MARKS.sub(" ", folded).strip())


@cache
def _by_name() -> dict[str, tuple[Unit, ...]]:
    found: dict[str, list[Unit]] = {}
    for one in units():
        found.setdefault(key(one.name), []).append(one)
    for spelling, name in provinces().items():
        if key(spelling) != key(name) and key(name) in found:
            of_province = [one for one in found[key(name)] if one.level == "province"]
            found.setdefault(key(spelling), []).extend(of_province)
    return {name: tuple(same) for name, same in found.items()}


@cache
def _by_code() -> dict[str, tuple[Unit, ...]]:
    found: dict[str, list[Unit]] = {}
    for one in units():
        found.setdefault(one.code, []).append(one)
    return {code: tuple(same) for code, same in found.items()}


def unit(code: str, on: dt.date | None) -> Unit | None:
    """The unit with this code on a day; codes are used again, so a unit of another time only where there is no other. None day: today's map first."""
    found = _by_code().get(code, ())
    if on is not None:
        found = tuple(one for one in found if one.in_force(on)) or found
    return found[0] if found else None


def known(name: str) -> bool:
    """Whether any unit bears this name."""
    return key(name) in _by_name()


def meant(
    name: str,
    *,
    kind: str | None = None,
    level: str | None = None,
    on: dt.date | None = None,
    within: Collection[str] = (),
) -> Unit | None:
    """The one unit that a name can mean; None where none or several fit.

    `kind` is the level word, `level` one of `Unit.level`, `on` the day (None: both maps must agree), `within` codes of provinces or districts one
    of which it must lie in. A bare name that a province bears is the province, if nothing else is said. From the reform on a unit of the old
    map is meant only where the new one has none of the name.
    """
    found = [
        one
        for one in _by_name().get(key(name), ())
        if (kind is None or one.kind == kind)
        and (level is None or one.level == level)
        and (not within or one.province in within or one.district in within or one.code in within)
    ]
    if kind is None and level is None:
        found = [one for one in found if one.level == "province"] or found
    if on is None:
        return _only(found)
    if on < REFORM:
        old = [one for one in found if one.since is None or one.since < REFORM]
        return _only([one for one in old if one.in_force(on)]) if any(one.in_force(on) for one in old) else _only(old)
    new = [one for one in found if one.in_force(on)]
    return _only(new) if new else _only([one for one in found if one.until is not None and one.until < REFORM])


def _only(found: list[Unit]) -> Unit | None:
    """The unit if all are one; of its states the last."""
    return (
        found[0]
        if found and len({one.code for one in found}) == 1 and len({one.province for one in found}) == 1
        else None
    )
