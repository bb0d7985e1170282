"""Questions to an archive: which instruments a person means, who cites them, what contradicts itself. DuckDB over the Parquet files."""
