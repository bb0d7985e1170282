"""Names of bodies: kind + field or place (`Sở Nội vụ tỉnh Lai Châu`, `UBND huyện`), found in a text and normalised.

What kinds there are and what they take stands in `bodies.csv`, fields of work in `fields.csv`. A name is a named body
or a definite short form (`UBND huyện`); plural and generic forms (`UBND các xã`, `UBND cấp xã`, a bare `Sở`) are none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import regex

from patterns.places import LEVELS, NAME, place_at, province, provinces
from patterns.spelling import modern_tone, squeeze
from patterns.words import any_of, rows, variants


class Body(NamedTuple):
    """A body in a text: where it stands, its normalised name, the name of its kind."""

    start: int
    end: int
    name: str
    kind: str


class _Kind(NamedTuple):
    name: str
    takes: str


@cache
def kinds() -> dict[str, _Kind]:
    """Every spelling of every kind of body → its name and what it takes (place, field, free, name, none)."""
    return {
        modern_tone(word): _Kind(word if row["takes"] == "name" else row["name"], row["takes"])
        for row in rows("bodies")
        for word in variants(row)
    }


@cache
def fields() -> dict[str, str]:
    """Every spelling of every field of work → its name."""
    return {modern_tone(word): row["name"] for row in rows("fields") for word in variants(row)}


def _cases(words: dict[str, object]) -> list[str]:
    """Spellings to look for: long kinds also with a small first letter (`ủy ban nhân dân`)."""
    return [*words, *(word[0].lower() + word[1:] for word in words if word.count(" ") >= 3)]


@cache
def _kind() -> re.Pattern[str]:
    # `re`, not `regex`: ten times faster on a tree of words; what stands before is looked at afterwards for the same reason
    return re.compile(rf"{any_of(_cases(dict(kinds())))}(?![\w/&])")


@cache
def _field() -> re.Pattern[str]:
    return re.compile(rf"\s+(?P<field>{any_of(fields())})(?![\w&])")


_LEVEL_ONLY = regex.compile(
    r"\s+(?P<level>tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|thị\s+trấn|đặc\s+khu)(?!\s+(?:trực\s+thuộc|hội\b))(?![\w/])"
    r"(?!\s*(?:,|và|hoặc)\s*(?:các\s+)?(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|thị\s+trấn)\b)"
)
_CENTRAL = regex.compile(r"\s+(?:Trung ương|TW)(?!\s+Đảng)(?![\w/])")
_SPACE = regex.compile(r"\s+")
_OWNER = regex.compile(r"\s+(?=\p{Lu})")
_UNKNOWN = regex.compile(rf"\s+(?P<name>{NAME}(?:(?:\s[-–]\s|\svà\s|,\s){NAME})*)")


#: Words of a trade that names write without a capital after another one: `Luyện kim hóa chất`, `Đại học Kinh tế quốc dân`.
_SMALL = ("hóa chất", "hạ tầng", "đa khoa", "quốc gia", "quốc dân", "xã hội", "nội trú", "cơ sở", "môi trường", "nghề")


@cache
def _trade() -> regex.Pattern[str]:
    """The name of an enterprise or school: words of its trade and syllables with capitals, joined by dashes or `và`."""
    words = [word for row in rows("trade_words") for word in row["words"].split("|")]
    word = rf"(?:{any_of([w[0].upper() + w[1:] for w in words])}(?!\p{{L}})|{any_of(_SMALL)}(?!\p{{L}}))"
    syllable = r"\p{Lu}[\p{L}\d]*+"
    joined = rf"[ \u00a0](?:[-–] |và )(?:{word}|{syllable}(?! \p{{Ll}}))"
    return regex.compile(
        rf"[ \u00a0]+(?P<name>(?:{word}|{syllable})(?:{joined}|[ \u00a0](?:{word}|{syllable}|\d{{1,4}}(?![\d.,/%])))*)"
    )


_QUOTED = regex.compile(r"\s+(?P<name>số\s+\d{1,2})(?![\d/])")


def find_bodies(text: str) -> list[Body]:
    """Bodies in a text, left to right, the longest at each place; texts in any tone spelling, NFC."""
    return bodies_in(modern_tone(text))


def bodies_in(text: str) -> list[Body]:
    """`find_bodies` for a text that has modern tones already."""
    found: list[Body] = []
    position = 0
    pattern = _kind()
    while (match := pattern.search(text, position)) is not None:
        start = match.start()
        inside = start > 0 and (text[start - 1].isalnum() or text[start - 1] in "_/&-")
        body = None if inside else _body(text, match, 0)
        if body is not None:
            found.append(body)
        position = body.end if body is not None else match.end()
    return found


def body_at(text: str, position: int) -> Body | None:
    """The body that begins at this position of a text with modern tones; None if none does."""
    match = _kind().match(text, position)
    return None if match is None else _body(text, match, 0)


def _body(text: str, match: re.Match[str], depth: int) -> Body | None:
    written = squeeze(match[0])
    kind = kinds().get(written) or kinds()[written[0].upper() + written[1:]]
    start, end = match.span()
    if kind.takes == "none":
        return Body(start, end, kind.name, kind.name)
    name, complete = kind.name, kind.takes == "seat" or kind.name in _ALONE
    if kind.takes in ("field", "free", "name"):
        end, middle = _middle(text, end, kind)
        if middle:
            name, complete = f"{name} {middle}", True
    if depth < 2 and (owner := _OWNER.match(text, end)) is not None:
        inner = _kind().match(text, owner.end())
        holder = None if inner is None or not _may_own(kind, inner[0]) else _body(text, inner, depth + 1)
        if holder is not None and (complete or kind.takes != "name"):
            return Body(start, holder.end, f"{name} {holder.name}", kind.name)
    end, place = _where(text, end, seat=kind.takes == "seat")
    if place:
        return Body(start, end, f"{name} {place}", kind.name)
    return Body(start, end, name, kind.name) if complete else None


#: Kinds that name one body without any place.
_ALONE = {"Mặt trận Tổ quốc Việt Nam", "Ủy ban Mặt trận Tổ quốc Việt Nam", "Đoàn Thanh niên Cộng sản Hồ Chí Minh"}
#: Kinds that belong to another body by their nature: `Văn phòng Sở Nội vụ`, `Ban Tổ chức Huyện ủy`.
_DEPENDENT = {
    "Văn phòng",
    "Thanh tra",
    "Ban",
    "Phòng",
    "Trung tâm",
    "Ban Quản lý",
    "Đảng ủy",
    "Chi cục",
    "Đoàn thanh tra",
    "Đoàn kiểm tra",
}
_OWNERS = regex.compile(
    r"(?:Sở|Bộ|UBND|HĐND|Ủy\s+ban|Hội\s+đồng\s+nhân|Huyện|Tỉnh|Thành\s+ủy|Thị\s+ủy|Quận|Đảng|Cục|Chính\s+phủ|Trung\s+ương)"
)


def _may_own(kind: _Kind, owner: str) -> bool:
    return kind.name in _DEPENDENT and _OWNERS.match(owner) is not None


def _middle(text: str, position: int, kind: _Kind) -> tuple[int, str]:
    """The field of work or proper name after a kind, and where it ends; `""` if there is none."""
    found = _field().match(text, position)
    if found is not None and kind.takes != "name":
        return found.end(), fields()[squeeze(found["field"])]
    unknown = (_trade() if kind.takes == "name" else _UNKNOWN).match(text, position)
    if unknown is None:
        numbered = _QUOTED.match(text, position)
        return (numbered.end(), numbered["name"]) if numbered and kind.takes == "free" else (position, "")
    if kind.takes != "name" and _kind().match(text, unknown.start("name")) is not None:
        return position, ""
    if kind.takes == "name" or unknown["name"].count(" ") >= 1:
        return unknown.end(), squeeze(unknown["name"])
    return position, ""


def _where(text: str, position: int, *, seat: bool) -> tuple[int, str]:
    """The place after a name (`tỉnh Sóc Trăng`, `huyện`, bare `Sóc Trăng`) and where it ends; `""` if there is none.

    `seat`: the kind itself says the level (`Huyện ủy Kế Sách`), so any proper name will do.
    """
    space = _SPACE.match(text, position)
    if space is None:
        return position, ""
    place = place_at(text, space.end())
    if place is not None and place.level in LEVELS.values():
        return place.end, place.full
    level = _LEVEL_ONLY.match(text, position)
    if level is not None:
        return level.end(), squeeze(level["level"].lower())
    if (central := _CENTRAL.match(text, position)) is not None:
        return central.end(), "Trung ương"
    name = province().match(text, space.end()) or (_seat().match(text, space.end()) if seat else None)
    return (name.end(), provinces().get(squeeze(name[0]), squeeze(name[0]))) if name is not None else (position, "")


@cache
def _seat() -> regex.Pattern[str]:
    return regex.compile(NAME)


def kind_at(text: str) -> bool:
    """Whether a text begins with the kind of a body."""
    return _kind().match(modern_tone(text)) is not None
