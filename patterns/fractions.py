"""Ratios, ranges and sums: `8/16 đơn vị`, `(02/02)`, `15 - 20%`, `từ 50 ha đến 75 ha`, `2 tỷ 994 triệu đồng`.

In: a line and the place of the first number. Out: where reading goes on; the amount is added to the line. A slash between
small numbers is a date unless something says that it is a ratio: a unit, a percentage after it, a verb of counting
before it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from patterns.amount import Amount, Line, times
from patterns.masks import shape_at
from patterns.names import name_before
from patterns.nouns import noun_end
from patterns.numbers import NUMBER, Figure, read_figure
from patterns.units import Unit
from patterns.wording import comparator_around, on_before

BAR = re.compile(r"\s?/\s?(?=\d)")
BETWEEN = re.compile(r"(?:\s?[-–−]\s?|\s+(?:đến|tới)\s+(?:khoảng\s+)?)(?=\d)")
YEAR = re.compile(r"(?:19|20)\d\d$")
#: Before a number that counts.
COUNTS_BEFORE = re.compile(
    r"(?<!\w)(?:là|được|có|đạt|hoàn thành|với|tổng số|số|xong|tại|ở|bằng|chiếm|cho|của|gồm|công nhận|kiểm tra"
    r"|đã|thực hiện|xử lý|giải quyết|ban hành|thông qua|còn|trong|trên|hiện|nay|toàn bộ)\s*$",
    re.IGNORECASE,
)
_SECOND = re.compile(r"\s(\d{1,3}(?:,\d+)?)(?=\s)")
_FURTHER = re.compile(r"\s?/\s?\d[\d.,]*")
_SHARE_AFTER = re.compile(r"\s*[,(]?\s*(?:đạt|chiếm|tỷ lệ|tỉ lệ|bằng|=|tương đương|tương ứng)", re.IGNORECASE)
_DATE_BEFORE = re.compile(
    r"(?<!\w)(?:ngày|từ|đến|tới|trước|sau|hết|vào|lễ|dịp|kỷ niệm|hôm|sáng|chiều|tối|đêm|mùng|khánh|nữ|em|sĩ|nam|giáo)\s*$",
    re.IGNORECASE,
)
#: `mạng di động phủ đến 07/10 xã`
_REACHES = re.compile(r"(?<!\w)(?:phủ|phủ sóng|kết nối|kéo|lan|mở rộng|đưa)\s+(?:đến|tới)\s*$", re.IGNORECASE)
_ADDRESS_BEFORE = re.compile(
    r"(?<!\w)(?:(?<!tổng )(?<!trong )số|số nhà|hẻm|ngõ|kiệt|đường|lô|ô|thửa|km|tổ)\s*$", re.IGNORECASE
)
#: `xếp hạng 4/11 huyện` is a place in a row, not a part of a whole.
_RANK_BEFORE = re.compile(r"(?<!\w)(?:hạng|thứ|thứ hạng|vị trí|xếp)\s*:?\s*$", re.IGNORECASE)
_HOUR_BEFORE = re.compile(r"(?<!\w)(?:lúc|hồi)\s*$", re.IGNORECASE)


def read_ratio(line: Line, start: int, top: Figure, below_start: int) -> int:
    """`x/y` whose first number is `top`, at `start`, and whose second begins at `below_start`."""
    text = line.text
    match = NUMBER.match(text, below_start)
    if match is None:
        return below_start
    below, stop = read_figure(match[0], line.style), match.end()
    if below is None or BAR.match(text, stop):  # `1.700/2.912/3.141`
        while further := _FURTHER.match(text, stop):
            stop = further.end()
        return stop
    unit = line.unit(stop)
    if unit is None and text[stop : stop + 1].isalpha():
        return stop
    unit = unit or (None if below.value < 10 else line.noun(stop))
    if not _is_ratio(text, start, stop, top, below, match[0], unit):
        return stop
    if unit is not None and unit.kind in ("percent", "percent_point", "duration"):
        return unit.end
    name, currency = (unit.name, unit.currency) if unit else (None, None)
    if unit is not None and unit.kind == "magnitude":
        _, name, currency = line.magnitude(unit)
    factor = unit.factor if unit else 1.0
    numerator, denominator = times(top.value, factor), times(below.value, factor)
    line.amounts.append(
        Amount(
            start=start,
            end=unit.end if unit else stop,
            kind="ratio",
            value=numerator / denominator if denominator else None,
            raw=text[start:stop],
            numerator=numerator,
            denominator=denominator,
            unit=name,
            currency=currency,
            comparator=None if on_before(text, start) else comparator_around(text, start, stop),
            rule="ratio",
            doubtful=not denominator,
        )
    )
    return unit.end if unit else stop


def _is_ratio(text: str, start: int, stop: int, top: Figure, below: Figure, below_raw: str, unit: Unit | None) -> bool:
    near = max(0, start - 24)
    if _ADDRESS_BEFORE.search(text, near, start) or _RANK_BEFORE.search(text, near, start):
        return False
    if below.value == 0:
        return unit is not None
    whole = top.decimals == below.decimals == 0 and "." not in below_raw
    if not (whole and 1 <= top.value <= 31 and 1 <= below.value <= 12):  # no day and month
        return not (YEAR.match(below_raw) and unit is None and top.value <= 366)
    if _DATE_BEFORE.search(text, near, start) and not (unit and _REACHES.search(text, near, start)):
        return False
    if unit is not None:
        return True
    if top.value > below.value:
        return False
    if noun_end(text, stop) is not None:  # `1/3 sản lượng`
        return True
    bracketed = text[start - 1 : start] == "(" and text[stop : stop + 1] == ")"
    return bracketed or bool(_SHARE_AFTER.match(text, stop)) or bool(COUNTS_BEFORE.search(text, near, start))


def read_sum(line: Line, start: int, end: int, first: Figure, unit: Unit) -> int:
    """`2 tỷ 994 triệu đồng`: one amount written in two magnitudes; 0 if it is none."""
    match = _SECOND.match(line.text, unit.end)
    if unit.kind != "magnitude" or match is None:
        return 0
    second, other = read_figure(match[1], line.style), line.unit(match.end())
    if second is None or other is None or other.factor >= unit.factor or second.value >= unit.factor / other.factor:
        return 0
    if other.kind not in ("money", "magnitude") or other.factor < 1000.0:
        return 0
    value = times(first.value, unit.factor) + times(second.value, other.factor)
    whole = Figure(value / other.factor, 0, False, False)
    return line.add(whole, start, match.end(), other, rule="sum")


def read_range(line: Line, start: int, end: int, low: Figure, unit: Unit | None) -> int:
    """`low` at `start:end` and a second number with the same unit; 0 if there is no range."""
    text = line.text
    gap = BETWEEN.match(text, unit.end if unit else end)
    match = NUMBER.match(text, gap.end()) if gap else None
    if gap is None or match is None:
        return 0
    high, other = read_figure(match[0], line.style), line.unit(match.end())
    if high is None or other is None or shape_at(text, match.start()):
        return 0
    # `từ 100 đồng đến 300 đồng/tháng`: the per-part stands once, at the end
    whole = (other.kind, (other.name or "").partition("/")[0])
    if (
        unit is not None
        and (unit.kind, unit.name or "") not in ((other.kind, other.name or ""), whole)
        and unit.kind != "magnitude"
    ):
        return 0
    spaced = gap[0][0] == gap[0][-1] == " " and gap[0].strip() in "-–−"
    if spaced and name_before(text, start):  # `Cam Đường 2 - 12 ha`: a name and its size
        return 0
    factor = unit.factor if unit else other.factor
    highest = times(high.value, other.factor)
    if times(low.value, factor) >= highest:
        return 0
    if unit is None and other.kind == "duration" and _HOUR_BEFORE.search(text, max(0, start - 12), start):
        return other.end
    return line.add(low, start, match.end(), replace(other, factor=factor), rule="range", high=highest)
