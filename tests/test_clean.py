"""The text hygiene all readers share."""

from __future__ import annotations

import unicodedata

import pytest

from extract.read.clean import clean, raw_of

CLEANED = (
    ("Tổng  số\u00a0hồ\tsơ", "Tổng số hồ sơ"),
    ("  dòng một \n  dòng hai\n\n", "dòng một\ndòng hai"),
    ("a \n \n b", "a\nb"),
    ("Ðề án", "Đề án"),
    ("hƣớng dẫn, đƣợc giao", "hướng dẫn, được giao"),
    ("công\u00ad tác", "công tác"),
    ("thủ\u200b tục\ufeff", "thủ tục"),
    ("12/BC\u2011UBND", "12/BC-UBND"),
    ("\uf0b7 Về thể chế", "• Về thể chế"),
    ("\uf02d Về thể chế", "- Về thể chế"),
    ("giai đoạn 2021 – 2025", "giai đoạn 2021 – 2025"),
    ("15/QĐ- UBND ngày 5/3", "15/QĐ-UBND ngày 5/3"),
    ("15 /QĐ -UBND", "15/QĐ-UBND"),
    ("15/QĐ – UBND", "15/QĐ-UBND"),
    ("61/2018/ NĐ-CP", "61/2018/NĐ-CP"),
    ("71/2014/TTLT- BTC -BNV", "71/2014/TTLT-BTC-BNV"),
    ("80/2015/ QH13", "80/2015/QH13"),
    ("Số 15- NQ/TU", "Số 15-NQ/TU"),
    ("Số 15 - NQ /TU", "Số 15-NQ/TU"),
    ("Số:        /BC-UBND", "Số: /BC-UBND"),
    ("Số:        /BC - SCT", "Số: /BC-SCT"),
    # what looks alike and must stay
    ("Kế hoạch 15/KH-UBND - UBND huyện", "Kế hoạch 15/KH-UBND - UBND huyện"),
    ("12/KH-SNV- Sở Nội vụ", "12/KH-SNV- Sở Nội vụ"),
    ("ngày 16/ 6/2022", "ngày 16/ 6/2022"),
    ("năm 2022 - BC/UBND", "năm 2022 - BC/UBND"),
    ("đạt 5/10 - UBND xã", "đạt 5/10 - UBND xã"),
    ("22/2021/QH15 - QH", "22/2021/QH15 - QH"),
)


@pytest.mark.parametrize(("text", "expected"), CLEANED)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", expected)


@pytest.mark.parametrize(("text", "expected"), CLEANED)
def test_clean_again_changes_nothing(text: str, expected: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_decomposed_text_is_composed() -> None:
    assert clean(unicodedata.normalize("NFD", "Ủy ban nhân dân")) == unicodedata.normalize("NFC", "Ủy ban nhân dân")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Tổng  số\u00a0hồ sơ", None),
        (unicodedata.normalize("NFD", "Tổng số"), None),
        ("Ðề án", "Ðề án"),
        ("15/QĐ- UBND", "15/QĐ- UBND"),
        ("công\u00adtác", "công\u00adtác"),
    ],
)
def test_raw_is_kept_where_more_than_white_space_changed(raw: str, expected: str | None) -> None:
    assert raw_of(raw, clean(raw)) == expected
