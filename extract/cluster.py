"""The same units of work on a Dask cluster: a file is read by the same worker process as here, only that a Dask worker leads it.

What a Dask worker knows it has from the task and from the output folder, never from another worker, so that any of them may be lost at any
time: the scheduler gives its tasks to another, which leaves the same files behind.
"""

from __future__ import annotations

import os
import time
from asyncio import CancelledError
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from threading import Lock
from typing import Any, TypeVar

from extract.facts import READER_VERSION, RULES_VERSION, SCHEMA_VERSION
from extract.orders import Orders
from extract.store.layout import StoreError
from extract.workers import WORKER, Limits, Message, Outcome, Worker, follow

Given = TypeVar("Given")
Made = TypeVar("Made")
#: Files given out and not done yet, per thread of the cluster.
_AHEAD = 4
#: A file whose Dask workers were lost so often (each time the scheduler has tried several) counts as failed.
_TRIES = 3
_SECONDS_TO_CONNECT = 20.0
_SECONDS_FOR_WORKERS = 60.0
#: What has to be the same everywhere for the tables to be the same.
_PACKAGES = ("baocao", "pyarrow", "pypdfium2", "pdfplumber", "python-docx", "regex", "lxml", "spacy", "tesserocr")


class ClusterError(StoreError):
    """The cluster cannot do the work; the message says what to do."""


class _Lost(ClusterError):
    """The Dask workers that did a piece of work were lost, each time."""


class Cluster:
    """A connection to a Dask scheduler. Use it in a `with` block."""

    def __init__(self, scheduler: str) -> None:
        """`scheduler` is an address (`tcp://host:8786`) or a scheduler file. Raises ClusterError."""
        try:
            import distributed
        except ImportError as error:
            raise ClusterError("--scheduler needs Dask. Get it with: pip install 'baocao[cluster]'") from error
        where = {"scheduler_file": scheduler} if os.path.isfile(scheduler) else {"address": scheduler}
        try:
            client: Any = distributed.Client
            self._client: Any = client(**where, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise ClusterError(f"No Dask scheduler answers at {scheduler}. Start one with: dask scheduler") from error
        self._known, self._looked = 1, float("-inf")
        try:
            self._client.wait_for_workers(1, timeout=_SECONDS_FOR_WORKERS)
        except TimeoutError as error:
            self._client.close()
            raise ClusterError(
                f"The scheduler at {scheduler} has no workers. Start some with: dask worker {scheduler}"
            ) from error

    def process(
        self, tasks: Sequence[tuple[str, str]], *, settings: Message, limits: Limits, orders: Callable[[], Orders]
    ) -> Generator[Outcome, None, None]:
        """Work through `tasks` (path, and how the path is stored); outcomes come as they are ready. `orders` are asked for each
        task when it is given out. Raises ClusterError if a worker runs another version."""
        import distributed

        waiting = deque((task, 1) for task in tasks)
        given: dict[Any, tuple[tuple[str, str], int]] = {}
        done: Any = distributed.as_completed(loop=self._client.loop)  # type: ignore[no-untyped-call]

        def give() -> None:
            while waiting and len(given) < _AHEAD * self._threads():
                task, tries = waiting.popleft()
                future = self._client.submit(
                    one_file,
                    task,
                    settings,
                    limits,
                    orders(),
                    needed(),
                    pure=False,
                    key=f"baocao-{os.urandom(8).hex()}",
                )
                given[future] = task, tries
                done.add(future)

        try:
            give()
            while given:
                batch = done.next_batch()
                well = [future for future in batch if future.status == "finished"]
                outcomes = self._results(well)
                for future in well:
                    del given[future]
                for future in batch:
                    if future in given:
                        task, tries = given.pop(future)
                        try:
                            outcomes += self._results([future])
                        except _Lost:
                            if tries < _TRIES:
                                waiting.append((task, tries + 1))
                            else:
                                outcomes.append(_lost(task))
                give()
                yield from outcomes
        finally:
            self._client.cancel(list(given), force=True)

    def spread(self, do: Callable[[Given], Made], things: Iterable[Given], /) -> Iterator[Made]:
        """Do the same work on many things; results in their order."""
        rest = iter(things)
        given: deque[Any] = deque()
        while True:
            for thing in islice(rest, max(0, _AHEAD * self._threads() - len(given))):
                given.append(self._client.submit(do, thing, pure=False, priority=10, retries=_TRIES))
            if not given:
                return
            yield from self._results([given.popleft() for _ in range((len(given) + 1) // 2)])

    def close(self) -> None:
        """Let the cluster go; the worker processes on it end."""
        with suppress(OSError, TimeoutError):
            self._client.run(dismiss)
        self._client.close()

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _results(self, futures: list[Any]) -> list[Any]:
        """What units of work gave, fetched together, or the first error. Raises ClusterError if the scheduler is gone or its workers were lost."""
        import distributed

        try:
            return list(self._client.gather(futures))
        except distributed.KilledWorker as error:
            raise _Lost(
                "The machines that did a piece of work were lost each time. Run the same command again."
            ) from error
        except (CancelledError, ConnectionError) as error:
            raise ClusterError(
                f"The scheduler {self._client.scheduler.address} is gone. Start it and run the same command again."
            ) from error

    def _threads(self) -> int:
        """Threads of the cluster, looked up at most once a second."""
        if time.monotonic() - self._looked > 1.0:
            self._known, self._looked = max(1, sum(self._client.nthreads().values())), time.monotonic()
        return self._known


def _lost(task: tuple[str, str]) -> Outcome:
    message = "The machines that read this file were lost each time. Read it by itself, or convert it."
    return Outcome(path=task[1], failed={"stage": "read", "error": "Crash", "message": message})


@cache
def needed() -> tuple[tuple[str, str], ...]:
    """What this program is made of."""
    found = [("reader", READER_VERSION), ("rules", RULES_VERSION), ("tables", SCHEMA_VERSION)]
    for name in _PACKAGES:
        try:
            found.append((name, version(name)))
        except PackageNotFoundError:
            found.append((name, "absent"))
    return tuple(found)


# What follows runs on the Dask workers.

_IDLE: dict[str, list[Worker]] = {}
_TAKING = Lock()


def one_file(
    task: tuple[str, str], settings: Message, limits: Limits, orders: Orders, wanted: tuple[tuple[str, str], ...]
) -> Outcome:
    """Lead a worker process of this machine through one file. Raises ClusterError if this machine has other versions."""
    other = [
        f"{name} {mine} instead of {theirs}"
        for (name, theirs), (_, mine) in zip(wanted, needed(), strict=True)
        if mine != theirs
    ]
    if other:
        raise ClusterError(
            f"A worker of the cluster has {', '.join(other)}. Install the same everywhere, then run again."
        )
    key = repr(sorted(settings.items()))
    with _TAKING:
        idle = _IDLE.setdefault(key, [])
        worker = idle.pop() if idle else None
    worker = worker or Worker(WORKER, settings)
    outcome, usable = follow(worker, task, limits, orders.decide)
    if usable:
        with _TAKING:
            _IDLE[key].append(worker)
    else:
        worker.end()
    return outcome


def dismiss() -> None:
    """End the idle worker processes of this machine."""
    with _TAKING:
        leaving = [worker for workers in _IDLE.values() for worker in workers]
        _IDLE.clear()
    for worker in leaving:
        worker.leave()
