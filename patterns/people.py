"""Names of persons, and the titles and positions written before them.

Signers stand without academic titles, the armed forces, education and health excepted (NĐ 30/2020, Phụ lục I, II.7.c).
"""

from __future__ import annotations

import re
from functools import cache

import regex

from patterns.words import any_of, rows, variants

_SYLLABLE = r"\p{Lu}\p{Ll}*+(?:['’]\p{L}+)?(?![\p{L}\d/&-])"
_CAPITALS = r"\p{Lu}+(?:['’]\p{Lu}+)?(?![\p{L}\d/&-])"
#: Academic and military titles that may stand before a name.
TITLE = (
    r"(?:(?:GS|PGS|TSKH|TS|ThS|Ths|Th\.S|CN|KS|BS|Bs|Ys|YS|ĐD|CKI{1,2}|DSCK(?:I{1,2}|[12])|TTND|QNCN|BSCK(?:I{1,2}|[12])?|CK(?:I{1,2}|[12])|DS|LS|NGƯT|NGND|TTƯT|AHLLVTND)\b\.?[\s.,]*"
    r"|(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy|ÚY|TÁ|TƯỚNG)\s+|(?:ĐẠI|THƯỢNG|TRUNG|THIẾU)\s+(?:TƯỚNG|TÁ|ÚY)\s+"
    r"|Tiến\s+sĩ\s+|Thạc\s+sĩ\s+|Bác\s+sĩ\s+|Luật\s+sư\s+|Giáo\s+sư\s+|Phó\s+Giáo\s+sư\s+)"
)


@cache
def surnames() -> frozenset[str]:
    """Family names, with a capital."""
    return frozenset(row["name"] for row in rows("surnames"))


@cache
def _person() -> regex.Pattern[str]:
    small, large = any_of(surnames()), any_of(name.upper() for name in surnames())
    return regex.compile(
        rf"{TITLE}*(?P<name>{small}(?![\p{{L}}\d])(?:[ \u00a0]{_SYLLABLE}){{1,5}}|{large}(?![\p{{L}}\d])(?:[ \u00a0]{_CAPITALS}){{1,5}})"
    )


_ANY_NAME = regex.compile(rf"{TITLE}*(?P<name>{_SYLLABLE}(?:[ \u00a0]{_SYLLABLE}){{1,5}})\s*$")


def person_at(text: str, position: int = 0) -> tuple[int, int] | None:
    """Where the name of the person stands that begins here, without titles; None if no known family name begins it."""
    found = _person().match(text, position)
    return None if found is None else found.span("name")


def person_line(text: str, *, known: bool = True) -> str | None:
    """The name that a whole line is, without titles; with `known=False` also of an unknown family name."""
    line = text.strip(" .,:;()")
    found = _person().fullmatch(line)
    if found is None and not known:
        found = _ANY_NAME.fullmatch(line)
    if found is None:
        return None
    name = found["name"]
    return " ".join(name.split()).title() if name.isupper() else " ".join(name.split())


@cache
def positions() -> tuple[str, ...]:
    """Every spelling of every position, longest first."""
    return tuple(sorted((word for row in rows("positions") for word in variants(row)), key=lambda w: (-len(w), w)))


@cache
def position() -> re.Pattern[str]:
    """Matches a position: as in text (`Phó Chủ tịch`) or in capitals (`PHÓ CHỦ TỊCH`)."""
    return re.compile(rf"(?<!\w)(?:P\.\s?)?{any_of([*positions(), *(word.upper() for word in positions())])}(?!\w)")


_HONORIFICS = (
    "ông",
    "bà",
    "đồng chí",
    "đ/c",
    "anh",
    "chị",
    "cô",
    "thầy",
    "liệt sĩ",
    "nghệ nhân",
    "chiến sĩ",
    "mẹ",
    "cụ",
    "cháu",
    "già làng",
    "nghệ nhân ưu tú",
    "nghệ nhân nhân dân",
    "sư cả",
    "hòa thượng",
    "thượng tọa",
    "linh mục",
    "mục sư",
    "bị can",
    "bị cáo",
    "thạc sĩ",
    "bác sĩ",
)
_STREETS = re.compile(
    r"(?:[đĐ]ường|[Pp]hố|(?<!môi )(?<!Môi )(?<!thị )(?<!Thị )(?<!quảng )[Tt]rường|THPT|THCS|[Tt]iểu học|[Mm]ầm non|[Gg]iải(?: thưởng)?|[Qq]uỹ|[Cc]ầu|[Cc]hợ|[Kk]hu|[Ll]ớp|[Đđ]ại lộ|[Bb]ệnh viện"
    r"|[Cc]ông viên|[Nn]hà thờ|[Đđ]ền|[Ll]ăng)\s+$"
)


