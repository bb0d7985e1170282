"""Plain text that keeps the look of the page (`pdftotext -layout`): letterhead and closing are two columns apart by spaces.

Each is given column after column, as the other formats give it: the issuing body before the motto, the recipients before the signature
(NĐ 30/2020, Phụ lục I). Elsewhere spaces mean nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import normalize

_GAP = re.compile(r"(?<=\S)(?: {3,}|[ ]*\t+[ ]*)(?=\S)")
_MOTTO = re.compile(r"CỘNG HÒA|CỘNG HOÀ|Độc lập|ĐẢNG CỘNG SẢN|ngày\s.{1,6}tháng", re.IGNORECASE)
_RECIPIENTS = re.compile(r"\s*Nơi nhận\s*:?", re.IGNORECASE)
#: Columns may be centred: the left one is indented less than this share of where the right one begins.
_MOST_INDENT = 0.7
_NEAR = 12
_LETTERHEAD = 14
_CLOSING = 30


def apart(lines: Sequence[str]) -> list[str]:
    """The lines with the columns of letterhead and closing one after the other."""
    found = list(lines)
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    stop = next((at for at in range(start, min(len(lines), start + _LETTERHEAD)) if not lines[at].strip()), 0)
    edge = next(
        (at for line in lines[start:stop] for at in _edges(line) if _MOTTO.search(_composed(line[at[1] :]))), None
    )
    if edge is not None:
        found[start:stop] = _columns(lines[start:stop], edge[0])
    last = next((at for at in range(len(found) - 1, -1, -1) if _RECIPIENTS.match(_composed(found[at]))), None)
    if last is not None and len(found) - last <= _CLOSING:
        edge = next((at for line in found[last : last + 6] for at in _edges(line)), None)
        if edge is not None:
            found[last:] = _columns(found[last:], edge[0])
    return found


def _edges(line: str) -> list[tuple[int, int, int]]:
    """Where parts of a line begin behind a gap: the column on the page, the place in the line, and where the gap begins."""
    return [(_column(line[: gap.end()]), gap.end(), gap.start()) for gap in _GAP.finditer(line)]


def _column(text: str) -> int:
    return len(_composed(text).expandtabs())


def _composed(text: str) -> str:
    """A decomposed letter is as wide as a composed one."""
    return normalize("NFC", text)


def _columns(lines: Sequence[str], edge: int) -> list[str]:
    """Left parts, then right parts: a line is cut at the gap that ends nearest to where the right column begins."""
    left: list[str] = []
    right: list[str] = []
    for line in lines:
        gap = min(_edges(line), key=lambda at: abs(at[0] - edge), default=None)
        indent = _column(line[: len(line) - len(line.lstrip())])
        if gap is not None and indent < edge * _MOST_INDENT and abs(gap[0] - edge) <= max(_NEAR, edge // 3):
            left.append(line[: gap[2]])
            right.append(line[gap[1] :])
        elif not line.strip() or indent >= edge * _MOST_INDENT:
            right.append(line)
        else:
            left.append(line)
    return [*left, "", *right]
