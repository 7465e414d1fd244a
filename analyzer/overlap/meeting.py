"""Where both sides meet: each internal statement's best counterparts, and how near near is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analyzer.overlap.ground import Ground
from analyzer.overlap.lenses import Marks
from analyzer.overlap.nearest import nearest

Floats = NDArray[np.float32]
Places = NDArray[np.int64]

SAME_PHASE = 0.05
_CANDIDATES, _LOOKED_AT = 5, 1000
_SAMPLE = 500
_NEIGHBOURS = 0.05
_FEWEST_PAIRS = 100


@dataclass(frozen=True)
class Candidate:
    """Two rows on the theme in `column`: their cosine, and the score by which pairs are chosen."""

    column: int
    internal: int
    customer: int
    likeness: float
    score: float


@dataclass(frozen=True)
class Meeting:
    """What the search needs: vectors, stations as one-hot rows, and each row's nearness to its neighbours."""

    vectors: Floats
    phases: Floats
    scale: Floats

    @classmethod
    def of(cls, ground: Ground, vectors: Floats, sides: Sequence[Places]) -> Meeting:
        """Return it for the rows of both sides."""
        scale = np.zeros(len(vectors), np.float32)
        for mine, others in (sides, sides[::-1]):
            sample = vectors[spread(others)]
            near = nearest(vectors[mine], sample, max(1, round(_NEIGHBOURS * len(sample))))
            scale[mine] = near.product.mean(axis=1)
        names = ground.table["phase"].to_numpy()
        stations = sorted(set(names) - {"none"})
        phases = (names[:, None] == np.array(stations, object)[None, :]).astype(np.float32)
        return cls(vectors, phases, scale)

    def candidates(self, column: int, sides: Sequence[Places], least: float) -> Iterator[Candidate]:
        """Yield the best counterparts of internal statements that are near enough, the best ones first.

        The score is 2 cos - both scales + a little for the same station; it must be above 0.
        """
        internal, customer = sides
        ones, bonus = np.ones((len(internal), 1), np.float32), np.float32(SAME_PHASE)
        queries = np.hstack([2 * self.vectors[internal], bonus * self.phases[internal], ones])
        base = np.hstack([self.vectors[customer], self.phases[customer], -self.scale[customer, None]])
        found = nearest(queries, base, _CANDIDATES)
        scores = (found.product - self.scale[internal, None]).ravel()
        rows = np.repeat(internal, found.place.shape[1])
        others = customer[found.place].ravel()
        good = np.flatnonzero(scores > 0)
        good = good[np.argsort(-scores[good], kind="stable")][:_LOOKED_AT]
        near = np.einsum("ij,ij->i", self.vectors[rows[good]], self.vectors[others[good]])
        for place, likeness in zip(good.tolist(), near.tolist(), strict=True):
            if likeness >= least:
                yield Candidate(column, int(rows[place]), int(others[place]), likeness, float(scores[place]))


def spread(rows: Places) -> Places:
    """Return a sample of at most `_SAMPLE` rows, evenly over their order."""
    places = np.linspace(0, len(rows) - 1, min(len(rows), _SAMPLE)).round()
    return np.asarray(rows[places.astype(int)])


def unrelated(themes: Marks, vectors: Floats, sides: Sequence[Places]) -> Floats:
    """Return how near statements without a common theme are (pairs,), descending, in a sample."""
    inside, customers = (spread(rows) for rows in sides)
    strangers = themes.hits[inside].astype(np.float32) @ themes.hits[customers].T.astype(np.float32) == 0
    near = vectors[inside] @ vectors[customers].T
    return np.sort(near[strangers])[::-1]


def near_enough(strangers: Floats, pairs: int) -> float:
    """Return the nearness that only about one of `pairs` pairs of strangers reaches, of few pairs 1 %."""
    place = round(len(strangers) / max(pairs, _FEWEST_PAIRS))
    return float(strangers[min(place, len(strangers) - 1)]) if len(strangers) else 0.0
