"""pdfplumber as the oracle of our grids: what it finds in a cell, we find in a cell."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pdfplumber
import pytest

from extract.read.pdf import engine
from extract.read.pdf.grid import grids
from extract.read.pdf.tables import fill

ROOT = Path(__file__).parents[1]
REPORTS = ROOT.parent / "shared" / "reports"
SHIPPED = sorted((ROOT / "corpus" / "documents").glob("*.pdf"))
REAL = [
    path
    for path in (REPORTS / "ke-sach-2022/bao-cao-228.pdf", REPORTS / "digital/lam-dong-mo-hinh-thi-diem-2025.pdf")
    if path.exists()
]


def letters(text: str | None) -> str:
    return unicodedata.normalize("NFC", "".join((text or "").split())).replace("\ufffe", "-")


@pytest.mark.parametrize("path", [*SHIPPED, *REAL], ids=lambda path: path.stem)
def test_every_cell_of_the_oracle_is_ours(path: Path) -> None:
    """We may have more: pdfplumber drops cells of rows that a page break leaves without a rule on one side."""
    document = engine.open_pdf(path.read_bytes())
    compared = 0
    with pdfplumber.open(path) as pdf:
        for page in engine.pages(document):
            own = grids(page)
            ours = Counter(
                letters("".join(token.text for line in slot.lines for token in line.tokens))
                for grid in own
                for slot in fill(page.number, grid, page.tokens).slots
            )
            found = pdf.pages[page.number - 1].find_tables() if own else []
            theirs = Counter(
                letters(cell) for table in found for row in table.extract(x_tolerance=1.5) for cell in row if cell
            )
            compared += theirs.total()
            assert theirs - ours == Counter(), page.number
    document.close()
    assert compared > 20
