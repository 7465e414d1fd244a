"""What is left of a table of counts beyond its rows and columns."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from analyzer.overlap.ground import Rows

Floats = NDArray[np.float64]


def counted(hits: Rows, groups: NDArray[np.int64], count: int) -> Floats:
    """Return how often each key was hit in each group (groups, keys); `groups` (rows,) is -1 for none."""
    kept = groups >= 0
    columns = [np.bincount(groups[kept], weights=hit[kept], minlength=count) for hit in hits.T]
    return np.stack(columns, axis=1) if columns else np.zeros((count, 0))


def residuals(counts: Floats) -> Floats:
    """Return the Pearson residuals (groups, keys) of counts from what their rows and columns lead to expect.

    The expectation is that of independence: a group that says more of everything, and a key that is said
    more everywhere, leave nothing (Haberman 1973, Biometrics 29:205-220).
    """
    total = counts.sum()
    if total <= 0:
        return np.zeros(counts.shape)
    expected = counts.sum(axis=1, keepdims=True) * counts.sum(axis=0, keepdims=True) / total
    left = np.divide(counts - expected, np.sqrt(expected), out=np.zeros(counts.shape), where=expected > 0)
    return np.asarray(left)
