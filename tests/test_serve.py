"""The pages over an archive: what they answer, in both languages, as CSV, and to whom they answer nothing."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from web import client, make_archive

import baocao
from extract.web.app import application
from extract.web.render import HERE
from extract.web.speech import LANGUAGES, strings

pytest.importorskip("httpx")
pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx`")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_archive(tmp_path_factory.mktemp("web"))


@pytest.fixture(scope="module")
def web(out: Path) -> Iterator[Any]:
    with client(out) as found:
        yield found


@pytest.fixture(autouse=True)
def no_cookies(web: Any) -> None:
    web.cookies.clear()


@pytest.fixture(scope="module")
def one(out: Path) -> Callable[[str], str]:
    """One value from the archive."""
    with baocao.open(out) as archive:
        connection = archive.connection
        yield lambda query: str(connection.execute(query).fetchall()[0][0])


DECREE = "SELECT instrument_id FROM instruments WHERE number = '61/2018/NĐ-CP'"
BAD = "SELECT doc_id FROM documents WHERE number = '77/BC-UBND'"


@pytest.fixture(scope="module")
def addresses(one: Callable[[str], str]) -> list[str]:
    """An address of every kind."""
    decree, bad = one(DECREE), one(BAD)
    indicator = one("SELECT indicator_id FROM indicators ORDER BY rows DESC, 1")
    unit = one("SELECT unit_code FROM documents WHERE unit_code IS NOT NULL ORDER BY 1")
    wide = one("SELECT doc_id FROM documents ORDER BY n_appendix_rows DESC")
    parts = ("citations", "quantities", "rows", "names", "checks", "text")
    lists = ("documents", "instruments", "indicators", "units", "checks", "failures")
    return [
        *("/", "/search?q=nghi+dinh"),
        *(f"/{name}{ending}" for name in lists for ending in ("", ".csv")),
        *(f"/documents/{doc}/{part}{ending}" for doc in (bad, wide) for part in parts for ending in ("", ".csv")),
        *(f"/documents/{bad}", f"/instruments/{decree}", f"/indicators/{indicator}", f"/units/{unit}"),
        *(f"/instruments/{decree}/mentions.csv", f"/instruments/{decree}/neighbours.csv"),
        *(f"/indicators/{indicator}/values.csv", f"/units/{unit}/documents.csv", f"/units/{unit}/instruments.csv"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_answers_and_none_lets_markup_through(web: Any, addresses: list[str], language: str) -> None:
    for address in addresses:
        answer = web.get(address, params={"lang": language} if "?" not in address else None)
        assert answer.status_code == 200, address
        if answer.headers["content-type"].startswith("text/html"):
            assert not re.search(r"<(?:script|img src=x|b>y)|style=|onerror=alert\(1\)>", answer.text), address


def test_links_on_pages_lead_to_pages(web: Any, addresses: list[str]) -> None:
    linked = {
        link.replace("&amp;", "&")
        for address in addresses
        if not address.endswith(".csv")
        for link in re.findall(r'(?:href|src)="(/[^"#]*)', web.get(address).text)
    }
    assert len(linked) > 50
    broken = {link: web.get(link).status_code for link in sorted(linked) if web.get(link).status_code != 200}
    assert broken == {}


@pytest.mark.parametrize(
    ("words", "kind", "found"),
    [
        ("61/2018 nđ cp", "instruments", "Nghị định 61/2018/NĐ-CP"),
        ("nghi dinh 61 nam 2018", "instruments", "Nghị định 61/2018/NĐ-CP"),
        ("nghi dinh 2018", "instruments", "Nghị định 61/2018/NĐ-CP"),
        ("77/bc ubnd", "documents", "77/BC-UBND"),
        ("báo cáo 77", "documents", "77/BC-UBND"),
        ("xa mo da 2024", "documents", "77/BC-UBND"),
        ("MỎ ĐÁ năm 2023", "documents", "77/BC-UBND"),
        ("ubnd xa mo da", "documents", "77/BC-UBND"),
        ("ben tre", "units", "tỉnh Bến Tre"),
        ("huyen mo cay nam", "units", "huyện Mỏ Cày Nam"),
    ],
)
def test_search_finds_with_and_without_diacritics(web: Any, words: str, kind: str, found: str) -> None:
    assert f">{found}</a>" in web.get("/search", params={"q": words}).text
    assert f">{found}</a>" in web.get(f"/{kind}", params={"q": words}).text


def test_page_of_an_instrument(web: Any, one: Callable[[str], str]) -> None:
    text = web.get(f"/instruments/{one(DECREE)}?lang=en").text
    assert "Nghị định 61/2018/NĐ-CP" in text
    assert f'<a class="node documents" href="/documents/{one(BAD)}"' in text
    assert 'aria-label="Bar chart: documents by year"' in text
    assert "implements" in text


def test_page_of_a_document_tells_failed_checks_first(web: Any, one: Callable[[str], str]) -> None:
    text = web.get(f"/documents/{one(BAD)}").text
    assert "Báo cáo này tự mâu thuẫn" in text
    assert text.index("50/100 hồ sơ") < text.index("Thông tin chung")
    assert "&lt;script&gt;" in text


def test_language_is_vietnamese_until_switched_and_then_kept(web: Any) -> None:
    assert '<html lang="vi">' in web.get("/").text
    assert '<html lang="en">' in web.get("/?lang=en").text
    assert '<html lang="en">' in web.get("/documents").text
    assert '<html lang="en">' in web.get("/documents?lang=xx").text
    assert '<html lang="vi">' in web.get("/documents?lang=vi").text


def test_every_text_of_the_templates_has_both_languages() -> None:
    assert all(row["vi"].strip() and row["en"].strip() for row in strings().values())
    for path in (HERE / "templates").glob("*.html"):
        for key in re.findall(r"say\('([a-z._]+)'[,)]", path.read_text(encoding="utf-8")):
            assert key in strings(), f"{path.name}: {key}"


def test_csv_has_a_byte_order_mark_and_no_formulas(web: Any) -> None:
    answer = web.get("/documents.csv")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer.headers["content-disposition"] == 'attachment; filename="documents.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    subjects = [row["subject"] for row in rows]
    assert any(subject.startswith("'=HYPERLINK") for subject in subjects)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for row in rows for cell in row.values())


def test_csv_of_a_search_has_what_the_search_has(web: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(web.get("/documents.csv?q=xa+mo+da+script").content.decode("utf-8-sig"))))
    assert [row["number"] for row in rows] == ["77/BC-UBND"]


HARM = ["'; DROP TABLE documents; --", '"><script>alert(1)</script>', "%", "_", "\x00", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
        "../../etc/passwd", "{{ 7*7 }}", "a" * 300, "\u202e", "1/0", "số 99999999999999999999/2018", "*" * 50, "luật ' OR 1=1", "𝔸\N{COMBINING ACUTE ACCENT}" * 20]  # fmt: skip


@pytest.mark.parametrize("words", HARM)
@pytest.mark.parametrize(
    "address", ["/search", "/documents", "/instruments", "/indicators", "/units", "/documents.csv"]
)
def test_hostile_words_are_words(web: Any, address: str, words: str) -> None:
    answer = web.get(address, params={"q": words, "type": words, "kind": words, "organ": words})
    assert answer.status_code in (200, 307)
    if not address.endswith(".csv"):
        assert "<script>" not in answer.text
    assert ">49<" not in answer.text


@pytest.mark.parametrize(
    "query",
    ["page=0", "page=-1", "page=x", "page=1e9", "page=%EF%BC%92", "page=" + "9" * 5000, "page=1%00", "year=20x", "year=99999", "q=" + "a" * 301],
)  # fmt: skip
@pytest.mark.parametrize("address", ["/documents", "/instruments", "/checks", "/units.csv"])
def test_parameters_that_make_no_sense_are_refused(web: Any, address: str, query: str) -> None:
    answer = web.get(f"{address}?{query}")
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("address", ["/documents?page=9999999", "/instruments?page=5000", "/checks?page=77"])
def test_pages_behind_the_last_are_not_there(web: Any, address: str) -> None:
    assert web.get(address).status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "x",
        "%00",
        "..%2f..%2fetc%2fpasswd",
        "%27%20OR%201=1",
        "0" * 16,
        "0" * 64,
        "A" * 64,
        "%F0%9D%9F%98" * 16,
        "99999",
        "<script>",
    ],
)
@pytest.mark.parametrize("kind", ["documents", "instruments", "indicators", "units"])
def test_ids_that_nothing_has_are_not_there(web: Any, kind: str, name: str) -> None:
    for ending in ("", "/text", "/mentions.csv", "/documents.csv", "/%2e%2e/%2e%2e"):
        answer = web.get(f"/{kind}/{name}{ending}")
        assert answer.status_code == 404, ending
        assert "Traceback" not in answer.text
        assert "<script>" not in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/",
        "/etc/passwd",
        "//etc/passwd",
        "/static/style.css%00",
        "/.baocao/lock",
    ],
)
def test_no_file_but_our_own_is_read(web: Any, address: str) -> None:
    assert web.get(address).status_code == 404


def test_tables_can_read_no_file_outside_the_archive(out: Path) -> None:
    import duckdb

    from extract.web.moment import Room

    room = Room(out)
    with room.session() as session, pytest.raises(duckdb.Error):
        session.connection.execute("SELECT * FROM read_text('/etc/passwd')").fetchall()
    with room.session() as session, pytest.raises(duckdb.Error):
        session.connection.execute("COPY documents TO '/tmp/stolen.csv'")
    room.close()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_only_get(web: Any, method: str) -> None:
    answer = web.request(method, "/documents")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize("address", ["/", "/documents.csv", "/nope", "/documents?page=x", "/static/style.css"])
def test_headers_protect_every_answer(web: Any, address: str) -> None:
    headers = web.get(address).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "script-src" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost", 200), ("LOCALHOST:8000", 200), ("127.0.0.1:9", 200), ("[::1]:8000", 200), ("evil.example", 400), ("localhost.evil.example", 400),
     ("127.0.0.1.evil.example", 400), ("localhost:80@evil.example", 400), ("", 400), ("192.168.1.2", 400)],
)  # fmt: skip
def test_only_names_of_this_machine_are_answered(web: Any, host: str, status: int) -> None:
    answer = web.get("/", headers={"host": host})
    assert answer.status_code == status
    assert "content-security-policy" in answer.headers


def test_other_names_are_answered_where_the_host_was_given(out: Path) -> None:
    with client(out, "http://reports.example", any_host=True) as open_to_all:
        assert open_to_all.get("/").status_code == 200


def test_an_error_of_ours_shows_no_trace(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from starlette.testclient import TestClient

    from extract.web import things

    def broken(*_: object) -> None:
        raise RuntimeError("secret of the house")

    monkeypatch.setattr(things, "document", broken)
    with TestClient(application(out), base_url="http://localhost", raise_server_exceptions=False) as careful:
        answer = careful.get(f"/documents/{'0' * 64}")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "content-security-policy" in answer.headers
