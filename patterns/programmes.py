"""Programmes, systems and schemes: those of `programmes.csv`, numbered schemes (`Đề án 06`), and quoted titles."""

from __future__ import annotations

import re
from functools import cache

from patterns.spelling import modern_tone, squeeze
from patterns.words import any_of, rows, variants

_KINDS = (
    "Đề án",
    "Dự án",
    "Chương trình",
    "Phong trào",
    "Cuộc vận động",
    "Chiến dịch",
    "Hệ thống",
    "phong trào",
    "cuộc vận động",
    "chiến dịch",
)
_TITLED = re.compile(
    rf"(?P<kind>{any_of(_KINDS)})\s*(?:(?<=\s)(?P<number>(?:số\s+)?\d{{1,4}})(?![\w/.,-]|\s*/)|[“\"«](?P<title>[^”\"»\x00]{{5,250}})[”\"»])"
)


@cache
def _known() -> dict[str, str]:
    return {modern_tone(word): row["name"] for row in rows("programmes") for word in variants(row)}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_of(_known())}(?![\w-])")


def find_programmes(text: str) -> list[tuple[int, int, str]]:
    """Start, end and normalised name of each programme in a text with modern tones, left to right, none in another."""
    found = [(m.start(), m.end(), _known()[squeeze(m[0])]) for m in _pattern().finditer(text) if _free(text, m.start())]
    for match in _TITLED.finditer(text):
        if not _free(text, match.start()):
            continue
        title = (match["number"] or "").removeprefix("số").strip() or squeeze(match["title"] or "")
        if match["title"] or match["kind"] in _KINDS[:3]:
            found.append((match.start(), match.end(), f"{match['kind'].capitalize()} {title}"))
    found.sort(key=lambda item: (item[0], -item[1]))
    kept: list[tuple[int, int, str]] = []
    for item in found:
        if not kept or item[0] >= kept[-1][1]:
            kept.append(item)
    return kept


def _free(text: str, start: int) -> bool:
    return start == 0 or not (text[start - 1].isalnum() or text[start - 1] in "_-")
