"""Marks for tests that need other programs: left out where a person's machine lacks them, never in CI.

`.ci/run` installs all of them and sets BAOCAO_TESTS=all, so that a missing one is a failure there.
"""

from __future__ import annotations

import os

import pytest

ALL = os.environ.get("BAOCAO_TESTS") == "all"


def needs(there: bool, what: str) -> pytest.MarkDecorator:
    """Left out where `what` is not there, unless everything has to be."""
    return pytest.mark.skipif(not there and not ALL, reason=f"{what} is not here")
