"""Who issues an instrument: a body (`patterns.bodies`), or the head, committee or person that `issuers.csv` adds to it.

Names come out normalised as stated: abbreviations written out, one spelling of tones, no place added. `Ủy ban nhân dân` and its
`Chủ tịch` are two (DOMAIN 0.9). A name of no known kind is read only where `của` announces it, up to the words that begin a subject.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import regex

from patterns.bodies import body_at, kinds
from patterns.casing import decapitalise
from patterns.places import place_at
from patterns.spelling import modern_tone, squeeze
from patterns.words import any_of, rows, variants


class Issuer(NamedTuple):
    """An issuer at `start:end` of a text; `parts` are the issuers of a joint instrument (one otherwise)."""

    start: int
    end: int
    name: str
    parts: tuple[str, ...]


@cache
def _words() -> dict[str, tuple[str, str]]:
    return {modern_tone(word): (row["name"], row["takes"]) for row in rows("issuers") for word in variants(row)}


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"{any_of(_words())}(?![\w/&-])")


@cache
def beginning() -> re.Pattern[str]:
    """Where an issuer may begin in a text with modern tones: a known word in its capitals."""
    kinds_too = [*kinds(), *(word[0].lower() + word[1:] for word in kinds() if word.count(" ") >= 3)]
    return re.compile(rf"(?<![\w/&-])(?:{any_of([*_words(), *kinds_too])})(?![\w/&-])")


_LINK = re.compile(r"\s+(?:(?:của|thuộc)\s+)?")
_PARTY = re.compile(r"(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng)\s+ủy|Đảng\s+bộ")
_PLACE_OR_LEVEL = re.compile(r"\s+(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|thị\s+trấn)(?![\w/])")


def issuer_at(text: str, position: int) -> Issuer | None:
    """The issuer that begins at this position of a text with modern tones; None if none of a known kind does."""
    match = _word().match(text, position)
    body = body_at(text, position)
    if match is not None and (
        body is None or match.end() >= body.end or _words()[squeeze(match[0])][1] in ("holder", "party", "joint")
    ):
        extended = _extended(text, match)
        if extended is not None and (body is None or extended.end > body.end):
            return extended
    if body is None:
        return _in_capitals(text, position)
    return Issuer(body.start, body.end, body.name, (body.name,))


_COMMITTEE = re.compile(
    r"(?:(?P<ubnd>UBND|[ỦU]y ban [Nn]hân dân)|HĐND|Hội đồng [Nn]hân dân)(?=\s*(?:[,;.:)\n\x00]|\Z)|\s+(?:về|v/v|ban\s+hành|phê\s+duyệt|quy\s+định)(?!\w))"
)


def committee_at(text: str, position: int) -> Issuer | None:
    """A people's committee or council without level and place, as a text on its own place may name it: `của UBND`."""
    match = _COMMITTEE.match(text, position)
    if match is None:
        return None
    name = "Ủy ban nhân dân" if match["ubnd"] else "Hội đồng nhân dân"
    return Issuer(match.start(), match.end(), name, (name,))


def _extended(text: str, match: re.Match[str]) -> Issuer | None:
    name, takes = _words()[squeeze(match[0])]
    start, end = match.span()
    if takes == "none":
        return Issuer(start, end, name, (name,))
    if takes == "joint":
        return _joint_names(text, start, end, name)
    link = _LINK.match(text, end)
    if link is None:
        return None
    if takes in ("holder", "party"):
        inner = body_at(text, link.end()) if takes == "holder" or _PARTY.match(text, link.end()) else None
        if inner is not None:
            name = f"{name} {inner.name}"
            return Issuer(start, inner.end, name, (name,))
        again = _word().match(text, link.end()) if takes == "holder" else None
        nested = _extended(text, again) if again is not None and again.start() > start else None
        if nested is not None:
            name = f"{name} {nested.name}"
            return Issuer(start, nested.end, name, (name,))
        if name in ("Chủ tịch", "Phó Chủ tịch") and (place := place_at(text, link.end())) is not None:
            return Issuer(start, place.end, f"{name} {place.full}", (f"{name} {place.full}",))
        return None
    place = place_at(text, link.end())
    if place is not None:
        return Issuer(start, place.end, f"{name} {place.full}", (f"{name} {place.full}",))
    level = _PLACE_OR_LEVEL.match(text, end)
    if level is not None:
        full = f"{name} {squeeze(level[0]).lower()}"
        return Issuer(start, level.end(), full, (full,))
    bare = _NAME.match(text, link.end())
    if bare is not None and takes == "place":
        full = f"{name} {squeeze(bare[0])}"
        return Issuer(start, bare.end(), full, (full,))
    return Issuer(start, end, name, (name,))


