"""What the page says, in both languages: the table `words.csv`."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Said(NamedTuple):
    """The same words in Vietnamese and English."""

    vi: str
    en: str


@cache
def words() -> dict[str, Said]:
    """Every row of the table by its key."""
    text = files("extract.view").joinpath("words.csv").read_text(encoding="utf-8")
    return {row["key"]: Said(row["vi"], row["en"]) for row in csv.DictReader(text.splitlines())}


def key_of(column: str, value: object) -> str | None:
    """The key of a coded value (`relation`, "basis"); None where the table has no words for it."""
    key = f"{column}.{'null' if value is None else str(value).lower() if isinstance(value, bool) else value}"
    return key if key in words() else None
