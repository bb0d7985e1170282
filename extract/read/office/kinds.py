"""Which formats go through LibreOffice, and what they become."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

#: What a conversion may take unless the caller says otherwise.
SECONDS: Final = 240.0


class Kind(NamedTuple):
    """A format by the name that LibreOffice knows it by, and what it becomes."""

    suffix: str
    to: str


#: By media type, as `sniff` names them.
KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "application/msword": Kind(".doc", "docx"),
        "application/rtf": Kind(".rtf", "docx"),
        "application/vnd.oasis.opendocument.text": Kind(".odt", "docx"),
        "application/xml": Kind(".xml", "docx"),
        "text/html": Kind(".html", "docx"),
        "multipart/related": Kind(".html", "docx"),
        "application/vnd.ms-excel": Kind(".xls", "xlsx"),
        "application/vnd.oasis.opendocument.spreadsheet": Kind(".ods", "xlsx"),
    }
)
