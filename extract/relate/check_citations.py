"""date_order and citation_conflict: what the citations of a report say against each other and against its date.

An instrument cited cannot be younger than the report; a year inside its number is the year of its date; number and
symbol name one instrument per issuer and year (NĐ 30/2020, Điều 15.1); numbers of a series grow with their dates.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from extract.facts import Citation, DocumentRow
from extract.relate.found import Found

#: Issuers that exist once: a symbol that ends so needs no stated issuer.
_UNIQUE = frozenset(["CP", "TTg", "CTN", "TW", "QH", "UBTVQH", "VPCP", "BNV", "BTC", "BTP"])


def check_citations(header: DocumentRow, citations: Sequence[Citation]) -> list[Found]:
    """Dates against the report's date and the number's year; mentions of one number; series."""
    dated = [c for c in citations if c.issued_on and c.number and c.form != "self" and not c.doubtful]
    found: list[Found] = []
    for citation in dated:
        found.extend(_single(header, citation))
    found.extend(_conflicts(dated))
    found.extend(_series(dated))
    return found


def _day(date: dt.date | None) -> str:
    return f"{date.day:02d}/{date.month:02d}/{date.year}" if date else ""


def _name(citation: Citation) -> str:
    return f"{citation.type or 'Văn bản'} số {citation.number}"


def _single(header: DocumentRow, citation: Citation) -> list[Found]:
    found: list[Found] = []
    issued = citation.issued_on
    if issued is None:
        return found
    if header.issued_on and issued > header.issued_on:
        found.append(
            Found(
                kind="date_order", holds=False, stated=None, expected=None, facts=(citation.fact_id,),
                message=f"{_name(citation)} ghi ngày {_day(issued)}, sau ngày ban hành báo cáo {_day(header.issued_on)}.",
            )
        )  # fmt: skip
    if citation.year and citation.year != issued.year:
        found.append(
            Found(
                kind="citation_conflict", holds=False, stated=float(issued.year), expected=float(citation.year),
                facts=(citation.fact_id,),
                message=f"{_name(citation)} ghi ngày {_day(issued)}, không cùng năm với số ký hiệu.",
            )
        )  # fmt: skip
    return found


def _issuer(citation: Citation) -> str | None:
    if citation.issuer_code in _UNIQUE:
        return citation.issuer_from_symbol or citation.issuer_code
    return citation.issuer


def _conflicts(citations: Sequence[Citation]) -> list[Found]:
    groups: dict[tuple[str | None, str | None, int], list[Citation]] = {}
    for citation in citations:
        if citation.issued_on:
            groups.setdefault((citation.type, citation.number, citation.issued_on.year), []).append(citation)
    found: list[Found] = []
    for mentions in groups.values():
        seen: list[Citation] = []
        for mention in mentions:
            other = next((c for c in seen if c.issued_on != mention.issued_on and _compatible(c, mention)), None)
            if other is not None and not any(
                c.issued_on == mention.issued_on and _compatible(c, mention) for c in seen
            ):
                known = _issuer(other) is not None and _issuer(mention) is not None
                doubt = "" if known else "; có thể là của hai cơ quan"
                found.append(
                    Found(
                        kind="citation_conflict", holds=False if known else None, stated=None, expected=None,
                        facts=(other.fact_id, mention.fact_id),
                        message=f"{_name(mention)} được dẫn với hai ngày: {_day(other.issued_on)} và {_day(mention.issued_on)}{doubt}.",
                    )
                )  # fmt: skip
            seen.append(mention)
    return found


def _compatible(first: Citation, second: Citation) -> bool:
    one, two = _issuer(first), _issuer(second)
    return one is None or two is None or one == two


def _series(citations: Sequence[Citation]) -> list[Found]:
    """Numbers of one issuer, type, symbol and year must not fall while their dates rise; a hint, never a verdict."""
    groups: dict[tuple[str | None, ...], dict[int, Citation]] = {}
    for citation in citations:
        if citation.sequence is None or citation.issued_on is None or not _issuer(citation) or citation.suffix:
            continue
        # numbers with a year inside are a series of their own (Luật BHVBQPPL 2015, Điều 10)
        normative = "normative" if citation.year else None
        key = (citation.type, citation.issuer_code, _issuer(citation), normative, str(citation.issued_on.year))
        groups.setdefault(key, {}).setdefault(citation.sequence, citation)
    found: list[Found] = []
    for numbered in groups.values():
        ordered = [numbered[sequence] for sequence in sorted(numbered)]
        for earlier, later in pairwise(ordered):
            if earlier.issued_on and later.issued_on and earlier.issued_on > later.issued_on:
                found.append(
                    Found(
                        kind="date_order", holds=None, stated=None, expected=None,
                        facts=(earlier.fact_id, later.fact_id),
                        message=f"{_name(earlier)} ghi ngày {_day(earlier.issued_on)}, sau {_name(later)} ngày {_day(later.issued_on)} "
                        "dù số nhỏ hơn; ngày, số hoặc cơ quan ban hành có thể ghi nhầm.",
                    )
                )  # fmt: skip
    return found
