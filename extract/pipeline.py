"""One document, from blocks to facts: the list below, read from top to bottom. And, once documents are many, what the
archive as a whole says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from extract.collector import undisturbed
from extract.document import Document
from extract.facts import (
    AppendixRow,
    AppendixValue,
    Check,
    Citation,
    DocumentRow,
    Entity,
    Fact,
    Names,
    Quantity,
    Row,
    rules_version,
)
from extract.find.citations import find_citations
from extract.find.entities import find_entities
from extract.find.header import find_header
from extract.find.indicators import find_rows
from extract.find.quantities import find_quantities
from extract.gather import NewGather
from extract.grounding import doubted
from extract.relate.antecedents import link_antecedents
from extract.relate.checks import find_checks
from extract.relate.indicators import COLUMNS as INDICATOR_COLUMNS
from extract.relate.indicators import indicator_rows
from extract.relate.instruments import index_rows
from extract.relate.mention import COLUMNS as MENTION_COLUMNS
from extract.relate.seat import local_names
from extract.relate.sketch import sketch
from extract.relate.twins import COLUMNS as TWIN_COLUMNS
from extract.relate.twins import same_as
from extract.relate.units import unit_rows, with_units
from extract.remote import AnyPath
from extract.store.blocks import block_rows

FactT = TypeVar("FactT", bound=Fact)
#: What the archive steps do not want of `documents`.
_NOT_HEADER = frozenset(("sources", "recipients", "warnings", "text_sketch", "number_sketch"))
_HEADER = tuple(column.name for column in fields(DocumentRow) if column.name not in _NOT_HEADER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A document and what has been found in it so far."""

    document: Document
    header: DocumentRow
    citations: tuple[Citation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    appendix_rows: tuple[AppendixRow, ...] = ()
    appendix_values: tuple[AppendixValue, ...] = ()
    entities: tuple[Entity, ...] = ()
    checks: tuple[Check, ...] = ()
    names: Names = "rules"

    def rows(self) -> dict[str, Sequence[Row]]:
        """The rows of every document table."""
        return {
            "documents": (self.header,),
            "blocks": block_rows(self.document),
            "citations": self.citations,
            "quantities": self.quantities,
            "appendix_rows": self.appendix_rows,
            "appendix_values": self.appendix_values,
            "entities": self.entities,
            "checks": self.checks,
        }


def with_header(facts: Facts) -> Facts:
    """Who issued it, when, under which number, about what; beside what the reader knows."""
    document = facts.document
    header = replace(
        find_header(document),
        doc_id=document.doc_id,
        media_type=document.media_type,
        pages=document.pages,
        text_origin=document.text_origin,
        warnings=document.warnings,
        signed_by=document.signed_by,
        signed_at=document.signed_at,
        rules_version=rules_version(facts.names),
    )
    return replace(facts, header=header)


def with_citations(facts: Facts) -> Facts:
    """Which instruments it mentions."""
    return replace(facts, citations=tuple(find_citations(facts.document, facts.header)))


def with_antecedents(facts: Facts) -> Facts:
    """Which earlier mention a short form stands for."""
    return replace(facts, citations=tuple(link_antecedents(list(facts.citations))))


def with_quantities(facts: Facts) -> Facts:
    """Which numbers it states in running text."""
    return replace(facts, quantities=tuple(find_quantities(facts.document, facts.header, list(facts.citations))))


def with_indicator_tables(facts: Facts) -> Facts:
    """Which numbers it states in indicator tables."""
    rows, values = find_rows(facts.document, facts.header)
    return replace(facts, appendix_rows=tuple(rows), appendix_values=tuple(values))


def with_entities(facts: Facts) -> Facts:
    """Which bodies, places, people and programmes it names."""
    found = find_entities(
        facts.document, facts.header, facts.citations, names=facts.names, local=local_names(facts.header)
    )
    return replace(facts, entities=tuple(found))


def with_places(facts: Facts) -> Facts:
    """Which administrative units are meant, and which bodies by short names."""
    header, entities = with_units(facts.document, facts.header, facts.citations, facts.entities)
    return replace(facts, header=header, entities=entities)


def with_doubts(facts: Facts) -> Facts:
    """Which facts stand on words that text recognition was not sure of: before the checks, which rely on them."""
    if facts.document.text_origin in ("digital", "legacy_font"):
        return facts
    return replace(
        facts,
        citations=tuple(map(doubted, facts.citations)),
        quantities=tuple(map(doubted, facts.quantities)),
        appendix_rows=tuple(map(doubted, facts.appendix_rows)),
        appendix_values=tuple(map(doubted, facts.appendix_values)),
        entities=tuple(map(doubted, facts.entities)),
    )


def with_checks(facts: Facts) -> Facts:
    """Which of its facts agree, and which contradict each other."""
    found = find_checks(
        facts.document,
        facts.header,
        list(facts.citations),
        list(facts.quantities),
        list(facts.appendix_rows),
        list(facts.appendix_values),
    )
    return replace(facts, checks=tuple(found))


def in_reading_order(facts: Facts) -> Facts:
    """Each table in the order of the document; where two facts start together, the longer first."""
    position = {block.path: number for number, block in enumerate(facts.document.blocks)}

    def ordered(found: tuple[FactT, ...]) -> tuple[FactT, ...]:
        return tuple(
            sorted(found, key=lambda f: (position.get(f.block or "", -1), f.char_start or 0, -(f.char_end or 0)))
        )

    return replace(
        facts,
        citations=ordered(facts.citations),
        quantities=ordered(facts.quantities),
        appendix_rows=ordered(facts.appendix_rows),
        appendix_values=ordered(facts.appendix_values),
        entities=ordered(facts.entities),
    )


def with_counts(facts: Facts) -> Facts:
    """How many facts of each kind there are, and the sketch by which the document is known again in another form."""
    seen = sketch(facts.document)
    header = replace(
        facts.header,
        text_sketch=seen.text,
        number_sketch=seen.numbers,
        n_blocks=len(facts.document.blocks),
        n_citations=len(facts.citations),
        n_quantities=len(facts.quantities),
        n_appendix_rows=len(facts.appendix_rows),
        n_appendix_values=len(facts.appendix_values),
        n_entities=len(facts.entities),
        n_checks=len(facts.checks),
    )
    return replace(facts, header=header)


#: The pipeline.
STEPS: tuple[Callable[[Facts], Facts], ...] = (
    with_header,
    with_citations,
    with_antecedents,
    with_quantities,
    with_indicator_tables,
    with_entities,
    with_places,
    with_doubts,
    with_checks,
    in_reading_order,
    with_counts,
)


def extract_facts(document: Document, names: Names = "rules") -> Facts:
    """All facts of one document, names found by `names`. Depends on the document alone."""
    facts = Facts(document=document, header=DocumentRow(doc_id=document.doc_id), names=names)
    with undisturbed():
        for step in STEPS:
            facts = step(facts)
    return facts


def find_same(files: Sequence[AnyPath], gather: NewGather) -> dict[str, str]:
    """`documents.same_as` of an archive, from the Parquet files of `documents`."""
    from extract.store.rows import read_rows

    return same_as(lambda: read_rows("documents", files, DocumentRow, only=TWIN_COLUMNS), gather)


def archive_rows(files: Mapping[str, Sequence[AnyPath]], gather: NewGather) -> Iterator[Row]:
    """The rows of the archive tables (all but `failures`), each table's in its order, from the Parquet files of the document
    tables, of which the first file of each holds the same documents, and so on. One file of each is in memory at a time."""
    from extract.store.rows import read_rows  # brings pyarrow, which one document alone does not need

    def bundles() -> Iterator[tuple[list[DocumentRow], list[Citation]]]:
        for documents, citations in zip(files["documents"], files["citations"], strict=True):
            yield (
                list(read_rows("documents", [documents], DocumentRow, only=_HEADER)),
                list(read_rows("citations", [citations], Citation, only=MENTION_COLUMNS)),
            )

    def indicators() -> Iterator[list[AppendixRow]]:
        for documents, rows in zip(files["documents"], files["appendix_rows"], strict=True):
            found = read_rows("documents", [documents], DocumentRow, only=("doc_id", "same_as"))
            twins = {document.doc_id for document in found if document.same_as is not None}
            read = read_rows("appendix_rows", [rows], AppendixRow, only=INDICATOR_COLUMNS)
            yield [row for row in read if row.doc_id not in twins]

    yield from index_rows(bundles(), gather)
    yield from indicator_rows(indicators(), gather)
    yield from unit_rows()
