"""What a reader must do with any file whatever: read it, or say in one sentence why not. In time, and without an invention."""

from __future__ import annotations

import traceback
import unicodedata
from collections.abc import Iterator

from extract.facts import Fact
from extract.pipeline import Facts, extract_facts
from extract.read import read
from extract.read.errors import ReadError


def complaint(data: bytes) -> str | None:
    """What is wrong with how these bytes are read; None if nothing is."""
    try:
        facts = extract_facts(read(data))
    except ReadError as error:
        return None if str(error).strip() else f"{type(error).__name__} without a message"
    except Exception as error:
        where = [
            frame
            for frame in traceback.extract_tb(error.__traceback__)
            if "/extract/" in frame.filename or "/patterns/" in frame.filename
        ]
        place = f"{where[-1].filename.rpartition('/extract/')[2]}:{where[-1].lineno}" if where else "?"
        return f"{type(error).__name__} at {place}"
    return next(faults(facts), None)


def faults(facts: Facts) -> Iterator[str]:
    """What no document may lead to: facts that do not stand where they say, text that is not NFC, facts of one name."""
    texts = {block.path: block.text for block in facts.document.blocks}
    if len(texts) != len(facts.document.blocks):
        yield "two blocks of one path"
    for text in texts.values():
        if not unicodedata.is_normalized("NFC", text):
            yield "text not in NFC"
        if any(0xD800 <= ord(character) < 0xE000 or character == "\x00" for character in text):
            yield "a character that cannot be stored"
    for table in ("citations", "quantities", "entities"):
        found: tuple[Fact, ...] = getattr(facts, table)
        if len({fact.fact_id for fact in found}) != len(found):
            yield f"two {table} of one name"
        for fact in found:
            if texts[fact.block or ""][fact.char_start : fact.char_end] != fact.surface:
                yield f"{table}: a surface that does not stand in its block"
