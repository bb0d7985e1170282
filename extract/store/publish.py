"""Bring the tables up to date in one moment: only files whose documents changed are written, then the manifest, then
the folders everyone reads are made to match it. Killed anywhere, the next run ends at the same tables.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import NamedTuple, Protocol, TypeVar

from extract.facts import ARCHIVE_TABLES, DOCUMENT_TABLES, RULES_VERSION, Row
from extract.gather import NewGather
from extract.remote import AnyPath
from extract.store.bucket_work import (
    BucketJob,
    as_written,
    joined,
    read_table,
    remove_finished,
    with_column,
    write_bucket,
    write_part,
)
from extract.store.buckets import bucket, bucket_count, buckets, overlapping
from extract.store.layout import Layout, telling_disk_full
from extract.store.ledger import Ledger
from extract.store.manifest import Manifest, Part, commit
from extract.store.rows import row_writer, to_table
from extract.store.settle import settle
from extract.store.spill import MEMORY, Spill

Given = TypeVar("Given")
Made = TypeVar("Made")
#: Documents removed from the journal by one unit of work.
_REMOVED_AT_ONCE = 500


class Steps(NamedTuple):
    """What is made of an archive as a whole; the gather lets it be larger than memory."""

    #: From the files of `documents` to its column `same_as`, for those that have one.
    find_same: Callable[[Sequence[AnyPath], NewGather], Mapping[str, str]]
    #: From the files of the document tables to the rows of the archive tables, each table's in order.
    archive_rows: Callable[[Mapping[str, Sequence[AnyPath]], NewGather], Iterable[Row]]


class Spread(Protocol):
    """Does the same work on many things, here or elsewhere; results in the order of the things. As the built-in `map`."""

    def __call__(self, do: Callable[[Given], Made], things: Iterable[Given], /) -> Iterator[Made]:
        """The results."""


def here(do: Callable[[Given], Made], things: Iterable[Given], /) -> Iterator[Made]:
    """The `Spread` of this process."""
    return map(do, things)


def publish(layout: Layout, ledger: Ledger, steps: Steps, *, spread: Spread = here, memory: int = MEMORY) -> None:
    """Publish what the ledger says. Does nothing if nothing changed. Raises DiskFull; the tables then stay as they were.

    `spread` does the work that is one bucket's own, `memory`, in bytes, is what the steps over the whole archive may hold before they
    let the disk help.
    """
    former = ledger.manifest
    stale = former.rules_version != RULES_VERSION
    if former.generation and not (ledger.dirty or ledger.failures_changed or stale):
        return
    generation = former.generation + 1
    # A worker taken for lost may still write for a run that was killed: what it writes must have another name.
    tag = f"{generation:06d}-{uuid.uuid4().hex[:8]}"
    sources = ledger.sources()
    with telling_disk_full(layout.out):
        tables: dict[str, tuple[Part, ...]] = {
            name: former.tables[name] for name in (*DOCUMENT_TABLES, *ARCHIVE_TABLES) if name in former.tables
        }
        if ledger.dirty or not former.generation:
            tables |= _document_tables(layout, ledger, sources, tag, spread)
            with Spill(layout.state, memory=memory) as spill:
                same = steps.find_same([layout.files / part.file for part in tables["documents"]], spill.gather)
            tables["documents"] = _with_twins(layout, tables["documents"], same, tag)
        if ledger.dirty or stale:
            paths = {name: [layout.files / part.file for part in tables[name]] for name in DOCUMENT_TABLES}
            with Spill(layout.state, memory=memory) as spill:
                tables |= _archive_tables(layout, steps.archive_rows(paths, spill.gather), tag)
        if ledger.failures_changed or not former.generation:
            failures = [ledger.failures[source] for source in sorted(ledger.failures)]
            tables["failures"] = (write_part(layout, "failures", "0000", tag, to_table("failures", failures)),)
        ledger.manifest = Manifest(generation=generation, rules_version=RULES_VERSION, tables=tables)
        commit(layout, ledger.manifest)
        gone = sorted(ledger.pending)
        batches = [(str(layout.out), gone[at : at + _REMOVED_AT_ONCE]) for at in range(0, len(gone), _REMOVED_AT_ONCE)]
        for _ in spread(remove_finished, batches):
            pass
        ledger.versions = {doc_id: ledger.versions[doc_id] for doc_id in sources}
        ledger.pending.clear()
        ledger.dirty.clear()
        ledger.failures_changed = False
        settle(layout, ledger.manifest)


def _document_tables(
    layout: Layout, ledger: Ledger, sources: Mapping[str, list[str]], tag: str, spread: Spread
) -> dict[str, tuple[Part, ...]]:
    """The parts of all document tables; those whose documents did not change are taken over."""
    former = {name: {part.start: part for part in parts} for name, parts in ledger.manifest.tables.items()}
    former_count = len(former.get("documents", ()))
    count = bucket_count(len(sources))
    changed = {bucket(doc_id, count) for doc_id in ledger.dirty}
    starts = buckets(sources, count)
    jobs = (
        BucketJob(
            out=str(layout.out),
            start=start,
            tag=tag,
            doc_ids=doc_ids,
            sources=[sources[doc_id] for doc_id in doc_ids],
            fresh=frozenset(doc_id for doc_id in doc_ids if doc_id in ledger.pending),
            former={
                name: [
                    former[name][old].file for old in overlapping(start, count, former.get(name, ()), former_count or 1)
                ]
                for name in DOCUMENT_TABLES
            },
        )
        for start, doc_ids in starts.items()
        if count != former_count or start in changed
    )
    made = dict(spread(write_bucket, jobs))
    return {
        name: tuple(made[start][name] if start in made else former[name][start] for start in starts)
        for name in DOCUMENT_TABLES
    }


def _with_twins(layout: Layout, parts: Sequence[Part], same: Mapping[str, str], tag: str) -> tuple[Part, ...]:
    """The parts of `documents` with `same_as` as the whole archive tells it; those in which it changes are written anew."""
    found: list[Part] = []
    for part in parts:
        path = layout.files / part.file
        known = read_table(path, ("doc_id", "same_as"))
        wanted = [same.get(doc_id) for doc_id in known.column("doc_id").to_pylist()]
        if wanted == known.column("same_as").to_pylist():
            found.append(part)
            continue
        table = with_column(joined("documents", [as_written("documents", read_table(path))]), "same_as", wanted)
        found.append(write_part(layout, "documents", part.start, tag, table))
    return tuple(found)


def _archive_tables(layout: Layout, rows: Iterable[Row], tag: str) -> dict[str, tuple[Part, ...]]:
    """The archive tables, written while their rows come."""
    names = {row_type: name for name, row_type in ARCHIVE_TABLES.items() if name != "failures"}
    files = {name: f"{name}-0000-{tag}.parquet" for name in names.values()}
    counts = Counter[str]()
    with ExitStack() as stack:
        add = {
            row_type: stack.enter_context(row_writer(name, layout.files / files[name]))
            for row_type, name in names.items()
        }
        for row in rows:
            add[type(row)](row)
            counts[names[type(row)]] += 1
    return {name: (Part("0000", files[name], counts[name]),) for name in files}
