"""Instruments over the whole archive: which mentions mean one, what they say of it together, and the edges between documents and instruments.

A pure function of all rows: adding or removing a document and building anew gives the same bytes, whatever the order. Mentions of one number meet in a
group; those that state issuer and year make instruments; a poorer one joins only where exactly one can be meant, and its own row is not touched.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from extract.facts import Citation, DocumentRow, Instrument, Relation, Resolution
from extract.ids import short_hash
from extract.relate.describe import describe
from extract.relate.identify import Key, key_of, own_key
from extract.relate.in_document import Unit, alone, fits, same_issuer, two_of_the_centre, units
from extract.relate.places import Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The archive's citation index; every list in fixed order."""

    resolutions: list[Resolution]
    instruments: list[Instrument]
    relations: list[Relation]


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions of one instrument in the making. `former` are the poorer keys that joined."""

    key: Key
    mentions: list[tuple[Citation, str]] = field(default_factory=list)
    former: set[Key] = field(default_factory=set)
    holder: DocumentRow | None = None

    def add(self, unit: Unit, how: str | None = None) -> None:
        """Takes the mentions of a document; `how` they were told, if not as within their document."""
        self.mentions.extend((citation, how or told) for citation, told in unit.mentions)
        self.former |= unit.former
        own = alone(unit.key, unit.doc_id)
        if own != self.key:
            self.former.add(own)

    @property
    def instrument_id(self) -> str:
        """Hash of the key."""
        return short_hash("instrument", *self.key.parts())


def build_index(documents: Sequence[DocumentRow], citations: Sequence[Citation]) -> Index:
    """Resolutions, instruments and relations of an archive, from its documents and all their citations.

    A document that another one stands for (`same_as`) says nothing that is not counted there already.
    """
    twins = {document.doc_id for document in documents if document.same_as is not None}
    by_id = {document.doc_id: document for document in documents}
    ordered = sorted((one for one in citations if one.doc_id not in twins), key=lambda one: (one.doc_id, one.fact_id))
    by_document: defaultdict[str, list[Citation]] = defaultdict(list)
    for citation in ordered:
        by_document[citation.doc_id].append(citation)
    places = {doc_id: Places(by_id.get(doc_id), rows, doc_id) for doc_id, rows in by_document.items()}
    keyed = [
        (citation, key)
        for citation in ordered
        if (key := key_of(citation, by_id.get(citation.doc_id), places[citation.doc_id])) is not None
    ]
    clusters = _clusters(keyed)
    _hold(clusters, documents, places)
    found = {citation.fact_id: (cluster, how) for cluster in clusters for citation, how in cluster.mentions}
    resolutions = [
        Resolution(fact_id=fact_id, doc_id=citation.doc_id, instrument_id=cluster.instrument_id, resolved_by=how)
        for cluster in clusters
        for citation, how in cluster.mentions
        for fact_id in (citation.fact_id,)
    ]
    return Index(
        resolutions=sorted(resolutions, key=lambda row: (row.doc_id, row.fact_id)),
        instruments=sorted(
            (
                describe(cluster.key, cluster.instrument_id, _former(cluster), cluster.mentions, cluster.holder, by_id)
                for cluster in clusters
            ),
            key=lambda row: row.instrument_id,
        ),
        relations=_relations(ordered, found),
    )


def _former(cluster: Cluster) -> tuple[str, ...]:
    own = cluster.instrument_id
    return tuple(sorted({short_hash("instrument", *key.parts()) for key in cluster.former} - {own}))


def _clusters(keyed: Iterable[tuple[Citation, Key]]) -> list[Cluster]:
    groups: defaultdict[tuple[str | None, ...], list[tuple[Citation, Key]]] = defaultdict(list)
    short: list[tuple[Citation, Key]] = []
    for citation, key in keyed:
        if citation.form == "short" and key.symbol is None:
            short.append((citation, key))
        else:
            groups[key.group].append((citation, key))
    clusters = [cluster for group in sorted(groups, key=str) for cluster in _cluster_group(groups[group])]
    at = {citation.fact_id: cluster for cluster in clusters for citation, _ in cluster.mentions}
    here: defaultdict[str, dict[int, Cluster]] = defaultdict(dict)
    for cluster in clusters:
        for citation, _ in cluster.mentions:
            here[citation.doc_id][id(cluster)] = cluster
    alone: dict[Key, Cluster] = {}
    for citation, key in short:
        target, how = at.get(citation.antecedent or ""), "antecedent"
        if target is None:
            target, how = _only_here(citation, key, here[citation.doc_id]), "completed"
        if target is not None:
            target.mentions.append((citation, how))
            continue
        key = replace(
            key, issuer=key.issuer if key.issuer and "@" in key.issuer else f"{key.issuer or ''}@{citation.doc_id}"
        )
        alone.setdefault(key, Cluster(key)).mentions.append((citation, "key"))
    return [*clusters, *alone.values()]


def _only_here(citation: Citation, key: Key, clusters: dict[int, Cluster]) -> Cluster | None:
    """The one instrument of its own document that a bare number can mean, also where the full form comes later."""
    fitting = [
        cluster
        for cluster in clusters.values()
        if cluster.key.sequence == key.sequence and cluster.key.type in (key.type, None)
    ]
    if key.issuer is not None:
        fitting = [
            cluster for cluster in fitting if cluster.key.issuer is None or same_issuer(key.issuer, cluster.key.issuer)
        ]
    return fitting[0] if len(fitting) == 1 else None


def _cluster_group(members: Sequence[tuple[Citation, Key]]) -> list[Cluster]:
    """Mentions with one number and symbol, apart by issuer, type and year: first within each document, then over all."""
    rich: dict[tuple[str | None, str | None, int | None], Cluster] = {}
    poor: list[Unit] = []
    for unit in units(members):
        if unit.key.complete:
            cluster = rich.setdefault((unit.key.issuer, unit.key.type, unit.key.year), Cluster(unit.key))
            cluster.add(unit)
        else:
            poor.append(unit)
    clusters = _with_province(list(rich.values()))
    left: list[Unit] = []
    for unit in poor:
        target = _only(unit, clusters)
        if target is None:
            left.append(unit)
        else:
            target.add(unit, "completed")
    return [*clusters, *_poor_clusters(left)]


def _with_province(clusters: list[Cluster]) -> list[Cluster]:
    """A district named without its province is the one district of that name whose province another document states."""
    kept: list[Cluster] = []
    for cluster in clusters:
        issuer = cluster.key.issuer or ""
        whole = [
            other
            for other in clusters
            if other is not cluster
            and (other.key.issuer or "").startswith(f"{issuer}, ")
            and other.key.year == cluster.key.year
            and other.key.type == cluster.key.type
        ]
        if len(whole) == 1 and issuer:
            whole[0].mentions.extend((citation, "completed") for citation, _ in cluster.mentions)
            whole[0].former.add(cluster.key)
        else:
            kept.append(cluster)
    return kept


def _only(unit: Unit, clusters: Sequence[Cluster]) -> Cluster | None:
    """The one instrument that the poor mentions of a document can mean: where date or a nationwide issuer leave no doubt.

    None if their own document holds one that might be it: there it was apart, or one of several.
    """
    key = unit.key
    said = [citation for citation, _ in unit.mentions]
    fitting = [
        cluster
        for cluster in clusters
        if fits(key, cluster.key) and not two_of_the_centre(said, [one for one, _ in cluster.mentions])
    ]
    if any(one.doc_id == unit.doc_id for cluster in fitting for one, _ in cluster.mentions):
        return None
    dates = {one.issued_on for one, _ in unit.mentions} - {None}
    if dates:
        fitting = [cluster for cluster in fitting if any(one.issued_on in dates for one, _ in cluster.mentions)]
        fitting = [cluster for cluster in fitting if "@" not in (cluster.key.issuer or "")]
    elif key.issuer is None or "@" in key.issuer:
        return None
    else:
        fitting = [cluster for cluster in fitting if cluster.key.issuer == key.issuer]
    return fitting[0] if len(fitting) == 1 else None


def _poor_clusters(left: Sequence[Unit]) -> list[Cluster]:
    """Mentions that no rich one completes: together where their document (or their nationwide issuer) and all they state agree."""
    clusters: list[Cluster] = []
    for unit in sorted(left, key=lambda one: (-one.key.completeness, one.doc_id, str(one.key))):
        own = alone(unit.key, unit.doc_id)
        fitting = [
            cluster
            for cluster in clusters
            if fits(own, cluster.key)
            and own.issuer == cluster.key.issuer
            and not any(one.doc_id == unit.doc_id for one, _ in cluster.mentions)
        ]
        target = fitting[0] if len(fitting) == 1 else next((one for one in clusters if one.key == own), None)
        if target is None:
            target = Cluster(own)
            clusters.append(target)
        target.add(unit)
    return clusters


def _hold(clusters: Sequence[Cluster], documents: Sequence[DocumentRow], places: dict[str, Places]) -> None:
    """Mark the instruments that are documents of the archive themselves."""
    by_group: defaultdict[tuple[str | None, ...], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        by_group[cluster.key.group].append(cluster)
    for document in sorted(documents, key=lambda one: one.doc_id):
        key = own_key(document, places.get(document.doc_id) or Places(document, (), document.doc_id))
        if key is None or key.issuer is None or key.year is None or document.same_as is not None:
            continue
        fitting = [
            cluster
            for cluster in by_group.get(key.group, ())
            if cluster.key.issuer == key.issuer and cluster.key.year == key.year and fits(key, cluster.key)
        ]
        if len(fitting) == 1 and fitting[0].holder is None:
            fitting[0].holder = document


def _relations(citations: Sequence[Citation], found: dict[str, tuple[Cluster, str]]) -> list[Relation]:
    """Edges document → instrument, and instrument → instrument where one stands in the subject of another; counted."""
    counts: Counter[tuple[str, str, str]] = Counter()
    ids = {id(cluster): cluster.instrument_id for cluster, _ in found.values()}
    for citation in citations:
        entry = found.get(citation.fact_id)
        if entry is None or citation.form == "self":
            continue
        target = ids[id(entry[0])]
        relation = citation.relation or "mentions"
        counts[citation.doc_id, target, relation] += 1
        outer = found.get(citation.nested_in or "")
        if outer is not None and ids[id(outer[0])] != target:
            counts[ids[id(outer[0])], target, relation] += 1
    return [
        Relation(from_id=source, to_id=target, relation=relation, mentions=number)
        for (source, target, relation), number in sorted(counts.items())
    ]
