"""Questions to an archive from the command line: who cites what, what is cited most, what contradicts itself."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, NamedTuple

from extract.store.archive import Archive


class Instrument(NamedTuple):
    """An instrument of the archive, as the command prints it."""

    instrument_id: str
    type: str | None
    number: str | None
    issued_on: Any
    issuer: str | None
    title: str | None
    documents: int
    mentions: int
    urn_lex: str | None

    def name(self) -> str:
        """`Nghị định 61/2018/NĐ-CP (2018-04-23, Chính phủ)`."""
        what = " ".join(part for part in (self.type, self.number) if part) or self.title or self.instrument_id
        known = ", ".join(str(part) for part in (self.issued_on, self.issuer) if part)
        return f"{what} ({known})" if known else what


_COLUMNS = ", ".join(Instrument._fields)
MENTION = ("report", "issued_on", "issuer", "relation", "page", "section", "surface")
CHECK = ("report", "issuer", "kind", "holds", "message")


def fold(text: str) -> str:
    """Letters without marks, case and surrounding white space: `Nghị định` → `nghi dinh`."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


def top(archive: Archive, count: int, type_name: str | None) -> list[Instrument]:
    """The instruments that most documents cite."""
    found = _instruments(archive)
    if type_name:
        found = [instrument for instrument in found if fold(instrument.type or "") == fold(type_name)]
    return found[:count]


def find_instruments(archive: Archive, query: str) -> list[Instrument]:
    """The instruments a query means: an id, a URN, a number however written, or words of the name."""
    known = _instruments(archive)
    exact = [i for i in known if query.strip() in (i.instrument_id, i.urn_lex)]
    if exact:
        return exact
    wanted = _number(query)
    if wanted:
        return [i for i in known if i.number and any(f"{_key(i.number)}/".startswith(f"{key}/") for key in wanted)]
    words = fold(query).split()
    return [i for i in known if words and all(w in fold(f"{i.type} {i.number} {i.title} {i.issuer}") for w in words)]


def mentions(archive: Archive, instrument_id: str) -> list[tuple[Any, ...]]:
    """Where an instrument is mentioned: columns as in MENTION."""
    return archive.connection.execute(
        """
        SELECT coalesce(d.number, d.sources[1]), d.issued_on, d.organ_name, c.relation, c.page, c.section, c.surface
        FROM resolutions r JOIN citations c USING (doc_id, fact_id) JOIN documents d USING (doc_id)
        WHERE r.instrument_id = ? ORDER BY d.issued_on DESC NULLS LAST, doc_id, c.page, c.char_start
        """,
        [instrument_id],
    ).fetchall()


def checks(archive: Archive, *, every: bool) -> list[tuple[Any, ...]]:
    """Contradictions found inside the reports, or all checks made: columns as in CHECK."""
    return archive.connection.execute(
        f"""
        SELECT coalesce(d.number, d.sources[1]), d.organ_name, c.kind, c.holds, c.message
        FROM checks c JOIN documents d USING (doc_id) {"" if every else "WHERE c.holds = false"}
        ORDER BY d.issued_on DESC NULLS LAST, doc_id
        """
    ).fetchall()


def _instruments(archive: Archive) -> list[Instrument]:
    order = "documents DESC, mentions DESC, type, number, instrument_id"
    rows = archive.connection.execute(f"SELECT {_COLUMNS} FROM instruments ORDER BY {order}").fetchall()
    return [Instrument(*row) for row in rows]


def _key(number: str) -> str:
    return re.sub(r"\s+", "", fold(number))


def _number(query: str) -> set[str]:
    """The numbers in a query, as keys; empty if it has none with a symbol. The grammar reads what a person mistypes."""
    from baocao.plain import find_in_text

    found = {_key(citation.number) for citation in find_in_text(query) if citation.number and "/" in citation.number}
    written = re.search(r"\d[\w.]*\s*/\s*\S.*", query)
    return found | {_key(written[0])} if written else found
