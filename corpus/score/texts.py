"""When two written values are the same value: the little that METRIC.md forgives, and nothing else."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_TONES = {
    "oà": "òa",
    "oá": "óa",
    "oả": "ỏa",
    "oã": "õa",
    "oạ": "ọa",
    "oè": "òe",
    "oé": "óe",
    "oẻ": "ỏe",
    "oẽ": "õe",
    "oẹ": "ọe",
}
_TONES |= {"uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}
_TONE = re.compile(r"(?<![qQ])(oà|oá|oả|oã|oạ|oè|oé|oẻ|oẽ|oẹ|uỳ|uý|uỷ|uỹ|uỵ)(?![a-zà-ỹ])")
_HYPHENS = re.compile("[\u00ad\u2010\u2011\u2012\u2013\u2014\u2212]")
_AROUND = re.compile(r"\s*([/-])\s*")
_LEADING = re.compile(r"^[\s+\-•*]+")
_BODIES = (
    (re.compile(r"\b(?:tt\.?|thường trực)\s+(?=(?:ubnd|hđnd|ủy ban|hội đồng))"), "thường trực "),
    (re.compile(r"\bvp\.?\s*(?=ubnd|hđnd)"), "văn phòng "),
    (re.compile(r"\bubnd\b"), "ủy ban nhân dân"),
    (re.compile(r"\bhđnd\b"), "hội đồng nhân dân"),
    (re.compile(r"\bubtvqh\b"), "ủy ban thường vụ quốc hội"),
    (re.compile(r"\bubmttq\b"), "ủy ban mặt trận tổ quốc"),
    (re.compile(r"\bbch\b"), "ban chấp hành"),
    (re.compile(r"\bbtv\b"), "ban thường vụ"),
    (re.compile(r"\btw\b"), "trung ương"),
    (re.compile(r"\btp\.?\s+"), "thành phố "),
    (re.compile(r"^thủ tướng$"), "thủ tướng chính phủ"),
    (re.compile(r"^(ban bí thư|ban chấp hành trung ương) (?:trung ương )?đảng(?: cộng sản việt nam)?$"), r"\1"),
)


def plain(text: str) -> str:
    """NFC, one kind of white space and hyphen; letter case kept."""
    return " ".join(_HYPHENS.sub("-", unicodedata.normalize("NFC", text)).split())


def unspaced(text: str) -> str:
    """`plain` without white space around `/` and `-`, which readers repair in symbols (`15/ KH- UBND`)."""
    return _AROUND.sub(r"\1", plain(text))


def folded(text: str) -> str:
    """`plain`, lower case, tone marks in their new place, i/y of tỉ/tỷ and kỉ/kỷ alike."""
    lowered = _TONE.sub(lambda found: _TONES[found[0]], plain(text).lower())
    return lowered.replace("tỷ", "tỉ").replace("kỷ", "kỉ")


def body_name(text: str) -> str:
    """A body's name as compared: abbreviations written out, letter case aside."""
    name = folded(text).strip(" .,;:")
    for pattern, words in _BODIES:
        name = pattern.sub(words, name)
    return " ".join(name.split())


def symbol(text: str) -> str:
    """A number with its symbol as compared: no white space; letter case kept, it tells QĐ from QĐi and TTr from TTR."""
    return "".join(plain(text).split())


def fingerprint(text: str) -> str:
    """16 hexadecimal digits that stand for a text in gold of published documents: no white space, case, leading dash."""
    bare = "".join(_LEADING.sub("", folded(text)).split()).rstrip(".;:,")
    return hashlib.sha256(bare.encode()).hexdigest()[:16]
