"""Shares corrected for the model's known errors, with what is not known about these errors."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from analyzer.overlap.confusions import Confusion
from analyzer.overlap.finding import Corrected
from analyzer.overlap.shares import CONFIDENCE, Estimate

Floats = NDArray[np.float64]

DRAWS = 4000
_TELLS_APART = 0.1


def corrected(
    internal: Estimate, customer: Estimate, confusions: tuple[Confusion, Confusion], *, seed: int
) -> tuple[Estimate, Estimate]:
    """Return both estimates with their corrected shares; unchanged where the model tells too little.

    The corrected share is (share read - false rate) / (sensitivity - false rate): Rogan & Gladen (1978,
    American J. Epidemiology 107:71-76); Forman (2008, Data Mining and Knowledge Discovery 17:164-206). Its
    interval is that of draws in which the share read, the sensitivity and the false rate all vary as the
    data leave them open (Jeffreys' posteriors, the first on the effective sample size, so that documents
    count as clusters). Where both sides have the same confusions they share those draws: an error on both
    sides alike hardly touches their ratio. Nothing is corrected where a side has no statements or where
    the sensitivity exceeds the false rate by less than 0.1 in more than 5 % of draws.
    """
    random = np.random.default_rng(seed)
    first, second = confusions
    errors = [_errors(first, random)]
    errors.append(errors[0] if first is second else _errors(second, random))
    sides = (internal, customer)
    if (
        min(each.effective for each in sides) <= 0
        or min(np.quantile(e.apart, 0.05) for e in errors) < _TELLS_APART
    ):
        return internal, customer
    done = [_corrected(*each, random) for each in zip(sides, confusions, errors, strict=True)]
    return done[0], done[1]


@dataclass(frozen=True)
class _Errors:
    """Draws of the sensitivity and the false rate (draws,)."""

    sensitivity: Floats
    false_rate: Floats

    @property
    def apart(self) -> Floats:
        return self.sensitivity - self.false_rate


def _errors(confusion: Confusion, random: np.random.Generator) -> _Errors:
    return _Errors(
        random.beta(confusion.found + 0.5, confusion.positives - confusion.found + 0.5, DRAWS),
        random.beta(confusion.wrong + 0.5, confusion.negatives - confusion.wrong + 0.5, DRAWS),
    )


def _corrected(
    estimate: Estimate, confusion: Confusion, errors: _Errors, random: np.random.Generator
) -> Estimate:
    count, rest = estimate.effective_count, estimate.effective - estimate.effective_count
    read = random.beta(count + 0.5, rest + 0.5, DRAWS)
    draws = np.clip((read - errors.false_rate) / np.maximum(errors.apart, 1e-3), 0, 1)
    apart = confusion.sensitivity - confusion.false_rate
    share = float(np.clip((estimate.share.share - confusion.false_rate) / apart, 0, 1))
    low, high = np.quantile(draws, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    band = Corrected(share, min(float(low), share), max(float(high), share))
    return replace(estimate, share=replace(estimate.share, corrected=band), draws=draws)
