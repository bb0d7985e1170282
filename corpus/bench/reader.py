"""Runs one reader of PDFs on the files it is told on standard input, and says how long it took and which table rows it saw.

Stands alone: it runs with the Python of each reader's own environment, where nothing of ours is installed. One line of JSON in
(`{"path": …, "rows": bool}`), one line of JSON out (`{"seconds": …, "rows": [[cell, …], …], "peak_mb": …}`). The first answer, before any
question, names the version.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Callable
from typing import Any

Rows = list[list[Any]]


def bare_text(path: str) -> Rows:
    """PDFium's text of every page and nothing else: the floor."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    for page in document:
        page.get_textpage().get_text_range()
    document.close()
    return []


def reading_only(path: str) -> Rows:
    """Our reader without the finders: text, places, tables, sections."""
    from pathlib import Path

    from extract.read import read

    return _ours(read(Path(path)).blocks)


def baocao_extract(path: str) -> Rows:
    """The one-call API: everything, facts included."""
    import baocao

    return _ours(baocao.extract(path).document.blocks)


def _ours(blocks: Any) -> Rows:
    rows: dict[tuple[int, int], list[str]] = {}
    for block in blocks:
        if block.kind == "cell":
            rows.setdefault((block.table_no, block.row_no), []).append(block.text)
    return [list(row) for row in rows.values()]


def pdfplumber_both(path: str) -> Rows:
    """pdfplumber's text and tables of every page."""
    import pdfplumber

    rows: Rows = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            for table in page.extract_tables():
                rows += table
    return rows


def camelot_lattice(path: str) -> Rows:
    """camelot's ruled tables; it gives no running text."""
    import camelot

    return [list(row) for table in camelot.read_pdf(path, pages="all", flavor="lattice") for row in table.df.values]


def xberg_extract(path: str) -> Rows:
    """xberg's content and tables, without its cache and OCR."""
    import xberg

    async def go() -> Any:
        config = xberg.ExtractionConfig(use_cache=False, disable_ocr=True)
        return await xberg.extract(xberg.ExtractInput(uri=path), config)

    return [row for result in asyncio.run(go()).results for table in result.tables for row in table.cells]


def pdf_oxide_both(path: str) -> Rows:
    """pdf_oxide's text and tables of every page."""
    import pdf_oxide

    document = pdf_oxide.PdfDocument(path)
    rows: Rows = []
    for page in range(document.page_count()):
        document.extract_text(page)
        for table in document.extract_tables(page):
            rows += [[cell["text"] for cell in row["cells"]] for row in table["rows"]]
    return rows


def liteparse_markdown(path: str) -> Rows:
    """liteparse's Markdown, without OCR."""
    import liteparse

    return _piped(liteparse.LiteParse(ocr_enabled=False, output_format="markdown", quiet=True).parse(path).text)


def pdf_inspector_markdown(path: str) -> Rows:
    """pdf-inspector's Markdown."""
    import pdf_inspector

    return _piped(pdf_inspector.process_pdf(path).markdown or "")


def viparse_load(path: str) -> Rows:
    """viparse's text (Markdown)."""
    import viparse

    return _piped("\n".join(document.text for document in viparse.load(path)))


def _piped(markdown: str) -> Rows:
    rows: Rows = []
    for line in markdown.splitlines():
        bare = line.strip()
        if bare.startswith("|") and bare.endswith("|") and set(bare) - set("|-: "):
            rows.append([cell.strip().replace("<br>", " ").replace("\\", "") for cell in bare[1:-1].split("|")])
    return rows


READERS: dict[str, tuple[str, Callable[[str], Rows]]] = {
    "bare text": ("pypdfium2", bare_text), "baocao, reading only": ("baocao", reading_only), "baocao.extract": ("baocao", baocao_extract),
    "pdfplumber": ("pdfplumber", pdfplumber_both), "camelot": ("camelot-py", camelot_lattice), "xberg": ("xberg", xberg_extract),
    "pdf_oxide": ("pdf-oxide", pdf_oxide_both), "liteparse": ("liteparse", liteparse_markdown),
    "pdf-inspector": ("pdf-inspector", pdf_inspector_markdown), "viparse": ("viparse", viparse_load),
}  # fmt: skip


def peak_mb() -> float:
    """The most this process held; not from getrusage, which counts the memory of the process it was started from."""
    with open("/proc/self/status", encoding="ascii") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmHWM"))


def main(name: str) -> None:
    """Answers until standard input ends."""
    from importlib.metadata import version

    package, function = READERS[name]
    serve(version(package), function)


def serve(version: str, function: Callable[[str], Rows]) -> None:
    """The conversation: names the version, then answers until standard input ends."""
    answers = sys.stdout
    sys.stdout = sys.stderr  # what a library prints is no answer
    print(json.dumps({"version": version}), file=answers, flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        began = time.perf_counter()
        try:
            rows, error = function(asked["path"]), None
        except Exception as problem:
            rows, error = [], f"{type(problem).__name__}: {problem}"[:200]
        answer: dict[str, Any] = {
            "seconds": time.perf_counter() - began,
            "error": error,
            "peak_mb": peak_mb(),
        }
        if asked.get("rows"):
            answer["rows"] = [[str(cell or "") for cell in row] for row in rows]
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
