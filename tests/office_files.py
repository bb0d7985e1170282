"""Small files in old formats, invented: RTF, ODT, HTML, MHTML, Word 2003 XML, and `.doc` as LibreOffice writes it."""

from __future__ import annotations

import time
from email.message import EmailMessage

from docx_files import zipped
from needs import needs

from extract.read.office import client
from extract.read.office.installed import has_calc, has_writer, program_folder

_FOLDER = program_folder()
needs_office = needs(_FOLDER is not None and has_writer(_FOLDER), "LibreOffice Writer")
needs_calc = needs(_FOLDER is not None and has_calc(_FOLDER), "LibreOffice Calc")

SENTENCE = "Trong năm, huyện đã giải quyết 1.234 hồ sơ theo Nghị định số 61/2018/NĐ-CP."
#: "Thủ tướng" in TCVN3: the letter ư has the code of the soft hyphen.
LEGACY = "Thñ t\xadíng"


def rtf(paragraphs: int = 1) -> bytes:
    letters = "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in SENTENCE)
    legacy = "".join(c if ord(c) < 128 else f"\\'{ord(c):02x}" for c in LEGACY)
    fonts = r"{\fonttbl{\f0 Times New Roman;}{\f1 .VnTime;}}"
    return (
        r"{\rtf1\ansi\ansicpg1252" + fonts + r"\f0 " + (letters + r"\par ") * paragraphs + r"{\f1 " + legacy + r"}\par"
        r"\trowd\cellx3000\cellx6000\intbl 1\cell 2\cell\row}"
    ).encode("ascii")


def odt(body: str = f"<text:p>{SENTENCE}</text:p>", scripts: str = "", extra: dict[str, bytes] | None = None) -> bytes:
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in {
            "office": "office",
            "text": "text",
            "draw": "drawing",
            "svg": "svg-compatible",
            "script": "script",
        }.items()
    )
    content = (
        f'<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">{scripts}'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    members = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()} | (extra or {})
    listed = "".join(
        f'<m:file-entry m:full-path="{name}" m:media-type="text/xml"/>' for name in members if name != "mimetype"
    )
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>{listed}</m:manifest>'
    )
    return zipped(members | {"META-INF/manifest.xml": manifest.encode()}, stored=True)


def html(more: str = "", head: str = "") -> bytes:
    return (
        f'<html><head><meta charset="utf-8">{head}</head><body><p>{SENTENCE}</p>{more}'
        "<table><tr><td rowspan=2>Số</td><td>1</td></tr><tr><td>2</td></tr></table></body></html>"
    ).encode()


def mhtml() -> bytes:
    message = EmailMessage()
    message.set_content(html().decode(), subtype="html", charset="utf-8")
    message.make_related()
    return message.as_bytes()


def word_xml() -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r>'
        f"<w:t>{SENTENCE}</w:t></w:r></w:p></w:body></w:wordDocument>"
    ).encode()


def made(data: bytes, suffix: str, to: str) -> bytes:
    """A file in a format that only LibreOffice writes."""
    with client._LOCK:
        office = client._running("xlsx" if to in ("xls", "ods") else "docx", time.monotonic() + 60)
        return office.convert(data, suffix, to, time.monotonic() + 60).data


def doc() -> bytes:
    return made(rtf(60), ".rtf", "doc")
