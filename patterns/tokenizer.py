"""The tokenizer of `patterns.tokens` for spaCy: `{"nlp": {"tokenizer": {"@tokenizers": "baocao.Tokenizer.v1"}}}`.

spaCy's own for Vietnamese wants another program or splits on white space, and cuts symbols apart.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy
from spacy import util
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from patterns.tokens import tokens


class Tokenizer:
    """Makes a `Doc` of a text. It has nothing to be saved, so the methods spaCy asks for do nothing."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The text as a Doc."""
        words, spaces = tokens(text)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> Tokenizer:
        """Itself."""
        return self

    def to_disk(self, _path: str | Path, **_: Any) -> None:
        """Nothing."""

    def from_disk(self, _path: str | Path, **_: Any) -> Tokenizer:
        """Itself."""
        return self


@util.registry.tokenizers("baocao.Tokenizer.v1")  # type: ignore[untyped-decorator]
def tokenizer() -> Callable[[Language], Tokenizer]:
    """What a spaCy config names."""
    return lambda nlp: Tokenizer(nlp.vocab)


def blank() -> Language:
    """An empty Vietnamese pipeline with this tokenizer."""
    return spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "baocao.Tokenizer.v1"}}})
