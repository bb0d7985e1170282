"""Which reports `corpus/documents` ships: different bodies, periods, layouts; seeds chosen so that together they hold every style."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """A shipped report: its file name and what it is composed from."""

    name: str
    seed: int
    kind: str
    field: str
    year: int
    long: bool = False


SHIPPED = (
    Shipped(name="huyen-cai-cach-hanh-chinh", seed=41, kind="district", field="cchc", year=2022),
    Shipped(name="tinh-nong-nghiep", seed=42, kind="province", field="nong-nghiep", year=2020, long=True),
    Shipped(name="so-cong-thuong", seed=43, kind="department", field="cong-thuong", year=2025),
    Shipped(name="benh-vien-y-te", seed=44, kind="hospital", field="y-te", year=2023),
    Shipped(name="cap-uy-xay-dung-dang", seed=45, kind="party", field="xay-dung-dang", year=2021),
    Shipped(name="xa-chuyen-doi-so", seed=46, kind="commune", field="chuyen-doi-so", year=2025),
    Shipped(name="bo-dau-tu-cong", seed=47, kind="ministry", field="dau-tu", year=2024, long=True),
    Shipped(name="truong-giao-duc", seed=48, kind="school", field="giao-duc", year=2019),
)
