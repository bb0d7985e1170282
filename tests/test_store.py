"""Tables keep what they are given, say what they mean, and lie in the same files however they came in."""

from __future__ import annotations

import datetime as dt
import json
import resource
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from runs import ROOT, write_reports

from extract.document import Block, Box, Document, Word
from extract.facts import TABLES, BlockRow, Citation, DocumentRow
from extract.run import run
from extract.store.archive import Archive
from extract.store.blocks import block_rows, document_from
from extract.store.buckets import DOCUMENTS_PER_FILE, bucket, bucket_count, buckets, overlapping
from extract.store.layout import NoArchive, OtherVersion
from extract.store.rows import from_table, to_table
from extract.store.schema import columns, schema

DOCUMENT = Document(
    doc_id="ab" * 32,
    media_type="application/pdf",
    pages=2,
    warnings=("một trang trống",),
    blocks=(
        Block(
            path="p[1]",
            kind="paragraph",
            text="Căn cứ Luật",
            text_raw="Căn cứ Lu ật",
            words=(Word(0, 3, 1, 72.123456789, 20.1, 90.5, 31.0), Word(4, 6, 1, 93.0, 20.1, 101.25, 31.0)),
        ),
        Block(path="tbl[1]/r[1]/c[1]", kind="cell", text="", table_no=1, row_no=1, column_no=1, is_header=True),
    ),
)


def test_a_document_survives_its_rows() -> None:
    rows = list(from_table("blocks", to_table("blocks", block_rows(DOCUMENT)), BlockRow))
    header = DocumentRow(doc_id=DOCUMENT.doc_id, media_type="application/pdf", pages=2, text_origin="digital")
    header = next(from_table("documents", to_table("documents", [header]), DocumentRow))
    assert document_from(header, rows) == Document(
        doc_id=DOCUMENT.doc_id, media_type="application/pdf", pages=2, blocks=DOCUMENT.blocks
    )


def test_a_fact_survives_its_row() -> None:
    citation = Citation(
        doc_id="d",
        fact_id="f",
        form="full",
        number="61/2018/NĐ-CP",
        year=2018,
        issued_on=dt.date(2018, 4, 23),
        issuers=("Bộ Nội vụ", "Bộ Tài chính"),
        boxes=(Box(1, 2.0, 3.5, 4.0, 5.0),),
    )
    assert list(from_table("citations", to_table("citations", [citation]), Citation)) == [citation]


def test_a_missing_required_value_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"citations\.form"):
        to_table("citations", [Citation(doc_id="d", fact_id="f")])


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_described_in_both_languages(table: str) -> None:
    for column in columns(table):
        field = schema(table).field(column.name)
        assert field.metadata[b"en"].decode() == column.english != ""
        assert field.metadata[b"vi"].decode() == column.vietnamese != ""
        assert column.name == column.name.lower()


@pytest.mark.parametrize(
    ("documents", "files"),
    [(0, 1), (1, 1), (DOCUMENTS_PER_FILE, 1), (DOCUMENTS_PER_FILE + 1, 2), (10_000, 64), (1_000_000, 4096)],
)
def test_number_of_files(documents: int, files: int) -> None:
    assert bucket_count(documents) == files


def test_files_cut_the_documents_in_order() -> None:
    ids = [f"{n:04x}" + "0" * 60 for n in (0, 0x3FFF, 0x4000, 0x8000, 0xFFFF)]
    assert buckets(ids, 4) == {"0000": ids[:2], "4000": ids[2:3], "8000": ids[3:4], "c000": ids[4:]}
    assert [bucket(doc_id, 1) for doc_id in ids] == ["0000"] * 5
    assert overlapping("4000", 4, ["0000", "8000"], 2) == ["0000"]
    assert overlapping("0000", 1, ["0000", "8000"], 2) == ["0000", "8000"]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    write_reports(tmp_path / "in", 3)
    run([tmp_path / "in"], tmp_path / "out", workers=1)
    return tmp_path / "out"


@pytest.mark.parametrize("table", TABLES)
def test_files_carry_the_schema_and_pandas_reads_the_folder(archive: Path, table: str) -> None:
    (path,) = (archive / table).iterdir()
    found = pq.read_schema(path)
    assert found.names == schema(table).names
    assert found.types == schema(table).types
    assert found.field(0).metadata[b"vi"] == schema(table).field(0).metadata[b"vi"]
    with Archive(archive) as opened:
        pd.testing.assert_frame_equal(pd.read_parquet(archive / table), opened.table(table))


def test_sql_sees_every_table(archive: Path) -> None:
    with Archive(archive) as opened:
        for table in TABLES:
            assert opened.sql(f"SELECT count(*) AS n FROM {table}").n[0] == opened.rows()[table]
        assert opened.sql("SELECT * FROM documents WHERE doc_id = ?", ["x"]).empty
        with pytest.raises(KeyError, match="no table"):
            opened.table("nonsense")


def test_a_table_that_an_older_program_did_not_have_is_empty(archive: Path) -> None:
    (manifest,) = (archive / ".baocao").glob("manifest-*.json")
    said = json.loads(manifest.read_text(encoding="utf-8"))
    del said["tables"]["units"]
    manifest.write_text(json.dumps(said), encoding="utf-8")
    with Archive(archive) as opened:
        assert opened.sql("SELECT count(*) AS n FROM units").n[0] == 0
        assert opened.sql("SELECT count(*) AS n FROM documents").n[0] == 3
        assert list(opened.table("units", ["unit_code"])) == ["unit_code"]


def test_facts_stand_in_document_order(archive: Path) -> None:
    blocks = pq.read_table(archive / "blocks").to_pandas()
    place = {(row.doc_id, row.block): row.position for row in blocks.itertuples()}
    for table in ("citations", "quantities", "entities"):
        rows = pq.read_table(archive / table).to_pylist()
        order = [(row["doc_id"], place[row["doc_id"], row["block"]], row["char_start"]) for row in rows]
        assert order == sorted(order)


def test_folder_of_another_schema_version_is_refused(archive: Path) -> None:
    (manifest,) = (archive / ".baocao").glob("manifest-*.json")
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | {"schema_version": "0"}))
    before = sorted(path.name for path in archive.rglob("*.parquet"))
    with pytest.raises(OtherVersion, match="schema version 0"):
        run([archive.parent / "in"], archive)
    with pytest.raises(OtherVersion, match="schema version 0"):
        Archive(archive)
    assert sorted(path.name for path in archive.rglob("*.parquet")) == before


def test_tables_of_others_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out" / "citations").mkdir(parents=True)
    pq.write_table(pa.table({"a": [1]}), tmp_path / "out" / "citations" / "mine.parquet")
    write_reports(tmp_path / "in", 1)
    with pytest.raises(NoArchive, match="citations"):
        run([tmp_path / "in"], tmp_path / "out")


def test_opening_a_folder_without_tables_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoArchive, match="baocao extract"):
        Archive(tmp_path)


def test_a_full_disk_stops_the_run_and_loses_nothing(archive: Path) -> None:
    """A limit on file size stands in for the full disk: the system refuses to write more."""
    before = pq.read_table(archive / "documents")
    write_reports(archive.parent / "in", 6, paragraphs=200)
    done = subprocess.run(
        [sys.executable, "-m", "baocao", "extract", str(archive.parent / "in"), "-o", str(archive)],
        cwd=ROOT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "No space left" in done.stderr
    assert pq.read_table(archive / "documents").equals(before)
    assert run([archive.parent / "in"], archive).tables["documents"] == 6
