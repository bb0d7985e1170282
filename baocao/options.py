"""What the commands share: the option -o, the tables of a folder, errors without a traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from extract.store.archive import Archive

Command = Callable[..., Any]


def outputs(command: Command) -> Command:
    """The option -o, shared by the commands that work on a folder of tables."""
    option = click.option(
        "-o", "--outputs", "out", default="outputs", show_default=True, metavar="DIR", help="Folder of the tables."
    )
    return option(command)


def ocr(command: Command) -> Command:
    """The option --ocr, shared by the commands that read files."""
    option = click.option(
        "--ocr",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Which pages to recognise as pictures: those that need it, all, or none.",
    )
    return option(command)


def names(command: Command) -> Command:
    """The option --names, shared by the commands that read files."""
    option = click.option(
        "--names",
        type=click.Choice(["rules", "model", "both"]),
        default="rules",
        show_default=True,
        help="What finds bodies, places, persons and programmes: rules, the trained model, or both.",
    )
    return option(command)


@contextmanager
def explaining() -> Iterator[None]:
    """Say what is wrong with the output folder or the cluster, without a traceback."""
    from extract.store.layout import DiskFull, StoreError

    try:
        yield
    except StoreError as error:
        stop(str(error), 1 if isinstance(error, DiskFull) else 2)


@contextmanager
def opened(out: str) -> Iterator[Archive]:
    """The tables of a folder."""
    from extract.store.archive import Archive

    with explaining(), Archive(out) as archive:
        yield archive


def stop(message: str, status: int) -> NoReturn:
    """Say what is wrong and end with this exit status."""
    click.echo(f"Error: {message}", err=True)
    sys.exit(status)
