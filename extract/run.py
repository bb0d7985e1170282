"""Many files into one output folder: what `baocao extract` does.

Finished documents are not read again; a bad file costs itself; killed at any moment and started again, a run ends at
the same tables as one that was not.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from extract.course import Course, Progress
from extract.discover import absolute, discover, is_there, printable
from extract.document import Ocr
from extract.facts import Failure, Names, rules_version
from extract.pipeline import archive_rows, find_same
from extract.read.office.folder import sweep
from extract.remote import AnyPath
from extract.store.layout import layout_of, remove_partials
from extract.store.ledger import Ledger, load_ledger
from extract.store.lock import writing
from extract.store.publish import Steps, here, publish
from extract.store.settle import settle
from extract.workers import WORKER, Limits, process

if TYPE_CHECKING:
    from extract.cluster import Cluster

_STEPS = Steps(find_same, archive_rows)


__all__ = ["NothingToRead", "Progress", "RunSummary", "forget", "run"]


class NothingToRead(Exception):
    """None of the given paths exists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """What a run did. `files` = `read` + `unchanged` + `failed`; `facts` are of the documents read, `tables` counts
    the rows now in the folder; `others` counts files left aside by suffix."""

    out: AnyPath
    files: int = 0
    read: int = 0
    unchanged: int = 0
    failed: int = 0
    forgotten: int = 0
    pages: int = 0
    seconds: float = 0.0
    facts: dict[str, int] = field(default_factory=dict)
    tables: dict[str, int] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()
    others: dict[str, int] = field(default_factory=dict)


def run(
    paths: Iterable[str | AnyPath],
    out: str | AnyPath,
    *,
    workers: int | None = None,
    ocr: Ocr = "auto",
    names: Names = "rules",
    limits: Limits | None = None,
    fresh: bool = False,
    prune: bool = False,
    scheduler: str | None = None,
    progress: Callable[[Progress], None] | None = None,
    command: Iterable[str] = WORKER,
) -> RunSummary:
    """Extract the facts of all files that `paths` mean into the tables of `out`.

    `workers` is the number of processes, by default one per core; `ocr` says which pages are recognised, `names` what finds names; `fresh` reads finished documents again; `prune`
    forgets files that are gone; `scheduler` is the address of a Dask cluster, or its scheduler file, that does the work in place of processes
    here: files and folder must then be where all its machines reach them. Files that cannot be read are in `failures`, not raised. Raises NothingToRead, and
    StoreError if the folder cannot be used; on KeyboardInterrupt what is finished is published first.
    """
    started = time.monotonic()
    limits = limits or Limits()
    target = layout_of(out).out
    found = discover(paths, skip=target)
    if found.missing and not (found.files or found.failures):
        raise NothingToRead(f"No such file or folder: {', '.join(found.missing)}")
    with _cluster(scheduler) as cluster, writing(target) as layout:
        remove_partials(layout.journal)
        ledger = load_ledger(layout, rules_version(names))
        settle(layout, ledger.manifest)
        bring = partial(publish, layout, ledger, _STEPS, spread=cluster.spread if cluster else here)
        state = Course(layout, ledger, found, fresh=fresh, publish=bring, progress=progress)
        forgotten = _prune(ledger) if prune else 0
        if not ledger.manifest.generation:
            bring()
        tasks = [(path, printable(path)) for path in found.files]
        settings = {
            "out": str(layout.out),
            "ocr": ocr,
            "names": names,
            "memory": limits.memory,
            "seconds": limits.seconds,
        }
        if cluster:
            outcomes = cluster.process(tasks, settings=settings, limits=limits, orders=state.orders)
        else:
            outcomes = process(
                tasks,
                count=workers or len(os.sched_getaffinity(0)),
                settings=settings,
                limits=limits,
                decide=state.decide,
                command=tuple(command),
            )
        try:
            with closing(outcomes):
                state.take(outcomes)
        except KeyboardInterrupt:
            bring()
            raise
        finally:
            sweep()  # what workers that had to be killed have left
        bring()
        return RunSummary(
            out=layout.out,
            files=state.done,
            read=state.read,
            unchanged=state.done - state.read - len(state.failures),
            failed=len(state.failures),
            forgotten=forgotten,
            pages=state.pages,
            seconds=time.monotonic() - started,
            facts=dict(state.facts),
            tables=ledger.manifest.rows(),
            failures=tuple(sorted(state.failures, key=lambda failure: failure.source)),
            others=found.others,
        )


def forget(names: Iterable[str], out: str | AnyPath) -> int:
    """Take documents out of an archive, by doc_id (or its first 8 digits or more) or by path; how many files went.

    Raises KeyError for a name the archive does not know.
    """
    with writing(out) as layout:
        ledger = load_ledger(layout)
        settle(layout, ledger.manifest)
        gone = {path for name in names for path in _named(ledger, name)}
        for path in gone:
            ledger.forget(path)
        publish(layout, ledger, _STEPS)
    return len(gone)


def _cluster(scheduler: str | None) -> AbstractContextManager[Cluster | None]:
    if scheduler is None:
        return nullcontext()
    from extract.cluster import Cluster

    return Cluster(scheduler)


def _prune(ledger: Ledger) -> int:
    """Forget the files that are gone; a path that is not plain text (`printable`) cannot be looked up and stays."""
    gone = [path for path in {*ledger.document_of, *ledger.failures} if "\\x" not in path and not is_there(path)]
    for path in gone:
        ledger.forget(path)
    return len(gone)


def _named(ledger: Ledger, name: str) -> list[str]:
    """The paths in the archive that a doc_id, the beginning of one, or a path means."""
    path = printable(absolute(name))
    if path in ledger.document_of or path in ledger.failures:
        return [path]
    paths = [path for path, doc_id in ledger.document_of.items() if len(name) >= 8 and doc_id.startswith(name.lower())]
    if len({ledger.document_of[path] for path in paths}) != 1:
        raise KeyError(name)
    return paths
