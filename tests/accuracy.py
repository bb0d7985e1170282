"""Character accuracy: 1 less the edit distance over the length of what is expected, white space counted once."""

from __future__ import annotations

from collections import Counter


def flat(text: str) -> str:
    """Text with all white space as single spaces."""
    return " ".join(text.split())


def accuracy(found: str, expected: str) -> float:
    """Share of the expected characters that are right; white space is one space."""
    wanted = flat(expected)
    return 1 - distance(flat(found), wanted) / len(wanted)


def distance(first: str, second: str) -> int:
    """Levenshtein distance, a column at a time in the bits of whole numbers (Myers 1999)."""
    if not first:
        return len(second)
    places: dict[str, int] = {}
    for position, character in enumerate(first):
        places[character] = places.get(character, 0) | 1 << position
    everything, last = (1 << len(first)) - 1, 1 << (len(first) - 1)
    up, down, score = everything, 0, len(first)
    for character in second:
        equal = places.get(character, 0)
        diagonal = (((equal & up) + up) ^ up) | equal | down
        right_up, right_down = down | ~(diagonal | up), up & diagonal
        score += bool(right_up & last) - bool(right_down & last)
        right_up = right_up << 1 | 1
        up = (right_down << 1 | ~(diagonal | right_up)) & everything
        down = right_up & diagonal & everything
    return score


def word_accuracy(found: str, expected: str) -> float:
    """The same without regard to order: characters of words that only one of the two texts has, over the longer of these."""
    first, second = Counter(found.split()), Counter(expected.split())
    extra, missing = (
        sum(len(word) * count for word, count in part.items()) for part in (first - second, second - first)
    )
    return 1 - max(extra, missing) / sum(len(word) * count for word, count in second.items())
