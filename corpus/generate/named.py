"""Instruments cited by a name, not by a number; and small changes to a mention once it is made."""

from __future__ import annotations

from random import Random
from typing import Any

from corpus.generate.instruments import Instrument
from corpus.generate.planted import Planted, fact
from corpus.generate.vocabulary import common


def named_law(rng: Random, item: Instrument, relation: str | None) -> Planted:
    """`Luật X`, `Luật X năm 2015`, or `Luật sửa đổi, bổ sung một số điều của Luật X`, which nests the other."""
    name = str(item.name)
    base: dict[str, Any] = {
        "form": "named",
        "type": "Luật",
        "number": None,
        "issued_on": None,
        "issuer": None,
        **role(relation),
        "instrument": item.key,
    }
    also = {"issuer": ["Quốc hội"]}
    roll = rng.random()
    if roll < 0.6:
        return fact("citations", name, **base, also=also)
    if roll < 0.8 and item.issued_on is not None:
        return fact("citations", f"{name} năm {item.issued_on.year}", **base, also={**also, "surface": [name]})
    accepted = {**also, "relation": ["mentions", "implements", "basis"]}
    inner = fact("citations", name, **{**base, "relation": "amends"}, also=accepted)
    whole = Planted("Luật sửa đổi, bổ sung một số điều của ") + inner
    return fact("citations", whole.text, whole, **{**base, "instrument": f"sửa đổi {item.key}"}, also=also)


def meeting(rng: Random, relation: str | None) -> Planted:
    """A Party resolution by its meeting, without number."""
    name = f"Nghị quyết Hội nghị lần thứ {rng.choice(common()['meetings'])} Ban Chấp hành Trung ương Đảng"
    term = f" khóa {rng.choice(('XII', 'XIII'))}"
    also = {"issuer": ["Ban Chấp hành Trung ương Đảng", "Ban Chấp hành Trung ương"], "surface": [name]}
    return fact(
        "citations",
        name + term,
        form="named",
        type="Nghị quyết",
        number=None,
        issued_on=None,
        issuer=None,
        **role(relation),
        instrument=name + term,
        also=also,
    )


def alias(relation: str | None) -> Planted:
    """An alias in daily use."""
    return fact(
        "citations",
        "Đề án 06",
        form="short",
        type="Đề án",
        number="06",
        issued_on=None,
        issuer=None,
        **role(relation),
        instrument="Đề án 06",
    )


def role(relation: str | None) -> dict[str, Any]:
    """The relation column, absent where the wording leaves it open; `theo` may be read as carrying out."""
    return {} if relation is None else {"relation": relation}


def longer(made: Planted, tail: str) -> Planted:
    """The mention with more text that belongs to its surface."""
    first, *rest = made.facts
    return Planted(
        made.text + tail, (type(first)(first.table, first.start, first.end + len(tail), first.fields), *rest)
    )


def also_right(made: Planted, **values: list[str | None]) -> Planted:
    """The mention with further values of its columns that are as right."""
    first, *rest = made.facts
    fields = {**first.fields, "also": {**first.fields.get("also", {}), **values}}
    return Planted(made.text, (type(first)(first.table, first.start, first.end, fields), *rest))
