"""Identity over the archive: what merges, what stays apart, what is recorded; the same bytes in any order; URN:LEX."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.document import Block, Document
from extract.facts import Citation, DocumentRow, Instrument
from extract.find.citations import find_citations
from extract.relate.antecedents import link_antecedents
from extract.relate.instruments import Index, build_index

DISTRICT = {
    "organ_name": "Ủy ban nhân dân huyện Ba Tri",
    "number": "9/BC-UBND",
    "type_name": "Báo cáo",
    "issued_on": dt.date(2022, 6, 16),
}


def archive(*texts: tuple[dict[str, object], Sequence[str]]) -> tuple[list[DocumentRow], list[Citation]]:
    """Documents with these header fields and paragraphs, and all their citations."""
    documents, citations = [], []
    for number, (fields, paragraphs) in enumerate(texts):
        doc_id = f"{number:064d}"
        header = DocumentRow(doc_id=doc_id, **fields)  # type: ignore[arg-type]
        blocks = tuple(
            Block(path=f"p[{place}]", kind="paragraph", text=text) for place, text in enumerate(paragraphs, start=1)
        )
        documents.append(header)
        citations += link_antecedents(
            find_citations(Document(doc_id=doc_id, media_type="text/plain", blocks=blocks), header)
        )
    return documents, citations


def index_of(*texts: tuple[dict[str, object], Sequence[str]]) -> Index:
    return build_index(*archive(*texts))


def shown(index: Index) -> list[tuple[object, ...]]:
    """Number, year, issuer and count of mentions of each instrument, sorted."""
    return sorted(((i.number, i.year, i.issuer, i.mentions) for i in index.instruments), key=str)


CASES = [
    # ------------------------------------------------------------------ one instrument
    (
        ["Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ", "Nghị định số 61/2018/NĐ-CP", "theo Nghị định 61"],
        [("61/2018/NĐ-CP", 2018, "Chính phủ", 3)],
    ),
    (
        ["Kế hoạch số 30/KH-UBND ngày 18/01/2022 của UBND huyện Ba Tri", "Kế hoạch số 30/KH-UBND ngày 18/01/2022"],
        [("30/KH-UBND", 2022, "Ủy ban nhân dân huyện Ba Tri", 2)],
    ),
    (
        [
            "Kế hoạch số 30/KH-UBND ngày 18/01/2022 của UBND huyện",
            "Kế hoạch số 30/KH-UBND ngày 18/01/2022 của Ủy ban nhân dân huyện Ba Tri",
        ],
        [("30/KH-UBND", 2022, "Ủy ban nhân dân huyện Ba Tri", 2)],
    ),
    (
        [
            "thông tư số 71/2014/TTLT-BTC-BNV",
            "Thông tư liên tịch số 71/2014/TTLT-BTC-BNV của Bộ Nội vụ và Bộ Tài chính",
        ],
        [("71/2014/TTLT-BTC-BNV", 2014, "Bộ Nội vụ và Bộ Tài chính", 2)],
    ),
    (["Nghị định số 117//2013/NĐ-CP", "Nghị định số 117/2013/NĐ-CP"], [("117/2013/NĐ-CP", 2013, "Chính phủ", 2)]),
    (
        [
            "Kế hoạch số 06/KH-UBND ngày 1/2/2022 của UBND huyện Ba Tri",
            "Kế hoạch số 6/KH-UBND ngày 1/2/2022 của UBND huyện Ba Tri",
        ],
        [("06/KH-UBND", 2022, "Ủy ban nhân dân huyện Ba Tri", 2)],
    ),
    (
        [
            "Quyết định số 9/QĐ-BNV ngày 4/1/2023 của Bộ trưởng Bộ Nội vụ",
            "Quyết định số 9/QĐ-BNV ngày 4/1/2023 của Bộ Nội vụ",
        ],
        [("9/QĐ-BNV", 2023, "Bộ Nội vụ", 2)],
    ),
    (
        [
            "Nghị quyết số 10-NQ/TU ngày 29/12/2021 của Ban Chấp hành Đảng bộ tỉnh Bến Tre",
            "Nghị quyết số 10-NQ/TU ngày 29/12/2021 của Tỉnh ủy",
        ],
        [("10-NQ/TU", 2021, "Ban Chấp hành Đảng bộ tỉnh Bến Tre", 2)],
    ),
    (
        ["theo Luật Tổ chức chính quyền địa phương", "Luật Tổ chức chính quyền địa phương số 77/2015/QH13"],
        [("77/2015/QH13", 2015, "Quốc hội", 2)],
    ),
    (
        [
            "Công văn số 57/STC-NS của Sở Tài chính tỉnh Bến Tre",
            "theo Công văn số 57/STC-NS",
            "Công văn số 57/STC-NS ngày 4/5/2022",
        ],
        [("57/STC-NS", 2022, "Sở Tài chính tỉnh Bến Tre", 3)],
    ),
    (
        ["Công văn số 26/BLĐTBXH-TE của Bộ Lao động - Thương binh và Xã hội", "theo Công văn số 26/BLĐTBXH-TE"],
        [("26/BLĐTBXH-TE", None, "Bộ Lao động - Thương binh và Xã hội", 2)],
    ),
    # ------------------------------------------------------------------ two instruments
    (
        ["Kế hoạch số 72/KH-UBND ngày 23/01/2019 của UBND huyện Ba Tri", "(Kế hoạch số 72/KH-UBND ngày 31/5/2019)"],
        [("72/KH-UBND", 2019, "Ủy ban nhân dân huyện Ba Tri", 1), ("72/KH-UBND", 2019, None, 1)],
    ),
    (
        [
            "Kế hoạch số 121/KH-UBND ngày 14/3/2022 của UBND huyện Ba Tri",
            "Kế hoạch số 121/KH-UBND ngày 27/8/2019 của UBND tỉnh Bến Tre",
        ],
        [
            ("121/KH-UBND", 2019, "Ủy ban nhân dân tỉnh Bến Tre", 1),
            ("121/KH-UBND", 2022, "Ủy ban nhân dân huyện Ba Tri", 1),
        ],
    ),
    (
        [
            "Quyết định số 5/QĐ-UBND ngày 1/2/2022 của UBND tỉnh Bến Tre",
            "Quyết định số 5/QĐ-UBND ngày 1/2/2022 của Chủ tịch UBND tỉnh Bến Tre",
        ],
        [
            ("5/QĐ-UBND", 2022, "Chủ tịch Ủy ban nhân dân tỉnh Bến Tre", 1),
            ("5/QĐ-UBND", 2022, "Ủy ban nhân dân tỉnh Bến Tre", 1),
        ],
    ),
    (
        ["Chỉ thị số 10/CT-TTg ngày 22/4/2019", "Chỉ thị số 10/CT-TTg ngày 3/3/2017"],
        [("10/CT-TTg", 2017, "Thủ tướng Chính phủ", 1), ("10/CT-TTg", 2019, "Thủ tướng Chính phủ", 1)],
    ),
    (
        ["Đề án số 4/ĐA-UBND ngày 1/2/2022", "Dự án số 4/DA-UBND ngày 1/2/2022"],
        [("4/DA-UBND", 2022, None, 1), ("4/ĐA-UBND", 2022, None, 1)],
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected"), CASES, ids=[paragraphs[0][:50] for paragraphs, _ in CASES])
def test_one_document(paragraphs: list[str], expected: list[tuple[object, ...]]) -> None:
    assert shown(index_of((DISTRICT, paragraphs))) == expected


def test_ambiguous_poor_mention_stays_alone() -> None:
    index = index_of(
        (
            DISTRICT,
            ["Chỉ thị số 10/CT-TTg ngày 22/4/2019", "Chỉ thị số 10/CT-TTg ngày 3/3/2017", "Chỉ thị số 10/CT-TTg"],
        )
    )
    assert shown(index) == [
        ("10/CT-TTg", 2017, "Thủ tướng Chính phủ", 1),
        ("10/CT-TTg", 2019, "Thủ tướng Chính phủ", 1),
        ("10/CT-TTg", None, "Thủ tướng Chính phủ", 1),
    ]


def test_poor_national_mention_is_completed_from_another_document() -> None:
    index = index_of(
        (DISTRICT, ["theo Chỉ thị số 26/CT-TTg"]), ({}, ["Chỉ thị số 26/CT-TTg ngày 05/9/2016 của Thủ tướng Chính phủ"])
    )
    (instrument,) = index.instruments
    assert (instrument.mentions, instrument.documents, instrument.issued_on) == (2, 2, dt.date(2016, 9, 5))
    assert len(instrument.former_ids) == 1
    assert sorted(row.resolved_by for row in index.resolutions) == ["completed", "key"]


def test_poor_local_mention_is_not_completed_from_another_place() -> None:
    index = index_of(
        (DISTRICT, ["Kế hoạch số 44/KH-UBND"]),
        ({}, ["Kế hoạch số 44/KH-UBND ngày 25/01/2022 của UBND huyện Giồng Trôm"]),
    )
    assert len(index.instruments) == 2


def test_a_committee_with_its_place_is_none_whose_place_is_unknown() -> None:
    index = index_of(
        ({}, ["Chương trình số 81/CTr-UBND ngày 18/12/2025 của Ủy ban nhân dân tỉnh"]),
        ({}, ["Chương trình số 81/CTr-UBND của UBND tỉnh Trà Vinh"]),
    )
    assert len(index.instruments) == 2


@pytest.mark.parametrize("apart", [True, False], ids=["two documents", "one document"])
def test_two_bodies_of_the_centre_are_two(apart: bool) -> None:
    texts = ["Kết luận số 72-KL/TW ngày 7/5/2021 của Bộ Chính trị", "Kết luận số 72-KL/TW của Ban Bí thư"]
    index = index_of(*([({}, [text]) for text in texts] if apart else [({}, texts)]))
    assert len(index.instruments) == 2


def test_same_local_number_of_two_unknown_bodies_stays_two() -> None:
    index = index_of(({}, ["Kế hoạch số 44/KH-UBND ngày 25/01/2022"]), ({}, ["Kế hoạch số 44/KH-UBND ngày 25/01/2022"]))
    assert len(index.instruments) == 2


def test_same_district_name_in_two_provinces() -> None:
    index = index_of(
        (
            {},
            [
                "Kế hoạch số 7/KH-UBND ngày 25/01/2022 của UBND huyện Châu Thành",
                "Kế hoạch số 1/KH-UBND ngày 1/1/2022 của UBND tỉnh Tiền Giang",
            ],
        ),
        (
            {},
            [
                "Kế hoạch số 7/KH-UBND ngày 11/02/2022 của UBND huyện Châu Thành",
                "Kế hoạch số 2/KH-UBND ngày 1/1/2022 của UBND tỉnh Bến Tre",
            ],
        ),
    )
    assert len([i for i in index.instruments if i.number == "7/KH-UBND"]) == 2


def test_conflicts_are_recorded() -> None:
    index = index_of(
        (
            DISTRICT,
            [
                "Nghị quyết số 2/NQ-CP ngày 08/01/2026 của Thủ tướng Chính phủ",
                "Nghị quyết số 2/NQ-CP ngày 09/01/2026 của Chính phủ",
                "Nghị định số 5/2018/NĐ-CP ngày 23/4/2019",
            ],
        )
    )
    assert {i.number: i.conflicts for i in index.instruments} == {
        "2/NQ-CP": ("issued_on: 2026-01-08 | 2026-01-09", "issuer: Thủ tướng Chính phủ | symbol: /NQ-CP"),
        "5/2018/NĐ-CP": ("year in number: 2018 | issued_on: 2019-04-23",),
    }


def test_document_of_the_archive_is_the_instrument_others_cite() -> None:
    documents, citations = archive(
        (DISTRICT, ["Số: 9/BC-UBND"]), ({}, ["theo Báo cáo số 9/BC-UBND ngày 16/6/2022 của UBND huyện Ba Tri"])
    )
    index = build_index(documents, citations)
    assert [(i.number, i.doc_id, i.mentions) for i in index.instruments] == [("9/BC-UBND", documents[0].doc_id, 1)]


def test_relations_count_edges() -> None:
    index = index_of(
        (
            DISTRICT,
            [
                "Thực hiện Nghị định số 5/2020/NĐ-CP ngày 31/12/2020 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 4/2016/NĐ-CP."
            ],
        )
    )
    ids = {i.number: i.instrument_id for i in index.instruments}
    assert sorted((row.from_id, row.to_id, row.relation, row.mentions) for row in index.relations) == sorted(
        [
            ("0" * 64, ids["5/2020/NĐ-CP"], "implements", 1),
            ("0" * 64, ids["4/2016/NĐ-CP"], "amends", 1),
            (ids["5/2020/NĐ-CP"], ids["4/2016/NĐ-CP"], "amends", 1),
        ]
    )


def test_every_mention_is_resolved_once_and_order_does_not_matter() -> None:
    texts = [(DISTRICT if number % 2 else {}, paragraphs) for number, (paragraphs, _) in enumerate(CASES)]
    documents, citations = archive(*texts)
    index = build_index(documents, citations)
    assert sorted(row.fact_id for row in index.resolutions) == sorted({c.fact_id for c in citations})
    shuffled = citations[:]
    random.Random(7).shuffle(shuffled)
    assert build_index(documents[::-1], shuffled) == index


def test_removing_a_document_equals_never_having_had_it() -> None:
    documents, citations = archive(*(({}, paragraphs) for paragraphs, _ in CASES))
    without = [c for c in citations if c.doc_id != documents[2].doc_id]
    kept = [replace(d) for d in documents if d.doc_id != documents[2].doc_id]
    assert build_index(kept, without) == build_index(kept[::-1], without[::-1])
    assert documents[2].doc_id not in {row.doc_id for row in build_index(kept, without).resolutions}


def test_key_completeness() -> None:
    index = index_of(({}, ["Kế hoạch số 44/KH-UBND"]))
    (instrument,) = index.instruments
    assert isinstance(instrument, Instrument)
    assert (instrument.key_completeness, instrument.urn_lex, instrument.issuer) == (0.6, None, None)
