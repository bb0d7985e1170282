"""`python -m corpus.names [--part test] [--write]`: names found by rules, by the model, by both, and by other programs, on hand gold and blind lines.

Exact label and extent. The published documents are looked for beside the project; the lines of `blind/` were invented by people who knew neither
rules nor code. With `--write` the result goes to `NAMES.md`.
"""

from __future__ import annotations

import argparse
import platform
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.bench.peers import NotThere
from corpus.label import REPORTS
from corpus.names.count import LABELS, Counts, Name, count
from corpus.names.lines import marked_lines
from corpus.names.others import OTHERS, names_by
from corpus.score.gold import gold_files, places
from extract.document import Block, Document
from extract.ids import document_id
from extract.pipeline import extract_facts
from extract.read import read

CORPUS = Path(__file__).parents[1]
Line = dict[str, Any]
_HEAD = """# Names: rules, model, both, and other programs

Made by `python -m corpus.names --write`. A name is right if label and extent are exact; optional mentions count neither way. F1, and behind it
right/marked/found. What was labelled how: [LABELLING.md](LABELLING.md). `development` was in view while rules were written; `test` and the
model report were not looked at beyond these figures; `blind` are lines invented by people who knew neither rules nor code, a third without any name.
underthesea and ViNLP know no programmes; both were made for news."""


@dataclass(frozen=True, slots=True)
class Text:
    """A document to find names in, and the names marked in it."""

    group: str
    document: Document
    gold: list[Line]


def texts(reports: Path) -> Iterator[Text]:
    """Hand gold whose documents are here, the model report apart, then the blind lines."""
    for item in gold_files(CORPUS / "gold"):
        if item.kind != "hand" or "entities" not in item.complete:
            continue
        place = next(iter(places(item, (reports,))))
        if place.problem is not None:
            print(f"not here: {item.name}", file=sys.stderr)
            continue
        group = "model report" if item.name.startswith("ke-sach") else item.part
        yield Text(group, read(place.path), item.facts["entities"])
    for folder in ("blind",):
        for name, lines in marked_lines(CORPUS / "names" / folder):
            blocks = tuple(Block(path=f"p[{n}]", kind="paragraph", text=text) for n, (text, _) in enumerate(lines, 1))
            whole = Document(doc_id=document_id(name.encode()), media_type="text/plain", blocks=blocks)
            yield Text(folder, whole, [line for _, marks in lines for line in marks])


def _ours(names: Any) -> Callable[[Sequence[Text]], list[list[Name]]]:
    def find(asked: Sequence[Text]) -> list[list[Name]]:
        found = [extract_facts(text.document, names).entities for text in asked]
        return [[(entity.label, entity.surface or "") for entity in entities] for entities in found]

    return find


def _theirs(program: str) -> Callable[[Sequence[Text]], list[list[Name]]]:
    def find(asked: Sequence[Text]) -> list[list[Name]]:
        blocks = [[block.text for block in text.document.blocks if block.text.strip()] for text in asked]
        found = iter(names_by(program, [text for of in blocks for text in of]))
        return [[name for _ in of for name in next(found)] for of in blocks]

    return find


def compare(asked: Sequence[Text]) -> Iterator[str]:
    """Lines of a table for each group of texts, one row a program."""
    programs = {name: _ours(name) for name in ("rules", "model", "both")} | {name: _theirs(name) for name in OTHERS}
    groups = list(dict.fromkeys(text.group for text in asked))
    rows: dict[str, list[str]] = {group: [] for group in groups}
    for program, find in programs.items():
        began = time.perf_counter()
        try:
            found = find(asked)
        except NotThere as error:
            print(f"{program}: {error}", file=sys.stderr)
            continue
        print(f"{program}: {time.perf_counter() - began:.1f} s", file=sys.stderr)
        for group in groups:
            total = {label: Counts() for label in LABELS}
            for text, names in zip(asked, found, strict=True):
                if text.group == group:
                    for label, made in count(text.gold, names)[0].items():
                        total[label] += made
            rows[group].append(f"| {program} | " + " | ".join(_cell(total[label]) for label in LABELS) + " |")
    yield f"Rules alone: {_speed(asked):,.0f} words a second on one core ({platform.machine()})."
    yield ""
    for group in groups:
        yield f"## {group}: {sum(text.group == group for text in asked)} texts"
        yield ""
        yield f"| found by | {' | '.join(LABELS)} |"
        yield f"|---|{'--:|' * len(LABELS)}"
        yield from rows[group]
        yield ""


def _speed(asked: Sequence[Text]) -> float:
    """Words per second of the step that finds names by rules, the best of three."""
    from extract.facts import DocumentRow
    from extract.find.entities import find_entities

    words = sum(len(block.text.split()) for text in asked for block in text.document.blocks)
    times = []
    for _ in range(3):
        began = time.perf_counter()
        for text in asked:
            find_entities(text.document, DocumentRow(doc_id=text.document.doc_id), ())
        times.append(time.perf_counter() - began)
    return round(words / min(times), -3)


def _cell(made: Counts) -> str:
    return f"{made.f1:.3f} ({made.right}/{made.marked}/{made.found})" if made.marked or made.found else "–"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m corpus.names", description=__doc__)
    parser.add_argument("--reports", type=Path, default=REPORTS)
    parser.add_argument("--only", help="only this group: development, test, blind …")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    asked = [text for text in texts(chosen.reports) if chosen.only in (None, text.group)]
    lines = "\n".join(compare(asked))
    print(lines)
    if chosen.write:
        (CORPUS / "NAMES.md").write_text(f"{_HEAD}\n\n{lines.rstrip()}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
