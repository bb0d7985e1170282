"""Instruments of an archive: find those a query means, the most cited ones, and where they are mentioned."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from extract.ask.query import Wanted, fold, spellings, understand
from extract.store.archive import Tables


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
TEXT = _FOLDED.format("concat_ws(' ', type, number, title, issuer)")


def find_instruments(archive: Tables, query: str) -> list[Instrument]:
    """The instruments a query means (`extract.ask.query`), the most cited first; none for an empty query."""
    found, values = meant(archive, query)
    rows = archive.connection.execute(f"SELECT {_COLUMNS} FROM ({found}) ORDER BY {_ORDER}", values).fetchall()
    return [Instrument(*row) for row in rows]


def meant(archive: Tables, query: str, text: str = TEXT) -> tuple[str, list[Any]]:
    """The instruments a query means, as an SQL query for their rows and its parameters.

    If nothing fits, the next meaning is tried. A type that begins a name (`luật …`) narrows the search; then all types are looked at,
    since a regulation may stand in the archive as the decision that issued it. `nghị định 2018` is the number, then the year.
    `text` is what words are looked for in: a column where the table has it made already.
    """
    wanted = understand(query)
    found, values = _search(wanted, text)
    other = _otherwise(wanted)
    if other is not None and not archive.connection.execute(f"SELECT 1 FROM ({found}) LIMIT 1", values).fetchall():
        return _search(other, text)
    return found, values


def _otherwise(wanted: Wanted) -> Wanted | None:
    """What a query may mean as well."""
    if wanted.type is not None and wanted.named:
        return replace(wanted, type=None, words=(*wanted.type.split(), *wanted.words))
    if wanted.year is None and re.fullmatch(r"(?:19|20)\d\d", wanted.sequence or ""):
        return replace(wanted, sequence=None, year=int(wanted.sequence or 0))
    return None


def _search(wanted: Wanted, text: str) -> tuple[str, list[Any]]:
    cheap: list[str] = []  # conditions that look at one column, before those that put a text together
    values: list[Any] = []
    if wanted.id is not None:
        cheap.append("(instrument_id = ? OR urn_lex = ? OR list_contains(former_ids, ?))")
        values += [wanted.id] * 3
    if wanted.type is not None and not any(map(str.isalpha, wanted.number or "")):  # a symbol says more than the noun
        cheap.append(f"{_FOLDED.format('type')} = ?")
        values.append(wanted.type)
    if wanted.year is not None:
        cheap.append("coalesce(year, year(issued_on)) = ?")
        values.append(wanted.year)
    digits = wanted.sequence or re.split(r"\D", wanted.number or "")[0]
    if digits:
        cheap.append("contains(number, ?)")
        values.append(re.split(r"\D", digits)[0])
    dear: list[str] = []
    if wanted.number is not None:
        dear.append(f"starts_with({_NUMBER} || '/', ? || '/')")
        values.append(wanted.number)
    if wanted.sequence is not None:
        dear.append(f"regexp_extract({_NUMBER}, '^[0-9]+[a-z]*') = ?")
        values.append(wanted.sequence)
    for written in spellings(wanted.words):
        dear.append(f"({' OR '.join(['contains(folded, ?)'] * len(written))})")
        values += written
    if not cheap and not dear:
        return "SELECT * FROM instruments WHERE false", []
    made = f", {text} AS folded" if wanted.words else ""
    near = f"SELECT * FROM instruments WHERE {' AND '.join(cheap) or 'true'}"
    found = f"""
        WITH near AS MATERIALIZED ({near}), told AS MATERIALIZED (SELECT *{made} FROM near)
        SELECT * FROM told WHERE {" AND ".join(dear) or "true"}"""
    return found, values


def top(archive: Tables, count: int, type_name: str | None = None) -> list[Instrument]:
    """The instruments that most documents cite, of one type if it is given (with or without diacritics)."""
    condition = f"WHERE {_FOLDED.format('type')} = ?" if type_name else ""
    found = archive.connection.execute(
        f"SELECT {_COLUMNS} FROM instruments {condition} ORDER BY {_ORDER} LIMIT ?",
        [*([fold(type_name)] if type_name else []), count],
    ).fetchall()
    return [Instrument(*row) for row in found]


def mentions(archive: Tables, instrument_ids: Iterable[str]) -> dict[str, list[tuple[Any, ...]]]:
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
