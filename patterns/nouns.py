"""Where the noun after a number ends: `35 giếng khoan`, `12 bồn hoa`. For nouns that `units.csv` does not hold.

Vietnamese puts the counted noun right after the number, in lower case, and most of its nouns have two syllables. A
function word or verb there means that no noun stands there (`tháng 6 ước đạt`, `nhóm 2 gồm`).
"""

from __future__ import annotations

import re

_SYLLABLE = re.compile(r"[ \u00a0]{1,2}([^\W\d_]+)(?![\w/@-])")
#: Words that cannot begin a noun after a number: particles, prepositions, conjunctions, copulas, common verbs.
_FUNCTION = frozenset(
    ["và", "với", "của", "là", "được", "đã", "đang", "sẽ", "có", "không", "theo", "tại", "trong", "ngoài", "từ", "đến", "tới", "về", "để", "do", "bởi", "thì", "mà", "nhưng", "hoặc", "hay", "nên", "vẫn", "còn", "chưa", "rất", "ước", "đạt", "tăng", "giảm", "so", "bằng", "chiếm", "gồm", "như", "khi", "nếu", "sau", "trước", "trên", "dưới", "cùng", "các", "những", "mỗi", "này", "đó", "đây", "kia", "ấy", "ở", "vào", "ra", "lên", "xuống", "cho", "bị", "phải", "cần", "nhằm", "bao", "trở", "kể", "tính", "qua", "vì", "tuy", "song", "cũng", "chỉ", "đều", "lại", "mới", "cả", "nào", "gì", "hơn", "thực", "triển", "khai", "thuộc", "nằm", "thấp", "cao", "tương", "dự", "giao", "trình", "phê", "xây", "phục", "trực", "cuối", "đầu", "giữa", "gần", "khoảng", "đối", "căn", "phối", "chủ", "tiếp", "hoàn", "đề", "nghị", "tập", "thông", "phát", "rà", "nâng", "quy", "hướng", "liên", "bảo", "đảm", "tham", "vượt", "góp", "dẫn", "nhất", "nhì", "thứ", "nay", "đến", "tiến", "chuyển", "cập", "ban", "hành", "kèm", "phụ", "gắn", "luôn", "đồng", "đang", "hiện", "(xem", "nói", "nêu", "kết", "thúc", "bắt", "diễn", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "xếp", "đứng", "gây", "làm", "giúp", "thay", "nhiều", "ít", "rồi", "xong", "đi"]
)
#: Words that end a noun though a noun may contain other syllables.
_CLOSES = _FUNCTION | frozenset(["trong", "đó", "mang", "tham", "nhập", "thu", "số", "tổng", "toàn", "lớn", "nhỏ", "thường"])


def starts_with_function_word(text: str, end: int) -> bool:
    """Whether the word after `end` is a particle, preposition or common verb."""
    match = _SYLLABLE.match(text, end)
    return match is not None and match[1].lower() in _FUNCTION


def noun_end(text: str, end: int, *, capital: bool = False) -> int | None:
    """End of the lower-case noun that begins after a number ending at `end`, two syllables at most; None if none does.

    `capital`: its first letter may be a capital.
    """
    first = _SYLLABLE.match(text, end)
    if first is None or first[1].lower() in _FUNCTION or len(first[1]) == 1:
        return None
    if not first[1].islower() and not capital:
        return None
    second = _SYLLABLE.match(text, first.end())
    if second is None or not second[1].islower() or second[1] in _CLOSES or len(second[1]) == 1:
        return first.end()
    return second.end()
