"""The addresses and what each answers: a request in, a page or a CSV file out. Everything is looked up by parameters."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from extract.ask.query import fold
from extract.web import charts, graph, lists, things
from extract.web.asked import Asked, asked
from extract.web.listing import Listing, Page, as_csv, cut, named, page_of
from extract.web.moment import Session
from extract.web.render import render

Handler = Callable[[Request, Session], Response]
Thing = TypeVar("Thing")

_SHORT_ID = re.compile(r"[0-9a-f]{16}")
_DOC_ID = re.compile(r"[0-9a-f]{64}")
_UNIT_CODE = re.compile(r"[0-9]{2,5}")


def home(request: Request, session: Session) -> Response:
    """What the archive holds, at a glance."""
    years = session.connection.execute(
        "SELECT year, count(*) FROM documents WHERE same_as IS NULL AND year IS NOT NULL GROUP BY 1 ORDER BY 1"
    ).fetchall()
    counts = named(
        session,
        """
        SELECT (SELECT count(*) FROM documents WHERE same_as IS NULL) AS documents, (SELECT count(*) FROM instruments) AS instruments,
               (SELECT count(*) FROM indicators) AS indicators, (SELECT count(*) FROM failures) AS failures""",
    )[0]
    return render(
        request,
        session,
        "home.html",
        counts=counts,
        most=_page(session, lists.instruments(session, Asked()), size=8),
        checks=replace(_page(session, lists.checks(Asked()), size=3), columns=lists.CHECKS_SHORT),
        chart=charts.by_year(years),
    )


def search(request: Request, session: Session) -> Response:
    """The first of every kind of thing that the words fit."""
    wanted = asked(request.query_params)
    if not wanted.words:
        return RedirectResponse("/")
    found = {
        "instruments": lists.instruments(session, wanted),
        "documents": lists.documents(wanted),
        "indicators": lists.indicators(session, wanted),
        "units": lists.units(wanted),
    }
    pages = {name: _page(session, listing, size=5) for name, listing in found.items()}
    return render(request, session, "search.html", asked=wanted, found=pages)


def listed(name: str, made: Callable[[Session, Asked], Listing], *filters: str) -> Handler:
    """A list over the archive, with its filters."""

    def show(request: Request, session: Session) -> Response:
        wanted = asked(request.query_params)
        listing = made(session, wanted)
        if csv := _csv(request, session, listing, name):
            return csv
        return render(
            request,
            session,
            "list.html",
            asked=wanted,
            name=name,
            page=_page(session, listing, wanted.page),
            filters={item: _choices(session, name, item) for item in filters},
        )

    return show


def instrument(request: Request, session: Session) -> Response:
    """An instrument: who cites it, in which role, when; its graph; an id of former times leads to that of today."""
    name = _id(request, _SHORT_ID)
    found = _there(things.instrument(session, name))
    if found["instrument_id"] != name:
        return RedirectResponse(f"/instruments/{found['instrument_id']}", 307)
    around = graph.neighbours(name, found["doc_id"])
    listings = {"mentions": things.mentions(name), "neighbours": around}
    wanted = asked(request.query_params)
    if "part" in request.path_params:
        return _csv_of(request, session, listings, found["number"] or name)
    return render(
        request,
        session,
        "instrument.html",
        asked=wanted,
        it=found,
        chart=charts.by_year(things.mentions_by(session, name, "year")),
        roles=things.mentions_by(session, name, "relation"),
        page=_page(session, listings["mentions"], wanted.page),
        graph=graph.drawn(session, around),
        around=_page(session, around, size=100),
    )


def document(request: Request, session: Session) -> Response:
    """A document: its header, and its facts of one kind, page by page."""
    doc_id = _id(request, _DOC_ID)
    found = _there(things.document(session, doc_id))
    table = request.path_params.get("part") or "citations"
    if table not in things.FACTS:
        raise HTTPException(404)
    wanted = asked(request.query_params)
    listing = things.facts(doc_id, table)
    if csv := _csv(request, session, listing, f"{found['label']}-{table}"):
        return csv
    failed = named(
        session,
        "SELECT kind, message FROM checks WHERE doc_id = ? AND holds = false ORDER BY fact_id LIMIT 20",
        (doc_id,),
    )
    return render(
        request,
        session,
        "document.html",
        asked=wanted,
        it=found,
        failed_checks=failed,
        table=table,
        tables=tuple(things.FACTS),
        page=_page(session, listing, wanted.page),
    )


def indicator(request: Request, session: Session) -> Response:
    """An indicator: its values by unit and period, as lines or bars and as a table."""
    name = _id(request, _SHORT_ID)
    found = _there(things.indicator(session, name))
    wanted = asked(request.query_params)
    listing = things.values(name, wanted)
    if csv := _csv(request, session, listing, found["label"]):
        return csv
    every = named(session, listing.sql, listing.parameters)
    chosen = charts.comparable(every)
    return render(
        request,
        session,
        "indicator.html",
        asked=wanted,
        it=found,
        page=_there(cut(listing.columns, every, wanted.page)),
        shown=chosen,
        lines=charts.over_time(chosen.rows),
        bars=charts.by_organ(chosen.rows),
    )


def unit(request: Request, session: Session) -> Response:
    """An administrative unit: its documents, the instruments issued there, what came before and after it."""
    code = _id(request, _UNIT_CODE)
    found = _there(things.unit(session, code))
    wanted = asked(request.query_params)
    listings = {"documents": things.documents_of(code), "instruments": things.issued_by(code)}
    if "part" in request.path_params:
        return _csv_of(request, session, listings, code)
    return render(
        request,
        session,
        "unit.html",
        asked=wanted,
        it=found,
        code=code,
        page=_page(session, listings["documents"], wanted.page),
        issued=_page(session, listings["instruments"], size=10),
    )


def _page(session: Session, listing: Listing, number: int = 1, size: int = 25) -> Page:
    return _there(page_of(session, listing, number, size))


def _there(found: Thing | None) -> Thing:
    if found is None:
        raise HTTPException(404)
    return found


def _id(request: Request, pattern: re.Pattern[str]) -> str:
    name = str(request.path_params["id"])
    if not pattern.fullmatch(name):
        raise HTTPException(404)
    return name


def _choices(session: Session, name: str, column: str) -> list[tuple[str, int]]:
    """What a filter of a list offers, with how many rows each has; the commonest first, years from the latest."""
    asked_of = {
        ("documents", "type"): "SELECT type_name, count(*) FROM documents WHERE same_as IS NULL GROUP BY 1",
        ("documents", "year"): "SELECT year, count(*) FROM documents WHERE same_as IS NULL GROUP BY 1",
        ("instruments", "type"): "SELECT type, count(*) FROM instruments GROUP BY 1",
        ("instruments", "year"): "SELECT coalesce(year, year(issued_on)), count(*) FROM instruments GROUP BY 1",
        ("checks", "kind"): "SELECT kind, count(*) FROM checks WHERE holds = false AND same_as IS NULL GROUP BY 1",
        ("units", "kind"): "SELECT level, count(*) FROM units GROUP BY 1",
    }
    order = "1 DESC" if column == "year" else "2 DESC, 1"
    found = session.connection.execute(f"{asked_of[name, column]} ORDER BY {order} LIMIT 80").fetchall()
    return [(str(value), count) for value, count in found if value is not None]


def _csv(request: Request, session: Session, listing: Listing, name: str) -> Response | None:
    return _download(session, listing, name) if request.url.path.endswith(".csv") else None


def _csv_of(request: Request, session: Session, listings: dict[str, Listing], name: str) -> Response:
    part = request.path_params["part"]
    return _download(session, _there(listings.get(part)), f"{name}-{part}")


def _download(session: Session, listing: Listing, name: str) -> Response:
    """The list as a file whose name is plain letters, whatever the archive calls the thing."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:60] or "baocao"
    headers = {"content-disposition": f'attachment; filename="{plain}.csv"'}
    return Response(as_csv(session, listing), media_type="text/csv; charset=utf-8", headers=headers)


