"""How time and memory grow: with the length of a text for the citation grammar, with the number of documents for a run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from corpus.generate.__main__ import write
from corpus.generate.compose import compose


def text_of(paths: list[Path]) -> str:
    """The paragraphs of these documents, each on a line."""
    from extract.read import read

    return "\n".join(block.text for path in paths for block in read(path).blocks if block.kind != "cell")


def grammar(text: str, megabytes: tuple[float, ...], rounds: int) -> list[tuple[float, float, int]]:
    """(MB of text, MB per second, mentions found) of `baocao.find_citations`; the text is repeated up to the size."""
    import baocao

    found = []
    for size in megabytes:
        wanted = int(size * 1e6)
        unit = f"{text}\n"
        long = unit * (wanted // len(unit.encode()) + 1)
        long = long.encode()[:wanted].decode(errors="ignore")
        seconds = []
        for _ in range(rounds):
            began = time.perf_counter()
            mentions = len(baocao.find_citations(long))
            seconds.append(time.perf_counter() - began)
        found.append((size, len(long.encode()) / 1e6 / statistics.median(seconds), mentions))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """One run over so many documents."""

    documents: int
    workers: int
    seconds: float
    peak_mb: float


def runs(counts: tuple[int, ...], workers: tuple[int, ...], seed: int = 3_000_000) -> list[Grown]:
    """`baocao extract` on so many generated reports (a fifth of them PDFs), in fresh processes into empty folders."""
    found = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "all"
        named = {f"bao-cao-{n:05d}": compose(seed + n) for n in range(max(counts))}
        printed: dict[str, tuple[str, ...]] = {
            name: ("reportlab",) if n % 5 == 0 else () for n, name in enumerate(named)
        }
        write(named, printed, folder, folder / "gold")
        for count in counts:
            some = Path(place) / f"first-{count}"
            some.mkdir()
            for name in list(named)[:count]:
                form = "pdf" if printed[name] else "docx"
                os.link(folder / f"{name}.{form}", some / f"{name}.{form}")
            for number in workers:
                out = Path(place) / f"out-{count}-{number}"
                seconds, peak = watched(
                    [
                        sys.executable,
                        "-m",
                        "baocao",
                        "extract",
                        str(some),
                        "-o",
                        str(out),
                        "--workers",
                        str(number),
                        "-q",
                    ]
                )
                found.append(Grown(documents=count, workers=number, seconds=seconds, peak_mb=peak))
    return found


def watched(command: list[str]) -> tuple[float, float]:
    """Seconds, and the highest sum of resident memory of the process and its children in MB."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=Path(__file__).parents[2])
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, tree_mb(process.pid))
        time.sleep(0.02)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return time.perf_counter() - began, peak


def tree_mb(root: int) -> float:
    """Resident memory in MB of a process and all that it started."""
    from corpus.bench.soak import parent_of, resident_mb

    parents = {int(path.parent.name): parent_of(path) for path in Path("/proc").glob("[0-9]*/stat")}
    members, grown = {root}, True
    while grown:
        more = {child for child, parent in parents.items() if parent in members} - members
        members |= more
        grown = bool(more)
    return sum(resident_mb(pid) for pid in members)
