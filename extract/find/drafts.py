"""A citation in the making: found first, then given date, issuer, title and role by the modules beside this one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from patterns.document_numbers import DocumentNumber
from patterns.document_types import TypeName


@dataclass(slots=True, eq=False)
class Draft:
    """A mention at `start:end` of the joined text. `core_end` is where number or name ends; `end` grows with date and issuer.

    `own_noun` is False where it takes its noun from the mention before it, `gap` is the text between noun and number, `lead` the words
    before a colon that lead in its list. `outer` is the mention
    it stands in. `notes` say why something is null; they end up in the `rule` column.
    """

    start: int
    end: int
    core_end: int
    block: int
    form: str
    rule: str
    kind: TypeName | None = None
    type: str | None = None
    number: DocumentNumber | None = None
    number_text: str | None = None
    number_raw: str | None = None
    sequence: int | None = None
    suffix: str | None = None
    year: int | None = None
    title: str | None = None
    title_span: tuple[int, int] | None = None
    issued_on: dt.date | None = None
    issued_on_source: str | None = None
    issuer: str | None = None
    issuers: tuple[str, ...] = ()
    issuer_span: tuple[int, int] | None = None
    issuer_source: str | None = None
    relation: str | None = None
    relation_verb: str | None = None
    article: str | None = None
    outer: Draft | None = None
    doubtful: bool = False
    own_noun: bool = True
    gap: tuple[int, int] | None = None
    lead: tuple[int, int] | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def issuer_code(self) -> str | None:
        """The issuer code in its symbol."""
        return self.number.issuer_code if self.number else None
