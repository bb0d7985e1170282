"""Instruments over the whole archive: which mentions mean one, what they say of it together, and the edges between documents and instruments.

A pure function of all rows: adding or removing a document and building anew gives the same bytes, whatever the order. Four passes, each over one
group of rows at a time, so that the archive may be larger than memory: by document (the key of every mention), by number (which keys are one
instrument), by document again (bare numbers, edges), by instrument (what is said of it).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extract.facts import Citation, DocumentRow, Instrument, Relation, Resolution, Row
from extract.gather import Gather, InMemory, NewGather
from extract.relate.clusters import Cluster, clusters_of, hold, id_of
from extract.relate.describe import describe
from extract.relate.identify import Key, own_key
from extract.relate.in_document import same_issuer
from extract.relate.mention import Mention, Told, by_document, keyed
from extract.relate.places import Places

#: Some documents, and all their citations.
Bundle = tuple[Sequence[DocumentRow], Sequence[Citation]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The archive's citation index; every list in fixed order."""

    resolutions: list[Resolution]
    instruments: list[Instrument]
    relations: list[Relation]


def build_index(documents: Sequence[DocumentRow], citations: Sequence[Citation]) -> Index:
    """The index of an archive that memory holds."""
    rows = list(index_rows([(documents, citations)]))
    return Index(
        resolutions=[row for row in rows if isinstance(row, Resolution)],
        instruments=[row for row in rows if isinstance(row, Instrument)],
        relations=[row for row in rows if isinstance(row, Relation)],
    )


def index_rows(bundles: Iterable[Bundle], gather: NewGather = InMemory) -> Iterator[Row]:
    """Rows of resolutions, relations and instruments of an archive, each table's in its order.

    `bundles` cut the documents anyhow. A document that another one stands for (`same_as`) says nothing that is not counted there already.
    """
    passes = _Passes(gather(), gather(), gather(), gather())
    for documents, citations in bundles:
        for doc_id, document, rows in by_document(documents, citations):
            passes.keys(doc_id, document, rows)
    for _, mentions in passes.by_number.groups():
        passes.instruments(mentions)
    for doc_id, found in passes.by_document.groups():
        yield from passes.resolutions(doc_id, found)
    for _, counts in passes.edges.groups():
        (source, target, relation, _), numbers = counts[0], [count for *_, count in counts]
        yield Relation(from_id=source, to_id=target, relation=relation, mentions=sum(numbers))
    for instrument_id, said in passes.by_instrument.groups():
        yield _instrument(instrument_id, said)


class _Own(NamedTuple):
    """A document that may be an instrument itself."""

    doc_id: str
    key: Key


class _Here(NamedTuple):
    """An instrument in a document; `mentions` are fact_id, form, how it was told, relation and the citation it stands in."""

    instrument_id: str
    key: Key
    mentions: tuple[tuple[str, str, str, str | None, str | None], ...]


class _Short(NamedTuple):
    """A mention that is a bare number: only its document tells which."""

    mention: Mention
    key: Key


class _Base(NamedTuple):
    """What an instrument has beside mentions."""

    key: Key
    former_ids: tuple[str, ...]
    holder: str | None


