"""The room that scores: gold beside predictions, strict and soft, constructed and hand gold apart (see `METRIC.md`)."""
