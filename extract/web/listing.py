"""A list of a page: which rows, which columns are shown and where they lead; a page of it, or all of it as CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import Any

from extract.store.cells import safe
from extract.web.moment import Session

PAGE_ROWS = 25


@dataclass(frozen=True, slots=True)
class Column:
    """A column as shown: `term` names the vocabulary of its values, `to` the kind of page that the id in `by` opens."""

    name: str
    kind: str = "text"
    term: str = ""
    to: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A query with its parameters, in order; `columns` are shown, all of the query go into the CSV."""

    columns: tuple[Column, ...]
    sql: str
    parameters: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list, by name of column."""

    columns: tuple[Column, ...]
    rows: tuple[dict[str, Any], ...]
    total: int
    number: int = 1
    size: int = PAGE_ROWS

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // self.size))


def page_of(session: Session, listing: Listing, number: int = 1, size: int = PAGE_ROWS) -> Page | None:
    """A page of a list, from 1; None if there is no such page."""
    total = session.connection.execute(f"SELECT count(*) FROM ({listing.sql})", listing.parameters).fetchall()[0][0]
    if number > max(1, -(-total // size)):
        return None
    rows = named(session, f"{listing.sql} LIMIT ? OFFSET ?", (*listing.parameters, size, (number - 1) * size))
    return Page(listing.columns, rows, total, number, size)


def cut(columns: tuple[Column, ...], rows: tuple[dict[str, Any], ...], number: int) -> Page | None:
    """A page of rows that are at hand; None if there is no such page."""
    page = Page(columns, rows[(number - 1) * PAGE_ROWS : number * PAGE_ROWS], len(rows), number)
    return page if number <= page.last else None


def named(session: Session, sql: str, parameters: tuple[Any, ...] = ()) -> tuple[dict[str, Any], ...]:
    """The rows of a query, each by name of column."""
    found = session.connection.execute(sql, parameters)
    names = [column[0] for column in found.description]
    return tuple(dict(zip(names, row, strict=True)) for row in found.fetchall())


def as_csv(session: Session, listing: Listing) -> bytes:
    """The whole list in UTF-8 with a byte order mark, so that Excel shows Vietnamese; no text is a formula."""
    found = session.connection.execute(listing.sql, listing.parameters)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column[0] for column in found.description])
    while rows := found.fetchmany(10_000):
        writer.writerows([safe(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")
