"""Runs in real processes: killed and started again, in any order, on any number of workers, read while they write."""

from __future__ import annotations

import contextlib
import functools
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from runs import ROOT, kill_group, start_eager_run, table_bytes, write_reports

import baocao
from extract.facts import TABLES
from extract.run import run
from extract.store.layout import Busy
from extract.workers import Limits


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    write_reports(folder, 14)
    (folder / "empty.pdf").touch()
    (folder / "not-a-pdf.pdf").write_bytes(b"\xff\xd8\xff\xe0 a picture")
    shutil.copy(folder / "bao-cao-0003.txt", folder / "copy of 3.txt")
    return folder


@pytest.fixture(scope="module")
def uninterrupted(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("uninterrupted") / "out"
    started = time.monotonic()
    process = start_eager_run(out, reports)
    _, error = process.communicate(timeout=120)
    assert process.returncode == 0, error.decode()
    (out / "seconds").write_text(str(time.monotonic() - started))
    return out


@pytest.mark.parametrize("seed", range(3))
def test_killed_and_started_again_gives_the_same_tables(
    reports: Path, uninterrupted: Path, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    whole = float((uninterrupted / "seconds").read_text())
    out = tmp_path / "out"
    for _ in range(5):
        process = start_eager_run(out, reports)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0.2, 0.9) * whole)
        kill_group(process)
    process = start_eager_run(out, reports)
    _, error = process.communicate(timeout=120)
    assert process.returncode == 0, error.decode()
    assert table_bytes(out) == table_bytes(uninterrupted)


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_number_of_workers_and_order_do_not_matter(
    reports: Path, uninterrupted: Path, tmp_path: Path, workers: int
) -> None:
    paths = sorted(reports.iterdir())
    random.Random(workers).shuffle(paths)
    half = len(paths) // 2
    for part in (paths[:half], paths[half:]):
        process = start_eager_run(tmp_path / "out", *part, workers=workers)
        process.communicate(timeout=120)
    assert table_bytes(tmp_path / "out") == table_bytes(uninterrupted)


def test_readable_at_any_moment(reports: Path, uninterrupted: Path, tmp_path: Path) -> None:
    """The folders hold whole documents, each once; `open` agrees across tables."""
    out = tmp_path / "out"
    final = {row["doc_id"]: row["n_blocks"] for row in pq.read_table(uninterrupted / "documents").to_pylist()}
    process = start_eager_run(out, reports)
    moments = 0
    while process.poll() is None:
        if not (out / "failures").exists():
            time.sleep(0.01)
            continue
        seen = pq.read_table(out / "blocks", columns=["doc_id", "position"]).to_pylist()
        by_document: dict[str, list[int]] = {}
        for row in seen:
            by_document.setdefault(row["doc_id"], []).append(row["position"])
        assert all(positions == list(range(final[doc_id])) for doc_id, positions in by_document.items())
        with baocao.open(out) as archive:
            stated = {row["doc_id"]: row["n_blocks"] for row in archive.arrow("documents").to_pylist()}
            time.sleep(0.02)
            blocks = archive.arrow("blocks", ["doc_id"]).column(0).to_pylist()
            assert {doc_id: blocks.count(doc_id) for doc_id in stated} == stated
            assert set(blocks) == set(stated)
        moments += 1
    process.communicate()
    assert moments > 3
    assert table_bytes(out) == table_bytes(uninterrupted)


def test_an_open_archive_stays_as_it_was(reports: Path, tmp_path: Path) -> None:
    paths = sorted(reports.glob("bao-cao-*.txt"))
    run(paths[:3], tmp_path / "out")
    with baocao.open(tmp_path / "out") as archive:
        before = archive.sql("SELECT count(*) AS n FROM blocks").n[0]
        for path in paths[3:6]:
            run([path], tmp_path / "out", workers=1)
        assert archive.sql("SELECT count(*) AS n FROM blocks").n[0] == before
        assert len(archive.table("documents")) == 3
    with baocao.open(tmp_path / "out") as archive:
        assert len(archive.table("documents")) == 6


def test_second_run_into_one_folder_is_refused(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    process = start_eager_run(out, reports, workers=1)
    try:
        while not (out / "documents").exists():
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGSTOP)
        with pytest.raises(Busy, match=str(process.pid)):
            run([reports], out)
    finally:
        os.killpg(process.pid, signal.SIGCONT)
        kill_group(process)


def test_a_worker_that_is_killed_costs_one_file(reports: Path, tmp_path: Path) -> None:
    """A reader that crashes on one file, and one that hangs on another."""
    script = tmp_path / "worker.py"
    script.write_text(
        f"""
import os, sys, time
sys.path.insert(0, {str(ROOT)!r})
import extract.read
reading = extract.read.read
def read(source, *, name=None, **rest):
    if name == "bao-cao-0005.txt":
        os.abort()
    if name == "bao-cao-0006.txt":
        time.sleep(60)
    if name == "bao-cao-0007.txt":
        bytearray(1 << 40)
    return reading(source, name=name, **rest)
extract.read.read = read
from extract import worker
worker.main()
"""
    )
    summary = run(
        [reports], tmp_path / "out", workers=2, limits=Limits(seconds=10), command=[sys.executable, str(script)]
    )
    failed = {Path(failure.source).name: failure.error for failure in summary.failures}
    assert failed == {
        "bao-cao-0005.txt": "Crash",
        "bao-cao-0006.txt": "Timeout",
        "bao-cao-0007.txt": "MemoryError",
        "empty.pdf": "Damaged",
        "not-a-pdf.pdf": "Damaged",
    }
    assert summary.tables["documents"] == 11
    assert summary.tables["failures"] == 5
    again = run([reports], tmp_path / "out")
    assert (again.read, again.failed, again.tables["failures"]) == (3, 2, 2)


def test_every_table_exists_after_an_empty_run(tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    run([tmp_path / "nothing"], tmp_path / "out")
    for table in TABLES:
        rows = pq.read_table(tmp_path / "out" / table).num_rows
        assert (rows > 0) == (table == "units")  # the map is there before any report


def test_ctrl_c_publishes_what_is_finished(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 300, paragraphs=60)
    command = [sys.executable, "-m", "baocao", "extract", str(tmp_path / "in"), "-o", str(tmp_path / "out")]
    # a shell starts what runs in the background deaf to Ctrl-C; this run must hear it
    hearing = functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    process = subprocess.Popen(command, cwd=ROOT, start_new_session=True, stderr=subprocess.PIPE, preexec_fn=hearing)
    while process.poll() is None and len(list((tmp_path / "out" / ".baocao" / "journal").glob("*.arrow"))) < 10:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, error = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "the same command goes on from there" in error.decode()
    finished = pq.read_table(tmp_path / "out" / "documents").num_rows
    assert 0 < finished < 300
    again = run([tmp_path / "in"], tmp_path / "out")
    assert again.tables["documents"] == 300
    assert finished <= again.unchanged < 300


def test_no_network_at_run_time(tmp_path: Path) -> None:
    """Sockets are denied in the run and in its workers, through what every Python process imports at its start."""
    write_reports(tmp_path / "in", 2)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(
        "import socket\n"
        "class Denied(socket.socket):\n"
        "    def __init__(self, *_, **__): raise RuntimeError('no network here')\n"
        "socket.socket = Denied\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "baocao", "extract", str(tmp_path / "in"), "-o", str(tmp_path / "out")],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert pq.read_table(tmp_path / "out" / "documents").num_rows == 2
