"""The citation graph around an instrument: who cites it, whom it cites, and where each stands in the drawing.

Neighbours at distance 1. Those that cite stand left, those that are cited right; where only one side has any, it takes both, and
the arrows say the direction. At most SIDE stand on a side; the list beside the drawing has them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from extract.web.listing import Column, Listing, named
from extract.web.moment import Session

SIDE = 24
WIDTH, ROW, PILL, NODE_WIDTH = 780, 33, 26, 236
_TOP = 40
#: Half the width of the box in the middle.
HALF = 84

NEIGHBOURS = (
    Column("direction", term="direction"),
    Column("relation", term="relation"),
    Column("name", to="where", by="id"),
    Column("issued_on", "date"),
    Column("issuer"),
    Column("mentions", "number"),
)

#: Both directions; what stands in the document of the instrument, if the archive holds it, the instrument cites.
_SQL = """
    SELECT e.direction, e.id, e.relation, coalesce(d.label, nullif(concat_ws(' ', i.type, coalesce(i.number, i.title)), ''), e.id) AS name,
           coalesce(d.issued_on, i.issued_on) AS issued_on, coalesce(d.organ_name, i.issuer) AS issuer, e.mentions,
           CASE WHEN d.doc_id IS NULL THEN 'instruments' ELSE 'documents' END AS where
    FROM (SELECT 'cited_by' AS direction, from_id AS id, relation, mentions FROM relations WHERE to_id = ?
          UNION ALL
          SELECT 'cites', to_id, relation, mentions FROM relations WHERE from_id IN (?, ?) AND to_id <> ?) e
    LEFT JOIN documents d ON d.doc_id = e.id LEFT JOIN instruments i ON i.instrument_id = e.id
    WHERE d.doc_id IS NOT NULL OR i.instrument_id IS NOT NULL
    ORDER BY direction, "where" DESC, coalesce(d.issued_on, i.issued_on) DESC NULLS LAST, e.id, relation"""


@dataclass(frozen=True, slots=True)
class Node:
    """A neighbour in the drawing: its place, what it is called, the roles of the edges, and on which side it stands."""

    x: float
    y: float
    where: str
    id: str
    name: str
    relations: tuple[str, ...]
    direction: str
    left: bool
    edge: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A graph with places; `nodes` of `total` neighbours are in it."""

    height: float
    middle: float
    nodes: tuple[Node, ...]
    total: int
    left: str
    right: str


def neighbours(instrument_id: str, doc_id: str | None) -> Listing:
    """Who cites an instrument and whom it cites, in which role."""
    return Listing(NEIGHBOURS, _SQL, (instrument_id, instrument_id, doc_id or "", instrument_id))


def drawn(session: Session, listing: Listing) -> Drawing:
    """The neighbours laid out."""
    sides: dict[str, dict[str, list[dict[str, Any]]]] = {"cited_by": {}, "cites": {}}
    for row in named(session, listing.sql, listing.parameters):
        sides[row["direction"]].setdefault(row["id"], []).append(row)
    return laid_out(*(list(side.values()) for side in sides.values()))


def laid_out(citing: list[list[dict[str, Any]]], cited: list[list[dict[str, Any]]]) -> Drawing:
    """Places for neighbours; each is the rows of its edges."""
    total = len(citing) + len(cited)
    if citing and cited:
        sides, heads = (citing[:SIDE], cited[:SIDE]), ("cited_by", "cites")
    else:
        one = (citing or cited)[: 2 * SIDE]
        half = -(-len(one) // 2) if len(one) > 3 else len(one)
        sides = (one[:half], one[half:]) if citing else (one[half:], one[:half])
        head = "cited_by" if citing else "cites"
        heads = (head if sides[0] else "", head if sides[1] else "")
    rows = max(len(sides[0]), len(sides[1]), 2)
    middle = _TOP + rows * ROW / 2
    nodes = [
        _node(edges, place, len(side), middle, left=left)
        for side, left in ((sides[0], True), (sides[1], False))
        for place, edges in enumerate(side)
    ]
    return Drawing(_TOP + rows * ROW + 8, middle, tuple(nodes), total, *heads)


def _node(edges: list[dict[str, Any]], place: int, count: int, middle: float, *, left: bool) -> Node:
    y = middle + (place - (count - 1) / 2) * ROW
    x = 2.0 if left else WIDTH - 2.0 - NODE_WIDTH
    end = x + NODE_WIDTH if left else x
    centre = WIDTH / 2 + (-HALF if left else HALF)
    bend = (end + centre) / 2
    first = edges[0]
    there = f"M{end:g},{y:g} C{bend:g},{y:g} {bend:g},{middle:g} {centre:g},{middle:g}"
    back = f"M{centre:g},{middle:g} C{bend:g},{middle:g} {bend:g},{y:g} {end:g},{y:g}"
    return Node(
        x=x,
        y=y - PILL / 2,
        where=first["where"],
        id=first["id"],
        name=first["name"],
        relations=tuple(dict.fromkeys(edge["relation"] for edge in edges)),
        direction=first["direction"],
        left=left,
        edge=there if first["direction"] == "cited_by" else back,
    )
