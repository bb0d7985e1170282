"""Words with figures are read twice: a letter read wrong makes a misspelling, a figure read wrong another number.

The second time they stand side by side on a strip, larger, out of their sentence. Where its figures differ from the first reading
one of the two is wrong, and the word is doubtful.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np
from PIL import Image

from extract.read.scan.components import Parts
from extract.read.scan.lines import Printed, printed_of, strip_of
from extract.read.scan.pixels import Grey
from extract.read.scan.recognise import Seen, recognised

_ENLARGED = 1.25
_GAP, _PAD = 0.16, 0.08  # inches
_ON_STRIP = 14
_DISPUTED = 0.5
_ALIKE = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"})


def checked(grey: Grey, parts: Parts, seen: Sequence[Seen], dpi: float) -> list[Seen]:
    """The words, those less sure whose figures were read otherwise the second time."""
    numbered = [(n, ink) for n, word in enumerate(seen) if _figures(word.text) and (ink := _ink(parts, word))]
    doubted: set[int] = set()
    for batch in _batches(iter(numbered)):
        again = _again(grey, parts, [ink for _, ink in batch], dpi)
        for (n, _), text in zip(batch, again, strict=True):
            if _figures(text) != _figures(seen[n].text):
                doubted.add(n)
    return [
        word._replace(confidence=min(word.confidence, _DISPUTED)) if n in doubted else word
        for n, word in enumerate(seen)
    ]


def _figures(text: str) -> str:
    """The figures of a word that has any; letters that look like figures count where figures stand beside them."""
    if not any(map(str.isdigit, text)):
        return ""
    return "".join(sign for sign in text.translate(_ALIKE) if sign.isdigit())


def _ink(parts: Parts, word: Seen) -> Printed | None:
    x, y = (parts.x0 + parts.x1) / 2, (parts.top + parts.bottom) / 2
    own = np.nonzero((x > word.x0 - 2) & (x < word.x1 + 2) & (y > word.top - 2) & (y < word.bottom + 2))[0]
    return printed_of(parts, own) if len(own) else None


def _batches(words: Iterator[tuple[int, Printed]]) -> Iterator[list[tuple[int, Printed]]]:
    while batch := list(islice(words, _ON_STRIP)):
        yield batch


def _again(grey: Grey, parts: Parts, lines: Sequence[Printed], dpi: float) -> list[str]:
    strip = strip_of(grey, parts, lines, gap=round(_GAP * dpi), pad=round(_PAD * dpi))
    size = round(strip.picture.shape[1] * _ENLARGED), round(strip.picture.shape[0] * _ENLARGED)
    picture = np.asarray(Image.fromarray(strip.picture).resize(size, Image.Resampling.BICUBIC))
    texts = [""] * len(lines)
    for word in recognised(picture, dpi * _ENLARGED, "line"):
        texts[strip.line_at((word.x0 + word.x1) / (2 * _ENLARGED))] += word.text
    return texts
