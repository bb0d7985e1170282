"""Text for people: right in any terminal, and harmless whatever a document or a file name contains."""

from __future__ import annotations

import io
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

#: Columns to print for a pipe or a file, where there is no window to fit.
_PIPE_WIDTH = 160


def speak_utf8() -> None:
    """Let standard output and error carry Vietnamese whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def plain(value: object) -> str:
    """A value as one harmless line: no control characters, lists joined, nothing for null."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(plain(item) for item in value)
    if isinstance(value, float):
        return f"{value:.10g}"
    return "".join(" " if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp") else letter for letter in str(value))


def console() -> Console:
    """Where tables are printed."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else _PIPE_WIDTH, markup=False, highlight=False, emoji=False)


def print_table(title: str, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print rows under their names; numbers stand right."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title or None, title_justify="left", box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    kept = [tuple(row) for row in rows]
    for place, name in enumerate(names):
        numeric = bool(kept) and all(isinstance(row[place], int | float | None) for row in kept)
        table.add_column(name, justify="right" if numeric else "left", overflow="fold")
    for row in kept:
        table.add_row(*(Text(plain(value)) for value in row))
    console().print(table)
