"""`python -m corpus.bench [--write] [--quick]`: measures in one go and prints, or writes BENCHMARKS.md.

Times differ from machine to machine and from minute to minute; the ratios, taken in turn within one run, hold. `--quick` leaves out
other people's readers (their environments take minutes to make) and the long runs.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from corpus.bench import growth, scans, soak, stages
from corpus.bench.machine import machine
from corpus.bench.peers import OWN, Reader, peers, race, running
from corpus.bench.rows import documents, rows_right
from corpus.score.gold import Gold

HERE = Path(__file__).parents[1]
REPORTS = HERE.parents[1] / "shared" / "reports"
MODEL = "bao-cao-228.pdf"
ROUNDS = 7


def page(quick: bool) -> Iterator[str]:
    """The lines of BENCHMARKS.md."""
    packages = ", ".join(
        f"{name} {version(name)}" for name in ("pypdfium2", "pdfplumber", "python-docx", "pyarrow", "regex")
    )
    yield from (
        "# Benchmarks", "", "Made by `python -m corpus.bench --write` (`make bench`). Medians, contenders in turn within one run; ratios are what to quote.",
        "", f"- {machine()}", f"- {packages}", "",
    )  # fmt: skip
    files = documents(HERE / "gold", [HERE / "documents", REPORTS])
    yield from _readers(files, [*OWN, *([] if quick else peers())])
    longest = next((path for path in files if path.name == MODEL), max(files, key=lambda path: path.stat().st_size))
    yield from _stages(longest)
    yield from _grammar()
    if not quick:
        yield from _runs()
    if soak.RESULT.exists():
        yield from soak.lines(json.loads(soak.RESULT.read_text(encoding="utf-8")))
    if scans.RESULT.exists():
        yield from scans.lines(json.loads(scans.RESULT.read_text(encoding="utf-8")))
    seconds = start_up(["-m", "baocao", "--help"])
    yield from ("## Start-up", "", f"`baocao --help`: {seconds:.2f} s (median of {ROUNDS} fresh processes).")


def _readers(files: dict[Path, Gold], names: list[str]) -> Iterator[str]:
    import pypdfium2

    pages = {path: len(pypdfium2.PdfDocument(path)) for path in files}
    model = _model(files)
    with running(names) as (ready, absent):
        absent |= race(ready, list(files), ROUNDS)
        readers = {reader.name: reader for reader in ready if reader.name not in absent}
    yield from (
        "## Readers of PDFs", "",
        f"{len(files)} PDFs of {sum(pages.values())} pages: those this repository ships" + (f", and the model report (`{MODEL}`, {pages[model]} pages)" if model else "")
        + f". Each reader in a process of its own, warm, {ROUNDS} rounds. A row is right if all its cells that are not blank are, in order, "
        "also where it breaks over a page. Some readers give text, some Markdown, some tables; `baocao.extract` gives facts.", "",
        "| reader | version | pages/s | time, × baocao.extract | on the model report, × | table rows right | peak memory, MB |", "|---|---|--:|--:|--:|--:|--:|",
    )  # fmt: skip
    ours = readers["baocao.extract"]
    for reader in readers.values():
        counted = [rows_right(gold, reader.rows.get(path, [])) for path, gold in files.items()]
        good, all_ = (sum(column) for column in zip(*counted, strict=True))
        told = f"{good}/{all_}" if reader.name != "bare text" else "–"
        ratio = f"{_median(reader, model) / _median(ours, model):.2f}" if model else "–"
        yield (
            f"| {reader.name} | {reader.version} | {sum(pages.values()) / _total(reader, files):.0f} | {_total(reader, files) / _total(ours, files):.2f} | "
            f"{ratio} | {told} | {reader.peak_mb:.0f} |"
        )
    yield ""
    for name, why in absent.items():
        yield from (f"Not measured: {name} ({why}).", "")


def _model(files: dict[Path, Gold]) -> Path | None:
    return next((path for path in files if path.name == MODEL), None)


def _median(reader: Reader, path: Path) -> float:
    return statistics.median(reader.seconds[path])


def _total(reader: Reader, files: dict[Path, Gold]) -> float:
    return sum(_median(reader, path) for path in files)


def _stages(path: Path) -> Iterator[str]:
    found = stages.steps(path, ROUNDS)
    total = sum(found.values())
    yield from (
        "## Where the time goes",
        "",
        f"`{path.name}`, {1000 * total:.0f} ms in all.",
        "",
        "| step | ms | share |",
        "|---|--:|--:|",
    )
    yield from (f"| {name} | {1000 * seconds:.1f} | {seconds / total:.0%} |" for name, seconds in found.items())
    yield from (
        "",
        "The modules in which most of it passes (under the profiler, which makes Python slower than C):",
        "",
    )
    yield from ("| module | share |", "|---|--:|")
    yield from (f"| {name} | {share:.0%} |" for name, share in stages.modules(path, 14))
    yield ""


def _grammar() -> Iterator[str]:
    model = REPORTS / "ke-sach-2022" / "bao-cao-228.txt"
    source = [model] if model.exists() else sorted((HERE / "documents").glob("*.docx"))
    text = growth.text_of(source)
    yield from (
        "## The citation grammar", "", f"`baocao.find_citations` on one core; the text is that of {'the model report' if model.exists() else 'the shipped reports'}, repeated.", "",
        "| text, MB | mentions | mentions per 1,000 characters | MB/s |", "|--:|--:|--:|--:|",
    )  # fmt: skip
    for size, speed, mentions in growth.grammar(text, (0.1, 1, 4), 3):
        yield f"| {size} | {mentions:,} | {1000 * mentions / (size * 1e6 * len(text) / len(text.encode())):.1f} | {speed:.2f} |"
    yield ""


def _runs() -> Iterator[str]:
    yield from (
        "## Many documents", "", "`baocao extract` in a fresh process into an empty folder; generated reports, a fifth of them PDFs. Memory is that of all its processes together.", "",
        "| documents | workers | seconds | ms per document | peak memory, MB |", "|--:|--:|--:|--:|--:|",
    )  # fmt: skip
    for made in growth.runs((1, 10, 100, 1000), (1, 2)):
        yield f"| {made.documents:,} | {made.workers} | {made.seconds:.2f} | {1000 * made.seconds / made.documents:.0f} | {made.peak_mb:.0f} |"
    yield ""


def start_up(arguments: list[str], rounds: int = ROUNDS) -> float:
    """Median wall seconds of a fresh process."""
    seconds = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds[1:])


def main() -> None:
    """Print the page, or write it with --write."""
    parser = argparse.ArgumentParser(prog="python -m corpus.bench", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write BENCHMARKS.md")
    parser.add_argument("--quick", action="store_true", help="without other readers and long runs")
    arguments = parser.parse_args()
    text = "\n".join(page(arguments.quick))
    if arguments.write:
        (HERE / "BENCHMARKS.md").write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
