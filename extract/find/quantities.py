"""Quantities of running text and of text cells: what `patterns` reads in a sentence becomes facts.

In: a document, its header row and its citations. Out: `quantities` rows in reading order. Citations, letterhead and
closing are no place for quantities; a cell that is only a number is left to the indicator tables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document import Block, Document
from extract.facts import Citation, DocumentRow, Quantity, ground
from extract.find.cells import leading_codes, text_cells
from extract.find.counted import counted_of
from extract.find.statements import Statements
from extract.find.times import Times
from patterns.amounts import Amount, find_amounts
from patterns.numbers import Style, number_style
from patterns.qualifiers import qualifiers_of
from patterns.spoken import find_spoken
from patterns.zeros import find_zeros

_ROUND = str.maketrans("[]", "()")
_DIGIT = re.compile(r"\d")


def find_quantities(document: Document, header: DocumentRow, citations: Sequence[Citation]) -> list[Quantity]:
    """The quantities of a document, in reading order."""
    cited: dict[str, list[tuple[int, int]]] = {}
    numbered: dict[str, list[tuple[int, int]]] = {}
    for citation in citations:
        if citation.block and citation.char_start is not None and citation.char_end is not None:
            span = (citation.char_start, citation.char_end)
            cited.setdefault(citation.block, []).append(span)
            if citation.form != "named":  # a name may be the subject of a sentence, a number never
                numbered.setdefault(citation.block, []).append(span)
    style = number_style(block.text for block in document.blocks)
    cells = text_cells(document)
    for path, span in leading_codes(document).items():
        cited.setdefault(path, []).append(span)
    times = Times(header)
    statements = Statements(document.doc_id)
    found: list[Quantity] = []
    for block in document.blocks:
        if block.kind == "heading":
            times.heading(block)
        outside = block.zone in ("letterhead", "closing") and block.kind != "footnote"
        if outside or (block.kind == "cell" and block.path not in cells):
            continue
        amounts = amounts_of(block, cited.get(block.path, ()), style)
        statements.block(block, amounts)
        if amounts:
            found.extend(_facts(document, block, amounts, numbered.get(block.path, ()), times, statements))
    return found


def amounts_of(block: Block, masked: Sequence[tuple[int, int]], style: Style) -> list[Amount]:
    """The amounts of a block, in order and without overlaps."""
    text, heading = block.text, block.kind == "heading"
    amounts = find_amounts(text, masked=masked, style=style, strict=heading) if _DIGIT.search(text) else []
    words = [] if heading else [*find_zeros(text), *find_spoken(text)]
    if not words:
        return amounts
    taken = [*masked, *((a.start, a.end) for a in amounts)]
    free = [w for w in words if not any(start < w.end and w.start < end for start, end in taken)]
    return sorted([*amounts, *free], key=lambda a: a.start)


def _blank(text: str, masked: Sequence[tuple[int, int]]) -> str:
    """The text with these spans as `¤` and all brackets round, every character in its place."""
    text = text.translate(_ROUND)
    for start, end in masked:
        text = text[:start] + "¤" * (end - start) + text[end:]
    return text


def _facts(
    document: Document,
    block: Block,
    amounts: Sequence[Amount],
    masked: Sequence[tuple[int, int]],
    times: Times,
    statements: Statements,
) -> list[Quantity]:
    text, spans = _blank(block.text, masked), statements.spans
    lowered = text.lower() if len(text.lower()) == len(text) else text
    counted: list[str | None] = []
    facts: list[Quantity] = []
    for index, amount in enumerate(amounts):
        counted.append(counted_of(text, spans, amounts, index, counted))
        floor, ceiling = spans.statement(amount.start)
        nearest = max(floor, amounts[index - 1].end if index else 0)
        period = times.period(block, spans, amount.start, amount.end)
        facts.append(
            Quantity(
                **ground(document, block, amount.start, amount.end, table="quantities", rule=amount.rule),
                doubtful=amount.doubtful,
                kind=amount.kind,
                value=amount.value,
                value_max=amount.value_max,
                value_raw=amount.raw,
                numerator=amount.numerator,
                denominator=amount.denominator,
                unit=amount.unit,
                currency=amount.currency,
                money_vnd=amount.value if amount.currency == "VND" and amount.kind == "money" else None,
                comparator=amount.comparator,
                direction=amount.direction,
                counted=counted[index],
                period_label=period.label if period else None,
                period_start=period.start if period else None,
                period_end=period.end if period else None,
                qualifiers=qualifiers_of(lowered, amount.start, amount.end, floor, ceiling, nearest),
                statement=statements.of(amount.start),
            )
        )
    return facts
