"""The kinds of instruments that reports cite, one small maker each (DOMAIN §2.1–2.7); `KINDS` names them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from corpus.generate import bodies
from corpus.generate.bodies import Body
from corpus.generate.instruments import Instrument, Source, numbered, padded
from corpus.generate.vocabulary import rows

LOCAL_TYPES = (
    ("Kế hoạch", "KH"),
    ("Quyết định", "QĐ"),
    ("Chỉ thị", "CT"),
    ("Thông báo", "TB"),
    ("Báo cáo", "BC"),
    ("Chương trình", "CTr"),
    ("Tờ trình", "TTr"),
)


def decree(m: Source) -> Instrument:
    """Nghị định."""
    return numbered(m, "Nghị định", "NĐ", bodies.GOVERNMENT, m.day(2008), year=True, sequence=m.rng.randint(1, 178))


def government_resolution(m: Source) -> Instrument:
    """Nghị quyết of the Government; some of 2011 carry a letter."""
    if m.rng.random() < 0.2:
        day = dt.date(2011, m.rng.randint(1, 12), m.rng.randint(1, 28))
        return numbered(
            m, "Nghị quyết", "NQ", bodies.GOVERNMENT, day, suffix=m.rng.choice("abc"), sequence=m.rng.randint(10, 60)
        )
    return numbered(m, "Nghị quyết", "NQ", bodies.GOVERNMENT, m.day(), sequence=m.rng.randint(1, 190))


def pm_decision(m: Source) -> Instrument:
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


def pm_directive(m: Source) -> Instrument:
    """Chỉ thị of the Prime Minister."""
    return numbered(m, "Chỉ thị", "CT", bodies.PRIME_MINISTER, m.day(), sequence=m.rng.randint(1, 45))


def telegram(m: Source) -> Instrument:
    """Công điện of the Prime Minister or of a Chairman."""
    return numbered(m, "Công điện", "CĐ", bodies.PRIME_MINISTER, m.day(2021), sequence=m.rng.randint(1, 230))


def circular(m: Source) -> Instrument:
    """Thông tư of a ministry that existed then."""
    day = m.day(2012)
    return numbered(
        m, "Thông tư", "TT", m.rng.choice(bodies.ministries(day)), day, year=True, sequence=m.rng.randint(1, 120)
    )


def joint_circular(m: Source) -> Instrument:
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


def ministry_decision(m: Source) -> Instrument:
    """Quyết định of a ministry."""
    day = m.day()
    return numbered(m, "Quyết định", "QĐ", m.rng.choice(bodies.ministries(day)), day)


def letter(m: Source, issuer: Body, day: dt.date) -> Instrument:
    """Công văn: issuer and drafting unit, no type in the symbol; texts also say Văn bản."""
    unit, number = m.rng.choice(issuer.units), m.rng.randint(1, 6800)
    noun = "Văn bản" if m.rng.random() < 0.25 else "Công văn"
    return Instrument(type="Công văn", noun=noun, number=f"{padded(number)}/{issuer.code}-{unit}", sequence=number,
                      issuer_code=issuer.code, issued_on=day, issuers=(issuer,), title=m.title())  # fmt: skip


def ministry_letter(m: Source) -> Instrument:
    """Công văn of a ministry."""
    day = m.day(m.on.year - 1)
    return letter(m, m.rng.choice(bodies.ministries(day)), day)


def local_letter(m: Source) -> Instrument:
    """Công văn of a committee or department around."""
    return letter(
        m, m.rng.choice([b for b in m.world.local if b.kind in ("committee", "department")]), m.day(m.on.year - 1)
    )


def local(m: Source) -> Instrument:
    """An ordinary instrument of a committee or department around."""
    issuer = m.rng.choice([b for b in m.world.local if b.kind in ("committee", "department")])
    noun, code = m.rng.choice(LOCAL_TYPES)
    return numbered(m, noun, code, issuer, m.day(m.on.year - 4))


def local_rule(m: Source) -> Instrument:
    """A normative Quyết định of a committee, with the year in its number."""
    issuer = m.rng.choice([b for b in m.world.local if b.kind == "committee"])
    return numbered(m, "Quyết định", "QĐ", issuer, m.day(2012), year=True, sequence=m.rng.randint(1, 70))


def chair_order(m: Source) -> Instrument:
    """A Chỉ thị or Quyết định of a Chairman, with its own symbol or the committee's."""
    issuer = m.rng.choice([b for b in m.world.local if b.kind == "chair"])
    noun, code = m.rng.choice((("Chỉ thị", "CT"), ("Quyết định", "QĐ")))
    made = numbered(m, noun, code, issuer, m.day(2012))
    if m.rng.random() < 0.5:
        return made
    number = made.number.replace("CTUBND", "UBND") if made.number else None
    return replace(made, number=number, issuer_code="UBND")


def council_resolution(m: Source) -> Instrument:
    """Nghị quyết of a Hội đồng nhân dân."""
    issuer = next(b for b in m.world.local if b.kind == "council")
    normative = m.rng.random() < 0.5
    return numbered(m, "Nghị quyết", "NQ", issuer, m.day(2016), year=normative, sequence=m.rng.randint(1, 90))


def party(m: Source) -> Instrument:
    """A Party instrument, hyphen after the number and slash before the issuer (HD 36-HD/VPTW II.1.3)."""
    issuer, pairs = m.rng.choice(
        [(bodies.POLITBURO, (("Nghị quyết", "NQ"), ("Kết luận", "KL"), ("Chỉ thị", "CT"), ("Quy định", "QĐ"))),
         (bodies.SECRETARIAT, (("Chỉ thị", "CT"), ("Kết luận", "KL"), ("Hướng dẫn", "HD"))),
         (m.world.party, (("Nghị quyết", "NQ"), ("Chương trình", "CTr"), ("Kế hoạch", "KH"), ("Chỉ thị", "CT")))])  # fmt: skip
    noun, code = m.rng.choice(pairs)
    return numbered(m, noun, code, issuer, m.day(2013), party=True, sequence=m.rng.randint(1, 180))


def assembly(m: Source) -> Instrument:
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


def union(m: Source) -> Instrument:
    """A joint plan of a department and the police, or a union's plan."""
    if m.rng.random() < 0.5:
        police = bodies.plain("police", f"Công an {m.world.province}", "CAT")
        day = m.day(2018)
        return numbered(
            m, "Kế hoạch liên tịch", "KHLT", m.world.department, day, joint=(police,), sequence=m.rng.randint(1, 30)
        )
    body = bodies.plain("union", f"Liên đoàn Lao động {m.world.province}", "LĐLĐ")
    return numbered(m, "Kế hoạch", "KH", body, m.day(2018), sequence=m.rng.randint(1, 99))


def old(m: Source) -> Instrument:
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


def law(m: Source) -> Instrument:
    """A law of this field, in force before the report; cited by name (NĐ 30/2020 Phụ lục I, II.6.b)."""
    fitting = [r for r in rows("laws") if r["field"] == m.world.field and dt.date.fromisoformat(r["issued_on"]) < m.on]
    row = m.rng.choice(fitting or [r for r in rows("laws") if r["issued_on"] < "2017-01-01"])
    sequence, year, code = row["number"].split("/")
    return Instrument(type="Luật", noun="Luật", number=row["number"], sequence=int(sequence), year=int(year), issuer_code=code,
                      issued_on=dt.date.fromisoformat(row["issued_on"]), issuers=(bodies.ASSEMBLY,), name=row["name"])  # fmt: skip


KINDS: dict[str, Callable[[Source], Instrument]] = {
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
