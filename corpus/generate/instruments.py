"""What an instrument is: number, symbol, date and issuer as the rules of each kind of body make them (DOMAIN §2)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random
from typing import Protocol

from corpus.generate.bodies import Body, World


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One instrument. `noun` is how texts call it; `type` its type; `number` the right number and symbol."""

    type: str
    noun: str
    number: str | None
    sequence: int | None = None
    suffix: str | None = None
    year: int | None = None
    type_code: str | None = None
    issuer_code: str | None = None
    issued_on: dt.date | None = None
    issuers: tuple[Body, ...] = ()
    title: str = ""
    name: str | None = None

    @property
    def key(self) -> str:
        """What it is, whoever cites it how: two instruments with one number but other issuers or years are two."""
        parts = (self.type, self.number or self.name, str(self.issued_on), "+".join(b.name for b in self.issuers))
        return "|".join(str(part) for part in parts)


class Source(Protocol):
    """What the makers of instruments draw on: chance, the bodies around, the day of the report."""

    rng: Random
    world: World
    on: dt.date

    def day(self, first: int = 2016, last: dt.date | None = None) -> dt.date:
        """A day before the report."""

    def title(self) -> str:
        """A subject."""


def padded(sequence: int) -> str:
    """Numbers under ten get a leading zero (NĐ 30/2020 Phụ lục I)."""
    return f"{sequence:02d}"


def numbered(
    maker: Source, noun: str, code: str, issuer: Body, day: dt.date,
    *, year: bool = False, sequence: int | None = None, suffix: str = "", party: bool = False, joint: tuple[Body, ...] = (), kind: str | None = None,
) -> Instrument:  # fmt: skip
    """A numbered instrument: `12/KH-UBND`, `61/2018/NĐ-CP`, `10-NQ/TU`, `30c/NQ-CP`, `05/2014/TTLT-BTC-BNV`."""
    rng = maker.rng
    number = sequence or max(1, int(rng.triangular(1, 2200 if code == "QĐ" else 320, 40)))
    symbol = "-".join((issuer.code, *(b.code for b in joint)))
    if party:
        text = f"{padded(number)}-{code}/{symbol}"
    elif year:
        text = f"{padded(number)}{suffix}/{day.year}/{code}-{symbol}"
    else:
        text = f"{padded(number)}{suffix}/{code}-{symbol}"
    base = kind or ("Chương trình" if noun.startswith("Chương trình") else noun)
    return Instrument(type=base, noun=noun, number=text, sequence=number, suffix=suffix or None, year=day.year if year else None,
                      type_code=code, issuer_code=symbol, issued_on=day, issuers=(issuer, *joint), title=maker.title())  # fmt: skip
