"""Footnotes at the foot of a page: below a short rule, or set small and begun with a raised mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import regex

from extract.read.pdf.lines import Line, make_line
from extract.read.pdf.page import Page, Token

_LABEL = regex.compile(r"^[(\[]?(\d{1,3}|\*{1,3})[)\].]?$")
_GLUED = regex.compile(r"^[(\[]?(\d{1,3})[)\].]?(?=\p{L})")


@dataclass(frozen=True, slots=True)
class Note:
    """The lines of one footnote on one page; `label` is None where it goes on from the page before."""

    page: int
    label: str | None
    lines: tuple[Line, ...]


def all_notes(
    pages: Sequence[Page], lines: Sequence[Sequence[Line]], body_height: float
) -> tuple[list[list[Line]], list[Note]]:
    """The running lines of each page, and the footnotes of all. A mark may be low on a page and its note on the next."""
    running: list[list[Line]] = []
    notes: list[Note] = []
    owed: frozenset[str] = frozenset()
    for page, own in zip(pages, lines, strict=True):
        kept, foot = split_notes(page, own, body_height, owed)
        running.append(kept)
        notes.extend(foot)
        owed = _marks(kept).difference(note.label for note in foot if note.label)
    return running, notes


def _marks(lines: Sequence[Line]) -> frozenset[str]:
    return frozenset(token.text.strip("().[]") for line in lines for token in line.tokens if token.mark)


def split_notes(
    page: Page, lines: Sequence[Line], body_height: float, owed: frozenset[str] = frozenset()
) -> tuple[list[Line], list[Note]]:
    """The page's running lines, and its footnotes; `owed` are marks of the page before whose notes were not on it."""
    start = _start(page, lines, body_height)
    if start is None:
        return list(lines), []
    foot = sorted((line for line in lines if line.top >= start), key=lambda line: line.top)
    body = [line for line in lines if line.top < start]
    notes: list[Note] = []
    marked = _marks(body) | owed
    for line in foot:
        label, rest = _labelled(line, body_height)
        if label is not None and (line.tokens[0].mark or not marked or label in marked):
            notes.append(Note(page.number, label, (rest,)))
        elif notes:
            last = notes[-1]
            notes[-1] = Note(last.page, last.label, (*last.lines, line))
        else:
            notes.append(Note(page.number, None, (line,)))
    return body, notes


def _labelled(line: Line, body_height: float) -> tuple[str | None, Line]:
    first = line.tokens[0]
    found = _LABEL.match(first.text)
    if (
        found
        and len(line.tokens) > 1
        and (first.mark or first.height < 0.95 * line.tokens[1].height or len(first.text) <= 3)
    ):
        rest = line.tokens[1:]
        return found[1], make_line(line.page, rest)
    glued = _GLUED.match(first.text)
    if glued and not first.text[glued.end() :].isupper():
        token = Token(first.text[glued.end() :], first.x0, first.top, first.x1, first.bottom, first.bold)
        return glued[1], make_line(line.page, (token, *line.tokens[1:]))
    return None, line


def _start(page: Page, lines: Sequence[Line], body_height: float) -> float | None:
    """Top of the footnotes, None if the page has none."""
    if not lines:
        return None
    last = max(line.bottom for line in lines)
    for rule in reversed(page.horizontal):
        length = rule.end - rule.start
        if rule.at < 0.3 * page.height or not 0.12 * page.width < length < 0.5 * page.width:
            continue
        below = [line for line in lines if line.top >= rule.at - 2]
        if not below or rule.at > last:
            continue
        first = min(below, key=lambda line: line.top)
        left = min(line.x0 for line in lines)
        if abs(rule.start - left) > 60 or any(line.top < rule.at - 2 < line.bottom - 3 for line in lines):
            continue
        above = [line.height for line in lines if line.top < rule.at - 2]
        usual = median(above) if len(above) > 3 else body_height  # in a file full of notes they are the usual height
        small = median(line.height for line in below) < 0.93 * usual
        if small and (_labelled(first, body_height)[0] is not None or first.top - rule.at < 2.5 * first.height):
            return rule.at - 2
    marked = [line for line in lines if line.tokens[0].mark and _LABEL.match(line.tokens[0].text)]
    for line in sorted(marked, key=lambda line: line.top):
        below = [other for other in lines if other.top >= line.top - 1]
        if median(other.height for other in below) < 0.93 * body_height and line.top > 0.4 * page.height:
            return line.top - 1
    return None
