"""The place a document speaks from, and which unit or body its names mean: `UBND huyện` in a report of Kế Sách is that district's.

One resolver for the header, recipients, entities and the issuers of citations. A unit is one of the map as of the document's date; a name that fits
several is none, unless what stands beside it, the document's own province or the provinces it speaks of decide.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from extract.facts import DocumentRow
from patterns.places import provinces
from patterns.vietnam import REFORM, Unit, meant, unit
from patterns.vietnam.data import units
from patterns.vietnam.meant import key

_LEVEL = re.compile(
    r"(?:^|\s)(?P<kind>tỉnh|thành phố|huyện|quận|thị xã|xã(?! hội)|phường|thị trấn|đặc khu)(?:\s(?P<name>[^a-z].*))?$"
)
_LEVELS_OF = {
    "tỉnh": ("province",),
    "thành phố": ("province", "district"),
    "huyện": ("district",),
    "quận": ("district",),
    "thị xã": ("district",),
    "xã": ("commune",),
    "phường": ("commune",),
    "thị trấn": ("commune",),
    "đặc khu": ("commune",),
}
#: Bodies that have their level in their kind, and the kind of place they belong to.
_SEATS = re.compile(
    r"(?:^|\s)(?P<seat>Tỉnh ủy|Tỉnh đoàn|Thành ủy|Thành đoàn|Huyện ủy|Huyện đoàn|Quận ủy|Quận đoàn|Thị ủy|Thị đoàn)(?:\s(?P<name>.+))?$"
)
_KIND_OF_SEAT = {"Tỉnh": "tỉnh", "Thành": "thành phố", "Huyện": "huyện", "Quận": "quận", "Thị": "thị xã"}
#: Bodies that only a province has.
_PROVINCIAL = re.compile(
    r"(?:^|\s)(?:Sở(?:\s|$)|Đoàn đại biểu Quốc hội|Văn phòng Đoàn đại biểu Quốc hội|Bộ Chỉ huy|Ban Quản lý (?:các )?[Kk]hu (?:kinh tế|công nghiệp)|Cục Thuế|Cục Thống kê|Cục Quản lý thị trường)"
)
#: Bodies whose name has the level before the place.
_GOVERNMENT = re.compile(r"(?:Ủy ban nhân dân|Hội đồng nhân dân|Sở|Công an|Văn phòng Ủy ban|Đoàn đại biểu Quốc hội)\s")
#: Departments of a district's committee, since 2025-07-01 of a commune's; those of other bodies are written with them.
_DEPARTMENT = re.compile(r"Phòng\s")
_CENTRAL = re.compile(r"Trung ương|Chính phủ|Quốc hội|(?:^|\s)Bộ (?!Chỉ huy|phận|đội)|Việt Nam|Tổng cục|Viện |Học viện")


@dataclass(frozen=True, slots=True)
class Seat:
    """The units a document speaks from, each None where not known, and the day of the map; `provinces` are codes of those it speaks of."""

    on: dt.date | None = None
    province: Unit | None = None
    district: Unit | None = None
    commune: Unit | None = None
    provinces: tuple[str, ...] = ()

    @property
    def unit(self) -> Unit | None:
        """The lowest of them: the place of the issuing body."""
        return self.commune or self.district or self.province

    def at(self, kind: str) -> Unit | None:
        """Its own unit of this kind: the one `UBND huyện` means."""
        own = [one for one in (self.province, self.district, self.commune) if one is not None and one.kind == kind]
        return own[0] if len(own) == 1 else None

    def place(self, kind: str | None, name: str, within: Unit | None = None) -> Unit | None:
        """The unit of a place with or without its level word; `within`: the larger one named beside it."""
        levels: tuple[str | None, ...] = _LEVELS_OF.get(kind, ()) if kind else (None,)
        if kind and not levels:
            return None
        around = [within.code] if within else []
        for level in levels:
            found = self._around(name, kind, level, around)
            if found is not None:
                return found
        return None

    def _around(self, name: str, kind: str | None, level: str | None, around: list[str]) -> Unit | None:
        if around:
            return _meant(name, kind, level, self.on, tuple(around))
        if level == "province":
            return _meant(name, kind, level, self.on, ())
        own = [one for one in (self.commune, self.district, self.province) if one is not None]
        same = [one for one in own if kind is None and key(one.name) == key(name)]
        if same:
            return same[0]
        for one in own:
            found = _meant(name, kind, level, self.on, (one.code,))
            if found is not None:
                return found
        if kind is None:
            return _meant(name, None, "province", self.on, ())
        anywhere = _meant(name, kind, level, self.on, ())
        if anywhere is not None or not self.provinces:
            return anywhere
        return _meant(name, kind, level, self.on, self.provinces)

    def body(self, name: str, within: Unit | None = None) -> tuple[str, Unit | None]:
        """The full name of a body, with its place where the document decides it, and the unit it belongs to."""
        seat = _SEATS.search(name)
        if seat is not None:
            kind = _KIND_OF_SEAT[seat["seat"].partition(" ")[0]]
            if seat["name"] is not None:
                return name, self.place(kind, seat["name"], within)
            own = within if within is not None and within.kind == kind else self.at(kind)
            return (f"{name} {own.name}", own) if own is not None else (name, None)
        level = _LEVEL.search(name)
        if level is not None:
            if level["name"] is not None:
                return name, self.place(level["kind"], level["name"], within)
            own = self.at(level["kind"])
            return (f"{name} {own.name}", own) if own is not None else (name, None)
        bare = next((p for p in _provinces() if name.endswith(f" {p}")), None)
        if bare is not None:
            own = _meant(bare, None, "province", self.on, ())
            return (f"{name[: -len(bare)]}{own.full}" if own is not None and _GOVERNMENT.match(name) else name), own
        if _PROVINCIAL.search(name):
            own = within if within is not None and within.level == "province" else self.province
            return (f"{name} {own.full}", own) if own is not None else (name, None)
        if _DEPARTMENT.match(name) and not _CENTRAL.search(name):
            own = within or self._department()
            return (f"{name} {own.full}", own) if own is not None else (name, None)
        return name, None

    def _department(self) -> Unit | None:
        if self.district is not None:
            return self.district
        return self.commune if self.on is not None and self.on >= REFORM else None


def local_names(header: DocumentRow) -> frozenset[str]:
    """Keys of the names of the units around a document's seat: districts of its province, communes of its district, or where there is none, of its province."""
    seat = seat_of(header)
    if seat.province is None:
        return frozenset()
    day = seat.on or REFORM
    return _names_around(seat.province.code, seat.district.code if seat.district else None, day < REFORM)


