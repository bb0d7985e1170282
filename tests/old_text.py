"""Vietnamese put into old encodings, for tests: the way back from what the reader does."""

from __future__ import annotations

from typing import Any

from extract.read.legacy.tables import Encoding, letters

#: Written for these tests.
SENTENCES = (
    "Căn cứ Quyết định số 15/QĐ-UBND ngày 12/3/2003 của Ủy ban nhân dân huyện về việc giao chỉ tiêu",
    "Thực hiện kế hoạch của Thủ tướng Chính phủ, các phường và thị trấn đã tổ chức rà soát, kiểm tra những hộ nghèo",
    "Trong quý đầu, huyện trồng được 215 ha lúa, vượt kế hoạch; nuôi thêm trâu bò, sửa chữa đường và cầu ở ba xã vùng xa",
    "Tuy nhiên còn một số nơi chưa nộp báo cáo đúng hạn, giấy tờ thiếu chữ ký, nhiều biểu mẫu ghi sai, đề nghị khắc phục ngay",
)
COLUMNS: dict[Encoding, str] = {"TCVN3": "tcvn", "VNI": "vni", "VISCII": "viscii", "VPS": "vps"}


def old(text: str, encoding: Encoding) -> str:
    """The text as the characters that stand for its bytes."""
    table = {row["letter"]: bytes.fromhex(row[COLUMNS[encoding]]).decode("latin-1") for row in letters()}
    return "".join(table.get(character, character) for character in text)


def viqr(text: str) -> str:
    """The text as it is typed in VIQR; punctuation is not escaped."""
    table = {row["letter"]: row["viqr"] for row in letters()}
    return "".join(table.get(character, character) for character in text)


def in_font(font: str, text: str, more: str = "") -> str:
    """Properties and text of a Word run in a font, for `docx_files.run`."""
    return f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>{more}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def pdf(fonts: dict[str, str], lines: list[list[tuple[str, str]]], encoding: str = "WinAnsiEncoding") -> bytes:
    """A PDF of one page: fonts by short name with their PostScript names, and lines of (short name, text as bytes show it).

    reportlab sets no byte fonts of other names, so the file is written out here.
    """
    resources = " ".join(f"/{name} {number} 0 R" for number, name in enumerate(fonts, start=5))
    drawn = "\n".join("".join(f"/{font} 12 Tf ({_escaped(text)}) Tj " for font, text in line) + "T*" for line in lines)
    stream = f"BT 16 TL 60 780 Td {drawn} ET"
    objects: list[Any] = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        f" /Resources << /Font << {resources} >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        *(f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /Encoding /{encoding} >>" for name in fonts.values()),
    ]
    out, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return (out + end).encode("ascii")


def _escaped(text: str) -> str:
    return "".join(f"\\{code:03o}" for code in text.encode("cp1252"))
