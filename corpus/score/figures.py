"""Counts of one document and table, and their sums: what was found, how much of it is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from corpus.score.columns import INSTANCE, key_of, right, stated
from corpus.score.gold import Gold, Line
from corpus.score.pairing import Pairs, by_key, by_sequence, words_shared
from corpus.score.predict import Predicted, Row
from corpus.score.texts import plain, unspaced

#: Grades of a fact, best first; what `--against` compares.
GRADES = ("strict", "instance", "soft", "missed")
TABLES = (
    "documents", "citations", "instruments", "quantities", "appendix_rows", "appendix_values", "entities", "checks", "paragraphs", "cells",
)  # fmt: skip
_SEQUENTIAL = ("appendix_rows", "appendix_values", "paragraphs", "cells")


@dataclass(slots=True)
class Figures:
    """Counts; `fields` holds right and stated of each column; `grades` the grade of each fact that is not strict."""

    expected: int = 0
    predicted: int = 0
    found: int = 0
    instance: int = 0
    strict: int = 0
    optional: int = 0
    open: int = 0
    fields: dict[str, list[int]] = field(default_factory=dict)
    grades: dict[str, str] = field(default_factory=dict)

    def __iadd__(self, other: Figures) -> Figures:
        for name in ("expected", "predicted", "found", "instance", "strict", "optional", "open"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for column, (good, all_) in other.fields.items():
            mine = self.fields.setdefault(column, [0, 0])
            mine[0] += good
            mine[1] += all_
        self.grades |= other.grades
        return self

    def rates(self, grade: str = "found") -> tuple[float | None, float | None, float | None]:
        """Precision (None where the gold is not complete), recall and F1 of `found`, `instance` or `strict`."""
        good = getattr(self, grade)
        recall = good / self.expected if self.expected else None
        if self.open or not self.predicted:
            return None, recall, None
        precision = good / self.predicted
        both = precision + (recall or 0)
        return precision, recall, 2 * precision * (recall or 0) / both if both else 0.0


def measure(gold: Gold, predicted: Predicted, prefix: str) -> dict[str, Figures]:
    """The figures of one form of one document, by table; `prefix` begins the names of its facts."""
    return {table: _table(gold, predicted, table, prefix) for table in TABLES if _has(gold, table)}


def _has(gold: Gold, table: str) -> bool:
    if table == "instruments":
        return any("instrument" in line for line in gold.facts.get("citations", ()))
    return table in gold.facts


def _table(gold: Gold, predicted: Predicted, table: str, prefix: str) -> Figures:
    lines = gold.facts["citations" if table == "instruments" else table]
    if table == "documents":
        return _header(lines[0], predicted, prefix)
    if table in ("paragraphs", "cells"):
        return _texts(lines, predicted, table, prefix)
    if table == "instruments":
        from corpus.score.clusters import measure_clusters  # counts with the class above

        mentions = predicted.tables.get("citations", [])
        return measure_clusters(lines, mentions, pair(lines, mentions, "citations"), predicted.resolved, prefix)
    rows = _named(predicted.tables.get(table, []), table)
    if table == "checks":
        rows = [row for row in rows if row.get("holds") is False]
    pairs = pair(lines, rows, table)
    return _count(lines, rows, pairs, table, prefix, complete=table in gold.complete)


def _named(rows: list[Row], table: str) -> list[Row]:
    """Where a column points at another fact by its id, the number or surface that the gold uses instead."""
    if table != "citations":
        return rows
    known = {row.get("fact_id"): row for row in rows}
    made = []
    for row in rows:
        changed = dict(row)
        for column, told in (("antecedent", "number"), ("nested_in", "surface")):
            target = known.get(row.get(column)) if row.get(column) else None
            changed[column] = target.get(told) if target else None
        made.append(changed)
    return made


def pair(lines: list[Line], rows: list[Row], table: str) -> Pairs:
    """One-to-one pairs of gold lines and predicted rows."""
    keys, theirs = [key_of(table, line) for line in lines], [key_of(table, row) for row in rows]

    def alike(i: int, j: int) -> float:
        line, row = lines[i], rows[j]
        judged = [c for c in stated(line) if c in (*INSTANCE[table], "section", "surface", "in_table", "item_no")]
        return sum(right(line, row, c) for c in judged)

    if table in _SEQUENTIAL:
        return sorted(by_sequence(keys, theirs, lambda i, j: alike(i, j) if _near(lines[i], rows[j]) else 0.0))
    pairs = by_key(keys, theirs, alike)
    left = [i for i in range(len(lines)) if i not in {i for i, _ in pairs}]
    over = [j for j in range(len(rows)) if j not in {j for _, j in pairs}]
    if table != "checks" and left and over:

        def overlap(i: int, j: int) -> float:
            return words_shared(plain(str(lines[left[i]].get("surface"))), plain(str(rows[over[j]].get("surface"))))

        pairs += [(left[i], over[j]) for i, j in _rest(len(left), len(over), overlap)]
    return sorted(pairs)


def _rest(rows: int, columns: int, score: Callable[[int, int], float]) -> Pairs:
    from corpus.score.pairing import ordered

    return ordered(rows, columns, score) if rows * columns <= 250_000 else []


def _near(line: Line, row: Row) -> bool:
    """Rows with one of label, value or printed number in common may be a pair."""
    label = "label_fingerprint" if "label_fingerprint" in line else "label"
    return (label in line and right(line, row, label)) or (
        line.get("value_raw") is not None and right(line, row, "value_raw")
    )


def _count(lines: list[Line], rows: list[Row], pairs: Pairs, table: str, prefix: str, *, complete: bool) -> Figures:
    made = Figures(predicted=len(rows), open=0 if complete else 1)
    partner = dict(pairs)
    names: Counter[str] = Counter()
    for number, line in enumerate(lines):
        key = key_of(table, line)
        names[key] += 1
        found = partner.get(number)
        if line.get("optional"):
            made.optional += 1
            made.predicted -= found is not None
            continue
        made.expected += 1
        grade = "missed"
        if found is not None:
            made.found += 1
            verdicts = {column: right(line, rows[found], column) for column in stated(line)}
            for column, good in verdicts.items():
                cell = made.fields.setdefault(column, [0, 0])
                cell[0] += good
                cell[1] += 1
            instance = all(verdicts[c] for c in INSTANCE[table] if c in verdicts)
            grade = "strict" if all(verdicts.values()) else "instance" if instance else "soft"
            made.instance += instance
            made.strict += grade == "strict"
            wrong = [column for column, good in verdicts.items() if not good]
            if wrong:
                grade = f"{grade}: {', '.join(wrong)}"
        if grade != "strict":
            made.grades[f"{prefix}/{table}/{key}#{names[key]}"] = grade
    if complete:
        taken = {j for _, j in pairs}
        extra: Counter[str] = Counter()
        for number, row in enumerate(rows):
            if number not in taken:
                extra[key_of(table, row)] += 1
                made.grades[f"{prefix}/{table}/+{key_of(table, row)}#{extra[key_of(table, row)]}"] = "spurious"
    return made


def _header(line: Line, predicted: Predicted, prefix: str) -> Figures:
    """Header fields: each field is a fact; `strict` counts documents with all fields right."""
    made = Figures(expected=1, predicted=1, found=int(bool(predicted.header)))
    wrong = []
    for column in stated(line):
        good = bool(predicted.header) and right(line, predicted.header, column)
        cell = made.fields.setdefault(column, [0, 0])
        cell[0] += good
        cell[1] += 1
        if not good:
            wrong.append(column)
    made.instance = made.strict = int(not wrong)
    if wrong:
        made.grades[f"{prefix}/documents/header#1"] = f"soft: {', '.join(wrong)}" if predicted.header else "missed"
    return made


def _texts(lines: list[Line], predicted: Predicted, table: str, prefix: str) -> Figures:
    blocks = predicted.tables.get("blocks", [])
    rows = [unspaced(str(b.get("text") or "")) for b in blocks if (b.get("kind") == "cell") == (table == "cells")]
    wanted = [unspaced(str(line["text"])) for line in lines]
    if table == "paragraphs":
        rows, keep = [r for r in rows if r], [w for w in wanted if w]
    else:
        keep = wanted
    pairs = by_sequence(keep, rows, lambda i, j: 0.0)
    made = Figures(
        expected=len(keep),
        predicted=len(rows),
        found=len(pairs),
        instance=len(pairs),
        strict=len(pairs),
        open=1 if table == "paragraphs" else 0,
    )
    got = {i for i, _ in pairs}
    for number in range(len(keep)):
        if number not in got:
            made.grades[f"{prefix}/{table}/#{number + 1}"] = "missed"
    return made
