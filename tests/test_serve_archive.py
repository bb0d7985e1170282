"""What the pages make of an archive that changes, is deleted, is empty or is none."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from runs import write_reports
from web import HOSTILE, client

import baocao
from baocao.serve import shown_host
from baocao.view import view
from extract.web import things
from extract.web.moment import Room
from extract.web.pages import PAGES

pytest.importorskip("httpx")
pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx`")


def test_an_id_of_former_times_leads_to_that_of_today(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HOSTILE, encoding="utf-8")
    baocao.run([tmp_path / "a.txt"], tmp_path / "out", workers=1)
    room = Room(tmp_path / "out")
    with room.session() as session:
        session.connection.execute(
            "UPDATE instruments SET former_ids = ['00000000deadbeef'] WHERE number = '15/KH-UBND'"
        )
        found = things.instrument(session, "00000000deadbeef")
    room.close()
    assert found is not None
    assert found["number"] == "15/KH-UBND"
    assert found["instrument_id"] != "00000000deadbeef"


def test_a_newer_generation_is_shown(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 2)
    baocao.run([tmp_path / "in"], tmp_path / "out", workers=1)
    with client(tmp_path / "out") as found:
        assert "2 dòng" in found.get("/documents").text
        write_reports(tmp_path / "in", 3)
        baocao.run([tmp_path / "in"], tmp_path / "out", workers=1)
        assert "3 dòng" in found.get("/documents").text


def test_an_archive_that_is_deleted_meanwhile_makes_no_trace(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 1)
    baocao.run([tmp_path / "in"], tmp_path / "out", workers=1)
    with client(tmp_path / "out") as found:
        doc_id = re.findall(r"/documents/([0-9a-f]{64})", found.get("/documents").text)[0]
        shutil.rmtree(tmp_path / "out")
        assert found.get("/documents").status_code == 200
        assert found.get(f"/documents/{doc_id}").status_code == 503


def test_an_empty_archive_has_pages(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    baocao.run([tmp_path / "in"], tmp_path / "out", workers=1)
    with client(tmp_path / "out") as found:
        for address, _ in PAGES:
            if "{" not in address:
                assert found.get(address, params={"q": "x"}).status_code == 200, address


@pytest.mark.parametrize(("made", "said"), [("nothing", "holds no tables yet"), ("other", "schema version 1")])
def test_a_folder_that_is_no_archive_is_told(tmp_path: Path, made: str, said: str) -> None:
    if made == "other":
        (tmp_path / ".baocao").mkdir()
        (tmp_path / ".baocao/manifest-000001.json").write_text('{"schema_version": "1", "tables": {}, "generation": 1}')
    answer = CliRunner().invoke(view, ["--outputs", str(tmp_path), "--no-open", "--port", "0"])
    assert answer.exit_code == 2
    assert said in answer.output


@pytest.mark.parametrize(
    ("address", "shown"),
    [("0.0.0.0", "localhost"), ("::", "localhost"), ("::1", "[::1]"), ("10.0.0.2", "10.0.0.2"), ("pc", "pc")],
)
def test_what_the_browser_is_told_to_open(address: str, shown: str) -> None:
    assert shown_host(address) == shown
