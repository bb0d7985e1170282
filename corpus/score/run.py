"""Scores a set of gold files with one engine; sums by fact kind and by document; compares with an earlier result."""

from __future__ import annotations

import platform
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.score.figures import GRADES, Figures, measure
from corpus.score.gold import Gold, places
from corpus.score.predict import Extract, predict

ROOT = Path(__file__).parents[1]


@dataclass(slots=True)
class Score:
    """All figures of a run: by (kind of gold, table), by (document, form, table); what was absent or failed."""

    totals: dict[tuple[str, str], Figures] = field(default_factory=dict)
    documents: dict[tuple[str, str], dict[str, Figures]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    absent: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def grades(self) -> dict[str, str]:
        """Every fact that is not strictly right, by name."""
        return {
            name: grade
            for tables in self.documents.values()
            for made in tables.values()
            for name, grade in made.grades.items()
        }

    def as_json(self) -> dict[str, Any]:
        """What `corpus/results.json` holds: figures, and the facts that are not strictly right."""
        return {
            "machine": f"{platform.machine()}, Python {platform.python_version()}",
            "totals": {f"{kind}/{table}": _numbers(made) for (kind, table), made in sorted(self.totals.items())},
            "documents": [f"{name}/{form}" for name, form in self.documents],
            "absent": self.absent, "failed": self.failed,
            "not_right": {name: grade for name, grade in sorted(self.grades().items()) if "/cells/" not in name and "/paragraphs/" not in name},
        }  # fmt: skip


def _numbers(made: Figures) -> dict[str, Any]:
    return {"expected": made.expected, "predicted": None if made.open else made.predicted, "found": made.found, "instance": made.instance,
            "strict": made.strict, "optional": made.optional, "fields": dict(sorted(made.fields.items()))}  # fmt: skip


def score(
    gold: Iterable[Gold],
    extract: Extract,
    folders: Sequence[Path],
    *,
    part: str = "development",
    forms: frozenset[str] | None = None,
) -> Score:
    """Runs `extract` on every form of every document of this part and counts. Files are looked for in `folders`."""
    made = Score()
    began = time.perf_counter()
    for item in gold:
        if item.part != part:
            continue
        for place in places(item, folders):
            if forms is not None and place.form not in forms:
                continue
            label = f"{item.name}/{place.form}"
            if place.problem is not None:
                made.absent.append(f"{label}: {place.problem}")
                continue
            said = predict(extract, place.path)
            if said.error is not None:
                made.failed.append(f"{label}: {said.error}")
            figures = measure(item, said, label)
            made.documents[item.name, place.form] = figures
            made.kinds[item.name] = item.kind
            for table, counted in figures.items():
                total = made.totals.setdefault((item.kind, table), Figures())
                total += counted
    made.seconds = time.perf_counter() - began
    return made


def changes(before: dict[str, str], now: dict[str, str], scored: set[str]) -> tuple[list[str], list[str]]:
    """Losses and gains fact by fact, over the documents (`name/form`) scored both times."""
    losses: list[str] = []
    gains: list[str] = []
    for name in sorted(before.keys() | now.keys()):
        if "/".join(name.split("/")[:2]) not in scored:
            continue
        was, is_ = before.get(name), now.get(name)
        if was == is_:
            continue
        line = f"{name}: {was or 'right'} -> {is_ or 'right'}"
        (losses if _rank(is_) > _rank(was) else gains).append(line)
    return losses, gains


def _rank(grade: str | None) -> float:
    if grade is None:
        return 0
    if grade == "spurious":
        return 4
    name, _, wrong = grade.partition(":")
    return GRADES.index(name) + wrong.count(",") / 100
