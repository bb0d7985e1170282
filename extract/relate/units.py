"""Gives bodies and places of a document their full names and the codes of their administrative units, and the document that of its issuer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from extract.document import Document
from extract.facts import Citation, DocumentRow, Entity, UnitRow
from extract.relate.seat import Seat, seat_of
from patterns.vietnam import REFORM, Unit
from patterns.vietnam.data import units

_PLACE = re.compile(
    r"(?:(?P<kind>tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s)?(?P<name>.+)$", re.DOTALL
)
#: What stands between a unit and the larger one it lies in: `xã An Mỹ, huyện Kế Sách`.
_WITHIN = re.compile(r"\s*(?:,|\(|-|thuộc)?\s*(?:thuộc\s+)?")
_ORDER = ("commune", "district", "province")


def with_units(
    document: Document, header: DocumentRow, citations: Sequence[Citation], entities: Sequence[Entity]
) -> tuple[DocumentRow, tuple[Entity, ...]]:
    """The header with `unit_code`, the entities with full names and units, in the order given."""
    names = [entity.name for entity in entities if entity.label in ("ORG", "LOC") and entity.name]
    names += [issuer for citation in citations for issuer in citation.issuers]
    seat = seat_of(header, names)
    header = replace(header, unit_code=seat.unit.code if seat.unit is not None else None)
    texts = {block.path: block.text for block in document.blocks}
    found: dict[str, Entity] = {}
    ordered = sorted(entities, key=lambda one: (one.block or "", one.char_start or 0))
    for block, group in groupby(ordered, key=lambda one: one.block or ""):
        found |= _of_block(texts.get(block, ""), list(group), seat)
    return header, tuple(found[entity.fact_id] for entity in entities)


def unit_rows() -> list[UnitRow]:
    """The map: every unit in each of its states, by code and time."""
    now = {one.code: one.successors[0] for one in units() if one.level == "province" and one.successors}
    rows = [
        UnitRow(
            unit_code=one.code,
            level=one.level,
            kind=one.kind,
            name=one.name,
            full_name=one.full,
            province_code=one.province,
            district_code=one.district,
            valid_from=one.since,
            valid_to=one.until,
            successor_codes=one.successors,
            province_code_now=now.get(one.province) if one.until is not None and one.until < REFORM else one.province,
        )
        for one in units()
    ]
    return sorted(
        rows, key=lambda row: (row.level, row.unit_code, row.valid_to is None, row.valid_to or REFORM, row.full_name)
    )


def _of_block(text: str, entities: list[Entity], seat: Seat) -> dict[str, Entity]:
    """From the last to the first, so that the larger unit is known when the smaller one before it is looked for."""
    found: dict[str, Entity] = {}
    following: tuple[int, Unit] | None = None
    for entity in reversed(entities):
        larger = None
        if following is not None and _WITHIN.fullmatch(text, entity.char_end or 0, following[0]):
            larger = following[1]
        name, unit = _meant(entity, seat, larger)
        found[entity.fact_id] = replace(
            entity,
            name=name,
            unit_code=unit.code if unit else None,
            unit_level=unit.level if unit else None,
            successor_codes=unit.successors if unit else (),
        )
        following = (entity.char_start or 0, unit) if unit is not None else None
    return found


def _meant(entity: Entity, seat: Seat, larger: Unit | None) -> tuple[str | None, Unit | None]:
    if entity.name is None or entity.label not in ("ORG", "LOC"):
        return entity.name, None
    if entity.label == "ORG":
        name, unit = seat.body(entity.name, larger)
        return (name, unit) if unit is not None or larger is None else seat.body(entity.name)
    place = _PLACE.match(entity.name)
    if place is None or entity.rule in ("landmark", "region"):
        return entity.name, None
    unit = seat.place(place["kind"], place["name"], larger) or (
        seat.place(place["kind"], place["name"]) if larger is not None else None
    )
    if larger is not None and unit is not None and not _lies_in(unit, larger):
        unit = None
    return (unit.full if unit is not None and place["kind"] is None else entity.name), unit


def _lies_in(unit: Unit, larger: Unit) -> bool:
    """Whether a unit may lie in the one named after it; one of the same level is only the next in a list."""
    if _ORDER.index(unit.level) >= _ORDER.index(larger.level):
        return True
    return (
        larger.code in (unit.province, unit.district) or unit.province != larger.province or larger.level != "province"
    )
