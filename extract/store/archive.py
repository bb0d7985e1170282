"""Read an output folder as it stands at one moment, also while a run changes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from extract.facts import TABLES
from extract.remote import AnyPath, RemotePath
from extract.store.layout import layout_of, parquet_source, telling_disk_full
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

    def __init__(self, out: str | AnyPath) -> None:
        self._layout = layout_of(out)
        with telling_disk_full(self._layout.out):
            self._manifest, self._handle = hold(self._layout)
        self._connection: duckdb.DuckDBPyConnection | None = None

    @property
    def tables(self) -> tuple[str, ...]:
        """Names of the tables."""
        return tuple(TABLES)

    def rows(self) -> dict[str, int]:
        """Number of rows of each table."""
        return self._manifest.rows()

    def files(self, name: str) -> list[AnyPath]:
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
        return pa.concat_tables(pq.read_table(**parquet_source(path), columns=wanted) for path in files)

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
                files = self.files(name)
                if not files:
                    self._connection.register(name, self.arrow(name))
                elif isinstance(files[0], RemotePath):
                    self._connection.register(name, _dataset(files))
                else:
                    listed = ", ".join(quoted(str(path)) for path in files)
                    self._connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{listed}])")
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


def _dataset(files: Sequence[AnyPath]) -> Any:
    """Files in object storage for DuckDB, which reads of them what a query wants; its own way there is an extension to be downloaded."""
    from pyarrow import dataset

    places = [parquet_source(path) for path in files]
    return dataset.dataset(
        [place["source"] for place in places], format="parquet", filesystem=places[0]["filesystem"], partitioning=None
    )


def quoted(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"
