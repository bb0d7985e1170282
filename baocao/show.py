"""One report for a reader: who, when, about what; then its facts as tables."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from baocao.terminal import plain, print_table

if TYPE_CHECKING:
    from baocao.report import Report
    from extract.facts import Row

#: The columns a reader wants first, per table; the place comes before them.
SHOWN: dict[str, tuple[str, ...]] = {
    "citations": ("form", "type", "number", "issued_on", "issuer", "relation", "title", "surface"),
    "quantities": ("kind", "surface", "value", "unit", "counted", "period_label", "section"),
    "appendix_rows": ("table_no", "section_no", "item_no", "label", "unit", "value_raw", "value_label", "note"),
    "appendix_values": ("table_no", "row_no", "column_no", "header_path", "role", "period_label", "value_raw", "value"),
    "entities": ("label", "name", "unit_code", "surface"),
    "checks": ("kind", "holds", "stated", "expected", "message"),
    "blocks": ("block", "kind", "zone", "section", "text"),
}
_HEADER_LEFT_OUT = ("doc_id", "schema_version", "reader_version", "rules_version")


def as_json(report: Report, table: str | None) -> str:
    """The header and all facts, or the rows of one table, as JSON."""
    tables = report.facts.rows()
    if table:
        return _json([_values(row) for row in tables[table]])
    content: dict[str, Any] = {"header": _values(report.header)}
    content |= {
        name: [_values(row) for row in rows] for name, rows in tables.items() if name in SHOWN and name != "blocks"
    }
    return _json(content)


def print_report(report: Report, table: str | None) -> None:
    """Print the header and the facts, or one table."""
    tables = report.facts.rows()
    if table:
        _print_rows(table, tables[table])
        return
    for field in dataclasses.fields(report.header):
        value = getattr(report.header, field.name)
        if value not in (None, ()) and field.name not in _HEADER_LEFT_OUT and not field.name.startswith("n_"):
            click.echo(f"{field.name:<16} {plain(value)}")
    click.echo()
    for name, rows in tables.items():
        if name in SHOWN and name != "blocks" and rows:
            _print_rows(name, rows)
            click.echo()


def _print_rows(table: str, rows: Sequence[Row]) -> None:
    if table not in SHOWN:
        print_table(table, ("column", "value"), [item for row in rows for item in _values(row).items()])
        return
    places = ("page",) if any(getattr(row, "page", None) is not None for row in rows) else ()
    if not places and table not in ("checks", "blocks"):
        places = ("block",)
    names = (*places, *SHOWN[table])
    print_table(f"{table}: {len(rows):,}", names, [[getattr(row, name) for name in names] for row in rows])


def _values(row: Row) -> dict[str, Any]:
    return {field.name: _plain(getattr(row, field.name)) for field in dataclasses.fields(row)}


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    if hasattr(value, "_asdict"):
        return value._asdict()
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2)
