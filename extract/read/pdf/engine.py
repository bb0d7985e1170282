"""PDFium's characters and paths → `Page`. The only module that talks to PDFium.

Words are found in the text of the page and measured by their first and last characters: two calls a word instead of
one a character. PDFium is not thread-safe: one process, one document at a time.
"""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any
from unicodedata import combining, is_normalized

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extract.read.errors import Damaged, Encrypted, TooLarge
from extract.read.legacy.kept import nfc
from extract.read.pdf.glyphs import Glyphs
from extract.read.pdf.oldtext import OldText, kept
from extract.read.pdf.page import Page, Rule, Token
from extract.read.pdf.raised import is_raised, last_digits, raised_digits
from extract.read.pdf.rules import Transform, page_rules
from extract.read.pdf.turned import Turned, columns_of_letters, sideways, split_watermark
from extract.read.pdf.twice import DrawnTwice

_WORD = re.compile(r"[^\s\ufffe]+\ufffe?|\ufffe")
_NOTE_MARK = re.compile(
    r"(?:(?<=[^\W\d_])|(?<=[.,;:!?)%”\"’…])|(?<=\d)(?=\()|^)(\(?\d{1,3}\)?|\(?\*{1,3}\)?)([.,;:!?)”\"’]*)$"
)
_UNIT = re.compile(r"(?:^|[\d/(])(?:[kcdmh]?m|N?m)$", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]+")
_MOST_PAGES = 20_000
_NO_PAGES = "The PDF has no pages; fetch it again from where it was published."
_MARK_END = frozenset('0123456789*.,;:!?)”"’')
_DIGITS = frozenset("0123456789*")
_WIDE = 8.0
_ASCENT, _DESCENT = 0.89, 0.22  # of the font size, as in Times
_LARGEST_SIDE = 14_400.0  # points; the format's own limit of 200 inches
_MOST_CHARACTERS = 400_000


def open_pdf(data: bytes) -> pdfium.PdfDocument:
    """Open a PDF. Raises Encrypted, Damaged or TooLarge with advice."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise Encrypted("The PDF asks for a password; remove it (print to a new PDF) and run again.") from error
        if "Success" in str(error):  # what PDFium says of a document without a page
            raise Damaged(_NO_PAGES) from error
        raise Damaged(f"The PDF cannot be opened ({error}); fetch it again or repair it.") from error
    if len(document) == 0:
        raise Damaged(_NO_PAGES)
    if len(document) > _MOST_PAGES:
        raise TooLarge(f"The PDF has {len(document)} pages, more than {_MOST_PAGES}; split it and run again.")
    return document


def old_text(document: pdfium.PdfDocument) -> OldText:
    """What is to be known of a document's old encodings, for `pages`."""
    return OldText(document, _text)


def pages(document: pdfium.PdfDocument, old: OldText | None = None) -> Iterator[Page]:
    """Every page in turn; a page is closed before the next is opened."""
    old = old or old_text(document)
    for index in range(len(document)):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            yield Page(number=index + 1, width=0.0, height=0.0, tokens=(), horizontal=(), vertical=())
            continue
        try:
            if _shows_annotations(page):
                # Stamped numbers and dates are appearances of signature fields: make them part of the page.
                raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
                page.close()
                page = document[index]
            yield _read_page(page, index + 1, old)
        finally:
            page.close()


def _shows_annotations(page: Any) -> bool:
    """Whether the page has annotations with text of their own: form and signature fields, stamps, text boxes."""
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), 200)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if kind in (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_FREETEXT):
            return True
    return False


def _read_page(page: Any, number: int, old: OldText) -> Page:
    width, height = page.get_size()
    if max(width, height) > _LARGEST_SIDE:
        raise TooLarge(f"Page {number} is {width:.0f} x {height:.0f} points; such a drawing is not a report.")
    left, bottom, right, top = page.get_bbox()
    rotation = raw.FPDFPage_GetRotation(page.raw)
    place = Transform.of(rotation, left, bottom, right, top)
    horizontal, vertical, images = page_rules(page.raw, place)
    textpage = page.get_textpage()
    try:
        found, turned = _tokens(textpage.raw, place, vertical, old)
        turn = sideways(len(found), turned) if turned else 0
        if turn:
            place = Transform.of(rotation + turn, left, bottom, right, top)
            width, height = (height, width) if turn % 2 else (width, height)
            horizontal, vertical, images = page_rules(page.raw, place)
            found, turned = _tokens(textpage.raw, place, vertical, old)
    finally:
        textpage.close()
    # Text off the page is not shown, so it is no text of the document.
    tokens = [t for t in found if t.x1 > -2 and t.x0 < width + 2 and 0 < t.bottom < height + 20]
    tokens, watermark = split_watermark(tokens)
    watermark += [word.text for word in turned if word.way in (None, 2)]
    area = width * height
    return Page(
        number=number,
        width=width,
        height=height,
        tokens=tuple(tokens),
        horizontal=horizontal,
        vertical=vertical,
        images=min(images / area, 1.0) if area else 0.0,
        columns=tuple(columns_of_letters(turned, vertical)),
        watermark=tuple(watermark),
        turn=turn,
    )


