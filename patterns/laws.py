"""Laws by name: cited by type and name, without number (NĐ 30/2020 Phụ lục I, II.6.b); from 2025-04-01 with the year (NĐ 78/2025 Điều 68).

`laws.csv` has a row for each version of a law; the same name may stand for several, one after the other.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from patterns.spelling import modern_tone, squeeze
from patterns.words import any_of, rows, variants


@dataclass(frozen=True, slots=True)
class Law:
    """One version of a law: its name, number, date, and when it is in force; None where the table does not know."""

    name: str
    number: str | None
    issued_on: dt.date | None
    valid_from: dt.date | None
    valid_to: dt.date | None


def _date(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


@cache
def laws() -> dict[str, tuple[Law, ...]]:
    """The versions of every law by its name."""
    found: dict[str, list[Law]] = {}
    for row in rows("laws"):
        law = Law(
            row["name"],
            row["number"] or None,
            _date(row["issued_on"]),
            _date(row["valid_from"]),
            _date(row["valid_to"]),
        )
        found.setdefault(row["name"], []).append(law)
    return {name: tuple(versions) for name, versions in found.items()}


@cache
def _names() -> dict[str, str]:
    return {modern_tone(word).lower(): row["name"] for row in rows("laws") for word in variants(row)}


@cache
def law_pattern() -> re.Pattern[str]:
    """The name of a law with its type noun, in folded text; the longest at its place."""
    return re.compile(rf"{any_of(_names())}(?!\w)")


def law_name(written: str) -> str | None:
    """The proper name of a law from one of its spellings in any letter case; None for an unknown one."""
    return _names().get(modern_tone(squeeze(written)).lower())


def version_of(name: str, *, year: int | None = None, on: dt.date | None = None) -> Law | None:
    """The version of a law meant: of that year of issue, else in force on that day; None unless exactly one fits."""
    known = laws().get(name, ())
    if year is not None:
        fitting = [law for law in known if law.issued_on is not None and law.issued_on.year == year]
    elif len(known) == 1:
        first = known[0].valid_from or known[0].issued_on
        fitting = [law for law in known if on is None or first is None or first <= on]
    else:
        fitting = [
            law
            for law in known
            if on is not None
            and (law.valid_from or law.issued_on or on) <= on
            and (law.valid_to is None or on <= law.valid_to)
        ]
    return fitting[0] if len(fitting) == 1 else None
