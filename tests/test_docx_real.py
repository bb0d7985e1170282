"""The DOCX reader on real documents (absent from the repository): nothing lost, nothing twice."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx_files import rows_of
from lxml import etree

from extract.read.docx import read_docx
from extract.read.items import Item, Table

REPORTS = Path(__file__).parents[1].parent / "shared/reports"
FILES = sorted(REPORTS.glob("*/*.docx"))
MODEL = REPORTS / "ke-sach-2022/bao-cao-228.docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SKIPPED = (f"{W}del", f"{W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")

pytestmark = pytest.mark.skipif(not FILES, reason="the real documents are not here")


def words(texts: Iterator[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for text in texts:
        found.update(re.findall(r"\w+", unicodedata.normalize("NFC", text).replace("_", " ")))
    return found


def read_texts(items: list[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Table):
            for cell in item.cells:
                yield cell.text
                yield from read_texts(list(cell.tables))
        else:
            yield item.text


def stored_texts(path: Path) -> Iterator[str]:
    """Text of each paragraph as it is stored, body and notes, by a reading that knows nothing of ours."""
    with zipfile.ZipFile(path) as archive:
        for part in ("document", "footnotes", "endnotes"):
            if f"word/{part}.xml" not in archive.namelist():
                continue
            root = etree.fromstring(archive.read(f"word/{part}.xml"))
            for gone in list(root.iter(*SKIPPED)):
                gone.getparent().remove(gone)
            for paragraph in root.iter(f"{W}p"):
                spaced = {f"{W}tab": " ", f"{W}br": " ", f"{W}noBreakHyphen": "-"}
                yield "".join(
                    one.text or "" if one.tag == f"{W}t" else spaced[one.tag]
                    for one in paragraph.iter(f"{W}t", *spaced)
                )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_word_once(path: Path) -> None:
    items, _ = read_docx(path.read_bytes())
    read, stored = words(read_texts(items)), words(stored_texts(path))
    assert not read - stored
    # Only header rows that are repeated where an author split a table may be missing.
    repeated = {
        word
        for item in items
        if isinstance(item, Table)
        for row in rows_of(item)[:2]
        for word in words(cell.text for cell in row)
    }
    assert set(stored - read) <= repeated


@pytest.mark.skipif(not MODEL.exists(), reason="the model report is not here")
def test_model_report_has_one_data_table_of_211_rows() -> None:
    items, warnings = read_docx(MODEL.read_bytes())
    (found,) = (item for item in items if isinstance(item, Table))
    rows = rows_of(found)
    assert (len(rows) - 1, {len(row) for row in rows}, warnings) == (211, {5}, [])
    assert [cell.is_header for cell in rows[0]] == [True] * 5
