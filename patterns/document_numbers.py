"""Số và ký hiệu: the number and symbol of an instrument, read out of running text and repaired where that is certain.

Shapes: `30/KH-UBND` and `61/2018/NĐ-CP` (NĐ 30/2020 Phụ lục I, II.3; Luật Ban hành văn bản QPPL 2015 Điều 10), `80/2015/QH13`,
`534/SNV-TTr` (công văn: issuer and drafting unit, no type), `10-NQ/TU` (Party, HD 36-HD/VPTW), and older ones without a year or with dots
(`135/CP`, `24-CP`, `21/QĐ.TCCB.05`). Đ is never folded to D: the two tell types apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from patterns.document_types import TypeName, canonical_type_code, type_codes
from patterns.issuer_codes import canonical_issuer_code, is_issuer_code
from patterns.words import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentNumber:
    """A number with its symbol at `start:end` of a text. `number` is repaired, `raw` as written.

    `style`: state, party, assembly (laws), letter (công văn), old. `suffix` holds what follows the counting number (`c` of 30c,
    `.4` of 66.4). `groups` are the parts of the symbol in canonical letters.
    """

    start: int
    end: int
    raw: str
    number: str
    sequence: int
    suffix: str | None
    year: int | None
    type_code: str | None
    type_code_raw: str | None
    issuer_code: str | None
    groups: tuple[str, ...]
    style: str

    @property
    def symbol(self) -> str:
        """What follows the counting number, `/KH-UBND`; numbers of a packed list share it."""
        return self.number[re.match(r"[\d.]*[a-zđ]*", self.number).end() :]  # type: ignore[union-attr]


_GROUP = r"[a-zđ][a-zđư0-9&]{0,24}+(?!\w)"
_DASH = r"[-–—_]"
_DASHES = ("-", "–", "—", "_")
#: Old symbols of a single part: `24-CP`, `186-HĐBT`, `285-TTg`.
_OLD = ("CP", "TTg", "HĐBT", "HĐCP", "UB", "SL", "TTrg", "CTN")


@cache
def number_pattern() -> re.Pattern[str]:
    """Candidates for a number with symbol in folded text; `read_number` decides."""
    codes = "|".join(sorted((re.escape(code.lower()) for code in type_codes()), key=lambda code: (-len(code), code)))
    old = "|".join(code.lower() for code in _OLD)
    return re.compile(
        rf"""
        (?P<digits> [0-9] (?: (?<=số[0-9]) | (?<!\w[0-9]) ) (?<![0-9][.:/\-][0-9]) (?<!/[0-9]) [0-9]{{0,5}} ) (?P<thousands> \.[0-9]{{3}} (?= \s?/\s?[a-zđ] ) )?
        (?P<suffix> (?: bis | [a-zđ] ) (?!\w) )?
        (?P<point> \.[0-9]{{1,2}} (?![0-9]) )?
        (?: (?: \s{{0,2}}/{{1,2}}\s{{0,2}} | [.\-] ) (?P<year> (?:19|20)[0-9]{{2}} ) (?![0-9]) )?
        (?P<join> \s{{0,3}}/{{1,2}}\s{{0,2}} | \s?{_DASH}\s? (?= (?:{codes}|{old}) (?!\w) | ubtvqh | qh[0-9] ) | \s? (?= (?:{codes}) (?: \s?[-/–]\s? [a-zđ] | (?!\w) | [a-z]{{2,6}}\b ) ) )
        (?P<symbol> {_GROUP} (?: (?: \s{{0,2}}(?:{_DASH}|//?)\s{{0,2}} | \.\s? ) (?: {_GROUP} | [0-9]{{2,4}}(?!\w) ) ){{0,8}} )
        """,
        re.VERBOSE,
    )


_SPLIT = re.compile(rf"(\s*(?:{_DASH}|//?|\.)\s*)")
_TERM = re.compile(r"(UBTVQH|QH|HĐNN)(\d{1,2})?")
#: Type codes that are also names of bodies or units (`CT` Cục Thuế, `TTr` Thanh tra): typed only with a known issuer beside.
# fmt: off
_AMBIGUOUS = frozenset((
    "CT", "TTr", "L", "PL", "PLCT", "QC", "TC", "CN", "CK", "UQ", "NP", "GN", "SL", "CL", "ĐL", "QH", "HĐ", "PA", "PB", "PG", "DA", "SY", "GP",
    "PC", "TTh", "CV", "CĐ", "KL", "TT",
))
# fmt: on


def read_number(text: str, match: re.Match[str], head: TypeName | None, *, strong: bool) -> DocumentNumber | None:
    """The number at a candidate of `number_pattern`, read from `text` in its own letter case; None if it is none.

    `head` is the type noun before it, if any; `strong` says that a noun or `số` announces it, so that small letters and gaps pass.
    """
    parts = _SPLIT.split(text[match.start("symbol") : match.end("symbol")])
    groups, gaps, length = _groups(parts, strong)
    if not groups:
        return None
    if len(groups) == 1:
        split = _unglue(groups[0])
        if split is not None:
            groups, gaps = [*split], ["", "-"]
    join, first = match["join"], groups[0]
    end = match.start("symbol") + length
    year = int(match["year"]) if match["year"] else None
    sequence = match["digits"] + (match["thousands"] or "").lstrip(".")
    letter = match["suffix"] or ""
    if letter == "o" and text[match.start("suffix")] == "O":
        sequence, letter = f"{sequence}0", ""  # `1O/QĐ-UBND`: a zero read as a letter
    suffix = f"{letter}{match['point'] or ''}"
    codes = type_codes()
    typed = first in codes and not (first in _AMBIGUOUS and not _supports(first, groups, head, join))
    if head is not None and head.name == "Công văn" and first != "CV":
        typed = False
    if not typed and head is not None and (mended := _mend(first, head)) is not None:
        first, groups, typed = mended, [mended, *groups[1:]], True
    style, issuer = _style(groups, gaps, join, typed, year, strong)
    if style is None:
        return None
    head_text = sequence + suffix + (f"/{year}" if year else "")
    number = _write(head_text, groups, gaps, style, join)
    return DocumentNumber(
        start=match.start(),
        end=end,
        raw=text[match.start() : end],
        number=number,
        sequence=int(sequence),
        suffix=suffix or None,
        year=year,
        type_code=first if typed else None,
        type_code_raw=parts[0]
        if typed and groups[0].lower() == parts[0].lower()
        else (parts[0][: len(first)] if typed else None),
        issuer_code=issuer,
        groups=tuple(groups),
        style=style,
    )


def _groups(parts: list[str], strong: bool) -> tuple[list[str], list[str], int]:
    """Parts of a symbol in canonical letters, the gap before each, and how many characters they take; trimmed where prose begins."""
    groups: list[str] = []
    gaps: list[str] = []
    length = 0
    for position in range(0, len(parts), 2):
        part, gap = parts[position], parts[position - 1] if position else ""
        code = _canonical(part, strong, bool(groups))
        if code is None or (groups and not _joined(groups, gap, code)):
            break
        groups.append(code)
        gaps.append(gap)
        length += len(gap) + len(part)
    return groups, gaps, length


def _canonical(part: str, strong: bool, later: bool) -> str | None:
    """A part of a symbol in canonical letters; None if it cannot be one."""
    if part.isdigit():
        return part if later else None
    # Behind the first group stands an issuer or a unit (`648/BTTTT-TTH`), no type, whatever its letters look like.
    known = (canonical_type_code(part) if not later or part.upper() == "TTR" else None) or canonical_issuer_code(part)
    if known is not None:
        return known if strong or not part.islower() else None
    if term := _TERM.fullmatch(part.upper()):
        return term[0]
    capitals = sum(character.isupper() for character in part)
    if part[0].isupper() and (capitals >= 2 or len(part) == 1) and capitals * 2 >= len(part.rstrip("0123456789")):
        return part
    if strong and part.islower() and len(part) <= 6:
        return part.upper()
    return None


def _joined(groups: list[str], gap: str, code: str) -> bool:
    """Whether a part belongs to the symbol: gaps with spaces or a dot count only where no new sentence can begin."""
    if gap.strip() == ".":
        return gap == "." and (groups[-1] in type_codes() or code.isdigit() or not is_issuer_code(code))
    if gap != gap.strip():
        after_type = groups[-1] in type_codes() and len(groups) == 1
        if gap.startswith((" ", "\n")) and gap.endswith((" ", "\n")):
            return after_type and is_issuer_code(code)
        return after_type or not is_issuer_code(code)
    return True


def _supports(first: str, groups: list[str], head: TypeName | None, join: str) -> bool:
    """Whether an ambiguous code is a type here: the noun says so, or a known issuer follows it."""
    if head is not None and first in head.codes:
        return True
    if head is not None and head.name not in ("Văn bản", "Công văn"):
        return False
    return len(groups) > 1 and is_issuer_code(groups[1])


def _mend(first: str, head: TypeName) -> str | None:
    """A type code whose Đ lost its stroke, or in other letters, where the noun leaves no doubt: `QD` of a Quyết định."""
    for code in head.codes:
        if first.upper().replace("Đ", "D") == code.upper().replace("Đ", "D"):
            return code
    return None


def _unglue(group: str) -> tuple[str, str] | None:
    """`QĐTTg` → `QĐ`, `TTg`: a type code and an issuer code written as one; None if it is not that."""
    if canonical_type_code(group) or is_issuer_code(group):
        return None
    for cut in range(1, len(group) - 1):
        kind, issuer = canonical_type_code(group[:cut]), canonical_issuer_code(group[cut:])
        if kind is not None and issuer is not None and kind not in _AMBIGUOUS:
            return kind, issuer
    return None


def _style(
    groups: list[str], gaps: list[str], join: str, typed: bool, year: int | None, strong: bool
) -> tuple[str | None, str | None]:
    """Style of a number and the issuer code in it; style None if the parts make no number."""
    first, hyphen = groups[0], join.strip() in _DASHES
    if first in COURT or any(group in COURT for group in groups):
        return None, None
    if _TERM.fullmatch(first):
        return ("assembly", first) if year or strong else (None, None)
    if typed and len(groups) > 1:
        joint = first.endswith(("LT", "LN", "PH")) and first != "CT"
        issuer = "-".join(group for group in groups[1:] if not group.isdigit()) if joint else groups[1]
        party = hyphen and gaps[1].strip().startswith("/")
        if hyphen and not party and not strong:
            return None, None
        if not hyphen and gaps[1].strip().startswith("/") and _is_party(issuer):
            party = True
        return ("party" if party else "state"), issuer
    if hyphen:
        return ("old", first) if strong and (first in _OLD or typed) else (None, None)
    if not join.strip() and not typed:
        return None, None
    if len(groups) == 1 and (typed or first in _OLD):
        return ("old" if first in _OLD else "state", None if typed else first) if strong else (None, None)
    if strong or (is_issuer_code(first) and len(groups) > 1):
        return "letter", first if is_issuer_code(first) or len(groups) > 1 else None
    return None, None


_PARTY = re.compile(r"(?:TW|TƯ|TU|HU|QU|ĐU|ThU|ĐUK|BCSĐ)\w*|\w*(?:TW|TƯ|TU|HU)")


def _is_party(code: str | None) -> bool:
    return code is not None and _PARTY.fullmatch(code) is not None


def _write(head: str, groups: list[str], gaps: list[str], style: str, join: str) -> str:
    """The number as the law writes it: Party `57-NQ/TW`, state `61/2018/NĐ-CP`."""
    if style == "party":
        return f"{head}-{groups[0]}/{'-'.join(groups[1:])}"
    written = head + ("-" if style == "old" and join.strip() and join.strip() in _DASHES else "/") + groups[0]
    for gap, group in zip(gaps[1:], groups[1:], strict=True):
        mark = gap.strip()[:1]
        written += ("." if mark == "." else "-") + group
    return written


#: Symbols of judgments and case files: not instruments (DOMAIN 2.4).
COURT = frozenset(row["word"] for row in rows("not_instruments") if row["kind"] == "court")
