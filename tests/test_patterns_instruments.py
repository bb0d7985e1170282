"""The vocabularies of instruments hold together: each row's pattern matches the row's own example, keys are unique, dates are dates."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from citation_rows import found

import patterns
from patterns.articles import article_name
from patterns.dates import date_after, date_before
from patterns.document_types import canonical_type_code, noun_of, type_of_code, types
from patterns.issuer_codes import agrees, issuer_of_code
from patterns.issuers import issuer_at, issuers_between
from patterns.laws import law_name, law_pattern, laws, version_of
from patterns.relations import role_before
from patterns.spelling import modern_tone
from patterns.subjects import OPENERS
from patterns.words import rows

TABLES = ("types", "issuer_codes", "issuers", "laws", "named", "relation_verbs", "subjects", "not_instruments")


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_whole(table: str) -> None:
    text = (Path(patterns.__file__).parent / f"{table}.csv").read_text(encoding="utf-8")
    assert unicodedata.normalize("NFC", text) == text
    assert all(row["example"] and row["source"] for row in rows(table))
    assert not [row for row in rows(table) if None in row]


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("types", ("name",)),
        ("issuer_codes", ("code",)),
        ("issuers", ("name",)),
        ("laws", ("name", "valid_from")),
        ("relation_verbs", ("verb",)),
        ("subjects", ("words",)),
        ("not_instruments", ("kind", "word")),
        ("named", ("type", "name")),
    ],
)
def test_keys_are_unique(table: str, key: tuple[str, ...]) -> None:
    counts = Counter(tuple(row[name] for name in key) for row in rows(table))
    assert [one for one, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("row", rows("types"), ids=lambda row: row["name"])
def test_type(row: dict[str, str]) -> None:
    noun = re.match(r"(.+?)(?= số | năm | ứng xử| cơ quan|$)", row["example"])[1]  # type: ignore[index]
    assert noun_of(noun) is types()[row["name"]]
    if re.search(r"số \d+[-/]", row["example"]) and row["name"] != "Văn bản":
        assert [c.type for c in found(row["example"])] == [row["name"]]


@pytest.mark.parametrize("row", rows("issuer_codes"), ids=lambda row: row["code"])
def test_issuer_code(row: dict[str, str]) -> None:
    (citation,) = found(f"Văn bản số {row['example']}")
    assert citation.number == row["example"]
    assert (
        re.sub(
            r"\d+$",
            "",
            (citation.issuer_code or "").replace("-UBND", ".UBND")
            if row["code"] == "CT.UBND"
            else citation.issuer_code or "",
        )
        in (row["code"], "QĐ")[:1]
        or row["code"] == "CT.UBND"
    )
    assert all(agrees(row["code"], name) is not False for name in row["issuer"].split("|"))


@pytest.mark.parametrize("row", rows("issuers"), ids=lambda row: row["name"])
def test_issuer(row: dict[str, str]) -> None:
    text = modern_tone(row["example"])
    assert any(
        issuer.name.startswith((row["name"], row["name"].replace("Liên ", "")))
        for issuer in issuers_between(text, 0, len(text))
    )


@pytest.mark.parametrize("row", rows("laws"), ids=lambda row: f"{row['name']} {row['issued_on']}")
def test_law(row: dict[str, str]) -> None:
    folded = modern_tone(row["example"]).lower()
    match = law_pattern().search(folded)
    assert match is not None
    assert law_name(match[0]) == row["name"]
    for column in ("issued_on", "valid_from", "valid_to"):
        assert not row[column] or dt.date.fromisoformat(row[column])
    if year := re.match(r"\d+/(\d{4})/", row["number"]):
        assert row["issued_on"].startswith(year[1])


def test_versions_of_a_law_follow_each_other() -> None:
    for name, versions in laws().items():
        dated = sorted((law for law in versions if law.valid_from), key=lambda law: law.valid_from or dt.date.min)
        for earlier, later in pairwise(dated):
            assert earlier.valid_to is not None, name
            assert later.valid_from is not None, name
            assert earlier.valid_to < later.valid_from, name


@pytest.mark.parametrize("row", rows("named"), ids=lambda row: f"{row['type']} {row['name']}")
def test_named(row: dict[str, str]) -> None:
    assert [c.type for c in found(row["example"])] == [row["type"]]


@pytest.mark.parametrize("row", rows("relation_verbs"), ids=lambda row: row["verb"])
def test_relation_verb(row: dict[str, str]) -> None:
    folded = modern_tone(row["example"]).lower()
    (citation,) = found(row["example"])
    role = role_before(folded, 0, citation.char_start or 0)
    assert role is not None
    assert (role.relation, folded[role.start : role.end]) == (row["relation"], modern_tone(row["verb"]))


@pytest.mark.parametrize("row", rows("subjects"), ids=lambda row: row["words"])
def test_subject(row: dict[str, str]) -> None:
    match = re.match(OPENERS, modern_tone(row["example"]))
    assert match is not None
    assert match[0] == modern_tone(row["words"])


@pytest.mark.parametrize("row", rows("not_instruments"), ids=lambda row: row["example"])
def test_not_an_instrument(row: dict[str, str]) -> None:
    assert found(f"Theo {row['example']} đã nêu.") == []


@pytest.mark.parametrize(
    ("text", "day", "same"),
    [
        (" ngày 18/01/2022", dt.date(2022, 1, 18), False),
        (", ngày 5-3-2020", dt.date(2020, 3, 5), False),
        (" ngày 09 tháng 12 năm 2021", dt.date(2021, 12, 9), False),
        (" (ngày 03.4.2018)", dt.date(2018, 4, 3), False),
        (" cùng ngày 08/01/2026", dt.date(2026, 1, 8), True),
        (" ban hành ngày 03/3/2022", dt.date(2022, 3, 3), False),
        (" ngày 31/02/2021", None, False),
        (" (23/4/2018)", dt.date(2018, 4, 23), False),
    ],
)
def test_date_after(text: str, day: dt.date | None, same: bool) -> None:
    stated = date_after(text, 0)
    assert stated is not None
    assert (stated.value, stated.same) == (day, same)


@pytest.mark.parametrize("text", [" tháng 6 năm 2022", " ngày 25/01", " năm 2022", " ngày làm việc", " 12/13 đơn vị"])
def test_no_date_after(text: str) -> None:
    assert date_after(text, 0) is None


def test_date_before() -> None:
    text = "họp xong, ngày 18/01/2022 ubnd huyện"
    stated = date_before(text, text.index("ubnd"))
    assert stated is not None
    assert stated.value == dt.date(2022, 1, 18)


def test_codes_keep_their_stroke() -> None:
    assert canonical_type_code("DA") == "DA"
    assert canonical_type_code("ĐA") == "ĐA"
    assert canonical_type_code("QD") is None


@pytest.mark.parametrize(
    ("code", "style", "name"),
    [
        ("KH", "state", "Kế hoạch"),
        ("TT", "state", "Thông tư"),
        ("TT", "party", "Thông tri"),
        ("QĐ", "party", None),
        ("QĐ", "state", "Quyết định"),
        ("XX", "state", None),
    ],
)
def test_type_of_code(code: str, style: str, name: str | None) -> None:
    kind = type_of_code(code, style)
    assert (kind.name if kind else None) == name


@pytest.mark.parametrize(
    ("code", "issuer", "answer"),
    [
        ("CP", "Thủ tướng Chính phủ", False),
        ("TTg", "Thủ tướng Chính phủ", True),
        ("UBND", "Chủ tịch Ủy ban nhân dân tỉnh", True),
        ("CTUBND", "Ủy ban nhân dân tỉnh", False),
        ("BNV", "Bộ trưởng Bộ Nội vụ", True),
        ("SNV", "Ủy ban nhân dân tỉnh", False),
        ("TNMT", "Phòng Tài nguyên và Môi trường", True),
        ("SKHCN", "Sở Khoa học và Công nghệ tỉnh Tây Ninh", True),
        ("TCCB", "Chủ tịch Ủy ban nhân dân tỉnh", None),
        ("XYZ", "Bộ Nội vụ", False),
        ("BTC-BNV", "Bộ Nội vụ", True),
        (None, "Bộ Nội vụ", None),
    ],
)
def test_agreement_of_symbol_and_issuer(code: str | None, issuer: str, answer: bool | None) -> None:
    assert agrees(code, issuer) is answer


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("BTC-BNV", "Bộ Tài chính và Bộ Nội vụ"),
        ("QH13", "Quốc hội"),
        ("TU", None),
        ("TW", None),
        ("XYZ", None),
        (None, None),
    ],
)
def test_issuer_of_code(code: str | None, name: str | None) -> None:
    assert issuer_of_code(code) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bộ trưởng Bộ Nội vụ phê duyệt", "Bộ trưởng Bộ Nội vụ"),
        ("Ban Thường vụ Đảng ủy UBND tỉnh", "Ban Thường vụ Đảng ủy Ủy ban nhân dân tỉnh"),
        ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ"),
        ("Liên Bộ Tài chính - Nội vụ hướng dẫn", "Liên Bộ Tài chính - Nội vụ"),
        ("Chủ tịch UBND các xã", None),
        ("công chức", None),
    ],
)
def test_issuer_at(text: str, name: str | None) -> None:
    issuer = issuer_at(text, 0)
    assert (issuer.name if issuer else None) == name


def test_version_in_force() -> None:
    name = "Luật Tổ chức chính quyền địa phương"
    assert [
        law.number
        for day in (dt.date(2022, 6, 16), dt.date(2025, 4, 1), dt.date(2025, 8, 1))
        if (law := version_of(name, on=day))
    ] == ["77/2015/QH13", "65/2025/QH15", "72/2025/QH15"]
    assert version_of(name) is None
    assert (version_of("Luật Đất đai", year=2013) or laws()["Luật Đất đai"][0]).number == "45/2013/QH13"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("khoản 2 Điều 4, Điều 8", "Điều 4, khoản 2; Điều 8"),
        ("điểm a khoản 2 điều 103 chương xii", "Chương xii, Điều 103, khoản 2, điểm a"),
        ("khoản 1, khoản 2 Điều 5; điểm b khoản 3 Điều 7", "Điều 5, khoản 1, khoản 2; Điều 7, khoản 3, điểm b"),
    ],
)
def test_article_name(written: str, name: str) -> None:
    assert article_name(written) == name
