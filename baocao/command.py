"""The command `baocao`: one function, one command; its docstring is its help."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from baocao.options import explaining, names, ocr, opened, outputs, stop
from baocao.questions import checks, cites, indicators, top
from baocao.score import score
from baocao.view import view

if TYPE_CHECKING:
    from extract.document import Ocr
    from extract.facts import Names

_HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def main() -> None:
    """The entry point of the installed command."""
    from baocao.terminal import speak_utf8
    from extract.store.without_pandas import do_without_pandas

    speak_utf8()
    do_without_pandas()
    cli(prog_name="baocao")


@click.group(context_settings=_HELP)
@click.version_option(package_name="baocao", message="%(prog)s %(version)s")
def cli() -> None:
    """Structured facts from published Vietnamese administrative reports.

    PDF, DOCX, text and scans go in; tables come out: which instruments a report cites, which numbers it states, what its
    indicator tables say, whether it agrees with itself. Every fact says where it stands.

    \b
      baocao extract reports/            read a folder, write the tables to outputs/
      baocao show reports/bao-cao.pdf    look at one report
      baocao view reports/bao-cao.pdf    look at its facts on its pages
      baocao top                         which instruments are cited most
    """


for question in (cites, top, checks, indicators, score, view):
    cli.add_command(question)


@cli.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@outputs
@ocr
@names
@click.option(
    "--workers", type=click.IntRange(min=1), metavar="N", help="Processes to read with; one per core if not given."
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Let a Dask cluster do the work: tcp://HOST:8786, or a scheduler file. Wants baocao[cluster].",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=300.0,
    show_default=True,
    metavar="SECONDS",
    help="Time one file may take.",
)
@click.option(
    "--memory",
    type=click.FloatRange(min=1),
    default=4.0,
    show_default=True,
    metavar="GIB",
    help="Memory one file may take.",
)
@click.option("--fresh", is_flag=True, help="Read finished documents again.")
@click.option("--prune", is_flag=True, help="Forget documents whose files are gone.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def extract(
    paths: tuple[str, ...],
    out: str,
    ocr: Ocr,
    names: Names,
    workers: int | None,
    scheduler: str | None,
    timeout: float,
    memory: float,
    fresh: bool,
    prune: bool,
    quiet: bool,
) -> None:
    """Read files and write the tables.

    PATH is a file, a folder (with all below it), a glob, or - for a list of paths on standard input. Documents that
    are in the tables already are not read again. A file that cannot be read costs only itself: it is listed in the
    table `failures` with what to do about it. Stopped at any moment, the same command goes on from there.

    PATH and DIR may be in object storage (s3://BUCKET/FOLDER; credentials and endpoint from the environment, as AWS_… variables).
    With --scheduler they must be where all machines reach them.

    Exit status: 0 all read, 1 some files failed, 2 wrong usage.

    \b
      baocao extract reports/
      baocao extract "reports/2022/*.pdf" -o outputs-2022
      find reports -name '*.docx' -newer outputs/README.md | baocao extract -
      baocao extract s3://archive/reports -o s3://archive/outputs --scheduler tcp://10.0.0.1:8786
    """
    from baocao.progress import print_summary, telling
    from extract.run import NothingToRead, run
    from extract.workers import Limits

    if scheduler and workers:
        raise click.UsageError(
            "--workers is for the processes of this machine; how many a cluster has is the cluster's affair."
        )
    given = [path for one in paths for path in (_listed() if one == "-" else [one])]
    try:
        with explaining(), telling(quiet=quiet, terminal=sys.stderr.isatty()) as tell:
            summary = run(
                given,
                out,
                workers=workers,
                scheduler=scheduler,
                ocr=ocr,
                names=names,
                limits=Limits(seconds=timeout, memory=int(memory * 2**30)),
                fresh=fresh,
                prune=prune,
                progress=tell,
            )
    except NothingToRead as error:
        raise click.UsageError(str(error)) from error
    except KeyboardInterrupt:
        click.echo(f"Stopped. What was finished is in {out}; the same command goes on from there.", err=True)
        sys.exit(130)
    if quiet:
        for failure in summary.failures:
            click.echo(f"failed: {failure.source}: {failure.message}", err=True)
    else:
        print_summary(summary)
    sys.exit(1 if summary.failed else 0)


@cli.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@ocr
@names
@click.option("--json", "json_", is_flag=True, help="Print JSON.")
@click.option("--table", metavar="NAME", help="Print only this table: citations, quantities, appendix_rows, blocks …")
def show(file: str, ocr: Ocr, names: Names, json_: bool, table: str | None) -> None:
    """Print the facts of one file; nothing is written.

    \b
      baocao show bao-cao.pdf
      baocao show bao-cao.docx --table appendix_rows
      baocao show bao-cao.docx --json | jq '.citations[].number'
    """
    import baocao
    from baocao.show import as_json, print_report
    from extract.facts import DOCUMENT_TABLES
    from extract.read.errors import ReadError

    if table and table not in DOCUMENT_TABLES:
        raise click.BadParameter(f"there are: {', '.join(DOCUMENT_TABLES)}", param_hint="--table")
    try:
        report = baocao.extract(file, ocr=ocr, names=names)
    except (ReadError, OSError) as error:
        stop(f"{file}: {error}", 1)
    if json_:
        click.echo(as_json(report, table))
    else:
        print_report(report, table)


@cli.command()
@outputs
@click.option(
    "--to",
    "target",
    required=True,
    metavar="TARGET",
    help="facts.duckdb, facts.xlsx, citations.graphml, or a folder for CSV files.",
)
def export(out: str, target: str) -> None:
    """Write the tables in another form.

    \b
      baocao export --to facts.duckdb        views over the Parquet files
      baocao export --to facts.xlsx          a sheet per table
      baocao export --to csv/                a file per table, as Excel wants it
      baocao export --to citations.graphml   who cites what, for Gephi and the like
    """
    from baocao.export import export as export_to
    from extract.remote import place

    with opened(out) as archive:
        try:
            written = export_to(archive, place(out), target)
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="--to") from error
    for path in written:
        click.echo(path)


@cli.command()
@click.argument("names", nargs=-1, required=True, metavar="DOC_ID|PATH...")
@outputs
def forget(names: tuple[str, ...], out: str) -> None:
    """Take documents out of the tables, by doc_id (8 digits or more of it) or by path.

    The files are left alone; where they still stand, the next `extract` reads them again.
    """
    from extract.run import forget as forget_documents

    with explaining():
        try:
            count = forget_documents(names, out)
        except KeyError as error:
            raise click.UsageError(f"{out} knows no document {error.args[0]!r}.") from error
    click.echo(f"{count} forgotten")


@cli.command()
@click.option("--json", "json_", is_flag=True, help="Print JSON.")
def schema(json_: bool) -> None:
    """The data dictionary: every table and column with its type and meaning."""
    import json

    from extract.store.dictionary import as_json, as_text

    click.echo(json.dumps(as_json(), ensure_ascii=False, indent=2) if json_ else as_text(), nl=json_)


@cli.command()
def doctor() -> None:
    """What is installed here, what is missing and how to get it.

    Exit status 1 if something is missing without which nothing works.
    """
    from baocao.doctor import findings

    broken = False
    for item in findings():
        if item.found:
            click.echo(f"ok       {item.name:<18} {item.found}")
        else:
            broken = broken or item.needed
            click.echo(f"{'MISSING' if item.needed else 'absent '}  {item.name:<18} get it with: {item.advice}")
    sys.exit(1 if broken else 0)


def _listed() -> list[str]:
    """Paths on standard input, one a line, or ended by NUL as `find -print0` does."""
    text = sys.stdin.buffer.read().decode(sys.getfilesystemencoding(), "surrogateescape")
    return [path for path in (text.split("\0") if "\0" in text else text.splitlines()) if path]
