"""Old formats by way of LibreOffice: the same text, whatever file came before; what breaks costs itself."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import office_files as files
import pytest
from office_files import SENTENCE, needs_office
from runs import ROOT

from extract.read import read
from extract.read.errors import Damaged, Encrypted, MissingProgram, ReadError, TooLarge
from extract.read.office import client, folder
from extract.read.sniff import sniff
from extract.run import run

KINDS: list[tuple[Callable[[], bytes], str]] = [
    (files.rtf, "application/rtf"),
    (files.odt, "application/vnd.oasis.opendocument.text"),
    (files.html, "text/html"),
    (files.mhtml, "multipart/related"),
    (files.word_xml, "application/xml"),
    (files.doc, "application/msword"),
]


@needs_office
@pytest.mark.parametrize(("make", "media_type"), KINDS, ids=[make.__name__ for make, _ in KINDS])
def test_old_formats_are_read(make: Callable[[], bytes], media_type: str) -> None:
    document = read(make())
    assert document.blocks[0].text == SENTENCE
    assert document.media_type == media_type
    assert document.warnings[0].startswith("converted from .")
    assert document.warnings[0].rpartition(" ")[2][0].isdigit()


@needs_office
def test_a_file_gives_the_same_whatever_came_before() -> None:
    data = [make() for make, _ in KINDS]
    client._end()
    first = []
    for one in data:
        first.append(read(one))
        client._end()
    for _ in range(2):
        assert [read(one) for one in data] == first
        assert [read(one) for one in reversed(data)] == first[::-1]
    assert client._office is not None
    assert client._office.files == 4 * len(data)


@needs_office
def test_letters_of_old_fonts_arrive_unharmed() -> None:
    """`ư` of TCVN3 is the soft hyphen, which is no letter elsewhere: it is kept beside the text."""
    for make in (files.rtf, files.doc):
        assert files.LEGACY in [block.text_raw for block in read(make()).blocks]


SNIFFED = [
    (b"<HTML>\r\n<body>", "text/html"),
    (b"\xff\xfe" + "<!DOCTYPE html><p>".encode("utf-16-le"), "text/html"),
    (b"<!-- saved -->\n<html xmlns:o='urn:schemas-microsoft-com:office:office'>", "text/html"),
    (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x", "multipart/related"),
    (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "application/vnd.ms-excel"),
    ("<Số: 12/BC-UBND> html".encode(), "text/plain"),
    (b"  {\\rtf1 a}", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "application/x-ole-storage"),
    (
        b"PK\x03\x04 and then nothing xl/workbook.xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
]


@pytest.mark.parametrize(("data", "media_type"), SNIFFED, ids=[str(number) for number in range(len(SNIFFED))])
def test_content_decides(data: bytes, media_type: str) -> None:
    assert sniff(data) == media_type


@needs_office
def test_what_cannot_be_opened_says_what_to_do() -> None:
    word = files.doc()
    flags = word.index(b"\xec\xa5", 512) + 11
    locked = word[:flags] + bytes([word[flags] | 1]) + word[flags + 1 :]
    for data, error, advice in (
        (files.rtf()[:60], Damaged, "save it as .docx"),
        (locked, Encrypted, "password"),
        (word[:3000], ReadError, "run again"),
    ):
        with pytest.raises(error, match=advice):
            read(data)
    assert read(files.rtf()).blocks


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    client._end()
    monkeypatch.setenv("BAOCAO_LIBREOFFICE", str(tmp_path))
    with pytest.raises(MissingProgram, match="apt-get install libreoffice-writer libreoffice-calc"):
        read(files.rtf())


#: Stands in for LibreOffice: hangs on one file, dies on another, and does its best on the rest.
STAND_IN = """
import json, os, subprocess, sys, time
print(json.dumps({"version": "0"}), flush=True)
for number, line in enumerate(sys.stdin):
    request = json.loads(line)
    data = open(request["from"][7:], "rb").read()
    if b"hang" in data:
        subprocess.run(["sleep", "1000"])
    if b"crash" in data or (b"tired" in data and number):
        os.abort()
    open(request["to"][7:], "wb").write(data)
    print("{}", flush=True)
"""


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    client._end()
    (tmp_path / "server.py").write_text(STAND_IN)
    (tmp_path / "libmergedlo.so").touch()
    (tmp_path / "libswlo.so").touch()
    monkeypatch.setattr(client, "_SERVER", tmp_path / "server.py")
    monkeypatch.setenv("BAOCAO_LIBREOFFICE", str(tmp_path))
    yield
    client._end()


def test_a_hang_costs_one_file_and_leaves_nothing(stand_in: None) -> None:
    client.convert(b"a", ".doc", "docx", 10)
    assert client._office is not None
    group, private = client._office._process.pid, client._office._folder.path
    with pytest.raises(TooLarge, match="--timeout"):
        client.convert(b"hang", ".doc", "docx", 0.5)
    assert not private.exists()
    assert not _alive(group)
    assert client.convert(b"b", ".doc", "docx", 10).data == b"b"


def test_a_crash_costs_one_file(stand_in: None) -> None:
    client.convert(b"a", ".doc", "docx", 10)
    with pytest.raises(Damaged, match="broke down"):
        client.convert(b"crash", ".doc", "docx", 10)
    assert client.convert(b"b", ".doc", "docx", 10).data == b"b"


def test_what_fails_only_after_other_files_is_tried_alone(stand_in: None) -> None:
    client.convert(b"a", ".doc", "docx", 10)
    assert client.convert(b"tired", ".doc", "docx", 10).data == b"tired"


@needs_office
def test_a_run_leaves_no_folder_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    for number in range(4):
        (tmp_path / "in" / f"{number}.rtf").write_bytes(files.rtf() + b" " * number)
    summary = run([tmp_path / "in"], tmp_path / "out", workers=2)
    assert (summary.read, summary.failed) == (4, 0)
    assert list((tmp_path / "temporary").iterdir()) == []


@needs_office
@pytest.mark.skipif(sys.platform != "linux", reason="ends with its parent on Linux only")
def test_killed_it_leaves_no_process_and_the_next_sweeps_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = (
        "import sys, time; sys.path[:0] = sys.argv[1:]; import office_files; from extract.read.office import client; "
        "client.convert(office_files.rtf(), '.rtf', 'docx', 60); print(client._office._process.pid, flush=True); time.sleep(60)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(ROOT), str(ROOT / "tests")],
        env=os.environ | {"TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    server = int(process.stdout.readline())
    process.kill()
    process.communicate()
    deadline = time.monotonic() + 5
    while _alive(server) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not _alive(server)
    monkeypatch.setattr(folder.tempfile, "gettempdir", lambda: str(tmp_path))
    assert len(list(tmp_path.iterdir())) == 1
    in_use = folder.PrivateFolder()
    folder.sweep()
    assert list(tmp_path.iterdir()) == [in_use.path]
    in_use.remove()
    assert list(tmp_path.iterdir()) == []


def _alive(group: int) -> list[int]:
    """The processes of a group that still run; what nobody has waited for yet is dead."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _, of = path.read_text().rpartition(")")[2].split()[:3]
            if int(of) == group and state != "Z":
                found.append(int(path.parent.name))
    return found
