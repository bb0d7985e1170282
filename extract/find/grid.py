"""A table as rows and columns: which cell stands or reaches where, which rows are headers, what heads each column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract.document import Block
from patterns.columns import column_kind, header_unit, value_role
from patterns.periods import find_period
from patterns.spelling import fold, squeeze

_NUMBERING = re.compile(r"\(?\s*(?:\d{1,2}[a-z]?|[A-Z]|[IVX]+)\s*\)?(?:\s*=.{1,30})?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WIDEST = 500
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class Grid:
    """The cells of one table by row; `headers` are its header rows, `body` its other rows that hold anything."""

    table_no: int
    cells: dict[tuple[int, int], Block] = field(default_factory=dict)
    width: int = 0
    rows: tuple[int, ...] = ()
    headers: tuple[int, ...] = ()
    numbering: tuple[int, ...] = ()
    banner: tuple[int, ...] = ()
    body: tuple[int, ...] = ()

    def at(self, row: int, column: int) -> Block | None:
        """The cell that stands at this place or reaches over it."""
        return self.cells.get((row, column))

    def own(self, row: int, column: int) -> Block | None:
        """The cell that begins in this column, in this row or, by a row span, above it."""
        cell = self.cells.get((row, column))
        return cell if cell is not None and cell.column_no == column else None

    def header_path(self, column: int) -> tuple[str, ...]:
        """Texts of the header cells above a column, from top to bottom, without numbering rows."""
        path: list[str] = []
        last = self.headers[-1:]
        for row in self.headers:
            cell = self.at(row, column)
            text = squeeze(cell.text) if cell is not None else ""
            if (row in last and row in self.numbering) or row in self.banner:
                continue
            if text and (not path or path[-1] != text):
                path.append(text)
        return tuple(path)

    def signature(self) -> tuple[tuple[str, ...], ...]:
        """What the header says, to tell a table that goes on from a new one."""
        return tuple(tuple(map(fold, self.header_path(column))) for column in range(1, self.width + 1))


def _banner(headers: tuple[int, ...], rows: dict[int, list[Block]]) -> tuple[int, ...]:
    """Header rows above the heads that hold one text: the title of the table, or the unit of its values."""
    found: list[int] = []
    for row in headers:
        if len(headers) == len(found) + 1 or sum(bool(cell.text.strip()) for cell in rows[row]) != 1:
            break
        found.append(row)
    return tuple(found)


def grid_of(table_no: int, blocks: Sequence[Block]) -> Grid:
    """The grid of a table from its cells, header rows found even where the reader marked none."""
    grid = Grid(table_no)
    rows: dict[int, list[Block]] = {}
    for block in blocks:
        row, column = block.row_no or 1, block.column_no or 1
        rows.setdefault(row, []).append(block)
        tall, wide = min(block.row_span or 1, _WIDEST), min(block.column_span or 1, _WIDEST)
        for r in range(row, row + tall):
            for c in range(column, column + wide):
                grid.cells.setdefault((r, c), block)
        grid.width = max(grid.width, column + wide - 1)
    grid.rows = tuple(sorted(rows))
    grid.headers = _headers(grid, rows)
    grid.banner = _banner(grid.headers, rows)
    # `1 2 3 … 12` under `Tháng` names months; a row that numbers the columns numbers all of them.
    grid.numbering = tuple(
        row for row in grid.headers[1:] if _is_numbering(rows[row]) and len(rows[row]) >= grid.width - 1
    )
    heads = {tuple(cell.text.strip() for cell in rows[row]) for row in grid.headers}
    body = []
    for row in grid.rows:
        if row in grid.headers:
            continue
        texts = tuple(cell.text.strip() for cell in rows[row])
        filled = sum(map(bool, texts))
        if not filled or (filled > 1 and texts in heads) or _is_numbering(rows[row]):
            continue
        body.append(row)
    grid.body = tuple(body)
    return grid


def _headers(grid: Grid, rows: dict[int, list[Block]]) -> tuple[int, ...]:
    leading: list[int] = []
    for row in grid.rows:
        if not any(cell.is_header for cell in rows[row]):
            break
        leading.append(row)
    if not leading and len(grid.rows) > 1 and _names_columns(rows[grid.rows[0]]):
        depth = max(cell.row_span or 1 for cell in rows[grid.rows[0]])
        leading = [row for row in grid.rows if row < grid.rows[0] + depth]
    after = [row for row in grid.rows if row not in leading]
    while leading and after and _is_numbering(rows[after[0]]):
        leading.append(after.pop(0))
    return tuple(leading)


def _names_columns(cells: Sequence[Block]) -> bool:
    """Whether a first row names columns: short texts without numbers, two of them names that columns have."""
    filled = [cell.text.strip() for cell in cells if cell.text.strip()]
    if len(filled) < 2 or any(
        text[0].isdigit() and not (_YEAR.fullmatch(text) or find_period(text)) for text in filled
    ):
        return False
    said = [column_kind(text) or value_role(text) or header_unit(text) for text in filled]
    return "ordinal" in said or sum(word is not None for word in said) >= 2


def _is_numbering(cells: Sequence[Block]) -> bool:
    """A row that numbers the columns: `1 2 3`, `A B 1 2 3=1+2`, `(1) (2) (3)`."""
    if any(len(cell.text) > 40 for cell in cells):
        return False
    texts = [squeeze(cell.text) for cell in cells if cell.text.strip()]
    if texts and fold(texts[0]) in ("ms", "mã số", "cột"):
        texts[0] = "A"  # `MS | 1 = 2 + 3 | 2 | 3`
    if len(texts) < 3 or len(texts) < len(cells) - 1 or not all(map(_NUMBERING.fullmatch, texts)):
        return False
    numbers = [int(found[0]) for text in texts if (found := _DIGITS.search(text))]
    return all(after == before + 1 for before, after in pairwise(numbers))
