"""One number: how alike the two sides' tensions are over the themes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.distance import jensenshannon

Floats = NDArray[np.float64]

RESAMPLES = 1000
FEWEST = 5
_CELLS = 4_000_000


@dataclass(frozen=True)
class Overlap:
    """Likeness of the two tension profiles over themes, 0 (nothing shared) to 1 (the same), with a
    95 % interval, and `chance`: what would be expected if one side's themes had nothing to do with the
    other's (the mean when the themes of one side trade places). All are freed of the bias of small samples.
    """

    value: float
    low: float
    high: float
    chance: float


def overlap(internal: Floats, customer: Floats, *, seed: int) -> Overlap | None:
    """Return the likeness of two tables (documents, themes) of theme weights.

    None when a side has fewer than `FEWEST` documents with a theme: so few, resampled, would look certain.

    Documents are resampled (cluster bootstrap). Two samples always differ more than what they were drawn
    from, so the divergence of 120 equal statements a side is far from 0; resampling shows by how much.
    Value and 95 % interval are therefore the bias-corrected and the basic bootstrap's on the divergence
    (Davison & Hinkley 1997, sections 2.1 and 5.2), turned into likeness: plain percentiles would
    never cover a likeness of 1. `chance` is corrected by the same amount.
    """
    if min(np.count_nonzero(side.any(axis=1)) for side in (internal, customer)) < FEWEST:
        return None
    random = np.random.default_rng(seed)
    inside, customers = kinds(internal), kinds(customer)
    first, second = inside.profile, customers.profile
    observed = float(divergence(first, second))
    resampled = divergence(inside.resampled(random), customers.resampled(random))
    bias = float(resampled.mean()) - observed
    ends = 2 * observed - np.quantile(resampled, [0.025, 0.975])
    value, low, high = (float(x) for x in likeness(np.array([observed - bias, *ends])))
    chance = likeness(_shuffled(first, second, random) - bias).mean()
    return Overlap(value, min(low, value), max(high, value), float(chance))


def divergence(one: Floats, other: Floats) -> Floats:
    """Return the Jensen-Shannon divergence, base 2, of profiles along the last axis (normalised here)."""
    distance = np.asarray(jensenshannon(one, other, base=2, axis=-1), dtype=np.float64)
    return np.square(np.nan_to_num(distance, nan=0.0))


def likeness(divergences: Floats) -> Floats:
    """Return 1 - Jensen-Shannon distance, between 0 and 1.

    The distance is the divergence's root, a metric: Endres & Schindelin (2003, IEEE Trans. Information
    Theory 49:1858-1860).
    """
    alike: Floats = 1 - np.sqrt(np.clip(divergences, 0, 1))
    return alike


@dataclass(frozen=True)
class Kinds:
    """The kinds of documents a side has, (kinds, themes), and how many of each (kinds,)."""

    weights: Floats
    counts: NDArray[np.int64]

    @property
    def profile(self) -> Floats:
        """The side's weight of each theme (themes,)."""
        return np.asarray(self.counts @ self.weights)

    def resampled(self, random: np.random.Generator) -> Floats:
        """Return the profile of resampled documents (resamples, themes), drawn in blocks to save memory."""
        total, block = self.counts.sum(), max(1, _CELLS // len(self.counts))
        sizes = [min(block, RESAMPLES - start) for start in range(0, RESAMPLES, block)]
        drawn = (random.multinomial(total, self.counts / total, size=size) for size in sizes)
        return np.concatenate([counts @ self.weights for counts in drawn])


def kinds(weights: Floats) -> Kinds:
    """Return documents of equal weights counted together, those without a theme left out."""
    filled = np.round(weights[weights.sum(axis=1) > 0], 6)
    return Kinds(*np.unique(filled, axis=0, return_counts=True))


def _shuffled(one: Floats, other: Floats, random: np.random.Generator) -> Floats:
    """Return the divergence (resamples,) when one side's themes trade places."""
    traded = random.permuted(np.tile(other, (RESAMPLES, 1)), axis=1)
    return divergence(np.broadcast_to(one, traded.shape), traded)
