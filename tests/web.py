"""What the tests of the pages share: a small archive with a hostile report in it, and the application over it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from runs import ROOT

import baocao
from extract.web.app import application

HOSTILE = """ỦY BAN NHÂN DÂN
XÃ MỎ ĐÁ

Số: 77/BC-UBND

Mỏ Đá, ngày 5 tháng 3 năm 2024

BÁO CÁO
Kết quả <script>alert("subject")</script> năm 2023

I. KẾT QUẢ
- Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ, xã đã ban hành 5 văn bản.
- Thực hiện Kế hoạch số 15/KH-UBND ngày 02/01/2024 của UBND xã về <img src=x onerror=alert(1)>.
- Đã giải quyết 50/100 hồ sơ, đạt 80%.
"""
FORMULA = """Mỏ Đá, ngày 6 tháng 3 năm 2024

BÁO CÁO
=HYPERLINK("http://example.invalid";"x") năm 2023

Theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ.
"""


def make_archive(folder: Path) -> Path:
    """An output folder: shipped reports, and two that were written to do harm."""
    (folder / "x<b>y.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "formula.txt").write_text(FORMULA, encoding="utf-8")
    shipped = sorted((ROOT / "corpus/documents").glob("*.docx"))[:4]
    baocao.run([folder / "x<b>y.txt", folder / "formula.txt", *shipped], folder / "out", workers=2)
    return folder / "out"


def client(out: Path, host: str = "http://localhost", *, any_host: bool = False) -> Any:
    """What asks the pages, as a browser would."""
    from starlette.testclient import TestClient

    return TestClient(application(out, any_host=any_host), base_url=host, follow_redirects=False)
