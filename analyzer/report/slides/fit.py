"""How much room a text takes on a slide, and how to make it fit."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analyzer.report.plain import one_line

SMALLEST = 12
LINE = 1.22
"""Height of a line in times the size of its letters."""

_WIDEST = 1000
_ROOM = 0.97
_CUT = "…"


@dataclass(frozen=True)
class Fitted:
    """A text that fits, with the size of its letters in points and the lines it takes."""

    text: str
    size: int
    lines: int

    @property
    def height(self) -> float:
        """The height in points."""
        return self.lines * self.size * LINE


def fit(text: str, *, width: float, height: float, sizes: Sequence[int], bold: bool = False) -> Fitted:
    """Return the text in the largest of `sizes` (points, falling) in which it fits into a box in points.

    Where it fits in none, it is cut at a word in the last of them and ends in an ellipsis.
    """
    text = one_line(text)
    for size in sizes:
        lines = _lines(text, width * _ROOM, size, bold)
        if len(lines) * size * LINE <= height:
            return Fitted(text, size, max(len(lines), 1))
    most = max(int(height // (sizes[-1] * LINE)), 1)
    return _cut(text, most, width * _ROOM, sizes[-1], bold)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width in points of a text in one line of Arial; letters unknown count as a square."""
    known = _widths("bold" if bold else "regular")
    return sum(known.get(letter, _WIDEST) for letter in text) * size / 1000


def _cut(text: str, most: int, width: float, size: int, bold: bool) -> Fitted:
    words = " ".join(_lines(text, width, size, bold)[:most]).split(" ")
    while words:
        shorter = " ".join(words).rstrip(" ,;:–-") + " " + _CUT
        if len(_lines(shorter, width, size, bold)) <= most:
            return Fitted(shorter, size, most)
        words.pop()
    return Fitted(_CUT, size, 1)


def _lines(text: str, width: float, size: int, bold: bool) -> list[str]:
    lines, line = [], ""
    for word in _pieces(text, width, size, bold):
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size, bold=bold) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def _pieces(text: str, width: float, size: int, bold: bool) -> Iterator[str]:
    """Yield the words, those wider than a line in pieces."""
    for word in text.split(" "):
        piece = ""
        for letter in word:
            if piece and text_width(piece + letter, size, bold=bold) > width:
                yield piece
                piece = ""
            piece += letter
        yield piece


@cache
def _widths(style: str) -> dict[str, int]:
    """Return {letter: width in thousandths of its size} of Liberation Sans, which is as wide as Arial."""
    table = json.loads((Path(__file__).parent / "letter_widths.json").read_text(encoding="utf-8"))
    return {letter: int(width) for width, letters in table[style].items() for letter in letters}
