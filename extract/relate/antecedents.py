"""Short mentions and the earlier full one they stand for, inside one document.

The law lets a text cite type + number once the full form has been given (NĐ 30/2020 Phụ lục I, II.6.b). A short mention takes an earlier
mention only if exactly one instrument remains; an earlier one of unknown type with the same number blocks instead of being skipped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.facts import Citation
from extract.relate.issuer_keys import may_be_one_issuer


def link_antecedents(citations: Sequence[Citation]) -> list[Citation]:
    """The same citations, `antecedent` filled where one earlier mention of the document is meant; order and all else unchanged."""
    # Mentions that say the same are one here: a table may cite one decision in each of its thousand rows.
    seen: defaultdict[int, dict[tuple[object, ...], Citation]] = defaultdict(dict)
    linked: list[Citation] = []
    for citation in citations:
        if citation.sequence is not None:
            earlier = seen[citation.sequence]
            if (candidate := _antecedent(citation, list(earlier.values()))) is not None:
                citation = replace(citation, antecedent=candidate.fact_id)
            if citation.form != "self":
                earlier.setdefault(_says(citation), citation)
        linked.append(citation)
    return linked


def _says(one: Citation) -> tuple[object, ...]:
    return one.form, one.type, one.number, one.suffix, one.year, one.issued_on, one.issuer, one.issuer_code


def _antecedent(citation: Citation, earlier: Sequence[Citation]) -> Citation | None:
    """The first full mention of the only instrument this one may mean; None if there is none or more than one."""
    if citation.form not in ("full", "short") or citation.issued_on is not None:
        return None
    if citation.form == "full":
        if citation.issuer is not None:
            return None
        full = [
            one for one in earlier if one.number == citation.number and one.form == "full" and _same_type(one, citation)
        ]
    else:
        if any(one.form == "full" and one.type is None for one in earlier):
            return None
        full = [one for one in earlier if one.form == "full" and _may_mean(citation, one)]
    instruments = _distinct(full)
    if len(instruments) != 1:
        return None
    richer = [
        one for one in instruments[0] if one.issued_on is not None or one.issuer is not None or citation.form == "short"
    ]
    return richer[0] if richer else None


def _same_type(one: Citation, other: Citation) -> bool:
    return one.type == other.type or None in (one.type, other.type)


#: Types that stand for each other when a text shortens: noun of the full form → nouns of the short one.
_SHORTENED = {"Thông tư liên tịch": ("Thông tư",), "Chương trình hành động": ("Chương trình",), "Bộ luật": ("Luật",)}


def _may_mean(short: Citation, full: Citation) -> bool:
    if short.type != full.type and short.type not in _SHORTENED.get(full.type or "", ()):
        return False
    if short.suffix != full.suffix or (short.year is not None and full.year is not None and short.year != full.year):
        return False
    stated = short.issuer
    if stated is None:
        return True
    return may_be_one_issuer(stated, full.issuer or full.issuer_from_symbol, full.issuer_code)


def _distinct(mentions: Iterable[Citation]) -> list[list[Citation]]:
    """Mentions that may be one instrument, together: same number, and no date or issuer against each other."""
    groups: list[list[Citation]] = []
    for mention in mentions:
        fitting = [group for group in groups if all(_compatible(mention, one) for one in group)]
        if len(fitting) == 1:
            fitting[0].append(mention)
        elif not fitting or mention.issued_on is not None or mention.issuer is not None:
            groups.append([mention])
    return groups


def _compatible(one: Citation, other: Citation) -> bool:
    if one.number != other.number:
        return False
    if one.issued_on is not None and other.issued_on is not None and one.issued_on != other.issued_on:
        return one.issued_on.year == other.issued_on.year and one.issuer is not None and one.issuer == other.issuer
    if one.issuer is not None and other.issuer is not None:
        return may_be_one_issuer(one.issuer, other.issuer, None)
    return True
