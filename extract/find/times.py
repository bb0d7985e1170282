"""When a quantity holds: the period of its statement, else of its sentence, of the heading above, of the report.

A period that something is compared with (`so với cùng kỳ năm 2007`) is not the period of the number.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from extract.document import Block
from extract.facts import DocumentRow
from extract.find.sentences import Spans
from patterns.periods import Mention, Period, find_period, find_periods

_COMPARED = re.compile(
    r"(?:sau|chuyển sang|so|so với|cùng kỳ|với|hơn|trước|theo|tại|của kế hoạch|kế hoạch|chỉ tiêu)\s*(?:của\s+)?(?:cùng kỳ\s+)?(?:trong\s+)?$",
    re.IGNORECASE,
)


#: Words before a period that make it an adverbial of the sentence; without them `biên chế năm 2022` names the posts.
_ADVERBIAL = re.compile(
    r"(?:^|[,;:.(+*•-]|(?<!\w)(?:trong|cả|hết|đến|vào|tính|cộng|riêng|sang|lũy kế|luỹ kế))\s*$", re.IGNORECASE
)
#: How many mentions before a number are looked at, and how many characters after it.
_LAST, _AFTER = 4, 60
_BREAK = re.compile(r"[,;()\[\]]")
_WIDE = ("year", "range", "target")


def _nearest(mentions: list[Mention], text: str) -> Mention:
    """The nearest mention; a year that belongs to a noun yields to a shorter period named earlier."""
    nearest = mentions[-1]
    adverb = nearest.period.label.lower().startswith(("trong", "cả", "hết", "đến"))
    if (
        nearest.form not in _WIDE
        or adverb
        or _ADVERBIAL.search(text, max(0, nearest.char_start - 12), nearest.char_start)
    ):
        return nearest
    narrower = [m for m in mentions if m.form not in _WIDE]
    return narrower[-1] if narrower else nearest


class Times:
    """Periods of one document, asked for in reading order."""

    def __init__(self, header: DocumentRow) -> None:
        date = header.period_end or header.issued_on
        self.year = date.year if date else None
        self.report = (
            Period(label=header.period_label, start=header.period_start, end=header.period_end)
            if header.period_label
            else None
        )
        self.headings: dict[int, Period] = {}
        self._sentence: tuple[str, int] | None = None
        self._mentions: list[Mention] = []

    def heading(self, block: Block) -> None:
        """A heading begins: its period, if it names one, holds for what is under it."""
        level = block.level or 1
        self.headings = {at: period for at, period in self.headings.items() if at < level}
        period = find_period(block.text, year=self.year)
        if period is not None:
            self.headings[level] = period

    def period(self, block: Block, spans: Spans, start: int, end: int) -> Period | None:
        """The period of the number at `start:end` of a block."""
        mentions = self._of_sentence(block, spans, start)
        statement_start, statement_end = spans.statement(start)
        count = bisect_right(mentions, start, key=lambda m: m.char_end)
        first = bisect_left(mentions, statement_start, 0, count, key=lambda m: m.char_start)
        if first < count:
            return _nearest(mentions[max(first, count - _LAST) : count], block.text).period
        if count:
            return mentions[0].period
        following = mentions[count].char_start if count < len(mentions) else len(block.text)
        near = end <= following < min(statement_end, end + _AFTER)
        if near and count < len(mentions) and not _BREAK.search(block.text, end, following):
            return mentions[count].period
        return self.headings[max(self.headings)] if self.headings else self.report

    def _of_sentence(self, block: Block, spans: Spans, position: int) -> list[Mention]:
        start, end = spans.sentence(position)
        if self._sentence != (block.path, start):
            self._sentence = (block.path, start)
            text = block.text[start:end]
            self._mentions = [
                Mention(
                    char_start=m.char_start + start, char_end=m.char_end + start, form=m.form, period=m.period,
                    year=m.year, ordinal=m.ordinal,
                )
                for m in find_periods(text, year=self.year)
                if not _COMPARED.search(text, max(0, m.char_start - 24), m.char_start)
            ]  # fmt: skip
        return self._mentions
