"""The command `baocao view`: a page on which a person checks the facts of one report, or the pages of an archive."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from baocao.options import names, ocr, stop

if TYPE_CHECKING:
    from extract.document import Ocr
    from extract.facts import Names

_HEAD = 2_000  # bytes in which a page says who made it


@click.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False))
@click.option("--outputs", "out", metavar="DIR", help="Look at the archive in this folder instead of one file.")
@click.option("--host", metavar="HOST", help="With --outputs: answer others as well, at this address.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="With --outputs; 0 takes a free port.",
)
@click.option(
    "-o", "--to", "target", metavar="PAGE.html", help="Where to write it; NAME-OF-FILE.html here if not given."
)
@click.option("--open/--no-open", "opens", default=None, help="Show it in the browser; on a desktop it is shown.")
@click.option("--force", is_flag=True, help="Write over a file that baocao view did not make.")
@ocr
@names
def view(
    file: str | None,
    out: str | None,
    host: str | None,
    port: int,
    target: str | None,
    opens: bool | None,
    force: bool,
    ocr: Ocr,
    names: Names,
) -> None:
    """Look at the facts: of one file where they stand on its pages, or of an archive.

    For a FILE a page is written, one HTML file that needs nothing else and asks nothing of the network: the pages of the
    report with a box around every fact, the facts as tables beside them, contradictions first.

    With --outputs the tables of a folder are served to the browser, read-only and to this machine alone unless --host is given:
    search, who cites what, indicators over time, every list as CSV. Ctrl-C ends it.

    \b
      baocao view bao-cao.pdf
      baocao view bao-cao.docx -o kiem-tra.html --no-open
      baocao view --outputs outputs/
    """
    if (file is None) == (out is None):
        raise click.UsageError("Say what to look at: a FILE, or --outputs DIR for an archive.")
    if file is None:
        from baocao.serve import serve

        serve(out or "", host, port, open_browser=bool(opens or (opens is None and _on_a_desktop())))
        return
    from extract.read.errors import ReadError

    page = Path(target) if target else Path(Path(file).name + ".html")
    if not force and page.exists() and not _made_here(page):
        stop(f"{page} is there and baocao view did not make it; choose another name with -o, or use --force.", 2)
    try:
        written = page_of(Path(file), ocr, names)
    except (ReadError, OSError) as error:
        stop(f"{file}: {error}", 1)
    try:
        _write(page, written)
    except OSError as error:
        stop(f"{page}: {error.strerror or error}", 1)
    click.echo(page)
    if opens or (opens is None and _on_a_desktop()):
        click.launch(page.absolute().as_uri())


def page_of(file: Path, ocr: Ocr = "auto", names: Names = "rules") -> bytes:
    """The page of one file. Raises what `baocao.extract` raises."""
    from extract.collector import undisturbed
    from extract.discover import printable
    from extract.pipeline import extract_facts
    from extract.read import read
    from extract.view.page import make_page

    data = file.read_bytes()
    with undisturbed():
        facts = extract_facts(read(data, ocr=ocr), names)
        return make_page(data, facts.document, facts.rows(), printable(file.name)).encode("utf-8", "replace")


def _made_here(page: Path) -> bool:
    from extract.view.page import GENERATOR

    try:
        with page.open("rb") as content:
            return f'<meta name="generator" content="{GENERATOR}">'.encode() in content.read(_HEAD)
    except OSError:
        return False


def _write(page: Path, content: bytes) -> None:
    """All of it or nothing."""
    beside = page.with_name(f".{page.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        os.replace(beside, page)
    finally:
        beside.unlink(missing_ok=True)


def _on_a_desktop() -> bool:
    seen = sys.platform in ("darwin", "win32") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return sys.stdout.isatty() and bool(seen)
