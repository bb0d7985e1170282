"""Indicator tables: many column layouts, sections, children, coded and blank values, broken numbering, long wrapped labels."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from corpus.generate.model import Cell, Table
from corpus.generate.numbers import decimal, grouped
from corpus.generate.planted import Planted
from corpus.generate.sentences import Writer
from corpus.generate.vocabulary import common, fields

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header (group over it, name), what it holds and its width in hundredths."""

    holds: str
    name: str
    width: int
    group: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout; `sections` says whether section rows are written, `merged` whether they are merged across."""

    columns: tuple[Column, ...]
    merged: bool = False


def _layouts(year: int) -> tuple[Layout, ...]:
    number = Column("item", "STT", 8)
    return (
        Layout((Column("item", "THỨ TỰ", 8), Column("label", "TÊN CHỈ TIÊU", 42), Column("unit", "ĐƠN VỊ TÍNH", 14), Column("value", "Số lượng/ tỷ lệ", 13), Column("note", "Ghi chú", 23))),
        Layout((Column("item", "TT", 7), Column("label", "Nội dung", 40), Column("unit", "ĐVT", 14), Column("value", "Kết quả", 15), Column("note", "Ghi chú", 25)), True),
        Layout((number, Column("label", "Chỉ tiêu thống kê", 42), Column("unit", "Đơn vị tính", 14, "Kết quả thống kê"), Column("value", "Số liệu", 13, "Kết quả thống kê"), Column("note", "Ghi chú", 24))),
        Layout((number, Column("label", "Chỉ tiêu", 36), Column("unit", "Đơn vị tính", 13), Column("plan", "Kế hoạch năm", 13), Column("actual", "Thực hiện", 14), Column("rate", "Tỷ lệ (%)", 17))),
        Layout((number, Column("label", "Tên chỉ tiêu", 35), Column("unit", "ĐVT", 12), Column("previous", f"Năm {year - 1}", 12, "Thực hiện"), Column("actual", f"Năm {year}", 12, "Thực hiện"), Column("change", "So sánh (%)", 22)), True),
        Layout((Column("label", "Chỉ tiêu", 44), Column("unit", "Đơn vị", 16), Column("previous", "Cùng kỳ", 20), Column("actual", "Kỳ báo cáo", 20))),
        Layout((number, Column("label", "Chỉ tiêu", 43), Column("value", "Số liệu", 15), Column("unit", "Đơn vị tính", 14), Column("note", "Ghi chú", 21))),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Indicator:
    """A line of the vocabulary: label, unit, what kind of value; `child` rows stand under the last numbered one."""

    label: str
    unit: str
    kind: str
    child: bool = False
    section: str = ""


def indicators(field: str) -> tuple[Indicator, ...]:
    """The indicators of a field of work, with the section each stands in."""
    found, section = [], ""
    for line in fields()[field]["indicators"].strip().splitlines():
        if line.startswith("# "):
            section = line[2:]
            continue
        label, unit, kind = line.split("|")
        found.append(Indicator(label.removeprefix("- "), unit, kind, label.startswith("- "), section))
    return tuple(found)


@dataclass(slots=True)
class _Build:
    rng: Random
    writer: Writer
    layout: Layout
    cells: list[Cell] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)
    values: list[dict[str, Any]] = field(default_factory=list)
    line: int = 0

    def put(self, column: int, text: Planted | str, *, span: int = 1, bold: bool = False) -> None:
        holds = self.layout.columns[column].holds
        align = "left" if holds in ("label", "note") else "center"
        made = text if isinstance(text, Planted) else Planted(text)
        self.cells.append(Cell(row=self.line, column=column, text=made, column_span=span, bold=bold, align=align))  # type: ignore[arg-type]

    def header(self) -> int:
        columns = self.layout.columns
        deep = any(c.group for c in columns)
        at = 0
        while at < len(columns):
            group = columns[at].group
            if not group:
                self.cells.append(
                    Cell(
                        row=0,
                        column=at,
                        text=Planted(columns[at].name),
                        row_span=2 if deep else 1,
                        bold=True,
                        align="center",
                    )
                )
                at += 1
                continue
            width = sum(1 for c in columns[at:] if c.group == group)
            self.cells.append(Cell(row=0, column=at, text=Planted(group), column_span=width, bold=True, align="center"))
            at += width
        if deep:
            self.cells += [
                Cell(row=1, column=n, text=Planted(c.name), bold=True, align="center")
                for n, c in enumerate(columns)
                if c.group
            ]
        self.line = 2 if deep else 1
        return self.line


def indicator_table(rng: Random, writer: Writer, field_: str, year: int, *, copies: int = 1) -> Table:
    """A table of the indicators of a field; `copies` repeats them for long tables. Gold rows and values come with it."""
    layout = rng.choice(_layouts(year))
    build = _Build(rng, writer, layout)
    header = build.header()
    ordinal = any(c.holds == "item" for c in layout.columns)
    style = rng.choice(("plain", "dotted", "dash")) if ordinal else "dash"
    sections = ordinal and rng.random() < 0.75
    broken = rng.random() < 0.3
    blank = rng.choice((0.0, 0.06, 0.2))
    roman, item, child, current = 0, 0, 0, None
    chosen = [i for _ in range(copies) for i in indicators(field_)]
    for indicator in chosen:
        if sections and indicator.section != current:
            current, item = indicator.section, 0
            number = _ROMAN[roman % len(_ROMAN)]
            roman += 1
            _section_row(build, number, current)
        if indicator.child:
            child += 1
        else:
            item, child = item + 1, 0
            if broken and rng.random() < 0.25:
                item = max(1, item + rng.choice((-1, 1, 2)))
        printed = str(item) if not indicator.child else f"{item}.{child}" if style == "dotted" else ""
        label = f"- {indicator.label}" if indicator.child and style == "dash" else indicator.label
        _data_row(
            build,
            indicator,
            printed if ordinal else "",
            label,
            _ROMAN[(roman - 1) % len(_ROMAN)] if sections else None,
            current if sections else None,
            blank,
        )
    return Table(cells=tuple(build.cells), widths=tuple(c.width for c in layout.columns), header=header, repeat_header=rng.random() < 0.5,
                 rows=tuple(build.rows), values=tuple(build.values), may_split=rng.random() < 0.7, size=rng.choice((10, 11, 12)))  # fmt: skip


def _section_row(build: _Build, number: str, title: str) -> None:
    columns = build.layout.columns
    label = next(n for n, c in enumerate(columns) if c.holds == "label")
    written = title.upper() if build.rng.random() < 0.2 else title
    for n, column in enumerate(columns):
        if column.holds == "item":
            build.put(n, number, bold=True)
        elif n == label and build.layout.merged:
            build.put(n, written, span=len(columns) - n, bold=True)
            break
        else:
            build.put(n, written if n == label else "", bold=True)
            if column.holds not in ("label", "unit", "note"):
                path = [p for p in (column.group, column.name) if p]
                build.values.append(
                    {
                        "row_no": len(build.rows) + 1,
                        "header_path": path,
                        "value_raw": None,
                        "value": None,
                        "value_kind": "blank",
                    }
                )
    build.rows.append(
        {
            "section_no": number,
            "label": written,
            "unit": None,
            "value_raw": None,
            "value": None,
            "value_kind": "blank",
            "section_row": True,
        }
    )
    build.line += 1


def _data_row(
    build: _Build,
    indicator: Indicator,
    item: str,
    label: str,
    section_no: str | None,
    section: str | None,
    blank: float,
) -> None:
    rng = build.rng
    row: dict[str, Any] = {
        "section_no": section_no,
        "section_title": section,
        "item_no": item or None,
        "label": label,
        "unit": indicator.unit or None,
        "note": None,
    }
    first: tuple[str | None, float | None, str] | None = None
    known: dict[str, float] = {}
    for n, column in enumerate(build.layout.columns):
        if column.holds == "item":
            build.put(n, item)
        elif column.holds == "label":
            build.put(n, label)
        elif column.holds == "unit":
            build.put(n, indicator.unit)
        elif column.holds == "note":
            note = build.writer.write(rng.choice(common()["evidence"])) if rng.random() < 0.22 else Planted("")
            build.put(n, note)
            row["note"] = note.text or None
        else:
            raw, value, kind = _value(rng, indicator, blank, column.holds, known)
            build.put(n, raw or "")
            first = first or (raw, value, kind)
            if value is not None:
                known[column.holds] = value
            path = [p for p in (column.group, column.name) if p]
            role = {"value": None, "change": "change"}.get(column.holds, column.holds)
            gold: dict[str, Any] = {
                "row_no": len(build.rows) + 1,
                "header_path": path,
                "value_raw": raw,
                "value": value,
                "value_kind": kind,
            }
            if role:
                gold |= (
                    {"role": role, "also": {"role": ["actual"]}}
                    if column.group and role == "previous"
                    else {"role": role}
                )
            build.values.append(gold)
    assert first is not None
    row["value_raw"], row["value"], row["value_kind"] = first
    if row["value_kind"] == "boolean" and "Có" not in indicator.unit:
        row["also"] = {"value_kind": ["enum"]}
    build.rows.append(row)
    build.line += 1


def _value(
    rng: Random, indicator: Indicator, blank: float, column: str, known: dict[str, float]
) -> tuple[str | None, float | None, str]:
    """A cell's value as printed, as a number, and its kind."""
    kind = indicator.kind
    if kind == "h" or rng.random() < blank:
        return None, None, "blank"
    if column in ("rate", "change") and kind[0] in "nmp":
        plan, actual = known.get("plan", known.get("previous")), known.get("actual")
        if not plan or actual is None:
            return None, None, "blank"
        value = round(100 * actual / plan, 1)
        return decimal(value, 1), value, "percent"
    if kind == "b":
        if column in ("rate", "change"):
            return None, None, "blank"
        bit = rng.randint(0, 1)
        return str(bit), float(bit), "boolean"
    if kind == "e":
        if column in ("rate", "change"):
            return None, None, "blank"
        code = rng.choice((1, 2))
        return str(code), float(code), "enum"
    if kind == "t":
        return (None, None, "blank") if column in ("rate", "change") else (rng.choice(common()["texts"]), None, "text")
    if kind == "p":
        value = rng.choice((100.0, float(rng.randint(1, 99)), round(rng.uniform(1, 99), 2)))
        return decimal(value, 0 if value == int(value) else 1 if round(value, 1) == value else 2), value, "percent"
    largest = int(kind[1:])
    value = 0.0 if rng.random() < 0.12 else float(max(1, int(largest ** rng.uniform(0.4, 1))))
    if kind[0] == "m":
        value = round(value + rng.random(), 1)
        return decimal(value, 0 if value == int(value) else 1), value, "number"
    raw = f"{int(value):02d}" if 0 < value < 10 and rng.random() < 0.3 else grouped(int(value))
    return raw, value, "number"
