"""Numbers as written, in digits and in words."""

from __future__ import annotations

import pytest

from patterns.number_words import parse_number_words
from patterns.numbers import number_style, parse_number, read_figure, read_value

NUMBERS = (
    ("3.327", 3327.0),
    ("44.002", 44002.0),
    ("1.234.567", 1234567.0),
    ("8,487", 8.487),
    ("57,34", 57.34),
    ("1.033,5", 1033.5),
    ("02", 2.0),
    ("0", 0.0),
    ("2022", 2022.0),
    ("0,5", 0.5),
    ("57,34%", 57.34),
    ("57,34 %", 57.34),
    (" 12 ", 12.0),
    ("-3,1", -3.1),
    ("+5,2", 5.2),
    ("−4", -4.0),
    ("1934.2", 1934.2),  # a dot before one digit cannot group
    ("57.34", 57.34),
    ("0.123", 0.123),  # nothing groups behind a zero
    ("1,234,567", 1234567.0),  # only the foreign style writes so
    ("1,234.5", 1234.5),
    ("1 234 567", 1234567.0),
    ("12\u00a0345", 12345.0),
    ("hai mươi lăm", 25.0),
    ("1.2.3", None),
    ("3,4,5", None),
    ("1.234.5", None),
    ("5.378.7000.000", None),
    ("1.234,5,6", None),
    ("3/4", None),
    ("12 hồ sơ", None),
    ("-", None),
    ("", None),
    ("%", None),
    ("x", None),
    ("12 345", None),  # a space alone does not group
)


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_parse_number(text: str, value: float | None) -> None:
    assert parse_number(text) == value


FOREIGN = (("1,234", 1234.0), ("12.5", 12.5), ("1.234", 1.234), ("1,234,567.8", 1234567.8), ("12,5", 12.5))


@pytest.mark.parametrize(("text", "value"), FOREIGN)
def test_parse_number_of_a_foreign_document(text: str, value: float) -> None:
    assert parse_number(text, "foreign") == value


FIGURES = (
    ("8,487", 3, False, True),
    ("3.327", 0, False, True),
    ("12,5", 1, False, False),
    ("12.5", 1, True, False),
    ("1.234,56", 2, False, False),
    ("1,234.56", 2, True, False),
)


@pytest.mark.parametrize(("token", "decimals", "anomaly", "ambiguous"), FIGURES)
def test_read_figure(token: str, decimals: int, anomaly: bool, ambiguous: bool) -> None:
    figure = read_figure(token)
    assert figure is not None
    assert (figure.decimals, figure.anomaly, figure.ambiguous) == (decimals, anomaly, ambiguous)


def test_read_value_tells_percent_from_number() -> None:
    assert read_value("42%") == (42.0, "percent", False)
    assert read_value("42") == (42.0, "number", False)


STYLES = (
    (("Tổng thu 1,234,567 đồng", "tăng 12.5%"), "foreign"),
    (("Tổng thu 1.234.567 đồng", "tăng 12,5%"), "vietnamese"),
    (("Tổng thu 8,487 tỷ đồng", "có 3.327 hồ sơ"), "vietnamese"),  # both readings possible: the national style
    (("Tăng 12.5%",), "vietnamese"),
    (("1,234,567", "1.234.567,5", "2.345.678,9"), "vietnamese"),
    ((), "vietnamese"),
)


@pytest.mark.parametrize(("texts", "style"), STYLES)
def test_number_style_of_a_document(texts: tuple[str, ...], style: str) -> None:
    assert number_style(texts) == style


WORDS = (
    ("hai", 2),
    ("mười", 10),
    ("mười hai", 12),
    ("mười lăm", 15),
    ("hai mươi", 20),
    ("hai mươi mốt", 21),
    ("hai mươi tư", 24),
    ("ba mươi lăm", 35),
    ("một trăm linh năm", 105),
    ("một trăm hai mươi", 120),
    ("hai nghìn không trăm mười", 2010),
    ("ba triệu năm trăm nghìn", 3_500_000),
    ("Hai mươi lăm", 25),
    ("hai ba", None),
    ("mười mươi", None),
    ("trăm", None),
    ("dự án", None),
    ("nghìn triệu", None),
    ("", None),
)


@pytest.mark.parametrize(("words", "value"), WORDS)
def test_parse_number_words(words: str, value: int | None) -> None:
    assert parse_number_words(words) == value


def test_a_cell_that_is_no_number_is_no_figure() -> None:
    assert read_figure("36.250 Số liệu ước, cả năm") is None
    assert read_figure("1.2a") is None
