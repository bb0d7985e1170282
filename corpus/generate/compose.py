"""A whole report from a seed: body, period, layout, sentences, tables; the model that the printers print."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from corpus.generate import bodies
from corpus.generate.bodies import KINDS, World
from corpus.generate.citations import Citing
from corpus.generate.dates import STYLES, Period, period, written
from corpus.generate.frame import annex_lines, closing, letterhead
from corpus.generate.maker import Maker
from corpus.generate.model import Block, PageBreak, Paragraph, Report
from corpus.generate.numbers import Counting
from corpus.generate.place_tables import places_table
from corpus.generate.planted import Planted, fact
from corpus.generate.sentences import Writer
from corpus.generate.tables import indicator_table
from corpus.generate.vocabulary import common, fields

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")


def compose(
    seed: int, *, kind: str | None = None, field: str | None = None, year: int | None = None, long: bool = False
) -> Report:
    """The report of this seed; the same seed gives the same report. `long` gives annex tables of several pages."""
    rng = Random(f"baocao-{seed}")
    kind = kind or rng.choice(KINDS)
    field = field or ("xay-dung-dang" if kind == "party" else rng.choice([f for f in fields() if f != "xay-dung-dang"]))
    when = period(rng, year or rng.choice((2018, 2019, 2020, 2021, 2022, 2022, 2023, 2024, 2025, 2025)))
    day = when.written_on
    around = bodies.world(rng, day, kind, field)
    return _Composer(seed, rng, around, when, day, long).report()


class _Composer:
    """State of one report while it is written from top to bottom."""

    def __init__(self, seed: int, rng: Random, around: World, when: Period, day: dt.date, long: bool) -> None:
        self.seed, self.rng, self.world, self.when, self.day, self.long = seed, rng, around, when, day, long
        self.maker = Maker(rng, around, day)
        self.citing = Citing(rng, self.maker, date_style=rng.choice(STYLES))
        counting = Counting(
            rng, zero=rng.random() < 0.8, ty=rng.choice(("tỷ", "tỷ", "tỉ")), gap=rng.choice(("", "", "", " "))
        )
        self.me = self._me()
        self.subject = fields()[around.field]["subject"]
        words = {"subject": self.subject, "period": when.label}
        self.writer = Writer(rng=rng, citing=self.citing, counting=counting, me=self.me, words=words)
        self.auto = rng.random() < 0.3
        self.scheme = rng.choice(("roman", "roman", "roman", "arabic", "bare"))
        self.auto = self.auto and self.scheme != "bare"
        self.body: list[Block] = []
        self.code, self.number = f"BC-{around.me.code}", rng.randint(1, 480)
        self.basis: str | None = None

    def _me(self) -> tuple[str, str]:
        """How the report calls its own body: the same way throughout."""
        forms = [f for f in self.world.me.forms if not f[0].startswith(("Ban ", "Bộ trưởng"))] or list(
            self.world.me.forms
        )
        return self.rng.choice(forms)

    def report(self) -> Report:
        """Everything, top to bottom."""
        rng, me = self.rng, self.world.me
        draft = rng.random() < 0.08
        number = None if draft else f"{self.number:02d}-BC/{me.code}" if me.party else f"{self.number:02d}/{self.code}"
        day = None if draft else self.day
        self._opening()
        self._sections()
        tables_inside = rng.random() < 0.35
        if tables_inside:
            self._table_paragraph()
        self._outlook()
        addressee = self._addressee()
        title, title_facts = self._title(addressee)
        self.body.append(self._paragraph(rng.choice(common()["closings"]), None, to=addressee))
        annex, attached = self._annex(number)
        end, signer = closing(rng, self.world)
        head, header = letterhead(rng, self.world, number, day, self.day)
        header |= title_facts | signer | {
            "period_start": self.when.start.isoformat(), "period_end": self.when.end.isoformat(), "basis": self.basis, "attached_to": None,
            "recipients": len(end.recipients),
        }  # fmt: skip
        return Report(name=f"bao-cao-{self.seed:05d}", seed=self.seed, issued_on=self.day, letterhead=head, title=title, body=tuple(self.body),
                      closing=end, annex=annex + attached, header=header, font_size=rng.choice((13, 14, 14)))  # fmt: skip

    # -- parts -----------------------------------------------------------------------------------------------------

    def _addressee(self) -> str:
        above = self.world.above
        return above[0].name if above else "Thủ tướng Chính phủ" if not self.world.me.party else "Ban Bí thư"

    def _title(self, addressee: str) -> tuple[tuple[Paragraph, ...], dict[str, Any]]:
        start = self.rng.choice(("Kết quả ", "Tình hình ", "Sơ kết ", ""))
        subject = f"{start}{self.subject} {self.when.label}"
        subject = subject[0].upper() + subject[1:]
        if self.rng.random() < 0.4:
            subject += " và phương hướng, nhiệm vụ thời gian tới"
        if self.rng.random() < 0.2:
            subject = subject.upper()
        lines = [
            Paragraph(text=Planted("BÁO CÁO"), bold=True, align="center", layout=True),
            Paragraph(text=Planted(subject), bold=True, align="center", layout=True),
        ]
        if self.world.above and self.rng.random() < 0.6:
            lines.append(Paragraph(text=Planted(f"Kính gửi: {addressee}."), align="center", layout=True))
        return tuple(lines), {"type_name": "Báo cáo", "subject": subject}

    def _opening(self) -> None:
        kinds = (
            ("PARTY",)
            if self.world.me.party
            else ("CVBO", "CV", "LOCAL", "QDTTG", "ND")
            if self.world.above
            else ("CVBO", "QDTTG", "CTTTG")
        )
        basis = self.citing.full("implements", kinds)
        first = basis.facts[0].fields
        self.basis = first["number"]
        text = self.rng.choice(common()["openings"])
        if "Căn cứ" in text:
            basis = Planted(
                basis.text,
                (
                    type(basis.facts[0])(
                        "citations", basis.facts[0].start, basis.facts[0].end, {**first, "relation": "basis"}
                    ),
                    *basis.facts[1:],
                ),
            )
        self.body.append(self._paragraph(text, None, basis=basis))

    def _paragraph(
        self, template: str, path: str | None, *, marker: str = "", notes: bool = False, **pieces: Any
    ) -> Paragraph:
        text = self.writer.write(template, **pieces)
        found: tuple[tuple[int, Planted], ...] = ()
        if notes and self.rng.random() < 0.14:
            found = ((len(text.text.rstrip(".")), self.writer.write(self.rng.choice(common()["notes"]))),)
        return Paragraph(text=text, marker=marker, path=path, notes=found)

    def _heading(self, marker: str, text: str, level: int, path: str | None) -> None:
        bold = level == 1 or not marker or self.rng.random() < 0.9
        shown = text.upper() if level == 1 and self.rng.random() < 0.7 else text
        self.body.append(
            Paragraph(text=Planted(shown), marker=marker, level=level, auto=self.auto, bold=bold, path=path)
        )

    def _sections(self) -> None:
        rng = self.rng
        parts = list(fields()[self.world.field]["section"])
        keep = parts if len(parts) < 4 else sorted(rng.sample(parts, rng.randint(3, len(parts))), key=parts.index)
        deep = self.scheme == "roman"
        top = "I" if deep else ""
        if deep:
            self._heading("I.", f"Kết quả {self.subject}", 1, "I")
        bare = self.scheme == "bare"
        for number, part in enumerate(keep, 1):
            path = None if bare else f"{top} > {number}" if deep else str(number)
            self._heading("" if bare else f"{number}.", part["heading"], 2 if deep else 1, path)
            last = self._content(part["sentences"], path, number)
            if number == 1 and rng.random() < 0.6:
                self._list(last)

    def _content(self, sentences: list[str], path: str | None, number: int) -> str | None:
        """Paragraphs of a section, with or without headings of their own; gives the path of the last."""
        rng = self.rng
        chosen = rng.sample(sentences, min(len(sentences), rng.randint(2, 5)))
        style = rng.choice(("plain", "plain", "sub", "letters")) if path else "plain"
        filler = rng.choice(common()["fillers"] + common()["traps"])
        at, here = 0, path
        for order, _ in enumerate(range(0, len(chosen), 2), 1):
            text = " ".join(chosen[at : at + 2])
            at += 2
            here = path
            if style == "sub":
                mark = f"{number}.{order}"
                here = f"{path} > {mark}"
                self._heading(
                    f"{mark}.",
                    rng.choice(("Kết quả đạt được", "Tình hình thực hiện", "Công tác triển khai", "Nội dung đã làm")),
                    3,
                    here,
                )
            elif style == "letters":
                mark = "abcdđ"[order - 1]
                here = f"{path} > {mark}"
                self._heading(
                    f"{mark})",
                    rng.choice(("Về kết quả thực hiện", "Về công tác phối hợp", "Về tổ chức triển khai")),
                    3,
                    here,
                )
            if rng.random() < 0.3:
                text += " " + filler
            self.body.append(self._paragraph(text, here, notes=True))
        return here

    def _list(self, path: str | None) -> None:
        rng = self.rng
        others = rng.random() < 0.35
        body, normal = (bodies.PRIME_MINISTER, "Thủ tướng Chính phủ") if others else (self.world.me, self.me[1])
        lead = common()["lead_ins_of_others" if others else "lead_ins"]
        self.body.append(self._paragraph(rng.choice(lead), path, other=normal))
        count = rng.randint(3, 6)
        bullet = rng.choice(("-", "-", "+"))
        for number in range(count):
            line = self.citing.listed(body, normal) + ("." if number == count - 1 else ";")
            self.body.append(Paragraph(text=line, marker=bullet, path=path))

    def _outlook(self) -> None:
        rng = self.rng
        deep = self.scheme == "roman"
        number = len({b.path for b in self.body if isinstance(b, Paragraph) and b.level == 1}) + 1
        bare = self.scheme == "bare"
        path = "II" if deep else None if bare else str(number)
        self._heading("II." if deep else "" if bare else f"{number}.", "Phương hướng, nhiệm vụ thời gian tới", 1, path)
        for sentence in rng.sample(fields()[self.world.field]["outlook"], 2):
            self.body.append(self._paragraph(sentence, path, marker=rng.choice(("-", "+", ""))))

    def _table_paragraph(self) -> None:
        self.body.append(Paragraph(text=Planted("Số liệu chi tiết được tổng hợp trong bảng sau:"), path=None))
        self.body.append(indicator_table(self.rng, self.writer, self.world.field, self.day.year))

    def _annex(self, number: str | None) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
        rng = self.rng
        if rng.random() < 0.15 and not self.long:
            return (), ()
        blocks: list[Block] = [PageBreak(landscape=rng.random() < 0.25)]
        organ = self.world.me.name
        self_mention: Planted | None = None
        if number:
            date = written(self.day, rng.choice(("short", "long", "padded")))
            text = f"Báo cáo số {number} ngày {date} của {organ}"
            self_mention = fact(
                "citations",
                text,
                form="self",
                type="Báo cáo",
                number=number,
                issued_on=self.day.isoformat(),
                issuer=organ,
                relation="attached",
                instrument="self",
            )
        blocks += annex_lines(self.subject, self.when.label, organ, self_mention)
        copies = rng.randint(2, 5) if self.long else rng.choice((1, 1, 1, 2))
        blocks.append(indicator_table(rng, self.writer, self.world.field, self.day.year, copies=copies))
        if rng.random() < 0.25:
            blocks.append(
                Paragraph(text=Planted("Biểu số 1. Kết quả theo đơn vị hành chính"), bold=True, align="center")
            )
            blocks.append(places_table(rng, self.day >= bodies.REFORM))
        if rng.random() < 0.15:
            blocks.append(Paragraph(text=Planted("Biểu số 2. Số liệu bổ sung"), bold=True, align="center"))
            blocks.append(indicator_table(rng, self.writer, self.world.field, self.day.year))
        return tuple(blocks), ()
