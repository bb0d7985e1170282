"""Where the noun after a number ends: `35 giếng khoan`, `12 bồn hoa`. For nouns that `units.csv` does not hold.

Vietnamese puts the counted noun right after the number, in lower case, and most of its nouns have two syllables. A
function word or verb there means that no noun stands there (`tháng 6 ước đạt`, `nhóm 2 gồm`).
"""

from __future__ import annotations

import re

_SYLLABLE = re.compile(r"[ \u00a0]{1,2}([^\W\d_]+)(?![\w/@-])")
_PARTICLES = """và với của là được đã đang sẽ có không theo tại trong ngoài từ đến tới về để do bởi thì mà nhưng hoặc hay nên
vẫn còn chưa rất cùng các những mỗi này đó đây kia ấy ở vào ra lên xuống cho bị phải cần nhằm trở kể qua vì tuy song cũng chỉ
đều lại mới cả nào gì hơn nay đi rồi xong luôn khi nếu sau trước trên dưới như đối giữa cuối đầu gần khoảng ít nhiều thứ nhất
nhì xếp đứng"""
_VERBS = """ước đạt tăng giảm so bằng chiếm gồm bao tính thực triển thuộc nằm thấp cao tương dự giao trình phê xây phục trực
căn phối chủ tiếp hoàn đề nghị tập thông phát rà nâng quy hướng liên bảo đảm tham vượt góp dẫn tiến chuyển cập ban hành kèm phụ
gắn đồng hiện xem nói nêu kết thúc bắt diễn gây làm giúp thay"""
_NUMERALS = "một hai ba bốn năm sáu bảy tám chín mười"
#: Words that cannot begin a noun after a number.
_FUNCTION = frozenset(f"{_PARTICLES} {_VERBS} {_NUMERALS}".split())
#: Words that end a noun though some nouns begin with them.
_CLOSES = _FUNCTION | frozenset(["mang", "nhập", "thu", "số", "tổng", "toàn", "lớn", "nhỏ", "thường"])


#: `317 GPLX`, `12 ĐVSN`: offices count in abbreviations too; Roman numerals are none.
_ABBREVIATION = re.compile(r"[ \u00a0]{1,2}(?![IVXLC]+(?!\w))[A-ZĐ]{2,7}(?![\w/&-])")


def noun_end(text: str, end: int, *, capital: bool = False) -> int | None:
    """End of the lower-case noun that begins after a number ending at `end`, two syllables at most, or of an abbreviation.

    None if none does. `capital`: its first letter may be a capital.
    """
    first = _SYLLABLE.match(text, end)
    if first is None or first[1].lower() in _FUNCTION or len(first[1]) == 1:
        return None
    if not first[1].islower() and not capital:
        abbreviation = _ABBREVIATION.match(text, end)
        return abbreviation.end() if abbreviation else None
    second = _SYLLABLE.match(text, first.end())
    if second is None or not second[1].islower() or second[1] in _CLOSES or len(second[1]) == 1:
        return first.end()
    return second.end()
