"""The data dictionary: every table and column with its type and descriptions, from the same source as the files."""

from __future__ import annotations

import re
from typing import Any

import pyarrow as pa

from extract.facts import SCHEMA_VERSION, TABLES
from extract.store.schema import columns, describe

_NAMES = {"date32[day]": "date", "int64": "integer", "double": "float", "bool": "boolean"}


def type_name(kind: pa.DataType) -> str:
    """How a type is called in the dictionary: `string`, `list of string`, `list of struct(page, x0, …)`."""
    if pa.types.is_list(kind):
        return f"list of {type_name(kind.value_type)}"
    if pa.types.is_struct(kind):
        return f"struct({', '.join(field.name for field in kind)})"
    return _NAMES.get(str(kind), str(kind))


def as_json() -> dict[str, Any]:
    """The dictionary as plain values."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tables": {
            table: {
                "description": describe(row_type),
                "columns": [
                    {
                        "name": column.name,
                        "type": type_name(column.type),
                        "nullable": column.nullable,
                        "en": column.english,
                        "vi": column.vietnamese,
                    }
                    for column in columns(table)
                ],
            }
            for table, row_type in TABLES.items()
        },
    }


def as_markdown() -> str:
    """The dictionary as Markdown: one section and one list of columns per table."""
    sections = []
    for table, row_type in TABLES.items():
        lines = [
            f"### {table}",
            "",
            _sentence(describe(row_type)),
            "",
            "| column | type | meaning | nghĩa |",
            "|---|---|---|---|",
        ]
        for column in columns(table):
            kind = type_name(column.type) + ("" if column.nullable or pa.types.is_list(column.type) else ", never null")
            lines.append(f"| `{column.name}` | {kind} | {column.english} | {column.vietnamese} |")
        sections.append("\n".join(lines))
    return "\n\n".join(sections) + "\n"


def as_text() -> str:
    """The dictionary for a terminal."""
    lines = []
    for table, row_type in TABLES.items():
        lines += [f"{table}: {describe(row_type)}"]
        width = max(len(column.name) for column in columns(table))
        for column in columns(table):
            lines.append(f"  {column.name:<{width}}  {type_name(column.type)}; {column.english} · {column.vietnamese}")
        lines.append("")
    return "\n".join(lines)


def _sentence(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    return text[:1].upper() + text[1:]
