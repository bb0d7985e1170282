"""`python -m corpus.generate --seed N --count K --out DIR [--pdf libreoffice|reportlab|both|alternate|none]`: reports and their gold."""

from __future__ import annotations

import argparse
import hashlib
import time
from pathlib import Path

from corpus.generate.compose import compose
from corpus.generate.docx import docx_bytes
from corpus.generate.gold import gold_lines
from corpus.generate.model import Report
from corpus.generate.office import to_pdf
from corpus.generate.shipped import SHIPPED

_PRODUCERS = {
    "libreoffice": ("libreoffice",),
    "reportlab": ("reportlab",),
    "both": ("libreoffice", "reportlab"),
    "none": (),
}


def main() -> None:
    """Writes `NAME.docx`, `NAME.pdf` (or `NAME-reportlab.pdf`) and `gold/NAME.jsonl`; the same seeds give the same DOCX."""
    parser = argparse.ArgumentParser(prog="python -m corpus.generate", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="seed of the first report")
    parser.add_argument("--count", type=int, default=10, help="number of reports")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    parser.add_argument("--pdf", choices=(*_PRODUCERS, "alternate"), default="reportlab", help="who makes the PDFs")
    parser.add_argument(
        "--scan", action="store_true", help="a scan of each beside it: NAME-scan.pdf, without a text layer"
    )
    parser.add_argument("--long", action="store_true", help="annex tables of several pages")
    parser.add_argument("--shipped", action="store_true", help="the reports that corpus/ ships, by their names")
    chosen = parser.parse_args()
    began = time.perf_counter()
    if chosen.shipped:
        write_shipped(chosen.out)
        print(f"{len(SHIPPED)} shipped reports in {time.perf_counter() - began:.1f} s")
        return
    seeds = range(chosen.seed, chosen.seed + chosen.count)
    named = {f"bao-cao-{seed:05d}": compose(seed, long=chosen.long) for seed in seeds}
    producers = {
        name: ("libreoffice", "reportlab")[n % 2 : n % 2 + 1] if chosen.pdf == "alternate" else _PRODUCERS[chosen.pdf]
        for n, name in enumerate(named)
    }
    write(named, producers, chosen.out, chosen.out / "gold", scans=chosen.scan)
    print(f"{chosen.count} reports in {time.perf_counter() - began:.1f} s")


def write_shipped(out: Path) -> None:
    """The shipped corpus: `OUT/documents` and `OUT/gold`; PDFs by the two producers in turn."""
    named = {
        item.name: compose(item.seed, kind=item.kind, field=item.field, year=item.year, long=item.long)
        for item in SHIPPED
    }
    producers = {name: ("libreoffice", "reportlab")[n % 2 : n % 2 + 1] for n, name in enumerate(named)}
    write(named, producers, out / "documents", out / "gold")


def write(
    named: dict[str, Report], producers: dict[str, tuple[str, ...]], out: Path, gold: Path, *, scans: bool = False
) -> None:
    """All files of these reports; a second PDF of one report is called `NAME-reportlab.pdf`, a scan `NAME-scan.pdf`."""
    out.mkdir(parents=True, exist_ok=True)
    gold.mkdir(parents=True, exist_ok=True)
    office: list[Path] = []
    for name, report in named.items():
        path = out / f"{name}.docx"
        path.write_bytes(docx_bytes(report))
        if "libreoffice" in producers[name]:
            office.append(path)
        if "reportlab" in producers[name]:
            from corpus.generate.pdf import pdf_bytes

            second = "-reportlab" if "libreoffice" in producers[name] else ""
            (out / f"{name}{second}.pdf").write_bytes(pdf_bytes(report))
    if office:
        to_pdf(office, out)
    if scans:
        _scan(named, out)
    for name, report in named.items():
        forms = {}
        for form, file in (
            ("docx", f"{name}.docx"),
            ("pdf", f"{name}.pdf"),
            ("pdf-reportlab", f"{name}-reportlab.pdf"),
            ("scan", f"{name}-scan.pdf"),
        ):
            if (out / file).exists() and (form == "docx" or producers[name] or (form == "scan" and scans)):
                forms[form] = {"file": file, "sha256": hashlib.sha256((out / file).read_bytes()).hexdigest()}
        (gold / f"{name}.jsonl").write_text("\n".join(gold_lines(report, forms, name=name)) + "\n", encoding="utf-8")


def _scan(named: dict[str, Report], out: Path) -> None:
    from corpus.generate.pdf import pdf_bytes
    from corpus.generate.scan import scan_bytes

    for name, report in named.items():
        printed = out / f"{name}.pdf"
        data = printed.read_bytes() if printed.exists() else pdf_bytes(report)
        (out / f"{name}-scan.pdf").write_bytes(scan_bytes(data, report.seed))


if __name__ == "__main__":
    main()
