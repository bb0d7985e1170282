"""Names of bodies printed over two lines of the letterhead, as one paragraph whatever the format made of them.

Offices print `ỦY BAN NHÂN DÂN` and, below it, `HUYỆN …` as two paragraphs, as one with a line break, or as one that wraps;
all of them are the name of one body.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extract.read.items import Item, Paragraph

_LEVEL = r"(?:TỈNH|THÀNH\s+PHỐ|TP\.?|HUYỆN|QUẬN|THỊ\s+XÃ|THỊ\s+TRẤN|XÃ|PHƯỜNG|ĐẶC\s+KHU)"
_PLACE = regex.compile(rf"{_LEVEL}\s+\S")
_NAMED = regex.compile(rf"(?<!\p{{L}}){_LEVEL}(?!\p{{L}})|VIỆT NAM|ĐẢNG|ĐỘC LẬP|CỘNG H")
_BODY = regex.compile(
    r"(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|SỞ|BAN|PHÒNG|CHI CỤC|CỤC|TRUNG TÂM|VĂN PHÒNG|BỆNH VIỆN|TRƯỜNG|THANH TRA|"
    r"CÔNG AN|VIỆN|TÒA ÁN|TOÀ ÁN|HỘI|LIÊN ĐOÀN|ĐOÀN|MẶT TRẬN|THƯỜNG TRỰC)\b"
)


def join_names(items: Sequence[Item], reach: int) -> list[Item]:
    """The items with names of bodies in the first `reach` of them joined: a body without a place, then its place."""
    joined: list[Item] = []
    for position, item in enumerate(items):
        last = joined[-1] if joined else None
        if position < reach and isinstance(item, Paragraph) and isinstance(last, Paragraph) and _belongs(last, item):
            joined[-1] = _join(last, item)
        else:
            joined.append(item)
    return joined


def _belongs(body: Paragraph, place: Paragraph) -> bool:
    return (
        body.text.isupper()
        and place.text.isupper()
        and len(body.text) + len(place.text) < 100
        and _BODY.match(body.text) is not None
        and _NAMED.search(body.text) is None
        and _PLACE.match(place.text) is not None
    )


def _join(body: Paragraph, place: Paragraph) -> Paragraph:
    shift = len(body.text) + 1
    words = tuple(word._replace(start=word.start + shift, end=word.end + shift) for word in place.words)
    return Paragraph(
        text=f"{body.text} {place.text}",
        raw=f"{body.raw or body.text}\n{place.raw or place.text}",
        bold=body.bold,
        centered=body.centered,
        words=body.words + words,
    )
