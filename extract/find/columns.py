"""Which table is an indicator table, and what each of its columns is (issue: any order, any naming).

An indicator table has a column of names and at least one column of values: numbers that are no dates, years, codes or
ordinals. Schedules of tasks, lists of documents or staff have none and stay readable from `blocks`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.document import Block
from extract.find.grid import Grid
from patterns.bodies import find_bodies
from patterns.columns import column_kind, header_unit, value_role
from patterns.numbers import Style, read_value
from patterns.periods import find_period
from patterns.places import find_places
from patterns.spelling import fold

_ORDINAL = re.compile(r"(?:[IVXLC]{1,6}|[A-HĐ]|\d{1,3}(?:\.\d{1,3})*|[a-zđ]|[IVX]+(?:\.\d+)+)\s*[.)]?|[-+*•]")
_BLANK = re.compile(r"[\s.\-–—…_]*|x{1,3}", re.IGNORECASE)
_FIGURES = re.compile(r"[<>≥≤~±]?\s*\d[\d.,]*\s*%?(?:\s*[/(:–+-]\s*\d[\d.,]*\s*%?\s*\)?)*\)?")
_DATE = re.compile(
    r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:19|20)\d\d|\d{1,2}/(?:19|20)\d\d|(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?|Q\w*\s?[IV]+/\d{4}"
)
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])")
_CODE = re.compile(r"0\d{2,}|\d{9,12}|\d\.\d{6}.*")
_MEASURED = re.compile(
    r"(?:(?:tăng|giảm|đạt|trên|dưới|khoảng|ước)\s+)*(?P<number>[<>≥≤~±+-]?\s*\d(?:[\d.,]*\d)?)\s*(?P<unit>%|[^\W\d_][^\d;:]{0,18}[23]?(?:/[^\W\d_]{1,8}(?: [^\W\d_]{1,8})?)?)?[,.]?",
    re.IGNORECASE,
)
#: What a column says of each row instead of a number.
_VERDICT = re.compile(
    r"(?:(?:đã |chưa |không )?(?:đạt|hoàn thành|thực hiện)(?: yêu cầu| kế hoạch| chỉ tiêu)?|đang thực hiện|vượt(?: kế hoạch| chỉ tiêu)?|đạt và vượt|khó đạt"
    r"|có|không|tốt|khá|trung bình|yếu|kém|xuất sắc|cao|thấp|đúng hạn|quá hạn|chậm)"
)
_PERSON = re.compile(r"(?:họ và tên|họ tên|họ, tên|họ và chữ đệm|tên cán bộ|tên công chức)(?!\w)")
_OF_PERSONS = re.compile(
    r"(?<!\w)(?:sinh|chức vụ|chức danh|ngạch|đơn vị công tác|nơi công tác|quê quán|giới tính)(?!\w)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEVELS = frozenset(("plan", "actual", "estimate", "previous"))
#: Rows of a long table that are looked at to tell what its columns hold.
_SAMPLE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueColumn:
    """A column of values and what its header says of them."""

    column: int
    header_path: tuple[str, ...]
    role: str | None
    period_label: str | None
    organ: str | None
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of an indicator table, by number from 1; `group` holds names that span several rows."""

    label: int
    values: tuple[ValueColumn, ...]
    ordinal: int | None = None
    unit: int | None = None
    notes: tuple[int, ...] = ()
    group: int | None = None


