"""Reports and tables in object storage, on a real S3 server: the same bytes as on disk, and nothing half written."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner
from pyarrow import fs
from runs import write_reports

import baocao
from baocao.command import cli
from corpus.bench.servers import upload
from extract.discover import discover
from extract.facts import TABLES
from extract.orders import Orders
from extract.remote import NotAnAddress, RemotePath, is_remote, place
from extract.run import forget, run
from extract.store import lock, manifest
from extract.store.layout import Busy, NoArchive, StoreError, layout_of
from extract.store.lock import writing
from extract.store.manifest import Manifest, commit, numbered


def tables(out: RemotePath | Path) -> dict[str, bytes]:
    """Every table file."""
    return {f"{table}/{path.name}": path.read_bytes() for table in TABLES for path in (out / table).glob("*.parquet")}


@pytest.mark.parametrize(
    ("address", "text", "name", "parent"),
    [
        ("s3://archive/in/a.pdf", "s3://archive/in/a.pdf", "a.pdf", "s3://archive/in"),
        ("s3://archive//in/", "s3://archive/in", "in", "s3://archive"),
        ("s3://archive", "s3://archive", "", "s3://archive"),
        ("s3://archive/Báo cáo số 1?#%20.pdf", "s3://archive/Báo cáo số 1?#%20.pdf", "Báo cáo số 1?#%20.pdf", "s3://archive"),
        ("gs://archive/x", "gs://archive/x", "x", "gs://archive"),
    ],
)  # fmt: skip
def test_addresses(address: str, text: str, name: str, parent: str) -> None:
    path = place(address)
    assert isinstance(path, RemotePath)
    assert (str(path), path.name, str(path.parent)) == (text, name, parent)
    assert path == RemotePath(text)
    assert hash(path) == hash(RemotePath(text))


@pytest.mark.parametrize("address", ["s3://", "s3:///folder", "s3://key:secret@archive/x", "://x"])
def test_what_is_no_address_says_so_and_keeps_secrets(address: str) -> None:
    with pytest.raises(NotAnAddress) as raised:
        place(address)
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize("path", ["/data/a.pdf", "reports", Path("x") / "y", "s3", "s3:/a"])
def test_paths_on_disk_stay_such(path: str | Path) -> None:
    assert not is_remote(path)
    assert place(path) == Path(path)


def test_files(bucket: RemotePath) -> None:
    names = ["b/2.txt", "b/1.txt", "b/c/Báo cáo số 3 + #?%20.txt", "a.txt"]
    for name in names:
        with (bucket / name).writing() as file:
            file.write(name.encode())
    assert [str(path).removeprefix(f"{bucket}/") for path, _ in bucket.files()] == sorted(names)
    assert [path.name for path in (bucket / "b").iterdir()] == ["1.txt", "2.txt"]
    assert [path.name for path in (bucket / "b").glob("2*")] == ["2.txt"]
    assert all((bucket / name).read_text() == name for name in names)
    assert ((bucket / "b").is_dir(), (bucket / "b/1.txt").is_dir(), (bucket / "b/9").exists()) == (True, False, False)
    (bucket / "b/1.txt").unlink()
    assert not (bucket / "b/1.txt").exists()
    (bucket / "b/1.txt").unlink(missing_ok=True)
    with pytest.raises(FileNotFoundError):
        (bucket / "b/1.txt").unlink()
    with pytest.raises(FileNotFoundError):
        (bucket / "b/1.txt").read_bytes()


def test_what_fails_half_way_is_not_there(bucket: RemotePath) -> None:
    def half() -> None:
        with (bucket / "x").writing() as file:
            file.write(b"one half")
            raise RuntimeError("half")

    with pytest.raises(RuntimeError, match="half"):
        half()
    assert not (bucket / "x").exists()


@pytest.fixture
def reports(bucket: RemotePath, tmp_path: Path) -> RemotePath:
    """Seven reports, one of them twice, and a file that is none."""
    folder = tmp_path / "reports"
    write_reports(folder, 6)
    shutil.copy(folder / "bao-cao-0003.txt", folder / "copy of 3.txt")
    (folder / "not-a-pdf.pdf").write_bytes(b"\xff\xd8\xff\xe0 a picture")
    (folder / "notes.md").write_text("not a report")
    upload(folder, bucket / "in")
    return bucket / "in"


def found(*paths: object, skip: RemotePath | None = None) -> list[str]:
    return [path.rpartition("/")[2] for path in discover(map(str, paths), skip=skip).files]


def test_which_files_are_meant(reports: RemotePath) -> None:
    everything = [*(f"bao-cao-000{n}.txt" for n in range(1, 7)), "copy of 3.txt", "not-a-pdf.pdf"]
    assert found(reports) == found(reports.parent) == everything
    assert found(reports / "bao-cao-0002.txt") == ["bao-cao-0002.txt"]
    assert found(f"{reports}/*000[12].txt") == ["bao-cao-0001.txt", "bao-cao-0002.txt"]
    assert found(f"{reports.parent}/**/*.pdf") == ["not-a-pdf.pdf"]
    assert found(f"{reports.parent}/*.pdf") == []
    assert found(reports.parent, skip=reports) == []
    assert discover([str(reports)]).others == {".md": 1}
    assert discover([f"{reports}/none.txt"]).missing == (f"{reports}/none.txt",)


def test_an_address_that_cannot_be_looked_at_is_a_failure(reports: RemotePath) -> None:
    (failure,) = discover(["nostore://bucket/x/*.pdf", str(reports)]).failures
    assert failure.source == "nostore://bucket/x/*.pdf"
    assert discover(["s3://no-such-bucket-here/x"]).missing == ("s3://no-such-bucket-here/x",)


def test_the_same_tables_as_on_disk(reports: RemotePath, bucket: RemotePath, tmp_path: Path) -> None:
    there = run([str(reports)], bucket / "out", workers=2)
    here = run([str(reports)], tmp_path / "out", workers=2)
    assert (there.read, there.failed, there.unchanged) == (here.read, here.failed, here.unchanged) == (6, 1, 1)
    assert tables(bucket / "out") == tables(tmp_path / "out")
    assert not list((bucket / "out/.baocao/journal").iterdir())
    again = run([str(reports)], str(bucket / "out"), workers=2)
    assert (again.read, again.unchanged, again.failed) == (0, 7, 1)
    with baocao.open(str(bucket / "out")) as archive:
        (sources,) = archive.sql("SELECT sources FROM documents WHERE len(sources) = 2").sources
        assert list(sources) == [f"{reports}/bao-cao-0003.txt", f"{reports}/copy of 3.txt"]
        assert len(archive.table("citations")) == archive.rows()["citations"]
    filesystem, path = (bucket / "out/citations").in_filesystem
    assert isinstance(filesystem, fs.S3FileSystem)
    assert len(pd.read_parquet(path, filesystem=filesystem)) == here.tables["citations"]


def test_taken_out_and_gone(reports: RemotePath, bucket: RemotePath) -> None:
    out = bucket / "out"
    run([str(reports)], out, workers=1)
    assert forget([f"{reports}/bao-cao-0001.txt"], out) == 1
    (reports / "bao-cao-0002.txt").unlink()
    summary = run([str(reports / "bao-cao-0004.txt")], out, workers=1, prune=True)
    assert (summary.forgotten, summary.tables["documents"]) == (1, 4)


def test_the_commands_read_it(reports: RemotePath, bucket: RemotePath, tmp_path: Path) -> None:
    out = str(bucket / "out")
    assert CliRunner().invoke(cli, ["extract", str(reports), "-o", out, "-q", "--workers", "1"]).exit_code == 1
    assert "61/2018/NĐ-CP" in CliRunner().invoke(cli, ["cites", "nghi dinh 61/2018", "-o", out]).output
    assert CliRunner().invoke(cli, ["checks", "-o", out]).exit_code == 0
    assert CliRunner().invoke(cli, ["export", "-o", out, "--to", str(tmp_path / "csv/")]).exit_code == 0
    assert "object storage" in CliRunner().invoke(cli, ["export", "-o", out, "--to", str(tmp_path / "x.duckdb")]).output
    assert "on disk" in CliRunner().invoke(cli, ["view", "--outputs", out]).output
    assert "no tables yet" in CliRunner().invoke(cli, ["top", "-o", f"{out}-other"]).output


def test_one_run_at_a_time(bucket: RemotePath, monkeypatch: pytest.MonkeyPatch) -> None:
    with writing(bucket / "out"):
        with pytest.raises(Busy, match=f"process {os.getpid()}"), writing(bucket / "out"):
            raise AssertionError("two at a time")
        monkeypatch.setattr(lock, "DEAD", -10.0)  # as if the other had given no sign of life
        with writing(bucket / "out"):
            assert len(list((bucket / "out/.baocao/locks").iterdir())) == 1
    assert not list((bucket / "out/.baocao/locks").iterdir())


def test_strange_tables_are_left_alone(bucket: RemotePath) -> None:
    with (bucket / "out/citations/part-0000.parquet").writing() as file:
        file.write(b"somebody's")
    with pytest.raises(NoArchive), writing(bucket / "out"):
        raise AssertionError("written into")


def test_who_was_taken_for_dead_does_not_publish(bucket: RemotePath) -> None:
    layout = layout_of(bucket / "out")
    commit(layout, Manifest(generation=1))
    with pytest.raises(Busy):
        commit(layout, Manifest(generation=1))


def test_replaced_files_stay_for_those_who_read(
    reports: RemotePath, bucket: RemotePath, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = bucket / "out"
    run([str(reports / "bao-cao-0001.txt")], out, workers=1)
    with baocao.open(str(out)) as archive:
        run([str(reports)], out, workers=1)
        assert len(archive.table("documents")) == 1
    monkeypatch.setattr(manifest, "GRACE", -1.0)
    run([str(reports)], out, workers=1, fresh=True)
    assert len(numbered(layout_of(out))) == 1
    assert {path.name.partition("-")[0] for path in (out / ".baocao/files").iterdir()} == set(TABLES)


def test_a_bucket_that_is_not_there(bucket: RemotePath) -> None:
    with pytest.raises(StoreError, match="s3://no-such-bucket-here"), writing("s3://no-such-bucket-here/out"):
        raise AssertionError("written into")


@pytest.mark.parametrize(
    ("rules", "fresh", "generation", "order"),
    [(None, False, None, "skip"), ("0", False, None, "find"), (None, True, None, "read"), (None, False, 99, "read")],
)
def test_orders_are_told_from_the_folder(
    reports: RemotePath, bucket: RemotePath, rules: str | None, fresh: bool, generation: int | None, order: str
) -> None:
    from extract.facts import RULES_VERSION

    out = bucket / "out"
    run([str(reports)], out, workers=1)
    newest = numbered(layout_of(out))[-1][0]
    with baocao.open(str(out)) as archive:
        doc_id = archive.table("documents").doc_id[0]
    orders = Orders(str(out), generation or newest, rules or RULES_VERSION, fresh)
    told = orders.decide("", doc_id)
    assert told["do"] == order
    assert order != "find" or all(RemotePath(path).exists() for path in (*told["documents"], *told["blocks"]))
    assert Orders(str(out), newest, RULES_VERSION).decide("", "f" * 64) == {"do": "read"}
