"""Old and foreign Office formats → DOCX or XLSX bytes, through LibreOffice; the readers of those do the rest."""

from __future__ import annotations

from extract.read.errors import Encrypted
from extract.read.office.client import convert
from extract.read.office.html import harmless, page_of_mhtml
from extract.read.office.kinds import KINDS, SECONDS
from extract.read.ole import is_encrypted_word

_PASSWORD = "The document is protected by a password; save it without the password and run again."


def converted(data: bytes, media_type: str, seconds: float = SECONDS) -> tuple[bytes, str]:
    """DOCX or XLSX bytes, and the line for `documents.warnings`. Raises ReadError with advice."""
    kind = KINDS[media_type]
    if media_type == "application/msword" and is_encrypted_word(data):
        raise Encrypted(_PASSWORD)
    if media_type == "multipart/related":
        data = page_of_mhtml(data)
    if kind.suffix == ".html":
        data = harmless(data)
    made = convert(data, kind.suffix, kind.to, seconds)
    return made.data, f"converted from {kind.suffix} with LibreOffice {made.version}"
