"""Which files the given paths mean: a file, a folder with all below it, or a glob. Order and spelling do not matter."""

from __future__ import annotations

import glob
import os
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from extract.facts import Failure
from extract.remote import AnyPath, NotAnAddress, RemotePath, is_remote, place

#: What is taken from folders and globs; a file named itself is tried whatever its name. Kinds that are documents but
#: cannot be read yet are taken too: they become rows of `failures` that say what to do, instead of going unnoticed.
READABLE = frozenset(
    {".pdf", ".docx", ".txt", ".doc", ".rtf", ".odt", ".xlsx", ".xls", ".ods", ".jpg", ".jpeg", ".png", ".tif", ".tiff"}
)
NOT_YET: frozenset[str] = frozenset()
SUFFIXES = READABLE | NOT_YET
_GLOB = frozenset("*?[")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """`files` are absolute paths, sorted, each once; `others` counts files left aside by suffix; `missing` names
    arguments that mean nothing; `failures` are folders that cannot be opened."""

    files: tuple[str, ...]
    others: dict[str, int]
    missing: tuple[str, ...]
    failures: tuple[Failure, ...]


@dataclass(slots=True)
class _Search:
    skip: str | RemotePath | None
    files: set[str] = field(default_factory=set)
    others: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)


def discover(paths: Iterable[str | AnyPath], *, skip: AnyPath | None = None) -> Found:
    """Find the files. `skip` is a folder not to enter: the one the tables go to."""
    search = _Search(skip=(skip if isinstance(skip, RemotePath) else os.path.realpath(skip)) if skip else None)
    missing = []
    for given in (str(path) for path in paths):
        if is_remote(given):
            if not _remote(given, search):
                missing.append(given)
            continue
        path = absolute(given)
        if os.path.isdir(path):
            _walk(path, search, ())
        elif os.path.lexists(path):
            search.files.add(path)
        elif _GLOB & set(given):
            matches = glob.glob(path, recursive=True)
            for match in matches:
                _take(match, search, ())
            if not matches:
                missing.append(given)
        else:
            missing.append(given)
    return Found(
        files=tuple(sorted(search.files)),
        others=dict(sorted(search.others.items())),
        missing=tuple(missing),
        failures=tuple(sorted(search.failures, key=lambda failure: failure.source)),
    )


def absolute(path: str) -> str:
    """The path in full, by which it is known in the tables; an address in object storage is one."""
    return str(place(path)) if is_remote(path) else os.path.abspath(os.path.expanduser(path))


def is_there(path: str) -> bool:
    """Whether there is something at a path; a link that leads nowhere is."""
    return RemotePath(path).exists() if is_remote(path) else os.path.lexists(path)


def printable(path: str) -> str:
    """A path as a text that can be stored: bytes that are no UTF-8 are shown as `\\xNN`. Otherwise unchanged, not even
    to NFC: it must still open the file."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _walk(folder: str, search: _Search, above: tuple[str, ...]) -> None:
    """Take all below a folder. Links are followed except into a folder that we are inside of."""
    real = os.path.realpath(folder)
    if real in above or real == search.skip:
        return
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        search.failures.append(
            Failure(
                source=printable(folder),
                stage="open",
                error=type(error).__name__,
                message=f"The folder cannot be opened ({error.strerror}). Give this user the right to read it and run again.",
            )
        )
        return
    for name in _visible(names):
        _take(os.path.join(folder, name), search, (*above, real))


def _remote(given: str, search: _Search) -> bool:
    """Take what an address in object storage means; whether it means anything."""
    wild = min((given.index(sign) for sign in _GLOB if sign in given), default=None)
    try:
        whole = RemotePath(given)
        if wild is None and whole.exists() and not whole.is_dir():
            search.files.add(str(whole))
            return True
        root = whole if wild is None else RemotePath(given[:wild].rpartition("/")[0])
        fits = None if wild is None else re.compile(glob_pattern(str(whole)))
        found = False
        for path, _ in root.files():
            inside = str(path).removeprefix(str(root)).split("/")
            if (fits is not None and not fits.match(str(path))) or path == search.skip or _is_below(path, search.skip):
                continue
            found = True
            if all(_visible([part]) for part in inside if part):
                _sort_in(str(path), search)
        return found
    except (NotAnAddress, OSError) as error:
        search.failures.append(
            Failure(
                source=given,
                stage="open",
                error=type(error).__name__,
                message=f"The address cannot be looked at: {str(error).splitlines()[0]}",
            )
        )
        return True


def glob_pattern(pattern: str) -> str:
    """A glob as a regular expression: `*` and `?` within a folder, `**/` over folders."""
    parts = re.split(r"(\*\*/|\*|\?|\[[^]]+\])", pattern)
    known = {"**/": "(?:.*/)?", "*": "[^/]*", "?": "[^/]"}
    return (
        "".join(
            known.get(part) or (part if part.startswith("[") and i % 2 else re.escape(part))
            for i, part in enumerate(parts)
        )
        + "$"
    )


def _is_below(path: RemotePath, folder: object) -> bool:
    return isinstance(folder, RemotePath) and str(path).startswith(f"{folder}/")


def _take(path: str, search: _Search, above: tuple[str, ...]) -> None:
    if os.path.isdir(path):
        _walk(path, search, above)
    else:
        _sort_in(path, search)


def _sort_in(path: str, search: _Search) -> None:
    suffix = os.path.splitext(path)[1].lower()
    if suffix in SUFFIXES:
        search.files.add(path)
    else:
        search.others[suffix] += 1


def _visible(names: Iterable[str]) -> list[str]:
    """Without hidden files and the lock files Word leaves beside an open document."""
    return [name for name in names if not name.startswith((".", "~$"))]
