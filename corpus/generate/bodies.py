"""Who writes and who is cited: bodies of one chain of places, with the ways their names are written and their symbols.

Symbols and names follow NĐ 30/2020 Phụ lục I and III and the Party's HD 36-HD/VPTW; after 2025-07-01 there is no district level.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

from corpus.generate.vocabulary import rows

REFORM = dt.date(2025, 7, 1)
COMMITTEE = "Ủy ban nhân dân"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body: its full name, how texts write it (written, normalised), its symbol and the units of its công văn."""

    kind: str
    name: str
    forms: tuple[tuple[str, str], ...]
    code: str
    units: tuple[str, ...] = ("VP",)
    letterhead: tuple[str, ...] = ()
    parent: str | None = None
    place: str = ""
    head: str = "CHỦ TỊCH"
    party: bool = False

    def written(self, rng: Random) -> tuple[str, str]:
        """A way to write the name, and that name normalised."""
        return rng.choice(self.forms)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The bodies around one report: `me` writes it, `above` are those it answers to, `central` the national ones."""

    me: Body
    chair: Body | None
    above: tuple[Body, ...]
    local: tuple[Body, ...]
    department: Body
    party: Body
    province: str
    field: str


def plain(kind: str, name: str, code: str, **more: object) -> Body:
    """A body with one way to write its name."""
    return Body(kind=kind, name=name, forms=((name, name),), code=code, **more)  # type: ignore[arg-type]


GOVERNMENT = plain("government", "Chính phủ", "CP")
PRIME_MINISTER = Body(
    kind="prime_minister",
    name="Thủ tướng Chính phủ",
    code="TTg",
    forms=(("Thủ tướng Chính phủ", "Thủ tướng Chính phủ"),) * 4 + (("Thủ tướng", "Thủ tướng Chính phủ"),),
)
ASSEMBLY = plain("assembly", "Quốc hội", "QH")
STANDING = plain("standing", "Ủy ban Thường vụ Quốc hội", "UBTVQH")
POLITBURO = plain("politburo", "Bộ Chính trị", "TW", party=True)
SECRETARIAT = plain("secretariat", "Ban Bí thư", "TW", party=True)
COUNCIL_OF_MINISTERS = plain("ministers", "Hội đồng Bộ trưởng", "HĐBT")


def committee(level: str, name: str, letterhead: tuple[str, ...], parent: str | None, place: str) -> Body:
    """The Ủy ban nhân dân of a place."""
    full = f"{COMMITTEE} {level} {name}"
    forms = (
        (full, full), (f"UBND {level} {name}", full), (f"UBND {level}", f"{COMMITTEE} {level}"),
        (f"{COMMITTEE} {level}", f"{COMMITTEE} {level}"),
    )  # fmt: skip
    units = ("VP", "TH", "NC", "KT", "VX")
    return Body(
        kind="committee",
        name=full,
        forms=forms,
        code="UBND",
        units=units,
        letterhead=letterhead,
        parent=parent,
        place=place,
    )


def chair(level: str, name: str) -> Body:
    """The Chủ tịch of that committee, an issuer of its own (RFC 9676 6.1.5)."""
    full = f"Chủ tịch {COMMITTEE} {level} {name}"
    forms = (
        (full, full),
        (f"Chủ tịch UBND {level} {name}", full),
        (f"Chủ tịch UBND {level}", f"Chủ tịch {COMMITTEE} {level}"),
    )
    return Body(kind="chair", name=full, forms=forms, code="CTUBND")


def council(level: str, name: str, letterhead: tuple[str, ...] = (), place: str = "") -> Body:
    """The Hội đồng nhân dân of a place."""
    full = f"Hội đồng nhân dân {level} {name}"
    forms = ((full, full), (f"HĐND {level} {name}", full), (f"HĐND {level}", f"Hội đồng nhân dân {level}"))
    return Body(kind="council", name=full, forms=forms, code="HĐND", letterhead=letterhead, place=place)


def party_of(level: str, name: str, place: str, above: str) -> Body:
    """The Party committee of a place: TU in a province, HU in a district, ĐU below."""
    organ = {
        "tỉnh": "Tỉnh ủy",
        "thành phố": "Thành ủy",
        "huyện": "Huyện ủy",
        "quận": "Quận ủy",
        "thị xã": "Thị ủy",
    }.get(level, "Đảng ủy")
    code = {"Tỉnh ủy": "TU", "Thành ủy": "TU", "Huyện ủy": "HU", "Quận ủy": "QU", "Thị ủy": "TXU"}.get(organ, "ĐU")
    long = f"Ban Chấp hành Đảng bộ {level} {name}"
    full = f"{organ} {name}" if organ != "Đảng ủy" else f"Đảng ủy {level} {name}"
    forms = ((full, full), (organ, organ), (f"Ban Thường vụ {organ}", f"Ban Thường vụ {organ}"), (long, long))
    lines = (above, full.upper()) if above else (full.upper(),)
    return Body(
        kind="party",
        name=full,
        forms=forms,
        code=code,
        letterhead=lines,
        place=place,
        head="BÍ THƯ",
        party=True,
        units=("VP",),
    )


def ministries(on: dt.date) -> tuple[Body, ...]:
    """The ministries that exist in that year, each also as its minister (`Bộ trưởng Bộ …`)."""
    found = []
    for row in rows("ministries"):
        if int(row["from"]) <= on.year <= int(row["to"]):
            name = row["name"]
            forms = ((name, name),) * 5 + ((f"Bộ trưởng {name}", f"Bộ trưởng {name}"),)
            found.append(
                Body(kind="ministry", name=name, forms=forms, code=row["code"], units=tuple(row["units"].split("|")),
                     letterhead=(name.upper(),), place="Hà Nội", head="BỘ TRƯỞNG")
            )  # fmt: skip
    return tuple(found)


KINDS = ("province", "department", "district", "commune", "ministry", "party", "hospital", "school", "council", "board")


def world(rng: Random, on: dt.date, kind: str, field: str) -> World:
    """The bodies around a report of this kind of body, on this day, in this field of work."""
    row = rng.choice(rows("places"))
    new = on >= REFORM
    level, province = (
        (row["new_province_kind"], row["new_province"]) if new else (row["province_kind"], row["province"])
    )
    low_level, low = (row["new_commune_kind"], row["new_commune"]) if new else (row["commune_kind"], row["commune"])
    mid_level, mid = row["district_kind"], row["district"]
    if new and kind == "district":
        kind = "commune"
    up = f"ỦY BAN NHÂN DÂN {level.upper()} {province.upper()}"
    top = committee(level, province, ("ỦY BAN NHÂN DÂN", f"{level.upper()} {province.upper()}"), None, province)
    over = f"{COMMITTEE} {level} {province}" if new else f"{COMMITTEE} {mid_level} {mid}"
    middle = committee(mid_level, mid, ("ỦY BAN NHÂN DÂN", f"{mid_level.upper()} {mid.upper()}"), None, mid)
    lower = committee(
        low_level,
        low,
        (
            over.upper().replace(COMMITTEE.upper(), "UBND") if rng.random() < 0.4 else over.upper(),
            f"ỦY BAN NHÂN DÂN {low_level.upper()} {low.upper()}",
        ),
        over,
        low,
    )
    trade = next(r for r in rows("departments") if r["field"] == field)
    department = _department(trade, level, province, up)
    local = (top, chair(level, province), council(level, province), department) + (
        () if new else (middle, chair(mid_level, mid))
    )
    party = party_of(level, province, province, "")
    me: Body = top
    above: tuple[Body, ...] = ()
    head: Body | None = chair(level, province)
    if kind == "department":
        me, above, head = department, (top,), None
    elif kind == "district":
        me, above, head = middle, (top,), chair(mid_level, mid)
        party = party_of(mid_level, mid, mid, f"{'TỈNH' if level == 'tỉnh' else 'THÀNH'} ỦY {province.upper()}")
    elif kind == "commune":
        me, above, head = lower, (top,) if new else (middle, top), chair(low_level, low)
    elif kind == "ministry":
        me, above, head = rng.choice(ministries(on)), (), None
    elif kind == "party":
        if not new and rng.random() < 0.5:
            party = party_of(mid_level, mid, mid, f"{'TỈNH' if level == 'tỉnh' else 'THÀNH'} ỦY {province.upper()}")
        me, above, head = party, (), None
    elif kind == "council":
        lines = ("HỘI ĐỒNG NHÂN DÂN", f"{level.upper()} {province.upper()}")
        me, above, head = council(level, province, lines, province), (), None
    elif kind in ("hospital", "school", "board"):
        me, above, head = _unit(rng, kind, level, province, up), (department, top) if kind != "board" else (top,), None
    return World(
        me=me,
        chair=head,
        above=above,
        local=local,
        department=department,
        party=party,
        province=f"{level} {province}",
        field=field,
    )


def _department(row: dict[str, str], level: str, province: str, up: str) -> Body:
    name = row["department"]
    full = f"{name} {level} {province}"
    lines = (up.replace("ỦY BAN NHÂN DÂN", "UBND"), name.upper())
    return Body(kind="department", name=name, forms=((name, name), (full, full)), code=row["department_code"],
                units=tuple(row["units"].split("|")), letterhead=lines, parent=f"{COMMITTEE} {level} {province}", place=province, head="GIÁM ĐỐC")  # fmt: skip


def _unit(rng: Random, kind: str, level: str, province: str, up: str) -> Body:
    if kind == "hospital":
        name, code, over, head = f"Bệnh viện Đa khoa {level} {province}", "BVĐK", "Sở Y tế", "GIÁM ĐỐC"
    elif kind == "school":
        name, code, over, head = rng.choice(
            [(f"Trường Cao đẳng Nghề {province}", "CĐN", f"{COMMITTEE} {level} {province}", "HIỆU TRƯỞNG"),
             (f"Trường Trung học phổ thông chuyên {province}", "THPTC", "Sở Giáo dục và Đào tạo", "HIỆU TRƯỞNG")])  # fmt: skip
    else:
        name, code, over, head = (
            f"Ban Quản lý các khu công nghiệp {level} {province}",
            "BQLKCN",
            f"{COMMITTEE} {level} {province}",
            "TRƯỞNG BAN",
        )
    lines = (over.upper() if rng.random() < 0.5 else over.upper().replace("ỦY BAN NHÂN DÂN", "UBND"), name.upper())
    return plain(kind, name, code, units=("TH", "HC", "KH"), letterhead=lines, parent=over, place=province, head=head)
