"""Periods in phrases and subjects."""

from __future__ import annotations

import datetime as dt

import pytest

from patterns.periods import find_period, find_periods

PERIODS = (
    ("6 tháng đầu năm 2022", "2022-01-01", "2022-06-30"),
    ("6 tháng cuối năm 2022", "2022-07-01", "2022-12-31"),
    ("06 tháng đầu năm 2024", "2024-01-01", "2024-06-30"),
    ("sáu tháng đầu năm 2009", "2009-01-01", "2009-06-30"),
    ("9 tháng năm 2008", "2008-01-01", "2008-09-30"),
    ("9 tháng đầu năm 2023", "2023-01-01", "2023-09-30"),
    ("9 tháng/2023", "2023-01-01", "2023-09-30"),
    ("3 tháng cuối năm 2023", "2023-10-01", "2023-12-31"),
    ("quý I/2026", "2026-01-01", "2026-03-31"),
    ("Quý IV năm 2025", "2025-10-01", "2025-12-31"),
    ("QUÝ III NĂM 2021", "2021-07-01", "2021-09-30"),
    ("quý 2/2026", "2026-04-01", "2026-06-30"),
    ("tháng 9/2021", "2021-09-01", "2021-09-30"),
    ("tháng 02 năm 2024", "2024-02-01", "2024-02-29"),
    ("năm 2025", "2025-01-01", "2025-12-31"),
    ("cả năm 2025", "2025-01-01", "2025-12-31"),
    ("giai đoạn 2021-2030", "2021-01-01", "2030-12-31"),
    ("giai đoạn 2021 - 2025", "2021-01-01", "2025-12-31"),
    ("nhiệm kỳ 2020 – 2025", "2020-01-01", "2025-12-31"),
    ("giai đoạn từ năm 2021 đến năm 2025", "2021-01-01", "2025-12-31"),
    ("tuần 12 năm 2026", "2026-03-16", "2026-03-22"),
    ("từ ngày 15/12/2021 đến ngày 14/6/2022", "2021-12-15", "2022-06-14"),
    ("từ ngày 15/12 đến ngày 14/6/2022", "2021-12-15", "2022-06-14"),
    ("từ 01/01/2025 đến hết ngày 31/3/2025", "2025-01-01", "2025-03-31"),
    ("từ ngày 01 tháng 01 năm 2024 đến ngày 30 tháng 6 năm 2024", "2024-01-01", "2024-06-30"),
    ("tính đến ngày 25/02/2026", None, "2026-02-25"),
    ("đến hết ngày 30/9/2025", None, "2025-09-30"),
    ("đến năm 2030", None, "2030-12-31"),
    ("tháng 9", None, None),
    ("Tuần 12", None, None),
    ("quý I", None, None),
    ("6 tháng đầu năm", None, None),
    ("năm học 2021-2022", None, None),
    ("từ đầu năm đến nay", None, None),
)


@pytest.mark.parametrize(("text", "start", "end"), PERIODS)
def test_period_dates(text: str, start: str | None, end: str | None) -> None:
    period = find_period(text)
    assert period is not None
    assert period.label == text
    assert (period.start and period.start.isoformat(), period.end and period.end.isoformat()) == (start, end)


SUBJECTS = (
    ("Kết quả công tác 6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2023", "6 tháng đầu năm", 2023),
    ("Tình hình kinh tế - xã hội quý I, phương hướng quý II năm 2024", "quý I", 2024),
    ("Kết quả tháng 12, nhiệm vụ trọng tâm tháng 01 năm 2025", "tháng 12", 2024),
    ("Công tác quý IV và phương hướng quý I năm 2026", "quý IV", 2025),
    ("Kết quả thực hiện nhiệm vụ năm 2025 và phương hướng năm 2026", "năm 2025", 2025),
    ("Kết quả Chương trình giảm nghèo giai đoạn 2021-2025 năm 2023", "năm 2023", 2023),
    ("Công tác nội vụ 9 tháng đầu năm, nhiệm vụ 3 tháng cuối năm 2022", "9 tháng đầu năm", 2022),
    ("TÌNH HÌNH THU CHI NGÂN SÁCH QUÝ II VÀ 6 THÁNG ĐẦU NĂM 2024", "QUÝ II", 2024),
)


@pytest.mark.parametrize(("subject", "label", "year"), SUBJECTS)
def test_the_reported_period_of_a_subject(subject: str, label: str, year: int) -> None:
    period = find_period(subject)
    assert period is not None
    assert period.label == label
    assert period.start is not None
    assert period.start.year == year


NO_PERIOD = (
    "Tình hình triển khai các khu tái định cư",
    "thời hạn 30 tháng tuổi",
    "theo Chỉ thị số 12/CT-TTg ngày 01/3/2021",
    "3 tháng liên tục",
    "trong vòng 3 tháng",
    "quý báu",
    "năm nay",
    "tuần lễ văn hóa",
    "",
)


@pytest.mark.parametrize("text", NO_PERIOD)
def test_no_period(text: str) -> None:
    assert find_period(text) is None


def test_the_year_asked_for_fills_in() -> None:
    period = find_period("quý II", year=2024)
    assert period is not None
    assert (period.start, period.end) == (dt.date(2024, 4, 1), dt.date(2024, 6, 30))


def test_an_impossible_date_has_no_day() -> None:
    period = find_period("tính đến ngày 31/02/2024")
    assert period is not None
    assert period.end is None


def test_mentions_are_grounded_and_in_order() -> None:
    text = "Quý I đạt 5 tỷ, quý II năm 2024 đạt 7 tỷ."
    mentions = find_periods(text)
    assert [text[m.char_start : m.char_end] for m in mentions] == ["Quý I", "quý II năm 2024"]
    assert mentions[0].period.end == dt.date(2024, 3, 31)
