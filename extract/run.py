"""Many files into one output folder: what `baocao extract` does.

Finished documents are not read again; a bad file costs itself; killed at any moment and started again, a run ends at
the same tables as one that was not.
"""

from __future__ import annotations

import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from extract.discover import Found, discover, printable
from extract.document import Ocr
from extract.facts import Failure, Names, rules_version
from extract.pipeline import build_archive, find_same
from extract.read.office.folder import sweep
from extract.store.archive import writing
from extract.store.buckets import bucket
from extract.store.layout import DiskFull, Layout, remove_partials
from extract.store.ledger import Ledger, load_ledger
from extract.store.publish import publish, settle
from extract.workers import WORKER, Limits, Message, Outcome, process

#: Finished documents come into the tables at least this often, but publishing takes a twentieth of the time at most.
PUBLISH_SECONDS = 30.0
_PUBLISH_SHARE = 20


class NothingToRead(Exception):
    """None of the given paths exists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is: at the start and after each file, `failure` if that one failed."""

    done: int
    total: int
    pages: int
    failed: int
    failure: Failure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """What a run did. `files` = `read` + `unchanged` + `failed`; `facts` are of the documents read, `tables` counts
    the rows now in the folder; `others` counts files left aside by suffix."""

    out: Path
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
    paths: Iterable[str | Path],
    out: str | Path,
    *,
    workers: int | None = None,
    ocr: Ocr = "auto",
    names: Names = "rules",
    limits: Limits | None = None,
    fresh: bool = False,
    prune: bool = False,
    progress: Callable[[Progress], None] | None = None,
    command: Iterable[str] = WORKER,
) -> RunSummary:
    """Extract the facts of all files that `paths` mean into the tables of `out`.

    `workers` is the number of processes, by default one per core; `ocr` says which pages are recognised, `names` what finds names; `fresh` reads finished documents again; `prune`
    forgets files that are gone. Files that cannot be read are in `failures`, not raised. Raises NothingToRead, and
    StoreError if the folder cannot be used; on KeyboardInterrupt what is finished is published first.
    """
    started = time.monotonic()
    limits = limits or Limits()
    target = Path(out)
    found = discover(paths, skip=target)
    if found.missing and not (found.files or found.failures):
        raise NothingToRead(f"No such file or folder: {', '.join(found.missing)}")
    with writing(target) as layout:
        remove_partials(layout.journal)
        ledger = load_ledger(layout, rules_version(names))
        settle(layout, ledger.manifest)
        state = _Run(layout, ledger, found, fresh=fresh, progress=progress)
        forgotten = _prune(ledger) if prune else 0
        if not ledger.manifest.generation:
            publish(layout, ledger, build_archive, find_same)
        outcomes = process(
            [(path, printable(path)) for path in found.files],
            count=workers or len(os.sched_getaffinity(0)),
            settings={
                "out": str(layout.out),
                "ocr": ocr,
                "names": names,
                "memory": limits.memory,
                "seconds": limits.seconds,
            },
            limits=limits,
            decide=state.decide,
            command=tuple(command),
        )
        try:
            with closing(outcomes):
                state.take(outcomes)
        except KeyboardInterrupt:
            publish(layout, ledger, build_archive, find_same)
            raise
        finally:
            sweep()  # what workers that had to be killed have left
        publish(layout, ledger, build_archive, find_same)
        return RunSummary(
            out=target,
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


def forget(names: Iterable[str], out: str | Path) -> int:
    """Take documents out of an archive, by doc_id (or its first 8 digits or more) or by path; how many files went.

    Raises KeyError for a name the archive does not know.
    """
    with writing(Path(out)) as layout:
        ledger = load_ledger(layout)
        settle(layout, ledger.manifest)
        gone = {path for name in names for path in _named(ledger, name)}
        for path in gone:
            ledger.forget(path)
        publish(layout, ledger, build_archive, find_same)
    return len(gone)


class _Run:
    """The course of one run. `decide` is called from the threads of the workers, the rest from the main one."""

    def __init__(
        self,
        layout: Layout,
        ledger: Ledger,
        found: Found,
        *,
        fresh: bool,
        progress: Callable[[Progress], None] | None,
    ) -> None:
        self._layout = layout
        self._ledger = ledger
        self._fresh = fresh
        self._progress = progress
        self._total = len(found.files) + len(found.failures) + len(found.missing)
        self._deciding = threading.Lock()
        self._claimed: set[str] = set()
        self._finished: set[str] = set()
        self._failed: dict[str, dict[str, str]] = {}
        self._waiting: dict[str, list[str]] = {}
        self.done = self.read = self.pages = 0
        self.facts: Counter[str] = Counter()
        self.failures: list[Failure] = []
        for failure in found.failures:
            self._fail(failure)
        for path in found.missing:
            source = printable(os.path.abspath(path))
            self._fail(Failure(source=source, stage="open", error="FileNotFoundError", message=_MISSING))

    def decide(self, source: str, doc_id: str) -> Message:
        """What a worker does about a file, once it knows what document that is."""
        with self._deciding:
            current = self._ledger.is_current(doc_id) and not self._fresh
            if current or doc_id in self._claimed:
                return {"do": "skip"}
            self._claimed.add(doc_id)
        tables = self._ledger.manifest.tables
        if self._fresh or not self._ledger.needs_rules_only(doc_id):
            return {"do": "read"}
        start = bucket(doc_id, len(tables["documents"]))
        return {"do": "find"} | {
            name: [str(self._layout.files / part.file) for part in tables[name] if part.start == start]
            for name in ("documents", "blocks")
        }

    def take(self, outcomes: Iterable[Outcome]) -> None:
        """Note every outcome, and publish from time to time."""
        published, cost = time.monotonic(), 0.0
        self._tell(None)
        for outcome in outcomes:
            self._note(outcome)
            waited = time.monotonic() - published
            if waited > max(PUBLISH_SECONDS, _PUBLISH_SHARE * cost):
                before = time.monotonic()
                publish(self._layout, self._ledger, build_archive, find_same)
                published = time.monotonic()
                cost = published - before

    def _note(self, outcome: Outcome) -> None:
        doc_id = outcome.doc_id
        if outcome.disk_full:
            raise DiskFull(outcome.disk_full)
        if outcome.failed:
            self._fail(Failure(source=outcome.path, doc_id=doc_id, **outcome.failed))
            if doc_id:
                self._failed[doc_id] = outcome.failed
                for path in self._waiting.pop(doc_id, ()):
                    self._fail(Failure(source=path, doc_id=doc_id, **outcome.failed))
            return
        assert doc_id
        if not outcome.skipped:
            self.read += 1
            self.pages += outcome.pages
            self.facts.update(outcome.facts)
            self._finished.add(doc_id)
            self._ledger.finish(doc_id)
            self._assign(outcome.path, doc_id)
            for path in self._waiting.pop(doc_id, ()):
                self._assign(path, doc_id)
        elif doc_id in self._failed:
            self._fail(Failure(source=outcome.path, doc_id=doc_id, **self._failed[doc_id]))
        elif doc_id in self._claimed and doc_id not in self._finished:
            self._waiting.setdefault(doc_id, []).append(outcome.path)
        else:
            self._assign(outcome.path, doc_id)

    def _assign(self, path: str, doc_id: str) -> None:
        self._ledger.assign(path, doc_id)
        self._count(None)

    def _fail(self, failure: Failure) -> None:
        self._ledger.fail(failure)
        self.failures.append(failure)
        self._count(failure)

    def _count(self, failure: Failure | None) -> None:
        self.done += 1
        self._tell(failure)

    def _tell(self, failure: Failure | None) -> None:
        if self._progress:
            self._progress(
                Progress(
                    done=self.done,
                    total=self._total,
                    pages=self.pages,
                    failed=len(self.failures),
                    failure=failure,
                )
            )


_MISSING = "There is no such file (any more). Check the path; --prune forgets files that are gone."


def _prune(ledger: Ledger) -> int:
    """Forget the files that are gone; a path that is not plain text (`printable`) cannot be looked up and stays."""
    gone = [path for path in {*ledger.document_of, *ledger.failures} if "\\x" not in path and not os.path.lexists(path)]
    for path in gone:
        ledger.forget(path)
    return len(gone)


def _named(ledger: Ledger, name: str) -> list[str]:
    """The paths in the archive that a doc_id, the beginning of one, or a path means."""
    path = printable(os.path.abspath(os.path.expanduser(name)))
    if path in ledger.document_of or path in ledger.failures:
        return [path]
    paths = [path for path, doc_id in ledger.document_of.items() if len(name) >= 8 and doc_id.startswith(name.lower())]
    if len({ledger.document_of[path] for path in paths}) != 1:
        raise KeyError(name)
    return paths
