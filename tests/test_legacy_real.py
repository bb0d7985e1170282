"""Real files in old fonts against their text typed in Unicode; skipped where the reports or LibreOffice are absent.

`python tests/test_legacy_real.py` prints the accuracies. LibreOffice makes DOCX of `.doc` and `.rtf`. The expected texts lack
automatic numbers and bullets and have fields and separators of cells (`|`), which are left out here; text in fonts that draw
capitals is in capitals to us and in small letters there, so there are figures without that and without case.
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
from needs import needs

from extract.document import Document
from extract.read import read
from extract.read.legacy import choose
from extract.read.legacy.fonts import hint_of

FOLDER = Path(__file__).parents[2] / "shared/reports/legacy"
FILES = ("tcvn3-a37-2003.rtf", "tcvn3-nghi-dinh-114-2003.doc", "vni-quy-che-chi-tieu-2007.doc")
UNICODE = ("bao-cao-9-thang-2009.doc", "bao-cao-cong-thuong-6-thang-2009.doc", "bao-cao-tong-ket-2008.doc")
#: Words of Word's fields, which LibreOffice does not print as text, and a line of stars, which is no text.
FIELDS = frozenset({"EMBED", "Excel.Sheet.8", "PAGE", "\x03", "\x04", "*****"})

pytestmark = [
    pytest.mark.skipif(not FOLDER.exists(), reason="the real documents are not here"),
    needs(shutil.which("soffice") is not None, "LibreOffice"),
]


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


def figures(name: str) -> dict[str, float]:
    """Accuracies: as it is read; without automatic numbers; with fonts of capitals read as others; without case; without order."""
    wanted = expected(name)
    whole, bare = converted()[name], without_numbers(converted()[name])
    text, small = text_of(read(bare)), text_of(read(bare)).lower()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(choose, "hint_of", lambda font: hint_of(font)._replace(capitals=False))
        uncapped = text_of(read(bare))
    return {
        "as read": accuracy(text_of(read(whole)), wanted),
        "no numbers": accuracy(text, wanted),
        "small capitals": accuracy(uncapped, wanted),
        "no case": accuracy(small, wanted.lower()),
        "no order": word_accuracy(small, wanted.lower()),
    }


@pytest.mark.parametrize("name", FILES)
def test_letters_are_right(name: str) -> None:
    found = figures(name)
    assert found["no case"] >= 0.995
    assert found["small capitals"] >= 0.995


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
    for file in FILES:
        print(f"{file} ({len(flat(expected(file)))} characters)")
        for title, figure in figures(file).items():
            print(f"    {title:16}{figure:.4f}")
