"""Plain text files in old encodings: there is no font, the words tell."""

from __future__ import annotations

import pytest
from old_text import COLUMNS, SENTENCES, old, viqr

from extract.read import read
from extract.read.errors import Damaged, Unsupported
from extract.read.legacy.tables import ENCODINGS, WINDOWS, Encoding
from extract.read.sniff import sniff

TEXT = "\n\n".join(SENTENCES)
HEADED = "BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ CỦA ỦY BAN NHÂN DÂN HUYỆN\n\n" + TEXT


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_bytes(encoding: Encoding, newline: str) -> None:
    data = old(HEADED, encoding).replace("\n", newline).encode("latin-1")
    found = read(data)
    assert [block.text for block in found.blocks] == HEADED.split("\n\n")
    assert found.text_origin == "legacy_font"
    assert found.warnings == (f"text in an old encoding, read as Unicode: {encoding}",)
    raw = old(SENTENCES[0], encoding)  # with the letters of Windows, but where 80–9F are letters of TCVN 5712
    assert found.blocks[1].text_raw == (raw if encoding == "TCVN3" else raw.translate(WINDOWS))


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI", "VISCII"])
def test_saved_as_utf8(encoding: Encoding) -> None:
    found = read(old(TEXT, encoding).encode())
    assert [block.text for block in found.blocks] == list(SENTENCES)
    assert found.text_origin == "legacy_font"


def test_quotation_marks_of_windows() -> None:
    text = f"“{SENTENCES[1]}” – hết"
    assert read(old(text, "TCVN3").encode("cp1252")).blocks[0].text == text


def test_viqr() -> None:
    found = read(viqr(TEXT).encode("ascii"))
    assert [block.text for block in found.blocks] == list(SENTENCES)
    assert found.warnings == ("text in an old encoding, read as Unicode: VIQR",)
    assert found.blocks[0].text_raw == viqr(SENTENCES[0])


def test_tables() -> None:
    rows = "STT\tChỉ tiêu\tĐơn vị\n1\tDiện tích lúa\tha\n2\tSố hộ nghèo\thộ\n"
    cells = [
        block for block in read(old(f"{TEXT}\n\n{rows}", "TCVN3").encode("latin-1")).blocks if block.kind == "cell"
    ]
    assert [cell.text for cell in cells[:5]] == ["STT", "Chỉ tiêu", "Đơn vị", "1", "Diện tích lúa"]
    assert cells[4].text_raw == old("Diện tích lúa", "TCVN3")


@pytest.mark.parametrize("text", [TEXT, "Plain English: to be, or not to be? (a+b) is o^2.\n" * 5, ""])
def test_utf8_stays(text: str) -> None:
    if text:
        found = read(text.encode())
        assert found.text_origin == "digital"
        assert found.warnings == ()
        assert all(block.text_raw is None for block in found.blocks)


@pytest.mark.parametrize("data", [b"\xe9t\xe9 \xe0 l'\xe9cole " * 40, bytes(range(0x80, 0x100)) * 20])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(Damaged):
        read(data)


def test_binary_is_not_taken_for_text() -> None:
    data = bytes(code for code in range(1, 256) if code not in (0, 7)) * 20
    assert sniff(data) == "application/octet-stream"
    with pytest.raises(Unsupported):
        read(data)


def test_every_column_is_tested() -> None:
    assert tuple(COLUMNS) == ENCODINGS
