"""Names of bodies: kind + field or place (`Sở Nội vụ tỉnh Lai Châu`, `UBND huyện`), found in a text and normalised.

What kinds there are and what they take stands in `bodies.csv`, fields of work in `fields.csv`; how far a name goes, in `body_names`. A name is
a named body or a definite short form (`UBND huyện`); plural and generic forms (`UBND các xã`, `UBND cấp xã`, a bare `Sở`) are none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import regex

from patterns.body_names import (
    Named,
    field_name,
    is_field,
    number_name,
    phrase_name,
    place_begins,
    place_name,
    trade_name,
    unit_name,
)
from patterns.body_names import fields as fields
from patterns.phrases import phrase_end
from patterns.spelling import modern_tone, squeeze
from patterns.words import any_of, begins_word, rows, variants


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
    """Every spelling of every kind of body → its name and what it takes.

    `place`, `seat` (its level is in the kind), `field` of work, `phrase` (a field or words of its own with a capital), `open` (also without),
    `name` (of an enterprise, a school), `unit` (a named administrative unit), `number`, `party` and `holder` (another body), `none`.
    """
    return {
        modern_tone(word): _Kind(word if row["takes"] in ("name", "number") else row["name"], row["takes"])
        for row in rows("bodies")
        for word in variants(row)
    }


def _cases(words: dict[str, object]) -> list[str]:
    """Spellings to look for: long kinds also with a small first letter (`ủy ban nhân dân`)."""
    return [*words, *(word[0].lower() + word[1:] for word in words if word.count(" ") >= 3)]


@cache
def _kind() -> re.Pattern[str]:
    # `re`, not `regex`: ten times faster on a tree of words; what stands before is looked at afterwards for the same reason
    return re.compile(rf"{any_of(_cases(dict(kinds())))}(?![\w/&])")


#: Words that end like a kind; a heading in capitals shows no difference: `NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH`.
_COMPOUND = re.compile(
    r"(?<!\w)(?:(?:nhiệm|dịch|công|nghiệp|phục|chức|đặc|thời|mùa) vụ|(?:cán|nội|tiến|đồng|toàn|đường|thủy) bộ|(?:cơ|trụ) sở|(?:văn|quốc|dự|đề|tiêu|biên) phòng"
    r"|(?:bố|đại|tổng|chi) cục|(?:bệnh|học|tu|chi) viện|(?:quân|hải|đám|bộ|biên) đội|(?:xã|cơ|lễ|đại|quốc) hội|(?:tài|ngân) quỹ)$",
    re.IGNORECASE,
)
_OWNER = regex.compile(r"\s+(?=\p{Lu})")


def find_bodies(text: str) -> list[Body]:
    """Bodies in a text, left to right, the longest at each place; texts in any tone spelling, NFC."""
    return bodies_in(modern_tone(text))


def bodies_in(text: str) -> list[Body]:
    """`find_bodies` for a text that has modern tones already."""
    found: list[Body] = []
    position = 0
    pattern = _kind()
    while (match := pattern.search(text, position)) is not None:
        start, end = match.span()
        compound = " " not in match[0] and _COMPOUND.search(text, max(0, start - 8), end) is not None
        free = begins_word(text, start) and not compound
        body = _body(text, match, 0) if free else None
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
    end, middle = _middle(text, end, kind)
    if middle:
        name, complete = f"{name} {middle}", True
    if depth < 2 and (owner := _OWNER.match(text, end)) is not None:
        inner = _kind().match(text, owner.end())
        holder = None if inner is None or not _may_own(kind, inner[0]) else _body(text, inner, depth + 1)
        if holder is not None and (complete or kind.takes != "name"):
            return Body(start, holder.end, f"{name} {holder.name}", kind.name)
    bare = _BARE_OWNER.match(text, end) if kind.name in _DEPENDENT else None
    if bare is not None:
        return Body(start, bare.end(), f"{name} {bare['owner']}", kind.name)
    if kind.takes in ("holder", "party"):
        return None
    end, place = place_name(text, end, seat=kind.takes == "seat")
    if place:
        return Body(start, end, f"{name} {place}", kind.name)
    return Body(start, end, name, kind.name) if complete else None


#: An owner that the text has named before and now calls by its kind: `Văn phòng Sở`, `Đảng ủy Học viện`.
_BARE_OWNER = regex.compile(
    r"\s+(?P<owner>Sở|Bộ|Học viện|Cục|Tổng cục|Bệnh viện|Công ty|Tập đoàn)(?!\s+\p{Lu})(?![\w/&])"
)


def _middle(text: str, position: int, kind: _Kind) -> Named:
    match kind.takes:
        case "field":
            return field_name(text, position)
        case "phrase" | "open":
            other = _after_and if kind.name in _SCHOOLS else _another
            return phrase_name(
                text, position, other, small=kind.takes == "open", far=kind.name in _FAR, alone=" " in kind.name
            )
        case "name":
            return _cut(text, position, _traded(text, position))
        case "unit":
            return unit_name(text, position)
        case "number":
            return number_name(text, position)
    return position, ""


def _traded(text: str, position: int) -> Named:
    """The name of an enterprise; of one syllable that small ones follow as far as the words go: `Tổng Công ty Thiết bị kỹ thuật điện`."""
    end, name = trade_name(text, position)
    if name and " " not in name and _SMALL_NEXT.match(text, end):
        further = phrase_end(text, end - len(name), _another)
        return (further, squeeze(text[position:further])) if further > end else (end, name)
    return end, name


_SMALL_NEXT = regex.compile(r"[ \u00a0]\p{Ll}")


def _cut(text: str, position: int, named: Named) -> Named:
    """The name without what is another body: `Đồn Biên phòng Long Khốt và Trạm Kiểm dịch`."""
    for joint in _JOINT.finditer(text, position, named[0]):
        if _kind().match(text, joint.end()) is not None or _HEAD.match(text, joint.end()) is not None:
            return joint.start(), squeeze(text[position : joint.start()])
    return named


_HEAD = re.compile(r"(?:Trưởng|Phó|Giám đốc|Chủ tịch|Bí thư|Hiệu trưởng|Chánh|Chủ nhiệm|Viện trưởng)(?!\w)")
_JOINT = re.compile(r"\s(?:và|[-–])\s(?=\w)")
#: Kinds whose field of work is often longer than the vocabulary knows it.
_FAR = frozenset(("Ủy ban", "Vụ", "Cục", "Viện", "Ban Quản lý", "Ngân hàng", "Quỹ", "Hội", "Hiệp hội"))


def _another(text: str, position: int) -> bool:
    """Whether another body, or the place that ends a name, begins here."""
    if place_begins(text, position) or _INSTRUMENT.match(text, position):
        return True
    match = _kind().match(text, position)
    if match is None or not text[position].isupper():
        return False
    takes = kinds()[squeeze(match[0])].takes
    if text.endswith(" và ", 0, position) and _CAPITAL_NEXT.match(text, match.end()):
        return True
    if takes == "place" and not text.endswith((" và ", ", "), 0, position):
        return place_name(text, match.end(), seat=False)[1] != ""
    if " " in match[0] or takes in ("place", "seat", "none", "holder", "party"):
        return True
    if takes == "name":
        return trade_name(text, match.end())[1] != ""
    return is_field(text, match.end())


def _after_and(text: str, position: int) -> bool:
    """Whether a place ends the name here, or after `và` another body begins: schools may be called `Học viện Chính trị Công an nhân dân`."""
    return place_begins(text, position) or (
        text.endswith((" và ", ", "), 0, position) and _kind().match(text, position) is not None
    )


_SCHOOLS = frozenset(("Học viện", "Trường Đại học", "Trường Cao đẳng", "Viện"))
_CAPITAL_NEXT = regex.compile(r"\s+\p{Lu}")
_INSTRUMENT = re.compile(
    r"(?:Công văn|Quyết định|Nghị quyết|Nghị định|Thông tư|Chỉ thị|Kế hoạch|Báo cáo|Tờ trình|Thông báo|Hướng dẫn|Chương trình|Kết luận)\s+(?:số\s|\d)"
)

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
    "Đảng đoàn",
    "Ban cán sự đảng",
    "Ủy ban Kiểm tra",
    "Chi nhánh",
    "Phân hiệu",
    "Công đoàn",
    "Tổ giúp việc",
    "Ban Trị sự",
    "Ban Chấp hành",
    "Ban Thường vụ",
    "Đoàn Chủ tịch",
    "Ban Thường trực",
    "Chi bộ",
    "Bộ phận",
    "Ban Đại diện",
    "Cơ quan Cảnh sát điều tra",
}
_OWNERS = regex.compile(
    r"(?:Sở|Bộ|UBND|HĐND|Ủy\s+ban|Hội\s+đồng\s+nhân|Huyện|Tỉnh|Thành\s+(?:ủy|đoàn)|Đoàn|Công\s+đoàn|Liên\s+đoàn|Thị\s+ủy|Quận|Đảng|Cục|Chính\s+phủ|Trung\s+ương|Quốc\s+hội|Ban\s+Chỉ\s+đạo|Văn\s+phòng|Trường|Công\s+an|Giáo\s+hội|Hội|Công\s+ty|Tổng\s+[Cc]ông\s+ty|Tập\s+đoàn|Bệnh\s+viện)"
)


def _may_own(kind: _Kind, owner: str) -> bool:
    return kind.name in _DEPENDENT and _OWNERS.match(owner) is not None


def kind_at(text: str) -> bool:
    """Whether a text begins with the kind of a body."""
    return _kind().match(modern_tone(text)) is not None
