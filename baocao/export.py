"""The tables in other forms: DuckDB, Excel, CSV, GraphML. Each file is written whole or not at all."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from baocao.terminal import plain
from extract.facts import TABLES
from extract.remote import AnyPath, RemotePath
from extract.store.archive import Archive, quoted
from extract.store.cells import flat, safe

if TYPE_CHECKING:
    import pyarrow as pa

_EXCEL_ROWS = 1_048_575
_EXCEL_TEXT = 32_767


def export(archive: Archive, out: AnyPath, target: str) -> list[Path]:
    """Write the archive to `target` and say which files that are.

    The ending chooses the form: `.duckdb`, `.xlsx`, `.graphml`, a folder or `DIR/*.csv`. Raises ValueError for another.
    """
    path = Path(target)
    if path.name == "*.csv" or path.is_dir() or (not path.suffix and target.endswith(("/", path.name))):
        return _csv(archive, path.parent if path.name == "*.csv" else path)
    writers: dict[str, Callable[[Archive, Path], None]] = {
        ".duckdb": lambda archive, path: _duckdb(out, path),
        ".xlsx": _xlsx,
        ".graphml": _graphml,
    }
    if path.suffix.lower() not in writers:
        raise ValueError(f"{target}: the name must end in .duckdb, .xlsx or .graphml, or be a folder for CSV files")
    path.parent.mkdir(parents=True, exist_ok=True)
    with _replacing(path) as partial:
        writers[path.suffix.lower()](archive, partial)
    return [path]


def _duckdb(out: AnyPath, path: Path) -> None:
    """A database of views over the Parquet files, so it always shows what the folder holds.

    Raises ValueError for a folder in object storage, which DuckDB reads only with an extension that has to be downloaded.
    """
    if isinstance(out, RemotePath):
        raise ValueError(
            f"{out} is in object storage; views want files on disk. Copy the folder, or export to another form."
        )
    import duckdb

    with duckdb.connect(str(path)) as connection:
        for name in TABLES:
            files = quoted(str(out.absolute() / name / "*.parquet"))
            connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet({files})")


def _csv(archive: Archive, folder: Path) -> list[Path]:
    """A file per table in UTF-8 with a byte order mark, so that Excel shows Vietnamese; no text is a formula."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in TABLES:
        path = folder / f"{name}.csv"
        write_csv(path, *_rows(archive, name))
        written.append(path)
    return written


def write_csv(path: str | Path, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Rows under their names in UTF-8 with a byte order mark, so that Excel shows Vietnamese; no text is a formula."""
    import csv

    with _replacing(Path(path)) as partial, partial.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        writer.writerows([safe(value) for value in row] for row in rows)


def _xlsx(archive: Archive, path: Path) -> None:
    """A sheet per table, types kept, texts written as texts; a table longer than a sheet goes on in the next."""
    import xlsxwriter

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(str(path), options) as book:
        bold, date = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        for name in TABLES:
            names, rows = _rows(archive, name)
            for number, part in enumerate(_sheets(rows), 1):
                sheet = book.add_worksheet(name if number == 1 else f"{name} {number}")
                sheet.write_row(0, 0, names, bold)
                sheet.freeze_panes(1, 0)
                for line, row in enumerate(part, 1):
                    for place, value in enumerate(row):
                        _write_cell(sheet, line, place, flat(value), date)


def _sheets(rows: Iterator[tuple[Any, ...]]) -> Iterator[Iterable[tuple[Any, ...]]]:
    """The rows in parts that fit on a sheet; one empty part if there are none."""
    first = True
    while part := list(itertools.islice(rows, _EXCEL_ROWS)):
        yield part
        first = False
    if first:
        yield ()


def _write_cell(sheet: Any, line: int, place: int, value: Any, date: Any) -> None:
    if isinstance(value, dt.date):
        sheet.write_datetime(line, place, dt.datetime(value.year, value.month, value.day), date)
    elif isinstance(value, bool):
        sheet.write_boolean(line, place, value)
    elif isinstance(value, int | float):
        sheet.write_number(line, place, value)
    elif value is not None:
        sheet.write_string(line, place, value[:_EXCEL_TEXT])


def _graphml(archive: Archive, path: Path) -> None:
    """Documents and instruments as nodes, relations as edges."""
    documents = archive.connection.execute(
        "SELECT doc_id, coalesce(number, sources[1]), organ_name, issued_on FROM documents"
    )
    nodes = [(*row, "document") for row in documents.fetchall()]
    instruments = archive.connection.execute(
        "SELECT instrument_id, concat_ws(' ', type, coalesce(number, title)), issuer, issued_on FROM instruments"
    )
    nodes += [(*row, "instrument") for row in instruments.fetchall()]
    edges = archive.connection.execute("SELECT from_id, to_id, relation, mentions FROM relations").fetchall()
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
        for key, on, kind in (
            ("label", "node", "string"),
            ("issuer", "node", "string"),
            ("issued_on", "node", "string"),
            ("kind", "node", "string"),
            ("relation", "edge", "string"),
            ("mentions", "edge", "int"),
        ):
            file.write(f'<key id="{key}" for="{on}" attr.name="{key}" attr.type="{kind}"/>\n')
        file.write('<graph edgedefault="directed">\n')
        for name, *values in nodes:
            data = _data(zip(("label", "issuer", "issued_on", "kind"), values, strict=True))
            file.write(f"<node id={quoteattr(name)}>{data}</node>\n")
        for start, end, relation, count in edges:
            data = _data((("relation", relation), ("mentions", count)))
            file.write(f"<edge source={quoteattr(start)} target={quoteattr(end)}>{data}</edge>\n")
        file.write("</graph>\n</graphml>\n")


def _data(values: Iterable[tuple[str, Any]]) -> str:
    return "".join(f'<data key="{key}">{escape(plain(value))}</data>' for key, value in values if value is not None)


def _rows(archive: Archive, name: str) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """Column names of a table, and its rows as plain values."""
    table: pa.Table = archive.arrow(name)

    def rows() -> Iterator[tuple[Any, ...]]:
        for batch in table.to_batches(max_chunksize=10_000):
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)

    return table.column_names, rows()


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """A name to write to, which becomes `path` in the end; nothing remains if writing fails."""
    partial = path.with_name(f".{path.name}.partial{path.suffix}")
    partial.unlink(missing_ok=True)
    try:
        yield partial
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
