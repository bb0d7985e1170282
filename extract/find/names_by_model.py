"""Names found by the trained spaCy model (`python -m corpus.names.train`): alone, or where the rules leave words with capitals unexplained.

spaCy and the model are loaded at the first sentence that is asked about, once per process.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import regex

#: Words with a capital that stand in the middle of a sentence, where rules should have found a name.
_UNEXPLAINED = regex.compile(r"(?<=[\p{Ll}\d,;:)”\"]\s)\p{Lu}[\p{Ll}\d]+(?!\p{L})")
_SENTENCE = regex.compile(r"[^\x00.;!?\n]+(?:[.;!?](?!\s|\x00|$)[^\x00.;!?\n]*)*[.;!?]?")
#: A sentence longer than this is a table of contents or worse.
_LONGEST = 2000


#: What the model may add to the rules: its bodies and programmes were wrong more often than right there (corpus/NAMES.md, `development`).
_ADDED = ("LOC",)


class ModelName(NamedTuple):
    """A name and where it stands."""

    start: int
    end: int
    label: str


def names_by_model(text: str, explained: Sequence[tuple[int, int]] | None = None) -> Iterator[ModelName]:
    """Names in a text whose blocks are parted by NUL; with `explained`, the sorted places of names and citations that rules have found, only those
    sentences are asked about that have unexplained capitals, and only places that overlap nothing explained are told."""
    sentences = [match.span() for match in _SENTENCE.finditer(text) if match.end() - match.start() <= _LONGEST]
    if explained is not None:
        sentences = [span for span in sentences if _is_open(text, span, explained)]
    if not sentences:
        return
    for (start, _), doc in zip(sentences, _model().pipe(text[s:e] for s, e in sentences), strict=True):
        for entity in doc.ents:
            name = ModelName(start + entity.start_char, start + entity.end_char, entity.label_)
            if explained is None or (name.label in _ADDED and not _overlaps(name.start, name.end, explained)):
                yield name


def _is_open(text: str, sentence: tuple[int, int], explained: Sequence[tuple[int, int]]) -> bool:
    return any(not _overlaps(match.start(), match.end(), explained) for match in _UNEXPLAINED.finditer(text, *sentence))


def _overlaps(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    from bisect import bisect_left

    number = bisect_left(spans, (end, -1)) - 1
    # spans may nest (citations do), so a few before are looked at too
    return any(spans[i][1] > start for i in range(max(0, number - 4), number + 1))


@cache
def _model() -> Any:
    import spacy

    import patterns.tokenizer  # noqa: F401  (registers the tokenizer the model names)

    return spacy.load(str(resources.files("patterns").joinpath("names_model")))
