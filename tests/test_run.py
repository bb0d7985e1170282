"""What a run makes of the files it is given: copies, changes, failures, odd names, links, files that go away."""

from __future__ import annotations

import os
import shutil
import unicodedata
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from runs import table_bytes, write_reports

import extract.facts
import extract.store.ledger
from extract.discover import discover, printable
from extract.run import NothingToRead, forget, run


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(out / table).to_pylist()
    return found


def sources(out: Path) -> list[list[str]]:
    return sorted([Path(path).name for path in row["sources"]] for row in rows(out, "documents"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_reports(tmp_path / "in", 3)
    return tmp_path / "in"


def test_finished_documents_are_not_read_again(folder: Path, tmp_path: Path) -> None:
    first = run([folder], tmp_path / "out")
    before = table_bytes(tmp_path / "out")
    second = run([folder], tmp_path / "out")
    assert (first.read, first.unchanged) == (3, 0)
    assert (second.read, second.unchanged) == (0, 3)
    assert run([folder], tmp_path / "out", fresh=True).read == 3
    assert table_bytes(tmp_path / "out") == before


def test_one_content_at_two_paths_is_one_document(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "bao-cao-0001.txt", folder / "z.txt")
    summary = run([folder], tmp_path / "out")
    assert (summary.files, summary.read, summary.unchanged) == (4, 3, 1)
    assert sources(tmp_path / "out") == [["bao-cao-0001.txt", "z.txt"], ["bao-cao-0002.txt"], ["bao-cao-0003.txt"]]


def test_a_changed_file_replaces_its_rows(folder: Path, tmp_path: Path) -> None:
    run([folder], tmp_path / "out")
    before = {row["doc_id"] for row in rows(tmp_path / "out", "documents")}
    path = folder / "bao-cao-0002.txt"
    path.write_text(path.read_text() + "\nPhụ lục kèm theo.\n")
    assert run([folder], tmp_path / "out").read == 1
    after = {row["doc_id"] for row in rows(tmp_path / "out", "documents")}
    assert len(after) == 3
    assert len(after & before) == 2
    assert {row["doc_id"] for row in rows(tmp_path / "out", "blocks")} == after


def test_a_file_that_turns_bad_loses_its_rows_and_a_good_one_its_failure(folder: Path, tmp_path: Path) -> None:
    run([folder], tmp_path / "out")
    good = (folder / "bao-cao-0002.txt").read_bytes()
    (folder / "bao-cao-0002.txt").write_bytes(b"")
    assert run([folder], tmp_path / "out").failed == 1
    assert len(rows(tmp_path / "out", "documents")) == 2
    (failure,) = rows(tmp_path / "out", "failures")
    assert failure["source"] == str(folder / "bao-cao-0002.txt")
    assert "empty" in failure["message"]
    (folder / "bao-cao-0002.txt").write_bytes(good)
    assert run([folder], tmp_path / "out").failed == 0
    assert rows(tmp_path / "out", "failures") == []
    assert len(rows(tmp_path / "out", "documents")) == 3


def test_prune_forgets_files_that_are_gone(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "bao-cao-0001.txt", folder / "z.txt")
    (folder / "bad.pdf").touch()
    run([folder], tmp_path / "out")
    for name in ("bao-cao-0001.txt", "bao-cao-0003.txt", "bad.pdf"):
        (folder / name).unlink()
    run([folder], tmp_path / "out")
    assert len(rows(tmp_path / "out", "documents")) == 3
    assert run([folder], tmp_path / "out", prune=True).forgotten == 3
    assert sources(tmp_path / "out") == [["bao-cao-0002.txt"], ["z.txt"]]
    assert rows(tmp_path / "out", "failures") == []


def test_forget_takes_documents_out(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run([folder], out)
    doc_id = next(row["doc_id"] for row in rows(out, "documents") if row["sources"][0].endswith("0003.txt"))
    assert forget([str(folder / "bao-cao-0001.txt"), doc_id[:8]], out) == 2
    assert sources(out) == [["bao-cao-0002.txt"]]
    assert len({row["doc_id"] for row in rows(out, "blocks")}) == 1
    with pytest.raises(KeyError):
        forget(["nothing"], out)


def test_other_rules_find_facts_again_without_reading(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The documents were made by older rules; facts come from `blocks`, even if the file could not be read now."""
    out = tmp_path / "out"
    run([folder], out)
    before = table_bytes(out)
    monkeypatch.setattr(extract.run, "rules_version", lambda names: "older")
    worker = tmp_path / "worker.py"
    worker.write_text(
        "import extract.read\n"
        "def read(*_, **__): raise RuntimeError\n"
        "extract.read.read = read\n"
        "from extract import worker\n"
        "worker.main()\n"
    )
    import sys

    summary = run([folder], out, command=[sys.executable, str(worker)])
    assert (summary.read, summary.failed) == (3, 0)
    assert table_bytes(out) == before


NAMES = (
    "Báo cáo số 12.txt",
    unicodedata.normalize("NFD", "Báo cáo số 13.txt"),
    'it\'s a "report".txt',
    "two\nlines.txt",
    "-o.txt",
    "50%*[x].TXT",
)


@pytest.mark.parametrize("name", NAMES)
def test_odd_names(tmp_path: Path, name: str) -> None:
    (path,) = write_reports(tmp_path / "in", 1)
    path.rename(path.with_name(name))
    assert run([tmp_path / "in" / name], tmp_path / "out", workers=1).read == 1
    assert rows(tmp_path / "out", "documents")[0]["sources"] == [str(tmp_path / "in" / name)]


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    (path,) = write_reports(tmp_path / "in", 1)
    os.rename(os.fsencode(path), os.fsencode(path.parent) + b"/b\xe1o c\xe1o.txt")
    summary = run([tmp_path / "in"], tmp_path / "out", prune=True)
    assert summary.read == 1
    assert rows(tmp_path / "out", "documents")[0]["sources"][0].endswith("b\\xe1o c\\xe1o.txt")
    assert run([tmp_path / "in"], tmp_path / "out", prune=True).unchanged == 1


def test_links_are_followed_and_loops_end(folder: Path, tmp_path: Path) -> None:
    (folder / "loop").symlink_to(folder)
    (tmp_path / "elsewhere").mkdir()
    (folder / "bao-cao-0003.txt").rename(tmp_path / "elsewhere" / "c.txt")
    (folder / "linked").symlink_to(tmp_path / "elsewhere")
    assert [os.path.relpath(path, folder) for path in discover([folder]).files] == [
        "bao-cao-0001.txt",
        "bao-cao-0002.txt",
        "linked/c.txt",
    ]


def test_pipes_and_broken_links_are_failures(folder: Path, tmp_path: Path) -> None:
    os.mkfifo(folder / "pipe.pdf")
    (folder / "broken.pdf").symlink_to(folder / "nowhere")
    summary = run([folder], tmp_path / "out")
    assert summary.read == 3
    assert [(Path(f.source).name, f.stage, f.error) for f in summary.failures] == [
        ("broken.pdf", "open", "FileNotFoundError"),
        ("pipe.pdf", "open", "OSError"),
    ]


def test_what_is_found(folder: Path, tmp_path: Path) -> None:
    for name in (".hidden.txt", "~$open.docx", "sheet.csv", "out/x.txt", "deep/er/SCAN.PDF"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    found = discover([folder, str(folder / "*.txt"), folder / "sheet.csv", "nowhere"], skip=folder / "out")
    names = [os.path.relpath(path, folder) for path in found.files]
    assert names == ["bao-cao-0001.txt", "bao-cao-0002.txt", "bao-cao-0003.txt", "deep/er/SCAN.PDF", "sheet.csv"]
    assert found.others == {".csv": 1}
    assert found.missing == ("nowhere",)


def test_missing_files(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match="nowhere"):
        run([tmp_path / "nowhere"], tmp_path / "out")
    assert not (tmp_path / "out").exists()
    summary = run([folder, tmp_path / "nowhere.pdf"], tmp_path / "out")
    assert (summary.read, summary.failed, summary.failures[0].stage) == (3, 1, "open")


def test_a_folder_without_rights_is_a_failure(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Denied by hand, for root may enter everything."""
    listdir = os.listdir
    (folder / "closed").mkdir()

    def denied(path: str) -> list[str]:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(os, "listdir", denied)
    found = discover([folder])
    assert len(found.files) == 3
    assert [(Path(f.source).name, f.error) for f in found.failures] == [("closed", "PermissionError")]


def test_printable_keeps_plain_paths() -> None:
    assert printable("/báo cáo.pdf") == "/báo cáo.pdf"
    assert printable(os.fsdecode(b"/b\xe1o.pdf")) == "/b\\xe1o.pdf"


def test_one_report_more_rewrites_its_own_file_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.store.buckets.DOCUMENTS_PER_FILE", 4)
    *paths, last = write_reports(tmp_path / "in", 30)
    run(paths, tmp_path / "out")

    def files() -> dict[Path, int]:
        return {path: path.stat().st_ino for path in (tmp_path / "out" / "blocks").glob("*.parquet")}

    before = files()
    assert len(before) == 8
    assert run([last], tmp_path / "out").read == 1
    assert sum(before[path] != inode for path, inode in files().items()) == 1
    assert len(rows(tmp_path / "out", "documents")) == 30
