"""Automatic numbers of Word lists are part of the text."""

from __future__ import annotations

import pytest
from docx_files import cell, paragraph, read, row, run, table, texts

from extract.read.docx.numbering import letter, roman


def level(number: int, kind: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def lists(*levels: str, overrides: str = "", more: str = "") -> dict[str, str]:
    return {
        "numbering": f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>{more}'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{overrides}</w:num>'
    }


def item(text: str, depth: int = 0, num_id: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num_id}"/></w:numPr>')


OUTLINE = (
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "decimal", "%2.%3."),
    level(3, "lowerLetter", "%4)"),
)


@pytest.mark.parametrize(
    ("depths", "expected"),
    [
        ((0, 0, 0, 0), ["I.", "II.", "III.", "IV."]),
        ((0, 1, 1, 0, 1), ["I.", "1.", "2.", "II.", "1."]),
        ((0, 1, 2, 2, 1, 2), ["I.", "1.", "1.1.", "1.2.", "2.", "2.1."]),
        ((0, 1, 2, 3, 3, 2, 3), ["I.", "1.", "1.1.", "a)", "b)", "1.2.", "a)"]),
        ((2,), ["1.1."]),
    ],
)
def test_levels_count_and_restart(depths: tuple[int, ...], expected: list[str]) -> None:
    body = "".join(item("Mục", depth) for depth in depths)
    assert texts(read(body, parts=lists(*OUTLINE))) == [f"{label} Mục" for label in expected]


@pytest.mark.parametrize(
    ("kind", "text", "more", "expected"),
    [
        ("decimalZero", "%1.", "", "03. Mục"),
        ("lowerRoman", "(%1)", "", "(iii) Mục"),
        ("upperLetter", "%1.", "", "C. Mục"),
        ("none", "", "", "Mục"),
        ("none", "Điều", "", "Điều Mục"),
        ("decimal", "Điều %1.", '<w:suff w:val="space"/>', "Điều 3. Mục"),
        ("decimal", "%1.", '<w:suff w:val="nothing"/>', "3.Mục"),
        ("chineseCounting", "%1.", "", "3. Mục"),
        ("bullet", "-", "", "- Mục"),
        ("bullet", "+", "", "+ Mục"),
        ("bullet", "&#xF0B7;", "", "• Mục"),
        ("bullet", "&#xF02D;", "", "- Mục"),
        ("bullet", "", "", "Mục"),
    ],
)
def test_formats(kind: str, text: str, more: str, expected: str) -> None:
    assert texts(read(item("Mục") * 3, parts=lists(level(0, kind, text, more))))[2] == expected


def test_bullet_of_a_symbol_font() -> None:
    font = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0FC;"/><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>'
    assert texts(read(item("Mục"), parts=lists(font))) == ["✓ Mục"]


def test_two_lists_of_one_abstract_list_count_on() -> None:
    body = item("a") + item("b", num_id=2)
    assert texts(read(body, parts=lists(level(0, "decimal", "%1.")))) == ["1. a", "2. b"]


def test_start_override_restarts_once() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = item("a") + item("b", num_id=2) + item("c", num_id=2)
    assert texts(read(body, parts=lists(level(0, "decimal", "%1."), overrides=override))) == ["1. a", "5. b", "6. c"]


def test_level_override_replaces_the_level() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)")}</w:lvlOverride>'
    body = item("a", num_id=2)
    assert texts(read(body, parts=lists(level(0, "decimal", "%1."), overrides=override))) == ["I) a"]


def test_level_that_never_restarts() -> None:
    levels = (level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'))
    body = item("a") + item("b", 1) + item("c") + item("d", 1)
    assert texts(read(body, parts=lists(*levels))) == ["I. a", "1. b", "II. c", "2. d"]


def test_legal_numbering_prints_decimals() -> None:
    levels = (level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", "<w:isLgl/>"))
    assert texts(read(item("a") + item("b", 1), parts=lists(*levels))) == ["I. a", "1.1. b"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Muc"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Khoan"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('<w:pStyle w:val="Muc"/>', "I. Mục"),
        ('<w:pStyle w:val="MucCon"/>', "I. Mục"),
        ('<w:pStyle w:val="Khoan"/>', "1. Mục"),
        ('<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>', "Mục"),
        ('<w:pStyle w:val="Muc"/><w:numPr><w:ilvl w:val="1"/></w:numPr>', "1. Mục"),
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr>', "Mục"),
    ],
)
def test_numbers_from_styles(properties: str, expected: str) -> None:
    levels = (level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:pStyle w:val="Khoan"/>'))
    parts = {**lists(*levels), "styles": STYLES}
    assert texts(read(paragraph("Mục", properties), parts=parts)) == [expected]


def test_list_style_is_followed_to_its_list() -> None:
    linked = (
        f'<w:abstractNum w:abstractNumId="8"><w:styleLink w:val="DanhSach"/>{level(0, "upperLetter", "%1.")}</w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>'
        '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="DanhSach"/></w:abstractNum>'
    )
    assert texts(read(item("a", num_id=3), parts=lists(more=linked))) == ["A. a"]


def test_numbers_in_cells_without_text() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    rows = [row(cell(paragraph("", numbered)), text) for text in ("Chỉ tiêu A", "Chỉ tiêu B")]
    assert texts(read(table(*rows), parts=lists(level(0, "decimal", "%1")))) == ["1 | Chỉ tiêu A / 2 | Chỉ tiêu B"]


def test_empty_numbered_paragraph_counts_but_says_nothing() -> None:
    parts = lists(level(0, "decimal", "%1."))
    assert texts(read(item("a") + item("") + item("c"), parts=parts)) == ["1. a", "3. c"]


def test_deleted_paragraph_is_not_counted() -> None:
    gone = paragraph(
        f"<w:del>{run('b')}</w:del>",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>',
    )
    assert texts(read(item("a") + gone + item("c"), parts=lists(level(0, "decimal", "%1.")))) == ["1. a", "2. c"]


@pytest.mark.parametrize(
    ("value", "expected"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (1999, "mcmxcix"), (0, "0")]
)
def test_roman(value: int, expected: str) -> None:
    assert roman(value) == expected


@pytest.mark.parametrize(("value", "expected"), [(1, "a"), (26, "z"), (27, "aa"), (53, "aaa"), (0, "0")])
def test_letter(value: int, expected: str) -> None:
    assert letter(value) == expected
