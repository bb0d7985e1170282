"""Names found against names marked: exact label and extent, each mention once (the place in the order is not looked at, so that
programs that read the text in pieces can be compared)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.score.texts import folded

LABELS = ("ORG", "LOC", "PER", "PROGRAMME")
Name = tuple[str, str]


@dataclass(slots=True)
class Counts:
    """Right, marked and found mentions of one label."""

    right: int = 0
    marked: int = 0
    found: int = 0

    def __iadd__(self, other: Counts) -> Counts:
        self.right, self.marked, self.found = (
            self.right + other.right,
            self.marked + other.marked,
            self.found + other.found,
        )
        return self

    @property
    def f1(self) -> float:
        """F1; 0 where nothing is right."""
        return 2 * self.right / (self.marked + self.found) if self.right else 0.0


def key(label: str, surface: str) -> Name:
    """What must agree: the label, and the words."""
    return label, " ".join(folded(surface).split())


def count(
    gold: Sequence[dict[str, Any]], found: Iterable[Name]
) -> tuple[dict[str, Counts], Counter[Name], Counter[Name]]:
    """Counts by label, what was missed, what was found too much. Optional mentions count neither way."""
    left = Counter(key(*name) for name in found)
    made = {label: Counts(found=sum(n for (of, _), n in left.items() if of == label)) for label in LABELS}
    missed: Counter[Name] = Counter()
    firm = sorted(gold, key=lambda line: (bool(line.get("optional")), bool(line.get("also"))))
    for line in firm:
        label = line["label"]
        accepted = [key(label, text) for text in (line["surface"], *line.get("also", {}).get("surface", ()))]
        taken = next((name for name in accepted if left[name] > 0), None)
        if taken is not None:
            left[taken] -= 1
        if line.get("optional"):
            made[label].found -= taken is not None
            continue
        made[label].marked += 1
        made[label].right += taken is not None
        if taken is None:
            missed[accepted[0]] += 1
    return made, missed, +left
