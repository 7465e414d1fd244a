"""In time: whether themes rise and fall on both sides together, and whether one side moves first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import t

from analyzer.overlap.ground import Ground
from analyzer.overlap.lenses import Marks
from analyzer.overlap.residuals import counted, residuals
from analyzer.tables import Side, Tone

Floats = NDArray[np.float64]

FEWEST_MONTHS = 10
FEWEST_STATEMENTS = 10
_FEWEST_HITS = 10
_FEWEST_THEMES = 5
_FURTHEST = 3
_SHUFFLES = 1999
_ERROR = 0.05


@dataclass(frozen=True)
class Lag:
    """The association when customers follow the inside by `months` (negative: the inside follows them).

    It is the mean over themes of the correlation over months, -1 to 1, with a 95 % interval.
    """

    months: int
    association: float
    low: float
    high: float


@dataclass(frozen=True)
class Months:
    """The comparison over months.

    `dated`: whether any statement has a date; `count`: months with enough tension statements on both sides.
    `lags`: the association at each lag, none with fewer than `FEWEST_MONTHS` months; `p_value`: the share of
    shuffles of the themes whose strongest lag reaches the strongest found. `first`: the side that moves
    first, where that can be told; `by`: the lag with the strongest association.
    """

    dated: bool
    count: int = 0
    lags: tuple[Lag, ...] = ()
    p_value: float | None = None
    first: Side | None = None
    by: int = 0

    @property
    def together(self) -> bool:
        """Whether the sides move with each other more than shuffled themes would."""
        return self.p_value is not None and self.p_value <= _ERROR


NO_MONTHS = Months(dated=False)


def months(ground: Ground, themes: Marks, *, seed: int) -> Months:
    """Return how the sides' themes move with each other over months, beyond month and theme, trends removed.

    The test shuffles which theme inside is held against which theme of the customers: every course keeps
    its own persistence, which tests that shuffle months would lose. The strongest of all lags is compared
    with the strongest of all lags of each shuffle (Westfall & Young 1993), so that looking at several costs
    nothing in certainty. A side moves first where, besides, the strongest lag is on its side and the lags
    there are stronger than those on the other in the mean over the themes (t-interval at 95 %).
    """
    dates = ground.table["date"]
    number = (dates.dt.year * 12 + dates.dt.month).to_numpy(dtype=float)
    if np.isnan(number).all():
        return Months(dated=False)
    codes = np.where(np.isnan(number), -1, number - np.nanmin(number)).astype(np.int64)
    sides = [ground.rows[side, Tone.TENSION] for side in Side]
    counts = [counted(themes.hits[rows], codes[rows], int(codes.max()) + 1) for rows in sides]
    said = np.stack([np.bincount(codes[rows & (codes >= 0)], minlength=len(counts[0])) for rows in sides])
    enough = said.min(axis=0) >= FEWEST_STATEMENTS
    told = np.min([count[enough].sum(axis=0) for count in counts], axis=0) >= _FEWEST_HITS
    if enough.sum() < FEWEST_MONTHS or told.sum() < _FEWEST_THEMES:
        return Months(True, int(enough.sum()))
    courses = [_course(count[:, told], enough) for count in counts]
    return _tested(courses[0], courses[1], enough, np.random.default_rng(seed))


def _course(counts: Floats, enough: NDArray[np.bool_]) -> Floats:
    """Return each theme's residuals over the months without their trend, at unit size, 0 where unknown."""
    left = residuals(counts[enough])
    place = np.flatnonzero(enough)
    slope = np.polynomial.polynomial.polyfit(place, left, 1)
    left = left - np.polynomial.polynomial.polyval(place, slope).T
    course = np.zeros(counts.shape)
    course[enough] = left / np.maximum(np.sqrt((left**2).mean(axis=0)), 1e-9)
    return course


def _tested(
    inside: Floats, customers: Floats, enough: NDArray[np.bool_], random: np.random.Generator
) -> Months:
    furthest = min(_FURTHEST, (int(enough.sum()) - FEWEST_MONTHS) // 2 + 1)
    lags = range(-furthest, furthest + 1)
    tables = np.stack([_held_against(inside, customers, enough, lag) for lag in lags])
    own = np.diagonal(tables, axis1=1, axis2=2)
    strongest = int(own.mean(axis=1).argmax())
    p_value = _p_value(tables, own, random)
    lead = own[furthest + 1 :].mean(axis=0) - own[:furthest].mean(axis=0)
    middle, half = _mean_and_half(lead)
    by = lags[strongest]
    first = None
    if p_value <= _ERROR and abs(middle) > half and by * middle > 0:
        first = Side.INTERNAL if by > 0 else Side.CUSTOMER
    found = tuple(_lag(lag, row) for lag, row in zip(lags, own, strict=True))
    return Months(True, int(enough.sum()), found, p_value, first, by)


def _held_against(inside: Floats, customers: Floats, enough: NDArray[np.bool_], lag: int) -> Floats:
    """Return the association of every theme inside with every theme of the customers `lag` months later."""
    early = slice(0, len(inside) - lag) if lag >= 0 else slice(-lag, len(inside))
    late = slice(lag, len(inside)) if lag >= 0 else slice(0, len(inside) + lag)
    both = (enough[early] & enough[late]).sum()
    return np.asarray(inside[early].T @ customers[late] / max(both, 1))


def _p_value(tables: Floats, own: Floats, random: np.random.Generator) -> float:
    count = tables.shape[1]
    orders = random.permuted(np.tile(np.arange(count), (_SHUFFLES, 1)), axis=1)
    shuffled = tables[:, np.arange(count), orders].mean(axis=2).max(axis=0)
    return float((1 + (shuffled >= own.mean(axis=1).max()).sum()) / (1 + _SHUFFLES))


def _lag(months: int, own: Floats) -> Lag:
    middle, half = _mean_and_half(own)
    return Lag(months, middle, middle - half, middle + half)


def _mean_and_half(values: Floats) -> tuple[float, float]:
    """Return the mean over themes and half of its 95 % interval."""
    spread = values.std(ddof=1) / np.sqrt(len(values))
    return float(values.mean()), float(t.ppf(0.975, len(values) - 1) * spread)
