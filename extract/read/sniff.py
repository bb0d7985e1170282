"""What a file is, by its bytes and never by its name."""

from __future__ import annotations

from typing import Literal

from extract.read.text import looks_like_text

MediaType = Literal[
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/plain",
    "application/x-ole-storage",
    "application/rtf",
    "application/zip",
    "image/jpeg",
    "image/png",
    "image/tiff",
    "image/bmp",
    "image/gif",
    "application/octet-stream",
]
DOCX: MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_IMAGES: dict[bytes, MediaType] = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n": "image/png",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
    b"GIF8": "image/gif",
    b"BM": "image/bmp",
}


def sniff(data: bytes) -> MediaType:
    """The media type of these bytes; `application/octet-stream` where nothing fits."""
    if b"%PDF-" in data[:1024]:
        return "application/pdf"
    if data.startswith(b"PK\x03\x04"):
        return DOCX if b"word/" in data else "application/zip"
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "application/x-ole-storage"
    if data.lstrip()[:5] == b"{\\rtf":
        return "application/rtf"
    for beginning, kind in _IMAGES.items():
        if data.startswith(beginning) and (kind != "image/bmp" or data[6:10] == b"\x00" * 4):
            return kind
    if data and looks_like_text(data):
        return "text/plain"
    return "application/octet-stream"
