"""Fills the sentence templates of the vocabulary: `{n:hồ sơ:900}`, `{c:implements}` become text with planted facts.

Placeholders: citations `{c}`, `{list}`, `{seq}`, `{veto}`, `{amend}`, `{law}`, `{again}`, `{short}`, `{pin}`, `{party}`, `{joint}`, `{urgent}`,
`{meeting}`, `{alias}`, `{issue}`, `{evidence}`, `{basis}`; numbers `{n:UNIT:MAX}`, `{a:…}`, `{u:…}`, `{d:…}`, `{p}`, `{ch}`, `{pp}`, `{r:UNIT}`, `{rp:UNIT}`,
`{m}`, `{m2}`, `{m2ha}`, `{usd}`, `{range:UNIT}`, `{zero:UNIT:REST}`, `{w:UNIT}`; plain words `{me}`, `{period}` … given by the caller.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random

from corpus.generate.citations import Citing
from corpus.generate.named import alias, meeting
from corpus.generate.numbers import Counting
from corpus.generate.planted import Piece, Planted

_HOLE = re.compile(r"\{(\w+)((?::[^{}:]*)*)\}")
_ABOUT = ("ước", "ước đạt", "khoảng", "trên", "dưới", "trị giá", "giảm còn", "tăng", "giảm")
_RELATIONS = (
    ("thực hiện", "implements"),
    ("triển khai", "implements"),
    ("căn cứ", "basis"),
    ("trên cơ sở", "basis"),
    ("theo", "basis"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Writes sentences for one report."""

    rng: Random
    citing: Citing
    counting: Counting
    me: tuple[str, str]
    words: Mapping[str, str]

    def write(self, template: str, **pieces: Piece) -> Planted:
        """The template with its holes filled; the first letter in capital."""
        made, last = Planted(""), 0
        for hole in _HOLE.finditer(template):
            made += template[last : hole.start()]
            arguments = [a for a in hole[2].split(":") if a]
            made += self._fill(hole[1], arguments, template[: hole.start()], pieces)
            last = hole.end()
        return _as_lists((made + template[last:]).capitalised())

    def _fill(self, name: str, arguments: list[str], before: str, pieces: Mapping[str, Piece]) -> Piece:
        if name in pieces:
            return pieces[name]
        if name == "me":
            return self.me[0]
        if name in self.words:
            return self.words[name]
        citing = self.citing
        counting = self.counting.quiet() if before.rstrip().endswith(_ABOUT) else self.counting
        relation = arguments[0] if arguments and arguments[0] in ("implements", "basis") else _relation(before)
        first = arguments[0] if arguments else ""
        largest = int(arguments[1]) if len(arguments) > 1 and arguments[1].isdigit() else 900
        makers: dict[str, Callable[[], Piece]] = {
            "c": lambda: citing.full(relation), "list": lambda: citing.shared(relation), "seq": lambda: citing.shared(relation, nouns=False),
            "veto": lambda: citing.veto(relation), "amend": lambda: citing.amending(relation), "law": lambda: citing.law(relation),
            "again": lambda: citing.again(relation), "short": lambda: citing.short(relation), "pin": citing.pin,
            "party": lambda: citing.full(relation, ("PARTY",)), "joint": lambda: citing.full(relation, ("TTLT",)), "urgent": lambda: citing.full(relation, ("CD",)),
            "meeting": lambda: meeting(self.rng, relation), "alias": lambda: alias(relation), "evidence": citing.evidence,
            "issue": lambda: citing.issued(self.me),
            "n": lambda: counting.count(first, largest), "a": lambda: counting.amount(first, largest), "u": lambda: counting.measure(first, largest),
            "d": lambda: counting.count(first, largest), "p": counting.percent, "ch": counting.change, "pp": counting.points,
            "r": lambda: counting.ratio(first), "rp": lambda: counting.ratio_percent(first), "m": counting.money, "m2": counting.money_of,
            "m2ha": lambda: counting.measure_of("ha"), "usd": counting.dollars, "range": lambda: counting.range(first),
            "zero": lambda: counting.none(first, arguments[1]), "w": lambda: counting.words(first),
        }  # fmt: skip
        return makers[name]()


_LINK = re.compile(r"(?:,| và| cùng) ")


def _as_lists(made: Planted) -> Planted:
    """Two mentions that stand side by side read as a list, and its issuer as shared where both bear one code (`CONTRACT`, Conventions)."""
    facts = list(made.facts)
    mentions = sorted((n for n, f in enumerate(facts) if f.table == "citations"), key=lambda n: facts[n].start)
    for one, other in zip(reversed(mentions[:-1]), reversed(mentions[1:]), strict=True):
        first, second = facts[one].fields, facts[other].fields
        if not _LINK.fullmatch(made.text[facts[one].end : facts[other].start]) or first["form"] != "full":
            continue
        if first["issuer"] is not None or second.get("issuer_source") not in ("after", "shared"):
            continue
        codes = {first.get("issuer_code"), second.get("issuer_code")}
        shared = {"issuer": second["issuer"], "issuer_source": "shared"}
        if len(codes) == 1 and None not in codes:
            facts[one] = replace(facts[one], fields={**first, **shared})
        elif None in codes or codes <= {"UBND", "UBT", "CTUBND"}:
            also = {**first.get("also", {}), **{name: [value] for name, value in shared.items()}}
            facts[one] = replace(facts[one], fields={**first, "also": also})
    return Planted(made.text, tuple(facts))


def _relation(before: str) -> str | None:
    """The role that the words right before the citation give it; None where readers may differ, and the gold states none."""
    words = before.rstrip().lower()
    return next((role for verb, role in _RELATIONS if words.endswith(verb)), None)
