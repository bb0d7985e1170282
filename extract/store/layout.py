"""Where things lie in an output folder, and what can be wrong with one.

OUT/<table>/part-0000.parquet …   the tables, for everyone
OUT/.baocao/journal/<doc_id>.arrow   finished documents not yet in the tables
OUT/.baocao/files/                 every version of a table file that somebody may be reading
OUT/.baocao/manifest-000012.json   which of them make up the archive; the highest number counts
OUT/.baocao/lock                   held by the run that writes (`extract.store.lock`)

OUT may be in object storage, where nothing can be locked, linked or appended to; what that changes is said where it does.
"""

from __future__ import annotations

import errno
import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from extract.remote import AnyPath, NotAnAddress, RemotePath, place

#: What a folder is called into which the steps over the whole archive put what memory does not hold.
SPILL = "spill-"


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

    out: AnyPath

    @property
    def state(self) -> AnyPath:
        """What the runs know; not for readers of tables."""
        return self.out / ".baocao"

    @property
    def journal(self) -> AnyPath:
        """One file per finished document that is not published yet."""
        return self.state / "journal"

    @property
    def files(self) -> AnyPath:
        """Immutable table files, each under the generation that wrote it."""
        return self.state / "files"

    def table(self, name: str) -> AnyPath:
        """The folder of a table."""
        return self.out / name

    def make(self) -> None:
        """Create what is missing."""
        with telling_disk_full(self.out):
            self.journal.mkdir(parents=True, exist_ok=True)
            self.files.mkdir(exist_ok=True)


def layout_of(out: str | Path | RemotePath) -> Layout:
    """The layout of an output folder, however it is given. Raises StoreError for an address that is none."""
    try:
        return Layout(place(out).absolute())
    except NotAnAddress as error:
        raise StoreError(str(error)) from error


@contextmanager
def whole(path: AnyPath) -> Iterator[BinaryIO]:
    """A file to write into that exists whole or not at all, whatever happens meanwhile."""
    if isinstance(path, RemotePath):
        with path.writing() as handle:
            yield handle
        return
    partial = path.with_name(f".{path.name}.{uuid.uuid4().hex}.tmp")
    try:
        with partial.open("wb") as handle:
            yield handle
            handle.flush()
            os.fsync(handle.fileno())
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def write_whole(path: AnyPath, write: Callable[[BinaryIO], object]) -> None:
    """Write a file so that it exists whole or not at all."""
    with whole(path) as handle:
        write(handle)


def parquet_source(path: AnyPath) -> dict[str, Any]:
    """What tells pyarrow where a Parquet file is: `read_table(**parquet_source(path))`. `partitioning`: names of folders are no columns."""
    if isinstance(path, RemotePath):
        filesystem, inside = path.in_filesystem
        return {"source": inside, "filesystem": filesystem, "partitioning": None}
    return {"source": path, "partitioning": None}


def sync_folder(folder: AnyPath) -> None:
    """Make the names in a folder durable; in object storage they are."""
    if isinstance(folder, RemotePath):
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_partials(folder: AnyPath) -> None:
    """Remove what a killed run was writing; in object storage nothing appears before it is whole."""
    if isinstance(folder, RemotePath):
        return
    for partial in folder.glob(".*.tmp"):
        partial.unlink(missing_ok=True)
    for spilled in folder.glob(f"{SPILL}*"):
        shutil.rmtree(spilled, ignore_errors=True)


@contextmanager
def telling_disk_full(out: AnyPath) -> Iterator[None]:
    """Turn the system's refusal to write into a message."""
    try:
        yield
    except OSError as error:
        if isinstance(out, RemotePath) and error.errno is None:
            raise StoreError(f"{out} cannot be used: {str(error).splitlines()[0]}") from error
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise DiskFull(f"No space left for {out}. Free some and run the same command again.") from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST):
            raise StoreError(f"{out} cannot be written ({error.strerror}). Choose another folder with -o.") from error
        raise
