"""Reads gold files: what a document states, and where its forms are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Line = dict[str, Any]

#: Keys of a gold line that are not columns.
KEYS = frozenset(
    {"table", "n", "optional", "also", "table_order", "section_row", "instrument", "kind_of", "in_table_only"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One gold file: the facts by table in reading order."""

    name: str
    kind: str
    part: str
    forms: dict[str, dict[str, str]]
    complete: frozenset[str]
    facts: dict[str, list[Line]] = field(default_factory=dict)


def read_gold(path: Path) -> Gold:
    """The gold of one file; ValueError if its first line is not `about`."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    if not lines or lines[0].get("table") != "about":
        raise ValueError(f"{path.name}: the first line must be the `about` line")
    about = lines[0]
    facts: dict[str, list[Line]] = {}
    for line in lines[1:]:
        facts.setdefault(line["table"], []).append(line)
    return Gold(
        name=about["name"],
        kind=about["kind"],
        part=about["part"],
        forms=about["forms"],
        complete=frozenset(about["complete"]),
        facts=facts,
    )


def gold_files(folder: Path) -> list[Gold]:
    """All gold of a folder, by name."""
    return [read_gold(path) for path in sorted(folder.glob("*.jsonl"))]


@dataclass(frozen=True, slots=True)
class Place:
    """A form of a document as it lies on this machine; `problem` says why it cannot be scored."""

    form: str
    path: Path
    problem: str | None = None


def places(gold: Gold, folders: Sequence[Path]) -> Iterator[Place]:
    """Where the forms of a document lie: the first folder that has the file, with the right bytes."""
    for form, says in gold.forms.items():
        found = next((folder / says["file"] for folder in folders if (folder / says["file"]).is_file()), None)
        if found is None:
            yield Place(form, Path(says["file"]), "absent")
        elif hashlib.sha256(found.read_bytes()).hexdigest() != says["sha256"]:
            yield Place(form, found, "other bytes than the gold was made for")
        else:
            yield Place(form, found)
