"""What a fact is: one frozen dataclass per table, the single source of the table schemas.

Each field carries its English and Vietnamese description; `extract.store.schema` derives Arrow schemas and the data
dictionary from them. Unknown is None, never "", 0 or a guess.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from extract.document import Box, Word
from extract.grounding import Fact as Fact
from extract.grounding import Row as Row
from extract.grounding import ground as ground
from extract.grounding import says as says

SCHEMA_VERSION = "2"
READER_VERSION = "4"
RULES_VERSION = "5"

#: What finds names: the rules, the trained model, or the rules and the model where they leave words unexplained.
Names = Literal["rules", "model", "both"]


def rules_version(names: Names = "rules") -> str:
    """What `documents.rules_version` says: other names are other facts."""
    return RULES_VERSION if names == "rules" else f"{RULES_VERSION}+{names}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow(Row):
    """documents: one row per distinct document. Field names follow NĐ 30/2020, Phụ lục VI, Phần II."""

    doc_id: str = says("sha256 of the document's bytes", "sha256 của tệp văn bản")
    sources: tuple[str, ...] = says("paths it was read from, sorted", "các đường dẫn tệp, đã sắp xếp", ())
    media_type: str | None = says("media type of the file", "kiểu tệp")
    pages: int | None = says("number of pages", "số trang")
    text_origin: str | None = says("digital, ocr, mixed or legacy_font", "nguồn chữ: số, nhận dạng, hỗn hợp, phông cũ")
    code_number: str | None = says("number without symbol", "số văn bản, không kèm ký hiệu")
    code_notation: str | None = says("symbol", "ký hiệu văn bản")
    number: str | None = says("number and symbol", "số và ký hiệu")
    type_name: str | None = says("document type", "tên loại văn bản")
    issued_on: dt.date | None = says("date of issue", "ngày ban hành")
    place: str | None = says("place of issue", "địa danh ban hành")
    organ_name: str | None = says("issuing body, normalised", "cơ quan ban hành, đã chuẩn hóa")
    parent_organ: str | None = says("superior body in the letterhead", "cơ quan chủ quản")
    subject: str | None = says("subject", "trích yếu nội dung")
    signer_position: str | None = says("signer's position", "chức vụ người ký")
    signer_name: str | None = says("signer's name", "họ tên người ký")
    recipients: tuple[str, ...] = says("lines of the recipients list", "nơi nhận", ())
    period_start: dt.date | None = says("first day of the period reported on", "ngày đầu kỳ báo cáo")
    period_end: dt.date | None = says("last day of the period reported on", "ngày cuối kỳ báo cáo")
    period_label: str | None = says("period as written", "kỳ báo cáo, nguyên văn")
    basis: str | None = says("number of the instrument it answers", "số văn bản yêu cầu báo cáo")
    attached_to: str | None = says("number of the parent, for a loose annex", "số văn bản mà phụ lục kèm theo")
    unit_code: str | None = says("GSO code of the issuing place", "mã đơn vị hành chính nơi ban hành")
    signed_by: str | None = says("subject of the digital signature", "chủ thể chữ ký số")
    signed_at: str | None = says("time of the digital signature, ISO 8601", "thời điểm ký số, ISO 8601")
    same_as: str | None = says("doc_id of the same document in another form", "doc_id của cùng văn bản ở dạng khác")
    text_sketch: tuple[int, ...] = says("sketch of its wording, for same_as", "dấu vết lời văn, để nhận ra same_as", ())
    number_sketch: tuple[int, ...] = says(
        "sketch of its numbers, for same_as", "dấu vết số liệu, để nhận ra same_as", ()
    )
    warnings: tuple[str, ...] = says("what the reader had to do or leave", "cảnh báo khi đọc", ())
    reader_version: str | None = says("version of the reader", "phiên bản bộ đọc", READER_VERSION)
    rules_version: str | None = says("version of the rules", "phiên bản quy tắc", RULES_VERSION)
    schema_version: str | None = says("version of the tables", "phiên bản lược đồ", SCHEMA_VERSION)
    n_blocks: int | None = says("rows in blocks", "số khối")
    n_citations: int | None = says("rows in citations", "số trích dẫn")
    n_quantities: int | None = says("rows in quantities", "số số liệu trong lời văn")
    n_appendix_rows: int | None = says("rows in appendix_rows", "số dòng biểu số liệu")
    n_appendix_values: int | None = says("rows in appendix_values", "số ô số liệu")
    n_entities: int | None = says("rows in entities", "số tên riêng")
    n_checks: int | None = says("rows in checks", "số phép kiểm tra")


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRow(Row):
    """blocks: paragraphs, headings, list items, table cells, footnotes. Enough to find the facts again."""

    doc_id: str = says("sha256 of the document's bytes", "sha256 của tệp văn bản")
    position: int = says("order in the document, from 0", "thứ tự trong văn bản, từ 0")
    block: str = says("path of the block", "đường dẫn của khối")
    kind: str = says("paragraph, heading, list_item, cell or footnote", "loại khối")
    zone: str = says("letterhead, body, closing or annex", "phần văn bản")
    level: int | None = says("depth of a heading or list item", "cấp đề mục")
    section: str | None = says("path of the headings above it", "đường dẫn các đề mục phía trên")
    text: str = says("text, NFC", "nội dung, chuẩn NFC")
    text_raw: str | None = says("text before repair, if repaired", "nội dung trước khi sửa, nếu có sửa")
    bold: bool | None = says("printed bold", "in đậm")
    centered: bool | None = says("printed centred", "căn giữa")
    table_no: int | None = says("table it belongs to", "số thứ tự bảng")
    row_no: int | None = says("row in the table, from 1", "dòng trong bảng")
    column_no: int | None = says("column in the table, from 1", "cột trong bảng")
    row_span: int | None = says("rows it covers", "số dòng gộp")
    column_span: int | None = says("columns it covers", "số cột gộp")
    is_header: bool | None = says("cell of a header row", "ô tiêu đề cột")
    stitched: bool = says("joined over a page break", "được nối qua ngắt trang", False)
    confidence: float | None = says("OCR confidence from 0 to 1", "độ tin cậy nhận dạng, từ 0 đến 1")
    page: int | None = says("page where it starts, from 1", "trang bắt đầu")
    boxes: tuple[Box, ...] = says("rectangles on the page, one per line", "các khung trên trang", ())
    words: tuple[Word, ...] = says("where each run of characters stands", "vị trí từng đoạn ký tự", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Fact):
    """citations: a mention of an instrument; says what this mention says, no more."""

    form: str = says("full, short, named or self", "dạng: đầy đủ, rút gọn, theo tên, tự nhắc")
    type: str | None = says("type of the instrument", "loại văn bản được dẫn")
    number: str | None = says("number, repaired", "số ký hiệu, đã sửa lỗi")
    number_raw: str | None = says("number as written", "số ký hiệu, nguyên văn")
    sequence: int | None = says("the counting number in it", "số thứ tự trong số ký hiệu")
    suffix: str | None = says("letters after the counting number", "chữ sau số thứ tự (30c → c)")
    year: int | None = says("year inside the number", "năm trong số ký hiệu")
    type_code: str | None = says("type code in the symbol, canonical", "chữ viết tắt tên loại, chuẩn")
    type_code_raw: str | None = says("type code as written", "chữ viết tắt tên loại, nguyên văn")
    issuer_code: str | None = says("issuer code in the symbol", "chữ viết tắt cơ quan trong ký hiệu")
    issued_on: dt.date | None = says("date of the instrument as stated", "ngày ban hành như đã nêu")
    issued_on_source: str | None = says("after, before or shared", "vị trí ngày: sau, trước, dùng chung")
    issuer: str | None = says("issuer as stated, normalised", "cơ quan ban hành như đã nêu, chuẩn hóa")
    issuers: tuple[str, ...] = says("issuers of a joint instrument", "các cơ quan ban hành liên tịch", ())
    issuer_raw: str | None = says("issuer as written", "cơ quan ban hành, nguyên văn")
    issuer_source: str | None = says("after, before, shared or lead_in", "nguồn: sau, trước, dùng chung, câu dẫn")
    issuer_from_symbol: str | None = says("issuer that the symbol alone tells", "cơ quan suy từ ký hiệu")
    title: str | None = says("subject of the instrument", "trích yếu văn bản được dẫn")
    relation: str | None = says("role of the mention", "quan hệ với văn bản được dẫn")
    relation_verb: str | None = says("verb as written", "động từ chỉ quan hệ, nguyên văn")
    article: str | None = says("article and clause cited", "điều, khoản được dẫn")
    nested_in: str | None = says("fact_id of the citation it stands in", "fact_id của trích dẫn bao ngoài")
    antecedent: str | None = says("fact_id of the earlier mention meant", "fact_id của lần nhắc trước")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Fact):
    """quantities: a number stated in running text."""

    kind: str = says("count, percent, percent_point, ratio, money, duration, measure", "loại số liệu")
    value: float | None = says("value in the unit", "giá trị")
    value_max: float | None = says("upper end of a range", "giá trị trên của khoảng")
    value_raw: str | None = says("number as written", "con số, nguyên văn")
    numerator: float | None = says("numerator of a ratio", "tử số")
    denominator: float | None = says("denominator of a ratio", "mẫu số")
    unit: str | None = says("unit or classifier", "đơn vị tính")
    currency: str | None = says("currency", "loại tiền")
    money_vnd: float | None = says("amount in đồng", "số tiền quy ra đồng")
    comparator: str | None = says(">, < or ≈", "so sánh: hơn, kém, khoảng")
    direction: str | None = says("up or down", "tăng hoặc giảm")
    counted: str | None = says("what is counted", "đối tượng được đếm")
    period_label: str | None = says("period as written", "kỳ số liệu, nguyên văn")
    period_start: dt.date | None = says("first day of the period", "ngày đầu kỳ")
    period_end: dt.date | None = says("last day of the period", "ngày cuối kỳ")
    qualifiers: tuple[str, ...] = says("words that qualify it", "từ bổ nghĩa (tổng số, trong đó, lũy kế…)", ())
    statement: str | None = says("facts of one statement share it", "mã mệnh đề chung")


@dataclass(frozen=True, slots=True, kw_only=True)
class AppendixRow(Fact):
    """appendix_rows: a data row of an indicator table, in printed order."""

    table_no: int = says("table in the document", "số thứ tự bảng")
    table_title: str | None = says("title above the table", "tên bảng")
    row_no: int = says("data row in the table, from 1", "dòng số liệu trong bảng, từ 1")
    section_no: str | None = says("Roman section number as printed", "số La Mã của phần, nguyên văn")
    section_title: str | None = says("title of the section", "tên phần")
    item_no: str | None = says("ordinal as printed", "số thứ tự, nguyên văn")
    item_path: str | None = says("path built from the hierarchy", "đường dẫn theo cấp bậc")
    parent_row: str | None = says("fact_id of the parent row", "fact_id của dòng cha")
    level: int | None = says("depth in the hierarchy, from 0", "cấp, từ 0")
    label: str | None = says("name of the indicator", "tên chỉ tiêu")
    unit: str | None = says("unit as printed", "đơn vị tính, nguyên văn")
    value_raw: str | None = says("value as printed", "giá trị, nguyên văn")
    value: float | None = says("value as a number", "giá trị bằng số")
    value_kind: str | None = says("number, percent, boolean, enum, text or blank", "loại giá trị")
    value_label: str | None = says("meaning of a coded value", "nghĩa của giá trị mã hóa")
    note: str | None = says("note", "ghi chú")
    printed_number_error: str | None = says("what is wrong with the printed ordinal", "lỗi đánh số")


@dataclass(frozen=True, slots=True, kw_only=True)
class AppendixValue(Fact):
    """appendix_values: a value cell of an indicator table; a wide table is also long."""

    row_fact_id: str = says("fact_id of its row", "fact_id của dòng")
    table_no: int = says("table in the document", "số thứ tự bảng")
    row_no: int = says("data row in the table, from 1", "dòng số liệu trong bảng, từ 1")
    column_no: int = says("column in the table, from 1", "cột trong bảng, từ 1")
    header_path: tuple[str, ...] = says("header cells above it", "các ô tiêu đề phía trên", ())
    role: str | None = says("plan, actual, rate, previous, change …", "vai trò của cột")
    period_label: str | None = says("period in its header", "kỳ nêu ở tiêu đề")
    organ: str | None = says("body in its header", "cơ quan, đơn vị nêu ở tiêu đề")
    unit: str | None = says("unit", "đơn vị tính")
    value_raw: str | None = says("value as printed", "giá trị, nguyên văn")
    value: float | None = says("value as a number", "giá trị bằng số")
    value_kind: str | None = says("number, percent, boolean, enum, text or blank", "loại giá trị")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Fact):
    """entities: a named body, place, person or programme."""

    label: str = says("ORG, LOC, PER or PROGRAMME", "loại tên riêng")
    name: str | None = says("normalised name", "tên đã chuẩn hóa")
    unit_code: str | None = says("GSO code of the place", "mã đơn vị hành chính")
    unit_level: str | None = says("level of the administrative unit", "cấp hành chính")
    successor_codes: tuple[str, ...] = says("codes after 2025-07-01", "mã sau 01/7/2025", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Row):
    """checks: a relation between facts that can be recomputed."""

    doc_id: str = says("sha256 of the document's bytes", "sha256 của tệp văn bản")
    fact_id: str = says("identifier of this row", "mã của dòng này")
    kind: str = says("percent_of_ratio, parts_of_total, body_vs_appendix …", "loại kiểm tra")
    holds: bool | None = says("true, false, or null if not certain", "đúng, sai, hoặc chưa chắc chắn")
    stated: float | None = says("value as stated", "giá trị nêu trong văn bản")
    expected: float | None = says("value as recomputed", "giá trị tính lại")
    facts: tuple[str, ...] = says("fact_ids concerned", "các fact_id liên quan", ())
    message: str | None = says("one Vietnamese sentence", "một câu giải thích")


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure(Row):
    """failures: a file, or part of one, that could not be read."""

    source: str = says("path of the file", "đường dẫn tệp")
    doc_id: str | None = says("sha256 of the bytes, if they could be read", "sha256 của tệp, nếu đọc được")
    stage: str = says("stage that failed", "công đoạn bị lỗi")
    error: str = says("class of the error", "loại lỗi")
    message: str = says("what to do about it", "cách xử lý")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution(Row):
    """resolutions: which instrument a mention means, over the archive. Not of documents with `same_as`: the other stands for them."""

    fact_id: str = says("the mention", "trích dẫn")
    doc_id: str = says("document of the mention", "văn bản chứa trích dẫn")
    instrument_id: str = says("the instrument meant", "văn bản được dẫn")
    resolved_by: str = says("key, antecedent, completed or name", "cách nhận diện")


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(Row):
    """instruments: a distinct instrument over the archive."""

    instrument_id: str = says("hash of the canonical key", "mã từ khóa chuẩn")
    former_ids: tuple[str, ...] = says("ids it had before its key was completed", "các mã trước đây", ())
    urn_lex: str | None = says("URN:LEX after RFC 9676, provisional", "URN:LEX theo RFC 9676, tạm thời")
    type: str | None = says("type", "loại văn bản")
    number: str | None = says("number and symbol", "số ký hiệu")
    year: int | None = says("year of issue", "năm ban hành")
    issued_on: dt.date | None = says("date of issue", "ngày ban hành")
    issuer: str | None = says("issuing body", "cơ quan ban hành")
    issuer_unit_code: str | None = says("GSO code of the issuing place", "mã đơn vị hành chính nơi ban hành")
    title: str | None = says("subject, the longest stated", "trích yếu, bản dài nhất")
    key_completeness: float | None = says("share of the key that mentions state", "mức đầy đủ của khóa")
    mentions: int = says("number of mentions", "số lần được dẫn")
    documents: int = says("number of documents that cite it", "số văn bản dẫn nó")
    doc_id: str | None = says("the document itself, if the archive holds it", "chính văn bản đó, nếu có trong kho")
    first_cited_on: dt.date | None = says("date of the first citing document", "lần đầu được dẫn")
    last_cited_on: dt.date | None = says("date of the last citing document", "lần cuối được dẫn")
    conflicts: tuple[str, ...] = says("statements at odds with each other", "các điểm mâu thuẫn", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Row):
    """relations: an edge document → instrument or instrument → instrument."""

    from_id: str = says("doc_id or instrument_id", "doc_id hoặc instrument_id")
    to_id: str = says("instrument_id", "instrument_id")
    relation: str = says("role", "quan hệ")
    mentions: int = says("number of mentions", "số lần")


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Row):
    """indicators: an indicator over the archive."""

    indicator_id: str = says("hash of label, section and unit", "mã từ tên, phần và đơn vị")
    label: str = says("name", "tên chỉ tiêu")
    section_title: str | None = says("section", "tên phần")
    unit: str | None = says("unit", "đơn vị tính")
    rows: int = says("rows that carry it", "số dòng")
    documents: int = says("documents that carry it", "số văn bản")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRow(Row):
    """indicator_rows: which indicator a row is."""

    row_fact_id: str = says("fact_id of the row", "fact_id của dòng")
    indicator_id: str = says("the indicator", "chỉ tiêu")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow(Row):
    """units: an administrative unit as it was for some time; what `unit_code` and `successor_codes` speak of."""

    unit_code: str = says(
        "GSO code: 2 digits a province, 3 a district, 5 a commune", "mã đơn vị: 2 số tỉnh, 3 số huyện, 5 số xã"
    )
    level: str = says("province, district or commune", "cấp: tỉnh, huyện, xã")
    kind: str = says("level word", "loại đơn vị")
    name: str = says("name without level word", "tên, không kèm loại")
    full_name: str = says("name with level word", "tên đầy đủ")
    province_code: str = says("province it lay in", "mã tỉnh lúc đó")
    district_code: str | None = says("district it lay in", "mã huyện lúc đó")
    valid_from: dt.date | None = says("first day, null if not known", "từ ngày; rỗng nếu không rõ")
    valid_to: dt.date | None = says(
        "last day, the latest possible where not known; null while in force",
        "đến ngày, muộn nhất có thể nếu không rõ; rỗng nếu còn hiệu lực",
    )
    successor_codes: tuple[str, ...] = says(
        "codes since 2025-07-01, if it ended", "mã từ 01/7/2025, nếu đã thay đổi", ()
    )
    province_code_now: str | None = says("province it lies in today", "mã tỉnh hiện nay")


#: Tables whose rows depend on one document alone, in the order they are made.
DOCUMENT_TABLES: dict[str, type[Row]] = {
    "documents": DocumentRow,
    "blocks": BlockRow,
    "citations": Citation,
    "quantities": Quantity,
    "appendix_rows": AppendixRow,
    "appendix_values": AppendixValue,
    "entities": Entity,
    "checks": Check,
}
#: Tables that depend on the whole archive, published as one snapshot.
ARCHIVE_TABLES: dict[str, type[Row]] = {
    "resolutions": Resolution,
    "instruments": Instrument,
    "relations": Relation,
    "indicators": Indicator,
    "indicator_rows": IndicatorRow,
    "units": UnitRow,
    "failures": Failure,
}
TABLES: dict[str, type[Row]] = DOCUMENT_TABLES | ARCHIVE_TABLES
