"""`python -m corpus.bench.pages OUTPUTS`: how long the pages of `baocao view --outputs` take, in this process, on an archive (`make soak` leaves none; see --count)."""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import baocao


def addresses(out: Path) -> Iterator[tuple[str, str]]:
    """Each kind of page with the address of the heaviest of its kind."""
    with baocao.open(out) as tables:
        document = tables.sql("SELECT doc_id FROM documents ORDER BY n_citations + n_appendix_values DESC, doc_id LIMIT 1").doc_id[0]  # fmt: skip
        instrument = tables.sql("SELECT instrument_id AS id FROM instruments ORDER BY documents DESC, id LIMIT 1").id[0]
        indicator = tables.sql("SELECT indicator_id AS id FROM indicators ORDER BY rows DESC, id LIMIT 1").id[0]
        unit = tables.sql("SELECT unit_code, count(*) AS n FROM documents WHERE unit_code NOT NULL GROUP BY 1 ORDER BY n DESC, 1 LIMIT 1").unit_code[0]  # fmt: skip
    yield "home", "/"
    yield "search: a number", "/search?q=61%2F2018"
    yield "search: words without marks", "/search?q=ke+hoach+cai+cach+hanh+chinh"
    yield "search: a place", "/search?q=tinh+ben+tre"
    for name in ("documents", "instruments", "indicators", "units", "checks"):
        yield f"list: {name}", f"/{name}"
    yield "an instrument, the most cited", f"/instruments/{instrument}"
    yield "a document, the longest", f"/documents/{document}"
    yield "an indicator, the largest", f"/indicators/{indicator}"
    yield "a unit, that of most documents", f"/units/{unit}"


def measure(out: Path, times: int = 5) -> Iterator[tuple[str, int, float]]:
    """Kind of page, status and median seconds of some answers, after one to warm up."""
    from starlette.testclient import TestClient

    from extract.web.app import application

    client = TestClient(application(out, any_host=False), base_url="http://127.0.0.1")
    for kind, address in addresses(out):
        status = client.get(address).status_code
        taken = []
        for _ in range(times):
            began = time.perf_counter()
            client.get(address)
            taken.append(time.perf_counter() - began)
        yield kind, status, statistics.median(taken)


def main() -> None:
    """Print a table; the exit status is 1 if a page is slower than 0.3 s or is no page."""
    parser = argparse.ArgumentParser(prog="python -m corpus.bench.pages", description=__doc__)
    parser.add_argument("outputs", nargs="?", type=Path, help="an archive; without it one is made of --count reports")
    parser.add_argument("--count", type=int, default=10_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        out = chosen.outputs
        if out is None:
            from corpus.bench.soak import make_reports

            reports, out = Path(folder) / "reports", Path(folder) / "outputs"
            reports.mkdir()
            make_reports(reports, 2_000_000, chosen.count)
            baocao.run([reports], out)
        found = list(measure(out))
    print("| page | seconds |\n|---|--:|")
    for kind, _, seconds in found:
        print(f"| {kind} | {seconds:.3f} |")
    raise SystemExit(int(any(status != 200 or seconds > 0.3 for _, status, seconds in found)))


if __name__ == "__main__":
    main()
