"""Lines drawn twice, a fraction of a point apart: fake bold, and pages painted over themselves."""

from __future__ import annotations

_Key = tuple[int, int, float]


class DrawnTwice:
    """The lines of a page as they come; a text of the same words at nearly the same place is no new one.

    Places are cells of two points in two grids, half a cell apart each way: at least in one of them two neighbours meet.
    """

    def __init__(self) -> None:
        self._seen: dict[str, tuple[float, float] | set[_Key]] = {}

    def __call__(self, text: str, x: float, y: float) -> bool:
        """Whether the line that begins at `x`, `y` was there before; else it is kept in mind."""
        former = self._seen.get(text)
        if former is None:
            self._seen[text] = (x, y)  # most texts come once: no cells yet
            return False
        if isinstance(former, tuple):
            former = self._seen[text] = _cells(*former)
        own = _cells(x, y)
        if not former.isdisjoint(own):
            return True
        former |= own
        return False


def _cells(x: float, y: float) -> set[_Key]:
    return {(int(x / 2 + dx), int(y / 2 + dy), 2 * dx + 4 * dy) for dx in (0.0, 0.5) for dy in (0.0, 0.5)}
