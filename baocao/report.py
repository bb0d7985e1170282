"""One document with all its facts, as `baocao.extract` gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from extract.document import Document
    from extract.facts import DocumentRow
    from extract.pipeline import Facts


class Report:
    """One document and its facts: DataFrames with the columns of the tables, made when they are asked for."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._tables: dict[str, pd.DataFrame] = {}

    @property
    def document(self) -> Document:
        """What was read: the blocks of text in reading order."""
        return self.facts.document

    @property
    def header(self) -> DocumentRow:
        """Number, date, issuer, subject, signer, period and the like; the row of `documents`."""
        return self.facts.header

    @property
    def blocks(self) -> pd.DataFrame:
        """Paragraphs, headings, list items, table cells and footnotes."""
        return self.table("blocks")

    @property
    def citations(self) -> pd.DataFrame:
        """Mentions of instruments."""
        return self.table("citations")

    @property
    def quantities(self) -> pd.DataFrame:
        """Numbers stated in running text."""
        return self.table("quantities")

    @property
    def appendix_rows(self) -> pd.DataFrame:
        """Data rows of indicator tables."""
        return self.table("appendix_rows")

    @property
    def appendix_values(self) -> pd.DataFrame:
        """Value cells of indicator tables."""
        return self.table("appendix_values")

    @property
    def entities(self) -> pd.DataFrame:
        """Named bodies, places, persons and programmes."""
        return self.table("entities")

    @property
    def checks(self) -> pd.DataFrame:
        """Relations between facts that can be recomputed."""
        return self.table("checks")

    def table(self, name: str) -> pd.DataFrame:
        """A document table by its name."""
        if name not in self._tables:
            from extract.store.rows import to_table

            self._tables[name] = to_table(name, self.facts.rows()[name]).to_pandas()
        return self._tables[name]

    def __repr__(self) -> str:
        header = self.header
        name = " ".join(part for part in (header.type_name, header.number) if part) or header.doc_id[:12]
        return f"<Report {name}: {header.n_citations} citations, {header.n_quantities} quantities>"
