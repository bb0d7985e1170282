"""parts_of_total: a total and the parts that follow it in brackets, in its sentence or in the list it leads in.

Brackets right after a total that hold nothing but its parts (`16 đơn vị (phòng ban 04, sự nghiệp 08, cấp xã 04)`) must
add up, and so must what a total is said to be made of (`check_composition`); elsewhere (`trong đó`, lists) parts may
overlap or be left out, so that only agreement is certain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document import Document
from extract.facts import Quantity
from extract.relate.check_composition import composed, parts_of
from extract.relate.found import Found
from extract.relate.sums import addable, closing, depth_of, same, sum_of, uncertain

_AMONG = re.compile(r"\s*\(\s*(?:trong đó|có|riêng|nhất là|chủ yếu|chưa|kể cả)(?!\w)", re.IGNORECASE)
#: `29 đảng viên mới (nam 15, …)`: up to three words may end the noun.
_OPENS = re.compile(r"(?:\s+(?!tại|ở|của|cho|thuộc|trên|với)[^\W\d_]+){0,3}\s*\(")
_NO_PART = re.compile(
    r"(?<!\w)(?:tăng|giảm|so với|cùng kỳ|vượt|năm trước|quá hạn|trong đó|(?:đạt|so|%|vượt)\s(?:với\s)?kế hoạch)(?!\w)",
    re.IGNORECASE,
)


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
            elif stated := composed(text, facts, index):
                found.append(stated)
            elif "tổng số" in total.qualifiers and (sentence := _in_statement(text, facts, index)):
                found.append(sentence)
    found.extend(_lists(quantities))
    return found


def _in_brackets(text: str, facts: Sequence[Quantity], index: int) -> Found | None:
    total = facts[index]
    end = total.char_end or 0
    opened = _OPENS.match(text, end)
    if opened is None:
        return None
    close = closing(text, opened.end() - 1)
    inside = [f for f in facts[index + 1 :] if (f.char_start or 0) < close and f.value != 0.0]
    direct = [f for f in inside if depth_of(text, opened.end(), f.char_start or 0) == 0]
    if total.kind == "ratio":
        return _ratio_parts(total, [f for f in direct if f.kind == "ratio"])
    if not addable(total) or len(direct) < 2 or not all(map(addable, direct)):
        return None
    led = _AMONG.match(text, end)
    among = led is not None
    if any(f.kind != total.kind for f in direct) or _NO_PART.search(text, led.end() if led else end, close):
        return None
    alike = all(same(part, total) for part in direct)
    found = sum_of(total, direct)
    if found.holds:
        return found
    if not alike or (among and (found.expected or 0) <= (total.value or 0)):
        return None
    certain = not among and (
        _pure_list(text, opened.end(), close, direct) or parts_of(text, direct, opened.end(), close, total)
    )
    return found if certain else uncertain(found)


def _pure_list(text: str, start: int, close: int, parts: Sequence[Quantity]) -> bool:
    """Whether every member of the list in brackets is one of the parts."""
    members = [m for m in re.split(r"[,;](?=\s)|\s+và\s+(?=[^,;()]*\d)", text[start:close]) if re.search(r"\d", m)]
    texts = [m for m in re.split(r"[,;](?=\s)", text[start:close]) if not re.search(r"\d", m)]
    return len(members) == len(parts) and not texts


def _in_statement(text: str, facts: Sequence[Quantity], index: int) -> Found | None:
    """Parts that follow in the statement; said only when they add up."""
    total = facts[index]
    if not addable(total):
        return None
    parts: list[Quantity] = []
    for fact in facts[index + 1 :]:
        if fact.statement != total.statement or "tổng số" in fact.qualifiers:
            break
        if (
            fact.value
            and addable(fact)
            and same(fact, total)
            and depth_of(text, total.char_end or 0, fact.char_start or 0) == 0
        ):
            parts.append(fact)
    for count in range(len(parts), 1, -1):
        found = sum_of(total, parts[:count])
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
        total = next((f for f in facts if "tổng số" in f.qualifiers and f.block == facts[0].block and addable(f)), None)
        if total is None:
            continue
        firsts: dict[str, Quantity] = {}
        for fact in facts:
            if fact.block and fact.block != total.block:
                firsts.setdefault(fact.block, fact)
        parts = list(firsts.values())
        if len(parts) < 2 or not all(addable(p) and same(p, total) for p in parts):
            continue
        result = sum_of(total, parts)
        found.append(result if result.holds else uncertain(result))
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
