"""Which files the given paths mean: a file, a folder with all below it, or a glob. Order and spelling do not matter."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extract.facts import Failure

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
    skip: str | None
    files: set[str] = field(default_factory=set)
    others: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)


def discover(paths: Iterable[str | Path], *, skip: Path | None = None) -> Found:
    """Find the files. `skip` is a folder not to enter: the one the tables go to."""
    search = _Search(skip=os.path.realpath(skip) if skip else None)
    missing = []
    for given in (str(path) for path in paths):
        path = os.path.abspath(os.path.expanduser(given))
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


def _take(path: str, search: _Search, above: tuple[str, ...]) -> None:
    if os.path.isdir(path):
        _walk(path, search, above)
        return
    suffix = os.path.splitext(path)[1].lower()
    if suffix in SUFFIXES:
        search.files.add(path)
    else:
        search.others[suffix] += 1


def _visible(names: Iterable[str]) -> Iterator[str]:
    """Without hidden files and the lock files Word leaves beside an open document."""
    return (name for name in names if not name.startswith((".", "~$")))
