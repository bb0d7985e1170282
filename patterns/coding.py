"""Coded indicators: `Có = 1; Không = 0`, `Trực tuyến = 0 Phát phiếu = 1 Kết hợp = 2` in the unit cell (DOMAIN 4.1)."""

from __future__ import annotations

import re

from patterns.spelling import fold, squeeze

_MEANING_FIRST = re.compile(r"(?P<meaning>[^\W\d_][^=:;\d]*?)\s*[=:]\s*(?P<code>\d+(?:,\d+)?)(?!\d)")
_CODE_FIRST = re.compile(r"(?<!\d)(?P<code>\d+(?:,\d+)?)\s*[=:]\s*(?P<meaning>[^\W\d_][^=:;\d]*)")
_IN_BRACKETS = re.compile(r"(?P<meaning>[^\W\d_][^=:;\d()/]*?)\s*\((?P<code>\d+)\)")
_CODED = re.compile(r"[=:]\s*\d|\d\s*[=:]|\(\d+\)[^()]*\(\d+\)")
_YES_NO = re.compile(r"có\s*[/,-]\s*không")
_LONGEST = 300


def codes_of(unit: str | None) -> dict[float, str]:
    """Code → meaning; empty unless the cell holds at least two codes and nothing else, or says `Có/Không`."""
    if unit and _YES_NO.fullmatch(fold(unit)):
        return {1.0: "Có", 0.0: "Không"}
    if not unit or len(unit) > _LONGEST or not _CODED.search(unit):
        return {}
    text = squeeze(unit)
    pattern = _CODE_FIRST if text[0].isdigit() else _IN_BRACKETS if "(" in text and "=" not in text else _MEANING_FIRST
    found = [
        (float(match["code"].replace(",", ".")), match["meaning"].strip(" ,.-/")) for match in pattern.finditer(text)
    ]
    codes = dict(found)
    rest = pattern.sub("", text)
    if len(codes) < 2 or len(codes) != len(found) or re.search(r"[^\W_]{3,}", rest):
        return {}
    return codes


def coded_kind(codes: dict[float, str]) -> str:
    """`boolean` for two codes 0 and 1, `enum` for more."""
    return "boolean" if set(codes) == {0.0, 1.0} else "enum"


def code_of(codes: dict[float, str], text: str) -> float | None:
    """The code whose meaning a cell gives in words (`Có`); None if it gives none."""
    wanted = fold(text).strip(" .")
    return next((code for code, meaning in codes.items() if fold(meaning) == wanted), None)


def coding_key(codes: dict[float, str]) -> str:
    """One spelling for the same coding in any order: `0=không;1=có`."""
    return ";".join(f"{code:g}={fold(meaning)}" for code, meaning in sorted(codes.items()))
