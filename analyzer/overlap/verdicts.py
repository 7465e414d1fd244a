"""Verdicts: what may be said about one matter on the two sides, and how sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import false_discovery_control, norm

from analyzer.overlap.finding import Verdict, VerdictKind
from analyzer.overlap.shares import Estimate, Floats

_WIDEST = 1000.0


@dataclass(frozen=True)
class Thresholds:
    """Where one verdict ends and the next begins; shares are of one side's tension statements.

    - `least`: fewer statements than this on a side tell nothing; with `usual` a side a shared theme of
      about 15 % is recognised in most cases.
    - `floor`: a theme that stays under one statement in twenty on both sides is quiet.
    - `present`: a theme is there on a side when the lower end of its share clears this. It is
      `floor / apart`, so that with enough data no theme falls between the verdicts.
    - `alike`: mirrored means that the 90 % interval of the ratio lies within 1/alike and alike (two
      one-sided tests at 5 %, Schuirmann 1987, J. Pharmacokinetics and Biopharmaceutics 15:657-680). At
      120 statements a side and 15 % on both, the logarithm of the ratio has a standard error near 0.3
      to 0.35: bounds of 2 could be passed in only half of all cases even by equal shares, bounds of 3
      pass about nine in ten, while a true ratio of 3 or more passes at most one time in twenty.
    - `apart`: one-sided means a difference that is significant and at least this ratio.
    - `error`: false discovery rate of the one-sided verdicts within a family.
    - `tiny`: shares under this on both sides, with `settled` effective statements each, are quiet too, where
      they are not corrected: corrected ones vary so much more that one map in four called a theme quiet
      that was not (`make simulate`).
    """

    least: int = 20
    usual: int = 120
    floor: float = 0.05
    present: float = 0.025
    alike: float = 3.0
    apart: float = 2.0
    error: float = 0.05
    tiny: float = 0.025
    settled: float = 80.0


THRESHOLDS = Thresholds()


@dataclass(frozen=True)
class Matter:
    """One theme, station, criterion or principle: both sides' tension and coolspots."""

    internal: Estimate
    customer: Estimate
    internal_coolspot: Estimate
    customer_coolspot: Estimate


def verdicts(matters: Sequence[Matter], *, limits: Thresholds = THRESHOLDS) -> tuple[Verdict, ...]:
    """Return one verdict a matter of one family, the false discovery rate controlled over the family."""
    if not matters:
        return ()
    q_values = false_discovery_control([difference(m.internal, m.customer) for m in matters], method="bh")
    return tuple(_verdict(m, float(q), limits) for m, q in zip(matters, q_values, strict=True))


def difference(one: Estimate, other: Estimate) -> float:
    """Return the two-sided p-value of a difference between two shares, on effective counts.

    It is the larger of the score test's (pooled variance; with effective counts the adjusted chi-square
    of Rao & Scott 1992) and Agresti & Caffo's (2000, The American Statistician 54:280-288): the first
    is too eager for rare themes, the second for none against few, when the sides differ much in size.
    Where the model's errors are known, the corrected shares must differ too.
    """
    if min(one.effective, other.effective) <= 0:
        return 1.0
    return max(_score_test(one, other), _agresti_caffo(one, other), _drawn_apart(one, other))


def _score_test(one: Estimate, other: Estimate) -> float:
    pooled = (one.effective_count + other.effective_count) / (one.effective + other.effective)
    variance = pooled * (1 - pooled) * (1 / one.effective + 1 / other.effective)
    return _p_value(one.share.share - other.share.share, variance)


def _agresti_caffo(one: Estimate, other: Estimate) -> float:
    first, second = ((e.effective_count + 1) / (e.effective + 2) for e in (one, other))
    variance = first * (1 - first) / (one.effective + 2) + second * (1 - second) / (other.effective + 2)
    return _p_value(first - second, variance)


def _drawn_apart(one: Estimate, other: Estimate) -> float:
    """Return the two-sided p-value of the draws of both corrected shares; 0 where there are none."""
    if one.draws is None or other.draws is None:
        return 0.0
    below = min((one.draws <= other.draws).sum(), (one.draws >= other.draws).sum())
    return float(min(1.0, 2 * (1 + below) / (1 + len(one.draws))))


