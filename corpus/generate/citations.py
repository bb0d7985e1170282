"""Mentions of instruments in every style that reports use (DOMAIN §3.1), each with what exactly this mention says."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from corpus.generate import bodies
from corpus.generate.bodies import Body
from corpus.generate.dates import STYLES, written
from corpus.generate.instrument_kinds import ORDINARY
from corpus.generate.instruments import Instrument
from corpus.generate.maker import Maker
from corpus.generate.named import also_right, longer, named_law, role
from corpus.generate.planted import Piece, Planted, fact, joined

_LOWER = 0.06
_TYPO = 0.05


@dataclass(slots=True)
class Citing:
    """Writes the citations of one report; remembers what was cited, for short forms that lean on it."""

    rng: Random
    maker: Maker
    cited: list[Instrument] = field(default_factory=list)
    date_style: str = "short"

    def date(self, instrument: Instrument) -> str:
        """The day of issue in the habit of this report, seldom otherwise."""
        assert instrument.issued_on is not None
        style = self.date_style if self.rng.random() < 0.85 else self.rng.choice(STYLES)
        return written(instrument.issued_on, style)

    # -- one mention -----------------------------------------------------------------------------------------------

    def mention(
        self, item: Instrument, relation: str | None, *,
        dated: bool = True, by: bool = True, noun: str | None = None, so: str = " số ", form: str = "full", **also_says: Any,
    ) -> Planted:  # fmt: skip
        """`Noun số NUMBER ngày DATE của ISSUER`; what is left out is null in the gold."""
        rng = self.rng
        says = item.noun if noun is None else noun
        if noun is None and rng.random() < _LOWER and not item.issuers[0].party:
            says = says[0].lower() + says[1:]
        raw = self._typed(item.number or "")
        text = f"{says}{so}{raw}"
        if dated:
            text += f" ngày {self.date(item)}"
        fields = self._fields(item, form, relation, raw)
        fields["issued_on"] = item.issued_on.isoformat() if dated and item.issued_on else None
        fields["issued_on_source"] = "after" if dated else None
        fields["issuer"] = fields["issuer_source"] = None
        if by:
            names = [b.written(rng) for b in item.issuers]
            text += f" của {' và '.join(n for n, _ in names)}"
            fields["issuer_source"] = "after"
            self._issuer(fields, [n for _, n in names])
        fields.update(also_says)
        self._remember(item)
        return fact("citations", text, **fields)

    def _typed(self, number: str) -> str:
        """The number, seldom with a slip of the keyboard that leaves it readable."""
        if "/" not in number or self.rng.random() >= _TYPO:
            return number
        head, _, tail = number.partition("/")
        return self.rng.choice(
            (
                f"{head}//{tail}",
                f"{head} /{tail}",
                f"{head}/ {tail}",
                f"{head}/{tail.replace('-', '- ', 1)}",
                f"{head}/{tail.replace('-', '–', 1)}",
            )
        )

    def _fields(self, item: Instrument, form: str, relation: str | None, raw: str) -> dict[str, Any]:
        fields: dict[str, Any] = {
            "form": form, "type": item.type, "number": item.number, "sequence": item.sequence, "suffix": item.suffix,
            "year": item.year, "type_code": item.type_code, "issuer_code": item.issuer_code, **role(relation), "instrument": item.key,
        }  # fmt: skip
        if item.noun != item.type:
            fields["also"] = {"type": [item.noun, None] if item.noun == "Văn bản" else [item.noun]}
        if raw != item.number:
            fields["number_raw"] = raw
        if item.number and (".TCCB." in item.number or item.issuer_code == "UBT"):
            del fields["type_code"], fields["issuer_code"]
        if len(item.issuers) > 1:
            del fields["issuer_code"]
        return fields

    @staticmethod
    def _issuer(fields: dict[str, Any], names: list[str]) -> None:
        fields["issuer"] = " và ".join(names)
        if len(names) > 1:
            fields["issuers"] = names
            also = dict(fields.get("also", {}))
            also["issuer"] = [names[0], ", ".join(names), "; ".join(names), " - ".join(names), None]
            fields["also"] = also

    def _remember(self, item: Instrument) -> None:
        if item.key not in {c.key for c in self.cited}:
            self.cited.append(item)

    def titled(self, mention: Planted, item: Instrument) -> Planted:
        """The mention followed by the subject, which its fact then states as title."""
        first, *rest = mention.facts
        fields = {**first.fields, "title": item.title}
        return Planted(
            f"{mention.text} {item.title}", (type(first)(first.table, first.start, first.end, fields), *rest)
        )

    # -- styles ----------------------------------------------------------------------------------------------------

    def full(self, relation: str | None = None, kinds: tuple[str, ...] = ORDINARY) -> Planted:
        """A first citation in one of the ways in use: with all parts, without issuer, without `số`, without date (NĐ 78/2025 Điều 68)."""
        item, roll = self.maker.any(kinds), self.rng.random()
        if item.number is None or item.type == "Luật":
            return self.law(relation)
        if roll < 0.55:
            made = self.mention(item, relation)
        elif roll < 0.68:
            made = self.mention(item, relation, by=False)
        elif roll < 0.76 and item.noun in ("Kế hoạch", "Quyết định", "Nghị định", "Thông tư"):
            made = self.mention(item, relation, so=" ")
        elif roll < 0.88:
            made = self.mention(item, relation, dated=False)
        elif item.noun == "Quyết định" and not item.issuers[0].party:
            words = self.rng.choice(
                (" thành lập Tổ công tác số ", " kiện toàn Ban Chỉ đạo số ", " thay đổi thành viên số ")
            )
            return self.mention(item, relation, so=words, by=False)
        else:
            made = self.mention(item, relation)
        return self.titled(made, item) if self.rng.random() < 0.45 else made

    def issued(self, me: tuple[str, str], relation: str = "issues") -> Planted:
        """`ngày 18/01/2022, UBND huyện ban hành Kế hoạch số 30/KH-UBND về …`: date and issuer stand before."""
        item = self.maker.own()
        comma = self.rng.choice((", ", " "))
        assert item.issued_on is not None
        source = {
            "issued_on": item.issued_on.isoformat(),
            "issued_on_source": "before",
            "issuer": me[1],
            "issuer_source": "before",
        }
        made = self.mention(item, relation, dated=False, by=False, noun=item.noun, **source)
        return Planted(
            f"ngày {self.date(item)}{comma}{me[0]} {self.rng.choice(('ban hành', 'đã ban hành'))} "
        ) + self.titled(made, item)

    def shared(self, relation: str | None, *, nouns: bool = True) -> Planted:
        """A list whose last member names the issuer of all; without `nouns` the type word stands once, before the first."""
        rng = self.rng
        kinds = rng.choice((("CTTTG", "QDTTG"), ("ND",), ("LOCAL",))) if nouns else rng.choice((("QDTTG",), ("QDPL",)))
        items = self._of_one_issuer(kinds, rng.randint(2, 4))
        dated = rng.random() < 0.7
        name, normal = items[0].issuers[0].written(rng)
        later = rng.choice(("số ", "số ", ""))
        mark = rng.choice((", ", ", ", "; "))
        mentions: list[Piece] = []
        for number, item in enumerate(items):
            last = number == len(items) - 1
            source = {"issuer": normal, "issuer_source": "after" if last else "shared"}
            noun = item.noun if nouns or not number else ""
            made = self.mention(
                item, relation, dated=dated, by=False, noun=noun, so=" số " if noun else later, **source
            )
            if last:
                made = longer(made, f" của {name}")
            if not noun and later:
                made = also_right(made, surface=[made.text.removeprefix("số ")])
            if mark == "; " and not last:
                made = also_right(made, issuer=[None], issuer_source=[None])
            mentions.append(made)
        head: Piece = "" if nouns else "các "
        return Planted("") + head + joined(mentions[:-1], mark) + " và " + mentions[-1]

    def _of_one_issuer(self, kinds: tuple[str, ...], count: int) -> list[Instrument]:
        items = [self.maker.any(kinds)]
        while len(items) < count:
            more = self.maker.any(kinds)
            if more.issuers == items[0].issuers and more.number not in {i.number for i in items}:
                items.append(more)
        return items

    def veto(self, relation: str | None) -> Planted:
        """`Nghị quyết số 76/NQ-CP … và Chỉ thị số 23/CT-TTg … của Thủ tướng Chính phủ`: the symbol forbids sharing."""
        first = self.mention(self.maker.make("NQCP"), relation, by=False)
        return first + " và " + self.mention(self.maker.make("CTTTG"), relation, noun="Chỉ thị")

    def amending(self, relation: str | None) -> Planted:
        """An instrument that amends another, which stands in its subject."""
        old, new = sorted((self.maker.make("ND"), self.maker.make("ND")), key=lambda i: str(i.issued_on))
        made = self.mention(new, relation)
        return made + " sửa đổi, bổ sung một số điều của " + self.mention(old, "amends", noun="Nghị định")

    def law(self, relation: str | None = None) -> Planted:
        """A law by its name, with year, with number, or a law that amends it, which nests the other."""
        item = self.maker.make("LAW")
        if self.rng.random() < 0.15:
            return self.mention(item, relation, noun=item.name, dated=self.rng.random() < 0.5, by=False)
        return named_law(self.rng, item, relation)

    def again(self, relation: str | None = None) -> Planted:
        """A later citation as the law allows it: type and number only, of an instrument already cited."""
        known = [i for i in self.cited if i.number and i.type != "Luật" and len(i.issuers) == 1]
        if not known:
            return self.full(relation)
        item = self.rng.choice(known)
        return self.mention(item, relation, dated=False, by=False, antecedent=item.number)

    def short(self, relation: str | None = None) -> Planted:
        """`Nghị định 68`, `Chỉ thị 10 của Thủ tướng`: number without symbol; stands for the one earlier instrument that fits."""
        types = ("Nghị định", "Chỉ thị", "Nghị quyết", "Quyết định", "Thông tư")
        known = [i for i in self.cited if i.type in types and i.noun == i.type and i.number and len(i.issuers) == 1]
        if not known:
            return self.full(relation)
        item = self.rng.choice(known)
        same = {i.key for i in known if i.type == item.type and i.sequence == item.sequence}
        number = (item.number or "").replace("-", "/").split("/")[0]
        fields: dict[str, Any] = {
            "form": "short",
            "type": item.type,
            "number": number,
            "issued_on": None,
            "issuer": None,
            **role(relation),
            "instrument": item.key,
        }
        text = f"{item.type} {number}"
        if self.rng.random() < 0.4:
            name, normal = item.issuers[0].written(self.rng)
            text, fields["issuer"] = f"{text} của {name}", normal
        elif len(same) > 1:
            del fields["instrument"]
        fields["antecedent"] = item.number if len(same) == 1 or fields["issuer"] else None
        return fact("citations", text, **fields)

    def pin(self) -> Planted:
        """A clause of an instrument, small to large (NĐ 30/2020 Phụ lục II V.7)."""
        article, clause = self.rng.randint(1, 60), self.rng.randint(1, 9)
        point = self.rng.choice("abcdđeg") if self.rng.random() < 0.4 else None
        text = (f"điểm {point} " if point else "") + f"khoản {clause} Điều {article}"
        says = f"Điều {article}, khoản {clause}" + (f", điểm {point}" if point else "")
        made = self.mention(self.maker.any(("ND", "TT", "QDPL")), "basis", article=says)
        return Planted(text + self.rng.choice((" ", " của "))) + made

    def evidence(self) -> Planted:
        """In a note cell: a number and date of the body's own, most often without issuer."""
        item = (
            self.maker.own((("Kế hoạch", "KH"), ("Quyết định", "QĐ")))
            if not self.maker.world.me.party
            else self.maker.own()
        )
        return self.mention(item, "evidence", by=self.rng.random() < 0.25, so=self.rng.choice((" số ", " số ", " ")))

    def listed(self, body: Body, normal: str) -> Planted:
        """A line of a list whose lead-in names the issuer: the line itself has none."""
        maker = self.maker
        item = (
            maker.own()
            if body == maker.world.me
            else maker.any(("CTTTG", "QDTTG") if body == bodies.PRIME_MINISTER else ("ND",))
        )
        made = self.mention(
            item,
            "issues" if body == maker.world.me else "implements",
            by=False,
            noun=item.noun,
            issuer_source="lead_in",
        )
        first = made.facts[0]
        made = Planted(
            made.text, (type(first)(first.table, first.start, first.end, {**first.fields, "issuer": normal}),)
        )
        return self.titled(made, item)
