"""percent_of_ratio: the percentage beside a ratio (`1.889/5.838 đạt tỉ lệ 31,81%`) or beside a part of a total.

Rounding and truncation at the stated decimals are both accepted. Amounts of money are rounded themselves, so they are
taken as intervals. A percentage of something else (`đạt 100% kế hoạch`) is compared but never called wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extract.document import Document
from extract.facts import Quantity
from extract.relate.found import Found, decimals_of, written
from patterns.numbers import read_figure

_SLASH = re.compile(r"\s*/\s*")
#: Between a ratio and its percentage.
_DIRECT = re.compile(
    r"[\s,;(]*(?:(?:đạt|chiếm|tương ứng|tương đương|bằng|đạt được|tức|tức là|hoàn thành|với|là)\s*)?(?:(?:tỷ lệ|tỉ lệ|tỷ trọng)\s*)?"
    r"(?:(?:là|đạt|:|=)\s*)?[(:=]?\s*(?:khoảng|gần|trên|hơn|xấp xỉ|dưới)?\s*",
    re.IGNORECASE,
)
#: What is done in a part of the places, and has a percentage of its own.
_OWN_MEASURE = r"(?:tiêm|gieo|trồng|thu|chi|nộp|giải|huy|xuống|sản|xây|cấp)(?!\w)"
#: Between a ratio and a percentage that names itself its share: `9/13 xã đạt chuẩn (tỷ lệ 71,2%)`.
_NAMED = re.compile(
    rf"(?:\s*,\s*[^\W\d_]+)?(?:\s+(?!cho(?!\w)|với(?!\w)|về(?!\w)|so(?!\w)|trong(?!\w)|và(?!\w)|để(?!\w)|qua(?!\w)|{_OWN_MEASURE})[^\W\d_]+){{0,9}}"
    r"\s*(?:,\s*(?:chiếm(?:\s+tỷ lệ|\s+tỉ lệ)?|đạt (?:tỷ|tỉ) lệ|(?:tỷ|tỉ) lệ(?: đạt| là)?)|\(\s*(?:chiếm|đạt|(?:tỷ|tỉ) lệ)(?:\s+(?:(?:tỷ|tỉ) lệ|là|đạt))*)\s*",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"[^.;%]{0,60}?(?:đạt|chiếm|tỷ lệ|tỉ lệ|bằng|=|\()\s*(?:tỷ lệ|tỉ lệ)?\s*", re.IGNORECASE)
_CHANGES = re.compile(r"(?<!\w)(?:tăng|giảm|so với|vượt|cùng kỳ|trong đó|kế hoạch năm)(?!\w)", re.IGNORECASE)
_OTHER_BASE = re.compile(
    r"\s*(?:diện tích|sản lượng|giá trị|doanh thu|dân số|vốn|kinh phí|số|so|kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết|tổng|của)(?!\w)",
    re.IGNORECASE,
)
#: After a percentage that is nobody else's: `(chiếm 95% diện tích)` is the area's.
_ENDS = re.compile(r"\s*(?:[).,;:+…]|$|\(\s*\d|(?:và|còn|trong đó|tăng|giảm|cao hơn|thấp hơn|vượt|do|nhưng|;)(?!\w))")
#: Several ratios and then several percentages.
_IN_TURN = re.compile(r"(?<!\w)(?:lần lượt|theo thứ tự)(?!\w)", re.IGNORECASE)
_OPENS = re.compile(r"\s*\(\s*(?:tương ứng|tương đương|đạt|là)?\s*", re.IGNORECASE)
_SHARE = re.compile(r"\s*\(?\s*(?:chiếm\s*)?(?:tỷ lệ|tỉ lệ|chiếm)?\s*(?:là|đạt)?\s*", re.IGNORECASE)


class _Ratio:
    """A numerator and a denominator with how exactly they are stated."""

    def __init__(self, facts: Sequence[Quantity], top: float, below: float, text: str, slack: tuple[float, float]):
        self.facts, self.top, self.below, self.text, self.slack = facts, top, below, text, slack

    def percents(self) -> tuple[float, float, float]:
        """The percentage, and the lowest and highest it can be."""
        low = (self.top - self.slack[0]) / (self.below + self.slack[1])
        high = (self.top + self.slack[0]) / max(self.below - self.slack[1], 1e-12)
        return self.top / self.below * 100, low * 100, high * 100


def check_ratios(document: Document, quantities: Sequence[Quantity]) -> list[Found]:
    """Each stated percentage that stands beside its ratio or beside a part of a stated total."""
    texts = {block.path: block.text for block in document.blocks}
    by_block: dict[str, list[Quantity]] = {}
    for quantity in quantities:
        if quantity.block:
            by_block.setdefault(quantity.block, []).append(quantity)
    return [found for path, facts in by_block.items() for found in _of_block(texts.get(path, ""), facts)]


def _of_block(text: str, facts: Sequence[Quantity]) -> Iterable[Found]:
    used: set[str] = set()
    for index, percent in enumerate(facts):
        if percent.kind != "percent" or percent.value is None or percent.value_max is not None or percent.direction:
            continue
        ratio, certain = _ratio_beside(text, facts, index)
        certain = certain and _IN_TURN.search(text, 0, percent.char_start or 0) is None
        if ratio is not None and ratio.facts[0].fact_id not in used:
            used.add(ratio.facts[0].fact_id)
            yield _compare(text, percent, ratio, certain)
        elif ratio is None and (share := _share_of_total(text, facts, index)):
            found = _compare(text, percent, share, False)
            if found.holds:
                yield found


def _gap(text: str, first: Quantity, second: Quantity) -> str:
    return text[first.char_end or 0 : second.char_start or 0]


def _ratio_beside(text: str, facts: Sequence[Quantity], index: int) -> tuple[_Ratio | None, bool]:
    percent = facts[index]
    if index and (ratio := _ratio_at(text, facts, index - 1)):
        gap = _gap(text, facts[index - 1], percent)
        if not _CHANGES.search(gap):
            if _DIRECT.fullmatch(gap):
                return ratio, True
            if _NAMED.fullmatch(gap):
                return ratio, _ENDS.match(text, percent.char_end or 0) is not None
            if _LOOSE.fullmatch(gap):
                return ratio, False
    if (
        index + 1 < len(facts)
        and facts[index + 1].kind == "ratio"
        and _OPENS.fullmatch(_gap(text, percent, facts[index + 1]))
    ):
        ratio = _ratio_at(text, facts, index + 1)
        return ratio, True
    return None, False


def _ratio_at(text: str, facts: Sequence[Quantity], index: int) -> _Ratio | None:
    fact = facts[index]
    if fact.kind == "ratio" and fact.numerator is not None and fact.denominator:
        raw = (fact.value_raw or "").split("/")
        slack = (_half_step(fact.numerator, raw[0]), _half_step(fact.denominator, raw[-1]))
        return _Ratio([fact], fact.numerator, fact.denominator, fact.surface or "", slack)
    if index and fact.kind in ("money", "count", "measure") and fact.value:
        top = facts[index - 1]
        if top.kind == fact.kind and top.value is not None and _SLASH.fullmatch(_gap(text, top, fact)):
            slack = (_half_step(top.value, top.value_raw), _half_step(fact.value, fact.value_raw))
            return _Ratio([top, fact], top.value, fact.value, f"{top.surface}/{fact.surface}", slack)
    return None


def _half_step(value: float, raw: str | None) -> float:
    """Half a unit in the last place where the number is rounded (decimals, or millions of đồng); 0 for whole counts."""
    figure = read_figure((raw or "").strip())
    if figure is None or not figure.value:
        return 0.0
    factor = value / figure.value
    return 0.0 if factor < 10 and not figure.decimals else factor * 10.0**-figure.decimals / 2


def _share_of_total(text: str, facts: Sequence[Quantity], index: int) -> _Ratio | None:
    """`tổng số 120 hồ sơ; trong đó 90 hồ sơ (tỷ lệ 75%)`: the part right before, the total of the statement."""
    part = facts[index - 1] if index else None
    if (
        part is None
        or part.kind not in ("count", "money", "measure")
        or not _SHARE.fullmatch(_gap(text, part, facts[index]))
    ):
        return None
    for total in reversed(facts[: index - 1]):
        if total.statement != part.statement:
            return None
        whole = total.kind == part.kind and "tổng số" in total.qualifiers and part.unit in (None, total.unit)
        if whole and total.value and part.value is not None and part.value <= total.value:
            return _Ratio([part, total], part.value, total.value, f"{part.surface} trên {total.surface}", (0.0, 0.0))
    return None


def _how(expected: float, stated: float, step: float) -> str:
    """Whether a percentage was rounded or cut; else it agrees only because the numbers of its ratio are rounded themselves."""
    if abs(expected - stated) <= step / 2 + 1e-9:
        return "làm tròn"
    return "bỏ phần lẻ" if 0 <= expected - stated < step else "trong phạm vi làm tròn của hai số"


def _compare(text: str, percent: Quantity, ratio: _Ratio, certain: bool) -> Found:
    stated, decimals = percent.value or 0.0, decimals_of(percent.value_raw)
    step = 10.0**-decimals
    expected, low, high = ratio.percents()
    rounded = low - step / 2 - 1e-9 <= stated <= high + step / 2 + 1e-9
    truncated = low - step < stated + 1e-9 and stated - 1e-9 <= high
    holds: bool | None = rounded or truncated
    shown = f"{ratio.text} là {written(expected, max(decimals, 2))}%"
    if holds:
        how = _how(expected, stated, step)
        message = f"{shown}, khớp với {percent.surface} đã nêu ({how})."
    else:
        message = f"{shown}, nhưng văn bản ghi {percent.surface}."
        end = percent.char_end or 0
        other_base = _OTHER_BASE.match(text, end) is not None
        reversed_sides = ratio.top > ratio.below and stated <= 100.0  # then perhaps no part and whole at all
        if (
            reversed_sides
            or not certain
            or percent.comparator
            or percent.doubtful
            or other_base
            or ratio.facts[0].comparator
        ):
            holds = None
            message = message[:-1] + "; có thể tính trên cơ sở khác."
    return Found(
        kind="percent_of_ratio",
        holds=holds,
        stated=stated,
        expected=round(expected, 4),
        facts=(*(fact.fact_id for fact in ratio.facts), percent.fact_id),
        message=message,
    )
