"""Where the time goes: the steps of the pipeline, and the modules in which the interpreter is while a document is read."""

from __future__ import annotations

import cProfile
import pstats
import statistics
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def steps(path: Path, rounds: int) -> dict[str, float]:
    """Median seconds of reading and of each step of the pipeline."""
    from extract.collector import undisturbed
    from extract.facts import DocumentRow
    from extract.pipeline import STEPS, Facts
    from extract.read import read

    taken: dict[str, list[float]] = {}
    for number in range(rounds + 1):
        with undisturbed():
            began = time.perf_counter()
            document = read(path)
            now = time.perf_counter()
            times = {"reading": now - began}
            facts = Facts(document=document, header=DocumentRow(doc_id=document.doc_id))
            for step in STEPS:
                facts = step(facts)
                then, now = now, time.perf_counter()
                times[step.__name__.replace("_", " ")] = now - then
        if number:
            for name, seconds in times.items():
                taken.setdefault(name, []).append(seconds)
    return {name: statistics.median(values) for name, values in taken.items()}


def modules(path: Path, count: int) -> list[tuple[str, float]]:
    """The modules in which most time passes, with their share; what they call outside Python (PDFium, regex) is theirs too."""
    import baocao

    baocao.extract(path)
    profile = cProfile.Profile()
    profile.enable()
    baocao.extract(path)
    profile.disable()
    spent: dict[str, float] = {}
    total = 0.0
    for (file, _, _), (_, _, own, _, callers) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        total += own
        if file == "~":  # a function in C: to those who called it
            for (caller, _, _), (_, _, share, _) in callers.items():
                spent[_name(caller)] = spent.get(_name(caller), 0.0) + share
        else:
            spent[_name(file)] = spent.get(_name(file), 0.0) + own
    ordered = sorted(spent.items(), key=lambda item: -item[1])
    return [(name, seconds / total) for name, seconds in ordered[:count]]


def _name(file: str) -> str:
    path = Path(file)
    if path.is_relative_to(ROOT) and ".venv" not in path.parts:
        return str(path.relative_to(ROOT))
    parts = path.parts
    return parts[parts.index("site-packages") + 1] if "site-packages" in parts else "Python"
