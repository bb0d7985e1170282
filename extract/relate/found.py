"""What a check finds, and how numbers are written in its message."""

from __future__ import annotations

from dataclasses import dataclass

from patterns.numbers import read_figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One recomputed relation; `message` is one Vietnamese sentence."""

    kind: str
    holds: bool | None
    stated: float | None
    expected: float | None
    facts: tuple[str, ...]
    message: str


def written(value: float, decimals: int | None = None) -> str:
    """A number as a Vietnamese reader writes it: 1889.0 → `1.889`, 32.357 with 2 decimals → `32,36`."""
    if decimals is None:
        decimals = next((d for d in range(4) if abs(value - round(value, d)) < 1e-9), 4)
    text = f"{value:,.{decimals}f}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def decimals_of(raw: str | None) -> int:
    """How many decimals a number is stated with: `57,34` → 2, `3.327` → 0."""
    figure = read_figure(raw.strip()) if raw else None
    return figure.decimals if figure else 0
