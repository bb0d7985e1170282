"""Tokens of the spaCy tokenizer, and the finders as spaCy components."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patterns.tokens import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kế hoạch số 30/KH-UBND ngày 18/01/2022.", ["Kế", "hoạch", "số", "30/KH-UBND", "ngày", "18/01/2022", "."]),
        ("đạt 57,34% (3.327 hồ sơ)", ["đạt", "57,34", "%", "(", "3.327", "hồ", "sơ", ")"]),
        ("Nghị quyết 10-NQ/TU; KT-XH", ["Nghị", "quyết", "10-NQ/TU", ";", "KT-XH"]),
        ("năm 2022.Trong đó", ["năm", "2022", ".", "Trong", "đó"]),
        ("huyện Ea H'leo", ["huyện", "Ea", "H'leo"]),
        ("Sóc Trăng-Cần Thơ", ["Sóc", "Trăng", "-", "Cần", "Thơ"]),
        ("Hội phí......", ["Hội", "phí", "......"]),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text)[0] == expected


@given(st.text(alphabet="aĐđế12/.,-– \n\t'’%(UBND", max_size=80))
def test_tokens_are_the_text(text: str) -> None:
    words, spaces = tokens(text)
    assert "".join(word + (" " if space else "") for word, space in zip(words, spaces, strict=True)) == text


TEXT = "Thực hiện Nghị định số 61/2018/NĐ-CP của Chính phủ, UBND huyện Tân Trụ đã giải quyết 3.327 hồ sơ."


def test_components_write_into_one_doc() -> None:
    from baocao.components import pipeline

    nlp = pipeline()
    doc = nlp(TEXT)
    assert doc.text == TEXT
    assert [span.text for span in doc.spans["citations"]] == ["Nghị định số 61/2018/NĐ-CP của Chính phủ"]
    assert [span.text for span in doc.spans["quantities"]] == ["3.327 hồ sơ"]
    assert [(span.text, span.label_) for span in doc.ents] == [("Chính phủ", "ORG"), ("UBND huyện Tân Trụ", "ORG")]
    fact = doc.spans["citations"][0]._.fact
    assert (fact.number, doc.text[fact.char_start : fact.char_end]) == ("61/2018/NĐ-CP", fact.surface)


def test_components_one_by_one_in_any_pipeline_and_saved() -> None:
    import spacy
    from spacy.tokens import DocBin

    import baocao.components  # noqa: F401

    nlp = spacy.blank("xx")
    nlp.add_pipe("baocao_entities")
    nlp.add_pipe("baocao_quantities")
    doc = nlp("Ngày 05/6/2022, bà Trần Thị Tư trao 12 suất quà.\n\nSở Y tế dự.")
    assert [span.text for span in doc.ents] == ["Trần Thị Tư", "Sở Y tế"]
    saved = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    again = next(iter(DocBin().from_bytes(saved).get_docs(nlp.vocab)))
    assert again.ents[1]._.fact == doc.ents[1]._.fact
    assert again.ents[1]._.fact.name == "Sở Y tế"


def test_entry_points_name_the_components() -> None:
    from importlib.metadata import entry_points

    from baocao.components import COMPONENTS

    assert {entry.name for entry in entry_points(group="spacy_factories")} >= set(COMPONENTS)
    code = "import spacy; nlp = spacy.blank('xx'); nlp.add_pipe('baocao_citations'); print(len(nlp('theo Nghị định 61/2018/NĐ-CP').spans['citations']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"
