"""Numbers without a unit of their own: parts of a count before (`16 đơn vị (phòng ban 04, …)`) and totals (`… là 21,`).

In: a line and the place of a number. Out: whether it is an amount; it is added to the line.
"""

from __future__ import annotations

import re

from patterns.amount import Line
from patterns.fractions import YEAR
from patterns.names import name_before
from patterns.numbers import Figure
from patterns.units import Unit

_TOTAL_BEFORE = re.compile(
    r"(?:(?<!\w)(?:là|đạt|được|còn|bằng|gồm|có|chiếm|tổng số|số lượng|lên|xuống)|[=(])\s*$"
    r"|(?<!\w)(?:[Ss]ố|[Tt]ổng|[Tt]ỷ lệ|TỔNG|SỐ)(?!\w)[^.;:()\d]{0,120}:\s*$"
)
_ENDS_AFTER = re.compile(
    r"\s*(?:$|[.,;)\]]|\((?!\d)|…"
    r"|(?:và|trong đó|so với|tăng|giảm|đạt|chiếm|hoặc|gồm|bằng|vượt)(?!\w))"
)
_PART_ENDS = re.compile(r"\s*(?:[,;)]|và(?!\w)|\.?$)")
_PART_DOES = re.compile(
    r"\s+(?:không|đã|đang|chưa|được|bị(?!\s+(?:can|cáo|hại|đơn)(?!\w))|tạm dừng|dừng|ngừng|hoạt động|triển khai|mới|cấp mới|điều chỉnh|gia hạn|cấp lại"
    r"|hoàn thành|trúng|đạt|còn|nữ(?!\s+hộ\s+sinh)|nam(?!\s+giới))(?!\w)"
)
_NEAR = re.compile(r"[^.;()\d]{0,100}")


def part_does(text: str, end: int) -> bool:
    """What follows says what a part does or is (`đang hoạt động`), so that the noun is the one before."""
    return _PART_DOES.match(text, end) is not None


def read_part(line: Line, start: int, end: int, figure: Figure) -> bool:
    """The number is a part of the count before it, in brackets right after it or (with a verb) after a comma."""
    text = line.text
    whole = next((a for a in reversed(line.amounts) if a.rule != "part"), None)
    if whole is None or whole.kind != "count" or figure.decimals or YEAR.match(text[start:end]):
        return False
    opened = text.rfind("(", max(whole.end, start - 240), start)
    inside = opened >= 0 and ")" not in text[opened:start] and _NEAR.fullmatch(text, whole.end, opened) is not None
    before = text[max(0, start - 3) : start].rstrip()[-1:]
    if before and before in "(,;:" and part_does(text, end):
        accepted = inside or (before == "," and _NEAR.match(text, whole.end, start) is not None)
    else:
        labelled = before not in "(,;" and not name_before(text, start)
        accepted = inside and labelled and _PART_ENDS.match(text, end) is not None
    if accepted:
        unit = None if whole.unit is None else Unit(end=end, kind="count", name=whole.unit)
        line.add(figure, start, end, unit, rule="part")
    return accepted


def read_total(line: Line, start: int, end: int, figure: Figure) -> bool:
    """A copula, `tổng số …:` or, for grouped thousands, any colon stands before, and the clause ends after it."""
    text = line.text
    if line.strict or not _ENDS_AFTER.match(text, end) or (text[start - 1 : start], text[end : end + 1]) == ("(", ")"):
        return False
    grouped = figure.ambiguous and "." in text[start:end]
    stands = grouped and text[max(0, start - 4) : start].rstrip().endswith(":")
    if stands or _TOTAL_BEFORE.search(text, max(0, start - 130), start):
        line.add(figure, start, end, None, rule="bare")
        return True
    return False
