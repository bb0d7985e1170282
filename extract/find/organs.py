"""Lines of names in a letterhead → the issuing body and its superior (NĐ 30/2020, Phụ lục I, II.2).

The superior stands above and is not bold, the issuer below it and is bold; each may take several lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from patterns.bodies import find_bodies, kind_at
from patterns.organs import normalise_issuer, written_name
from patterns.spelling import squeeze

_OPEN = re.compile(r"(?:NHÂN DÂN|QUYẾT ĐỊNH|VÀ|CÁC|CỦA|THEO|QUẢN LÝ|CHỈ ĐẠO|-|–|,)$", re.IGNORECASE)
#: What no name of a body holds; recognition of scans leaves it.
_GARBLED = re.compile(r"[:?=|\\]")
_LEVEL = re.compile(
    r"^(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|TX\.?|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)(?!\s+(?:ỦY|HỘI))\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organs:
    """The issuer and its superior, normalised; `known` if the issuer is of a known kind."""

    issuer: str | None = None
    superior: str | None = None
    known: bool = False


def organs_of(lines: Sequence[tuple[str, bool | None]]) -> Organs:
    """Issuer and superior from the lines of the left column, each with whether it is bold."""
    names: list[tuple[str, bool | None]] = []
    for text, bold in lines:
        text = squeeze(text).strip(" *_-–")
        if not text:
            continue
        if names and _goes_on(names[-1][0], text, names[-1][1], bold):
            names[-1] = (f"{names[-1][0]} {text}", names[-1][1])
        else:
            names.append((text, bold))
    found = [body for text, _ in names for body in _split(text)]
    if not found:
        return Organs()
    issuer, known = found[-1]
    if _GARBLED.search(issuer):
        return Organs()
    superior = found[-2][0] if len(found) > 1 else None
    if issuer in _BARE and superior is not None:
        issuer, known = f"{issuer} {superior}", True
    return Organs(issuer=issuer, superior=superior, known=known)


_BARE = {"Văn phòng", "Thanh tra", "Ban Quản lý", "Hội đồng nhân dân", "Ủy ban nhân dân"}


def _goes_on(before: str, text: str, bold_before: bool | None, bold: bool | None) -> bool:
    if _OPEN.search(before) or _LEVEL.match(text):
        return True
    if bold_before is not None and bold is not None and bold_before != bold:
        return False
    return not kind_at(written_name(text))


def _split(text: str) -> list[tuple[str, bool]]:
    """The names a line holds: usually one, two where superior and issuer run together."""
    whole = normalise_issuer(text) or (normalise_issuer(text[1:]) if len(text) > 12 else None)
    written = written_name(text)
    bodies = find_bodies(written)
    if (
        len(bodies) >= 2
        and bodies[0].start == 0
        and bodies[1].start - bodies[0].end == 1
        and bodies[-1].end == len(written)
    ):
        return [(body.name, True) for body in bodies]
    return [(whole, True)] if whole else [(written, False)]
