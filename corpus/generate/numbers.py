"""Numbers of running text in every style that reports use (DOMAIN §4), each with the quantity it states."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from corpus.generate.planted import Planted, fact

_TIME = {"phút", "ngày", "tháng", "năm", "giờ", "tuần"}
_WORDS = {
    2: "hai",
    3: "ba",
    4: "bốn",
    6: "sáu",
    7: "bảy",
    8: "tám",
    9: "chín",
    12: "mười hai",
    15: "mười lăm",
    20: "hai mươi",
}
_MEASURES = {"ha", "tấn", "tạ/ha", "kg", "km", "m", "m3", "kWh", "lít"}
_MONEY = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 10**3}
_ABOUT = (("trên ", ">"), ("hơn ", ">"), ("dưới ", "<"), ("khoảng ", "≈"), ("ước ", None))


def decimal(value: float, places: int) -> str:
    """Vietnamese writing: `.` groups thousands, `,` is the decimal mark (Luật Kế toán 2003 Điều 12.2)."""
    return f"{value:,.{places}f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def grouped(value: int) -> str:
    """A whole number with its thousands grouped."""
    return decimal(value, 0)


@dataclass(slots=True)
class Counting:
    """Writes the numbers of one report in its habits: leading zeros under ten, tỷ or tỉ, a space before %."""

    rng: Random
    zero: bool = True
    ty: str = "tỷ"
    gap: str = ""

    def quiet(self) -> Counting:
        """The same habits without `khoảng`, `trên`, `dưới`, for places where they would not stand."""
        return Counting(_Quiet(self.rng.random()), self.zero, self.ty, self.gap)

    def size(self, largest: int) -> int:
        """A number up to the largest, small ones as often as large ones."""
        return max(1, int(largest ** self.rng.uniform(0.25, 1)))

    def _about(self) -> tuple[str, dict[str, Any]]:
        if self.rng.random() >= 0.12:
            return "", {}
        word, sign = self.rng.choice(_ABOUT[:-1])
        return word, {"comparator": sign}

    def count(self, unit: str, largest: int = 900) -> Planted:
        """`3.327 hồ sơ`, `02 cuộc`, `trên 1.200 lượt`; time units make a duration."""
        value = self.size(largest)
        raw = f"{value:02d}" if value < 10 and self.zero and self.rng.random() < 0.85 else grouped(value)
        word, more = self._about()
        return Planted(word) + self._quantity(raw, value, unit, **more)

    def _quantity(self, raw: str, value: float, unit: str, **more: Any) -> Planted:
        kind = "duration" if unit in _TIME else "measure" if unit in _MEASURES else "count"
        also: dict[str, Any] = {}
        words = unit.split()
        if kind == "count" and len(words) > 1:
            shorter = [" ".join(words[:n]).rstrip(",") for n in range(1, len(words))]
            also = {"also": {"unit": shorter, "surface": [f"{raw} {unit_}" for unit_ in shorter]}}
        return fact("quantities", f"{raw} {unit}", kind=kind, value=value, unit=unit, value_raw=raw, **also, **more)

    def amount(self, unit: str, largest: int) -> Planted:
        """A count with decimals: `14,5 tiêu chí`."""
        value = round(self.rng.uniform(1, largest), self.rng.choice((1, 2)))
        raw = decimal(value, 1 if round(value, 1) == value else 2)
        made = self._quantity(raw, value, unit)
        first = made.facts[0]
        also = {**first.fields.get("also", {}), "kind": ["measure"]}
        return fact("quantities", made.text, **{**first.fields, "also": also})

    def measure(self, unit: str, largest: int) -> Planted:
        """`903,78 ha`, `2.029,4 ha`, `75ha`: seldom without a space."""
        value: float = self.size(largest)
        if self.rng.random() < 0.4:
            value = round(value + self.rng.random(), self.rng.choice((1, 2)))
        raw = grouped(int(value)) if value == int(value) else decimal(value, 1 if round(value, 1) == value else 2)
        word, more = self._about()
        gap = "" if self.rng.random() < 0.1 and unit in ("ha", "km", "kg", "m") else " "
        kind = "duration" if unit in _TIME else "measure"
        return Planted(word) + fact(
            "quantities", f"{raw}{gap}{unit}", kind=kind, value=value, unit=unit, value_raw=raw, **more
        )

    def percent(self, value: float | None = None, **more: Any) -> Planted:
        """`57,34%`, `57,34 %`, `100%`."""
        if value is None:
            value = self.rng.choice(
                (
                    100.0,
                    float(self.rng.randint(5, 99)),
                    round(self.rng.uniform(2, 99), 1),
                    round(self.rng.uniform(2, 99), 2),
                )
            )
        places = 0 if value == int(value) else 1 if round(value, 1) == value else 2
        raw = decimal(value, places)
        return fact("quantities", f"{raw}{self.gap}%", kind="percent", value=value, unit="%", value_raw=raw, **more)

    def change(self) -> Planted:
        """`tăng 5,2%`, `giảm 3%`."""
        word, direction = self.rng.choice((("tăng ", "up"), ("giảm ", "down")))
        return Planted(word) + self.percent(
            round(self.rng.uniform(0.3, 30), self.rng.choice((0, 1, 2))), direction=direction
        )

    def points(self) -> Planted:
        """`3,5 điểm phần trăm`."""
        value = round(self.rng.uniform(0.2, 9), 1)
        raw = decimal(value, 0 if value == int(value) else 1)
        also = {"unit": ["điểm %"]}
        return fact(
            "quantities",
            f"{raw} điểm phần trăm",
            kind="percent_point",
            value=value,
            unit="điểm phần trăm",
            value_raw=raw,
            also=also,
        )

    def ratio(self, unit: str | None, largest: int = 160) -> Planted:
        """`8/16 đơn vị`."""
        whole = self.size(largest) + 2
        return self._ratio(self.rng.randint(1, whole), whole, unit)

    def _ratio(self, part: int, whole: int, unit: str | None) -> Planted:
        raw = f"{grouped(part) if part > 9 or not self.zero else f'{part:02d}'}/{grouped(whole) if whole > 9 or not self.zero else f'{whole:02d}'}"
        text = f"{raw} {unit}" if unit else raw
        return fact("quantities", text, kind="ratio", unit=unit, value_raw=raw, numerator=part, denominator=whole)

    def ratio_percent(self, unit: str) -> Planted:
        """`1.200/1.500 hồ sơ, đạt 80%`: the percentage follows from the ratio; seldom it does not, and the gold says so."""
        whole = self.size(9000) + 10
        part = self.rng.randint(whole // 3, whole)
        true = 100 * part / whole
        stated = round(true, self.rng.choice((0, 1, 2)))
        wrong = self.rng.random() < 0.12
        if wrong:
            stated = round(max(stated - self.rng.uniform(4, 20), 1), 2)
        link = self.rng.choice((", đạt ", ", đạt tỷ lệ ", ", chiếm "))
        made = self._ratio(part, whole, unit) + link + self.percent(stated)
        if not wrong:
            return made
        return fact(
            "checks", made.text, made, kind="percent_of_ratio", holds=False, stated=stated, expected=round(true, 2)
        )

    def money(self, scale: str | None = None) -> Planted:
        """`8,487 tỷ đồng`, `1.250 triệu đồng`, `350.000 đồng`: value as written times its magnitude."""
        scale = scale or self.rng.choice((self.ty, self.ty, "triệu", "triệu", "nghìn", ""))
        if scale == "":
            value: float = self.size(9_000_000) * 1000
            raw, factor = grouped(int(value)), 1
        else:
            value = round(self.rng.uniform(1, 900), self.rng.choice((0, 1, 2, 3)))
            factor = _MONEY[scale]
            text = f"{value:.3f}".rstrip("0").rstrip(".")
            raw = decimal(value, len(text.partition(".")[2]))
        unit = f"{scale} đồng".strip()
        exact = round(value * factor, 3)
        also = {"unit": ["đồng", scale]} if scale else {}
        word, more = self._about()
        return Planted(word) + fact(
            "quantities",
            f"{raw} {unit}",
            kind="money",
            value=exact,
            unit=unit,
            value_raw=raw,
            currency="VND",
            money_vnd=exact,
            also=also,
            **more,
        )

    def money_of(self) -> Planted:
        """`8,487 tỷ đồng/14,8 tỷ đồng`: two amounts of one statement."""
        scale = self.rng.choice((self.ty, "triệu"))
        plain = self.quiet()
        return plain.money(scale) + "/" + plain.money(scale)

    def measure_of(self, unit: str) -> Planted:
        """`12,5 ha/40 ha`."""
        plain = self.quiet()
        return plain.measure(unit, 90) + "/" + plain.measure(unit, 900)

    def dollars(self) -> Planted:
        """`12,5 triệu USD`."""
        value = round(self.rng.uniform(1, 900), 1)
        raw = decimal(value, 0 if value == int(value) else 1)
        return fact(
            "quantities",
            f"{raw} triệu USD",
            kind="money",
            value=round(value * 10**6, 1),
            unit="triệu USD",
            value_raw=raw,
            currency="USD",
            also={"unit": ["USD", "triệu"]},
        )

    def range(self, unit: str) -> Planted:
        """`từ 10 đến 15 hộ`, `3-5 ngày`."""
        low = self.size(60) + 1
        high = low + self.rng.randint(1, 30)
        first, last = (
            (f"{low:02d}" if low < 10 and self.zero else str(low)),
            (f"{high:02d}" if high < 10 and self.zero else str(high)),
        )
        mark = self.rng.choice((" đến ", " - ", "-"))
        raw = f"{first}{mark}{last}"
        scale = _MONEY.get(unit.split()[0], 1) if unit.endswith("đồng") else 1
        kind = "money" if unit.endswith("đồng") else "duration" if unit in _TIME else "count"
        more: dict[str, Any] = {"also": {"unit": ["đồng", unit.split()[0]]}} if kind == "money" else {}
        made = fact(
            "quantities",
            f"{raw} {unit}",
            kind=kind,
            value=low * scale,
            value_max=high * scale,
            unit=unit,
            value_raw=raw,
            **more,
        )
        return (Planted("từ ") if mark == " đến " else Planted("")) + made

    def none(self, unit: str, rest: str) -> Planted:
        """`không có hồ sơ trễ hạn`: a written-out zero."""
        also = {"surface": [f"không có {unit} {rest}", "không có"], "unit": [f"{unit} {rest}"]}
        return (
            fact("quantities", f"không có {unit}", kind="count", value=0, unit=unit, value_raw="không có", also=also)
            + f" {rest}"
        )

    def words(self, unit: str) -> Planted:
        """A number in words: `mười hai hộ`."""
        value = self.rng.choice(tuple(_WORDS))
        kind = "duration" if unit in _TIME else "count"
        return fact("quantities", f"{_WORDS[value]} {unit}", kind=kind, value=value, unit=unit, value_raw=_WORDS[value])


class _Quiet(Random):
    """A source of chance for parts where `khoảng`, `trên` would not stand."""

    def random(self) -> float:
        return max(super().random(), 0.121)
