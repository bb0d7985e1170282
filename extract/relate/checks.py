"""Everything in a report that can be recomputed: percentages, sums, dates, body against annex.

In: a document and its facts. Out: `checks` rows. `holds` is False only where the text itself leaves no other reading;
where scopes may differ it is None, and the message says what is at odds. Each kind of check is one function below.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extract.document import Document
from extract.facts import AppendixRow, AppendixValue, Check, Citation, DocumentRow, Quantity
from extract.ids import short_hash
from extract.relate.check_annex import check_annex
from extract.relate.check_citations import check_citations
from extract.relate.check_ratios import check_ratios
from extract.relate.check_tables import check_tables
from extract.relate.check_totals import check_totals
from extract.relate.found import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that the checks may look at."""

    document: Document
    header: DocumentRow
    citations: Sequence[Citation]
    quantities: Sequence[Quantity]
    rows: Sequence[AppendixRow]
    values: Sequence[AppendixValue]


#: The checks, in the order their rows are written.
CHECKS: tuple[Callable[[Facts], list[Found]], ...] = (
    lambda f: check_ratios(f.document, f.quantities),
    lambda f: check_totals(f.document, f.quantities),
    lambda f: check_tables(f.rows, f.values),
    lambda f: check_annex(f.quantities, f.rows),
    lambda f: check_citations(f.header, f.citations),
)


def find_checks(
    document: Document,
    header: DocumentRow,
    citations: Sequence[Citation],
    quantities: Sequence[Quantity],
    rows: Sequence[AppendixRow],
    values: Sequence[AppendixValue],
) -> list[Check]:
    """The checks of one document; the same facts always give the same rows in the same order."""
    facts = Facts(
        document=document, header=header, citations=citations, quantities=quantities, rows=rows, values=values
    )
    return [
        Check(
            doc_id=document.doc_id,
            fact_id=short_hash(document.doc_id, "checks", found.kind, *found.facts),
            kind=found.kind,
            holds=found.holds,
            stated=found.stated,
            expected=found.expected,
            facts=found.facts,
            message=found.message,
        )
        for check in CHECKS
        for found in check(facts)
    ]
