"""What a number counts: the noun phrase after it (`02 văn bản quy phạm pháp luật`), else the subject before it.

In: the text of a block, its amounts in order and which one is meant. Out: a short phrase from the text, or None. When
only the bare unit follows (`2.546 hồ sơ`), the words before the number say which ones are meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.find.sentences import Spans
from patterns.amounts import Amount

_RIGHT_STOP = re.compile(
    r"[.,;:()\n\"“”…]|(?<!\w)(?:đạt|chiếm|tăng|giảm|so với|bằng|với|theo|trên địa bàn|trong đó|trong|gồm|bao gồm|là|để|nhằm|do|từ"
    r"|và|hoặc|tại|tỷ lệ|tỉ lệ|vượt|đến|tới|ước|kể từ|sau|trước|như|khi|nhưng|còn|qua|tương ứng|tương đương|thuộc)(?!\w)"
)
_LEFT_BREAK = re.compile(r"[,;()\n\"“”…]|\.(?=\s)|:(?=\s)")
_TAIL = re.compile(
    r"(?:\s|^)(?:là|đạt|được|có|còn|gồm|bao gồm|tổng số|tổng cộng|tổng|khoảng|trên|dưới|hơn|gần|ước|ước đạt|ước tính|ước thực hiện"
    r"|thực hiện|thực hiện được|tỷ lệ|tỉ lệ|chiếm|bằng|tăng|giảm|vượt|với|xấp xỉ|đạt tỷ lệ|chiếm tỷ lệ|chiếm tỷ trọng|tỷ trọng|thêm"
    r"|tối thiểu|ít nhất|tối đa|từ|đến|bình quân|trung bình|và|cho|hiện|hiện có|đã|số lượng|đến nay|hiện nay|lên|xuống|mức|ở mức"
    r"|đạt được|cao hơn|thấp hơn|chỉ|số|số tiền là|đề ra|cụ thể|trong đó|riêng|lần lượt|tốc độ|đều|mới|tới|nhiều hơn|đạt trên|quá)\s*[:=]?$",
    re.IGNORECASE,
)
_TIME_TAIL = re.compile(
    r"\s+(?:(?:tính |lũy kế |luỹ kế )?đến (?:hết )?(?:ngày |tháng |năm )?[\d/.-]+|(?:trong |của )?(?:năm|tháng|quý|ngày) [\dIVX/.-]+"
    r"(?:/\d{4})?|(?:\d+|sáu|chín|ba) tháng(?: (?:đầu|cuối) năm)?(?: năm)?(?: \d{4})?)$",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"^[\s\-+*•–.,;:)]*(?:\d+(?:\.\d+)*[.)]\s+|[a-zđ]\)\s+)?"
    r"(?:(?:trong đó|kết quả|cụ thể|đồng thời|ngoài ra|bên cạnh đó|theo đó|qua đó|đến nay|hiện nay|hiện|và|đã|có|riêng|như|gồm|bao gồm"
    r"|trong kỳ|số lượng|số liệu|tổng số lượng|tổng số|tỷ lệ|tỉ lệ|tổng cộng|trong năm|còn|còn lại|là|được|với)(?=[\s,:])[\s,:]*)*",
    re.IGNORECASE,
)
_CONNECTS = re.compile(
    r"[\s,(]*(?:đạt|tăng|giảm|chiếm|bằng|vượt|tương ứng|tương đương|tỷ lệ|tỉ lệ|tỷ trọng|và|với|hoàn thành|trên|khoảng|là|so với|cùng kỳ"
    r"|kế hoạch|dự toán|năm trước|tháng trước|đề ra|giao|được|cả|năm|chỉ|hơn|gần|\d{4}|,|;|đồng thời|nhưng|thêm|dưới|ước|lên|xuống|còn|từ|kỳ"
    r"|trung ương|tỉnh|hđnd|mức|[()]|\s)*"
)
_LONGEST = 18
_OF_PERCENT = re.compile(
    r"\s+(?:kế hoạch|dự toán|so|tổng|chỉ tiêu|mục tiêu|cùng|nghị quyết|trong|trên|của|theo|và|tổng số|năm|là|thì|nhưng|lên|xuống|chỉ|đã|được)(?!\w)"
)


def _clean(phrase: str) -> str:
    previous = None
    phrase = " ".join(phrase.split())
    while phrase != previous:
        previous = phrase
        phrase = _TIME_TAIL.sub("", _TAIL.sub("", phrase)).rstrip(" ,:;-–")
    phrase = _HEAD.sub("", phrase, count=1).strip(" ,:;-–.")
    return " ".join(phrase.split()[-_LONGEST:])


def _right(text: str, end: int, stop: int) -> str:
    cut = _RIGHT_STOP.search(text, end, stop)
    phrase = text[end : cut.start() if cut else stop]
    if not cut and stop < len(text):  # runs into the next number: the last words belong to it
        phrase = phrase.rsplit(maxsplit=2)[0] if len(phrase.split()) > 4 else ""
    words = phrase.split()
    return " ".join(words[:12])


def _left(text: str, start: int, floor: int, *, brackets: bool) -> str:
    """The clause before `start`: back to a comma; in brackets, what stands before them back to a semicolon."""
    window = text[floor:start]
    if brackets:
        opened = window.rfind("(")
        inner = _clean(window[opened + 1 :].rsplit(";", 1)[-1].rsplit(",", 1)[-1])
        if inner:
            return inner
        window = window[:opened]
        breaks = [m.end() for m in re.finditer(r"[;:.](?=\s)|\)", window)]
        return _clean(window[breaks[-1] :] if breaks else window)
    colon = window.rstrip().endswith(":")
    breaks = [m.end() for m in _LEFT_BREAK.finditer(window.rstrip().rstrip(":") if colon else window)]
    for index in range(len(breaks), -1, -1):
        phrase = _clean(window[breaks[index - 1] if index else 0 :])
        if len(phrase) > 2:
            return phrase
    return ""


def counted_of(text: str, spans: Spans, amounts: Sequence[Amount], index: int, before: Sequence[str | None]) -> str | None:
    """What `amounts[index]` counts; `before` holds what the earlier amounts of the block count."""
    amount = amounts[index]
    sentence_start, sentence_end = spans.sentence(amount.start)
    previous = amounts[index - 1] if index and amounts[index - 1].start >= sentence_start else None
    following = amounts[index + 1].start if index + 1 < len(amounts) else len(text)
    unit = text[amount.start + len(amount.raw) : amount.end].strip()
    right = _right(text, amount.end, min(following, sentence_end))
    if amount.kind == "percent" and _OF_PERCENT.match(text, amount.end):
        right = ""
    noun = unit if amount.kind in ("count", "ratio") and amount.unit else ""
    if right and (noun or amount.kind in ("measure", "percent", "money", "count")) and not _is_tail(right):
        return f"{noun} {right}".strip()
    floor = max(sentence_start, previous.end if previous else 0)
    opened = text.rfind("(", floor, amount.start)
    brackets = opened >= 0 and ")" not in text[opened : amount.start]
    if previous and _CONNECTS.fullmatch(text.lower(), previous.end, amount.start) and amount.rule != "part":
        if not noun or amount.unit == previous.unit:
            return before[index - 1]
    left = _left(text, amount.start, floor, brackets=brackets)
    if not left and previous is not None:
        left = before[index - 1] or ""
    if not left:
        return noun or None
    noun = noun.lower() or (amount.unit or "" if amount.rule == "part" else "")
    if not noun or noun in left.lower():
        return left
    return f"{noun} – {left}"


def _is_tail(phrase: str) -> bool:
    """`năm 2022`, `kế hoạch năm`: no thing counted."""
    return re.fullmatch(r"(?:(?:cả |trong )?năm(?: nay| trước)?|kế hoạch(?: năm)?|dự toán|mỗi \w+|nêu trên|nói trên|này|đó|nào|trở lên|trở xuống|còn lại)", phrase.lower()) is not None
