"""Names in a document: bodies (ORG), places (LOC), persons (PER), programmes and systems (PROGRAMME).

A body is a named body or a definite short form (`UBND huyện`), without the title of its head; a place inside a body's
name is not repeated. All blocks are searched at once, kept apart by a character that no name can hold.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from extract.document import Document
from extract.facts import Citation, DocumentRow, Entity, Names, ground
from extract.find.named_bodies import named_bodies
from patterns.casing import decapitalise
from patterns.landmarks import find_landmarks, find_regions
from patterns.local_names import find_local
from patterns.people import find_people
from patterns.place_lists import find_lists, members_after
from patterns.places import find_places, find_provinces
from patterns.programmes import find_programmes
from patterns.spelling import modern_tone, squeeze

_BETWEEN = "\x00"
_ORDER = {"ORG": 0, "PROGRAMME": 1, "PER": 2, "LOC": 3}


class _Name(NamedTuple):
    start: int
    end: int
    label: str
    name: str
    rule: str


def find_entities(
    document: Document,
    header: DocumentRow,
    citations: Sequence[Citation],
    *,
    names: Names = "rules",
    local: Set[str] = frozenset(),
) -> list[Entity]:
    """Entities in reading order, found by `names`; none overlaps another. `local`: keys of names that are places also without a level word."""
    blocks = [block for block in document.blocks if len(block.text) > 1]
    if not blocks:
        return []
    texts = modern_tone(_BETWEEN.join(block.text for block in blocks)).split(_BETWEEN)
    texts = [_running(text) if text.isupper() else text for text in texts]
    starts: list[int] = []
    position = 0
    for text in texts:
        starts.append(position)
        position += len(text) + 1
    whole = _BETWEEN.join(texts)
    at = {block.path: start for block, start in zip(blocks, starts, strict=True)}
    laws = _laws(citations, at)
    found = [name for name in _found(whole, header, citations, at, names, local) if not _within(name, laws)]
    entities = []
    for name in found:
        number = bisect_right(starts, name.start) - 1
        block, offset = blocks[number], starts[number]
        place = ground(
            document,
            block,
            name.start - offset,
            name.end - offset,
            table="entities",
            rule=name.rule,
            discriminator=name.label,
        )
        entities.append(Entity(**place, label=name.label, name=name.name))
    return entities


def _found(
    text: str, header: DocumentRow, citations: Sequence[Citation], at: dict[str, int], names: Names, local: Set[str]
) -> list[_Name]:
    """Names by rules, model or both; of both, the model's are those of sentences that the rules leave unexplained."""
    if names == "model":
        return _apart(_by_model(text, None))
    found = _apart(_names(text, header, local))
    if names == "both":
        explained = [(name.start, name.end) for name in found]
        explained += [
            (at[c.block] + (c.char_start or 0), at[c.block] + (c.char_end or 0)) for c in citations if c.block in at
        ]
        found = _apart(iter([*found, *_by_model(text, sorted(explained))]))
    return found


def _by_model(text: str, explained: Sequence[tuple[int, int]] | None) -> Iterator[_Name]:
    from extract.find.names_by_model import names_by_model

    for name in names_by_model(text, explained):
        yield _Name(name.start, name.end, name.label, squeeze(text[name.start : name.end]), "model")


def _laws(citations: Sequence[Citation], starts: dict[str, int]) -> list[tuple[int, int]]:
    """Where names of laws stand: the bodies in them (`Luật Ngân hàng Nhà nước Việt Nam`) are not spoken of."""
    return sorted(
        (starts[c.block] + (c.char_start or 0), starts[c.block] + (c.char_end or 0))
        for c in citations
        if c.form == "named"
        and c.block in starts
        and (c.type or "").startswith(("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"))
    )


def _within(name: _Name, spans: list[tuple[int, int]]) -> bool:
    number = bisect_right(spans, (name.start, 1 << 62)) - 1
    return number >= 0 and name.start < spans[number][1]


def _running(text: str) -> str:
    """A line in capitals as running text writes it, if that keeps every place."""
    written = decapitalise(text) if len(text) > 5 else text
    return written if len(written) == len(text) else text


def _names(text: str, header: DocumentRow, local: Set[str]) -> Iterator[_Name]:
    for body in named_bodies(text):
        yield _Name(body.start, body.end, "ORG", body.name, "body")
    for start, end, name in find_programmes(text):
        yield _Name(start, end, "PROGRAMME", name, "programme")
    for start, end in find_people(text):
        yield _Name(start, end, "PER", squeeze(text[start:end]), "person")
    for name in (header.signer_name or "").split("; "):
        start = text.rfind(f"{_BETWEEN}{name}") if name else -1
        if start >= 0:
            yield _Name(start + 1, start + 1 + len(name), "PER", name, "signer")
    for place in find_places(text):
        yield _Name(place.start, place.end, "LOC", place.full, "place")
        for start, end, name in members_after(text, (place.start, place.end, place.full)):
            yield _Name(start, end, "LOC", name, "place_list")
    for start, end, name in find_lists(text):
        yield _Name(start, end, "LOC", name, "place_list")
    for place in find_provinces(text):
        yield _Name(place.start, place.end, "LOC", place.name, "province")
    for start, end, name in find_landmarks(text):
        yield _Name(start, end, "LOC", name, "landmark")
        for begin, finish, other in members_after(text, (start, end, name)):
            yield _Name(begin, finish, "LOC", other, "place_list")
    for start, end, name in find_local(text, local):
        yield _Name(start, end, "LOC", name, "local")
    for start, end, name in find_regions(text):
        yield _Name(start, end, "LOC", name, "region")


def _apart(names: Iterator[_Name]) -> list[_Name]:
    """Of names that overlap, the one that begins first; of those, the longest; of those, by kind."""
    kept: list[_Name] = []
    for name in sorted(names, key=lambda item: (item.start, -item.end, _ORDER[item.label])):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept
