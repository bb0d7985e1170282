"""body_vs_appendix: the number in the body against the same indicator in the annex.

A row is the same indicator if its label holds what the number counts and little else, at the same level of government,
and no other row with another value fits about as well. Wordings differ and so may scopes: agreement is said, also of
several numbers that add up to the row (cấp tỉnh + cấp xã); a difference is only pointed at (`holds` None), once per row
and only where the wordings agree closely.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from extract.facts import AppendixRow, Quantity
from extract.relate.found import Found
from patterns.terms import levels, terms

#: How much of what is counted stands in the label, and of the label in what is counted or its sentence.
_ENOUGH_OF_BODY = 0.66
_ENOUGH_OF_ROW = 0.5
#: The same where the values differ: only a close wording is worth pointing at.
_CLOSE_OF_BODY = 0.85
_CLOSE_OF_ROW = 0.6
_MARGIN = 0.08
#: Words that turn a meaning round: both sides must have them or neither.
_POLAR = frozenset(["chưa", "không", "quá", "trễ", "đang", "kỷ", "bãi", "cắt", "tinh", "tồn"])
_LEVEL_TERMS = frozenset(["tỉnh", "huyện", "xã", "phường", "quận", "thị", "trấn", "ủy", "ban", "nhân", "dân"])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stated:
    """A number of the body with what it counts."""

    fact: Quantity
    value: float
    own: frozenset[str]
    context: frozenset[str]
    levels: frozenset[str]
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """A number of the body and the row that fits it."""

    stated: _Stated
    row: AppendixRow
    of_body: float
    of_row: float


def check_annex(quantities: Sequence[Quantity], rows: Sequence[AppendixRow]) -> list[Found]:
    """One check per number of the body that has its row in the annex."""
    candidates = [r for r in rows if r.label and r.value is not None and r.value_kind in ("number", "percent")]
    if not candidates:
        return []
    labels = {row.fact_id: terms(row.label or "") for row in candidates}
    sections = {row.fact_id: terms(row.section_title or "") for row in candidates}
    frequency: dict[str, int] = {}
    for found in labels.values():
        for term in found:
            frequency[term] = frequency.get(term, 0) + 1
    weight = {term: math.log(1 + len(candidates) / count) for term, count in frequency.items()}
    unseen = math.log(1 + len(candidates))
    pairs: dict[str, list[_Pair]] = {}
    for stated in _stated(quantities):
        pair = _best(stated, candidates, labels, sections, weight, unseen)
        if pair is not None:
            pairs.setdefault(pair.row.fact_id, []).append(pair)
    return [found for row in candidates if row.fact_id in pairs for found in _of_row(pairs[row.fact_id])]


def _of_row(pairs: Sequence[_Pair]) -> list[Found]:
    """What the numbers of the body that fit one row say about it."""
    equal = [pair for pair in pairs if pair.stated.value == pair.row.value]
    if equal:
        return [_agrees(equal[0])]
    close = [p for p in pairs if p.of_body >= _CLOSE_OF_BODY and p.of_row >= _CLOSE_OF_ROW]
    if len(close) > 1 and sum(p.stated.value for p in close) == close[0].row.value:
        return [_adds_up(close)]
    return [_differs(max(close, key=lambda p: p.of_body + p.of_row))] if close else []


def _stated(quantities: Sequence[Quantity]) -> list[_Stated]:
    context: dict[str, str] = {}
    found: list[_Stated] = []
    for fact in quantities:
        if fact.in_table or fact.value is None or fact.value_max is not None or fact.direction or not fact.counted:
            continue
        if fact.kind not in ("count", "ratio", "percent") or fact.comparator or fact.rule == "zero":
            continue
        around = context.setdefault(fact.statement or "", fact.counted)
        phrase = f"{fact.unit or ''} {fact.counted}".replace("%", "")
        named = levels(phrase) or levels(around)
        whole = None
        if fact.kind == "ratio":
            phrase, _, whole = phrase.partition(" trên tổng số ")
        value = fact.numerator if fact.kind == "ratio" else fact.value
        if value is not None:
            found.append(
                _Stated(
                    fact=fact,
                    value=value,
                    own=terms(phrase),
                    context=terms(around),
                    levels=named,
                    shown=fact.surface or "",
                )
            )
        if whole and fact.denominator is not None:
            found.append(
                _Stated(
                    fact=fact,
                    value=fact.denominator,
                    own=terms(whole),
                    context=frozenset(),
                    levels=named,
                    shown=fact.surface or "",
                )
            )
    return found


def _best(
    stated: _Stated,
    rows: Sequence[AppendixRow],
    labels: dict[str, frozenset[str]],
    sections: dict[str, frozenset[str]],
    weight: dict[str, float],
    unseen: float,
) -> _Pair | None:
    """The row that is the same indicator; None if none is, or two with different values are."""
    ranked: list[_Pair] = []
    own = stated.own - _LEVEL_TERMS
    whole = sum(weight.get(t, unseen) for t in own)
    if len(own) < 2 or not whole:
        return None
    percent = stated.fact.kind == "percent"
    for row in rows:
        label = labels[row.fact_id]
        if (row.value_kind == "percent" or row.unit == "%") != percent:
            continue
        common = own & label
        if len(common) < 2 or (own ^ label) & _POLAR:
            continue
        of_body = sum(weight[t] for t in common) / whole
        if of_body < _ENOUGH_OF_BODY:
            continue
        row_levels = levels(row.label or "")
        if row_levels and stated.levels and not row_levels & stated.levels:
            continue
        needed = label - _LEVEL_TERMS - sections[row.fact_id]
        total = sum(weight[t] for t in needed) or 1.0
        of_row = sum(weight[t] for t in needed if t in own or t in stated.context) / total
        if of_row < _ENOUGH_OF_ROW:
            continue
        ranked.append(_Pair(stated=stated, row=row, of_body=of_body, of_row=of_row))
    if not ranked:
        return None
    ranked.sort(key=lambda pair: (-pair.of_body - pair.of_row, pair.row.row_no))
    enough = ranked[0].of_body + ranked[0].of_row - _MARGIN
    nearly = [pair for pair in ranked if pair.of_body + pair.of_row > enough]
    if len({pair.row.value for pair in nearly}) > 1:
        return next((pair for pair in nearly if pair.row.value == stated.value), None)
    return ranked[0]


def _place(row: AppendixRow) -> str:
    return f"“{(row.label or '').strip(' :-')}”"


def _found(holds: bool | None, pairs: Sequence[_Pair], message: str) -> Found:
    row = pairs[0].row
    return Found(
        kind="body_vs_appendix", holds=holds, stated=sum(p.stated.value for p in pairs), expected=row.value,
        facts=(*(p.stated.fact.fact_id for p in pairs), row.fact_id), message=message,
    )  # fmt: skip


def _agrees(pair: _Pair) -> Found:
    return _found(True, [pair], f"Phần lời nêu {pair.stated.shown}, khớp với phụ lục tại {_place(pair.row)}.")


def _adds_up(pairs: Sequence[_Pair]) -> Found:
    terms_shown = " + ".join(p.stated.shown for p in pairs)
    return _found(
        True,
        pairs,
        f"Phần lời nêu {terms_shown}, cộng lại khớp với {pairs[0].row.value_raw} tại {_place(pairs[0].row)}.",
    )


def _differs(pair: _Pair) -> Found:
    return _found(
        None, [pair],
        f"Phần lời nêu {pair.stated.shown} ({pair.stated.fact.counted}), phụ lục ghi {pair.row.value_raw} tại {_place(pair.row)};"
        " có thể khác phạm vi tính.",
    )  # fmt: skip
