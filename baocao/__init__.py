"""Structured facts from published Vietnamese administrative reports.

    import baocao
    report = baocao.extract("bao-cao.pdf")     # one document with all its facts, nothing written
    report.citations                            # a pandas DataFrame, as are the other tables
    baocao.run(["corpus/"], "outputs/")         # many files into Parquet tables: what `baocao extract` does
    baocao.open("outputs/").sql("SELECT type, count(*) FROM citations GROUP BY type")
    baocao.find_citations("theo Nghị định số 61/2018/NĐ-CP")

Importing it is cheap; what a function needs is imported when it is called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from baocao.report import Report

if TYPE_CHECKING:
    from spacy.language import Language

    from extract.document import Ocr
    from extract.facts import Citation, Names
    from extract.run import Progress, RunSummary
    from extract.store.archive import Archive

__all__ = ["Report", "extract", "find_citations", "open", "pipeline", "run"]
__version__ = "0.1.0"


def extract(path: str | Path, *, ocr: Ocr = "auto", names: Names = "rules") -> Report:
    """Read one PDF, DOCX, text file or picture and find its facts; nothing is written.

    `ocr` says which pages are recognised as pictures: those that need it (`auto`), all (`always`) or none (`never`);
    `names` what finds names: the `rules`, the trained `model`, or `both`.

    Raises OSError if the file cannot be opened, `extract.read.ReadError` with a message that says what to do if it
    cannot be read.
    """
    from dataclasses import replace

    from extract.collector import undisturbed
    from extract.discover import printable
    from extract.pipeline import extract_facts
    from extract.read import read

    with undisturbed():
        facts = extract_facts(read(Path(path), ocr=ocr), names)
    source = printable(str(Path(path).absolute()))
    return Report(replace(facts, header=replace(facts.header, sources=(source,))))


def run(
    paths: Iterable[str | Path] | str | Path,
    out: str | Path = "outputs",
    *,
    workers: int | None = None,
    scheduler: str | None = None,
    ocr: Ocr = "auto",
    names: Names = "rules",
    timeout: float = 300.0,
    fresh: bool = False,
    prune: bool = False,
    progress: Callable[[Progress], None] | None = None,
) -> RunSummary:
    """Extract the facts of all files that `paths` mean (files, folders, globs) into the tables of `out`.

    Both may be in object storage (`s3://bucket/folder`). `workers` is the number of processes (by default one per core), `scheduler` the address
    of a Dask cluster that does the work instead, `ocr` and `names` as for `extract`, `timeout` the seconds one file may take, `fresh`
    reads finished documents again, `prune` forgets files that are gone, `progress` is called at the start and after each file. Files
    that cannot be read are in the table `failures` and in the summary, not raised.
    """
    from extract.run import run as run_files
    from extract.workers import Limits

    given = [paths] if isinstance(paths, str | Path) else paths
    limits = Limits(seconds=timeout)
    return run_files(
        given,
        out,
        workers=workers,
        scheduler=scheduler,
        ocr=ocr,
        names=names,
        limits=limits,
        fresh=fresh,
        prune=prune,
        progress=progress,
    )


def open(out: str | Path = "outputs") -> Archive:
    """The tables of an output folder as they stand now: `.table("citations")`, `.sql("SELECT …")`.

    Consistent across tables, also while a run goes on; a later moment is another `open`. Raises
    `extract.store.layout.StoreError` if the folder holds no tables, or those of another version.
    """
    from extract.store.archive import Archive

    return Archive(out)


def pipeline() -> Language:
    """A spaCy pipeline whose Docs hold citations and quantities (`doc.spans`) and names (`doc.ents`): `baocao.components`."""
    from baocao.components import pipeline as made

    return made()


def find_citations(text: str) -> list[Citation]:
    """The mentions of instruments in a plain text: the grammar alone, without a file.

    `char_start` and `char_end` are positions in `text` (in its NFC form, if it is not NFC).
    """
    from baocao.plain import find_in_text

    return find_in_text(text)
