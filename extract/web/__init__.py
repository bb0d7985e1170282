"""The local web server over an archive: pages for people, CSV for their spreadsheets. Read-only, DuckDB over the Parquet files."""
