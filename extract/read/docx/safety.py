"""Opening a DOCX that may be hostile: size limits before anything is inflated, XML without entities or network.

A DOCX is a zip of XML parts. Word writes no DTD, so a part that declares one (the vehicle of entity bombs and of
external entities) is refused.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from extract.read.docx.names import STRICT
from extract.read.errors import Damaged, Encrypted, TooLarge, Unsupported

# zipfile never inflates more than the size the directory states, so checking the directory is enough.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
MAX_PARTS = 20_000
MAX_XML = 160 * 2**20
MAX_PART = 64 * 2**20
MAX_RATIO = 400
_SMALL = 8 * 2**20


def check_container(data: bytes, what: str = "DOCX") -> None:
    """Raises Encrypted, Unsupported, Damaged or TooLarge unless `data` is a zip of a size that can be read safely."""
    if data.startswith(_OLE):
        if _ENCRYPTED_STREAM in data:
            raise Encrypted("The document is protected by a password; save it without the password and run again.")
        raise Unsupported("This is an old Word file (.doc); save it as .docx and run again.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise Damaged(
            f"The {what} is cut off or corrupt (not a readable zip); fetch it again or save it anew in its program."
        ) from error
    if len(members) > MAX_PARTS:
        raise TooLarge(f"The {what} holds {len(members)} parts (at most {MAX_PARTS}); it is no ordinary document.")
    xml = [member for member in members if member.filename.lower().endswith((".xml", ".rels"))]
    if sum(member.file_size for member in xml) > MAX_XML or any(member.file_size > MAX_PART for member in xml):
        raise TooLarge(
            f"The {what} unpacks to too much XML (over 64 MB in one part); split the document and run again."
        )
    for member in xml:
        if member.flag_bits & 1:
            raise Encrypted("The zip of the document is protected by a password; save it without and run again.")
        if member.file_size > _SMALL and member.file_size > MAX_RATIO * max(member.compress_size, 1):
            raise TooLarge(
                f"A part of the {what} is packed more than {MAX_RATIO} to 1, as in a zip bomb; it is not opened."
            )


def parse(blob: bytes, name: str) -> etree._Element:
    """The root of an XML part. Raises Damaged where it is not well-formed or declares a DTD."""
    if b"purl.oclc.org/ooxml" in blob:
        for strict, usual in STRICT:
            blob = blob.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(blob, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Damaged(f"A part of the DOCX ({name}) is not well-formed XML; save the document anew in Word.") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Damaged(f"A part of the DOCX ({name}) declares a DTD, which Word never does; it is not read.")
    return root
