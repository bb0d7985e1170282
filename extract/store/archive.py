"""Read an output folder as it stands at one moment, also while a run changes it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from extract.facts import TABLES
from extract.store.layout import Busy, Layout, NoArchive, telling_disk_full
from extract.store.manifest import hold

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import pyarrow as pa


class Tables(Protocol):
    """Whatever has the tables of one moment in a DuckDB connection: what a question wants."""

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """Where every table can be asked by its name."""


class Archive:
    """The tables of one output folder, all of the moment it was opened. Close it, or use it in a `with` block."""

    def __init__(self, out: str | Path) -> None:
        self._layout = Layout(Path(out).absolute())
        self._manifest, self._handle = hold(self._layout)
        self._connection: duckdb.DuckDBPyConnection | None = None

    @property
    def tables(self) -> tuple[str, ...]:
        """Names of the tables."""
        return tuple(TABLES)

    def rows(self) -> dict[str, int]:
        """Number of rows of each table."""
        return self._manifest.rows()

    def files(self, name: str) -> list[Path]:
        """The Parquet files of a table, in order."""
        if name not in TABLES:
            raise KeyError(f"no table {name!r}; there are: {', '.join(TABLES)}")
        return self._manifest.files(self._layout, name)

    def arrow(self, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        """A table, or some of its columns, as an Arrow table."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        wanted = list(columns) if columns is not None else None
        files = self.files(name)
        if not files:  # a table that the program which wrote the folder did not have yet
            from extract.store.schema import schema

            empty = schema(name).empty_table()
            return empty.select(wanted) if wanted is not None else empty
        return pa.concat_tables(pq.read_table(path, columns=wanted, partitioning=None) for path in files)

    def table(self, name: str, columns: Sequence[str] | None = None) -> pd.DataFrame:
        """A table, or some of its columns, as a DataFrame; the same as `pandas.read_parquet` gives."""
        frame: pd.DataFrame = self.arrow(name, columns).to_pandas()
        return frame

    def sql(self, query: str, parameters: Sequence[Any] | None = None) -> pd.DataFrame:
        """The result of a DuckDB query over the tables, `?` standing for parameters, as a DataFrame."""
        return self.connection.execute(query, parameters).df()

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """A DuckDB connection of its own in which every table is a view."""
        if self._connection is None:
            import duckdb

            self._connection = duckdb.connect()
            for name in TABLES:
                files = ", ".join(quoted(str(path)) for path in self.files(name))
                if files:
                    self._connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{files}])")
                else:
                    self._connection.register(name, self.arrow(name))
        return self._connection

    def close(self) -> None:
        """Let later publications remove the files of this moment."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._handle.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def quoted(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


@contextmanager
def writing(out: Path) -> Iterator[Layout]:
    """Hold the output folder for one run; it is made if need be.

    Raises Busy if another run holds it, NoArchive if tables lie there that no run of ours left.
    """
    layout = Layout(out.absolute())
    if not layout.state.exists() and (
        strange := [name for name in TABLES if any(layout.table(name).glob("*.parquet"))]
    ):
        raise NoArchive(
            f"{out} holds tables ({', '.join(strange)}) but not the folder .baocao that belongs to them. "
            "Move them away, or choose another folder with -o."
        )
    layout.make()
    with telling_disk_full(out):
        handle = os.open(layout.state / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(handle, 20).decode(errors="replace").strip() or "unknown"
            raise Busy(
                f"Another run (process {holder}) writes into {out}. Wait until it ends, or choose another folder with -o."
            ) from None
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        yield layout
    finally:
        os.close(handle)
