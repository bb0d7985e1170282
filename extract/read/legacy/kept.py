"""A decoded text that remembers what stood in its place, so that `text_raw` can tell."""

from __future__ import annotations

from typing import SupportsIndex

from extract.read.legacy.decode import composed


class Decoded(str):
    """Text in Unicode with the characters it was read from, as many of them; slices keep both."""

    __slots__ = ("original",)
    original: str

    def __new__(cls, text: str, original: str) -> Decoded:
        """`text`, read from `original`."""
        made = super().__new__(cls, text)
        made.original = original
        return made

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        return Decoded(super().__getitem__(key), self.original[key])

    def composed(self) -> Decoded:
        """The same in NFC; it may be shorter than the original then."""
        return Decoded(composed(self), self.original)


def original(text: str) -> str:
    """What stood where this text is now."""
    return text.original if isinstance(text, Decoded) else text


def nfc(text: str) -> str:
    """The text in NFC, what it remembers with it."""
    return text.composed() if isinstance(text, Decoded) else composed(text)
