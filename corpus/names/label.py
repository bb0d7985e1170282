"""`python -m corpus.names.label MARKS GOLD [--form docx=digital/….docx --part development]`: names that a person marked, into a gold file.

A line of MARKS is a mention: number of the line of text, label (`ORG?` where careful people differ on whether it is a name), surface
(`|` between extents that are as right), by tabs, in reading order. What is a name: LABELLING.md.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from corpus.label import REPORTS, finished, merged
from corpus.score.schema import faults

Line = dict[str, Any]


def lines_of(marks: str) -> Iterator[Line]:
    """Draft lines of the table `entities`; ValueError for a line that is none."""
    for row in marks.splitlines():
        if not row.strip():
            continue
        _, label, surface = row.split("\t")
        first, *others = surface.split("|")
        line: Line = {"table": "entities", "surface": " ".join(first.split()), "label": label.removesuffix("?")}
        if label.endswith("?"):
            line["optional"] = True
        if others:
            line["also"] = {"surface": [" ".join(other.split()) for other in others]}
        yield line


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status 1 if the gold has faults."""
    parser = argparse.ArgumentParser(prog="python -m corpus.names.label", description=__doc__)
    parser.add_argument("marks", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--form", action="append", default=[], help="form=file, for a document that has no gold yet")
    parser.add_argument("--part", choices=["development", "test"])
    parser.add_argument("--reports", type=Path, default=REPORTS)
    chosen = parser.parse_args(arguments)
    before = [json.loads(line) for line in chosen.gold.read_text(encoding="utf-8").splitlines()] if chosen.gold.exists() else []  # fmt: skip
    about: Line = {"table": "about", "name": chosen.gold.stem, "kind": "hand", "part": chosen.part, "forms": {}}
    about |= {key: before[0][key] for key in ("kind", "part", "forms")} if before else {}
    about["forms"] = about["forms"] or {
        form: {"file": file} for form, file in (item.split("=") for item in chosen.form)
    }
    draft = [about | {"complete": ["entities"]}, *lines_of(chosen.marks.read_text(encoding="utf-8"))]
    lines = finished(draft, chosen.reports)
    lines = merged(lines, before) if before else lines
    wrong = faults(lines)
    for text in wrong:
        print(f"fault: {text}")
    if not wrong:
        made = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        chosen.gold.write_text(made, encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
