"""Pages of `baocao view`, made once for the tests that look at them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lxml import html

from baocao.view import page_of
from extract.document import Document
from extract.pipeline import Facts, extract_facts
from extract.view.page import make_page

DOCUMENTS = Path(__file__).parents[1] / "corpus/documents"
SHOWN = ("huyen-cai-cach-hanh-chinh.pdf", "huyen-cai-cach-hanh-chinh.docx", "tinh-nong-nghiep.docx")


@cache
def shown(name: str) -> str:
    """The page of a document that the repository ships."""
    return page_of(DOCUMENTS / name).decode()


@cache
def parsed(name: str) -> html.HtmlElement:
    """The same as a tree."""
    return html.document_fromstring(shown(name))


@cache
def facts_in(name: str) -> Facts:
    """What `baocao.extract` finds in it."""
    import baocao

    return baocao.extract(DOCUMENTS / name).facts


def page_with(document: Document, name: str = "a.txt") -> str:
    """The page of a document made by hand."""
    return make_page(b"", document, extract_facts(document).rows(), name)
