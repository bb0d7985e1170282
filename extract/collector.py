"""Python's cycle collector, put off while one document is worked on.

Reading makes a few hundred thousand small tuples that all stay; the collector looks through them again and again and
finds nothing, for it only frees cycles, and these objects have none. Memory is freed by counting, as always.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """No cycle collection inside; as before afterwards, also after an error. May be nested."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
