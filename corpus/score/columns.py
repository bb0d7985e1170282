"""When a predicted column is right, table by table; which columns identify a fact (METRIC.md, "Figures")."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from corpus.score.gold import KEYS, Line
from corpus.score.predict import Row
from corpus.score.texts import body_name, fingerprint, folded, plain, symbol, unspaced

#: Columns that must be right for an instance, by table.
INSTANCE: dict[str, tuple[str, ...]] = {
    "citations": ("type", "number", "issued_on", "issuer"),
    "quantities": ("kind", "value", "value_max", "numerator", "denominator", "unit"),
    "appendix_rows": ("label", "label_fingerprint", "unit", "value_raw", "value_kind", "section_no"),
    "appendix_values": ("value_raw", "value", "value_kind"),
    "entities": ("label", "surface"),
    "checks": ("kind", "holds"),
    "documents": (),
    "paragraphs": (),
    "cells": (),
}
_ABOUT = re.compile(r"^(?:về việc|về|v/v)\s+")
_ENDS = " .,;:…"
#: A check stands on facts, not on a span of text.
_PLACE = frozenset({"surface", "section", "in_table"})


def _text(left: Any, right: Any) -> bool:
    return plain(str(left)).strip(_ENDS) == plain(str(right)).strip(_ENDS)


def _words(left: Any, right: Any) -> bool:
    return folded(str(left)).strip(_ENDS) == folded(str(right)).strip(_ENDS)


def _body(left: Any, right: Any) -> bool:
    return body_name(str(left)) == body_name(str(right))


def _bodies(left: Any, right: Any) -> bool:
    return sorted(body_name(str(b)) for b in left) == sorted(body_name(str(b)) for b in right)


def _number(left: Any, right: Any) -> bool:
    return symbol(str(left)) == symbol(str(right))


def _title(left: Any, right: Any) -> bool:
    return _ABOUT.sub("", folded(str(left)).strip(_ENDS)) == _ABOUT.sub("", folded(str(right)).strip(_ENDS))


def _float(left: Any, right: Any) -> bool:
    return abs(float(left) - float(right)) <= 1e-6 * max(1.0, abs(float(left)))


def _rounded(left: Any, right: Any) -> bool:
    return abs(float(left) - float(right)) < 0.0101


_SAME: dict[str, Callable[[Any, Any], bool]] = {
    "type": _words, "issuer": _body, "issuers": _bodies, "number": _number, "number_raw": _number, "antecedent": _number, "basis": _number, "title": _title, "subject": _title,
    "organ_name": _body, "parent_organ": _body, "signer_position": _words, "type_name": _words, "unit": _words, "label": _words, "section_title": _words,
    "value": _float, "value_max": _float, "numerator": _float, "denominator": _float, "money_vnd": _float, "stated": _float, "expected": _rounded,
    "header_path": lambda left, right: [folded(str(t)) for t in left] == [folded(str(t)) for t in right], "code_notation": _number, "attached_to": _number,
    "nested_in": _text, "note": lambda left, right: unspaced(str(left)).strip(_ENDS) == unspaced(str(right)).strip(_ENDS),
}  # fmt: skip


def stated(line: Line) -> list[str]:
    """The columns that a gold line states."""
    unjudged = KEYS | _PLACE if line["table"] == "checks" else KEYS
    return [name for name in line if name not in unjudged]


def right(line: Line, row: Row, column: str) -> bool:
    """Whether the predicted row has this column of the gold line right, or one of the readings in `also`."""
    accepted = [line[column], *line.get("also", {}).get(column, [])]
    if column.endswith("_fingerprint"):
        got: Any = row.get(column.removesuffix("_fingerprint"))
        return fingerprint(str(got)) == line[column] if got is not None else False
    got = row.get(column)
    if column == "recipients":
        return isinstance(got, list) and len(got) == line[column]
    return any(_equal(column, value, got) for value in accepted)


def _equal(column: str, value: Any, got: Any) -> bool:
    if got in ("", []) or got is None:
        return value is None or value == []
    if value is None:
        return False
    if isinstance(value, bool) or isinstance(got, bool):
        return bool(value) == bool(got)
    same = _SAME.get(column)
    try:
        if same is not None:
            return same(value, got)
        if isinstance(value, (int, float)):
            return _float(value, got)
    except (TypeError, ValueError):
        return False
    return _text(value, got)


_RAW = re.compile(r"\s*(?:đến|[-–—])\s*")


def key_of(table: str, row: Row) -> str:
    """What a fact is found again by."""
    if table == "citations":
        return symbol(str(row["number"])) if row.get("number") else folded(str(row.get("surface") or ""))
    if table == "quantities":
        raw = folded(str(row.get("value_raw") or row.get("surface") or "")).rstrip("% ")
        return "không có" if raw.startswith("không") else _RAW.sub("-", raw.removeprefix("từ "))
    if table == "entities":
        return folded(str(row.get("surface") or ""))
    if table == "checks":
        told = row.get("stated")
        return f"{row.get('kind')}|{float(told):.10g}" if told is not None else f"{row.get('kind')}|"
    if table == "appendix_values":
        path = row.get("header_path") or [""]
        return f"{row.get('row_no')}|{folded(str(path[-1]))}|{row.get('value_raw')}"
    label = row.get("label_fingerprint") or fingerprint(str(row.get("label") or ""))
    return f"{label}|{row.get('value_raw')}"
