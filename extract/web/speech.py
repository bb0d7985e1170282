"""What the pages say, in Vietnamese or English: `strings.csv` as data, numbers and dates as the language writes them."""

from __future__ import annotations

import csv
import datetime as dt
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("vi", "en")


@cache
def strings() -> dict[str, dict[str, str]]:
    """Key → language → text."""
    text = resources.files("extract.web").joinpath("strings.csv").read_text(encoding="utf-8")
    return {row["key"]: row for row in csv.DictReader(text.splitlines())}


@dataclass(frozen=True, slots=True)
class Speech:
    """One language."""

    language: str

    @property
    def other(self) -> str:
        """The language to switch to."""
        return "en" if self.language == "vi" else "vi"

    def say(self, key: str, **values: object) -> str:
        """A text with its values filled in; KeyError for a key that no row has."""
        return strings()[key][self.language].format(**values)

    def term(self, vocabulary: str, value: object) -> str:
        """A word of a vocabulary of the tables; as it is if nobody named it."""
        code = "null" if value is None else str(value).lower() if isinstance(value, bool) else value
        row = strings().get(f"{vocabulary}.{code}")
        return row[self.language] if row else "" if value is None else str(value)

    def number(self, value: Any) -> str:
        """`1.234,5` in Vietnamese, `1,234.5` in English; years and the like are not numbers."""
        if value is None or (isinstance(value, float) and not math.isfinite(value)):
            return ""
        text = f"{value:,.6g}" if isinstance(value, float) and abs(value) < 1e5 else f"{value:,.0f}"
        return text.translate(str.maketrans(",.", ".,")) if self.language == "vi" else text

    def brief(self, value: float) -> str:
        """A number for the axis of a chart: `25 tr`, `25m`."""
        for size, key in ((1e9, "number.billion"), (1e6, "number.million"), (1e4, "number.thousand")):
            if abs(value) >= size:
                return self.say(key, number=self.number(value / (1e3 if size == 1e4 else size)))
        return self.number(value)

    def date(self, value: dt.date | None) -> str:
        """`23/04/2018` in Vietnamese, `2018-04-23` in English."""
        if value is None:
            return ""
        return value.strftime("%d/%m/%Y") if self.language == "vi" else value.isoformat()
