"""Amounts stated in a sentence: a number, what kind it is, its unit, and whether it is a ratio, a range or a change.

In: the text of one block (and the spans in it that are no numbers, such as citations). Out: amounts in order, grounded by
`text[start:end]`. A number becomes an amount only if something says what it counts: a unit, a percent sign, a noun
after it, a ratio, or a place where only a total can stand (`tổng số … là 21,`). Everything else is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from patterns.masks import fixed_spans, list_end, masked_by_lead, shape_at
from patterns.nouns import noun_end, starts_with_function_word
from patterns.numbers import NUMBER, Figure, Style, read_figure
from patterns.units import Unit, begins_otherwise, unit_at
from patterns.wording import Comparator, Direction, comparator_around, direction_around

Kind = Literal["count", "percent", "percent_point", "ratio", "money", "duration", "measure"]

_BAR = re.compile(r"\s?/\s?(?=\d)")
_RANGE = re.compile(r"(?:\s?[-–−]\s?|\s+(?:đến|tới)\s+(?:khoảng\s+)?)(?=\d)")
_SHARED_UNIT = re.compile(r"\s+(?:và|hoặc)\s+(\d+(?:[.,]\d+)*)")
_BARE_BEFORE = re.compile(
    r"(?:(?<!\w)(?:là|đạt|được|còn|bằng|gồm|có|chiếm|tổng số|số lượng|lên|xuống)|[=(])\s*$"
    r"|(?<!\w)(?:[Ss]ố|[Tt]ổng|[Tt]ỷ lệ|TỔNG|SỐ)(?!\w)[^.;:()\d]{0,120}:\s*$"
)
_BARE_AFTER = re.compile(
    r"\s*(?:$|[.,;)\]]|\((?!\d)|(?:và|trong đó|so với|tăng|giảm|đạt|chiếm|hoặc|gồm|bằng|vượt)(?!\w)|…)"
)
_RATIO_AFTER = re.compile(r"\s*[,(]?\s*(?:đạt|chiếm|tỷ lệ|tỉ lệ|bằng|=|tương đương|tương ứng)", re.IGNORECASE)
_RATIO_BEFORE = re.compile(
    r"(?<!\w)(?:là|được|có|đạt|hoàn thành|với|tổng số|số|xong|tại|ở|bằng|chiếm|cho|của|gồm|công nhận|kiểm tra"
    r"|đã|thực hiện|xử lý|giải quyết|ban hành|thông qua|còn|trong|trên|hiện|nay|toàn bộ)\s*$",
    re.IGNORECASE,
)
_DATE_BEFORE = re.compile(
    r"(?<!\w)(?:ngày|từ|đến|tới|trước|sau|hết|vào|lễ|dịp|kỷ niệm|hôm|sáng|chiều|tối|đêm|mùng|khánh|nữ|em|sĩ|nam|giáo)\s*$",
    re.IGNORECASE,
)
_ADDRESS_BEFORE = re.compile(r"(?<!\w)(?:số|số nhà|hẻm|ngõ|kiệt|đường|lô|ô|thửa|km|tổ)\s*$", re.IGNORECASE)
_TIMES = re.compile(r"(?<!\w)(?:gấp|tăng|giảm|bằng|gấp khoảng|gấp hơn)(?:\s+(?:khoảng|hơn|gần|trên|gấp|từ))*\s*$", re.IGNORECASE)
_REST_OF_DATE = re.compile(r"\s?[/.-]\s?\d{1,2}(?![\d%])")
_PART_AFTER = re.compile(r"\s*(?:[,;)]|và(?!\w)|\.?$)")
_PART_VERB = re.compile(r"\s+(?:không|đã|đang|chưa|được|bị|tạm dừng|dừng|ngừng|hoạt động|triển khai|mới|cấp mới|điều chỉnh|gia hạn|cấp lại|hoàn thành|trúng|đạt|còn|nữ|nam)(?!\w)")
_MEASURED = ("percent", "percent_point", "money", "measure", "magnitude")
#: `08 Thương vụ`: a leading zero is how offices write counts, whatever the case of the noun.
_ZERO_LED = re.compile(r"0[1-9]")
_SCORED = re.compile(
    r"(?<!\w)(?:đạt|được|chấm|là|điểm|tăng|giảm|tối đa|thang|từ|đến|trừ|cộng|bị|:)\s*(?:thêm|trên|dưới|khoảng|gần|hơn)?\s*$", re.IGNORECASE
)
_CAPITAL_NEXT = re.compile(r" [A-ZĐÀ-Ỵ][^\W\d_]*")
_YEARLIKE = re.compile(r"(?:19|20)\d\d$")
_PROPER_BEFORE = re.compile(r"(?:^|\s)([^\W\d_][\w.]*)\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number with its unit at `text[start:end]`.

    `value` is in `unit`: money and magnitudes are multiplied out (`8,487 tỉ` is 8487000000 đồng), a percentage is
    57.34, a ratio numerator / denominator. `step` is the value of one unit in the last printed place: how exactly the
    number is stated. `kind` None is a bare number whose sense is for the sentence to tell.
    """

    start: int
    end: int
    kind: Kind
    value: float | None
    value_max: float | None = None
    raw: str = ""
    numerator: float | None = None
    denominator: float | None = None
    unit: str | None = None
    currency: str | None = None
    comparator: Comparator | None = None
    direction: Direction | None = None
    step: float = 1.0
    rule: str = "unit"
    doubtful: bool = False


