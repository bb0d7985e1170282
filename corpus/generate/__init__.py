"""Makes reports in the manner of Vietnamese administrative bodies, and knows every fact it planted in them.

Imports nothing of the reader: it is the instrument the reader is measured with. `python -m corpus.generate --help`.
"""
