"""Shares of one side's statements, with intervals that know statements of one document belong together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm, t

from analyzer.overlap.finding import Share

Floats = NDArray[np.float64]

CONFIDENCE = 0.95
_BORROWED = 10.0


@dataclass(frozen=True)
class Estimate:
    """A share and its effective sample size: how many independent statements would tell as much.

    `draws` are values that the corrected share may well have, where the model's errors are known.
    """

    share: Share
    effective: float
    draws: Floats | None = None

    @property
    def effective_count(self) -> float:
        """The count that belongs to the effective sample size."""
        return self.share.share * self.effective


NOTHING = Estimate(Share(0, 0, 0.0, 1.0), 0.0)


def estimates(hits: NDArray[np.bool_], documents: NDArray[np.int64]) -> tuple[Estimate, ...]:
    """Return one estimate a column of `hits` (statements, keys); `documents` (statements,) cluster them."""
    total = len(hits)
    counts = hits.sum(axis=0)
    if total == 0 or not len(counts):
        return (NOTHING,) * len(counts)
    effective = effective_sizes(hits, documents)
    low, high = wilson(counts / total, effective)
    return tuple(
        Estimate(Share(int(count), total, float(bottom), float(top)), float(size))
        for count, bottom, top, size in zip(counts, low, high, effective, strict=True)
    )


def wilson(share: Floats, size: Floats, *, confidence: float = CONFIDENCE) -> tuple[Floats, Floats]:
    """Return the lower and upper end of Wilson's score interval.

    With an effective `size` it is the interval that Franco, Little, Louis & Slud (2019, J. Survey
    Statistics and Methodology 7:334-364) found to keep its coverage in cluster samples, at 0 and at all too.
    """
    z = norm.ppf(0.5 + confidence / 2)
    scale = 1 + z**2 / size
    middle = (share + z**2 / (2 * size)) / scale
    half = z / scale * np.sqrt(share * (1 - share) / size + z**2 / (4 * size**2))
    low = np.where(share <= 0, 0.0, np.clip(middle - half, 0, share))
    high = np.where(share >= 1, 1.0, np.clip(middle + half, share, 1))
    return low, high


def effective_sizes(hits: NDArray[np.bool_], documents: NDArray[np.int64]) -> Floats:
    """Return the effective sample size of each column's share: statements / design effect (Kish 1965).

    With K documents it is further multiplied by (z / t with K-1 degrees of freedom) squared, the
    correction of Korn & Graubard (1998, Survey Methodology 24:193-201) for few clusters. A single
    document counts as a single voice.
    """
    clusters = len(np.unique(documents))
    if clusters < 2:
        return np.ones(hits.shape[1])
    quantile = 0.5 + CONFIDENCE / 2
    few = (norm.ppf(quantile) / t.ppf(quantile, clusters - 1)) ** 2
    return np.maximum(1.0, len(hits) / design_effects(hits, documents) * few)


def design_effects(hits: NDArray[np.bool_], documents: NDArray[np.int64]) -> Floats:
    """Return the design effect of each column's share, never below 1.

    It is the linearised variance of the ratio estimator, with documents as clusters, over the variance
    of independent statements. A column named in few documents cannot tell its own effect: each borrows
    from the mean generalised design effect of all columns, the first-order correction of Rao & Scott
    (1992, Biometrics 48:577-585), with the weight of ten documents.
    """
    total, share = len(hits), hits.mean(axis=0)
    per_document, sizes = _sums(hits, documents)
    clusters = len(sizes)
    residuals = per_document - sizes[:, None] * share
    observed = clusters / (clusters - 1) * (residuals**2).sum(axis=0) / total**2
    independent = share * (1 - share) / (total - 1)
    pooled = observed.sum() / independent.sum() if independent.any() else _largest(sizes)
    own = np.divide(observed, independent, out=np.full(len(share), pooled), where=independent > 0)
    named = np.minimum((per_document > 0).sum(axis=0), (per_document < sizes[:, None]).sum(axis=0))
    blended: Floats = (named * own + _BORROWED * pooled) / (named + _BORROWED)
    return np.maximum(1.0, blended)


def _sums(hits: NDArray[np.bool_], documents: NDArray[np.int64]) -> tuple[Floats, Floats]:
    _, codes = np.unique(documents, return_inverse=True)
    sizes = np.bincount(codes).astype(float)
    columns = [np.bincount(codes, weights=column, minlength=len(sizes)) for column in hits.T]
    return np.stack(columns, axis=1), sizes


def _largest(sizes: Floats) -> float:
    return float((sizes**2).sum() / sizes.sum())