@dataclass(slots=True)
class _Reader:
    """One pass over one text."""

    text: str
    style: Style
    strict: bool
    lowered: str = ""
    amounts: list[Amount] = field(default_factory=list)

    def __post_init__(self) -> None:
        lowered = self.text.lower()
        self.lowered = lowered if len(lowered) == len(self.text) else self.text

    def unit(self, end: int) -> Unit | None:
        return unit_at(self.text, self.lowered, end)

    def read(self, masked: Sequence[tuple[int, int]]) -> list[Amount]:
        spans = sorted([*masked, *fixed_spans(self.text)])
        position, index = 0, 0
        while match := NUMBER.search(self.text, position):
            start = match.start()
            while index < len(spans) and spans[index][1] <= start:
                index += 1
            if index < len(spans) and spans[index][0] <= start:
                position = spans[index][1]
                continue
            position = max(self._at(start, match[0]), start + 1)
        return self.amounts

    def _at(self, start: int, token: str) -> int:
        """Reads what begins at `start`, returns where to go on."""
        text, end = self.text, start + len(token)
        if start and self._part_of_a_name(start):
            return end
        if shape := shape_at(text, start):
            return shape[0]
        unit = self.unit(end)
        letter = unit is not None and unit.end == end + 1 and text[end].isalpha()  # `Phụ lục 1h`
        governs = None if letter else unit or self._unit_of_range(end)
        measured = governs is not None and governs.kind in _MEASURED
        row = masked_by_lead(text, start, token, has_unit=governs is not None, measured=measured)
        if row is not None:
            if row.mode in ("date", "number") and (rest := _REST_OF_DATE.match(text, end)):
                return rest.end()
            return list_end(text, end, row.limit, lambda e: self.unit(e) is not None or noun_end(text, e) is not None)
        figure = read_figure(token, self.style)
        if figure is None:
            if unit is not None and token.count(".") > 1:  # `5.378.7000.000 đồng`: a number, but which one?
                self._add(Figure(0, 0, True, True), start, end, token, unit, value=None)
                return unit.end
            return end
        if bar := _BAR.match(text, end):
            return self._ratio(start, figure, unit, bar.end())
        if unit is not None and (bar := _BAR.match(text, unit.end)) and unit.kind in ("money", "magnitude", "measure"):
            self._add(figure, start, end, token, unit)
            return unit.end
        if after := self._range(start, end, token, figure, unit):
            return after
        return self._single(start, end, token, figure, unit)

    def _unit_of_range(self, end: int) -> Unit | None:
        """The unit after the second number of `17-22 nghìn đồng`, `3.407/7.676 con`."""
        gap = _RANGE.match(self.text, end) or _BAR.match(self.text, end)
        return self.unit(NUMBER.match(self.text, gap.end()).end()) if gap else None  # type: ignore[union-attr]

    def _part_of_a_name(self, start: int) -> bool:
        """`G20`, `COVID-19`, `QĐ.05`, `HĐ/12`: the digits hang on letters."""
        text, before = self.text, self.text[start - 1]
        if before.isalpha():
            return not (before.islower() and self.unit(NUMBER.match(text, start).end()) is not None)  # type: ignore[union-attr]
        if before in "-–/.&_" and start > 1 and text[start - 2].isalpha():
            if before == "/":
                return text[start - 2].isupper() and self.unit(NUMBER.match(text, start).end()) is None  # type: ignore[union-attr]
            return before != "." or text[start - 2].isupper()
        return before in "_=#" or (before in ".," and start > 1 and text[start - 2].isdigit())

    def _proper_before(self, start: int) -> bool:
        """A capitalised word that does not begin the sentence stands right before: the number may belong to a name."""
        begin = max(0, start - 24)
        match = _PROPER_BEFORE.search(self.text, begin, start)
        if match is None or not match[1][0].isupper() or match[1].isupper():
            return False
        before = self.text[: match.start(1)].rstrip()[-1:] if match.start(1) < 64 else self.text[match.start(1) - 3 : match.start(1)].rstrip()[-1:]
        return bool(before) and before not in ".:;-+•*(“\"!?"

    def _named_after(self, end: int, unit: Unit) -> bool:
        """`Thương mại 186 Bình Minh`: a capital of two words stands after the number, no unit."""
        name = self.text[end : unit.end].strip()
        return unit.kind == "count" and name.istitle() and " " not in name and _CAPITAL_NEXT.match(self.text, unit.end) is not None

    def _add(
        self, figure: Figure, start: int, end: int, raw: str, unit: Unit | None, *, rule: str = "unit",
        value: float | None = -1.0, kind: Kind | None = None,
    ) -> None:  # fmt: skip
        factor = unit.factor if unit else 1.0
        name = unit.name if unit else None
        currency = unit.currency if unit else None
        stop = unit.end if unit else end
        if unit is None or unit.kind == "none":
            found: Kind = "count"
        elif unit.kind == "magnitude":
            found, name, currency = self._magnitude(unit)
        else:
            found = unit.kind
        if name == "lần" and _TIMES.search(self.text, max(0, start - 40), start):
            found = "ratio"
        if name == "điểm" and found == "measure" and figure.decimals == 0:
            scored = _SCORED.search(self.text, max(0, start - 24), start)
            found = "count" if noun_end(self.text, stop) is not None or not scored else found
        anomaly = figure.anomaly if self.style == "vietnamese" else False
        self.amounts.append(
            Amount(
                start=start, end=stop, kind=kind or found, raw=raw, unit=name, currency=currency, rule=rule,
                value=None if value is None else _times(figure.value, factor),
                comparator=comparator_around(self.text, start, stop),
                direction=direction_around(self.text, start, stop, percent=found in ("percent", "percent_point", "ratio")),
                step=factor * 10.0**-figure.decimals,
                doubtful=value is None or (anomaly and figure.ambiguous),
            )
        )  # fmt: skip

    def _magnitude(self, unit: Unit) -> tuple[Kind, str | None, str | None]:
        """`7,423 tỉ,`: an amount of money, in the currency the sentence has named, else in đồng."""
        if unit.factor < 1e6:
            return "count", None, None
        for amount in reversed(self.amounts):
            if amount.kind == "money" and amount.currency and unit.end - amount.end < 240:
                return "money", amount.unit.split("/")[0] if amount.unit else None, amount.currency
        return "money", "đồng", "VND"

    def _noun(self, end: int, unit: Unit | None, *, capital: bool = False) -> Unit | None:
        """A noun that is in no vocabulary, as the unit."""
        after = unit.end if unit else end
        stop = None
        if not self.strict and not begins_otherwise(self.lowered, after):
            stop = noun_end(self.text, after, capital=capital)
        if stop is None:
            return None
        name = " ".join(self.lowered[after:stop].split())
        return Unit(end=stop, kind="count", name=name, factor=unit.factor if unit else 1.0)

    def _single(self, start: int, end: int, token: str, figure: Figure, unit: Unit | None) -> int:
        text, rule = self.text, "unit"
        if unit is not None and unit.kind == "magnitude" and (noun := self._noun(end, unit)):
            unit, rule = noun, "noun"
        if unit is not None and unit.kind == "count" and _PART_VERB.match(text, end) and self._part(start, end, token, figure):
            return end
        if unit is not None and not token.startswith("0") and self._named_after(end, unit):
            return end
        if unit is not None:
            if _YEARLIKE.match(token) and unit.kind == "count" and unit.factor == 1.0 and not self._counts_after(start):
                return end
            self._add(figure, start, end, token, unit, rule=rule)
            return unit.end
        if end < len(text) and (text[end].isalpha() or text[end] in "_"):
            return end
        if shared := _SHARED_UNIT.match(text, end):
            other = self.unit(shared.end())
            if other is not None and other.kind in ("money", "percent", "measure", "duration"):
                self._add(figure, start, end, token, replace(other, end=end), rule="shared_unit")
                return end
        if _YEARLIKE.match(token):
            return end
        if self._part(start, end, token, figure):
            return end
        if (noun := self._noun(end, None, capital=_ZERO_LED.fullmatch(token) is not None)) and (token.startswith("0") or "." in token or not self._proper_before(start)):
            if figure.decimals == 0:
                self._add(figure, start, end, token, noun, rule="noun")
                return noun.end
            return end
        if not self.strict and _BARE_AFTER.match(text, end) and self._stands_bare(start, figure, token):
            if not (text[start - 1 : start] == "(" and text[end : end + 1] == ")"):
                self._add(figure, start, end, token, None, rule="bare")
        return end

    def _stands_bare(self, start: int, figure: Figure, token: str) -> bool:
        """A copula, `tổng số …:` or, for grouped thousands, any colon stands before: only an amount can stand here."""
        if figure.ambiguous and "." in token and self.text[max(0, start - 4) : start].rstrip().endswith(":"):
            return True
        return _BARE_BEFORE.search(self.text, max(0, start - 130), start) is not None

    def _part(self, start: int, end: int, token: str, figure: Figure) -> bool:
        """`16 đơn vị (phòng ban 04, sự nghiệp 08)`, `43 cơ sở (33 đang hoạt động, 10 …)`: a part of the count before."""
        text = self.text
        whole = next((a for a in reversed(self.amounts) if a.rule != "part"), None)
        if whole is None or whole.kind != "count" or figure.decimals or _YEARLIKE.match(token):
            return False
        opened = text.rfind("(", max(whole.start, start - 240), start)
        inside = opened >= whole.end and ")" not in text[opened:start] and _NEAR.fullmatch(text, whole.end, opened) is not None
        before = text[:start].rstrip()[-1:] if start < 4 else text[start - 3 : start].rstrip()[-1:]
        if before in "(,;:" and _PART_VERB.match(text, end):
            accepted = inside or (before == "," and _NEAR.match(text, whole.end, start) is not None)
        else:
            accepted = inside and before not in "(,;" and not text[start - 2 : start - 1].isdigit() and _PART_AFTER.match(text, end) is not None
            accepted = accepted and not self._proper_before(start)
        if accepted:
            unit = None if whole.unit is None else Unit(end=end, kind="count", name=whole.unit)
            self._add(figure, start, end, token, unit, rule="part")
        return accepted

    def _counts_after(self, start: int) -> bool:
        """Before a number such as `2016` a verb or a quantifier stands: it counts and is no year."""
        return bool(_RATIO_BEFORE.search(self.text, max(0, start - 24), start)) or bool(
            comparator_around(self.text, start, start)
        )

    def _ratio(self, start: int, top: Figure, unit: Unit | None, below_start: int) -> int:
        """`x/y`: one ratio; two facts where both sides carry a unit of their own (see `_at`)."""
        text = self.text
        match = NUMBER.match(text, below_start)
        assert match is not None  # `_BAR` saw the digit
        below, stop = read_figure(match[0], self.style), match.end()
        if below is None or _BAR.match(text, stop):  # `1.700/2.912/3.141`
            while further := re.compile(r"\s?/\s?\d[\d.,]*").match(text, stop):
                stop = further.end()
            return stop
        unit = self.unit(stop)
        if unit is None and stop < len(text) and text[stop].isalpha():
            return stop
        rule = "ratio"
        noun = None if unit or below.value < 10 else self._noun(stop, None)
        if not self._is_ratio(start, stop, top, below, match[0], unit or noun):
            return stop
        if unit is None and noun is not None:
            unit = noun
        if unit is not None and unit.kind in ("percent", "percent_point", "duration"):
            return unit.end
        factor = unit.factor if unit else 1.0
        name, currency = (unit.name, unit.currency) if unit else (None, None)
        if unit is not None and unit.kind == "magnitude":
            _, name, currency = self._magnitude(unit)
        numerator, denominator = _times(top.value, factor), _times(below.value, factor)
        self.amounts.append(
            Amount(
                start=start, end=unit.end if unit else stop, kind="ratio", rule=rule, raw=text[start:stop], unit=name,
                value=numerator / denominator if denominator else None, numerator=numerator, denominator=denominator,
                currency=currency, comparator=None, direction=None, step=factor * 10.0 ** -max(top.decimals, below.decimals),
                doubtful=not denominator,
            )
        )  # fmt: skip
        return unit.end if unit else stop

    def _is_ratio(self, start: int, stop: int, top: Figure, below: Figure, raw_below: str, unit: Unit | None) -> bool:
        text, near = self.text, max(0, start - 24)
        if _ADDRESS_BEFORE.search(text, near, start) and not _TOTAL_NUMBER.search(text, near, start):
            return False
        if below.value == 0:
            return unit is not None
        could_be_date = (
            top.decimals == below.decimals == 0 and 1 <= top.value <= 31 and 1 <= below.value <= 12 and "." not in raw_below
        )
        if not could_be_date:
            return not (_YEARLIKE.match(raw_below) and unit is None and top.value <= 366)
        if _DATE_BEFORE.search(text, near, start):
            return False
        if unit is not None:
            return True
        if top.value > below.value:
            return False
        if noun_end(text, stop) is not None:  # `1/3 sản lượng`
            return True
        inside = text[start - 1 : start] == "(" and text[stop : stop + 1] == ")"
        return inside or bool(_RATIO_AFTER.match(text, stop)) or bool(_RATIO_BEFORE.search(text, near, start))

    def _range(self, start: int, end: int, token: str, low: Figure, unit: Unit | None) -> int:
        """`15 - 20%`, `từ 50 ha đến 75 ha`: one amount with `value_max`; 0 if there is no range."""
        text = self.text
        gap = _RANGE.match(text, unit.end if unit else end)
        if gap is None:
            return 0
        match = NUMBER.match(text, gap.end())
        assert match is not None  # `_RANGE` saw the digit
        high, other = read_figure(match[0], self.style), self.unit(match.end())
        if high is None or other is None or shape_at(text, match.start()):
            return 0
        if unit is not None and (unit.kind, unit.name) != (other.kind, other.name) and unit.kind != "magnitude":
            return 0
        if gap[0][0] == gap[0][-1] == " " and gap[0].strip() in "-–−" and self._proper_before(start):
            return 0
        factor = unit.factor if unit else other.factor
        if _times(low.value, factor) >= _times(high.value, other.factor):
            return 0
        if unit is None and other.kind == "duration" and "đến" in gap[0] and _TIMES_OF_DAY.search(text, max(0, start - 12), start):
            return other.end
        before = len(self.amounts)
        self._add(low, start, match.end(), token, replace(other, factor=factor), rule="range")
        last = self.amounts[before]
        self.amounts[before] = replace(
            last, value_max=_times(high.value, other.factor), raw=text[start : match.end()],
            comparator=last.comparator if last.comparator == "≈" else None,
        )  # fmt: skip
        return other.end


_NEAR = re.compile(r"[^.;()\d]{0,100}")
_TOTAL_NUMBER = re.compile(r"(?<!\w)(?:tổng|trong)\s+số\s*$", re.IGNORECASE)
_TIMES_OF_DAY = re.compile(r"(?<!\w)(?:lúc|hồi)\s*$", re.IGNORECASE)


def _times(value: float, factor: float) -> float:
    """value × factor without binary dust: 130.7 × 1e9 is 130700000000.0."""
    return value if factor == 1.0 else round(value * 1e6) * int(factor) / 1e6


def find_amounts(
    text: str, *, masked: Sequence[tuple[int, int]] = (), style: Style = "vietnamese", strict: bool = False
) -> list[Amount]:
    """The amounts of a text in order. `strict` (headings) takes known units only."""
    return _Reader(text=text, style=style, strict=strict).read(masked)


__all__ = ["Amount", "Kind", "find_amounts", "starts_with_function_word"]