@lru_cache(maxsize=256)
def _names_around(province: str, district: str | None, before: bool) -> frozenset[str]:
    return frozenset(
        key(one.name)
        for one in units()
        if one.province == province
        and (one.since is None or one.since < REFORM) == before
        and (one.level == "district" or district is None or one.district == district)
    )


def unit_of_key(issuer: str, on: dt.date | None) -> Unit | None:
    """The unit in the key of an issuer, `ủy ban nhân dân huyện kế sách, tỉnh sóc trăng` (`extract.relate.places`)."""
    own, _, province = issuer.partition(", ")
    kind, _, name = province.partition(" ") if province.startswith("tỉnh ") else ("thành phố", "", province[10:])
    larger = _meant(name, kind, "province", on, ()) if name else None
    level = _LEVEL_IN_KEY.search(own)
    party = _SEAT_IN_KEY.search(own)
    if level is not None:
        return Seat(on).place(level["kind"], level["name"], larger)
    if party is not None:
        return Seat(on).place(_KIND_OF_SEAT[party["seat"].capitalize()], party["name"], larger)
    return None


_LEVEL_IN_KEY = re.compile(
    r"(?:^|\s)(?P<kind>tỉnh|thành phố|huyện|quận|thị xã|xã(?! hội)|phường|thị trấn|đặc khu)(?! ủy)\s(?P<name>[^@]+)$"
)
_SEAT_IN_KEY = re.compile(r"(?:^|\s)(?P<seat>tỉnh|thành|huyện|quận|thị) (?:ủy|đoàn)\s(?P<name>[^@]+)$")


@lru_cache(maxsize=65536)
def _meant(name: str, kind: str | None, level: str | None, on: dt.date | None, within: Collection[str]) -> Unit | None:
    return meant(name, kind=kind, level=level, on=on, within=within)


@lru_cache(maxsize=1)
def _provinces() -> tuple[str, ...]:
    return tuple(sorted(set(provinces().values()), key=lambda name: (-len(name), name)))


def seat_of(header: DocumentRow, names: Iterable[str] = ()) -> Seat:
    """The seat of a document from its header; `names` are bodies and places it names, whose provinces tell units of one name apart."""
    on = header.issued_on or header.period_end
    spoken = Seat(on=on, provinces=_spoken(names, on))
    if header.unit_code is not None and (known := unit(header.unit_code, on)) is not None:
        return _filled(known, spoken)
    own = [name for name in (header.organ_name, header.parent_organ) if name]
    if not own or (_CENTRAL.search(own[0].removeprefix("Văn phòng ")) and _LEVEL.search(own[0]) is None):
        return spoken
    seat = spoken
    # from the largest to the smallest, each within the one before
    for wanted in ("province", "district", "commune"):
        for name in own:
            found = _stated(name, wanted, seat)
            if found is not None:
                seat = _filled(found, spoken)
                break
    if seat.unit is None and header.place and _PROVINCIAL.search(own[0]):
        found = _meant(header.place, None, "province", on, ())
        seat = _filled(found, spoken) if found is not None else seat
    return seat


def _stated(name: str, wanted: str, seat: Seat) -> Unit | None:
    """The unit of this level that a body's name states."""
    level, party = _LEVEL.search(name), _SEATS.search(name)
    if level is not None and level["name"] is not None and wanted in _LEVELS_OF[level["kind"]]:
        kind, place = level["kind"], level["name"]
    elif party is not None and party["name"] is not None:
        kind, place = _KIND_OF_SEAT[party["seat"].partition(" ")[0]], party["name"]
        if wanted not in _LEVELS_OF[kind]:
            return None
    else:
        return None
    found = seat.place(kind, place)
    return found if found is not None and found.level == wanted else None


def _filled(lowest: Unit, spoken: Seat) -> Seat:
    """The seat whose lowest unit is this one."""
    on = spoken.on
    province = lowest if lowest.level == "province" else unit(lowest.province, on)
    district = lowest if lowest.level == "district" else unit(lowest.district, on) if lowest.district else None
    commune = lowest if lowest.level == "commune" else None
    return Seat(on, province, district, commune, spoken.provinces)


def _spoken(names: Iterable[str], on: dt.date | None) -> tuple[str, ...]:
    """Codes of the provinces that names state."""
    found = set()
    for name in names:
        level = _LEVEL.search(name)
        bare = level["name"] if level is not None and level["kind"] in ("tỉnh", "thành phố") else name
        one = _meant(bare, None, "province", on, ()) if bare else None
        if one is not None:
            found.add(one.code)
    return tuple(sorted(found))
