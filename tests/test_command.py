"""The command: exit statuses, what it prints, what it writes."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import duckdb
import openpyxl
import pytest
from click.testing import CliRunner, Result
from runs import ROOT, write_reports

import baocao
from baocao.command import cli
from baocao.terminal import plain
from extract.ask.query import fold
from extract.facts import TABLES
from extract.store.cells import safe


def call(*arguments: object, input: str | None = None) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=input)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("command")
    write_reports(folder / "in", 2)
    (folder / "in" / "formula.txt").write_text(
        "BÁO CÁO\nKết quả công tác\n\n- =HYPERLINK(1)\n=1+1\n@SUM(A1)\n", encoding="utf-8"
    )
    assert call("extract", folder / "in", "-o", folder / "out").exit_code == 0
    return folder


def test_extract_ends_with_a_summary(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 2)
    result = call("extract", tmp_path / "in", "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert "2 files: 2 read" in result.output
    assert "quantities" in result.output
    assert f"tables: {tmp_path / 'out'} now holds 2 documents" in result.output


def test_extract_says_what_failed_and_what_to_do(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 1)
    (tmp_path / "in" / "empty.pdf").touch()
    result = call("extract", tmp_path / "in", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "empty.pdf: The file is empty" in result.output
    quiet = call("extract", tmp_path / "in", "-o", tmp_path / "out", "--quiet")
    assert quiet.exit_code == 1
    assert quiet.stdout == ""
    assert "empty.pdf" in quiet.stderr


def test_extract_takes_paths_from_standard_input(tmp_path: Path) -> None:
    one, two = write_reports(tmp_path / "in", 2)
    result = call("extract", "-", "-o", tmp_path / "out", input=f"{one}\n{two}\n")
    assert "2 files: 2 read" in result.output
    again = call("extract", "-", "-o", tmp_path / "out", input=f"{one}\0{two}\0")
    assert "2 already known" in again.output


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract",),
        ("extract", "nowhere.pdf"),
        ("extract", ".", "--workers", "0"),
        ("show", "nowhere.pdf"),
        ("show", __file__, "--table", "nonsense"),
        ("top", "-o", "nowhere"),
        ("export", "-o", "nowhere", "--to", "x.duckdb"),
        ("nonsense",),
    ],
)
def test_wrong_usage_is_2(arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert call(*arguments).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_show_prints_a_report(folder: Path) -> None:
    result = call("show", folder / "in" / "bao-cao-0001.txt")
    assert result.exit_code == 0
    assert "1/BC-UBND" in result.output
    assert "quantities:" in result.output


def test_show_as_json(folder: Path) -> None:
    path = folder / "in" / "bao-cao-0001.txt"
    content = json.loads(call("show", path, "--json").output)
    report = baocao.extract(path)
    assert content["header"]["n_blocks"] == len(report.blocks)
    assert len(content["quantities"]) == len(report.quantities)
    blocks = json.loads(call("show", path, "--json", "--table", "blocks").output)
    assert [row["text"] for row in blocks] == list(report.blocks.text)


def test_show_of_a_bad_file_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    result = call("show", tmp_path / "empty.pdf")
    assert result.exit_code == 1
    assert "The file is empty" in result.stderr


def test_control_characters_are_not_printed() -> None:
    assert plain("a\x1b[31mb\nc\u202ed") == "a [31mb c d"


def test_schema() -> None:
    content = json.loads(call("schema", "--json").output)
    assert set(content["tables"]) == set(TABLES)
    assert all(c["en"] and c["vi"] for table in content["tables"].values() for c in table["columns"])
    assert "fact_id" in call("schema").output


def test_doctor() -> None:
    result = call("doctor")
    assert result.exit_code == 0
    assert "pyarrow" in result.output


def test_top_and_cites_and_checks(folder: Path) -> None:
    top = call("top", "-o", folder / "out")
    assert top.exit_code == 0
    assert "61/2018/NĐ-CP" in top.output
    for query in ("61/2018/NĐ-CP", "nghị định số 61 /2018/ND-CP", "nghi dinh 61/2018"):
        cites = call("cites", query, "-o", folder / "out")
        assert cites.exit_code == 0, query
        assert "2/BC-UBND" in cites.output
    assert call("cites", "Thông tư 99/1999/TT-BTC", "-o", folder / "out").exit_code == 1
    assert call("checks", "-o", folder / "out", "--all").exit_code == 0


@pytest.mark.parametrize(("text", "folded"), [("Nghị  định", "nghi dinh"), ("ĐẮK LẮK", "dak lak"), ("Thuỷ", "thuy")])
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("- Căn cứ", "'- Căn cứ"),
        ("+84", "'+84"),
        ("@a", "'@a"),
        ("\tx", "'\tx"),
        ("a=1", "a=1"),
        (-1.5, -1.5),
        (None, None),
        (["=a", "b"], "'=a; b"),
    ],
)
def test_safe_cells(value: Any, cell: Any) -> None:
    assert safe(value) == cell


@pytest.mark.parametrize("target", ["csv", "csv/*.csv"])
def test_export_to_csv(folder: Path, tmp_path: Path, target: str) -> None:
    assert call("export", "-o", folder / "out", "--to", tmp_path / target).exit_code == 0
    assert sorted(path.stem for path in (tmp_path / "csv").iterdir()) == sorted(TABLES)
    path = tmp_path / "csv" / "blocks.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert any(cell.startswith("'=1+1") for cell in cells)


def test_export_to_excel(folder: Path, tmp_path: Path) -> None:
    assert call("export", "-o", folder / "out", "--to", tmp_path / "facts.xlsx").exit_code == 0
    book = openpyxl.load_workbook(tmp_path / "facts.xlsx")
    assert book.sheetnames == list(TABLES)
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    texts = {cell.value for row in book["blocks"].iter_rows() for cell in row}
    assert any(str(text).startswith("=1+1") for text in texts)
    with baocao.open(folder / "out") as archive:
        for name, count in archive.rows().items():
            assert book[name].max_row == count + 1


def test_export_to_duckdb(folder: Path, tmp_path: Path) -> None:
    assert call("export", "-o", folder / "out", "--to", tmp_path / "facts.duckdb").exit_code == 0
    with duckdb.connect(str(tmp_path / "facts.duckdb"), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (3,)


def test_export_to_graphml(folder: Path, tmp_path: Path) -> None:
    assert call("export", "-o", folder / "out", "--to", tmp_path / "a" / "citations.graphml").exit_code == 0
    root = ElementTree.parse(tmp_path / "a" / "citations.graphml").getroot()
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    nodes = {node.get("id") for node in root.iterfind(".//g:node", space)}
    edges = [(edge.get("source"), edge.get("target")) for edge in root.iterfind(".//g:edge", space)]
    assert edges
    assert {end for edge in edges for end in edge} <= nodes


def test_export_to_something_else_is_refused(folder: Path, tmp_path: Path) -> None:
    assert call("export", "-o", folder / "out", "--to", tmp_path / "facts.pdf").exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_forget(tmp_path: Path) -> None:
    paths = write_reports(tmp_path / "in", 2)
    call("extract", tmp_path / "in", "-o", tmp_path / "out")
    assert call("forget", paths[0], "-o", tmp_path / "out").output == "1 forgotten\n"
    assert call("forget", paths[0], "-o", tmp_path / "out").exit_code == 2


def test_find_citations_in_plain_text() -> None:
    text = "Theo Nghị định số\n61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ;\n- Quyết định số 12/QĐ-UBND của UBND tỉnh.\n"
    found = baocao.find_citations(text)
    assert [citation.number for citation in found] == ["61/2018/NĐ-CP", "12/QĐ-UBND"]
    assert all(text[c.char_start : c.char_end] == c.surface for c in found)


def test_help_is_quick_and_loads_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from baocao.command import cli\n"
        "try: cli(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'pyarrow', 'pandas', 'duckdb', 'pypdfium2', 'docx', 'lxml', 'rich', 'numpy', 'regex'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)
    seconds = []
    for _ in range(5):
        started = time.monotonic()
        subprocess.run([sys.executable, "-m", "baocao", "--help"], cwd=ROOT, check=True, capture_output=True)
        seconds.append(time.monotonic() - started)
    assert min(seconds) < 0.3


def test_vietnamese_is_right_whatever_the_locale(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "baocao", "show", str(folder / "in" / "bao-cao-0001.txt")],
        cwd=ROOT,
        env=os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=True,
    )
    assert "Nghị định" in done.stdout.decode("utf-8")
