"""What a run knows of its archive: which file is which document, which documents are finished, what failed.

Nothing of it is stored apart: it is read back from the `documents` and `failures` tables and the journal.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import pyarrow.parquet as pq

from extract.facts import READER_VERSION, RULES_VERSION, SCHEMA_VERSION, Failure
from extract.remote import AnyPath
from extract.store.journal import waiting
from extract.store.layout import Layout, parquet_source
from extract.store.manifest import Manifest, current
from extract.store.rows import read_rows


class Versions(NamedTuple):
    """Which reader and which rules made a document's rows."""

    reader: str | None = READER_VERSION
    rules: str | None = RULES_VERSION


@dataclass(slots=True)
class Ledger:
    """The state of an archive while a run changes it. Paths are absolute."""

    manifest: Manifest = field(default_factory=Manifest)
    document_of: dict[str, str] = field(default_factory=dict)
    failures: dict[str, Failure] = field(default_factory=dict)
    versions: dict[str, Versions] = field(default_factory=dict)
    pending: set[str] = field(default_factory=set)
    dirty: set[str] = field(default_factory=set)
    failures_changed: bool = False
    rules: str = RULES_VERSION

    def is_current(self, doc_id: str) -> bool:
        """The document is finished and made by this reader and these rules."""
        return self.versions.get(doc_id) == Versions(rules=self.rules)

    def needs_rules_only(self, doc_id: str) -> bool:
        """The document was read by this reader, but its facts were found by other rules."""
        return doc_id in self.versions and self.versions[doc_id].reader == READER_VERSION

    def finish(self, doc_id: str) -> None:
        """A document's rows are in the journal."""
        self.versions[doc_id] = Versions(rules=self.rules)
        self.pending.add(doc_id)
        self.dirty.add(doc_id)

    def assign(self, path: str, doc_id: str) -> None:
        """The file at `path` is this finished document; what it was before, it is no more."""
        if self.failures.pop(path, None):
            self.failures_changed = True
        if self.document_of.get(path) != doc_id:
            self._unassign(path)
            self.document_of[path] = doc_id
            self.dirty.add(doc_id)

    def fail(self, failure: Failure) -> None:
        """A file could not be read. If its bytes are known to differ from before, its former rows go."""
        if self.failures.get(failure.source) != failure:
            self.failures[failure.source] = failure
            self.failures_changed = True
        if failure.doc_id and self.document_of.get(failure.source) != failure.doc_id:
            self._unassign(failure.source)

    def forget(self, path: str) -> None:
        """The file at `path` is no part of the archive any more."""
        if self.failures.pop(path, None):
            self.failures_changed = True
        self._unassign(path)

    def sources(self) -> dict[str, list[str]]:
        """The documents that belong in the tables, and the sorted paths of each."""
        found: dict[str, list[str]] = {}
        for path, doc_id in sorted(self.document_of.items()):
            if doc_id in self.versions:
                found.setdefault(doc_id, []).append(path)
        return found

    def _unassign(self, path: str) -> None:
        former = self.document_of.pop(path, None)
        if former:
            self.dirty.add(former)


def versions_in(files: Iterable[AnyPath]) -> dict[str, Versions]:
    """The versions that made the documents in some files of `documents`."""
    found: dict[str, Versions] = {}
    for path in files:
        table = pq.read_table(**parquet_source(path), columns=["doc_id", "reader_version", "rules_version"])
        for row in table.to_pylist():
            found[row["doc_id"]] = Versions(row["reader_version"], row["rules_version"])
    return found


def load_ledger(layout: Layout, rules: str = RULES_VERSION) -> Ledger:
    """The ledger of an output folder: what is published, then what a killed run had finished. `rules` is the version wanted now."""
    ledger = Ledger(manifest=current(layout), rules=rules)
    for path in ledger.manifest.files(layout, "documents"):
        names = ["doc_id", "sources", "reader_version", "rules_version"]
        for row in pq.read_table(**parquet_source(path), columns=names).to_pylist():
            ledger.versions[row["doc_id"]] = Versions(row["reader_version"], row["rules_version"])
            ledger.document_of.update(dict.fromkeys(row["sources"], row["doc_id"]))
    for failure in read_rows("failures", ledger.manifest.files(layout, "failures"), Failure):
        ledger.failures[failure.source] = failure
    for path, row in waiting(layout):
        if row and (row.reader_version, row.rules_version, row.schema_version) == (
            *Versions(rules=rules),
            SCHEMA_VERSION,
        ):
            ledger.finish(row.doc_id)
            for source in row.sources:
                ledger.assign(source, row.doc_id)
        else:
            path.unlink()
    return ledger
