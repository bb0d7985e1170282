"""Places named in a list under one word: `các xã An Mỹ, Kế Thành và Đại Hải`, `các cụm công nghiệp: Phú Thịnh 1, Tây Cầu`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import regex

from patterns.bodies import kind_at
from patterns.landmarks import Found, kinds
from patterns.people import position as position_word
from patterns.places import HAMLETS, LEVELS, NAME, is_person, is_unit, province
from patterns.spelling import squeeze
from patterns.words import any_of

_MEMBER = rf"(?P<name>(?>{NAME}(?:\s?[-–]\s?{NAME})?))(?!\s*\p{{Ll}}*\s*(?:số|\d))"
_NEXT = regex.compile(rf"(?:\s*[,;]\s*(?:và\s+)?|\s+và\s+|\s*\([^()\x00]{{1,60}}\)\s*(?:[,;]|và)\s*){_MEMBER}")
_FIRST = regex.compile(_MEMBER)


@cache
def _head() -> re.Pattern[str]:
    levels = [
        form for word in (*LEVELS, *HAMLETS) if word not in ("tp", "tx", "tt") for form in (word, word.capitalize())
    ]
    return re.compile(
        rf"(?:(?:[Cc]ác|[Nn]hững|[Hh]ai|[Bb]a|\d{{1,3}}(?!\s+bản))\s+)(?P<kind>{any_of([*levels, *kinds()])})(?P<colon>\s*(?::|gồm:?|như:?|là:?))?\s+(?=[^\W\d_])"
    )


#: A bare name that is a whole member of a list: a mark, `và` or the end follows.
_MEMBER_ALONE = regex.compile(
    rf"(?:\s*,\s*|\s+và\s+|\s*\(\s*)(?P<name>(?>{NAME}(?:\s?[-–]\s?{NAME})?))(?=\s*(?:[,;.)\x00]|$)|\s+và\s+\p{{Lu}})"
)


def members_after(text: str, first: Found) -> Iterator[Found]:
    """The bare names that go on from a place as a list: `huyện Mỹ Tú, Long Phú và Thạnh Trị`."""
    kind = first[2].partition(" ")[0]
    position = first[1]
    while (found := _MEMBER_ALONE.match(text, position)) is not None:
        name = squeeze(found["name"])
        if " " not in name or (is_person(name) and not is_unit(name)) or kind_at(name) or position_word().match(name):
            return
        yield found.start("name"), found.end("name"), f"{kind} {name}"
        position = found.end("name")


def find_lists(text: str) -> Iterator[Found]:
    """Start, end and name with its kind of each place of a list; the first has the kind word in its span where it stands directly before it."""
    for head in _head().finditer(text):
        first = _FIRST.match(text, head.end()) or province().match(text, head.end())
        if first is None:
            continue
        written = squeeze(head["kind"]).lower()
        kind = kinds()[squeeze(head["kind"])][0] if squeeze(head["kind"]) in kinds() else LEVELS.get(written, written)
        start = head.end() if head["colon"] else head.start("kind")
        members = [(start, first.end(), squeeze(first[0]))]
        position = first.end()
        while (found := _NEXT.match(text, position)) is not None:
            members.append((found.start("name"), found.end("name"), squeeze(found["name"])))
            position = found.end("name")
        if len(members) > 1 or head["colon"]:
            yield from ((begin, end, f"{kind} {name}") for begin, end, name in members)
