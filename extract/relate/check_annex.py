"""body_vs_appendix: the number in the body against the same indicator in the annex.

A row is the same indicator if its label holds what the number counts and little else, at the same level of government,
and no other row with another value fits about as well. Wordings differ and so may scopes: agreement is said, also of
several numbers that add up to the row (cấp tỉnh + cấp xã); a difference is only pointed at (`holds` None), once per row
and only where the wordings agree closely.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
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
class _Fit:
    """A row, and how well a wording of the body and its label cover each other."""

    row: AppendixRow
    of_body: float
    of_row: float


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
    index = _Index(candidates)
    pairs: dict[str, list[_Pair]] = {}
    for stated in _stated(quantities):
        pair = _best(stated, index)
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


class _Index:
    """The rows of the annex by the words of their labels."""

    def __init__(self, rows: Sequence[AppendixRow]) -> None:
        self.rows = rows
        self.labels = [terms(row.label or "") for row in rows]
        self.sections = [terms(row.section_title or "") for row in rows]
        self.places: dict[str, list[int]] = {}
        for number, label in enumerate(self.labels):
            for term in label:
                self.places.setdefault(term, []).append(number)
        self._weight = {term: math.log(1 + len(rows) / len(places)) for term, places in self.places.items()}
        self._unseen = math.log(1 + len(rows))
        self._known: dict[tuple[object, ...], list[_Fit]] = {}

    def weight(self, found: Iterable[str]) -> float:
        """How much these words tell; rare ones tell more."""
        return sum(self._weight.get(term, self._unseen) for term in sorted(found))

    def nearly_best(self, stated: _Stated) -> list[_Fit]:
        """The rows that fit a number's wording about as well as the best one, the best first."""
        percent = stated.fact.kind == "percent"
        key = (stated.own, stated.context, stated.levels, percent)
        if key not in self._known:
            self._known[key] = self._find(stated, percent)
        return self._known[key]

    def _within_reach(self, own: frozenset[str], whole: float) -> list[int]:
        """Rows that hold one of the rarest words: without any of them too little of the wording would be left."""
        left = whole
        found: set[int] = set()
        for term in sorted(own, key=lambda term: (-self._weight.get(term, self._unseen), term)):
            found.update(self.places.get(term, ()))
            left -= self._weight.get(term, self._unseen)
            if left < _ENOUGH_OF_BODY * whole - 1e-9:
                break
        return sorted(found)

    def _find(self, stated: _Stated, percent: bool) -> list[_Fit]:
        own = stated.own - _LEVEL_TERMS
        whole = self.weight(own)
        if len(own) < 2 or not whole:
            return []
        ranked: list[_Fit] = []
        for number in self._within_reach(own, whole):
            row, label = self.rows[number], self.labels[number]
            if (row.value_kind == "percent" or row.unit == "%") != percent:
                continue
            common = own & label
            if len(common) < 2 or (own ^ label) & _POLAR:
                continue
            of_body = self.weight(common) / whole
            if of_body < _ENOUGH_OF_BODY:
                continue
            row_levels = levels(row.label or "")
            if row_levels and stated.levels and not row_levels & stated.levels:
                continue
            needed = label - _LEVEL_TERMS - self.sections[number]
            of_row = self.weight(t for t in needed if t in own or t in stated.context) / (self.weight(needed) or 1.0)
            if of_row >= _ENOUGH_OF_ROW:
                ranked.append(_Fit(row=row, of_body=of_body, of_row=of_row))
        ranked.sort(key=lambda fit: (-fit.of_body - fit.of_row, fit.row.row_no))
        enough = ranked[0].of_body + ranked[0].of_row - _MARGIN if ranked else 0.0
        return [fit for fit in ranked if fit.of_body + fit.of_row > enough]


def _best(stated: _Stated, index: _Index) -> _Pair | None:
    """The row that is the same indicator; None if none is, or two with different values are."""
    nearly = index.nearly_best(stated)
    if not nearly:
        return None
    best: _Fit | None = nearly[0]
    if len({fit.row.value for fit in nearly}) > 1:
        best = next((fit for fit in nearly if fit.row.value == stated.value), None)
    return _Pair(stated=stated, row=best.row, of_body=best.of_body, of_row=best.of_row) if best else None


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
