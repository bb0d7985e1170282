"""One thing and what hangs on it: an instrument, a document, an indicator, a unit."""

from __future__ import annotations

from typing import Any

from extract.ask.indicators import PANEL_SQL
from extract.web.asked import Asked
from extract.web.listing import Column, Listing, named
from extract.web.lists import DOCUMENT, DOCUMENT_SQL, DOCUMENTS, INSTRUMENT_SQL, INSTRUMENTS
from extract.web.moment import Session

_PLACE = (Column("page", "number"), Column("section"))
MENTIONS = (
    DOCUMENT,
    Column("issued_on", "date"),
    Column("organ_name"),
    Column("relation", term="relation"),
    *_PLACE,
    Column("surface"),
)
VALUES = (
    Column("organ"),
    Column("period_label"),
    Column("role", term="role"),
    Column("value", "number"),
    Column("value_raw"),
    Column("unit"),
    Column("report", to="documents", by="doc_id"),
)

#: Tables of a document → the columns shown, and the query for all rows of one `doc_id`.
FACTS: dict[str, tuple[tuple[Column, ...], str]] = {
    "citations": (
        (
            Column("name", to="instruments", by="instrument_id"),
            Column("issued_on", "date"),
            Column("issuer"),
            Column("relation", term="relation"),
            *_PLACE,
            Column("surface"),
        ),
        """
        SELECT m.instrument_id, coalesce(nullif(concat_ws(' ', c.type, coalesce(c.number, c.title)), ''), c.surface) AS name,
               c.* EXCLUDE (doc_id, boxes)
        FROM files.citations c LEFT JOIN mentioned m ON m.fact_id = c.fact_id AND m.doc_id = c.doc_id
        WHERE c.doc_id = ? ORDER BY c.page, c.block, c.char_start, c.fact_id""",
    ),
    "quantities": (
        (
            Column("surface"),
            Column("counted"),
            Column("kind", term="quantity"),
            Column("value", "number"),
            Column("unit"),
            Column("period_label"),
            *_PLACE,
        ),
        "SELECT * EXCLUDE (doc_id, boxes) FROM files.quantities WHERE doc_id = ? ORDER BY page, block, char_start, fact_id",
    ),
    "rows": (
        (
            Column("item_path"),
            Column("label", to="indicators", by="indicator_id"),
            Column("unit"),
            Column("value_raw"),
            Column("note"),
            Column("table_title"),
            Column("page", "number"),
        ),
        """
        SELECT i.indicator_id, r.* EXCLUDE (doc_id, boxes)
        FROM files.appendix_rows r LEFT JOIN indicator_rows i ON i.row_fact_id = r.fact_id AND i.doc_id = r.doc_id
        WHERE r.doc_id = ? ORDER BY r.table_no, r.row_no""",
    ),
    "names": (
        (
            Column("name"),
            Column("label", term="name"),
            Column("unit_code", to="units", by="unit_code"),
            *_PLACE,
            Column("surface"),
        ),
        "SELECT * EXCLUDE (doc_id, boxes) FROM files.entities WHERE doc_id = ? ORDER BY page, block, char_start, fact_id",
    ),
    "checks": (
        (
            Column("holds", term="holds"),
            Column("kind", term="check"),
            Column("stated", "number"),
            Column("expected", "number"),
            Column("message"),
        ),
        """
        SELECT kind, holds, stated, expected, message, facts, fact_id FROM checks
        WHERE doc_id = ? ORDER BY CASE WHEN holds = false THEN 0 WHEN holds IS NULL THEN 1 ELSE 2 END, fact_id""",
    ),
    "text": (
        (Column("page", "number"), Column("section"), Column("text")),
        """
        SELECT page, section, text, kind, block, table_no, row_no, column_no FROM files.blocks
        WHERE doc_id = ? AND text <> ''""",
    ),
}


def instrument(session: Session, name: str) -> dict[str, Any] | None:
    """An instrument by its id, or by one it had before (`former_ids`); with the document itself if the archive holds it."""
    found = named(
        session,
        """
        SELECT i.* EXCLUDE (words), coalesce(nullif(concat_ws(' ', i.type, coalesce(i.number, i.title)), ''), i.instrument_id) AS name,
               d.label AS document, u.full_name AS unit_name
        FROM instruments i LEFT JOIN documents d USING (doc_id)
             LEFT JOIN (SELECT unit_code, last(full_name) AS full_name FROM units GROUP BY unit_code) u
                       ON u.unit_code = i.issuer_unit_code
        WHERE i.instrument_id = ? OR list_contains(i.former_ids, ?) ORDER BY i.instrument_id = ? DESC LIMIT 1""",
        (name, name, name),
    )
    return found[0] | {"disputed": [disputed(text) for text in found[0]["conflicts"] or ()]} if found else None


def disputed(conflict: str) -> tuple[str, list[str]]:
    """`issued_on: 2018-04-23 | 2018-04-24` → the column, and what documents say of it."""
    column, _, said = conflict.partition(": ")
    return column, said.split(" | ")


def mentions(instrument_id: str) -> Listing:
    """Where an instrument is mentioned, the latest report first."""
    return Listing(
        MENTIONS,
        """
        SELECT d.doc_id, d.label, d.issued_on, d.organ_name, m.relation, m.page, m.section, m.surface, m.fact_id
        FROM mentioned m JOIN documents d USING (doc_id)
        WHERE m.instrument_id = ? ORDER BY d.issued_on DESC NULLS LAST, doc_id, m.page, m.block, m.char_start""",
        (instrument_id,),
    )


