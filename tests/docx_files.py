"""Small DOCX files built in memory from raw WordprocessingML, for the tests of the DOCX reader."""

from __future__ import annotations

import io
import zipfile

from extract.read.docx import read_docx
from extract.read.items import Cell, Footnote, Item, Paragraph, Table

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def package(
    body: str,
    *,
    parts: dict[str, str] | None = None,
    links: tuple[tuple[str, str], ...] = (),
    extra: dict[str, bytes] | None = None,
) -> bytes:
    """A DOCX with this body. `parts`: kind (styles, numbering, footnotes, header …) → children of that part's root.

    `links` are further relationships of the document (kind, target); `extra` further members of the zip.
    """
    roots = {"footnotes": "footnotes", "endnotes": "endnotes", "header": "hdr"}
    members = {
        "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": relationships([("officeDocument", "word/document.xml")]),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode(),
    }
    targets = list(links)
    for kind, content in (parts or {}).items():
        root = roots.get(kind, kind)
        members[f"word/{kind}.xml"] = f"<w:{root} {NAMESPACES}>{content}</w:{root}>".encode()
        targets.append((kind, f"{kind}.xml"))
    members["word/_rels/document.xml.rels"] = relationships(targets)
    return zipped(members | (extra or {}))


def relationships(targets: list[tuple[str, str]]) -> bytes:
    """A relationships part; ids are rId1, rId2 …"""
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{TYPE}{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'.encode()


def zipped(members: dict[str, bytes], *, stored: bool = False) -> bytes:
    """A zip of these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run; `properties` are children of its `w:rPr`."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str = "", properties: str = "") -> str:
    """A paragraph; plain text is put into a run."""
    inner = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def cell(content: str = "", properties: str = "") -> str:
    """A table cell; plain text becomes one paragraph per line."""
    inner = content if content.startswith("<") else "".join(map(paragraph, content.split("\n")))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row; plain text is put into a cell."""
    inner = "".join(text if text.startswith(("<w:tc", "<w:sdt")) else cell(text) for text in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows: str, border: str | None = "single", grid: tuple[int, ...] = ()) -> str:
    """A table whose sides all have this border (None: nothing is said about borders)."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="{border}"/>' for side in sides) if border else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return (
        f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def read(body: str, **options: object) -> list[Item]:
    """Items of a DOCX with this body."""
    return read_docx(package(body, **options))[0]  # type: ignore[arg-type]


def texts(items: list[Item]) -> list[str]:
    """Text of each item; footnotes begin with `*`, tables are their rows joined by `|` and `/`."""
    found = []
    for item in items:
        if isinstance(item, Table):
            found.append(" / ".join(" | ".join(one.text for one in line) for line in rows_of(item)))
        else:
            found.append(f"*{item.text}" if isinstance(item, Footnote) else item.text)
    return found


def rows_of(found: Table) -> list[list[Cell]]:
    """Cells by row."""
    rows: dict[int, list[Cell]] = {}
    for one in found.cells:
        rows.setdefault(one.row, []).append(one)
    return [rows[number] for number in sorted(rows)]


def only_paragraph(items: list[Item]) -> Paragraph:
    """The one paragraph there is."""
    (item,) = items
    assert isinstance(item, Paragraph)
    return item


def only_table(items: list[Item]) -> Table:
    """The one table there is."""
    (item,) = items
    assert isinstance(item, Table)
    return item
