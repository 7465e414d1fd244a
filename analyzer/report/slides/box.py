"""Places on a slide, in points from its upper left corner."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pptx.util import Pt

MARGIN = 44.0


@dataclass(frozen=True)
class Box:
    """A rectangle on a slide in points, by its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    def halves(self, gap: float = 28.0) -> tuple[Box, Box]:
        """Return the left and the right half."""
        width = (self.width - gap) / 2
        return replace(self, width=width), replace(self, x=self.x + width + gap, width=width)

    def rows(self, count: int, gap: float = 8.0) -> list[Box]:
        """Return `count` boxes of like height, one below the other."""
        height = (self.height - gap * (count - 1)) / count
        return [replace(self, y=self.y + i * (height + gap), height=height) for i in range(count)]

    def below(self, y: float) -> Box:
        """Return what is left of the box from `y` on."""
        return replace(self, y=y, height=self.y + self.height - y)

    def inside(self, margin: float) -> Box:
        """Return the box without a margin."""
        return Box(self.x + margin, self.y + margin, self.width - 2 * margin, self.height - 2 * margin)

    @property
    def points(self) -> tuple[Pt, Pt, Pt, Pt]:
        """What python-pptx wants: left, top, width, height."""
        return Pt(self.x), Pt(self.y), Pt(self.width), Pt(self.height)


PAGE = Box(0, 0, 960, 540)
BODY = Box(MARGIN, 80, PAGE.width - 2 * MARGIN, PAGE.height - 80 - 28)
