"""Which encoding the text of a font is in: the name is a hint, the content decides."""

from __future__ import annotations

import pytest
from old_text import SENTENCES, old

from extract.read.legacy.choose import Decoding, FontTexts, summary
from extract.read.legacy.evidence import encoding_of, is_suspect, words_of
from extract.read.legacy.fonts import Hint, hint_of
from extract.read.legacy.tables import ENCODINGS, Encoding
from extract.read.syllable import is_spelt

TEXT = " ".join(SENTENCES)
FOREIGN = (
    "Détérioré à l'extérieur, le bâtiment a été réparé à Orléans par des employés zélés; après l'été, ça a coûté très cher, bien sûr.",
    "Größere Bäume müssen für die Straße gefällt werden, weil spätestens übermorgen schöne Häuser dort eröffnet würden.",
    "Mañana el señor Muñoz enseñará la montaña más pequeña a los niños españoles, según la compañía del año.",
    "Günümüzde çok sayıda öğrenci üniversiteye gidiyor; ülkenin güneyinde büyük bir göl, küçük köyler ve çiçekler görülür.",
)


@pytest.mark.parametrize(
    ("font", "hint"),
    [
        (".VnTime", Hint("TCVN3")),
        ("ABCDEF+.VnTimeH,Bold", Hint("TCVN3", True)),
        (".VnArial NarrowH", Hint("TCVN3", True)),
        (".vntimeh", Hint("TCVN3", True)),
        (".VNTIME", Hint("TCVN3")),
        ("QWERTY+VnTime-Italic", Hint("TCVN3")),
        ("VNI-Times;Times New Roman", Hint("VNI")),
        ("XYZABC+VNI-Helve-Condense-Bold", Hint("VNI")),
        ("VPS Long An", Hint("VPS")),
        ("VI Times", Hint("VISCII")),
        ("Times New Roman", Hint()),
        ("Verdana", Hint()),
        ("Vivaldi", Hint()),
        ("", Hint()),
    ],
)
def test_names_of_fonts(font: str, hint: Hint) -> None:
    assert hint_of(font) == hint


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_content_tells_the_encoding(encoding: Encoding) -> None:
    shown = old(TEXT, encoding)
    assert is_suspect(shown)
    assert encoding_of(words_of(shown)) == encoding


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_enough_for_its_font(sentence: str, encoding: Encoding) -> None:
    assert encoding_of(words_of(old(sentence, encoding)), encoding) == encoding


@pytest.mark.parametrize("hint", [None, *ENCODINGS])
def test_unicode_is_left(hint: Encoding | None) -> None:
    assert not is_suspect(TEXT)
    assert encoding_of(words_of(TEXT), hint) is None


@pytest.mark.parametrize("text", FOREIGN)
def test_other_languages_are_left(text: str) -> None:
    assert encoding_of(words_of(text * 5)) is None


@pytest.mark.parametrize("encoding", ["VNI", "VISCII"])
def test_the_content_beats_the_name(encoding: Encoding) -> None:
    assert encoding_of(words_of(old(TEXT, encoding)), "TCVN3") == encoding


def decodings(*runs: tuple[str, str]) -> dict[str, Decoding]:
    texts = FontTexts()
    for font, text in runs:
        texts.add(font, text)
    return texts.decodings()


def test_each_font_for_itself() -> None:
    found = decodings(
        (".VnTime", old(TEXT, "TCVN3")),
        (".VnTimeH", "b¸o c¸o"),
        ("VNI-Times", old(TEXT, "VNI")),
        ("Times New Roman", TEXT),
        ("Symbol", "\xb7 \xae \xb3"),
    )
    assert found == {
        ".VnTime": Decoding("TCVN3"),
        ".VnTimeH": Decoding("TCVN3", capitals=True),
        "VNI-Times": Decoding("VNI"),
    }
    assert summary(found) == "text in an old encoding, read as Unicode: TCVN3 (.VnTime, .VnTimeH), VNI (VNI-Times)"


def test_a_font_with_next_to_nothing_follows_its_namesakes() -> None:
    found = decodings((".VnTime", old(TEXT, "TCVN3")), (".VnTimeH", "nam"), (".VnArial", "cã"))
    assert found[".VnTimeH"].capitals
    assert found[".VnArial"]("cã") == "có"


def test_a_namesake_with_unicode_does_not() -> None:
    assert ".VnArial" not in decodings((".VnTime", old(TEXT, "TCVN3")), (".VnArial", "nước"), (".VnArial", "Hà"))


@pytest.mark.parametrize("font", [".VnTime", ".VnTimeH", "VNI-Times", "VPS Times", "VI Times"])
def test_a_name_alone_decides_nothing(font: str) -> None:
    assert decodings((font, TEXT), (font, "Hà Nam, là và, 50%"), (font, "® ¸o")) == {}
    assert summary({}) is None


def test_runs_of_unicode_in_a_font_that_is_decoded_stay() -> None:
    read = decodings((".VnTime", old(TEXT, "TCVN3")), (".VnTime", "Hà Nội đã nhận"))[".VnTime"]
    assert [read(text) for text in ("Hà Nội đã nhận", "là", "Hµ Néi")] == ["Hà Nội đã nhận", "là", "Hà Nội"]


@pytest.mark.parametrize(
    ("word", "spelt"),
    [
        ("Nghị", True),
        ("QUYẾT", True),
        ("quýt", True),
        ("gì", True),
        ("giếng", True),
        ("xoong", True),
        ("khuỷu", True),
        ("kẻng", True),
        ("cẻng", False),
        ("ngè", False),
        ("kà", False),
        ("tât", False),
        ("cằ", False),
        ("tiê", False),
        ("ưan", False),
        ("QUYếT", False),
        ("đđ", False),
        ("à́", False),
    ],
)
def test_spelling(word: str, spelt: bool) -> None:
    assert is_spelt(word) is spelt
