"""Instruments of an archive: find those a query means, the most cited ones, and where they are mentioned."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from extract.ask.query import fold, spellings, understand
from extract.store.archive import Archive


class Instrument(NamedTuple):
    """An instrument of the archive, as it is shown."""

    instrument_id: str
    type: str | None
    number: str | None
    issued_on: Any
    issuer: str | None
    title: str | None
    documents: int
    mentions: int
    urn_lex: str | None

    def name(self) -> str:
        """`Nghị định 61/2018/NĐ-CP (2018-04-23, Chính phủ)`."""
        what = " ".join(part for part in (self.type, self.number) if part) or self.title or self.instrument_id
        known = ", ".join(str(part) for part in (self.issued_on, self.issuer) if part)
        return f"{what} ({known})" if known else what


MENTION = ("report", "issued_on", "issuer", "relation", "page", "section", "surface")
_COLUMNS = ", ".join(Instrument._fields)
_ORDER = "documents DESC, mentions DESC, type, number, instrument_id"
#: As `fold`: DuckDB takes the marks off, the bar of đ is a letter to it.
_FOLDED = "replace(lower(strip_accents({})), 'đ', 'd')"
_NUMBER = f"ltrim({_FOLDED.format('number')}, '0')"
_TEXT = _FOLDED.format("concat_ws(' ', type, number, title, issuer)")


def find_instruments(archive: Archive, query: str) -> list[Instrument]:
    """The instruments a query means (`extract.ask.query`), the most cited first; none for an empty query."""
    wanted = understand(query)
    conditions: list[str] = []
    parameters: list[Any] = []

    def want(condition: str, *values: Any) -> None:
        conditions.append(condition)
        parameters.extend(values)

    if wanted.id is not None:
        want("(instrument_id = ? OR urn_lex = ? OR list_contains(former_ids, ?))", *[wanted.id] * 3)
    if wanted.number is not None:
        want(f"starts_with({_NUMBER} || '/', ? || '/')", wanted.number)
    if wanted.type is not None and not any(map(str.isalpha, wanted.number or "")):  # a symbol says more than the noun
        want(f"{_FOLDED.format('type')} = ?", wanted.type)
    if wanted.sequence is not None:
        want(f"regexp_extract({_NUMBER}, '^[0-9]+[a-z]*') = ?", wanted.sequence)
    if wanted.year is not None:
        want("coalesce(year, year(issued_on)) = ?", wanted.year)
    for word in wanted.words:
        written = spellings(word)
        want(f"({' OR '.join(['contains(folded, ?)'] * len(written))})", *written)
    if not conditions:
        return []
    made = f", {_TEXT} AS folded" if wanted.words else ""
    found = archive.connection.execute(
        f"SELECT {_COLUMNS} FROM (SELECT *{made} FROM instruments) WHERE {' AND '.join(conditions)} ORDER BY {_ORDER}",
        parameters,
    ).fetchall()
    return [Instrument(*row) for row in found]


def top(archive: Archive, count: int, type_name: str | None = None) -> list[Instrument]:
    """The instruments that most documents cite, of one type if it is given (with or without diacritics)."""
    condition = f"WHERE {_FOLDED.format('type')} = ?" if type_name else ""
    found = archive.connection.execute(
        f"SELECT {_COLUMNS} FROM instruments {condition} ORDER BY {_ORDER} LIMIT ?",
        [*([fold(type_name)] if type_name else []), count],
    ).fetchall()
    return [Instrument(*row) for row in found]


def mentions(archive: Archive, instrument_ids: Iterable[str]) -> dict[str, list[tuple[Any, ...]]]:
    """Where instruments are mentioned, the latest report first: rows with the columns of MENTION, by instrument."""
    wanted = list(instrument_ids)
    found: dict[str, list[tuple[Any, ...]]] = {name: [] for name in wanted}
    rows = archive.connection.execute(
        """
        SELECT r.instrument_id, coalesce(d.number, d.sources[1]), d.issued_on, d.organ_name, c.relation, c.page, c.section, c.surface
        FROM resolutions r JOIN citations c USING (doc_id, fact_id) JOIN documents d USING (doc_id)
        WHERE r.instrument_id IN (SELECT unnest(?)) ORDER BY d.issued_on DESC NULLS LAST, doc_id, c.page, c.block, c.char_start
        """,
        [wanted],
    ).fetchall()
    for name, *row in rows:
        found[name].append(tuple(row))
    return found
