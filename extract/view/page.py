"""One document and its facts → one HTML file that needs no network and no other file.

Whatever a document or a file name contains is text: Jinja escapes it in the page, `data` in JSON. The security policy allows the
page's own style and script by their hashes, pictures that are in it, and nothing else.
"""

from __future__ import annotations

import base64
import dataclasses
import datetime as dt
import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from extract.document import Document
from extract.facts import DocumentRow
from extract.view.contradictions import contradictions
from extract.view.data import data as script_data
from extract.view.flow import flow
from extract.view.kinds import KINDS, Tables, facts_of
from extract.view.listing import listings, plain
from extract.view.pictures import pictures
from extract.view.sheets import shapes, sheets
from extract.view.words import words

#: By this a page is known as one that was made here, and may be made again.
GENERATOR = "baocao view"
_STEP = re.compile(r"(\w+)\[(\d+)\]")
_STYLES = ("colours", "layout", "document", "facts", "phone")
_SCRIPTS = ("words", "details", "choose", "filter", "document", "keys")
#: What a person wants to know first; the rest follows.
_HEADER_FIRST = (
    "type_name",
    "number",
    "issued_on",
    "organ_name",
    "subject",
    "period_label",
    "signer_position",
    "signer_name",
)
_HEADER_LEFT_OUT = (
    *("doc_id", "sources", "same_as", "text_sketch", "number_sketch", "warnings", "code_number", "code_notation"),
    *("schema_version", "reader_version", "rules_version"),
)


def make_page(data: bytes, document: Document, tables: Tables, name: str) -> str:
    """The page of a document that was read from `data`, a file called `name`, with its tables. Same input, same page."""
    (header,) = tables["documents"]
    assert isinstance(header, DocumentRow)
    facts = list(facts_of(tables))
    pages = list(sheets(pictures(data, document.media_type, document.pages), facts)) if document.pages else []
    style = "\n".join([*(_file("styles", f"{name}.css") for name in _STYLES), shapes(pages)])
    script = "\n".join(['"use strict";', *(_file("scripts", f"{name}.js") for name in _SCRIPTS)])
    return (
        _environment()
        .get_template("page.html")
        .render(
            generator=GENERATOR,
            policy=_policy(style, script),
            style=Markup(style),
            script=Markup(script),
            data=script_data(tables),
            name=name,
            title=" ".join(part for part in (header.type_name, header.number) if part) or name,
            header=header,
            fields=_fields(header),
            sheets=pages,
            flow=() if pages else tuple(flow(document, facts)),
            kinds=KINDS,
            listings=listings(tables),
            contradictions=contradictions(document, tables),
            unsure=sum(getattr(check, "holds", False) is None for check in tables.get("checks", ())),
        )
    )


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _fields(header: DocumentRow) -> list[tuple[str, str, str, Any]]:
    """What the header says: column, its meaning in both languages, value."""
    found = []
    fields = {field.name: field for field in dataclasses.fields(header)}
    for field in (fields[name] for name in dict.fromkeys((*_HEADER_FIRST, *fields))):
        value = getattr(header, field.name)
        if value not in (None, ()) and field.name not in _HEADER_LEFT_OUT and not field.name.startswith("n_"):
            found.append(
                (
                    field.name,
                    field.metadata["vi"],
                    field.metadata["en"],
                    value if isinstance(value, dt.date) else plain(value),
                )
            )
    return found


def _file(folder: str, name: str) -> str:
    return files("extract.view").joinpath(folder, name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("extract.view", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["t"] = _word
    environment.filters["steps"] = _steps
    environment.filters["number"] = _vietnamese
    return environment


def _word(key: str) -> Markup:
    """Words in Vietnamese, with the key by which the script finds them in English."""
    return Markup('<span data-t="{}">{}</span>').format(key, words()[key].vi)


def _steps(block: str) -> list[tuple[str, str]]:
    """The path of a block for a reader: paragraph 12; table 1 row 5; of a table in a table the inner one."""
    steps = [(f"place.{kind}", number) for kind, number in _STEP.findall(block)]
    found = [step for step in steps[-3:] if step[0] in words()]
    return found or [("", block)]


def _vietnamese(value: Any) -> str:
    """A number as it is written in Viet Nam: 1.234,5."""
    whole, _, rest = f"{value:,.10f}".rstrip("0").rstrip(".").partition(".")
    return whole.replace(",", ".") + ("," + rest if rest else "")
