"""Real files in old fonts against their text typed in Unicode; skipped where the reports or LibreOffice are absent.

`python tests/test_legacy_real.py` prints the accuracies. LibreOffice makes DOCX of `.doc` and `.rtf`. The expected texts lack
automatic numbers and bullets and have fields and separators of cells (`|`), which are left out here; the fonts that draw
capitals are capitals to us and small letters there, so case is left out of the second figure.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
import zipfile
from functools import cache
from pathlib import Path
from unicodedata import normalize

import pytest
from accuracy import accuracy, flat, word_accuracy

from extract.document import Document
from extract.read import read

FOLDER = Path(__file__).parents[2] / "shared/reports/legacy"
FILES = ("tcvn3-a37-2003.rtf", "tcvn3-nghi-dinh-114-2003.doc", "vni-quy-che-chi-tieu-2007.doc")
UNICODE = ("bao-cao-9-thang-2009.doc", "bao-cao-cong-thuong-6-thang-2009.doc", "bao-cao-tong-ket-2008.doc")
#: Words of Word's fields, which LibreOffice does not print as text, and a line of stars, which is no text.
FIELDS = frozenset({"EMBED", "Excel.Sheet.8", "PAGE", "\x03", "\x04", "*****"})

pytestmark = pytest.mark.skipif(
    not FOLDER.exists() or shutil.which("soffice") is None, reason="real reports or LibreOffice are not here"
)


@cache
def converted() -> dict[str, bytes]:
    """The files as DOCX, by name."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                "docx",
                "--outdir",
                folder,
                *(str(FOLDER / name) for name in (*FILES, *UNICODE)),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return {name: (Path(folder) / name).with_suffix(".docx").read_bytes() for name in (*FILES, *UNICODE)}


def without_numbers(data: bytes) -> bytes:
    """A DOCX without its automatic numbers."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(buffer, "w") as part:
        for name in whole.namelist():
            if name != "word/numbering.xml":
                part.writestr(name, whole.read(name))
    return buffer.getvalue()


def text_of(document: Document) -> str:
    return "\n".join(block.text for block in document.blocks)


def expected(name: str) -> str:
    text = normalize("NFC", (FOLDER / name).with_suffix(".expected.txt").read_text(encoding="utf-8"))
    return " ".join(word for word in text.replace("|", " ").split() if word not in FIELDS)


def figures(name: str) -> tuple[float, float, float, float]:
    """Accuracy as it is read; without numbers; without numbers and case; the last without order."""
    wanted = expected(name)
    whole, bare = (text_of(read(data)) for data in (converted()[name], without_numbers(converted()[name])))
    small, wanted_small = bare.lower(), wanted.lower()
    return (
        accuracy(whole, wanted),
        accuracy(bare, wanted),
        accuracy(small, wanted_small),
        word_accuracy(small, wanted_small),
    )


@pytest.mark.parametrize("name", FILES)
def test_letters_are_right(name: str) -> None:
    *_, in_order, in_any_order = figures(name)
    assert in_order >= 0.99  # letterheads set in columns are read column by column, the expected text is not
    assert in_any_order >= 0.995


@pytest.mark.parametrize("name", FILES)
def test_it_is_said(name: str) -> None:
    document = read(converted()[name])
    assert document.text_origin == "legacy_font"
    assert document.warnings[0].startswith("text in an old encoding, read as Unicode: " + name[:4].upper().rstrip("-"))


@pytest.mark.parametrize("name", UNICODE)
def test_unicode_that_names_old_fonts_stays(name: str) -> None:
    document = read(converted()[name])
    assert document.text_origin == "digital"
    assert not any("encoding" in warning for warning in document.warnings)


if __name__ == "__main__":
    print(f"{'file':32}{'as read':>9}{'no numbers':>12}{'no case':>9}{'no order':>10}{'characters':>12}")
    for file in FILES:
        print(
            f"{file:32}" + "{:9.4f}{:12.4f}{:9.4f}{:10.4f}".format(*figures(file)) + f"{len(flat(expected(file))):12}"
        )
