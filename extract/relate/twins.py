"""Twins: the same document as scan, Word and signed PDF, so that an index of citations does not count it three times.

A pure function of headers and sketches; the order of documents plays no part. Two documents with number, symbol, date and issuer are
twins if all four agree and their bodies do not speak against it. One whose header is poor (a draft, a bad scan, a loose annex) joins
only where its text and its numbers are those of exactly one document, and nothing it states contradicts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from extract.facts import DocumentRow
from extract.gather import InMemory, NewGather
from extract.relate.issuer_keys import issuer_key
from extract.relate.sketch import NUMBER_SIZE, TEXT_SIZE, Sketch, shared
from patterns.spelling import fold

#: Bodies under one full header: recognition may spoil two syllables of five and still leave a quarter of the runs of three.
LEAST_WITH_HEADER: Final = 0.25
#: Without a header the text must be the same but for errors of recognition, and so must the numbers; a text with few numbers
#: (two invitations on one form) has to be as good as equal.
LEAST_TEXT: Final = 0.5
LEAST_NUMBERS: Final = 0.7
ENOUGH_NUMBERS: Final = 10
LEAST_WITHOUT_NUMBERS: Final = 0.8
#: A text shorter than this says too little to know it again.
LEAST_RUNS: Final = 60
_PROBES: Final = 16
#: A hash that more documents share is of a phrase everyone uses; it would make everyone a candidate for everyone.
_COMMON: Final = 200
_ORIGINS: Final = {"digital": 0, "legacy_font": 1, "mixed": 2, "ocr": 3}


@dataclass(frozen=True, slots=True)
class Twin:
    """A document, the one that stands for it, and how it was told."""

    doc_id: str
    same_as: str
    told_by: Literal["header", "text"]
    text_shared: float


@dataclass(frozen=True, slots=True)
class _Header:
    """What a document says it is, in a form that can be compared; None where it does not say."""

    number: str | None
    symbol: str | None
    day: str | None
    issuer: str | None

    @property
    def is_full(self) -> bool:
        return None not in (self.number, self.symbol, self.day, self.issuer)

    def contradicts(self, other: _Header) -> bool:
        pairs = (
            (self.number, other.number),
            (self.symbol, other.symbol),
            (self.day, other.day),
            (self.issuer, other.issuer),
        )
        return any(one is not None and two is not None and one != two for one, two in pairs)


#: The columns of `documents` that tell a twin.
COLUMNS = (
    "doc_id", "code_number", "code_notation", "issued_on", "organ_name", "text_origin", "text_sketch", "number_sketch",
)  # fmt: skip


def same_as(documents: Callable[[], Iterable[DocumentRow]], gather: NewGather = InMemory) -> dict[str, str]:
    """`documents.same_as`: for each document that another one stands for, that other one.

    `documents` gives them anew each time it is called: once to see who may be whose twin, once to compare those; the others are never held.
    """
    by_header, by_hash, by_component = gather(), gather(), gather()
    for row in documents():
        header = _header(row)
        if header.is_full:
            by_header.put(repr(header), row.doc_id, row.doc_id)
        if len(row.text_sketch) >= LEAST_RUNS:
            for value in row.text_sketch[:_PROBES]:
                by_hash.put(f"{value:08x}", row.doc_id, (row.doc_id, header.is_full))
    together, near = _Together(), _near(members for _, members in by_hash.groups())
    for _, doc_ids in by_header.groups():
        for doc_id in doc_ids[1:]:
            together.join(doc_ids[0], doc_id)
    for doc_id, others in near.items():
        for other in others:
            together.join(doc_id, other)
    if not together.known:
        return {}
    for row in documents():
        if row.doc_id in together.known:
            by_component.put(together.root(row.doc_id), row.doc_id, tuple(getattr(row, name) for name in COLUMNS))
    found: dict[str, str] = {}
    for _, members in by_component.groups():
        rows = [DocumentRow(**dict(zip(COLUMNS, member, strict=True))) for member in members]
        found |= {twin.doc_id: twin.same_as for twin in _twins(rows, near)}
    return found


def find_twins(documents: Iterable[DocumentRow]) -> list[Twin]:
    """One row for each document that another stands for, sorted by doc_id. Of twins the digital one stands for the others,
    then the one with the fuller header, then the one with the smallest doc_id."""
    rows = list(documents)
    holders: defaultdict[int, list[tuple[str, bool]]] = defaultdict(list)
    for row in rows:
        if len(row.text_sketch) >= LEAST_RUNS:
            for value in row.text_sketch[:_PROBES]:
                holders[value].append((row.doc_id, _header(row).is_full))
    return _twins(rows, _near(holders.values()))


def _twins(documents: Iterable[DocumentRow], near: Mapping[str, set[str]]) -> list[Twin]:
    rows = {row.doc_id: row for row in sorted(documents, key=lambda row: row.doc_id)}
    sketches = {row.doc_id: Sketch(row.text_sketch, row.number_sketch) for row in rows.values()}
    headers = {doc_id: _header(row) for doc_id, row in rows.items()}
    groups = _by_header(headers, sketches)
    poor = [doc_id for doc_id, header in headers.items() if not header.is_full and _speaks(sketches[doc_id])]
    _join(poor, groups, near, headers, sketches)
    found: list[Twin] = []
    for group in groups:
        first = min(group, key=lambda doc_id: _rank(rows[doc_id], headers[doc_id]))
        for doc_id in group:
            if doc_id != first:
                by_header = headers[doc_id].is_full and headers[doc_id] == headers[first]
                likeness = shared(sketches[doc_id].text, sketches[first].text, TEXT_SIZE)
                found.append(Twin(doc_id, first, "header" if by_header else "text", round(likeness, 3)))
    return sorted(found, key=lambda twin: twin.doc_id)


class _Together:
    """Who has to be compared with whom: documents joined, directly or through others."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    def join(self, one: str, two: str) -> None:
        first, second = sorted((self.root(one), self.root(two)))
        self.known[second] = first

    def root(self, doc_id: str) -> str:
        above = self.known.setdefault(doc_id, doc_id)
        while above != self.known[above]:
            above = self.known[above]
        self.known[doc_id] = above
        return above


