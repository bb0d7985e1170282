"""One run over files that try to break it: each costs itself only, and its row in `failures` says what to do."""

from __future__ import annotations

import hashlib
import io
import zlib
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from docx_files import NAMESPACES, package, paragraph, relationships
from pdfs import Sheet, draw
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from runs import write_reports

from extract.run import Progress, RunSummary, run
from extract.workers import Limits


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, the first one its catalogue."""
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def one_page(content: bytes, *, box: str = "0 0 595 842") -> bytes:
    """A PDF of one page with this content stream."""
    packed = zlib.compress(content, 9)
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".encode(),
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )


def good_pdf(text: str = "Trong năm có 12 hồ sơ được giải quyết.") -> bytes:
    return draw(lambda sheet: sheet.text(80, 100, text) and None)


def encrypted() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(80, 100, "hidden")
    canvas.save()
    return buffer.getvalue()


def bomb(part: str) -> bytes:
    return package(paragraph("Có 12 hồ sơ."), extra={part: bytes(300 * 2**20)})


def with_remote_template() -> bytes:
    kind = "attachedTemplate"
    settings = f'<w:settings {NAMESPACES}><w:attachedTemplate r:id="rId1"/></w:settings>'.encode()
    links = relationships([(kind, "http://127.0.0.1:9/template.dotm")]).replace(b"/>", b' TargetMode="External"/>', 1)
    return package(
        paragraph("Có 12 hồ sơ."), extra={"word/settings.xml": settings, "word/_rels/settings.xml.rels": links}
    )


ENTITIES = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document {NAMESPACES}><w:body/></w:document>'

#: name, bytes, class of the failure (None: it is read), what the advice says
HOSTILE: list[tuple[str, bytes, str | None, str]] = [
    ("empty.pdf", b"", "Damaged", "empty"),
    ("empty.docx", b"", "Damaged", "empty"),
    ("truncated.pdf", good_pdf()[:700], "Damaged", "fetch it again"),
    ("password.pdf", encrypted(), "Encrypted", "password"),
    ("no-pages.pdf", pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"), "Damaged", "no pages"),
    ("200-inch-page.pdf", one_page(b"BT /F1 12 Tf 9 9 Td (a) Tj ET", box="0 0 14500 14500"), "TooLarge", "drawing"),
    ("endless-page.pdf", one_page(b"BT /F1 12 Tf 9 9 Td (a) Tj ET", box="0 0 999999999 999999999"), "TooLarge", "drawing"),
    ("million-objects.pdf", one_page(b"0 0 m 9 9 l S\n" * 1_000_000 + b"BT /F1 12 Tf 99 99 Td (a b) Tj ET"), None, ""),
    ("million-letters.pdf", one_page(b"BT /F1 12 Tf 9 9 Td " + b"(ab) Tj " * 500_000 + b"ET"), "TooLarge", "characters"),
    ("picture.pdf", b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(5000), "Damaged", "picture"),
    ("picture.docx", b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(5000), "Damaged", "picture"),
    ("bomb.docx", bomb("word/styles.xml"), "TooLarge", "too much XML"),
    ("attached-bomb.docx", bomb("word/embeddings/x.bin"), None, ""),  # never unpacked
    ("entities.docx", package("", extra={"word/document.xml": ENTITIES.encode()}), "Damaged", "DTD"),
    ("remote-template.docx", with_remote_template(), None, ""),
    ("long.pdf", draw(*[lambda sheet: sheet.text(80, 100, "Có 12 hồ sơ.") and None] * 170), None, ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def summary(tmp_path_factory: pytest.TempPathFactory) -> RunSummary:
    folder = tmp_path_factory.mktemp("hostile")
    write_reports(folder, 3)
    for name, data, _, _ in HOSTILE:
        (folder / name).write_bytes(data)
    return run([folder], folder / "out", workers=2, limits=Limits(seconds=60, memory=2 << 30))


@pytest.mark.parametrize(("name", "data", "error", "advice"), HOSTILE, ids=[name for name, *_ in HOSTILE])
def test_each_costs_itself_only(summary: RunSummary, name: str, data: bytes, error: str | None, advice: str) -> None:
    found = {Path(failure.source).name: failure for failure in summary.failures}
    assert (found[name].error if name in found else None) == error
    if error:
        assert advice in found[name].message
        assert found[name].message.endswith((".", ").")) or found[name].message[-1].isalpha()


def test_the_good_ones_are_there(summary: RunSummary) -> None:
    assert summary.tables["documents"] == 3 + sum(error is None for _, _, error, _ in HOSTILE)
    assert summary.tables["failures"] == sum(error is not None for _, _, error, _ in HOSTILE)


def test_a_file_that_vanishes_or_changes_in_mid_run(tmp_path: Path) -> None:
    *_, changing, vanishing = write_reports(tmp_path / "in", 4)
    after = changing.read_bytes().replace("Suối Trà".encode(), "Suối Chè".encode())

    def meddle(progress: Progress) -> None:
        if progress.done == 1:
            vanishing.unlink()
            changing.write_bytes(after)

    summary = run([tmp_path / "in"], tmp_path / "out", workers=1, progress=meddle)
    assert [(Path(f.source).name, f.error) for f in summary.failures] == [(vanishing.name, "FileNotFoundError")]
    rows = pq.read_table(tmp_path / "out" / "documents", columns=["doc_id", "sources"]).to_pylist()
    found = {row["sources"][0]: row["doc_id"] for row in rows}
    assert found[str(changing)] == hashlib.sha256(after).hexdigest()
    assert len(found) == 3


def test_pages_of_drawings_keep_their_text() -> None:
    from extract.read import read

    def page(sheet: Sheet) -> None:
        for number in range(3000):
            sheet.line(50, 200 + number % 500, 60 + number % 400, 201 + number % 499)
        sheet.text(80, 100, "Có 12 hồ sơ.")

    assert "Có 12 hồ sơ." in [block.text for block in read(draw(page)).blocks]
