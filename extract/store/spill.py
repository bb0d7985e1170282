"""Gathering more than memory holds: what is too much goes to DuckDB, which sorts it with the memory it is allowed and a folder on disk.

A small archive never gets that far. A group has to fit into memory, not the groups together.
"""

from __future__ import annotations

import pickle
import shutil
import tempfile
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa

from extract.remote import AnyPath
from extract.store.layout import SPILL

#: Things held by one gather before they go to disk, and rows handed over at once.
IN_MEMORY = 200_000
_BATCH = 20_000
#: What DuckDB may hold, in bytes. It sorts what is larger in pieces.
MEMORY = 1 << 30
_SCHEMA = pa.schema([("g", pa.string()), ("o", pa.string()), ("t", pa.binary())])
_GROUP, _PLACE, _THING = itemgetter(0), itemgetter(0, 1), itemgetter(2)


class Spill:
    """Makes gathers that share one memory limit, in bytes. Use it in a `with` block; `folder` is where the disk's part may lie."""

    def __init__(self, folder: AnyPath | None = None, *, memory: int = MEMORY, in_memory: int = IN_MEMORY) -> None:
        self._folder = (
            folder if isinstance(folder, Path) else None
        )  # what is in object storage sorts where this machine keeps such files
        self._memory = memory
        self.in_memory = in_memory
        self._place: Path | None = None
        self._connection: Any = None
        self._tables = 0

    def gather(self) -> SpillingGather:
        """A new, empty gather."""
        self._tables += 1
        return SpillingGather(self, f"gathered_{self._tables}")

    @property
    def used(self) -> bool:
        """Whether anything went to disk."""
        return self._connection is not None

    def cursor(self) -> Any:
        """A connection of its own: one result can be read while another table is written."""
        if self._connection is None:
            import duckdb

            self._place = Path(tempfile.mkdtemp(prefix=SPILL, dir=self._folder))
            # A table of a database in memory that outgrows its limit is written to the folder as it is; one of a file is
            # compressed first, which takes twice as long. One thread: each wants its own memory for sorting.
            settings: dict[str, str | bool | int | float | list[str]] = {
                "memory_limit": f"{self._memory}B",
                "temp_directory": str(self._place),
                "preserve_insertion_order": False,
                "threads": 1,
            }
            self._connection = duckdb.connect(":memory:", config=settings)
        return self._connection.cursor()

    def close(self) -> None:
        """Removes what lies on disk."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._place is not None:
            shutil.rmtree(self._place, ignore_errors=True)
            self._place = None

    def __enter__(self) -> Spill:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class SpillingGather:
    """A `Gather` (extract.gather) of any size; a group has to fit into memory."""

    def __init__(self, spill: Spill, table: str) -> None:
        self._spill = spill
        self._table = table
        self._held: list[tuple[str, str, Any]] = []
        self._cursor: Any = None

    def put(self, group: str, order: str, thing: Any) -> None:
        """Adds a thing."""
        self._held.append((group, order, thing))
        if len(self._held) >= (_BATCH if self._cursor is not None else self._spill.in_memory):
            self._flush()

    def groups(self) -> Iterator[tuple[str, list[Any]]]:
        """Each group with its things, once."""
        if self._cursor is None:
            held, self._held = self._held, []
            held.sort(key=_PLACE)
            for group, members in groupby(held, key=_GROUP):
                yield group, list(map(_THING, members))
            return
        self._flush()
        for group, members in groupby(self._sorted(), key=_GROUP):
            yield group, [pickle.loads(thing) for _, _, thing in members]
        self._cursor.execute(f"DROP TABLE {self._table}")
        self._cursor.close()
        self._cursor = None

    def _flush(self) -> None:
        if self._cursor is None:
            self._cursor = self._spill.cursor()
            self._cursor.execute(f"CREATE TABLE {self._table} (g VARCHAR, o VARCHAR, t BLOB)")
        held, self._held = self._held, []
        for start in range(0, len(held), _BATCH):
            groups, orders, things = zip(*held[start : start + _BATCH], strict=True)
            packed = [pickle.dumps(thing, pickle.HIGHEST_PROTOCOL) for thing in things]
            rows = pa.Table.from_arrays(
                [pa.array(groups), pa.array(orders), pa.array(packed, pa.binary())], schema=_SCHEMA
            )
            self._cursor.register("rows", rows)
            self._cursor.execute(f"INSERT INTO {self._table} SELECT * FROM rows")
            self._cursor.unregister("rows")

    def _sorted(self) -> Iterator[tuple[str, str, bytes]]:
        result = self._cursor.execute(f"SELECT g, o, t FROM {self._table} ORDER BY g, o")
        while rows := result.fetchmany(_BATCH):
            yield from rows
