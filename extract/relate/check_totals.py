"""parts_of_total: a total and the parts that follow it in brackets, in its sentence or in the list it leads in.

Brackets right after a total that hold nothing but its parts (`16 đơn vị (phòng ban 04, sự nghiệp 08, cấp xã 04)`) must
add up; elsewhere (`trong đó`, lists) parts may overlap or be left out, so that only agreement is certain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document import Document
from extract.facts import Quantity
from extract.relate.found import Found, decimals_of, written
from patterns.numbers import read_figure

_ADDABLE = ("count", "money", "measure")
_AMONG = re.compile(r"\s*\(\s*(?:trong đó|có|riêng|nhất là|chủ yếu|chưa|kể cả)(?!\w)", re.IGNORECASE)
_OPENS = re.compile(r"\s*\(")
_NO_PART = re.compile(r"(?<!\w)(?:tăng|giảm|so với|cùng kỳ|vượt|kế hoạch|năm trước|quá hạn)(?!\w)", re.IGNORECASE)


def check_totals(document: Document, quantities: Sequence[Quantity]) -> list[Found]:
    """Sums of parts, block by block, then of the lists that a total leads in."""
    texts = {block.path: block.text for block in document.blocks}
    by_block: dict[str, list[Quantity]] = {}
    for quantity in quantities:
        if quantity.block:
            by_block.setdefault(quantity.block, []).append(quantity)
    found: list[Found] = []
    for path, facts in by_block.items():
        text = texts.get(path, "")
        for index, total in enumerate(facts):
            in_brackets = _in_brackets(text, facts, index)
            if in_brackets is not None:
                found.append(in_brackets)
            elif "tổng số" in total.qualifiers and (sentence := _in_statement(text, facts, index)):
                found.append(sentence)
    found.extend(_lists(quantities))
    return found


def _addable(fact: Quantity) -> bool:
    return (
        fact.kind in _ADDABLE
        and fact.value is not None
        and fact.value_max is None
        and not fact.direction
        and not fact.doubtful
    )


def _same(part: Quantity, total: Quantity) -> bool:
    return part.kind == total.kind and part.unit in (None, total.unit) and part.currency == total.currency


def _in_brackets(text: str, facts: Sequence[Quantity], index: int) -> Found | None:
    total = facts[index]
    end = total.char_end or 0
    opened = _OPENS.match(text, end)
    if opened is None:
        return None
    close = _closing(text, opened.end() - 1)
    inside = [f for f in facts[index + 1 :] if (f.char_start or 0) < close and f.value != 0.0]
    direct = [f for f in inside if _depth(text, opened.end(), f.char_start or 0) == 0]
    if total.kind == "ratio":
        return _ratio_parts(total, [f for f in direct if f.kind == "ratio"])
    if not _addable(total) or len(direct) < 2 or not all(map(_addable, direct)):
        return None
    if any(f.kind != total.kind for f in direct) or _NO_PART.search(text, end, close):
        return None
    among = _AMONG.match(text, end) is not None
    same = all(_same(part, total) for part in direct)
    found = _sum(total, direct)
    if found.holds:
        return found
    if not same or (among and (found.expected or 0) <= (total.value or 0)):
        return None
    certain = not among and _pure_list(text, opened.end(), close, direct)
    return found if certain else _uncertain(found)


def _pure_list(text: str, start: int, close: int, parts: Sequence[Quantity]) -> bool:
    """Whether every member of the list in brackets is one of the parts."""
    members = [m for m in re.split(r"[,;](?=\s)|\s+và\s+(?=[^,;()]*\d)", text[start:close]) if re.search(r"\d", m)]
    texts = [m for m in re.split(r"[,;](?=\s)", text[start:close]) if not re.search(r"\d", m)]
    return len(members) == len(parts) and not texts


def _closing(text: str, opened: int) -> int:
    depth = 0
    for position in range(opened, min(len(text), opened + 1500)):
        if text[position] == "(":
            depth += 1
        elif text[position] == ")":
            depth -= 1
            if not depth:
                return position
    return opened


def _depth(text: str, start: int, position: int) -> int:
    return text.count("(", start, position) - text.count(")", start, position)


def _in_statement(text: str, facts: Sequence[Quantity], index: int) -> Found | None:
    """Parts that follow in the statement; said only when they add up."""
    total = facts[index]
    if not _addable(total):
        return None
    parts: list[Quantity] = []
    for fact in facts[index + 1 :]:
        if fact.statement != total.statement or "tổng số" in fact.qualifiers:
            break
        if (
            fact.value
            and _addable(fact)
            and _same(fact, total)
            and _depth(text, total.char_end or 0, fact.char_start or 0) == 0
        ):
            parts.append(fact)
    for count in range(len(parts), 1, -1):
        found = _sum(total, parts[:count])
        if found.holds:
            return found
    return None


def _lists(quantities: Sequence[Quantity]) -> list[Found]:
    """A total and the items of the list it leads in: they share its statement, each item in a block of its own."""
    groups: dict[str, list[Quantity]] = {}
    for quantity in quantities:
        if quantity.statement:
            groups.setdefault(quantity.statement, []).append(quantity)
    found: list[Found] = []
    for facts in groups.values():
        total = next(
            (f for f in facts if "tổng số" in f.qualifiers and f.block == facts[0].block and _addable(f)), None
        )
        if total is None:
            continue
        firsts: dict[str, Quantity] = {}
        for fact in facts:
            if fact.block and fact.block != total.block:
                firsts.setdefault(fact.block, fact)
        parts = list(firsts.values())
        if len(parts) < 2 or not all(_addable(p) and _same(p, total) for p in parts):
            continue
        result = _sum(total, parts)
        found.append(result if result.holds else _uncertain(result))
    return found


def _ratio_parts(total: Quantity, parts: Sequence[Quantity]) -> Found | None:
    if len(parts) < 2 or total.numerator is None or any(p.numerator is None for p in parts):
        return None
    top = sum(p.numerator or 0 for p in parts)
    below = sum(p.denominator or 0 for p in parts)
    if top != total.numerator or below != total.denominator:
        return None
    return Found(
        kind="parts_of_total", holds=True, stated=total.numerator, expected=top,
        facts=(total.fact_id, *(p.fact_id for p in parts)),
        message=f"Tử số và mẫu số của {len(parts)} phần cộng lại đúng bằng {total.surface}.",
    )  # fmt: skip


def _sum(total: Quantity, parts: Sequence[Quantity]) -> Found:
    stated, added = total.value or 0.0, sum(p.value or 0.0 for p in parts)
    decimals = max(decimals_of(f.value_raw) for f in (total, *parts))
    tolerance = 1e-6
    if decimals:  # each part is rounded at its last place
        factor = max(stated, 1.0) / max(_figure(total), 1e-12)
        tolerance = factor * 10.0**-decimals * 0.5 * (len(parts) + 1)
    holds = abs(stated - added) <= tolerance
    terms = " + ".join((p.value_raw or "").strip() for p in parts)
    scale = stated / _figure(total) if stated else 1.0
    shown = f"{written(round(added / scale, 6))}{(total.surface or '')[len(total.value_raw or '') :]}"
    message = f"{terms} = {shown}, {'khớp với' if holds else 'khác'} tổng {total.surface} đã nêu."
    return Found(
        kind="parts_of_total", holds=holds, stated=stated, expected=round(added, 6),
        facts=(total.fact_id, *(p.fact_id for p in parts)), message=message,
    )  # fmt: skip


def _figure(fact: Quantity) -> float:
    figure = read_figure((fact.value_raw or "").strip())
    return figure.value if figure else 1.0


def _uncertain(found: Found) -> Found:
    return Found(
        kind=found.kind, holds=None, stated=found.stated, expected=found.expected, facts=found.facts,
        message=found.message[:-1] + "; các phần có thể chưa kể hết hoặc trùng nhau.",
    )  # fmt: skip
