"""`python -m corpus.bench.scans [--write]`: the scan of the model report beside plain Tesseract and ocrmypdf.

Each reader warm in a process of its own, one thread, in turn. The first, untimed round reads all pages: from it come memory and
what was read right. Then `baocao extract` over two copies of the scan, with one and with two workers. `--write` keeps the result
in `scans.json`, from where `python -m corpus.bench` takes it, and replaces the section in BENCHMARKS.md.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from corpus.bench.growth import tree_mb, watched
from corpus.bench.machine import machine
from corpus.bench.peers import NotThere, Reader, environment, race
from corpus.ocr import distance
from extract.pipeline import Facts, extract_facts
from extract.read import read

RESULT = Path(__file__).parent / "scans.json"
PAGE = Path(__file__).parents[1] / "BENCHMARKS.md"
MODEL = Path(__file__).parents[3] / "shared" / "reports" / "ke-sach-2022"
SCAN, TWIN = MODEL / "bao-cao-228-scan.pdf", MODEL / "bao-cao-228.pdf"
OURS = ("baocao.extract", "baocao, reading only", "plain Tesseract")
PEERS = {"ocrmypdf": "ocrmypdf==17.13.0"}


def measure(pages: int, rounds: int) -> dict[str, Any]:
    """The measurements, ready for JSON; `others` is the share of the machine that went to what is not ours meanwhile."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    began, before = time.monotonic(), _seconds_of_others()
    found = _measured(extract_facts(read(TWIN)), pages, rounds)
    others = (_seconds_of_others() - before) / (time.monotonic() - began) / (os.cpu_count() or 1)
    return found | {"machine": machine(), "others": others}


def _seconds_of_others() -> float:
    """Processor seconds since the start of the machine, without those of this process and of its children that have ended."""
    user, nice, system = map(int, Path("/proc/stat").read_text(encoding="ascii").split(maxsplit=4)[1:4])
    return (user + nice + system) / os.sysconf("SC_CLK_TCK") - sum(os.times()[:4])


def _measured(twin: Facts, pages: int, rounds: int) -> dict[str, Any]:
    annex = min(block.page or 0 for block in twin.document.blocks if block.kind == "cell")
    with tempfile.TemporaryDirectory() as place, ExitStack() as stack:
        text = _part(Path(place) / "text.pdf", annex - 1 if not pages else min(pages, annex - 1), 1)
        table = _part(Path(place) / "table.pdf", pages or (twin.document.pages or 0) - annex + 1, annex)
        readers: list[Reader] = []
        memory, absent = {}, {}
        for name in (*OURS, *PEERS):
            try:
                python = environment(name, PEERS[name]) if name in PEERS else sys.executable
                reader = Reader(name, python=python, script=("-m", "corpus.bench.scan_reader"))
                stack.enter_context(reader)
                memory[name] = _peak_mb(reader)
                readers.append(reader)
            except (NotThere, OSError) as error:
                absent[name] = str(error)
        absent |= race(readers, [text, table], rounds)
        workers = _workers(Path(place), rounds)
        return {
            "rounds": rounds,
            "text_pages": _count(text),
            "table_pages": _count(table),
            "pages": twin.document.pages,
            "numbers": sum(sum(found.values()) for found in numbers_of(twin).values()),
            "readers": [
                {
                    "name": reader.name, "version": reader.version, "peak_mb": memory[reader.name],
                    "text": statistics.median(reader.seconds[text]) / _count(text),
                    "table": statistics.median(reader.seconds[table]) / _count(table),
                    **right([row[0] for row in reader.rows[SCAN]], twin, annex),
                }
                for reader in readers if reader.name not in absent
            ],
            "absent": absent,
            "workers": workers,
        }  # fmt: skip


def _part(path: Path, count: int, first: int) -> Path:
    import pikepdf

    with pikepdf.open(SCAN) as whole, pikepdf.new() as part:
        part.pages.extend(whole.pages[first - 1 : first - 1 + count])
        part.save(path)
    return path


def _count(path: Path) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(path))