def columns_of(grid: Grid, style: Style) -> Columns | None:
    """The columns of an indicator table; None for any other table."""
    if not grid.body or not grid.headers or grid.width < 2:
        return None
    heads = {column: grid.header_path(column) for column in range(1, grid.width + 1)}
    kinds = {column: _kind(path) for column, path in heads.items()}
    contents = {column: _content(grid, column, style) for column in heads}
    ordinal = _ordinal(kinds, contents)
    numeric = [
        column for column, content in contents.items() if column != ordinal and _holds_values(kinds[column], content)
    ]
    texts = [column for column in heads if column != ordinal and column not in numeric]
    unit = _unit(grid, kinds, contents, texts)
    texts = [column for column in texts if column != unit and contents[column].filled]
    label = _label(kinds, contents, texts, numeric)
    first = next((column for column in heads if column != ordinal), 0)
    if label is None and kinds.get(first) in ("date", "label") and any(column > first for column in numeric):
        label = first  # a row for each month, year or age
        numeric = [column for column in numeric if column != first]
    if label is None:
        return None
    if numeric:
        numeric += [
            column for column in texts if column > label and _pending(kinds[column], heads[column], contents[column])
        ]
    elif unit is not None:
        numeric = [
            column
            for column in heads
            if column > label and kinds[column] is None and not contents[column].texts and heads[column]
        ]
    numeric = sorted(column for column in set(numeric) if column != label)
    if not numeric or _is_staff(heads, label):
        return None
    numeric = sorted({*numeric, *_to_fill(heads, kinds, contents, numeric)})
    notes = tuple(
        column for column in heads if kinds[column] == "note" and column not in (*numeric, label, ordinal, unit)
    )
    group = next((column for column in texts if column < label and contents[column].spanning), None)
    values = tuple(_value_column(column, heads[column]) for column in numeric)
    return Columns(label=label, values=values, ordinal=ordinal, unit=unit, notes=notes, group=group)


@dataclass(slots=True)
class _Content:
    filled: int = 0
    figures: int = 0
    texts: int = 0
    dates: int = 0
    codes: int = 0
    ordinals: int = 0
    verdicts: int = 0
    spanning: bool = False
    length: int = 0


