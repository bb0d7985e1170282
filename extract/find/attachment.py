"""The line of an annex that names its parent: `(Kèm theo Báo cáo số 12/BC-UBND ngày 05/7/2023 của UBND xã An Thạnh)`.

NĐ 30/2020, Phụ lục I, III.1.c: every annex states number, symbol, date and issuer of its parent.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.document import Block
from patterns.bodies import body_at
from patterns.letterheads import NUMBER, number_of, stated_date
from patterns.organs import normalise_issuer
from patterns.spelling import modern_tone, squeeze
from patterns.titles import type_line

_WORDS = r"(?:(?:(?:Ban hành|Đính|Gửi|Tài liệu)\s+)?[Kk]èm(?:\s+theo)?|Ban hành\s+theo)"
_START = re.compile(rf"(?:\(|^)\s*{_WORDS}\b")
_LINE = re.compile(
    rf"\W*{_WORDS}\s+(?P<type>[^\W\d_][^():;\d]{{2,40}}?)\s*{NUMBER}(?P<rest>.*)",
    re.DOTALL,
)
_ISSUER = re.compile(r"\bcủa\s+(?P<issuer>.+)", re.DOTALL)
_LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """The parent of an annex; `first` if the line stands at the top, so that the annex is the whole document."""

    type_name: str | None
    code_number: str | None
    code_notation: str
    number: str | None
    issued_on: dt.date | None
    issuer: str | None
    first: bool


def read_attachment(blocks: Sequence[Block]) -> Attachment | None:
    """The first annex line of a document, wherever it stands; None if there is none."""
    seen = 0
    for number, block in enumerate(blocks):
        if block.kind in ("cell", "footnote"):
            continue
        seen += 1
        if "èm" not in block.text and "theo" not in block.text:
            continue
        text = squeeze(modern_tone(block.text))
        if text.startswith("(") and text.count("(") > text.count(")") and number + 1 < len(blocks):
            text = f"{text} {squeeze(modern_tone(blocks[number + 1].text))}"  # the line goes on in the next paragraph
        for start in _START.finditer(text):
            found = _LINE.match(text[start.start() : start.start() + _LONGEST])
            if found is not None:
                return _attachment(found, first=seen <= 12)
    return None


def _attachment(found: re.Match[str], *, first: bool) -> Attachment:
    number = number_of(found)
    typed = type_line(squeeze(found["type"]))
    return Attachment(
        type_name=typed.name if typed else None,
        code_number=number.code_number,
        code_notation=number.symbol,
        number=number.number,
        issued_on=stated_date(found["rest"]),
        issuer=_issuer(found["rest"]),
        first=first,
    )


def _issuer(text: str) -> str | None:
    found = _ISSUER.search(text)
    if found is None:
        return None
    stated = found["issuer"].split(")")[0].strip(" .")
    body = body_at(found["issuer"], 0)
    return body.name if body else normalise_issuer(stated)
