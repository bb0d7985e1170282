"""Which unit and which body a document's names mean."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from documents import document_of, paragraphs

from extract.facts import DocumentRow
from extract.pipeline import extract_facts
from extract.read import read
from extract.relate.seat import Seat, local_names, seat_of, unit_of_key
from extract.relate.units import unit_rows

OLD, NEW = dt.date(2022, 6, 16), dt.date(2025, 12, 1)


def seat(organ: str | None, parent: str | None = None, *, on: dt.date = OLD, place: str | None = None, names: tuple[str, ...] = ()) -> Seat:  # fmt: skip
    header = DocumentRow(doc_id="0" * 64, organ_name=organ, parent_organ=parent, issued_on=on, place=place)
    return seat_of(header, names)


@pytest.mark.parametrize(
    ("organ", "parent", "on", "code"),
    [
        ("Ủy ban nhân dân huyện Tân Trụ", None, OLD, "805"),
        ("Ủy ban nhân dân xã Nhựt Ninh", "Ủy ban nhân dân huyện Tân Trụ", OLD, "28105"),
        ("Huyện ủy Tân Trụ", None, OLD, "805"),
        ("Sở Nội vụ", "Ủy ban nhân dân tỉnh Long An", OLD, "80"),
        ("Ủy ban nhân dân thành phố Cần Thơ", None, OLD, "92"),
        ("Ủy ban nhân dân thành phố Tân An", "Ủy ban nhân dân tỉnh Long An", OLD, "794"),
        ("Ủy ban nhân dân xã Tân Trụ", None, NEW, "28075"),
        ("Bộ Nội vụ", None, OLD, None),
        ("Ủy ban nhân dân xã Tân Thành", None, OLD, None),
        (None, None, OLD, None),
    ],
)
def test_seat(organ: str | None, parent: str | None, on: dt.date, code: str | None) -> None:
    found = seat(organ, parent, on=on).unit
    assert (found.code if found else None) == code


def test_provinces_spoken_of_tell_units_of_one_name_apart() -> None:
    assert seat("Ủy ban nhân dân huyện Châu Thành").unit is None
    found = seat("Ủy ban nhân dân huyện Châu Thành", names=("tỉnh Long An",)).unit
    assert found is not None
    assert found.province == "80"


def test_a_department_of_a_province_by_its_place() -> None:
    found = seat("Sở Y tế", place="Long An").unit
    assert found is not None
    assert found.code == "80"


DISTRICT = seat("Ủy ban nhân dân huyện Tân Trụ", "Ủy ban nhân dân tỉnh Long An")


@pytest.mark.parametrize(
    ("name", "full", "code"),
    [
        ("Ủy ban nhân dân huyện", "Ủy ban nhân dân huyện Tân Trụ", "805"),
        ("Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh Long An", "80"),
        ("Sở Nội vụ", "Sở Nội vụ tỉnh Long An", "80"),
        ("Thanh tra Sở Xây dựng", "Thanh tra Sở Xây dựng tỉnh Long An", "80"),
        ("Phòng Nội vụ", "Phòng Nội vụ huyện Tân Trụ", "805"),
        ("Huyện ủy", "Huyện ủy Tân Trụ", "805"),
        ("Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy Long An", "80"),
        ("Ủy ban nhân dân xã Nhựt Ninh", "Ủy ban nhân dân xã Nhựt Ninh", "28105"),
        ("Ủy ban nhân dân tỉnh Bến Tre", "Ủy ban nhân dân tỉnh Bến Tre", "83"),
        ("Ủy ban nhân dân xã", "Ủy ban nhân dân xã", None),
        ("Bộ Tài chính", "Bộ Tài chính", None),
        ("Chính phủ", "Chính phủ", None),
        ("Bảo hiểm xã hội", "Bảo hiểm xã hội", None),
    ],
)
def test_body(name: str, full: str, code: str | None) -> None:
    found, unit = DISTRICT.body(name)
    assert (found, unit.code if unit else None) == (full, code)


def test_names_around_a_district() -> None:
    header = DocumentRow(doc_id="0" * 64, organ_name="Ủy ban nhân dân huyện Tân Trụ", issued_on=OLD)
    names = local_names(header)
    assert {"nhựt ninh", "bến lức"} <= names
    assert "kế sách" not in names


@pytest.mark.parametrize(
    ("issuer", "on", "code"),
    [
        ("ủy ban nhân dân huyện tân trụ, tỉnh long an", OLD, "805"),
        ("chủ tịch ủy ban nhân dân tỉnh long an", OLD, "80"),
        ("ủy ban nhân dân tỉnh long an", None, "80"),
        ("tỉnh ủy long an", OLD, "80"),
        ("ủy ban nhân dân huyện châu thành", OLD, None),
        ("sở nội vụ tỉnh đồng tháp", OLD, "87"),
        ("sở nội vụ tỉnh đồng tháp", NEW, "82"),
        ("bộ tài chính", OLD, None),
        ("bảo hiểm xã hội việt nam", OLD, None),
    ],
)
def test_unit_of_an_issuers_key(issuer: str, on: dt.date | None, code: str | None) -> None:
    found = unit_of_key(issuer, on)
    assert (found.code if found else None) == code


TEXT = """ỦY BAN NHÂN DÂN
HUYỆN TÂN TRỤ
Số: 12/BC-UBND
Tân Trụ, ngày 16 tháng 6 năm 2022
BÁO CÁO
Kết quả sáu tháng
UBND huyện giao Phòng Nội vụ phối hợp với xã Nhựt Ninh.
Đoàn công tác của xã Tân Thành, huyện Gò Công Đông, tỉnh Tiền Giang đến thăm.
Đoàn của xã Tân Thành đã về."""


def test_entities_have_full_names_and_units() -> None:
    facts = extract_facts(document_of(*paragraphs(TEXT)))
    assert facts.header.unit_code == "805"
    found = {(entity.surface, entity.name, entity.unit_code) for entity in facts.entities}
    assert ("UBND huyện", "Ủy ban nhân dân huyện Tân Trụ", "805") in found
    assert ("Phòng Nội vụ", "Phòng Nội vụ huyện Tân Trụ", "805") in found
    assert ("xã Nhựt Ninh", "xã Nhựt Ninh", "28105") in found
    of_many = [entity.unit_code for entity in facts.entities if entity.surface == "xã Tân Thành"]
    assert of_many == ["28747", "28747"]  # what stands beside it decides; then the provinces the text speaks of
    successors = {entity.successor_codes for entity in facts.entities if entity.surface == "tỉnh Tiền Giang"}
    assert successors == {("82",)}


def test_units_are_a_table() -> None:
    rows = unit_rows()
    assert len({(row.unit_code, row.full_name, row.valid_to, row.district_code) for row in rows}) == len(rows)
    tan_tru = next(row for row in rows if row.full_name == "huyện Tân Trụ")
    assert (tan_tru.province_code, tan_tru.province_code_now) == ("80", "80")
    ke_sach = next(row for row in rows if row.full_name == "huyện Kế Sách")
    assert (ke_sach.province_code, ke_sach.province_code_now, ke_sach.valid_to) == ("94", "92", dt.date(2025, 6, 30))


REPORT = Path(__file__).parents[2] / "shared" / "reports" / "ke-sach-2022" / "bao-cao-228.docx"
#: Issuers as the model report states them → whom it means, and the code of the place.
MEANT = {
    "Chính phủ": ("Chính phủ", None),
    "Thủ tướng Chính phủ": ("Thủ tướng Chính phủ", None),
    "Ủy ban nhân dân huyện": ("Ủy ban nhân dân huyện Kế Sách", "943"),
    "Ủy ban nhân dân huyện Kế Sách": ("Ủy ban nhân dân huyện Kế Sách", "943"),
    "Chủ tịch Ủy ban nhân dân huyện": ("Chủ tịch Ủy ban nhân dân huyện Kế Sách", "943"),
    "Ủy ban nhân dân tỉnh Sóc Trăng": ("Ủy ban nhân dân tỉnh Sóc Trăng", "94"),
    "Chủ tịch Ủy ban nhân dân tỉnh": ("Chủ tịch Ủy ban nhân dân tỉnh Sóc Trăng", "94"),
    "Chủ tịch Ủy ban nhân dân tỉnh Sóc Trăng": ("Chủ tịch Ủy ban nhân dân tỉnh Sóc Trăng", "94"),
    "Văn phòng Ủy ban nhân dân tỉnh Sóc Trăng": ("Văn phòng Ủy ban nhân dân tỉnh Sóc Trăng", "94"),
    "Sở Nội vụ tỉnh Sóc Trăng": ("Sở Nội vụ tỉnh Sóc Trăng", "94"),
    "Ban Chấp hành Đảng bộ tỉnh": ("Ban Chấp hành Đảng bộ tỉnh Sóc Trăng", "94"),
    "Phòng Tài nguyên và Môi trường": ("Phòng Tài nguyên và Môi trường huyện Kế Sách", "943"),
    "Bộ Nội vụ": ("Bộ Nội vụ", None),
    "Bộ Tài chính": ("Bộ Tài chính", None),
}


@pytest.mark.skipif(not REPORT.exists(), reason="the published reports are not here")
def test_every_issuer_of_the_model_report_is_meant_right() -> None:
    facts = extract_facts(read(REPORT))
    seat = seat_of(facts.header)
    stated = [issuer for citation in facts.citations for issuer in citation.issuers]
    found = {issuer: (name, unit.code if unit else None) for issuer in stated for name, unit in [seat.body(issuer)]}
    assert len(stated) > 70
    assert found == MEANT
