"""Indicators over an archive: which there are, and one of them as a panel of units and periods."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from extract.ask.query import fold, spellings
from extract.store.archive import Tables


class Known(NamedTuple):
    """An indicator of the archive, as it is shown."""

    indicator_id: str
    label: str
    section_title: str | None
    unit: str | None
    rows: int
    documents: int


PANEL = (
    "indicator_id",
    "label",
    "unit",
    "organ",
    "period_start",
    "period_end",
    "period_label",
    "role",
    "value",
    "value_raw",
    "report",
    "row_fact_id",
)

#: One line per value: of which unit of government, for which period. What a column head says of body and period goes before what
#: the report says of itself; a cell without a number stays, with `value` null. `?` stands for a list of indicator ids.
PANEL_SQL = """
SELECT i.indicator_id, i.label, coalesce(v.unit, i.unit) AS unit, coalesce(v.organ, d.organ_name) AS organ,
       CASE WHEN v.period_label IS NULL THEN d.period_start END AS period_start,
       CASE WHEN v.period_label IS NULL THEN d.period_end END AS period_end,
       coalesce(v.period_label, d.period_label) AS period_label,
       v.role, v.value, v.value_raw, coalesce(d.number, d.sources[1]) AS report, v.row_fact_id
FROM indicators i
JOIN indicator_rows r USING (indicator_id)
JOIN appendix_values v ON v.row_fact_id = r.row_fact_id
JOIN documents d ON d.doc_id = v.doc_id
WHERE i.indicator_id IN (SELECT unnest(?))
ORDER BY i.label, i.indicator_id, organ, period_start, period_end, period_label, d.doc_id, v.row_fact_id, v.column_no
"""


def find_indicators(archive: Tables, query: str) -> list[Known]:
    """Indicators by their id or by words of name, section and unit (with or without diacritics), those of most documents first."""
    words = re.findall(r"[^\W_]+|%", fold(query))
    text = "replace(lower(strip_accents(concat_ws(' ', label, section_title, unit))), 'đ', 'd')"
    conditions, parameters = (["indicator_id = ?"], [query.strip()]) if query.strip() else (["true"], [])
    if words:
        wanted = []
        for written in spellings(words):
            wanted.append(f"({' OR '.join(['contains(folded, ?)'] * len(written))})")
            parameters += written
        conditions.append(" AND ".join(wanted))
    found = archive.connection.execute(
        f"SELECT {', '.join(Known._fields)} FROM (SELECT *, {text} AS folded FROM indicators) WHERE {' OR '.join(conditions)} "
        "ORDER BY documents DESC, rows DESC, label, indicator_id",
        parameters,
    ).fetchall()
    return [Known(*row) for row in found]


def panel(archive: Tables, indicator_ids: list[str]) -> list[tuple[Any, ...]]:
    """The values of indicators, by unit of government and period: rows with the columns of PANEL."""
    return archive.connection.execute(PANEL_SQL, [indicator_ids]).fetchall()
