"""Worker processes and the conversation with each: a crash, a hang or a blow-up costs one file, never the run.

Plain subprocesses, so that a caller's script needs no `if __name__ == "__main__"` and nothing of its state is copied.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extract.answers import Answers

Message = dict[str, Any]
#: Given path and doc_id of a file: what to do about it ({"do": "read"}, {"do": "skip"}, {"do": "find", …}).
Decide = Callable[[str, str], Message]

WORKER = (sys.executable, "-P", "-m", "extract.worker")
#: A worker is replaced after so many files, so that what a library leaks cannot add up.
FILES_PER_WORKER = 500
_START_SECONDS = 120.0
_LEAVE_SECONDS = 5.0


class Died(Exception):
    """The worker ended in the middle of a file."""


class TimeUp(Exception):
    """The worker did not answer in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may cost."""

    seconds: float = 300.0
    memory: int = 4 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file. `failed` has stage, error, message; `disk_full` ends the run."""

    path: str
    doc_id: str | None = None
    skipped: bool = False
    pages: int = 0
    facts: dict[str, int] = field(default_factory=dict)
    failed: dict[str, str] | None = None
    disk_full: str | None = None


class Worker:
    """One worker process."""

    def __init__(self, command: Sequence[str], settings: Message) -> None:
        root = str(Path(__file__).resolve().parents[1])
        inherited = os.environ.get("PYTHONPATH")
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("BAOCAO_DEBUG") else subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join([root, inherited] if inherited else [root])},
        )
        assert self._process.stdout is not None
        self._answers = Answers(self._process.stdout)
        self.files = 0
        try:
            self.ask(settings, time.monotonic() + _START_SECONDS)
        except (Died, TimeUp) as error:
            self.end()
            raise RuntimeError("Worker processes do not start; BAOCAO_DEBUG=1 shows why.") from error

    def ask(self, message: Message, deadline: float) -> Message:
        """Say something and wait for the answer. Raises Died or TimeUp."""
        self.tell(message)
        try:
            return self._answers.next(deadline)
        except TimeoutError:
            raise TimeUp from None
        except EOFError:
            raise Died(_cause(self._process.wait())) from None

    def tell(self, message: Message) -> None:
        """Say something that has no answer. Raises Died."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(message).encode() + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise Died(_cause(self._process.wait())) from None

    def leave(self) -> None:
        """Let a process that waits for work end itself: what it has started and put aside goes with it."""
        assert self._process.stdin is not None
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            self._process.stdin.close()
            self._process.wait(_LEAVE_SECONDS)
        self.end()

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


def process(
    tasks: Sequence[tuple[str, str]],
    *,
    count: int,
    settings: Message,
    limits: Limits,
    decide: Decide,
    command: Sequence[str] = WORKER,
) -> Generator[Outcome, None, None]:
    """Work through `tasks` (path, and how the path is stored) on `count` workers; outcomes come as they are ready.

    `decide` is called from the threads that lead the workers. Closing the iterator ends the workers at once.
    """
    crew = _Crew(iter(tasks), count=min(count, len(tasks)), settings=settings, limits=limits, decide=decide)
    return crew.work(command)


class _Crew:
    """One thread per worker; what they find out is collected in one queue, None when a thread ends."""

    def __init__(
        self, tasks: Iterator[tuple[str, str]], *, count: int, settings: Message, limits: Limits, decide: Decide
    ) -> None:
        self._tasks = tasks
        self._taking = threading.Lock()
        self._count = count
        self._settings = settings
        self._limits = limits
        self._decide = decide
        self._outcomes: queue.Queue[Outcome | BaseException | None] = queue.Queue(maxsize=1000)
        self._workers: set[Worker] = set()
        self._stop = threading.Event()

    def work(self, command: Sequence[str]) -> Generator[Outcome, None, None]:
        """Start the threads and hand on what they find out."""
        threads = [threading.Thread(target=self._lead, args=(command,), daemon=True) for _ in range(self._count)]
        for thread in threads:
            thread.start()
        leading = len(threads)
        try:
            while leading:
                outcome = self._outcomes.get()
                if outcome is None:
                    leading -= 1
                elif isinstance(outcome, BaseException):
                    raise outcome
                else:
                    yield outcome
        finally:
            self._stop.set()
            for worker in list(self._workers):
                worker.end()
            while any(thread.is_alive() for thread in threads):
                while not self._outcomes.empty():
                    self._outcomes.get_nowait()
                time.sleep(0.01)

    def _lead(self, command: Sequence[str]) -> None:
        """Lead one worker at a time through files until there are no more."""
        worker: Worker | None = None
        try:
            while not self._stop.is_set() and (task := self._next()):
                if worker is None:
                    worker = Worker(command, self._settings)
                    self._workers.add(worker)
                outcome, usable = follow(worker, task, self._limits, self._decide)
                self._outcomes.put(outcome)
                if not usable:
                    self._dismiss(worker, idle=False)
                    worker = None
        except BaseException as error:
            self._outcomes.put(error)
        finally:
            if worker is not None:
                self._dismiss(worker, idle=not self._stop.is_set())
            self._outcomes.put(None)

    def _next(self) -> tuple[str, str] | None:
        with self._taking:
            return next(self._tasks, None)

    def _dismiss(self, worker: Worker, *, idle: bool) -> None:
        self._workers.discard(worker)
        if idle:
            worker.leave()
        else:
            worker.end()


def follow(worker: Worker, task: tuple[str, str], limits: Limits, decide: Decide) -> tuple[Outcome, bool]:
    """The conversation about one file, and whether the worker can go on to the next; one that can and must not is let go."""
    outcome, usable = _converse(worker, task, limits, decide)
    if usable and worker.files >= FILES_PER_WORKER:
        worker.leave()
        usable = False
    return outcome, usable


def _converse(worker: Worker, task: tuple[str, str], limits: Limits, decide: Decide) -> tuple[Outcome, bool]:
    path, source = task
    doc_id = None
    worker.files += 1
    deadline = time.monotonic() + limits.seconds
    try:
        answer = worker.ask({"path": path, "source": source}, deadline)
        if "failed" in answer:
            return Outcome(path=source, doc_id=None, failed=answer["failed"]), True
        doc_id = answer["doc_id"]
        order = decide(source, doc_id)
        if order["do"] == "skip":
            worker.tell(order)
            return Outcome(path=source, doc_id=doc_id, skipped=True), True
        answer = worker.ask(order, deadline)
    except TimeUp:
        message = f"Reading took longer than {limits.seconds:g} seconds; allow more with --timeout, or split the file."
        return Outcome(path=source, doc_id=doc_id, failed=_failure("Timeout", message)), False
    except Died as cause:
        message = f"The reader {cause} on this file and was started anew. Convert the file, or please report it."
        return Outcome(path=source, doc_id=doc_id, failed=_failure("Crash", message)), False
    if "disk_full" in answer:
        return Outcome(path=source, doc_id=doc_id, disk_full=answer["disk_full"]), True
    if "failed" in answer:
        # Memory may be fragmented or held after a MemoryError; a new process is cheaper than a wrong failure.
        return Outcome(path=source, doc_id=doc_id, failed=answer["failed"]), answer["failed"]["error"] != "MemoryError"
    return Outcome(path=source, doc_id=doc_id, pages=answer["pages"], facts=answer["facts"]), True


def _failure(error: str, message: str) -> dict[str, str]:
    return {"stage": "read", "error": error, "message": message}


def _cause(status: int) -> str:
    return f"was ended by signal {-status}" if status < 0 else f"stopped with status {status}"
