"""Runs one reader of scans; the conversation is that of `corpus.bench.reader`, a row is the text of a page.

`python -m corpus.bench.scan_reader NAME` in the project's folder, with the Python of the reader's own environment.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from corpus.bench.reader import Rows, serve

DPI = 200


def baocao_extract(path: str) -> Rows:
    """The one-call API: everything, facts included."""
    import baocao

    return by_page(baocao.extract(path).document)


def reading_only(path: str) -> Rows:
    """Our reader without the finders."""
    from extract.read import read

    return by_page(read(Path(path)))


def by_page(document: Any) -> Rows:
    """The text of the blocks and cells that begin on each page."""
    pages: Rows = [[] for _ in range(document.pages)]
    for block in document.blocks:
        pages[block.page - 1].append(block.text)
    return [["\n".join(texts)] for texts in pages]


def plain(path: str) -> Rows:
    """One pass of Tesseract over the picture of each page, which finds the columns and lines itself; no tables."""
    import pypdfium2

    engine, document = _engine(), pypdfium2.PdfDocument(path)
    pages: Rows = []
    for page in document:
        engine.SetImage(page.render(scale=DPI / 72, grayscale=True).to_pil())
        engine.SetSourceResolution(DPI)
        pages.append([engine.GetUTF8Text()])
    document.close()
    return pages


_engines: list[Any] = []


def _engine() -> Any:
    import tesserocr

    from extract.read.scan.recognise import model_folder

    if not _engines:
        _engines.append(tesserocr.PyTessBaseAPI(path=model_folder(), lang="vie", psm=tesserocr.PSM.AUTO))
    return _engines[0]


def ocrmypdf_text(path: str) -> Rows:
    """The text that ocrmypdf puts behind the pages of a searchable PDF, deskewed; no PDF/A and no smaller pictures."""
    import ocrmypdf

    with tempfile.TemporaryDirectory() as place:
        text = Path(place) / "text"
        ocrmypdf.ocr(
            path, Path(place) / "out.pdf", language=["vie"], jobs=1, deskew=True, sidecar=text, output_type="pdf", optimize=0,
            progress_bar=False,
        )  # fmt: skip
        return [[page] for page in text.read_text(encoding="utf-8").split("\f")]


def _tesserocr_version() -> str:
    import tesserocr

    return f"{version('tesserocr')} (Tesseract {tesserocr.tesseract_version().split()[1]})"


def _ocrmypdf_version() -> str:
    told = subprocess.run(["tesseract", "--version"], capture_output=True, text=True, check=True).stdout
    return f"{version('ocrmypdf')} (Tesseract {told.split()[1]})"


READERS: dict[str, tuple[Callable[[], str], Callable[[str], Rows]]] = {
    "baocao.extract": (lambda: version("baocao"), baocao_extract),
    "baocao, reading only": (lambda: version("baocao"), reading_only),
    "plain Tesseract": (_tesserocr_version, plain),
    "ocrmypdf": (_ocrmypdf_version, ocrmypdf_text),
}


if __name__ == "__main__":
    named, read_pages = READERS[sys.argv[1]]
    serve(named(), read_pages)