def _text(textpage: Any) -> str:
    count = raw.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    if count > _MOST_CHARACTERS:
        raise TooLarge(f"A page holds {count} characters, more than any printed page can.")
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(textpage, 0, count, buffer)
    if written == count + 1:
        text = bytes(buffer).decode("utf-16-le", "replace")[:-1]
        if len(text) == count:
            return text
    codes = (raw.FPDFText_GetUnicode(textpage, index) for index in range(count))
    return "".join(chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else "\x00" for code in codes)


#: A word of the page's text: its first character, the one after its last, and its characters.
_Span = tuple[int, int, str]


def _tokens(
    textpage: Any, place: Transform, vertical: Sequence[Rule], old: OldText
) -> tuple[list[Token], list[Turned]]:
    printed = _text(textpage)
    text = old.read(textpage, printed)
    lines = [[(*w.span(), w.group()) for w in _WORD.finditer(text, *line.span())] for line in _LINE.finditer(text)]
    lines = [line for line in lines if line]
    if text != printed:
        lines = [[part for word in line for part in kept(word, printed)] for line in lines]
    if not lines:
        return [], []
    glyphs = Glyphs(textpage, place)
    turned: list[Turned] = []
    if any(way != 0 for way in glyphs.ways([line[0][0] for line in lines])):
        lines, turned = _without_turned(glyphs, lines)
        if not lines:
            return [], turned
    words = [word for line in lines for word in line]
    composed = is_normalized("NFC", text)
    ends = [end - 1 if composed else _last_letter(start, content) for start, end, content in words]
    lefts, rights, bottoms = glyphs.edges(
        [index for word, end in zip(words, ends, strict=True) for index in (word[0], end)]
    )
    origins = glyphs.origins([start for start, _, _ in words])
    bases = glyphs.base_lines([_anchor(line) for line in lines])
    weights = _weights(glyphs, lines, lefts, rights)
    tokens: list[Token] = []
    lasts = last_digits(words)
    digits = dict(zip(lasts, glyphs.origins(lasts), strict=True)) if lasts else {}
    drawn_twice = DrawnTwice()
    position = -1
    for line, (base, size), bold in zip(lines, bases, weights, strict=True):
        if drawn_twice(text[line[0][0] : line[-1][1]], lefts[2 * position + 2], base):
            position += len(line)
            continue
        high, low = base - _ASCENT * size, base + _DESCENT * size
        for start, _, content in line:
            position += 1
            x0, x1 = lefts[2 * position], rights[2 * position + 1]
            if x1 < x0:  # a word written from right to left, or turned
                x0, x1 = lefts[2 * position + 1], rights[2 * position]
            thick = glyphs.bold([start])[0] if bold is None else bold
            mark = None
            level = -0.5 < origins[position] - base < 0.5
            # A digit that ends the word and stands on the line is no mark; one before a full stop has to be looked at.
            if content[-1] in _MARK_END and not (
                level and content[-1] in _DIGITS and bottoms[2 * position + 1] > base - 0.05 * size
            ):
                mark = _NOTE_MARK.search(content)
                if level and len(content) > 1 and not (mark and mark.group(1).startswith("(")):
                    mark = raised_digits(glyphs, start, content, (base, size), digits) or mark
            if mark is not None or not level:
                tokens.extend(_measured(glyphs, start, content, (x0, x1), thick, mark, (base, size)))
                continue
            token = Token(content, x0, high, x1, low, thick)
            if vertical and len(content) > 1 and (crossed := _crossed(vertical, x0, x1, base)):
                tokens.extend(_parted(glyphs, start, token, crossed))
            else:
                tokens.append(token)
    if not composed:
        tokens = [token._replace(text=nfc(token.text)) for token in tokens]
    return tokens, turned


def _last_letter(start: int, content: str) -> int:
    """The index of the last character of a word that is no combining mark, whose box sticks out."""
    last = len(content) - 1
    while last > 0 and combining(content[last]):
        last -= 1
    return start + last


