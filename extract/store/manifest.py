"""The manifest: which files make up the archive at one moment. Writing the next one is the moment of publication.

Readers hold a shared lock on the manifest they use, so that the files it names outlive later publications. In object storage
nothing can be locked: there the files of a manifest stay for a while after it was replaced.
"""

from __future__ import annotations

import fcntl
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, Protocol

from extract.facts import SCHEMA_VERSION
from extract.remote import AnyPath, RemotePath
from extract.store.layout import Busy, Layout, NoArchive, OtherVersion, sync_folder, write_whole

#: In object storage: how long the files of a replaced manifest stay, in seconds.
GRACE = 3600.0
_NAME = re.compile(r"manifest-(\d+)\.json")


class Part(NamedTuple):
    """One file of a table: the first document prefix it covers, its file name and its number of rows."""

    start: str
    file: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The files of each table, in order of their first prefix."""

    generation: int = 0
    rules_version: str | None = None
    tables: dict[str, tuple[Part, ...]] = field(default_factory=dict)

    def files(self, layout: Layout, table: str) -> list[AnyPath]:
        """The files of a table, in order."""
        return [layout.files / part.file for part in self.tables.get(table, ())]

    def rows(self) -> dict[str, int]:
        """Rows per table."""
        return {table: sum(part.rows for part in parts) for table, parts in self.tables.items()}


def numbered(layout: Layout) -> list[tuple[int, AnyPath]]:
    """The manifests that exist, oldest first."""
    found = ((_NAME.fullmatch(path.name), path) for path in layout.state.glob("manifest-*.json"))
    return sorted((int(match[1]), path) for match, path in found if match)


def load(path: AnyPath) -> Manifest:
    """Read a manifest. Raises OtherVersion if it was written under another schema version."""
    data = json.loads(path.read_text(encoding="utf-8"))
    if data["schema_version"] != SCHEMA_VERSION:
        raise OtherVersion(
            f"{path.parent.parent} holds tables of schema version {data['schema_version']}; this program writes version "
            f"{SCHEMA_VERSION}. Extract into a new folder; the old one stays as it is."
        )
    tables = {name: tuple(Part(*part) for part in parts) for name, parts in data["tables"].items()}
    return Manifest(generation=data["generation"], rules_version=data["rules_version"], tables=tables)


def current(layout: Layout) -> Manifest:
    """The newest manifest, for the run that holds the lock; an empty one before the first publication."""
    existing = numbered(layout)
    return load(existing[-1][1]) if existing else Manifest()


def of_generation(layout: Layout, generation: int) -> Manifest:
    """The manifest of a generation, an empty one for 0. Raises FileNotFoundError if it is gone."""
    return load(layout.state / f"manifest-{generation:06d}.json") if generation else Manifest()


class Handle(Protocol):
    """What keeps files from being removed until it is closed."""

    def close(self) -> object:
        """Let them go."""


class _Nothing:
    def close(self) -> None:
        """Nothing is held: the files stay for the time of grace."""


def hold(layout: Layout) -> tuple[Manifest, Handle]:
    """The newest manifest, and a handle that keeps its files from being removed until it is closed.

    Raises NoArchive if nothing was ever published there.
    """
    while True:
        existing = numbered(layout)
        if not existing:
            raise NoArchive(f"{layout.out} holds no tables yet. Run: baocao extract PATH... -o {layout.out}")
        path = existing[-1][1]
        if isinstance(path, RemotePath):
            return load(path), _Nothing()
        try:
            handle = path.open(encoding="utf-8")
        except FileNotFoundError:
            continue
        fcntl.flock(handle, fcntl.LOCK_SH)
        if path.exists():
            return load(path), handle
        handle.close()


def commit(layout: Layout, manifest: Manifest) -> None:
    """Make `manifest` the current one, durably."""
    data = {
        "schema_version": SCHEMA_VERSION,
        "rules_version": manifest.rules_version,
        "generation": manifest.generation,
        "tables": manifest.tables,
    }
    sync_folder(layout.files)
    text = json.dumps(data, indent=1) + "\n"
    path = layout.state / f"manifest-{manifest.generation:06d}.json"
    if path.exists():  # in object storage a run that was cut off for long may have been taken for dead
        raise Busy(f"Another run has published into {layout.out} meanwhile. Run the same command again.")
    write_whole(path, lambda file: file.write(text.encode()))
    sync_folder(layout.state)


def retire(layout: Layout) -> None:
    """Remove older manifests that nobody holds, and the files that no remaining manifest names."""
    *older, newest = numbered(layout)
    if isinstance(layout.state, RemotePath):
        kept = [newest[1], *_recent(layout.state)]
    else:
        kept = [newest[1], *_held(path for _, path in older if isinstance(path, Path))]
    named = {part.file for path in kept for parts in load(path).tables.values() for part in parts}
    for path in layout.files.iterdir():
        if path.name not in named:
            path.unlink()


def _held(paths: Iterator[Path]) -> Iterator[Path]:
    for path in paths:
        with path.open() as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield path
            else:
                path.unlink()


def _recent(state: RemotePath) -> Iterator[RemotePath]:
    """Of the older manifests those that were replaced not long ago, by the clock of the store; the others are removed."""
    known = [(path, written) for path, written in state.files(below=False) if _NAME.fullmatch(path.name)]
    now = known[-1][1]
    for (path, _), (_, replaced) in pairwise(known):
        if now - replaced < GRACE:
            yield path
        else:
            path.unlink(missing_ok=True)
