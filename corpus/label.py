"""`python -m corpus.label DRAFT --text TEXT [-o GOLD]`: makes gold of what a person wrote down about a published document.

A draft is a gold file without the tedious parts: `n`, sha256 and fingerprints are worked out here, and every surface is looked
for in the text, in reading order. The text comes from another program than ours (`pdftotext -layout`, LibreOffice). How to
label: LABELLING.md.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from corpus.score.schema import ANCHORED, COLUMNS, anchor, faults
from corpus.score.texts import fingerprint, plain

Line = dict[str, Any]
REPORTS = Path(__file__).parent.parent.parent / "shared" / "reports"
#: Long texts of published documents, and the column their fingerprint stands in.
_FINGERPRINTS = {"label": "label_fingerprint", "note": "note_fingerprint", "subject": "subject_fingerprint"}


def finished(draft: Sequence[Line], reports: Path = REPORTS) -> list[Line]:
    """The lines of the gold file; FileNotFoundError where a form of the document is not in `reports`."""
    about = dict(draft[0])
    about["forms"] = {
        form: {"file": says["file"], "sha256": hashlib.sha256((reports / says["file"]).read_bytes()).hexdigest()}
        for form, says in about["forms"].items()
    }
    seen: Counter[tuple[str, str]] = Counter()
    return [about, *(_finish(line, seen) for line in draft[1:])]


def _finish(line: Line, seen: Counter[tuple[str, str]]) -> Line:
    table = line["table"]
    made: Line = {"table": table}
    if table != "documents":
        key = (table, anchor(line) if table in ANCHORED else "")
        seen[key] += 1
        made["n"] = seen[key]
    for column, value in line.items():
        if column in ("table", "n", "page", "where"):
            continue
        if column in _FINGERPRINTS and table != "entities":
            if value is not None:
                made[_FINGERPRINTS[column]] = fingerprint(value)
        else:
            made[column] = value
    return made


def merged(lines: Sequence[Line], before: Sequence[Line]) -> list[Line]:
    """New lines and those of the gold before whose tables the draft does not speak of, in the order of the schema."""
    spoken = {line["table"] for line in lines}
    kept = [line for line in before[1:] if line["table"] not in spoken]
    about = dict(lines[0])
    about["forms"] = {**before[0]["forms"], **about["forms"]} if before else about["forms"]
    about["complete"] = sorted({*about["complete"], *(before[0]["complete"] if before else ())})
    order = list(COLUMNS)
    return [about, *sorted([*lines[1:], *kept], key=lambda line: order.index(line["table"]))]


def ungrounded(draft: Sequence[Line], text: str) -> Iterator[str]:
    """Surfaces, labels and values that the text does not hold after the one before (white space aside)."""
    bare = _bare(text)
    at: dict[str, int] = {}
    for number, line in enumerate(draft[1:], 2):
        table = line["table"]
        told = (
            line.get("surface") or line.get("label") or (line.get("value_raw") if table == "appendix_values" else None)
        )
        if not told:
            continue
        wanted = _bare(told)
        found = bare.find(wanted, at.get(table, 0))
        if found >= 0:
            at[table] = found
        elif wanted in bare:
            yield f"line {number}: {told!r} stands in the text, but before the fact above it"
        else:
            yield f"line {number}: {told!r} is not in the text (split over columns or lines of a cell?)"


def _bare(text: str) -> str:
    return "".join(plain(text).split())


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status 1 if the gold has faults; what cannot be found in the text is only told."""
    parser = argparse.ArgumentParser(prog="python -m corpus.label", description=__doc__)
    parser.add_argument("draft", type=Path)
    parser.add_argument("--text", type=Path, help="the document's text as another program reads it")
    parser.add_argument("--reports", type=Path, default=REPORTS)
    parser.add_argument(
        "-o", "--output", type=Path, help="write the gold here; tables that the draft does not speak of stay"
    )
    chosen = parser.parse_args(arguments)
    draft = [json.loads(line) for line in chosen.draft.read_text(encoding="utf-8").splitlines() if line.strip()]
    lines = finished(draft, chosen.reports)
    if chosen.output and chosen.output.exists():
        lines = merged(lines, [json.loads(line) for line in chosen.output.read_text(encoding="utf-8").splitlines()])
    wrong = faults(lines)
    for text in wrong:
        print(f"fault: {text}")
    if chosen.text:
        for text in ungrounded(draft, chosen.text.read_text(encoding="utf-8")):
            print(f"look: {text}")
    counts = Counter(line["table"] for line in lines[1:])
    print(", ".join(f"{table} {count}" for table, count in sorted(counts.items())))
    if chosen.output and not wrong:
        made = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        chosen.output.write_text(made, encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
