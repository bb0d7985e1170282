"""The kinds of facts as the page shows them, and where each fact is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from extract.facts import Row
from extract.grounding import Fact

Kind = Literal["citations", "quantities", "indicators", "entities", "checks"]
Tables = Mapping[str, Sequence[Row]]

#: Which kind the facts of a table are, in the order they are shown. A row of an indicator table comes with its values.
KIND_OF_TABLE: dict[str, Kind] = {
    "citations": "citations",
    "quantities": "quantities",
    "appendix_rows": "indicators",
    "appendix_values": "indicators",
    "entities": "entities",
}
KINDS: tuple[Kind, ...] = ("citations", "quantities", "indicators", "entities", "checks")


def facts_of(tables: Tables) -> Iterator[tuple[Kind, Fact]]:
    """Every fact that stands somewhere in the document, with its kind."""
    for table, kind in KIND_OF_TABLE.items():
        for row in tables.get(table, ()):
            if isinstance(row, Fact):
                yield kind, row
