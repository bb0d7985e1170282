"""What `baocao export` writes, opened by the programs it is for: LibreOffice, networkx, DuckDB, pandas."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import duckdb
import networkx
import pandas as pd
import pytest
from lxml import etree
from needs import needs

import baocao
from baocao.export import export
from extract.facts import TABLES

DOCUMENT = Path(__file__).parents[1] / "corpus" / "documents" / "huyen-cai-cach-hanh-chinh.docx"
_SPACES = {
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports")
    (folder / "in").mkdir()
    shutil.copy(DOCUMENT, folder / "in")
    (folder / "in" / "=cmd.txt").write_text("BÁO CÁO\n=1+1 theo Nghị định số 61/2018/NĐ-CP\n", encoding="utf-8")
    baocao.run([folder / "in"], folder / "out", workers=1)
    return folder / "out"


def _exported(archive: Path, target: Path) -> Path:
    with baocao.open(archive) as tables:
        export(tables, archive, str(target))
    return target


@needs(shutil.which("soffice") is not None, "LibreOffice")
def test_libreoffice_opens_the_workbook(archive: Path, tmp_path: Path) -> None:
    book = _exported(archive, tmp_path / "facts.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "fods", "--outdir", str(tmp_path), str(book)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    opened = etree.parse(str(tmp_path / "facts.fods"), etree.XMLParser(huge_tree=True))
    sheets = opened.findall(".//table:table", _SPACES)
    assert [sheet.get(f"{{{_SPACES['table']}}}name") for sheet in sheets] == list(TABLES)
    formulas = set(opened.xpath("//table:table-cell/@table:formula", namespaces=_SPACES))
    assert formulas <= {"of:=TRUE()", "of:=FALSE()"}  # what LibreOffice makes of truth values
    kinds = set(opened.xpath("//table:table-cell/@office:value-type", namespaces=_SPACES))
    assert {"float", "string", "date"} <= kinds
    texts = opened.xpath("//table:table-cell/text:p/text()", namespaces=_SPACES)
    assert any(text.startswith(("=1+1", "'=1+1")) for text in texts)
    assert "Ủy ban nhân dân huyện Mỏ Cày Nam" in texts


def test_networkx_reads_the_graph(archive: Path, tmp_path: Path) -> None:
    graph = networkx.read_graphml(_exported(archive, tmp_path / "citations.graphml"))
    with baocao.open(archive) as tables:
        edges = tables.sql("SELECT count(*) AS n FROM relations").n[0]
    assert graph.number_of_edges() == edges > 10


def test_duckdb_has_a_view_of_every_table(archive: Path, tmp_path: Path) -> None:
    with duckdb.connect(str(_exported(archive, tmp_path / "facts.duckdb")), read_only=True) as connection:
        views = {name for (name,) in connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()}  # fmt: skip
        assert views == set(TABLES)
        joined = (
            "SELECT count(*) FROM resolutions JOIN citations USING (fact_id) JOIN instruments USING (instrument_id)"
        )
        assert (
            connection.execute(joined).fetchone() == connection.execute("SELECT count(*) FROM resolutions").fetchone()
        )


def test_pandas_reads_the_sheets_of_comma_separated_values(archive: Path, tmp_path: Path) -> None:
    folder = _exported(archive, tmp_path / "csv")
    for table in TABLES:
        frame = pd.read_csv(folder / f"{table}.csv", encoding="utf-8-sig")
        with baocao.open(archive) as tables:
            assert len(frame) == tables.rows()[table]
