"""Which pages of a document are recognised, and the document with their words. The rest is read as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Literal

from extract.document import TextOrigin
from extract.read.pdf.page import Page, Placing
from extract.read.scan.needed import why_recognise

Ocr = Literal["auto", "always", "never"]


def recognise_pages(document: Any, found: Sequence[Page], ocr: Ocr) -> tuple[list[Page], list[str]]:
    """The pages of an open PDF with those recognised that need it, and what to tell about that.

    A two-page spread gives two pages; then all pages are numbered anew, and `Page.sheet` is the page of the file.
    """
    wanted = {page.number: reason for page in found if (reason := why_recognise(page, always=ocr == "always"))}
    if not wanted:
        return list(found), []
    from extract.read.scan.recognise import missing

    lacking = missing()
    if ocr == "never" or lacking:
        told = f"not asked for (--ocr never): pages {_numbers(wanted)}" if ocr == "never" else ""
        told = told or f"text recognition needs: {lacking}; pages {_numbers(wanted)}"
        garbled = [number for number, reason in wanted.items() if reason != "picture"]
        kept = [replace(p, tokens=()) if wanted.get(p.number) == "layer" else p for p in found]
        return kept, [*_told(wanted), f"left out, {told}"]
    from extract.read.scan.render import sheet_of
    from extract.read.scan.sheet import pages_of

    pages: list[Page] = []
    for page in found:
        if page.number not in wanted:
            moved = len(pages) + 1 != page.number
            pages.append(_renumbered(page, len(pages) + 1) if moved else page)
            continue
        opened = document[page.number - 1]
        try:
            sheet = sheet_of(opened)
        finally:
            opened.close()
        pages.extend(pages_of(sheet, page.number, first=len(pages) + 1))
    return pages, [*_told(wanted), f"text recognised (OCR): pages {_numbers(wanted)}"]


def text_origin(pages: Sequence[Page]) -> TextOrigin:
    """Where the text of these pages comes from."""
    kinds = {page.recognised for page in pages if page.tokens}
    return "mixed" if len(kinds) == 2 else "ocr" if True in kinds else "digital"


def _told(wanted: dict[int, str]) -> Iterator[str]:
    bad = [number for number, reason in wanted.items() if reason == "layer"]
    if bad:
        yield f"the text layer is not Vietnamese (wrong character map or poor recognition): pages {_numbers(bad)}"


def _renumbered(page: Page, number: int) -> Page:
    placing = Placing(page.number, page.turn, 0.0, 0.0, page.width, page.height)
    return replace(page, number=number, placing=placing)


def _numbers(numbers: Sequence[int] | dict[int, str]) -> str:
    """`1-3, 7`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)
