"""A good file and a seed → the same file, spoilt. Pure: the same seed spoils in the same way.

PDF: bytes, lengths and numbers of objects, and inside the compressed streams, where the page's text and lines are. DOCX: the
members of the package, their XML as text and as elements, the zip itself. Text: characters that are rare, broken or many.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_NUMBER = re.compile(rb"(?<![\w.#])-?\d+(?:\.\d+)?(?![\w.])")
_ODD_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"2147483647",
    b"-2147483648",
    b"99999999999999999999",
    b"0.0000001",
    b"1e9",
    b"65536",
)
_ELEMENT = re.compile(rb"<w:[A-Za-z]+[^<>]*/>|<(w:[A-Za-z]+)\b[^<>]*>[^<]*</\1>")
_ATTRIBUTE = re.compile(rb'(w:[A-Za-z]+)="([^"]*)"')
_TAG = re.compile(rb"</?w:[A-Za-z]+[^<>]*>")
_ODD_VALUES = (b"", b"-1", b"0", b"999999999999", b"auto", b"x" * 300, b"&#0;", b"&amp;", "số".encode(), b"\xff")
_ODD_TEXT = (
    "\x00", "\ufffe", "\ufeff", "\u200b", "\u0301" * 40, "e\u0323\u0302", "\U0001f600", "\u202e", "\r", "\x85", "\t" * 500,
    "1.000.000.000.000.000.000.000", "/" * 300, "(" * 400, "“" * 200, "Điều 1, " * 300, "31/02/2022", "ngày 99 tháng 99 năm 9999",
    "Số: /", "0/0", "1/0 xã", "%" * 100, "số 1/QĐ-UBND, " * 200, "a" * 5000, "Đ" * 3000, "1 " * 3000, "-\n" * 500, "I.\n" * 300,
)  # fmt: skip

Mutator = Callable[[bytes, random.Random], bytes]


def mutated(data: bytes, seed: int) -> bytes:
    """`data` spoilt once to four times, in ways fit for its kind."""
    chance = random.Random(seed)
    if data.startswith(b"%PDF"):
        ways: tuple[Mutator, ...] = (
            _flip,
            _cut,
            _repeat,
            _truncate,
            _number,
            _stream,
            _stream,
            _stream,
            _stream_number,
        )
    elif data.startswith(b"PK"):
        ways = (_flip, _truncate, _member, _member, _member, _member, _member, _lost_member)
    else:
        ways = (_text, _text, _text, _flip, _cut, _repeat)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 4))):
        data = chance.choice(ways)(data, chance)
    return data


def _span(data: bytes, chance: random.Random, longest: int = 2000) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.randrange(1, longest))


def _flip(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.choice((1, 4, 40))):
        if spoilt:
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def _cut(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 50)) + data[end:]


def _truncate(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _replace_one(pattern: re.Pattern[bytes], data: bytes, chance: random.Random, odd: tuple[bytes, ...]) -> bytes:
    found = list(pattern.finditer(data))
    for _ in range(chance.choice((1, 1, 3, 20))):
        if not found:
            break
        one = found.pop(chance.randrange(len(found)))
        data = data[: one.start()] + chance.choice(odd) + data[one.end() :]
        found = [other for other in found if other.end() <= one.start()]
    return data


def _number(data: bytes, chance: random.Random) -> bytes:
    return _replace_one(_NUMBER, data, chance, _ODD_NUMBERS)


def _in_stream(data: bytes, chance: random.Random, way: Mutator) -> bytes:
    """Spoil the inside of one compressed stream; PDFium finds its end by `endstream`."""
    for found in chance.sample(streams := list(_STREAM.finditer(data)), len(streams)):
        try:
            inside = zlib.decompress(found[1])
        except zlib.error:
            continue
        return data[: found.start(1)] + zlib.compress(way(inside, chance)) + data[found.end(1) :]
    return data


def _stream(data: bytes, chance: random.Random) -> bytes:
    return _in_stream(data, chance, chance.choice((_flip, _cut, _repeat, _truncate)))


def _stream_number(data: bytes, chance: random.Random) -> bytes:
    return _in_stream(data, chance, _number)


def _members(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return {name: package.read(name) for name in package.namelist()}
    except Exception:  # what it raises on a spoilt package is not bounded
        return {}


def _packed(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def _member(data: bytes, chance: random.Random) -> bytes:
    members = _members(data)
    if not members:
        return data
    names = sorted(members)
    heavy = [name for name in names if name.startswith("word/") and name.endswith(".xml")] or names
    name = chance.choice([*heavy, *(["word/document.xml"] * len(heavy) if "word/document.xml" in names else [])])
    members[name] = chance.choice((_flip, _element, _element, _attribute, _attribute, _tag, _nest, _inner_text))(
        members[name], chance
    )
    return _packed(members)


def _lost_member(data: bytes, chance: random.Random) -> bytes:
    members = _members(data)
    if members:
        del members[chance.choice(sorted(members))]
    return _packed(members) if members else data


def _element(xml: bytes, chance: random.Random) -> bytes:
    """Leave out, double or move elements; the XML stays well formed."""
    found = list(_ELEMENT.finditer(xml))
    if not found:
        return xml
    for _ in range(chance.choice((1, 3, 10))):
        one = chance.choice(found)
        piece = xml[one.start() : one.end()]
        way = chance.randrange(3)
        if way == 0:
            xml = xml[: one.start()] + xml[one.end() :]
        elif way == 1:
            xml = xml[: one.end()] + piece * chance.choice((1, 5, 200)) + xml[one.end() :]
        else:
            other = chance.choice(found)
            xml = xml[: other.start()] + piece + xml[other.start() :]
        found = list(_ELEMENT.finditer(xml))
        if not found:
            break
    return xml


def _attribute(xml: bytes, chance: random.Random) -> bytes:
    found = list(_ATTRIBUTE.finditer(xml))
    if not found:
        return xml
    for one in sorted(chance.sample(found, min(len(found), chance.choice((1, 3, 30)))), key=lambda m: -m.start()):
        xml = xml[: one.start(2)] + chance.choice(_ODD_VALUES) + xml[one.end(2) :]
    return xml


def _tag(xml: bytes, chance: random.Random) -> bytes:
    """Leave out or double single tags: no longer well formed."""
    found = list(_TAG.finditer(xml))
    if not found:
        return xml
    one = chance.choice(found)
    return xml[: one.start()] + (one[0] * 2 if chance.random() < 0.5 else b"") + xml[one.end() :]


def _nest(xml: bytes, chance: random.Random) -> bytes:
    """Wrap an element in others, some hundred times."""
    found = list(_ELEMENT.finditer(xml))
    if not found:
        return xml
    one = chance.choice(found)
    tag = chance.choice(
        (b"w:sdt><w:sdtContent", b"w:ins", b"w:p", b"w:tbl><w:tr><w:tc", b"w:r", b"w:hyperlink", b"w:txbxContent")
    )
    depth = chance.choice((1, 3, 100, 400))
    close = b"".join(b"</" + part + b">" for part in reversed(tag.split(b"><")))
    return xml[: one.start()] + (b"<" + tag + b">") * depth + one[0] + close * depth + xml[one.end() :]


def _inner_text(xml: bytes, chance: random.Random) -> bytes:
    found = list(re.finditer(rb"(?<=<w:t>)[^<]+|(?<=preserve\">)[^<]+", xml))
    if not found:
        return xml
    one = chance.choice(found)
    odd = "".join(c for c in chance.choice(_ODD_TEXT) if c >= " " or c in "\t\r\n").replace("<", "").replace("&", "")
    text = one[0].decode("utf-8", "replace")
    at = chance.randrange(len(text) + 1)
    return xml[: one.start()] + (text[:at] + odd + text[at:]).encode("utf-8", "replace") + xml[one.end() :]


def _text(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    for _ in range(chance.choice((1, 5, 30))):
        at = chance.randrange(len(text) + 1)
        way = chance.randrange(4)
        if way == 0:
            text = text[:at] + chance.choice(_ODD_TEXT) + text[at:]
        elif way == 1:
            text = text[:at] + text[at + chance.randrange(1, 60) :]
        elif way == 2:
            text = text[:at] + text[max(0, at - 200) : at] + text[at:]
        else:
            lines = text.split("\n")
            chance.shuffle(lines)
            text = "\n".join(lines) if chance.random() < 0.1 else text
    encoding = chance.choice(("utf-8", "utf-8", "utf-8", "utf-16", "cp1258"))
    return text.encode(encoding, "replace")
