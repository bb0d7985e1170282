"""A run on a Dask cluster over S3: workers and the run itself killed in the middle, the tables those of a run here."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from runs import ROOT, write_reports
from test_remote import tables

from baocao.command import cli
from corpus.bench.servers import DaskCluster, free_port, upload
from extract import cluster as module
from extract import course
from extract.cluster import Cluster, ClusterError, needed, one_file
from extract.orders import Orders
from extract.remote import RemotePath
from extract.run import Progress, run
from extract.workers import Limits

Start = Callable[[int], DaskCluster]
REPORTS, COPIES = 24, 6


@pytest.fixture
def reports(bucket: RemotePath, tmp_path: Path) -> RemotePath:
    for path in write_reports(tmp_path / "reports", REPORTS, paragraphs=400)[:COPIES]:
        shutil.copy(path, path.with_name(f"copy-of-{path.name}"))
    (tmp_path / "reports/empty.pdf").touch()
    upload(tmp_path / "reports", bucket / "in")
    return bucket / "in"


def test_a_worker_killed_in_the_middle_costs_nothing_but_time(
    reports: RemotePath, bucket: RemotePath, tmp_path: Path, dask_cluster: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(course, "PUBLISH_SECONDS", 0.5)
    machines = dask_cluster(3)
    killed: list[int] = []

    def watch(progress: Progress) -> None:
        if progress.done >= REPORTS // 4 * (len(killed) + 1) and len(killed) < 2:
            machines.kill_a_worker()
            killed.append(progress.done)

    there = run([str(reports)], bucket / "out", scheduler=machines.address, progress=watch)
    assert len(killed) == 2
    assert killed[-1] < REPORTS
    here = run([str(reports)], tmp_path / "out")
    assert tables(bucket / "out") == tables(tmp_path / "out")
    assert (
        (there.files, there.read, there.failed)
        == (here.files, here.read, here.failed)
        == (REPORTS + COPIES + 1, REPORTS, 1)
    )
    assert not list((bucket / "out/.baocao/journal").iterdir())
    again = run([str(reports)], bucket / "out", scheduler=machines.address)
    assert (again.read, again.unchanged, again.failed) == (0, REPORTS + COPIES, 1)


def test_the_run_itself_killed_and_started_again(
    reports: RemotePath, bucket: RemotePath, tmp_path: Path, dask_cluster: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    machines = dask_cluster(2)
    code = "import sys; from extract.run import run; run(sys.argv[3:], sys.argv[1], scheduler=sys.argv[2])"
    command = [sys.executable, "-c", code, str(bucket / "out"), machines.address, str(reports)]
    process = subprocess.Popen(command, cwd=ROOT, start_new_session=True, stderr=subprocess.DEVNULL)
    ends = time.monotonic() + 60
    while len(list((bucket / "out/.baocao/journal").iterdir())) < 4 and time.monotonic() < ends:
        time.sleep(0.1)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert len(list((bucket / "out/.baocao/journal").iterdir())) >= 4
    monkeypatch.setattr("extract.store.lock.DEAD", -1.0)  # the dead run's sign of life is fresh yet
    run([str(reports)], bucket / "out", scheduler=machines.address)
    run([str(reports)], tmp_path / "out")
    assert tables(bucket / "out") == tables(tmp_path / "out")


def test_a_folder_that_all_reach(tmp_path: Path, dask_cluster: Start) -> None:
    write_reports(tmp_path / "reports", 5)
    machines = dask_cluster(2)
    command = [
        "extract",
        str(tmp_path / "reports"),
        "-o",
        str(tmp_path / "there"),
        "--scheduler",
        machines.address,
        "-q",
    ]
    assert CliRunner().invoke(cli, command).exit_code == 0
    run([tmp_path / "reports"], tmp_path / "here")
    assert files(tmp_path / "there") == files(tmp_path / "here")


def files(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in out.glob("*/*.parquet")}


def test_a_worker_with_other_versions_is_refused(tmp_path: Path) -> None:
    wanted = tuple((name, "other" if name == "pyarrow" else version) for name, version in needed())
    with pytest.raises(ClusterError, match=r"pyarrow .* instead of other"):
        one_file(("x", "x"), {}, Limits(), Orders(str(tmp_path), 0, "1"), wanted)


def test_a_file_whose_workers_are_always_lost_is_a_failure(
    dask_cluster: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "0")
    machines = dask_cluster(4)

    def lost(*_: object) -> None:
        os._exit(1)

    monkeypatch.setattr(module, "one_file", lost)
    with Cluster(machines.address) as one:
        orders = Orders("out", 0, "1")
        (outcome,) = one.process([("a.pdf", "a.pdf")], settings={}, limits=Limits(), orders=lambda: orders)
    assert outcome.failed is not None
    assert outcome.failed["error"] == "Crash"


def test_results_of_spread_work_come_in_order(dask_cluster: Start) -> None:
    with Cluster(dask_cluster(2).address) as one:
        assert list(one.spread(abs, range(-40, 0))) == list(range(40, 0, -1))


@pytest.mark.parametrize("workers", [None, 0])
def test_a_cluster_that_is_none_says_what_to_start(
    workers: int | None, dask_cluster: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(module, "_SECONDS_TO_CONNECT", 1.0)
    monkeypatch.setattr(module, "_SECONDS_FOR_WORKERS", 1.0)
    address = f"tcp://127.0.0.1:{free_port()}" if workers is None else dask_cluster(workers).address
    monkeypatch.setattr(module, "_SECONDS_TO_CONNECT", 1.0 if workers is None else 20.0)
    result = CliRunner().invoke(cli, ["extract", str(tmp_path), "-o", str(tmp_path / "out"), "--scheduler", address])
    assert result.exit_code == 2
    assert "dask scheduler" in result.output if workers is None else f"dask worker {address}" in result.output
