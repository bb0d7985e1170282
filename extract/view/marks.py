"""A text with its facts marked: spans nest, and where two cross, the one that began later is cut in two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

_CLOSE = Markup("</mark>")


class Span(NamedTuple):
    """The characters `start:end` of a text are a fact; nothing between them: the fact says that nothing is written there."""

    start: int
    end: int
    fact_id: str
    kind: str
    doubtful: bool = False


def marked(text: str, spans: Sequence[Span]) -> Markup:
    """The text as HTML, escaped, each span a `mark` that names its fact."""
    empty = [span for span in spans if span.end <= span.start]
    wide = sorted((span for span in spans if span.end > span.start), key=lambda span: (span.start, -span.end))
    edges = sorted({0, len(text), *(span.start for span in wide), *(span.end for span in wide)})
    written, inside, waiting = [_opened(span) + _CLOSE for span in empty], list[Span](), wide
    for at, until in pairwise(edges):
        kept = next((place for place, span in enumerate(inside) if span.end <= at), len(inside))
        again = [span for span in inside[kept:] if span.end > at]
        written += [_CLOSE] * (len(inside) - kept)
        begun = [span for span in waiting if span.start == at]
        waiting = waiting[len(begun) :]
        written += map(_opened, [*again, *begun])
        inside = [*inside[:kept], *again, *begun]
        written.append(escape(text[at:until]))
    return Markup("").join([*written, *[_CLOSE] * len(inside)])


def _opened(span: Span) -> Markup:
    return Markup('<mark class="{}" data-fact="{}">').format(classes(span.kind, span.doubtful), span.fact_id)


def classes(kind: str, doubtful: bool) -> str:
    """How a place of a fact of this kind is drawn."""
    return f"place k-{kind} doubtful" if doubtful else f"place k-{kind}"
