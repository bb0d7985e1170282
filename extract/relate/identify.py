"""The canonical key of an instrument: issuer, type, number, symbol, year (NĐ 30/2020 Điều 15.1: unique per body and calendar year).

A key is made from what mentions state; parts nobody states are None. UBND and its Chủ tịch are two issuers, a ministry and its minister one.
A local body without its place (`UBND tỉnh`) gets the place its document knows; else the key is marked with the document, so that two
provinces never become one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from extract.facts import Citation, DocumentRow
from extract.relate.issuer_keys import issuer_key
from extract.relate.places import Places
from patterns.document_types import types
from patterns.issuer_codes import agrees, issuer_of_code, lookup
from patterns.laws import Law, law_name, version_of
from patterns.named import known_names
from patterns.spelling import fold


class Key(NamedTuple):
    """The parts of a key. `symbol` is the number without counting part and year (`/KH-UBND`); `name` stands for both where there is no number."""

    type: str | None
    sequence: str | None
    symbol: str | None
    year: int | None
    issuer: str | None
    name: str | None = None

    @property
    def group(self) -> tuple[str | None, ...]:
        """What all mentions of one instrument share."""
        return (
            self.sequence,
            self.symbol.lower() if self.symbol else None,
            self.name if self.sequence is None else None,
        )

    @property
    def complete(self) -> bool:
        """Whether issuer, type and year are known: then it is an instrument by itself."""
        return self.issuer is not None and self.type is not None and self.year is not None

    @property
    def completeness(self) -> float:
        """Share of the five parts that are known, from 0 to 1."""
        issuer = self.issuer if self.issuer and "@" not in self.issuer else None
        parts = (self.type, self.sequence or self.name, self.symbol or self.name, self.year, issuer)
        return round(sum(part is not None for part in parts) / len(parts), 2)

    def parts(self) -> tuple[object, ...]:
        """The parts in fixed order, for hashing."""
        return (self.issuer, self.type, self.sequence, self.symbol, self.year, self.name)


_NUMBER = re.compile(r"0*(?P<sequence>[0-9]+)(?P<suffix>[a-zđ]*(?:\.[0-9]+)?)(?P<symbol>.*)", re.DOTALL)
_YEAR = re.compile(r"^/(?:19|20)[0-9]{2}(?=/)")
#: Codes of joint and Party symbols under which several nouns are used for one instrument.
_TYPES_OF_CODE: Mapping[str, str] = {"TTLT": "Thông tư liên tịch", "CTr": "Chương trình", "CTHĐ": "Chương trình"}


def split_number(number: str) -> tuple[str, str]:
    """`06/2022/QĐ-UBND` → `6`, `/QĐ-UBND`: the counting part without leading zeros, and the symbol without the year."""
    match = _NUMBER.match(number)
    if match is None:
        return number, ""
    return match["sequence"] + match["suffix"], _YEAR.sub("", match["symbol"])


def key_of(citation: Citation, document: DocumentRow | None, places: Places) -> Key | None:
    """The key of a mention as far as it goes; None for one that names nothing (`Nghị định này`)."""
    if citation.form == "self" and document is not None and document.number is not None:
        return own_key(document, places)
    year = citation.year or (citation.issued_on.year if citation.issued_on else None)
    if citation.number is not None and citation.form != "short":
        sequence, symbol = split_number(citation.number)
        return Key(_type(citation), sequence, symbol, year, _issuer(citation, places))
    if citation.form == "short":
        known = known_names().get(f"{citation.type} {citation.number}".lower())
        if known is not None and known["number"]:
            return _known(known)
        return Key(citation.type, (citation.number or "").lstrip("0").lower(), None, year, _issuer(citation, places))
    if citation.form == "named":
        return _named(citation, document, year, places)
    return None


def own_key(document: DocumentRow, places: Places) -> Key | None:
    """The key of a document of the archive itself; None if it has no number."""
    if document.number is None:
        return None
    sequence, symbol = split_number(document.number)
    issuer = places.complete(issuer_key(document.organ_name)) if document.organ_name else None
    year = document.issued_on.year if document.issued_on else None
    return Key(document.type_name, sequence, symbol, year, issuer)


def _type(citation: Citation) -> str | None:
    kind = types().get(citation.type or "")
    if citation.type_code == "QĐ" and kind is not None and kind.put_in_force and "/QĐ" in (citation.number or ""):
        return "Quyết định"
    return _TYPES_OF_CODE.get(citation.type_code or "", citation.type)


def _known(row: Mapping[str, str]) -> Key:
    sequence, symbol = split_number(row["number"])
    year = int(row["issued_on"][:4]) if row["issued_on"] else None
    return Key(
        "Quyết định" if symbol.startswith("/QĐ") else row["type"],
        sequence,
        symbol,
        year,
        issuer_key(row["issuer"]) if row["issuer"] else None,
    )


def _named(citation: Citation, document: DocumentRow | None, year: int | None, places: Places) -> Key:
    written = f"{citation.type} {citation.title}" if citation.title else citation.type or ""
    if document is not None and document.subject and fold(written) == fold(f"{document.type_name} {document.subject}"):
        own = own_key(document, places)  # `Quốc hội ban hành Luật …` in that law
        if own is not None:
            return own
    if citation.type in types() and types()[citation.type].named == "law":
        name = law_name(written)
        version = version_of(name, year=year, on=document.issued_on if document else None) if name else None
        if version is not None and version.number is not None:
            return key_of_law(citation.type or "", version)
        return Key(citation.type, None, None, year, "quốc hội", fold(name or written))
    known = known_names().get(written.lower())
    if known is not None and known["number"]:
        return _known(known)
    issuer = _issuer(citation, places)
    local = None if (citation.rule or "").startswith(("named.meeting", "named.known")) else f"@{citation.doc_id}"
    return Key(citation.type, None, None, year, issuer or local, fold(written))


def key_of_law(kind: str, law: Law) -> Key:
    """The key of a law of the table."""
    sequence, symbol = split_number(law.number or "")
    issuer = issuer_of_code(symbol.strip("/").removeprefix("PL-")) or "Quốc hội"
    return Key(kind, sequence, symbol, law.issued_on.year if law.issued_on else None, issuer_key(issuer))


def _issuer(citation: Citation, places: Places) -> str | None:
    """The issuer's key: what a nationwide symbol tells, else as stated with its place; None if neither says it."""
    row, told = lookup(citation.issuer_code), issuer_of_code(citation.issuer_code)
    central = row is not None and row.exclusive and told is not None and not places.is_local(told)
    if row is not None and row.code in ("TW", "TƯ"):
        return "trung ương đảng"
    if citation.issuer is not None and not (central and agrees(citation.issuer_code, citation.issuer) is False):
        if len(citation.issuers) > 1:
            return " + ".join(sorted(places.complete(issuer_key(issuer)) for issuer in citation.issuers))
        return places.complete(issuer_key(citation.issuer))
    if central and told is not None:
        return issuer_key(told)
    parts = re.split(r", | và (?=Bộ |Ngân hàng|Tòa án|Viện|Thanh tra|Ủy ban|Chính phủ)", told or "")
    if len(parts) > 1 and not any(places.is_local(part) for part in parts):
        return " + ".join(sorted(issuer_key(part) for part in parts))
    return None
