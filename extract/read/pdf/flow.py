"""Lines of running text over all pages → whole paragraphs.

A line break is the end of a paragraph where the first word below would still have fitted above (the writer broke the
line), where the next line is indented or begins with a marker, or where the spacing or the style changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import regex

from extract.read.outline import marker_of
from extract.read.pdf.compose import Composed, compose
from extract.read.pdf.lines import Line, is_bold

_INDENT = 7.0
_SLACK = 1.5
_ENOUGH_LINES = 6
_TERMINAL = (".", ";", ":", "!", "?", "…")
# What a line of its own begins with in letterheads and signature blocks (NĐ 30/2020, Phụ lục I, II.2 and II.7).
_NEW_LINE = regex.compile(
    r"(?:ỦY|UỶ|UBND|HỘI|HĐND|SỞ|BAN|BỘ|PHÒNG|CỤC|CHI CỤC|TRUNG TÂM|VĂN PHÒNG|TỈNH|THÀNH|TP|HUYỆN|QUẬN|THỊ|XÃ|PHƯỜNG|"
    r"ĐẢNG|TỈNH ỦY|HUYỆN ỦY|TRƯỜNG|BỆNH|TM|KT|TL|TUQ|Q|CHỦ|PHÓ|GIÁM|TRƯỞNG|CÁN|CHÁNH|CỘNG|ĐỘC|SỐ|BÁO|VỤ|VIỆN|HIỆU|TỔNG|BÍ|THỨ|QUYỀN|NGƯỜI|KẾ|THỦ)\b[.:]?\s*\S"
)
_NEW_LINE_ALONE = regex.compile(r"CỘNG HÒA|CỘNG HOÀ|ĐẢNG CỘNG|PHÓ |.*(?:CHỦ TỊCH|GIÁM ĐỐC)$")
# Always a paragraph of its own: an article, a chapter; and, where it stands in the middle, the line that says what an
# annex belongs to.
_OPENS = regex.compile(r"Điều\s\d+[.:]|(?:Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC)\s[IVXLC\d]+\b")
_ATTACHED = regex.compile(r"\((?:Ban hành\s)?[Kk]èm theo\b")
_LEADER = regex.compile(r"(?:\.{4,}|…{2,}|_{4,})\s*\d{1,4}$")  # a line of a table of contents
_LEVEL_END = regex.compile(r"\b(?:TỈNH|HUYỆN|QUẬN|THÀNH PHỐ|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)$")
_AND = regex.compile(r"(?:VÀ|và)\s")
_OPEN_END = regex.compile(r"(?:[,(\-–]|\b(?:và|của|các|về|theo|với|hoặc|cho|từ|đến|tại|là|số))$")


@dataclass(frozen=True, slots=True)
class Frame:
    """The text area of a page: where full lines begin and end, and how far apart lines of a paragraph are (0: unknown)."""

    left: float
    right: float
    pitch: float


def frames(pages: Sequence[Sequence[Line]], widths: Sequence[float]) -> list[Frame]:
    """The frame of each page. Pages with too little text, or no full lines, borrow from pages of the same width."""
    measured = [_measured(lines) for lines in pages]
    by_width: dict[int, list[Frame]] = {}
    for found, width in zip(measured, widths, strict=True):
        if found is not None:
            by_width.setdefault(round(width / 5), []).append(found)
    usuals = {width: _usual(alike) for width, alike in by_width.items()}
    result = []
    for frame, lines, width in zip(measured, pages, widths, strict=True):
        usual = usuals.get(round(width / 5))
        pitch = usual.pitch if usual else 0.0
        if frame is None:
            left = min((line.x0 for line in lines), default=0.0)
            right = max((line.x1 for line in lines), default=0.0)
            frame = Frame(left, right, pitch)
            if usual is not None and right <= usual.right + 10:
                frame = usual
        elif usual is not None and frame.right < usual.right - 5 and _full_lines(lines, frame) < 3:
            frame = Frame(frame.left, usual.right, frame.pitch)
        result.append(frame if frame.pitch else Frame(frame.left, frame.right, pitch))
    return result


def _usual(alike: Sequence[Frame]) -> Frame:
    pitches = [frame.pitch for frame in alike if frame.pitch]
    return Frame(
        median(frame.left for frame in alike),
        median(frame.right for frame in alike),
        median(pitches) if pitches else 0.0,
    )


def _full_lines(lines: Sequence[Line], frame: Frame) -> int:
    return sum(abs(line.x1 - frame.right) < 3 for line in lines)


def _measured(lines: Sequence[Line]) -> Frame | None:
    running = [line for line in lines if line.column == 0]
    if len(running) < _ENOUGH_LINES:
        return None
    rights = sorted((line.x1 for line in running), reverse=True)
    lefts = sorted(line.x0 for line in running)
    # The pitch inside paragraphs: a line that begins in lower case goes on with the one above.
    pitches = [
        below.top - above.top
        for above, below in pairwise(running)
        if 0 < below.top - above.top < 60 and below.tokens[0].text[:1].islower()
    ]
    return Frame(
        lefts[max(0, len(lefts) // 10 - 1)],
        rights[min(len(rights) // 10, len(rights) - 1)],
        median(pitches) if pitches else 0.0,
    )


def is_centered(line: Line, frame: Frame) -> bool:
    """Whether a line stands in the middle of the text area, clear of both edges."""
    before, after = line.x0 - frame.left, frame.right - line.x1
    return before > 12 and after > 8 and abs(before - after) < 0.015 * (frame.right - frame.left) + 3


def goes_on(line: Line, following: Line, frame: Frame, next_frame: Frame, group: Sequence[Line]) -> bool:
    """Whether `following` continues the paragraph that `line` ends so far. `group` holds its lines."""
    if line.column != following.column:
        return False
    text, next_text = line.text, following.text
    marker = marker_of(next_text)
    if line.column:
        return _goes_on_in_column(line, following, group)
    new_page = following.page != line.page
    centered, next_centered = is_centered(line, frame), is_centered(following, next_frame)
    if not new_page and following.top - line.top > 1.3 * max(frame.pitch or 1.35 * line.height, line.height):
        return False
    if _LEADER.search(text):
        return False
    first = following.tokens[0]
    room = frame.right - line.x1
    unfinished = not text.endswith(_TERMINAL) and room <= (first.x1 - first.x0) + 0.25 * following.height + _SLACK
    flows = unfinished and next_text[:1].islower()  # whatever its style, a sentence goes on
    opens = _OPENS.match(next_text) is not None and not (unfinished and not next_centered and not following.bold)
    if opens or (next_centered and _ATTACHED.match(next_text)):
        return False
    if abs(line.height - following.height) > 0.1 * line.height and not flows:
        return False
    restyled = line.tokens[-1].bold != following.tokens[0].bold and line.bold != following.bold
    if restyled and not flows and not (new_page and not text.endswith(_TERMINAL) and next_text[:1].islower()):
        return False
    if marker is None and next_text[:1].islower() and not text.endswith(_TERMINAL) and _same_middle(line, following):
        return True
    capitals = text.isupper() and next_text.isupper()
    if not text[-12:].isupper() and next_text[:12].isupper() and (centered or next_centered) and not new_page:
        return False
    bracketed = text.startswith("(") and text.count("(") > text.count(")")
    if bracketed and marker is None and not new_page and _same_middle(line, following):
        return True
    title = line.bold == following.bold and (capitals or (line.bold and (centered or next_centered)))
    title = title and _same_middle(line, following)
    if title and marker is None and not new_page:
        if _AND.match(next_text):
            return True
        return _is_wrapped(line, following, following.x1 - following.x0) and not text.endswith(_TERMINAL)
    if room > (first.x1 - first.x0) + 0.25 * following.height + _SLACK and not (centered and next_centered):
        return bool(new_page and marker is None and _OPEN_END.search(text) and next_text[:1].islower())
    if marker is None and next_text[:1].islower() and not text.endswith(_TERMINAL):
        return True
    if next_centered and not centered:
        # The last line of a centred title may fill the width; the line after it is short and centred.
        return not new_page and not text.endswith(_TERMINAL) and _same_middle(line, following)
    if centered and next_centered:
        wrapped = _is_wrapped(line, following, following.x1 - following.x0)
        return wrapped and marker is None and not new_page and not text.endswith(_TERMINAL)
    indent = following.x0 - next_frame.left
    own_indent = group[0].x0 - frame.left
    hanging = len(group) == 1 and own_indent < indent and _hangs(group[0], following)
    if marker is not None and (text.endswith(_TERMINAL) or indent > _INDENT) and not hanging:
        return False
    if indent > _INDENT and not hanging:
        continued = group[1].x0 - frame.left if len(group) > 1 else own_indent
        return len(group) > 1 and abs(continued - indent) < 3
    return True


def is_rest_of_addressee(line: Line, following: Line, group: Sequence[Line]) -> bool:
    """Whether `following` ends an item below `Kính gửi:`. They stand in a narrow block of their own, begin with a dash and
    end with a semicolon (NĐ 30/2020, Phụ lục I, II.9).
    """
    if line.page != following.page or following.top - line.top > 1.6 * line.height or line.text.endswith(_TERMINAL):
        return False
    return group[0].text[0] in "-–" and marker_of(following.text) is None and following.x0 > group[0].x0 - 3


def _same_middle(line: Line, following: Line) -> bool:
    """Whether two lines are centred on each other: a centred paragraph, whatever its width."""
    return abs((line.x0 + line.x1) - (following.x0 + following.x1)) < 6


def _is_wrapped(line: Line, following: Line, width: float) -> bool:
    """Whether the first word of the next line would not have fitted on this one within `width`; sizes must agree."""
    first = following.tokens[0]
    needed = (line.x1 - line.x0) + 0.25 * line.height + (first.x1 - first.x0)
    return needed > width and abs(line.height - following.height) < 0.6


def _hangs(first: Line, following: Line) -> bool:
    """Whether the second line starts where the text after the first line's marker starts."""
    marker = marker_of(first.text)
    if marker is None:
        return False
    return any(abs(token.x0 - following.x0) < 4 for token in first.tokens[1:3])


