"""Plain text: paragraphs, wrapped lines, tables of tabs, encodings."""

from __future__ import annotations

import unicodedata

import pytest

from extract.pipeline import extract_facts
from extract.read import ReadError, read
from extract.read.side_by_side import apart

TEXT = """Số: 12/BC-UBND

BÁO CÁO

Huyện đã tổ chức kiểm tra việc chấp hành kỷ luật tại các phòng và tinh thần

trách nhiệm của công chức được nâng lên.

Nơi nhận:
- Như trên;
- Lưu: VT.

**BIỂU SỐ LIỆU**

STT\tChỉ tiêu\tKết quả
1\tSố kế hoạch\t5

2\tSố hồ sơ\t
"""


def test_text_becomes_paragraphs_and_tables() -> None:
    document = read(TEXT.encode())
    assert [block.text for block in document.blocks if block.kind != "cell"] == [
        "Số: 12/BC-UBND",
        "BÁO CÁO",
        "Huyện đã tổ chức kiểm tra việc chấp hành kỷ luật tại các phòng và tinh thần trách nhiệm của công chức được nâng lên.",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "BIỂU SỐ LIỆU",
    ]
    (stitched,) = [block for block in document.blocks if block.stitched]
    assert stitched.text_raw is not None
    assert "\n\n" in stitched.text_raw
    cells = [(block.path, block.text) for block in document.blocks if block.kind == "cell"]
    assert cells[-3:] == [("tbl[1]/r[3]/c[1]", "2"), ("tbl[1]/r[3]/c[2]", "Số hồ sơ"), ("tbl[1]/r[3]/c[3]", "")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(encoding: str) -> None:
    assert read("Ủy ban nhân dân xã".encode(encoding)).blocks[0].text == "Ủy ban nhân dân xã"


def test_decomposed_text_is_composed() -> None:
    decomposed = unicodedata.normalize("NFD", TEXT)
    assert [b.text for b in read(decomposed.encode()).blocks] == [b.text for b in read(TEXT.encode()).blocks]


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"", "empty"),
        (b"\xff\xd8\xff\xe0 a photo", "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old word", ".docx"),
        (b"PK\x03\x04 something else", "zip"),
        (b"B\xb8o c\xb8o", "UTF-8"),
        (b"\x00\x01\x02\x03", "PDF"),
        (b"%PDF-1.4 cut short", "PDF"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(data: bytes, advice: str) -> None:
    with pytest.raises(ReadError, match=advice):
        read(data)


PAGE = """\
ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN SUỐI TRÀ               Độc lập - Tự do - Hạnh phúc
Số: 31/BC-UBND               Suối Trà, ngày 13 tháng 6 năm 2023

BÁO CÁO
Kết quả 6 tháng   đầu năm

Huyện đã tiếp nhận 418 hồ sơ./.

Nơi nhận:                      KT. CHỦ TỊCH
- Văn phòng UBND tỉnh;         PHÓ CHỦ TỊCH
- Lưu: VT.
                               Trần Văn An
"""


def test_columns_kept_apart_by_spaces_come_one_after_the_other() -> None:
    shown = [line for line in apart(PAGE.split("\n")) if line.strip()]
    assert shown[:3] == ["ỦY BAN NHÂN DÂN", "HUYỆN SUỐI TRÀ", "Số: 31/BC-UBND"]
    assert shown[3].startswith("CỘNG HÒA")
    assert "Kết quả 6 tháng   đầu năm" in shown  # elsewhere spaces mean nothing
    assert [line.strip() for line in shown[-6:]] == [
        "Nơi nhận:",
        "- Văn phòng UBND tỉnh;",
        "- Lưu: VT.",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Trần Văn An",
    ]


def test_a_header_from_a_text_in_columns() -> None:
    header = extract_facts(read(PAGE.encode())).header
    assert (header.organ_name, header.number, header.place, header.signer_name) == (
        "Ủy ban nhân dân huyện Suối Trà",
        "31/BC-UBND",
        "Suối Trà",
        "Trần Văn An",
    )
    assert len(header.recipients) == 2


@pytest.mark.parametrize("text", ["Một dòng   hai phần\nđoạn hai", "", "Nơi nhận:\n- A;\n- B.", "Tên\tGiá trị\nA\t1"])
def test_text_without_columns_stays(text: str) -> None:
    assert apart(text.split("\n")) == text.split("\n")


def test_columns_of_decomposed_letters_are_as_wide() -> None:
    for text in (PAGE, "Nơi nhận:   Nghị định"):
        decomposed = unicodedata.normalize("NFD", text).split("\n")
        assert [unicodedata.normalize("NFC", line) for line in apart(decomposed)] == apart(text.split("\n"))
