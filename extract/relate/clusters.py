"""Mentions of one number, from all documents, apart by instrument: those that state issuer and year make instruments; a poorer one
joins only where exactly one can be meant, and its own row is not touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.ids import short_hash
from extract.relate.identify import Key
from extract.relate.in_document import Unit, alone, fits, two_of_the_centre, units
from extract.relate.mention import Mention, Told


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions of one instrument in the making. `former` are the poorer keys that joined, `holder` is the document that is the instrument."""

    key: Key
    mentions: list[Told] = field(default_factory=list)
    former: set[Key] = field(default_factory=set)
    holder: str | None = None

    def add(self, unit: Unit, how: str | None = None) -> None:
        """Takes the mentions of a document; `how` they were told, if not as within their document."""
        self.mentions.extend((mention, how or told) for mention, told in unit.mentions)
        self.former |= unit.former
        own = alone(unit.key, unit.doc_id)
        if own != self.key:
            self.former.add(own)

    @property
    def instrument_id(self) -> str:
        """Hash of the key."""
        return id_of(self.key)

    @property
    def former_ids(self) -> tuple[str, ...]:
        """The ids of the poorer keys, sorted."""
        return tuple(sorted({id_of(key) for key in self.former} - {self.instrument_id}))


def id_of(key: Key) -> str:
    """`instrument_id`: hash of the key."""
    return short_hash("instrument", *key.parts())


def clusters_of(members: Sequence[tuple[Mention, Key]]) -> list[Cluster]:
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
            whole[0].mentions.extend((mention, "completed") for mention, _ in cluster.mentions)
            whole[0].former.add(cluster.key)
        else:
            kept.append(cluster)
    return kept


def _only(unit: Unit, clusters: Sequence[Cluster]) -> Cluster | None:
    """The one instrument that the poor mentions of a document can mean: where date or a nationwide issuer leave no doubt.

    None if their own document holds one that might be it: there it was apart, or one of several.
    """
    key = unit.key
    said = [mention for mention, _ in unit.mentions]
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


def hold(clusters: Sequence[Cluster], own: Sequence[tuple[str, Key]]) -> None:
    """Mark the instruments that are documents of the archive themselves: doc_id and the key of its header, in order of doc_id."""
    for doc_id, key in own:
        fitting = [
            cluster
            for cluster in clusters
            if cluster.key.issuer == key.issuer and cluster.key.year == key.year and fits(key, cluster.key)
        ]
        if len(fitting) == 1 and fitting[0].holder is None:
            fitting[0].holder = doc_id
