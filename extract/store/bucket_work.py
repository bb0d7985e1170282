"""The unit of work of publishing: the files of one bucket, written from what they were and what is in the journal.

Depends on nothing but the job and the output folder, so that it can be done by anyone who reaches that folder; done twice, it leaves the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from extract.facts import DOCUMENT_TABLES
from extract.remote import AnyPath
from extract.store.journal import journal_path, read_finished, several
from extract.store.layout import Layout, layout_of, parquet_source, write_whole
from extract.store.manifest import Part
from extract.store.schema import PARQUET, schema


class BucketJob(NamedTuple):
    """What the files of a bucket are made of. `tag` is of this publication alone and ends the names of its files, `sources` are the paths of each of `doc_ids`, `fresh` those of them that are in
    the journal, `former` the files, by table, in which the others are."""

    out: str
    start: str
    tag: str
    doc_ids: Sequence[str]
    sources: Sequence[Sequence[str]]
    fresh: frozenset[str]
    former: dict[str, Sequence[str]]


def write_bucket(job: BucketJob) -> tuple[str, dict[str, Part]]:
    """Write one file per document table; the start of the bucket, and the file of each."""
    layout = layout_of(job.out)
    waiting = [doc_id for doc_id in job.doc_ids if doc_id in job.fresh]
    read = several(lambda doc_id: read_finished(journal_path(layout, doc_id)), waiting, layout.out)
    fresh = dict(zip(waiting, read, strict=True))
    parts: dict[str, Part] = {}
    for name in DOCUMENT_TABLES:
        pieces = {doc_id: tables[name] for doc_id, tables in fresh.items()}
        for file in job.former.get(name, ()):
            for doc_id, piece in _by_document(as_written(name, read_table(layout.files / file))):
                pieces.setdefault(doc_id, piece)
        table = joined(name, [pieces[doc_id] for doc_id in job.doc_ids if doc_id in pieces])
        if name == "documents":
            table = with_column(table, "sources", job.sources)
        parts[name] = write_part(layout, name, job.start, job.tag, table)
    return job.start, parts


def remove_finished(job: tuple[str, Sequence[str]]) -> int:
    """Remove documents from the journal of an output folder; how many."""
    out, doc_ids = job
    layout = layout_of(out)
    for _ in several(lambda doc_id: journal_path(layout, doc_id).unlink(missing_ok=True), doc_ids, layout.out):
        pass
    return len(doc_ids)


def read_table(path: AnyPath, columns: Sequence[str] | None = None) -> pa.Table:
    """A Parquet file, or some of its columns."""
    return pq.read_table(**parquet_source(path), columns=list(columns) if columns is not None else None)


def as_written(name: str, table: pa.Table) -> pa.Table:
    """A table without what reading adds to its schema, so that its bytes depend on its rows alone."""
    return pa.Table.from_arrays(table.columns, schema=schema(name))


def joined(name: str, pieces: Sequence[pa.Table]) -> pa.Table:
    """One table in one piece."""
    return pa.concat_tables(pieces or [schema(name).empty_table()]).combine_chunks()


def with_column(table: pa.Table, column: str, values: Sequence[object]) -> pa.Table:
    """The table with other values in a column."""
    place = table.schema.get_field_index(column)
    field = table.schema.field(place)
    return table.set_column(place, field, pa.array(values, type=field.type))


def write_part(layout: Layout, table: str, start: str, tag: str, data: pa.Table) -> Part:
    """Write one file of a table."""
    file = f"{table}-{start}-{tag}.parquet"
    write_whole(layout.files / file, lambda handle: pq.write_table(data, handle, **PARQUET))
    return Part(start, file, data.num_rows)


def _by_document(table: pa.Table) -> Iterator[tuple[str, pa.Table]]:
    """The rows of each document of a table sorted by document."""
    runs = pc.run_end_encode(table.column("doc_id").combine_chunks())
    start = 0
    for doc_id, end in zip(runs.values.to_pylist(), runs.run_ends.to_pylist(), strict=True):
        yield doc_id, table.slice(start, end - start)
        start = end
