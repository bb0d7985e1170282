"""From `scale.json` to the tables of `docs/scale.md`: what was measured, and what follows for archives that were not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from corpus.bench.scale import RESULT

MILLION = 1_000_000
#: Documents of a bucket, tables of a document, and most buckets (`extract.store.buckets`).
PER_FILE, TABLES, MOST_FILES = 256, 8, 65_536
#: What the process that leads is taken to have, and how long a night is.
LEADING_GB, NIGHT_HOURS = 64, 12


def result() -> dict[str, Any]:
    """What `python -m corpus.bench.scale --write` left."""
    found: dict[str, Any] = json.loads(RESULT.read_text(encoding="utf-8"))
    return found


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|---{'|--:' * (len(head) - 1)}|"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _number(value: float) -> str:
    """Two figures that count."""
    if value >= 100:
        return f"{float(f'{value:.3g}'):,.0f}"
    return f"{value:.2g}" if value < 10 else f"{value:.0f}"


def million() -> Iterator[str]:
    """What a million pages cost, of digital prints and of scans; and a million Word files."""
    told = result()
    rows = []
    for name, label, per in (
        ("digital", "digital PDF", "pages"),
        ("scanned", "scan, 200 dpi", "pages"),
        ("word", "DOCX (a million documents)", "documents"),
    ):
        one = told[name]
        scale = MILLION / one[per]
        rows.append(
            (
                label,
                f"{one['documents']:,} / {one['pages'] or '–'}",
                _number(one["reading_cpu"] * scale / 3600),
                # two scans say nothing of it: most of it is the start of the run
                _number(one["leading_cpu"] * scale / 3600) if one["documents"] >= 100 else "–",
                _number(one["worker_mb"]),
                _number(one["table_bytes"] * scale / 2**30),
                _number(one["source_bytes"] * scale / 2**30),
            )
        )
    head = (
        "a million pages", "measured on documents / pages", "CPU hours, reading", "CPU hours, leading", "memory of a worker, MB",
        "tables, GB", "sources, GB",
    )  # fmt: skip
    yield from _table(head, rows)


def national() -> Iterator[str]:
    """A hundred million pages: as digital prints, as scans, and three quarters prints."""
    told = result()
    rows = []
    for label, share in (("all digital", 0.0), ("a quarter scanned", 0.25), ("all scanned", 1.0)):
        cost = {
            key: 100 * MILLION * ((1 - share) * told["digital"][key] / told["digital"]["pages"] + share * told["scanned"][key] / told["scanned"]["pages"])
            for key in ("reading_cpu", "table_bytes", "source_bytes")
        }  # fmt: skip
        hours = cost["reading_cpu"] / 3600
        rows.append(
            (
                label,
                _number(hours),
                _number(hours / (30 * 24)),
                _number(cost["table_bytes"] / 2**40),
                _number(cost["source_bytes"] / 2**40),
            )
        )
    yield from _table(("100 million pages", "CPU hours", "cores for 30 days", "tables, TB", "sources, TB"), rows)


def per_document() -> dict[str, float]:
    """What the parts that see the whole archive cost by document, with the documents and mentions of the digital reports."""
    told = result()
    digital = told["digital"]
    ledgers = [told[name] for name in told if name.startswith("ledger")]
    indexes = [told[name] for name in told if name.startswith("index")]
    first, last = ledgers[0], ledgers[-1]
    return {
        "pages": digital["pages"] / digital["documents"],
        "mentions": digital["mentions"] / digital["documents"],
        "facts": digital["facts"] / digital["documents"],
        "ledger_mb": (last["mb"] - first["mb"]) / (last["documents"] - first["documents"]),
        "ledger_seconds": last["seconds"] / last["documents"],
        "index_seconds": indexes[-1]["cpu"] / indexes[-1]["mentions"] * digital["mentions"] / digital["documents"],
        "index_bytes": indexes[-1]["disk_bytes"] / indexes[-1]["mentions"] * digital["mentions"] / digital["documents"],
        "reading_seconds": digital["reading_cpu"] / digital["documents"],
        "requests": sum(told["requests"][name] for name in ("GET", "HEAD", "PUT", "POST", "DELETE") if name in told["requests"])
        / told["requests"]["documents"],
    }  # fmt: skip


def grown() -> Iterator[str]:
    """How the parts that see the whole archive grow, as measured."""
    told = result()
    yield from _table(
        ("ledger of documents", "read from the tables, s", "held, MB"),
        [
            (f"{one['documents']:,}", _number(one["seconds"]), _number(one["mb"]))
            for name, one in told.items()
            if name.startswith("ledger")
        ],
    )
    yield ""
    yield from _table(
        ("index of mentions", "s", "µs a mention", "memory beyond the start, MB", "passing files, MB"),
        [
            (
                f"{one['mentions']:,}",
                _number(one["seconds"]),
                _number(one["cpu"] / one["mentions"] * 1e6),
                _number(one["mb"]),
                _number(one["disk_bytes"] / 2**20),
            )
            for name, one in told.items()
            if name.startswith("index")
        ],
    )


def bends() -> Iterator[str]:
    """What each of these parts needs at growing archives; in bold what is beyond the process that leads, or beyond a night."""
    one, told = per_document(), result()
    handed = told["scheduler"]["units"] / told["scheduler"]["seconds"]
    sizes = [size * MILLION for size in (1, 10, 100, 1000)]

    def row(label: str, values: list[float], limit: float, unit: str) -> tuple[str, ...]:
        told = [f"{_number(value)} {unit}".strip() for value in values]
        return (label, *(f"**{text}**" if value > limit else text for text, value in zip(told, values, strict=True)))

    documents = [pages / one["pages"] for pages in sizes]
    rows = [
        row("documents", documents, PER_FILE * MOST_FILES, ""),
        row("ledger, memory", [n * one["ledger_mb"] / 1024 for n in documents], LEADING_GB, "GB"),
        row("ledger, read at the start", [n * one["ledger_seconds"] / 3600 for n in documents], NIGHT_HOURS, "h"),
        row("index, one core", [n * one["index_seconds"] / 3600 for n in documents], NIGHT_HOURS, "h"),
        row("index, passing files", [n * one["index_bytes"] / 2**30 for n in documents], 1024, "GB"),
        row("files in all tables", [min(MOST_FILES, 2 ** max(0, (int(n / PER_FILE)).bit_length())) * TABLES for n in documents], MOST_FILES * TABLES / 2, ""),
        row("requests to object storage", [n * one["requests"] / MILLION for n in documents], 1000, "million"),
        row("chance that two facts share an id", [min(1.0, (n * one["facts"]) ** 2 / 2**65) for n in documents], 0.01, ""),
    ]  # fmt: skip
    yield from _table(("at", *(f"{size // MILLION:,} million pages" for size in sizes)), rows)
    yield ""
    yield (
        f"The scheduler handed out {handed:,.0f} units of work a second; a digital report takes {one['reading_seconds']:.2f} s of a core, so that it "
        f"keeps about {handed * one['reading_seconds']:,.0f} cores busy. Requests to object storage: {one['requests']:.0f} a document."
    )
