"""What holds for every input, tried on many (hypothesis): facts are grounded, a citation is found wherever it stands, one page does not change another."""

from __future__ import annotations

import datetime as dt
import io
import unicodedata
from collections.abc import Callable
from dataclasses import asdict
from random import Random
from typing import Any
from xml.sax.saxutils import escape

import docx
import pypdfium2
import pytest
from docx_files import cell, package, paragraph, row, table
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdfs import Sheet, draw

from corpus.generate import bodies
from corpus.generate.compose import compose
from corpus.generate.docx import docx_bytes
from corpus.generate.instrument_kinds import KINDS
from corpus.generate.maker import Maker
from corpus.generate.pdf import pdf_bytes
from corpus.generate.vocabulary import fields
from extract.pipeline import Facts, extract_facts
from extract.read import ReadError, read

SETTINGS = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], print_blob=True
)

#: Pieces of which such texts are made, and pieces that break them.
PIECES = (
    "Nghị định", "số", "61/2018/NĐ-CP", "ngày 23/4/2018", "của Chính phủ", "Kế hoạch", "30/KH-UBND", "UBND huyện", "và", ",", ";", "(", ")", "“", "”",
    "Luật Đất đai", "năm 2013", "sửa đổi, bổ sung một số điều của", "Chỉ thị 10", "10-NQ/TU", "khoản 2 Điều 4", "về việc", "3.327 hồ sơ", "57,34%", "8/16 đơn vị",
    "8,487 tỉ/14,800 tỉ", "từ 10 đến 15 người", "02 cuộc", "không có hồ sơ trễ hạn", "tăng 5,2%", "hai mươi lăm hộ", "tổng số", "trong đó", "Chủ tịch", "Sở Nội vụ",
    "I.", "1.", "1.1.", "a)", "-", "\n", "\n\n", "\t", " ", "\u00a0", "BÁO CÁO", "Số: 228/BC-UBND", "Kế Sách, ngày 16 tháng 6 năm 2022", "Nơi nhận:",
    "<script>", "=1+1", "\u200b", "\u00ad", "\ufeff", "Ð", "–", "//", "/", "…", "%", "0", "1.000.000.000", "Căn cứ", "Điều 1.", "PHỤ LỤC",
)  # fmt: skip
texts = st.lists(
    st.one_of(st.sampled_from(PIECES), st.sampled_from(PIECES), st.text(max_size=8)), min_size=1, max_size=40
).map(" ".join)


def facts_of(data: bytes) -> Facts | None:
    """The facts of a file; None where it is none that can be read."""
    try:
        return extract_facts(read(data))
    except ReadError:
        return None


def grounded(facts: Facts) -> None:
    """Every fact with a place has it right; ids are unique."""
    blocks = {block.path: block.text for block in facts.document.blocks}
    ids = set()
    for kind in (facts.citations, facts.quantities, facts.entities, facts.appendix_rows, facts.appendix_values):
        for fact in kind:
            assert fact.fact_id not in ids
            ids.add(fact.fact_id)
            assert fact.block in blocks
            text = blocks[fact.block]
            if kind in (facts.citations, facts.quantities, facts.entities):
                assert text[fact.char_start : fact.char_end] == fact.surface != ""
            elif fact.surface is not None:
                assert 0 <= (fact.char_start or 0) <= (fact.char_end or 0) <= len(text)
                assert text[fact.char_start : fact.char_end] == fact.surface
    for check in facts.checks:
        assert set(check.facts) <= ids


@SETTINGS
@given(texts)
def test_every_fact_of_a_text_is_grounded(text: str) -> None:
    facts = facts_of(text.encode("utf-8", "ignore"))
    if facts is not None:
        grounded(facts)


@SETTINGS
@given(st.lists(st.lists(texts, min_size=3, max_size=3), min_size=1, max_size=6))
def test_every_fact_of_a_table_is_grounded(rows: list[list[str]]) -> None:
    head = row(*(cell(name) for name in ("STT", "Chỉ tiêu", "Số liệu")))
    body = table(head, *(row(*(cell(paragraph(_plain(text))) for text in cells)) for cells in rows))
    facts = facts_of(package(body))
    assert facts is not None
    grounded(facts)


@settings(SETTINGS, max_examples=25)
@given(st.lists(texts, min_size=1, max_size=12))
def test_every_fact_of_a_pdf_is_grounded(lines: list[str]) -> None:
    facts = facts_of(draw(_page(lines)))
    if facts is not None:
        grounded(facts)


def _plain(text: str) -> str:
    return escape("".join(c for c in text if c.isprintable()))


def _page(lines: list[str]) -> Callable[[Sheet], None]:
    def fill(sheet: Sheet) -> None:
        for number, line in enumerate(lines):
            sheet.text(72, 90 + 18 * number, "".join(c for c in line if c.isprintable())[:90])

    return fill


@pytest.mark.parametrize("seed", range(8))
def test_every_fact_of_a_generated_report_is_grounded(seed: int) -> None:
    facts = facts_of(_docx(9_100 + seed))
    assert facts is not None
    assert facts.citations
    grounded(facts)


def _docx(seed: int, extra: str | None = None) -> bytes:
    data = docx_bytes(compose(seed))
    if extra is None:
        return data
    document = docx.Document(io.BytesIO(data))
    document.add_page_break()
    document.add_paragraph(extra)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


# A planted citation.


