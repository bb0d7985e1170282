"""What an administrative unit is."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

#: Districts ended, communes and provinces were formed anew (Luật 72/2025/QH15 Điều 51; Nghị quyết 202/2025/QH15).
REFORM = dt.date(2025, 7, 1)
#: The day most of the last mergers under the old map came into force (resolutions of UBTVQH of 2023 to 2025).
LAST_MERGERS = dt.date(2025, 1, 1)


class Unit(NamedTuple):
    """A unit as it was from `since` to `until` (None: open, or not known).

    `code` has 2 digits for a province, 3 for a district, 5 for a commune; `level` is `province`, `district` or `commune`; `kind` the level word
    (`huyện`), `name` the name without it. `successors` are the codes of the units it belongs to since the reform, none for a unit in force now.
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

    def in_force(self, on: dt.date) -> bool:
        """Whether it existed on this day, as far as the tables tell."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)