def _p_value(gap: float, variance: float) -> float:
    return float(2 * norm.sf(abs(gap) / np.sqrt(variance))) if variance > 0 else 1.0


def ratio_interval(one: Estimate, other: Estimate, *, confidence: float = 0.90) -> tuple[float, float, float]:
    """Return the ratio of two shares with its interval, from effective counts with 0.5 added to each.

    The interval is symmetric on the log scale (Katz et al. 1978, Biometrics 34:469-474; the added half
    after Haldane 1956 and Anscombe 1956) and cut at 1/1000 and 1000, which is what a side without
    statements gives.
    """
    if min(one.effective, other.effective) <= 0:
        return 1.0, 1 / _WIDEST, _WIDEST
    if one.draws is not None and other.draws is not None:
        return _drawn_ratio(one.draws, other.draws, confidence)
    counts = np.array([one.effective_count, other.effective_count]) + 0.5
    sizes = np.array([one.effective, other.effective]) + 0.5
    middle = np.log(counts[0] / sizes[0]) - np.log(counts[1] / sizes[1])
    half = norm.ppf(0.5 + confidence / 2) * np.sqrt(np.maximum(0, 1 / counts - 1 / sizes).sum())
    ends = np.clip(np.exp([middle, middle - half, middle + half]), 1 / _WIDEST, _WIDEST)
    return float(ends[0]), float(ends[1]), float(ends[2])


def _drawn_ratio(one: Floats, other: Floats, confidence: float) -> tuple[float, float, float]:
    ratios = np.maximum(one, 1 / _WIDEST) / np.maximum(other, 1 / _WIDEST)
    middle, low, high = np.quantile(ratios, [0.5, (1 - confidence) / 2, (1 + confidence) / 2])
    return float(middle), float(low), float(high)


def _verdict(matter: Matter, q_value: float, limits: Thresholds) -> Verdict:
    ratio, low, high = ratio_interval(matter.internal, matter.customer)
    undecided = Verdict(VerdictKind.TOO_LITTLE_DATA, ratio, low, high, q_value)
    return Verdict(_kind(matter, undecided, limits), ratio, low, high, q_value)


def _kind(matter: Matter, figures: Verdict, limits: Thresholds) -> VerdictKind:
    sides = (matter.internal, matter.customer)
    if min(side.share.total for side in sides) < limits.least:
        return VerdictKind.TOO_LITTLE_DATA
    if all(side.share.best.high < limits.floor for side in sides):
        return VerdictKind.QUIET
    if _apart(matter, figures, limits):
        return _one_sided(matter, figures, limits)
    if _alike(matter, figures, limits):
        return VerdictKind.MIRRORED
    if all(_tiny(side, limits) for side in sides):
        return VerdictKind.QUIET
    return VerdictKind.TOO_LITTLE_DATA


def _tiny(side: Estimate, limits: Thresholds) -> bool:
    """Say whether a share is as good as nothing; a corrected share is too uncertain for that by itself."""
    return side.draws is None and side.share.share < limits.tiny and side.effective >= limits.settled


def _apart(matter: Matter, figures: Verdict, limits: Thresholds) -> bool:
    larger = matter.internal if figures.ratio > 1 else matter.customer
    far = max(figures.ratio, 1 / figures.ratio) >= limits.apart
    return far and figures.q_value <= limits.error and larger.share.best.low >= limits.present


def _alike(matter: Matter, figures: Verdict, limits: Thresholds) -> bool:
    inside, customers = matter.internal.share.best, matter.customer.share.best
    there = min(inside.low, customers.low) >= limits.present
    close = figures.ratio_low >= 1 / limits.alike and figures.ratio_high <= limits.alike
    return there and close and max(inside.share, customers.share) >= limits.floor


def _one_sided(matter: Matter, figures: Verdict, limits: Thresholds) -> VerdictKind:
    inside = figures.ratio > 1
    calm = matter.customer if inside else matter.internal
    praise = (matter.customer_coolspot if inside else matter.internal_coolspot).share
    small = calm.share.best.share < limits.floor
    clear = praise.total >= limits.least and praise.low >= limits.floor
    if small and clear and praise.share >= limits.apart * calm.share.best.share:
        return VerdictKind.REVERSED
    return VerdictKind.INSIDE_ONLY if inside else VerdictKind.CUSTOMERS_ONLY
