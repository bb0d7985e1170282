"""The second engine: pdfplumber finds tables where our own grid is doubtful or there is no ruling.

It is many times slower, so only single pages go through it; which ones stands in `documents.warnings`.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from extract.read.pdf.grid import Grid, GridCell
from extract.read.pdf.lines import Line, segments
from extract.read.pdf.page import Page, Rule, Token

#: pdfminer warns of broken files on standard error, and quotes them; what matters is in `documents.warnings`.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

_SAME = 3.0
_LEAST_COLUMNS = 3
_LEAST_ROWS = 3
_MOST_PAGES = 500


def second_engine(data: bytes, number: int, printed: Sequence[Line] | None = None) -> list[Grid]:
    """Tables of page `number`: by its lines, or without ruling from its `printed` lines; none where it fails."""
    try:
        return ruled_grids(data, number) if printed is None else unruled_grids(data, number, printed)
    except Exception:  # pdfminer raises anything on files that PDFium reads; our own grid then stands
        return []


def whole_pages(data: bytes) -> list[Page]:
    """Words and rules of all pages, where PDFium reads none of them; none where pdfminer reads none either."""
    import pdfplumber

    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            pages = [_whole(page) for page in pdf.pages[:_MOST_PAGES]]
    except Exception:  # as above
        return []
    # Without a page tree pdfminer takes every page there ever was, also those that a later version of the file replaced.
    said = [tuple(token.text for token in page.tokens) for page in pages if page.tokens]
    return pages if len(set(said)) == len(said) else []


def _whole(page: Any) -> Page:
    try:
        words = page.extract_words(extra_attrs=["fontname"])
        edges = page.edges
    except Exception:  # this page is lost, not the others
        words, edges = [], []
    left, top = page.bbox[:2]
    return Page(
        number=page.page_number,
        width=float(page.width) if words or edges else 0.0,
        height=float(page.height),
        tokens=tuple(
            Token(
                word["text"],
                word["x0"] - left,
                word["top"] - top,
                word["x1"] - left,
                word["bottom"] - top,
                bold="bold" in word["fontname"].lower(),
            )
            for word in words
        ),
        horizontal=tuple(
            sorted(Rule(e["top"] - top, e["x0"] - left, e["x1"] - left) for e in edges if e["orientation"] == "h")
        ),
        vertical=tuple(
            sorted(Rule(e["x0"] - left, e["top"] - top, e["bottom"] - top) for e in edges if e["orientation"] == "v")
        ),
    )


def ruled_grids(data: bytes, number: int) -> list[Grid]:
    """Tables of page `number` (from 1) by pdfplumber's reading of its lines."""
    return _tables(data, number, {"vertical_strategy": "lines", "horizontal_strategy": "lines"}, None)


def unruled_grids(data: bytes, number: int, printed: Sequence[Line]) -> list[Grid]:
    """Tables without ruling: where printed lines fall into the same columns, pdfplumber makes the cells."""
    found: list[Grid] = []
    for block in aligned_blocks(printed):
        edges = _edges(block)
        if len(edges) - 1 < _LEAST_COLUMNS:
            continue
        settings = {
            "vertical_strategy": "explicit",
            "explicit_vertical_lines": edges,
            "horizontal_strategy": "explicit",
            "explicit_horizontal_lines": _row_edges(block, edges),
        }
        box = (edges[0], block[0].top - 1, edges[-1], block[-1].bottom + 1)
        found.extend(_tables(data, number, settings, box))
    return found


def simple_grids(printed: Sequence[Line]) -> list[Grid]:
    """Tables without ruling by the gaps between their columns and lines alone, where there is no file to ask."""
    found: list[Grid] = []
    for block in aligned_blocks(printed):
        edges = _edges(block)
        if len(edges) - 1 >= _LEAST_COLUMNS:
            rows = _row_edges(block, edges)
            grid = as_grid((x0, top, x1, low) for x0, x1 in pairwise(edges) for top, low in pairwise(rows))
            found += [grid] if grid is not None else []
    return found


