"""Which words can be Vietnamese, and which pages therefore have a useless text layer."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdfs import draw
from scans import LETTER, paragraph

from extract.read.pdf import engine
from extract.read.pdf.page import Page, Token
from extract.read.scan.needed import why_recognise
from patterns.syllables import is_possible, spelling_of

REPORTS = Path(__file__).resolve().parents[2] / "shared/reports"


@pytest.mark.parametrize(
    "word",
    [
        "nghiêng",
        "khuỷu",
        "quyết",
        "giếng",
        "gì",
        "giêng",
        "yêu",
        "ý",
        "uống",
        "oán",
        "Thuở",
        "huỳnh",
        "ngoằn",
        "khuya",
        "đặc",
        "thích",
        "HOẠCH",
        "quốc",
        "quê",
        "xoong",
        "loại",
        "ủy",
        "tiếp",
    ],
)
def test_syllables(word: str) -> None:
    assert is_possible(word)


@pytest.mark.parametrize(
    "word",
    [
        "câp",
        "quyêt",
        "chuyen",
        "tien",
        "kông",
        "ghà",
        "nghà",
        "clip",
        "närn",
        "Ph˙c",
        "tỗỉ",
        "zô",
        "ngê",
        "chuc",
        "strong",
    ],
)
def test_no_syllables(word: str) -> None:
    assert not is_possible(word)


def test_abbreviations_and_numbers_do_not_count() -> None:
    assert spelling_of(["UBND", "30/KH-UBND", "3.327", "hồ", "(sơ)", "-"]) == (2, 0, 0)


def test_another_language_is_told_apart() -> None:
    assert spelling_of(["flammable", "liquid", "with", "water"]) == (4, 4, 4)


def page(text: str, images: float = 0.0) -> Page:
    tokens = tuple(Token(word, 9.0 * n, 10, 9.0 * n + 8, 20) for n, word in enumerate(text.split()))
    return Page(number=1, width=595, height=842, tokens=tokens, horizontal=(), vertical=(), images=images)


GOOD = "Ủy ban nhân dân huyện báo cáo kết quả cải cách hành chính sáu tháng đầu năm và phương hướng " * 3
GARBLED = "7ӵF KLӋQ 4X\\ӃW ÿӏQK Vӕ ng‡y FӫD Gi·m ÿӕF 6ӣ CÙng 7KѭѫQJ WӍQK L‡o Cai YӅ YLӋF NLӇP " * 3
POOR = "Can cir Quyt djnh st ngày tháng närn cüa Uyb an nhân dan tinh Kiên Giang ye viêc quy dinh chtrc nãng " * 3
ENGLISH = "flammable liquid which may be carried without the special approval of the competent authority " * 3


@pytest.mark.parametrize(
    ("text", "images", "why"),
    [
        (GOOD, 0.0, None),
        (GOOD, 1.0, None),
        (GARBLED, 0.0, "layer"),
        (POOR, 1.0, "layer"),
        (ENGLISH, 0.0, None),
        ("", 1.0, "picture"),
        ("", 0.0, None),
        ("Đến 16/6", 1.0, "perhaps"),
        ("Đến 16/6", 0.0, None),
    ],
)
def test_why_a_page_is_recognised(text: str, images: float, why: str | None) -> None:
    assert why_recognise(page(text, images)) == why


def test_print_is_never_recognised() -> None:
    document = engine.open_pdf(draw(paragraph(*LETTER)))
    assert [why_recognise(found) for found in engine.pages(document)] == [None]


#: Pages to recognise in the real files; `nd-42` prints pages of English names, which are no garble.
REAL = {
    "digital/lao-cai-kh-1105-garbled-text-layer.pdf": ["layer"] * 6,
    "ke-sach-2022/bao-cao-228-scan.pdf": ["picture"] * 21,
    "scanned/cong-dien-9307-cd-bct.pdf": ["perhaps", *["picture"] * 3],
    "scanned/syt-kien-giang-bc-1983.pdf": ["picture"] * 5,
    "scanned/syt-kien-giang-kh-239.pdf": ["picture"] * 5,
    "scanned/syt-kien-giang-kh-359.pdf": ["picture"] * 4,
    "scanned/syt-kien-giang-qd-5059.pdf": ["picture"] * 9,
    "scanned/syt-qd-3176b-bad-ocr-layer.pdf": ["layer"] * 2,
}


@pytest.mark.skipif(not REPORTS.is_dir(), reason="the real reports are not here")
def test_no_digital_page_is_recognised_and_no_other_is_missed() -> None:
    wrong = {}
    for path in sorted(REPORTS.rglob("*.pdf")):
        name = path.relative_to(REPORTS).as_posix()
        found = [why_recognise(page) for page in engine.pages(engine.open_pdf(path.read_bytes()))]
        expected = REAL.get(name, [None] * len(found))
        if found != expected:
            wrong[name] = {n: why for n, why in enumerate(found, 1) if why != expected[n - 1]}
    assert not wrong