@cache
def _honoured() -> re.Pattern[str]:
    words = [form for word in _HONORIFICS for form in (word, word.capitalize())]
    return re.compile(rf"{any_of(words)}\s*:?\s+(?=[^\W\d_])")


@cache
def _family() -> re.Pattern[str]:
    return re.compile(
        rf"{any_of(_FAMILIES)}[ \u00a0](?=[^\W\d_])|{any_of(surnames())}[ \u00a0](?=(?:Văn|Thị)[ \u00a0]\w)"
    )


#: Family names that are hardly ever another word with a capital.
_FAMILIES = (
    "Nguyễn",
    "Trần",
    "Phạm",
    "Hoàng",
    "Huỳnh",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Ngô",
    "Dương",
    "Trương",
    "Đinh",
    "Đoàn",
    "Trịnh",
    "Lê",
    "Lương",
    "Đào",
    "Quách",
    "Phùng",
    "Triệu",
    "Tạ",
    *(
        "Lò",
        "Sùng",
        "Giàng",
        "Thào",
        "Vàng",
        "Tẩn",
        "Chảo",
        "Lầu",
        "Hạng",
        "Quàng",
        "Tòng",
        "Cầm",
        "Lường",
        "Hầu",
        "Thạch",
        "Danh",
    ),
    *(
        "Lý",
        "Nông",
        "Tráng",
        "Lù",
        "Sầm",
        "Mạc",
        "Khuất",
        "Doãn",
        "Nghiêm",
        "Tống",
        "Vương",
        "Lưu",
        "Khổng",
        "Kiều",
        "Chu",
        "Tăng",
    ),
    *(
        "H'",
        "Ksor",
        "Rah",
        "Siu",
        "Rmah",
        "Niê",
        "Mlô",
        "Ayun",
        "Kpă",
        "Alăng",
        "Bling",
        "Bh'riu",
        "Zơrâm",
        "Kbuôr",
        "Pơloong",
    ),
)


@cache
def _headed() -> re.Pattern[str]:
    """A position as running text writes it, with a family name after it."""
    written = [word for word in positions() if not word.isupper()]
    return re.compile(rf"{any_of(written)} (?={any_of(surnames())}[ \u00a0])")


_SOMEBODY = regex.compile(rf"{TITLE}*(?P<name>{_SYLLABLE}(?:[ \u00a0]{_SYLLABLE}){{1,4}})")


def _anybody(text: str, start: int) -> tuple[int, int] | None:
    """The name after a word of address, of any family; not a position."""
    found = _SOMEBODY.match(text, start)
    if found is None or position().match(text, start) or found["name"] in _NOBODY:
        return None
    start, end = found.span("name")
    return start, end


_NOBODY = frozenset(("Việt Nam", "Nhà Nước", "Chính Phủ"))


#: Syllables that begin a position, and so end no name: `Đoàn Chủ tịch`.
_NO_END = ("Chủ", "Phó", "Bí", "Giám", "Trưởng", "Ủy", "Hội", "Ban", "Sở", "Phòng", "Tổng")


def find_people(text: str) -> list[tuple[int, int]]:
    """Where names of persons stand in a text: after `ông`, `bà`, `đồng chí`, or full names of a common family."""
    found: dict[int, int] = {}
    for match in _honoured().finditer(text):
        inside = match.start() > 0 and text[match.start() - 1].isalnum()
        place = None if inside else person_at(text, match.end()) or _anybody(text, match.end())
        if place is not None and place[1] - place[0] > 4:
            found[place[0]] = place[1]
    for match in _headed().finditer(text):
        place = person_at(text, match.end())
        if place is not None and " " in text[place[0] : place[1]]:
            found.setdefault(*place)
    for match in _family().finditer(text):
        start = match.start()
        if start in found or (start and (text[start - 1].isalnum() or text[start - 1] in "_'’-")):
            continue
        place = person_at(text, match.start())
        if (
            place is None
            or text[place[0] : place[1]].count(" ") < 2
            or _STREETS.search(text, max(0, place[0] - 16), place[0])
        ):
            continue
        found[place[0]] = place[1]
    return sorted((start, end) for start, end in found.items() if not text.endswith(_NO_END, start, end))
