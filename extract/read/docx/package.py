"""The parts of a DOCX the reader needs, found by their relationships and parsed when asked for.

python-docx opens the package; its own loader is not used because it inflates every picture and fails on a dangling
relationship (`Target="NULL"`), which Word forgives. Nothing outside the package is ever fetched.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any, NamedTuple

from docx.opc.packuri import PACKAGE_URI, PackURI
from docx.opc.phys_pkg import PhysPkgReader
from lxml import etree

from extract.read.docx.names import R, W
from extract.read.docx.safety import check_container, parse
from extract.read.errors import Damaged, TooLarge

_MAIN = "officeDocument"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class Relationship(NamedTuple):
    """A link from one part to another: the last word of its type, and the part's name (None if it is external)."""

    kind: str
    part: PackURI | None


class Package:
    """An opened DOCX. `document` is the root of the main part; other parts come by the kind of their relationship."""

    def __init__(self, data: bytes) -> None:
        check_container(data)
        self._reader: Any = PhysPkgReader(io.BytesIO(data))  # type: ignore[no-untyped-call]
        self._main = self._main_part()
        blob = self._blob(self._main)
        if blob is None:
            raise Damaged("The file holds no Word document (word/document.xml is missing); save it anew in Word.")
        self.document = parse(blob, self._main.membername)
        self.relationships = self._relationships_of(self._main)

    def related(self, kind: str) -> etree._Element | None:
        """Root of the first part the document points to with this kind (`styles`, `numbering`, `footnotes` …), if any."""
        for relationship in self.relationships.values():
            if relationship.kind == kind and relationship.part is not None:
                blob = self._blob(relationship.part)
                if blob is not None:
                    return parse(blob, relationship.part.membername)
        return None

    def by_id(self, relationship_id: str | None) -> etree._Element | None:
        """Root of the part behind a relationship id; None if it is missing or external."""
        relationship = self.relationships.get(relationship_id or "")
        blob = self._blob(relationship.part) if relationship and relationship.part else None
        return None if blob is None or relationship is None else parse(blob, str(relationship.part))

    def count(self, kind: str) -> int:
        """How many relationships of this kind the document has."""
        return sum(relationship.kind == kind for relationship in self.relationships.values())

    def _main_part(self) -> PackURI:
        for relationship in self._relationships_of(PACKAGE_URI).values():
            if relationship.kind == _MAIN and relationship.part is not None:
                return relationship.part
        return PackURI("/word/document.xml")

    def _relationships_of(self, source: PackURI) -> dict[str, Relationship]:
        blob = self._blob(source.rels_uri)
        if blob is None:
            return {}
        found: dict[str, Relationship] = {}
        for element in parse(blob, source.rels_uri.membername):
            target = element.get("Target") or ""
            part = None
            if element.get("TargetMode") != "External" and target and not target.startswith("#"):
                part = PackURI.from_rel_ref(source.baseURI, target)
            found[element.get("Id") or ""] = Relationship((element.get("Type") or "").rsplit("/", 1)[-1], part)
        return found

    def _blob(self, name: PackURI) -> bytes | None:
        try:
            blob: bytes = self._reader.blob_for(name)
        except KeyError:
            return None
        except MemoryError as error:
            raise TooLarge("A part of the DOCX does not fit into memory; split the document and run again.") from error
        except _BROKEN as error:
            raise Damaged(f"A part of the DOCX ({name}) is corrupt; fetch it again or save it anew in Word.") from error
        return blob


def first_header(package: Package) -> etree._Element | None:
    """Root of the header printed on the first page: the first section's `first` header if it has one, else `default`."""
    section = next(package.document.iter(W + "sectPr"), None)
    if section is None:
        return None
    names = {ref.get(W + "type"): ref.get(R + "id") for ref in section.findall(W + "headerReference")}
    kind = "first" if section.find(W + "titlePg") is not None else "default"
    return package.by_id(names.get(kind))


def body_of(root: etree._Element) -> etree._Element:
    """The `w:body` of a main part. Raises Damaged where there is none."""
    body = root.find(W + "body")
    if body is None:
        raise Damaged("The file holds no Word text (w:body is missing); save it anew in Word.")
    return body


def text_of(root: etree._Element) -> str:
    """All text under an element, printed or not, for a first look."""
    return etree.tostring(root, method="text", encoding="unicode")
