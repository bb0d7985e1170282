"""What to do about a document, told from the output folder alone: so that whoever reads the file, on whichever machine, can tell.

An order holds for the moment at which it was written down. One that is too old costs time (a document is read once more), never a row.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from extract.facts import READER_VERSION
from extract.store.buckets import bucket
from extract.store.journal import journal_path
from extract.store.layout import Layout, layout_of
from extract.store.ledger import Versions, versions_in
from extract.store.manifest import Manifest, of_generation

Message = dict[str, Any]


class Orders(NamedTuple):
    """`out` is the output folder, `generation` that of its tables, `rules` the version wanted."""

    out: str
    generation: int
    rules: str
    fresh: bool = False

    def decide(self, _source: str, doc_id: str) -> Message:
        """{"do": "read"}, {"do": "skip"}, or {"do": "find"} with the files in which the document stands."""
        if self.fresh:
            return {"do": "read"}
        layout = layout_of(self.out)
        if journal_path(layout, doc_id).exists():
            return {"do": "skip"}
        try:
            manifest = _manifest(self.out, self.generation)
            known = (
                _versions(self.out, self.generation, _start(manifest, doc_id)).get(doc_id) if manifest.tables else None
            )
        except FileNotFoundError:  # newer tables have taken their place meanwhile
            return {"do": "read"}
        if known == Versions(rules=self.rules):
            return {"do": "skip"}
        if known is not None and known.reader == READER_VERSION:
            return find_order(layout, manifest, doc_id)
        return {"do": "read"}


def find_order(layout: Layout, manifest: Manifest, doc_id: str) -> Message:
    """Find the facts anew, without reading the file again."""
    start = _start(manifest, doc_id)
    return {"do": "find"} | {
        name: [str(layout.files / part.file) for part in manifest.tables[name] if part.start == start]
        for name in ("documents", "blocks")
    }


def _start(manifest: Manifest, doc_id: str) -> str:
    return bucket(doc_id, len(manifest.tables["documents"]))


@lru_cache(2)
def _manifest(out: str, generation: int) -> Manifest:
    return of_generation(layout_of(out), generation)


@lru_cache(256)
def _versions(out: str, generation: int, start: str) -> dict[str, Versions]:
    layout = layout_of(out)
    parts = _manifest(out, generation).tables["documents"]
    return versions_in([layout.files / part.file for part in parts if part.start == start])
