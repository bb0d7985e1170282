"""Where things lie in an output folder, and what can be wrong with one.

OUT/<table>/part-0000.parquet …   the tables, for everyone
OUT/.baocao/journal/<doc_id>.arrow   finished documents not yet in the tables
OUT/.baocao/files/                 every version of a table file that somebody may be reading
OUT/.baocao/manifest-000012.json   which of them make up the archive; the highest number counts
OUT/.baocao/lock                   held by the run that writes
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO


class StoreError(Exception):
    """Something about the output folder that the message tells how to mend."""


class Busy(StoreError):
    """Another run writes into the folder."""


class OtherVersion(StoreError):
    """The folder was written under another schema version."""


class NoArchive(StoreError):
    """The folder holds no tables of ours, or tables that are not ours."""


class DiskFull(StoreError):
    """Nothing more can be written; what was finished stays finished."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths inside one output folder."""

    out: Path

    @property
    def state(self) -> Path:
        """What the runs know; not for readers of tables."""
        return self.out / ".baocao"

    @property
    def journal(self) -> Path:
        """One file per finished document that is not published yet."""
        return self.state / "journal"

    @property
    def files(self) -> Path:
        """Immutable table files, each under the generation that wrote it."""
        return self.state / "files"

    def table(self, name: str) -> Path:
        """The folder of a table."""
        return self.out / name

    def make(self) -> None:
        """Create what is missing."""
        with telling_disk_full(self.out):
            self.journal.mkdir(parents=True, exist_ok=True)
            self.files.mkdir(exist_ok=True)


def write_whole(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Write a file so that it exists whole or not at all, whatever happens meanwhile."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with partial.open("wb") as handle:
            write(handle)
            handle.flush()
            os.fsync(handle.fileno())
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_partials(folder: Path) -> None:
    """Remove what a killed run was writing."""
    for partial in folder.glob(".*.tmp"):
        partial.unlink(missing_ok=True)


@contextmanager
def telling_disk_full(out: Path) -> Iterator[None]:
    """Turn the system's refusal to write into a message."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise DiskFull(f"No space left for {out}. Free some and run the same command again.") from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST):
            raise StoreError(f"{out} cannot be written ({error.strerror}). Choose another folder with -o.") from error
        raise
