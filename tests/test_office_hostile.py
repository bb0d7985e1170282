"""Files that would have LibreOffice fetch, read or run something: it does not."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import office_files as files
import pytest
from office_files import needs_office

from corpus.fuzz.check import complaint
from corpus.fuzz.mutate import mutated
from extract.read import read
from extract.read.office import client
from extract.read.office.html import harmless

pytestmark = needs_office

_BASIC = (
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="M" script:language="StarBasic">'
    'Sub Main\nOpen "{}" For Output As #1\nPrint #1, "x"\nClose #1\nEnd Sub</script:module>'
)
_LIBRARY = (
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" '
    'library:passwordprotected="false"><library:element library:name="M"/></library:library>'
)
_LIBRARIES = (
    '<library:libraries xmlns:library="http://openoffice.org/2000/library"><library:library library:name="Standard" '
    'library:link="false"/></library:libraries>'
)
_ON_LOAD = (
    '<office:scripts><office:event-listeners><script:event-listener script:language="ooo:script" script:event-name="dom:load" '
    'xlink:href="vnd.sun.star.script:Standard.M.Main?language=Basic&amp;location=document" xlink:type="simple"/>'
    "</office:event-listeners></office:scripts>"
)
_FRAME = '<text:p>a<draw:frame draw:name="i" svg:width="2cm" svg:height="2cm">{}</draw:frame></text:p>'


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """An address, and what has been asked for there."""
    found: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            found.append(self.rfile.readline().decode("latin-1"))

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", found
    server.shutdown()


def linking(address: str, secret: str) -> dict[str, bytes]:
    """Files that point outside themselves."""
    source = '<text:section text:name="S">{}<text:p>old</text:p></text:section>'
    dde = f'<office:dde-source office:dde-application="soffice" office:dde-topic="{secret}" office:dde-item="a" office:automatic-update="true"/>'
    fields = (
        rf'{{\field{{\*\fldinst INCLUDETEXT "{secret}"}}{{\fldrslt old}}}}'
        rf'{{\field{{\*\fldinst INCLUDEPICTURE "{address}/a.png" \\d}}{{\fldrslt }}}}'
        rf'{{\field{{\*\fldinst DDEAUTO soffice "{secret}" "a"}}{{\fldrslt old}}}}'
    )
    page = files.html(
        f'<img src="{address}/h.png"><iframe src="{secret}"></iframe><object data="{address}/o"></object>'
        f'<p style="background:url({address}/p.png)">b</p><script>location="{address}"</script>',
        f'<link rel=stylesheet href="{address}/s.css"><style>@import "{address}/i.css"; p {{background: url({address}/b.png)}}</style>'
        f'<meta http-equiv=refresh content="0;url={address}/r"><base href="{address}/">',
    )
    return {
        "picture.odt": files.odt(_FRAME.format(f'<draw:image xlink:href="{address}/r.png" xlink:actuate="onLoad"/>')),
        "object.odt": files.odt(_FRAME.format(f'<draw:object xlink:href="{address}/o.odt"/>')),
        "section.odt": files.odt(source.format(f'<text:section-source xlink:href="{secret}"/>')),
        "dde.odt": files.odt(source.format(dde)),
        "fields.rtf": (r"{\rtf1\ansi a " + fields + r"\par}").encode(),
        "template.rtf": (r"{\rtf1\ansi{\*\template " + address + r"/t.dot} a\par}").encode(),
        "page.html": page,
    }


NAMES = tuple(linking("", ""))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_fetched_and_nothing_else_is_read(name: str, asked: tuple[str, list[str]], tmp_path: Path) -> None:
    address, requests = asked
    (tmp_path / "secret.txt").write_text("SECRET")
    document = read(linking(address, (tmp_path / "secret.txt").as_uri())[name], seconds=60)
    assert document.blocks
    assert not any("SECRET" in block.text for block in document.blocks)
    assert requests == []


def test_also_where_the_network_cannot_be_cut_off(
    asked: tuple[str, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings alone keep it from asking."""
    script = client._SERVER.read_text().replace("if system.unshare(_CLONE_NEWNET):", "if False:")
    (tmp_path / "server.py").write_text(script)
    client._end()
    monkeypatch.setattr(client, "_SERVER", tmp_path / "server.py")
    address, requests = asked
    for data in linking(address, (tmp_path / "secret.txt").as_uri()).values():
        assert read(data, seconds=60).blocks
    client._end()
    assert requests == []


def test_macros_do_not_run(tmp_path: Path) -> None:
    extra = {"Basic/Standard/M.xml": _BASIC.format(tmp_path / "ran"), "Basic/Standard/script-lb.xml": _LIBRARY}
    extra["Basic/script-lc.xml"] = _LIBRARIES
    data = files.odt("<text:p>a</text:p>", _ON_LOAD, {name: text.encode() for name, text in extra.items()})
    assert [block.text for block in read(data).blocks] == ["a"]
    assert not (tmp_path / "ran").exists()


def test_html_keeps_text_and_tables_and_loses_what_points_outside() -> None:
    kept = harmless(linking("http://127.0.0.1:9", "file:///etc/hostname")["page.html"]).decode()
    assert "127.0.0.1" not in kept
    assert "/etc/" not in kept
    assert files.SENTENCE in kept
    assert 'rowspan="2"' in kept


@pytest.mark.parametrize(
    ("make", "seed"), [(files.html, 63), (files.html, 125), (files.mhtml, 123), (files.mhtml, 167)]
)
def test_what_fuzzing_found_stays_mended(make: Callable[[], bytes], seed: int) -> None:
    """Attributes with control characters in their names."""
    assert complaint(mutated(make(), seed)) is None


@pytest.mark.parametrize("make", [files.rtf, files.doc, files.odt, files.html, files.mhtml, files.word_xml])
def test_a_few_fresh_spoilt_ones(make: Callable[[], bytes]) -> None:
    data = make()
    for seed in range(3):
        assert complaint(mutated(data, seed)) is None
