"""Pages with the boxes of the facts on them.

Boxes are drawn as SVG in points of the page, so that they keep their places at any size, without a style attribute
(which the page's security policy forbids).
"""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extract.grounding import Fact
from extract.view.kinds import Kind
from extract.view.marks import classes
from extract.view.pictures import Picture

_MARGIN = 1.2  # points around the letters


class Rectangle(NamedTuple):
    """A line of a fact on a page, in points."""

    fact_id: str
    classes: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is shown. `shape` names the style rule of its proportions."""

    number: int
    width: float
    height: float
    shape: str
    source: str
    rectangles: tuple[Rectangle, ...]


def sheets(pictures: Iterable[Picture], facts: Sequence[tuple[Kind, Fact]]) -> Iterator[Sheet]:
    """The pages in order. Of two facts at one place the later is on top, and the narrower on the wider."""
    on_page: dict[int, list[Rectangle]] = defaultdict(list)
    for kind, fact in facts:
        for page, x0, top, x1, bottom in fact.boxes:
            x, y, width, height = x0 - _MARGIN, top - _MARGIN, x1 - x0 + 2 * _MARGIN, bottom - top + 2 * _MARGIN
            at = (round(x, 1), round(y, 1), round(width, 1), round(height, 1))
            on_page[page].append(Rectangle(fact.fact_id, classes(kind, fact.doubtful), *at))
    for number, picture in enumerate(pictures, start=1):
        width, height = round(picture.width, 1), round(picture.height, 1)
        content = base64.b64encode(picture.content).decode()
        yield Sheet(
            number=number,
            width=width,
            height=height,
            shape=f"shape-{width:g}-{height:g}".replace(".", "_"),
            source=f"data:{picture.media_type};base64,{content}" if content else "",
            rectangles=tuple(sorted(on_page[number], key=lambda one: -one.width * one.height)),
        )


def shapes(found: Iterable[Sheet]) -> str:
    """Style rules for the proportions of the pages: pages out of sight keep their height without being drawn."""
    rules = {sheet.shape: f".{sheet.shape} {{ aspect-ratio: {sheet.width:g} / {sheet.height:g}; }}" for sheet in found}
    return "\n".join(rules[shape] for shape in sorted(rules))
