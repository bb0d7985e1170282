"""What Vietnamese administrative writing looks like: vocabularies as data rows, and the grammars compiled from them."""
