"""One row of `instruments` from all mentions of an instrument: what most of them say, and where they are at odds."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from functools import cache
from typing import TypeVar

from extract.facts import Instrument
from extract.relate.identify import Key, split_number
from extract.relate.issuer_keys import issuer_key
from extract.relate.mention import Mention, Told
from extract.relate.seat import unit_of_key
from extract.relate.urn import urn_lex
from patterns.issuer_codes import agrees, issuer_of_code
from patterns.laws import laws

Value = TypeVar("Value", bound=Hashable)


def describe(
    key: Key,
    instrument_id: str,
    former_ids: tuple[str, ...],
    mentions: Sequence[Told],
    holder: str | None,
) -> Instrument:
    """The row of an instrument. Mentions of a document by itself (form `self`) count neither as mention nor as citing document;
    `holder` is the doc_id of the instrument itself."""
    rows = sorted((citation for citation, _ in mentions), key=lambda one: (one.doc_id, one.fact_id))
    citing = [row for row in rows if row.form != "self"]
    full = [row for row in rows if row.number is not None and row.form != "short"]
    issued_on = _most(row.issued_on for row in rows if row.issued_on is not None)
    number = _most(row.number for row in full)
    issuer = _issuer(key, rows)
    law = _law(key) if number is None or issued_on is None else None
    if law is not None:
        number, issued_on = number or law[0], issued_on or law[1]
    dates = sorted({row.cited_on for row in citing if row.cited_on is not None})
    titles = [row.title for row in rows if row.title is not None]
    return Instrument(
        instrument_id=instrument_id,
        former_ids=former_ids,
        urn_lex=urn_lex(issuer=key.issuer, type_name=key.type, number=number, year=key.year, issued_on=issued_on),
        type=key.type,
        number=number or (_most(row.number for row in rows if row.number is not None)),
        year=key.year,
        issued_on=issued_on,
        issuer=issuer,
        issuer_unit_code=_unit_code(key, issued_on),
        title=max(titles, key=lambda title: (len(title), title)) if titles else None,
        key_completeness=key.completeness,
        mentions=len(citing),
        documents=len({row.doc_id for row in citing}),
        doc_id=holder,
        first_cited_on=dates[0] if dates else None,
        last_cited_on=dates[-1] if dates else None,
        conflicts=_conflicts(key, rows),
    )


def _most(values: Iterable[Value]) -> Value | None:
    """The value said most often; of equally frequent ones the first in their own order."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], str(value))) if counts else None


def _issuer(key: Key, rows: Sequence[Mention]) -> str | None:
    """The issuer's name: as most mentions write it in full, else as the key completes a short one, else what the symbol tells."""
    if key.issuer is None or key.issuer.startswith("@"):
        return None
    own = (
        key.issuer.split(", ", 1)[0]
        if key.issuer.rpartition(", ")[2].startswith(("tỉnh ", "thành phố "))
        else key.issuer
    )
    whole = _most(row.issuer for row in rows if row.issuer is not None and issuer_key(row.issuer) == own)
    if whole is not None:
        return whole
    stated = _most(row.issuer for row in rows if row.issuer is not None)
    if stated is not None:
        missing = own.removeprefix(issuer_key(stated)).strip() if own.startswith(issuer_key(stated)) else ""
        return f"{stated} {_capitals(missing)}" if missing and "@" not in missing else stated
    return _most(told for row in rows if (told := row.issuer_from_symbol) is not None) or issuer_of_code(
        (key.symbol or "").strip("/")
    )


def _unit_code(key: Key, issued_on: dt.date | None) -> str | None:
    """The code of the issuer's unit as of the day of issue; None for bodies of no place, joint ones, and where the map knows several."""
    if key.issuer is None or "@" in key.issuer or " + " in key.issuer:
        return None
    on = issued_on or (dt.date(key.year, 6, 30) if key.year is not None and 1 <= key.year <= 9999 else None)
    one = unit_of_key(key.issuer, on)
    return one.code if one is not None else None


_LEVELS = ("tỉnh ", "thành phố ", "huyện ", "quận ", "thị xã ", "xã ", "phường ", "thị trấn ", "đặc khu ")


def _capitals(place: str) -> str:
    """`huyện kế sách` → `huyện Kế Sách`."""
    level = next((word for word in _LEVELS if place.startswith(word)), "")
    return level + " ".join(word[:1].upper() + word[1:] for word in place[len(level) :].split(" "))


def _law(key: Key) -> tuple[str, dt.date | None] | None:
    """Number and date of a law that mentions cite by name only."""
    return _law_numbers().get((key.sequence, key.symbol, key.year))


@cache
def _law_numbers() -> dict[tuple[str | None, str | None, int | None], tuple[str, dt.date | None]]:
    found: dict[tuple[str | None, str | None, int | None], tuple[str, dt.date | None]] = {}
    for versions in laws().values():
        for law in versions:
            if law.number is not None and law.issued_on is not None:
                found.setdefault((*split_number(law.number), law.issued_on.year), (law.number, law.issued_on))
    return found


def _conflicts(key: Key, rows: Sequence[Mention]) -> tuple[str, ...]:
    """What mentions state against each other or against the number, each as one short sentence; sorted."""
    found = set()
    dates = sorted({row.issued_on.isoformat() for row in rows if row.issued_on is not None})
    if len(dates) > 1:
        found.add(f"issued_on: {' | '.join(dates)}")
    issuers = sorted(
        {row.issuer for row in rows if row.issuer is not None and agrees(row.issuer_code, row.issuer) is False}
    )
    for issuer in issuers:
        found.add(f"issuer: {issuer} | symbol: {key.symbol}")
    years = sorted(
        {
            row.year
            for row in rows
            if row.year is not None and row.issued_on is not None and row.issued_on.year != row.year
        }
    )
    for year in years:
        found.add(f"year in number: {year} | issued_on: {' | '.join(dates)}")
    return tuple(sorted(found))
