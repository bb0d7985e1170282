"""Which file of a table holds a document: files cut the documents by the first digits of `doc_id`.

The number of files follows from the number of documents alone, so the same documents lie in the same files however
they came in. Doubling it halves every file and adds one after each: a name stays, its content shrinks.
"""

from __future__ import annotations

from collections.abc import Iterable

#: Documents a file holds at most, on average. A report adds one document and rewrites one file per table.
DOCUMENTS_PER_FILE = 256
_SPACE = 0x10000


def bucket_count(documents: int) -> int:
    """Files per table: the smallest power of two that is enough."""
    count = 1
    while count * DOCUMENTS_PER_FILE < documents and count < _SPACE:
        count *= 2
    return count


def bucket(doc_id: str, count: int) -> str:
    """First prefix of the file that holds this document, in four hexadecimal digits."""
    width = _SPACE // count
    return f"{int(doc_id[:4], 16) // width * width:04x}"


def buckets(doc_ids: Iterable[str], count: int) -> dict[str, list[str]]:
    """The documents of each file in order, files without documents included."""
    width = _SPACE // count
    grouped: dict[str, list[str]] = {f"{start:04x}": [] for start in range(0, _SPACE, width)}
    for doc_id in sorted(doc_ids):
        grouped[bucket(doc_id, count)].append(doc_id)
    return grouped


def overlapping(start: str, count: int, former_starts: Iterable[str], former_count: int) -> list[str]:
    """The former files that may hold documents of the file `start`."""
    low = int(start, 16)
    high = low + _SPACE // count
    former_width = _SPACE // former_count
    return [former for former in former_starts if int(former, 16) < high and int(former, 16) + former_width > low]
