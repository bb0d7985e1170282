"""table_total: a total row of an indicator table against the rows it sums.

Two layouts: a parent `Tổng số …` with its children, and a last row `Tổng cộng` under a flat table, column by column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.facts import AppendixRow, AppendixValue
from extract.relate.found import Found, decimals_of, written

_TOTAL = re.compile(r"\W*(?:tổng|cộng)(?!\w)", re.IGNORECASE)
_GRAND = re.compile(r"\W*(?:tổng cộng|tổng số|tổng|cộng|toàn (?:tỉnh|huyện|xã|thành phố|ngành))\W*$", re.IGNORECASE)
_AMONG = re.compile(r"\W*(?:trong đó|trđ|riêng)(?!\w)", re.IGNORECASE)
_NOT_SUMMED = ("rate", "change", "comparison")


def check_tables(rows: Sequence[AppendixRow], values: Sequence[AppendixValue]) -> list[Found]:
    """Totals of parents first, then last rows."""
    return [*_parents(rows), *_last_rows(rows, values)]


def _parents(rows: Sequence[AppendixRow]) -> list[Found]:
    children: dict[str, list[AppendixRow]] = {}
    for row in rows:
        if row.parent_row:
            children.setdefault(row.parent_row, []).append(row)
    found: list[Found] = []
    for row in rows:
        parts = children.get(row.fact_id, [])
        if (
            not (row.label and _TOTAL.match(row.label))
            or row.value is None
            or row.value_kind != "number"
            or len(parts) < 2
        ):
            continue
        if any(p.value is None or p.value_kind != "number" or (p.unit or row.unit) != row.unit for p in parts):
            continue
        added = sum(p.value or 0.0 for p in parts)
        holds = True if _close(row.value, added, [row.value_raw, *(p.value_raw for p in parts)]) else None
        if not holds and added < row.value:  # children need not be all there is
            continue
        verdict = "khớp với" if holds else "lớn hơn"
        doubt = "" if holds else "; các dòng con có thể trùng nhau"
        found.append(
            Found(
                kind="table_total", holds=holds, stated=row.value, expected=round(added, 6),
                facts=(row.fact_id, *(p.fact_id for p in parts)),
                message=f"Các dòng dưới “{row.label}” cộng lại là {written(added)}, {verdict} {row.value_raw} đã ghi{doubt}.",
            )
        )  # fmt: skip
    return found


def _last_rows(rows: Sequence[AppendixRow], values: Sequence[AppendixValue]) -> list[Found]:
    cells: dict[tuple[int, int], dict[int, AppendixValue]] = {}
    for value in values:
        cells.setdefault((value.table_no, value.column_no), {})[value.row_no] = value
    tables: dict[int, list[AppendixRow]] = {}
    for row in rows:
        tables.setdefault(row.table_no, []).append(row)
    found: list[Found] = []
    for (table_no, _column), column in cells.items():
        table = tables.get(table_no, [])
        if len(table) < 4 or not (table[-1].label and _GRAND.match(table[-1].label)):
            continue
        total = column.get(table[-1].row_no)
        if total is None or total.value is None or total.value_kind != "number" or total.role in _NOT_SUMMED:
            continue
        if total.unit == "%":
            continue
        result = _column_total(table, column, total)
        if result is not None:
            found.append(result)
    return found


def _column_total(table: Sequence[AppendixRow], column: dict[int, AppendixValue], total: AppendixValue) -> Found | None:
    items = [row for row in table[:-1] if row.row_no in column]
    filled = [(row, column[row.row_no]) for row in items if column[row.row_no].value is not None]
    if len(filled) < 3:
        return None
    flat = len({row.level for row, _ in filled}) == 1 and not any(
        row.label and (_TOTAL.match(row.label) or _AMONG.match(row.label)) for row, _ in filled
    )
    lowest = min(row.level or 0 for row, _ in filled)
    parts = [cell for row, cell in filled if (row.level or 0) == lowest] if not flat else [cell for _, cell in filled]
    added = sum(cell.value or 0.0 for cell in parts)
    holds: bool | None = _close(total.value or 0.0, added, [total.value_raw, *(c.value_raw for c in parts)])
    if not holds:
        if not flat:
            return None
        whole = len(filled) == len(table) - 1 and all(
            cell.value_kind == "number" and not cell.doubtful for _, cell in filled
        )
        averages = min(c.value or 0 for c in parts) <= (total.value or 0) <= max(c.value or 0 for c in parts)
        if averages:  # a rate or an average, whatever its header says
            return None
        holds = False if whole else None
    verdict = "khớp với" if holds else "khác"
    head = " ".join(total.header_path[-1:]) or f"cột {total.column_no}"
    return Found(
        kind="table_total", holds=holds, stated=total.value, expected=round(added, 6),
        facts=(total.fact_id, *(c.fact_id for c in parts)),
        message=f"Cột “{head}”: các dòng cộng lại là {written(added)}, {verdict} {total.value_raw} ở dòng tổng.",
    )  # fmt: skip


def _close(stated: float, added: float, raws: Sequence[str | None]) -> bool:
    decimals = max((decimals_of(raw) for raw in raws), default=0)
    tolerance = 10.0**-decimals * 0.5 * len(raws) if decimals else 1e-6
    return abs(stated - added) <= tolerance
