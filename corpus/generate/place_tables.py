"""Tables with a row for each commune and a total: numbers by place, a rate that follows, a sum that seldom does not hold."""

from __future__ import annotations

from random import Random
from typing import Any

from corpus.generate.model import Cell, Table
from corpus.generate.numbers import decimal, grouped
from corpus.generate.planted import Planted
from corpus.generate.vocabulary import rows

_HEADERS = (
    ("Tổng số hồ sơ", "Đúng hạn", "Tỷ lệ (%)"),
    ("Số hộ", "Số hộ nghèo", "Tỷ lệ (%)"),
    ("Kế hoạch", "Thực hiện", "Tỷ lệ (%)"),
)
_WRONG = 0.15


def places_table(rng: Random, new: bool) -> Table:
    """`STT | Đơn vị | whole | part | rate` with a last row `Tổng cộng`, whose first two cells are merged."""
    kind, name = ("new_commune_kind", "new_commune") if new else ("commune_kind", "commune")
    chosen = rng.sample(rows("places"), rng.randint(5, 14))
    header = rng.choice(_HEADERS)
    titles = ("STT", rng.choice(("Đơn vị", "Tên đơn vị", "Xã, phường, thị trấn")), *header)
    cells = [Cell(row=0, column=n, text=Planted(title), bold=True, align="center") for n, title in enumerate(titles)]
    gold_rows: list[dict[str, Any]] = []
    values: list[dict[str, Any]] = []
    whole = part = 0
    for line, row in enumerate(chosen, 1):
        label = f"{row[kind].capitalize()} {row[name]}"
        first = rng.randint(40, 4000)
        second = rng.randint(1, first)
        whole, part = whole + first, part + second
        texts = (str(line), label, *_texts(first, second))
        cells += [
            Cell(row=line, column=n, text=Planted(t), align="left" if n == 1 else "center") for n, t in enumerate(texts)
        ]
        _gold(gold_rows, values, header, label, str(line), first, second)
    stated = whole if rng.random() >= _WRONG else whole + rng.choice((-30, 10, 100))
    last = len(chosen) + 1
    cells.append(Cell(row=last, column=0, text=Planted("Tổng cộng"), column_span=2, bold=True, align="center"))
    cells += [
        Cell(row=last, column=n, text=Planted(t), bold=True, align="center")
        for n, t in enumerate(_texts(stated, part), 2)
    ]
    _gold(gold_rows, values, header, "Tổng cộng", None, stated, part)
    checks = () if stated == whole else ({"kind": "table_total", "holds": False, "stated": stated, "expected": whole},)
    return Table(
        cells=tuple(cells),
        widths=(8, 34, 20, 20, 18),
        header=1,
        repeat_header=rng.random() < 0.5,
        rows=tuple(gold_rows),
        values=tuple(values),
        checks=checks,
    )


def _texts(whole: int, part: int) -> tuple[str, str, str]:
    return grouped(whole), grouped(part), decimal(round(100 * part / whole, 1), 1)


def _gold(
    rows_: list[dict[str, Any]],
    values: list[dict[str, Any]],
    header: tuple[str, ...],
    label: str,
    item: str | None,
    whole: int,
    part: int,
) -> None:
    rate = round(100 * part / whole, 1)
    raws = _texts(whole, part)
    for name, raw, value, kind in zip(header, raws, (whole, part, rate), ("number", "number", "percent"), strict=True):
        values.append(
            {"row_no": len(rows_) + 1, "header_path": [name], "value_raw": raw, "value": value, "value_kind": kind}
        )
    also = {"item_no": ["Tổng cộng"]} if item is None else {}
    rows_.append(
        {
            "label": label,
            "item_no": item,
            "value_raw": raws[0],
            "value": whole,
            "value_kind": "number",
            **({"also": also} if also else {}),
        }
    )
