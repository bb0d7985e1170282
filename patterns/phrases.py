"""How far a name in words runs that no vocabulary holds: `Hội Chữ thập đỏ`, `Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực`.

Vietnamese writes the function of a body with a capital at most on its first syllable, so the end of a name is where a sentence goes on: a
mark, a function word or one of the verbs reports are made of, the next body, a level of government.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import regex

from patterns.words import any_of

#: Words that no name goes over. Verbs that names are made of too (`xây dựng`, `quản lý`, `thực hiện` after `Ban Chỉ đạo`) are not here.
_STOPS = (
    "đã|đang|sẽ|vừa|được|bị|là|có|không|chưa|chẳng|để|nhằm|tại|trong|ngoài|trên|dưới|theo|của|do|bởi|với|cùng|cho|từ|đến|tới|khi|nếu|thì|mà|nên"
    "|cũng|vẫn|còn|phải|cần|các|những|mỗi|từng|này|đó|nêu|nói|họp|tham mưu|ban hành|tổ chức|chủ trì|báo cáo|đề nghị|yêu cầu|giao cho|tiếp tục|thường xuyên|tích cực"
    "|hướng dẫn|đôn đốc|tiếp nhận|phát động|gồm|bao gồm|như|ngày|năm|tháng|gửi|thống nhất|kết luận|thông báo|chịu|sau|trước|trình bày|trình UBND|trình Ủy ban|hằng năm"
    "|phối hợp|trực thuộc|thuộc|nhất là|đối với|xem xét|quyết định|phân công|chỉ đạo|hoàn thành|hoạt động|tăng cường|đẩy mạnh|cấp tỉnh|cấp huyện|cấp xã|hàng năm"
    "|nâng cao|góp phần|hỗ trợ|bố trí|tham gia|tham dự|làm việc|kiểm tra|rà soát|tổng hợp|xác định|đánh giá|công bố|đăng tải|về|trả lời|tiến hành|đàm phán|tập trung"
    "|chi nhánh|hiện nay|hoặc|rằng|vì|nhưng|ở|căn cứ|đề xuất|kiến nghị|khẩn trương|chủ động|làm|đồng thời|đồng chủ trì|phấn đấu|dự kiến|chuẩn bị|đón|xuất bản"
)


@cache
def stop() -> re.Pattern[str]:
    """Matches a word that no name goes over."""
    return re.compile(rf"(?<!\w)(?<!hàng )(?:{any_of(_STOPS.split('|'))})(?!\w)")


_WORD = regex.compile(r"[\p{L}\d][\p{L}\d'’]*(?:[-/&]\p{L}[\p{L}\d]*)*")
_NUMBER_WORD = re.compile(r"(?<!\w)số\s$")
_NEXT_CAPITAL = regex.compile(r"[ \u00a0]\p{Lu}")
_GAP = regex.compile(r"[ \u00a0]+(?:[-–][ \u00a0]+)?")
_COMMA = regex.compile(r",[ \u00a0]+")
_AND = regex.compile(r"[ \u00a0]+(?:và|&)[ \u00a0]+")
#: What follows a comma in fixed expressions: `phòng, chống tham nhũng, lãng phí, tiêu cực`.
_SECOND_HALF = re.compile(r"(?:[Cc]hống|tiêu cực|lãng phí|khen thưởng|chữa cháy|trừ)(?!\w)")
#: Members of a list that goes on over commas are short: `phòng, chống`, `nông, lâm sản và thủy sản`.
_MOST_IN_MEMBER = 4


#: Titles of programmes are made of verbs too; only these end them.
_TITLE_STOPS = (
    "đã|đang|sẽ|vừa|được|bị|là|có|không|chưa|để|nhằm|tại|trên|theo|của|do|bởi|cho|từ|khi|nếu|thì|mà|nên|cũng|vẫn|còn|phải|cần|những|này|đó|nêu|gồm|bao gồm|với|như|ngày"
    "|năm|tháng|ban hành|phê duyệt|báo cáo|đề nghị|yêu cầu|đạt|ở|hoặc|thuộc|trong|vì|nhưng|ngoài|hiện nay|tiếp tục|giai đoạn|trước|sau|và các"
)


@cache
def title_stop() -> re.Pattern[str]:
    """Matches a word that no title goes over."""
    return re.compile(rf"(?<!\w)(?<!hàng )(?:{any_of(_TITLE_STOPS.split('|'))})(?!\w)")


def phrase_end(
    text: str, start: int, other: Callable[[str, int], bool], *, most: int = 14, stops: re.Pattern[str] | None = None
) -> int:
    """Where the name ends whose words begin at `start`; `start` if there are none. `other` says whether another name begins at a place.

    A comma or `và` is gone over where what follows reads on in small letters, or is the last member of a list.
    """
    stops = stops or stop()
    end, words = start, 0
    position = start
    capitals = 0  # how many syllables with capitals stand together before
    while words < most:
        word = _WORD.match(text, position)
        if word is None or stops.match(text, position) or (words and other(text, position)):
            break
        if word[0][0].isdigit():
            numbered = _NUMBER_WORD.search(text, start, position) is not None
            if numbered or (capitals and _NEXT_CAPITAL.match(text, word.end())):
                end, words = word.end(), words + 1
            if numbered or end != word.end():
                break
        elif word[0][0].islower() and capitals > 1 and stops is stop():
            break
        capitals = capitals + 1 if word[0][0].isupper() else 0
        end, words = word.end(), words + 1
        gap = _GAP.match(text, end)
        joined = _AND.match(text, end)
        if joined is not None and _goes_on(text, joined.end(), other, stops):
            position = joined.end()
        elif gap is not None and joined is None:
            position = gap.end()
        else:
            comma = _COMMA.match(text, end)
            if comma is None or not _is_list(text, comma.end(), other, stops):
                break
            position = comma.end()
    return end


def _goes_on(text: str, position: int, other: Callable[[str, int], bool], stops: re.Pattern[str]) -> bool:
    word = _WORD.match(text, position)
    return word is not None and not stops.match(text, position) and not other(text, position)


def _is_list(text: str, position: int, other: Callable[[str, int], bool], stops: re.Pattern[str]) -> bool:
    """Whether what follows a comma belongs to the name: a fixed second half, or a short member of a list that ` và ` closes."""
    if _SECOND_HALF.match(text, position) is not None:
        return True
    words = 0
    while words < _MOST_IN_MEMBER:
        word = _WORD.match(text, position)
        if word is None or stops.match(text, position) or other(text, position):
            return False
        words += 1
        joined = _AND.match(text, word.end())
        if joined is not None:
            return _goes_on(text, joined.end(), other, stops)
        comma = _COMMA.match(text, word.end())
        if comma is not None:
            return _is_list(text, comma.end(), other, stops)
        gap = _GAP.match(text, word.end())
        if gap is None:
            return False
        position = gap.end()
    return False
