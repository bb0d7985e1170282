"""How well scans are read: the facts of a scan beside those of its digital twin.

    python -m corpus.ocr SCAN TWIN [--show]      one pair
    python -m corpus.ocr [--seeds N ...]         the model report: its scan, and others made with other noise

`--plain` adds what one plain pass of Tesseract over the same pages makes of the body.

Body text: character error rate of paragraphs, headings, list items and notes, white space as one space. Citations of the
body: an occurrence of (number, date, issuer) that the twin has too. Rows: in printed order, their value as printed.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np

from corpus.generate.scan import scan_bytes, scanner_of
from extract.document import Document
from extract.facts import AppendixRow
from extract.pipeline import Facts, extract_facts
from extract.read import read

_MODEL = Path(__file__).resolve().parents[2] / "shared/reports/ke-sach-2022"
#: Noise that nothing was tuned on.
SEEDS = (301, 302, 303)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What a scan got right. `wrong_unmarked` are the wrong numbers that no one is warned of."""

    characters: int
    errors: int
    citations: int
    citations_right: int
    rows: int
    rows_paired: int
    numbers: int
    numbers_right: int
    wrong_unmarked: int
    right_marked: int
    labels_right: int
    units_right: int
    header_wrong: tuple[str, ...]

    def lines(self) -> list[str]:
        """The figures in words."""
        wrong = self.numbers - self.numbers_right
        return [
            f"body: {self.errors} errors in {self.characters} characters = {100 * self.errors / self.characters:.2f} %",
            f"citations of the body: {self.citations_right} of {self.citations}",
            f"rows: {self.rows_paired} of {self.rows} paired; labels right {self.labels_right}, units {self.units_right}",
            f"numbers: {self.numbers_right} of {self.numbers} right = {100 * self.numbers_right / self.numbers:.1f} %; "
            f"{wrong} wrong, {self.wrong_unmarked} of them unmarked; right but marked doubtful: {self.right_marked}",
            f"header fields that differ: {', '.join(self.header_wrong) or 'none'}",
        ]


def distance(ours: str, theirs: str) -> int:
    """Edits (Levenshtein) between two texts."""
    a, b = (np.array([ord(sign) for sign in text], dtype=np.int64) for text in (ours, theirs))
    steps = np.arange(len(b) + 1)
    row = steps.copy()
    for number, sign in enumerate(a, start=1):
        new = np.empty_like(row)
        new[0] = number
        new[1:] = np.minimum(row[:-1] + (b != sign), row[1:] + 1)
        row = np.minimum.accumulate(new - steps) + steps
    return int(row[-1])


def body_of(document: Document) -> str:
    """The running text as one line."""
    return " ".join(" ".join(block.text.split()) for block in document.blocks if block.kind != "cell")


_FIELDS = ("number", "type_name", "issued_on", "place", "organ_name", "subject", "signer_position", "signer_name")


def compare(scan: Facts, twin: Facts) -> Compared:
    """A scan beside its twin."""
    ours, theirs = body_of(scan.document), body_of(twin.document)
    found = Counter((c.number, c.issued_on, c.issuer) for c in scan.citations if not c.in_table)
    wanted = Counter((c.number, c.issued_on, c.issuer) for c in twin.citations if not c.in_table)
    pairs = paired(scan.appendix_rows, twin.appendix_rows)
    numbers = [(a, b) for a, b in pairs if b.value_raw is not None or (a is not None and a.value_raw is not None)]
    right = [(a, b) for a, b in numbers if a is not None and a.value_raw == b.value_raw]
    wrong = [(a, b) for a, b in numbers if a is None or a.value_raw != b.value_raw]
    return Compared(
        characters=len(theirs),
        errors=distance(ours, theirs),
        citations=sum(wanted.values()),
        citations_right=sum((found & wanted).values()),
        rows=len(twin.appendix_rows),
        rows_paired=sum(a is not None for a, _ in pairs),
        numbers=len(numbers),
        numbers_right=len(right),
        wrong_unmarked=sum(a is None or not a.doubtful for a, _ in wrong),
        right_marked=sum(a is not None and a.doubtful for a, _ in right),
        labels_right=sum(a is not None and a.label == b.label for a, b in pairs),
        units_right=sum(a is not None and a.unit == b.unit for a, b in pairs),
        header_wrong=tuple(name for name in _FIELDS if getattr(scan.header, name) != getattr(twin.header, name)),
    )


