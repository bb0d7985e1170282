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
from patterns.spelling import modern_tone, squeeze
from patterns.titles import type_line

_LINE = re.compile(
    r"^\W*(?:(?:Ban hành|Đính|Gửi)\s+)?[Kk]èm\s+theo\s+(?P<type>[^\W\d_][^():;\d]{2,40}?)\s*(?:số)?\s*:?[\s._…]*(?P<number>\d{1,5}[a-zđ]?)?[\s._…]*"
    r"(?:/\s*(?P<year>(?:19|20)\d\d))?\s*(?P<join>[/-])\s*(?P<symbol>[A-ZĐÐ][\wĐđ]*(?:\s?[-–.&/]\s?[A-ZĐ0-9][\wĐđ]*)*)(?P<rest>.*)",
    re.DOTALL,
)
_DATE = re.compile(r"ngày\s*(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})")
_ISSUER = re.compile(r"\bcủa\s+(?P<issuer>.+)", re.DOTALL)


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
    for block in blocks:
        if block.kind in ("cell", "footnote"):
            continue
        seen += 1
        if "kèm theo" not in block.text[:60].lower() and "Kèm theo" not in block.text:
            continue
        for line in _joined(block.text):
            found = _LINE.match(line)
            if found is not None:
                return _attachment(found, first=seen <= 12)
    return None


def _joined(text: str) -> list[str]:
    """The text from each `(Kèm theo` on: the line may stand in one paragraph with the title above it."""
    folded = squeeze(modern_tone(text))
    starts = [m.start() for m in re.finditer(r"\((?:Ban hành |Đính |Gửi )?[Kk]èm theo|^(?:Ban hành )?[Kk]èm theo", folded)]
    return [folded[start : start + 400] for start in starts]


def _attachment(found: re.Match[str], *, first: bool) -> Attachment:
    symbol = re.sub(r"\s+", "", found["symbol"]).replace("–", "-").replace("Ð", "Đ")
    year = f"/{found['year']}" if found["year"] else ""
    typed = type_line(squeeze(found["type"]))
    return Attachment(
        type_name=typed.name if typed else None,
        code_number=found["number"],
        code_notation=symbol,
        number=f"{found['number']}{year}{found['join']}{symbol}" if found["number"] else None,
        issued_on=_date(found["rest"]),
        issuer=_issuer(found["rest"]),
        first=first,
    )


def _date(text: str) -> dt.date | None:
    found = _DATE.search(text)
    if found is None:
        return None
    try:
        return dt.date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def _issuer(text: str) -> str | None:
    found = _ISSUER.search(text)
    if found is None:
        return None
    body = body_at(found["issuer"], 0)
    return body.name if body else None