def aligned_blocks(printed: Sequence[Line]) -> list[list[Line]]:
    """Runs of at least three printed lines that fall into three or more columns."""
    blocks: list[list[Line]] = []
    run: list[Line] = []
    for line in printed:
        parts = len(segments(line.tokens))
        near = not run or line.top - run[-1].bottom < 2.5 * line.height
        if near and (parts >= _LEAST_COLUMNS or (run and parts >= 2)):
            run.append(line)
            continue
        blocks.append(run)
        run = [line] if parts >= _LEAST_COLUMNS else []
    blocks.append(run)
    return [
        block for block in blocks if sum(len(segments(line.tokens)) >= _LEAST_COLUMNS for line in block) >= _LEAST_ROWS
    ]


def _edges(block: Sequence[Line]) -> list[float]:
    """Column edges: the middles of the gaps that every line of the block leaves free, and the outer edges."""
    spans: list[list[float]] = []
    for x0, x1 in sorted((part[0].x0, max(t.x1 for t in part)) for line in block for part in segments(line.tokens)):
        if spans and x0 <= spans[-1][1] + 2:
            spans[-1][1] = max(spans[-1][1], x1)
        else:
            spans.append([x0, x1])
    inner = [(left[1] + right[0]) / 2 for left, right in pairwise(spans)]
    return [spans[0][0] - 2, *inner, spans[-1][1] + 2]


def _row_edges(block: Sequence[Line], edges: Sequence[float]) -> list[float]:
    """Row edges: between lines, but not above a wrapped line (one segment, nothing in the first column)."""
    inner = [
        (above.bottom + line.top) / 2
        for above, line in pairwise(block)
        if len(segments(line.tokens)) > 1 or line.x0 < edges[1]
    ]
    return [block[0].top - 1, *inner, block[-1].bottom + 1]


def _tables(data: bytes, number: int, settings: dict[str, Any], box: tuple[float, ...] | None) -> list[Grid]:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data), pages=[number]) as pdf:
        page = pdf.pages[0]
        if box is not None:
            left, top, right, bottom = page.bbox
            page = page.crop((max(box[0], left), max(box[1], top), min(box[2], right), min(box[3], bottom)))
        found = [as_grid(table.cells) for table in page.find_tables(table_settings=settings)]
    return [grid for grid in found if grid is not None]


def as_grid(boxes: Iterable[tuple[float, float, float, float]]) -> Grid | None:
    """A grid from cell boxes (x0, top, x1, bottom); None where they make no table of two cells."""
    cells = sorted(set(boxes), key=lambda box: (box[1], box[0]))
    if len(cells) < 2:
        return None
    xs = _clusters([x for box in cells for x in (box[0], box[2])])
    ys = _clusters([y for box in cells for y in (box[1], box[3])])
    owner = [[-1] * (len(xs) - 1) for _ in range(len(ys) - 1)]
    placed: list[GridCell] = []
    for x0, top, x1, bottom in cells:
        column, column_end = _nearest(xs, x0), _nearest(xs, x1)
        row, row_end = _nearest(ys, top), _nearest(ys, bottom)
        free = [(r, c) for r in range(row, row_end) for c in range(column, column_end) if owner[r][c] < 0]
        if not free:
            continue
        for r, c in free:
            owner[r][c] = len(placed)
        placed.append(GridCell(row, column, row_end - row, column_end - column, x0, top, x1, bottom))
    for r, line in enumerate(owner):
        for c, index in enumerate(line):
            if index < 0:  # a hole is a cell of its own: nothing may fall through
                owner[r][c] = len(placed)
                placed.append(GridCell(r, c, 1, 1, xs[c], ys[r], xs[c + 1], ys[r + 1]))
    return Grid(tuple(xs), tuple(ys), tuple(placed), tuple(tuple(line) for line in owner), False)


def _clusters(values: list[float]) -> list[float]:
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= _SAME:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _nearest(lines: Sequence[float], value: float) -> int:
    return min(range(len(lines)), key=lambda index: abs(lines[index] - value))
