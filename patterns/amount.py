"""What an amount is, and how one is made from a number and its unit in a line of text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from patterns.nouns import noun_end
from patterns.number_words import parse_number_words
from patterns.numbers import NUMBER, Figure, Style
from patterns.units import Unit, begins_otherwise, unit_at
from patterns.wording import Comparator, Direction, comparator_around, direction_around, on_before

Kind = Literal["count", "percent", "percent_point", "ratio", "money", "duration", "measure"]

MEASURED = ("percent", "percent_point", "money", "measure", "magnitude")
_SCORED = re.compile(
    r"(?<!\w)(?:đạt|được|chấm|là|điểm|tăng|giảm|tối đa|thang|từ|đến|trừ|cộng|bị|:)"
    r"\s*(?:thêm|trên|dưới|khoảng|gần|hơn)?\s*$",
    re.IGNORECASE,
)
_RESTATED = re.compile(r"\s?\((?P<words>[^\W\d_]+(?: [^\W\d_]+){0,14})\)(?=\s)")
_TIMES_AS_MANY = re.compile(
    r"(?<!\w)(?:gấp|tăng|giảm|bằng|vượt|cao hơn|thấp hơn|nhiều hơn|lớn hơn)(?:\s+(?:khoảng|hơn|gần|trên|gấp|từ))*\s*$",
    re.IGNORECASE,
)
#: Where a clause ends, as far as a currency goes.
_CLAUSE = re.compile(r"[;\n]|\.(?=\s)")
#: Subjects that are counted in millions and paid with nothing; and such as are paid.
_PEOPLE = re.compile(
    r"(?<!\w)(?:dân số|thuê bao|lượt|khách|đàn|hành khách|lao động|người|tài khoản|lượt truy cập)(?!\w)(?:[^,]|,(?=\d))*$"
)
_PAID = re.compile(
    r"(?<!\w)(?:thu|chi|thưởng|suất|kinh phí|giá|phí|lệ phí|vốn|ngân sách|quà|tiền|trợ cấp|trị giá|hỗ trợ|lương|mức)(?!\w)(?:[^,]|,(?=\d))*$"
)
#: How far back a currency that the sentence has named still holds for `7,3 tỷ`.
_CURRENCY_REACH = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number with its unit at `text[start:end]`.

    `value` is in `unit`: money and magnitudes are multiplied out (`8,487 tỉ` is 8487000000 đồng), a percentage is
    57.34, a ratio numerator / denominator. None where the digits cannot be read. `raw` is the number as written, `rule`
    says what made it an amount.
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
    rule: str = "unit"
    doubtful: bool = False


@dataclass(slots=True, kw_only=True)
class Line:
    """A text while it is read: the amounts found so far decide on later ones (parts, currencies)."""

    text: str
    style: Style
    strict: bool
    lowered: str = ""
    amounts: list[Amount] = field(default_factory=list)

    def __post_init__(self) -> None:
        lowered = self.text.lower()
        self.lowered = lowered if len(lowered) == len(self.text) else self.text

    def unit(self, end: int) -> Unit | None:
        """The known unit after a number that ends at `end`, also behind the number in words: `12 (mười hai) tỷ đồng`."""
        again = _RESTATED.match(self.lowered, end)
        if again is not None and parse_number_words(again["words"]) is not None:
            end = again.end()
        return unit_at(self.text, self.lowered, end)

    def unit_of(self, start: int) -> Unit | None:
        """The known unit of the number that begins at `start`."""
        match = NUMBER.match(self.text, start)
        return None if match is None else self.unit(match.end())

    def noun(self, end: int, unit: Unit | None = None, *, capital: bool = False) -> Unit | None:
        """A noun that no vocabulary holds, as the unit; None in headings. `unit` is a magnitude before it."""
        after = unit.end if unit else end
        if self.strict or begins_otherwise(self.lowered, after):
            return None
        stop = noun_end(self.text, after, capital=capital)
        if stop is None:
            return None
        name = " ".join(self.text[after:stop].split())
        name = name if name.isupper() else name.lower()
        return Unit(end=stop, kind="count", name=name, factor=unit.factor if unit else 1.0)

    def magnitude(self, unit: Unit) -> tuple[Kind, str | None, str | None]:
        """Kind, unit and currency of `7,423 tỉ,`: money in the currency named shortly before, else in đồng."""
        before = self.lowered[max(0, unit.end - 90) : unit.end]
        clause = before[max((m.end() for m in _CLAUSE.finditer(before)), default=0) :]
        if _PEOPLE.search(clause):
            return "count", None, None
        if unit.factor < 1e6 and not _PAID.search(clause):
            return "count", None, None
        for amount in reversed(self.amounts):
            if unit.end - amount.end >= _CURRENCY_REACH or _CLAUSE.search(self.text, amount.end, unit.end):
                break
            if amount.kind == "money" and amount.currency and amount.unit:
                return "money", amount.unit.split("/")[0], amount.currency
        return "money", "đồng", "VND"

    def add(
        self, figure: Figure | None, start: int, end: int, unit: Unit | None, *, rule: str = "unit", high: float | None = None
    ) -> int:  # fmt: skip
        """Adds the number at `start:end` with its unit; `figure` None if the digits cannot be read. Returns its end."""
        stop = unit.end if unit else end
        kind, name, currency = self._kind(start, stop, unit, figure)
        comparator = comparator_around(self.text, start, stop)
        if comparator and unit and unit.group == "place" and on_before(self.text, start):
            comparator = None  # `phân bổ trên 57 huyện`: all over them
        percent = kind in ("percent", "percent_point", "ratio")
        anomaly = figure is None or (figure.anomaly and figure.ambiguous and self.style == "vietnamese")
        self.amounts.append(
            Amount(
                start=start,
                end=stop,
                kind=kind,
                value=times(figure.value, unit.factor if unit else 1.0) if figure else None,
                value_max=high,
                raw=self.text[start:end],
                unit=name,
                currency=currency,
                comparator=comparator if high is None or comparator == "≈" else None,
                direction=direction_around(self.text, start, stop, percent=percent),
                rule=rule,
                doubtful=anomaly,
            )
        )
        return stop

    def _kind(
        self, start: int, stop: int, unit: Unit | None, figure: Figure | None
    ) -> tuple[Kind, str | None, str | None]:
        if unit is None or unit.kind == "none":
            return "count", unit.name if unit else None, None
        if unit.kind == "magnitude":
            return self.magnitude(unit)
        kind: Kind = unit.kind
        if unit.name == "lần" and _TIMES_AS_MANY.search(self.text, max(0, start - 40), start):
            kind = "ratio"
        elif unit.name == "điểm" and kind == "measure" and figure and not figure.decimals:
            # `đạt 85 điểm` is a score; `tại 36 điểm`, `7 điểm sạt lở` are places
            score = _SCORED.search(self.text, max(0, start - 24), start) and noun_end(self.text, stop) is None
            kind = "measure" if score else "count"
        return kind, unit.name, unit.currency


def times(value: float, factor: float) -> float:
    """value × factor without binary dust: 130.7 × 1e9 is 130700000000.0."""
    return value if factor == 1.0 else round(value * 1e6) * int(factor) / 1e6