@dataclass(frozen=True, slots=True)
class _Passes:
    """The passes, and what waits between them."""

    by_number: Gather
    by_document: Gather
    by_instrument: Gather
    edges: Gather

    def keys(self, doc_id: str, document: DocumentRow | None, citations: Sequence[Citation]) -> None:
        """One document: the key of every mention, and its own."""
        if document is not None and document.same_as is not None:
            return
        places = Places(document, citations, doc_id)
        for mention, key in keyed(document, places, citations):
            if mention.form == "short" and key.symbol is None:
                self.by_document.put(doc_id, f"short {mention.fact_id}", _Short(mention, key))
            else:
                self.by_number.put(repr(key.group), f"{doc_id} {mention.fact_id}", (mention, key))
        own = own_key(document, places) if document is not None else None
        if own is not None and own.issuer is not None and own.year is not None:
            self.by_number.put(repr(own.group), doc_id, _Own(doc_id, own))

    def instruments(self, found: Sequence[tuple[Mention, Key] | _Own]) -> None:
        """One number: its instruments, and which of them is a document of the archive."""
        clusters = clusters_of([one for one in found if not isinstance(one, _Own)])
        hold(clusters, [one for one in found if isinstance(one, _Own)])
        for cluster in clusters:
            self._describe(cluster)
            at: dict[str, list[tuple[str, str, str, str | None, str | None]]] = {}
            for one, how in cluster.mentions:
                at.setdefault(one.doc_id, []).append((one.fact_id, one.form, how, one.relation, one.nested_in))
            for doc_id, mentions in at.items():
                here = _Here(cluster.instrument_id, cluster.key, tuple(sorted(mentions)))
                self.by_document.put(doc_id, f"here {here.instrument_id}", here)

    def resolutions(self, doc_id: str, found: Sequence[_Here | _Short]) -> Iterator[Resolution]:
        """One document: what its bare numbers mean, then all its mentions and edges."""
        here = [one for one in found if isinstance(one, _Here)]
        told = {
            fact_id: _Told(one.instrument_id, form, how, relation, nested_in)
            for one in here
            for fact_id, form, how, relation, nested_in in one.mentions
        }
        alone: dict[Key, Cluster] = {}
        bare: dict[str, _Told] = {}
        for one in found:
            if isinstance(one, _Short):
                mention = one.mention
                target, how = _meant(one, told, here)
                if target is not None:
                    self._say(target, (mention, how))
                else:
                    key = (
                        one.key
                        if "@" in (one.key.issuer or "")
                        else one.key._replace(issuer=f"{one.key.issuer or ''}@{doc_id}")
                    )
                    target, how = id_of(key), "key"
                    alone.setdefault(key, Cluster(key)).mentions.append((mention, how))
                bare[mention.fact_id] = _Told(target, mention.form, how, mention.relation, mention.nested_in)
        for cluster in alone.values():
            self._describe(cluster)
        told |= bare
        self._edges(doc_id, told)
        for fact_id in sorted(told):
            one_told = told[fact_id]
            yield Resolution(
                fact_id=fact_id, doc_id=doc_id, instrument_id=one_told.instrument_id, resolved_by=one_told.how
            )

    def _edges(self, doc_id: str, told: dict[str, _Told]) -> None:
        """Edges document → instrument, and instrument → instrument where one stands in the subject of another; counted."""
        counts: Counter[tuple[str, str, str]] = Counter()
        for one in told.values():
            if one.form == "self":
                continue
            relation = one.relation or "mentions"
            counts[doc_id, one.instrument_id, relation] += 1
            outer = told.get(one.nested_in or "")
            if outer is not None and outer.instrument_id != one.instrument_id:
                counts[outer.instrument_id, one.instrument_id, relation] += 1
        for edge, count in counts.items():
            self.edges.put(" ".join(edge), "", (*edge, count))

    def _describe(self, cluster: Cluster) -> None:
        base = _Base(cluster.key, cluster.former_ids, cluster.holder)
        self.by_instrument.put(cluster.instrument_id, "", base)
        for told in cluster.mentions:
            self._say(cluster.instrument_id, told)

    def _say(self, instrument_id: str, told: Told) -> None:
        self.by_instrument.put(instrument_id, f"{told[0].doc_id} {told[0].fact_id}", told)


class _Told(NamedTuple):
    """What is known of a mention once its instrument is."""

    instrument_id: str
    form: str
    how: str
    relation: str | None
    nested_in: str | None


def _meant(short: _Short, told: dict[str, _Told], here: Sequence[_Here]) -> tuple[str | None, str]:
    """The instrument a bare number means: that of the mention it points to, else the one of its document that fits, also where it comes later."""
    antecedent = told.get(short.mention.antecedent or "")
    if antecedent is not None:
        return antecedent.instrument_id, "antecedent"
    key = short.key
    fitting = [one for one in here if one.key.sequence == key.sequence and one.key.type in (key.type, None)]
    if key.issuer is not None:
        fitting = [one for one in fitting if one.key.issuer is None or same_issuer(key.issuer, one.key.issuer)]
    return (fitting[0].instrument_id if len(fitting) == 1 else None), "completed"


def _instrument(instrument_id: str, said: Sequence[_Base | Told]) -> Instrument:
    bases = [one for one in said if isinstance(one, _Base)]
    mentions = [one for one in said if not isinstance(one, _Base)]
    return describe(bases[0].key, instrument_id, bases[0].former_ids, mentions, bases[0].holder)
