"""Names with open ends, in lists, in small letters; what is none; marks made into gold; the trained model."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from documents import document_of, paragraphs

from corpus.names.count import count
from corpus.names.label import lines_of
from corpus.names.lines import marked_lines
from corpus.names.vary import varied
from extract.facts import DocumentRow
from extract.find.entities import find_entities
from extract.pipeline import extract_facts
from patterns.phrases import phrase_end
from patterns.words import begins_word, rows

HEADER = DocumentRow(doc_id="0" * 64)
NAMES = Path(__file__).parents[1] / "corpus" / "names"


def names(text: str, local: frozenset[str] = frozenset()) -> list[str]:
    found = find_entities(document_of(*paragraphs(text)), HEADER, [], local=local)
    return [f"{entity.label} {entity.surface}" for entity in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # bodies whose name is in no vocabulary
        ("Hội Làm vườn tỉnh phối hợp với Hội Người mù huyện Tân Trụ.", ["ORG Hội Làm vườn tỉnh", "ORG Hội Người mù huyện Tân Trụ"]),
        ("Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh họp.", ["ORG Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh"]),
        ("Ban Chỉ đạo 389 tỉnh; Tổ công tác 06 của xã.", ["ORG Ban Chỉ đạo 389 tỉnh", "ORG Tổ công tác 06"]),
        ("Trạm Bảo vệ thực vật Cai Lậy khuyến cáo nông dân.", ["ORG Trạm Bảo vệ thực vật Cai Lậy"]),
        ("Đội Cảnh sát giao thông số 3 xử lý 46 trường hợp.", ["ORG Đội Cảnh sát giao thông số 3"]),
        ("Phòng Quản lý ngân sách Sở Tài chính", ["ORG Phòng Quản lý ngân sách Sở Tài chính"]),
        ("Học viện Chính trị Công an nhân dân tổ chức lễ.", ["ORG Học viện Chính trị Công an nhân dân"]),
        ("Công ty CP Phân bón và hóa chất Cần Thơ đã nộp.", ["ORG Công ty CP Phân bón và hóa chất Cần Thơ"]),
        ("Đồn Biên phòng Long Khốt và Trạm Kiểm dịch", ["ORG Đồn Biên phòng Long Khốt", "ORG Trạm Kiểm dịch"]),
        ("Quân khu 7, Sư đoàn 5 và Tiểu đoàn Bộ binh 1", ["ORG Quân khu 7", "ORG Sư đoàn 5", "ORG Tiểu đoàn Bộ binh 1"]),
        ("Ban Chấp hành Huyện đoàn, Văn phòng Sở", ["ORG Ban Chấp hành Huyện đoàn", "ORG Văn phòng Sở"]),
        ("Giáo hội Phật giáo Việt Nam tỉnh An Giang", ["ORG Giáo hội Phật giáo Việt Nam tỉnh An Giang"]),
        ("Tòa án nhân dân khu vực 6 - Gia Lai thụ lý", ["ORG Tòa án nhân dân khu vực 6 - Gia Lai"]),
        # small letters, shared levels
        ("Hiệu trưởng trường Mầm non Phú Đức và Trưởng phòng Kinh tế xã", ["ORG trường Mầm non Phú Đức", "ORG phòng Kinh tế xã"]),
        ("sở tài chính cho ý kiến; cơ sở tổ chức lại", ["ORG sở tài chính"]),
        ("-Thành ủy, HĐND, UBND TP;", ["ORG Thành ủy", "ORG HĐND", "ORG UBND TP"]),
        # classes are no names
        ("các Trung tâm Y tế, 12 Trường Tiểu học, Phòng Nội vụ cấp huyện", []),
        ("Hội nghị toàn quốc; Hội thảo khoa học; Đội ngũ cán bộ; Trạm biến áp; Bộ Luật Dân sự", []),
        ("theo Luật Đất đai và Công văn số 5", []),
        ("TÌNH HÌNH THỰC HIỆN NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH", []),
        # persons
        ("Bí thư Tỉnh ủy Lê Minh Khai, Phó Chủ tịch UBND phường Đỗ Thị Hồng", ["ORG Tỉnh ủy", "PER Lê Minh Khai", "ORG UBND phường", "PER Đỗ Thị Hồng"]),
        ("già làng Alăng Bhuốch và chị Neáng Sóc Kha", ["PER Alăng Bhuốch", "PER Neáng Sóc Kha"]),
        ("Phó Bí thư Thường trực Tỉnh ủy; các đồng chí Đoàn Chủ tịch", ["ORG Tỉnh ủy"]),
        ("Mẹ Việt Nam anh hùng", []),
        # places
        ("các cụm công nghiệp: Phú Thịnh 1, Tây Cầu (huyện Tân Trụ), Bảo Hưng.", ["LOC Phú Thịnh 1", "LOC Tây Cầu", "LOC huyện Tân Trụ", "LOC Bảo Hưng"]),
        ("Sông Vàm Cỏ, Quốc lộ 62, cửa khẩu Bình Hiệp, chùa Prey Veng", ["LOC Sông Vàm Cỏ", "LOC Quốc lộ 62", "LOC cửa khẩu Bình Hiệp", "LOC chùa Prey Veng"]),
        ("nhu cầu Tết, hội chợ Trung Quốc, yêu cầu Thủ tướng", ["LOC Trung Quốc"]),
        ("đảo Thổ Chu 12 hải lý; phường Móng Cái 3 tổ chức", ["LOC đảo Thổ Chu", "LOC phường Móng Cái 3"]),
        ("Vùng Đồng bằng sông Cửu Long, Tây Nguyên và Hoa Kỳ", ["LOC Đồng bằng sông Cửu Long", "LOC Tây Nguyên", "LOC Hoa Kỳ"]),
        ("rung chấn tại Bắc Trà My; phong cách Hồ Chí Minh", ["LOC Bắc Trà My"]),
        ("Mù Cang Chải, ngày 12 tháng 9 năm 2022", ["LOC Mù Cang Chải"]),
        ("Cộng hòa Xã Hội Chủ Nghĩa Việt Nam", []),
        # programmes
        ("Dự án Hồ chứa nước Bản Mồng đã khởi công.", ["PROGRAMME Dự án Hồ chứa nước Bản Mồng"]),
        ('chương trình "Xuân biên phòng" và Chỉ số CCHC', ['PROGRAMME chương trình "Xuân biên phòng"', "PROGRAMME Chỉ số CCHC"]),
        ("Chương trình công tác; Hệ thống chính trị; Chương trình số 02/CTr-UBND", []),
    ],
)  # fmt: skip
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_bare_names_of_the_neighbourhood_are_places() -> None:
    text = "Nhựt Ninh | 12; Nguyễn Nhựt Ninh | 5; ông Nhựt Ninh Hòa"
    assert names(text) == ["PER Nguyễn Nhựt Ninh", "PER Nhựt Ninh Hòa"]
    assert names(text, frozenset({"nhựt ninh"})) == ["LOC Nhựt Ninh", "PER Nguyễn Nhựt Ninh", "PER Nhựt Ninh Hòa"]


@pytest.mark.parametrize("row", rows("features"), ids=lambda row: row["name"])
def test_each_kind_of_place_is_found_in_its_example(row: dict[str, str]) -> None:
    assert any(name.startswith("LOC") for name in names(f"Đoàn đi qua {row['example']}.")), row["example"]


@pytest.mark.parametrize("row", rows("regions"), ids=lambda row: row["name"])
def test_each_region_is_found_in_its_example(row: dict[str, str]) -> None:
    assert any(name.startswith("LOC") for name in names(f"Hàng sang {row['example']} tăng.")), row["example"]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Chữ thập đỏ phối hợp", "Chữ thập đỏ"),
        ("phòng, chống tham nhũng, lãng phí họp", "phòng, chống tham nhũng, lãng phí"),
        ("Bảo vệ và Phát triển rừng đã chi", "Bảo vệ và Phát triển rừng"),
        ("Luật gia, đơn vị liên quan", "Luật gia"),
        ("quản lý dự án công trình điện", "quản lý dự án công trình điện"),
        ("đã họp", ""),
    ],
)
def test_phrases_end(text: str, end: str) -> None:
    assert text[: phrase_end(text, 0, lambda *_: False)] == end


def test_a_word_begins_after_the_dash_of_a_list() -> None:
    assert [begins_word("-UBND 30/KH-UBND", at) for at in (1, 12)] == [True, False]


def test_marks_are_gold_lines() -> None:
    lines = list(lines_of("3\tORG?\tBan Chỉ đạo\n3\tLOC\txã A|xã A, huyện B\n"))
    assert lines == [
        {"table": "entities", "surface": "Ban Chỉ đạo", "label": "ORG", "optional": True},
        {"table": "entities", "surface": "xã A", "label": "LOC", "also": {"surface": ["xã A, huyện B"]}},
    ]


def test_counting_takes_either_extent_and_leaves_optional_ones_out() -> None:
    gold = list(lines_of("1\tORG?\tBan Chỉ đạo\n1\tLOC\txã A|xã A, huyện B\n1\tORG\tSở Y tế\n"))
    made, missed, extra = count(gold, [("ORG", "Ban chỉ đạo"), ("LOC", "xã A, huyện B"), ("ORG", "Sở X")])
    assert (made["ORG"].right, made["ORG"].marked, made["ORG"].found) == (0, 1, 1)
    assert (made["LOC"].right, made["LOC"].marked, made["LOC"].found) == (1, 1, 1)
    assert (list(missed), list(extra)) == ([("ORG", "sở y tế")], [("ORG", "sở x")])


@pytest.mark.parametrize("folder", ["sentences", "blind"])
def test_marked_lines_stand_in_their_text(folder: str) -> None:
    for _, lines in marked_lines(NAMES / folder):
        assert len(lines) > 100
        for text, marks in lines:
            assert all(mark["surface"] in text for mark in marks)


def test_varied_sentences_keep_their_marks() -> None:
    text = "UBND huyện Tân Trụ cử bà Trần Thị Tư về xã Nhựt Ninh."
    marks = (("UBND huyện Tân Trụ", "ORG"), ("Trần Thị Tư", "PER"), ("xã Nhựt Ninh", "LOC"))
    example = (text, [(text.index(name), text.index(name) + len(name), label) for name, label in marks])
    found = list(varied(example, 5, random.Random(1)))
    assert len({other for other, _ in found}) > 1
    for other, spans in found:
        assert [other[start:end].split(" ")[0] for start, end, _ in spans][::2] == ["UBND", "xã"]
        assert other[spans[1][0] - 3 : spans[1][0]] == "bà "


TEXT = "Sở Y tế tỉnh Long An làm việc với ông Nguyễn Văn Bảy tại huyện Tân Trụ về Đề án 06."


def test_the_model_finds_names_and_both_adds_to_the_rules() -> None:
    document = document_of(*paragraphs(TEXT))
    rules, model, both = (extract_facts(document, how) for how in ("rules", "model", "both"))
    assert {"ORG", "LOC"} <= {entity.label for entity in model.entities}
    assert {entity.rule for entity in model.entities} == {"model"}
    assert set(rules.entities) <= set(both.entities)
    assert [facts.header.rules_version for facts in (rules, model, both)] == ["5", "5+model", "5+both"]
    texts = {block.path: block.text for block in document.blocks}
    assert all(texts[e.block or ""][e.char_start : e.char_end] == e.surface for e in (*model.entities, *both.entities))


def test_other_names_are_found_again_without_reading(tmp_path: Path) -> None:
    from extract.run import run

    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(f"BÁO CÁO\n{TEXT}\n", encoding="utf-8")
    assert run([tmp_path / "in"], tmp_path / "out", workers=1).read == 1
    assert run([tmp_path / "in"], tmp_path / "out", workers=1).unchanged == 1
    assert run([tmp_path / "in"], tmp_path / "out", workers=1, names="model").read == 1
    assert run([tmp_path / "in"], tmp_path / "out", workers=1, names="model").unchanged == 1
