"""What the pages draw and write: the graph, bars and lines stay in their places, numbers are as the language has them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from extract.web.charts import by_year, comparable, over_time
from extract.web.graph import SIDE, laid_out
from extract.web.speech import Speech


@pytest.mark.parametrize(
    ("language", "value", "written"),
    [("vi", 1234.5, "1.234,5"), ("en", 1234.5, "1,234.5"), ("vi", 10_000, "10.000"), ("vi", float("nan"), ""), ("en", 1e12, "1,000,000,000,000")],
)  # fmt: skip
def test_numbers_are_written_as_the_language_does(language: str, value: float, written: str) -> None:
    assert Speech(language).number(value) == written


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [(500.0, "500", "500"), (25e3, "25k", "25k"), (-2.5e6, "-2,5 tr", "-2.5m"), (3e9, "3 tỷ", "3bn")],
)
def test_axes_say_large_numbers_briefly(value: float, vi: str, en: str) -> None:
    assert [Speech("vi").brief(value), Speech("en").brief(value)] == [vi, en]


def edges(count: int, direction: str) -> list[list[dict[str, Any]]]:
    row = {"where": "documents", "name": "1/BC", "relation": "basis", "direction": direction}
    return [[row | {"id": f"{number:064x}"}] for number in range(count)]


@pytest.mark.parametrize(
    ("citing", "cited"), [(0, 0), (1, 0), (0, 1), (3, 3), (500, 0), (0, 500), (500, 500), (500, 2), (2, 500)]
)
def test_the_graph_draws_so_many_and_no_two_in_one_place(citing: int, cited: int) -> None:
    drawing = laid_out(edges(citing, "cited_by"), edges(cited, "cites"))
    assert drawing.total == citing + cited
    assert len(drawing.nodes) <= 2 * SIDE
    assert bool(drawing.nodes) == bool(citing + cited)
    assert len({(node.x, node.y) for node in drawing.nodes}) == len(drawing.nodes)
    assert all(0 <= node.y <= drawing.height for node in drawing.nodes)


@pytest.mark.parametrize(
    "counts", [[(2020, 1)], [(1990, 3), (2024, 1)], [(2020, 0)], [(y, y) for y in range(1900, 2030)]]
)
def test_bars_stay_inside_the_chart(counts: list[tuple[int, int]]) -> None:
    chart = by_year(counts)
    assert chart is not None
    assert all(0 <= bar.y <= 220 and bar.x >= 0 and bar.x + bar.width <= 640 and bar.height >= 0 for bar in chart.bars)


@pytest.mark.parametrize(
    "values", [(0.0, 0.0), (5.0, 5.0), (-3.0, 7.0), (1e15, 1.0), (-5.0, -1.0), (1e-7, 2e-7), (float("inf"), 1.0)]
)
def test_lines_stay_inside_the_chart(values: tuple[float, float]) -> None:
    rows = [
        {"unit": None, "role": None, "organ": "A", "until": dt.date(2020 + place, 12, 31), "period_label": "x", "value": value}
        for place, value in enumerate(values)
    ]  # fmt: skip
    chart = over_time(comparable(rows).rows)
    assert (chart is None) == (float("inf") in values)
    for line in chart.lines if chart else ():
        assert all(0 <= x <= 640 and -0.01 <= y <= 220.01 for x, y, _, _ in line.points)
