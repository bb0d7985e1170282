"""What follows the kind of a body in its name: a field of work, words of its own, a number, a place."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import regex

from patterns.phrases import phrase_end, stop
from patterns.places import HAMLETS, LEVELS, NAME, is_person, is_unit, place_at, province, provinces
from patterns.spelling import modern_tone, squeeze
from patterns.words import any_of, rows, variants

#: How far a name goes and what it says; `""` if there is none.
Named = tuple[int, str]


@cache
def fields() -> dict[str, str]:
    """Every spelling of every field of work → its name."""
    return {modern_tone(word): row["name"] for row in rows("fields") for word in variants(row)}


@cache
def _field() -> re.Pattern[str]:
    return re.compile(rf"\s+(?P<field>{any_of(fields())})(?![\w&])")


@cache
def _small_field() -> re.Pattern[str]:
    """Fields as `Ban Chỉ đạo cải cách hành chính` writes them."""
    return re.compile(
        rf"\s+(?P<field>{any_of(word[0].lower() + word[1:] for word in fields() if ' ' in word)})(?![\w&])"
    )


_LEVEL_ONLY = regex.compile(
    r"\s+(?P<level>[Tt]ỉnh|[Tt]hành\s+phố|TP\.?|[Hh]uyện|[Qq]uận|[Tt]hị\s+xã|[Xx]ã|[Pp]hường|[Tt]hị\s+trấn|[Đđ]ặc\s+khu)(?!\s+(?:ủy|đoàn)(?!\w))(?!\s+(?:trực\s+thuộc|hội\b))(?![\w/])"
    r"(?!\s*(?:,|và|hoặc)\s*(?:các\s+)?(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|thị\s+trấn)\b)"
)
_CENTRAL = regex.compile(r"\s+(?:Trung ương|TW)(?!\s+Đảng)(?![\w/])")
_NATIONAL = regex.compile(r"\s+(?P<name>Việt Nam|miền (?:Bắc|Trung|Nam)|Miền (?:Bắc|Trung|Nam))(?!\w)")
_REGION = regex.compile(
    r"\s+(?P<name>(?:[Kk]hu vực|[Cc]ơ sở)\s+(?:\d{1,2}|[IVX]+)(?:\s+[-–]\s+\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,3}|\s+tỉnh\s+\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,3})?"
    r"|[Kk]hu vực\s+\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,3}(?:\s+[-–]\s+\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,3})?)(?!\w)"
)
_BRANCH = regex.compile(r"\s*(?:,|[-–])?\s*(?:[Cc]hi nhánh|CN)\s+")
_SPACE = regex.compile(r"\s+")
_UNKNOWN = regex.compile(rf"\s+(?P<name>{NAME}(?:(?:\s[-–]\s|\svà\s|,\s){NAME})*)")
_QUOTED = regex.compile(r"\s+(?P<name>số\s+\d{1,2})(?![\d/])")
_NUMBER = regex.compile(
    r"\s+(?P<name>\d{1,4})(?![\d/]|[.,]\d)(?=\s*(?:[,;.:)“”\"\x00]|$)|\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|của|và)(?!\w))"
)
#: Numbers by which units of the army are known stand before anything.
_PLAIN_NUMBER = regex.compile(r"\s+(?P<name>\d{1,4})(?![\d/]|[.,]\d)")
_ABOUT = re.compile(r"(?:về|thực hiện|triển khai(?: thực hiện)?)\s+")
#: Capitals after a kind that begin no name: other things than bodies are called `Bộ Luật`, `Ban Giám đốc`.
_NO_NAME = regex.compile(
    r"\s+(?:Trưởng|Giám đốc|Giám hiệu|Lãnh đạo|Luật(?! (?:gia|sư))|Chủ nhiệm|Chủ [Nn]ghĩa|Nghị|Thảo|Đông|Hè|Mùa|Xuân|Thu|Quy|Tiêu chí|Chỉ số|Thủ tục|Số\b|Điều\b)"
)

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


#: One or two small syllables in the middle of a name: `Phân bón và Hóa chất Cần Thơ`.
_MORE = regex.compile(r"(?:[ \u00a0]\p{Ll}+){1,4}(?:[ \u00a0]\p{Lu}[\p{L}\d]*+)+")


#: Two syllables with capitals at the end: a proper name, which nothing small goes on from.
_PROPER = regex.compile(r"\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$")


def field_name(text: str, position: int) -> Named:
    """A field of work of the vocabulary; with two words or more also one that is not, in capitals."""
    found = _field().match(text, position) or _small_field().match(text, position)
    if found is not None:
        return found.end(), _proper(squeeze(found["field"]))
    if _NO_NAME.match(text, position):
        return position, ""
    unknown = _UNKNOWN.match(text, position)
    if unknown is not None and unknown["name"].count(" ") >= 1:
        return unknown.end(), squeeze(unknown["name"])
    return position, ""


def is_field(text: str, position: int) -> bool:
    """Whether a field of work of the vocabulary follows."""
    return _field().match(text, position) is not None


def trade_name(text: str, position: int) -> Named:
    """The name of an enterprise, a school, a hospital."""
    found = _trade().match(text, position)
    if found is None:
        return position, ""
    end = found.end()
    while (
        _PROPER.search(text, position, end) is None
        and (more := _MORE.match(text, end)) is not None
        and stop().search(more[0]) is None
    ):
        end = more.end()
    return end, squeeze(text[position:end])


def phrase_name(
    text: str, position: int, other: Callable[[str, int], bool], *, small: bool, far: bool, alone: bool
) -> Named:
    """A field of work, else words of its own (`small`: also without a capital; `alone`: also one), else a number; with `far` a field may go on: `Kinh tế nông nghiệp`."""
    known = _field().match(text, position) or _small_field().match(text, position)
    if known is not None:
        end = known.end()
        if far:
            further = phrase_end(text, known.start("field"), other)
            if further > end and (text[end : end + 4] == " và " or (text[end] == " " and text[end + 1].isalpha())):
                return further, squeeze(text[known.start("field") : further])
        return end, _proper(squeeze(known["field"]))
    numbered = _QUOTED.match(text, position) or (_NUMBER.match(text, position) if small else None)
    if numbered is not None:
        return numbered.end(), numbered["name"]
    space = _SPACE.match(text, position)
    if space is None or _NO_NAME.match(text, position):
        return position, ""
    start = space.end()
    if not (text[start : start + 1].isupper() or (small and text[start : start + 1].islower())) or other(text, start):
        return position, ""
    about = _ABOUT.match(text, start) if small else None
    first = about.end() if about else start
    end = phrase_end(text, first, other)
    if (
        end == first
        or text[start:end] in ("dự án", "Dự án")
        or not (small or alone or " " in text[start:end] or text[start:end].isupper())
    ):
        return position, ""
    number = _QUOTED.match(text, end)
    end = number.end() if number else end
    return end, squeeze(text[start:end])


def _proper(field: str) -> str:
    return fields().get(field) or fields().get(field[0].upper() + field[1:], field)


def number_name(text: str, position: int) -> Named:
    """The number of a unit of the army."""
    found = _PLAIN_NUMBER.match(text, position)
    return (position, "") if found is None else (found.end(), found["name"])


def place_name(text: str, position: int, *, seat: bool) -> Named:
    """The place after a name: `tỉnh Sóc Trăng`, `huyện`, bare `Sóc Trăng`.

    `seat`: the kind itself says the level (`Huyện ủy Kế Sách`), so any proper name will do.
    """
    space = _SPACE.match(text, position)
    if space is None:
        return position, ""
    place = place_at(text, space.end())
    if place is not None and place.level in (*LEVELS.values(), *HAMLETS):
        return place.end, place.full
    level = _LEVEL_ONLY.match(text, position)
    if level is not None:
        written = squeeze(level["level"].lower())
        return level.end(), LEVELS.get(written.rstrip("."), written)
    if (branch := _BRANCH.match(text, position)) is not None:
        end, of = place_name(text, branch.end() - 1, seat=True)
        return (end, f"chi nhánh {of}") if of else (position, "")
    if (central := _CENTRAL.match(text, position)) is not None:
        return central.end(), "Trung ương"
    if (national := _NATIONAL.match(text, position)) is not None:
        end, further = place_name(text, national.end(), seat=False)
        return end, f"{national['name']} {further}" if further else national["name"]
    if (region := _REGION.match(text, position)) is not None:
        return region.end(), squeeze(region["name"])
    name = province().match(text, space.end()) or (_seat().match(text, space.end()) if seat else None)
    if name is None or (seat and is_person(squeeze(name[0]), 1) and not is_unit(squeeze(name[0]))):
        return position, ""
    return name.end(), provinces().get(squeeze(name[0]), squeeze(name[0]))


def unit_name(text: str, position: int) -> Named:
    """The administrative unit after a name, by level and name or a province's bare name."""
    end, place = place_name(text, position, seat=False)
    return (end, place) if place and (" " in place or place in provinces()) else (position, "")


def place_begins(text: str, position: int) -> bool:
    """Whether a place that may end a name begins here."""
    return place_name(text, position - 1, seat=False)[1] != "" if position and text[position - 1].isspace() else False


@cache
def _seat() -> regex.Pattern[str]:
    return regex.compile(NAME)