def _content(grid: Grid, column: int, style: Style) -> _Content:
    content = _Content()
    of_days = any("ngày" in fold(text).split() for text in grid.header_path(column))
    seen: set[str] = set()
    for row in grid.body[:: max(1, len(grid.body) // _SAMPLE)]:
        cell = grid.own(row, column)
        if cell is None or cell.path in seen or (cell.column_span or 1) > 1:
            continue
        seen.add(cell.path)
        text = cell.text.strip()
        content.spanning = content.spanning or (cell.row_span or 1) > 1
        if _BLANK.fullmatch(text):
            continue
        content.filled += 1
        content.length += len(text)
        content.verdicts += bool(_VERDICT.fullmatch(fold(text)))
        content.ordinals += bool(_ORDINAL.fullmatch(text))
        if _DATE.fullmatch(text) or (of_days and _DAY.fullmatch(text)):
            content.dates += 1
        elif _CODE.fullmatch(text):
            content.codes += 1
        elif len(text) < 60 and _is_figure(text, style):
            content.figures += 1
        else:
            content.texts += 1
    return content


def _is_figure(text: str, style: Style) -> bool:
    return read_value(text, style) is not None or _FIGURES.fullmatch(text) is not None or measured(text) is not None


def measured(text: str) -> tuple[str, str | None] | None:
    """Number and unit of a cell that states both, `83,28 tỷ kWh`, `Tăng 12,5%`; None for anything else."""
    found = _MEASURED.fullmatch(text.strip()) if len(text) < 40 else None
    if found is None:
        return None
    unit = (found["unit"] or "").strip(" ,.")
    if len(unit) == 1 and unit.isupper() and found.end("number") == found.start("unit"):
        return None  # `6A` is a class
    return (found["number"].strip(), unit or None) if unit.count(" ") <= 3 else None


def _kind(path: Sequence[str]) -> str | None:
    """What the lowest header cell says, or one above it."""
    for depth, text in enumerate(reversed(path)):
        kind = column_kind(text)
        if kind is not None and (depth == 0 or kind in ("ordinal", "unit", "label")):
            return kind  # what stands above several columns says little of each
    return None


def _ordinal(kinds: dict[int, str | None], contents: dict[int, _Content]) -> int | None:
    named = next((column for column, kind in kinds.items() if kind == "ordinal"), None)
    if named is not None:
        return named
    first = contents[1]
    if (
        kinds[1] is None
        and first.filled
        and first.ordinals >= 0.9 * first.filled
        and len(contents) > 2
        and contents[2].texts
    ):
        return 1
    return None


def _holds_values(kind: str | None, content: _Content) -> bool:
    if kind in ("identifier", "date", "ordinal", "note", "unit") or not content.figures:
        return False
    if content.dates > content.figures or content.codes > content.figures:
        return False
    return content.figures >= 0.5 * content.filled


def _pending(kind: str | None, path: Sequence[str], content: _Content) -> bool:
    """A column whose header promises values though most of its cells are blank or words."""
    if (
        kind is not None
        or not path
        or content.texts > 2 * content.figures + 2 + content.verdicts
        or content.length > 40 * max(content.filled, 1)
    ):
        return False
    return (content.figures > 0 or content.filled == content.verdicts) and value_role(path[-1]) is not None


def _to_fill(
    heads: dict[int, tuple[str, ...]],
    kinds: dict[int, str | None],
    contents: dict[int, _Content],
    numeric: Sequence[int],
) -> list[int]:
    """Columns without a word in them whose head says that values belong there, as the heads beside them do."""
    first = {fold(heads[column][-1]).split()[0] for column in numeric if heads[column]}
    return [
        column
        for column, path in heads.items()
        if column > numeric[0] and column not in numeric and path and kinds[column] is None and not contents[column].filled
        and (value_role(path[-1]) is not None or fold(path[-1]).split()[0] in first)
    ]  # fmt: skip


def _is_staff(heads: dict[int, tuple[str, ...]], label: int) -> bool:
    """A list of persons, with what they are or when they were born: their numbers are no indicators."""
    names = [fold(" ".join(path)) for path in heads.values()]
    persons = _PERSON.match(fold(" ".join(heads[label]))) is not None
    return persons and any(_OF_PERSONS.search(name) for name in names)


def _unit(grid: Grid, kinds: dict[int, str | None], contents: dict[int, _Content], texts: Sequence[int]) -> int | None:
    units = [column for column, kind in kinds.items() if kind == "unit" and column in texts]
    for column in units:
        content = contents[column]
        others = [other for other in texts if other != column and contents[other].texts and kinds[other] != "note"]
        if fold(grid.header_path(column)[-1]).strip(" .:") == "đơn vị":  # a unit, or the bodies that the rows are of
            others = [other for other in others if other < column]
            if _are_bodies(grid, column):
                continue
        if others and content.length <= 30 * max(content.filled, 1):
            return column
    return None


def _are_bodies(grid: Grid, column: int) -> bool:
    """Whether most cells of a column name bodies or places."""
    cells = [text for row in grid.body[:12] if (text := cell_text(grid.own(row, column)))]
    return 2 * sum(bool(find_bodies(text) or find_places(text)) for text in cells) > len(cells)


def _label(
    kinds: dict[int, str | None], contents: dict[int, _Content], texts: Sequence[int], numeric: Sequence[int]
) -> int | None:
    """The column of names: one named so, whose names do not span rows, else the first column of words."""
    words = [
        column for column in texts if contents[column].texts >= 0.5 * contents[column].filled and contents[column].texts
    ]
    named = [column for column in words if kinds[column] == "label"]
    left = [column for column in (*named, *words) if not numeric or column < max(numeric)]
    single = [column for column in left if not contents[column].spanning]
    return next(iter([*single, *left]), None) or next(
        iter(column for column in words if kinds[column] not in ("note", "date")), None
    )


def _value_column(column: int, path: tuple[str, ...]) -> ValueColumn:
    role = period = organ = unit = None
    for text in reversed(path):
        role = role or value_role(text)
        unit = unit or header_unit(text)
        found = find_period(text) if period is None else None
        period = found.label if found else text if period is None and _YEAR.fullmatch(text) else period
        organ = organ or _organ(text)
    if role in _LEVELS and any(value_role(text) == "change" for text in path[:-1]) and ("/" in path[-1] or unit == "%"):
        role = "change"  # `So sánh (%)` over `Thực hiện/cùng kỳ`
    return ValueColumn(column=column, header_path=path, role=role, period_label=period, organ=organ, unit=unit)


def _organ(text: str) -> str | None:
    bodies = find_bodies(text)
    if bodies:
        return bodies[0].name
    places = find_places(text)
    return places[0].full if places else None


def cell_text(cell: Block | None) -> str | None:
    """The text of a cell on one line; None where there is no cell or it is empty."""
    text = " ".join(cell.text.split()) if cell is not None else ""
    return text or None