_LISTS: dict[str, Handler] = {
    "documents": listed("documents", lambda _, wanted: lists.documents(wanted), "type", "year"),
    "instruments": listed("instruments", lists.instruments, "type", "year"),
    "indicators": listed("indicators", lists.indicators),
    "units": listed("units", lambda _, wanted: lists.units(wanted), "kind"),
    "checks": listed("checks", lambda _, wanted: lists.checks(wanted), "kind"),
    "failures": listed("failures", lambda _, __: lists.failures()),
}

#: Address → what answers.
PAGES: tuple[tuple[str, Handler], ...] = (
    ("/", home),
    ("/search", search),
    *((f"/{name}{ending}", show) for name, show in _LISTS.items() for ending in ("", ".csv")),
    ("/instruments/{id}", instrument),
    ("/instruments/{id}/{part}.csv", instrument),
    ("/documents/{id}", document),
    ("/documents/{id}/{part}.csv", document),
    ("/documents/{id}/{part}", document),
    ("/indicators/{id}/values.csv", indicator),
    ("/indicators/{id}", indicator),
    ("/units/{id}", unit),
    ("/units/{id}/{part}.csv", unit),
)


def routes(serve: Callable[[Handler], Any]) -> list[Route]:
    """The routes; `serve` gives a handler its session."""
    return [Route(address, serve(handler), methods=["GET"]) for address, handler in PAGES]
