"""The square in which the map is drawn: from shares to pixels, and names beside their points."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from analyzer.report.labels import Box, place_labels
from analyzer.report.rows import Row

_LEADER = 22.0


@dataclass(frozen=True)
class Plane:
    """A square of `size` pixels; both axes show shares from 0 to `top` on a square-root scale."""

    top: float
    size: int = 520

    @property
    def scale(self) -> alt.Scale:
        """The scale of both axes."""
        return alt.Scale(type="sqrt", domain=[0, self.top], nice=False)

    def pixels(self, inside: float, outside: float) -> tuple[float, float]:
        """Return where in the square (from its upper left corner) two shares are drawn."""
        return self._along(inside), self.size - self._along(outside)

    def shares(self, x: float, y: float) -> dict[str, float]:
        """Return the shares, as `x` and `y`, that are drawn at a place in the square."""
        return {"x": (x / self.size) ** 2 * self.top, "y": ((self.size - y) / self.size) ** 2 * self.top}

    def named(self, rows: Sequence[Row], taken: Sequence[Box]) -> list[Row]:
        """Return the rows with the middle of their names (`x`, `y`) and the end of a leader line
        (`lead_x`, `lead_y`), which is the point itself where the name stands beside it.
        """
        points = [self.pixels(row["inside"], row["outside"]) for row in rows]
        boxes = place_labels(points, [row["name"] for row in rows], size=self.size, taken=taken)
        return [
            {**row, **self.shares(box.x, box.y), **self._lead(point, box)}
            for row, point, box in zip(rows, points, boxes, strict=True)
        ]

    def _along(self, share: float) -> float:
        return math.sqrt(share / self.top) * self.size

    def _lead(self, point: tuple[float, float], box: Box) -> Row:
        x = min(max(point[0], box.x - box.width / 2), box.x + box.width / 2)
        far = math.hypot(x - point[0], box.y - point[1]) > _LEADER
        end = self.shares(x, box.y) if far else self.shares(*point)
        return {"lead_x": end["x"], "lead_y": end["y"]}


def plane_of(rows: Sequence[Row]) -> Plane:
    """Return the plane that holds all points of `rows` with their intervals."""
    highest = max((max(row["inside_high"], row["outside_high"]) for row in rows), default=0.0)
    return Plane(min(max(math.ceil(highest * 20) / 20, 0.1), 1.0))
