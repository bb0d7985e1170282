"""An S3 server and Dask clusters on this machine, of real processes, for tests and measurements."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from extract import remote
from extract.remote import RemotePath

ROOT = Path(__file__).parents[2]
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


class S3:
    """A running server; `requests` counts what it was asked, by method."""

    def __init__(self, address: str, log: Path) -> None:
        self.address = address
        self._log = log

    def bucket(self, name: str) -> RemotePath:
        """A new, empty bucket."""
        urllib.request.urlopen(urllib.request.Request(f"{self.address}/{name}", method="PUT"), timeout=30).close()
        return RemotePath(f"s3://{name}")

    def requests(self) -> dict[str, int]:
        """How often each method was asked so far."""
        counts: dict[str, int] = {}
        for line in self._log.read_text(errors="replace").splitlines():
            for method in ("GET", "HEAD", "PUT", "POST", "DELETE"):
                if f"{method} /" in line:
                    counts[method] = counts.get(method, 0) + 1
        return counts


@contextmanager
def s3() -> Iterator[S3]:
    """An S3 server (moto); the environment says so to this process and its children."""
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    said = {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    before = {name: os.environ.get(name) for name in said}
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        with log.open("wb") as file:
            server = subprocess.Popen(command, stdout=file, stderr=file)
        os.environ.update(said)
        try:
            wait_for(port, server)
            yield S3(said["AWS_ENDPOINT_URL"], log)
        finally:
            server.kill()
            server.wait()
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
            remote._filesystem.cache_clear()


def upload(folder: Path, target: RemotePath) -> None:
    """All files of a folder."""
    for path in sorted(folder.iterdir()):
        with (target / path.name).writing() as file:
            file.write(path.read_bytes())


class DaskCluster:
    """A scheduler and workers, each a process that can be killed."""

    def __init__(self, workers: int) -> None:
        port = free_port()
        self.address = f"tcp://127.0.0.1:{port}"
        self._processes = [_dask("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")]
        wait_for(port, self._processes[0])
        worker = ("worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0")
        self._processes += [_dask(*worker) for _ in range(workers)]

    def kill_a_worker(self) -> None:
        """kill -9."""
        os.killpg(self._processes.pop().pid, signal.SIGKILL)

    def close(self) -> None:
        """Ends all."""
        for process in self._processes:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _dask(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
