"""The same report as DOCX and as PDF in one archive: told, counted once, and the same tables whatever came first."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from runs import table_bytes

from extract.ask.checks import checks
from extract.run import forget, run
from extract.store.archive import Archive

DOCUMENTS = Path(__file__).parent.parent / "corpus" / "documents"
NAME = "truong-giao-duc"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in (f"{NAME}.docx", f"{NAME}.pdf", "so-cong-thuong.docx"):
        shutil.copy(DOCUMENTS / name, folder / name)
    return folder


def same_as(out: Path) -> dict[str, str | None]:
    """File name → the name of the file that stands for it."""
    rows = pq.read_table(out / "documents", columns=["doc_id", "sources", "same_as"]).to_pylist()
    names = {row["doc_id"]: Path(row["sources"][0]).name for row in rows}
    return {names[row["doc_id"]]: names.get(row["same_as"]) for row in rows}


def test_twins_are_told_and_counted_once(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run([folder], out, workers=1)
    told = same_as(out)
    assert told["so-cong-thuong.docx"] is None
    assert {told[f"{NAME}.docx"], told[f"{NAME}.pdf"]} in ({None, f"{NAME}.docx"}, {None, f"{NAME}.pdf"})

    alone = tmp_path / "alone"
    run([folder / next(other for other in told.values() if other), folder / "so-cong-thuong.docx"], alone, workers=1)
    columns = ["instrument_id", "mentions", "documents"]
    both, one = (pq.read_table(folder / "instruments", columns=columns).to_pylist() for folder in (out, alone))
    assert both == one
    assert pq.read_table(out / "relations").num_rows == pq.read_table(alone / "relations").num_rows
    mentions = [pq.read_table(folder / "citations").num_rows for folder in (out, alone)]
    assert mentions[0] > mentions[1]  # there nothing is left out


def test_which_came_first_does_not_matter(folder: Path, tmp_path: Path) -> None:
    together, forth, back = tmp_path / "together", tmp_path / "forth", tmp_path / "back"
    run([folder], together, workers=1)
    for out, order in ((forth, ("docx", "pdf")), (back, ("pdf", "docx"))):
        run([folder / f"{NAME}.{order[0]}"], out, workers=1)
        assert set(same_as(out).values()) == {None}
        run([folder / f"{NAME}.{order[1]}", folder / "so-cong-thuong.docx"], out, workers=1)
        assert table_bytes(out) == table_bytes(together)


def test_the_other_stands_for_itself_when_one_goes(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run([folder], out, workers=1)
    gone = next(other for other in same_as(out).values() if other)
    forget([str(folder / gone)], out)
    assert set(same_as(out).values()) == {None}


def test_a_contradiction_is_told_once(tmp_path: Path) -> None:
    name = "huyen-cai-cach-hanh-chinh"
    out = tmp_path / "out"
    run([DOCUMENTS / f"{name}.docx", DOCUMENTS / f"{name}.pdf"], out, workers=1)
    with Archive(out) as archive:
        told, made = checks(archive, every=False), checks(archive, every=True)
    assert [row[2] for row in told] == ["percent_of_ratio"]
    assert len([row for row in made if row[3] is False]) == 2
