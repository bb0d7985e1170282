"""Makes instruments for one report: issued before it, by bodies of its world."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from corpus.generate.bodies import World
from corpus.generate.instrument_kinds import KINDS
from corpus.generate.instruments import Instrument, numbered
from corpus.generate.vocabulary import fields

OWN_TYPES = (
    ("Kế hoạch", "KH"),
    ("Quyết định", "QĐ"),
    ("Kế hoạch", "KH"),
    ("Thông báo", "TB"),
    ("Chương trình hành động", "CTr"),
    ("Phương án", "PA"),
    ("Hướng dẫn", "HD"),
)


@dataclass(slots=True)
class Maker:
    """Makes instruments for one report: issued before it, by bodies of its world."""

    rng: Random
    world: World
    on: dt.date
    _numbers: dict[tuple[object, ...], Instrument] = field(default_factory=dict)

    def day(self, first: int = 2016, last: dt.date | None = None) -> dt.date:
        """A working day before the report, most often recent."""
        end = min(last or self.on, self.on - dt.timedelta(days=3))
        reach = dt.timedelta(days=self.rng.choice((200, 400, 900, 2500)))
        start = min(max(dt.date(first, 1, 4), end - reach), end - dt.timedelta(days=20))
        return start + dt.timedelta(days=self.rng.randrange(max((end - start).days, 1)))

    def title(self) -> str:
        """A subject of this field of work."""
        return str(self.rng.choice(fields()[self.world.field]["titles"]))

    def make(self, kind: str) -> Instrument:
        """An instrument of this kind; the kinds are the keys of `KINDS`."""
        return self._new(lambda: KINDS[kind](self))

    def _new(self, made: Callable[[], Instrument]) -> Instrument:
        """One whose number its issuer has not given to another in that year (NĐ 30/2020 Điều 15.1)."""
        while True:
            item = made()
            key = (item.number, item.issuers, item.issued_on.year if item.issued_on else None)
            if item.number is None or self._numbers.setdefault(key, item).key == item.key:
                return item

    def any(self, kinds: tuple[str, ...]) -> Instrument:
        """An instrument of one of these kinds."""
        return self.make(self.rng.choice(kinds))

    def own(self, types: tuple[tuple[str, str], ...] = ()) -> Instrument:
        """An instrument of the reporting body in its own series, of this year."""
        me = self.world.me
        kinds = types or (
            (("Kế hoạch", "KH"), ("Quyết định", "QĐ"), ("Chương trình hành động", "CTr")) if me.party else OWN_TYPES
        )

        def made() -> Instrument:
            noun, code = self.rng.choice(kinds)
            return numbered(self, noun, code, me, self.day(self.on.year - 1), party=me.party)

        return self._new(made)
