"""From bytes to facts: read, find, relate, store."""
