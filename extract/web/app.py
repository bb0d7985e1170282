"""The application: addresses, errors and files of its own put together behind the guard."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import duckdb
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from extract.web.asked import Refused
from extract.web.guard import Guard
from extract.web.moment import Room
from extract.web.pages import Handler, routes
from extract.web.render import HERE, render

#: Our own files, by name; no other is ever opened.
_STATIC = {"style.css": "text/css; charset=utf-8", "icon.svg": "image/svg+xml"}


def application(out: str | Path, *, any_host: bool = False) -> Guard:
    """The server's application over an output folder. Raises StoreError if it is no archive.

    `any_host`: requests may name other hosts than this machine's loopback.
    """
    room = Room(Path(out).absolute())

    def serve(handler: Handler) -> Callable[[Request], Response]:
        def endpoint(request: Request) -> Response:
            try:
                with room.session() as session:
                    return handler(request, session)
            except Refused as refused:
                return _error(request, 400, str(refused))
            except duckdb.IOException:
                return _error(request, 503)

        return endpoint

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        room.close()

    pages = Starlette(
        routes=[*routes(serve), *(Route(f"/static/{name}", _static(name, kind)) for name, kind in _STATIC.items())],
        exception_handlers={HTTPException: _http_error, Exception: _failure},
        lifespan=lifespan,
    )
    return Guard(pages, any_host=any_host)


def _static(name: str, kind: str) -> Callable[[Request], Response]:
    return lambda _: FileResponse(HERE / "static" / name, media_type=kind)


def _http_error(request: Request, error: Exception) -> Response:
    return _error(request, error.status_code if isinstance(error, HTTPException) else 500)


def _failure(request: Request, _: Exception) -> Response:
    return _error(request, 500)


def _error(request: Request, status: int, reason: str | None = None) -> Response:
    known = status if status in (400, 404, 405, 503) else 500
    return render(request, None, "error.html", known, code=known, reason=reason or f"error.say.{known}")
