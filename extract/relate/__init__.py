"""Facts → antecedents, instruments, indicators, checks."""
