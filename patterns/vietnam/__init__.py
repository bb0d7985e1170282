"""The administrative map of Viet Nam as of a date: units with their codes (Tổng cục Thống kê), where they lie, what became of them.

Three states of the map: an earlier one and the last one of the 63 provinces with districts, and the 34 provinces with 3,321 communes in force
since 2025-07-01 (Nghị quyết 202/2025/QH15; Quyết định 19/2025/QĐ-TTg). The tables are those of two packages (`data`).
"""

from patterns.vietnam.data import province_now
from patterns.vietnam.data import units as all_units
from patterns.vietnam.meant import meant, path, unit
from patterns.vietnam.unit import REFORM, Unit

__all__ = ["REFORM", "Unit", "all_units", "meant", "path", "province_now", "unit"]
