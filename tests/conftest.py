"""An S3 server of this test session, and Dask clusters of real processes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from runs import ROOT

from extract import remote
from extract.remote import RemotePath

_PATIENCE = 60.0


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until somebody listens there."""
    ends = time.monotonic() + _PATIENCE
    while time.monotonic() < ends and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise RuntimeError(f"nothing listens at port {port}")


@pytest.fixture(scope="session")
def s3_server() -> Iterator[str]:
    """Address of an S3 server; the environment says so to this process and its children."""
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    said = {
        "AWS_ENDPOINT_URL": address,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    before = {name: os.environ.get(name) for name in said}
    os.environ.update(said)
    try:
        wait_for(port, server)
        yield address
    finally:
        server.kill()
        server.wait()
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)
        remote._filesystem.cache_clear()


@pytest.fixture
def bucket(s3_server: str, request: pytest.FixtureRequest) -> RemotePath:
    """An empty bucket of this test's own."""
    name = f"b{abs(hash(request.node.nodeid)):x}"
    urllib.request.urlopen(urllib.request.Request(f"{s3_server}/{name}", method="PUT"), timeout=30).close()
    return RemotePath(f"s3://{name}")


class DaskCluster:
    """A scheduler and workers, each a process that can be killed."""

    def __init__(self, workers: int) -> None:
        port = free_port()
        self.address = f"tcp://127.0.0.1:{port}"
        self._processes = [self._start("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")]
        wait_for(port, self._processes[0])
        self._processes += [self.worker() for _ in range(workers)]

    def worker(self) -> subprocess.Popen[bytes]:
        """One more worker with one thread."""
        return self._start(
            "worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0"
        )

    def kill_a_worker(self) -> None:
        """kill -9."""
        os.killpg(self._processes.pop().pid, signal.SIGKILL)

    def close(self) -> None:
        """Ends all."""
        for process in self._processes:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    @staticmethod
    def _start(*arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )


@pytest.fixture
def dask_cluster(request: pytest.FixtureRequest) -> Iterator[Callable[[int], DaskCluster]]:
    """Starts clusters of so many workers; they end with the test."""
    started: list[DaskCluster] = []

    def start(workers: int) -> DaskCluster:
        started.append(DaskCluster(workers))
        return started[-1]

    yield start
    for one in started:
        one.close()


def upload(folder: Path, target: RemotePath) -> None:
    """All files of a folder."""
    for path in sorted(folder.iterdir()):
        with (target / path.name).writing() as file:
            file.write(path.read_bytes())
