"""What stands around the body: letterhead, closing, the lines over an annex (NĐ 30/2020 Phụ lục I; HD 36-HD/VPTW for the Party)."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from corpus.generate.bodies import World
from corpus.generate.model import Block, Closing, Letterhead, Paragraph
from corpus.generate.planted import Planted, fact
from corpus.generate.vocabulary import common, rows

_COUNTRY = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")


def letterhead(
    rng: Random, world: World, number: str | None, day: dt.date | None, around: dt.date
) -> tuple[Letterhead, dict[str, Any]]:
    """The letterhead and the header fields it states. A draft leaves number and day blank."""
    me = world.me
    lines = me.letterhead
    own = 2 if me.kind in ("committee", "council") and me.parent is None else 1
    left = tuple((line, n >= len(lines) - own) for n, line in enumerate(lines))
    symbol = f"BC/{me.code}" if me.party else f"BC-{me.code}"
    gap = " " * rng.randint(4, 9)
    if number is None:
        line = Planted(f"Số{gap}-{symbol}" if me.party else f"Số:{gap}/{symbol}")
    else:
        mention = fact("citations", number, form="self", type=None, number=number, issued_on=None, issuer=None, instrument="self",
                       also={"surface": [f"Số: {number}", f"Số {number}"], "type": ["Báo cáo"], "issued_on": [around.isoformat()], "issuer": [me.name]})  # fmt: skip
        line = Planted("Số " if me.party else "Số: ") + mention
    if day is None:
        date = f"{me.place}, ngày      tháng {around.month if around.month > 2 else f'{around.month:02d}'} năm {around.year}"
    else:
        month = f"{day.month:02d}" if day.month < 3 or rng.random() < 0.2 else str(day.month)
        date = f"{me.place}, ngày {day.day:02d} tháng {month} năm {day.year}"
    right = (
        (("ĐẢNG CỘNG SẢN VIỆT NAM", True),)
        if me.party
        else ((rng.choice(_COUNTRY), True), ("Độc lập - Tự do - Hạnh phúc", True))
    )
    if me.party:
        left = (*left, ("*", False))
    header: dict[str, Any] = {
        "code_number": None, "code_notation": symbol, "number": None, "issued_on": day.isoformat() if day else None,
        "place": me.place, "organ_name": me.name, "parent_organ": _parent(world),
    }  # fmt: skip
    if number is not None:
        header["code_number"], header["number"] = number.replace("-", "/").split("/")[0], number
    else:
        header["also"] = {"code_notation": [None], "number": [symbol, f"/{symbol}", f"-{symbol}"]}
    return Letterhead(left=left, number=line, right=right, dateline=date, party=me.party), header


def _parent(world: World) -> str | None:
    """The body above, as the letterhead names it; a tỉnh ủy stands alone (HD 36-HD/VPTW)."""
    if not world.me.party:
        return world.me.parent
    above = world.me.letterhead[:-1]
    return f"{above[0].split()[0].capitalize()} ủy {' '.join(above[0].split()[2:]).title()}" if above else None


def closing(rng: Random, world: World) -> tuple[Closing, dict[str, Any]]:
    """Recipients and signature; the signer's own position is the last line above the name."""
    me = world.me
    names = [f"- {r};" for r in rng.sample(common()["recipients"], rng.randint(3, 5))]
    names.append(rng.choice(("- Lưu: VT, TH.", "- Lưu: VT.", "- Lưu: VT, CCHC (Hà).", "- Lưu VP.")))
    people = rows("people")
    signer = f"{rng.choice(people)['family']} {rng.choice(people)['middle']} {rng.choice(people)['given']}"
    collective = me.kind in ("committee", "council", "party")
    prefix = ("T/M" if me.party else "TM.") if collective else ""
    deputy = rng.random() < 0.45
    lines: list[str] = []
    if prefix:
        organ = {"committee": "ỦY BAN NHÂN DÂN", "council": "THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN", "party": "BAN THƯỜNG VỤ"}[
            me.kind
        ]
        lines.append(f"{prefix} {organ}")
    if deputy:
        if not me.party:
            lines.append(f"KT. {me.head}")
        lines.append(f"PHÓ {me.head}" if me.head != "BỘ TRƯỞNG" else "THỨ TRƯỞNG")
    else:
        lines.append(me.head)
    also = {"also": {"signer_position": [" ".join(lines[-2:]), " ".join(lines), ", ".join(lines[-2:])]}}
    return Closing(recipients=tuple(names), signature=tuple(lines), signer=signer), {
        "signer_position": lines[-1],
        "signer_name": signer,
    } | also


def annex_lines(subject: str, period: str, organ: str, mention: Planted | None) -> list[Block]:
    """The lines over an annex: its name, title, and the parent it belongs to (NĐ 30/2020 Phụ lục I, III.1.c)."""
    title = f"SỐ LIỆU {subject.upper()} {period.upper()}"
    lines: list[Block] = [
        Paragraph(text=Planted("PHỤ LỤC"), bold=True, align="center", layout=True),
        Paragraph(text=Planted(title), bold=True, align="center", layout=True),
    ]
    if mention is not None:
        lines.append(Paragraph(text=Planted("(Kèm theo ") + mention + ")", italic=True, align="center", layout=True))
    return lines
