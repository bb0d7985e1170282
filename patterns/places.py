"""Places as they are written: a level word and a proper name (`huyện Kế Sách`), or a province by its bare name.

Levels: Luật Tổ chức chính quyền địa phương 2015 Điều 2 (to 2025-06-30), 2025 Điều 1 (đặc khu; no districts).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from patterns.spelling import modern_tone, squeeze
from patterns.words import any_of, rows, variants

#: Level words as written → normalised, with what they are.
LEVELS = {
    "tỉnh": "tỉnh",
    "thành phố": "thành phố",
    "tp": "thành phố",
    "huyện": "huyện",
    "quận": "quận",
    "thị xã": "thị xã",
    "tx": "thị xã",
    "xã": "xã",
    "phường": "phường",
    "thị trấn": "thị trấn",
    "tt": "thị trấn",
    "đặc khu": "đặc khu",
}
#: Below the commune: places, but no level of government.
HAMLETS = ("thôn", "ấp", "bản", "khóm", "khu phố", "tổ dân phố", "buôn", "làng")

_SYLLABLE = r"[^\W\d_a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ][^\W\d_]*(?:['’][^\W\d_]+)?"
#: Words that begin with a capital after a name without belonging to it (titles of instruments follow bodies at once).
_NOT_NAME = r"(?!(?:Ban\s+hành|Quy\s+định|Quy\s+chế|Phê\s+duyệt|Sửa\s+đổi|Nâng\s+cao|Triển\s+khai|Hướng\s+dẫn|Về|Tổ\s+chức\s|Quyết\s+định|Kế\s+hoạch|Công\s+bố|Thực\s+hiện|Báo\s+cáo|Nghị\s+quyết|Chủ\s+tịch|Phó|UBND|HĐND|TTHC|CCHC)\b)"
NAME = rf"{_NOT_NAME}{_SYLLABLE}(?:\s(?:-\s)?{_NOT_NAME}{_SYLLABLE}){{0,3}}(?:\s\d{{1,2}}(?![\d.,/%]))?"


class Place(NamedTuple):
    """A place in a text: where, its level word normalised (None for a bare name) and its name."""

    start: int
    end: int
    level: str | None
    name: str

    @property
    def full(self) -> str:
        """`huyện Kế Sách`, or the bare name."""
        return f"{self.level} {self.name}" if self.level else self.name


@cache
def provinces() -> dict[str, str]:
    """Every spelling of every province name, before and after 2025-07-01 → its name."""
    return {modern_tone(word): row["name"] for row in rows("provinces") for word in variants(row)}


@cache
def province_pattern() -> str:
    """A pattern for the bare name of a province, in any of its spellings."""
    return rf"(?:{any_of(provinces())})(?![^\W\d_])"


@cache
def _levelled() -> re.Pattern[str]:
    level = (
        r"(?P<level>[Tt]ỉnh|[Tt]hành\s+phố|T[Pp]\.?|[Hh]uyện|[Qq]uận|[Tt]hị\s+xã|TX\.?|[Xx]ã|[Pp]hường|[Tt]hị\s+trấn|TT\.?"
        r"|[Đđ]ặc\s+khu|[Tt]hôn|[Ấấ]p|[Bb]ản|[Kk]hóm|[Kk]hu\s+phố|[Bb]uôn|[Ll]àng)"
    )
    return re.compile(rf"(?<!\w){level}\s*(?P<name>{province_pattern()}|{NAME}|\d{{1,2}}(?![\d.,/%]))")


def place_at(text: str, position: int) -> Place | None:
    """The place that begins at this position of a text with modern tones; None if none does."""
    found = _levelled().match(text, position)
    if found is None:
        return None
    level = found["level"]
    if not level.endswith(".") and not text[found.end("level")].isspace():
        return None
    name = squeeze(found["name"])
    if name.isdigit() and level.lower() not in ("quận", "phường", "khóm", "thôn", "ấp", "khu phố", "xã"):
        return None
    key = squeeze(level.lower().rstrip("."))
    return Place(found.start(), found.end(), LEVELS.get(key, key), provinces().get(name, name))


def find_places(text: str) -> list[Place]:
    """Places with a level word, left to right, in a text with modern tones."""
    found = []
    for match in _levelled().finditer(text):
        place = place_at(text, match.start())
        if place is not None:
            found.append(place)
    return found
