"""Which pages of a document are recognised, and the document with their words. The rest is read as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.document import Ocr, TextOrigin
from extract.read.pdf.engine import open_pdf
from extract.read.pdf.page import Page, Placing
from extract.read.scan.needed import Reason, why_recognise


def recognise_pages(data: bytes, found: Sequence[Page], ocr: Ocr) -> tuple[list[Page], list[str]]:
    """The pages of a PDF (`data` is its bytes) with those recognised that need it, and what to tell about that.

    A two-page spread gives two pages; then all pages are numbered anew, and `Page.sheet` is the page of the file.
    """
    wanted = {page.number: reason for page in found if (reason := why_recognise(page, always=ocr == "always"))}
    if not wanted:
        return list(found), []
    lacking = None if ocr == "never" else _missing()
    if ocr == "never" or lacking:
        return list(found), list(_left(wanted, lacking))
    from extract.read.scan.render import sheet_of
    from extract.read.scan.sheet import holds_more, pages_of

    pages: list[Page] = []
    document = open_pdf(data)
    for page in found:
        number, first = page.number, len(pages) + 1
        if number in wanted:
            opened = document[number - 1]
            try:
                sheet = sheet_of(opened)
            finally:
                opened.close()
            if wanted[number] == "perhaps" and not holds_more(sheet, page):
                del wanted[number]
            else:
                pages.extend(pages_of(sheet, number, first=first))
                continue
        pages.append(page if number == first else _renumbered(page, first))
    document.close()
    return pages, [*_bad_layers(wanted), f"text recognised (OCR): pages {_numbers(wanted)}"] if wanted else []


def _missing() -> str | None:
    from extract.read.scan.recognise import missing

    return missing()


def _left(wanted: dict[int, Reason], lacking: str | None) -> Iterator[str]:
    """What to tell where nothing is recognised. A bad text layer is read as it is."""
    yield from _bad_layers(wanted)
    why = f"text recognition (OCR) needs: {lacking}" if lacking else "recognition was not wanted (--ocr never)"
    for reasons, what in ((("picture", "asked"), "no text layer"), (("perhaps",), "hardly any text over a picture")):
        left = [number for number, reason in wanted.items() if reason in reasons]
        if left:
            yield f"{what}, left out: pages {_numbers(left)}; {why}"


def _bad_layers(wanted: dict[int, Reason]) -> Iterator[str]:
    bad = [number for number, reason in wanted.items() if reason == "layer"]
    if bad:
        numbers = _numbers(bad)
        yield f"the text layer is not Vietnamese: wrong character map, old encoding or poor recognition: pages {numbers}"


def text_origin(pages: Sequence[Page]) -> TextOrigin:
    """Where the text of these pages comes from."""
    kinds = {page.recognised for page in pages if page.tokens}
    return "mixed" if len(kinds) == 2 else "ocr" if True in kinds else "digital"


def _renumbered(page: Page, number: int) -> Page:
    placing = Placing(page.number, page.turn, 0.0, 0.0, page.width, page.height)
    return replace(page, number=number, placing=placing)


def _numbers(numbers: Iterable[int]) -> str:
    """`1-3, 7`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)
