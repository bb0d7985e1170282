"""Ruling lines → grids of cells, merged cells once.

Lines that touch make one table. A cell border that is not drawn joins its two sides. Where the outer border is
missing on one side (open tables, or a table that goes on over a page without a top rule) the ends of the crossing
lines stand in for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.read.pdf.page import Page, Rule, Token

_TOUCH = 3.0
_SAME = 3.0
_OPEN = 8.0
_SHORTEST_SIDE = 5.0


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell by its grid position (`row`, `column` from 0), spans and edges in points."""

    row: int
    column: int
    row_span: int
    column_span: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Grid:
    """One table on one page: its grid lines and cells in row order. `doubtful`: some joined cell was no rectangle and is cut into several."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]
    owner: tuple[tuple[int, ...], ...]
    doubtful: bool


def outside(tokens: Sequence[Token], grids: Sequence[Grid]) -> list[Token]:
    """Tokens whose middle lies in no grid."""
    if not grids:
        return list(tokens)
    boxes = [(grid.xs[0] - 1, grid.ys[0], grid.xs[-1] + 1, grid.ys[-1]) for grid in grids]
    kept = []
    for token in tokens:
        _, x0, top, x1, bottom, _, _, _ = token
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        for left, above, right, below in boxes:
            if above <= y <= below and left <= x <= right:
                break
        else:
            kept.append(token)
    return kept


def grids(page: Page) -> list[Grid]:
    """The tables of a page from its ruling lines, from top to bottom; frames around one cell are no tables."""
    horizontal = [rule for rule in page.horizontal if rule.end - rule.start >= _SHORTEST_SIDE]
    vertical = [rule for rule in page.vertical if rule.end - rule.start >= _SHORTEST_SIDE]
    found = []
    for across, down in _connected(horizontal, vertical):
        grid = _grid(across, down)
        if grid is not None:
            found.append(grid)
    found.sort(key=lambda grid: (grid.ys[0], grid.xs[0]))
    return _without_inner(found)


def _without_inner(found: list[Grid]) -> list[Grid]:
    """Leave out grids that lie inside a cell of another (boxes, check marks); their text stays in that cell."""
    kept = []
    for grid in found:
        inside = any(
            other is not grid
            and other.xs[0] - 1 <= grid.xs[0]
            and grid.xs[-1] <= other.xs[-1] + 1
            and other.ys[0] - 1 <= grid.ys[0]
            and grid.ys[-1] <= other.ys[-1] + 1
            and (other.xs[-1] - other.xs[0]) * (other.ys[-1] - other.ys[0])
            > (grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0])
            for other in found
        )
        if not inside:
            kept.append(grid)
    return kept


def _connected(horizontal: list[Rule], vertical: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of lines that touch each other."""
    parent = list(range(len(horizontal) + len(vertical)))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for down, rule in enumerate(vertical, start=len(horizontal)):
        for across, other in enumerate(horizontal):
            if (
                other.start - _TOUCH <= rule.at <= other.end + _TOUCH
                and rule.start - _TOUCH <= other.at <= rule.end + _TOUCH
            ):
                parent[root(down)] = root(across)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index in range(len(parent)):
        group = groups.setdefault(root(index), ([], []))
        if index < len(horizontal):
            group[0].append(horizontal[index])
        else:
            group[1].append(vertical[index - len(horizontal)])
    return [group for group in groups.values() if group[0] and group[1]]


def _lines(values: list[float]) -> list[float]:
    """Coordinates clustered: those within `_SAME` of each other are one grid line."""
    clusters: list[list[float]] = []
    for value in sorted(values):
        if clusters and value - clusters[-1][-1] <= _SAME:
            clusters[-1].append(value)
        else:
            clusters.append([value])
    return [sum(cluster) / len(cluster) for cluster in clusters]


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    xs = _lines([rule.at for rule in down])
    ys = _lines([rule.at for rule in across])
    left, right = min(rule.start for rule in across), max(rule.end for rule in across)
    top, bottom = min(rule.start for rule in down), max(rule.end for rule in down)
    open_left, open_right = left < xs[0] - _OPEN, right > xs[-1] + _OPEN
    open_top, open_bottom = top < ys[0] - _OPEN, bottom > ys[-1] + _OPEN
    xs = [left] * open_left + xs + [right] * open_right
    ys = [top] * open_top + ys + [bottom] * open_bottom
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns < 2:
        return None
    down_at = _by_line(down, xs)
    across_at = _by_line(across, ys)
    parent = list(range(rows * columns))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for row in range(rows):
        middle = (ys[row] + ys[row + 1]) / 2
        for column in range(columns):
            here = row * columns + column
            if column + 1 < columns and not _covers(down_at[column + 1], middle):
                parent[root(here + 1)] = root(here)
            if row + 1 < rows and not _covers(across_at[row + 1], (xs[column] + xs[column + 1]) / 2):
                parent[root(here + columns)] = root(here)
    members: dict[int, set[int]] = {}
    for item in range(rows * columns):
        members.setdefault(root(item), set()).add(item)
    if len(members) < 2:
        return None
    cells: list[GridCell] = []
    owner = [[0] * columns for _ in range(rows)]
    parts = [part for group in members.values() for part in _rectangles(group, columns)]
    for first, high, wide in sorted(parts):
        row, column = divmod(first, columns)
        for line in owner[row : row + high]:
            line[column : column + wide] = [len(cells)] * wide
        cells.append(GridCell(row, column, high, wide, xs[column], ys[row], xs[column + wide], ys[row + high]))
    doubtful = len(parts) > len(members)
    return Grid(tuple(xs), tuple(ys), tuple(cells), tuple(tuple(line) for line in owner), doubtful)


def _rectangles(group: set[int], columns: int) -> list[tuple[int, int, int]]:
    """A joined cell as rectangles (first place, rows, columns): itself, or what it is cut into where a border is half drawn."""
    rest, found = set(group), []
    while rest:
        first = min(rest)
        wide = 1
        while (first + wide) % columns and first + wide in rest:
            wide += 1
        line = range(first, first + wide)
        high = 1
        while rest.issuperset(place + high * columns for place in line):
            high += 1
        rest.difference_update(place + down * columns for down in range(high) for place in line)
        found.append((first, high, wide))
    return found


def _by_line(rules: Sequence[Rule], lines: Sequence[float]) -> list[list[Rule]]:
    grouped: list[list[Rule]] = [[] for _ in lines]
    for rule in rules:
        nearest = min(range(len(lines)), key=lambda index: abs(lines[index] - rule.at))
        grouped[nearest].append(rule)
    return grouped


def _covers(rules: Sequence[Rule], at: float) -> bool:
    return any(rule.start - 1 <= at <= rule.end + 1 for rule in rules)
