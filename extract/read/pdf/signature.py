"""Digital signatures: who signed and when, and their printed text taken out of the page.

An agency signature shows signer, e-mail, body and an ISO 8601 time at the top right of page 1 or beside the seal
(NĐ 30/2020, Điều 8 and Phụ lục I). That text is no part of the letterhead. The number and the date, which e-office
systems stamp as signature fields of their own, are.
"""

from __future__ import annotations

import ctypes
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw
import regex

from extract.read.pdf.lines import Line, make_line, segments
from extract.read.pdf.page import Token

_SIGNER = regex.compile(
    r"(?:Người ký\s*:|(?:Ký bởi|Ký số bởi|Được ký bởi|Digitally signed by|Signed by)\s*:?)\s*(?P<name>.*)", regex.I
)
_SHOWN = regex.compile(r"(?:Người ký|Ký (?:số )?bởi|[Ss]igned by)\s*:?")
_FIELD = regex.compile(r"(?:E-?mail|Cơ quan|Tổ chức|Chức vụ|Đơn vị|Lý do|Vị trí|Reason|Location|DN)\s*:", regex.I)
_TIME = regex.compile(
    r"(?:(?:Thời gian|Ngày|Giờ)\s+ký|Signing time|Date)\s*:?\s*"
    r"(?:(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4})|(?P<iso>\d{4}-\d{2}-\d{2}))"
    r"[ T]*(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)?\s*(?P<zone>[+-]\d{2}:?\d{2})?",
    regex.I,
)
_PDF_TIME = regex.compile(r"D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:([+-])(\d{2})'?(\d{2}))?")
_LONGEST_BLOCK = 8


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed and when, as stated; None where not stated."""

    by: str | None = None
    at: str | None = None


def from_fields(document: Any) -> Signature:
    """Signers in order of time, joined by "; ", and the last time, from the signature fields of an open document."""
    count = raw.FPDF_GetSignatureCount(document.raw)
    found: list[tuple[str, str]] = []
    for index in range(min(count, 50)):
        signature = raw.FPDF_GetSignatureObject(document.raw, index)
        found.append((_time(signature), _subject(signature)))
    found.sort()
    names = list(dict.fromkeys(name for _, name in found if name))
    times = [time for time, _ in found if time]
    return Signature("; ".join(names) or None, times[-1] if times else None)


def _time(signature: Any) -> str:
    buffer = ctypes.create_string_buffer(64)
    raw.FPDFSignatureObj_GetTime(signature, buffer, 64)
    stated = _PDF_TIME.match(buffer.value.decode("latin-1"))
    if stated is None:
        return ""
    year, month, day, hour, minute, second, sign, zone_hour, zone_minute = stated.groups()
    zone = f"{sign}{zone_hour}:{zone_minute}" if sign else ""
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}{zone}"


def _subject(signature: Any) -> str:
    size = raw.FPDFSignatureObj_GetContents(signature, None, 0)
    if not 0 < size < 1_000_000:
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFSignatureObj_GetContents(signature, buffer, size)
    data = buffer.raw
    if len(data) > 4 and data[1] == 0x82:  # a DER sequence states its own length; the rest is padding
        data = data[: int.from_bytes(data[2:4], "big") + 4]
    try:
        from cryptography.hazmat.primitives.serialization import pkcs7
        from cryptography.x509.oid import NameOID

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            certificates = pkcs7.load_der_pkcs7_certificates(data)
        issuers = {certificate.issuer for certificate in certificates}
        own = [certificate for certificate in certificates if certificate.subject not in issuers] or certificates
        names = own[0].subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    except Exception:  # a signature we cannot read names nobody; the document itself is not at stake
        return ""
    return str(names[0].value).strip() if names else ""


def without_signature(rows: Sequence[Line]) -> tuple[list[Line], Signature]:
    """The printed rows of a page without the text of signatures, and what that text states."""
    if not _SHOWN.search(" ".join(token.text for row in rows for token in row.tokens)):
        return list(rows), Signature()
    kept: list[Line] = []
    by = at = None
    column: tuple[float, float] | None = None
    left = 0
    for row in rows:
        rest: list[Token] = []
        for part in segments(row.tokens):
            text = " ".join(token.text for token in part)
            signer, time = _SIGNER.match(text), _TIME.match(text)
            x0, x1 = part[0].x0, max(token.x1 for token in part)
            inside = column is not None and left > 0 and x0 > column[0] - 15 and x0 < column[1]
            if signer is not None and len(text) < 200 and not text.endswith((".", ";")):
                by, column, left = signer["name"].strip() or by, (x0, x1), _LONGEST_BLOCK
            elif time is not None:
                at, column, left = _iso(time), None, 0
            elif not (inside and (_FIELD.match(text) or (left > 0 and _is_small(part, kept)))):
                rest.extend(part)
        left -= 1
        if rest:
            kept.append(row if len(rest) == len(row.tokens) else make_line(row.page, rest))
    return kept, Signature(by, at)


def _is_small(part: Sequence[Token], kept: Sequence[Line]) -> bool:
    """Whether a segment is set smaller than the page's usual text, as signature blocks are."""
    usual = sorted(line.height for line in kept[-20:])
    return part[0].height < (0.85 * usual[len(usual) // 2] if usual else 12.0)


def _iso(time: regex.Match[str]) -> str:
    day = time["iso"] or f"{time['year']}-{int(time['month']):02}-{int(time['day']):02}"
    return day + (f"T{time['clock']}" if time["clock"] else "") + ((time["zone"] or "") if time["clock"] else "")
