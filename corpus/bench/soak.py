"""`python -m corpus.bench.soak [--count N] [--write]`: a long run over generated reports: is time linear, is memory flat?

Reports are written as DOCX by the fast path of the generator (no LibreOffice). One run reads them all; after every tenth of them
the pages of this table are read from the system: how long that tenth took, what the run and its workers hold in memory. Then
one more report is added, and what that costs is measured. `--write` puts the result into `soak.json`, from where
`python -m corpus.bench` takes it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from corpus.generate.__main__ import write
from corpus.generate.compose import compose
from extract.ask.instruments import find_instruments, mentions
from extract.facts import DOCUMENT_TABLES
from extract.run import Progress, run
from extract.store.archive import Archive

RESULT = Path(__file__).parent / "soak.json"
_PARTS = 10
_BATCH = 500


def make_reports(folder: Path, seed: int, count: int) -> None:
    """Generated reports as DOCX, without their gold."""
    for start in range(seed, seed + count, _BATCH):
        named = {f"bao-cao-{n:06d}": compose(n) for n in range(start, min(start + _BATCH, seed + count))}
        write(named, dict.fromkeys(named, ()), folder, folder / "gold")
    for path in (folder / "gold").iterdir():
        path.unlink()
    (folder / "gold").rmdir()


def memory_mb() -> tuple[float, float]:
    """Resident memory in MB of this process and of the largest of its children."""
    own = resident_mb(os.getpid())
    children = [int(path.parent.name) for path in Path("/proc").glob("[0-9]*/stat") if parent_of(path) == os.getpid()]
    return own, max((resident_mb(child) for child in children), default=0.0)


def parent_of(stat: Path) -> int:
    """The parent of the process whose /proc/PID/stat this is; 0 if it has ended."""
    try:
        return int(stat.read_text().rpartition(")")[2].split()[1])
    except (OSError, IndexError):
        return 0


def resident_mb(pid: int) -> float:
    """What a process holds in memory; 0 if it has ended."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    except OSError:
        return 0.0


#: A number, a type with number and year, a name without diacritics.
QUERIES = ("61/2018/NĐ-CP", "nghi dinh 61 nam 2018", "luat to chuc chinh quyen dia phuong")


def ask(out: Path, query: str, rounds: int = 5) -> tuple[float, float]:
    """Median seconds of a question in an archive that is open, and of `baocao cites` as a process of its own."""
    inside, outside = [], []
    for _ in range(rounds):
        with Archive(out) as archive:
            archive.connection.execute("SELECT 1")
            started = time.perf_counter()
            mentions(archive, [item.instrument_id for item in find_instruments(archive, query)])
            inside.append(time.perf_counter() - started)
        started = time.perf_counter()
        command = [sys.executable, "-m", "baocao", "cites", query, "-o", str(out)]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        outside.append(time.perf_counter() - started)
    return statistics.median(inside), statistics.median(outside)


def soak(count: int, seed: int, workers: int) -> dict[str, Any]:
    """The measurements, ready for JSON."""
    with tempfile.TemporaryDirectory() as place:
        folder, out = Path(place) / "in", Path(place) / "out"
        folder.mkdir()
        started = time.monotonic()
        make_reports(folder, seed, count)
        making = time.monotonic() - started
        parts: list[dict[str, float]] = []
        last = time.monotonic()

        def watch(progress: Progress) -> None:
            nonlocal last
            if progress.done and progress.done % max(count // _PARTS, 1) == 0:
                now = time.monotonic()
                own, child = memory_mb()
                parts.append({"documents": progress.done, "seconds": now - last, "run_mb": own, "worker_mb": child})
                last = now

        summary = run([folder], out, workers=workers, progress=watch)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        before = {path: path.stat().st_ino for table in DOCUMENT_TABLES for path in (out / table).glob("*.parquet")}
        make_reports(folder, seed + count, 1)
        started = time.monotonic()
        again = run([folder], out, workers=workers)
        adding = time.monotonic() - started
        files = [path for table in DOCUMENT_TABLES for path in (out / table).glob("*.parquet")]
        asked = [ask(out, query) for query in QUERIES]
        return {
            "query_seconds": max(query for query, _ in asked),
            "cites_seconds": max(process for _, process in asked),
            "machine": f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}",
            "count": count,
            "workers": workers,
            "making_seconds": making,
            "seconds": summary.seconds,
            "failed": summary.failed,
            "tables": summary.tables,
            "parts": parts,
            "peak_mb": peak,
            "files_per_table": len(files) // len(DOCUMENT_TABLES),
            "megabytes": sum(path.stat().st_size for path in files) / 2**20,
            "added": again.read,
            "adding_seconds": adding,
            "files_rewritten": sum(before.get(path) != path.stat().st_ino for path in files),
            "files": len(files),
        }


def lines(result: dict[str, Any]) -> list[str]:
    """The result as a part of BENCHMARKS.md."""
    found = [
        f"## {result['count']:,} reports in one run",
        "",
        f"Made by `python -m corpus.bench.soak --count {result['count']} --write`; {result['machine']}, {result['workers']} workers.",
        f"Generated DOCX; {result['seconds']:.0f} s, {result['failed']} failed, {result['tables']['citations']:,} citations, "
        f"{result['tables']['quantities']:,} quantities, {result['tables']['appendix_rows']:,} table rows. "
        "Publishing happens from time to time and is in the seconds.",
        "",
        "| documents done | seconds for this tenth | memory of the run, MB | of its largest worker, MB |",
        "|--:|--:|--:|--:|",
    ]
    found += [
        f"| {part['documents']:,} | {part['seconds']:.1f} | {part['run_mb']:.0f} | {part['worker_mb']:.0f} |"
        for part in result["parts"]
    ]
    found += [
        "",
        f"Highest memory of the run: {result['peak_mb']:.0f} MB, while the tables about the whole archive (instruments, relations, indicators) are "
        f"made at the end. The archive then has {result['files_per_table']} files a table, {result['megabytes']:.0f} MB in all. One report more, "
        f"in a new run over the same folder: {result['adding_seconds']:.1f} s; {result['files_rewritten']} of {result['files']} files of the document tables written anew.",
        "",
        f"In this archive of {result['tables']['citations']:,} mentions, the slowest of three questions ({', '.join(QUERIES)}): {result['query_seconds']:.2f} s, "
        f"`baocao cites` as a process of its own {result['cites_seconds']:.2f} s (medians of 5).",
        "",
    ]
    return found


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m corpus.bench.soak", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=2_000_000)
    parser.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--write", action="store_true", help="write soak.json beside BENCHMARKS.md")
    chosen = parser.parse_args()
    result = soak(chosen.count, chosen.seed, chosen.workers)
    if chosen.write:
        RESULT.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print("\n".join(lines(result)))


if __name__ == "__main__":
    main()
