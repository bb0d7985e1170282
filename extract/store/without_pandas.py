"""Keep pyarrow from importing pandas, which costs a short process more than its work.

pyarrow looks for pandas at its first conversion from Python values. The command and its worker processes make tables
from plain values only, so they say at the start that there is none. For processes of our own, never on import: a
program that uses `baocao` as a library wants its pandas.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType


class _NoPandas(MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname == "pandas":
            raise ModuleNotFoundError("this process does without pandas", name=fullname)
        return None


def do_without_pandas() -> None:
    """From now on `import pandas` fails in this process."""
    if "pandas" not in sys.modules:
        sys.meta_path.insert(0, _NoPandas())


def do_with_pandas() -> None:
    """Takes that back, for a command that looks at DataFrames; in time only before pyarrow has looked for pandas."""
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, _NoPandas)]
