"""The opening of the body: who reports, and which instrument asked for it.

`Thực hiện Công văn số 12/SNV-CCHC … về việc báo cáo …, UBND huyện Phú Tân báo cáo … như sau:`
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extract.document import Block
from patterns.bodies import find_bodies
from patterns.spelling import modern_tone

_REPORTS = re.compile(
    r"\s*,?\s*(?:xin\s+|trân\s+trọng\s+|kính\s+|tổng\s+hợp\s*,?\s*(?:và\s+)?|đã\s+)?(?:báo\s+cáo|xây\s+dựng|ban\s+hành|thông\s+báo|đề\s+nghị|tổng\s+hợp"
    r"|yêu\s+cầu|triển\s+khai|kính\s+trình|trình|đề\s+xuất|hướng\s+dẫn|quyết\s+định)\b"
)
_ANSWERS = re.compile(
    r"^\W*(?:Thực hiện|Theo|Căn cứ|Tiếp nhận|Nhận được|Phúc đáp|Trả lời|Tiếp theo|Thi hành|Triển khai)\b"
)
_GROUND = re.compile(r"^\W*Căn cứ\b.*;\s*$", re.DOTALL)
_NUMBER = re.compile(
    r"(?<![\w/.])(?P<number>(?:\d{1,2}\.\d{3}(?=/)|\d{1,5})[a-zđ]?(?:/{1,2}(?:19|20)\d\d)?\s?(?:-|/{1,2})\s?[A-ZĐ][\wĐđ]*(?:\s?[-–/&.]\s?[A-ZĐ][\wĐđ&]*)*(?:-\d+)?)"
)
_ASKS = re.compile(
    r"(?:báo\s+cáo|đề\s+nghị|cung\s+cấp|tổng\s+hợp|đôn\s+đốc|hướng\s+dẫn\s+xây\s+dựng|đề\s+cương)", re.IGNORECASE
)


_ADOPTED = re.compile(
    r"(?:này|Luật|Nghị\s+quyết).{0,120}?thông\s+qua\s+(?:tại\s.{0,80}?)?ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})",
    re.DOTALL,
)
_ADOPTED_TYPES = ("Luật", "Bộ luật", "Nghị quyết", "Pháp lệnh")


def adopted_on(blocks: Sequence[Block], type_name: str | None) -> dt.date | None:
    """Date of a law or resolution that prints it at its end: `Luật này được Quốc hội … thông qua ngày …`."""
    if type_name not in _ADOPTED_TYPES:
        return None
    for block in reversed(blocks):
        found = _ADOPTED.search(block.text) if "thông qua" in block.text and block.kind != "cell" else None
        if found is not None:
            try:
                return dt.date(int(found[3]), int(found[2]), int(found[1]))
            except ValueError:
                return None
    return None


def issuer_of(texts: Sequence[str]) -> str | None:
    """The body that is the subject of `báo cáo`, `ban hành` … in the first sentences; None if there is none."""
    for text in texts:
        folded = modern_tone(text)
        for body in reversed(find_bodies(folded)):
            if _REPORTS.match(folded, body.end) and not _is_object(folded, body.start):
                return body.name
    return None


def _is_object(text: str, start: int) -> bool:
    """After `của`, `do`, `cho`, `gửi` the body is not the subject of the verb that follows."""
    return (
        re.search(r"(?:của|cho|gửi|tại|đến|với|bởi|do|Chủ tịch|Giám đốc)\s+$", text[max(0, start - 12) : start])
        is not None
    )


def basis_of(texts: Sequence[str], type_name: str | None) -> str | None:
    """Number of the instrument that the document answers: the one that asks for a report, else the first of the opening.

    A list of legal grounds (`Căn cứ …;` line by line) is answered by no report of ours.
    """
    if not texts or not _ANSWERS.match(texts[0]) or _GROUND.match(texts[0]):
        return None
    if type_name not in ("Báo cáo", "Kế hoạch", "Công văn", "Tờ trình", "Thông báo", "Chương trình", "Phương án", None):
        return None
    text = modern_tone(texts[0])
    found = list(_NUMBER.finditer(text))
    if not found:
        return None
    ends = [*(match.start() for match in found[1:]), min(len(text), found[-1].end() + 400)]
    asking = [match for match, end in zip(found, ends, strict=True) if _ASKS.search(text, match.end(), end)]
    chosen = (asking or found)[0] if len(found) > 1 else found[0]
    return (
        re.sub(r"\s+", "", chosen["number"])
        .replace("–", "-")
        .replace("//", "/")
        .replace(".", "", 1 if "." in chosen["number"][:3] else 0)
    )
