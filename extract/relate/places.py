"""Which places a document speaks from: they complete the issuers it names in short (`UBND huyện`, `Tỉnh ủy`, `Sở Nội vụ`)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.facts import Citation, DocumentRow
from extract.relate.issuer_keys import issuer_key, place_of
from extract.relate.seat import Seat, seat_of
from patterns.spelling import fold

_LOCAL = re.compile(
    r"(?:chủ tịch |thường trực |ban thường vụ |ban chấp hành |đoàn |chánh )?(?:ủy ban nhân dân|hội đồng nhân dân|sở |phòng |tỉnh ủy|thành ủy|huyện ủy|thị ủy|quận ủy|đảng ủy|đảng bộ"
    r"|văn phòng ủy ban nhân dân|văn phòng hội đồng|ban quản lý|liên đoàn lao động|công an (?!nhân)|ban chỉ|bộ chỉ huy|trung tâm|mặt trận|ủy ban mặt trận|chi cục|hội đồng phối hợp"
    r"|ban cán sự|tỉnh đoàn|huyện đoàn|thành đoàn|đoàn đại biểu|ban dân tộc|thanh tra (?:tỉnh|huyện|sở))"
)
#: Kinds of bodies → the level of government they belong to.
_LEVELS = (
    (re.compile(r"sở |tỉnh ủy|thành ủy|ban dân tộc|tỉnh đoàn|đoàn đại biểu"), ("tỉnh", "thành phố")),
    (re.compile(r"huyện ủy|huyện đoàn"), ("huyện",)),
    (re.compile(r"quận ủy"), ("quận",)),
    (re.compile(r"thị ủy"), ("thị xã",)),
    (re.compile(r"phòng "), ("huyện", "quận", "thị xã", "thành phố")),
)
_LOWER = frozenset(("huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu"))
_CENTRAL_CITIES = frozenset(("hà nội", "hải phòng", "đà nẵng", "cần thơ", "hồ chí minh", "huế", "đồng nai"))
_PARTY = re.compile(r"(?P<committee>(?:tỉnh|thành|huyện|quận|thị) ủy)(?:\s(?P<name>.+))?$")


_PARTY_LEVELS = {"tỉnh ủy": "tỉnh", "thành ủy": "thành phố", "huyện ủy": "huyện", "quận ủy": "quận", "thị ủy": "thị xã"}


def _place(key: str) -> tuple[str | None, str | None]:
    """Level and name of the place in an issuer's key; `tỉnh ủy bến tre` names one too."""
    party = _PARTY.match(key)
    if party is not None:
        return _PARTY_LEVELS[party["committee"]], party["name"]
    _, level, name = place_of(key)
    return level, name


class Places:
    """The places of one document by level: its own issuer's first, then those its citations name, where a level has only one."""

    def __init__(self, document: DocumentRow | None, citations: Iterable[Citation], doc_id: str) -> None:
        self.doc_id = doc_id
        self.names: dict[str, str] = {}
        own = [name for name in (document.organ_name, document.parent_organ) if name] if document else []
        for name in own:
            level, place = _place(issuer_key(name))
            if level and place:
                self.names.setdefault(level, place)
        cited: dict[str, set[str]] = {}
        for citation in citations:
            for name in citation.issuers or ((citation.issuer,) if citation.issuer else ()):
                level, place = _place(issuer_key(name))
                if level and place:
                    cited.setdefault(level, set()).add(place)
        for level, places in cited.items():
            if len(places) == 1:
                self.names.setdefault(level, next(iter(places)))
        local = document is None or document.organ_name is None or self.is_local(document.organ_name)
        if document is not None and document.unit_code is not None and local:
            self._know(seat_of(document))
        self.province = self._province() if local else None

    def _know(self, seat: Seat) -> None:
        """What the map says of the document's own place."""
        for one in (seat.province, seat.district, seat.commune):
            if one is not None and one.kind not in self.names:
                self.names[one.kind] = fold(one.name)

    def _province(self) -> str | None:
        city = self.names.get("thành phố")
        if city in _CENTRAL_CITIES and "tỉnh" not in self.names:
            return f"thành phố {city}"
        return f"tỉnh {self.names['tỉnh']}" if "tỉnh" in self.names else None

    def is_local(self, name: str) -> bool:
        """Whether a body exists once in each place, so that its name alone is not enough."""
        return _LOCAL.match(name.lower()) is not None

    def complete(self, key: str) -> str:
        """An issuer's key with its place; marked with the document where the place is unknown."""
        body, level, name = place_of(key)
        if name is not None:
            return self._within(key, level)
        if not self.is_local(key):
            return key
        if level is not None:
            return (
                self._within(f"{body} {level} {self.names[level]}", level)
                if level in self.names
                else f"{key} @{self.doc_id}"
            )
        party = _PARTY.match(key)
        if party is not None and party["name"] is not None:
            return key
        for kind, levels in _LEVELS:
            if kind.match(key):
                known = [(level, self.names[level]) for level in levels if level in self.names]
                if known:
                    return (
                        f"{key} {known[0][1]}"
                        if party
                        else self._within(f"{key} {known[0][0]} {known[0][1]}", known[0][0])
                    )
        return f"{key} @{self.doc_id}"

    def _within(self, key: str, level: str | None) -> str:
        """A body of a district or commune with its province, where the document knows it: such names repeat over the country."""
        if self.province is None or level not in _LOWER or ", " in key:
            return key
        return f"{key}, {self.province}"
