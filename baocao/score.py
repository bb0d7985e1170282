"""`baocao score`: how well the reader reads, measured on documents of which is known what they state."""

from __future__ import annotations

import sys
from pathlib import Path

import click

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("corpus", required=False, type=_FOLDER)
@click.option("--against", type=_FILE, metavar="RESULTS.json", help="Print gains and losses since then, fact by fact.")
@click.option("--write", is_flag=True, help="Write RESULTS.md and results.json into CORPUS.")
@click.option(
    "--part",
    type=click.Choice(["development", "test"]),
    default="development",
    show_default=True,
    help="Which part of the gold; rules are not written after the errors of the test part.",
)
@click.option("--only", multiple=True, metavar="WORD", help="Only documents with this in their name; may be repeated.")
@click.option("--form", multiple=True, metavar="FORM", help="Only this form: docx, pdf, txt; may be repeated.")
@click.option("--errors", metavar="TABLE", help="List the facts of this table that are not right.")
@click.option("--reports", type=_FOLDER, metavar="DIR", help="Folder of the published documents of the hand gold.")
@click.option(
    "--engine", default="baocao:extract", show_default=True, metavar="MODULE:FUNCTION", help="What reads one file."
)
def score(
    corpus: Path | None,
    against: Path | None,
    write: bool,
    part: str,
    only: tuple[str, ...],
    form: tuple[str, ...],
    errors: str | None,
    reports: Path | None,
    engine: str,
) -> None:
    """Precision, recall and F1 of the reader on documents with gold.

    CORPUS is a folder with gold/*.jsonl and the documents (in documents/ or beside gold/); without it, the corpus of the
    project. corpus/METRIC.md says what is counted and what the figures do not say.

    Exit status: 0, or 1 if --against shows that a fact which was right is right no more; 2 wrong usage.

    \b
      baocao score
      baocao score --against corpus/results.json
      baocao score generated/ --form docx --errors citations
    """
    from extract.store.without_pandas import do_with_pandas

    try:
        from corpus.score.main import NoGold, Wish, run_score
    except ImportError as error:
        raise click.UsageError("The corpus is not installed; run this from a checkout of the project.") from error

    do_with_pandas()
    wish = Wish(
        part=part,
        forms=frozenset(form) or None,
        only=only,
        against=against,
        errors=errors,
        write=write,
        engine=engine,
        **({"corpus": corpus} if corpus else {}),
        **({"reports": reports} if reports else {}),
    )
    try:
        status = run_score(wish, click.echo)
    except NoGold as error:
        raise click.UsageError(str(error)) from error
    sys.exit(status)
