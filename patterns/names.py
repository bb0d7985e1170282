"""Whether a number belongs to a name: `G20`, `COVID-19`, `HĐ/12`, `Phú An 2`, `Công ty 186 Bình Minh`."""

from __future__ import annotations

import re

_BASE = re.compile(r"1(?:00|[.]?000|0[.]?000|00[.]?000)\s[^\W\d_]")
_WORD_BEFORE = re.compile(r"(?:^|\s)([^\W\d_][\w.]*)\s*$")


def hangs_on_letters(text: str, start: int, *, has_unit: bool) -> bool:
    """The digits at `start` follow letters without a space; a unit after them may still make them a number (`đạt98%`)."""
    before, earlier = text[start - 1], text[start - 2 : start - 1]
    if before == "/" and _BASE.match(text, start):
        return True  # `trẻ trai/100 trẻ gái`
    if before.isalpha():
        return not (before.islower() and has_unit)
    if before in "-–&_./" and earlier.isalpha():
        if before == ".":
            return earlier.isupper()
        return before != "/" or (earlier.isupper() and not has_unit)
    return before in "_=#" or (before in ".," and earlier.isdigit())


def name_before(text: str, start: int) -> bool:
    """A capitalised word that does not begin the sentence stands right before."""
    match = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if match is None or not match[1][0].isupper() or match[1].isupper():
        return False
    word = match.start(1)
    before = text[max(0, word - 4) : word].rstrip()[-1:]
    return bool(before) and before not in '.:;-+•*(“"!?'


def name_after(text: str, unit_start: int, unit_end: int) -> bool:
    """What looks like a unit is the first of two capitalised words: `186 Bình Minh`."""
    word = text[unit_start:unit_end].strip()
    return (
        word.istitle()
        and " " not in word
        and text[unit_end : unit_end + 1] == " "
        and text[unit_end + 1 : unit_end + 2].isupper()
    )
