"""Which pages have to be recognised, and why.

A page of print has hardly a word that can be no Vietnamese syllable; of a text layer with a wrong character map, or made
by a poor recognition, a third or more cannot (`patterns.syllables`). Measured over real files: at most 4 % of the words of
good pages with 50 words or more, at least 35 % of bad ones.
"""

from __future__ import annotations

from typing import Literal

from extract.read.pdf.page import Page
from patterns.syllables import spelling_of

#: A `picture` without text, or `perhaps` one (a picture with a stamp or a few words over it), a useless text `layer`, or `asked` for.
Reason = Literal["picture", "perhaps", "layer", "asked"]

_PICTURE = 0.3
_MOST = 0.5  # of the page is a picture: then the text layer may be a recognition of it
_FEW = 40
_POOR = 0.15  # of the words over a picture
_GARBLED = 0.3  # of the words of a page that is no picture; another language is no garble
_ENOUGH = 10
_SAMPLE = 120  # words of a page that are looked at, over all of it


def why_recognise(page: Page, *, always: bool = False) -> Reason | None:
    """Why a page has to be recognised; None where its text can be read as it is."""
    if always:
        return "asked"
    if not page.tokens:
        return "picture" if page.images > _PICTURE else None
    sample = page.tokens[:: max(1, len(page.tokens) // _SAMPLE)]
    spelling = spelling_of(token.text for token in sample)
    if page.images > _MOST:
        if spelling.words >= _ENOUGH and spelling.impossible > _POOR * spelling.words:
            return "layer"
        return "perhaps" if len(page.tokens) < _FEW else None
    own = spelling.words - spelling.foreign
    garbled = own >= 2 * _ENOUGH and spelling.impossible - spelling.foreign > _GARBLED * own
    return "layer" if garbled else None
