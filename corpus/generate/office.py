"""DOCX to PDF with LibreOffice: one process for many files, a profile of its own."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path


class OfficeMissingError(RuntimeError):
    """LibreOffice is not installed (Debian: `apt-get install libreoffice-writer fonts-liberation`)."""


def to_pdf(files: Sequence[Path], out: Path, *, timeout: float = 1800) -> list[Path]:
    """PDFs beside their names in `out`; raises OfficeMissingError, or RuntimeError for a file that did not come out."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise OfficeMissingError("soffice not found: apt-get install libreoffice-writer fonts-liberation")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        command = [
            program,
            "--headless",
            "--norestore",
            f"-env:UserInstallation={Path(profile).as_uri()}",
            "--convert-to",
            "pdf",
            "--outdir",
            str(out),
        ]
        for start in range(0, len(files), 200):
            subprocess.run(
                [*command, *map(str, files[start : start + 200])], check=True, capture_output=True, timeout=timeout
            )
    made = [out / f"{file.stem}.pdf" for file in files]
    lost = [path.name for path in made if not path.exists()]
    if lost:
        raise RuntimeError(f"LibreOffice made no PDF for {', '.join(lost[:5])}")
    return made
