"""The lists over the archive: documents, instruments, indicators, units, checks, files that could not be read."""

from __future__ import annotations

from typing import Any

from extract.ask.indicators import find_indicators
from extract.ask.instruments import meant
from extract.ask.query import fold, key, spellings, understand
from extract.web.asked import Asked
from extract.web.listing import Column, Listing
from extract.web.moment import Session

DOCUMENT = Column("label", to="documents", by="doc_id")
DOCUMENTS = (
    DOCUMENT,
    Column("type_name"),
    Column("issued_on", "date"),
    Column("organ_name"),
    Column("subject"),
    Column("n_citations", "number"),
    Column("failed", "number"),
)
INSTRUMENTS = (
    Column("name", to="instruments", by="instrument_id"),
    Column("issued_on", "date"),
    Column("issuer"),
    Column("title"),
    Column("documents", "number"),
    Column("mentions", "number"),
)
INDICATORS = (
    Column("label", to="indicators", by="indicator_id"),
    Column("section_title"),
    Column("unit"),
    Column("documents", "number"),
    Column("rows", "number"),
)
UNITS = (
    Column("full_name", to="units", by="unit_code"),
    Column("unit_code"),
    Column("level", term="level"),
    Column("valid_from", "date"),
    Column("valid_to", "date"),
    Column("documents", "number"),
)
CHECKS = (
    Column("report", to="documents", by="doc_id"),
    Column("organ_name"),
    Column("kind", term="check"),
    Column("holds", term="holds"),
    Column("message"),
)
#: Where there is little room.
CHECKS_SHORT = (CHECKS[0], CHECKS[-1])
FAILURES = (Column("source"), Column("stage"), Column("error"), Column("message"))

#: What a document's row says to others; the words it is searched by stay here.
DOCUMENT_SQL = """
    SELECT doc_id, label, number, type_name, issued_on, organ_name, parent_organ, subject, period_label, period_start,
           period_end, place, unit_code, n_citations, n_quantities, n_appendix_rows, failed, sources
    FROM documents"""
INSTRUMENT_SQL = """
    SELECT instrument_id, coalesce(nullif(concat_ws(' ', i.type, coalesce(i.number, i.title)), ''), instrument_id) AS name, i.type, i.number,
           i.issued_on, i.issuer, i.title, i.documents, i.mentions, i.issuer_unit_code, i.first_cited_on, i.last_cited_on,
           i.conflicts, i.urn_lex, i.doc_id
    FROM instruments i"""


def documents(asked: Asked) -> Listing:
    """Documents, each once (`same_as`), the latest first; those that the words fit."""
    conditions, values = ["same_as IS NULL"], list[Any]()
    wanted = understand(asked.words)
    words = wanted.words
    if wanted.id:
        words = (wanted.id,)
    if wanted.type:
        conditions.append("contains(words, ?)")
        values.append(wanted.type)
    if wanted.number:
        conditions.append("contains(' ' || replace(words, '//', '/'), ' ' || ?)")
        values.append(key(wanted.number))
    if wanted.sequence:
        conditions.append(
            "(ltrim(code_number, '0') = ? OR year = TRY_CAST(? AS INTEGER))"
        )  # `báo cáo 10`, `báo cáo 2022`
        values += [wanted.sequence] * 2
    if wanted.year:
        conditions.append("year = ?")
        values.append(wanted.year)
    if asked.year:
        conditions.append("year = ?")
        values.append(asked.year)
    if asked.type:
        conditions.append("lower(type_name) = lower(?)")
        values.append(asked.type)
    _contain(words, conditions, values)
    order = "issued_on DESC NULLS LAST, doc_id"
    return Listing(DOCUMENTS, f"{DOCUMENT_SQL} WHERE {' AND '.join(conditions)} ORDER BY {order}", tuple(values))


def instruments(session: Session, asked: Asked) -> Listing:
    """Instruments, the most cited first; those that a question means."""
    conditions, values = ["true"], list[Any]()
    if asked.type:
        conditions.append("lower(i.type) = lower(?)")
        values.append(asked.type)
    if asked.year:
        conditions.append("coalesce(i.year, year(i.issued_on)) = ?")
        values.append(asked.year)
    if asked.words:
        found, said = meant(session, asked.words, "words")
        conditions.append(f"instrument_id IN (SELECT instrument_id FROM ({found}))")
        values += said
    order = "i.documents DESC, i.mentions DESC, i.type, i.number, instrument_id"
    return Listing(INSTRUMENTS, f"{INSTRUMENT_SQL} WHERE {' AND '.join(conditions)} ORDER BY {order}", tuple(values))


def indicators(session: Session, asked: Asked) -> Listing:
    """Indicators, those of most documents first; those that the words fit."""
    sql = "SELECT indicator_id, label, section_title, unit, documents, rows FROM indicators"
    order = "ORDER BY documents DESC, rows DESC, label, indicator_id"
    if not asked.words:
        return Listing(INDICATORS, f"{sql} {order}")
    found = [item.indicator_id for item in find_indicators(session, asked.words)]
    return Listing(INDICATORS, f"{sql} WHERE indicator_id IN (SELECT unnest(?)) {order}", (found,))


def units(asked: Asked) -> Listing:
    """Administrative units by name or code, those with most documents first."""
    conditions, values = ["true"], list[Any]()
    _contain(tuple(fold(asked.words).split()), conditions, values)
    if asked.kind:
        conditions.append("level = ?")
        values.append(asked.kind)
    return Listing(
        UNITS,
        f"""
        SELECT u.unit_code, u.full_name, u.level, u.valid_from, u.valid_to, u.province_code, u.province_code_now,
               coalesce(n.documents, 0) AS documents
        FROM units u LEFT JOIN (SELECT unit_code, count(*) AS documents FROM documents WHERE same_as IS NULL GROUP BY 1) n
             USING (unit_code)
        WHERE {" AND ".join(conditions)}
        ORDER BY coalesce(n.documents, 0) DESC, length(u.unit_code), u.unit_code, u.valid_from NULLS FIRST""",
        tuple(values),
    )


def checks(asked: Asked) -> Listing:
    """Checks that failed, each report once; all checks made if that is asked for."""
    conditions = ["true"] if asked.every else ["holds = false AND same_as IS NULL"]
    if asked.kind:
        conditions.append("kind = ?")
    return Listing(
        CHECKS,
        f"""
        SELECT doc_id, report, organ_name, issued_on, kind, holds, stated, expected, message FROM checks
        WHERE {" AND ".join(conditions)} ORDER BY issued_on DESC NULLS LAST, doc_id, fact_id""",
        (asked.kind,) if asked.kind else (),
    )


def failures() -> Listing:
    """Files that could not be read, and what to do about them."""
    return Listing(FAILURES, "SELECT source, stage, error, message FROM failures ORDER BY source, stage")


def _contain(words: tuple[str, ...], conditions: list[str], values: list[Any]) -> None:
    """Every word has to be in `words`, as written or as what it stands for."""
    for written in spellings(words):
        conditions.append(f"({' OR '.join(['contains(words, ?)'] * len(written))})")
        values += written
