"""What the tests of runs share: invented reports as plain text, and runs in processes of their own that can be killed."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

from extract.facts import TABLES

ROOT = Path(__file__).parents[1]

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN SUỐI TRÀ

Số: {number}/BC-UBND

Suối Trà, ngày 12 tháng {month} năm 2023

BÁO CÁO
Kết quả rà soát thủ tục hành chính đợt {number}

I. KẾT QUẢ
1. Công tác chỉ đạo
- Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ, huyện đã ban hành {number} văn bản.
- Đã tiếp nhận {count} hồ sơ, đạt {share},5% kế hoạch.
{body}
II. KIẾN NGHỊ
Đề nghị Sở Nội vụ hướng dẫn thêm.
"""


def write_reports(folder: Path, count: int, *, paragraphs: int = 3) -> list[Path]:
    """`count` different reports as text files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(1, count + 1):
        body = "\n".join(f"- Xã số {line} đã giải quyết {number * line + 7} hồ sơ." for line in range(paragraphs))
        text = REPORT.format(number=number, month=number % 12 + 1, count=number * 13, share=number % 90, body=body)
        path = folder / f"bao-cao-{number:04d}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def table_bytes(out: Path) -> dict[str, str]:
    """Name → digest of every table file."""
    return {
        str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest()
        for table in TABLES
        for path in sorted((out / table).glob("*"))
    }


#: Publishes after every file, into files of two documents at most: many publications, many splits.
EAGER = """
import sys
import extract.run, extract.store.buckets
extract.course.PUBLISH_SECONDS = extract.course._PUBLISH_SHARE = 0
extract.store.buckets.DOCUMENTS_PER_FILE = 2
extract.run.run(sys.argv[3:], sys.argv[1], workers=int(sys.argv[2]))
"""


def start_eager_run(out: Path, *paths: Path, workers: int = 2) -> subprocess.Popen[bytes]:
    """A run as above in a process group of its own."""
    command = [sys.executable, "-c", EAGER, str(out), str(workers), *map(str, paths)]
    return subprocess.Popen(command, cwd=ROOT, start_new_session=True, stderr=subprocess.PIPE)


def kill_group(process: subprocess.Popen[bytes]) -> None:
    """kill -9 of the run and its workers."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
