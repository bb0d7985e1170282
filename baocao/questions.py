"""The commands that ask an archive: cites, top, checks, indicators."""

from __future__ import annotations

import click

from baocao.options import opened, outputs, stop


@click.command()
@click.argument("instrument")
@outputs
@click.option("-n", "count", type=click.IntRange(min=1), default=20, show_default=True, help="How many instruments.")
def cites(instrument: str, out: str, count: int) -> None:
    """Which reports cite an instrument, where, and in what role.

    INSTRUMENT is a number, however written, a type with a number or year, the words of a name with or without
    diacritics, a URN or an instrument_id.

    \b
      baocao cites "61/2018/NĐ-CP"
      baocao cites "nghi dinh 61 nam 2018"
      baocao cites "luat to chuc chinh quyen dia phuong"
    """
    from baocao.terminal import print_table
    from extract.ask.instruments import MENTION, find_instruments, mentions

    with opened(out) as archive:
        found = find_instruments(archive, instrument)
        where = mentions(archive, [item.instrument_id for item in found[:count]])
        for item in found[:count]:
            title = f"{item.name()}: {item.mentions} mentions in {item.documents} documents"
            print_table(title, MENTION, where[item.instrument_id])
    if len(found) > count:
        click.echo(
            f"{len(found) - count} more instruments fit {instrument!r}; say more of it, or ask for more with -n."
        )
    if not found:
        stop(f"No report in {out} cites {instrument!r}.", 1)


@click.command()
@outputs
@click.option("-n", "count", type=click.IntRange(min=1), default=20, show_default=True, help="How many.")
@click.option("--type", "type_name", metavar="TYPE", help='Only of this type, such as "Nghị định".')
def top(out: str, count: int, type_name: str | None) -> None:
    """The instruments that most documents cite.

    \b
      baocao top -n 10 --type "nghị định"
    """
    from baocao.terminal import print_table
    from extract.ask.instruments import top as most_cited

    with opened(out) as archive:
        found = most_cited(archive, count, type_name)
        rows = [(i.documents, i.mentions, i.type, i.number, i.issued_on, i.issuer, i.title) for i in found]
        print_table("", ("documents", "mentions", "type", "number", "issued_on", "issuer", "title"), rows)


@click.command()
@outputs
@click.option("--all", "every", is_flag=True, help="All checks made, also those that hold.")
def checks(out: str, every: bool) -> None:
    """Contradictions found inside the reports."""
    from baocao.terminal import print_table
    from extract.ask.checks import CHECK
    from extract.ask.checks import checks as find_checks

    with opened(out) as archive:
        print_table("", CHECK, find_checks(archive, every=every))


@click.command()
@click.argument("words", required=False, default="")
@outputs
@click.option("--panel", is_flag=True, help="Print the values of these indicators, unit by unit and period by period.")
@click.option(
    "--csv", "target", type=click.Path(dir_okay=False), metavar="FILE", help="Write that panel as CSV instead."
)
@click.option("-n", "count", type=click.IntRange(min=1), default=20, show_default=True, help="How many indicators.")
def indicators(words: str, out: str, panel: bool, target: str | None, count: int) -> None:
    """Indicators of the reports' tables, and each as a panel of units and periods.

    WORDS are words of the name, section or unit, with or without diacritics, or an indicator_id.

    \b
      baocao indicators "hồ sơ đúng hạn"
      baocao indicators "ty le ho so dung han" --panel
      baocao indicators "hồ sơ đúng hạn" --csv panel.csv
    """
    from baocao.terminal import print_table
    from extract.ask.indicators import PANEL, Known, find_indicators
    from extract.ask.indicators import panel as panel_of

    with opened(out) as archive:
        found = find_indicators(archive, words)
        chosen = found[:count]
        rows = panel_of(archive, [item.indicator_id for item in chosen]) if panel or target else []
    if not found:
        stop(f"No table in {out} has an indicator {words!r}.", 1)
    if target:
        from baocao.export import write_csv

        write_csv(target, PANEL, rows)
        click.echo(target)
    elif panel:
        print_table("", PANEL[1:11], [row[1:11] for row in rows])
    else:
        print_table("", Known._fields, chosen)
    if len(found) > count:
        click.echo(f"{len(found) - count} more indicators fit; say more of them, or ask for more with -n.", err=True)
