"""What role a mention plays, told by the verb before it (`relation_verbs.csv`); DOMAIN 3.5 lists the edges of the index."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from patterns.spelling import modern_tone, squeeze
from patterns.words import any_of, rows


class Role(NamedTuple):
    """A relation and the verb that tells it, at `start:end`."""

    relation: str
    start: int
    end: int


@cache
def _relations() -> dict[str, str]:
    return {modern_tone(row["verb"]): row["relation"] for row in rows("relation_verbs")}


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(_relations())}(?!\w)")


_EDGE = re.compile(r"[;:.)\x00](?!\w)")
_PAUSE = re.compile(r"[,;:.()\x00]")
_REACH = 90
#: What is replaced is a part of the text, not the text: `thay thế cụm từ “…” tại khoản 2 Điều 5 của Luật`.
_PARTS = re.compile(r"\s+(?:các\s+|một\s+số\s+)?(?:cụm\s+từ|từ|điểm|khoản|điều|mục|chương|phụ\s+lục|biểu|mẫu)(?!\w)")
#: Verbs that are nouns before `của`.
_NOUNS = frozenset(("hướng dẫn", "điều chỉnh", "công bố"))
#: Verbs of one syllable reach only to what follows at once.
_CLOSE = frozenset(("có", "ký"))


def role_before(folded: str, start: int, end: int) -> Role | None:
    """The verb nearest before `end` in its clause, not before `start`; None if there is none."""
    window = max(start, end - _REACH)
    found: Role | None = None
    for match in _verb().finditer(folded, window, end):
        verb = squeeze(match[0])
        if verb in _NOUNS and folded.startswith((" của ", " tại "), match.end()):
            continue  # `theo hướng dẫn của Sở Nội vụ tại Công văn`
        if verb in _CLOSE and folded[match.end() : end].count(" ") > 2:
            continue
        if (
            found is not None
            and verb == "theo"
            and found.relation == "implements"
            and not _PAUSE.search(folded, found.end, match.start())
        ):
            continue
        relation = _relations()[verb]
        if relation == "replaces" and _PARTS.match(folded, match.end(), end):
            relation = "amends"
        found = Role(relation, match.start(), match.end())
    if found is None or _EDGE.search(folded, found.end, end):
        return None
    return found


#: Nouns of classes of instruments, as lead-ins name them: `các kế hoạch`, `nhiều văn bản`.
CLASS_NOUN = re.compile(
    r"(?<!\w)(?:văn\s+bản|kế\s+hoạch|quyết\s+định|chỉ\s+thị|nghị\s+quyết|nghị\s+định|công\s+văn|thông\s+tư|chương\s+trình|công\s+điện|thông\s+báo"
    r"|hướng\s+dẫn|đề\s+án|quy\s+định|quy\s+chế|kết\s+luận|tờ\s+trình|báo\s+cáo)(?!\w)"
)


#: A repeal follows what it repeals: `Nghị định A và Nghị định B hết hiệu lực`.
REPEALED_AFTER = re.compile(
    r"\s*,?\s*(?P<verb>(?:đã\s+)?(?:hết|không\s+còn|chấm\s+dứt)\s+hiệu\s+lực|(?:bị|được)\s+bãi\s+bỏ)(?!\w)"
)


_NUMBERED = re.compile(r"\s+(?:số\s*:?\s*)?[0-9]")


def lead_in_role(folded: str, start: int, colon: int) -> Role | None:
    """The role that words before a colon give to the list after it: the verb before the last noun of a class of instruments in them."""
    for noun in reversed(list(CLASS_NOUN.finditer(folded, max(start, colon - 420), colon))):
        if _NUMBERED.match(folded, noun.end()):
            continue  # an instrument that the lead-in cites
        role = role_before(folded, start, noun.start())
        if role is not None and role.relation in ("issues", "implements", "basis"):
            return role
    last = role_before(folded, start, colon)
    return last if last is not None and not folded[last.end : colon].strip() else None


#: Verbs of issuing right before an instrument, with at most a few words between: `ban hành các`, `có`, `thông qua`.
ISSUING = re.compile(
    r"(?<!\w)(?:(?:đã\s+)?(?:ký\s+)?ban\s+hành|(?:đã\s+)?có|(?:đã\s+)?ký|ra|phát\s+hành|thông\s+qua|công\s+bố|gửi|đã\s+gửi|phê\s+duyệt)(?:\s+(?:kèm\s+theo|thêm|bổ\s+sung|kịp\s+thời))?"
    r"(?:\s+(?:các|nhiều|một\s+số|những|[0-9]{1,3}|một|hai|ba))?\s*\Z"
)
#: A body acts and the text names the instrument with `tại`: `UBND tỉnh phê duyệt … tại Quyết định số …`.
AT = re.compile(
    r"(?<!\w)(?:tại|bằng|trong|thông\s+qua)(?:\s+(?:các|mục\s+\S+|điểm\s+\S+|khoản\s+\S+|nội\s+dung))?\s*\Z"
)
#: Verbs that tell that a body acts.
ACTS = re.compile(
    r"(?<!\w)(?:ban\s+hành|phê\s+duyệt|quyết\s+định|công\s+bố|thành\s+lập|giao|chỉ\s+đạo|yêu\s+cầu|thông\s+báo|kiện\s+toàn|điều\s+chỉnh|chấp\s+thuận|thống\s+nhất|hướng\s+dẫn|đề\s+nghị|cho\s+phép|quy\s+định|xin\s+ý\s+kiến|tham\s+gia|báo\s+cáo|trả\s+lời|có\s+ý\s+kiến|đôn\s+đốc|triển\s+khai|xây\s+dựng|cho\s+ý\s+kiến|kết\s+luận|tham\s+mưu|trình|gửi|kiến\s+nghị|góp\s+ý)(?!\w)"
)
