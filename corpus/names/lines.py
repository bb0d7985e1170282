"""Invented lines with their names, as `NAME.txt` (number of the line, text) and `NAME.tsv` (number, label, surface) beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.names.label import lines_of

Marked = list[tuple[str, list[dict[str, Any]]]]


def marked_lines(folder: Path) -> Iterator[tuple[str, Marked]]:
    """The name of each file, and its lines with the gold lines of their names."""
    for path in sorted(folder.glob("*.txt")):
        texts = dict(line.split("\t", 1) for line in path.read_text(encoding="utf-8").splitlines() if line)
        marks: dict[str, list[dict[str, Any]]] = {number: [] for number in texts}
        rows = [row for row in path.with_suffix(".tsv").read_text(encoding="utf-8").splitlines() if row]
        for row, line in zip(rows, lines_of("\n".join(rows)), strict=True):
            marks[row.split("\t", 1)[0]].append(line)
        yield path.stem, [(text, marks[number]) for number, text in texts.items()]
