"""Finished documents before they are in the tables: one file each, written whole by the process that read it.

A file holds the rows of all document tables as Arrow streams one after the other, in the order of DOCUMENT_TABLES.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import BinaryIO, TypeVar

import pyarrow as pa

from extract.facts import DOCUMENT_TABLES, DocumentRow, Row
from extract.remote import AnyPath, RemotePath
from extract.store.layout import Layout, telling_disk_full, write_whole
from extract.store.rows import from_table, to_table

Given = TypeVar("Given")
Made = TypeVar("Made")
#: Requests to object storage that wait at the same time.
_AT_ONCE = 16
_WRITING = pa.ipc.IpcWriteOptions(compression="lz4")
#: Handing columns this small to other threads takes three times as long as reading them.
_READING = pa.ipc.IpcReadOptions(use_threads=False)


def journal_path(layout: Layout, doc_id: str) -> AnyPath:
    """Where the rows of a finished document wait."""
    return layout.journal / f"{doc_id}.arrow"


def write_finished(layout: Layout, doc_id: str, rows: Mapping[str, Sequence[Row]]) -> None:
    """Write the rows of one document. Raises DiskFull."""
    tables = [to_table(name, rows[name]) for name in DOCUMENT_TABLES]

    def write(file: BinaryIO) -> None:
        for table in tables:
            with pa.ipc.new_stream(file, table.schema, options=_WRITING) as stream:
                stream.write_table(table)

    with telling_disk_full(layout.out):
        write_whole(journal_path(layout, doc_id), write)


def read_finished(path: AnyPath) -> dict[str, pa.Table]:
    """The rows of one finished document by table."""
    with path.open("rb") as file:
        return {name: pa.ipc.open_stream(file, options=_READING).read_all() for name in DOCUMENT_TABLES}


def waiting(layout: Layout) -> Iterator[tuple[AnyPath, DocumentRow | None]]:
    """The finished documents and their `documents` row, None for a file that is none (another version's, or damaged)."""
    paths: list[AnyPath] = [*layout.journal.glob("*.arrow")]
    paths.sort(key=str)
    return zip(paths, several(_document, paths, layout.out), strict=True)


def _document(path: AnyPath) -> DocumentRow | None:
    try:
        with path.open("rb") as file:
            (row,) = from_table("documents", pa.ipc.open_stream(file, options=_READING).read_all(), DocumentRow)
    except (pa.ArrowException, ValueError, TypeError):
        return None
    return row


def several(do: Callable[[Given], Made], things: Iterable[Given], where: AnyPath) -> list[Made]:
    """The results in order; where each means a request, several wait together."""
    if not isinstance(where, RemotePath):
        return list(map(do, things))
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(do, things))
