"""Content words of a phrase, for telling whether two phrases name the same thing (`SNCL` is `sự nghiệp công lập`).

In: a phrase. Out: its syllables without function words, short forms written out (`abbreviations.csv`), old and new
tone placement alike; and the levels of government it names.
"""

from __future__ import annotations

import re
from functools import lru_cache

from patterns.words import rows

_WORD = re.compile(r"[^\W_]+")
_FUNCTION = """số tổng lượng được đã trước của các và tại trên là cho về theo trong kết quả do với những có từ đến để một
việc thực hiện tác đối bị ra vào khi gồm cấp thuộc trực lũy kế thời điểm báo cáo kỳ năm này đó hoặc như ở người mức qua còn tỷ
lệ tỉ phần trăm so nay đạt bao nhiêu cả loại"""
_STOP = frozenset(_FUNCTION.split())
#: Words of one meaning in reports; the first stands for all.
_SAME = {
    "xử": "giải", "lý": "quyết", "uỷ": "ủy", "hoà": "hòa", "hoá": "hóa", "thoả": "thỏa", "toà": "tòa", "quí": "quý",
    "kỹ": "kĩ",
}  # fmt: skip
_LEVELS = {
    "tỉnh": "tỉnh",
    "thành phố": "tỉnh",
    "huyện": "huyện",
    "quận": "huyện",
    "xã": "xã",
    "phường": "xã",
    "thị trấn": "xã",
}
_LEVEL = re.compile(r"(?<!\w)(?:tỉnh|huyện|quận|thị trấn|phường|(?<!thị )xã(?! hội))(?!\w)")


@lru_cache(maxsize=1)
def short_forms() -> dict[str, str]:
    """Short forms and what they stand for, lower case."""
    return {
        short: row["name"]
        for row in rows("abbreviations")
        for short in row["variants"].split("|")
        if short and " " not in short
    }


@lru_cache(maxsize=4096)
def terms(phrase: str) -> frozenset[str]:
    """The content syllables of a phrase."""
    found: set[str] = set()
    for word in _WORD.findall(phrase.lower()):
        for syllable in short_forms().get(word, word).split():
            syllable = _SAME.get(syllable, syllable)
            if syllable not in _STOP and not syllable.isdecimal():
                found.add(syllable)
    return frozenset(found)


@lru_cache(maxsize=4096)
def levels(phrase: str) -> frozenset[str]:
    """Levels of government a phrase names: tỉnh, huyện, xã."""
    return frozenset(_LEVELS[match] for match in _LEVEL.findall(phrase.lower()))
