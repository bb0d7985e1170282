"""The finders as components of a spaCy pipeline.

    import baocao
    nlp = baocao.pipeline()                     # our tokenizer, and all three components
    doc = nlp("Thực hiện Nghị định số 61/2018/NĐ-CP của Chính phủ, UBND huyện Tân Trụ đã giải quyết 3.327 hồ sơ.")
    doc.spans["citations"], doc.spans["quantities"], doc.ents
    doc.spans["citations"][0]._.fact.number     # the whole row of the table `citations`

Or one by one in a pipeline of your own: `nlp.add_pipe("baocao_citations")`, `"baocao_quantities"`, `"baocao_entities"`.
A span goes to the ends of the tokens its fact touches. displaCy shows them: `displacy.render(doc, style="span",
options={"spans_key": "citations"})`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import asdict, fields, replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from baocao.plain import document_in
from extract.document import Document
from extract.facts import Citation, DocumentRow, Entity, Fact, Quantity
from extract.pipeline import Facts, with_antecedents, with_citations, with_entities, with_quantities
from patterns.tokenizer import blank

#: Names of the components, in the order of the pipeline; `pyproject.toml` names them as entry points.
COMPONENTS = ("baocao_citations", "baocao_quantities", "baocao_entities")
#: Rows by table, plain so that a Doc can be saved and sent to other processes: `doc.user_data["baocao"]`.
_KEY = "baocao"
_TABLES: dict[str, tuple[type[Fact], str]] = {
    "citations": (Citation, "form"),
    "quantities": (Quantity, "kind"),
    "entities": (Entity, "label"),
}


def pipeline() -> Language:
    """An empty Vietnamese pipeline with the tokenizer of `patterns.tokens` and the three components."""
    nlp = blank()
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


@Language.factory("baocao_citations", assigns=["doc.spans"])
def citations(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Mentions of instruments in `doc.spans["citations"]`; the label of a span is its form."""
    return _with_citations


@Language.factory("baocao_quantities", assigns=["doc.spans"])
def quantities(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Numbers of running text in `doc.spans["quantities"]`; the label of a span is its kind."""
    return _with_quantities


@Language.factory("baocao_entities", assigns=["doc.ents"])
def entities(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Bodies, places, persons and programmes in `doc.ents`, beside those that other components found."""
    return _with_entities


def _with_citations(doc: Doc) -> Doc:
    document, offsets = document_in(doc.text)
    doc.spans["citations"] = _spans(doc, offsets, "citations", _citations(document).citations)
    return doc


def _with_quantities(doc: Doc) -> Doc:
    facts, offsets = _known(doc)
    doc.spans["quantities"] = _spans(doc, offsets, "quantities", with_quantities(facts).quantities)
    return doc


def _with_entities(doc: Doc) -> Doc:
    facts, offsets = _known(doc)
    doc.set_ents(filter_spans([*doc.ents, *_spans(doc, offsets, "entities", with_entities(facts).entities)]))
    return doc


def _citations(document: Document) -> Facts:
    return with_antecedents(with_citations(Facts(document=document, header=DocumentRow(doc_id=document.doc_id))))


def _known(doc: Doc) -> tuple[Facts, dict[str, int]]:
    """The text with its citations, which are no quantities; found now if their component has not run before."""
    document, offsets = document_in(doc.text)
    rows = doc.user_data.get(_KEY, {}).get("citations")
    if rows is None:
        return _citations(document), offsets
    found: tuple[Any, ...] = tuple(_whole(Citation, row) for row in rows.values())
    return Facts(document=document, header=DocumentRow(doc_id=document.doc_id), citations=found), offsets


def _spans(doc: Doc, offsets: dict[str, int], table: str, facts: Sequence[Fact]) -> list[Span]:
    doc.user_data.setdefault(_KEY, {})[table] = {fact.fact_id: _plain(fact) for fact in facts}
    spans = []
    for fact in facts:
        offset = offsets[fact.block or ""]
        start, end = (fact.char_start or 0) + offset, (fact.char_end or 0) + offset
        label = getattr(fact, _TABLES[table][1])
        span = doc.char_span(start, end, label=label, span_id=fact.fact_id, alignment_mode="expand")
        assert span is not None, "a fact stands on characters of the text"
        spans.append(span)
    return sorted(spans, key=lambda span: (span.start, -span.end))


def _fact(span: Span) -> Fact | None:
    """The row behind a span, with its place in the whole text; None for spans of other components."""
    for table, rows in span.doc.user_data.get(_KEY, {}).items():
        if (row := rows.get(span.id_)) is not None:
            fact = _whole(_TABLES[table][0], row)
            offset = document_in(span.doc.text)[1][fact.block or ""]
            start, end = (fact.char_start or 0) + offset, (fact.char_end or 0) + offset
            return replace(fact, block=None, in_table=None, char_start=start, char_end=end)
    return None


def _plain(fact: Fact) -> dict[str, Any]:
    """A row of values that any format of serialisation knows."""
    values = asdict(fact).items()
    return {
        key: value.isoformat() if isinstance(value, dt.date) else value for key, value in values if value is not None
    }


def _whole(kind: type[Fact], row: dict[str, Any]) -> Fact:
    dates = {field.name for field in fields(kind) if "dt.date" in str(field.type)}
    values: dict[str, Any] = {
        key: dt.date.fromisoformat(value) if key in dates else value for key, value in row.items()
    }
    optional: dict[str, Any] = {
        field.name: None for field in fields(kind) if field.name not in values and "None" in str(field.type)
    }
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    made: Any = kind
    fact: Fact = made(**optional, **values)
    return fact


Span.set_extension("fact", getter=_fact, force=True)
