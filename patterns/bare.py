"""Numbers without a unit of their own: parts of a count before (`16 đơn vị (phòng ban 04, …)`) and totals (`… là 21,`).

In: a line and the place of a number. Out: whether it is an amount; it is added to the line.
"""

from __future__ import annotations

import re

from patterns.amount import Amount, Line
from patterns.fractions import YEAR
from patterns.names import name_before
from patterns.numbers import Figure, read_figure
from patterns.units import Unit

_TOTAL_BEFORE = re.compile(
    r"(?:(?<!\w)(?:là|đạt|được|còn|bằng|gồm|có|chiếm|tổng số|số lượng|lên|xuống)|[=(])\s*$"
    r"|(?<!\w)(?:[Ss]ố|[Tt]ổng|[Tt]ỷ lệ|TỔNG|SỐ)(?!\w)[^.;:()\d]{0,120}:\s*$"
)
_ENDS_AFTER = re.compile(
    r"\s*(?:$|[.,;)\]]|\((?!\d)|…"
    r"|(?:và|trong đó|so với|tăng|giảm|đạt|chiếm|hoặc|gồm|bằng|vượt)(?!\w))"
)
#: `hoàn thành tốt 1.420, đạt 78,8%`: a count and its share.
_SHARE_AFTER = re.compile(r"\s*(?:[,(]\s*(?:đạt|chiếm)(?:\s+(?:tỷ|tỉ) lệ)?\s+|\(\s*)\d+(?:,\d+)?\s?%")
_WORD_BEFORE = re.compile(r"(?<![^\W\d_])[^\W\d_]*[a-zà-ỹđ]\s+$")
_PART_ENDS = re.compile(r"\s*(?:[,;)]|và(?!\w)|\.?$)")
_PART_DOES = re.compile(
    r"\s+(?:không|đã|đang|chưa|được|bị(?!\s+(?:can|cáo|hại|đơn)(?!\w))|tạm dừng|dừng|ngừng|hoạt động|triển khai|mới|cấp mới|điều chỉnh|gia hạn|cấp lại"
    r"|cấp\s+(?:quốc gia|trung ương|tỉnh|huyện|xã|thành phố|quốc tế|khu vực|cơ sở)"
    r"|hoàn thành|trúng|đạt|còn|nữ(?!\s+hộ\s+sinh)|nam(?!\s+giới))(?!\w)"
)
#: A count, what is said of it, and a list of its parts.
_LISTED = re.compile(
    r"[^.;()\d]{0,60}\s*(?:bao gồm|gồm|trong đó)(?: có)?\s*:?(?:\s*[^\W\d_][^.;()\d]{0,60}\d+\s*[,;])*[^.;()\d]{0,60}",
    re.IGNORECASE,
)
#: `27 người: hưu 19, thôi việc 08`
_AFTER_COLON = re.compile(r"\s*:(?:\s*[^\W\d_][^.;()\d]{0,60}\d+\s*[,;])*[^.;()\d]{0,60}")
_MEMBER = re.compile(r"\W*[^\W\d_][^\d]*\s(\d[\d.]*)\s*")
_BETWEEN = re.compile(r"[,;]\s|\s+và\s+")
_LIST_ENDS = re.compile(r"[)\n]|\.(?=\s|$)")
_NEAR = re.compile(r"[^.;()\d]{0,100}")


def part_does(text: str, end: int) -> bool:
    """What follows says what a part does or is (`đang hoạt động`), so that the noun is the one before."""
    return _PART_DOES.match(text, end) is not None


def read_part(line: Line, start: int, end: int, figure: Figure) -> bool:
    """The number is a part of the count before it: in brackets or after `gồm`, or (with a verb) after a comma."""
    text = line.text
    whole = _whole(line)
    if whole is None or figure.decimals or YEAR.match(text[start:end]):
        return False
    opened = text.rfind("(", max(whole.end, start - 240), start)
    inside = opened >= 0 and ")" not in text[opened:start] and _near(line, whole.end, opened)
    near = not inside and start - whole.end < 240
    listed = near and _LISTED.fullmatch(text, whole.end, start) is not None
    colon = near and not listed and _AFTER_COLON.fullmatch(text, whole.end, start) is not None
    before = text[max(0, start - 3) : start].rstrip()[-1:]
    if before and before in "(,;:" and part_does(text, end):
        accepted = inside or (before == "," and _NEAR.match(text, whole.end, start) is not None)
    elif inside or listed or colon:
        sure = not colon and before not in "(,;:" and not name_before(text, start)
        accepted = _PART_ENDS.match(text, end) is not None and (
            sure or (before not in "(,;" and _adds_up(text, opened + 1 if inside else whole.end, whole))
        )
    else:
        accepted = False
    if accepted:
        unit = None if whole.unit is None else Unit(end=end, kind="count", name=whole.unit)
        line.add(figure, start, end, unit, rule="part")
    return accepted


def _whole(line: Line) -> Amount | None:
    """The count that parts may be of: the last amount but for its share (`29 đảng viên, đạt 24,17% kế hoạch (…)`)."""
    whole = next((a for a in reversed(line.amounts) if a.rule != "part" and a.kind != "percent"), None)
    return whole if whole is not None and whole.kind == "count" else None


def _near(line: Line, end: int, opened: int) -> bool:
    """Whether nothing but words, and percentages, stands between a count and a bracket."""
    if _NEAR.fullmatch(line.text, end, opened):
        return True
    shares = [a for a in line.amounts if a.start >= end and a.kind == "percent"]
    position = end
    for share in shares:
        if not _NEAR.fullmatch(line.text, position, share.start):
            return False
        position = share.end
    return bool(shares) and _NEAR.fullmatch(line.text, position, opened) is not None


def _adds_up(text: str, start: int, whole: Amount) -> bool:
    """Whether numbers behind names are counts (`Nhật Bản 32, Đài Loan 11`): a leading zero or their sum tells."""
    stop = next((m.start() for m in _LIST_ENDS.finditer(text, start)), len(text))
    pieces = [_MEMBER.fullmatch(piece) for piece in _BETWEEN.split(text[start:stop])]
    members = [piece[1] for piece in pieces if piece is not None]
    if len(members) < len(pieces):
        return False
    numbers = [figure.value for member in members if (figure := read_figure(member)) is not None]
    return len(numbers) > 1 and (any(m[0] == "0" for m in members) or sum(numbers) == whole.value)


def read_total(line: Line, start: int, end: int, figure: Figure) -> bool:
    """A copula, `tổng số …:` or, for grouped thousands, any colon stands before, and the clause ends after it."""
    text = line.text
    if line.strict:
        return False
    if _SHARE_AFTER.match(text, end) and _has_share(line, start, end):
        line.add(figure, start, end, None, rule="bare")
        return True
    if not _ENDS_AFTER.match(text, end) or (text[start - 1 : start], text[end : end + 1]) == ("(", ")"):
        return False
    grouped = figure.ambiguous and "." in text[start:end]
    stands = grouped and text[max(0, start - 4) : start].rstrip().endswith(":")
    if stands or _TOTAL_BEFORE.search(text, max(0, start - 130), start):
        line.add(figure, start, end, None, rule="bare")
        return True
    return False


def _has_share(line: Line, start: int, end: int) -> bool:
    """Whether a number before a percentage is a count: it is no small number of a name, or follows another such pair."""
    digits = line.text[start:end]
    if _WORD_BEFORE.search(line.text, max(0, start - 16), start) is None or YEAR.match(digits):
        return False
    return len(digits) > 2 or digits[0] == "0" or (bool(line.amounts) and line.amounts[-1].kind == "percent")
