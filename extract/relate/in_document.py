"""The mentions of one document that are one instrument: what they state together (NĐ 30/2020 Phụ lục I II.6.b: first in full, then type and number).

A later mention without issuer or date is the earlier one if it is linked to it (`antecedent`) or if only one can be meant. Two mentions with two dates
are two, unless both state the issuer: a number is unique per issuer and year, so that one of the dates is a slip.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from extract.relate.identify import Key
from extract.relate.issuer_keys import CENTRAL_PARTY, issuer_key, may_be_one_issuer
from extract.relate.mention import Mention, Told


@dataclass(slots=True, eq=False)
class Unit:
    """Mentions of one document that are one instrument. `key` is what they state together, `former` what each stated alone."""

    key: Key
    doc_id: str
    mentions: list[Told] = field(default_factory=list)
    former: set[Key] = field(default_factory=set)


def units(members: Iterable[tuple[Mention, Key]]) -> list[Unit]:
    """The instruments of each document among mentions with one number and symbol."""
    by_document: defaultdict[str, list[tuple[Mention, Key]]] = defaultdict(list)
    for citation, key in members:
        by_document[citation.doc_id].append((citation, key))
    return [unit for doc_id in sorted(by_document) for unit in _of_document(doc_id, by_document[doc_id])]


def _of_document(doc_id: str, members: list[tuple[Mention, Key]]) -> list[Unit]:
    found: list[Unit] = []
    at: dict[str, Unit] = {}
    for citation, key in sorted(members, key=lambda one: (-one[1].completeness, one[0].fact_id)):
        unit, how = _joins(citation, key, at.get(citation.antecedent or ""), found)
        if unit is None:
            unit = Unit(key, doc_id)
            found.append(unit)
        elif key != unit.key:
            unit.former.add(alone(key, doc_id))
            unit.key = _together(unit.key, key)
        unit.mentions.append((citation, how))
        at[citation.fact_id] = unit
    for unit in found:
        unit.former.discard(unit.key)
    return found


def _joins(citation: Mention, key: Key, linked: Unit | None, found: list[Unit]) -> tuple[Unit | None, str]:
    """The unit a mention belongs to, and by what it was told."""
    stated = "name" if citation.form == "named" else "key"
    if linked is not None and fits(key, linked.key) and not _apart(citation, key, linked):
        return linked, stated if key.complete else "antecedent"
    fitting = [unit for unit in found if fits(key, unit.key) and not _apart(citation, key, unit)]
    exact = [unit for unit in fitting if unit.key == key]
    if exact:
        return exact[0], stated
    if len(fitting) == 1:
        return fitting[0], stated if key.complete or not fitting[0].key.complete else "completed"
    return None, stated


def _apart(citation: Mention, key: Key, unit: Unit) -> bool:
    """Whether dates speak against one instrument: two whole dates, and no issuer stated on both sides that would make one of them a slip."""
    if two_of_the_centre([citation], [one for one, _ in unit.mentions]):
        return True
    dates = {one.issued_on for one, _ in unit.mentions} - {None}
    if citation.issued_on is None or not dates or citation.issued_on in dates:
        return False
    return key.issuer is None or unit.key.issuer is None


def two_of_the_centre(first: Iterable[Mention], second: Iterable[Mention]) -> bool:
    """Whether two sides state two bodies of the Party's centre: `Kết luận … của Bộ Chính trị` is none of the Ban Bí thư."""
    one, other = (
        {issuer_key(citation.issuer) for citation in side if citation.issuer} & CENTRAL_PARTY
        for side in (first, second)
    )
    return bool(one) and bool(other) and not one & other


def _together(first: Key, second: Key) -> Key:
    """What two keys state together; the issuer with its place rather than the one without."""
    issuer = first.issuer
    if issuer is None or ("@" in issuer and second.issuer is not None and "@" not in second.issuer):
        issuer = second.issuer
    return first._replace(
        type=first.type if first.type is not None else second.type,
        year=first.year if first.year is not None else second.year,
        issuer=issuer,
    )


def alone(key: Key, doc_id: str) -> Key:
    """The key a poor mention has by itself: without an issuer it is its document's own affair."""
    return key if key.issuer is not None else key._replace(issuer=f"@{doc_id}")


def fits(poor: Key, rich: Key) -> bool:
    """Whether two keys with one number may be of one instrument."""
    if poor.type is not None and rich.type is not None and poor.type != rich.type:
        return False
    if poor.year is not None and rich.year is not None and poor.year != rich.year:
        return False
    return poor.issuer is None or rich.issuer is None or same_issuer(poor.issuer, rich.issuer)


def same_issuer(first: str, second: str) -> bool:
    """Whether two issuers' keys may be one issuer; a key with `@` lacks its place."""
    if "@" in first or "@" in second:
        return may_be_one_issuer(first.split(" @")[0], second.split(" @")[0], None)
    return first == second
