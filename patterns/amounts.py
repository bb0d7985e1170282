"""Amounts stated in a sentence: a number, what kind it is, its unit, and whether it is a ratio, a range or a change.

In: the text of one block and the spans in it that are no numbers (citations). Out: amounts in order, grounded by
`text[start:end]`. A number becomes an amount only if something says what it counts: a unit, a percent sign, a noun
after it, a ratio, a count it is a part of, or a place where only a total can stand. Everything else is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from patterns.amount import MEASURED, Amount, Kind, Line
from patterns.bare import part_does, read_part, read_total
from patterns.fractions import BAR, BETWEEN, COUNTS_BEFORE, YEAR, read_range, read_ratio, read_sum
from patterns.masks import fixed_spans, list_end, masked_by_lead, shape_at
from patterns.names import hangs_on_letters, name_after, name_before
from patterns.nouns import noun_end
from patterns.numbers import NUMBER, Figure, Style, read_figure
from patterns.units import Unit
from patterns.wording import comparator_around

__all__ = ["Amount", "Kind", "find_amounts"]

_SHARED_UNIT = re.compile(r"\s+(?:và|hoặc)\s+(\d+(?:[.,]\d+)*)")
#: `1 250 000 đồng`: groups of three behind spaces, which nothing but a unit after them makes sure of.
_SPACED = re.compile(r"(?<!\d )[1-9]\d{0,2}(?:[ \u00a0]\d{3})+(?![\d.,/-]|\w)")
#: `1.234 ,6 tỷ đồng`: a space typed before the decimal comma.
_LOOSE_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})* ,\d{1,3}(?![\d.,])")
_REST_OF_DATE = re.compile(r"\s?[/.-]\s?\d{1,2}(?![\d%])")
#: `08 Thương vụ`: a leading zero is how offices write counts, whatever the case of the noun.
_ZERO_LED = re.compile(r"0[1-9]")


def find_amounts(
    text: str, *, masked: Sequence[tuple[int, int]] = (), style: Style = "vietnamese", strict: bool = False
) -> list[Amount]:
    """The amounts of a text in order. `strict` (headings) takes known units only."""
    line = Line(text=text, style=style, strict=strict)
    spans = sorted([*masked, *fixed_spans(text)])
    position, index = 0, 0
    while match := NUMBER.search(text, position):
        start = match.start()
        while index < len(spans) and spans[index][1] <= start:
            index += 1
        if index < len(spans) and spans[index][0] <= start:
            position = spans[index][1]
        else:
            position = max(_read(line, start, match[0]), start + 1)
    return line.amounts


def _read(line: Line, start: int, token: str) -> int:
    """Reads the number at `start` by the first rule that fits; returns where to go on."""
    text, end = line.text, start + len(token)
    unit = line.unit(end)
    if start and hangs_on_letters(text, start, has_unit=unit is not None):
        return end
    if shape := shape_at(text, start):
        return shape[0]
    figure = read_figure(token, line.style)
    if (after := _after_lead(line, start, token, figure, unit)) is not None:
        return after
    spaced = _SPACED.match(text, start)
    if spaced is not None and (whole := line.unit(spaced.end())) is not None:
        digits = re.sub(r"\s", "", spaced[0])
        return line.add(Figure(float(digits), 0, True, True), start, spaced.end(), whole, rule="spaced")
    loose = _LOOSE_COMMA.match(text, start)
    if loose is not None and (whole := line.unit(loose.end())) is not None and whole.kind in MEASURED:
        return line.add(read_figure(loose[0].replace(" ", "")), start, loose.end(), whole, rule="spaced")
    if token.startswith("00"):
        return end  # what is left of a number written in groups
    if figure is None:  # `5.378.7000.000 đồng`: a number, but which one?
        return line.add(None, start, end, unit) if unit is not None and token.count(".") > 1 else end
    if bar := BAR.match(text, end):
        return read_ratio(line, start, figure, bar.end())
    if unit is not None and unit.kind in ("money", "magnitude", "measure") and BAR.match(text, unit.end):
        return line.add(figure, start, end, unit)  # `8,4 tỉ/14,8 tỉ`: two amounts
    if after := read_range(line, start, end, figure, unit):
        return after
    return _with_unit(line, start, token, figure, unit) or _without_unit(line, start, token, figure)


def _after_lead(line: Line, start: int, token: str, figure: Figure | None, unit: Unit | None) -> int | None:
    """Where to go on if the word before makes the number a name, a date or an article; None if it does not."""
    text, end = line.text, start + len(token)
    if unit is not None and unit.end == end + 1 and text[end].isalpha():
        unit = None  # `Phụ lục 1h` has no hour
    elif unit is None and (gap := BETWEEN.match(text, end) or BAR.match(text, end)):
        unit = line.unit_of(gap.end())
    measured = unit is not None and unit.kind in MEASURED
    row = masked_by_lead(text, start, token, has_unit=unit is not None, measured=measured)
    if row is None:
        return None
    if row.reason == "article":  # `Điều 249, 251 Bộ luật Hình sự`
        return list_end(text, end, row.limit, lambda e: not text[e + 1 : e + 2].isupper() and _counts_after(line, e))
    if row.mode == "unless_unit" and token[0] == "0" and figure and read_part(line, start, end, figure):
        return end  # `(phòng 04, xã 08)`
    if row.mode in ("date", "number") and (rest := _REST_OF_DATE.match(text, end)):
        return rest.end()
    return list_end(text, end, row.limit, lambda e: _counts_after(line, e))


def _counts_after(line: Line, end: int) -> bool:
    return line.unit(end) is not None or noun_end(line.text, end) is not None


def _with_unit(line: Line, start: int, token: str, figure: Figure, unit: Unit | None) -> int:
    """A number before a known unit; 0 if there is none."""
    text, end = line.text, start + len(token)
    if unit is None:
        return 0
    if unit.kind == "money" and name_after(text, end, unit.end):
        return end  # `Công ty 888 Yên Bình`
    if after := read_sum(line, start, end, figure, unit):
        return after
    if unit.kind == "magnitude" and (noun := line.noun(end, unit)):
        return line.add(figure, start, end, noun, rule="noun")
    if unit.kind == "count":
        if part_does(text, end) and read_part(line, start, end, figure):
            return end  # `13 dự án (04 hoạt động, …)`
        if token[0] != "0" and name_after(text, end, unit.end):
            return end
        if YEAR.match(token) and unit.factor == 1.0 and not _counts(text, start):
            return end
    return line.add(figure, start, end, unit)


def _without_unit(line: Line, start: int, token: str, figure: Figure) -> int:
    """A number before a noun that no vocabulary holds, a part, a total, or nothing."""
    text, end = line.text, start + len(token)
    if text[end : end + 1].isalpha() or text[end : end + 1] == "_":
        return end
    if shared := _SHARED_UNIT.match(text, end):  # `110 và 100 USD/thùng`
        unit = line.unit(shared.end())
        if unit is not None and unit.kind in ("money", "percent", "measure", "duration"):
            line.add(figure, start, end, replace(unit, end=end), rule="shared_unit")
            return end
    if YEAR.match(token) or read_part(line, start, end, figure):
        return end
    noun = line.noun(end, capital=_ZERO_LED.fullmatch(token) is not None)
    if noun is not None and (token[0] == "0" or "." in token or not name_before(text, start)):
        return end if figure.decimals else line.add(figure, start, end, noun, rule="noun")
    read_total(line, start, end, figure)
    return end


def _counts(text: str, start: int) -> bool:
    """Before a number such as `2016` a verb or a quantifier stands: it counts and is no year."""
    return COUNTS_BEFORE.search(text, max(0, start - 24), start) is not None or bool(
        comparator_around(text, start, start)
    )