_NAME = regex.compile(r"\p{Lu}\p{Ll}*+(?:\s\p{Lu}\p{Ll}*+){1,2}")
_JOINED = regex.compile(
    r"\s+\p{Lu}[^,;.:()\n\x00]{3,120}?(?=\s+(?:về|hướng|quy|ban|ngày|thống|sửa|bổ|nếu|không|vẫn|còn|đã|được|để|là|tại|theo|trong|có|thì)\b|[,;.:()\n\x00]|$)"
)


def _joint_names(text: str, start: int, end: int, name: str) -> Issuer | None:
    """`Liên Bộ Tài chính - Nội vụ`: several issuers under one word."""
    match = _JOINED.match(text, end)
    if match is None:
        return None
    kind = name.removeprefix("Liên ").removeprefix("liên ")
    kind = kind if kind in ("Bộ", "Sở") else ""
    names = [squeeze(part) for part in re.split(r"\s+[-–]\s+|,\s+|\s+và\s+(?=(?:Bộ|Sở|Tổng)\b)", match[0].strip())]
    known = tuple(
        part if not kind or part.startswith((kind, "Tổng", "Ủy", "Ngân")) else f"{kind} {part}"
        for part in names
        if part
    )
    return Issuer(start, match.end(), f"{name} {squeeze(match[0])}", known)


_SHOUTED = regex.compile(r"\p{Lu}{2,}(?:\s+[\p{Lu}\d.,–-]+){1,14}")


def _in_capitals(text: str, position: int) -> Issuer | None:
    """An issuer in a heading in capitals: `CỦA THỦ TƯỚNG CHÍNH PHỦ`."""
    match = _SHOUTED.match(text, position)
    if match is None:
        return None
    lowered = decapitalise(match[0])
    if len(lowered) != len(match[0]) or lowered.isupper():
        return None
    found = issuer_at(lowered, 0) if not lowered.isupper() else None
    return None if found is None else Issuer(position + found.start, position + found.end, found.name, found.parts)


_MEETING = re.compile(
    r"Hội nghị (?:lần thứ [^\s,;.]+(?: (?:một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín))?|Trung ương (?:lần thứ )?\w+),? (?:của )?"
    r"(?:Ban [Cc]hấp hành (?:Trung ương|TW)|BCH ?(?:Trung ương|TW|TƯ))(?: Đảng)?(?:,? \(?[Kk]hó?[aá] [IVX]+\)?)?(?!\w)"
)


def meeting_at(text: str, position: int) -> Issuer | None:
    """The meeting of the Central Committee that adopted a resolution: `Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI`."""
    match = _MEETING.match(text, position)
    if match is None:
        return None
    name = re.sub(r"BCH ?", "Ban Chấp hành ", squeeze(match[0])).replace("TW", "Trung ương").replace("TƯ", "Trung ương")
    return Issuer(match.start(), match.end(), name, (name,))


def issuers_between(text: str, start: int, end: int) -> list[Issuer]:
    """The issuers named between two positions, left to right, none inside another; names of no known kind where one stands alone before a verb."""
    found: list[Issuer] = []
    position = start
    for match in beginning().finditer(text, start, end):
        if match.start() < position:
            continue
        issuer = issuer_at(text, match.start())
        if (
            issuer is None
            and (unknown := open_issuer_at(text, match.start())) is not None
            and _VERB.match(text, unknown.end)
        ):
            issuer = unknown
        if issuer is not None and issuer.end <= end:
            found.append(issuer)
            position = issuer.end
    return found


_VERB = re.compile(r"\s+(?:đã\s+)?(?:ban\s+hành|có|ký|thông\s+qua)(?!\w)")
_AND = re.compile(r"\s*(?:,|và|&|[-–])\s+(?=\w)")


