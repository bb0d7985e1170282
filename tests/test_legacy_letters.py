"""Every letter of Vietnamese in every old encoding, and back."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from old_text import COLUMNS, old, viqr

from extract.read.legacy.decode import composed, decode, upper
from extract.read.legacy.hyphens import horned
from extract.read.legacy.kept import Decoded, original
from extract.read.legacy.tables import ENCODINGS, Encoding, letters
from extract.read.legacy.viqr import decode_viqr

TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
SMALL = [
    letter for vowel in "aăâeêioôơuưy" for tone in TONES if not (letter := normalize("NFC", vowel + tone)).isascii()
]
ALL = [*SMALL, "đ", *(letter.upper() for letter in SMALL), "Đ"]


def test_the_table_has_every_letter_once() -> None:
    assert sorted(row["letter"] for row in letters()) == sorted(ALL)
    assert len(ALL) == 134


@pytest.mark.parametrize("column", ["tcvn", "vni", "viscii", "vps", "viqr"])
def test_no_two_letters_share_a_code(column: str) -> None:
    assert len({row[column] for row in letters()}) == 134


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("letter", ALL)
def test_round_trip(letter: str, encoding: Encoding) -> None:
    shown = old(letter, encoding)
    decoded = decode(shown, encoding)
    assert composed(decoded) == letter
    assert len(decoded) == len(shown)


@pytest.mark.parametrize("letter", ALL)
def test_round_trip_of_viqr(letter: str) -> None:
    # A syllable of its own for each letter: some stand only before a consonant.
    frames = ("{}", "{}n", "{}t", "{}ng", "{}i", "b{}n", "{}a")
    made = [frame.format(letter) for frame in frames]
    made += [word.upper() for word in made if letter.isupper()]
    assert any(decode_viqr(viqr(word)) == word for word in made)


@pytest.mark.parametrize("encoding", ["VISCII", "VPS"])
@pytest.mark.parametrize("letter", ALL)
def test_bytes_as_windows_shows_them(letter: str, encoding: Encoding) -> None:
    code = bytes.fromhex(next(row[COLUMNS[encoding]] for row in letters() if row["letter"] == letter))
    shown = code.decode("cp1252", "replace").replace("\ufffd", code.decode("latin-1"))
    assert decode(shown, encoding) == letter


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
def test_punctuation_of_windows_stays(encoding: Encoding) -> None:
    assert decode("“15 – 20…”", encoding) == "“15 – 20…”"


@pytest.mark.parametrize("letter", SMALL)
def test_fonts_of_capitals_have_small_letters_only(letter: str) -> None:
    assert composed(upper(decode(old(letter, "TCVN3"), "TCVN3"))) == letter.upper()


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("QUYÕT §ÞNH", "QUYẾT ĐỊNH"),
        ("ñY BAN NH¢N D¢N", "ỦY BAN NHÂN DÂN"),
        ("Bé TµI CHÝNH", "BỘ TÀI CHÍNH"),
        ("cña Bé Tµi chÝnh", "của Bộ Tài chính"),
        ("Bé TC", "Bộ TC"),
        ("Sè 12/Q§-UBND", "Số 12/QĐ-UBND"),
        ("\uf0a7iÒu 3", "Điều 3"),
        ("n\xadíc, n−íc, n‐íc", "nước, nước, nước"),
        ("tõ −5 ®Õn −2 ®é", "từ −5 đến −2 độ"),
        ("x∙ héi, 3 ∙ 4", "xã hội, 3 ∙ 4"),
    ],
)
def test_tcvn3(shown: str, expected: str) -> None:
    assert decode(shown, "TCVN3") == expected


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("taúng, TAÚNG", "tẳng, TẲNG"),
        ("thuaän lôïi, kyõ, lyù, kyø", "thuận lợi, kỹ, lý, kỳ"),
        ("mî, MÎ, chi phí, vì, CHI PHÍ, VÌ", "mỵ, MỴ, chi phí, vì, CHI PHÍ, VÌ"),
        ("vieâïc, NHIEÂØU", "việc, NHIỀU"),
        ("\uf0d1aø", "Đà"),
        ("Aùnh saùng", "Ánh sáng"),
    ],
)
def test_vni(shown: str, expected: str) -> None:
    assert composed(decode(shown, "VNI")) == expected


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("t-ớng, n-ớc, đ-ờng, -u, đầu t-", "tướng, nước, đường, ưu, đầu tư"),
        ("Thông t\ufffecủa", "Thông tưcủa"),
        (
            "15/QĐ-UBND, NĐ-CP, kinh tế - xã hội, - an toàn, -an toàn",
            "15/QĐ-UBND, NĐ-CP, kinh tế - xã hội, - an toàn, -an toàn",
        ),
        ("số 12/QĐ\ufffeUBND, ba\ufffebốn", "số 12/QĐ\ufffeUBND, ba\ufffebốn"),
        ("Hà Nội-Huế, hai-ba", "Hà Nội-Huế, hai-ba"),
    ],
)
def test_hyphens_that_are_letters(shown: str, expected: str) -> None:
    assert horned(shown) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Vie^.t Nam, DDie^`u 3, QDD-UBND, Dda(.t", "Việt Nam, Điều 3, QĐ-UBND, Đặt"),
        ("la`. ma`y? tha^'y.", "là. mày? thấy."),
        (r"ho\. ho.", "ho. họ"),
        ("So^' 12, www.office.com/data(1) o.5", "Số 12, www.office.com/data(1) o.5"),
    ],
)
def test_viqr(typed: str, expected: str) -> None:
    assert decode_viqr(typed) == expected


def test_what_was_decoded_is_remembered() -> None:
    word = Decoded("đường", "®\xadêng")
    assert (word[:2], original(word[:2]), original(word[-1])) == ("đư", "®\xad", "g")
    assert original("đường") == "đường"
    assert original(Decoded("a\u0300", "aø").composed()) == "aø"


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(
    text=st.text(alphabet=st.sampled_from([*"aAeoOuyYTn -.1\n\u2212\uf0a7ßŉﬁ", *map(chr, range(0xA0, 0x100)), *"“ưế"]))
)
def test_places_stay(encoding: Encoding, text: str) -> None:
    assert len(decode(text, encoding)) == len(text)
    assert len(upper(text)) == len(horned(text)) == len(text)
