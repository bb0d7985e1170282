"""Templates → pages: everything is escaped, in the language the reader chose."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from extract.web import charts, graph
from extract.web.asked import Asked
from extract.web.moment import Session
from extract.web.speech import LANGUAGES, Speech

HERE = Path(__file__).parent
_YEAR = 365 * 24 * 3600


@cache
def environment() -> Environment:
    """The templates; what they name and nobody gave is an error."""
    found = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= {"shortened": shortened, "dated": dated}
    found.globals |= {
        "CHART": (charts.WIDTH, charts.HEIGHT),
        "GRAPH": (graph.WIDTH, graph.PILL, graph.NODE_WIDTH, graph.HALF),
    }
    return found


def shortened(text: object, length: int) -> str:
    """A text cut for a narrow place, with an ellipsis."""
    whole = re.sub(r"\s+", " ", str(text)).strip()
    return whole if len(whole) <= length else whole[: length - 1].rstrip() + "…"


def dated(text: str, date: Callable[[dt.date], str]) -> str:
    """A text as it is, or, if it is a date, as the language writes it."""
    try:
        return date(dt.date.fromisoformat(text))
    except ValueError:
        return text


def speech(request: Request) -> Speech:
    """The language of the address (`?lang=`), of the cookie, or Vietnamese."""
    for language in (request.query_params.get("lang"), request.cookies.get("lang")):
        if language in LANGUAGES:
            return Speech(language)
    return Speech(LANGUAGES[0])


def render(request: Request, session: Session | None, template: str, status: int = 200, **values: Any) -> Response:
    """A page. A language asked for in the address is kept in a cookie."""
    spoken = speech(request)
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    switch = "?" + urlencode([*kept, ("lang", spoken.other)])
    page = environment().get_template(template)
    html = page.render(
        {"asked": Asked()} | values,
        say=spoken.say,
        term=spoken.term,
        number=spoken.number,
        brief=spoken.brief,
        date=spoken.date,
        language=spoken.language,
        other=spoken.other,
        switch=switch,
        path=request.url.path,
        generation=session.generation if session else None,
    )
    response = HTMLResponse(html, status)
    if request.query_params.get("lang") in LANGUAGES:
        response.set_cookie("lang", spoken.language, max_age=_YEAR, samesite="lax", httponly=True)
    return response
