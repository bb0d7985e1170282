"""What reports say against themselves."""

from __future__ import annotations

from typing import Any

from extract.store.archive import Tables

CHECK = ("report", "issuer", "kind", "holds", "message")


def checks(archive: Tables, *, every: bool) -> list[tuple[Any, ...]]:
    """Contradictions found inside the reports, each report once (`same_as`), or all checks made: columns as in CHECK."""
    return archive.connection.execute(
        f"""
        SELECT coalesce(d.number, d.sources[1]), d.organ_name, c.kind, c.holds, c.message
        FROM checks c JOIN documents d USING (doc_id) {"" if every else "WHERE c.holds = false AND d.same_as IS NULL"}
        ORDER BY d.issued_on DESC NULLS LAST, doc_id
        """
    ).fetchall()
