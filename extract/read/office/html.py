"""HTML and MHTML that Word wrote (often named `.doc`) → HTML in UTF-8 that points to nothing outside itself.

LibreOffice would load pictures, style sheets and frames; here they go before it sees them, so that it has no reason to.
"""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from typing import Final

from lxml import etree, html

from extract.read.errors import Damaged

_DROPPED: Final = (
    *("script", "noscript", "link", "base", "img", "picture", "source", "video", "audio", "track", "canvas", "svg"),
    *("object", "embed", "applet", "param", "iframe", "frame", "frameset", "bgsound", "form", "input", "button", "xml"),
)
_KEPT: Final = frozenset(
    (
        "style",
        "class",
        "lang",
        "align",
        "valign",
        "rowspan",
        "colspan",
        "width",
        "face",
        "size",
        "start",
        "type",
        "border",
    )
)
_FETCHED = re.compile(r"@import[^;]*;?|url\s*\([^)]*\)|expression\s*\(|javascript:", re.IGNORECASE)
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def harmless(data: bytes) -> bytes:
    """The same text and tables without anything that is fetched or run. Raises Damaged where there is no text."""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise Damaged("The HTML holds no text; open it in Word, save it as .docx and run again.") from error
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in _DROPPED or ":" in element.tag:
            _unwrap(element)
            continue
        if element.tag == "style":
            element.text = _pointing_nowhere(element.text or "")
        kept: dict[str | bytes, str | bytes] = {
            name: _pointing_nowhere(str(value)) for name, value in element.attrib.items() if name in _KEPT
        }
        element.attrib.clear()  # and anew: of one with a control character in its name lxml can delete nothing singly
        element.attrib.update(kept)
    for meta in list(root.iter("meta")):
        _unwrap(meta)
    made = html.tostring(root, encoding="utf-8", doctype="<!DOCTYPE html>")
    return bytes(made).replace(b"<head>", b'<head><meta charset="utf-8">', 1)


def page_of_mhtml(data: bytes) -> bytes:
    """The HTML page in a MHTML file, in UTF-8 with a byte order mark. Raises Damaged."""
    message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml") and isinstance(part, EmailMessage):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                charset = part.get_content_charset()
                return _in_utf8(content, charset) if charset else content
    raise Damaged("The file is a web archive (MHTML) without a page; open it in Word, save it as .docx and run again.")


def _in_utf8(content: bytes, charset: str) -> bytes:
    try:
        text = content.decode(charset, "replace")
    except LookupError:  # no such encoding: what the page says of itself counts
        return content
    return b"\xef\xbb\xbf" + text.encode()


def _pointing_nowhere(style: str) -> str:
    return _FETCHED.sub("", _NO_XML.sub("", style))


def _unwrap(element: html.HtmlElement) -> None:
    """Take an element out; what follows it stays, and so does the text of Word's own tags (`o:p`)."""
    if isinstance(element.tag, str) and ":" in element.tag:
        element.drop_tag()
    elif element.getparent() is not None:
        element.drop_tree()
