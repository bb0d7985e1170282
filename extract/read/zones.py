"""Which part of the document a paragraph belongs to: letterhead, body, closing, annex (NĐ 30/2020, Điều 8).

One pass from top to bottom; the zone only moves forward. Finders treat it as a hint, never as a proof.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from extract.document import Zone

_LETTERHEAD = regex.compile(
    r"C[ỘO]NG\s*H[ÒO][AÀ]\s*X[ÃA]|Đ[ỘO]C\s*L[ẬA]P\s*-|Đ[ẢA]NG\s*C[ỘO]NG\s*S[ẢA]N|^\s*S[ốỐ]\s*:|^\s*V/v\b|^\W*Kính gửi",
    regex.IGNORECASE,
)
_BODY = regex.compile(
    r"^(?:Căn cứ|Thực hiện|Theo|Để|Nhằm|Ngày|Trong|Thi hành|Xét|Trên cơ sở|Sau khi|Tiếp theo|Qua|Phúc đáp|Hưởng ứng"
    r"|Tiếp nhận|Đến|Với|Năm|Kể từ)\b"
)
_GROUND = regex.compile(r"^(?:Căn cứ|Theo đề nghị|Xét đề nghị)\b")
_CLOSING = regex.compile(r"^\W*(?:N[ơƠ]i nhận\b|N[ƠO]I NHẬN\b|(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)(?:\.\s*|/|\s+)\p{Lu}{2})")
_END_OF_BODY = regex.compile(r"\./\.?\s*$")
_FAREWELL = regex.compile(
    r"^Trên đây là\b|\b(?:trân trọng|kính)\s+(?:báo cáo|trình|gửi|cảm ơn)\b"
    r"|\bbáo cáo\s+\p{Lu}.{0,200}\b(?:xem xét|chỉ đạo|theo dõi|tổng hợp|biết)\b"
)
_ANNEX = regex.compile(
    r"^\W{0,3}(?P<word>PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU MẪU|Biểu mẫu|BIỂU|Biểu|MẪU|Mẫu)"
    r"(?P<name>[\s:.]*(?:[Ss]ố|SỐ)?\s*(?:[IVX]+|\d{1,2}[A-Za-z]?)\b(?![/%]))?(?=$|[\s:.,)–-])"
)
_ANNEX_WORD = regex.compile(r"^\W{0,3}(?:PHỤ LỤC|Phụ lục)\b")
_ATTACHED = regex.compile(r"^\W{0,3}(?:Ban hành\s+)?[Kk]èm theo\b")
_BULLET = regex.compile(r"[-–+•]\s*\S.{0,150}[;.,]?$")
_SENTENCE = regex.compile(r"[.;:,]\s*$")
_LETTERHEAD_REACH = 30
# The line with the type (NĐ 30/2020, Điều 7) or the addressees: all that can follow in the letterhead is the subject.
_TYPE = regex.compile(
    r"^\W{0,3}(?:BÁO CÁO|KẾ HOẠCH|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|THÔNG BÁO|TỜ TRÌNH|HƯỚNG DẪN|KẾT LUẬN|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|CÔNG ĐIỆN"
    r"|QUY CHẾ|QUY ĐỊNH|BIÊN BẢN)(?!\w)|^\W*Kính gửi"
)
_SUBJECT_OPENS = regex.compile(r"^\W*(?:về|v/v|về việc|kết quả|tình hình|công tác|sơ kết|tổng kết)\b", regex.IGNORECASE)
_CAPTION = regex.compile(r"^\W*(?:Bảng|Biểu|BẢNG|BIỂU)\s+(?:số\s+|SỐ\s+)?\d")


def annex_label(text: str) -> str | None:
    """`Phụ lục II` from the line that opens an annex; None if the line opens none."""
    found = _ANNEX.match(text)
    if found is None or len(text) > 200:
        return None
    if found["name"] is None and _ANNEX_WORD.match(text) is None:
        return None
    if _SENTENCE.search(text) and len(text) > 60:
        return None
    number = regex.sub(r"(?i)^số\s*", "", (found["name"] or "").strip(" \t:."))
    return f"{found['word'].capitalize()} {number}".strip()


def is_farewell(text: str) -> bool:
    """Whether a paragraph is the closing formula: `Trên đây là báo cáo …./.`, `Ủy ban nhân dân xã kính trình …./.`."""
    return len(text) < 500 and _END_OF_BODY.search(text) is not None and _FAREWELL.search(text) is not None


@dataclass(slots=True)
class Zones:
    """The zone while a document is walked; `step` gives the zone of each paragraph in turn."""

    zone: Zone = "body"
    seen: int = 0
    ended: bool = False
    typed: bool = False

    @classmethod
    def of(cls, beginning: Iterable[str]) -> Zones:
        """Zones of a document that begins with these paragraphs: in the letterhead, if one of them is part of it."""
        return cls("letterhead" if any(_LETTERHEAD.search(text) for text in beginning) else "body")

    def step(self, text: str, *, numbered: bool, centered: bool | None) -> Zone:
        """Zone of the next paragraph."""
        self.seen += 1
        if self.zone == "letterhead" and self.typed and _CLOSING.match(text) is not None and len(text) < 200:
            self.zone = "closing"
        elif self.zone == "letterhead" and self._leaves_letterhead(text, numbered, centered):
            self.zone = "body"
        elif self.zone == "body" and self._closes(text):
            self.zone = "closing"
        elif (self.zone in ("body", "closing") and self._opens_annex(text, centered)) or (
            self.zone == "closing" and (len(text) > 250 or _ATTACHED.match(text.lstrip("(")))
        ):
            self.zone = "annex"
        if _END_OF_BODY.search(text):
            self.ended = True
        self.typed = self.typed or _TYPE.match(text) is not None
        return self.zone

    def table(self) -> Zone:
        """Zone of a table that stands here."""
        if self.zone == "letterhead":
            self.zone = "body"
        elif self.zone == "closing":
            self.zone = "annex"
        return self.zone

    def _leaves_letterhead(self, text: str, numbered: bool, centered: bool | None) -> bool:
        if _GROUND.match(text):
            return True
        if _LETTERHEAD.search(text):
            return False
        if _BULLET.match(text) and self.seen <= _LETTERHEAD_REACH:
            return False
        if self.seen > _LETTERHEAD_REACH or numbered or _ATTACHED.match(text.lstrip("(")):
            return not _ATTACHED.match(text.lstrip("("))
        if _CAPTION.match(text):
            return True
        if centered:
            return False
        if self.typed and len(text) > 25 and text.endswith((".", ";", ":")) and not _SUBJECT_OPENS.match(text):
            return True
        sentence = len(text) > 60 and _SENTENCE.search(text) is not None
        return sentence or (_BODY.match(text) is not None and len(text) > 80) or len(text) > 400

    def _closes(self, text: str) -> bool:
        """The recipients or the signing prefix; after the end mark `./.` also a bare position in capitals."""
        if len(text) >= 200:
            return False
        return _CLOSING.match(text) is not None or (
            self.ended and text.isupper() and len(text) < 60 and annex_label(text) is None
        )

    def _opens_annex(self, text: str, centered: bool | None) -> bool:
        label = annex_label(text)
        if label is None or (centered is False and not text.isupper() and self.zone == "body" and not self.ended):
            return False
        return self.zone == "closing" or self.ended or (len(text) < 120 and label.startswith("Phụ lục"))
