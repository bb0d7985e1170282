"""What stands above a table: its title, the unit of all its values, or nothing (then it may go on from the one before)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.document import Block
from patterns.columns import line_unit
from patterns.spelling import squeeze

_LABEL = re.compile(
    r"^\W*(?:PHỤ LỤC|BIỂU(?: MẪU)?|BẢNG|MẪU(?: BIỂU)?|BIỂU SỐ LIỆU)(?:\s*(?:SỐ)?\s*:?\s*[\dIVXA-Z]{1,4}(?:[./-][\w-]{1,8})*)?\s*[.:]?\s*",
    re.IGNORECASE,
)
_NAMED = re.compile(r"^\W*(?:Bảng|Biểu|Phụ lục|Mẫu|BẢNG|BIỂU|PHỤ LỤC|MẪU|Danh mục|DANH MỤC|Danh sách|DANH SÁCH)\b")
_ASIDE = re.compile(r"^\W*(?:\(|(?:Ban hành\s+)?[Kk]èm theo\b|Số liệu\b|Từ ngày\b|Tính đến\b|Kỳ báo cáo)")
_OF_LETTERHEAD = re.compile(
    r"^\W*(?:Số\b|Độc lập\b|CỘNG (?:HÒA|HOÀ)|ĐẢNG CỘNG SẢN)|(?i:ngày\s+[\d.…]+\s+tháng\s+[\d.…]+\s+năm)"
)
_REACH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """Title and unit above a table; `adjoins` is the table that ends right above it, with no words between."""

    title: str | None = None
    unit: str | None = None
    adjoins: int | None = None


def caption_of(blocks: Sequence[Block], position: int) -> Caption:
    """What stands above the table whose first cell is at this position."""
    lines: list[str] = []
    above = 0  # how many of them stand in the letterhead
    unit: str | None = None
    adjoins: int | None = None
    label = ""
    for block in reversed(blocks[max(0, position - _REACH) : position]):
        if block.kind == "cell":
            adjoins = block.table_no if not lines and unit is None and not label else None
            break
        text = squeeze(block.text)
        stated = line_unit(text)
        if stated is not None:
            unit = unit or stated
            continue
        if block.zone == "letterhead" and _OF_LETTERHEAD.search(text):
            above = 0
            break
        if block.kind == "footnote" or (_ASIDE.match(text) and len(text) < 300):
            continue
        if not _is_title(block, text, lines):
            break
        bare = _LABEL.sub("", text).strip()
        if not bare:
            label = label or text
            if lines:
                above = 0
                break
            continue
        lines.append(text)
        above += block.zone == "letterhead"
        if _NAMED.match(text):
            above = 0
            break
    lines = lines[: len(lines) - above]  # no number and no date below the names of bodies: which is the title?
    title = squeeze(" ".join(reversed(lines))) or label or None
    return Caption(title=title, unit=unit, adjoins=adjoins)


def _is_title(block: Block, text: str, below: Sequence[str]) -> bool:
    """Whether a line above a table is (part of) its title: set apart in the middle, in capitals or by its first word."""
    if len(text) > 300 or text.endswith((".", ";", "./.")) or block.zone == "closing":
        return False
    if _NAMED.match(text) and len(text) < 200:
        return True
    if text.endswith(":"):
        return block.centered is True
    return block.centered is True or text.isupper() or (block.bold is True and not below)
