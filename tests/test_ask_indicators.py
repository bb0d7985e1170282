"""One indicator over many reports: found by words however spelt, laid out by unit of government and period, as table and CSV."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

import baocao
from baocao.command import cli
from extract.ask.indicators import PANEL, find_indicators, panel
from extract.store.archive import Archive

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN {place}

Số: {number}/BC-UBND
{seat}, ngày {day} tháng {month} năm 2022

BÁO CÁO
Kết quả cải cách hành chính {period}

Ủy ban nhân dân huyện {seat} báo cáo như sau:

STT\tTên chỉ tiêu\tĐơn vị tính\tSố liệu
1\t{label}\tHồ sơ\t{value}
2\tTỷ lệ giải quyết đúng hạn\t%\t{rate}
3\tSố TTHC đã rà soát\tThủ tục\t
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("indicators")
    for number, (seat, period, label, value, rate, month) in enumerate(
        [
            ("Kế Sách", "6 tháng đầu năm 2022", "Tổng số hồ sơ TTHC tiếp nhận", "1.234", "98,5", 6),
            ("Ba Tri", "6 tháng đầu năm 2022", "Tổng số hồ sơ thủ tục hành chính tiếp nhận", "87", "100", 6),
            ("Ba Tri", "năm 2022", "Tổng số hồ sơ TTHC tiếp nhận (lũy kế)", "190", "97", 12),
        ],
        1,
    ):
        text = REPORT.format(
            place=seat.upper(),
            seat=seat,
            number=number,
            day=14,
            month=month,
            period=period,
            label=label,
            value=value,
            rate=rate,
        )
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    baocao.run([folder / f"{number}.txt" for number in (1, 2, 3)], folder / "out", workers=1)
    return folder / "out"


@pytest.mark.parametrize("query", ["hồ sơ thủ tục hành chính", "ho so TTHC tiep nhan", "tong so ho so"])
def test_one_indicator_whatever_its_spelling(out: Path, query: str) -> None:
    with Archive(out) as archive:
        (known,) = find_indicators(archive, query)
        assert (known.rows, known.documents, known.unit) == (3, 3, "Hồ sơ")
        assert find_indicators(archive, known.indicator_id) == [known]


def test_the_panel_has_a_line_for_each_unit_and_period(out: Path) -> None:
    with Archive(out) as archive:
        (known,) = find_indicators(archive, "hồ sơ tiếp nhận")
        lines = [dict(zip(PANEL, row, strict=True)) for row in panel(archive, [known.indicator_id])]
    assert [(line["organ"], line["period_label"], line["value"]) for line in lines] == [
        ("Ủy ban nhân dân huyện Ba Tri", "6 tháng đầu năm 2022", 87.0),
        ("Ủy ban nhân dân huyện Ba Tri", "năm 2022", 190.0),
        ("Ủy ban nhân dân huyện Kế Sách", "6 tháng đầu năm 2022", 1234.0),
    ]
    assert {line["unit"] for line in lines} == {"Hồ sơ"}


def test_a_blank_cell_is_a_line_without_a_value(out: Path) -> None:
    with Archive(out) as archive:
        (known,) = find_indicators(archive, "rà soát")
        assert [row[PANEL.index("value")] for row in panel(archive, [known.indicator_id])] == [None] * 3


def test_the_command(out: Path, tmp_path: Path) -> None:
    run = CliRunner()
    listed = run.invoke(cli, ["indicators", "đúng hạn", "-o", str(out)])
    assert listed.exit_code == 0
    assert "Tỷ lệ giải quyết đúng hạn" in listed.output
    shown = run.invoke(cli, ["indicators", "dung han", "-o", str(out), "--panel"])
    assert shown.exit_code == 0
    assert "98.5" in shown.output
    written = run.invoke(cli, ["indicators", "đúng hạn", "-o", str(out), "--csv", str(tmp_path / "p.csv")])
    assert written.exit_code == 0
    with (tmp_path / "p.csv").open(encoding="utf-8-sig", newline="") as file:
        assert sorted(row["value"] for row in csv.DictReader(file)) == ["100.0", "97.0", "98.5"]
    assert run.invoke(cli, ["indicators", "không có đâu", "-o", str(out)]).exit_code == 1
    assert run.invoke(cli, ["indicators", "-n", "1", "-o", str(out)]).exit_code == 0
