"""Scans: pictures of the same pages without a text layer, the same for the same seed, with a red seal over the signature."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pypdfium2
import pytest

from corpus.generate.__main__ import write
from corpus.generate.compose import compose
from corpus.generate.pdf import pdf_bytes
from corpus.generate.scan import scan_bytes


@pytest.fixture(scope="module")
def made() -> tuple[bytes, bytes]:
    """A PDF and its scan."""
    pdf = pdf_bytes(compose(411))
    return pdf, scan_bytes(pdf, 411)


def test_as_many_pages_of_the_same_size_and_no_text(made: tuple[bytes, bytes]) -> None:
    printed, scanned = (pypdfium2.PdfDocument(data) for data in made)
    assert len(scanned) == len(printed)
    for page, picture in zip(printed, scanned, strict=True):
        assert picture.get_textpage().count_chars() == 0
        assert picture.get_size() == pytest.approx(page.get_size(), abs=1)


def test_same_seed_same_bytes(made: tuple[bytes, bytes]) -> None:
    assert scan_bytes(made[0], 411) == made[1]
    assert scan_bytes(made[0], 412) != made[1]


def test_it_looks_like_the_page_but_is_not_clean(made: tuple[bytes, bytes]) -> None:
    printed, scanned = (
        np.asarray(pypdfium2.PdfDocument(data)[0].render().to_pil().convert("L"), dtype=float) for data in made
    )
    height, width = (min(one, other) for one, other in zip(printed.shape, scanned.shape, strict=True))
    rows = [image[:height, :width].mean(axis=1) for image in (printed, scanned)]
    assert np.corrcoef(*rows)[0, 1] > 0.5
    assert np.unique(scanned).size > 200


def test_a_seal_in_red_stands_on_the_page_of_the_signature() -> None:
    for seed in range(411, 420):
        document = pypdfium2.PdfDocument(scan_bytes(pdf_bytes(compose(seed)), seed))
        pixels = [np.asarray(page.render().to_pil().convert("RGB"), dtype=int) for page in document]
        red = [int(((p[..., 0] - p[..., 1] > 60) & (p[..., 0] - p[..., 2] > 50)).sum()) for p in pixels]
        if any(red):
            assert sum(count > 100 for count in red) == 1
            return
    pytest.fail("no scan in colour")


def test_the_scan_is_a_form_of_the_same_gold(tmp_path: Path) -> None:
    write({"r": compose(411)}, {"r": ()}, tmp_path, tmp_path / "gold", scans=True)
    about = json.loads((tmp_path / "gold" / "r.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert set(about["forms"]) == {"docx", "scan"}
    assert (tmp_path / about["forms"]["scan"]["file"]).stat().st_size > 10_000
