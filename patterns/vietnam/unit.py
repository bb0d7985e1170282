"""What an administrative unit is."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

#: Districts ended, communes and provinces were formed anew (Luật 72/2025/QH15 Điều 51; Nghị quyết 202/2025/QH15).
REFORM = dt.date(2025, 7, 1)
#: The earlier state has thị xã Quế Võ, Thuận Thành and Tịnh Biên, made that day (NQ 721 and 723/NQ-UBTVQH15), with their communes as they were the
#: day before, and not yet thị xã Việt Yên (2024-02-01).
EARLIER = dt.date(2023, 4, 10)
#: The last state has thành phố Phú Mỹ, the last change under the old map (NQ 1365/NQ-UBTVQH15). Between the two states 567 communes and eleven
#: districts went, three communes and two districts came; the tables do not give the days.
LAST = dt.date(2025, 3, 1)
#: From here on the last state is the likelier of the two: half-way between the first large mergers (2024-09-01, NQ 1104/NQ-UBTVQH15) and the last.
TURN = dt.date(2024, 12, 1)


class Unit(NamedTuple):
    """A unit as it was from `since` to `until`.

    `code` has 2 digits for a province, 3 for a district, 5 for a commune; `level` is `province`, `district` or `commune`; `kind` the level word
    (`huyện`), `name` the name without it. `since` is None where the tables do not tell, `until` for a unit in force; where the day of the end is
    not known it is the latest possible. `successors` are the codes of the units it belongs to since the reform, none for a unit in force now.
    """

    code: str
    level: str
    kind: str
    name: str
    province: str
    district: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    successors: tuple[str, ...] = ()

    @property
    def full(self) -> str:
        """`huyện Kế Sách`."""
        return f"{self.kind} {self.name}"

    def begun(self, on: dt.date) -> bool:
        """Whether it may have begun by this day."""
        return self.since is None or self.since <= on

    def in_force(self, on: dt.date) -> bool:
        """Whether it existed on this day, as far as the tables tell."""
        return self.begun(on) and (self.until is None or on <= self.until)


class Maps(NamedTuple):
    """The states of the map that are known, each whole; a unit that did not change is the same object in `last` and `earlier`."""

    now: tuple[Unit, ...]
    last: tuple[Unit, ...]
    earlier: tuple[Unit, ...]
