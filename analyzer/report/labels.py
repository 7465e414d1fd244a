"""Places for the names beside the points of a chart, so that no two of them overlap."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_LETTER = 6.9
_LINE = 15.0
_RINGS = (0.0, 7.0, 16.0, 28.0, 42.0, 58.0, 78.0, 100.0)
_ANGLES = tuple(math.pi * step / 8 for step in (0, 8, 4, 12, 2, 14, 6, 10, 1, 15, 7, 9, 3, 13, 5, 11))


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels, by its middle and its size."""

    x: float
    y: float
    width: float
    height: float

    def common(self, other: Box) -> float:
        """Return the area in square pixels that both cover."""
        wide = (self.width + other.width) / 2 - abs(self.x - other.x)
        high = (self.height + other.height) / 2 - abs(self.y - other.y)
        return max(wide, 0.0) * max(high, 0.0)

    def outside(self, size: float) -> float:
        """Return by how many pixels the box leaves the square from 0 to `size`."""
        over_x = abs(self.x - size / 2) + self.width / 2 - size / 2
        over_y = abs(self.y - size / 2) + self.height / 2 - size / 2
        return max(over_x, 0.0) + max(over_y, 0.0)


def text_box(x: float, y: float, text: str) -> Box:
    """Return the room that a 12 pixel text takes when its middle is at (x, y)."""
    return Box(x, y, len(text) * _LETTER + 8, _LINE)


def place_labels(
    points: Sequence[tuple[float, float]], texts: Sequence[str], *, size: float, taken: Sequence[Box] = ()
) -> list[Box]:
    """Return one box a text, near its point and clear of the points, of `taken` and of each other.

    Points are pixels in a square of `size`. The most crowded points choose first; each takes the
    nearest free place on rings around its point, or the least bad one where none is free.
    """
    marks = [Box(x, y, 13, 13) for x, y in points]
    order = sorted(range(len(points)), key=lambda i: -_crowd(points, i))
    placed: dict[int, Box] = {}
    for i in order:
        blocked = [*taken, *marks, *placed.values()]
        placed[i] = min(_candidates(points[i], texts[i]), key=lambda box: _cost(box, marks[i], blocked, size))
    return [placed[i] for i in range(len(points))]


def _candidates(point: tuple[float, float], text: str) -> list[Box]:
    width = text_box(0, 0, text).width
    return [
        text_box(
            point[0] + math.cos(angle) * (width / 2 + 8 + ring),
            point[1] + math.sin(angle) * (_LINE / 2 + 8 + ring),
            text,
        )
        for ring in _RINGS
        for angle in _ANGLES
    ]


def _cost(box: Box, own: Box, blocked: Sequence[Box], size: float) -> float:
    overlaps = sum(box.common(other) for other in blocked)
    return overlaps * 10 + box.outside(size) * 100 + math.hypot(box.x - own.x, (box.y - own.y) * 2) / 100


def _crowd(points: Sequence[tuple[float, float]], i: int) -> float:
    x, y = points[i]
    return sum(1 / (30 + math.hypot(x - other[0], y - other[1])) for other in points)
