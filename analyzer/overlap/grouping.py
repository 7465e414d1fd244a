"""Groups of vectors that are alike; what is like nothing else is in none."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import AgglomerativeClustering

Floats = NDArray[np.float32]
Places = NDArray[np.int64]

_SAMPLE = 2000


def groups(vectors: Floats, least: float) -> list[Places]:
    """Return groups of at least two rows (of vectors of unit length) whose mean cosine is at least `least`.

    Average linkage (Sokal & Michener 1958), which needs no number of groups to be given. Of more than
    2,000 rows, an even sample is grouped; the others join the group whose middle they are as near to as
    most of its members are. The result depends on the order of rows only there.
    """
    sample = np.linspace(0, len(vectors) - 1, min(len(vectors), _SAMPLE)).round().astype(int)
    if len(sample) < 2:
        return []
    labels = _labels(vectors[sample], least)
    found = [sample[labels == label] for label in range(labels.max() + 1) if (labels == label).sum() > 1]
    return found if len(sample) == len(vectors) else _joined(vectors, found, sample)


def _labels(vectors: Floats, least: float) -> Places:
    distances = np.clip(1 - vectors @ vectors.T, 0, 2)
    np.fill_diagonal(distances, 0)
    model = AgglomerativeClustering(
        n_clusters=None, distance_threshold=1 - least, metric="precomputed", linkage="average"
    )
    return np.asarray(model.fit_predict(distances), np.int64)


def _joined(vectors: Floats, found: list[Places], sample: Places) -> list[Places]:
    """Return the groups with every row outside the sample that is as near to a middle as most members."""
    if not found:
        return []
    middles = np.stack([middle(vectors[members]) for members in found])
    least = [
        np.quantile(vectors[members] @ centre, 0.25) for members, centre in zip(found, middles, strict=True)
    ]
    others = np.setdiff1d(np.arange(len(vectors)), sample)
    near = vectors[others] @ middles.T
    best = near.argmax(axis=1)
    joins = near[np.arange(len(others)), best] >= np.array(least)[best]
    return [
        np.sort(np.concatenate([members, others[joins & (best == i)]])) for i, members in enumerate(found)
    ]


def middle(vectors: Floats) -> Floats:
    """Return the mean direction of vectors, at unit length."""
    mean = vectors.mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9))
