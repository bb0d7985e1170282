"""300 units drawn at random and asked for by name, against the SQLite table of `vietnamadminunits`, which the map is not made from.

SQL tells what is meant. Spellings are compared by a way of its own (`_plain`): tones apart from their letters.
"""

from __future__ import annotations

import datetime as dt
import random
import sqlite3
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from patterns.vietnam import meant

LAST, NEW = dt.date(2025, 5, 1), dt.date(2026, 1, 15)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TABLE = """
CREATE TABLE units AS
SELECT DISTINCT 'new' AS map, 'province' AS level, province AS full, provinceCode AS code, provinceCode AS province, NULL AS district FROM own.admin_units
UNION SELECT DISTINCT 'new', 'commune', ward, wardCode, provinceCode, NULL FROM own.admin_units
UNION SELECT DISTINCT 'old', 'province', province, provinceCode, provinceCode, NULL FROM own.admin_units_legacy
UNION SELECT DISTINCT 'old', 'district', district, districtCode, provinceCode, districtCode FROM own.admin_units_legacy
UNION SELECT DISTINCT 'old', 'commune', ward, wardCode, provinceCode, districtCode FROM own.admin_units_legacy WHERE wardCode NOT NULL
"""
_KINDS = ("thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "huyện", "quận", "xã", "phường")


def _kind(full: str) -> str:
    return next(kind for kind in _KINDS if full.lower().startswith(f"{kind} "))


def _name(full: str) -> str:
    return full[len(_kind(full)) :].strip()


def _plain(full: str) -> str:
    """`Hoà Mỹ` and `Hòa Mĩ` → one string: letters of each syllable, then its tone."""
    syllables = []
    for syllable in _name(full).lower().replace("'", " ").replace("-", " ").replace(".", " ").split():
        marks = unicodedata.normalize("NFD", syllable)
        letters = "".join(mark for mark in marks if mark not in _TONES)
        letters = f"{letters[:-1]}i" if letters.endswith("y") and letters[-2:-1] not in "aâu" else letters
        syllables.append(letters.lstrip("0") + "".join(mark for mark in marks if mark in _TONES))
    return " ".join(syllables)


@cache
def _database() -> sqlite3.Connection:
    spec = find_spec("vietnamadminunits")
    assert spec is not None
    assert spec.submodule_search_locations
    data = sqlite3.connect(":memory:")
    data.execute("ATTACH ? AS own", [f"{Path(spec.submodule_search_locations[0])}/data/dataset.db"])
    data.create_function("kind", 1, _kind, deterministic=True)
    data.create_function("plain", 1, _plain, deterministic=True)
    data.execute(_TABLE)
    data.execute("CREATE TABLE named AS SELECT *, kind(full) AS kind, plain(full) AS plain FROM units")
    return data


def _meant(full: str, kind: str | None, on: dt.date, around: dict[str, str]) -> str | None:
    """The code of the one unit that fits, by SQL. `around`: columns and the codes they must have."""
    where, values = "plain = ?", [_plain(full)]
    if kind is not None:
        where, values = f"{where} AND kind = ?", [*values, kind]
    for column, code in around.items():
        where, values = f"{where} AND {column} = ?", [*values, code]
        if kind is None:  # what lies in a unit is not that unit
            where, values = f"{where} AND code <> ?", [*values, code]
    if kind is None and _codes(f"{where} AND level = 'province'", values):
        where = f"{where} AND level = 'province'"
    old, new = _codes(f"{where} AND map = 'old'", values), _codes(f"{where} AND map = 'new'", values)
    found = (new or old) if on == NEW else old
    return found[0] if len(found) == 1 else None


def _codes(where: str, values: list[str]) -> list[str]:
    return [code for (code,) in _database().execute(f"SELECT DISTINCT code FROM named WHERE {where}", values)]


Asked = tuple[str, str | None, dt.date, dict[str, str]]


def _drawn() -> list[Asked]:
    """Name, kind (or None: bare), day, what it lies in (province and district, province, nothing said)."""
    chance = random.Random(20260711)
    drawn: list[Asked] = []
    for state, level, count in [("old", "province", 20), ("old", "district", 60), ("old", "commune", 110), ("new", "province", 10), ("new", "commune", 100)]:  # fmt: skip
        found = _database().execute("SELECT full, province, district FROM named WHERE map = ? AND level = ? ORDER BY code", [state, level])  # fmt: skip
        for full, province, district in chance.sample(found.fetchall(), count):
            whole = {"province": province} | ({"district": district} if level == "commune" and district else {})
            around = chance.choice([whole, {"province": province}, {}]) if level != "province" else {}
            # of today one may ask for an old unit, too; the codes of provinces then mean those of today
            day = NEW if state == "new" or (not around and chance.random() < 0.5) else LAST
            drawn.append((full, chance.choice([_kind(full), _kind(full), None]), day, around))
    return drawn


@pytest.mark.parametrize(("full", "kind", "on", "around"), _drawn())
def test_units_drawn_at_random(full: str, kind: str | None, on: dt.date, around: dict[str, str]) -> None:
    found = meant(_name(full), kind=kind, on=on, within=around.values())
    assert (found.code if found else None) == _meant(full, kind, on, around)


def test_enough_of_them_mean_one_unit_and_enough_mean_none() -> None:
    codes = [_meant(*asked) for asked in _drawn()]
    assert len(codes) == 300
    assert sum(code is None for code in codes) >= 15
