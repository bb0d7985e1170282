"""Checks that fail, with the places that contradict each other, each in the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from extract.document import Block, Document
from extract.facts import AppendixRow, AppendixValue, Check
from extract.grounding import Fact
from extract.view.kinds import Kind, Tables, facts_of

_AROUND = 90  # characters on either side
_BETWEEN_WORDS = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Place:
    """One of the facts a check speaks of."""

    fact_id: str
    kind: Kind
    page: int | None
    block: str | None
    doubtful: bool
    context: Markup


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A check that fails."""

    check: Check
    places: tuple[Place, ...]


def contradictions(document: Document, tables: Tables) -> tuple[Contradiction, ...]:
    """Those that are certain, in the order of the checks."""
    blocks = {block.path: block for block in document.blocks}
    facts = {fact.fact_id: (kind, fact) for kind, fact in facts_of(tables)}
    labels = {row.fact_id: row.label or "" for row in tables.get("appendix_rows", ()) if isinstance(row, AppendixRow)}
    checks = [row for row in tables.get("checks", ()) if isinstance(row, Check) and row.holds is False]
    return tuple(Contradiction(check, tuple(_places(check, facts, blocks, labels))) for check in checks)


def _places(
    check: Check, facts: Mapping[str, tuple[Kind, Fact]], blocks: Mapping[str, Block], labels: Mapping[str, str]
) -> Iterator[Place]:
    for fact_id in check.facts:
        if fact_id in facts:
            kind, fact = facts[fact_id]
            yield Place(fact_id, kind, fact.page, fact.block, fact.doubtful, _context(fact, blocks, labels))


def _context(fact: Fact, blocks: Mapping[str, Block], labels: Mapping[str, str]) -> Markup:
    """The fact in the words around it; the value of a table after the name of its row."""
    surface = Markup("<b>{}</b>").format(fact.surface or "–")
    if isinstance(fact, AppendixRow | AppendixValue):
        label = labels.get(fact.row_fact_id if isinstance(fact, AppendixValue) else fact.fact_id, "")
        return surface if label == fact.surface else escape(label) + ": " + surface
    block = blocks.get(fact.block or "")
    if block is None or fact.char_start is None or fact.char_end is None:
        return surface
    before, after = block.text[: fact.char_start], block.text[fact.char_end :]
    if len(before) > _AROUND:
        cut = _BETWEEN_WORDS.search(before, len(before) - _AROUND)
        before = "… " + before[cut.end() if cut else len(before) - _AROUND :]
    if len(after) > _AROUND:
        end = after.rfind(" ", 0, _AROUND)
        after = after[: end if end > 0 else _AROUND] + " …"
    return escape(before) + surface + escape(after)
