"""Other programs that find Vietnamese names without a network, each in an environment of its own under build/peers.

As a script (run by that environment's interpreter): texts as JSON lines on standard input, their names on standard output.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

#: Program → what pip is asked for.
OTHERS = {"underthesea": "underthesea==9.5.0", "ViNLP": "ViNLP==1.2.106"}


def names_by(program: str, texts: Sequence[str]) -> list[list[tuple[str, str]]]:
    """The names that a program finds in each text. Raises `corpus.bench.peers.NotThere` if it cannot be installed."""
    from corpus.bench.peers import environment

    command = [environment(program, OTHERS[program]), str(Path(__file__)), program]
    asked = "".join(json.dumps(text, ensure_ascii=False) + "\n" for text in texts)
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    return [[(label, surface) for label, surface in json.loads(line)] for line in done.stdout.splitlines()]


def _main(program: str) -> None:
    if program == "underthesea":
        from underthesea import ner
    else:
        from ViNLP import ner
    for line in sys.stdin:
        words = ner(json.loads(line))
        print(json.dumps(_joined([(word[0].replace("_", " "), word[3]) for word in words]), ensure_ascii=False))


def _joined(words: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Names of words with their tags `B-ORG`, `I-ORG`, `O`."""
    names: list[tuple[str, str]] = []
    for word, tag in words:
        begins, _, label = tag.partition("-")
        if begins == "I" and names and names[-1][0] == label:
            names[-1] = (label, f"{names[-1][1]} {word}")
        elif begins in ("B", "I"):
            names.append((label, word))
        else:
            names.append(("", ""))
    return [name for name in names if name[0]]


if __name__ == "__main__":
    _main(sys.argv[1])
