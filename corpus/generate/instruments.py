"""Instruments to cite: number, symbol, date and issuer as the rules of each kind of body make them (DOMAIN §2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from corpus.generate import bodies
from corpus.generate.bodies import Body, World
from corpus.generate.vocabulary import fields, rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One instrument. `noun` is how texts call it; `type` its type; `number` the right number and symbol."""

    type: str
    noun: str
    number: str | None
    sequence: int | None = None
    suffix: str | None = None
    year: int | None = None
    type_code: str | None = None
    issuer_code: str | None = None
    issued_on: dt.date | None = None
    issuers: tuple[Body, ...] = ()
    title: str = ""
    name: str | None = None

    @property
    def key(self) -> str:
        """What it is, whoever cites it how: two instruments with one number but other issuers or years are two."""
        parts = (self.type, self.number or self.name, str(self.issued_on), "+".join(b.name for b in self.issuers))
        return "|".join(str(part) for part in parts)


@dataclass(slots=True)
class Maker:
    """Makes instruments for one report: issued before it, by bodies of its world."""

    rng: Random
    world: World
    on: dt.date

    def day(self, first: int = 2016, last: dt.date | None = None) -> dt.date:
        """A working day before the report, most often recent."""
        end = min(last or self.on, self.on - dt.timedelta(days=3))
        start = max(dt.date(first, 1, 4), end - dt.timedelta(days=self.rng.choice((200, 400, 900, 2500))))
        return start + dt.timedelta(days=self.rng.randrange(max((end - start).days, 1)))

    def title(self) -> str:
        """A subject of this field of work."""
        return str(self.rng.choice(fields()[self.world.field]["titles"]))

    def make(self, kind: str) -> Instrument:
        """An instrument of this kind; the kinds are the keys of `KINDS`."""
        return KINDS[kind](self)

    def any(self, kinds: tuple[str, ...]) -> Instrument:
        """An instrument of one of these kinds."""
        return self.make(self.rng.choice(kinds))

    def own(self, types: tuple[tuple[str, str], ...] = ()) -> Instrument:
        """An instrument of the reporting body in its own series, of this year."""
        me = self.world.me
        kinds = types or (
            (("Kế hoạch", "KH"), ("Quyết định", "QĐ"), ("Chương trình hành động", "CTr")) if me.party else OWN_TYPES
        )
        noun, code = self.rng.choice(kinds)
        day = self.day(self.on.year - 1)
        return numbered(self, noun, code, me, day, party=me.party)


OWN_TYPES = (
    ("Kế hoạch", "KH"),
    ("Quyết định", "QĐ"),
    ("Kế hoạch", "KH"),
    ("Thông báo", "TB"),
    ("Chương trình hành động", "CTr"),
    ("Phương án", "PA"),
    ("Hướng dẫn", "HD"),
)
LOCAL_TYPES = (
    ("Kế hoạch", "KH"),
    ("Quyết định", "QĐ"),
    ("Chỉ thị", "CT"),
    ("Thông báo", "TB"),
    ("Báo cáo", "BC"),
    ("Chương trình", "CTr"),
    ("Tờ trình", "TTr"),
)


def padded(sequence: int) -> str:
    """Numbers under ten get a leading zero (NĐ 30/2020 Phụ lục I)."""
    return f"{sequence:02d}"


def numbered(
    maker: Maker, noun: str, code: str, issuer: Body, day: dt.date,
    *, year: bool = False, sequence: int | None = None, suffix: str = "", party: bool = False, joint: tuple[Body, ...] = (), kind: str | None = None,
) -> Instrument:  # fmt: skip
    """A numbered instrument: `12/KH-UBND`, `61/2018/NĐ-CP`, `10-NQ/TU`, `30c/NQ-CP`, `05/2014/TTLT-BTC-BNV`."""
    rng = maker.rng
    number = sequence or max(1, int(rng.triangular(1, 2200 if code == "QĐ" else 320, 40)))
    symbol = "-".join((issuer.code, *(b.code for b in joint)))
    if party:
        text = f"{padded(number)}-{code}/{symbol}"
    elif year:
        text = f"{padded(number)}{suffix}/{day.year}/{code}-{symbol}"
    else:
        text = f"{padded(number)}{suffix}/{code}-{symbol}"
    base = kind or ("Chương trình" if noun.startswith("Chương trình") else noun)
    return Instrument(type=base, noun=noun, number=text, sequence=number, suffix=suffix or None, year=day.year if year else None,
                      type_code=code, issuer_code=symbol, issued_on=day, issuers=(issuer, *joint), title=maker.title())  # fmt: skip


