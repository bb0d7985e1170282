"""What the page's script has to know: every column of every fact, what the columns mean, and the words of both languages."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import Any

from markupsafe import Markup

from extract.facts import DOCUMENT_TABLES
from extract.view.kinds import KIND_OF_TABLE, Tables
from extract.view.words import words

_LEFT_OUT = ("doc_id", "boxes")
#: What ends a script, begins a comment in one, or is a line break to old JavaScript, as JSON may write it.
_ESCAPED = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def data(tables: Tables) -> Markup:
    """JSON that stands in a script element."""
    content: dict[str, Any] = {"tables": {}, "words": {key: [said.vi, said.en] for key, said in words().items()}}
    for table in (*KIND_OF_TABLE, "checks"):
        fields = [field for field in dataclasses.fields(DOCUMENT_TABLES[table]) if field.name not in _LEFT_OUT]
        content["tables"][table] = {
            "columns": [field.name for field in fields],
            "meaning": [[field.metadata["vi"], field.metadata["en"]] for field in fields],
            "rows": [[_value(getattr(row, field.name)) for field in fields] for row in tables.get(table, ())],
        }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_ESCAPED))


def _value(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
