"""Bytes → Document. One reader per format; `assemble` gives what they read the same shape."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extract.collector import undisturbed
from extract.document import Document, Ocr, TextOrigin
from extract.ids import document_id
from extract.read.assemble import assemble
from extract.read.errors import Damaged, Encrypted, ReadError, Unsupported
from extract.read.items import Item
from extract.read.office.kinds import KINDS, SECONDS
from extract.read.ole import top_names
from extract.read.sniff import DOCX, XLSX, sniff

__all__ = ["ReadError", "read"]

_ADVICE = {
    "application/x-ole-storage": "This is an Office file that is cut off, or of a kind that is not read (neither Word nor Excel); "
    "fetch it again, or save it as .docx, and run again.",
    "application/zip": "This is a zip archive without a Word document; unpack it, or save it as .docx, and run again.",
}


def read(source: Path | bytes, *, name: str | None = None, ocr: Ocr = "auto", seconds: float = SECONDS) -> Document:
    """Read a PDF, an Office document or sheet, a plain text or a picture.

    `source` is a path or the bytes themselves; `name` is only for messages; `ocr` says which pages are recognised as
    pictures: those that need it, all or none; `seconds` is what other programs may take on it. Raises ReadError (a
    subclass says which: encrypted, damaged, too large, unsupported) with a message that says what to do, and OSError for
    unreadable paths.
    """
    with undisturbed():
        return _read(source if isinstance(source, bytes) else source.read_bytes(), ocr, seconds)


def _read(data: bytes, ocr: Ocr, seconds: float) -> Document:
    if not data:
        raise Damaged("The file is empty (0 bytes); fetch it again from where it was published.")
    doc_id = document_id(data)
    kind = sniff(data)
    if kind == "application/pdf" or kind.startswith("image/"):
        if kind == "application/pdf":
            from extract.read.pdf import read_pdf as read_pages
        else:
            from extract.read.scan.images import read_image as read_pages
        found = read_pages(data, ocr)
        return Document(
            doc_id=doc_id,
            media_type=kind,
            blocks=assemble(found.items),
            pages=found.pages,
            text_origin=found.text_origin,
            warnings=found.warnings,
            signed_by=found.signed_by,
            signed_at=found.signed_at,
        )
    if kind == "text/plain":
        from extract.read.text import read_text

        text = read_text(data)
        items: Sequence[Item]
        items, warnings, origin = text.items, text.warnings, text.text_origin
    elif kind in (DOCX, XLSX) or kind in KINDS:
        items, warnings, origin = _read_office(data, kind, seconds)
    elif kind == "application/x-ole-storage" and "EncryptedPackage" in top_names(data):
        raise Encrypted("The document is protected by a password; save it without the password and run again.")
    else:
        raise Unsupported(
            _ADVICE.get(
                kind,
                "The file is neither PDF, Office document, text nor a picture (JPEG, PNG, TIFF); convert it to one of these.",
            )
        )
    return Document(
        doc_id=doc_id, media_type=kind, blocks=assemble(items), text_origin=origin, warnings=tuple(warnings)
    )


def _read_office(data: bytes, kind: str, seconds: float) -> tuple[Sequence[Item], list[str], TextOrigin]:
    """Documents and sheets; those that only LibreOffice knows by way of DOCX and XLSX."""
    said = []
    sheet = kind == XLSX
    if kind in KINDS:
        from extract.read.office.convert import converted

        data, how = converted(data, kind, seconds)
        sheet = KINDS[kind].to == "xlsx"
        said.append(how)
    if sheet:
        from extract.read.sheet import read_xlsx

        items, warnings = read_xlsx(data)
        return items, [*said, *warnings], "digital"
    from extract.read.docx import docx_reading

    document = docx_reading(data)
    return document.items, [*said, *document.warnings], document.text_origin
