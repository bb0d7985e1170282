"""The shipped corpus: gold that can be read, files with the bytes it names, nothing too large, nothing of real documents."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from corpus.generate.compose import compose
from corpus.generate.docx import docx_bytes
from corpus.generate.gold import gold_lines
from corpus.generate.shipped import SHIPPED
from corpus.score.gold import Gold, gold_files, places
from extract.facts import DOCUMENT_TABLES

CORPUS = Path(__file__).parents[1] / "corpus"
GOLD = {gold.name: gold for gold in gold_files(CORPUS / "gold")}
CONSTRUCTED = [gold for gold in GOLD.values() if gold.kind == "constructed"]
HAND = [gold for gold in GOLD.values() if gold.kind == "hand"]
_EXTRA = {"label_fingerprint", "note_fingerprint", "subject_fingerprint", "text", "row_no", "column_no", "kind"}
_EXTRA |= {"row_span", "column_span", "recipients"}


def test_corpus_holds_six_reports_and_fits() -> None:
    files = list((CORPUS / "documents").iterdir())
    assert len({file.stem for file in files}) >= 6
    assert sum(file.stat().st_size for file in files) < 1_500_000
    assert {file.suffix for file in files} == {".docx", ".pdf"}


@pytest.mark.parametrize("gold", CONSTRUCTED, ids=lambda g: g.name)
def test_files_have_the_bytes_of_their_gold(gold: Gold) -> None:
    assert [place.problem for place in places(gold, [CORPUS / "documents"])] == [None, None]


def parts(data: bytes) -> dict[str, bytes]:
    """What a package holds: compression libraries differ between machines, contents do not."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("item", SHIPPED, ids=lambda s: s.name)
def test_shipped_docx_is_what_the_generator_makes(item: object) -> None:
    shipped = next(s for s in SHIPPED if s is item)
    report = compose(shipped.seed, kind=shipped.kind, field=shipped.field, year=shipped.year, long=shipped.long)
    committed_docx = (CORPUS / "documents" / f"{shipped.name}.docx").read_bytes()
    assert parts(committed_docx) == parts(docx_bytes(report))
    committed = (CORPUS / "gold" / f"{shipped.name}.jsonl").read_text(encoding="utf-8").splitlines()
    assert committed[1:] == gold_lines(report, {}, name=shipped.name)[1:]


@pytest.mark.parametrize("gold", GOLD.values(), ids=lambda g: g.name)
def test_gold_columns_are_columns_of_the_tables(gold: Gold) -> None:
    known = {name: set(table.__dataclass_fields__) for name, table in DOCUMENT_TABLES.items()}
    known |= {"paragraphs": set(), "cells": set()}
    allowed = {"table", "n", "optional", "also", "table_order", "section_row", "instrument"} | _EXTRA
    for table, lines in gold.facts.items():
        columns = {column for line in lines for column in line} - allowed
        assert columns <= known[table] | {"section", "in_table", "surface"}, table


@pytest.mark.parametrize("gold", HAND, ids=lambda g: g.name)
def test_hand_gold_holds_facts_not_sentences(gold: Gold) -> None:
    for lines in gold.facts.values():
        for line in lines:
            assert "title" not in line
            assert "label" not in line or line["table"] == "entities"
            assert "text" not in line
            assert len(str(line.get("surface", ""))) < 180
            assert ". " not in str(line.get("surface", "")).replace("TP. ", "").replace("TT. ", "")


def test_hand_gold_is_as_large_as_it_says() -> None:
    def count(table: str) -> int:
        return sum(len(gold.facts.get(table, [])) for gold in HAND)

    assert count("citations") >= 300
    assert count("documents") >= 12
    assert len(GOLD["ke-sach-2022"].facts["appendix_rows"]) == 211


def test_gold_is_one_object_a_line_with_a_known_part() -> None:
    for path in (CORPUS / "gold").glob("*.jsonl"):
        first = json.loads(path.read_text(encoding="utf-8").splitlines()[0])
        assert first["table"] == "about"
        assert first["part"] in ("development", "test")
        assert set(first["complete"]) <= set(DOCUMENT_TABLES) | {"paragraphs", "cells"}
