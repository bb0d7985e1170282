"""A mention as the archive steps carry it about: what makes an instrument of mentions, and no more, for there are millions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from extract.facts import Citation, DocumentRow
from extract.relate.identify import Key, key_of
from extract.relate.places import Places


class Mention(NamedTuple):
    """A row of `citations`, cut; `cited_on` is the date of the document it stands in."""

    fact_id: str
    doc_id: str
    form: str
    number: str | None
    year: int | None
    issued_on: dt.date | None
    issuer: str | None
    issuer_code: str | None
    issuer_from_symbol: str | None
    title: str | None
    relation: str | None
    nested_in: str | None
    antecedent: str | None
    cited_on: dt.date | None


#: The columns of `citations` that a mention and its key are made from.
COLUMNS = (*(name for name in Mention._fields if name != "cited_on"), "type", "type_code", "issuers", "rule")

#: A mention, and how its instrument was told.
Told = tuple[Mention, str]


def keyed(document: DocumentRow | None, places: Places, citations: Iterable[Citation]) -> Iterator[tuple[Mention, Key]]:
    """The mentions of a document that name something, each with the key it states, in order of fact_id."""
    cited_on = document.issued_on if document is not None else None
    for one in sorted(citations, key=attrgetter("fact_id")):
        key = key_of(one, document, places)
        if key is not None:
            yield (
                Mention(
                    one.fact_id, one.doc_id, one.form, one.number, one.year, one.issued_on, one.issuer, one.issuer_code,
                    one.issuer_from_symbol, one.title, one.relation, one.nested_in, one.antecedent, cited_on,
                ),
                key,
            )  # fmt: skip


def by_document(
    documents: Iterable[DocumentRow], citations: Sequence[Citation]
) -> Iterator[tuple[str, DocumentRow | None, list[Citation]]]:
    """Each document with its citations, in order; one that is not listed has only these."""
    known = {document.doc_id: document for document in documents}
    ordered = sorted(citations, key=attrgetter("doc_id"))
    rows = {doc_id: list(group) for doc_id, group in groupby(ordered, key=attrgetter("doc_id"))}
    for doc_id in sorted({*known, *rows}):
        yield doc_id, known.get(doc_id), rows.get(doc_id, [])
