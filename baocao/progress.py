"""How a run tells how far it is: a bar on a terminal, plain lines elsewhere, a summary at the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from baocao.terminal import plain

if TYPE_CHECKING:
    from extract.run import Progress, RunSummary

Tell = Callable[["Progress"], None]
_LINE_SECONDS = 5.0


@contextmanager
def telling(*, quiet: bool, terminal: bool) -> Iterator[Tell | None]:
    """A function to call after each file; None if nobody wants to know."""
    if quiet:
        yield None
    elif terminal:
        with _bar() as tell:
            yield tell
    else:
        yield _lines()


def _lines() -> Tell:
    """A line for each failure, and one on how far it is every few seconds."""
    started = last = time.monotonic()

    def tell(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        if progress.failure:
            click.echo(f"failed: {plain(progress.failure.source)}: {progress.failure.message}", err=True)
        if now - last >= _LINE_SECONDS:
            last = now
            speed = progress.pages / (now - started)
            failed = f", {progress.failed} failed" if progress.failed else ""
            click.echo(f"{progress.done} of {progress.total} files, {speed:.1f} pages/s{failed}", err=True)

    return tell


@contextmanager
def _bar() -> Iterator[Tell]:
    """A bar with files, pages per second and the time left; failures are printed above it."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    out = Console(stderr=True, markup=False, highlight=False, emoji=False)
    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("files"),
        TextColumn("{task.fields[speed]:.1f} pages/s"),
        TimeRemainingColumn(),
        TextColumn("left"),
        TextColumn("{task.fields[failed]}"),
    )
    started = time.monotonic()
    with Bar(*columns, console=out, transient=True) as bar:
        task = bar.add_task("", total=None, speed=0.0, failed="")

        def tell(progress: Progress) -> None:
            if progress.failure:
                out.print(f"failed: {plain(progress.failure.source)}: {progress.failure.message}", soft_wrap=True)
            bar.update(
                task,
                completed=progress.done,
                total=progress.total,
                speed=progress.pages / max(time.monotonic() - started, 0.1),
                failed=f"{progress.failed} failed" if progress.failed else "",
            )

        yield tell


def print_summary(summary: RunSummary) -> None:
    """What a run did, and where the tables are."""
    files = [f"{_count(summary.files, 'file')}: {summary.read:,} read"]
    files += [f"{summary.unchanged:,} already known"] if summary.unchanged else []
    files += [f"{summary.failed:,} failed"] if summary.failed else []
    files += [f"{summary.forgotten:,} forgotten (gone)"] if summary.forgotten else []
    speed = f" ({summary.pages / summary.seconds:.1f} pages/s)" if summary.pages else ""
    click.echo(f"{', '.join(files)}; {_count(summary.pages, 'page')} in {summary.seconds:.1f} s{speed}")
    if summary.read:
        click.echo("found:  " + ", ".join(f"{count:,} {table}" for table, count in summary.facts.items()))
    if summary.others:
        others = ", ".join(f"{count:,} {suffix or 'without suffix'}" for suffix, count in summary.others.items())
        click.echo(f"left aside, not PDF, DOCX or text: {others}")
    if summary.failed:
        click.echo(f"failed: {_count(summary.failed, 'file')}, listed with what to do in {summary.out / 'failures'}")
    click.echo(
        f"tables: {summary.out} now holds " + ", ".join(f"{n:,} {table}" for table, n in summary.tables.items() if n)
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
