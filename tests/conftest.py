"""An S3 server for the whole session, and Dask clusters of real processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256

import pytest

from corpus.bench.servers import S3, DaskCluster, s3
from extract.remote import RemotePath


@pytest.fixture(scope="session")
def s3_server() -> Iterator[S3]:
    """An S3 server; the environment says so to this process and its children."""
    with s3() as server:
        yield server


@pytest.fixture
def bucket(s3_server: S3, request: pytest.FixtureRequest) -> RemotePath:
    """An empty bucket of this test's own."""
    return s3_server.bucket(f"test-{sha256(request.node.nodeid.encode()).hexdigest()[:16]}")


@pytest.fixture
def dask_cluster() -> Iterator[Callable[[int], DaskCluster]]:
    """Starts clusters of so many workers; they end with the test."""
    started: list[DaskCluster] = []

    def start(workers: int) -> DaskCluster:
        started.append(DaskCluster(workers))
        return started[-1]

    yield start
    for one in started:
        one.close()
