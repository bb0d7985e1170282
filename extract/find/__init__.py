"""Document → facts: header, citations, quantities, indicator tables, names."""
