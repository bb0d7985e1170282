"""One run at a time writes into an output folder.

On disk the system's lock says so, which ends with the process. In object storage every run puts a file of its own into `locks/` and then
looks for others: whoever came second sees the first (S3 lists what was written before, since 2020), both may see each other and both give
way. A run writes its file anew while it lives; one that has not for a while has died. Times are the store's own.
"""

from __future__ import annotations

import fcntl
import json
import os
import platform
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from extract.facts import TABLES
from extract.remote import RemotePath
from extract.store.layout import Busy, Layout, NoArchive, layout_of, telling_disk_full

#: In object storage: seconds between two signs of life, and without one until a run counts as dead.
BEAT = 30.0
DEAD = 180.0


@contextmanager
def writing(out: str | Path | RemotePath) -> Iterator[Layout]:
    """Hold the output folder for one run; it is made if need be.

    Raises Busy if another run holds it, NoArchive if tables lie there that no run of ours left.
    """
    layout = layout_of(out)
    with telling_disk_full(layout.out):
        strange = (
            () if layout.state.exists() else [name for name in TABLES if any(layout.table(name).glob("*.parquet"))]
        )
    if strange:
        raise NoArchive(
            f"{out} holds tables ({', '.join(strange)}) but not the folder .baocao that belongs to them. "
            "Move them away, or choose another folder with -o."
        )
    layout.make()
    with _remote(layout.state) if isinstance(layout.state, RemotePath) else _local(layout.state, layout):
        yield layout


@contextmanager
def _local(state: Path, layout: Layout) -> Iterator[None]:
    with telling_disk_full(layout.out):
        handle = os.open(state / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(handle, 20).decode(errors="replace").strip() or "unknown"
            raise _busy(f"process {holder}", layout.out) from None
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        yield
    finally:
        os.close(handle)


@contextmanager
def _remote(state: RemotePath) -> Iterator[None]:
    folder = state / "locks"
    mine = folder / f"{uuid.uuid4().hex}.json"

    def beat() -> None:
        with mine.writing() as file:
            file.write(json.dumps({"host": platform.node(), "process": os.getpid()}).encode())

    with telling_disk_full(state.parent):
        beat()
    ended = threading.Event()
    try:
        with telling_disk_full(state.parent):
            found = dict(folder.files(below=False))
            others = {path for path, written in found.items() if path != mine and written > found[mine] - DEAD}
            for path in found.keys() - others - {mine}:
                path.unlink(missing_ok=True)
            for path in others:
                raise _busy(_who(path), state.parent)

        def live() -> None:
            while not ended.wait(BEAT):
                with suppress(OSError):  # the next beat may get through
                    beat()

        thread = threading.Thread(target=live, daemon=True)
        thread.start()
        yield
        ended.set()
        thread.join()
    finally:
        ended.set()
        with suppress(OSError):
            mine.unlink(missing_ok=True)


def _who(path: RemotePath) -> str:
    with suppress(OSError, ValueError, KeyError):
        holder = json.loads(path.read_text())
        return f"process {holder['process']} on {holder['host']}"
    return "unknown"


def _busy(who: str, out: Path | RemotePath) -> Busy:
    return Busy(f"Another run ({who}) writes into {out}. Wait until it ends, or choose another folder with -o.")
