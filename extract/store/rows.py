"""Rows (dataclasses) ⇄ Arrow tables. No value is changed on the way; a null in a column that has none is an error."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from operator import attrgetter
from sys import intern
from typing import Any, TypeVar, get_args, get_type_hints

import pyarrow as pa
import pyarrow.parquet as pq

from extract.facts import TABLES, Row
from extract.remote import AnyPath
from extract.store.layout import parquet_source, whole
from extract.store.schema import PARQUET, ROW_GROUP, columns, schema

RowT = TypeVar("RowT", bound=Row)


def to_table(table: str, rows: Sequence[Row]) -> pa.Table:
    """The Arrow table of these rows. Raises ValueError naming the column where a required value is missing."""
    arrays = []
    for column in columns(table):
        array = pa.array(map(attrgetter(column.name), rows), type=column.type, size=len(rows))
        if array.null_count and not column.nullable:
            raise ValueError(f"{table}.{column.name} is null in {array.null_count} rows")
        arrays.append(array)
    return pa.Table.from_arrays(arrays, schema=schema(table))


@contextmanager
def row_writer(table: str, path: AnyPath) -> Iterator[Callable[[Row], None]]:
    """Takes rows one by one and writes them to a Parquet file, which is there, whole, once the block has ended well."""
    waiting: list[Row] = []
    with whole(path) as handle, pq.ParquetWriter(handle, schema(table), compression=PARQUET["compression"]) as writer:

        def flush() -> None:
            writer.write_table(to_table(table, waiting), row_group_size=ROW_GROUP)
            waiting.clear()

        def add(row: Row) -> None:
            waiting.append(row)
            if len(waiting) == ROW_GROUP:
                flush()

        yield add
        if waiting:
            flush()


def from_table(table: str, data: pa.Table, row_type: type[RowT]) -> Iterator[RowT]:
    """The rows of an Arrow table as dataclasses; columns it lacks keep their defaults. Equal texts are one object."""
    if TABLES[table] is not row_type:
        raise TypeError(f"{table} holds {TABLES[table].__name__}, not {row_type.__name__}")
    names = [field.name for field in dataclasses.fields(row_type) if field.name in data.column_names]
    builders = _builders(table)
    values: list[Iterable[Any]] = []
    for name in names:
        column = data.column(name).to_pylist()
        if pa.types.is_string(data.schema.field(name).type):
            column = [text if text is None else intern(text) for text in column]
        build = builders.get(name)
        values.append(column if build is None else map(build, column))
    for row in zip(*values, strict=True):
        yield row_type(**dict(zip(names, row, strict=True)))


def read_rows(
    table: str,
    files: Iterable[AnyPath],
    row_type: type[RowT],
    *,
    only: Sequence[str] | None = None,
    doc_id: str | None = None,
) -> Iterator[RowT]:
    """The rows in some Parquet files of a table, in order; `only` some columns (the others then hold their defaults); of one
    document, if `doc_id` names it."""
    names = [column.name for column in columns(table)] if only is None else list(only)
    where = None if doc_id is None else [("doc_id", "=", doc_id)]
    for path in files:
        yield from from_table(table, pq.read_table(**parquet_source(path), columns=names, filters=where), row_type)


@cache
def _builders(table: str) -> dict[str, Any]:
    """How a list column becomes a tuple again, of plain values or of named tuples."""
    builders: dict[str, Any] = {}
    for name, hint in get_type_hints(TABLES[table]).items():
        arguments = get_args(hint)
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            item = arguments[0]
            builders[name] = tuple if not issubclass(item, tuple) else _records(item)
    return builders


def _records(item: Any) -> Any:
    names: tuple[str, ...] = item._fields

    def build(values: list[dict[str, Any]]) -> tuple[Any, ...]:
        return tuple(item(*[value[name] for name in names]) for value in values)

    return build
