"""Files in object storage (`s3://bucket/folder/file`): what of pathlib the rest needs, over pyarrow's file systems.

Credentials, region and endpoint come from the environment, as for every program that speaks S3 (`AWS_ACCESS_KEY_ID`, `AWS_REGION`,
`AWS_ENDPOINT_URL`, `AWS_PROFILE` …); a path never holds any, since paths are kept in the tables.
"""

from __future__ import annotations

import fnmatch
import io
import os
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache, total_ordering
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Any, BinaryIO, cast

_ADDRESS = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]+)://(?P<bucket>[^/]+)(?:/(?P<key>.*))?$", re.DOTALL)
#: What is larger is put on disk before it is sent.
_IN_MEMORY = 64 << 20


class NotAnAddress(ValueError):
    """A path that looks like one in object storage but cannot be used; the message says why."""


def is_remote(path: object) -> bool:
    """Whether this path is one in object storage."""
    return isinstance(path, RemotePath) or "://" in str(path)


def place(path: str | os.PathLike[str] | RemotePath) -> AnyPath:
    """The path, of the kind that it is. Raises NotAnAddress."""
    if isinstance(path, RemotePath):
        return path
    return RemotePath(os.fspath(path)) if is_remote(path) else Path(path)


@total_ordering
class RemotePath:
    """A file or folder in object storage. Folders are only what the names of files share; they need not be made."""

    __slots__ = ("bucket", "key", "scheme")

    def __init__(self, address: str) -> None:
        """Raises NotAnAddress."""
        match = _ADDRESS.match(address)
        if match is None:
            raise NotAnAddress(f"{address} is no address of object storage; s3://BUCKET/FOLDER is one.")
        if "@" in match["bucket"]:
            raise NotAnAddress(
                "Credentials do not belong into an address. Put them into the environment (AWS_ACCESS_KEY_ID …)."
            )
        self.scheme: str = match["scheme"]
        self.bucket: str = match["bucket"]
        self.key: str = "/".join(part for part in (match["key"] or "").split("/") if part)

    def __str__(self) -> str:
        return f"{self.scheme}://{self._path}"

    def __repr__(self) -> str:
        return f"RemotePath({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RemotePath) and str(self) == str(other)

    def __lt__(self, other: RemotePath) -> bool:
        return str(self) < str(other)

    def __hash__(self) -> int:
        return hash(str(self))

    def __truediv__(self, name: str) -> RemotePath:
        return RemotePath(f"{self}/{name}")

    @property
    def name(self) -> str:
        """Its last part."""
        return self.key.rpartition("/")[2]

    @property
    def parent(self) -> RemotePath:
        """The folder it is in."""
        return RemotePath(f"{self.scheme}://{self.bucket}/{self.key.rpartition('/')[0]}")

    @property
    def in_filesystem(self) -> tuple[Any, str]:
        """The file system and the path in it, as pyarrow wants them. Raises NotAnAddress if there is no such kind of storage."""
        return _filesystem(self.scheme, self.bucket), self._path

    @property
    def _path(self) -> str:
        return f"{self.bucket}/{self.key}" if self.key else self.bucket

    def absolute(self) -> RemotePath:
        """Itself."""
        return self

    def mkdir(self, **_: object) -> None:
        """Nothing: a folder is there once something is in it."""

    def exists(self) -> bool:
        """Whether there is such a file or folder."""
        return bool(self._info().type != _file_types().NotFound)

    def is_dir(self) -> bool:
        """Whether there is such a folder."""
        return bool(self._info().type == _file_types().Directory)

    def modified(self) -> float:
        """When the store says it was written, in seconds."""
        return float(self._info().mtime.timestamp())

    def iterdir(self) -> Iterator[RemotePath]:
        """The files in the folder, sorted."""
        yield from (path for path, _ in self.files(below=False))

    def glob(self, pattern: str) -> Iterator[RemotePath]:
        """Those of them whose name fits."""
        return (path for path in self.iterdir() if fnmatch.fnmatchcase(path.name, pattern))

    def files(self, *, below: bool = True) -> Iterator[tuple[RemotePath, float]]:
        """The files in the folder, and in those below it, sorted, with the time each was written."""
        from pyarrow.fs import FileSelector

        filesystem, path = self.in_filesystem
        for info in sorted(
            filesystem.get_file_info(FileSelector(path, recursive=below, allow_not_found=True)),
            key=lambda one: one.path,
        ):
            if info.type == _file_types().File:
                yield RemotePath(f"{self.scheme}://{info.path}"), info.mtime.timestamp() if info.mtime else 0.0

    def open(self, mode: str = "rb") -> BinaryIO:
        """The content, to be read. Raises FileNotFoundError."""
        if mode != "rb":
            raise ValueError(f"mode {mode!r}: a file in object storage is written as a whole")
        return io.BytesIO(self.read_bytes())

    def read_bytes(self) -> bytes:
        """The content. Raises FileNotFoundError."""
        filesystem, path = self.in_filesystem
        with filesystem.open_input_stream(path) as stream:
            return bytes(stream.read())

    def read_text(self, encoding: str = "utf-8") -> str:
        """The content as text."""
        return self.read_bytes().decode(encoding)

    @contextmanager
    def writing(self) -> Iterator[BinaryIO]:
        """A file to write into; it exists once the block has ended well and all of it has come."""
        with SpooledTemporaryFile(max_size=_IN_MEMORY) as spool:
            yield cast(BinaryIO, spool)
            spool.seek(0)
            # In a thread of its own: Ctrl-C then cannot cut it short and leave half a file under the whole name.
            _sender().submit(self._send, spool).result()

    def copy_to(self, target: RemotePath) -> None:
        """Put a copy beside, without it coming here."""
        filesystem, path = self.in_filesystem
        filesystem.copy_file(path, target._path)

    def unlink(self, missing_ok: bool = False) -> None:
        """Remove the file. Raises FileNotFoundError unless it may be missing."""
        filesystem, path = self.in_filesystem
        try:
            filesystem.delete_file(path)
        except FileNotFoundError:
            if not missing_ok:
                raise
        except OSError:  # pyarrow also writes a mark that the folder is there, which may fail where others do the same
            if self._info().type != _file_types().NotFound:
                raise

    def _send(self, spool: IO[bytes]) -> None:
        filesystem, path = self.in_filesystem
        with filesystem.open_output_stream(path) as stream:
            shutil.copyfileobj(spool, stream, _IN_MEMORY)

    def _info(self) -> Any:
        filesystem, path = self.in_filesystem
        return filesystem.get_file_info(path)


AnyPath = Path | RemotePath


@cache
def _filesystem(scheme: str, bucket: str) -> Any:
    from pyarrow import ArrowException
    from pyarrow.fs import FileSystem

    try:
        return FileSystem.from_uri(f"{scheme}://{bucket}")[0]
    except (ArrowException, OSError) as error:
        raise NotAnAddress(f"{scheme}://{bucket} cannot be used: {str(error).splitlines()[0]}") from error


def _file_types() -> Any:
    from pyarrow.fs import FileType

    return FileType


@cache
def _sender() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=4, thread_name_prefix="baocao-send")
