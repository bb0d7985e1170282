"""Mentions without number and symbol: a name (`Luật Đất đai`), the document itself (`Nghị định này`), a bare number (`short_forms`).

One pass over the type nouns that are written with capitals; each is tried against the forms below, the first that fits wins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.find.citation_text import CitationText
from extract.find.drafts import Draft
from extract.find.short_forms import short_mentions
from patterns.document_types import TypeName, capital_pattern, noun_of, types
from patterns.laws import law_name, law_pattern
from patterns.named import (
    AMENDING,
    DRAFT_BEFORE,
    DRAFT_LAW_BEFORE,
    FIELD_BEFORE,
    IN_BEING_BEFORE,
    IN_QUOTES,
    MEETING,
    NO_LAW_AFTER,
    NO_LAW_BEFORE,
    OF_A_YEAR,
    REGULATION,
    UNKNOWN_LAW,
    YEAR_AFTER,
    known_name_pattern,
    known_names,
)
from patterns.spelling import modern_tone, squeeze
from patterns.words import any_of


def find_named(source: CitationText, numbered: Sequence[Draft], own_type: str | None) -> list[Draft]:
    """Short, named and own mentions that stand outside the numbered ones, in order."""
    drafts: list[Draft] = []
    following, taken = 0, -1
    text = source.text
    for start, end in _nouns(source, own_type):
        while following < len(numbered) and numbered[following].core_end <= start:
            following += 1
        inside = following < len(numbered) and numbered[following].start <= start
        if inside or start < taken or (start and (text[start - 1].isalpha() or text[start - 1] in "/&_-")):
            continue
        kind = noun_of(text[start:end])
        if kind is None:
            continue
        found = (
            _own(source, start, end, kind, own_type)
            or short_mentions(source, start, end, kind)
            or _named(source, start, end, kind)
        )
        if not found:
            continue
        limit = numbered[following].start if following < len(numbered) else None
        found = [draft for draft in found if limit is None or draft.core_end <= limit]
        if found:
            drafts.extend(found)
            taken = found[0].core_end
    return drafts


def _nouns(source: CitationText, own_type: str | None) -> list[tuple[int, int]]:
    """Type nouns to look at, in order: those with a capital; in small letters only `nghị định này` and `chương trình 135`."""
    found = [match.span() for match in capital_pattern().finditer(source.text)]
    own = rf"|{re.escape(modern_tone(own_type).lower())}(?= này(?!\w))" if own_type else ""
    # Begins with words and nothing else, so that `re` looks for their first letters only.
    small = re.compile(rf"(?:{_KNOWN_SHORT})(?= [0-9]+[a-z]?(?!\w)){own}")
    known = known_names()
    for match in small.finditer(source.folded):
        if source.text[match.start()].isupper() or source.folded[max(0, match.start() - 1) : match.start()].isalnum():
            continue
        number = re.match(r" ([0-9]+[a-z]?)", source.folded[match.end() : match.end() + 8])
        if number is None or f"{match[0]} {number[1]}" in known:
            found.append(match.span())
    for match in _MARKED.finditer(source.folded):
        noun = _marked_noun().search(source.folded, max(0, match.start() - 24), match.start())
        if noun is not None and not source.text[noun.start()].isupper():
            found.append(noun.span())
    return sorted(found)


_MARKED = re.compile(r" số [0-9]{1,5}[a-zđ]? (?:của|ngày) ")


@cache
def _marked_noun() -> re.Pattern[str]:
    """Type nouns of two words and more in small letters before `số`, as in `công văn số 142 của Phòng …`."""
    names = (modern_tone(name).lower() for name, kind in types().items() if kind.short and " " in name)
    return re.compile(rf"(?<!\w){any_of(names)}\Z")


_KNOWN_SHORT = "|".join(
    sorted({key.rpartition(" ")[0] for key in known_names() if key[-1].isdigit() or key.endswith("30a")})
)


def _draft(source: CitationText, start: int, end: int, form: str, rule: str, kind: TypeName) -> Draft:
    return Draft(
        start=start,
        end=end,
        core_end=end,
        block=source.block_at(start),
        form=form,
        rule=rule,
        kind=kind,
        type=kind.name,
    )


# ------------------------------------------------------------------------------------------------ the document itself


def _own(source: CitationText, start: int, end: int, kind: TypeName, own_type: str | None) -> list[Draft]:
    if kind.name != own_type or not source.folded.startswith(" này", end):
        return []
    after = end + 4
    if source.folded[after : after + 1].isalnum():
        return []
    return [_draft(source, start, after, "self", "self.demonstrative", kind)]


# ------------------------------------------------------------------------------------------------ names


def _named(source: CitationText, start: int, end: int, kind: TypeName) -> list[Draft]:
    if kind.named == "law":
        return _law(source, start, end, kind)
    if kind.name in ("Nghị quyết", "Kết luận"):
        match = MEETING.match(source.folded, end)
        if match is None:
            return []
        stop = match.end()
        while source.folded[stop - 1] in " ,":
            stop -= 1
        if source.folded[stop - 1] == ")" and "(" not in match[0]:
            stop -= 1
        return [_titled(source, start, end, stop, "named.meeting", kind)]
    return _plan(source, start, end, kind)


def _titled(source: CitationText, start: int, noun_end: int, end: int, rule: str, kind: TypeName) -> Draft:
    draft = _draft(source, start, end, "named", rule, kind)
    draft.title = squeeze(source.written(noun_end, end)).strip(' “”",') or None
    return draft


def _law(source: CitationText, start: int, end: int, kind: TypeName) -> list[Draft]:
    folded = source.folded
    if NO_LAW_BEFORE.search(folded, max(0, start - 16), start) or NO_LAW_AFTER.match(folded, end):
        return []
    if DRAFT_LAW_BEFORE.search(folded, max(0, start - 24), start):
        return []
    amending = AMENDING.match(folded, end)
    if amending is not None:
        inner = _laws_at(source, amending.end())
        if not inner:
            return []
        outer = _titled(source, start, end, inner[-1].core_end, "named.law", kind)
        _year(source, outer)
        for draft in inner:
            draft.outer = outer
        return [outer, *inner]
    single = _single_law(source, start, end, kind)
    if single is None:
        return []
    _year(source, single)
    return [single]


def _single_law(source: CitationText, start: int, end: int, kind: TypeName) -> Draft | None:
    known = law_pattern().match(source.folded, start)
    if known is not None and known.end() > end:
        draft = _titled(source, start, end, known.end(), "named.law", kind)
        name = law_name(known[0])
        draft.title = name.removeprefix(kind.name).strip() if name else draft.title
        return draft
    if known is not None:
        return _draft(source, start, end, "named", "named.law", kind)
    if kind.name == "Hiến pháp" or not source.text[end + 1 : end + 2].isupper() or source.text[start:end].isupper():
        return None
    unknown = UNKNOWN_LAW.match(source.folded, end)
    if unknown is None or source.text[unknown.start("name") : unknown.end()].isupper():
        return None
    words = squeeze(unknown["name"])
    if noun_of(" ".join(words.split()[:2])) or noun_of(words.split()[0]):
        return None
    return _titled(source, start, end, unknown.end(), "named.law.unknown", kind)


_NEXT_LAW = re.compile(r"\s*(?:,|;|và|,\s*và)\s+(?=luật|bộ\s+luật|pháp\s+lệnh)")
_LAW_NOUN = re.compile(r"bộ\s+luật|luật|pháp\s+lệnh")


def _laws_at(source: CitationText, position: int) -> list[Draft]:
    """The laws named one after another from here, as an amending law lists them."""
    found: list[Draft] = []
    while len(found) < 20:
        noun = _LAW_NOUN.match(source.folded, position)
        kind = noun_of(noun[0]) if noun else None
        draft = _single_law(source, position, noun.end(), kind) if noun and kind else None
        if draft is None:
            break
        found.append(draft)
        link = _NEXT_LAW.match(source.folded, draft.core_end)
        if link is None or AMENDING.match(source.folded, _LAW_NOUN.match(source.folded, link.end()).end()):  # type: ignore[union-attr]
            break
        position = link.end()
    return found


def _year(source: CitationText, draft: Draft) -> None:
    match = YEAR_AFTER.match(source.folded, draft.core_end)
    if match is not None:
        draft.year = int(match["year"] or match["bracketed"])
        draft.core_end = draft.end = match.end()


def _plan(source: CitationText, start: int, end: int, kind: TypeName) -> list[Draft]:
    folded = source.folded
    if not kind.named:
        return []
    if FIELD_BEFORE.search(folded, max(0, start - 14), start):
        return []
    draft_only = DRAFT_BEFORE.search(folded, max(0, start - 40), start) is not None
    known = known_name_pattern().match(folded, start)
    if known is not None:
        named = _titled(source, start, end, known.end(), "named.known", kind)
        period = OF_A_YEAR.match(folded, end)
        if period is not None and period.end() > known.end() and period.end() - known.end() < 60:
            named.end = named.core_end = period.end()
        return [named]
    if draft_only:
        return []
    if kind.named != "regulation" and (quoted := IN_QUOTES.match(folded, end)) is not None:
        return [_titled(source, start, end, quoted.end(), "named.quoted", kind)]
    if kind.named == "plan" and (plan := OF_A_YEAR.match(folded, end)) is not None:
        return [_titled(source, start, end, plan.end(), "named.year", kind)]
    if kind.named == "regulation" and IN_BEING_BEFORE.search(folded, max(0, start - 40), start):
        regulation = REGULATION.match(folded, end)
        if regulation is not None and regulation["name"].count(" ") >= 1:
            return [_titled(source, start, end, regulation.end(), "named.regulation", kind)]
    return []


def own_type(source: CitationText, stated: str | None) -> str | None:
    """The document's own type: as its header says, else the type that stands alone in capitals among its first blocks."""
    if stated is not None:
        return stated
    for block in source.document.blocks[:60]:
        written = block.text.strip()
        if 3 < len(written) < 40 and written.isupper():
            kind = noun_of(written)
            if kind is not None and kind.name in types():
                return kind.name
    return None
