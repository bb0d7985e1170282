"""How many table rows a reader has right, beside the gold of the same file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from corpus.score.gold import Gold, gold_files, places
from corpus.score.texts import fingerprint, folded, unspaced

Rows = Sequence[Sequence[str]]


def documents(gold: Path, folders: Sequence[Path]) -> dict[Path, Gold]:
    """The PDFs at hand whose gold knows their table rows."""
    found = {}
    for item in gold_files(gold):
        if item.part == "development" and (item.facts.get("cells") or item.facts.get("appendix_rows")):
            for place in places(item, folders):
                if place.problem is None and place.form == "pdf":  # scans have a section of their own
                    found[place.path] = item
    return found


def rows_right(gold: Gold, rows: Rows) -> tuple[int, int]:
    """Rows right and rows there are.

    Where the gold knows every cell, a row is right if its cells that are not blank are exactly those, in order; where it knows
    label, number, unit and value only (published documents), if each of them is a cell of the row.
    """
    if gold.facts.get("cells"):
        return _whole(gold, rows)
    return _parts(gold, rows)


def _whole(gold: Gold, rows: Rows) -> tuple[int, int]:
    wanted: dict[tuple[int, int], list[str]] = {}
    for cell in gold.facts["cells"]:
        wanted.setdefault((cell["table_order"], cell["row_no"]), []).append(cell["text"])
    told = Counter(_joined(cells) for cells in wanted.values())
    seen = Counter(_joined(row) for row in rows)
    return sum(min(count, seen[row]) for row, count in told.items()), sum(told.values())


def _joined(cells: Sequence[str]) -> str:
    return "|".join("".join(folded(unspaced(cell)).split()) for cell in cells if cell.strip())


def _parts(gold: Gold, rows: Rows) -> tuple[int, int]:
    lines = gold.facts["appendix_rows"]
    made = [(Counter(map(fingerprint, row)), Counter(folded(unspaced(cell)) for cell in row)) for row in rows]
    right = position = 0
    for line in lines:
        parts = [folded(str(line[name])) for name in ("unit", "value_raw", "item_no") if line.get(name) is not None]
        for number in range(position, len(made)):
            labels, cells = made[number]
            if labels[line["label_fingerprint"]] and not Counter(parts) - cells:
                right, position = right + 1, number + 1
                break
    return right, len(lines)
