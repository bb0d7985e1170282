"""The tables a page looks at, in memory: made once from the Parquet files of one moment, sorted as pages ask for them.

In: an archive. Out: a DuckDB connection. Its schema `files` has every table as a view over the Parquet files (facts of one
document are read from there, found by `doc_id`); the main schema has what lists and searches go through: the same names and
columns as the archive's tables, so that the questions of `extract.ask` can be asked of it, and a few columns more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.ask.query import fold
from extract.facts import TABLES
from extract.store.archive import Archive, quoted

if TYPE_CHECKING:
    import duckdb

#: Table → what is in it. `label` is what a document is called: its number, or the name of its file.
_MADE = {
    "documents": """
        SELECT * EXCLUDE (text_sketch, number_sketch, sources),
               list_transform(sources, lambda path: parse_filename(path)) AS sources,
               coalesce(number, parse_filename(sources[1]), left(doc_id, 12)) AS label,
               year(coalesce(issued_on, period_end)) AS year, coalesce(failed, 0) AS failed
        FROM files.documents
        LEFT JOIN (SELECT doc_id, count(*) AS failed FROM files.checks WHERE holds = false GROUP BY doc_id) USING (doc_id)
        ORDER BY issued_on DESC NULLS LAST, doc_id""",
    "instruments": """
        SELECT * FROM files.instruments ORDER BY documents DESC, mentions DESC, type, number, instrument_id""",
    "relations": "SELECT * FROM files.relations",
    "mentioned": """
        SELECT r.instrument_id, r.doc_id, c.fact_id, c.relation, c.page, c.section, c.surface, c.block, c.char_start
        FROM files.resolutions r JOIN files.citations c USING (doc_id, fact_id) ORDER BY r.instrument_id, r.doc_id""",
    "indicators": "SELECT * FROM files.indicators ORDER BY documents DESC, rows DESC, label, indicator_id",
    "indicator_rows": """
        SELECT i.row_fact_id, i.indicator_id, r.doc_id
        FROM files.indicator_rows i JOIN files.appendix_rows r ON r.fact_id = i.row_fact_id ORDER BY i.indicator_id""",
    "appendix_values": """
        SELECT doc_id, row_fact_id, column_no, unit, organ, period_label, role, value, value_raw FROM files.appendix_values""",
    "checks": """
        SELECT c.*, d.label AS report, d.organ_name, d.issued_on, d.same_as
        FROM files.checks c JOIN documents d USING (doc_id) ORDER BY d.issued_on DESC NULLS LAST, doc_id, fact_id""",
    "units": "SELECT * FROM files.units ORDER BY unit_code, valid_from NULLS FIRST",
    "failures": "SELECT * REPLACE (parse_filename(source) AS source) FROM files.failures",
}

#: Table → key, and the words it is searched by. `documents` also has its years, so that "2022" finds them.
_SEARCHED = {
    "documents": (
        "doc_id",
        "concat_ws(' ', type_name, number, organ_name, parent_organ, place, subject, period_label, signer_name, basis, "
        "year(issued_on), year(period_end), array_to_string(sources, ' '))",
    ),
    "instruments": ("instrument_id", "concat_ws(' ', type, number, title, issuer)"),
    "units": ("unit_code || '/' || coalesce(valid_from, DATE '1000-01-01')", "concat_ws(' ', full_name, unit_code)"),
}


def warmed(archive: Archive) -> duckdb.DuckDBPyConnection:
    """A connection with the tables in memory, which can read nothing but the files of this archive."""
    import duckdb

    connection = duckdb.connect(":memory:")
    connection.execute("CREATE SCHEMA files")
    for name in TABLES:
        listed = ", ".join(quoted(str(path)) for path in archive.files(name))
        connection.execute(f"CREATE VIEW files.{name} AS SELECT * FROM read_parquet([{listed}])")
    for name, query in _MADE.items():
        connection.execute(f"CREATE TABLE {name} AS {query}")
        if name in _SEARCHED:
            _add_words(connection, name, *_SEARCHED[name])
    folders = ", ".join(sorted({quoted(f"{path.parent}/") for name in TABLES for path in archive.files(name)}))
    connection.execute(f"SET allowed_directories = [{folders}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _add_words(connection: duckdb.DuckDBPyConnection, name: str, key: str, words: str) -> None:
    """Give a table the column `words`: its words as `fold` writes them, which also folds what is searched for."""
    import pyarrow as pa

    rows = connection.execute(f"SELECT {key}, {words} FROM {name}").fetchall()
    made = pa.table(
        {"key": [row[0] for row in rows], "words": [fold(row[1]) for row in rows], "place": range(len(rows))}
    )
    connection.register("words_made", made)
    connection.execute(
        f"CREATE OR REPLACE TABLE {name} AS SELECT t.*, w.words FROM {name} t LEFT JOIN words_made w ON w.key = {key} ORDER BY w.place"
    )
    connection.unregister("words_made")
