"""`urn_lex` of an instrument after RFC 9676, provisional: Viet Nam has no registrar, so the choices below are ours (DOMAIN 8.1).

Places are jurisdiction units (`vn;tinh.soc.trang;huyen.ke.sach`), the type is spelled out (ASCII folding would make ĐA and DA one), the date
or at least the year comes before the number. No URN without issuer, type, number and year.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from extract.relate.issuer_keys import place_of
from patterns.issuer_codes import agrees

_PERSON = re.compile(r"^(chủ tịch)\s+(?=ủy ban nhân dân)")
_PROVINCE = re.compile(r", ((?:tỉnh|thành phố) [^,]+)$")
_PARTY = {"tỉnh ủy": "tỉnh", "thành ủy": "thành phố", "huyện ủy": "huyện", "quận ủy": "quận", "thị ủy": "thị xã"}
_PARTY_NAME = re.compile(rf"^({'|'.join(_PARTY)})(?:\s(?P<place>[^@]+))?$")


def ascii_words(text: str) -> str:
    """Words in ASCII, joined by dots: `Ủy ban nhân dân` → `uy.ban.nhan.dan` (RFC 9676, 3.4 and 4.1)."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return ".".join(
        re.findall(r"[a-z0-9]+", "".join(character for character in plain if not unicodedata.combining(character)))
    )


def document_id(number: str) -> str:
    """A number as an identifier: `61/2018/NĐ-CP` → `61-2018-nd-cp` (RFC 9676, 6.3.4)."""
    plain = unicodedata.normalize("NFD", number.lower().replace("đ", "d").replace("&", ""))
    return re.sub(
        r"[^a-z0-9.]+", "-", "".join(character for character in plain if not unicodedata.combining(character))
    ).strip("-")


def _by_symbol(issuers: list[str], number: str) -> list[str]:
    """Joint issuers in the order of their codes in the symbol; as given where the codes do not tell."""
    codes = number.rsplit("/", 1)[-1].split("-")[1:]
    places = [
        next(
            (place for place, code in enumerate(codes) if agrees(code, issuer[:1].upper() + issuer[1:]) is True),
            len(codes),
        )
        for issuer in issuers
    ]
    return [issuer for _, _, issuer in sorted(zip(places, range(len(issuers)), issuers, strict=True))]


def urn_lex(
    *, issuer: str | None, type_name: str | None, number: str | None, year: int | None, issued_on: dt.date | None
) -> str | None:
    """The URN of an instrument; `issuer` is an issuer key, several joined by ` + `. None where a part is not known."""
    if issuer is None or type_name is None or number is None or (year is None and issued_on is None) or "@" in issuer:
        return None
    authorities: list[str] = []
    units = ""
    for part in _by_symbol(issuer.split(" + "), number):
        authority, unit = _authority(part)
        if authority is None:
            return None
        authorities.append(authority)
        units = units or unit
    date = issued_on.isoformat() if issued_on is not None else str(year)
    return f"urn:lex:vn{units}:{'+'.join(authorities)}:{ascii_words(type_name)}:{date};{document_id(number)}"


def _authority(issuer: str) -> tuple[str | None, str]:
    """Authority and jurisdiction units of one issuer; None for a local body whose place is not known."""
    party = _PARTY_NAME.match(issuer)
    if party is not None:
        if party["place"] is None:
            return None, ""
        rank = _PARTY[party[1]]
        return f"dang.bo.{ascii_words(rank)};ban.chap.hanh", ";" + ascii_words(f"{rank} {party['place']}")
    person = _PERSON.match(issuer)
    body, level, name = place_of(issuer[person.end() :] if person else issuer)
    if level is not None and name is None:
        return None, ""
    units = f";{ascii_words(f'{level} {name}')}" if level and name else ""
    if units and (province := _PROVINCE.search(issuer)) is not None:
        units = f";{ascii_words(province[1])}{units}"
    if not units and re.match(r"ủy ban nhân dân|hội đồng nhân dân|sở |phòng |đảng ủy", body):
        return None, ""
    return ascii_words(body) + (";chu.tich" if person else ""), units