def _without_turned(glyphs: Glyphs, lines: Sequence[list[_Span]]) -> tuple[list[list[_Span]], list[Turned]]:
    """Lines without the words that do not run from left to right, and these."""
    kept: list[list[_Span]] = []
    turned: list[Turned] = []
    for line in lines:
        own: list[_Span] = []
        for word, way in zip(line, glyphs.ways([start for start, _, _ in line]), strict=True):
            if way == 0:
                own.append(word)
                continue
            first, last = glyphs.boxes([word[0], word[1] - 1])
            box = (min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3]))
            turned.append(Turned(word[2], *box, way))
        if own:
            kept.append(own)
    return kept, turned


def _weights(
    glyphs: Glyphs, lines: Sequence[Sequence[_Span]], lefts: Sequence[float], rights: Sequence[float]
) -> list[bool | None]:
    """Whether each line is bold; None where parts differ. Looked at: first and last word, and words after wide gaps."""
    looked_at: list[int] = []
    counts: list[int] = []
    position = 0
    for line in lines:
        count = len(looked_at)
        looked_at.append(line[0][0])
        for number in range(1, len(line)):
            word = position + number
            if lefts[2 * word] - rights[2 * word - 1] > _WIDE:
                looked_at.append(line[number][0])
        looked_at.append(line[-1][0])
        counts.append(len(looked_at) - count)
        position += len(line)
    found = iter(glyphs.bold(looked_at))
    weights: list[bool | None] = []
    for count in counts:
        kinds = {next(found) for _ in range(count)}
        weights.append(kinds.pop() if len(kinds) == 1 else None)
    return weights


def _crossed(vertical: Sequence[Rule], x0: float, x1: float, base: float) -> list[float]:
    """Where ruling lines run through a word: cells so full that the next one follows without a space."""
    start = bisect_left(vertical, (x0 + 1.5,))
    crossed = []
    for rule in vertical[start:]:
        if rule.at > x1 - 1.5:
            break
        if rule.start - 1 < base - 2 < rule.end + 1:
            crossed.append(rule.at)
    return crossed


def _parted(glyphs: Glyphs, start: int, token: Token, crossed: Sequence[float]) -> list[Token]:
    """A word cut at the ruling lines, by the middles of its characters."""
    boxes = glyphs.boxes(range(start, start + len(token.text)))
    parts: dict[int, list[int]] = {}
    for index, (x0, _, x1, _) in enumerate(boxes):
        parts.setdefault(sum((x0 + x1) / 2 > at for at in crossed), []).append(index)
    return [
        token._replace(
            text=token.text[part[0] : part[-1] + 1],
            x0=min(boxes[i][0] for i in part),
            x1=max(boxes[i][2] for i in part),
        )
        for part in parts.values()
    ]


def _anchor(line: Sequence[_Span]) -> int:
    """The character whose base line is the line's: of its first word that cannot be a note mark."""
    if not line[0][2].strip("().").isdigit():
        return line[0][0]
    return next((start for start, _, word in line if not word.strip("().").isdigit()), line[0][0])


def _measured(
    glyphs: Glyphs,
    start: int,
    word: str,
    reach: tuple[float, float],
    thick: bool,
    mark: re.Match[str] | None,
    line: tuple[float, float],
) -> list[Token]:
    """Tokens of a word that may stand off its line's base line, or carry a raised note mark."""
    x0, x1 = reach
    base, size = glyphs.base_lines([start])[0]
    high, low = base - _ASCENT * size, base + _DESCENT * size
    if mark is None or mark.start() == 0:
        raised = mark is not None and base != line[0] and is_raised(base, size, *line)
        return [Token(word, x0, high, x1, low, thick, mark=raised)]
    first, last = mark.span(1)
    mark_base, mark_size = glyphs.base_lines([start + first])[0]
    if not is_raised(mark_base, mark_size, base, size) or _UNIT.search(word[:first]):
        return [Token(word, x0, high, x1, low, thick)]
    begin, end = glyphs.boxes([start + first, start + last - 1])
    raised_top, raised_bottom = mark_base - _ASCENT * mark_size, mark_base + _DESCENT * mark_size
    tokens = [
        Token(word[:first], x0, high, begin[0], low, thick),
        Token(mark.group(1), begin[0], raised_top, end[2], raised_bottom, thick, mark=True),
    ]
    if mark.group(2):
        tokens.append(Token(mark.group(2), end[2], high, x1, low, thick))
    return tokens