def _peak_mb(reader: Reader) -> float:
    """Has the whole scan read; the memory of all its processes, since ocrmypdf calls Tesseract as a program."""
    over, peak = threading.Event(), [0.0]

    def watch() -> None:
        while not over.wait(0.05):
            peak[0] = max(peak[0], tree_mb(reader.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        reader.ask(SCAN, timed=False)
    finally:
        over.set()
        watcher.join()
    if reader.errors:
        raise NotThere(reader.errors[SCAN])
    return max(peak[0], reader.peak_mb)


def numbers_of(facts: Facts) -> dict[int, Counter[str]]:
    """Page → the numbers of its rows as printed."""
    found: dict[int, Counter[str]] = {}
    for row in facts.appendix_rows:
        if any(map(str.isdigit, row.value_raw or "")):
            found.setdefault(row.page or 0, Counter())[str(row.value_raw)] += 1
    return found


def right(pages: list[str], twin: Facts, annex: int) -> dict[str, int]:
    """Errors and characters of the pages before the annex; numbers of rows that stand on their page as a word."""
    blocks = [block for block in twin.document.blocks if (block.page or 0) < annex]
    body = " ".join(" ".join(block.text.split()) for block in sorted(blocks, key=lambda block: block.page or 0))
    ours = " ".join(" ".join(pages[: annex - 1]).split())
    words = [Counter(word.strip("|[](){}'’‘_") for word in page.split()) for page in pages]
    there = sum(sum((found & words[page - 1]).values()) for page, found in numbers_of(twin).items())
    return {"characters": len(body), "errors": distance(ours, body), "numbers": there}


def _workers(place: Path, rounds: int) -> list[dict[str, float]]:
    folder = place / "copies"
    folder.mkdir()
    for number in (1, 2):
        (folder / f"scan-{number}.pdf").write_bytes(SCAN.read_bytes() + f"\n% copy {number}\n".encode())
    taken: dict[int, list[tuple[float, float]]] = {1: [], 2: []}
    for turn in range(rounds):
        for count, found in taken.items():
            out = str(place / f"out-{turn}-{count}")
            command = ["-m", "baocao", "extract", str(folder), "-o", out, "--workers", str(count), "-q"]
            found.append(watched([sys.executable, *command]))
    return [
        {"workers": count, "seconds": statistics.median(s for s, _ in found), "peak_mb": max(mb for _, mb in found)}
        for count, found in taken.items()
    ]


def lines(result: dict[str, Any]) -> list[str]:
    """The result as a part of BENCHMARKS.md."""
    ours = result["readers"][0]
    one, two = result["workers"]
    return [
        "## Scans", "",
        f"Made by `python -m corpus.bench.scans --write` (`make scans`); {result['machine']}; {result['others']:.0%} of the machine went to other work meanwhile.",
        f"The scan of the model report (`{SCAN.name}`, {result['pages']} pages, 200 dpi, skewed), not in this repository. Time: the first {result['text_pages']} pages of text and "
        f"the first {result['table_pages']} of its table, each reader warm in a process of its own, one thread (`OMP_THREAD_LIMIT=1`), medians of {result['rounds']} rounds in turn. "
        "The rest is of all pages, read once. All use Debian's Vietnamese model; plain Tesseract (through tesserocr) finds columns and lines itself (psm 3, 200 dpi); "
        "ocrmypdf: `-l vie --jobs 1 --deskew --output-type pdf --optimize 0`, its text by `--sidecar`. Memory is that of all processes of a reader.", "",
        f"| reader | version | text, s a page | × | table, s a page | × | body, errors per character | numbers of the rows, of {result['numbers']} | peak memory, MB |",
        "|---|---|--:|--:|--:|--:|--:|--:|--:|",
        *(
            f"| {it['name']} | {it['version']} | {it['text']:.2f} | {it['text'] / ours['text']:.2f} | {it['table']:.2f} | {it['table'] / ours['table']:.2f} | "
            f"{it['errors'] / it['characters']:.2%} | {it['numbers']} | {it['peak_mb']:.0f} |"
            for it in result["readers"]
        ), "",
        "The body is compared page by page with the digital print of the report; page numbers, which ours leaves out, are errors of the others (a few characters). "
        "A number of a row counts where it stands as a word anywhere on its page, so an item's number can stand in for it; ours gives it with its row, unit and place, the others "
        "give lines of text in which label, unit and number are mixed.", "",
        *(line for name, why in result["absent"].items() for line in (f"Not measured: {name} ({why}).", "")),
        f"Two copies of the scan, `baocao extract` in a fresh process: {one['seconds']:.1f} s with one worker ({one['peak_mb']:.0f} MB in all), {two['seconds']:.1f} s with two "
        f"({two['peak_mb']:.0f} MB): {one['seconds'] / two['seconds']:.2f} times as fast.", "",
    ]  # fmt: skip


def replaced(page: str, section: list[str]) -> str:
    """BENCHMARKS.md with this section in place of the old one, or before the last where there is none."""
    head, mark, rest = page.partition(f"{section[0]}\n")
    if mark:
        after = rest.find("\n## ")
        tail = rest[after + 1 :] if after >= 0 else ""
    else:
        head, mark, rest = page.rpartition("## ")
        tail = mark + rest
    return head + "\n".join(section) + "\n" + tail


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m corpus.bench.scans", description=__doc__)
    parser.add_argument("--pages", type=int, default=4, help="of text and of table that are timed; 0 for all")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", action="store_true", help="write scans.json and the section of BENCHMARKS.md")
    chosen = parser.parse_args()
    if not SCAN.is_file():
        print(f"{SCAN} is not here; nothing measured")
        return
    result = measure(chosen.pages, chosen.rounds)
    section = lines(result)
    if chosen.write:
        RESULT.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        PAGE.write_text(replaced(PAGE.read_text(encoding="utf-8"), section), encoding="utf-8")
    print("\n".join(section))


if __name__ == "__main__":
    main()
