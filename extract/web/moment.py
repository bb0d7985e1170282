"""The archive as the pages see it: one consistent moment, replaced when a run has published a newer one."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extract.store.archive import Archive
from extract.store.layout import Layout, StoreError
from extract.store.manifest import numbered
from extract.web.warm import warmed

if TYPE_CHECKING:
    import duckdb

#: How long a page waits for a newer moment before it is made from the one at hand.
PATIENCE = 2.0


@dataclass(frozen=True, slots=True)
class Session:
    """One page's way to the tables; a cursor of its own, so that pages can be made at the same time."""

    connection: duckdb.DuckDBPyConnection
    generation: int


class Moment:
    """The tables as they stood at one generation, in memory."""

    def __init__(self, out: Path) -> None:
        """Raises StoreError if `out` is no archive."""
        self.generation = newest(out)
        self._archive = Archive(out)
        try:
            self._connection = warmed(self._archive)
        except BaseException:
            self._archive.close()
            raise
        self.users = 0
        self.retired = False

    def session(self) -> Session:
        """A way to the tables for one page."""
        return Session(self._connection.cursor(), self.generation)

    def close(self) -> None:
        """Give memory and files back."""
        self._connection.close()
        self._archive.close()


class Room:
    """Hands out the newest moment; a newer one is made beside it while pages go on from the old."""

    def __init__(self, out: Path) -> None:
        """Raises StoreError if `out` is no archive."""
        self._out = out
        self._lock = threading.Lock()
        self._now = Moment(out)
        self._making: tuple[float, threading.Thread] | None = None
        self._refused = 0

    @contextmanager
    def session(self) -> Iterator[Session]:
        """The tables of the newest moment, held for one page."""
        self._look()
        with self._lock:
            moment = self._now
            moment.users += 1
        session = moment.session()
        try:
            yield session
        finally:
            session.connection.close()
            with self._lock:
                moment.users -= 1
                last = moment.retired and not moment.users
            if last:
                moment.close()

    def close(self) -> None:
        """Give everything back."""
        if self._making is not None:
            self._making[1].join()
        self._now.close()

    def _look(self) -> None:
        """Start on a newer moment if there is one, and wait a little for it."""
        with self._lock:
            if self._making is None and newest(self._out) not in (self._now.generation, 0, self._refused):
                thread = threading.Thread(target=self._renew, daemon=True)
                self._making = (time.monotonic(), thread)
                thread.start()
            making = self._making
        if making is not None:
            making[1].join(max(0.0, making[0] + PATIENCE - time.monotonic()))

    def _renew(self) -> None:
        seen = newest(self._out)
        made = None
        try:
            made = Moment(self._out)
        except (StoreError, OSError):
            self._refused = seen  # of another version by now, say: the pages stay with what they have
        finally:
            with self._lock:
                self._making = None
                if made is not None:
                    old, self._now = self._now, made
                    old.retired = True
                    idle = not old.users
        if made is not None and idle:
            old.close()


def newest(out: Path) -> int:
    """The generation that the folder holds now; 0 if it holds none."""
    found = numbered(Layout(out.absolute()))
    return found[-1][0] if found else 0
