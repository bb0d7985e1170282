"""Measures of scanned sheets, each on a drawn one."""

from __future__ import annotations

import numpy as np
import pytest
from pdfs import draw
from PIL import Image
from scans import DPI, dirty, paragraph, pictures, seal, table

from extract.read.scan.components import parts_of, runs_of
from extract.read.scan.pixels import evened, ink_of, without_coloured_ink
from extract.read.scan.ruled import ruled
from extract.read.scan.upright import runs_across, skew_of, turned

LINES = ("Thực hiện công tác cải cách hành chính", "trên địa bàn huyện trong sáu tháng đầu năm")


def flooded(mask: np.ndarray) -> set[tuple[int, int, int, int, int]]:
    """Edges and size of the connected parts of a mask, found pixel by pixel."""
    left = {(int(y), int(x)) for y, x in zip(*np.nonzero(mask), strict=True)}
    found = set()
    while left:
        todo, part = [left.pop()], []
        while todo:
            y, x = todo.pop()
            part.append((y, x))
            near = {(y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)} & left
            left -= near
            todo.extend(near)
        ys, xs = [y for y, _ in part], [x for _, x in part]
        found.add((min(xs), min(ys), max(xs) + 1, max(ys) + 1, len(part)))
    return found


@pytest.mark.parametrize(("seed", "share"), [(1, 0.1), (2, 0.3), (3, 0.45), (4, 0.6), (5, 0.9)])
def test_connected_parts_are_those_of_a_flood(seed: int, share: float) -> None:
    mask = np.random.default_rng(seed).random((40, 53)) < share
    parts = parts_of(runs_of(mask))
    ours = zip(parts.x0, parts.top, parts.x1, parts.bottom, parts.area, strict=True)
    assert {tuple(map(int, part)) for part in ours} == flooded(mask)


def test_nothing_has_no_parts() -> None:
    assert len(parts_of(runs_of(np.zeros((9, 9), dtype=np.bool_))).area) == 0


@pytest.mark.parametrize("angle", [-3.0, -0.8, 0.0, 0.4, 2.2])
def test_skew_is_measured(angle: float) -> None:
    (page,) = pictures(draw(paragraph(*LINES * 6)))
    grey = evened(without_coloured_ink(dirty(page, skew=angle)))
    assert skew_of(ink_of(grey), DPI) == pytest.approx(angle, abs=0.15)


def test_a_turned_sheet_is_level() -> None:
    (page,) = pictures(draw(paragraph(*LINES * 6)))
    grey = evened(without_coloured_ink(dirty(page, skew=1.5)))
    assert skew_of(ink_of(turned(grey, skew_of(ink_of(grey), DPI))), DPI) == pytest.approx(0, abs=0.1)


@pytest.mark.parametrize(("turn", "across"), [(0, True), (90, False), (180, True), (270, False)])
def test_lines_run_across_or_up(turn: int, across: bool) -> None:
    (page,) = pictures(draw(paragraph(*LINES * 6)))
    grey = evened(without_coloured_ink(page.rotate(turn, expand=True)))
    assert runs_across(parts_of(runs_of(ink_of(grey))), DPI) is across


def test_ruled_lines_are_found_and_feet_of_words_are_not() -> None:
    (page,) = pictures(draw(table))
    lines = ruled(evened(without_coloured_ink(dirty(page, skew=0))), DPI)
    assert [round(rule.at * 72 / DPI) for rule in lines.down] == [80, 120, 320, 410, 500]
    assert [round(rule.at * 72 / DPI) for rule in lines.across] == [130, 154, 178, 202, 226, 250, 274]
    text = pictures(draw(paragraph(*LINES * 8)))[0]
    assert ruled(evened(without_coloured_ink(dirty(text, skew=0))), DPI).across == ()


def test_coloured_ink_is_paper_and_print_under_it_stays() -> None:
    (page,) = pictures(draw(paragraph(*LINES)))
    ink = ink_of(evened(without_coloured_ink(seal(page, 200, 110))))
    bare = ink_of(evened(without_coloured_ink(page)))
    assert (ink & ~bare).sum() < 0.01 * bare.sum()
    assert (bare & ~ink).sum() < 0.1 * bare.sum()


def test_a_page_printed_in_colour_keeps_its_text() -> None:
    page = np.asarray(pictures(draw(paragraph(*LINES)))[0]).copy()
    page[page.min(axis=2) < 128] = (20, 40, 190)
    assert ink_of(evened(without_coloured_ink(Image.fromarray(page)))).sum() > 1000
