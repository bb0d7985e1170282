"""Units after a number: `hồ sơ`, `%`, `tỷ đồng`, `ha`, `ngày làm việc`, `triệu đồng/người/năm`.

In: a text and the place where a number ends. Out: what unit stands there, longest form first. The vocabulary is
`units.csv`; a row is form, kind, canonical name, group (units of a group are joined: `sở, ngành`), zero (may be said to
be none: `không có hồ sơ trễ hạn`), example, source. Rows of kind `none` are words that begin like a unit (`ban hành`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from patterns.words import rows

UnitKind = Literal["count", "percent", "percent_point", "money", "duration", "measure", "magnitude", "none"]

_WORD = re.compile(r"[^\W\d_]+|[%‰$°º]")
_SPACE = re.compile(r"[ \t\u00a0\u202f]{0,2}")
_JOIN = re.compile(r"(?:,| và| hoặc|;)? ")
_JOINED_GROUPS = frozenset(["place", "organ", "media", "person", "case"])
#: After a unit: further words and then a number, so that the unit belongs to what follows (`đơn vị sự nghiệp 08 …`).
_OWN_NUMBER = re.compile(r"[^,;.:()\d]{0,60}(?<!năm )(?<!đoạn )(?<!tháng )(?<!ngày )(?<!kỳ )(?<!\d)\d")
_PER = re.compile(r" ?/ ?(?=[^\W\d_])")
_SHORT = re.compile(r"(?![IVXLC]+(?!\w))[A-ZĐ]{2,5}(?![\w-])")
#: `8,1 bác sĩ/vạn dân`, `118 thuê bao/100 dân`.
_PER_MANY = re.compile(
    r" ?/ ?(?P<base>(?:(?:một )?(?:vạn|nghìn|ngàn|trăm)|1?00|1[.]?000|100?[.]?000) (?:dân|người|trẻ|phụ nữ|ca|hộ|lao động|công nhân|học sinh|giường)(?!\w))"
)
#: Units that say how often, not what: the person after them belongs to the unit.
_TURNS = frozenset(["lượt"])


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A row of units.csv."""

    form: str
    kind: UnitKind
    canonical: str
    group: str
    zero: bool
    example: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The unit that ends at `end`: its kind, canonical name, factor (`triệu` → 1e6) and, for money, currency.

    `stated` is False where only a magnitude stands (`8,487 tỉ`).
    """

    end: int
    kind: UnitKind
    name: str | None
    factor: float = 1.0
    currency: str | None = None
    stated: bool = True
    group: str = ""


@lru_cache(maxsize=1)
def unit_rows() -> tuple[UnitRow, ...]:
    """All rows of units.csv."""
    return tuple(
        UnitRow(
            form=row["form"],
            kind=cast(UnitKind, row["kind"]),
            canonical=row["canonical"],
            group=row["group"],
            zero=row["zero"] == "yes",
            example=row["example"],
            source=row["source"],
        )
        for row in rows("units")
    )


@lru_cache(maxsize=1)
def _persons() -> frozenset[str]:
    return frozenset(row.canonical for row in unit_rows() if row.group == "person")


def is_person(unit: str | None) -> bool:
    """Whether a unit counts people: `người`, `đảng viên`, `cán bộ`."""
    return unit in _persons()


@lru_cache(maxsize=1)
def _by_first_word() -> dict[str, tuple[UnitRow, ...]]:
    table: dict[str, list[UnitRow]] = {}
    for row in unit_rows():
        match = _WORD.match(row.form)
        if match:
            table.setdefault(match[0], []).append(row)
    return {word: tuple(sorted(rows, key=lambda r: -len(r.form))) for word, rows in table.items()}


def _row_at(text: str, lowered: str, position: int) -> UnitRow | None:
    row = _longest(text, lowered, position)
    return None if row is None or row.kind == "none" else row


def _longest(text: str, lowered: str, position: int) -> UnitRow | None:
    word = _WORD.match(lowered, position)
    if word is None:
        return None
    for row in _by_first_word().get(word[0], ()):
        if not lowered.startswith(row.form, position):
            continue
        after = position + len(row.form)
        if after < len(text) and row.form[-1].isalnum() and (text[after].isalnum() or text[after] == "_"):
            continue
        # `5G` is no gram, `3M` no metre.
        if len(row.form) == 1 and row.form.isalpha() and text[position] != row.form:
            continue
        return row
    return None


_MONEY_FACTORS = {"triệu đồng": 1e6, "tỷ đồng": 1e9, "nghìn đồng": 1e3}


def _joined(text: str, lowered: str, first: UnitRow, end: int) -> int:
    """End of `sở, ngành`, `xã, phường, đặc khu`: further units of the same group, none of them with its own number."""
    alone = end
    while True:
        gap = _JOIN.match(lowered, end)
        if gap is None or (gap[0] == " " and first.group != "place") or gap[0].strip() in ("và", "hoặc", ";"):
            return end
        row = _row_at(text, lowered, gap.end())
        if (
            row is None
            or row.group != first.group
            or row.kind != "count"
            or row.form.split()[0] == first.form.split()[0]
        ):
            return end
        after = gap.end() + len(row.form)
        if first.group not in _JOINED_GROUPS:
            return end
        if first.group != "place" and _OWN_NUMBER.match(text, after):
            return alone  # `tố cáo 05 đơn, kiến nghị, phản ánh 121 đơn`
        end = after


def unit_at(text: str, lowered: str, position: int) -> Unit | None:
    """The known unit after a number that ends at `position`; None if none stands there. `lowered` is `text.lower()`."""
    start = _SPACE.match(text, position).end()  # type: ignore[union-attr]
    factor, factor_end = 1.0, start
    while (row := _row_at(text, lowered, factor_end)) and row.kind == "magnitude":
        factor *= float(row.canonical)
        magnitude_end = factor_end + len(row.form)
        factor_end = _SPACE.match(text, magnitude_end).end()  # type: ignore[union-attr]
    if row is not None and row.kind == "duration" and factor >= 1e6:
        row = None  # `340 tỷ năm 2006`: money, and then the year
    if row is None:
        return (
            None if factor == 1.0 else Unit(end=magnitude_end, kind="magnitude", name=None, factor=factor, stated=False)
        )
    end = factor_end + len(row.form)
    name, currency = row.canonical, None
    if row.kind == "money":
        factor *= _MONEY_FACTORS.get(name, 1.0)
        name = "đồng" if name in _MONEY_FACTORS else name
        currency = "VND" if name == "đồng" else name
    elif row.kind == "count" and row.form in _TURNS:
        counted = _row_at(text, lowered, _SPACE.match(text, end).end())  # type: ignore[union-attr]
        if counted is not None and counted.group == "person" and text[end] == " ":
            name, end = f"{name} {counted.canonical}", end + 1 + len(counted.form)  # `312 lượt người`
    elif row.kind == "count" and row.group:
        joined = _joined(text, lowered, row, end)
        if joined > end:
            name, end = " ".join(lowered[factor_end:joined].split()), joined
    if row.kind == "count" and (share := _PER_MANY.match(text, end)):
        return Unit(end=share.end(), kind="count", name=f"{name}/{share['base']}", factor=factor, group=row.group)
    while row.kind not in ("percent", "percent_point") and (per := _PER.match(text, end)):
        below = _row_at(text, lowered, per.end())
        if below is None and row.kind == "money" and (short := _SHORT.match(text, per.end())):
            end, name = short.end(), f"{name}/{short[0]}"  # `45.000 đồng/HS/tháng`
            continue
        if below is None or below.kind in ("magnitude", "percent", "percent_point"):
            break
        end = per.end() + len(below.form)
        name = f"{name}/{below.canonical}"
    return Unit(end=end, kind=row.kind, name=name, factor=factor, currency=currency, group=row.group)


def begins_otherwise(lowered: str, position: int) -> bool:
    """Whether words stand after `position` that begin like a unit and are none (`ban hành`, `con số`)."""
    row = _longest(lowered, lowered, _SPACE.match(lowered, position).end())  # type: ignore[union-attr]
    return row is not None and row.kind == "none"


def zero_unit(lowered: str, position: int) -> bool:
    """Whether the unit after `position` may be said to be none without `nào` (`không có hồ sơ`)."""
    row = _row_at(lowered, lowered, _SPACE.match(lowered, position).end())  # type: ignore[union-attr]
    return row is not None and row.zero
