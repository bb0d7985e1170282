"""Bytes → Document. One reader per format; `assemble` gives what they read the same shape."""

from __future__ import annotations

from pathlib import Path

from extract.collector import undisturbed
from extract.document import Document, Ocr
from extract.ids import document_id
from extract.read.assemble import assemble
from extract.read.errors import Damaged, ReadError, Unsupported
from extract.read.sniff import DOCX, sniff

__all__ = ["ReadError", "read"]

_ADVICE = {
    "application/x-ole-storage": "This is an old Word file (.doc); save it as .docx and run again.",
    "application/rtf": "This is an RTF file; save it as .docx and run again.",
    "application/zip": "This is a zip archive without a Word document; unpack it, or save it as .docx, and run again.",
}


def read(source: Path | bytes, *, name: str | None = None, ocr: Ocr = "auto") -> Document:
    """Read a PDF, a DOCX, a plain text or a picture.

    `source` is a path or the bytes themselves; `name` is only for messages; `ocr` says which pages are recognised as
    pictures: those that need it, all or none. Raises ReadError (a subclass says which:
    encrypted, damaged, too large, unsupported) with a message that says what to do, and OSError for unreadable paths.
    """
    with undisturbed():
        return _read(source if isinstance(source, bytes) else source.read_bytes(), ocr)


def _read(data: bytes, ocr: Ocr) -> Document:
    if not data:
        raise Damaged("The file is empty (0 bytes); fetch it again from where it was published.")
    doc_id = document_id(data)
    kind = sniff(data)
    if kind == "application/pdf":
        from extract.read.pdf import read_pdf

        found = read_pdf(data, ocr)
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
    if kind.startswith("image/"):
        from extract.read.scan.images import read_image

        found = read_image(data, ocr)
        return Document(
            doc_id=doc_id,
            media_type=kind,
            blocks=assemble(found.items),
            pages=found.pages,
            text_origin=found.text_origin,
            warnings=found.warnings,
        )
    if kind == DOCX:
        from extract.read.docx import read_docx

        items, warnings = read_docx(data)
        return Document(doc_id=doc_id, media_type=kind, blocks=assemble(items), warnings=tuple(warnings))
    if kind == "text/plain":
        from extract.read.text import read_text

        items, warnings = read_text(data)
        return Document(doc_id=doc_id, media_type=kind, blocks=assemble(items), warnings=tuple(warnings))
    raise Unsupported(
        _ADVICE.get(
            kind, "The file is neither PDF, DOCX, text nor a picture (JPEG, PNG, TIFF); convert it to one of these."
        )
    )
