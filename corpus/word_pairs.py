"""`python -m corpus.word_pairs`: which words stand side by side in what this project wrote, into `patterns/word_pairs.csv`.

From the documents shipped here, the generator's vocabulary and the vocabularies of `patterns/`; no real report is looked at. Only pairs with
a word in â, ê or ô, whose second mark recognition loses (`patterns.lost_tones`).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from extract.read import read
from patterns.lost_tones import is_fragile

_ROOT = Path(__file__).resolve().parents[1]
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[.,;:()\"“”/\n|=+\[\]{}]|\s-\s")


def pairs_of(text: str) -> Iterator[tuple[str, str]]:
    """The words that follow each other in a text with nothing but a space between."""
    for piece in _BREAK.split(text):
        words = [word.lower() for word in _WORD.findall(piece)]
        yield from pairwise(words)


def texts() -> Iterator[str]:
    """All that was written for this project."""
    for path in sorted((_ROOT / "corpus/documents").glob("*.docx")):
        yield from (block.text for block in read(path).blocks)
    for path in sorted((_ROOT / "corpus/generate/vocabulary").rglob("*.*")):
        yield path.read_text("utf-8")
    for path in sorted((_ROOT / "patterns").glob("*.csv")):
        if path.name != "word_pairs.csv":
            yield path.read_text("utf-8")


def main() -> None:
    """The command."""
    found = {pair for text in texts() for pair in pairs_of(text) if any(map(is_fragile, pair))}
    with (_ROOT / "patterns/word_pairs.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("first", "second"))
        writer.writerows(sorted(found))
    print(f"{len(found)} pairs")


if __name__ == "__main__":
    main()
