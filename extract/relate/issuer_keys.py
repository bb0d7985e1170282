"""When two names of issuers are one issuer: full and short names, a ministry and its minister; never UBND and its Chủ tịch (DOMAIN 0.9)."""

from __future__ import annotations

import re
from functools import lru_cache

from patterns.issuer_codes import agrees
from patterns.spelling import fold

#: Heads who sign in the name of their body, in the body's own series of numbers.
_SIGNS_FOR = re.compile(
    r"^(?:bộ trưởng(?: - chủ nhiệm)?|thứ trưởng|thống đốc|giám đốc|tổng giám đốc|cục trưởng|tổng cục trưởng|chi cục trưởng|vụ trưởng|trưởng phòng|trưởng ban"
    r"|chánh văn phòng|chánh thanh tra|chánh án|viện trưởng|hiệu trưởng|chủ nhiệm|liên)\s+(?=bộ|sở|ngân|cục|tổng cục|chi cục|vụ|phòng|ban|văn phòng|thanh tra|tòa|viện|trường|ủy ban dân tộc|bảo hiểm)"
)
_PARTY = re.compile(
    r"^(?:ban thường vụ|ban chấp hành|thường trực)\s+(?=tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy)"
)
_PARTY_COMMITTEE = re.compile(r"^ban chấp hành đảng bộ (tỉnh|thành phố|huyện|quận|thị xã|xã|phường)")
_PARTY_NAMES = {
    "tỉnh": "tỉnh ủy",
    "thành phố": "thành ủy",
    "huyện": "huyện ủy",
    "quận": "quận ủy",
    "thị xã": "thị ủy",
    "xã": "đảng ủy xã",
    "phường": "đảng ủy phường",
}
#: `xã hội` (of a ministry of labour, an insurance office) is no commune.
_LEVEL = re.compile(
    r"\s(?P<level>tỉnh|thành phố|huyện|quận|thị xã|xã(?! hội)|phường|thị trấn|đặc khu)(?:\s(?P<name>.+))?$"
)
#: A province that a key has been given to tell districts of one name apart.
_PROVINCE = re.compile(r", (?:tỉnh|thành phố) [^,]+$")
#: Bodies of the Party's centre: one series of numbers under `TW`, but three that issue.
CENTRAL_PARTY = frozenset(("bộ chính trị", "ban bí thư trung ương đảng", "ban chấp hành trung ương đảng"))


@lru_cache(maxsize=8192)
def issuer_key(name: str) -> str:
    """A name by which mentions of one issuer are compared: lower case, the head of a body with one series of numbers left out."""
    key = _SIGNS_FOR.sub("", fold(name))
    key = _PARTY_COMMITTEE.sub(lambda found: _PARTY_NAMES[found[1]], key)
    return _PARTY.sub("", key)


def place_of(key: str) -> tuple[str, str | None, str | None]:
    """An issuer's key as body, level word and name of the place: `ủy ban nhân dân`, `huyện`, `kế sách`; None for what is not stated."""
    match = _LEVEL.search(key.split(", ", 1)[0] if _PROVINCE.search(key) else key)
    if match is None:
        return key, None, None
    return key[: match.start()], match["level"], match["name"]


def may_be_one_issuer(first: str, second: str | None, code: str | None) -> bool:
    """Whether a stated issuer may be this other one (None: not stated, then the code of its symbol decides)."""
    if second is None:
        return agrees(code, first) is not False
    one, other = issuer_key(first), issuer_key(second)
    if one == other:
        return True
    if code is not None and agrees(code, first) is False:
        return False
    if {one, other} <= CENTRAL_PARTY:
        return False
    body, level, name = place_of(one)
    other_body, other_level, other_name = place_of(other)
    if body != other_body:
        return (body.startswith(other_body + " ") and name is None and other_level is None) or (
            other_body.startswith(body + " ") and other_name is None and level is None
        )
    return (level is None or other_level is None or level == other_level) and (
        name is None or other_name is None or name == other_name
    )
