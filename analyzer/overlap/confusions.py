"""The model's known errors: how often it finds a theme that is there, and sees one that is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from analyzer.tables import Side

FEWEST = 10


@dataclass(frozen=True)
class Confusion:
    """How one theme was read in held-out statements that people had coded.

    Of `positives` that carry the theme `found` were read with it; of `negatives` that do not, `wrong` were.
    """

    positives: int
    found: int
    negatives: int
    wrong: int

    @property
    def sensitivity(self) -> float:
        """The share of statements with the theme that are read with it."""
        return self.found / self.positives if self.positives else 0.0

    @property
    def false_rate(self) -> float:
        """The share of statements without the theme that are read with it."""
        return self.wrong / self.negatives if self.negatives else 0.0

    def __add__(self, other: Confusion) -> Confusion:
        """Return both together."""
        return Confusion(*(one + two for one, two in zip(self.counts, other.counts, strict=True)))

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """The four counts, in the order of the fields."""
        return self.positives, self.found, self.negatives, self.wrong


@dataclass(frozen=True)
class Confusions:
    """The confusions of each theme on each side, from statements held out of the training."""

    sides: Mapping[Side, Mapping[str, Confusion]]

    @classmethod
    def of(cls, plain: Mapping[str, Mapping[str, Mapping[str, int]]]) -> Confusions:
        """Return confusions from plain values, as JSON has them: side, theme, the four counts by name."""
        return cls(
            {
                Side(side): {key: Confusion(**counts) for key, counts in found.items()}
                for side, found in plain.items()
            }
        )

    def pair(self, theme: str) -> tuple[Confusion, Confusion] | None:
        """Return the confusions of a theme inside and with customers; none where it was seldom seen.

        Where one side has fewer than `FEWEST` statements with the theme, both sides share their figures.
        """
        inside, customers = (self.sides.get(side, {}).get(theme, Confusion(0, 0, 0, 0)) for side in Side)
        if min(inside.positives, customers.positives) >= FEWEST:
            return inside, customers
        both = inside + customers
        return (both, both) if both.positives >= FEWEST else None
