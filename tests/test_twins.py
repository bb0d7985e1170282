"""One document, several forms: DOCX, PDF and text give the same facts, but for their places and ids."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

import baocao
from corpus.twins import run

ROOT = Path(__file__).parents[1]
MODEL = ROOT.parent / "shared" / "reports" / "ke-sach-2022"
PAIRS = [(path, path.with_suffix(".pdf")) for path in sorted((ROOT / "corpus" / "documents").glob("*.docx"))]
if MODEL.exists():
    PAIRS.append((MODEL / "bao-cao-228.docx", MODEL / "bao-cao-228.pdf"))
PLACE = {
    "doc_id", "fact_id", "block", "char_start", "char_end", "page", "boxes", "statement", "nested_in", "antecedent",
    "row_fact_id", "parent_row", "facts", "sources", "media_type", "pages", "warnings", "n_blocks",
}  # fmt: skip
TABLES = ("citations", "quantities", "appendix_rows", "appendix_values", "entities", "checks")


def without_place(row: Any) -> tuple[tuple[str, Any], ...]:
    def folded(value: Any) -> Any:
        return " ".join(value.split()) if isinstance(value, str) else value

    return tuple((f.name, folded(getattr(row, f.name))) for f in fields(row) if f.name not in PLACE)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0].stem)
def test_docx_and_pdf_give_the_same_facts(pair: tuple[Path, Path]) -> None:
    docx, pdf = (baocao.extract(path).facts for path in pair)
    for table in TABLES:
        ours, theirs = getattr(docx, table), getattr(pdf, table)
        assert [without_place(row) for row in ours] == [without_place(row) for row in theirs], table
    assert without_place(docx.header) == without_place(pdf.header)


@pytest.mark.parametrize("path", [path for pair in PAIRS for path in pair], ids=lambda path: path.name)
def test_every_fact_stands_where_it_says(path: Path) -> None:
    facts = baocao.extract(path).facts
    texts = {block.path: block.text for block in facts.document.blocks}
    found = [row for table in ("citations", "quantities", "entities", "appendix_rows") for row in getattr(facts, table)]
    assert found
    for row in found:
        assert texts[row.block][row.char_start : row.char_end] == row.surface
        if path.suffix == ".pdf" and row.surface:
            assert row.boxes
            assert row.page == row.boxes[0].page


def test_generated_twins_are_read_alike() -> None:
    """A few of what `python -m corpus.twins` compares in numbers; LibreOffice and reportlab make the PDFs."""
    counts = run(700_000, 12, ("libreoffice", "reportlab"), shown=3)
    assert counts["LibreOffice documents"] == counts["reportlab documents"] == 12
    assert counts["LibreOffice equal"] + counts["reportlab equal"] >= 22
