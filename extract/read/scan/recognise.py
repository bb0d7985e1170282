"""Tesseract: pixels → words with their places and how sure it is of each. The only module that talks to it.

tesserocr brings the engine in its wheel; the Vietnamese model is Debian's `tesseract-ocr-vie`. Without either,
`missing()` says what to install.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from extract.read.scan.pixels import Grey, as_image

#: Text in blocks (a page), in one block (a cell), in one line, one word.
Shape = Literal["page", "block", "line", "word"]
_MODES = {"page": 3, "block": 6, "line": 7, "word": 8}
#: What may stand in a column of numbers.
NUMBERS = "0123456789.,%/- "
_LANGUAGE = "vie"
_PLACES = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
)
_SMALLEST = 12  # pixels; less is no line of text
WHEEL_ADVICE = 'pip install "baocao[ocr]"'
MODEL_ADVICE = "apt-get install tesseract-ocr-vie"


class Seen(NamedTuple):
    """A word as it was recognised, in pixels of what was looked at; `confidence` from 0 to 1.

    `line` counts the printed lines; `base` is the height of its base line, `low` that of its lower-case letters.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float
    line: int
    base: float
    low: float


def model_folder() -> str | None:
    """Where the Vietnamese model lies; None where it is not installed. `TESSDATA_PREFIX` comes first."""
    named = os.environ.get("TESSDATA_PREFIX")
    for place in ([named, f"{named}/tessdata"] if named else []) + list(_PLACES):
        if Path(place, f"{_LANGUAGE}.traineddata").is_file():
            return place
    return None


def missing() -> str | None:
    """What to install before anything can be recognised; None where all is there."""
    try:
        _tesserocr()
    except ImportError:
        return WHEEL_ADVICE
    return None if model_folder() else MODEL_ADVICE


def version() -> str:
    """The version of the engine. Raises ImportError without it."""
    return str(_tesserocr().tesseract_version().split("\n")[0])


@lru_cache(maxsize=1)
def _tesserocr() -> Any:
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # one worker is one core; more threads only wait for each other
    import tesserocr

    return tesserocr


@lru_cache(maxsize=2)
def _engine(allowed: str) -> Any:
    """An engine for Vietnamese text, or for these characters only; made once, since loading the model takes a while."""
    ours = _tesserocr()
    engine = ours.PyTessBaseAPI(path=model_folder(), lang=_LANGUAGE, oem=ours.OEM.LSTM_ONLY)
    engine.SetVariable("debug_file", os.devnull)
    if allowed:
        engine.SetVariable("tessedit_char_whitelist", allowed)
    return engine


def recognised(grey: Grey, dpi: float, shape: Shape = "page", allowed: str = "") -> list[Seen]:
    """The words on a picture in reading order; none where it is too small or empty."""
    if min(grey.shape) < _SMALLEST:
        return []
    ours, engine = _tesserocr(), _engine(allowed)
    engine.SetPageSegMode(_MODES[shape])
    engine.SetImage(as_image(grey))
    engine.SetSourceResolution(max(70, min(int(dpi), 600)))
    if not engine.Recognize():
        return []
    iterator = engine.GetIterator()
    if iterator is None:
        return []
    return _words(iterator, ours)


def _words(iterator: Any, ours: Any) -> list[Seen]:
    word, line = ours.RIL.WORD, ours.RIL.TEXTLINE
    found: list[Seen] = []
    number, base, low = -1, ((0.0, 0.0), (1.0, 0.0)), 0.0
    for at in ours.iterate_level(iterator, word):
        if at.Empty(word):
            continue
        if number < 0 or at.IsAtBeginningOf(line):
            number += 1
            row = at.RowAttributes()
            low = row["row_height"] + row["descenders"] - row["ascenders"]
            base = at.Baseline(line) or base
        box, text = at.BoundingBox(word), (at.GetUTF8Text(word) or "").strip()
        if box is None or not text:
            continue
        (ax, ay), (bx, by) = base
        middle = (box[0] + box[2]) / 2
        height = ay + (by - ay) * (middle - ax) / (bx - ax) if bx != ax else float(ay)
        x0, top, x1, bottom = map(float, box)
        found.append(Seen(text, x0, top, x1, bottom, at.Confidence(word) / 100, number, height, float(low)))
    return found
