"""`python -m corpus.bench.gathering [--write]`: sorting more than memory holds, by SQLite and by DuckDB, with the same memory allowed.

Rows as the archive steps put aside (group, place, a thing of 500 or 5,000 bytes) go in in no order and come out sorted. Each sort is a process
of its own; `--write` puts the result into `gathering.json`, for `docs/scale.md`.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

RESULT = Path(__file__).parent / "gathering.json"
#: Memory allowed and what is sorted, both in MB, and bytes of a thing.
CASES = ((32, 400, 500), (64, 800, 500), (64, 400, 5000), (128, 1600, 500), (512, 1600, 500))
Row = tuple[str, str, bytes]


def rows(megabytes: int, size: int) -> Iterator[Row]:
    """So many, in no order."""
    for n in range(megabytes * 1_000_000 // (size + 60)):
        yield f"{n * 2_654_435_761 % 2**32:08x}{n:08x}", f"{n:010d}", b"x" * size


def by_sqlite(memory: int, megabytes: int, size: int) -> int:
    """Through the gather of the archive steps; how many rows came out in order."""
    from extract.store.spill import Spill

    with Spill(memory=memory << 20, in_memory=5_000) as spill:
        gather = spill.gather()
        for group, place, thing in rows(megabytes, size):
            gather.put(group, place, thing)
        return _ordered((group, "", b"") for group, _ in gather.groups())


def by_duckdb(memory: int, megabytes: int, size: int) -> int:
    """Through a table of DuckDB and its ORDER BY, settings as its documentation advises for little memory."""
    import duckdb
    import pyarrow as pa

    with tempfile.TemporaryDirectory() as folder:
        settings: dict[str, Any] = {
            "memory_limit": f"{memory}MiB",
            "temp_directory": folder,
            "preserve_insertion_order": False,
            "threads": 1,
        }
        connection = duckdb.connect(":memory:", config=settings)
        connection.execute("CREATE TABLE gathered (g VARCHAR, o VARCHAR, t BLOB)")
        source = rows(megabytes, size)
        while batch := list(islice(source, max(1_000, 20_000_000 // size))):
            connection.register("batch", pa.table(dict(zip("got", zip(*batch, strict=True), strict=True))))
            connection.execute("INSERT INTO gathered SELECT g, o, t FROM batch")
            connection.unregister("batch")
        result = connection.execute("SELECT g, o, t FROM gathered ORDER BY g, o")

        def sorted_rows() -> Iterator[Row]:
            while found := result.fetchmany(1_000):
                yield from found

        return _ordered(sorted_rows())


WAYS = {"SQLite": by_sqlite, "DuckDB": by_duckdb}


def _ordered(found: Iterator[Row]) -> int:
    last, count = "", 0
    for group, _, _ in found:
        if group < last:
            raise ValueError("not in order")
        last, count = group, count + 1
    return count


def measure(way: str, case: tuple[int, int, int]) -> dict[str, Any]:
    """Seconds and memory of one sort in this process; or what went wrong."""
    began = time.monotonic()
    try:
        count = WAYS[way](*case)
    except Exception as error:
        return {"error": type(error).__name__}
    seconds = time.monotonic() - began
    return {"rows": count, "seconds": seconds, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def result() -> list[dict[str, Any]]:
    """What `--write` left."""
    found: list[dict[str, Any]] = json.loads(RESULT.read_text(encoding="utf-8"))
    return found


def lines(found: list[dict[str, Any]]) -> list[str]:
    """The result as a table."""
    said = [
        "| memory allowed, MB | sorted, MB | bytes a row | SQLite | DuckDB |",
        "|--:|--:|--:|--:|--:|",
    ]
    for one in found:
        memory, megabytes, size = one["case"]
        told = [
            f"{one[way]['seconds']:.0f} s, {one[way]['mb']:.0f} MB" if "seconds" in one[way] else "out of memory"
            for way in WAYS
        ]
        said.append(f"| {memory} | {megabytes:,} | {size:,} | {told[0]} | {told[1]} |")
    return said


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m corpus.bench.gathering", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write gathering.json")
    parser.add_argument("--only", nargs=2, metavar=("WAY", "CASE"), help="measure this alone, in this process")
    chosen = parser.parse_args()
    if chosen.only:
        print(json.dumps(measure(chosen.only[0], CASES[int(chosen.only[1])])))
        return
    found = []
    for number, case in enumerate(CASES):
        told: dict[str, Any] = {"case": case}
        for way in WAYS:
            command = [sys.executable, "-m", "corpus.bench.gathering", "--only", way, str(number)]
            told[way] = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
        found.append(told)
        print(told, flush=True)
    if chosen.write:
        RESULT.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print("\n".join(lines(found)))


if __name__ == "__main__":
    main()
