"""How ordinary teams and ordinary complaints overlap anyway, and whether this map shows more than that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from analyzer.overlap.likeness import FEWEST, divergence, kinds, likeness
from analyzer.tables import Side

Floats = NDArray[np.float64]

_FEWEST_SOURCES = 3


class Place(StrEnum):
    """Where the overlap found lies beside what is ordinary."""

    ABOVE = "above"
    WITHIN = "within"
    BELOW = "below"


@dataclass(frozen=True)
class Source:
    """An ordinary collection: of its tension statements, `shares` carry each theme.

    `profile` is the same with the weight of a statement shared equally by its themes.
    """

    name: str
    shares: Mapping[str, float]
    profile: Mapping[str, float]


@dataclass(frozen=True)
class Ordinary:
    """Collections of teams and of customers that have nothing to do with each other, read alike."""

    sides: Mapping[Side, tuple[Source, ...]]

    @classmethod
    def of(cls, plain: Mapping[str, Mapping[str, Mapping[str, Mapping[str, float]]]]) -> Ordinary:
        """Return collections from plain values, as JSON has them: side, name, `shares` and `profile`."""
        return cls(
            {
                Side(side): tuple(
                    Source(name, each["shares"], each["profile"]) for name, each in found.items()
                )
                for side, found in plain.items()
            }
        )

    def span(self, side: Side, theme: str) -> tuple[float, float] | None:
        """Return the lowest and highest share of a theme in the collections of a side, if all know it."""
        shares = [source.shares.get(theme) for source in self.sides.get(side, ())]
        known = [share for share in shares if share is not None]
        return (min(known), max(known)) if len(known) == len(shares) >= _FEWEST_SOURCES else None


@dataclass(frozen=True)
class Comparison:
    """The overlap found beside that of each side with ordinary collections of the other, lowest to highest.

    `team`: this team with complaints to others; `customers`: these customers with other teams; `place`:
    where what was found lies. `spans`: for each theme both sides' ordinary shares, lowest and highest.
    """

    team: tuple[float, float]
    customers: tuple[float, float]
    place: Place
    spans: Mapping[str, Mapping[Side, tuple[float, float]]]


def compared(
    internal: Floats, customer: Floats, keys: Sequence[str], ordinary: Ordinary, *, seed: int
) -> Comparison | None:
    """Return how the overlap of two tables (documents, themes) of weights compares with what is ordinary.

    None where a side has fewer than five documents with a theme, or there are under three collections a
    side. The overlap lies above where it is more than the most alike of all ordinary ones in 97.5 % of
    bootstrap resamples of the documents, below where it is less than the least alike in as many. All
    divergences are freed of their bias as in `likeness.py`.
    """
    known = [
        i
        for i, key in enumerate(keys)
        if ordinary.span(Side.INTERNAL, key) and ordinary.span(Side.CUSTOMER, key)
    ]
    sides = [table[:, known] for table in (internal, customer)]
    if len(known) < 2 or min(np.count_nonzero(side.any(axis=1)) for side in sides) < FEWEST:
        return None
    random = np.random.default_rng(seed)
    inside, customers = (kinds(side) for side in sides)
    team, complaints = inside.resampled(random), customers.resampled(random)
    others = {side: _profiles(ordinary.sides[side], [keys[i] for i in known]) for side in Side}
    found = _freed(divergence(inside.profile, customers.profile), divergence(team, complaints))
    of_team = [
        _freed(divergence(inside.profile, each), divergence(team, each)) for each in others[Side.CUSTOMER]
    ]
    of_customers = [
        _freed(divergence(customers.profile, each), divergence(complaints, each))
        for each in others[Side.INTERNAL]
    ]
    return Comparison(
        _range(of_team),
        _range(of_customers),
        _place(found, [*of_team, *of_customers]),
        _spans(keys, ordinary),
    )


def _profiles(sources: Sequence[Source], keys: Sequence[str]) -> list[Floats]:
    return [np.array([source.profile[key] for key in keys]) for source in sources]


@dataclass(frozen=True)
class _Likeness:
    value: float
    resampled: Floats


def _freed(observed: Floats, resampled: Floats) -> _Likeness:
    """Return the likeness and its resamples, both freed of the bias that the resamples show."""
    bias = float(resampled.mean() - observed)
    return _Likeness(float(likeness(observed - bias)), likeness(resampled - 2 * bias))


def _range(found: Sequence[_Likeness]) -> tuple[float, float]:
    values = [each.value for each in found]
    return min(values), max(values)


def _place(found: _Likeness, others: Sequence[_Likeness]) -> Place:
    ordinary = np.stack([each.resampled for each in others])
    if np.quantile(found.resampled - ordinary.max(axis=0), 0.025) > 0:
        return Place.ABOVE
    if np.quantile(found.resampled - ordinary.min(axis=0), 0.975) < 0:
        return Place.BELOW
    return Place.WITHIN


def _spans(keys: Sequence[str], ordinary: Ordinary) -> dict[str, dict[Side, tuple[float, float]]]:
    spans = {key: {side: ordinary.span(side, key) for side in Side} for key in keys}
    return {
        key: {side: span for side, span in sides.items() if span}
        for key, sides in spans.items()
        if all(sides.values())
    }
