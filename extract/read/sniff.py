"""What a file is, by its bytes and never by its name: a `.doc` may be RTF, HTML, XML or a DOCX inside."""

from __future__ import annotations

import io
import zipfile
from typing import Literal

import regex

from extract.read.ole import MAGIC as OLE
from extract.read.ole import top_names
from extract.read.text import looks_like_text

MediaType = Literal[
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/msword",
    "application/vnd.ms-excel",
    "application/rtf",
    "application/xml",
    "text/html",
    "multipart/related",
    "text/plain",
    "application/x-ole-storage",
    "application/zip",
    "image/jpeg",
    "image/png",
    "image/tiff",
    "image/bmp",
    "image/gif",
    "application/octet-stream",
]
DOCX: MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX: MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_IMAGES: dict[bytes, MediaType] = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n": "image/png",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
    b"GIF8": "image/gif",
    b"BM": "image/bmp",
}
_SHEET_PART = regex.compile(rb"xl/(?:work|styles|theme|shared)")
_HTML = regex.compile(
    r"(?:<!--.*?-->|<\?xml[^>]*\?>|\s)*<(?:!doctype\s+html|html|head|meta|body|table)\b", regex.I | regex.S
)
_WORD_XML = regex.compile(r"<\?mso-application\s+progid=\"Word\.Document\"|<w:wordDocument\b")
_EXCEL_XML = regex.compile(r"<\?mso-application\s+progid=\"Excel\.Sheet\"")
_MHTML = regex.compile(r"^mime-version:.*^content-type:\s*(?:multipart/related|text/html)", regex.I | regex.S | regex.M)


def sniff(data: bytes) -> MediaType:
    """The media type of these bytes; `application/octet-stream` where nothing fits."""
    if b"%PDF-" in data[:1024]:
        return "application/pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zip(data)
    if data.startswith(OLE):
        return _ole(data)
    if data.lstrip()[:5] == b"{\\rtf":
        return "application/rtf"
    for beginning, kind in _IMAGES.items():
        if data.startswith(beginning) and (kind != "image/bmp" or data[6:10] == b"\x00" * 4):
            return kind
    if b"startxref" in data[-2048:] and b" obj" in data:  # its beginning is lost, or stands behind foreign bytes
        return "application/pdf"
    if data and looks_like_text(data):
        return _text(data)
    return "application/octet-stream"


def _zip(data: bytes) -> MediaType:
    head = data[30:200]
    if head.startswith(b"mimetypeapplication/vnd.oasis.opendocument.text"):
        return "application/vnd.oasis.opendocument.text"
    if head.startswith(b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"):
        return "application/vnd.oasis.opendocument.spreadsheet"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except Exception:  # cut off; the reader of the format says so
        names = []
    if any(name.startswith("word/") for name in names):
        return DOCX
    if any(name.startswith("xl/") for name in names):
        return XLSX
    if names:
        return "application/zip"
    return DOCX if b"word/" in data else XLSX if _SHEET_PART.search(data) else "application/zip"


def _ole(data: bytes) -> MediaType:
    names = top_names(data)
    if "WordDocument" in names:
        return "application/msword"
    if names & {"Workbook", "Book"}:
        return "application/vnd.ms-excel"
    return "application/x-ole-storage"


def _text(data: bytes) -> MediaType:
    """Text that a program wrote for another program, or text for people."""
    encoding = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(data[:2], "latin-1")
    head = data[:4096].decode(encoding, "replace").lstrip("\ufeffï»¿")
    if _WORD_XML.search(head):
        return "application/xml"
    if _EXCEL_XML.search(head):
        return "application/vnd.ms-excel"
    if _HTML.match(head):
        return "text/html"
    if _MHTML.search(head):
        return "multipart/related"
    return "text/plain"
