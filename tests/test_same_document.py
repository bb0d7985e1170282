"""Which documents of an archive are one: by full headers, else by text and numbers; never two months of one form."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest

from extract.facts import DocumentRow
from extract.relate.sketch import shared, sketch_of
from extract.relate.twins import Twin, find_twins, same_as

WORDS = [
    "huyện",
    "đã",
    "ban",
    "hành",
    "kế",
    "hoạch",
    "triển",
    "khai",
    "thực",
    "hiện",
    "nhiệm",
    "vụ",
    "cải",
    "cách",
    "hành",
    "chính",
    "tiếp",
    "nhận",
    "và",
    "giải",
    "quyết",
    "hồ",
    "sơ",
    "đúng",
    "hạn",
    "công",
    "khai",
    "thủ",
    "tục",
    "tại",
    "bộ",
    "phận",
    "một",
    "cửa",
    "kiểm",
    "tra",
    "công",
    "vụ",
    "đào",
    "tạo",
    "bồi",
    "dưỡng",
    "cán",
    "bộ",
    "công",
    "chức",
    "chuyển",
    "đổi",
    "số",
    "tài",
    "chính",
    "công",
]


def text(seed: int, *, length: int = 1500, numbers: int = 60) -> str:
    """An invented body: the same seed gives the same."""
    chance = random.Random(seed)
    words = [chance.choice(WORDS) for _ in range(length)]
    for _ in range(numbers):
        words[chance.randrange(length)] = str(chance.randrange(10, 5000))
    return " ".join(words)


def other_month(body: str, seed: int = 7) -> str:
    """The same form filled in anew."""
    chance = random.Random(seed)
    return " ".join(str(chance.randrange(10, 5000)) if word.isdigit() else word for word in body.split())


def scanned(body: str, rate: float, seed: int = 1) -> str:
    """With errors of recognition in this share of the characters."""
    chance = random.Random(seed)
    return "".join(chance.choice("abcdeghiklmnopqrstuvxy0123456789 ") if chance.random() < rate else c for c in body)


def row(
    doc_id: str, *, number: str | None = None, origin: str = "digital", day: int | None = None, organ: str | None = None
) -> DocumentRow:
    return DocumentRow(
        doc_id=doc_id,
        text_origin=origin,
        code_number=number.split("/")[0] if number else None,
        code_notation=number.split("/")[1] if number else None,
        number=number,
        issued_on=dt.date(2022, 12, day) if day else None,
        organ_name=organ,
    )


HERE = {"number": "228/BC-UBND", "day": 5, "organ": "Ủy ban nhân dân huyện Suối Trà"}
BODY = text(1)

#: What is in the archive (row, body), and which document stands for which.
ARCHIVES: list[tuple[str, list[tuple[DocumentRow, str]], dict[str, str]]] = [
    ("one document", [(row("a", **HERE), BODY)], {}),
    ("Word and PDF", [(row("b", **HERE), BODY), (row("a", **HERE), BODY)], {"b": "a"}),
    ("digital before scan", [(row("a", **HERE, origin="ocr"), scanned(BODY, 0.02)), (row("b", **HERE), BODY)], {"a": "b"}),
    ("poor scan, full header", [(row("a", **HERE, origin="ocr"), scanned(BODY, 0.04)), (row("b", **HERE), BODY)], {"a": "b"}),
    ("draft without number and date", [(row("a", organ=HERE["organ"]), BODY), (row("b", **HERE), BODY)], {"a": "b"}),
    ("scan without header", [(row("a", origin="ocr"), scanned(BODY, 0.01)), (row("b", **HERE), BODY)], {"a": "b"}),
    ("two drafts", [(row("a"), BODY), (row("b"), BODY)], {"b": "a"}),
    ("three forms", [(row("c", **HERE, origin="ocr"), scanned(BODY, 0.004)), (row("b", **HERE), BODY), (row("a"), BODY)], {"a": "b", "c": "b"}),
    ("another text", [(row("a"), BODY), (row("b", **HERE), text(2))], {}),
    ("next month on the same form", [(row("a"), BODY), (row("b"), other_month(BODY))], {}),
    ("next month, numbered", [(row("a", **HERE), BODY), (row("b", **HERE | {"number": "240/BC-UBND"}), BODY)], {}),
    ("another district's report", [(row("a", **HERE), BODY), (row("b", **HERE | {"organ": "Ủy ban nhân dân huyện Suối Mơ"}), BODY)], {}),
    ("annex under its parent's number", [(row("a", **HERE), BODY), (row("b", **HERE), text(3))], {}),
    ("contradicting date", [(row("a", day=6), BODY), (row("b", **HERE), BODY)], {}),
    ("draft of one of two", [(row("a"), BODY), (row("b", **HERE), BODY), (row("c", **HERE | {"number": "9/BC-UBND"}), BODY)], {}),
    ("too short to know again", [(row("a"), "Kính mời dự họp ngày 12"), (row("b"), "Kính mời dự họp ngày 12")], {}),
    ("no text at all", [(row("a"), ""), (row("b"), "")], {}),
    ("few numbers, one form", [(row("a"), text(4, numbers=2)), (row("b"), scanned(text(4, numbers=2), 0.03))], {}),
    ("0 before the number", [(row("a", **HERE | {"number": "05/BC-UBND"}), BODY), (row("b", **HERE | {"number": "5/BC-UBND"}), BODY)], {"b": "a"}),
]  # fmt: skip


def twins(archive: list[tuple[DocumentRow, str]]) -> list[Twin]:
    rows = []
    for document, body in archive:
        seen = sketch_of([body])
        rows.append(replace(document, text_sketch=seen.text, number_sketch=seen.numbers))
    found = find_twins(rows)
    assert same_as(lambda: iter(rows)) == {twin.doc_id: twin.same_as for twin in found}
    return found


@pytest.mark.parametrize(("archive", "same_as"), [rest for _, *rest in ARCHIVES], ids=[name for name, *_ in ARCHIVES])
def test_what_stands_for_what(archive: list[tuple[DocumentRow, str]], same_as: dict[str, str]) -> None:
    assert {twin.doc_id: twin.same_as for twin in twins(archive)} == same_as


def test_the_order_of_documents_does_not_matter() -> None:
    archive = [
        (
            row(
                f"{number}-{doc.doc_id}",
                number=doc.number,
                day=doc.issued_on.day if doc.issued_on else None,
                organ=doc.organ_name,
            ),
            body,
        )
        for number, (_, documents, _) in enumerate(ARCHIVES)
        for doc, body in documents
    ]
    first = twins(archive)
    assert first
    for seed in range(5):
        random.Random(seed).shuffle(archive)
        assert twins(archive) == first


def test_a_sketch_is_made_of_the_text_alone() -> None:
    assert sketch_of(["Đã giải quyết 1.234 hồ sơ"]) == sketch_of(["đa giai", "QUYẾT 1234 hồ sơ"])
    assert shared((), ()) == 1.0
    assert shared((1,), ()) == 0.0


@pytest.mark.parametrize(("rate", "least"), [(0.0, 1.0), (0.004, 0.85), (0.01, 0.7), (0.02, 0.5)])
def test_errors_of_recognition_leave_enough(rate: float, least: float) -> None:
    """Measured on invented text: what a share of wrong characters leaves of the runs of three syllables."""
    assert shared(sketch_of([BODY]).text, sketch_of([scanned(BODY, rate)]).text) >= least
