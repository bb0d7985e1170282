"""Stable identifiers: sha256 of a document's bytes, short hashes for facts and archive keys."""

from __future__ import annotations

import hashlib


def document_id(data: bytes) -> str:
    """sha256 of the bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def short_hash(*parts: object) -> str:
    """16 hexadecimal digits that name these parts; the same parts give the same digits everywhere."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.blake2b(joined.encode(), digest_size=8).hexdigest()


def fact_id(doc_id: str, table: str, block: str, start: int, end: int, discriminator: str = "") -> str:
    """Identifier of a fact by its place; stable while the reader's version is."""
    return short_hash(doc_id, table, block, start, end, discriminator)