def mentions_by(session: Session, instrument_id: str, column: str) -> list[tuple[Any, int]]:
    """How many documents mention an instrument, by `year` of the document or by `relation`."""
    chosen = {"year": "d.year", "relation": "m.relation"}[column]
    order = "1" if column == "year" else "2 DESC, 1"
    return session.connection.execute(
        f"""
        SELECT {chosen}, count(DISTINCT doc_id) FROM mentioned m JOIN documents d USING (doc_id)
        WHERE m.instrument_id = ? AND {chosen} IS NOT NULL GROUP BY 1 ORDER BY {order}""",
        (instrument_id,),
    ).fetchall()


def document(session: Session, doc_id: str) -> dict[str, Any] | None:
    """A document by its id: its header, the instrument it is, its other forms."""
    found = named(session, "SELECT * EXCLUDE (words) FROM documents WHERE doc_id = ?", (doc_id,))
    if not found:
        return None
    first = found[0]["same_as"] or doc_id
    return found[0] | {
        "forms": named(
            session,
            "SELECT doc_id, label, sources, media_type FROM documents WHERE doc_id <> ? AND (doc_id = ? OR same_as = ?) "
            "ORDER BY doc_id",
            (doc_id, first, first),
        ),
        "cited_as": named(session, f"{INSTRUMENT_SQL} WHERE i.doc_id = ? ORDER BY 1", (first,)),
        "unit": named(session, "SELECT * FROM units WHERE unit_code = ?", (found[0]["unit_code"],)),
    }


def facts(doc_id: str, table: str) -> Listing:
    """The facts of one kind in a document, in the order of the document; failed checks first."""
    columns, sql = FACTS[table]
    return Listing(columns, sql, (doc_id,))


def indicator(session: Session, indicator_id: str) -> dict[str, Any] | None:
    """An indicator by its id."""
    found = named(session, "SELECT * FROM indicators WHERE indicator_id = ?", (indicator_id,))
    return found[0] if found else None


def values(indicator_id: str, asked: Asked) -> Listing:
    """The values of an indicator: by unit of government and period, of one unit or year if that is asked for."""
    conditions, parameters = ["true"], list[Any]([[indicator_id]])
    if asked.organ:
        conditions.append("p.organ = ?")
        parameters.append(asked.organ)
    if asked.year:
        conditions.append("year(coalesce(p.period_end, d.period_end)) = ?")
        parameters.append(asked.year)
    return Listing(
        VALUES,
        f"""
        SELECT d.doc_id, p.*, coalesce(p.period_end, d.period_end) AS until
        FROM ({PANEL_SQL}) p JOIN indicator_rows r USING (row_fact_id) JOIN documents d ON d.doc_id = r.doc_id
        WHERE {" AND ".join(conditions)} ORDER BY p.organ, until, p.period_label, d.doc_id, p.row_fact_id, p.role""",
        tuple(parameters),
    )


def unit(session: Session, unit_code: str) -> dict[str, Any] | None:
    """A unit by its code: the units that bore it one after the other, where they lie, what came before and after."""
    spells = named(session, "SELECT * FROM units WHERE unit_code = ? ORDER BY valid_from NULLS FIRST", (unit_code,))
    if not spells:
        return None
    related = {
        "successors": "unit_code IN (SELECT unnest(successor_codes) FROM units WHERE unit_code = ?) AND valid_to IS NULL",
        "former": "list_contains(successor_codes, ?)",
        "above": "unit_code IN (SELECT unnest([province_code, district_code, province_code_now]) FROM units WHERE unit_code = ?) "
        "AND level <> 'commune'",
    }
    found: dict[str, Any] = {"spells": spells, "name": spells[-1]["full_name"]}
    for name, condition in related.items():
        rows = named(
            session,
            f"SELECT DISTINCT unit_code, full_name, level, valid_to FROM units WHERE {condition} ORDER BY 1, 4 NULLS LAST",
            (unit_code,),
        )
        found[name] = [row for row in rows if row["unit_code"] != unit_code]
    found["within"] = named(
        session,
        """
        SELECT u.unit_code, last(u.full_name) AS full_name, any_value(n.documents) AS documents
        FROM units u JOIN (SELECT unit_code, count(*) AS documents FROM documents WHERE same_as IS NULL GROUP BY 1) n USING (unit_code)
        WHERE u.unit_code <> ? AND (u.province_code = ? OR u.district_code = ? OR u.province_code_now = ?)
        GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT 60""",
        (unit_code,) * 4,
    )
    return found


def documents_of(unit_code: str) -> Listing:
    """The documents issued in a unit."""
    where = "WHERE same_as IS NULL AND unit_code = ? ORDER BY issued_on DESC NULLS LAST, doc_id"
    return Listing(DOCUMENTS, f"{DOCUMENT_SQL} {where}", (unit_code,))


def issued_by(unit_code: str) -> Listing:
    """The instruments issued in a unit, the most cited first."""
    where = "WHERE i.issuer_unit_code = ? ORDER BY i.documents DESC, i.mentions DESC, i.type, i.number, instrument_id"
    return Listing(INSTRUMENTS, f"{INSTRUMENT_SQL} {where}", (unit_code,))
