"""URN:LEX names of instruments."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.relate.urn import document_id, urn_lex

URNS = [
    (
        "chính phủ",
        "Nghị định",
        "61/2018/NĐ-CP",
        2018,
        dt.date(2018, 4, 23),
        "urn:lex:vn:chinh.phu:nghi.dinh:2018-04-23;61-2018-nd-cp",
    ),
    (
        "bộ nội vụ + bộ tài chính",
        "Thông tư liên tịch",
        "71/2014/TTLT-BTC-BNV",
        2014,
        None,
        "urn:lex:vn:bo.tai.chinh+bo.noi.vu:thong.tu.lien.tich:2014;71-2014-ttlt-btc-bnv",
    ),
    (
        "ủy ban nhân dân huyện kế sách, tỉnh sóc trăng",
        "Kế hoạch",
        "30/KH-UBND",
        2022,
        dt.date(2022, 1, 18),
        "urn:lex:vn;tinh.soc.trang;huyen.ke.sach:uy.ban.nhan.dan:ke.hoach:2022-01-18;30-kh-ubnd",
    ),
    (
        "chủ tịch ủy ban nhân dân tỉnh sóc trăng",
        "Chỉ thị",
        "10/CT-CTUBND",
        2012,
        dt.date(2012, 12, 28),
        "urn:lex:vn;tinh.soc.trang:uy.ban.nhan.dan;chu.tich:chi.thi:2012-12-28;10-ct-ctubnd",
    ),
    (
        "tỉnh ủy sóc trăng",
        "Nghị quyết",
        "10-NQ/TU",
        2021,
        dt.date(2021, 12, 29),
        "urn:lex:vn;tinh.soc.trang:dang.bo.tinh;ban.chap.hanh:nghi.quyet:2021-12-29;10-nq-tu",
    ),
    (
        "sở nội vụ tỉnh sóc trăng",
        "Công văn",
        "534/SNV-TTr",
        2022,
        dt.date(2022, 3, 11),
        "urn:lex:vn;tinh.soc.trang:so.noi.vu:cong.van:2022-03-11;534-snv-ttr",
    ),
    ("ủy ban nhân dân tỉnh @doc", "Kế hoạch", "30/KH-UBND", 2022, None, None),
    ("ủy ban nhân dân", "Kế hoạch", "30/KH-UBND", 2022, None, None),
    ("chính phủ", "Nghị định", "24-CP", None, None, None),
    (None, "Nghị định", "24-CP", 1994, None, None),
]


@pytest.mark.parametrize(("issuer", "kind", "number", "year", "day", "expected"), URNS)
def test_urn_lex(
    issuer: str | None, kind: str, number: str, year: int | None, day: dt.date | None, expected: str | None
) -> None:
    assert urn_lex(issuer=issuer, type_name=kind, number=number, year=year, issued_on=day) == expected


def test_de_an_and_du_an_keep_apart_in_urns() -> None:
    assert document_id("5/ĐA-UBND") == document_id("5/DA-UBND")
    urns = {
        urn_lex(issuer="ủy ban nhân dân tỉnh hà nam", type_name=kind, number=number, year=2022, issued_on=None)
        for kind, number in (("Đề án", "5/ĐA-UBND"), ("Dự án", "5/DA-UBND"))
    }
    assert len(urns) == 2