def paired(ours: Sequence[AppendixRow], theirs: Sequence[AppendixRow]) -> list[tuple[AppendixRow | None, AppendixRow]]:
    """Each row of the twin with that of the scan: where both have as many in order, else by labels that are alike."""
    if len(ours) == len(theirs):
        return list(zip(ours, theirs, strict=True))
    matcher = SequenceMatcher(None, [_key(row) for row in ours], [_key(row) for row in theirs], autojunk=False)
    partner: dict[int, AppendixRow] = {}
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal" or i2 - i1 == j2 - j1:
            partner.update(zip(range(j1, j2), ours[i1:i2], strict=True))
    return [(partner.get(number), row) for number, row in enumerate(theirs)]


def _key(row: AppendixRow) -> str:
    return "".join(sign for sign in (row.label or "").casefold() if sign.isascii() and sign.isalpha())[:24]


def show(scan: Facts, twin: Facts) -> None:
    """Print every difference."""
    ours, theirs = body_of(scan.document), body_of(twin.document)
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes():
        if tag != "equal":
            print(f"  text   {theirs[max(0, i1 - 12) : i2 + 8]!r} read {ours[max(0, j1 - 12) : j2 + 8]!r}")
    found = Counter((c.number, c.issued_on, c.issuer) for c in scan.citations if not c.in_table)
    wanted = Counter((c.number, c.issued_on, c.issuer) for c in twin.citations if not c.in_table)
    for name, rest in (("missed", wanted - found), ("extra", found - wanted)):
        for number, day, issuer in rest.elements():
            print(f"  cited  {name}: {number}, {day}, {issuer}")
    for a, b in paired(scan.appendix_rows, twin.appendix_rows):
        if a is None or (a.value_raw, a.label, a.unit) != (b.value_raw, b.label, b.unit) or a.doubtful:
            mark = "" if a is None else f"{a.confidence} {'doubtful' if a.doubtful else ''}"
            print(
                f"  row    p{b.page} {b.value_raw!r} read {a and a.value_raw!r} {mark} | {b.label!r} read {a and a.label!r} | {b.unit!r} {a and a.unit!r}"
            )


def measured(scan: bytes, twin: Facts, *, every: bool) -> None:
    """Read a scan and print what it got right, and what it cost."""
    started = time.perf_counter()
    document = read(scan)
    seconds = time.perf_counter() - started
    facts = extract_facts(document)
    for line in compare(facts, twin).lines():
        print(line)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{seconds:.1f} s for {document.pages} pages = {seconds / (document.pages or 1):.2f} s a page; peak {memory} MB"
    )
    if every:
        show(facts, twin)


def plainly(scan: bytes, twin: Facts) -> None:
    """Print how one pass of Tesseract over each page of the body, as it was scanned, compares."""
    import pypdfium2

    from extract.read.scan.recognise import recognised

    annex = min(block.page or 0 for block in twin.document.blocks if block.kind == "cell")
    theirs = " ".join(
        " ".join(block.text.split())
        for block in twin.document.blocks
        if block.kind != "cell" and (block.page or 0) < annex
    )
    document = pypdfium2.PdfDocument(scan)
    started = time.perf_counter()
    words: list[str] = []
    for number in range(annex - 1):
        grey = np.asarray(document[number].render(scale=200 / 72, grayscale=True).to_pil())
        words += [word.text for word in recognised(grey, 200, "page")]
    seconds = (time.perf_counter() - started) / (annex - 1)
    errors = distance(" ".join(words), theirs)
    print(f"plain Tesseract, body: {errors} errors = {100 * errors / len(theirs):.2f} %; {seconds:.2f} s a page")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scan", nargs="?", type=Path)
    parser.add_argument("twin", nargs="?", type=Path)
    parser.add_argument("--seeds", type=int, nargs="*", default=SEEDS, help="noise of the other scans")
    parser.add_argument("--plain", action="store_true", help="also one plain pass of Tesseract")
    parser.add_argument("--show", action="store_true", help="print every difference")
    given = parser.parse_args()
    if given.scan and given.twin:
        measured(given.scan.read_bytes(), extract_facts(read(given.twin)), every=given.show)
        return
    if not _MODEL.is_dir():
        print(f"{_MODEL} is not here; nothing measured")
        return
    twin = extract_facts(read(_MODEL / "bao-cao-228.pdf"))
    printed = (_MODEL / "bao-cao-228.pdf").read_bytes()
    scans = [("model scan", (_MODEL / "bao-cao-228-scan.pdf").read_bytes())]
    for seed in given.seeds:
        scanner = scanner_of(np.random.default_rng(seed))
        scans.append((f"seed {seed}: {scanner}", scan_bytes(printed, seed)))
    for name, scan in scans:
        print(f"\n{name}")
        measured(scan, twin, every=given.show)
        if given.plain:
            plainly(scan, twin)


if __name__ == "__main__":
    main()
