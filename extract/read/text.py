"""Plain text → items: paragraphs apart by blank lines, list lines, tab-separated tables, lines joined to sentences."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import normalize

import regex

from extract.document import TextOrigin
from extract.read.clean import clean, raw_of
from extract.read.errors import Damaged
from extract.read.items import Cell, Item, Paragraph, Table
from extract.read.legacy.choose import old_encoding
from extract.read.legacy.kept import original
from extract.read.legacy.plain import CONTROLS, lines_of_bytes, old_lines
from extract.read.outline import marker_of
from extract.read.side_by_side import apart

_TERMINAL = (".", ";", ":", "!", "?", "…")
_FULL_LINE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class TextReading:
    """What came out of a plain text."""

    items: list[Item]
    warnings: list[str]
    text_origin: TextOrigin = "digital"


def read_text(data: bytes) -> TextReading:
    """Items of a plain text. Raises Damaged where the bytes are text in no encoding that is known."""
    lines, encoding = decode(data)
    lines = apart(lines)
    if encoding is None:
        return TextReading(items=_items(lines), warnings=[])
    return TextReading(items=_items(lines), warnings=[old_encoding({encoding: []})], text_origin="legacy_font")


def _items(lines: list[str]) -> list[Item]:
    items: list[Item] = []
    group: list[str] = []
    blank = True
    position = 0
    while position < len(lines):
        line = lines[position]
        end = _table_end(lines, position)
        if end > position:
            _flush(items, group, blank)
            items.append(_table([row for row in lines[position:end] if row.strip()]))
            group, blank, position = [], True, end
            continue
        if not line.strip():
            _flush(items, group, blank)
            group, blank = [], True
        elif group and not _continues(group[-1], line):
            _flush(items, group, blank)
            group, blank = [line], False
        else:
            group.append(line)
        position += 1
    _flush(items, group, blank)
    return items


def decode(data: bytes) -> tuple[list[str], str | None]:
    """Lines from bytes by their byte order mark, else as UTF-8, else in an old encoding, which is named. Raises Damaged."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return old_lines(data.decode(encoding, errors="replace"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        found = lines_of_bytes(data)
        if found is None:
            raise Damaged(
                "The text is neither UTF-8 nor UTF-16 nor in a known Vietnamese encoding; save it as UTF-8 and run again."
            ) from error
        return found
    return old_lines(text)


def _continues(line: str, following: str) -> bool:
    """Whether the next line of a group goes on with the same paragraph (hard-wrapped text)."""
    text = following.strip()
    if marker_of(text) is not None or line.rstrip().endswith(_TERMINAL):
        return False
    letters = len(normalize("NFC", line.strip()))  # a decomposed letter is as wide as a composed one
    return text[:1].islower() or letters >= _FULL_LINE or text.endswith("**")


def _flush(items: list[Item], group: list[str], after_blank: bool) -> None:
    shown = " ".join(part.strip() for part in group)
    if not shown:
        return
    raw = " ".join(original(part).strip() for part in group)
    bold = shown.startswith("**") and shown.endswith("**") and len(shown) > 4
    text = clean(shown[2:-2] if bold else shown)
    last = items[-1] if items else None
    if after_blank and isinstance(last, Paragraph) and _broken_sentence(last.text, text):
        joined = f"{last.text} {text}"
        before = last.raw if last.raw is not None else last.text
        items[-1] = Paragraph(text=joined, raw=f"{before}\n\n{raw}", bold=last.bold, stitched=True)
        return
    items.append(Paragraph(text=text, raw=raw_of(raw, text), bold=True if bold else None))


def _broken_sentence(text: str, following: str) -> bool:
    """A page break in published text leaves a blank line inside a sentence; the second half starts lower case."""
    return len(text) > 40 and not text.endswith(_TERMINAL) and following[:1].islower() and marker_of(following) is None


def _table_end(lines: list[str], start: int) -> int:
    """End of the run of tab-separated lines that starts here; `start` if fewer than two lines make one."""
    columns = lines[start].count("\t")
    if columns == 0 or not lines[start].strip():
        return start
    end, count, last = start, 0, start
    while end < len(lines) and (not lines[end].strip() or lines[end].count("\t") == columns):
        if lines[end].strip():
            count, last = count + 1, end + 1
        end += 1
    return last if count >= 2 else start


def _table(rows: list[str]) -> Table:
    cells = [
        Cell(row=number, column=column, text=clean(shown), raw=raw_of(raw, clean(shown)))
        for number, row in enumerate(rows, start=1)
        for column, (shown, raw) in enumerate(zip(row.split("\t"), original(row).split("\t"), strict=True), start=1)
    ]
    return Table(cells=tuple(cells))


_BINARY = regex.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def looks_like_text(data: bytes) -> bool:
    """Whether the first bytes could be a plain text."""
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _BINARY.search(head) is None:
        return True
    # VISCII, VPS and TCVN 5712 have capitals there; what is one of them reads as Vietnamese.
    return CONTROLS.issuperset(code for code in head if code < 0x20) and lines_of_bytes(head) is not None
