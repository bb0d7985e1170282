"""How fast, in how much memory, and beside whom: `python -m corpus.bench --write` makes BENCHMARKS.md."""
