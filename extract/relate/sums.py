"""Parts and totals: which amounts may be added, and what their sum says of a stated total."""

from __future__ import annotations

from collections.abc import Sequence

from extract.facts import Quantity
from extract.relate.found import Found, decimals_of, written
from patterns.numbers import read_figure
from patterns.units import is_person

_ADDABLE = ("count", "money", "measure")


def addable(fact: Quantity) -> bool:
    """Whether an amount may be a part or a total: one number, no change, no doubt."""
    return (
        fact.kind in _ADDABLE
        and fact.value is not None
        and fact.value_max is None
        and not fact.direction
        and not fact.doubtful
    )


def same(part: Quantity, total: Quantity) -> bool:
    """Whether both are stated in one unit; persons are persons, whatever they are called."""
    alike = part.unit in (None, total.unit) or (is_person(part.unit) and is_person(total.unit))
    return part.kind == total.kind and alike and part.currency == total.currency


def closing(text: str, opened: int) -> int:
    """Where the bracket that opens at `opened` closes; `opened` itself if it does not within 1,500 characters."""
    depth = 0
    for position in range(opened, min(len(text), opened + 1500)):
        if text[position] == "(":
            depth += 1
        elif text[position] == ")":
            depth -= 1
            if not depth:
                return position
    return opened


def depth_of(text: str, start: int, position: int) -> int:
    """How many brackets that open after `start` are open at `position`."""
    return text.count("(", start, position) - text.count(")", start, position)


def sum_of(total: Quantity, parts: Sequence[Quantity]) -> Found:
    """Whether the parts add up to the total, each rounded at its last place."""
    stated, added = total.value or 0.0, sum(p.value or 0.0 for p in parts)
    tolerance = 1e-6 + sum(_half_steps((total, *parts)))
    holds = abs(stated - added) <= tolerance
    terms = " + ".join((p.value_raw or "").strip() for p in parts)
    scale = stated / _figure(total) if stated else 1.0
    shown = f"{written(round(added / scale, 6))}{(total.surface or '')[len(total.value_raw or '') :]}"
    message = f"{terms} = {shown}, {'khớp với' if holds else 'khác'} tổng {total.surface} đã nêu."
    return Found(
        kind="parts_of_total", holds=holds, stated=stated, expected=round(added, 6),
        facts=(total.fact_id, *(p.fact_id for p in parts)), message=message,
    )  # fmt: skip


def _half_steps(facts: Sequence[Quantity]) -> list[float]:
    """Half of each amount's last place, in its unit; nothing where all are whole numbers."""
    decimals = [decimals_of(fact.value_raw) for fact in facts]
    if not any(decimals):
        return []
    scales = [(fact.value or 0.0) / figure if (figure := _figure(fact)) else 1.0 for fact in facts]
    return [scale * 10.0**-places / 2 for scale, places in zip(scales, decimals, strict=True)]


def _figure(fact: Quantity) -> float:
    figure = read_figure((fact.value_raw or "").strip())
    return figure.value if figure else 1.0


def uncertain(found: Found) -> Found:
    """The same, as something to look at."""
    return Found(
        kind=found.kind, holds=None, stated=found.stated, expected=found.expected, facts=found.facts,
        message=found.message[:-1] + "; các phần có thể chưa kể hết hoặc trùng nhau.",
    )  # fmt: skip
