"""Where LibreOffice is, and what to install where it is not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

#: What Debian calls the parts that read text documents and sheets.
INSTALL = "apt-get install libreoffice-writer libreoffice-calc"
_LIBRARIES = ("libmergedlo.so", "libsofficeapp.so")
_WRITER, _CALC = "libswlo.so", "libsclo.so"


def program_folder() -> Path | None:
    """The folder of LibreOffice's libraries: of BAOCAO_LIBREOFFICE, of the `soffice` on the path, or where its packages put it."""
    return next((folder for folder in _candidates() if any((folder / name).exists() for name in _LIBRARIES)), None)


def has_writer(folder: Path) -> bool:
    """Whether it can read text documents."""
    return (folder / _WRITER).exists()


def has_calc(folder: Path) -> bool:
    """Whether it can read sheets."""
    return (folder / _CALC).exists()


def _candidates() -> Iterator[Path]:
    chosen = os.environ.get("BAOCAO_LIBREOFFICE")
    if chosen:
        yield Path(chosen)
        return
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            yield Path(found).resolve().parent
    yield Path("/usr/lib/libreoffice/program")
    yield from sorted(Path("/opt").glob("libreoffice*/program"), reverse=True)
