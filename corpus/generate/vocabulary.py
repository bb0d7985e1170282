"""The vocabularies beside this file, read once: places, bodies, laws, people and the wording of each field of work."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any


def _folder() -> Traversable:
    return resources.files("corpus.generate") / "vocabulary"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `vocabulary/NAME.csv`."""
    text = (_folder() / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def common() -> dict[str, Any]:
    """Wording common to all fields."""
    return tomllib.loads((_folder() / "common.toml").read_text(encoding="utf-8"))


@cache
def fields() -> dict[str, dict[str, Any]]:
    """Wording of each field of work, by its key (`cchc`, `y-te` …)."""
    folder = _folder() / "fields"
    found = {item.name.removesuffix(".toml"): item for item in folder.iterdir() if item.name.endswith(".toml")}
    return {key: tomllib.loads(found[key].read_text(encoding="utf-8")) for key in sorted(found)}
