"""Pairs gold facts with predictions, one to one, keeping the reading order (METRIC.md, "Matching")."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher

Pairs = list[tuple[int, int]]


def ordered(rows: int, columns: int, score: Callable[[int, int], float]) -> Pairs:
    """The order-keeping pairing with the highest total score; pairs of score 0 or less are not made."""
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    worth = [[score(i, j) for j in range(columns)] for i in range(rows)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            take = worth[i][j] + best[i + 1][j + 1] if worth[i][j] > 0 else -1.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], take)
    pairs: Pairs = []
    i = j = 0
    while i < rows and j < columns:
        if worth[i][j] > 0 and best[i][j] == worth[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def by_key(gold: Sequence[Hashable], predicted: Sequence[Hashable], alike: Callable[[int, int], float]) -> Pairs:
    """Pairs facts of one key: the n-th with the n-th if there are as many, else the pairing most alike."""
    left: dict[Hashable, list[int]] = {}
    right: dict[Hashable, list[int]] = {}
    for number, key in enumerate(gold):
        left.setdefault(key, []).append(number)
    for number, key in enumerate(predicted):
        right.setdefault(key, []).append(number)
    pairs: Pairs = []
    for key, mine in left.items():
        theirs = right.get(key, [])
        if len(mine) == len(theirs):
            pairs += zip(mine, theirs, strict=True)
        elif theirs:
            made = ordered(len(mine), len(theirs), lambda i, j, m=mine, t=theirs: 1 + alike(m[i], t[j]))  # type: ignore[misc]
            pairs += [(mine[i], theirs[j]) for i, j in made]
    return pairs


def by_sequence(gold: Sequence[Hashable], predicted: Sequence[Hashable], alike: Callable[[int, int], float]) -> Pairs:
    """Pairs rows in order: equal keys first, then within each gap the pairing most alike."""
    pairs: Pairs = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, gold, predicted, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += zip(range(i1, i2), range(j1, j2), strict=True)
        elif tag == "replace":
            made = ordered(i2 - i1, j2 - j1, lambda i, j, a=i1, b=j1: alike(a + i, b + j))  # type: ignore[misc]
            pairs += [(i1 + i, j1 + j) for i, j in made]
    return pairs


def words_shared(left: str, right: str) -> float:
    """Share of the words of the longer text that both have; 0 where it is not the greater part."""
    first, second = left.lower().split(), right.lower().split()
    longer = max(len(first), len(second))
    if not longer:
        return 0.0
    rest = list(second)
    common = 0
    for word in first:
        if word in rest:
            rest.remove(word)
            common += 1
    share = common / longer
    return share if share > 0.5 else 0.0
