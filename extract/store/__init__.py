"""Facts → Parquet and back. A run writes through `ledger` and `publish`; readers come in through `archive`."""
