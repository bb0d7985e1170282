"""Places by their bare names, where a document speaks of its own neighbourhood: `Kế Thành`, `Đại Hải` in a list of a district's communes.

A name is one only as a whole run of syllables with capitals: not as part of a longer one, which may be a person or a body.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import lru_cache

import regex

from patterns.landmarks import Found
from patterns.spelling import squeeze
from patterns.vietnam.meant import key, known

_RUN = regex.compile(
    r"(?<![\p{L}\d/&-])(?<!\p{Lu}\p{Ll}*+ )\p{Lu}\p{Ll}*+(?:['’]\p{L}+)?(?:[ \u00a0](?:[-–] )?\p{Lu}\p{Ll}*+(?:['’]\p{L}+)?)*+(?: \d{1,2}(?!\d|[.,]\d|[/%]))?(?![\p{L}&/])"
)
_OPENER = regex.compile(r"(?:Tại|Ở|Riêng|Từ|Đến|Tuyến|Khu|Trên|Nhất|Cùng|Gồm|Như|Đoạn|Chợ|Cầu)[ \u00a0]")


#: Words after which a place is spoken of.
_WHERE = regex.compile(r"(?:tại|ở|từ|đến|về|đi|qua|khu vực|vùng|Tại|Từ|Ở)[ \u00a0]$")
_DATE_LINE = regex.compile(r",[ \u00a0]*ngày(?!\w)")


def find_local(text: str, names: Set[str]) -> Iterator[Found]:
    """Start, end and name of runs whose key is one of `names`; after a word of place also of those that any unit of the map bears, and the place
    of a date line (`Kế Sách, ngày …`)."""
    for match in _RUN.finditer(text):
        opener = _OPENER.match(text, match.start(), match.end())
        start = opener.end() if opener else match.start()
        written = text[start : match.end()]
        if " " not in written:
            continue
        said = _key(written) in names or (_WHERE.search(text, max(0, start - 9), start) and known(written))
        if said or (_DATE_LINE.match(text, match.end()) and text[start - 1 : start] in ("", "\x00")):
            yield start, match.end(), squeeze(written)


@lru_cache(maxsize=65536)
def _key(written: str) -> str:
    return key(written)
