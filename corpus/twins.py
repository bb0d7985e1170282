"""`python -m corpus.twins [--seed N] [--count K]`: do PDF and DOCX of one report give the same paragraphs and cells?

Generated reports are made as DOCX, as PDF by LibreOffice from it, and as PDF by reportlab; every PDF is read and held
against the DOCX, paragraph by paragraph and table row by table row. Exit status 1 if less than `--least` percent are equal.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

from corpus.generate.__main__ import write
from corpus.generate.compose import compose
from extract.document import Document
from extract.read import read

_BATCH = 50


def lines_of(document: Document) -> list[str]:
    """Paragraphs, notes and table rows in order, white space folded; what two forms of one document share."""
    lines: list[str] = []
    row: tuple[int | None, int | None] | None = None
    for block in document.blocks:
        text = " ".join(block.text.split())
        if block.kind != "cell":
            lines.append(text)
            row = None
        elif (block.table_no, block.row_no) == row:
            lines[-1] += f" | {text}"
        else:
            lines.append(text)
            row = (block.table_no, block.row_no)
    return lines


def differences(first: Sequence[str], second: Sequence[str]) -> list[tuple[Sequence[str], Sequence[str]]]:
    """Stretches where two readings are not the same."""
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return [(first[a:b], second[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def compare(folder: Path, shown: int) -> Counter[str]:
    """Counts per producer: documents, equal ones, stretches that differ. Prints the first `shown` of them."""
    counts: Counter[str] = Counter()
    for docx in sorted(folder.glob("*.docx")):
        expected = lines_of(read(docx))
        for producer, pdf in (
            ("LibreOffice", docx.with_suffix(".pdf")),
            ("reportlab", folder / f"{docx.stem}-reportlab.pdf"),
        ):
            if not pdf.exists():
                continue
            found = differences(expected, lines_of(read(pdf)))
            counts[f"{producer} documents"] += 1
            counts[f"{producer} equal"] += not found
            counts[f"{producer} lines"] += len(expected)
            counts[f"{producer} stretches that differ"] += len(found)
            for ours, theirs in found:
                if shown > 0:
                    shown -= 1
                    print(f"{pdf.name}\n  DOCX {list(ours)[:3]}\n  PDF  {list(theirs)[:3]}")
    return counts


def run(seed: int, count: int, producers: tuple[str, ...], shown: int = 10) -> Counter[str]:
    """Generate, read, compare; in batches, so that the files of one batch at a time are on disk."""
    total: Counter[str] = Counter()
    for start in range(seed, seed + count, _BATCH):
        named = {f"bao-cao-{n}": compose(n) for n in range(start, min(start + _BATCH, seed + count))}
        with tempfile.TemporaryDirectory() as folder:
            write(named, dict.fromkeys(named, producers), Path(folder), Path(folder) / "gold")
            total += compare(Path(folder), shown)
    return total


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m corpus.twins", description=__doc__)
    parser.add_argument("--seed", type=int, default=700_000)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--shown", type=int, default=10, help="how many differences to print")
    parser.add_argument("--least", type=float, default=0.0, help="percent that must be equal")
    chosen = parser.parse_args()
    counts = run(chosen.seed, chosen.count, ("libreoffice", "reportlab"), chosen.shown)
    for name in sorted(counts):
        print(f"{name}: {counts[name]}")
    documents = sum(counts[f"{name} documents"] for name in ("LibreOffice", "reportlab"))
    equal = sum(counts[f"{name} equal"] for name in ("LibreOffice", "reportlab"))
    print(f"equal: {equal} of {documents}")
    return 0 if 100 * equal >= chosen.least * documents else 1


if __name__ == "__main__":
    sys.exit(main())
