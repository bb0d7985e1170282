"""Gathering more than memory holds: what is too much goes to SQLite, which sorts it on disk with the little memory it is allowed.

A small archive never gets that far. A group has to fit into memory, not the groups together. SQLite and not DuckDB, which questions are
asked of: DuckDB's sort is faster where it finishes, but wants a share of what it sorts in memory and gives up below it (`python -m corpus.bench.gathering`).
"""

from __future__ import annotations

import os
import pickle
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Any

from extract.remote import AnyPath
from extract.store.layout import SPILL

#: Things held by one gather before they go to disk, and rows taken from there at once.
IN_MEMORY = 50_000
_BATCH = 1_000
#: What SQLite may hold for all gathers together, in bytes.
MEMORY = 256 << 20
#: Gathers that are in use at the same time share it.
_SHARE = 8
_GROUP, _PLACE, _THING = itemgetter(0), itemgetter(0, 1), itemgetter(2)
#: Where SQLite's sort puts its own files, which have no names: nothing of them is left when the process is killed.
_TEMPORARY = "SQLITE_TMPDIR"


class Spill:
    """Makes gathers that share one memory limit, in bytes. Use it in a `with` block; `folder` is where the disk's part may lie."""

    def __init__(self, folder: AnyPath | None = None, *, memory: int = MEMORY, in_memory: int = IN_MEMORY) -> None:
        # What belongs to tables in object storage is sorted where this machine keeps passing files.
        self._folder = folder if isinstance(folder, Path) else None
        self._memory = memory
        self.in_memory = in_memory
        self._place: Path | None = None
        self._before: str | None = None
        self._files = 0

    def gather(self) -> SpillingGather:
        """A new, empty gather."""
        return SpillingGather(self)

    @property
    def used(self) -> bool:
        """Whether anything went to disk."""
        return self._place is not None

    def file(self) -> sqlite3.Connection:
        """A new file for one gather. It need not outlive the process, so nothing is done for its safety."""
        if self._place is None:
            self._place = Path(tempfile.mkdtemp(prefix=SPILL, dir=self._folder))
            self._before = os.environ.get(_TEMPORARY)
            os.environ[_TEMPORARY] = str(self._place)
        self._files += 1
        connection = sqlite3.connect(self._place / f"{self._files}.sqlite", isolation_level=None)
        for setting in (
            "journal_mode=OFF",
            "synchronous=OFF",
            "locking_mode=EXCLUSIVE",
            "temp_store=FILE",
            f"cache_size=-{self._memory // _SHARE // 1024}",
        ):
            connection.execute(f"PRAGMA {setting}")
        connection.execute("CREATE TABLE gathered (g TEXT, o TEXT, t BLOB)")
        return connection

    def close(self) -> None:
        """Removes what lies on disk."""
        if self._place is not None:
            if self._before is None:
                os.environ.pop(_TEMPORARY, None)
            else:
                os.environ[_TEMPORARY] = self._before
            shutil.rmtree(self._place, ignore_errors=True)
            self._place = None

    def __enter__(self) -> Spill:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class SpillingGather:
    """A `Gather` (extract.gather) of any size."""

    def __init__(self, spill: Spill) -> None:
        self._spill = spill
        self._held: list[tuple[str, str, Any]] = []
        self._file: sqlite3.Connection | None = None

    def put(self, group: str, order: str, thing: Any) -> None:
        """Adds a thing."""
        self._held.append((group, order, thing))
        if len(self._held) >= self._spill.in_memory:
            self._flush()

    def groups(self) -> Iterator[tuple[str, list[Any]]]:
        """Each group with its things, once."""
        if self._file is None:
            self._held.sort(key=_PLACE)
            held, self._held = self._held, []
            for group, members in groupby(held, key=_GROUP):
                yield group, list(map(_THING, members))
            return
        file = self._flush()
        self._file = None
        file.execute("COMMIT")
        rows = file.execute("SELECT g, o, t FROM gathered ORDER BY g, o")
        rows.arraysize = _BATCH
        for group, members in groupby(rows, key=_GROUP):
            yield group, [pickle.loads(thing) for _, _, thing in members]
        file.close()

    def _flush(self) -> sqlite3.Connection:
        if self._file is None:
            self._file = self._spill.file()
            self._file.execute("BEGIN")
        held, self._held = self._held, []
        self._file.executemany(
            "INSERT INTO gathered VALUES (?, ?, ?)",
            ((group, order, pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)) for group, order, thing in held),
        )
        return self._file
