"""What stands on one PDF page: words, ruling lines, in displayed points with the origin at the top left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Token(NamedTuple):
    """A run of characters without white space. `mark` tells a raised note mark; `confidence` (0 to 1) a recognised word."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    bold: bool = False
    mark: bool = False
    confidence: float | None = None

    @property
    def height(self) -> float:
        """Height of the font's box in points."""
        return self.bottom - self.top


class Rule(NamedTuple):
    """A straight horizontal or vertical line (`at` its fixed coordinate, from `start` to `end` on the other axis)."""

    at: float
    start: float
    end: float


class Placing(NamedTuple):
    """How a page lies on page `number` of the file: `turn` quarter turns clockwise set that sheet upright, `skew` degrees
    clockwise about its middle then level it, and the page begins `left` points from its left edge (two-page spreads).

    `width` and `height` are those of the upright sheet.
    """

    number: int
    turn: int
    skew: float
    left: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page as the engine gives it; nothing joined, nothing left out."""

    number: int
    width: float
    height: float
    tokens: tuple[Token, ...]
    horizontal: tuple[Rule, ...]
    vertical: tuple[Rule, ...]
    images: float = 0.0
    """Share of the page that images cover, 0 to 1."""
    columns: tuple[Token, ...] = ()
    """Texts that read upwards or downwards, whole."""
    watermark: tuple[str, ...] = ()
    """Words printed across the text."""
    turn: int = 0
    """Quarter turns clockwise that set the page upright, where its text was drawn sideways."""
    placing: Placing | None = None
    """Where it lies on its sheet, for scans."""
    recognised: bool = False
    """Whether its words are recognised from a picture (OCR)."""

    @property
    def sheet(self) -> int:
        """The page of the file it is, or is a part of."""
        return self.placing.number if self.placing else self.number
