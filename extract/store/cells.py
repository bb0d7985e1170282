"""Values as cells of a CSV file: one flat text or number each, and none that a spreadsheet takes for a formula."""

from __future__ import annotations

import json
from typing import Any

#: What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(value: Any) -> Any:
    """A cell of a CSV file: a text that a spreadsheet would take for a formula is marked as text by an apostrophe."""
    value = flat(value)
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA) else value


def flat(value: Any) -> Any:
    """A value for one cell: lists of texts joined, nested values as JSON."""
    if isinstance(value, list):
        return (
            "; ".join(value) if all(isinstance(item, str) for item in value) else json.dumps(value, ensure_ascii=False)
        )
    return value