@st.composite
def citations(draw_from: st.DrawFn) -> tuple[str, str, str | None]:
    """A mention with its number, with and without `số` and date: surface, number, day."""
    rng = Random(draw_from(st.integers(0, 2**32)))
    on = dt.date(rng.randint(2018, 2026), rng.randint(1, 12), rng.randint(1, 28))
    around = bodies.world(rng, on, rng.choice(bodies.KINDS), rng.choice(list(fields())))
    made = Maker(rng, around, on).make(draw_from(st.sampled_from(NUMBERED)))
    assert made.number is not None
    words, day = [made.noun, *(["số"] if draw_from(st.booleans()) else []), made.number], None
    if made.issued_on is not None and draw_from(st.booleans()):
        day = made.issued_on.isoformat()
        words.append(f"ngày {made.issued_on:%d/%m/%Y}")
    return " ".join(words), made.number, day


#: Kinds of instruments cited by number; laws go by their names.
NUMBERED = sorted(KINDS.keys() - {"LAW"})
BEFORE = (
    "",
    "Thực hiện ",
    "theo ",
    "(",
    "- ",
    "1. Về việc triển khai ",
    "Trong kỳ, đơn vị đã tổ chức 02 cuộc họp, quán triệt ",
    "Đã thực hiện xong ",
    "“",
)
AFTER = (
    "",
    ".",
    ";",
    " và các văn bản liên quan.",
    ", đến nay đạt 57,34%.",
    ")",
    " về việc kiểm tra.",
    " đã được phổ biến đến 12/12 xã.",
    "”",
)


@settings(SETTINGS, max_examples=150)
@given(
    citations(),
    st.sampled_from(BEFORE),
    st.sampled_from(AFTER),
    st.sampled_from(("paragraph", "cell", "note", "list", "late")),
)
def test_a_planted_citation_is_found_with_its_span(
    planted: tuple[str, str, str | None], before: str, after: str, place: str
) -> None:
    surface, number, day = planted
    sentence = before + surface + after
    found = [c for c in _placed(sentence, place).citations if c.number == number]
    assert [c.surface for c in found] == [surface]
    assert [c.issued_on.isoformat() if c.issued_on else None for c in found] == [day]


def _placed(sentence: str, place: str) -> Facts:
    text = _plain(sentence)
    filler = paragraph("Trong thời gian qua, các đơn vị đã chủ động thực hiện nhiệm vụ được giao.")
    parts = {}
    if place == "paragraph":
        body = filler + paragraph(text) + filler
    elif place == "late":
        body = filler * 60 + paragraph(text)
    elif place == "list":
        body = filler + paragraph("- Mục thứ nhất.") + paragraph(text) + paragraph("- Mục thứ ba.")
    elif place == "cell":
        body = filler + table(row(cell("STT"), cell("Nội dung")), row(cell("1"), cell(text)))
    else:
        body = f'<w:p><w:r><w:t>Như đã nêu</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>{filler}'
        parts = {"footnotes": f'<w:footnote w:id="2">{paragraph(text)}</w:footnote>'}
    facts = facts_of(package(body, parts=parts))
    assert facts is not None
    return facts


# One page more.


def said(facts: Facts, blocks: set[str]) -> list[dict[str, Any]]:
    """The facts that stand in these blocks, without the columns that hold a hash of the file."""
    rows = []
    for kind in (facts.citations, facts.quantities, facts.entities, facts.appendix_rows, facts.appendix_values):
        for fact in kind:
            if fact.block in blocks:
                rows.append({k: v for k, v in asdict(fact).items() if k not in HASHES})
    return rows


HASHES = {"doc_id", "fact_id", "antecedent", "nested_in", "row_fact_id", "parent_row", "statement"}


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    "extra", ["Ngoài ra, Kế hoạch số 7/KH-UBND ngày 02/01/2020 giao 12 chỉ tiêu.", "Hết.", "PHỤ LỤC"]
)
def test_a_page_more_changes_no_fact_of_the_others(seed: int, extra: str) -> None:
    before, after = facts_of(_docx(9_200 + seed)), facts_of(_docx(9_200 + seed, extra))
    assert before is not None
    assert after is not None
    blocks = {block.path for block in before.document.blocks}
    assert said(after, blocks) == said(before, blocks)
    assert said(before, blocks)


@pytest.mark.parametrize("seed", range(8))
def test_a_page_more_changes_no_fact_of_the_other_pages_of_a_pdf(seed: int) -> None:
    """The page comes from another report: other margins, other running lines."""
    data, other = (pdf_bytes(compose(9_300 + number)) for number in (seed, seed + 8))
    before, after = facts_of(data), facts_of(_with_page(data, other))
    assert before is not None
    assert after is not None
    blocks = {block.path for block in before.document.blocks}
    assert (after.document.pages or 0) == (before.document.pages or 0) + 1
    assert said(after, blocks) == said(before, blocks)
    assert said(before, blocks)


def _with_page(data: bytes, other: bytes) -> bytes:
    whole, more = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument(other)
    whole.import_pages(more, [1])
    buffer = io.BytesIO()
    whole.save(buffer)
    return buffer.getvalue()


# Composed and decomposed letters.


@SETTINGS
@given(texts)
def test_decomposed_letters_give_the_same_facts(text: str) -> None:
    clean = unicodedata.normalize("NFC", text)
    composed = facts_of(clean.encode("utf-8", "ignore"))
    apart = facts_of(unicodedata.normalize("NFD", clean).encode("utf-8", "ignore"))
    if composed is None or apart is None:
        assert composed is apart is None
        return
    every = {block.path for block in composed.document.blocks}
    assert [b.text for b in composed.document.blocks] == [b.text for b in apart.document.blocks]
    assert said(composed, every) == said(apart, every)
