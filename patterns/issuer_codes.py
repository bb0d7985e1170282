"""Codes of issuers in symbols (`UBND`, `TTg`, `BNV`): what they tell, and whether an issuer named in the text agrees with one.

Codes of central bodies are fixed by circulars, those of local bodies by each head of agency (NĐ 30/2020 Phụ lục I, II.3.b), so
a code missing from `issuer_codes.csv` proves nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from patterns.words import rows


@dataclass(frozen=True, slots=True)
class IssuerCode:
    """A code, the issuers it may stand for, and whether it can stand for no other."""

    code: str
    issuers: tuple[str, ...]
    exclusive: bool


@cache
def issuer_codes() -> dict[str, IssuerCode]:
    """Every code in canonical letters."""
    return {
        row["code"]: IssuerCode(row["code"], tuple(row["issuer"].split("|")), row["exclusive"] == "yes")
        for row in rows("issuer_codes")
    }


@cache
def _canonical_codes() -> dict[str, str]:
    return {code.lower(): code for code in issuer_codes()}


_TERM = re.compile(r"(QH|UBTVQH|HĐNN)\d{1,2}")


def canonical_issuer_code(part: str) -> str | None:
    """`TTG` → `TTg`; None for a code not in the table. Terms of the National Assembly (`QH13`) are codes too."""
    if term := _TERM.fullmatch(part.upper()):
        return term[0]
    return _canonical_codes().get(part.lower())


def is_issuer_code(part: str) -> bool:
    """Whether a part of a symbol is the code of an issuer, or of a ministry or department by its form (`SGD&ĐT`)."""
    return canonical_issuer_code(part) is not None


def lookup(code: str | None) -> IssuerCode | None:
    """The row of a code; terms and joint codes by their first part."""
    if code is None:
        return None
    if term := _TERM.fullmatch(code):
        code = term[1]
    return issuer_codes().get(code)


def issuer_of_code(code: str | None) -> str | None:
    """The issuer that a code alone tells, several joined by `và`; None where it may be several bodies (`TU`, `TW`)."""
    found = [row.issuers for part in (code or "").split("-") if (row := lookup(part)) is not None]
    if not found or len(found) != len((code or "").split("-")) or any(len(issuers) != 1 for issuers in found):
        return None
    names = [issuers[0] for issuers in found]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} và {names[-1]}"


#: Heads whose acts bear the code of their body.
_HEAD = re.compile(
    r"(?:Phó )?(?:Chủ tịch|Bộ trưởng|Thứ trưởng|Giám đốc|Cục trưởng|Tổng cục trưởng|Chi cục trưởng|Vụ trưởng|Trưởng ban|Trưởng phòng|Chánh Văn phòng"
    r"|Chánh Thanh tra|Viện trưởng|Chánh án|Hiệu trưởng|Thống đốc|Chủ nhiệm|Thường trực|Lãnh đạo|Bí thư) (?!nước)"
)
_WORD = re.compile(r"[^\W\d_]+")
_PLACE = re.compile(r" (?:tỉnh|thành phố|huyện|quận|thị xã|xã(?! hội)|phường|thị trấn|đặc khu)\b")
_LINKS = frozenset(("và", "của", "với", "về"))


@cache
def _central_names() -> tuple[str, ...]:
    """Issuers whose code is fixed for the whole country, so that an unknown code is not theirs."""
    central = re.compile(
        r"Bộ |Chính phủ|Thủ tướng|Quốc hội|Ủy ban Thường vụ Quốc hội|Chủ tịch nước|Văn phòng Chính phủ|Bộ Chính trị|Ban Bí thư|Thanh tra Chính phủ"
    )
    return tuple(
        name for row in issuer_codes().values() if row.exclusive for name in row.issuers if central.match(name)
    )


def body_of(issuer: str) -> str:
    """The body of a head: `Chủ tịch Ủy ban nhân dân tỉnh` → `Ủy ban nhân dân tỉnh`; other issuers as they are."""
    return _HEAD.sub("", issuer, count=1) if _HEAD.match(issuer) else issuer


def agrees(code: str | None, issuer: str) -> bool | None:
    """Whether a code in a symbol may be this issuer's (a normalised name): True it is, False it cannot be, None nobody knows."""
    if code is None:
        return None
    parts = code.split("-")
    if len(parts) > 1:
        answers = [agrees(part, issuer) for part in parts]
        return True if True in answers else (False if all(answer is False for answer in answers) else None)
    row, body = lookup(code), body_of(issuer)
    if row is not None:
        if any(_begins(candidate, name) for name in row.issuers for candidate in (issuer, body)):
            return True
        if row.code == "UBND" and body.startswith("Ủy ban nhân dân"):
            return True
    if _acronyms(issuer, code) or _acronyms(body, code):
        return True
    if row is not None and row.exclusive:
        return False
    return False if any(_begins(body, name) for name in _central_names()) else None


def _begins(issuer: str, name: str) -> bool:
    return issuer == name or issuer.startswith(name + " ") or (name.startswith(issuer + " ") and " " in issuer)


def _acronyms(issuer: str, code: str) -> bool:
    """Whether a code is made of the first letters of a name, perhaps without the kind (`TNMT` of Phòng Tài nguyên và Môi trường)."""
    letters = code.upper().replace("&", "")
    place = _PLACE.search(issuer)
    bare = issuer[: place.start()] if place else issuer
    first = "".join(word[0].upper() for word in _WORD.findall(bare) if word not in _LINKS)
    if len(letters) < 2:
        return False
    level = place[0].strip()[0].upper() if place else ""
    return letters in (first, first + level, first[1:]) or (len(letters) >= 4 and first.startswith(letters))
