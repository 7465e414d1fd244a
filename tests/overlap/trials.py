"""Organisations whose truth is known, read with errors: how often is what the map says of them right?

Used by the tests with few trials and by `make simulate` (docs/make_statistics.py) with many.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analyzer.overlap import Confusion, Verdict, VerdictKind
from analyzer.overlap.correction import corrected
from analyzer.overlap.shares import NOTHING, Estimate, estimates
from analyzer.overlap.verdicts import THRESHOLDS, Matter, verdicts

ONE_SIDED = (VerdictKind.INSIDE_ONLY, VerdictKind.CUSTOMERS_ONLY, VerdictKind.REVERSED)
PROFILE = np.geomspace(0.18, 0.012, 16)
SIZE, LIKENESS = 3, 0.1


@dataclass(frozen=True)
class Reader:
    """A model's errors, and how many held-out statements with and without a theme tell them."""

    sensitivity: float
    false_rate: float
    positives: int = 250
    negatives: int = 3000

    def read(self, random: np.random.Generator, carried: np.ndarray) -> np.ndarray:
        """Return which themes (statements, themes) are read."""
        return random.random(carried.shape) < np.where(carried, self.sensitivity, self.false_rate)

    def known(self, random: np.random.Generator) -> Confusion:
        """Return the errors as a held-out sample shows them."""
        found = random.binomial(self.positives, self.sensitivity)
        wrong = random.binomial(self.negatives, self.false_rate)
        return Confusion(self.positives, int(found), self.negatives, int(wrong))


FAST = Reader(0.45, 0.06)
GOOD = Reader(0.75, 0.03)


def said(random: np.random.Generator, shares: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Return themes (statements, themes) and the document of each statement, alike within a document."""
    sizes = 1 + random.poisson(SIZE - 1, count)
    documents = np.repeat(np.arange(count), sizes)[:count]
    more = (1 - LIKENESS) / LIKENESS
    chance = random.beta(shares * more, (1 - shares) * more, (count, len(shares)))
    return random.random((count, len(shares))) < chance[documents], documents


def measured(
    random: np.random.Generator, inside: np.ndarray, customers: np.ndarray, count: int, reader: Reader | None
) -> tuple[list[tuple[Estimate, Estimate]], list[tuple[Estimate, Estimate]]]:
    """Return, for each theme, both sides as counted and as corrected for the reader's errors."""
    sides = []
    for shares in (inside, customers):
        carried, documents = said(random, shares, count)
        read = reader.read(random, carried) if reader else carried
        sides.append(estimates(read, documents))
    counted = list(zip(*sides, strict=True))
    if reader is None:
        return counted, counted
    seed = int(random.integers(2**31))
    known = [(reader.known(random), reader.known(random)) for _ in counted]
    return counted, [corrected(*pair, each, seed=seed) for pair, each in zip(counted, known, strict=True)]


def judged(
    random: np.random.Generator, inside: np.ndarray, customers: np.ndarray, count: int, reader: Reader | None
) -> tuple[Verdict, ...]:
    """Return the verdicts on all themes of one organisation."""
    _, found = measured(random, inside, customers, count, reader)
    return verdicts([Matter(one, other, NOTHING, NOTHING) for one, other in found])


def false(verdict: Verdict, inside: float, customers: float) -> bool:
    """Say whether a verdict claims what is not so.

    Mirrored: the true ratio lies outside the stated bounds, or a side hardly speaks of it. One-sided: there
    is no such difference. Quiet: a side does speak of it.
    """
    ratio, floor = inside / customers, THRESHOLDS.present
    match verdict.kind:
        case VerdictKind.MIRRORED:
            alike = 1 / THRESHOLDS.alike < ratio < THRESHOLDS.alike
            return not alike or min(inside, customers) < 0.8 * floor
        case VerdictKind.QUIET:
            return max(inside, customers) > THRESHOLDS.floor
        case VerdictKind.TOO_LITTLE_DATA:
            return False
        case _:
            return (ratio <= 1.05) if verdict.ratio > 1 else (ratio >= 1 / 1.05)


def with_first(inside: float, customers: float) -> tuple[np.ndarray, np.ndarray]:
    """Return two equal profiles but for their first theme."""
    return np.array([inside, *PROFILE[1:]]), np.array([customers, *PROFILE[1:]])


def right(
    inside: float,
    customers: float,
    kind: VerdictKind,
    *,
    count: int,
    reader: Reader | None,
    trials: int,
    seed: int = 0,
) -> float:
    """Return how often a planted theme gets its verdict."""  # fmt: skip
    random = np.random.default_rng(seed)
    profiles = with_first(inside, customers)
    return float(np.mean([judged(random, *profiles, count, reader)[0].kind is kind for _ in range(trials)]))


def no_mirror(random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return profiles without any mirror: every theme belongs to one side, at least five to one."""
    shares = random.permutation(PROFILE)
    inside = random.random(len(shares)) < 0.5
    weak = shares / random.uniform(5, 12, len(shares))
    return np.where(inside, shares, weak), np.where(inside, weak, shares)


def unrelated(random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return two profiles drawn without regard to each other."""
    return random.permutation(PROFILE), random.permutation(PROFILE)


def equal(random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return the same profile twice."""
    shares = random.permutation(PROFILE)
    return shares, shares


WORLDS = {"no mirror": no_mirror, "unrelated": unrelated, "equal": equal}


def maps_with_false_verdicts(
    world: str, *, count: int, reader: Reader | None, trials: int, seed: int = 0
) -> float:
    """Return the share of maps with at least one verdict that is not so."""
    random = np.random.default_rng(seed)
    wrong = []
    for _ in range(trials):
        profiles = WORLDS[world](random)
        found = judged(random, *profiles, count, reader)
        wrong.append(any(false(v, a, b) for v, a, b in zip(found, *profiles, strict=True)))
    return float(np.mean(wrong))


@dataclass(frozen=True)
class Accuracy:
    """How often intervals cover, and the mean absolute error of shares as counted and as corrected."""

    coverage: float
    counted: float
    corrected: float


def accuracy(*, count: int, reader: Reader | None, trials: int, seed: int = 0) -> Accuracy:
    """Return how near the shares of all themes come to the truth."""
    random = np.random.default_rng(seed)
    covered: list[bool] = []
    errors: Sequence[list[float]] = ([], [])
    for _ in range(trials):
        counted, better = measured(random, PROFILE, PROFILE, count, reader)
        for truth, plain, found in zip(PROFILE, counted, better, strict=True):
            for one, other in zip(plain, found, strict=True):
                best = other.share.best
                covered.append(best.low <= truth <= best.high)
                errors[0].append(abs(one.share.share - truth))
                errors[1].append(abs(best.share - truth))
    return Accuracy(float(np.mean(covered)), float(np.mean(errors[0])), float(np.mean(errors[1])))
