"""What the program under measure says of a document, as plain rows: the adapter to `baocao.extract`, and room for others."""

from __future__ import annotations

import dataclasses
import datetime as dt
import importlib
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Row = dict[str, Any]
#: Takes a file, gives an object with DataFrames (or lists of rows) as attributes and a `header`.
Extract = Callable[[Path], Any]

_TABLES = ("citations", "quantities", "appendix_rows", "appendix_values", "entities", "checks", "blocks")


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicted:
    """Rows by table in reading order, the header fields, which instrument each mention (`fact_id`) was taken for, the seconds
    it took, and the error if there was one."""

    tables: dict[str, list[Row]] = field(default_factory=dict)
    header: Row = field(default_factory=dict)
    resolved: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    error: str | None = None


def engine(name: str = "baocao:extract") -> Extract:
    """The function under measure, `module:function`."""
    module, _, function = name.partition(":")
    found: Extract = getattr(importlib.import_module(module), function)
    return found


def predict(extract: Extract, path: Path) -> Predicted:
    """Runs it on one file; an exception is a failure, not the end of the score."""
    began = time.perf_counter()
    try:
        report = extract(path)
    except Exception as error:
        return Predicted(error=f"{type(error).__name__}: {error}", seconds=time.perf_counter() - began)
    seconds = time.perf_counter() - began
    tables = {name: _rows(getattr(report, name, None)) for name in _TABLES}
    return Predicted(
        tables=tables, header=_header(getattr(report, "header", None)), resolved=_resolved(report), seconds=seconds
    )


def _resolved(report: Any) -> dict[str, str]:
    """Mention → instrument, of an archive that holds this document alone."""
    if hasattr(report, "resolved"):
        return dict(report.resolved)
    facts = getattr(report, "facts", None)
    if facts is None:
        return {}
    from extract.relate.instruments import build_index

    return {row.fact_id: row.instrument_id for row in build_index([facts.header], list(facts.citations)).resolutions}


def _rows(table: Any) -> list[Row]:
    if table is None:
        return []
    records = table.to_dict("records") if hasattr(table, "to_dict") else [_header(row) for row in table]
    return [{key: _plain(value) for key, value in record.items()} for record in records]


def _header(row: Any) -> Row:
    if row is None:
        return {}
    if dataclasses.is_dataclass(row) and not isinstance(row, type):
        return {item.name: _plain(getattr(row, item.name)) for item in dataclasses.fields(row)}
    return {key: _plain(value) for key, value in dict(row).items()}


def _plain(value: Any) -> Any:
    """None for all ways to say nothing; dates as ISO text; arrays and tuples as lists."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, (dt.datetime, dt.date)):
        text = value.isoformat()[:10]
        return None if text == "NaT" else text
    if isinstance(value, (str, bool, int, float)):
        return value
    if hasattr(value, "tolist"):
        return _plain(value.tolist())
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if type(value).__name__ in ("NAType", "NaTType"):
        return None
    return value
