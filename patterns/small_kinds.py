"""Kinds of bodies that a text writes small: `trường Mầm non Phú Đức`, `Trưởng phòng Kinh tế xã`, `công an tỉnh`.

Where what follows shows that a name goes on, the kind gets the capital the grammar looks for; every place stays what it is.
"""

from __future__ import annotations

import re
from functools import cache

import regex

from patterns.body_names import fields
from patterns.words import any_of

_BEFORE_A_CAPITAL = (
    "sở|phòng|trường|trạm|công ty|chi cục|trung tâm|bệnh viện|cục|viện|hạt|đội|học viện|ngân hàng|hợp tác xã|văn phòng|công an|huyện ủy|tỉnh ủy|thành ủy|đảng ủy|đảng bộ"
    "|ủy ban|hội đồng|ban quản lý|ban chỉ đạo|tổ công tác|chi bộ|công đoàn|liên đoàn|đồn biên phòng|quỹ|doanh nghiệp tư nhân|hiệp hội|câu lạc bộ|tòa án|kho bạc|bảo hiểm xã hội"
    "|tổng công ty|tập đoàn|nhà văn hóa|bộ chỉ huy|tỉnh đoàn|huyện đoàn|thành đoàn"
)
_BEFORE_A_LEVEL = "công an|tỉnh ủy|huyện ủy|thành ủy|đảng ủy|thanh tra|bộ chỉ huy quân sự|ban chỉ huy quân sự|tòa án nhân dân|viện kiểm sát nhân dân"
_SMALL = regex.compile(
    rf"(?<![\p{{L}}\d/&_-])(?:(?<!\p{{Lu}}\p{{Ll}}*+\s)(?<!(?:quảng|môi|thị|nông|lâm|công|hiện|hội|đấu|thương|chủ|ngoại|đường|khuôn)\s)(?:{_BEFORE_A_CAPITAL})(?=\s+\p{{Lu}}\p{{Ll}})|(?:{_BEFORE_A_LEVEL})(?=\s+(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn)(?!\w))"
    r"|(?<=(?:[Tt]rưởng|[Pp]hó|[Cc]án bộ)\s)(?:phòng|ban|trạm|khoa|đội|hạt)(?=\s+\p{Lu})(?!\s+(?:Ban|Phòng|Trạm|Khoa|Đội|Hạt)))"
)


@cache
def _before_a_field() -> re.Pattern[str]:
    small = [field[0].lower() + field[1:] for field in fields() if " " in field]
    return re.compile(
        rf"(?<!\w)(?<!văn )(?<!Văn )(?<!cơ )(?<!Cơ )(?<!trụ )(?<!công )(?<!hội )(?:sở|phòng|chi cục)(?=\s+{any_of(small)}(?!\w))"
    )


@cache
def _candidate() -> re.Pattern[str]:
    # `re` on a tree of words first: the conditions of `_SMALL` are looked at where one stands
    words = [*_BEFORE_A_CAPITAL.split("|"), *_BEFORE_A_LEVEL.split("|"), "ban", "khoa"]
    return re.compile(rf"{any_of(words)}(?=\s)")


def with_capitals(text: str) -> str:
    """The text with a capital on the kinds that begin a name."""
    text = _candidate().sub(lambda found: _capital(found) if _SMALL.match(text, found.start()) else found[0], text)
    return _before_a_field().sub(_capital, text)


def _capital(found: re.Match[str]) -> str:
    return found[0][0].upper() + found[0][1:]
