"""Which pages have to be recognised, and why."""

from __future__ import annotations

from typing import Literal

from extract.read.pdf.page import Page

Reason = Literal["picture", "layer", "asked"]
_PICTURE = 0.3


def why_recognise(page: Page, *, always: bool = False) -> Reason | None:
    """Why a page has to be recognised: it is a `picture`, its text `layer` is useless, or all were `asked` for."""
    if always:
        return "asked"
    if not page.tokens and page.images > _PICTURE:
        return "picture"
    return None
