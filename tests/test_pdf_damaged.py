"""PDFs spoilt here: what can be read is read, and what was done for it is said."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable

import pytest
from pdfs import Sheet, draw

from extract.document import Document
from extract.read import read
from extract.read.errors import Damaged, Encrypted
from extract.read.pdf.repair import open_pages, repair

pikepdf = pytest.importorskip("pikepdf")

FIRST, SECOND = "1. Trong năm có 12 hồ sơ được giải quyết.", "2. Trong quý có 7 hồ sơ được giải quyết."


def page(text: str, top: float) -> Callable[[Sheet], None]:
    def on(sheet: Sheet) -> None:
        sheet.text(80, top, text)

    return on


@pytest.fixture(scope="module")
def good() -> bytes:
    return draw(page(FIRST, 200), page(SECOND, 400))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def without_end(data: bytes) -> bytes:
    return data[: data.rindex(b"startxref")]


def with_wrong_start(data: bytes) -> bytes:
    return re.sub(rb"startxref\s+\d+", b"startxref\n99", data)


def with_wrong_table(data: bytes) -> bytes:
    start = data.rindex(b"\nxref")
    return data[:start] + re.sub(rb"\d{10} \d{5}", b"0000000007 00000", data[start:])


def with_wrong_lengths(data: bytes) -> bytes:
    return re.sub(rb"/Length \d+", b"/Length 9", data)


def behind_foreign_bytes(data: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nX-Padding: 0\r\n" * 100 + data


def without_beginning(data: bytes) -> bytes:
    return bytes(12) + data[12:]


def with_lost_page_tree(data: bytes) -> bytes:
    return data.replace(b"/Kids", b"/Kidz", 1)


MENDED: list[tuple[Callable[[bytes], bytes], str | None]] = [
    (without_end, "damaged PDF: cut off, its end is missing and perhaps part of its text"),
    (with_wrong_start, None),
    (with_wrong_table, None),
    (with_wrong_lengths, None),
    (behind_foreign_bytes, f"damaged PDF: repaired with pikepdf {pikepdf.__version__}"),
    (without_beginning, f"damaged PDF: repaired with pikepdf {pikepdf.__version__}"),
    (with_lost_page_tree, "damaged PDF: read by the second engine (pdfplumber)"),
]


@pytest.mark.parametrize(("spoil", "said"), MENDED, ids=[spoil.__name__ for spoil, _ in MENDED])
def test_spoilt_files_are_read_and_it_is_said(good: bytes, spoil: Callable[[bytes], bytes], said: str | None) -> None:
    document = read(spoil(good))
    assert texts(document) == [FIRST, SECOND]
    assert document.warnings == ((said,) if said else ())
    assert [block.page for block in document.blocks] == [1, 2]


def test_a_good_file_is_read_as_it_is(good: bytes) -> None:
    opened = open_pages(good)
    assert opened.data is good
    assert opened.steps == ()


def test_a_lost_page_is_named(good: bytes) -> None:
    kids = re.search(rb"/Kids \[ (\d+) 0 R (\d+) 0 R", good)
    assert kids is not None
    lost = good.replace(b"\n%s 0 obj" % kids[2], b"\n%s 0 xxx" % kids[2])
    document = read(lost)
    assert texts(document) == [FIRST]
    assert any("pages 2 cannot be read" in warning or "pikepdf" in warning for warning in document.warnings)


def test_what_holds_nothing_is_refused(good: bytes) -> None:
    for data in (good[:700], b"%PDF-1.7\n" + bytes(3000), good.replace(b"/Root", b"/Rooo")):
        with pytest.raises(Damaged, match="fetch it again"):
            read(data)


def test_pages_that_stand_in_the_file_twice_are_not_counted_twice(good: bytes) -> None:
    """A later version of the file replaced them; without a page tree nobody can tell which count."""
    first = re.search(rb"/Kids \[ (\d+) 0 R", good)
    assert first is not None
    again = re.search(rb"\n%s 0 obj\n.*?endobj\n" % first[1], good, re.DOTALL)
    assert again is not None
    with pytest.raises(Damaged, match="none of its pages"):
        read(
            with_lost_page_tree(
                good.replace(again[0], again[0] + again[0].replace(first[1] + b" 0 obj", b"900 0 obj", 1))
            )
        )


def test_a_password_is_no_damage(good: bytes) -> None:
    with pikepdf.open(io.BytesIO(good)) as document:
        target = io.BytesIO()
        document.save(target, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(Encrypted, match="password"):
        read(target.getvalue())


def test_repairing_unpacks_nothing(good: bytes) -> None:
    """A bomb stays packed."""
    packed = zlib.compress(bytes(50 * 2**20), 9)
    head = b"5 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed)
    repaired = repair(good.replace(b"\nxref", b"\n" + head + packed + b"\nendstream\nendobj\nxref", 1))
    assert repaired is not None
    assert len(repaired[0]) < 2**20
