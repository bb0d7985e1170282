"""Which unit a name or a code means as of a day: the one that fits, or none.

The day decides which states of the map are asked, and in which order (`_rounds`); the first one that has any such unit has the say.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache

from patterns.places import LEVELS, provinces
from patterns.vietnam.data import maps, province_now
from patterns.vietnam.names import key as key
from patterns.vietnam.unit import EARLIER, LAST, REFORM, TURN, Maps, Unit

_NONE = Maps((), (), ())
_LEVEL = re.compile(rf"({'|'.join(LEVELS)})[.\s]\s*(?=\S)", re.IGNORECASE)


def meant(
    name: str,
    *,
    kind: str | None = None,
    level: str | None = None,
    on: dt.date | None = None,
    within: Collection[str] = (),
) -> Unit | None:
    """The one unit that a name can mean; None where none or several fit.

    `kind` is the level word (it may also stand in the name: `TP.HCM`), `level` one of `Unit.level`, `on` the day (None: whatever time it is of,
    all states must agree). `within` are codes: it must lie in one of the provinces and in one of the districts, as far as there are any; after
    the reform in the province then or today.
    A bare name that a province bears, today or once, is the province, if nothing else is said.
    """
    wanted = key(name)
    if kind is None and not known(name) and (stated := _LEVEL.match(name)):
        kind, wanted = LEVELS[stated[1].lower()], key(name[stated.end() :])
    around = {size: {code for code in within if len(code) == size} for size in (2, 3, 5)}

    def fits(one: Unit) -> bool:
        here = {one.province}
        if on is not None and on >= REFORM and one.level != "province":
            here.add(province_now(one.province))
        return (
            (kind is None or one.kind == kind)
            and (level is None or one.level == level)
            and (not around[2] or not around[2].isdisjoint(here))
            and (not around[3] or one.district in around[3])
            and (not around[5] or one.code in around[5])
        )

    found = _kept(_by_name().get(wanted, _NONE), fits) or _NONE
    if kind is None and level is None:
        # a name does not lie in its own unit if another fits; `Sóc Trăng` alone is the province, in `tỉnh Sóc Trăng` the town
        found = _kept(found, lambda one: one.code not in within) or found
        found = _kept(found, lambda one: one.level == "province" and (on is None or one.begun(on))) or found
    fitting = _any_time(found) if on is None else next(_rounds(found, on), [])
    return fitting[0] if len({(one.code, one.level, one.province) for one in fitting}) == 1 else None


def unit(code: str, on: dt.date | None) -> Unit | None:
    """The unit with this code on a day, or, where none had it then, the last that had it before. None day: today's if there is one."""
    found = _by_code().get(code, _NONE)
    states = _any_time(found) if on is None else next(_rounds(found, on), [])
    return states[0] if states else None


def path(one: Unit, on: dt.date | None = None) -> str:
    """`thị trấn Kế Sách, huyện Kế Sách, tỉnh Sóc Trăng`: a unit and what it lies in, as of a day or of its own time."""
    day = on or (EARLIER if one.until is not None and one.until < LAST else one.until)
    larger = [code for code in (one.district, one.province) if code is not None and code != one.code]
    return ", ".join([one.full, *(above.full for code in larger if (above := unit(code, day)) is not None)])


def known(name: str) -> bool:
    """Whether any unit bears this name."""
    return key(name) in _by_name()


def _indexed(keys_of: Callable[[Unit], Iterable[str]]) -> dict[str, Maps]:
    lists: dict[str, tuple[list[Unit], ...]] = {}
    for state, part in enumerate(maps()):
        for one in part:
            for word in keys_of(one):
                lists.setdefault(word, ([], [], []))[state].append(one)
    return {word: Maps(*map(tuple, parts)) for word, parts in lists.items()}


@cache
def _by_code() -> dict[str, Maps]:
    return _indexed(lambda one: (one.code,))


@cache
def _by_name() -> dict[str, Maps]:
    spellings: dict[str, set[str]] = defaultdict(set)
    for spelling, name in provinces().items():
        spellings[name].add(key(spelling))
    return _indexed(lambda one: {key(one.name)} | (spellings[one.name] if one.level == "province" else set()))


def _kept(found: Maps, fits: Callable[[Unit], bool]) -> Maps | None:
    """The units that fit, each in its state; None if there are none."""
    kept = Maps(*(tuple(one for one in part if fits(one)) for part in found))
    return kept if any(kept) else None


def _any_time(found: Maps) -> list[Unit]:
    """Units of all states, those of today first."""
    return [*sorted(found.now, key=lambda one: one.until is not None), *found.last, *found.earlier]


def _rounds(found: Maps, on: dt.date) -> Iterator[list[Unit]]:
    """Units of the states to ask as of a day, in order, the empty rounds left out."""
    now, last, earlier = ([one for one in part if one.begun(on)] for part in found)

    def in_force(part: Collection[Unit]) -> list[Unit]:
        return [one for one in part if one.in_force(on)]

    if on >= REFORM:
        rounds = [in_force(now), [*now, *last], [*earlier]]
    elif on >= LAST:
        rounds = [in_force(last), [*earlier]]
    elif on > EARLIER:
        # one of the two holds, and it is not known which: they must agree, but where one place has two codes the likelier tells
        near, far = (last, earlier) if on >= TURN else (earlier, last)
        places = {_place(one) for one in in_force(near)}
        codes = {one.code for one in in_force(near)}
        others = [one for one in in_force(far) if one.code not in codes and _place(one) not in places]
        rounds = [[*in_force(near), *others], [*earlier]]
    else:
        rounds = [in_force(earlier), in_force(last), [*earlier]]
    return (one for one in rounds if one)


def _place(one: Unit) -> tuple[str, str]:
    """Level and code of what a unit lies in."""
    return one.level, one.district if one.level == "commune" and one.district else one.province