def decree(m: Maker) -> Instrument:
    """Nghị định."""
    return numbered(m, "Nghị định", "NĐ", bodies.GOVERNMENT, m.day(2008), year=True, sequence=m.rng.randint(1, 178))


def government_resolution(m: Maker) -> Instrument:
    """Nghị quyết of the Government; some of 2011 carry a letter."""
    if m.rng.random() < 0.2:
        day = dt.date(2011, m.rng.randint(1, 12), m.rng.randint(1, 28))
        return numbered(
            m, "Nghị quyết", "NQ", bodies.GOVERNMENT, day, suffix=m.rng.choice("abc"), sequence=m.rng.randint(10, 60)
        )
    return numbered(m, "Nghị quyết", "NQ", bodies.GOVERNMENT, m.day(), sequence=m.rng.randint(1, 190))


def pm_decision(m: Maker) -> Instrument:
    """Quyết định of the Prime Minister, ordinary or normative."""
    normative = m.rng.random() < 0.3
    return numbered(
        m,
        "Quyết định",
        "QĐ",
        bodies.PRIME_MINISTER,
        m.day(2010),
        year=normative,
        sequence=m.rng.randint(1, 60 if normative else 1950),
    )


def pm_directive(m: Maker) -> Instrument:
    """Chỉ thị of the Prime Minister."""
    return numbered(m, "Chỉ thị", "CT", bodies.PRIME_MINISTER, m.day(), sequence=m.rng.randint(1, 45))


def telegram(m: Maker) -> Instrument:
    """Công điện of the Prime Minister or of a Chairman."""
    return numbered(m, "Công điện", "CĐ", bodies.PRIME_MINISTER, m.day(2021), sequence=m.rng.randint(1, 230))


def circular(m: Maker) -> Instrument:
    """Thông tư of a ministry that existed then."""
    day = m.day(2012)
    return numbered(
        m, "Thông tư", "TT", m.rng.choice(bodies.ministries(day)), day, year=True, sequence=m.rng.randint(1, 120)
    )


def joint_circular(m: Maker) -> Instrument:
    """Thông tư liên tịch of two ministries (to mid 2016)."""
    day = dt.date(m.rng.randint(2010, 2015), m.rng.randint(1, 12), m.rng.randint(1, 28))
    first, second = m.rng.sample(bodies.ministries(day), 2)
    noun = m.rng.choice(("Thông tư liên tịch", "Thông tư liên tịch", "Thông tư"))
    return numbered(
        m,
        noun,
        "TTLT",
        first,
        day,
        year=True,
        joint=(second,),
        sequence=m.rng.randint(1, 190),
        kind="Thông tư liên tịch",
    )


def ministry_decision(m: Maker) -> Instrument:
    """Quyết định of a ministry."""
    day = m.day()
    return numbered(m, "Quyết định", "QĐ", m.rng.choice(bodies.ministries(day)), day)


def letter(m: Maker, issuer: Body, day: dt.date) -> Instrument:
    """Công văn: issuer and drafting unit, no type in the symbol; texts also say Văn bản."""
    unit, number = m.rng.choice(issuer.units), m.rng.randint(1, 6800)
    noun = "Văn bản" if m.rng.random() < 0.25 else "Công văn"
    return Instrument(type="Công văn", noun=noun, number=f"{padded(number)}/{issuer.code}-{unit}", sequence=number,
                      issuer_code=issuer.code, issued_on=day, issuers=(issuer,), title=m.title())  # fmt: skip


