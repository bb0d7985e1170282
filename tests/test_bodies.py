"""Names of bodies and places: the vocabulary against its own examples, and invented sentences."""

from __future__ import annotations

import pytest

from patterns.bodies import find_bodies
from patterns.casing import calm, decapitalise
from patterns.organs import normalise_body, normalise_issuer
from patterns.places import find_places
from patterns.spelling import modern_tone
from patterns.words import rows, variants


@pytest.mark.parametrize("row", rows("bodies"), ids=lambda row: row["name"])
def test_each_kind_is_found_in_its_example(row: dict[str, str]) -> None:
    assert any(body.start == 0 for body in find_bodies(row["example"])), row["example"]


@pytest.mark.parametrize("row", rows("fields"), ids=lambda row: row["name"])
def test_each_field_is_found_in_its_example(row: dict[str, str]) -> None:
    assert [(body.start, body.end) for body in find_bodies(row["example"])] == [(0, len(row["example"]))]


@pytest.mark.parametrize(
    "name", ["bodies", "fields", "positions", "provinces", "programmes", "column_names", "value_roles", "abbreviations"]
)
def test_vocabularies_state_example_and_source(name: str) -> None:
    assert all(row["example"] and row["source"] for row in rows(name))


@pytest.mark.parametrize("name", ["bodies", "fields", "provinces", "programmes", "abbreviations"])
def test_a_spelling_belongs_to_one_row(name: str) -> None:
    seen: dict[str, str] = {}
    for row in rows(name):
        for word in variants(row):
            assert seen.setdefault(modern_tone(word), row["name"]) == row["name"], word


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("UBND huyện Tân Trụ giao Phòng Tư pháp tham mưu.", ["Ủy ban nhân dân huyện Tân Trụ", "Phòng Tư pháp"]),
        ("Chủ tịch UBND tỉnh Long An kết luận", ["Ủy ban nhân dân tỉnh Long An"]),
        ("Uỷ ban nhân dân tỉnh", ["Ủy ban nhân dân tỉnh"]),
        ("Ủy ban nhân huyện Tân Trụ", ["Ủy ban nhân dân huyện Tân Trụ"]),
        ("theo Công văn của Sở NN&PTNT tỉnh Cà Mau", ["Sở Nông nghiệp và Phát triển nông thôn tỉnh Cà Mau"]),
        ("Sở Y tế, Sở Tài chính và Văn phòng UBND tỉnh", ["Sở Y tế", "Sở Tài chính", "Văn phòng Ủy ban nhân dân tỉnh"]),
        ("Ban Tổ chức Huyện ủy, Đảng ủy xã Mỹ Lệ", ["Ban Tổ chức Huyện ủy", "Đảng ủy xã Mỹ Lệ"]),
        (
            "Công an TP. Tân An; VKSND tỉnh; TAND huyện",
            ["Công an thành phố Tân An", "Viện kiểm sát nhân dân tỉnh", "Tòa án nhân dân huyện"],
        ),
        ("UBND tỉnh Long An Ban hành quy định", ["Ủy ban nhân dân tỉnh Long An"]),
        ("Công ty TNHH MTV Cấp nước Long An báo cáo", ["Công ty TNHH MTV Cấp nước Long An"]),
        ("UBND các xã, thị trấn; UBND cấp xã; các sở, ngành", []),
        ("UBND xã, phường phối hợp", []),
        ("cán bộ của phòng ban chuyên môn", []),
        ("Kế hoạch số 30/KH-UBND", []),
        ("Bộ luật Lao động và Bộ phận một cửa", ["Bộ phận Một cửa"]),
    ],
)
def test_bodies_in_a_sentence(text: str, names: list[str]) -> None:
    assert [body.name for body in find_bodies(text)] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("UBND HUYỆN TÂN TRỤ", "Ủy ban nhân dân huyện Tân Trụ"),
        ("ỦY BAN NHÂN DÂN XÃ CƯ M'GAR", "Ủy ban nhân dân xã Cư M'gar"),
        ("UBND QUẬN 7", "Ủy ban nhân dân quận 7"),
        ("BQL CÁC KHU CÔNG NGHIỆP", "Ban Quản lý các khu công nghiệp"),
        ("Một dòng chữ nào đó", None),
        ("", None),
    ],
)
def test_normalise_body(text: str, name: str | None) -> None:
    assert normalise_body(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CHỦ TỊCH UBND TỈNH LONG AN", "Chủ tịch Ủy ban nhân dân tỉnh Long An"),
        ("BỘ TRƯỞNG BỘ Y TẾ", "Bộ trưởng Bộ Y tế"),
        ("TRƯỞNG BAN QUẢN LÝ KHU KINH TẾ", "Trưởng Ban Quản lý Khu kinh tế"),
        ("CHỦ TỊCH NƯỚC", "Chủ tịch nước"),
        ("GIÁM ĐỐC", None),
    ],
)
def test_normalise_issuer(text: str, name: str | None) -> None:
    assert normalise_issuer(text) == name


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("SỞ Y TẾ TỈNH CÀ MAU", "Sở Y tế tỉnh Cà Mau"),
        ("UBND TP. TÂN AN", "UBND thành phố Tân An"),
        ("CÔNG TY TNHH MTV BÒ SỮA", "Công ty TNHH MTV Bò Sữa"),
    ],
)
def test_decapitalise(text: str, written: str) -> None:
    assert decapitalise(text) == written


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("tại xã Mỹ Lệ, huyện Cần Đước, tỉnh Long An", ["xã Mỹ Lệ", "huyện Cần Đước", "tỉnh Long An"]),
        ("ở TP. Tân An và TX. Kiến Tường", ["thành phố Tân An", "thị xã Kiến Tường"]),
        ("quận 7, phường 12", ["quận 7", "phường 12"]),
        ("cấp xã 12 đơn vị, cấp huyện Phòng Nội vụ", []),
        ("văn bản QPPL; kinh tế xã hội", []),
        ("tỉnh Ủy ban", []),
    ],
)
def test_places(text: str, places: list[str]) -> None:
    assert [place.full for place in find_places(text)] == places


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("của Thủ Tướng Chính Phủ về", "của Thủ tướng Chính phủ về"),
        ("Bộ Kế Hoạch Và Đầu Tư", "Bộ Kế hoạch và Đầu tư"),
        ("Sở Lao Động - Thương Binh và Xã Hội", "Sở Lao động - Thương binh và Xã hội"),
        ("Ủy Ban Nhân Dân huyện Cầu Kè", "Ủy ban nhân dân huyện Cầu Kè"),
        ("Bộ Công Thương", "Bộ Công Thương"),  # written so by law
        ("Bộ Công thương", "Bộ Công thương"),
        ("Thủ Tướng\nChính Phủ", "Thủ tướng\nChính phủ"),
        ("Thủ Tướng  Chính Phủ", "Thủ Tướng  Chính Phủ"),  # no place may move
        ("Công ty Tài Chính", "Công ty Tài Chính"),
    ],
)
def test_calm(text: str, written: str) -> None:
    assert calm(text) == written
