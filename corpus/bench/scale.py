"""`python -m corpus.bench.scale [--write]`: what a million pages cost, and where a national archive would bend the design first.

Runs over copies of real reports, each copy other bytes (a comment at its end), on this machine; then the parts that see the whole archive
(ledger, publication, twins and index, scheduler, object storage), each alone with synthetic rows at growing sizes. Every measurement is a process of
its own. `--write` puts the result into `scale.json`, from which `docs/scale.md` is made (`make docs`).
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from corpus.bench.machine import machine
from corpus.bench.servers import DaskCluster, s3, upload
from corpus.bench.soak import make_reports

HERE = Path(__file__).parent
RESULT = HERE / "scale.json"
REPORTS = HERE.parents[2] / "shared" / "reports"
Result = dict[str, Any]


def digital(folder: Path) -> None:
    """Eight copies of every digital PDF at hand, short and long."""
    paths = [*(HERE.parent / "documents").rglob("*.pdf"), *REPORTS.rglob("*.pdf")]
    for path in sorted(path for path in paths if "scan" not in f"{path.parent.name} {path.name}"):
        for copy in range(8):
            (folder / f"{copy}-{path.name}").write_bytes(path.read_bytes() + b"\n%% %d\n" % copy)


def scanned(folder: Path) -> None:
    """Two copies of the scan of the model report, 21 pages at 200 dpi."""
    path = next(REPORTS.rglob("bao-cao-228-scan.pdf"))
    for copy in range(2):
        (folder / f"{copy}-{path.name}").write_bytes(path.read_bytes() + b"\n%% %d\n" % copy)


def word(folder: Path) -> None:
    """Generated reports as DOCX."""
    make_reports(folder, 3_000_000, 400)


def a_run(fill: Callable[[Path], None]) -> Result:
    """A whole run over these files: CPU seconds of readers and of the process that leads them, memory, bytes written."""
    from extract.run import run

    with tempfile.TemporaryDirectory() as place:
        folder, out = Path(place) / "in", Path(place) / "out"
        folder.mkdir()
        fill(folder)
        before = _cpu(resource.RUSAGE_SELF), _cpu(resource.RUSAGE_CHILDREN)
        summary = run([folder], out)
        sizes = {
            table.name: sum(file.stat().st_size for file in table.iterdir())
            for table in out.iterdir()
            if table.is_dir()
        }
        return {
            "documents": summary.read,
            "failed": summary.failed,
            "pages": summary.pages,
            "mentions": summary.tables["citations"],
            "facts": sum(summary.facts.values()),
            "seconds": summary.seconds,
            "leading_cpu": _cpu(resource.RUSAGE_SELF) - before[0],
            "reading_cpu": _cpu(resource.RUSAGE_CHILDREN) - before[1],
            "worker_mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
            "table_bytes": sum(sizes.values()) - sizes[".baocao"] - sizes["units"],
            "source_bytes": sum(path.stat().st_size for path in folder.iterdir()),
        }


def ledger(count: int) -> Result:
    """What the leading process knows of so many documents: reading it from the tables, and holding it."""
    from extract.facts import DocumentRow
    from extract.store.buckets import bucket_count, buckets
    from extract.store.layout import layout_of
    from extract.store.ledger import load_ledger
    from extract.store.manifest import Manifest, Part, commit
    from extract.store.rows import row_writer

    with tempfile.TemporaryDirectory() as place:
        layout = layout_of(place)
        layout.make()
        parts = []
        for start, doc_ids in buckets((_doc_id(n) for n in range(count)), bucket_count(count)).items():
            file = f"documents-{start}.parquet"
            with row_writer("documents", layout.files / file) as add:
                for doc_id in doc_ids:
                    add(
                        DocumentRow(doc_id=doc_id, sources=(f"s3://archive/reports/2022/07/{doc_id[:24]}/bao-cao.pdf",))
                    )
            parts.append(Part(start, file, len(doc_ids)))
        commit(layout, Manifest(generation=1, tables={"documents": tuple(parts)}))
        before, began = _resident(), time.monotonic()
        known = load_ledger(layout)
        sources = known.sources()
        return {"documents": len(sources), "seconds": time.monotonic() - began, "mb": _resident() - before}


def index(count: int) -> Result:
    """Twins, instruments, relations of so many documents with 18 mentions each, a third of them of instruments that many cite."""
    from extract.facts import Citation, DocumentRow
    from extract.relate.instruments import index_rows
    from extract.store.spill import Spill

    def bundles() -> Iterator[tuple[list[DocumentRow], list[Citation]]]:
        for n in range(count):
            doc_id = _doc_id(n)
            header = DocumentRow(
                doc_id=doc_id, number=f"{n}/BC-UBND", type_name="Báo cáo", issued_on=dt.date(2022, 7, 1),
                organ_name=f"Ủy ban nhân dân huyện Suối {n % 700}", parent_organ="Ủy ban nhân dân tỉnh Sông Xanh",
            )  # fmt: skip
            yield [header], [_citation(doc_id, n, k) for k in range(18)]

    def _citation(doc_id: str, n: int, k: int) -> Citation:
        shared = k % 3 == 0
        number, code = ((n * 7 + k) % 3000, "QĐ-TTg") if shared else (n * 18 + k, "KH-UBND")
        return Citation(
            doc_id=doc_id, fact_id=f"{doc_id[:8]}{k:08x}", form="full", type="Quyết định" if shared else "Kế hoạch",
            type_code=code[:2], number=f"{number}/{code}", sequence=number, issuer_code=code.partition("-")[2],
            issuer="Thủ tướng Chính phủ" if shared else f"Ủy ban nhân dân huyện Suối {n % 700}",
            issued_on=dt.date(2021, 3, 4), title=f"thực hiện nhiệm vụ cải cách hành chính lần {number}", relation="implements",
        )  # fmt: skip

    with tempfile.TemporaryDirectory() as place, Spill(Path(place)) as spill:
        began, cpu, before = time.monotonic(), _cpu(resource.RUSAGE_SELF), _peak()
        rows = sum(1 for _ in index_rows(bundles(), spill.gather))
        disk = sum(path.stat().st_size for path in Path(place).rglob("*.sqlite"))
        return {
            "mentions": count * 18, "rows": rows, "seconds": time.monotonic() - began,
            "cpu": _cpu(resource.RUSAGE_SELF) - cpu, "mb": _peak() - before, "disk_bytes": disk,
        }  # fmt: skip


def scheduler(count: int) -> Result:
    """How many units of work a Dask scheduler hands out in a second, if they take no time."""
    from extract import cluster as module
    from extract.cluster import Cluster

    module._AHEAD = 250  # as much under way as on a cluster of many: what is looked for is the limit of one scheduler
    machines = DaskCluster(2)
    try:
        with Cluster(machines.address) as cluster:
            list(cluster.spread(abs, range(50)))
            began = time.monotonic()
            list(cluster.spread(abs, range(count)))
            return {"units": count, "seconds": time.monotonic() - began}
    finally:
        machines.close()


def requests(count: int) -> Result:
    """What a run asks of object storage, by document: reports and tables there."""
    from extract.run import run

    with tempfile.TemporaryDirectory() as place, s3() as server:
        make_reports(Path(place), 4_000_000, count)
        bucket = server.bucket("archive")
        upload(Path(place), bucket / "in")
        before = server.requests()
        summary = run([str(bucket / "in")], bucket / "out")
        after = server.requests()
        return {"documents": summary.read, **{name: after[name] - before.get(name, 0) for name in after}}


#: Name → what is measured, in the order in which docs/scale.md tells it.
MEASURED: dict[str, Callable[[], Result]] = {
    "digital": lambda: a_run(digital),
    "word": lambda: a_run(word),
    "scanned": lambda: a_run(scanned),
    **{f"ledger {n}": (lambda n=n: ledger(n)) for n in (20_000, 80_000, 320_000)},  # type: ignore[misc]
    **{f"index {n}": (lambda n=n: index(n)) for n in (1_000, 4_000, 16_000)},  # type: ignore[misc]
    "scheduler": lambda: scheduler(5_000),
    "requests": lambda: requests(100),
}


def _doc_id(n: int) -> str:
    """Evenly spread, as real ones are."""
    return f"{n * 2_654_435_761 % 2**32:08x}{n:056x}"


def _cpu(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _resident() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m corpus.bench.scale", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write scale.json")
    parser.add_argument("--only", choices=MEASURED, help="measure this alone; with --write beside what scale.json has")
    chosen = parser.parse_args()
    if chosen.only and not chosen.write:
        print(json.dumps(MEASURED[chosen.only]()))
        return
    result: Result = json.loads(RESULT.read_text(encoding="utf-8")) if chosen.only else {"machine": machine()}
    for name in [chosen.only] if chosen.only else MEASURED:
        command = [sys.executable, "-m", "corpus.bench.scale", "--only", name]
        result[name] = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
        print(name, result[name], flush=True)
    if chosen.write:
        RESULT.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