def ministry_letter(m: Maker) -> Instrument:
    """Công văn of a ministry."""
    day = m.day(m.on.year - 1)
    return letter(m, m.rng.choice(bodies.ministries(day)), day)


def local_letter(m: Maker) -> Instrument:
    """Công văn of a committee or department around."""
    return letter(
        m, m.rng.choice([b for b in m.world.local if b.kind in ("committee", "department")]), m.day(m.on.year - 1)
    )


def local(m: Maker) -> Instrument:
    """An ordinary instrument of a committee or department around."""
    issuer = m.rng.choice([b for b in m.world.local if b.kind in ("committee", "department")])
    noun, code = m.rng.choice(LOCAL_TYPES)
    return numbered(m, noun, code, issuer, m.day(m.on.year - 4))


def local_rule(m: Maker) -> Instrument:
    """A normative Quyết định of a committee, with the year in its number."""
    issuer = m.rng.choice([b for b in m.world.local if b.kind == "committee"])
    return numbered(m, "Quyết định", "QĐ", issuer, m.day(2012), year=True, sequence=m.rng.randint(1, 70))


def chair_order(m: Maker) -> Instrument:
    """A Chỉ thị or Quyết định of a Chairman, with its own symbol or the committee's."""
    issuer = m.rng.choice([b for b in m.world.local if b.kind == "chair"])
    noun, code = m.rng.choice((("Chỉ thị", "CT"), ("Quyết định", "QĐ")))
    made = numbered(m, noun, code, issuer, m.day(2012))
    if m.rng.random() < 0.5:
        return made
    return Instrument(**{**{f: getattr(made, f) for f in made.__slots__}, "number": made.number.replace("CTUBND", "UBND") if made.number else None, "issuer_code": "UBND"})  # fmt: skip


def council_resolution(m: Maker) -> Instrument:
    """Nghị quyết of a Hội đồng nhân dân."""
    issuer = next(b for b in m.world.local if b.kind == "council")
    normative = m.rng.random() < 0.5
    return numbered(m, "Nghị quyết", "NQ", issuer, m.day(2016), year=normative, sequence=m.rng.randint(1, 90))


def party(m: Maker) -> Instrument:
    """A Party instrument, hyphen after the number and slash before the issuer (HD 36-HD/VPTW II.1.3)."""
    issuer, pairs = m.rng.choice(
        [(bodies.POLITBURO, (("Nghị quyết", "NQ"), ("Kết luận", "KL"), ("Chỉ thị", "CT"), ("Quy định", "QĐ"))),
         (bodies.SECRETARIAT, (("Chỉ thị", "CT"), ("Kết luận", "KL"), ("Hướng dẫn", "HD"))),
         (m.world.party, (("Nghị quyết", "NQ"), ("Chương trình", "CTr"), ("Kế hoạch", "KH"), ("Chỉ thị", "CT")))])  # fmt: skip
    noun, code = m.rng.choice(pairs)
    return numbered(m, noun, code, issuer, m.day(2013), party=True, sequence=m.rng.randint(1, 180))


def assembly(m: Maker) -> Instrument:
    """Nghị quyết of the National Assembly or its Standing Committee: the term stands in the symbol, no type code for the first."""
    day = m.day(2012)
    term = 13 if day < dt.date(2016, 7, 20) else 14 if day < dt.date(2021, 7, 20) else 15
    number = m.rng.randint(1, 130)
    if m.rng.random() < 0.6:
        return Instrument(type="Nghị quyết", noun="Nghị quyết", number=f"{padded(number)}/{day.year}/QH{term}", sequence=number, year=day.year,
                          issuer_code=f"QH{term}", issued_on=day, issuers=(bodies.ASSEMBLY,), title=m.title())  # fmt: skip
    number = m.rng.randint(300, 1700)
    return Instrument(type="Nghị quyết", noun="Nghị quyết", number=f"{number}/NQ-UBTVQH{term}", sequence=number, type_code="NQ",
                      issuer_code=f"UBTVQH{term}", issued_on=day, issuers=(bodies.STANDING,), title=m.title())  # fmt: skip


