"""Which mentions of a document mean one instrument: pairs of mentions, in the gold and as predicted (METRIC.md, "instruments")."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from corpus.score.columns import key_of
from corpus.score.figures import Figures
from corpus.score.gold import Line
from corpus.score.pairing import Pairs
from corpus.score.predict import Row


def measure_clusters(
    lines: list[Line], rows: list[Row], pairs: Pairs, resolved: dict[str, str], prefix: str
) -> Figures:
    """Counts pairs of mentions of one instrument.

    `pairs` couples gold lines with predicted rows; `resolved` says which instrument a predicted mention (by its `fact_id`)
    was taken for. A mention that was not found, or not resolved, is together with none.
    """
    partner = dict(pairs)
    made = Figures()
    names: Counter[str] = Counter()
    told: list[tuple[str, str, str | None]] = []
    for number, line in enumerate(lines):
        key = key_of("citations", line)
        names[key] += 1
        if line.get("instrument") is None:
            continue
        row = rows[partner[number]] if number in partner else None
        got = resolved.get(str(row.get("fact_id"))) if row is not None else None
        told.append((f"{key}#{names[key]}", str(line["instrument"]), got))
    for (one, own, mine), (other, others, theirs) in combinations(told, 2):
        wanted, together = own == others, mine is not None and mine == theirs
        made.expected += wanted
        made.predicted += together
        if wanted and together:
            made.found += 1
        elif wanted or together:
            made.grades[f"{prefix}/instruments/{one} = {other}"] = "missed" if wanted else "spurious"
    made.instance = made.strict = made.found
    return made
