"""Vocabularies as data: rows of the CSV files beside this module, and patterns compiled from many words at once."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Rows of `patterns/<name>.csv`, every value stripped."""
    text = resources.files("patterns").joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return tuple(
        {key: (value or "").strip() for key, value in row.items()} for row in csv.DictReader(text.splitlines())
    )


def variants(row: dict[str, str]) -> list[str]:
    """The name of a row and its other spellings, which `variants` holds between bars."""
    return [row["name"], *(word for word in row["variants"].split("|") if word)]


def begins_word(text: str, position: int) -> bool:
    """Whether a word can begin here: not inside a word or a symbol (`30/KH-UBND`); the dash of a list item (`-UBND tỉnh`) may stand before."""
    if position == 0:
        return True
    before = text[position - 1]
    if before in "-–":
        return position == 1 or not (text[position - 2].isalnum() or text[position - 2] in "_/&.")
    return not (before.isalnum() or before in "_/&")


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches the longest of many words, quickly: common beginnings are tried once.

    White space in a word stands for any run of white space.
    """
    trie: dict[str, Any] = {}
    for word in words:
        node = trie
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _pattern(trie)


def _pattern(node: dict[str, Any]) -> str:
    parts = []
    for character in sorted(key for key in node if key):
        literal = r"\s+" if character == " " else re.escape(character)
        parts.append(literal + _pattern(node[character]))
    if not parts:
        return ""
    body = parts[0] if len(parts) == 1 and "" not in node else f"(?:{'|'.join(parts)})"
    return f"{body}?" if "" in node else body