def union(m: Maker) -> Instrument:
    """A joint plan of a department and the police, or a union's plan."""
    if m.rng.random() < 0.5:
        police = bodies.plain("police", f"Công an {m.world.province}", "CAT")
        day = m.day(2018)
        return numbered(
            m, "Kế hoạch liên tịch", "KHLT", m.world.department, day, joint=(police,), sequence=m.rng.randint(1, 30)
        )
    body = bodies.plain("union", f"Liên đoàn Lao động {m.world.province}", "LĐLĐ")
    return numbered(m, "Kế hoạch", "KH", body, m.day(2018), sequence=m.rng.randint(1, 99))


def old(m: Maker) -> Instrument:
    """Symbols of before 2004 and local dialects (DOMAIN §2.5)."""
    day = dt.date(m.rng.randint(1997, 2003), m.rng.randint(1, 12), m.rng.randint(1, 28))
    pick = m.rng.randrange(4)
    number = m.rng.randint(10, 390)
    if pick == 0:
        return numbered(m, "Quyết định", "QĐ", bodies.PRIME_MINISTER, day, year=True, sequence=number)
    if pick == 1:
        day = dt.date(m.rng.randint(1988, 1991), m.rng.randint(1, 12), m.rng.randint(1, 28))
        return numbered(m, "Nghị định", "NĐ", bodies.COUNCIL_OF_MINISTERS, day, sequence=number)
    head = next(b for b in m.world.local if b.kind == "chair")
    if pick == 2:
        number_text, code, issuer_code = f"{number}/QĐ.TCCB.{day.year % 100:02d}", "QĐ", None
    else:
        number_text, code, issuer_code = f"{number}/QĐ-UBT", "QĐ", "UBT"
    return Instrument(type="Quyết định", noun="Quyết định", number=number_text, sequence=number, type_code=code, issuer_code=issuer_code,
                      issued_on=day, issuers=(head,), title=m.title())  # fmt: skip


def law(m: Maker) -> Instrument:
    """A law of this field, in force before the report; cited by name (NĐ 30/2020 Phụ lục I, II.6.b)."""
    fitting = [r for r in rows("laws") if r["field"] == m.world.field and dt.date.fromisoformat(r["issued_on"]) < m.on]
    row = m.rng.choice(fitting or [r for r in rows("laws") if r["issued_on"] < "2017-01-01"])
    sequence, year, code = row["number"].split("/")
    return Instrument(type="Luật", noun="Luật", number=row["number"], sequence=int(sequence), year=int(year), issuer_code=code,
                      issued_on=dt.date.fromisoformat(row["issued_on"]), issuers=(bodies.ASSEMBLY,), name=row["name"])  # fmt: skip


KINDS: dict[str, Callable[[Maker], Instrument]] = {
    "ND": decree, "NQCP": government_resolution, "QDTTG": pm_decision, "CTTTG": pm_directive, "CD": telegram, "TT": circular, "TTLT": joint_circular,
    "QDBO": ministry_decision, "CVBO": ministry_letter, "CV": local_letter, "LOCAL": local, "QDPL": local_rule, "CHAIR": chair_order,
    "HDND": council_resolution, "PARTY": party, "QH": assembly, "UNION": union, "OLD": old, "LAW": law,
}  # fmt: skip
ORDINARY = (
    "ND",
    "ND",
    "ND",
    "NQCP",
    "QDTTG",
    "QDTTG",
    "CTTTG",
    "TT",
    "TT",
    "QDBO",
    "CVBO",
    "CV",
    "CV",
    "LOCAL",
    "LOCAL",
    "LOCAL",
    "LOCAL",
    "QDPL",
    "CHAIR",
    "HDND",
    "PARTY",
    "QH",
    "UNION",
    "OLD",
)
