"""Rows of units.csv, masks.csv, qualifiers.csv: each example is matched by its own row."""

from __future__ import annotations

import re

import pytest

from patterns.amounts import find_amounts
from patterns.masks import MaskRow, lead_of, mask_rows
from patterns.qualifiers import qualifier_rows, qualifiers_of
from patterns.terms import short_forms, terms
from patterns.units import UnitRow, unit_at, unit_rows

UNITS = [row for row in unit_rows() if row.kind not in ("none", "magnitude")]


def _after_number(text: str) -> int:
    match = re.search(r"\d+(?:,\d+)?", text)
    assert match
    return match.end()


@pytest.mark.parametrize("row", UNITS, ids=lambda row: row.form)
def test_unit_is_read_from_its_example(row: UnitRow) -> None:
    unit = unit_at(row.example, row.example.lower(), _after_number(row.example))
    assert unit is not None
    assert unit.kind == row.kind
    assert unit.end == len(row.example)


@pytest.mark.parametrize("row", [r for r in unit_rows() if r.kind == "magnitude"], ids=lambda row: row.form)
def test_magnitude_multiplies(row: UnitRow) -> None:
    unit = unit_at(row.example, row.example.lower(), _after_number(row.example))
    assert unit is not None
    assert (unit.factor, unit.name, unit.currency) == (float(row.canonical), "đồng", "VND")


@pytest.mark.parametrize("row", [r for r in unit_rows() if r.kind == "none"], ids=lambda row: row.form)
def test_words_that_begin_like_a_unit_are_none(row: UnitRow) -> None:
    assert unit_at(row.example, row.example.lower(), _after_number(row.example)) is None


def test_unit_rows_are_sound() -> None:
    forms = [row.form for row in unit_rows()]
    assert len(forms) == len(set(forms))
    assert all(row.form == row.form.lower() and row.source for row in unit_rows())


@pytest.mark.parametrize("row", mask_rows().values(), ids=lambda row: row.lead)
def test_lead_is_found_in_its_example(row: MaskRow) -> None:
    position = re.search(r"\d+$", row.example)
    assert position
    assert lead_of(row.example, position.start()) == row


@pytest.mark.parametrize("row", [r for r in mask_rows().values() if r.mode != "never"], ids=lambda row: row.lead)
def test_number_after_a_lead_is_no_quantity(row: MaskRow) -> None:
    assert find_amounts(row.example) == []


@pytest.mark.parametrize("row", qualifier_rows(), ids=lambda row: row["phrase"])
def test_qualifier_is_found_in_its_example(row: dict[str, str]) -> None:
    text = row["example"].lower()
    number = re.search(r"\d+%?", text)
    if number is None or not row["qualifier"]:
        assert row["phrase"] in text
        return
    assert row["qualifier"] in qualifiers_of(text, *number.span(), 0, len(text), 0)


def test_short_forms_are_written_out() -> None:
    assert short_forms()["tthc"] == "thủ tục hành chính"
    assert terms("ĐVSNCL") == terms("đơn vị sự nghiệp công lập")
