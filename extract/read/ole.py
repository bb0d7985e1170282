"""What is in an OLE container (`.doc`, `.xls`, encrypted OOXML): the names at its top level, as [MS-CFB] has them.

Names alone in the bytes would not do: a `.doc` with an Excel sheet in it holds both `WordDocument` and `Workbook`.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NONE: Final = 0xFFFF_FFFA  # from here on: marks, not sectors
_ENTRY: Final = 128
_IN_HEADER: Final = 109


def top_names(data: bytes) -> frozenset[str]:
    """Names of the streams and storages of the root; empty where the container is cut off or corrupt."""
    return frozenset(name for name, _ in _top(data))


def is_encrypted_word(data: bytes) -> bool:
    """Whether the text of a `.doc` is encrypted, by the bit of its first page that says so ([MS-DOC] 2.5.2, fEncrypted)."""
    start = next((start for name, start in _top(data) if name == "WordDocument"), None)
    if start is None:
        return False
    at = (start + 1) * _sector_size(data)
    return data[at : at + 2] == b"\xec\xa5" and len(data) > at + 11 and bool(data[at + 11] & 1)


def _top(data: bytes) -> list[tuple[str, int]]:
    """Name and first sector of what the root holds."""
    try:
        size = _sector_size(data)
        return list(_children(_directory(data, size))) if size in (512, 4096) else []
    except (struct.error, IndexError):
        return []


def _sector_size(data: bytes) -> int:
    power: int = struct.unpack_from("<H", data, 30)[0]
    return 1 << min(power, 16)


def _directory(data: bytes, size: int) -> bytes:
    """The directory stream: its sectors in the order of their chain."""
    table = list(_table_sectors(data, size))
    per_sector = size // 4
    sector = struct.unpack_from("<I", data, 48)[0]
    parts: list[bytes] = []
    while sector < _NONE and len(parts) <= len(data) // size:
        parts.append(data[(sector + 1) * size : (sector + 2) * size])
        home = table[sector // per_sector]
        sector = struct.unpack_from("<I", data, (home + 1) * size + 4 * (sector % per_sector))[0]
    return b"".join(parts)


def _table_sectors(data: bytes, size: int) -> Iterator[int]:
    """Where the allocation table stands: in the header, then in sectors of their own."""
    yield from struct.unpack_from(f"<{_IN_HEADER}I", data, 76)
    following = struct.unpack_from("<I", data, 68)[0]
    for _ in range(len(data) // size):
        if following >= _NONE:
            return
        *sectors, following = struct.unpack_from(f"<{size // 4}I", data, (following + 1) * size)
        yield from sectors


def _children(entries: bytes) -> Iterator[tuple[str, int]]:
    """The root's children, a binary tree of entries."""
    waiting = [struct.unpack_from("<I", entries, 76)[0]]
    seen: set[int] = set()
    while waiting:
        number = waiting.pop()
        if number >= _NONE or number in seen:
            continue
        seen.add(number)
        start = number * _ENTRY
        length = struct.unpack_from("<H", entries, start + 64)[0]
        name = entries[start : start + min(length, 64)].decode("utf-16-le", "replace").rstrip("\0")
        yield name, struct.unpack_from("<I", entries, start + 116)[0]
        waiting += struct.unpack_from("<II", entries, start + 68)
