"""What a gold file may say: the columns of each table with their types, and what must hold between its lines (METRIC.md, "Gold")."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

Line = dict[str, Any]
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def _text(value: Any) -> bool:
    return isinstance(value, str) and value == unicodedata.normalize("NFC", value) and value.strip() == value != ""


def _number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _date(value: Any) -> bool:
    try:
        return isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(_text(item) for item in value)


def _one_of(*allowed: str) -> Callable[[Any], bool]:
    return lambda value: value in allowed


def _match(pattern: re.Pattern[str]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


def _truth(value: Any) -> bool:
    return isinstance(value, bool)


def _any(value: Any) -> bool:
    return True


Checks = dict[str, Callable[[Any], bool]]
_PLACE: Checks = {"surface": _text, "section": _text, "in_table": _truth}
_COMMON: Checks = {"table": _text, "n": _whole, "optional": _truth, "also": lambda value: isinstance(value, dict)}
_KINDS = ("number", "percent", "boolean", "enum", "text", "blank")

#: Table → column → whether a value (not null) is one. A column that is not here is no column of gold.
COLUMNS: dict[str, Checks] = {
    "documents": dict.fromkeys(
        ("code_number", "code_notation", "number", "place", "organ_name", "parent_organ", "type_name", "subject", "signer_position",
         "signer_name", "basis", "attached_to"), _text,
    ) | {"issued_on": _date, "period_start": _date, "period_end": _date, "recipients": _whole, "signed_at": _text, "subject_fingerprint": _match(_FINGERPRINT)},
    "citations": _PLACE | {
        "form": _one_of("full", "short", "named", "self"), "type": _text, "number": _text, "number_raw": _text, "sequence": _whole, "suffix": _text,
        "year": _whole, "type_code": _text, "issuer_code": _text, "issued_on": _date, "issued_on_source": _one_of("after", "before", "shared"),
        "issuer": _text, "issuers": _texts, "issuer_source": _one_of("after", "before", "shared", "lead_in"), "title": _text, "article": _text,
        "relation": _one_of("basis", "implements", "issues", "guides", "amends", "replaces", "repeals", "attached", "evidence", "mentions"),
        "nested_in": _text, "antecedent": _text, "instrument": _text,
    },
    "quantities": _PLACE | {
        "kind": _one_of("count", "percent", "percent_point", "ratio", "money", "duration", "measure"), "value": _number, "value_max": _number,
        "value_raw": _text, "numerator": _number, "denominator": _number, "unit": _text, "currency": _text, "money_vnd": _number,
        "comparator": _one_of(">", "<", "≥", "≤", "≈"), "direction": _one_of("up", "down"), "counted": _text,
    },
    "appendix_rows": {
        "table_order": _whole, "row_no": _whole, "section_no": _text, "section_title": _text, "section_row": _truth, "item_no": _text, "label": _text,
        "label_fingerprint": _match(_FINGERPRINT), "unit": _text, "value_raw": _text, "value": _number, "value_kind": _one_of(*_KINDS), "note": _text,
        "note_fingerprint": _match(_FINGERPRINT),
    },
    "appendix_values": {
        "table_order": _whole, "row_no": _whole, "header_path": _texts, "header_fingerprint": _match(_FINGERPRINT), "value_raw": _text, "value": _number,
        "value_kind": _one_of(*_KINDS), "role": _text,
    },
    "entities": _PLACE | {"label": _one_of("ORG", "LOC", "PER", "PROGRAMME"), "name": _text, "unit_code": _text},
    "checks": _PLACE | {"kind": _text, "holds": _truth, "stated": _number, "expected": _number},
    "paragraphs": {"text": _text, "kind": _text},
    "cells": {"table_order": _whole, "row_no": _whole, "column_no": _whole, "column_span": _whole, "row_span": _whole, "text": lambda v: isinstance(v, str)},
}  # fmt: skip

#: Tables whose facts are found again by a column (or their surface where it is null), and by how often it stood there before.
ANCHORED = {"citations": "number", "quantities": "value_raw", "entities": "surface"}

#: Columns that every line of the table states, be it with null.
NEEDED: dict[str, tuple[str, ...]] = {
    "documents": ("type_name",),
    "citations": ("n", "surface", "form", "type", "number", "issued_on", "issuer", "in_table"),
    "quantities": ("n", "surface", "kind", "unit", "value_raw", "in_table"),
    "appendix_rows": ("value_raw", "value_kind"),
    "appendix_values": ("row_no", "value_raw", "value_kind"),
    "entities": ("n", "surface", "label"),
    "checks": ("kind", "holds"),
    "paragraphs": ("n", "text"),
    "cells": ("row_no", "column_no", "text"),
}


def faults(lines: Sequence[Line]) -> list[str]:
    """What is wrong with a gold file, one sentence each; none for a good one."""
    if not lines or lines[0].get("table") != "about":
        return ["line 1: it must be the `about` line"]
    found = [f"line 1: {text}" for text in _about(lines[0])]
    seen: Counter[tuple[str, str]] = Counter()
    for number, line in enumerate(lines[1:], 2):
        found += [f"line {number}: {text}" for text in _line(line)]
        table = str(line.get("table"))
        if table in ANCHORED:
            key = anchor(line)
            seen[table, key] += 1
            if line.get("n") != seen[table, key]:
                found.append(
                    f"line {number}: n is {line.get('n')}, but {key!r} stands there the {seen[table, key]}. time"
                )
    return found


def anchor(line: Line) -> str:
    """What a fact is found again by, beside its place in the order."""
    return str(line.get(ANCHORED[line["table"]]) or line.get("surface"))


def _about(line: Line) -> Iterator[str]:
    if line.get("kind") not in ("constructed", "hand"):
        yield f"kind is {line.get('kind')!r}"
    if line.get("part") not in ("development", "test"):
        yield f"part is {line.get('part')!r}"
    if not _text(line.get("name")):
        yield "it has no name"
    forms = line.get("forms")
    if not isinstance(forms, dict) or not forms:
        yield "it names no file"
    else:
        for form, says in forms.items():
            if not _text(says.get("file")) or not _match(_SHA256)(says.get("sha256")):
                yield f"form {form} lacks a file or a sha256"
    yield from (f"complete names {name!r}" for name in line.get("complete", ()) if name not in COLUMNS)


def _line(line: Line) -> Iterator[str]:
    table = line.get("table")
    if table not in COLUMNS:
        yield f"there is no table {table!r}"
        return
    known = COLUMNS[table] | _COMMON
    for column, value in line.items():
        if column not in known:
            yield f"{table} has no column {column}"
        elif value is not None and not known[column](value):
            yield f"{column} cannot be {value!r}"
    yield from (f"{column} is not stated" for column in NEEDED[table] if column not in line)
    yield from (f"also speaks of {column}, which the line does not state" for column in line.get("also", {}) if column not in line)  # fmt: skip
