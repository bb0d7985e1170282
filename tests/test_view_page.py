"""The page of `baocao view`, read as text: all facts are on it, nothing in a document is code, nothing comes from the network."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from documents import document_of, paragraphs, table
from lxml import html
from PIL import Image
from view_pages import DOCUMENTS, SHOWN, facts_in, page_with, parsed, shown

from baocao.command import cli
from baocao.view import page_of
from extract.document import Block
from extract.view.kinds import facts_of
from extract.view.marks import Span, marked
from extract.view.page import _steps, _vietnamese
from extract.view.pictures import pictures
from extract.view.words import words

HOSTILE = (
    '<script>alert(1)</script><img src=x onerror=alert(2)>"\' onmouseover="x" </mark></style>]]>-->\u2028{{ 7*7 }}.'
)


@pytest.mark.parametrize("name", SHOWN)
def test_every_fact_has_a_place(name: str) -> None:
    drawn = {one.get("data-fact") for one in parsed(name).iter("rect", "mark")} - {None}
    assert drawn == {fact.fact_id for _, fact in facts_of(facts_in(name).rows())}


@pytest.mark.parametrize("name", SHOWN)
def test_every_box_of_a_fact_is_drawn_where_it_is(name: str) -> None:
    facts = facts_in(name)
    wanted = sum(len(fact.boxes) for _, fact in facts_of(facts.rows()))
    assert len(parsed(name).findall(".//rect")) == wanted
    for rect in parsed(name).findall(".//rect")[:50]:
        page = int(rect.getparent().getparent().get("id").removeprefix("page-"))
        fact = next(fact for _, fact in facts_of(facts.rows()) if fact.fact_id == rect.get("data-fact"))
        x, y = float(rect.get("x")), float(rect.get("y"))
        assert any(box.page == page and abs(box.x0 - x) < 2 and abs(box.top - y) < 2 for box in fact.boxes)


@pytest.mark.parametrize("name", SHOWN)
def test_every_fact_is_in_the_tables(name: str) -> None:
    facts, page = facts_in(name), parsed(name)
    rows = [*facts.citations, *facts.quantities, *facts.appendix_rows, *facts.entities, *facts.checks]
    assert [row.get("data-row") for row in page.findall(".//tr[@data-row]")] == [row.fact_id for row in rows]
    values = {button.get("data-value") for button in page.findall(".//button[@data-value]")}
    assert values == {value.fact_id for value in facts.appendix_values}
    known = json.loads(page.get_element_by_id("data").text)["tables"]
    assert {table: len(content["rows"]) for table, content in known.items()} == {
        table: len(found) for table, found in facts.rows().items() if table not in ("documents", "blocks")
    }


def test_the_page_says_what_contradicts_itself() -> None:
    (card,) = parsed(SHOWN[0]).find_class("card")
    assert "34,96" in card.text_content()
    failed = next(check for check in facts_in(SHOWN[0]).checks if check.holds is False)
    assert [place.get("data-goto") for place in card.find_class("goto")] == list(failed.facts)


@pytest.mark.parametrize("name", SHOWN)
def test_nothing_comes_from_the_network(name: str) -> None:
    own = re.sub(r'(?s)<script type="application/json".*?</script>', "", shown(name))
    assert not re.search(r"""(?i)(src|href|url|action|import)\s*[=(]\s*["']?\s*(https?:)?//""", own)
    sources = [one.get("src") for one in parsed(name).iter("img", "script", "link", "iframe")]
    assert all(source is None or source.startswith("data:image/") for source in sources)


@pytest.mark.parametrize("name", SHOWN)
def test_the_policy_names_the_script_and_the_style_and_nothing_else(name: str) -> None:
    page = parsed(name)
    policy = next(one.get("content") for one in page.iter("meta") if one.get("http-equiv"))
    script = next(one.text for one in page.iter("script") if one.get("type") is None)
    (style,) = (one.text for one in page.iter("style"))
    hashes = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (script, style)}
    assert set(re.findall(r"'sha256-([^']+)'", policy)) == hashes
    assert policy.startswith("default-src 'none'; img-src data:;")
    assert "unsafe" not in policy
    assert not [one for one in page.iter() if isinstance(one.tag, str) and one.get("style")]


def test_same_input_same_bytes() -> None:
    assert page_of(DOCUMENTS / SHOWN[0]) == page_of(DOCUMENTS / SHOWN[0])


def test_what_a_document_contains_is_text() -> None:
    text = f"Thực hiện Nghị định số 61/2018/NĐ-CP của {HOSTILE}, đã giải quyết 3.327 hồ sơ {HOSTILE}"
    blocks = (*paragraphs(text), *table("STT | Chỉ tiêu | Số lượng", f"1 | {HOSTILE} x | 5"))
    page = page_with(document_of(*blocks, Block(path="p[9]", kind="heading", text=HOSTILE)), name=HOSTILE)
    tree = html.document_fromstring(page)
    assert [one.get("type") for one in tree.iter("script")] == ["application/json", None]
    assert not list(tree.iter("img"))
    assert not [name for one in tree.iter() if isinstance(one.tag, str) for name in one.attrib if name.startswith("on")]
    assert HOSTILE in tree.find_class("flow")[0].text_content()
    assert HOSTILE in tree.findtext(".//title")
    known = tree.get_element_by_id("data").text
    assert not re.search("[<>&\u2028\u2029]", known)
    assert json.loads(known)["tables"]["citations"]["rows"]


