"""Which words two groups of documents use differently."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.stats import false_discovery_control, hypergeom

from analyzer.overlap.ground import Rows
from analyzer.overlap.spoken import Used

Floats = NDArray[np.float64]

ERROR = 0.05


def log_odds_z(one: Floats, other: Floats, background: Floats) -> Floats:
    """Return the z-score of each word's log-odds between two corpora of word counts (words,).

    With an informative Dirichlet prior in proportion to `background`: Monroe, Colaresi & Quinn (2008,
    Political Analysis 16:372-403). The prior weighs as much as the smaller corpus, so that words of a
    few documents do not stand out by chance.
    """
    weight = max(1.0, min(one.sum(), other.sum()))
    prior = weight * (background + 1e-9) / (background + 1e-9).sum()
    with np.errstate(divide="ignore"):
        odds = [np.log((count + prior) / (count.sum() + weight - count - prior)) for count in (one, other)]
    gap = odds[0] - odds[1]
    spread = np.sqrt(1 / (one + prior) + 1 / (other + prior))
    z: Floats = np.nan_to_num(gap / spread, posinf=0.0, neginf=0.0)
    return z


def more(one: Used, other: Used, candidates: Rows) -> Floats:
    """Return Fisher's exact p-values (words,): is a word used in a larger part of the documents of `one`?

    It is 1 for words that are no candidates.
    """
    p_values = np.ones(len(candidates))
    few, many = one.counts[candidates], other.counts[candidates]
    p_values[candidates] = hypergeom.sf(few - 1, one.documents + other.documents, few + many, one.documents)
    return p_values


def clear(p_values: Floats, candidates: Rows) -> Rows:
    """Say which candidates differ, the false discovery rate held at 5 % (Benjamini & Hochberg 1995)."""
    chosen = np.zeros(len(p_values), bool)
    if candidates.any():
        chosen[candidates] = false_discovery_control(p_values[candidates], method="bh") <= ERROR
    return chosen
