"""What `baocao score` does: scores a corpus, prints it, compares with an earlier result, writes the result."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.score.gold import gold_files
from corpus.score.predict import engine
from corpus.score.run import ROOT, Score, changes, score
from corpus.score.show import lines

REPORTS = ROOT.parents[1] / "shared" / "reports"
_HEAD = """# Results

Made by `baocao score --write`; what the figures mean, and what they do not say, is in `METRIC.md`.

Read them as what they are: rules were written with the shipped reports and the `development` documents in view, so the figures
below say that nothing known is broken, not how well unseen reports are read. For that, score reports of new seeds
(`corpus/README.md`) and the `test` part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What to score and what to say of it; `baocao score --help` explains each."""

    corpus: Path = ROOT
    engine: str = "baocao:extract"
    reports: Path = REPORTS
    part: str = "development"
    forms: frozenset[str] | None = None
    only: Sequence[str] = ()
    against: Path | None = None
    errors: str | None = None
    write: bool = False


class NoGold(Exception):
    """There is nothing to score in this folder."""


def run_score(wish: Wish, say: Callable[[str], None] = print) -> int:
    """Scores and says so line by line; 1 if `against` shows a loss, else 0. Raises `NoGold`."""
    gold = [g for g in gold_files(wish.corpus / "gold") if not wish.only or any(word in g.name for word in wish.only)]
    if not gold:
        raise NoGold(
            f"There is no gold in {wish.corpus / 'gold'}: a corpus is a folder with gold/*.jsonl beside its documents."
        )
    folders = (wish.corpus / "documents", wish.corpus, wish.reports)
    made = score(gold, engine(wish.engine), folders, part=wish.part, forms=wish.forms)
    text = "\n".join(lines(made))
    say(text)
    say(f"{len(made.documents)} files in {made.seconds:.1f} s, {made.as_json()['machine']}")
    if wish.errors:
        for name, grade in made.grades().items():
            if f"/{wish.errors}/" in name:
                say(f"  {name}: {grade}")
    status = _compare(made, wish.against, say) if wish.against else 0
    if wish.write:
        head = f"{_HEAD}\n\nPart scored: {wish.part}.\n\n"
        (wish.corpus / "RESULTS.md").write_text(f"{head}{text.rstrip()}\n", encoding="utf-8")
        (wish.corpus / "results.json").write_text(
            json.dumps(made.as_json(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
    return status


def _compare(made: Score, against: Path, say: Callable[[str], None]) -> int:
    before = json.loads(against.read_text(encoding="utf-8"))
    scored = {f"{name}/{form}" for name, form in made.documents} & set(before["documents"])
    losses, gains = changes(before["not_right"], made.as_json()["not_right"], scored)
    for title, found in (("Losses", losses), ("Gains", gains)):
        say(f"{title}: {len(found)}")
        for line in found:
            say(f"  {line}")
    if gains and not losses:
        say("The result kept in the repository is older than these gains: baocao score --write")
    return 1 if losses else 0
