"""The end of a document: who signed in which position, and to whom it goes (NĐ 30/2020, Phụ lục I, II.7 and II.9).

In: the lines of a document, columns one after the other in either order, or run together. Out: signers, recipients.
Prefixes TM. (for a collective), KT. (a deputy for the head), TL. (by order), TUQ. (by delegation), Q. (acting); the
Party writes T/M, K/T, T/L. The position is that of the person: `KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC` is a PHÓ GIÁM ĐỐC.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.document import Block
from patterns.bodies import body_at
from patterns.people import person_line, position
from patterns.spelling import modern_tone, squeeze
from patterns.titles import type_line

_RECIPIENTS = re.compile(r"^\W*N[ơƠ][iI]\s+(?:nhận|NHẬN|gửi|GỬI)\s*:?\s*", re.IGNORECASE)
_PREFIX = re.compile(r"(?<![\w.])(?:TM|KT|TL|TUQ|T/M|K/T|T/L|TƯQ)(?:\s*[./]\s*|\s+)(?=[^\W\d_])")
_ACTING = re.compile(r"(?:Q\.\s*|QUYỀN\s+|Quyền\s+)")
_BULLET = re.compile(r"^\s*[-–—+•*·]+\s*")
_NOISE = re.compile(
    r"^\W*$|^\(?\s*(?:đã\s+ký|ký\s+tên|ký,|chữ\s+ký|ký\s+số|ký\s+bởi|người\s+ký|email|cơ\s+quan\s*:|thời\s+gian\s+ký|ngày\s+ký)",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"^\W{0,3}(?:PHỤ\s*LỤC|Phụ\s+lục|BIỂU\s+(?:MẪU|SỐ)|DANH\s+(?:MỤC|SÁCH))\b|CỘNG\s+H[ÒO][AÀ]\s+XÃ|^\W*\(?\s*(?:Ban\s+hành\s+)?[Kk]èm\s+theo"
)
_LAST = re.compile(r"Lưu(?!\w)(?!\s+(?:ý|trữ|hành|thông)(?!\w))", re.IGNORECASE)
_ADDRESSED = re.compile(r"^\W*Kính\s+gửi", re.IGNORECASE)
#: Who drew a form up; not who signs the document.
_PREPARER = re.compile(r"^\W*(?:NGƯỜI\s+(?:LẬP|TỔNG HỢP|THỰC HIỆN|BÁO CÁO)|CÁN BỘ|KIỂM SOÁT|Người\s+lập)\b")
_END = re.compile(r"\./\.?\s*$")
_FAR = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """Who signed (position and name, each None where not printed) and the lines of the recipients list."""

    signers: tuple[tuple[str | None, str | None], ...] = ()
    recipients: tuple[str, ...] = ()


def read_closing(blocks: Sequence[Block]) -> Closing:
    """The closing of the first document among these blocks (annexes and attached documents have their own)."""
    recipients: list[str] = []
    signers: list[tuple[str | None, str | None]] = []
    held: list[str] = []
    listing = listed = dashed = unfinished = prepared = last = False
    for line in _closing_lines(blocks):
        opening = _RECIPIENTS.match(line)
        if opening is not None:
            listing = listed = True
            line = line[opening.end() :]
        line, beside = _beside(line)
        for part, recipient in ((line, True), (beside, False)):
            if _NOISE.match(part):
                continue
            bulleted = _BULLET.match(part) is not None
            if (
                last
                and not listing
                and unfinished
                and not bulleted
                and (part.strip()[:1].islower() or part.strip()[:1] == "(")
            ):
                recipients[-1] = f"{recipients[-1]} {squeeze(part).strip(' ;.')}"
                continue
            if _PREPARER.match(part):
                prepared = True
                continue
            if not bulleted and (title := _position(part)) is not None:
                held.append(title)
            elif not bulleted and (name := _name(part, bool(held) and not (listed and listing))) is not None:
                if not prepared or held:
                    signers.append((_own(held), name))
                held.clear()
                prepared = False
            elif held and part.isupper() and not bulleted and not listing:
                held[-1] = f"{held[-1]} {squeeze(part)}"
            elif listing and recipient:
                if recipients and unfinished and not bulleted and (dashed or part.strip()[:1].islower()):
                    recipients[-1] = f"{recipients[-1]} {squeeze(part).strip(' ;.')}"
                else:
                    recipients.extend(_recipients(part))
                dashed = dashed or bulleted
                unfinished = part.rstrip()[-1:] not in (";", ".")
                last = _LAST.match(recipients[-1]) is not None
                listing = not last and len(recipients) < 60
            elif listed and not listing and signers and signers[-1][1]:
                return _closing(signers, recipients)
    if held and not signers:
        signers.append((_own(held), None))
    return _closing(signers, recipients)


def _closing(signers: Sequence[tuple[str | None, str | None]], recipients: Sequence[str]) -> Closing:
    return Closing(signers=tuple(signers), recipients=tuple(line.rstrip(" ,") for line in recipients))


def _closing_lines(blocks: Sequence[Block]) -> list[str]:
    """The lines from where the closing begins to the first annex, or the next document."""
    start = _start(blocks)
    if start is None:
        return []
    lines: list[str] = []
    for block in blocks[start : start + _FAR]:
        for line in block.text.split("\n") if block.kind != "footnote" else ():
            if lines and (_STOP.search(line) or len(line) > 600):
                return lines
            lines.append(line)
    return lines


def _start(blocks: Sequence[Block]) -> int | None:
    """The block of `Nơi nhận` or of the position above it; without recipients, that of the last signature."""
    for number, block in enumerate(blocks):
        text = block.text
        if ("nhận" in text or "NHẬN" in text or "gửi" in text) and any(map(_RECIPIENTS.match, text.split("\n"))):
            if _ADDRESSED.match(text) or number < 4:
                continue
            return _above(blocks, number)
    last = None
    for number, block in enumerate(blocks):
        if len(block.text) > 120 or block.kind == "cell" or number < 4:
            continue
        if last is not None and _STOP.search(block.text):
            break
        if _position(block.text) is not None:
            following = [other.text for other in blocks[number + 1 : number + 6] if not _NOISE.match(other.text)]
            if any(person_line(text) for text in following[:3]):
                last = number
    return None if last is None else _above(blocks, last)


def _above(blocks: Sequence[Block], number: int) -> int:
    """The first of the lines right above a block that belong to signatures."""
    first = number
    while first > 0 and number - first < 8 and _could_sign(blocks[first - 1].text):
        first -= 1
    return first


def _name(line: str, expected: bool) -> str | None:
    """The name of a signer that a line is; where a name is expected, also one of an unknown family."""
    if len(line) > 80 or _LAST.match(line) or type_line(line) is not None:
        return None
    return person_line(line, known=not expected or line.isupper()) if body_at(modern_tone(line), 0) is None else None


def _could_sign(line: str) -> bool:
    short = len(line) < 120 and not _END.search(line)
    body = line.isupper() and len(line) < 80 and body_at(modern_tone(line), 0) is not None
    return bool(_NOISE.match(line) or _PREPARER.match(line)) or (
        short and (body or _position(line) is not None or person_line(line) is not None)
    )


def _position(line: str) -> str | None:
    """The line, if it is a position or a body signed for: in capitals, begun by a prefix or a position."""
    text = modern_tone(squeeze(line))
    if not text or len(text) > 120 or text.endswith((";", ":")):
        return None
    prefixed = _PREFIX.match(text)
    start = prefixed.end() if prefixed else 0
    acting = _ACTING.match(text, start)
    begins = position().match(text, start) or (acting and position().match(text, acting.end()))
    if prefixed is not None and (text.isupper() or begins):
        return text
    letters = [character for character in text if character.isalpha()]
    capital = sum(character.isupper() for character in letters) >= 0.8 * len(letters) > 0
    if begins is not None and (capital or text == begins[0]):
        return text
    return None


def _own(held: Sequence[str]) -> str | None:
    """The person's own position: the last one of the lines, without the positions and bodies it stands for."""
    if not held:
        return None
    text = held[-1]
    found = list(position().finditer(text))
    prefixes = list(_PREFIX.finditer(text))
    if prefixes and len(found) > 1 and found[-1].start() > found[0].end():
        return text[found[-1].start() :].strip()
    return text


def _beside(line: str) -> tuple[str, str]:
    """A line of two columns run together, apart: the recipient up to its `;` and what follows it."""
    for cut in (found.end() for found in re.finditer(r";|[,.](?=\s{2,}|\t)", line)):
        rest = line[cut:].strip()
        if rest and (_position(rest) is not None or person_line(rest) is not None):
            return line[:cut], rest
    return line, ""


def _recipients(line: str) -> list[str]:
    """Recipients of a line; several where the reader ran the list together."""
    text = _BULLET.sub("", line)
    parts = re.split(r";\s+[-–]\s*|;\s*(?=[-–])", text)
    return [clean for part in parts if (clean := squeeze(part).strip(" ;.-–"))]
