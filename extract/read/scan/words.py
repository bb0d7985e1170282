"""Recognised words → tokens in points, with the height and weight of their print, as the digital path gives them.

The font's size follows from the height of lower-case letters (capitals where there are none), as in Times. Sizes measured
on pixels waver, so a line of nearly the sheet's usual size is of that size. Bold letters have thicker stems.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from statistics import median

import numpy as np

from extract.read.pdf.page import Token
from extract.read.scan.components import Runs
from extract.read.scan.recognise import Seen

_LOWER, _CAPITAL = 0.448, 0.662  # of the font's size
_ASCENT, _DESCENT = 0.89, 0.22  # as the engine has it for print
_LIKE_USUAL = 0.2
_ENOUGH_LETTERS = 6
_BOLD = 1.28  # times the usual stem
#: Signs that stand by themselves within no line: specks.
_NOT_WITHIN = frozenset(".,'`_‘’~^°|¦\"")
_ASIDE = 0.35  # less sure than this a sign by itself is a speck


def tokens(seen: Sequence[Seen], dpi: float, runs: Runs, usual: float | None = None) -> list[Token]:
    """Tokens of the words of one sheet. `usual` is the size of its print in points, if that is known."""
    lines: dict[int, list[Seen]] = defaultdict(list)
    for number, word in enumerate(seen, start=1):
        ends = number == len(seen) or seen[number].line != word.line
        if not _is_speck(word) and (ends or word.text not in _NOT_WITHIN):
            lines[word.line].append(word)
    if usual is None:
        usual = usual_size(seen, dpi)
    sizes = {number: _size(line, dpi, usual) for number, line in lines.items()}
    scale = 72 / dpi
    stems = {number: [_stem(word, runs) for word in line] for number, line in lines.items()}
    every = sorted(stem / sizes[number] for number, found in stems.items() for stem in found if stem)
    normal = every[len(every) * 2 // 5] if every else 0.0
    made: list[Token] = []
    for number, line in lines.items():
        size = usual if usual and abs(sizes[number] - usual) <= _LIKE_USUAL * usual else sizes[number]
        heavy = _heavy(stems[number], _BOLD * normal * sizes[number])
        bases = median(word.base for word in line)
        for word, bold in zip(line, heavy, strict=True):
            base = (bases if abs(word.base - bases) < 4 else word.base) * scale
            made.append(
                Token(
                    word.text, word.x0 * scale, base - _ASCENT * size, word.x1 * scale, base + _DESCENT * size,
                    bold, False, round(max(0.0, min(word.confidence, 1.0)), 4),
                )
            )  # fmt: skip
    return made


def usual_size(seen: Sequence[Seen], dpi: float) -> float:
    """The size of most of the print, in points; 0 without any."""
    lines: dict[int, list[Seen]] = defaultdict(list)
    for word in seen:
        lines[word.line].append(word)
    sizes = [_size(line, dpi, 0.0) for line in lines.values() for _ in "".join(word.text for word in line)]
    return round(median(sizes) * 2) / 2 if sizes else 0.0


def _size(line: Sequence[Seen], dpi: float, usual: float) -> float:
    """The size of a line's print. Of a few letters, or capitals alone, it is hard to tell: then what is nearest to the usual."""
    text = "".join(word.text for word in line)
    high = line[0].low * 72 / dpi
    if usual and abs(high / _CAPITAL - usual) <= _LIKE_USUAL / 2 * usual:
        measured = usual  # many capitals and figures pass for the height of lower-case letters
    elif sum(map(str.islower, text)) >= _ENOUGH_LETTERS or not usual:
        measured = high / (_LOWER if any(map(str.islower, text)) else _CAPITAL)
    elif len(text) < _ENOUGH_LETTERS and 0.6 * usual < high / _CAPITAL < 1.5 * usual:
        measured = usual
    else:
        measured = min((high / _LOWER, high / _CAPITAL), key=lambda size: abs(size - usual))
    return min(max(measured, 5.0), 40.0)


def _is_speck(word: Seen) -> bool:
    """Whether a word is dirt: signs without a letter or digit that recognition is not sure of."""
    return word.confidence < _ASIDE and not any(map(str.isalnum, word.text))


def _stem(word: Seen, runs: Runs) -> float:
    """The usual width of a stroke of the word in pixels; 0 where it has too few."""
    if sum(map(str.isalpha, word.text)) < 2:
        return 0.0
    start, end = np.searchsorted(runs.row, (int(word.base - word.low), int(word.base)))
    first, last = runs.start[start:end], runs.end[start:end]
    inside = (first >= word.x0 - 1) & (last <= word.x1 + 1)
    widths = (last - first)[inside]
    return float(np.median(widths)) if len(widths) >= 8 else 0.0


def _heavy(stems: Sequence[float], least: float) -> list[bool]:
    """Which words of a line are bold: what they measure, smoothed over their neighbours, since short words say little."""
    known = [stem for stem in stems if stem]
    if not known or not least:
        return [False] * len(stems)
    marks = [stem > least if stem else None for stem in stems]
    share = sum(stem > least for stem in known) / len(known)
    if share >= 0.75 or share <= 0.25:
        return [share >= 0.75] * len(stems)
    smooth: list[bool] = []
    for index in range(len(marks)):
        near = [mark for mark in marks[max(0, index - 2) : index + 3] if mark is not None]
        smooth.append(sum(near) * 2 > len(near))
    return smooth
