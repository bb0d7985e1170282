"""The archive steps with less memory than the archive: the same rows, and the disk gives what memory may not."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from runs import ROOT, write_reports

from extract import pipeline
from extract.facts import Citation, DocumentRow
from extract.gather import Gather, InMemory
from extract.pipeline import archive_rows, find_same
from extract.relate.instruments import index_rows
from extract.relate.mention import COLUMNS
from extract.run import run
from extract.store.archive import Archive
from extract.store.rows import read_rows
from extract.store.spill import Spill

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=3)
THINGS = st.lists(st.tuples(TEXT, TEXT, st.integers()), max_size=60)


def put(gather: Gather, things: list[tuple[str, str, int]]) -> Gather:
    for group, order, thing in things:
        gather.put(group, order, thing)
    return gather


@given(THINGS, THINGS, st.integers(1, 40))
@settings(deadline=None, max_examples=40)
def test_on_disk_as_in_memory(first: list[tuple[str, str, int]], second: list[tuple[str, str, int]], held: int) -> None:
    def told(gather: Gather) -> list[tuple[str, list[int]]]:
        return [(group, sorted(members)) for group, members in gather.groups()]

    with Spill(in_memory=held) as spill:
        one, two = put(spill.gather(), first), put(spill.gather(), second)
        assert told(one) == told(put(InMemory(), first))
        assert told(two) == told(put(InMemory(), second))
        assert spill.used == (len(first) >= held or len(second) >= held)
        assert told(one) == []


def test_things_come_in_order_while_others_are_put(tmp_path: Path) -> None:
    with Spill(tmp_path, in_memory=3) as spill:
        source, target = spill.gather(), spill.gather()
        for number in range(2000):
            source.put(f"{number % 50:02x}", f"{number:04d}", (number, None, "Số", ("a", number)))
        for group, members in source.groups():
            assert [number for number, *_ in members] == list(range(int(group, 16), 2000, 50))
            for member in members:
                target.put(f"{member[0]:04x}", "", member)
        assert [members for _, members in target.groups()] == [[(n, None, "Số", ("a", n))] for n in range(2000)]
        assert any(tmp_path.iterdir())
    assert not any(tmp_path.iterdir())


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("archive")
    write_reports(folder / "in", 12)
    run([folder / "in", ROOT / "corpus/documents"], folder / "out", ocr="never")
    return Archive(folder / "out")


def test_the_archive_steps_are_the_same_with_hardly_any_memory(archive: Archive) -> None:
    files = {name: archive.files(name) for name in ("documents", "citations", "appendix_rows")}
    with Spill(in_memory=5, memory=64 << 20) as spill:
        assert find_same(files["documents"], spill.gather) == find_same(files["documents"], InMemory)
        assert list(archive_rows(files, spill.gather)) == list(archive_rows(files, InMemory))
        assert spill.used


def test_what_the_steps_leave_unread_they_do_not_want(archive: Archive) -> None:
    documents = list(read_rows("documents", archive.files("documents"), DocumentRow))
    citations = list(read_rows("citations", archive.files("citations"), Citation))
    cut = list(read_rows("citations", archive.files("citations"), Citation, only=COLUMNS))
    headers = list(read_rows("documents", archive.files("documents"), DocumentRow, only=pipeline._HEADER))
    assert list(index_rows([(headers, cut)])) == list(index_rows([(documents, citations)]))
    assert len(citations) > 100


_BOUNDED = """
import datetime as dt, json, resource, sys
from itertools import islice
from pathlib import Path
from extract.facts import Citation, DocumentRow
from extract.gather import InMemory
from extract.relate.instruments import index_rows
from extract.store.spill import Spill

DOCUMENTS, EACH = 1000, 60
where, limit = sys.argv[1], int(sys.argv[2]) << 20

def bundles():
    # every mention has a long title of its own, as memory has to hold it
    for d in range(DOCUMENTS):
        doc_id = f"{d * 7919 % 65536:04x}{d:060x}"
        header = DocumentRow(doc_id=doc_id, organ_name="Ủy ban nhân dân tỉnh Sông Xanh", issued_on=dt.date(2022, 1, 5))
        yield [header], [
            Citation(
                doc_id=doc_id, fact_id=f"{d:06x}{n:06x}", form="full", type="Quyết định", number=f"{(d * EACH + n) % 6000}/QĐ-TTg", type_code="QĐ",
                issuer_code="TTg", issuer="Thủ tướng Chính phủ", issued_on=dt.date(2021, 3, 4), title=f"{d} {n} " + "về việc " * 700,
            )
            for n in range(EACH)
        ]

list(index_rows(islice(bundles(), 20)))  # vocabularies and maps are loaded
with Spill(in_memory=5) as warm:
    gather = warm.gather()
    for n in range(50):
        gather.put(f"{n:02x}", "", n)
    list(gather.groups())
used = next(int(line.split()[1]) * 1024 for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmData"))
resource.setrlimit(resource.RLIMIT_DATA, (used + limit, used + limit))
with Spill(in_memory=1000, memory=16 << 20) as spill:
    rows = index_rows(bundles(), spill.gather if where == "disk" else InMemory)
    counts = {}
    for row in rows:
        name = type(row).__name__
        counts[name] = counts.get(name, 0) + 1
print(json.dumps(counts))
"""


@pytest.mark.parametrize("where", ["disk", "memory"])
def test_an_archive_larger_than_memory(where: str) -> None:
    """The mentions take 600 MB and more as objects; 100 MB are allowed. Without the disk that is not enough."""
    command = [sys.executable, "-c", _BOUNDED, where, "100"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    if where == "memory":
        assert done.returncode != 0
        assert "MemoryError" in done.stderr
    else:
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout) == {"Resolution": 60_000, "Relation": 60_000, "Instrument": 6000}
