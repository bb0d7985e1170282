"""`python -m corpus.names.train`: trains the model of names that `--names model` and `both` use, into `patterns/names_model`.

On sentences we own: those of generated reports, labelled by the rules, and those of `sentences/`, which people invented and marked. Nothing of published
documents. The same command gives the same weights on the same machine (seeds are fixed, one thread).
"""

from __future__ import annotations

import argparse
import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from corpus.names.lines import marked_lines
from corpus.names.vary import varied

HERE = Path(__file__).parent
MODEL = HERE.parents[1] / "patterns" / "names_model"
Example = tuple[str, list[tuple[int, int, str]]]

_CONFIG = """
[nlp]
lang = "vi"
pipeline = ["ner"]
[nlp.tokenizer]
@tokenizers = "baocao.Tokenizer.v1"
[components]
[components.ner]
factory = "ner"
[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = false
[components.ner.model.tok2vec]
@architectures = "spacy.HashEmbedCNN.v2"
width = 80
depth = 5
embed_size = 1500
window_size = 1
maxout_pieces = 3
subword_features = true
pretrained_vectors = null
"""


def marked(folder: Path = HERE / "sentences") -> Iterator[Example]:
    """The invented sentences with their names; optional names are none."""
    for _, lines in marked_lines(folder):
        for text, marks in lines:
            yield text, _spans(text, marks)


def _spans(text: str, marks: Sequence[dict[str, Any]]) -> list[tuple[int, int, str]]:
    spans, position = [], 0
    for line in marks:
        start = text.find(line["surface"], position)
        if start < 0:
            continue
        position = start + len(line["surface"])
        if not line.get("optional"):
            spans.append((start, position, line["label"]))
    return spans


def generated(count: int, seed: int) -> Iterator[Example]:
    """Paragraphs of generated reports, labelled by the rules."""
    from corpus.generate.compose import compose
    from corpus.generate.docx import docx_bytes
    from extract.pipeline import extract_facts
    from extract.read import read

    for number in range(seed, seed + count):
        facts = extract_facts(read(docx_bytes(compose(number)), name="report.docx"))
        by_block: dict[str, list[tuple[int, int, str]]] = {}
        for entity in facts.entities:
            place = (entity.char_start or 0, entity.char_end or 0, entity.label)
            by_block.setdefault(entity.block or "", []).append(place)
        for block in facts.document.blocks:
            if block.kind != "cell" and 20 < len(block.text) < 600:
                yield block.text, sorted(by_block.get(block.path, []))


def train(examples: Sequence[Example], rounds: int, seed: int) -> Any:
    """A pipeline with one trained component, `ner`."""
    from spacy import util
    from spacy.training import Example as Pair

    import patterns.tokenizer  # noqa: F401  (registers the tokenizer)

    util.fix_random_seed(seed)  # type: ignore[attr-defined]
    shuffle = random.Random(seed)
    nlp = util.load_model_from_config(util.load_config_from_str(_CONFIG), auto_fill=True)
    pairs = []
    for text, spans in examples:
        doc = nlp.make_doc(text)
        found = [doc.char_span(*span[:2], label=span[2], alignment_mode="contract") for span in spans]
        gold = doc.copy()
        gold.set_ents([span for span in found if span is not None])
        pairs.append(Pair(doc, gold))
    optimizer = nlp.initialize(lambda: pairs)
    for number in range(rounds):
        shuffle.shuffle(pairs)
        losses: dict[str, float] = {}
        for batch in (pairs[start : start + 32] for start in range(0, len(pairs), 32)):
            nlp.update(batch, sgd=optimizer, drop=0.25, losses=losses)
        print(f"round {number + 1}: loss {losses['ner']:.0f}", flush=True)
    with nlp.select_pipes(enable=["ner"]):
        nlp.use_params(optimizer.averages).__enter__()
    return nlp


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(prog="python -m corpus.names.train", description=__doc__)
    parser.add_argument("--reports", type=int, default=60, help="generated reports")
    parser.add_argument("--times", type=int, default=6, help="variants of each sentence that people marked")
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--seed", type=int, default=20261127)
    parser.add_argument("--out", type=Path, default=MODEL)
    chosen = parser.parse_args()
    own = list(marked())
    made = list(dict.fromkeys((text, tuple(spans)) for text, spans in generated(chosen.reports, chosen.seed)))
    print(f"{len(own)} sentences marked by people, {len(made)} of generated reports")
    chance = random.Random(chosen.seed)
    others = [one for example in own for one in varied(example, chosen.times, chance)]
    examples = [*own, *others, *((text, list(spans)) for text, spans in made)]
    nlp = train(examples, chosen.rounds, chosen.seed)
    shutil.rmtree(chosen.out, ignore_errors=True)
    nlp.to_disk(chosen.out)


if __name__ == "__main__":
    main()
