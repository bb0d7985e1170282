"""Hostile and broken DOCX files: a clear error or a calm reading, never a hang, a fetch or a crash."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from docx_files import NAMESPACES, package, paragraph, relationships, row, run, table, texts, zipped

from extract.read.docx import read_docx
from extract.read.docx.safety import MAX_PART
from extract.read.errors import Damaged, Encrypted, ReadError, TooLarge, Unsupported

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
GOOD = package(paragraph("văn bản"))


def document(prolog: str, content: str) -> bytes:
    return package(
        "",
        extra={
            "word/document.xml": f"{prolog}<w:document {NAMESPACES}><w:body>{content}</w:body></w:document>".encode()
        },
    )


ENTITIES = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'


@pytest.mark.parametrize(
    ("data", "error", "advice"),
    [
        (b"khong phai zip", Damaged, "zip"),
        (GOOD[: len(GOOD) // 2], Damaged, "zip"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Encrypted, "password"),
        (OLE, Unsupported, ".docx"),
        (zipped({"word/": b"", "a.txt": b"a"}), Damaged, "word/document.xml"),
        (package("", extra={"word/document.xml": b"<w:document"}), Damaged, "well-formed"),
        (package("", extra={"word/document.xml": f"<w:document {NAMESPACES}/>".encode()}), Damaged, "w:body"),
        (document(ENTITIES, paragraph("<w:r><w:t>&c;</w:t></w:r>")), Damaged, "DTD"),
        (document('<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">', paragraph("a")), Damaged, "DTD"),
        (document('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>', paragraph("a")), Damaged, "DTD"),
        (package("", extra={"word/huge.xml": b" " * (9 * 2**20)}), TooLarge, "bomb"),
        (package("", extra={f"word/x{n}.xml": b"" for n in range(20_001)}), TooLarge, "parts"),
    ],
)
def test_errors_say_what_to_do(data: bytes, error: type[ReadError], advice: str) -> None:
    with pytest.raises(error, match=advice):
        read_docx(data)


def test_size_stated_in_the_directory_is_enough_to_refuse() -> None:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as stream,
    ):
        for _ in range(MAX_PART // 2**20 + 1):
            stream.write(b" " * 2**20)
    started = time.perf_counter()
    with pytest.raises(TooLarge):
        read_docx(buffer.getvalue())
    assert time.perf_counter() - started < 1


def test_zip_protected_by_a_password() -> None:
    data = bytearray(GOOD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        position = data.find(signature)
        while position >= 0:
            data[position + offset] |= 1
            position = data.find(signature, position + 1)
    with pytest.raises(Encrypted):
        read_docx(bytes(data))


def test_corrupt_member() -> None:
    data = bytearray(GOOD)
    start = data.find(b"word/document.xml") + len("word/document.xml")
    data[start : start + 40] = b"\xff" * 40
    with pytest.raises(Damaged):
        read_docx(bytes(data))


@pytest.mark.parametrize("kind", ["styles", "numbering", "footnotes", "image", "header"])
@pytest.mark.parametrize("target", ["NULL", "../../../etc/passwd", "khong-co.xml", ""])
def test_dangling_relationships_are_forgiven(kind: str, target: str) -> None:
    assert texts(read_docx(package(paragraph("văn bản"), links=((kind, target),)))[0]) == ["văn bản"]


def test_external_targets_are_never_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr("socket.socket.connect", refuse)
    external = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="http://x/styles" Target="http://127.0.0.1:9/s.xml" TargetMode="External"/>'
        b'<Relationship Id="rId2" Type="http://x/attachedTemplate" Target="http://127.0.0.1:9/t.dotm" TargetMode="External"/>'
        b"</Relationships>"
    )
    data = package(paragraph("văn bản"), extra={"word/_rels/document.xml.rels": external})
    assert texts(read_docx(data)[0]) == ["văn bản"]


def test_document_without_package_relationships() -> None:
    assert texts(read_docx(package(paragraph("văn bản"), extra={"_rels/.rels": relationships([])}))[0]) == ["văn bản"]


def nested(depth: int) -> str:
    body = paragraph("đáy")
    for _ in range(depth):
        body = table(row(f"<w:tc>{body}{paragraph()}</w:tc>", "b"), row("c", "d"))
    return body


def test_tables_in_tables_to_a_depth_word_allows() -> None:
    items, _ = read_docx(package(nested(30)))
    for _ in range(29):
        (item,) = items
        items = list(item.cells[0].tables)  # type: ignore[union-attr]
    assert texts(items) == ["đáy | b / c | d"]


def test_endless_nesting_is_refused() -> None:
    with pytest.raises((Damaged, TooLarge)):
        read_docx(package(nested(400)))


@pytest.mark.parametrize(
    "body",
    [
        table(row('<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc>', "b")),
        table(row("a", "b", properties='<w:gridBefore w:val="-5"/>')),
        table(row('<w:tc><w:tcPr><w:gridSpan w:val="nhiều"/></w:tcPr><w:p/></w:tc>', "b"), grid=()),
        "<w:tbl/>",
        "<w:tbl><w:tr/></w:tbl>",
        paragraph("a", '<w:numPr><w:ilvl w:val="77"/><w:numId w:val="1"/></w:numPr>'),
        paragraph("a", '<w:outlineLvl w:val="99999999999999999999"/><w:jc/>'),
        paragraph(f'<w:r><w:sym w:char="ZZZZ"/><w:sym w:char="FFFFFFFF" w:font="X"/></w:r>{run("a")}'),
        '<w:p><w:r><w:fldChar w:fldCharType="end"/><w:fldChar/><w:t>a</w:t></w:r></w:p>',
    ],
)
def test_values_out_of_range_are_survived(body: str) -> None:
    items, _ = read_docx(package(body + paragraph("còn đọc được")))
    assert texts(items)[-1] == "còn đọc được"


@pytest.mark.parametrize(
    "text",
    ["12/BC-" + "A-" * 20_000, " \t" * 20_000 + "x", "Số: " + " " * 40_000 + "/BC", "A   \t" * 3_000, "x\n" * 20_000],
)
def test_long_texts_cost_little(text: str) -> None:
    started = time.perf_counter()
    read_docx(package(paragraph(run(text))))
    assert time.perf_counter() - started < 2
