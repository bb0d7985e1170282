"""What a request asks for, checked: the words, the page, the year, the filters. Anything else is refused with 400."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

#: Longer than any number, name or subject a person would type.
_LONGEST = 300


class Refused(Exception):
    """A parameter that no page of ours would send; the message is the key of what to tell."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The parameters of a list; empty where nothing was asked."""

    words: str = ""
    page: int = 1
    year: int | None = None
    type: str = ""
    kind: str = ""
    organ: str = ""
    every: bool = False

    def query(self, **changes: object) -> str:
        """These parameters as the query of an address, with changes; without those that say nothing."""
        said: dict[str, object] = {
            "q": self.words,
            "year": self.year,
            "type": self.type,
            "kind": self.kind,
            "organ": self.organ,
            "all": "1" if self.every else "",
            "page": self.page if self.page > 1 else "",
        }
        kept = {name: value for name, value in (said | changes).items() if value not in ("", None)}
        return f"?{urlencode(kept)}" if kept else ""


def asked(parameters: Mapping[str, str]) -> Asked:
    """What the query of an address says. Raises Refused."""
    return Asked(
        words=_text(parameters.get("q", "")),
        page=_number(parameters.get("page", ""), r"[1-9][0-9]{0,6}", "refused.page") or 1,
        year=_number(parameters.get("year", ""), r"(?:1[89]|20|21)[0-9]{2}", "refused.year"),
        type=_text(parameters.get("type", "")),
        kind=_text(parameters.get("kind", "")),
        organ=_text(parameters.get("organ", "")),
        every=parameters.get("all") == "1",
    )


def _text(value: str) -> str:
    if len(value) > _LONGEST:
        raise Refused("refused.long")
    return "".join(" " if not letter.isprintable() else letter for letter in value).strip()


def _number(value: str, pattern: str, complaint: str) -> int | None:
    if not value.strip():
        return None
    if not re.fullmatch(pattern, value.strip()):
        raise Refused(complaint)
    return int(value)
