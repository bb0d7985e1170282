"""Bring the tables up to date in one moment: only files whose documents changed are written, then the manifest, then
the folders everyone reads are made to match it. Killed anywhere, the next run ends at the same tables.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from extract.facts import ARCHIVE_TABLES, DOCUMENT_TABLES, RULES_VERSION, Row
from extract.store.buckets import bucket, bucket_count, buckets, overlapping
from extract.store.journal import journal_path, read_finished
from extract.store.layout import Layout, remove_partials, sync_folder, telling_disk_full, write_whole
from extract.store.ledger import Ledger
from extract.store.manifest import Manifest, Part, commit, retire
from extract.store.rows import to_table
from extract.store.schema import schema

_ROW_GROUP = 65_536

#: From the files of the document tables to the rows of the archive tables.
BuildArchive = Callable[[Mapping[str, Sequence[Path]]], Mapping[str, Sequence[Row]]]
#: From the files of `documents` to its column `same_as`, for those that have one.
FindSame = Callable[[Sequence[Path]], Mapping[str, str]]


def publish(layout: Layout, ledger: Ledger, build_archive: BuildArchive, find_same: FindSame) -> None:
    """Publish what the ledger says. Does nothing if nothing changed. Raises DiskFull; the tables then stay as they were."""
    former = ledger.manifest
    stale = former.rules_version != RULES_VERSION
    if former.generation and not (ledger.dirty or ledger.failures_changed or stale):
        return
    generation = former.generation + 1
    sources = ledger.sources()
    with telling_disk_full(layout.out):
        tables: dict[str, tuple[Part, ...]] = {
            name: former.tables[name] for name in (*DOCUMENT_TABLES, *ARCHIVE_TABLES) if name in former.tables
        }
        if ledger.dirty or not former.generation:
            tables |= _document_tables(layout, ledger, sources, generation)
            tables["documents"] = _with_twins(layout, tables["documents"], find_same, generation)
        if ledger.dirty or stale:
            paths = {name: [layout.files / part.file for part in tables[name]] for name in DOCUMENT_TABLES}
            for name, rows in build_archive(paths).items():
                tables[name] = (_write(layout, name, "0000", generation, to_table(name, rows)),)
        if ledger.failures_changed or not former.generation:
            failures = [ledger.failures[source] for source in sorted(ledger.failures)]
            tables["failures"] = (_write(layout, "failures", "0000", generation, to_table("failures", failures)),)
        ledger.manifest = Manifest(generation=generation, rules_version=RULES_VERSION, tables=tables)
        commit(layout, ledger.manifest)
        for doc_id in ledger.pending:
            journal_path(layout, doc_id).unlink(missing_ok=True)
        ledger.versions = {doc_id: ledger.versions[doc_id] for doc_id in sources}
        ledger.pending.clear()
        ledger.dirty.clear()
        ledger.failures_changed = False
        settle(layout, ledger.manifest)


def settle(layout: Layout, manifest: Manifest) -> None:
    """Make the folders everyone reads match the manifest, and remove what nobody needs.

    In this order no reader of a folder ever sees a row twice: first go files that are no more (their rows move into
    others), then files are replaced (they may shrink), then come new ones.
    """
    remove_partials(layout.files)
    remove_partials(layout.state)
    if not manifest.generation:
        return
    for table, parts in manifest.tables.items():
        folder = layout.table(table)
        folder.mkdir(exist_ok=True)
        wanted = {f"part-{part.start}.parquet": layout.files / part.file for part in parts}
        existing = {path.name for path in folder.glob("*.parquet")}
        for name in sorted(existing - wanted.keys()):
            (folder / name).unlink()
        for name in sorted(wanted.keys() & existing) + sorted(wanted.keys() - existing):
            _show(wanted[name], folder / name, layout)
        sync_folder(folder)
    retire(layout)


def _show(source: Path, target: Path, layout: Layout) -> None:
    """Let `target` be the same file as `source`, at once; a copy where the file system has no hard links."""
    try:
        if target.samefile(source):
            return
    except FileNotFoundError:
        pass
    between = layout.state / f".{source.name}.{os.getpid()}.tmp"
    between.unlink(missing_ok=True)
    try:
        os.link(source, between)
    except OSError:
        shutil.copyfile(source, between)
    between.replace(target)


def _document_tables(
    layout: Layout, ledger: Ledger, sources: Mapping[str, list[str]], generation: int
) -> dict[str, tuple[Part, ...]]:
    """The parts of all document tables; those whose documents did not change are taken over."""
    former = {name: {part.start: part for part in parts} for name, parts in ledger.manifest.tables.items()}
    former_count = len(former.get("documents", ()))
    count = bucket_count(len(sources))
    changed = {bucket(doc_id, count) for doc_id in ledger.dirty}
    parts: dict[str, list[Part]] = {name: [] for name in DOCUMENT_TABLES}
    for start, doc_ids in buckets(sources, count).items():
        if count == former_count and start not in changed:
            for name in DOCUMENT_TABLES:
                parts[name].append(former[name][start])
            continue
        fresh = {d: read_finished(journal_path(layout, d)) for d in doc_ids if d in ledger.pending}
        for name in DOCUMENT_TABLES:
            pieces = {doc_id: tables[name] for doc_id, tables in fresh.items()}
            for old in overlapping(start, count, former.get(name, ()), former_count or 1):
                path = layout.files / former[name][old].file
                for doc_id, piece in _by_document(_as_written(name, pq.read_table(path, partitioning=None))):
                    pieces.setdefault(doc_id, piece)
            table = _joined(name, [pieces[doc_id] for doc_id in doc_ids if doc_id in pieces])
            if name == "documents":
                place = table.schema.get_field_index("sources")
                paths = pa.array([sources[doc_id] for doc_id in doc_ids], type=table.schema.field(place).type)
                table = table.set_column(place, table.schema.field(place), paths)
            parts[name].append(_write(layout, name, start, generation, table))
    return {name: tuple(found) for name, found in parts.items()}


def _with_twins(layout: Layout, parts: Sequence[Part], find_same: FindSame, generation: int) -> tuple[Part, ...]:
    """The parts of `documents` with `same_as` as the whole archive tells it; those in which it changes are written anew."""
    same = find_same([layout.files / part.file for part in parts])
    found: list[Part] = []
    for part in parts:
        path = layout.files / part.file
        known = pq.read_table(path, columns=["doc_id", "same_as"], partitioning=None)
        wanted = [same.get(doc_id) for doc_id in known.column("doc_id").to_pylist()]
        if wanted == known.column("same_as").to_pylist():
            found.append(part)
            continue
        table = _joined("documents", [_as_written("documents", pq.read_table(path, partitioning=None))])
        place = table.schema.get_field_index("same_as")
        column = pa.array(wanted, type=table.schema.field(place).type)
        found.append(
            _write(
                layout, "documents", part.start, generation, table.set_column(place, table.schema.field(place), column)
            )
        )
    return tuple(found)


def _by_document(table: pa.Table) -> Iterable[tuple[str, pa.Table]]:
    """The rows of each document of a table sorted by document."""
    runs = pc.run_end_encode(table.column("doc_id").combine_chunks())
    start = 0
    for doc_id, end in zip(runs.values.to_pylist(), runs.run_ends.to_pylist(), strict=True):
        yield doc_id, table.slice(start, end - start)
        start = end


def _as_written(name: str, table: pa.Table) -> pa.Table:
    """A table without what reading adds to its schema, so that its bytes depend on its rows alone."""
    return pa.Table.from_arrays(table.columns, schema=schema(name))


def _joined(name: str, pieces: Sequence[pa.Table]) -> pa.Table:
    """One table in one piece."""
    return pa.concat_tables(pieces or [schema(name).empty_table()]).combine_chunks()


def _write(layout: Layout, table: str, start: str, generation: int, data: pa.Table) -> Part:
    """Write one file of a table."""
    file = f"{table}-{start}-{generation:06d}.parquet"
    write_whole(
        layout.files / file,
        lambda handle: pq.write_table(data, handle, compression="zstd", row_group_size=_ROW_GROUP),
    )
    return Part(start, file, data.num_rows)