def joint_issuers_at(text: str, position: int, *, most: int) -> Issuer | None:
    """The issuer that begins here together with those joined to it by commas and `và`, at most so many."""
    first = issuer_at(text, position)
    if first is None or most < 2 or len(first.parts) > 1:
        return first
    parts, end = [first.name], first.end
    while len(parts) < most and (link := _AND.match(text, end)) is not None:
        following = issuer_at(text, link.end())
        if following is None:
            break
        parts.append(following.name)
        end = following.end
    name = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} và {parts[-1]}"
    return Issuer(first.start, end, name, tuple(parts))


#: What ends a name of unknown kind after `của`: punctuation, the words that open a subject or go on with the sentence.
_STOP = (
    "về|v/v|Về|ban hành|Ban hành|quy định|Quy định|phê duyệt|Phê duyệt|hướng dẫn|Hướng dẫn|sửa đổi|Sửa đổi|công bố|Công bố|triển khai|Triển khai"
    "|thực hiện|giao|đề nghị|thành lập|tăng cường|đẩy mạnh|nâng cao|đã|được|để|đối với|trong|tại|trên|nhằm|theo|có|là|do|ngày|từ|đến|và các"
    "|giai đoạn|nêu|nói|này|gửi|nhất là|năm|thông qua|kiện toàn|thì|xin|đơn vị|công tác|còn|sẽ|đang|không|khóa|nhiệm kỳ|kỳ họp|hết hiệu lực"
)
_OPEN = regex.compile(
    rf"\p{{Lu}}[\w&'’-]*+(?:,?\s(?!(?:{_STOP.replace(' ', chr(92) + 's+')})(?!\w))(?:[-–]|(?!\d)[\w&'’]++(?:-[\w&'’]++)*)){{0,18}}"
)
#: Not issuers though `của` stands before them: bare collective words, and instruments.
_NOT_A_BODY = regex.compile(
    r"(?:Nhà nước|Đảng|Trung ương|Nhân dân|Việt Nam|Đoàn)(?!\s+\w)|(?:Nghị|Quyết|Kế|Chỉ|Thông|Công văn|Luật|Điều|Đề án)(?!\w)"
)


#: Where one name ends and something else begins: the next body or instrument, or after a comma the next clause.
_JOIN = regex.compile(r"(?P<comma>,\s)|\s(?:và|cùng|hoặc)\s(?:các\s)?")


def _own_end(text: str, start: int, end: int) -> int:
    """Where the name that runs to `end` really ends."""
    from patterns.document_types import noun_of

    for join in _JOIN.finditer(text, start, end):
        after = join.end()
        words = text[after : after + 40].split()
        small = join["comma"] is not None and text[after : after + 1].islower() and not text.startswith("chống", after)
        noun = any(noun_of(" ".join(words[:count])) for count in (1, 2, 3))
        if small or noun or beginning().match(text, after) is not None:
            return int(join.start())
    return end


def open_issuer_at(text: str, position: int, limit: int | None = None) -> Issuer | None:
    """A name of no known kind after `của`: capital first, to the end of the phrase (`limit` at most); None where it looks like no body."""
    if not text[position : position + 1].isupper():
        return None
    match = _OPEN.match(text, position) if limit is None else _OPEN.match(text, position, limit)
    if match is None or _NOT_A_BODY.match(text, position):
        return None
    written = text[position : _own_end(text, position, match.end())].rstrip(" .,-–\n")
    written = written.removesuffix(" và")
    if not 1 <= written.count(" ") <= 16:
        return None
    name = _ABBREVIATION.sub(lambda found: _WRITTEN_OUT[found[0]], squeeze(written))
    name = _LEVEL_IN_CAPITALS.sub(lambda found: found[0].lower(), name)
    return Issuer(position, position + len(written), name, (name,))


_WRITTEN_OUT = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "BTV": "Ban Thường vụ", "BCH": "Ban Chấp hành"}
_LEVEL_IN_CAPITALS = re.compile(
    r"(?<=nhân dân )(?:Tỉnh|Thành phố|Thành Phố|Huyện|Quận|Thị xã|Thị Xã|Xã|Phường|Thị trấn|Thị Trấn)\b"
)
_ABBREVIATION = re.compile(rf"\b(?:{'|'.join(_WRITTEN_OUT)})\b")
