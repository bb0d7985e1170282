"""One Word paragraph → the paragraphs a reader of the page sees, and the two halves of a line laid out with a tab.

Word users break lines inside a paragraph (Shift+Enter) for two reasons: to wrap a long title, and to begin what is really
another paragraph. A break begins another paragraph where the page says so: after the end of a sentence, before a list
marker, at an empty line, where the weight or the case of the letters changes in a title, after a signing prefix.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import regex

from extract.read.clean import clean, raw_of
from extract.read.docx.runs import LINE, PAGE, TAB, Inline
from extract.read.items import Paragraph
from extract.read.legacy.kept import original

_BREAK = regex.compile(f"[{LINE}{PAGE}]+")
_TERMINAL: Final = (".", ";", ":", "!", "?", "…", "_", "*")
_MARKER = regex.compile(
    r"\s*(?:[-–—+*•●○▪■◆✓➢]\s|[-–+]\p{Lu}|(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|\p{Ll})[.)]\s|Điều\s+\d|(?:[Nn]ơi nhận|Kính gửi)\s*:)"
)
_SIGNING = regex.compile(r"\s*(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\b\.?\s*\p{Lu}{2}")
_RULE = regex.compile(r"\s*[_\-–—=~][\s_\-–—=~]{2,}")
_LETTERS = regex.compile(r"\p{L}")
_GAP = regex.compile(rf"[ \u00a0]*{TAB}[\s\u00a0]*|[ \u00a0]{{4,}}")
_MOSTLY: Final = 0.8
_MOST_GAPS: Final = 10
_WIDEST_LINE: Final = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Woven:
    """A paragraph with gaps (tabs, many spaces) that may be two columns of a layout: the ways to part it in two."""

    whole: Paragraph
    halves: tuple[tuple[Paragraph | None, Paragraph], ...]


@dataclass(frozen=True, slots=True)
class _Setting:
    label: str
    centered: bool
    outline: int | None


def paragraphs_of(
    inline: Inline, *, label: str, centered: bool, outline: int | None, in_cell: bool = False
) -> list[Paragraph | Woven]:
    """The printed paragraphs of one Word paragraph; none where it is empty."""
    pieces = inline.pieces
    text = inline.text
    found: list[Paragraph | Woven] = []
    start = 0
    for end, following in _ends(pieces, text, in_cell):
        part = _slice(pieces, start, end)
        line = _line(part, label, centered, outline, weave=True)
        if line is not None:
            found.append(line)
            label = ""
        start = following
    return found


def _line(
    pieces: list[tuple[str, bool]], label: str, centered: bool, outline: int | None, weave: bool
) -> Paragraph | Woven | None:
    body = "".join(piece for piece, _ in pieces)
    text = clean((label + body).replace(LINE, " "))
    if not text or not (body.strip() or label):
        return None
    raw = label + "".join(original(piece) for piece, _ in pieces)
    whole = Paragraph(
        text=text, raw=raw_of(_shown(raw), text), bold=is_bold(pieces), centered=centered, outline=outline
    )
    if not weave or label or (TAB not in body and "    " not in body.replace("\u00a0", " ")):
        return whole
    gaps = list(_GAP.finditer(body)) if len(body) <= _WIDEST_LINE else []
    halves = []
    for gap in gaps if len(gaps) <= _MOST_GAPS else []:
        left = _line(_slice(pieces, 0, gap.start()), "", False, outline, weave=False)
        right = _line(_slice(pieces, gap.end(), len(body)), "", False, outline, weave=False)
        if isinstance(right, Paragraph) and not isinstance(left, Woven):
            halves.append((left, right))
    return Woven(whole=whole, halves=tuple(halves)) if halves else whole


def is_rule(item: object) -> bool:
    """Whether a paragraph is only a line drawn with characters, as under quốc hiệu."""
    return isinstance(item, Paragraph) and _RULE.fullmatch(item.text) is not None


def is_bold(pieces: list[tuple[str, bool]]) -> bool | None:
    """Whether at least 80 % of the letters are bold; None without letters."""
    letters = bold = 0
    for piece, heavy in pieces:
        count = sum(map(str.isalpha, piece))
        letters += count
        bold += count if heavy else 0
    return bold >= _MOSTLY * letters if letters else None


def _ends(pieces: list[tuple[str, bool]], text: str, in_cell: bool) -> list[tuple[int, int]]:
    """Where the printed paragraphs of a text end, each with the start of the next."""
    if LINE not in text and PAGE not in text:
        return [(len(text), len(text))]
    found: list[tuple[int, int]] = []
    start = 0
    for gap in _BREAK.finditer(text):
        before, after = text[start : gap.start()], text[gap.end() :]
        following = after.split(LINE, 1)[0].split(PAGE, 1)[0]
        if not before.strip() or not following.strip():
            continue
        if PAGE in gap[0] or len(gap[0]) > 1 or _parts(before, following, pieces, start, gap, in_cell):
            found.append((gap.start(), gap.end()))
            start = gap.end()
    return [*found, (len(text), len(text))]


def _parts(
    before: str, following: str, pieces: list[tuple[str, bool]], start: int, gap: regex.Match[str], in_cell: bool
) -> bool:
    """Whether the line after a soft break begins another paragraph."""
    last = before.rsplit(LINE, 1)[-1].strip()
    if before.rstrip().endswith(_TERMINAL) or _MARKER.match(following) or _SIGNING.match(last):
        return True
    if _RULE.fullmatch(following) or (in_cell and following.lstrip()[:1].isupper() and not following.isupper()):
        return True
    if len(before) > 200 or len(following) > 200:
        return False
    if last.isupper() != following.isupper() and min(len(_LETTERS.findall(last)), len(_LETTERS.findall(following))) > 3:
        return True
    weight = is_bold(_slice(pieces, start, gap.start()))
    return weight is not is_bold(_slice(pieces, gap.end(), gap.end() + len(following))) and last.isupper()


def _slice(pieces: list[tuple[str, bool]], start: int, end: int) -> list[tuple[str, bool]]:
    """The pieces between two positions of their joined text."""
    if start == 0 and end >= sum(len(piece) for piece, _ in pieces):
        return pieces
    found: list[tuple[str, bool]] = []
    position = 0
    for piece, heavy in pieces:
        low, high = max(start - position, 0), min(end - position, len(piece))
        if low < high:
            found.append((piece if high - low == len(piece) else piece[low:high], heavy))
        position += len(piece)
        if position >= end:
            break
    return found


def _shown(raw: str) -> str:
    """Raw text as it is kept: a soft break is a line feed."""
    return raw.replace(LINE, "\n").replace(PAGE, "\n")