def _header(row: DocumentRow) -> _Header:
    return _Header(
        number=row.code_number.lstrip("0").casefold() or None if row.code_number else None,
        symbol=fold(row.code_notation).replace(" ", "") or None if row.code_notation else None,
        day=row.issued_on.isoformat() if row.issued_on else None,
        issuer=issuer_key(row.organ_name) if row.organ_name else None,
    )


def _rank(row: DocumentRow, header: _Header) -> tuple[int, int, str]:
    missing = [header.number, header.symbol, header.day, header.issuer].count(None)
    return _ORIGINS.get(row.text_origin or "", len(_ORIGINS)), missing, row.doc_id


def _speaks(sketch: Sketch) -> bool:
    return len(sketch.text) >= LEAST_RUNS


def _by_header(headers: Mapping[str, _Header], sketches: Mapping[str, Sketch]) -> list[list[str]]:
    """Documents with the same full header together, unless their bodies are of two texts (an annex under its parent's number)."""
    same: defaultdict[_Header, list[list[str]]] = defaultdict(list)
    for doc_id, header in headers.items():
        if not header.is_full:
            continue
        own = sketches[doc_id]
        scores = [(max(_likeness(own, sketches[one]) for one in group), group) for group in same[header]]
        best = max(scores, key=lambda pair: pair[0], default=(0.0, None))
        if best[1] is not None and best[0] >= LEAST_WITH_HEADER:
            best[1].append(doc_id)
        else:
            same[header].append([doc_id])
    return [group for groups in same.values() for group in groups]


def _likeness(one: Sketch, two: Sketch) -> float:
    """A text too short to tell speaks against nothing."""
    return shared(one.text, two.text, TEXT_SIZE) if _speaks(one) and _speaks(two) else 1.0


def _join(
    poor: Sequence[str],
    groups: list[list[str]],
    near: Mapping[str, set[str]],
    headers: Mapping[str, _Header],
    sketches: Mapping[str, Sketch],
) -> None:
    """Adds the documents with poor headers to the one group each belongs to; what is left makes groups among itself."""
    full = {doc_id: number for number, group in enumerate(groups) for doc_id in group}
    of: dict[str, set[int]] = {}
    for doc_id in poor:
        of[doc_id] = {
            full[other] for other in near.get(doc_id, ()) if other in full and _same(doc_id, other, headers, sketches)
        }
    for doc_id in poor:
        if len(of[doc_id]) == 1:
            groups[next(iter(of[doc_id]))].append(doc_id)
    left = [doc_id for doc_id in poor if not of[doc_id]]
    waiting = set(left)
    for doc_id in left:
        if doc_id not in waiting:
            continue
        waiting.discard(doc_id)
        group = [doc_id]
        for one in group:  # grows while it is walked
            for other in sorted(near.get(one, set()) & waiting):
                fits = not any(headers[other].contradicts(headers[member]) for member in group)
                if fits and _same(one, other, headers, sketches):
                    group.append(other)
                    waiting.discard(other)
        if len(group) > 1:
            groups.append(group)


def _near(holders: Iterable[Sequence[tuple[str, bool]]]) -> dict[str, set[str]]:
    """For each document with a poor header those that share one of its smallest hashes: all that are alike do, and few others.

    `holders` are the documents of each hash, and whether their header is full.
    """
    near: defaultdict[str, set[str]] = defaultdict(set)
    for held in holders:
        if 1 < len(held) <= _COMMON:
            for doc_id, is_full in held:
                if not is_full:
                    near[doc_id].update(other for other, _ in held if other != doc_id)
    return dict(near)


def _same(one: str, two: str, headers: Mapping[str, _Header], sketches: Mapping[str, Sketch]) -> bool:
    first, second = sketches[one], sketches[two]
    least = LEAST_TEXT if min(len(first.numbers), len(second.numbers)) >= ENOUGH_NUMBERS else LEAST_WITHOUT_NUMBERS
    return (
        not headers[one].contradicts(headers[two])
        and shared(first.text, second.text, TEXT_SIZE) >= least
        and shared(first.numbers, second.numbers, NUMBER_SIZE) >= LEAST_NUMBERS
    )
