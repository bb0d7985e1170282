"""Questions to an archive: what a person means, however written, and which instruments of the archive that is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import baocao
from extract.ask.instruments import Instrument, find_instruments, mentions, top
from extract.ask.query import Wanted, understand
from extract.store.archive import Archive

REPORT = """Kế Sách, ngày 16 tháng 6 năm 2022

BÁO CÁO
Kết quả công tác năm 2022

Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ, Kế hoạch số 61/KH-UBND ngày 18/01/2022 của UBND huyện Kế Sách.

Căn cứ Luật Tổ chức chính quyền địa phương; Nghị quyết số 10-NQ/TU ngày 29/12/2021 của Ban Chấp hành Đảng bộ tỉnh Sóc Trăng.

Triển khai Chỉ thị số 10/CT-TTg ngày 22/4/2019 của Thủ tướng Chính phủ và Chỉ thị số 10/CT-UBND ngày 5/5/2019 của UBND tỉnh Sóc Trăng.

Theo Đề án số 05/ĐA-UBND ngày 01/3/2021 của UBND tỉnh Sóc Trăng, Quyết định số 1677/QĐ-CTUBND ngày 2/2/2021 của Chủ tịch UBND huyện Kế Sách.
"""


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("61/2018/NĐ-CP", Wanted(number="61/2018/nd-cp")),
        ("  061/2018/ND – CP ", Wanted(number="61/2018/nd-cp")),
        ("Nghị định số 61//2018/NĐ-CP", Wanted(type="nghi dinh", number="61/2018/nd-cp")),
        ("61/2018", Wanted(number="61/2018")),
        ("10-NQ/TU", Wanted(number="10-nq/tu")),
        ("Nghị quyết số 10-NQ/TU", Wanted(type="nghi quyet", number="10-nq/tu")),
        ("30c/NQ-CP", Wanted(number="30c/nq-cp")),
        ("66.4/2025/NQ-CP", Wanted(number="66.4/2025/nq-cp")),
        ("21/QĐ.TCCB.05", Wanted(number="21/qd.tccb.05")),
        ("kế hoạch 15/KH-UBND của UBND huyện Kế Sách", Wanted(type="ke hoach", number="15/kh-ubnd", words=("ubnd", "huyen", "ke", "sach"))),
        ("nghị định 61 năm 2018", Wanted(type="nghi dinh", sequence="61", year=2018)),
        ("nghi dinh 61/2018", Wanted(type="nghi dinh", number="61/2018")),
        ("NĐ 61", Wanted(type="nghi dinh", sequence="61")),
        ("chỉ thị số 10 của Thủ tướng", Wanted(type="chi thi", sequence="10", words=("thu", "tuong"))),
        ("chỉ thị 10 ngày 22/4/2019", Wanted(type="chi thi", sequence="10", year=2019)),
        ("nghị định", Wanted(type="nghi dinh")),
        ("luat to chuc chinh quyen dia phuong", Wanted(type="luat", words=("to", "chuc", "chinh", "quyen", "dia", "phuong"))),
        ("tổ chức chính quyền", Wanted(words=("to", "chuc", "chinh", "quyen"))),
        ("0123456789abcdef", Wanted(id="0123456789abcdef")),
        ("urn:lex:vn:chinh.phu:nghi.dinh:2018-04-23;61-2018-nd-cp", Wanted(id="urn:lex:vn:chinh.phu:nghi.dinh:2018-04-23;61-2018-nd-cp")),
        ("", Wanted()),
        ("'; DROP TABLE instruments; --", Wanted(words=("';", "drop", "table", "instruments;", "--"))),
    ],
)  # fmt: skip
def test_what_a_query_means(query: str, wanted: Wanted) -> None:
    assert understand(query) == wanted


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ask")
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    (folder / "b.txt").write_text("BÁO CÁO\nvề việc khác\n\nTheo Nghị định số 61/2018/NĐ-CP.\n", encoding="utf-8")
    baocao.run([folder / "a.txt", folder / "b.txt"], folder / "out", workers=1)
    return folder / "out"


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("61/2018/NĐ-CP", ["61/2018/NĐ-CP"]),
        ("nghị định 61 năm 2018", ["61/2018/NĐ-CP"]),
        ("nghị định 61 năm 2017", []),
        ("nghi dinh 61", ["61/2018/NĐ-CP"]),
        ("NĐ 61/2018", ["61/2018/NĐ-CP"]),
        ("kế hoạch 61", ["61/KH-UBND"]),
        ("chỉ thị 10 của thủ tướng", ["10/CT-TTg"]),
        ("chỉ thị 10", ["10/CT-TTg", "10/CT-UBND"]),
        ("nghị quyết 10-nq/tu", ["10-NQ/TU"]),
        ("luat to chuc chinh quyen dia phuong", ["77/2015/QH13"]),
        ("77/2015/QH13", ["77/2015/QH13"]),
        ("5/ĐA-UBND", ["05/ĐA-UBND"]),
        ("quyết định 1677/qđ-ctubnd của chủ tịch UBND huyện", ["1677/QĐ-CTUBND"]),
        ("chỉ thị 10 của UBND tỉnh", ["10/CT-UBND"]),
        ("chỉ thị 10 của HĐND tỉnh", []),
        ("quyết định 1677/qđ-ctubnd của chủ tịch huyện kế sách", ["1677/QĐ-CTUBND"]),
        ("99/1999/TT-BTC", []),
        ("", []),
        ("%", []),
        ("' OR 1=1 --", []),
    ],
)  # fmt: skip
def test_which_instruments_that_is(out: Path, query: str, numbers: list[str]) -> None:
    with Archive(out) as archive:
        assert sorted(str(item.number) for item in find_instruments(archive, query)) == numbers


def test_an_id_and_a_urn_find_their_instrument(out: Path) -> None:
    with Archive(out) as archive:
        (item,) = find_instruments(archive, "61/2018/NĐ-CP")
        assert item.urn_lex is not None
        for query in (item.instrument_id, item.urn_lex, item.urn_lex.upper()):
            assert find_instruments(archive, query) == [item]
        assert item.name() == "Nghị định 61/2018/NĐ-CP (2018-04-23, Chính phủ)"


def test_where_it_is_mentioned(out: Path) -> None:
    with Archive(out) as archive:
        (item,) = find_instruments(archive, "61/2018/NĐ-CP")
        rows: list[tuple[Any, ...]] = mentions(archive, [item.instrument_id])[item.instrument_id]
        assert len(rows) == item.mentions == item.documents == 2
        assert {row[6] for row in rows} == {
            "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ",
            "Nghị định số 61/2018/NĐ-CP",
        }
        assert mentions(archive, []) == {}


def test_top_counts_documents(out: Path) -> None:
    with Archive(out) as archive:
        first: Instrument = top(archive, 1)[0]
        assert (first.number, first.documents) == ("61/2018/NĐ-CP", 2)
        assert {item.type for item in top(archive, 9, "chi thi")} == {"Chỉ thị"}
