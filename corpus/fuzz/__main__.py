"""`python -m corpus.fuzz [--seconds N] [--seed N]`: spoil good files for a while and look what the readers do with them.

Each batch runs in a process of its own under the limits of a run, so that a crash or a hang is found and named too. What is
found is printed as `NAME SEED: complaint`; `--show NAME SEED` runs that one again, with its traceback. Exit status 1 if anything was found.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from corpus.fuzz.check import complaint
from corpus.fuzz.mutate import mutated

DOCUMENTS = Path(__file__).parents[1] / "documents"
SECONDS_PER_FILE = 20
_MEMORY = 3 << 30
_BATCH = 40


def sources() -> dict[str, bytes]:
    """The shipped reports, and one as text."""
    found = {path.name: path.read_bytes() for path in sorted(DOCUMENTS.iterdir()) if path.suffix in (".pdf", ".docx")}
    from extract.read import read

    first = next(data for name, data in found.items() if name.endswith(".docx"))
    found["report.txt"] = "\n".join(block.text for block in read(first).blocks).encode()
    return found


def in_child(data: dict[str, bytes], jobs: list[tuple[str, int]]) -> list[tuple[str, int, str]]:
    """Complaints about these jobs. One that ends the process is found by running the rest again without it."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        with os.fdopen(writer, "w", encoding="utf-8") as out:
            for name, seed in jobs:
                out.write(f"{name}\t{seed}\t")
                out.flush()
                signal.alarm(SECONDS_PER_FILE)
                out.write(f"{complaint(mutated(data[name], seed)) or ''}\n")
                signal.alarm(0)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as answers:
        lines = answers.read().split("\n")
    status = os.waitpid(child, 0)[1]
    split = [line.split("\t") for line in lines]
    found = [(name, int(number), text) for name, number, text in split[:-1] if text]
    if lines[-1]:
        name, last, _ = split[-1]
        ended = os.waitstatus_to_exitcode(status)
        cause = f"no answer in {SECONDS_PER_FILE} s" if ended == -signal.SIGALRM else f"the process ended ({ended})"
        rest = jobs[jobs.index((name, int(last))) + 1 :]
        found.append((name, int(last), cause))
        found += in_child(data, rest) if rest else []
    return found


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m corpus.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", help="files whose name contains this")
    parser.add_argument("--show", nargs=2, metavar=("NAME", "SEED"), help="run one again")
    chosen = parser.parse_args()
    data = sources()
    if chosen.show:
        from extract.pipeline import extract_facts
        from extract.read import read

        extract_facts(read(mutated(data[chosen.show[0]], int(chosen.show[1]))))
        return 0
    names = [name for name in data if not chosen.only or chosen.only in name]
    started, seed, tried = time.monotonic(), chosen.seed, 0
    seen: Counter[str] = Counter()
    while time.monotonic() - started < chosen.seconds:
        jobs = [(names[number % len(names)], number) for number in range(seed, seed + _BATCH)]
        for name, number, text in in_child(data, jobs):
            seen[text] += 1
            if seen[text] <= 3:
                print(f"{name} {number}: {text}", flush=True)
        seed += _BATCH
        tried += _BATCH
    print(
        f"{tried} files in {time.monotonic() - started:.0f} s from seed {chosen.seed}; {sum(seen.values())} complaints"
    )
    for text, count in seen.most_common():
        print(f"{count:6d}  {text}")
    return 1 if seen else 0


if __name__ == "__main__":
    sys.exit(main())
