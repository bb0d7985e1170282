"""Ruling lines of a page: strokes, thin filled rectangles and box edges, in displayed points.

Word draws borders as thin filled rectangles, LibreOffice as strokes, others as boxes; all become `Rule`s.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as raw

from extract.read.pdf.page import Rule

_THIN = 3.0
_SHORTEST = 2.0
_JOIN = 2.5
_SAME = 1.2
_DEEPEST_FORM = 4
_MOST_OBJECTS = 400_000
_MOST_SEGMENTS = 400

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Transform:
    """From PDF user space to the displayed page: crop box off, rotation applied, y downwards."""

    rotation: int
    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def of(cls, rotation: int, left: float, bottom: float, right: float, top: float) -> Transform:
        """`rotation` in quarter turns clockwise; the box is the visible one, in user space."""
        return cls(rotation % 4, left, bottom, right, top)

    @property
    def straight(self) -> bool:
        """Whether the page is not rotated."""
        return self.rotation == 0

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """x0, top, x1, bottom on the displayed page."""
        if self.rotation == 0:
            return x0 - self.left, self.top - y1, x1 - self.left, self.top - y0
        if self.rotation == 1:
            return y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left
        if self.rotation == 2:
            return self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom
        return self.top - y1, self.right - x1, self.top - y0, self.right - x0


def page_rules(page: Any, place: Transform) -> tuple[tuple[Rule, ...], tuple[Rule, ...], float]:
    """Horizontal and vertical rules, merged and sorted, and the area that images cover."""
    horizontal: list[Rule] = []
    vertical: list[Rule] = []
    images = 0.0
    count = raw.FPDFPage_CountObjects(page)
    values = [ctypes.c_float() for _ in range(4)]
    references = [ctypes.byref(value) for value in values]
    left, bottom, right, top = values
    objects: list[tuple[Any, Any, int, Matrix | None, int]] = [
        (raw.FPDFPage_GetObject, page, min(count, _MOST_OBJECTS), None, 0)
    ]
    while objects:
        getter, holder, number, matrix, depth = objects.pop()
        for index in range(number):
            item = getter(holder, index)
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                continue
            if kind == raw.FPDF_PAGEOBJ_FORM:
                if depth < _DEEPEST_FORM:
                    inner = raw.FPDFFormObj_CountObjects(item)
                    both = _times(_matrix(item), matrix)
                    objects.append((raw.FPDFFormObj_GetObject, item, inner, both, depth + 1))
                continue
            if not raw.FPDFPageObj_GetBounds(item, *references):
                continue
            box = _moved(matrix, left.value, bottom.value, right.value, top.value)
            if kind == raw.FPDF_PAGEOBJ_IMAGE:
                images += (box[2] - box[0]) * (box[3] - box[1])
            elif kind == raw.FPDF_PAGEOBJ_PATH and not _is_white(item):
                _path(item, place, box, matrix, horizontal, vertical)
    return _merged(horizontal), _merged(vertical), images


def _is_white(item: Any) -> bool:
    """Whether a path is drawn in white, so that nobody sees it."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    get = raw.FPDFPageObj_GetStrokeColor if stroke.value else raw.FPDFPageObj_GetFillColor
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    found = get(item, ctypes.byref(red), ctypes.byref(green), ctypes.byref(blue), ctypes.byref(alpha))
    return bool(found) and min(red.value, green.value, blue.value) >= 250


def _path(
    item: Any,
    place: Transform,
    box: tuple[float, float, float, float],
    matrix: Matrix | None,
    horizontal: list[Rule],
    vertical: list[Rule],
) -> None:
    x0, top, x1, bottom = place.box(*box)
    if _line(x0, top, x1, bottom, horizontal, vertical):
        return
    segments = raw.FPDFPath_CountSegments(item)
    if segments > _MOST_SEGMENTS:
        return
    fill = ctypes.c_int()
    stroke = ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    if stroke.value or segments > 5:
        own = _times(_matrix(item), matrix)
        _segments(item, segments, own, place, horizontal, vertical, filled=not stroke.value)


def _line(x0: float, top: float, x1: float, bottom: float, horizontal: list[Rule], vertical: list[Rule]) -> bool:
    """Take a box thin enough to be a line as one; False if it is no line. Dots are swallowed."""
    wide, high = x1 - x0, bottom - top
    if high <= _THIN and wide > high:
        if wide >= _SHORTEST:
            horizontal.append(Rule((top + bottom) / 2, x0, x1))
        return True
    if wide <= _THIN:
        if high >= _SHORTEST:
            vertical.append(Rule((x0 + x1) / 2, top, bottom))
        return True
    return False


def _segments(
    item: Any,
    count: int,
    matrix: Matrix | None,
    place: Transform,
    horizontal: list[Rule],
    vertical: list[Rule],
    *,
    filled: bool,
) -> None:
    """Edges of a stroked path; of a filled one with several parts, the parts that are thin boxes."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    parts: list[list[tuple[float, float]]] = [points]
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        if not raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            continue
        point = _point(matrix, x.value, y.value)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO and points:
            points = []
            parts.append(points)
        points.append(point)
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    for part in parts:
        if filled:
            xs, ys = [p[0] for p in part], [p[1] for p in part]
            if part:
                _line(*place.box(min(xs), min(ys), max(xs), max(ys)), horizontal, vertical)
            continue
        for (ax, ay), (bx, by) in pairwise(part):
            if abs(ax - bx) < _SAME or abs(ay - by) < _SAME:
                _line(*place.box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)), horizontal, vertical)


def _matrix(item: Any) -> Matrix | None:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix)):
        return None
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(inner: Matrix | None, outer: Matrix | None) -> Matrix | None:
    if inner is None or outer is None:
        return inner or outer
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _point(matrix: Matrix | None, x: float, y: float) -> tuple[float, float]:
    if matrix is None:
        return x, y
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _moved(matrix: Matrix | None, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
    if matrix is None:
        return x0, y0, x1, y1
    (ax, ay), (bx, by) = _point(matrix, x0, y0), _point(matrix, x1, y1)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _merged(rules: list[Rule]) -> tuple[Rule, ...]:
    """Pieces of one line joined: the same coordinate within `_SAME`, gaps up to `_JOIN`."""
    if not rules:
        return ()
    rules.sort()
    groups: list[list[Rule]] = [[rules[0]]]
    for rule in rules[1:]:
        if rule.at - groups[-1][-1].at <= _SAME and rule.at - groups[-1][0].at <= 2 * _SAME:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    merged: list[Rule] = []
    for group in groups:
        at = sum(rule.at for rule in group) / len(group)
        group.sort(key=lambda rule: rule.start)
        start, end = group[0].start, group[0].end
        for rule in group[1:]:
            if rule.start <= end + _JOIN:
                end = max(end, rule.end)
            else:
                merged.append(Rule(at, start, end))
                start, end = rule.start, rule.end
        merged.append(Rule(at, start, end))
    return tuple(merged)
