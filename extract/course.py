"""The course of one run: what came of each file, and when the tables are brought up to date."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extract.discover import Found, absolute, printable
from extract.facts import Failure
from extract.orders import Orders, find_order
from extract.store.layout import DiskFull, Layout
from extract.store.ledger import Ledger
from extract.workers import Message, Outcome

#: Finished documents come into the tables at least this often, but publishing takes a twentieth of the time at most.
PUBLISH_SECONDS = 30.0
_PUBLISH_SHARE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is: at the start and after each file, `failure` if that one failed."""

    done: int
    total: int
    pages: int
    failed: int
    failure: Failure | None = None


class Course:
    """The course of one run. `decide` is called from the threads of the workers, the rest from the main one."""

    def __init__(
        self,
        layout: Layout,
        ledger: Ledger,
        found: Found,
        *,
        fresh: bool,
        publish: Callable[[], None],
        progress: Callable[[Progress], None] | None,
    ) -> None:
        self._layout = layout
        self._ledger = ledger
        self._fresh = fresh
        self._publish = publish
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
            source = printable(absolute(path))
            self._fail(Failure(source=source, stage="open", error="FileNotFoundError", message=_MISSING))

    def decide(self, source: str, doc_id: str) -> Message:
        """What a worker does about a file, once it knows what document that is."""
        with self._deciding:
            current = self._ledger.is_current(doc_id) and not self._fresh
            if current or doc_id in self._claimed:
                return {"do": "skip"}
            self._claimed.add(doc_id)
        if self._fresh or not self._ledger.needs_rules_only(doc_id):
            return {"do": "read"}
        return find_order(self._layout, self._ledger.manifest, doc_id)

    def orders(self) -> Orders:
        """The same for whoever cannot be told: what the output folder says now. A document that comes twice is then read twice."""
        generation = self._ledger.manifest.generation
        return Orders(str(self._layout.out), generation, self._ledger.rules, self._fresh)

    def take(self, outcomes: Iterable[Outcome]) -> None:
        """Note every outcome, and publish from time to time."""
        published, cost = time.monotonic(), 0.0
        self._tell(None)
        for outcome in outcomes:
            self._note(outcome)
            waited = time.monotonic() - published
            if waited > max(PUBLISH_SECONDS, _PUBLISH_SHARE * cost):
                before = time.monotonic()
                self._publish()
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
            if doc_id not in self._finished:  # else two machines read it at once; its rows may be in the tables already
                self._finished.add(doc_id)
                self._ledger.finish(doc_id)
                self.read += 1
                self.pages += outcome.pages
                self.facts.update(outcome.facts)
            self._assign(outcome.path, doc_id)
            for path in self._waiting.pop(doc_id, ()):
                self._assign(path, doc_id)
        elif doc_id in self._failed:
            self._fail(Failure(source=outcome.path, doc_id=doc_id, **self._failed[doc_id]))
        elif doc_id in self._claimed and doc_id not in self._finished:
            self._waiting.setdefault(doc_id, []).append(outcome.path)
        else:
            if not self._ledger.is_current(doc_id):  # a worker that was taken for lost has left it in the journal
                self._ledger.finish(doc_id)
                self._finished.add(doc_id)
                self.read += 1
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
