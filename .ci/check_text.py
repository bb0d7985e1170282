"""Look over every committed text: NFC, no paths of one machine, no package index, no file too long to read."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

_FORBIDDEN = {
    "a path of one machine": re.compile(r"(?<![\w.~])/(?:work|home|root|opt|farm)/\w"),
    "a package index": re.compile(r"(?:index-url|find-links)[ =]|https?://[^ ]*/(?:simple|packages)/"),
}
_LONGEST_MODULE = 350
_ABOUT_THESE = {".ci/check_text.py"}


def complaints(root: Path) -> Iterator[str]:
    """What is wrong, one sentence each."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=root, capture_output=True, check=True
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        path = root / name
        if not path.is_file():
            continue
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue
        if not unicodedata.is_normalized("NFC", text):
            yield f"{name} is not in NFC"
        if name not in _ABOUT_THESE:
            yield from (f"{name} names {what}" for what, pattern in _FORBIDDEN.items() if pattern.search(text))
        if name.endswith(".py") and text.count("\n") > _LONGEST_MODULE:
            yield f"{name} is longer than {_LONGEST_MODULE} lines"


if __name__ == "__main__":
    found = list(complaints(Path(__file__).parents[1]))
    print("\n".join(found) or "texts are clean")
    sys.exit(1 if found else 0)
