"""Places as they are written: a level word and a proper name (`huyện Kế Sách`), or a province by its bare name.

Levels: Luật Tổ chức chính quyền địa phương 2015 Điều 2 (to 2025-06-30), 2025 Điều 1 (đặc khu; no districts).
Texts come with modern tones (`patterns.spelling.modern_tone`), so places found are places in the text as written.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import regex

from patterns.spelling import modern_tone, squeeze
from patterns.words import any_of, rows, variants

#: Level words as written, lower case and without a dot → normalised.
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
HAMLETS = (
    "thôn",
    "ấp",
    "bản",
    "khóm",
    "khu phố",
    "buôn",
    "làng",
    "xóm",
    "sóc",
    "phum",
    "plei",
    "tiểu khu",
    "tổ dân phố",
)
_NUMBERED = ("quận", "phường", *HAMLETS)

#: Words with a capital that follow the name of a body at once without belonging to it.
_FOLLOWERS = (
    "Ban hành|Quy định|Quy chế|Phê duyệt|Sửa đổi|Nâng cao|Triển khai|Hướng dẫn|Về|Quyết định|Kế hoạch|Công bố|Công văn"
    "|Thực hiện|Báo cáo|Nghị quyết|Chủ tịch|Phó|UBND|HĐND|TTHC|CCHC|Căn cứ|Theo|Trong|Giai đoạn|Năm(?=\\s+\\d)|Sở|Phòng|Ủy ban"
)
_STOP = rf"(?!(?:{_FOLLOWERS.replace(' ', chr(92) + 's+')})\b)"
_SYLLABLE = rf"{_STOP}\p{{Lu}}\p{{Ll}}*+(?:['’]\p{{L}}+)?(?![\p{{L}}&])"
#: What a number after a name counts; then it is no part of it: `đảo Phú Quý 12 hải lý`.
_COUNTED_NOUNS = (
    "hải lý|suất|hộ|người|ha|km|tấn|con|căn|lượt|tỷ|tỉ|triệu|nghìn|ngàn|đồng|trường hợp|hồ sơ|cơ sở|doanh nghiệp|dự án|công trình|đơn vị|cuộc|buổi|lớp|học sinh|cán bộ|máy|xe|tàu"
    "|m2|m3|mét|phòng|trạm|nhà|điểm|vụ|đợt|ngày|tháng|năm|giờ|phút|đảng viên|hội viên|xã|thôn|ấp|bản|chiếc|phần|bộ|sản phẩm|văn bản|mô hình|lao động|giấy"
)
#: A proper name: one to four syllables with capitals, perhaps a number (`Thống Nhất 1`).
NAME = rf"{_SYLLABLE}(?:[ \u00a0](?:[-–] )?{_SYLLABLE}){{0,3}}(?:[ \u00a0]\d{{1,2}}(?!\d|[.,]\d|[/%])(?![ \u00a0](?:{_COUNTED_NOUNS})(?!\w)))?"
_SPELLINGS = [form for word in LEVELS if word not in ("tp", "tx", "tt") for form in (word, word.capitalize())]
# literal words first, boundaries after: `re` then skips what cannot begin one
_LEVEL = re.compile(
    rf"(?:{any_of([*_SPELLINGS, *HAMLETS])}|T[Pp]\.?|tp\.|TX\.?|TT\.?)(?:(?<=\.) ?|[ \u00a0]+)(?=[^\W_])"
)
_INSIDE = re.compile(r"(?:\w|\bcấp |\b[Gg]ià )$")


_COUNTED = re.compile(
    r"\s+(?!(?:quận|thành|huyện|thị|tỉnh|và|đến|về|ban hành|đã|là|có|theo|tại|trong|được|phê duyệt|quy định|triển khai|báo cáo|tổ chức|thực hiện|giai đoạn"
    r"|năm|phối hợp|gồm|do|để|công bố|sửa đổi|hướng dẫn|kiện toàn|thành lập)(?!\w))[^\W\d_]"
)


class Place(NamedTuple):
    """A place in a text: where it stands, its level word normalised (None for a bare name) and its name."""

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
    """Every spelling of every province name, before and after 2025-07-01 → the name."""
    return {modern_tone(word): row["name"] for row in rows("provinces") for word in variants(row)}


@cache
def province() -> regex.Pattern[str]:
    """Matches the bare name of a province, in any of its spellings."""
    return regex.compile(rf"{any_of(provinces())}(?!\p{{L}})")


@cache
def _name() -> regex.Pattern[str]:
    return regex.compile(rf"{province().pattern}|{NAME}|\d{{1,2}}(?![\d/%]|[.,]\d)")


def place_at(text: str, position: int) -> Place | None:
    """The place that begins at this position; None if none does."""
    level = _LEVEL.match(text, position)
    return None if level is None else _place(text, level)


def find_places(text: str) -> list[Place]:
    """Places with a level word, left to right."""
    return [place for level in _LEVEL.finditer(text) if (place := _place(text, level)) is not None]


_BEFORE = re.compile(r"[^\W\d_]+\s$")


def find_provinces(text: str) -> list[Place]:
    """Provinces by their bare names, not where they are part of a longer name with capitals."""
    found = []
    for match in _any_province().finditer(text):
        if match.start() and text[match.start() - 1].isalnum():
            continue
        if match[0] == "Hồ Chí Minh":
            continue  # without `thành phố` it is the man
        before = _BEFORE.search(text, max(0, match.start() - 9), match.start())
        after = text[match.end() : match.end() + 2]
        if (before is not None and before[0][0].isupper() and before[0].strip().lower() not in ("tỉnh", "tại")) or (
            after[:1] == " " and after[1:].isupper()
        ):
            continue
        found.append(Place(match.start(), match.end(), None, provinces()[squeeze(match[0])]))
    return found


@cache
def _any_province() -> re.Pattern[str]:
    return re.compile(rf"{any_of(provinces())}(?!\w)")


def _place(text: str, found: re.Match[str]) -> Place | None:
    start = found.start()
    named = _name().match(text, found.end())
    if named is None or (start and _INSIDE.search(text, max(0, start - 4), start)):
        return None
    level = squeeze(found[0].lower()).rstrip(".")
    name = squeeze(named[0])
    if (level == "tỉnh" and name not in provinces()) or (level == "xã" and name.startswith("Hội Chủ")):
        return None
    if (is_person(name) or level in ("tt", "tx")) and not is_unit(name):
        return None
    if name.isdigit() and (level not in _NUMBERED or name[0] == "0" or _COUNTED.match(text, named.end())):
        return None
    return Place(start, named.end(), LEVELS.get(level, level), provinces().get(name, name))


def is_person(name: str, fewest: int = 2) -> bool:
    """Whether a name looks like a person's: `UBND phường Đỗ Thị Hồng Nhung` names the chairwoman. `fewest` syllables after the family name."""
    from patterns.people import surnames

    first, *others = name.split(" ")
    return len(others) >= fewest and first in surnames()


def is_unit(name: str) -> bool:
    """Whether a unit of the map bears this name."""
    from patterns.vietnam.meant import known

    return known(name)