def _goes_on_in_column(line: Line, following: Line, group: Sequence[Line]) -> bool:
    """In letterhead and signature columns each line is its own paragraph, but wrapped list lines go on."""
    if following.top - line.top > 1.6 * line.height or marker_of(following.text) is not None:
        return False
    if line.bold != following.bold or line.text.endswith((".", ";")):
        return False
    first = group[0].text
    if marker_of(first) is not None or first.startswith(("V/v", "Về việc", "v/v")):
        return True
    if following.text[:1].islower() and line.text[-1:].islower():
        return True
    if _LEVEL_END.search(line.text) and following.text.isupper():
        return True  # `HUYỆN` + `KẾ SÁCH`
    # The name of a body goes on below where it did not fit; a new level or kind of body is a line of its own.
    names = line.text.isupper() and following.text.isupper() and not _NEW_LINE.match(following.text)
    return names and not _NEW_LINE_ALONE.match(line.text) and _is_wrapped(line, following, line.widest)


@dataclass(frozen=True, slots=True)
class Flowed:
    """A paragraph of running text with its lines' style."""

    composed: Composed
    lines: tuple[Line, ...]
    bold: bool
    centered: bool | None

    @property
    def stitched(self) -> bool:
        """Whether it runs over a page break."""
        return self.lines[0].page != self.lines[-1].page


def paragraph(group: Sequence[Line], frame: Frame, notes: frozenset[tuple[int, str]]) -> Flowed:
    """The paragraph that these lines make. Whether it is centred is not known (None) in side-by-side columns."""
    centered: bool | None = None
    if group[0].column == 0:
        others = all(is_centered(line, frame) or line.bold for line in group[:-1])
        centered = others and is_centered(group[-1], frame) and marker_of(group[0].text) is None
    return Flowed(compose(group, notes=notes), tuple(group), is_bold(group), centered)
