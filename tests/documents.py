"""Small documents made by hand, for the tests of the finders."""

from __future__ import annotations

from collections.abc import Sequence

from extract.document import Block, Document, Zone

Line = str | tuple[str, bool | None, bool | None]


def document_of(*blocks: Block) -> Document:
    """A document of these blocks."""
    return Document(doc_id="0" * 64, media_type="text/plain", blocks=blocks)


def paragraphs(text: str, *, zone: Zone = "body", start: int = 1) -> tuple[Block, ...]:
    """One paragraph per line; a line that begins with `*` is bold, one that begins with `^` centred (`*^` both)."""
    blocks = []
    for number, line in enumerate((line for line in text.strip("\n").split("\n") if line.strip()), start=start):
        marks = line[: len(line) - len(line.lstrip("*^"))]
        flags = {"bold": "*" in marks, "centered": "^" in marks} if marks else {}
        blocks.append(Block(path=f"p[{number}]", kind="paragraph", text=line.lstrip("*^").strip(), zone=zone, **flags))
    return tuple(blocks)


def table(*rows: str, number: int = 1, headers: int = 1) -> tuple[Block, ...]:
    """Cells of a table, columns apart by `|`; the first `headers` rows are marked as header rows.

    A cell written `text{2}` spans two columns, `text{^2}` two rows; places it covers are left out of later rows with `~`.
    """
    blocks = []
    for row, line in enumerate(rows, start=1):
        column = 1
        for part in line.split("|"):
            text = part.strip()
            if text == "~":
                column += 1
                continue
            wide = tall = 1
            if text.endswith("}"):
                text, _, span = text[:-1].rpartition("{")
                wide, tall = (1, int(span[1:])) if span.startswith("^") else (int(span), 1)
            blocks.append(
                Block(
                    path=f"tbl[{number}]/r[{row}]/c[{column}]",
                    kind="cell",
                    text=text.strip().replace("\\n", "\n"),
                    table_no=number,
                    row_no=row,
                    column_no=column,
                    row_span=tall,
                    column_span=wide,
                    is_header=row <= headers,
                )
            )
            column += wide
    return tuple(blocks)


def texts(blocks: Sequence[Block]) -> list[str]:
    """The texts of blocks."""
    return [block.text for block in blocks]
