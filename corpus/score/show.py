"""Prints a score: a table per fact kind, field by field, and per document; for the terminal and for RESULTS.md alike."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.score.figures import TABLES, Figures
from corpus.score.run import Score


def lines(score: Score, *, fields: bool = True) -> Iterator[str]:
    """Markdown lines of a score, constructed and hand gold apart."""
    for kind, named in (("constructed", "Constructed documents"), ("hand", "Documents labelled by hand")):
        tables = [table for table in TABLES if (kind, table) in score.totals]
        if not tables:
            continue
        yield f"## {named}"
        yield ""
        yield "| facts | expected | predicted | found P | found R | found F1 | instance R | strict R | strict F1 | optional |"
        yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
        for table in tables:
            yield _row(table, score.totals[kind, table])
        yield ""
        if fields:
            yield from _fields(score, kind, tables)
        yield from _documents(score, kind)
    if score.failed:
        yield "Failed (all their facts count as missed):"
        yield ""
        yield from (f"- {line}" for line in score.failed)
        yield ""
    if score.absent:
        yield f"Not scored, the documents are not here: {', '.join(sorted({a.split('/')[0] for a in score.absent}))}."
        yield ""


def _row(name: str, made: Figures) -> str:
    precision, recall, both = made.rates()
    _, instance, _ = made.rates("instance")
    _, strict, strict_both = made.rates("strict")
    cells = [name, str(made.expected), "–" if made.open else str(made.predicted), _rate(precision), _rate(recall, made.found), _rate(both),
             _rate(instance, made.instance), _rate(strict, made.strict), _rate(strict_both), str(made.optional or "")]  # fmt: skip
    return f"| {' | '.join(cells)} |"


def _rate(value: float | None, count: int | None = None) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if count is None else f"{value:.3f} ({count})"


def _fields(score: Score, kind: str, tables: list[str]) -> Iterator[str]:
    yield "Columns of the facts found, right/stated:"
    yield ""
    for table in tables:
        made = score.totals[kind, table].fields
        if made:
            yield f"- {table}: " + ", ".join(f"{column} {good}/{all_}" for column, (good, all_) in made.items())
    yield ""


def _documents(score: Score, kind: str) -> Iterator[str]:
    yield "| document | form | header | citations | quantities | rows | names | paragraphs | cells |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|--:|"
    for (name, form), tables in score.documents.items():
        if score.kinds[name] != kind:
            continue
        header = tables.get("documents")
        shown = [f"{sum(g for g, _ in header.fields.values())}/{len(header.fields)}" if header else ""]
        shown += [
            _short(tables.get(table))
            for table in ("citations", "quantities", "appendix_rows", "entities", "paragraphs", "cells")
        ]
        yield f"| {name} | {form} | {' | '.join(shown)} |"
    yield ""


def _short(made: Figures | None) -> str:
    """Strictly right / instance / found / expected, and spurious ones after a plus."""
    if made is None:
        return ""
    if made.found == made.instance == made.strict:
        text = f"{made.strict}/{made.expected}"
    else:
        text = f"{made.strict} · {made.instance} · {made.found}/{made.expected}"
    over = made.predicted - made.found
    return f"{text} +{over}" if over and not made.open else text
