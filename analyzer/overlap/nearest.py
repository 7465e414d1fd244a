"""Exact search for the nearest among many vectors, in blocks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_QUERIES = 1024
_BASE = 4096


@dataclass(frozen=True)
class Near:
    """The nearest of each query, nearest first: `place` in the base, inner `product` (queries, count)."""

    place: NDArray[np.int64]
    product: Floats


def nearest(queries: Floats, base: Floats, count: int) -> Near:
    """Return the `count` vectors of `base` (b, d) with the largest inner product for each query (q, d).

    Nothing is approximated. A block of products is looked through only where it beats the worst kept so
    far, so that nearly all the time goes into the products themselves.
    """
    count = min(count, len(base))
    parts = [_search(queries[at : at + _QUERIES], base, count) for at in range(0, len(queries), _QUERIES)]
    nothing = Near(np.zeros((0, count), np.int64), np.zeros((0, count), np.float32))
    found = [nothing, *parts]
    return Near(np.concatenate([f.place for f in found]), np.concatenate([f.product for f in found]))


def _search(queries: Floats, base: Floats, count: int) -> Near:
    kept = Near(np.full((len(queries), count), -1), np.full((len(queries), count), -np.inf, np.float32))
    for start in range(0, len(base), _BASE):
        products = queries @ base[start : start + _BASE].T
        kept = _merged(kept, products, start)
    order = np.lexsort((kept.place, -kept.product), axis=1)
    return Near(
        np.take_along_axis(kept.place, order, axis=1), np.take_along_axis(kept.product, order, axis=1)
    )


def _merged(kept: Near, products: Floats, start: int) -> Near:
    """Return the best of what was kept and of the rows of `products` that beat its worst."""
    rows = np.flatnonzero(products.max(axis=1) > kept.product.min(axis=1))
    if not len(rows):
        return kept
    beating = products if len(rows) == len(products) else products[rows]
    count = min(kept.place.shape[1], products.shape[1])
    fresh = np.argpartition(beating, -count, axis=1)[:, -count:]
    product = np.hstack([kept.product[rows], np.take_along_axis(beating, fresh, axis=1)])
    place = np.hstack([kept.place[rows], fresh + start])
    best = np.argpartition(product, -kept.place.shape[1], axis=1)[:, -kept.place.shape[1] :]
    places, values = kept.place.copy(), kept.product.copy()
    places[rows] = np.take_along_axis(place, best, axis=1)
    values[rows] = np.take_along_axis(product, best, axis=1)
    return Near(places, values)
