"""The body, or the head of a body who issues in person, that a short text names: a line of a letterhead, a header cell.

Capitals are brought back to the letter case of running text (`patterns.casing`).
"""

from __future__ import annotations

import re

from patterns.bodies import body_at
from patterns.casing import decapitalise
from patterns.people import position
from patterns.spelling import modern_tone, squeeze

_DASH = re.compile(r"\s+[-–]\s*|[-–]\s+")
#: Heads who issue without naming their body.
_ALONE = ("Thủ tướng Chính phủ", "Chủ tịch nước", "Chủ tịch Quốc hội")


def written_name(text: str) -> str:
    """A name as running text writes it: modern tones, dashes apart, no capitals but the due ones."""
    written = _DASH.sub(" - ", modern_tone(squeeze(text)))
    return decapitalise(written) if written.isupper() else written


def normalise_body(text: str) -> str | None:
    """The normalised name of the body that a text names, `UBND HUYỆN KẾ SÁCH` or `Uỷ ban nhân dân huyện`; None if none.

    Words after the body stay: `Đoàn kiểm tra theo Quyết định số 12/QĐ-SNV`.
    """
    written = written_name(text)
    body = body_at(written, 0)
    if body is None:
        return None
    rest = written[body.end :].strip(" .,;:")
    return body.name if not rest else f"{body.name} {rest}"


def normalise_issuer(text: str) -> str | None:
    """Like `normalise_body`, and the head of a body who issues in person: `CHỦ TỊCH UBND TỈNH`, `THỦ TƯỚNG CHÍNH PHỦ`."""
    written = written_name(text)
    body = normalise_body(written)
    if body is not None:
        return body
    head = position().match(written) or position().match(written[:1].upper() + written[1:])
    if head is None:
        return None
    title = head[0][0].upper() + head[0][1:]
    rest = written[head.end() :].strip()
    if title.lower().endswith("trưởng ban"):
        title, rest = title[:-4], f"Ban {rest}"
    if not rest:
        return title if title in _ALONE else None
    of = normalise_body(rest)
    return f"{title} {of}" if of is not None else None
