"""What stands on one PDF page: words, ruling lines, in displayed points with the origin at the top left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Token(NamedTuple):
    """A run of characters without white space. `size` is the font's height; `mark` tells a raised note mark."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    bold: bool = False
    mark: bool = False

    @property
    def height(self) -> float:
        """Height of the font's box in points."""
        return self.bottom - self.top


class Rule(NamedTuple):
    """A straight horizontal or vertical line (`at` its fixed coordinate, from `start` to `end` on the other axis)."""

    at: float
    start: float
    end: float


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
