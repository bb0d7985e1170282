"""Programmes, systems and schemes: those of `programmes.csv`, numbered schemes (`Đề án 06`), and quoted titles."""

from __future__ import annotations

import re
from functools import cache

from patterns.body_names import place_name
from patterns.phrases import phrase_end, title_stop
from patterns.spelling import modern_tone, squeeze
from patterns.words import any_of, rows, variants

_KINDS = (
    "Đề án",
    "Dự án",
    "Chương trình",
    "Phong trào",
    "Cuộc vận động",
    "Chiến dịch",
    "Hệ thống",
    "phong trào",
    "cuộc vận động",
    "chiến dịch",
    "chương trình",
    "dự án",
    "đề án",
    "hội thi",
)
_TITLED = re.compile(
    rf"(?P<kind>{any_of(_KINDS)})\s*(?:(?<=\s)(?P<number>(?:số\s+)?\d{{1,4}})(?![\w/-]|[.,]\d|\s*/)|[“\"«](?P<title>[^”\"»\x00]{{5,250}})[”\"»])"
)


#: Kinds that a title follows, and what after them is none. With a capital the title may begin with a small letter.
_KINDS_OF_TITLE = re.compile(
    r"(?:(?P<large>Dự án|Đề án|Chương trình|Phong trào|Cuộc vận động|Chiến dịch|Hệ thống thông tin|Hệ thống|Cơ sở dữ liệu|CSDL|Nền tảng|Phần mềm)"
    r"|(?:dự án|đề án|chương trình|phong trào|cuộc vận động|hệ thống|phần mềm|nền tảng|ứng dụng|tiểu dự án)(?=\s+[A-ZĐÂĂÊÔƠƯÁÀẢÃẠẤẦẨẪẬỨỪ]))\s+"
    r"(?!(?:hành động|công tác|phối hợp|làm việc|kỳ họp|họp|giám sát|số|này|nêu|chính trị|văn bản|các|tổng thể|đầu tư công|hợp tác|khung|tin|thi đua|của|và|quản lý|đã|được|sử dụng|triển khai|thực hiện|áp dụng|vốn|tham gia|công nghệ|vay|trọng điểm|mới)(?!\w)|Đảng|Nhà nước|TTHC|CCHC)"
)
_PERIOD = re.compile(
    r",?\s+(?:giai đoạn \d{4}\s?[-–]\s?\d{4}|đến năm \d{4}(?:, (?:định hướng|tầm nhìn) (?:đến )?(?:năm )?\d{4})?|năm \d{4})"
)


def _titled(text: str) -> list[tuple[int, int, str]]:
    """Kinds with a title in words: `Dự án Hồ chứa nước Bản Mồng`."""
    found = []
    for match in _KINDS_OF_TITLE.finditer(text):
        start = match.end()
        if not _free(text, match.start()) or not text[start : start + 1].isalpha():
            continue
        end = phrase_end(text, start, _number_begins, most=22, stops=title_stop())
        fewest = 0 if text[start:end].isupper() else 2 if match["large"] and text[start].islower() else 1
        if end == start or text[start:end].count(" ") < fewest:
            continue
        period = _PERIOD.match(text, end)
        end = period.end() if period else end
        found.append((match.start(), end, squeeze(text[match.start() : end])))
    return found


def _number_begins(text: str, position: int) -> bool:
    return _NUMBER.match(text, position) is not None or _ANOTHER.match(text, position) is not None


_ANOTHER = re.compile(r"(?:[Dd]ự án|[Đđ]ề án|[Cc]hương trình|[Pp]hong trào)\s")
_NUMBER = re.compile(r"số\s+\d|\d+/")


@cache
def _known() -> dict[str, str]:
    return {modern_tone(word): row["name"] for row in rows("programmes") for word in variants(row)}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_of(_known())}(?![\w-])")


def find_programmes(text: str) -> list[tuple[int, int, str]]:
    """Start, end and normalised name of each programme in a text with modern tones, left to right, none in another."""
    found = [_placed(text, m) for m in _pattern().finditer(text) if _free(text, m.start())]
    known = {start for start, _, _ in found}
    for match in _TITLED.finditer(text):
        if not _free(text, match.start()):
            continue
        title = (match["number"] or "").removeprefix("số").strip() or squeeze(match["title"] or "")
        if match["title"] or match["kind"] in _KINDS[:3]:
            found.append((match.start(), match.end(), f"{match['kind'].capitalize()} {title}"))
    found += [item for item in _titled(text) if item[0] not in known]
    found.sort(key=lambda item: (item[0], -item[1]))
    kept: list[tuple[int, int, str]] = []
    for item in found:
        if not kept or item[0] >= kept[-1][1]:
            kept.append(item)
    return kept


def _placed(text: str, match: re.Match[str]) -> tuple[int, int, str]:
    """A programme of the vocabulary, with the place that stands directly after it."""
    end, _ = place_name(text, match.end(), seat=False)
    return match.start(), end, _known()[squeeze(match[0])]


def _free(text: str, start: int) -> bool:
    return start == 0 or not (text[start - 1].isalnum() or text[start - 1] in "_-")
