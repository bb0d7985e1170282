"""Benchmarks: `python -m corpus.benchmarks [--write]` measures in one process and prints, or writes BENCHMARKS.md.

Times differ from machine to machine and from minute to minute; the ratios, taken in turn within one run, hold.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from corpus import soak

HERE = Path(__file__).parent
REPORTS = HERE.parent.parent / "shared" / "reports"
MODEL = REPORTS / "ke-sach-2022" / "bao-cao-228.pdf"
ROUNDS = 7


def bare_text(path: Path) -> None:
    """PDFium's text of every page and nothing else: the floor."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    for page in document:
        page.get_textpage().get_text_range()
    document.close()


def read_only(path: Path) -> None:
    """Our reader: text, places, tables, sections; no facts."""
    from extract.read import read

    read(path)


def whole(path: Path) -> None:
    """The one-call API: everything, facts included."""
    import baocao

    baocao.extract(path)


def pdfplumber_both(path: Path) -> None:
    """pdfplumber's text and tables of every page."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()


CONTENDERS: dict[str, Callable[[Path], None]] = {
    "bare text (pypdfium2)": bare_text,
    "baocao, reading only": read_only,
    "baocao.extract": whole,
    "pdfplumber extract_text + extract_tables": pdfplumber_both,
}


def measure(path: Path, rounds: int = ROUNDS) -> dict[str, float]:
    """Median seconds of each contender, run in turn so that a slow minute slows all of them. One warm-up each."""
    for function in CONTENDERS.values():
        function(path)
    seconds: dict[str, list[float]] = {name: [] for name in CONTENDERS}
    for _ in range(rounds):
        for name, function in CONTENDERS.items():
            start = time.perf_counter()
            function(path)
            seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(values) for name, values in seconds.items()}


def start_up(arguments: list[str], rounds: int = ROUNDS) -> float:
    """Median wall seconds of a fresh process."""
    seconds = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds[1:])


def documents() -> list[Path]:
    """The model report where it is at hand, and the largest PDF of the shipped corpus."""
    shipped = sorted((HERE / "documents").glob("*.pdf"), key=lambda path: path.stat().st_size)
    return [path for path in (MODEL, *shipped[-1:]) if path.exists()]


def report() -> str:
    """The page as Markdown."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("pypdfium2", "pdfplumber", "python-docx", "pyarrow"))
    lines = [
        "# Benchmarks",
        "",
        "Made by `python -m corpus.benchmarks --write`. Medians of",
        f"{ROUNDS} rounds, contenders in turn within one warm process; ratios are what to quote.",
        "",
        f"- Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}; {packages}",
        "",
        "## One PDF",
        "",
    ]
    for path in documents():
        found = measure(path)
        base, whole_time = found["bare text (pypdfium2)"], found["baocao.extract"]
        lines += [
            f"`{path.name}`",
            "",
            "| what | ms | × bare text | × slower than baocao.extract |",
            "|---|--:|--:|--:|",
        ]
        lines += [
            f"| {name} | {1000 * value:.0f} | {value / base:.1f} | {value / whole_time:.1f} |"
            for name, value in found.items()
        ]
        lines.append("")
    if soak.RESULT.exists():
        lines += soak.lines(json.loads(soak.RESULT.read_text(encoding="utf-8")))
    seconds = start_up(["-m", "baocao", "--help"])
    lines += ["## Start-up", "", f"`baocao --help`: {seconds:.2f} s (median of {ROUNDS} fresh processes).", ""]
    return "\n".join(lines)


def main() -> None:
    """Print the page, or write it with --write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write BENCHMARKS.md")
    arguments = parser.parse_args()
    text = report()
    if arguments.write:
        (HERE / "BENCHMARKS.md").write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
