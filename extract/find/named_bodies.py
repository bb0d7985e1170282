"""Bodies in running text: those that are meant as one body, not as a kind (`các Trung tâm Y tế`, `Phòng Nội vụ cấp huyện`), and committees
that take their place from the next one (`HĐND, UBND tỉnh`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from patterns.bodies import Body, bodies_in, body_at, kinds
from patterns.places import LEVELS, provinces
from patterns.small_kinds import with_capitals
from patterns.words import begins_word

_PLURAL_BEFORE = re.compile(
    r"(?:(?:^|\W)(?:các|những|mỗi|từng|một số|nhiều|hai|ba|tất cả|mọi)|(?<![\d/.,])\d{1,3})\s+$", re.IGNORECASE
)
_PLURAL_AFTER = re.compile(
    r"\s+(?:(?:của|thuộc|ở|tại|trực thuộc)\s+)?(?:các|cấp|mỗi|từng|một số|những|nhiều)\s+(?:tỉnh|huyện|xã|quận|phường|thị|thành|địa|sở|bộ|ngành|cơ quan|đơn vị|trường|cấp)(?!\w)"
)
_COMMITTEE = re.compile(r"(?:HĐND|UBND|Hội đồng nhân dân|Ủy ban nhân dân|Đảng ủy|UBMTTQ)(?=\s*(?:,|và|-|–|;|&)\s*\w)")
_JOINED = re.compile(r"\s*(?:,|và|-|–|&)\s*(?:(?:Thường trực|TT\.?)\s+)?")


def named_bodies(text: str) -> Iterator[Body]:
    """Bodies of a text with modern tones, left to right."""
    text = with_capitals(text)
    found = bodies_in(text)
    starts = {body.start: body for body in found}
    for body in found:
        if not _is_class(text, body):
            yield _without_title(text, body)
    for match in _COMMITTEE.finditer(text):
        if match.start() in starts or not begins_word(text, match.start()):
            continue
        place = _shared(text, match.end(), starts)
        if place is not None:
            kind = kinds()[match[0]].name
            yield Body(match.start(), match.end(), f"{kind} {place}", kind)


def _without_title(text: str, body: Body) -> Body:
    """`Phó Bí thư Thường trực Tỉnh ủy`: the standing deputy of the committee, not its standing board."""
    if not body.name.startswith("Thường trực ") or not _DEPUTY.search(text, max(0, body.start - 14), body.start):
        return body
    inner = body_at(text, body.start + text[body.start : body.end].find(" ", len("Thường ")) + 1)
    return body if inner is None else inner


_DEPUTY = re.compile(r"(?:Phó Bí thư|Phó Chủ tịch|Phó Giám đốc)\s+$")


def _is_class(text: str, body: Body) -> bool:
    if _has_place(body.name) or kinds().get(text[body.start : body.end], kinds().get(body.kind)) is None:
        return False
    takes = kinds().get(text[body.start : body.end])
    if takes is not None and takes.takes in ("none", "seat"):
        return False
    return (
        _PLURAL_BEFORE.search(text, max(0, body.start - 12), body.start) is not None
        or _PLURAL_AFTER.match(text, body.end) is not None
    )


def _has_place(name: str) -> bool:
    """Whether a name says where its body is: a named place, not only a level."""
    return _LEVEL.search(name) is not None or name.endswith(_province_ends())


_LEVEL = re.compile(rf" (?:{'|'.join(dict.fromkeys(LEVELS.values()))}) ")


@cache
def _province_ends() -> tuple[str, ...]:
    return tuple(f" {province}" for province in sorted(set(provinces().values())))


def _shared(text: str, position: int, starts: dict[int, Body]) -> str | None:
    """The place of the committee that follows after commas and `và`, with committees between."""
    while (joined := _JOINED.match(text, position)) is not None:
        body = starts.get(joined.end())
        if body is not None:
            if body.kind not in ("Ủy ban nhân dân", "Hội đồng nhân dân", "Ủy ban Mặt trận Tổ quốc Việt Nam"):
                return None
            return body.name.removeprefix(body.kind).strip() or None
        between = _COMMITTEE.match(text, joined.end())
        if between is None:
            return None
        position = between.end()
    return None
