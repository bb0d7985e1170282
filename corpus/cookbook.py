"""The archive that the examples of `docs/cookbook.md` run on: generated reports, the same in every run."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

#: The first seed and how many reports: enough that every question has an answer.
SEED, COUNT = 4100, 80


@cache
def archive() -> Path:
    """A folder of tables made of `COUNT` generated reports; gone when the process ends."""
    import baocao
    from corpus.generate.compose import compose
    from corpus.generate.docx import docx_bytes

    folder = Path(tempfile.mkdtemp(prefix="baocao-cookbook-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "reports").mkdir()
    for seed in range(SEED, SEED + COUNT):
        (folder / "reports" / f"bao-cao-{seed}.docx").write_bytes(docx_bytes(compose(seed)))
    baocao.run([folder / "reports"], folder / "outputs")
    return folder / "outputs"


def answer(query: str, rows: int = 8) -> str:
    """The query and the first rows of its result, as Markdown."""
    import baocao

    with baocao.open(archive()) as tables:
        found = tables.sql(query)
    shown = found.head(rows).astype(object).where(found.head(rows).notna(), "")
    head = "| " + " | ".join(map(str, shown.columns)) + " |\n" + "|---" * len(shown.columns) + "|"
    body = "\n".join("| " + " | ".join(_cell(value) for value in row) + " |" for row in shown.itertuples(index=False))
    more = f"\n\n… and {len(found) - rows:,} more." if len(found) > rows else ""
    return f"```sql\n{query.strip()}\n```\n\n{head}\n{body}{more}"


def _cell(value: object) -> str:
    text = str(value)
    text = text[:10] if text.endswith("00:00:00") else text
    return text.replace("|", "\\|").replace("\n", " ")
