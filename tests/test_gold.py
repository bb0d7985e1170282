"""Gold files: each committed line is one the schema knows; what is wrong with a line is said; drafts become gold."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from corpus.label import finished, main, merged, ungrounded
from corpus.score.schema import faults
from corpus.score.texts import fingerprint

ROOT = Path(__file__).parents[1]
GOLD = sorted((ROOT / "corpus" / "gold").glob("*.jsonl"))
Line = dict[str, Any]

ABOUT: Line = {
    "table": "about", "name": "a", "kind": "hand", "part": "development",
    "forms": {"pdf": {"file": "a.pdf", "sha256": "0" * 64}}, "complete": ["citations"],
}  # fmt: skip
CITATION: Line = {
    "table": "citations", "n": 1, "surface": "Kế hoạch số 5/KH-UBND", "form": "full", "type": "Kế hoạch", "number": "5/KH-UBND",
    "issued_on": None, "issuer": None, "in_table": False,
}  # fmt: skip
QUANTITY: Line = {
    "table": "quantities", "n": 1, "surface": "12 xã", "kind": "count", "value": 12, "unit": "xã", "value_raw": "12", "in_table": False,
}  # fmt: skip


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_committed_gold_keeps_to_the_schema(path: Path) -> None:
    assert faults([json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]) == []


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_of_published_documents_holds_facts_and_no_sentences(path: Path) -> None:
    about, *lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert about["name"] == path.stem
    if about["kind"] == "constructed":
        return
    rows = [line for line in lines if line["table"] != "entities"]
    assert all("subject" not in line and "label" not in line and "note" not in line for line in rows)
    assert max(len(line.get("surface", "").split()) for line in lines) <= 60


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"issued_on": "2022-02-30"}, "issued_on cannot be"),
        ({"form": "long"}, "form cannot be"),
        ({"surface": " x"}, "surface cannot be"),
        ({"surface": unicodedata.normalize("NFD", "Kế hoạch")}, "surface cannot be"),
        ({"colour": "red"}, "has no column colour"),
        ({"n": 2}, "stands there the 1. time"),
        ({"also": {"title": ["x"]}}, "also speaks of title"),
        ({"year": True}, "year cannot be"),
        ({"table": "letters"}, "there is no table"),
    ],
)
def test_what_is_wrong_is_said(changed: Line, said: str) -> None:
    assert faults([ABOUT, CITATION]) == []
    found = faults([ABOUT, CITATION | changed])
    assert any(said in text for text in found)
    assert all(text.startswith("line 2") for text in found)


@pytest.mark.parametrize("column", ["type", "issuer", "in_table"])
def test_what_is_not_stated_is_said(column: str) -> None:
    assert f"line 2: {column} is not stated" in faults([ABOUT, {k: v for k, v in CITATION.items() if k != column}])


@pytest.mark.parametrize(
    "changed",
    [{"kind": "guessed"}, {"part": "training"}, {"forms": {}}, {"complete": ["letters"]}, {"table": "citations"}],
)
def test_the_first_line_is_judged_too(changed: Line) -> None:
    assert faults([ABOUT | changed, CITATION])
    assert faults([])


@pytest.fixture
def draft(tmp_path: Path) -> list[Line]:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    return [
        ABOUT | {"forms": {"pdf": {"file": "a.pdf"}}},
        CITATION, CITATION, QUANTITY,
        {"table": "appendix_rows", "label": "Số  hồ sơ", "value_raw": "7", "value_kind": "number", "note": None},
    ]  # fmt: skip


def test_a_draft_becomes_gold(tmp_path: Path, draft: list[Line]) -> None:
    lines = finished(draft, tmp_path)
    assert faults(lines) == []
    assert lines[0]["forms"]["pdf"]["sha256"] == hashlib.sha256(b"%PDF").hexdigest()
    assert [line["n"] for line in lines[1:]] == [1, 2, 1, 1]
    assert lines[4]["label_fingerprint"] == fingerprint("số hồ sơ")
    assert not {"label", "note", "note_fingerprint"} & lines[4].keys()


def test_surfaces_are_looked_for_in_the_text_in_order(draft: list[Line]) -> None:
    text = "Kế hoạch số\n 5/KH-UBND … 12\txã Số hồ sơ 7"
    assert [told.split(":")[0] for told in ungrounded(draft, f"Kế hoạch số 5/KH-UBND {text}")] == []
    assert [told.partition("'")[0] for told in ungrounded([draft[0], QUANTITY, QUANTITY | {"surface": "9 xã"}], text)] == ["line 3: "]  # fmt: skip
    late = [draft[0], QUANTITY, QUANTITY | {"surface": "Kế hoạch số"}]
    assert "before the fact above it" in next(ungrounded(late, text))


def test_the_command_writes_only_good_gold(
    tmp_path: Path, draft: list[Line], capsys: pytest.CaptureFixture[str]
) -> None:
    source, output = tmp_path / "draft.jsonl", tmp_path / "gold.jsonl"
    source.write_text("\n".join(json.dumps(line) for line in draft), encoding="utf-8")
    assert main([str(source), "--reports", str(tmp_path), "-o", str(output)]) == 0
    assert faults([json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]) == []
    source.write_text("\n".join(json.dumps(line | {"form": "?"}) for line in draft[:2]), encoding="utf-8")
    assert main([str(source), "--reports", str(tmp_path), "-o", str(tmp_path / "bad.jsonl")]) == 1
    assert not (tmp_path / "bad.jsonl").exists()
    assert "fault: " in capsys.readouterr().out


def test_what_the_draft_does_not_speak_of_stays(tmp_path: Path, draft: list[Line]) -> None:
    before = [
        ABOUT | {"complete": ["documents"]},
        {"table": "documents", "type_name": "Báo cáo"},
        CITATION | {"surface": "cũ"},
    ]
    lines = merged(finished(draft, tmp_path), before)
    assert faults(lines) == []
    assert [line["table"] for line in lines] == [
        "about",
        "documents",
        "citations",
        "citations",
        "quantities",
        "appendix_rows",
    ]
    assert lines[0]["complete"] == ["citations", "documents"]
    assert "cũ" not in {line.get("surface") for line in lines}
