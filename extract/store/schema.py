"""Dataclass → Arrow schema: names, types and the English and Vietnamese description of every column.

`extract.facts` is the single source. A field annotated without `None` is not nullable. The descriptions travel in the
field metadata under the keys `en` and `vi`, so whoever opens a Parquet file finds them there.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
from functools import cache
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from extract.facts import SCHEMA_VERSION, TABLES, Row

_SCALARS: dict[type, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    dt.date: pa.date32(),
}


#: How every table file is written.
ROW_GROUP = 65_536
PARQUET: dict[str, Any] = {"compression": "zstd", "row_group_size": ROW_GROUP}


class Column(NamedTuple):
    """One column of a table, as the data dictionary shows it."""

    name: str
    type: pa.DataType
    nullable: bool
    english: str
    vietnamese: str


def arrow_type(hint: Any) -> tuple[pa.DataType, bool]:
    """The Arrow type of an annotation and whether it may be null: `tuple[str, ...] | None` → list of string, true."""
    if get_origin(hint) in (types.UnionType, Union):
        (inner,) = (part for part in get_args(hint) if part is not type(None))
        return arrow_type(inner)[0], True
    if get_origin(hint) is tuple:
        return pa.list_(arrow_type(get_args(hint)[0])[0]), False
    if isinstance(hint, type) and issubclass(hint, tuple):
        parts = get_type_hints(hint)
        return pa.struct([pa.field(name, arrow_type(part)[0]) for name, part in parts.items()]), False
    return _SCALARS[hint], False


@cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of a table in their order."""
    row_type = TABLES[table]
    hints = get_type_hints(row_type)
    found = []
    for field in dataclasses.fields(row_type):
        kind, nullable = arrow_type(hints[field.name])
        found.append(Column(field.name, kind, nullable, field.metadata["en"], field.metadata["vi"]))
    return tuple(found)


@cache
def schema(table: str) -> pa.Schema:
    """The Arrow schema of a table; its metadata holds the description and the schema version."""
    fields = [
        pa.field(c.name, c.type, nullable=c.nullable, metadata={"en": c.english, "vi": c.vietnamese})
        for c in columns(table)
    ]
    return pa.schema(fields, metadata={"en": describe(TABLES[table]), "schema_version": SCHEMA_VERSION})


def describe(row_type: type[Row]) -> str:
    """What one row of a table is: its docstring without the table's name."""
    return (row_type.__doc__ or "").partition(": ")[2].strip()
