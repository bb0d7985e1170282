"""`python -m corpus.score`: precision, recall and F1 on the gold corpus, gains and losses against an earlier result."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from corpus.score.gold import gold_files
from corpus.score.predict import engine
from corpus.score.run import ROOT, changes, score
from corpus.score.show import lines

_HEAD = """# Results

Made by `python -m corpus.score --write`; what the figures mean, and what they do not say, is in `METRIC.md`.

Read them as what they are: rules were written with the shipped reports and the `development` documents in view, so the figures
below say that nothing known is broken, not how well unseen reports are read. For that, score reports of new seeds
(`corpus/README.md`) and the `test` part."""


def main(arguments: list[str] | None = None) -> int:
    """Prints the score; exit status 1 if `--against` shows a loss, 2 on wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m corpus.score", description=__doc__)
    parser.add_argument(
        "corpus",
        nargs="?",
        type=Path,
        default=ROOT,
        help="folder with gold/ (and documents/, or the documents beside gold/)",
    )
    parser.add_argument("--engine", default="baocao:extract", help="module:function that reads one file")
    parser.add_argument(
        "--reports",
        type=Path,
        default=ROOT.parents[1] / "shared" / "reports",
        help="folder of the published documents of the hand gold",
    )
    parser.add_argument("--part", choices=("development", "test"), default="development")
    parser.add_argument("--form", action="append", help="only this form (docx, pdf, txt); may be repeated")
    parser.add_argument("--only", action="append", help="only documents whose name contains this; may be repeated")
    parser.add_argument("--against", type=Path, help="an earlier results.json: print gains and losses, fact by fact")
    parser.add_argument("--errors", metavar="TABLE", help="list the facts of this table that are not right")
    parser.add_argument("--write", action="store_true", help="write RESULTS.md and results.json into the corpus folder")
    chosen = parser.parse_args(arguments)
    gold = [
        g for g in gold_files(chosen.corpus / "gold") if not chosen.only or any(word in g.name for word in chosen.only)
    ]
    if not gold:
        parser.error(f"no gold in {chosen.corpus / 'gold'}")
    folders = (chosen.corpus / "documents", chosen.corpus, chosen.reports)
    made = score(
        gold, engine(chosen.engine), folders, part=chosen.part, forms=frozenset(chosen.form) if chosen.form else None
    )
    text = "\n".join(lines(made))
    print(text)
    print(f"{len(made.documents)} files in {made.seconds:.1f} s")
    if chosen.errors:
        for name, grade in made.grades().items():
            if f"/{chosen.errors}/" in name:
                print(f"  {name}: {grade}")
    status = 0
    if chosen.against:
        before = json.loads(chosen.against.read_text(encoding="utf-8"))
        scored = {f"{name}/{form}" for name, form in made.documents} & set(before["documents"])
        now = made.as_json()["not_right"]
        losses, gains = changes(before["not_right"], now, scored)
        for title, found in (("Losses", losses), ("Gains", gains)):
            print(f"{title}: {len(found)}")
            for line in found:
                print(f"  {line}")
        status = 1 if losses else 0
    if chosen.write:
        head = f"{_HEAD}\n\nPart scored: {chosen.part}.\n\n"
        (chosen.corpus / "RESULTS.md").write_text(f"{head}{text.rstrip()}\n", encoding="utf-8")
        (chosen.corpus / "results.json").write_text(
            json.dumps(made.as_json(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
    return status


if __name__ == "__main__":
    sys.exit(main())
