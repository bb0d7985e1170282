"""The fixed parts of a DOCX package: types, relations, styles, numbering, footnotes, header; zipped with a fixed time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NS = f'xmlns:w="{W}" xmlns:r="{R}"'
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_STAMP = (2022, 1, 1, 0, 0, 0)


def package(body: str, notes: Sequence[str], *, scheme: str, size: int, title: str) -> bytes:
    """The bytes of a DOCX: the same parts give the same bytes."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations((("officeDocument", "word/document.xml"), ("core", "docProps/core.xml"))),
        "word/document.xml": f"{_HEAD}<w:document {_NS}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            (
                ("styles", "styles.xml"),
                ("numbering", "numbering.xml"),
                ("footnotes", "footnotes.xml"),
                ("header", "header1.xml"),
                ("settings", "settings.xml"),
            )
        ),
        "word/styles.xml": _styles(size),
        "word/numbering.xml": _numbering(scheme),
        "word/footnotes.xml": _footnotes(notes),
        "word/header1.xml": f'{_HEAD}<w:hdr {_NS}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>',
        "word/settings.xml": f'{_HEAD}<w:settings {_NS}><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr></w:settings>',
        "docProps/core.xml": f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>corpus.generate</dc:creator>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2022-01-01T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2022-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>',
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode())
    return buffer.getvalue()


def _content_types() -> str:
    parts = {
        "/word/document.xml": _OFFICE + "document.main+xml", "/word/styles.xml": _OFFICE + "styles+xml", "/word/numbering.xml": _OFFICE + "numbering+xml",
        "/word/footnotes.xml": _OFFICE + "footnotes+xml", "/word/header1.xml": _OFFICE + "header+xml", "/word/settings.xml": _OFFICE + "settings+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }  # fmt: skip
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    lines = []
    for number, (kind, target) in enumerate(targets, 1):
        base = f"{_PACKAGE}/relationships/metadata/core-properties" if kind == "core" else f"{R}/{kind}"
        lines.append(f'<Relationship Id="rId{number}" Type="{base}" Target="{target}"/>')
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'


#: Relation id of the page header in `document.xml.rels`.
HEADER_ID = "rId4"


def _styles(size: int) -> str:
    font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
    return (
        f'{_HEAD}<w:styles {_NS}><w:docDefaults><w:rPrDefault><w:rPr>{font}<w:sz w:val="{2 * size}"/><w:szCs w:val="{2 * size}"/>'
        '<w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        + "".join(
            f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/><w:basedOn w:val="Normal"/>'
            f'<w:pPr><w:keepNext/><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
            for n in (1, 2, 3)
        )
        + '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="20"/></w:rPr></w:style>'
        "</w:styles>"
    )


def _numbering(scheme: str) -> str:
    first = ("upperRoman", "%1.") if scheme == "roman" else ("decimal", "%1.")
    third = "%2.%3." if scheme == "roman" else "%1.%3."
    levels = (first, ("decimal", "%2."), ("decimal", third), ("lowerLetter", "%4)"))
    shown = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for n, (kind, text) in enumerate(levels)
    )
    bullets = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
        for n, mark in ((1, "-"), (2, "+"))
    )
    numbers = "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(3))
    return f'{_HEAD}<w:numbering {_NS}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{shown}</w:abstractNum>{bullets}{numbers}</w:numbering>'


def _footnotes(notes: Sequence[str]) -> str:
    fixed = "".join(
        f'<w:footnote w:type="{kind}" w:id="{n}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for kind, n, mark in (("separator", -1, "separator"), ("continuationSeparator", 0, "continuationSeparator"))
    )
    written = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
        for n, text in enumerate(notes, 1)
    )
    return f"{_HEAD}<w:footnotes {_NS}>{fixed}{written}</w:footnotes>"
