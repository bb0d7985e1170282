"""Mentions with number and symbol: `Kế hoạch số 30/KH-UBND`, the noun right before the number or some words away, or missing.

The noun decides the type, the symbol checks it (DOMAIN 0.6). Of several nouns before a number the one wins that the symbol's code
belongs to (`quyết định ban hành Quy chế hoạt động số 328/QĐ-UBND`), else the nearest. `Văn bản` is no type: there the symbol decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.find.citation_text import CitationText
from extract.find.drafts import Draft
from patterns.document_numbers import DocumentNumber, number_pattern, read_number
from patterns.document_types import TypeName, canonical_type_code, misspelt_noun, noun_of, noun_pattern, type_of_code
from patterns.issuer_codes import lookup
from patterns.laws import law_pattern
from patterns.spelling import modern_tone, squeeze
from patterns.words import any_of, rows

_REACH = 110
_MARK = re.compile(r"(?<![\w])(?:số|so|sô)(?:\s*/?\s*(?:ký\s+)?hiệu)?\s{0,3}[:.]?\s{0,8}\Z")
_EDGE = re.compile(r"[;:()\x00?!“”]|\.\s|\n\s*[-+•*\n]")


#: Nouns that leave the type to the symbol, wholly or in part.
_GENERIC = frozenset(("Văn bản", "Thông tư"))


@cache
def _holder() -> re.Pattern[str]:
    words = any_of(modern_tone(row["word"]).lower() for row in rows("not_instruments") if row["kind"] == "holder")
    return re.compile(rf"(?<!\w){words}\s*\Z")


@cache
def _standard() -> re.Pattern[str]:
    words = "|".join(row["word"].lower() for row in rows("not_instruments") if row["kind"] == "standard")
    return re.compile(rf"(?<!\w)(?:{words})(?:[\s/:.-]|iso|iec|[0-9]){{0,16}}\Z")


def find_numbered(source: CitationText) -> list[Draft]:
    """All mentions with number and symbol, in order."""
    drafts: list[Draft] = []
    for match in number_pattern().finditer(source.folded):
        if drafts and match.start() < drafts[-1].core_end:
            continue
        drafts.extend(_drafts(source, match, drafts[-1] if drafts else None))
    return drafts


def _drafts(source: CitationText, match: re.Match[str], previous: Draft | None) -> list[Draft]:
    """The mention at a candidate, with the bare numbers before it that share its noun and symbol; empty if it is none."""
    floor = source.starts[source.block_at(match.start())]
    if previous is not None:
        floor = max(floor, previous.core_end)
    packed = _bare_list(source, floor, match.start())
    draft = _draft(source, match, floor, packed[0] if packed else None)
    if draft is None:
        return []
    if packed is None or draft.kind is not packed[0][1]:
        return [draft]
    draft.own_noun = False
    return [*_packed(source, draft, packed[0][0], packed[1]), draft]


def _draft(
    source: CitationText, match: re.Match[str], floor: int, noun: tuple[int, TypeName, int] | None
) -> Draft | None:
    folded, start = source.folded, match.start()
    block = source.block_at(start)
    window = max(floor, start - _REACH)
    if _standard().search(folded, max(floor, start - 28), start):
        return None
    mark = _MARK.search(folded, max(floor, start - 28), start)
    left = mark.start() if mark else start
    code = canonical_type_code(re.match(r"[^\W_&]+", match["symbol"])[0])  # type: ignore[index]
    head = (
        noun
        if noun is not None and (code is None or code in noun[1].codes)
        else _head(
            source, window, left, code, marked=mark is not None, assembly=match["symbol"].startswith(("qh", "ubtvqh"))
        )
    )
    if head is None and code is not None:
        head = _misspelt(source, window, left, code)
    if head is None and _holder().search(folded, window, left):
        return None
    kind = head[1] if head else None
    number = read_number(source.text, match, kind, strong=head is not None or mark is not None)
    if number is None:
        return None
    if head is None and (
        not _stands_alone(number) if mark is None else number.style == "state" and len(number.groups) == 1
    ):
        return None
    end = _with_level(folded, number)
    begin = head[0] if head is not None and head is not noun else number.start
    name = _type_name(kind, number)
    rule = f"number.{number.style}" + ("" if head else ".bare")
    draft = Draft(
        start=begin,
        end=end,
        core_end=end,
        block=block,
        form="full",
        rule=rule,
        kind=kind,
        type=name,
        number=number,
        number_text=number.number,
        number_raw=source.written(number.start, number.end),
        sequence=number.sequence,
        suffix=number.suffix,
        year=number.year,
        own_noun=head is not None,
    )
    if head is not None and head is not noun and folded[head[2] : left].strip():
        draft.gap = (head[2], left)
        if number.style == "assembly" and not folded.startswith("của ", head[2] + 1):
            draft.title = squeeze(source.written(head[2], left)).strip(" ,")
    if (
        kind is not None
        and number.type_code is not None
        and number.type_code not in kind.codes
        and not (kind.put_in_force or kind.name in _GENERIC)
    ):
        draft.doubtful = True
        draft.notes.append("noun and symbol differ")
    return draft


_LEVEL = re.compile(
    r"\s+(?:tỉnh|thành\s+phố|tp|huyện|quận|thị\s+xã|xã|phường)(?=\s+(?:ngày|của|về|v/v|ban\s+hành)(?!\w))"
)


def _with_level(folded: str, number: DocumentNumber) -> int:
    """Where a mention ends whose symbol goes on with the level of the committee: `10/2016/NQ-HĐND tỉnh ngày 7/12/2016`."""
    if number.issuer_code not in ("UBND", "HĐND"):
        return number.end
    level = _LEVEL.match(folded, number.end)
    return level.end() if level is not None else number.end


def _head(
    source: CitationText, window: int, left: int, code: str | None, *, marked: bool, assembly: bool
) -> tuple[int, TypeName, int] | None:
    """Start, type and end of the noun that the number at `left` belongs to; None if there is none."""
    folded = source.folded
    found: list[tuple[int, TypeName, int]] = []
    for match in noun_pattern().finditer(folded, window, left):
        kind = noun_of(source.text[match.start() : match.end()])
        if kind is not None:
            found.append((match.start(), kind, match.end()))
    if not found:
        return None
    edge = window
    for stop in _EDGE.finditer(folded, window, left):
        edge = stop.end()
    found = [item for item in found if item[0] >= edge]
    if not found:
        return None
    nearest = found[-1]
    gap = folded[nearest[2] : left]
    if assembly and (law := _law_head(source, found, left)) is not None:
        return law
    if code is None or code in nearest[1].codes or len(found) == 1:
        agreeing = nearest
    else:
        agreeing = next((item for item in reversed(found) if code in item[1].codes), nearest)
    if agreeing is not nearest and not _may_reach(folded[agreeing[2] : left], far=True):
        agreeing = nearest
    if agreeing is not nearest and (marked or not gap.strip()):
        return agreeing
    if not gap.strip():
        return nearest
    if not marked and not _issuer_between(gap):
        return None
    if not _may_reach(gap, far=False):
        return None
    if code is not None and code not in nearest[1].codes and not nearest[1].put_in_force:
        return None
    if (
        code is None
        and source.text[nearest[0]].islower()
        and nearest[1].name not in ("Công văn", "Văn bản", "Luật", "Nghị quyết")
    ):
        return None
    return nearest


def _misspelt(source: CitationText, window: int, left: int, code: str) -> tuple[int, TypeName, int] | None:
    """A noun with wrong diacritics right before the number, as typing and recognition leave them, whose symbol says the same."""
    end = left
    while end > window and source.folded[end - 1].isspace():
        end -= 1
    found = misspelt_noun(source.folded, window, end)
    if found is None or code not in found[1].codes:
        return None
    return found[0], found[1], end


def _law_head(
    source: CitationText, found: list[tuple[int, TypeName, int]], left: int
) -> tuple[int, TypeName, int] | None:
    """`Luật Phòng, chống tham nhũng số 36/2018/QH14`: a law by its whole name, commas and all."""
    last = found[-1]
    taken = (
        last[1].name == "Nghị quyết" and not source.folded[last[2] : left].strip()
    )  # `Luật Trẻ em và Nghị quyết số …`
    for start, kind, end in reversed(found):
        law = law_pattern().match(source.folded, start)
        if law is not None and not source.folded[law.end() : left].strip(" ,"):
            return start, kind, end
        if (
            kind.name in ("Luật", "Bộ luật", "Pháp lệnh")
            and not taken
            and source.text[start].isupper()
            and _may_reach(source.folded[end:left], far=True)
        ):
            return start, kind, end
    return None


_BREAK = re.compile(r"[0-9]{2,}|(?<!\w)(?:tại|theo|căn\s+cứ|thực\s+hiện\s+theo|được|và\s+các)(?!\w)")


def _may_reach(gap: str, *, far: bool) -> bool:
    """Whether the words between noun and number leave them one mention: no number, no new clause, few words."""
    return (far or "," not in gap) and gap.count(" ") <= (18 if far else 12) and not _BREAK.search(gap)


def _issuer_between(gap: str) -> bool:
    """`Nghị quyết Chính phủ 30/NQ-CP`, `Quyết định của UBND tỉnh 12/QĐ-UBND`: an issuer alone parts noun and number."""
    return (
        re.match(r"\s+(?:của\s+)?(?:chính phủ|thủ tướng|ubnd|hđnd|bộ|quốc hội|tỉnh ủy|huyện ủy|trung ương)", gap)
        is not None
        and gap.count(" ") <= 6
    )


def _stands_alone(number: DocumentNumber) -> bool:
    """Whether a number without noun and without `số` is surely one: type and issuer known, or issuer and unit of a công văn."""
    if number.style == "assembly":
        return number.year is not None
    if number.style == "letter":
        row = lookup(number.issuer_code)
        return row is not None and len(number.groups) > 1 and (row.exclusive or len(number.groups[0]) > 2)
    return number.style in ("state", "party") and number.type_code is not None and len(number.groups) > 1


def _type_name(kind: TypeName | None, number: DocumentNumber) -> str | None:
    told = type_of_code(number.type_code, number.style)
    if kind is None or kind.name == "Văn bản":
        if told is not None:
            return told.name
        return "Công văn" if number.style == "letter" and number.issuer_code is not None else None
    if kind.name == "Thông tư" and number.type_code == "TTLT":
        return "Thông tư liên tịch"
    return kind.name


_BARE_LIST = re.compile(
    r"(?:số\s*:?\s*|\s)(?P<list>[0-9]{1,5}[a-zđ]?(?!\w)(?:\s*,\s*[0-9]{1,5}[a-zđ]?(?!\w)){0,60})(?:\s*,\s*(?:và\s+)?|\s+và\s+)(?:số\s*:?\s*)?\Z"
)
_LIST_REACH = 460


def _bare_list(
    source: CitationText, floor: int, position: int
) -> tuple[tuple[int, TypeName, int], re.Match[str]] | None:
    """The noun and the bare numbers of a packed list that ends in a full number at `position`: `Nghị định 87, 88, 31/CP`."""
    if source.folded[max(floor, position - 6) : position].strip()[-1:] not in (",", "à", "ố"):
        return None
    match = _BARE_LIST.search(source.folded, max(floor, position - _LIST_REACH), position)
    if match is None:
        return None
    left = match.start()
    while left > floor and source.folded[left - 1].isspace():
        left -= 1
    found = None
    for noun in noun_pattern().finditer(source.folded, max(floor, left - 40), left):
        kind = noun_of(source.text[noun.start() : noun.end()])
        if kind is not None and noun.end() == left:
            found = (noun.start(), kind, noun.end())
    return None if found is None else (found, match)


def _packed(source: CitationText, draft: Draft, noun_start: int, match: re.Match[str]) -> Iterator[Draft]:
    """The bare numbers of a packed list, each with the symbol of the full number at its end."""
    number = draft.number
    if number is None:
        return
    for position, item in enumerate(re.finditer(r"[0-9]+[a-zđ]?", match["list"])):
        start, end = match.start("list") + item.start(), match.start("list") + item.end()
        digits = re.match(r"[0-9]+", item[0])[0]  # type: ignore[index]
        yield Draft(
            start=noun_start if position == 0 else start,
            end=end,
            core_end=end,
            block=draft.block,
            form="full",
            rule="number.packed",
            kind=draft.kind,
            type=draft.type,
            number=number,
            number_text=item[0] + number.symbol,
            number_raw=source.written(start, end),
            sequence=int(digits),
            suffix=item[0][len(digits) :] or None,
            year=number.year,
            own_noun=position == 0,
        )