def test_marks_nest() -> None:
    found = marked("0123456789", [Span(2, 8, "a", "citations"), Span(4, 6, "b", "entities", True)])
    assert found == (
        '01<mark class="place k-citations" data-fact="a">23<mark class="place k-entities doubtful" data-fact="b">45</mark>'
        "67</mark>89"
    )


@pytest.mark.parametrize(
    "spans",
    [[(2, 6), (4, 8)], [(0, 10), (0, 10)], [(0, 3), (3, 3), (3, 5), (2, 9)], [(0, 0)], [(8, 10), (0, 9), (1, 2)]],
)
def test_marks_that_cross_are_cut_and_hold_their_text(spans: list[tuple[int, int]]) -> None:
    text = "<1&3456>89"
    written = marked(text, [Span(start, end, f"f{start}-{end}", "entities") for start, end in spans])
    tree = html.fragment_fromstring(written, create_parent="p")
    assert tree.text_content() == text
    for start, end in spans:
        parts = [one for one in tree.iter("mark") if one.get("data-fact") == f"f{start}-{end}"]
        unique = [one for one in parts if not any(above is not one and above in parts for above in one.iterancestors())]
        assert "".join(one.text_content() for one in unique) == text[start:end]


def test_cells_with_spans_keep_their_columns() -> None:
    page = html.document_fromstring(page_with(document_of(*table("A{^2} | B{2}", "~ | b | c", "1 | 2 | 3", headers=2))))
    rows = page.find_class("grid")[0].findall(".//tr")
    assert [[cell.text_content() for cell in row] for row in rows] == [["A", "B"], ["b", "c"], ["1", "2", "3"]]
    assert rows[0][0].get("rowspan") == rows[0][1].get("colspan") == "2"


def test_pages_are_small_and_of_the_right_shape() -> None:
    data = (DOCUMENTS / SHOWN[0]).read_bytes()
    found = list(pictures(data, "application/pdf", 4))
    assert len(found) == 4
    for picture in found:
        image = Image.open(io.BytesIO(picture.content))
        assert abs(image.width / image.height - picture.width / picture.height) < 0.005
        assert len(picture.content) < 110_000


def test_a_picture_file_has_the_size_its_boxes_count_in() -> None:
    target = io.BytesIO()
    Image.new("RGB", (1654, 2339), (200, 30, 30)).save(target, "PNG", dpi=(200, 200))
    (picture,) = pictures(target.getvalue(), "image/png", 1)
    assert (picture.width, picture.height) == pytest.approx((595.4, 842.0), abs=0.1)
    assert picture.media_type == "image/webp"  # it has a colour


def test_a_page_that_is_not_there_is_said_to_be_missing() -> None:
    data = (DOCUMENTS / SHOWN[0]).read_bytes()
    assert [bool(picture.content) for picture in pictures(data, "application/pdf", 5)] == [True] * 4 + [False]


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("p[12]", [("place.p", "12")]),
        ("fn[2]", [("place.fn", "2")]),
        ("tbl[1]/r[5]/c[4]", [("place.tbl", "1"), ("place.r", "5")]),
        ("anything", [("", "anything")]),
    ],
)
def test_places_without_pages_are_said_in_words(path: str, steps: list[tuple[str, str]]) -> None:
    assert _steps(path) == steps


@pytest.mark.parametrize(
    ("value", "text"),
    [(8487000000.0, "8.487.000.000"), (57.34, "57,34"), (0.0, "0"), (-1234.5, "-1.234,5"), (100.0, "100")],
)
def test_numbers_are_written_as_in_viet_nam(value: float, text: str) -> None:
    assert _vietnamese(value) == text


def test_all_words_are_there_in_both_languages() -> None:
    assert all(said.vi and said.en for said in words().values())
    folder = Path(__file__).parents[1] / "extract/view"
    used = set()
    for file in (*folder.glob("templates/*.html"), *folder.glob("scripts/*.js")):
        text = file.read_text(encoding="utf-8")
        used |= set(re.findall(r'\bt\("([\w.]+)"\)|data-t(?:-\w+)?="([\w.]+)"|\bsaid\("([\w.]+)"\)', text))
    assert {next(filter(None, keys)) for keys in used} <= set(words())


def test_the_command_writes_a_page_and_never_over_what_it_did_not_make(tmp_path: Path) -> None:
    report, page = str(DOCUMENTS / SHOWN[1]), tmp_path / "page.html"
    run = CliRunner().invoke
    assert run(cli, ["view", report, "-o", str(page), "--no-open"]).exit_code == 0
    assert run(cli, ["view", report, "-o", str(page), "--no-open"]).exit_code == 0
    page.write_text("my own notes", encoding="utf-8")
    refused = run(cli, ["view", report, "-o", str(page), "--no-open"])
    assert refused.exit_code == 2
    assert "--force" in refused.output
    assert page.read_text(encoding="utf-8") == "my own notes"
    assert run(cli, ["view", report, "-o", str(page), "--no-open", "--force"]).exit_code == 0
    assert [file.name for file in tmp_path.iterdir()] == ["page.html"]


def test_the_page_stands_in_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(cli, ["view", str(DOCUMENTS / SHOWN[1]), "--no-open"])
    assert done.output.strip() == f"{SHOWN[1]}.html"
    assert (tmp_path / f"{SHOWN[1]}.html").exists()


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"\x00\x01\x02")
    done = CliRunner().invoke(cli, ["view", str(tmp_path / "a.bin"), "-o", str(tmp_path / "a.html"), "--no-open"])
    assert done.exit_code == 1
    assert not (tmp_path / "a.html").exists()
