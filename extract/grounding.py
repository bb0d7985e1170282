"""What every fact has: its place, and how a column is described. Facts are grounded by construction."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from extract.document import Block, Box, Document
from extract.ids import fact_id


def says(english: str, vietnamese: str, default: Any = None) -> Any:
    """A column with its two descriptions."""
    return field(default=default, metadata={"en": english, "vi": vietnamese})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of some table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Row):
    """A row that says where it stands."""

    doc_id: str = says("sha256 of the document's bytes", "sha256 của tệp văn bản")
    fact_id: str = says("identifier of this row", "mã của dòng này")
    block: str | None = says("path of the block it stands in", "đường dẫn của khối chứa nó")
    char_start: int | None = says("first character in the block's text", "ký tự đầu trong khối")
    char_end: int | None = says("character after the last one", "ký tự ngay sau ký tự cuối")
    surface: str | None = says("text as it stands there", "nguyên văn tại chỗ")
    page: int | None = says("page where it starts, from 1", "trang bắt đầu, tính từ 1")
    boxes: tuple[Box, ...] = says(
        "rectangles on the page, one per line", "các khung trên trang, mỗi dòng một khung", ()
    )
    section: str | None = says("path of the headings above it", "đường dẫn các đề mục phía trên")
    in_table: bool | None = says("stands in a table cell", "nằm trong ô bảng")
    rule: str | None = says("pattern or model that produced it", "mẫu hoặc mô hình tạo ra nó")
    confidence: float | None = says("OCR confidence from 0 to 1", "độ tin cậy nhận dạng, từ 0 đến 1")
    doubtful: bool = says("a person should look at it", "cần người xem lại", False)


#: A fact that stands on a word recognised with less sureness is `doubtful`. Measured by `python -m corpus.ocr`.
SURE = 0.7

FactT = TypeVar("FactT", bound="Fact")


def doubted(fact: FactT) -> FactT:
    """The fact, marked doubtful where it stands on a word that recognition was not sure of."""
    unsure = fact.confidence is not None and fact.confidence < SURE and not fact.doubtful
    return replace(fact, doubtful=True) if unsure else fact


def ground(
    document: Document, block: Block, start: int, end: int, *, table: str, rule: str, discriminator: str = ""
) -> dict[str, Any]:
    """The place columns of a fact at `block.text[start:end]`; grounded by construction."""
    return {
        "doc_id": document.doc_id,
        "fact_id": fact_id(document.doc_id, table, block.path, start, end, discriminator),
        "block": block.path,
        "char_start": start,
        "char_end": end,
        "surface": block.text[start:end],
        "page": next((w.page for w in block.words if w.end > start), block.page),
        "boxes": block.boxes(start, end),
        "section": block.section,
        "in_table": block.kind == "cell",
        "rule": rule,
        "confidence": block.confidence_of(start, end),
    }
