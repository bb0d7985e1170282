"""Bringing together what belongs together: the archive steps are a few passes, and between two of them rows change their company.

Rows come document by document, are wanted instrument by instrument, then document by document again. What is put here with the name of
its group comes out group by group. In memory this is a sort; `extract.store.spill` has one that lets the disk help.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, Protocol


class Gather(Protocol):
    """Things put in any order come out by group, within a group by `order`, both in the order of code points."""

    def put(self, group: str, order: str, thing: Any) -> None:
        """Adds a thing: plain values, tuples, named tuples."""

    def groups(self) -> Iterator[tuple[str, list[Any]]]:
        """Each group with its things, once; afterwards the gather is empty."""


NewGather = Callable[[], Gather]
_GROUP, _PLACE, _THING = itemgetter(0), itemgetter(0, 1), itemgetter(2)


class InMemory:
    """A Gather for as much as memory holds."""

    def __init__(self) -> None:
        self._held: list[tuple[str, str, Any]] = []

    def put(self, group: str, order: str, thing: Any) -> None:
        """Adds a thing."""
        self._held.append((group, order, thing))

    def groups(self) -> Iterator[tuple[str, list[Any]]]:
        """Each group with its things, once."""
        held, self._held = self._held, []
        held.sort(key=_PLACE)
        for group, members in groupby(held, key=_GROUP):
            yield group, list(map(_THING, members))
