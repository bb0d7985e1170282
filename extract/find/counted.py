"""What a number counts: the noun phrase after it (`02 văn bản quy phạm pháp luật`), else the subject before it.

In: the text of a block (citations blanked with `¤`), its amounts in order and which one is meant. Out: a short phrase made of the
text's words, or None. When only the bare unit follows (`2.546 hồ sơ`), the words before the number say which ones are
meant; unit and subject are then joined by a dash unless the subject names the unit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.find.sentences import Spans
from patterns.amounts import Amount

_LONGEST = 24
_RIGHT_WORDS = 16
_DANGLING = re.compile(r"(?:\s+(?:của|các|những|cho|với|về|được|đã|đang|là|trên|ở|bị|vào|mà|này|nêu|nói))+$")
_BLANK = "¤"
_AND = re.compile(r"[^,;.()]*(?:\s(?:và|hoặc)|,)\s*")

#: Ends the noun phrase after a number.
_RIGHT_STOP = re.compile(
    r"[.,;:()\[\]=\n\"“”…/¤]|(?<!\w)(?:đạt|chiếm|tăng|giảm|so với|so|(?<!mặt )bằng|với|theo|trên địa bàn|trong đó|trong|gồm|bao gồm|là|để|nhằm|do"
    r"|từ|và(?!\s+[A-ZĐ])|hoặc|tại|tỷ lệ|tỉ lệ|vượt|(?<!liên quan )đến|tới|ước|kể từ|sau|trước|như|khi|nhưng|còn|qua|tương ứng|tương đương|vào mức"
    r"|năm \d|ngày \d|cùng kỳ|mỗi)(?!\w)"
)
_NOT_COUNTED = re.compile(
    r"(?:(?:cả |trong )?năm(?: nay| trước)?|kế hoạch(?: năm| đề ra| giao)?|dự toán.*|mỗi \w+|nêu trên|nói trên|này|đó|nào|trở lên"
    r"|trở xuống|còn lại|(?:lên|xuống|của|thì|nhưng|chỉ|đã|được|tính|về|chỉ tiêu|mục tiêu|trung ương|hội đồng nhân dân).*|(?:tháng|xếp (?:thứ|hạng|vị trí)|đứng|gấp|về|nên|làm|vượt|cao|thấp|tương).*)",
    re.IGNORECASE,
)
#: Ends the subject before a number: copulas, quantifiers, verbs of reaching.
_TAIL = re.compile(
    r"(?:\s|^)(?:không quá|không vượt quá|từ đủ|lớn hơn|nhỏ hơn|trong thời hạn|trong vòng|trong thời gian|sau thời gian|đối với|là|đạt|được|có|còn|gồm|bao gồm|tổng số|tổng cộng|tổng|khoảng|trên|dưới|hơn|gần|ước|ước đạt|ước tính|ước thực hiện"
    r"|thực hiện|thực hiện được|tỷ lệ|tỉ lệ|chiếm|(?<!mặt )bằng|tăng|giảm|vượt|với|xấp xỉ|tỷ trọng|thêm|tối thiểu|ít nhất|tối đa|từ|đến"
    r"|bình quân|trung bình|và|cho|hiện|hiện có|đã|số lượng|đến nay|hiện nay|lên|xuống|mức|ở mức|cao hơn|thấp hơn|chỉ|số|đề ra|cụ thể"
    r"|trong đó|riêng|lần lượt|đều|mới|tới|nhiều hơn|quá|thuộc|khi|cả|trị giá|tương ứng|tương đương|đạt được|theo|của|do|ở|tại|trong"
    r"|về|để|như|số tiền là|toàn bộ|hoàn thành|qua|đang|không|mỗi|các|những|lũy kế|luỹ kế|bởi|nhưng|khoảng từ|tiếp tục|gấp)\s*[:=]?$",
    re.IGNORECASE,
)
#: Words that end in one of these and are whole: `dân số`, `chứng chỉ`, `sầu riêng`.
_COMPOUND = re.compile(
    r"(?:(?:dân|chuyển đổi|kinh tế|chính quyền|xã hội|hạ tầng|dữ liệu|chữ ký|công dân|thiểu|đa|tham|hệ|chỉ|tỷ|tỉ|mã|cơ) số|chứng chỉ|định mức|phát hiện"
    r"|sầu riêng|chợ mới|nông thôn mới|thể hiện|thực hiện nhiệm vụ)$",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(r"(?:^|[\s,;])(?:trong đó|bao gồm|gồm|gồm có|cụ thể|như sau|sau)\s*:$", re.IGNORECASE)
#: What has a size: after `với` it is the subject of the number, not the clause before.
_SIZE = re.compile(
    r"\s(?:với|có|là|trên)\s+((?:tổng )?(?:diện tích|quy mô|số tiền|kinh phí|mức đầu tư|vốn|giá trị|chiều dài|công suất|doanh thu|kim ngạch"
    r"|sản lượng|năng suất|khối lượng|thời lượng|trị giá|dư nợ|lượng|mức|số lượng)(?: [^\W\d_]+){0,4})$"
)
_COPULA_TAIL = re.compile(r"(?:\s|^)(?:là|được là|đạt|gồm|có|như sau|cụ thể|tổng số)\s*[:=]?$", re.IGNORECASE)
#: A subject that says itself what is counted goes back over commas.
_NAMED = re.compile(
    r"(?:^|[,;:.(]\s*|-\s+|\+\s+|(?<=\sđó)\s+)(?P<name>(?:tổng số|số lượng|số|tỷ lệ|tỉ lệ|tổng|tổng số lượng) (?!lượng tỷ lệ)[^\W\d])",
    re.IGNORECASE,
)
#: What only frames a span of time: `Trong thời hạn 05 ngày` counts nothing that these words name.
_FRAME = re.compile(r"(?:trong|sau|qua|với)?\s*(?:thời hạn|thời gian|vòng|khoảng thời gian)", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_TIME_TAIL = re.compile(
    r"(?:^|\s+)(?:(?:tính |lũy kế |luỹ kế )?đến (?:hết )?(?:ngày |tháng |năm )?[\d/.-]+|(?:trong |của |cả )?(?:năm|tháng|quý|ngày) [\dIVX/.-]+"
    r"(?:/\d{4})?|(?:\d+|sáu|chín|ba) tháng(?: (?:đầu|cuối) năm)?(?: năm)?(?: \d{4})?|trong kỳ|đến nay|từ đầu năm đến nay)$",
    re.IGNORECASE,
)
_AMONG = re.compile(r"(?<!\w)trong đó[,:]?\s", re.IGNORECASE)
_COORDINATE = re.compile(r"\svà\s+$")
_LEVEL = re.compile(r"(?:ở |tại )?cấp \w+", re.IGNORECASE)
_LEVEL_TAIL = re.compile(r"\s*(?:–\s*)?(?:tại|của|ở)?\s*(?:UBND )?cấp \w+$")
_LONE = re.compile(r"(?:^|[\s,])(?:đã|chưa|không|đang|còn|đã được|chưa được)$", re.IGNORECASE)
_MAGNITUDE = re.compile(r"^(?:(?:nghìn|ngàn|triệu|tỷ|tỉ|vạn)\s+)+", re.IGNORECASE)
_COPULA_ENDS = re.compile(r"[^,;.()\[\]:]*(?<!\w)là\s*$")
_TIME_ENDS = frozenset("0123456789IVXmygỳ")
_TIME_HEAD = re.compile(
    r"^(?:trong |vào |từ |riêng )?(?:(?:\d+|sáu|chín|ba) tháng(?: (?:đầu|cuối) năm)?(?: năm)?(?: \d{4})?|(?:năm|tháng|quý|ngày) [\dIVX/.-]+"
    r"|kỳ|năm|đầu năm|từ đầu năm đến nay)(?:[\s,:]+|$)",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"^[\s\-+*•–.,;:)]*(?:\d+(?:\.\d+)*[.)]\s+|[a-zđ]\)\s+|\(\d+\)\s*)?"
    r"(?:(?:trong đó|kết quả|cụ thể|đồng thời|ngoài ra|bên cạnh đó|theo đó|qua đó|đến nay|hiện nay|hiện|và|có|riêng|như|gồm|bao gồm"
    r"|số lượng|số liệu|tổng số lượng|tổng số|tổng cộng|còn|còn lại|là|được|với|đối với|cho|nhưng|tuy nhiên|của|về|ước|số(?! (?:hóa|hoá|điện|tiền|vốn|thu|nợ|dư|chi|đã|chưa|còn|phải)(?!\\w)))"
    r"(?=[\s,:])[\s,:]*)*",
    re.IGNORECASE,
)
#: Nouns that stand in rows: a comma between two of them is no boundary.
_MEMBER = (
    r"(?:cán bộ|công chức|viên chức|người lao động|xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố|sở|ban|ngành|cơ quan|đơn vị"
    r"|địa phương|tổ chức|cá nhân|doanh nghiệp|người dân|hộ gia đình|nội dung|nhiệm vụ|phí|lệ phí|kiến nghị|phản ánh|tin|bài|quận"
    r"|phòng|đoàn thể|thuế|trâu|bò|lợn|hội viên|đoàn viên|đảng viên|xây dựng|công nghiệp|dự án|công trình|kinh doanh|dịch vụ|khoáng sản)"
)
_ROW = re.compile(rf"(?<!\w){_MEMBER}\s*,\s*(?={_MEMBER}(?!\w))", re.IGNORECASE)
_LEFT_BREAK = re.compile(r"[,;()\[\]\n\"“”…]|[.:](?=\s)")
_COLON_BREAK = re.compile(r"[;()\n…]|[.:](?=\s)")
_CONNECTS = re.compile(
    r"(?:[\s,()\-–]|(?<!\w)(?:đạt|tăng|giảm|chiếm|bằng|vượt|tương ứng|tương đương|tỷ lệ|tỉ lệ|tỷ trọng|và|hoàn thành|trên|khoảng|là|so"
    r"|với|cùng kỳ|kế hoạch|dự toán|năm|tháng|trước|đề ra|giao|được|cả|chỉ|hơn|gần|đồng thời|nhưng|thêm|dưới|ước|lên|xuống|còn|từ|kỳ"
    r"|trung ương|tỉnh|hội đồng nhân dân|mức|đầu|cuối|nghị quyết|chỉ tiêu|mục tiêu|trưởng|khá|tốc độ)(?!\w)|\d{4})*"
)


def _clean(phrase: str, tail: re.Pattern[str] = _TAIL) -> str:
    if _BLANK in phrase:
        before, _, after = phrase.rpartition(_BLANK)
        return _clean(after, tail) or _clean(before.partition(_BLANK)[0], tail)
    phrase = " ".join(phrase.split()).rstrip(" ,:;=-–")
    while cut := tail.search(phrase, max(0, len(phrase) - 20)) or (
        _TIME_TAIL.search(phrase, max(0, len(phrase) - 40)) if phrase[-1:] in _TIME_ENDS else None
    ):
        if _COMPOUND.search(phrase):
            break
        shorter = phrase[: cut.start()].rstrip(" ,:;=-–")
        if _LONE.search(shorter):  # `chưa hoàn thành`: nothing would be left of it
            break
        phrase = shorter
    previous = None
    while phrase != previous:
        previous = phrase
        phrase = phrase[_HEAD.match(phrase).end() :]  # type: ignore[union-attr]
        if time := _TIME_HEAD.match(phrase):
            phrase = phrase[time.end() :]
    phrase = phrase.strip(" ,:;=-–.)")
    return "" if _FRAME.fullmatch(phrase) else phrase


def _right(text: str, end: int, stop: int) -> str:
    stop = min(stop, end + 240)
    comma = text.find(",", end, stop)
    rows = {m.end() for m in _ROW.finditer(text, end, min(stop, end + 160))} if comma >= 0 else ()
    cut = end
    for match in _RIGHT_STOP.finditer(text, end, stop):
        cut = match.start()
        if not (match[0] == "," and any(match.end() <= row <= match.end() + 2 for row in rows)):
            break
    else:  # runs into the next number, whose own words begin somewhere in here
        cut = cut if stop < len(text) else stop
    return _DANGLING.sub("", " ".join(text[end:cut].split()[:_RIGHT_WORDS]))


def _breaks(window: str, pattern: re.Pattern[str]) -> list[int]:
    rows = {m.end() for m in _ROW.finditer(window)} if "," in window else ()
    return [m.end() for m in pattern.finditer(window) if not any(m.start() < row <= m.end() + 2 for row in rows)]


def _left(text: str, start: int, floor: int) -> str:
    """The clause before `start`, back to a comma; in brackets their own words, else what stands before them."""
    window = text[floor:start]
    opened = window.rfind("(")
    if opened >= 0 and ")" not in window[opened:]:
        inner = _clean(re.split(r"[,;](?=\s)", window[opened + 1 :])[-1])
        if inner and not inner[0].isdigit():
            return _last(inner)
        window = window[:opened]
        breaks = _breaks(window, _COLON_BREAK)
        return _first(_clean(window[breaks[-1] if breaks else 0 :]))
    window = _BRACKETS.sub(lambda m: " " * len(m[0]), window)
    window = window[max(window.rfind(";"), window.rfind(")")) + 1 :]
    bare = window.rstrip()
    if _LEAD_IN.search(bare):
        return ""
    if bare.endswith((":", "=")):
        among = max((m.end() for m in _AMONG.finditer(bare)), default=0)
        breaks = [among, *(b for b in _breaks(bare[:-1], _COLON_BREAK) if b > among)]
        return _last(_clean(bare[breaks[-1] if breaks else 0 :], _COPULA_TAIL))
    breaks = _breaks(window, _LEFT_BREAK)
    named = [m.start("name") for m in _NAMED.finditer(window)]
    if named and (phrase := _clean(window[named[-1] :])):
        return _first(phrase)
    for begin in reversed([0, *breaks]):
        phrase = _clean(window[begin:])
        if len(phrase) > 2:
            size = _SIZE.search(f" {phrase}")
            return size[1] if size else _last(phrase)
    return ""


def _last(phrase: str) -> str:
    return " ".join(phrase.split()[-_LONGEST:])


def _first(phrase: str) -> str:
    return " ".join(phrase.split()[: _LONGEST + 6])


def counted_of(
    text: str, spans: Spans, amounts: Sequence[Amount], index: int, before: Sequence[str | None]
) -> str | None:
    """What `amounts[index]` counts; `before` holds what the earlier amounts of the block count."""
    amount = amounts[index]
    sentence_start, sentence_end = spans.sentence(amount.start)
    previous = amounts[index - 1] if index and amounts[index - 1].start >= sentence_start else None
    following = amounts[index + 1].start if index + 1 < len(amounts) else len(text)
    noun = ""
    if amount.kind in ("count", "ratio") and amount.unit and not amount.currency:
        noun = text[amount.start + len(amount.raw) : amount.end].strip() or amount.unit
        noun = "" if amount.unit == "lần" and amount.kind == "ratio" else _MAGNITUDE.sub("", noun)
    floor = max(sentence_start, previous.end if previous else 0)
    follows = amount.kind in ("percent", "percent_point", "ratio", "money")
    if previous and follows and _CONNECTS.fullmatch(text[previous.end : amount.start].lower()):
        same = before[index - 1]
        return same.rpartition(" – ")[2] if same and amount.kind == "money" else same
    opened = text.rfind("(", previous.end, amount.start) if previous else -1
    if previous and noun == "" and opened >= 0 and _CONNECTS.fullmatch(text[opened : amount.start].lower()):
        return before[index - 1]
    right = _right(text, amount.end, min(following, sentence_end))
    if right and (amount.rule == "part" or not _NOT_COUNTED.fullmatch(right)):
        return f"{noun} {right}".strip()
    if right == "" and previous and noun and _AND.fullmatch(text, previous.end, amount.start):
        # `85 biên chế công chức và 10 hợp đồng`: both have the subject of the first
        earlier = amounts[index - 2].end if index > 1 else 0
        left = _left(text, previous.start, max(sentence_start, earlier))
    elif previous and _COPULA_ENDS.fullmatch(text, previous.end, amount.start):
        # `số xã đạt từ 10 tiêu chí trở lên là 37 xã`: the number before belongs to the subject
        earlier = amounts[index - 2].end if index > 1 else 0
        left = _left(text, amount.start, max(sentence_start, earlier))
    else:
        left = _left(text, amount.start, floor)
        if previous and left and text[previous.end :].lstrip().startswith(left):  # begins within the noun before
            left = f"{text[previous.start + len(previous.raw) : previous.end].strip()} {left}".strip(" %")
    if noun and previous and _COORDINATE.search(text, max(floor, amount.start - 6), amount.start):
        return noun  # `…, Chi nhánh Văn phòng và 13/13 xã`: what stands before is counted beside it
    if left and not noun and previous and len(left.split()) <= 3 and _LEVEL.match(left):
        whole = _LEVEL_TAIL.sub("", before[index - 1] or "")
        return f"{whole} – {left}" if whole and whole != left else left
    alike = previous is not None and previous.kind in ("count", "ratio", amount.kind)
    if not left and previous and alike and ";" not in text[previous.end : amount.start]:
        left = (before[index - 1] or "").rpartition(" – ")[2]
    if not left and noun and text[amount.end : amount.end + 1] == ",":
        rest = _right(text, amount.end + 1, min(following, sentence_end))
        return f"{noun}, {rest}" if rest else noun
    if not left or left.lower() == noun.lower():
        return noun or left or None
    return left if not noun or noun.lower() in left.lower() else f"{noun} – {left}"
